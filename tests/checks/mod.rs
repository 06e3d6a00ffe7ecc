//! What holds of every answer, whatever the text: every span slices it, what must not overlap does not, offsets convert both
//! ways, ids are known, and it can be written as JSON.
//!
//! For the tests of the whole and for the fuzz targets. A check that fails panics, saying what and of which text.

#![allow(clippy::unwrap_used, clippy::panic)]

use newsgloss::document::{CodePoints, OffsetMap, Span, Utf16};
use newsgloss::{Annotations, Answer, Document, Relations};

/// Checks what was found in `document`, with or without a publisher's own list.
pub fn check(document: &Document, annotations: &Annotations, has_list: bool) {
    let text = document.text();
    check_spans(text, annotations);
    check_overlaps(text, annotations);
    for (index, entity) in annotations.entities.iter().enumerate() {
        // What is left alone leaves its number out.
        assert!(entity.id.0 as usize == index + 1 || has_list && entity.id.0 as usize > index);
    }
    let is_known = |id| annotations.entities.iter().any(|entity| entity.id == id);
    for quote in &annotations.quotes {
        assert!(quote.entities.iter().all(|id| is_known(*id)), "{} has a speaker who is none, in {text:?}", quote.id.0);
    }
    for event in &annotations.timeline {
        assert!(text.get(event.span.start as usize..event.span.end as usize).is_some_and(|sentence| !sentence.is_empty()));
        assert!(event.entities.iter().all(|id| is_known(*id)));
        assert!(event.quotes.iter().all(|id| annotations.quotes.iter().any(|quote| quote.id == *id)));
    }
    let relations = Relations::new(document, annotations);
    assert!(relations.sentences.iter().all(|sentence| !document.slice(sentence.span).is_empty() && !sentence.entities.is_empty()));
    assert_eq!(relations.entities.len(), annotations.entities.len());
    serde_json::to_string(&Answer::<CodePoints>::new(document, annotations.clone(), false)).unwrap();
    serde_json::to_string(&Answer::<Utf16>::new(document, annotations.clone(), true)).unwrap();
    serde_json::to_string(&relations.in_units(&OffsetMap::<Utf16>::new(text))).unwrap();
}

/// Every span of an answer, apart from the sentences of the timeline.
fn spans(annotations: &Annotations) -> Vec<Span> {
    let mentions = annotations.entities.iter().flat_map(|entity| entity.mentions.iter().map(|mention| mention.span));
    let values = annotations.values.iter().map(|value| value.span);
    let quotes = annotations
        .quotes
        .iter()
        .flat_map(|quote| [Some(quote.span), quote.speaker, quote.cue, quote.addressee, quote.place, quote.time].into_iter().flatten());
    mentions.chain(values).chain(quotes).collect()
}

fn check_spans(text: &str, annotations: &Annotations) {
    let (points, units) = (OffsetMap::<CodePoints>::new(text), OffsetMap::<Utf16>::new(text));
    // Where each character begins, so that a long text is not counted anew for each span.
    let characters: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let wide: Vec<u16> = text.encode_utf16().collect();
    for span in spans(annotations) {
        let slice = text.get(span.start as usize..span.end as usize).unwrap_or_else(|| panic!("{span:?} cuts a character of {text:?}"));
        assert!(!slice.is_empty() && slice.trim() == slice, "{span:?} is empty or has space at its edges in {text:?}");
        let (in_points, in_units) = (points.span(span), units.span(span));
        assert_eq!(characters[in_points.start as usize], span.start as usize);
        assert_eq!(characters[in_points.end as usize], span.end as usize);
        assert_eq!(String::from_utf16(&wide[in_units.start as usize..in_units.end as usize]).unwrap(), slice);
    }
}

fn check_overlaps(text: &str, annotations: &Annotations) {
    let mentions = annotations.entities.iter().flat_map(|entity| entity.mentions.iter().map(|mention| mention.span));
    let values = annotations.values.iter().map(|value| value.span);
    for mut kind in [mentions.collect::<Vec<Span>>(), values.collect()] {
        kind.sort();
        for pair in kind.windows(2) {
            assert!(!pair[0].overlaps(&pair[1]), "{pair:?} overlap in {text:?}");
        }
    }
}
