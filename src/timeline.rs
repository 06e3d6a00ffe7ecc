//! The article's timeline: its sentences that say when, in the order of their dates.
//!
//! It puts together what the other stages found and finds nothing itself: a sentence is an event of every date in it that is
//! known, with what it names, who speaks in it and what is quoted in it. Directions in time ("now", "recently"), lengths and
//! repetitions are no dates. Cost: a sort of the dates.

use std::collections::BTreeSet;

use crate::annotations::{Annotations, EntityId, QuoteId, TimelineEvent, ValueType};
use crate::document::Span;
use crate::segment::Segments;

/// The events of an article, of whose answer `annotations` are everything else.
pub(crate) fn of(segments: &Segments<'_>, annotations: &Annotations) -> Vec<TimelineEvent> {
    let mut mentions: Vec<(u32, EntityId)> =
        annotations.entities.iter().flat_map(|entity| entity.mentions.iter().map(|mention| (mention.span.start, entity.id))).collect();
    mentions.sort_unstable_by_key(|&(start, _)| start);
    let quotes: Vec<(u32, QuoteId)> = annotations.quotes.iter().map(|quote| (quote.span.start, quote.id)).collect();
    // Whoever is quoted is there also as "she", where the speaker phrase stands.
    let mut speakers: Vec<(u32, EntityId)> = annotations
        .quotes
        .iter()
        .filter_map(|quote| Some((quote.speaker?.start, &quote.entities)))
        .flat_map(|(start, entities)| entities.iter().map(move |&id| (start, id)))
        .collect();
    speakers.sort_unstable_by_key(|&(start, _)| start);

    let mut seen = BTreeSet::new();
    let mut events = Vec::new();
    for value in annotations.values.iter().filter(|value| matches!(value.kind, ValueType::Date | ValueType::Time)) {
        let (Some(first_day), Some(written)) = (value.first_day, &value.value) else { continue };
        let date = written.split('T').next().unwrap_or_default();
        let sentence = segments.sentence_of(segments.token_at(value.span.start));
        if !seen.insert((sentence, date)) {
            continue;
        }
        let span = segments.span(segments.sentences[sentence].tokens.clone());
        let mut named: Vec<(u32, EntityId)> = [within(&mentions, span), within(&speakers, span)].concat();
        named.sort_unstable_by_key(|&(start, _)| start);
        let mut entities: Vec<EntityId> = Vec::with_capacity(named.len());
        let mut known = BTreeSet::new();
        entities.extend(named.into_iter().map(|(_, id)| id).filter(|&id| known.insert(id)));
        let quotes = within(&quotes, span).iter().map(|&(_, id)| id).collect();
        events.push((first_day, TimelineEvent { date: date.to_owned(), span, entities, quotes }));
    }
    events.sort_by_key(|&(first_day, _)| first_day);
    events.into_iter().map(|(_, event)| event).collect()
}

/// The part of `found`, which is in reading order, that begins inside `span`.
fn within<T>(found: &[(u32, T)], span: Span) -> &[(u32, T)] {
    let first = found.partition_point(|&(start, _)| start < span.start);
    let end = found.partition_point(|&(start, _)| start < span.end);
    found.get(first..end).unwrap_or_default()
}

#[cfg(test)]
mod tests;
