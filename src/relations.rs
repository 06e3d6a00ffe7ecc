//! Who has to do with whom in an article: the sentences that have things together, and the quotations that are spoken by
//! one or speak of one.
//!
//! All of it follows from the document and its annotations, so it is worked out when somebody asks, and never stored beside
//! them; an entity's mentions are in the answer already. Being in one sentence is all that is meant here, by name or as the one
//! who is quoted in it: of what kind a relation is, nothing says. Cost: linear in the text and its mentions.

use serde::Serialize;

use crate::annotations::{Annotations, EntityId, Quote, QuoteId, QuoteKind};
use crate::document::{Bytes, Document, OffsetMap, Span, WireUnit};
use crate::order;
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
        in_order(&mut mentions);
        // Whoever is quoted is there also as "she", where the speaker phrase stands.
        let mut present = mentions.clone();
        for quote in &annotations.quotes {
            present.extend(quote.speaker.iter().flat_map(|&speaker| quote.entities.iter().map(move |&id| (speaker, id))));
        }
        in_order(&mut present);
        let ids: Vec<EntityId> = annotations.entities.iter().map(|entity| entity.id).collect();
        let sentences = sentences(document, &present, &ids);
        let mut entities: Vec<EntityRelations> = ids.iter().map(|&id| EntityRelations::none(id)).collect();
        for (index, sentence) in sentences.iter().enumerate() {
            for id in &sentence.entities {
                if let Ok(at) = ids.binary_search(id) {
                    entities[at].sentences.push(index);
                }
            }
        }
        for quote in &annotations.quotes {
            for at in quote.entities.iter().filter_map(|id| ids.binary_search(id).ok()) {
                entities[at].speaks.push(quote.id);
            }
        }
        spoken_of(&annotations.quotes, &mentions, |id, quote| {
            if let Some(entity) =
                ids.binary_search(&id).ok().map(|at| &mut entities[at]).filter(|entity| entity.spoken_of.last() != Some(&quote))
            {
                entity.spoken_of.push(quote);
            }
        });
        // For each other entity, the place among the companions of the one that is looked at.
        let mut places: Vec<Option<usize>> = vec![None; ids.len()];
        for entity in &mut entities {
            for &index in &entity.sentences {
                let related = sentences[index].entities.as_slice();
                for other in related.iter().filter(|&&other| other != entity.id && related.len() <= MOST_RELATED) {
                    let Some(place) = ids.binary_search(other).ok().map(|at| &mut places[at]) else { continue };
                    match *place {
                        Some(place) => entity.companions[place].sentences.push(index),
                        None => {
                            *place = Some(entity.companions.len());
                            entity.companions.push(Companion { id: *other, sentences: vec![index] });
                        }
                    }
                }
            }
            for companion in &entity.companions {
                if let Ok(at) = ids.binary_search(&companion.id) {
                    places[at] = None;
                }
            }
            // Entities are numbered in the order in which they are named.
            order::by_number(&mut entity.companions, |companion| order::pair(!(companion.sentences.len() as u32), companion.id.0));
        }
        Relations { sentences, entities }
    }

    /// The same in the unit that `map` counts.
    pub fn in_units<U: WireUnit>(self, map: &OffsetMap<U>) -> Relations<U> {
        let sentences = self.sentences.into_iter();
        let sentences = sentences.map(|sentence| RelatingSentence { span: map.span(sentence.span), entities: sentence.entities });
        Relations { sentences: sentences.collect(), entities: self.entities }
    }
}

impl EntityRelations {
    fn none(id: EntityId) -> Self {
        EntityRelations { id, sentences: Vec::new(), companions: Vec::new(), speaks: Vec::new(), spoken_of: Vec::new() }
    }
}

/// Sorts by span, and by entity where that is equal.
fn in_order(mentions: &mut [(Span, EntityId)]) {
    order::by_number(mentions, |(_, id)| u64::from(id.0));
    order::by_number(mentions, |(span, _)| order::pair(span.start, span.end));
}

/// The sentences that hold what is `present`, which is in reading order, of the entities `ids`, which are in order.
fn sentences(document: &Document, present: &[(Span, EntityId)], ids: &[EntityId]) -> Vec<RelatingSentence> {
    let segments = Segments::new(document);
    let mut found: Vec<RelatingSentence> = Vec::new();
    // In how many of the sentences found each entity stands last.
    let mut named = vec![0; ids.len()];
    for &(span, id) in present {
        let Some(sentence) = segments.sentences.get(segments.sentence_of(segments.token_at(span.start))) else { continue };
        let stands = segments.span(sentence.tokens.clone());
        if found.last().is_none_or(|last| last.span != stands) {
            found.push(RelatingSentence { span: stands, entities: Vec::new() });
        }
        let count = found.len();
        let place = ids.binary_search(&id).ok().map(|at| &mut named[at]).filter(|last| **last != count);
        if let (Some(place), Some(sentence)) = (place, found.last_mut()) {
            *place = count;
            sentence.entities.push(id);
        }
    }
    found
}

/// Hands each of `mentions` that stands in one of `quotes` to `found`; both are in reading order. Marks that quote nobody speak
/// of nothing.
fn spoken_of(quotes: &[Quote], mentions: &[(Span, EntityId)], mut found: impl FnMut(EntityId, QuoteId)) {
    let mut open: Vec<u32> = Vec::new();
    for quote in quotes.iter().filter(|quote| quote.kind != QuoteKind::Scare) {
        open.retain(|&end| end > quote.span.start);
        if open.len() >= MOST_NESTED {
            continue;
        }
        open.push(quote.span.end);
        let first = mentions.partition_point(|(span, _)| span.start < quote.span.start);
        let inside = mentions[first..].iter().take_while(|(span, _)| span.start < quote.span.end);
        inside.filter(|(span, _)| quote.span.contains(span)).for_each(|&(_, id)| found(id, quote.id));
    }
}

#[cfg(test)]
mod tests;
