//! The article's timeline: its sentences that say when, in the order of their dates.
//!
//! It puts together what the other stages found and finds nothing itself: a sentence is an event of every date in it that is
//! known, with what it names, who speaks in it and what is quoted in it. Directions in time ("now", "recently"), lengths and
//! repetitions are no dates. Cost: a sort of the dates.

use std::collections::HashMap;

use crate::annotations::{Annotations, EntityId, QuoteId, TimelineEvent, ValueType};
use crate::document::Span;
use crate::order;
use crate::segment::Segments;

/// The events of an article, of whose answer `annotations` are everything else.
pub(crate) fn of(segments: &Segments<'_>, annotations: &Annotations) -> Vec<TimelineEvent> {
    let mut mentions: Vec<(u32, EntityId)> =
        annotations.entities.iter().flat_map(|entity| entity.mentions.iter().map(|mention| (mention.span.start, entity.id))).collect();
    order::by_number(&mut mentions, |&(start, _)| u64::from(start));
    let quotes: Vec<(u32, QuoteId)> = annotations.quotes.iter().map(|quote| (quote.span.start, quote.id)).collect();
    // Whoever is quoted is there also as "she", where the speaker phrase stands.
    let mut speakers: Vec<(u32, EntityId)> = annotations
        .quotes
        .iter()
        .filter_map(|quote| Some((quote.speaker?.start, &quote.entities)))
        .flat_map(|(start, entities)| entities.iter().map(move |&id| (start, id)))
        .collect();
    order::by_number(&mut speakers, |&(start, _)| u64::from(start));

    // In which sentence each date was met last, and in which event each entity: both come in reading order.
    let mut dates: HashMap<&str, usize> = HashMap::new();
    let most = mentions.iter().chain(&speakers).map(|(_, id)| id.0 as usize + 1).max();
    let mut last_in: Vec<Option<usize>> = vec![None; most.unwrap_or(0)];
    let mut events = Vec::new();
    for value in annotations.values.iter().filter(|value| matches!(value.kind, ValueType::Date | ValueType::Time)) {
        let (Some(first_day), Some(written)) = (value.first_day, &value.value) else { continue };
        let date = written.split('T').next().unwrap_or_default();
        let sentence = segments.sentence_of(segments.token_at(value.span.start));
        if dates.insert(date, sentence) == Some(sentence) {
            continue;
        }
        let span = segments.span(segments.sentences[sentence].tokens.clone());
        let mut named: Vec<(u32, EntityId)> = [within(&mentions, span), within(&speakers, span)].concat();
        order::by_number(&mut named, |&(start, _)| u64::from(start));
        let mut entities: Vec<EntityId> = Vec::with_capacity(named.len());
        let event = Some(events.len());
        entities.extend(named.into_iter().map(|(_, id)| id).filter(|&id| std::mem::replace(&mut last_in[id.0 as usize], event) != event));
        let quotes = within(&quotes, span).iter().map(|&(_, id)| id).collect();
        events.push((first_day, TimelineEvent { date: date.to_owned(), span, entities, quotes }));
    }
    order::by_number(&mut events, |&(first_day, _)| u64::from(first_day.to_julian_day().abs_diff(i32::MIN)));
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
