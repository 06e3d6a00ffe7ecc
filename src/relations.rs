//! Who has to do with whom in an article: the sentences that have things together, and the quotations that are spoken by
//! one or speak of one.
//!
//! All of it follows from the document and its annotations, so it is worked out when somebody asks, and never stored beside
//! them; an entity's mentions are in the answer already. Being in one sentence is all that is meant here, by name or as the one
//! who is quoted in it: of what kind a relation is, nothing says. Cost: linear in the text and its mentions.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::annotations::{Annotations, EntityId, Quote, QuoteId, QuoteKind};
use crate::document::{Bytes, Document, OffsetMap, Span, WireUnit};
use crate::segment::Segments;

/// A sentence that names more things than this is a list, and says nothing of any two of them.
const MOST_RELATED: usize = 24;
/// How deep quotations are looked for inside quotations.
const MOST_NESTED: usize = 8;

/// What the entities of one answer have to do with one another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(bound = "")]
pub struct Relations<U = Bytes> {
    /// The sentences that anything is in, in reading order.
    pub sentences: Vec<RelatingSentence<U>>,
    /// For each entity of the answer, in its order.
    pub entities: Vec<EntityRelations>,
}

/// A sentence, or a whole headline, that names something or quotes somebody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(bound = "")]
pub struct RelatingSentence<U = Bytes> {
    /// Where it stands, to its last mark.
    #[serde(flatten)]
    pub span: Span<U>,
    /// What is in it, each once, in order.
    pub entities: Vec<EntityId>,
}

/// What one entity has to do with the others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct EntityRelations {
    /// The entity.
    pub id: EntityId,
    /// The sentences that it is in, as indexes into [`Relations::sentences`].
    pub sentences: Vec<usize>,
    /// With whom it is in one sentence, the most often first, and of equals the first named.
    pub companions: Vec<Companion>,
    /// The quotations that it speaks, in reading order.
    pub speaks: Vec<QuoteId>,
    /// The quotations that name it, in reading order.
    pub spoken_of: Vec<QuoteId>,
}

/// Another entity, and where the two are together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Companion {
    /// The other one.
    pub id: EntityId,
    /// The sentences, as indexes into [`Relations::sentences`].
    pub sentences: Vec<usize>,
}

impl Relations {
    /// What follows from `annotations`, which are those of `document`.
    pub fn new(document: &Document, annotations: &Annotations) -> Relations {
        let mut mentions: Vec<(Span, EntityId)> =
            annotations.entities.iter().flat_map(|entity| entity.mentions.iter().map(|mention| (mention.span, entity.id))).collect();
        mentions.sort_unstable();
        // Whoever is quoted is there also as "she", where the speaker phrase stands.
        let mut present = mentions.clone();
        for quote in &annotations.quotes {
            present.extend(quote.speaker.iter().flat_map(|&speaker| quote.entities.iter().map(move |&id| (speaker, id))));
        }
        present.sort_unstable();
        let sentences = sentences(document, &present);
        let mut found: BTreeMap<EntityId, Found> = BTreeMap::new();
        for (index, sentence) in sentences.iter().enumerate() {
            let related = if sentence.entities.len() <= MOST_RELATED { sentence.entities.as_slice() } else { &[] };
            for id in &sentence.entities {
                let of = found.entry(*id).or_default();
                of.sentences.push(index);
                for other in related.iter().filter(|other| *other != id) {
                    of.companions.entry(*other).or_default().push(index);
                }
            }
        }
        for quote in &annotations.quotes {
            for id in &quote.entities {
                found.entry(*id).or_default().speaks.push(quote.id);
            }
        }
        for (id, quote) in spoken_of(&annotations.quotes, &mentions) {
            found.entry(id).or_default().spoken_of.insert(quote);
        }
        let entities = annotations.entities.iter().map(|entity| found.remove(&entity.id).unwrap_or_default().relations(entity.id));
        Relations { entities: entities.collect(), sentences }
    }

    /// The same in the unit that `map` counts.
    pub fn in_units<U: WireUnit>(self, map: &OffsetMap<U>) -> Relations<U> {
        let sentences = self.sentences.into_iter();
        let sentences = sentences.map(|sentence| RelatingSentence { span: map.span(sentence.span), entities: sentence.entities });
        Relations { sentences: sentences.collect(), entities: self.entities }
    }
}

/// What was found of one entity so far.
#[derive(Debug, Default)]
struct Found {
    sentences: Vec<usize>,
    companions: BTreeMap<EntityId, Vec<usize>>,
    speaks: Vec<QuoteId>,
    spoken_of: BTreeSet<QuoteId>,
}

impl Found {
    fn relations(self, id: EntityId) -> EntityRelations {
        let mut companions: Vec<Companion> = self.companions.into_iter().map(|(id, sentences)| Companion { id, sentences }).collect();
        // Entities are numbered in the order in which they are named.
        companions.sort_by_key(|companion| (Reverse(companion.sentences.len()), companion.id));
        EntityRelations { id, sentences: self.sentences, companions, speaks: self.speaks, spoken_of: self.spoken_of.into_iter().collect() }
    }
}

/// The sentences that hold what is `present`, which is in reading order.
fn sentences(document: &Document, present: &[(Span, EntityId)]) -> Vec<RelatingSentence> {
    let segments = Segments::new(document);
    let mut found: Vec<RelatingSentence> = Vec::new();
    let mut named = BTreeSet::new();
    for &(span, id) in present {
        let Some(sentence) = segments.sentences.get(segments.sentence_of(segments.token_at(span.start))) else { continue };
        let stands = segments.span(sentence.tokens.clone());
        if found.last().is_none_or(|last| last.span != stands) {
            found.push(RelatingSentence { span: stands, entities: Vec::new() });
            named.clear();
        }
        if let Some(last) = found.last_mut().filter(|_| named.insert(id)) {
            last.entities.push(id);
        }
    }
    found
}

/// Which of `mentions` stand in which of `quotes`; both are in reading order. Marks that quote nobody speak of nothing.
fn spoken_of(quotes: &[Quote], mentions: &[(Span, EntityId)]) -> Vec<(EntityId, QuoteId)> {
    let mut found = Vec::new();
    let mut quotes = quotes.iter().filter(|quote| quote.kind != QuoteKind::Scare).peekable();
    let mut open: Vec<(Span, QuoteId)> = Vec::new();
    for (span, id) in mentions {
        while let Some(quote) = quotes.next_if(|quote| quote.span.start <= span.start) {
            open.retain(|(outer, _)| outer.end > quote.span.start);
            if open.len() < MOST_NESTED {
                open.push((quote.span, quote.id));
            }
        }
        open.retain(|(outer, _)| outer.end > span.start);
        found.extend(open.iter().filter(|(outer, _)| outer.contains(span)).map(|&(_, quote)| (*id, quote)));
    }
    found
}

#[cfg(test)]
mod tests;
