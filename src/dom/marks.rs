//! Which elements go around which part of which text node, so that a page shows an answer.
//!
//! Quotations stand outside, longer ones further out; names stand inside them and values innermost. What crosses an edge
//! is cut there, so that the elements nest whatever the spans do. It works out the plan; `paint` carries it out.

use std::collections::HashSet;

use serde::Serialize;

use crate::annotations::{Answer, EntityType, QuoteKind, ValueType};
use crate::document::{Span, Utf16};
use crate::order;

use super::text_map::{Piece, TextMap};
use super::tree::NodeId;

/// The element that marks are, where they are elements.
pub(super) const MARK: &str = "newsgloss-mark";

/// The attribute of a mark that was written into a page's file, until a script takes it over.
pub(super) const AHEAD: &str = "data-ahead";

/// The kind of a mark that is a quotation.
pub(super) const QUOTE: &str = "quote";

/// The kind of a mark that is a name.
const ENTITY: &str = "entity";

/// What an element says of the text in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Mark {
    /// [`QUOTE`], [`ENTITY`] or "value".
    pub kind: &'static str,
    /// The id in the answer; of a value, "v" and its number in reading order from 1.
    pub id: String,
    /// The type of the entity or value, or the kind of the quotation, as the answer writes it.
    #[serde(rename = "type")]
    pub subtype: &'static str,
    /// Where it stands in the text of the answer.
    #[serde(flatten)]
    pub span: Span<Utf16>,
    /// The nearest mark that begins before it and that it stands in as a whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub around: Option<MarkIndex>,
}

/// The index of a mark in its [`Plan`].
pub(crate) type MarkIndex = usize;

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
    /// In reading order, what stands in another after it. What no text shows is left out.
    pub marks: Vec<Mark>,
    /// In document order, each text node that is touched, with its marked parts in order; they do not overlap.
    pub texts: Vec<(NodeId, Vec<Segment>)>,
}

impl Plan {
    /// The plan that shows `answer`, less what is `hidden`, where `map` says that its text stands, at the text nodes that
    /// `can_show` something.
    /// Cost: n log n in the pieces of text that marks go over.
    pub(super) fn new(answer: &Answer<Utf16>, hidden: &Hidden, map: &TextMap, can_show: impl Fn(NodeId) -> bool) -> Plan {
        let mut marks: Vec<Mark> = Vec::new();
        let mut edges = Vec::new();
        // The marks that have begun and not ended, each inside the one before, as far as they nest.
        let mut open: Vec<MarkIndex> = Vec::new();
        for mut mark in sorted(answer).into_iter().filter(|mark| !hidden.holds(mark)) {
            let span = mark.span;
            let index = marks.len();
            let before = edges.len();
            for Piece { node, start, end } in map.pieces(span).into_iter().filter(|piece| can_show(piece.node)) {
                edges.push(Edge { node, at: start, mark: index, begins: true });
                edges.push(Edge { node, at: end, mark: index, begins: false });
            }
            if edges.len() == before {
                continue;
            }
            open.retain(|&outer| marks.get(outer).is_some_and(|outer| outer.span.end > span.start));
            mark.around = open.iter().rev().copied().find(|&outer| marks.get(outer).is_some_and(|outer| outer.span.contains(&span)));
            open.push(index);
            marks.push(mark);
        }
        order::by_number(&mut edges, |edge| order::pair(edge.node as u32, edge.at));
        let of_one_text = edges.chunk_by(|edge, next| edge.node == next.node);
        let texts = of_one_text.filter_map(|edges| Some((edges.first()?.node, segments(edges, &marks)))).collect();
        Plan { marks, texts }
    }
}

/// What of an answer is not to be shown: by its type or kind ("person", "direct"), by its id ("e1"), or, of the mentions of an entity
/// one alone, by that and where it begins ("e1@17"); and, by [`NEW`], all of an answer that is found after this was said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Hidden(HashSet<String>);

/// Ids are others in each answer: who hides by them does not know yet what is to be hidden of the next.
const NEW: &str = "new";

impl Hidden {
    /// Whether nothing of the next answer is to be shown before it is said what of that is hidden.
    pub(super) fn holds_new(&self) -> bool {
        self.0.contains(NEW)
    }

    fn holds(&self, mark: &Mark) -> bool {
        let Hidden(names) = self;
        !names.is_empty()
            && (names.contains(mark.subtype)
                || names.contains(&mark.id)
                || mark.kind == ENTITY && names.contains(&[mark.id.as_str(), "@", &mark.span.start.to_string()].concat()))
    }
}

impl FromIterator<String> for Hidden {
    fn from_iter<I: IntoIterator<Item = String>>(names: I) -> Self {
        Hidden(names.into_iter().collect())
    }
}

/// Where a mark begins or ends in a text node.
struct Edge {
    node: NodeId,
    at: u32,
    mark: MarkIndex,
    begins: bool,
}

/// Every mark in reading order: of those that begin at one place the longest first, and quotations before names
/// before values.
fn sorted(answer: &Answer<Utf16>) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut add = |kind, letter, number: u32, subtype, span| {
        let mut id = number.to_string();
        id.insert(0, letter);
        marks.push(Mark { kind, id, subtype, span, around: None });
    };
    for quote in &answer.quotes {
        add(QUOTE, 'q', quote.id.0, quote_kind(quote.kind), quote.span);
    }
    for entity in &answer.entities {
        for mention in &entity.mentions {
            add(ENTITY, 'e', entity.id.0, entity_type(entity.kind), mention.span);
        }
    }
    for (number, value) in (1..).zip(&answer.values) {
        add("value", 'v', number, value_type(value.kind), value.span);
    }
    order::by_number(&mut marks, |mark| order::pair(mark.span.start, !mark.span.end));
    marks
}

/// The parts of one text node between `edges`, which are those of this node in order, that have marks around them.
fn segments(edges: &[Edge], marks: &[Mark]) -> Vec<Segment> {
    // Of two quotations the longer stands further out; then names, then values.
    let depth = |index: MarkIndex| match marks.get(index) {
        Some(mark) if mark.kind == QUOTE => (0, std::cmp::Reverse(mark.span.len()), index),
        Some(mark) if mark.kind == ENTITY => (1, std::cmp::Reverse(0), index),
        _ => (2, std::cmp::Reverse(0), index),
    };
    let mut segments = Vec::new();
    let mut around: Vec<MarkIndex> = Vec::new();
    let mut start = 0;
    for edge in edges {
        if edge.at > start && !around.is_empty() {
            segments.push(Segment { start, end: edge.at, marks: around.clone() });
        }
        start = edge.at;
        if edge.begins {
            let place = around.partition_point(|&outer| depth(outer) < depth(edge.mark));
            around.insert(place, edge.mark);
        } else {
            around.retain(|&mark| mark != edge.mark);
        }
    }
    segments
}

/// For each segment, how many of its marks go on from the segment before, whose elements are then shared.
pub(super) fn beginnings(segments: &[Segment]) -> impl Iterator<Item = usize> {
    let mut before: Option<&Segment> = None;
    segments.iter().map(move |segment| {
        let shared = before
            .filter(|before| before.end == segment.start)
            .map_or(0, |before| before.marks.iter().zip(&segment.marks).take_while(|(open, mark)| open == mark).count());
        before = Some(segment);
        shared
    })
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
