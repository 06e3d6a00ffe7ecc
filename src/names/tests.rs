//! Names in small texts: `[per Ada Stone]` marks what must be found, and nothing else may be.

#![allow(clippy::unwrap_used)]

use super::tagger::tests::{letters, unmarked};
use super::*;
use crate::document::Document;

/// Annotates the text without its marks, and compares what is sure enough to be shown with the marks.
fn check(marked: &str) {
    let text = unmarked(marked);
    let document = Document::from_plain_text(&text, None).unwrap();
    let segments = Segments::new(&document);
    let mut found = String::new();
    let mut at = 0;
    for name in find(&segments, &Lexicon::embedded().unwrap(), &Tagger::embedded().unwrap())
        .0
        .into_iter()
        .filter(|name| name.confidence >= Confidence::percent(50))
    {
        found.push_str(&text[at..name.span.start as usize]);
        found.push_str(&format!("[{} {}]", letters(name.kind), document.slice(name.span)));
        at = name.span.end as usize;
    }
    found.push_str(&text[at..]);
    assert_eq!(found, marked);
}

#[test]
fn names_are_found_and_typed() {
    for case in [
        // The lexicon, with abbreviations, possessives and hyphens.
        "Ministers from [loc Norway] and the [loc U.S.] met in [loc Nairobi].",
        "[loc Norway]'s offer pleased the [loc UK]-led mission.",
        "The [org UN] and [org NATO] agreed.",
        // Peoples are groups, and part from what follows.
        "The [grp Norwegian] delegation left with [grp Kenyan] farmers.",
        // Titles stay outside.
        "[grp Norwegian] Foreign Minister [per Ola Tveit] spoke to President [per Amina Odhiambo].",
        "[org UN] Special Envoy for [loc Kenya] [per Marit de Vries] agreed.",
        "Mr. [per Tveit] and Dr [per Oyelaran] disagreed.",
        // A surname takes its type from the full name.
        "[per Ola Tveit] came late. Reporters waited for [per Tveit] outside.",
        // Organisations and places by their words.
        "The [org Harbour Workers Union] sued the [org Ministry of Fisheries and Trade].",
        "They swam across the [loc Glomma River] on foot.",
        // Sentence openers and the calendar are no names.
        "Officials met on Tuesday. Negotiators left in May. However, nobody signed.",
        "Farmers waited. The farmers were tired.",
        // One name, one type.
        "[loc Velda] waits\n\nTwo ships left [loc Velda] on Monday. The road to [loc Velda] was closed, and people in [loc Velda] waited.",
        // What is spelled out in front of its acronym is a name from its first initial on, whatever else could be one there.
        "The [org Board for Tidal Fairness] ([org BTF]) waited.",
        "The Cabinet and [org Union Council of Dredging] ([org UCD]) agreed.",
        "[per Ana Maria Keller Oduya] ([per AMKO]) waited.",
        "Ferries waited for the [org Union Council] ([org UDC]).",
        // Scores are no part of a place, and an envoy is not what he is sent to.
        "[org UN] Ambassador to [loc Kenya] [per Ona Lindqvist] resigned.",
        // Particles inside names.
        "Former judge [per Ana van der Meer] and [per Hassan al-Rashid] testified.",
    ] {
        check(case);
    }
}
