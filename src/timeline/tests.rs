//! The timelines of small articles of our own.

#![allow(clippy::unwrap_used)]

use crate::document::parse_date;
use crate::{Annotations, Annotator, Confidence, Document, Options};

/// A Saturday.
const PUBLISHED: &str = "2016-08-27";

fn annotate(text: &str) -> (Document, Annotations) {
    let document = Document::from_plain_text(text, parse_date(PUBLISHED).ok()).unwrap();
    let annotations = Annotator::embedded().unwrap().annotate(&document, &Options::default());
    (document, annotations)
}

/// Each event as "date: sentence | entities | number of quotations".
fn timeline(text: &str) -> Vec<String> {
    let (document, annotations) = annotate(text);
    let name = |id| annotations.entities.iter().find(|entity| entity.id == id).map_or("?", |entity| entity.name.as_str());
    annotations
        .timeline
        .iter()
        .map(|event| {
            let entities: Vec<&str> = event.entities.iter().map(|&id| name(id)).collect();
            format!("{}: {} | {} | {}", event.date, document.slice(event.span), entities.join(", "), event.quotes.len())
        })
        .collect()
}

#[test]
fn sentences_that_say_when_are_in_order_of_date() {
    for (text, expected) in [
        (
            "Ingrid Falk opened the bridge on Friday. It was begun in 2011. She will close the old one on 3 September.",
            &[
                "2011: It was begun in 2011. |  | 0",
                "2016-08-26: Ingrid Falk opened the bridge on Friday. | Ingrid Falk | 0",
                "2016-09-03: She will close the old one on 3 September. |  | 0",
            ][..],
        ),
        // Two dates in one sentence are two events; one date said twice in it is one.
        (
            "The mill shut in May 2014 and again in 2009. It rained on Friday, a wet Friday.",
            &[
                "2009: The mill shut in May 2014 and again in 2009. |  | 0",
                "2014-05: The mill shut in May 2014 and again in 2009. |  | 0",
                "2016-08-26: It rained on Friday, a wet Friday. |  | 0",
            ],
        ),
        // A time of day is an event of its day, and the speaker is there though only "she" stands in the sentence.
        (
            "Ingrid Falk came late. She said at 10 a.m. on Friday that nobody was happy.",
            &["2016-08-26: She said at 10 a.m. on Friday that nobody was happy. | Ingrid Falk | 1"],
        ),
        // Longer stretches begin with their first day; those that begin on one day stand in reading order.
        (
            "It was cold in the 1990s. It was damp in 1990. It was dry in January 1990.",
            &["199X: It was cold in the 1990s. |  | 0", "1990: It was damp in 1990. |  | 0", "1990-01: It was dry in January 1990. |  | 0"],
        ),
        // Neither a direction, nor a length, nor a repetition, nor a date that is not known which.
        ("It is quiet now. It took four years. It opens every Friday. It was filed on 03/04/2016.", &[]),
    ] {
        assert_eq!(timeline(text), expected, "in: {text}");
    }
}

#[test]
fn what_is_not_marked_is_not_in_the_timeline() {
    let document = Document::from_plain_text("Ingrid Falk said on Friday that it rained.", parse_date(PUBLISHED).ok()).unwrap();
    let options = Options { min_confidence: Confidence::FULL, ..Options::default() };
    let annotations = Annotator::embedded().unwrap().annotate(&document, &options);
    assert_eq!(annotations.timeline, []);
}
