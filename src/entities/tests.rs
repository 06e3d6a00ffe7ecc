//! Things in small texts: which names are one, what their role is, and who "he" is.
//!
//! Most texts say themselves where names stand, so that they tell of entities alone: `[per Ada Stone]`, and where it matters
//! which names are one thing, `[per1 Ada Stone] … [per1 Stone]`.

#![allow(clippy::unwrap_used)]

mod merging;
mod roles;
mod speakers;

use std::sync::LazyLock;

use super::{Assembly, Sources};
use crate::annotations::{Confidence, Entity, EntityType};
use crate::lexicon::Lexicon;
use crate::names::Name;
use crate::quotes;
use crate::segment::Segments;
use crate::{Annotations, Annotator, Document, Options};

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::embedded().unwrap());

fn annotate(text: &str) -> (Document, Annotations) {
    let document = Document::from_plain_text(text, None).unwrap();
    let annotations = Annotator::embedded().unwrap().annotate(&document, &Options::default());
    (document, annotations)
}

/// One name as a text marks it.
struct Marked {
    kind: EntityType,
    /// Which thing it names, or nothing where that does not matter.
    thing: String,
    start: usize,
    end: usize,
}

/// A text without its marks, and the marks.
fn unmarked(marked: &str) -> (String, Vec<Marked>) {
    let (mut text, mut marks, mut rest) = (String::new(), Vec::new(), marked);
    while let Some((before, tail)) = rest.split_once('[') {
        let (mark, after) = tail.split_once(']').unwrap();
        let (label, name) = mark.split_once(' ').unwrap();
        let (letters, thing) = label.split_at(label.find(|c: char| c.is_ascii_digit()).unwrap_or(label.len()));
        let kind = match letters {
            "per" => EntityType::Person,
            "org" => EntityType::Organization,
            "loc" => EntityType::Place,
            "grp" => EntityType::Group,
            "evt" => EntityType::Event,
            _ => EntityType::Misc,
        };
        text.push_str(before);
        let start = text.len();
        text.push_str(name);
        marks.push(Marked { kind, thing: thing.to_owned(), start, end: text.len() });
        rest = after;
    }
    (text + rest, marks)
}

/// The entities and quotations of a marked text, whose marks are its names.
fn assembled(marked: &str) -> (Document, Annotations, Vec<Marked>) {
    let (text, marks) = unmarked(marked);
    let document = Document::from_plain_text(&text, None).unwrap();
    let segments = Segments::new(&document);
    let names: Vec<Name> = marks
        .iter()
        .map(|mark| {
            let tokens = segments.token_at(mark.start as u32)..segments.token_at(mark.end as u32 - 1) + 1;
            Name { span: segments.span(tokens.clone()), tokens, kind: mark.kind, confidence: Confidence::FULL, own: None }
        })
        .collect();
    let sources = Sources { segments: &segments, lexicon: &LEXICON, list: None, names: &names };
    let mut assembly = Assembly::new(quotes::find(&segments, &names, &[]));
    while !assembly.advance(sources) {}
    let annotations = assembly.finish(sources);
    (document, annotations, marks)
}

/// The entity that has a mention with this text.
fn entity_named<'a>(document: &Document, annotations: &'a Annotations, name: &str) -> &'a Entity {
    let has = |entity: &&Entity| entity.mentions.iter().any(|mention| document.slice(mention.span) == name);
    annotations.entities.iter().find(has).unwrap()
}

#[test]
fn links_are_made_on_full_names_only() {
    let (_, annotations) = annotate("Angela Merkel met Falk in Nairobi. Sharon left.");
    let link = |name: &str| annotations.entities.iter().find(|entity| entity.name == name).and_then(|entity| entity.wikidata.as_deref());
    assert_eq!(link("Angela Merkel"), Some("Q567"));
    assert_eq!(link("Nairobi"), Some("Q3870"));
    assert_eq!(link("Sharon"), None);
}

#[test]
fn a_group_belongs_to_the_entity_or_else_the_item() {
    let (_, named) = annotate("Norway sent Norwegian engineers.");
    let json = serde_json::to_value(crate::Answer::<crate::document::Utf16>::new(&annotate("x").0, named, false)).unwrap();
    assert_eq!(json["entities"][1]["of"], "e1");
    let (document, unnamed) = annotate("Some Norwegian engineers came.");
    let json = serde_json::to_value(crate::Answer::<crate::document::Utf16>::new(&document, unnamed, false)).unwrap();
    assert_eq!(json["entities"][0]["of"], "Q20");
}
