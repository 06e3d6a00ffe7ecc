//! Which elements go around which part of which text node, so that a page shows an answer.
//!
//! Quotations stand outside, longer ones further out; names stand inside them and values innermost. What crosses an edge
//! is cut there, so that the elements nest whatever the spans do. It works out the plan; `paint` carries it out.

use std::collections::{BTreeMap, BTreeSet};

use crate::annotations::{Answer, EntityType, QuoteKind, ValueType};
use crate::document::{Span, Utf16};

use super::text_map::TextMap;
use super::tree::NodeId;

/// What an element says of the text in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mark {
    /// "entity", "value" or "quote".
    pub kind: &'static str,
    /// The id in the answer; of a value, "v" and its number in reading order from 1.
    pub id: String,
    /// The type of the entity or value, or the kind of the quotation, as the answer writes it.
    pub subtype: &'static str,
}

/// The index of a mark in its [`Plan`]; the greater, the further inside.
pub(super) type MarkIndex = usize;

/// A part of a text node, in UTF-16 code units, and the marks around it from the outermost in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Segment {
    /// The first code unit inside.
    pub start: u32,
    /// The first code unit after.
    pub end: u32,
    /// The marks around it, from the outermost in; never none.
    pub marks: Vec<MarkIndex>,
}

/// What to put into a page.
#[derive(Debug, Default)]
pub(super) struct Plan {
    /// Every mark, also those whose text no element can go around.
    pub marks: Vec<Mark>,
    /// For each text node that is touched, its marked parts in order; they do not overlap.
    pub texts: BTreeMap<NodeId, Vec<Segment>>,
}

impl Plan {
    /// The plan that shows `answer` where `map` says that its text stands, at the text nodes that `can_wrap`.
    /// Cost: n log n in the pieces of text that marks go over.
    pub(super) fn new(answer: &Answer<Utf16>, map: &TextMap, can_wrap: impl Fn(NodeId) -> bool) -> Plan {
        let spans = spans(answer);
        let mut edges: BTreeMap<NodeId, Vec<Edge>> = BTreeMap::new();
        for (mark, (_, span)) in spans.iter().enumerate() {
            for piece in map.pieces(*span).into_iter().filter(|piece| can_wrap(piece.node)) {
                let of_node = edges.entry(piece.node).or_default();
                of_node.push(Edge { at: piece.start, mark, begins: true });
                of_node.push(Edge { at: piece.end, mark, begins: false });
            }
        }
        let texts = edges.into_iter().map(|(node, edges)| (node, segments(edges))).collect();
        Plan { marks: spans.into_iter().map(|(mark, _)| mark).collect(), texts }
    }
}

/// Where a mark begins or ends in a text node.
struct Edge {
    at: u32,
    mark: MarkIndex,
    begins: bool,
}

/// Every mark and its span, the further outside the earlier.
fn spans(answer: &Answer<Utf16>) -> Vec<(Mark, Span<Utf16>)> {
    let mut spans = Vec::new();
    for quote in &answer.quotes {
        spans.push((Mark { kind: "quote", id: id('q', quote.id.0), subtype: quote_kind(quote.kind) }, quote.span));
    }
    spans.sort_by_key(|(_, span)| std::cmp::Reverse(span.len()));
    for entity in &answer.entities {
        for mention in &entity.mentions {
            spans.push((Mark { kind: "entity", id: id('e', entity.id.0), subtype: entity_type(entity.kind) }, mention.span));
        }
    }
    for (number, value) in (1..).zip(&answer.values) {
        spans.push((Mark { kind: "value", id: id('v', number), subtype: value_type(value.kind) }, value.span));
    }
    spans
}

fn id(letter: char, number: u32) -> String {
    let mut id = number.to_string();
    id.insert(0, letter);
    id
}

/// The parts of one text node between its edges that have marks around them.
fn segments(mut edges: Vec<Edge>) -> Vec<Segment> {
    edges.sort_unstable_by_key(|edge| edge.at);
    let mut segments = Vec::new();
    let mut around: BTreeSet<MarkIndex> = BTreeSet::new();
    let mut start = 0;
    for edge in edges {
        if edge.at > start && !around.is_empty() {
            segments.push(Segment { start, end: edge.at, marks: around.iter().copied().collect() });
        }
        start = edge.at;
        if edge.begins {
            around.insert(edge.mark);
        } else {
            around.remove(&edge.mark);
        }
    }
    segments
}

fn entity_type(kind: EntityType) -> &'static str {
    match kind {
        EntityType::Person => "person",
        EntityType::Organization => "organization",
        EntityType::Place => "place",
        EntityType::Group => "group",
        EntityType::Event => "event",
        EntityType::Misc => "misc",
    }
}

fn value_type(kind: ValueType) -> &'static str {
    match kind {
        ValueType::Date => "date",
        ValueType::Time => "time",
        ValueType::Duration => "duration",
        ValueType::Set => "set",
        ValueType::Money => "money",
        ValueType::Percent => "percent",
        ValueType::Quantity => "quantity",
    }
}

fn quote_kind(kind: QuoteKind) -> &'static str {
    match kind {
        QuoteKind::Direct => "direct",
        QuoteKind::Mixed => "mixed",
        QuoteKind::Indirect => "indirect",
        QuoteKind::Scare => "scare",
    }
}
