//! Who has to do with whom in small texts.

#![allow(clippy::unwrap_used)]

use std::fmt::Write;

use super::*;
use crate::document::Utf16;
use crate::{Annotator, Options};

/// Everything that is related in `text`, one line for each entity: its name; the sentences that name it, by number; with whom,
/// and in which; what it speaks; what speaks of it.
fn related(text: &str) -> String {
    let document = Document::from_plain_text(text, None).unwrap();
    let annotations = Annotator::embedded().unwrap().annotate(&document, &Options::default());
    let relations = Relations::new(&document, &annotations);
    let name = |id: EntityId| annotations.entities.iter().find(|entity| entity.id == id).unwrap().name.as_str();
    let words = |id: &QuoteId| document.slice(annotations.quotes.iter().find(|quote| quote.id == *id).unwrap().span);
    let mut written = String::new();
    for entity in &relations.entities {
        let with: Vec<String> =
            entity.companions.iter().map(|companion| format!("{} {:?}", name(companion.id), companion.sentences)).collect();
        let said = |quotes: &[QuoteId]| quotes.iter().map(words).collect::<Vec<_>>().join(" / ");
        writeln!(
            written,
            "{} {:?} with {}; speaks: {}; spoken of: {}",
            name(entity.id),
            entity.sentences,
            with.join(", "),
            said(&entity.speaks),
            said(&entity.spoken_of)
        )
        .unwrap();
    }
    written
}

#[test]
fn what_is_named_in_one_sentence_is_related() {
    for (text, expected) in [
        ("", ""),
        ("Nobody came.", ""),
        ("Ingrid Falk came.", "Ingrid Falk [0] with ; speaks: ; spoken of: \n"),
        (
            "Ingrid Falk met Peter Lund. Nobody else came. Falk then left Oslo with Lund, and Falk slept.",
            "Ingrid Falk [0, 1] with Peter Lund [0, 1], Oslo [1]; speaks: ; spoken of: \n\
             Peter Lund [0, 1] with Ingrid Falk [0, 1], Oslo [1]; speaks: ; spoken of: \n\
             Oslo [1] with Ingrid Falk [1], Peter Lund [1]; speaks: ; spoken of: \n",
        ),
        // The most often named together come first, then the first named.
        (
            "Peter Lund met Otto Berg. Peter Lund met Ingrid Falk. Ingrid Falk met Peter Lund.",
            "Peter Lund [0, 1, 2] with Ingrid Falk [1, 2], Otto Berg [0]; speaks: ; spoken of: \n\
             Otto Berg [0] with Peter Lund [0]; speaks: ; spoken of: \n\
             Ingrid Falk [1, 2] with Peter Lund [1, 2]; speaks: ; spoken of: \n",
        ),
        // Paragraphs and sentences part.
        (
            "Ingrid Falk came late.\n\nPeter Lund did not come.",
            "Ingrid Falk [0] with ; speaks: ; spoken of: \nPeter Lund [1] with ; speaks: ; spoken of: \n",
        ),
    ] {
        assert_eq!(related(text), expected, "in: {text}");
    }
}

#[test]
fn quotations_are_related_to_who_speaks_and_whom_they_name() {
    for (text, expected) in [
        (
            "“Peter Lund was late again,” Ingrid Falk told reporters. She said that Lund was never on time.",
            "Peter Lund [0, 1] with Ingrid Falk [0, 1]; speaks: ; spoken of: Peter Lund was late again / Lund was never on time\n\
             Ingrid Falk [0, 1] with Peter Lund [0, 1]; speaks: Peter Lund was late again / Lund was never on time; spoken of: \n",
        ),
        // A name beside the quotation is not in it, and one that is twice in it is in it once.
        (
            "“Oslo is not Nairobi, and Oslo waits,” Ingrid Falk said in Nairobi.",
            "Oslo [0] with Nairobi [0], Ingrid Falk [0]; speaks: ; spoken of: Oslo is not Nairobi, and Oslo waits\n\
             Nairobi [0] with Oslo [0], Ingrid Falk [0]; speaks: ; spoken of: Oslo is not Nairobi, and Oslo waits\n\
             Ingrid Falk [0] with Oslo [0], Nairobi [0]; speaks: Oslo is not Nairobi, and Oslo waits; spoken of: \n",
        ),
    ] {
        assert_eq!(related(text), expected, "in: {text}");
    }
}

#[test]
fn a_list_of_names_relates_nobody() {
    let towns = "Oslo, Nairobi, Vienna, Geneva, London, Paris, Berlin, Madrid, Rome, Athens, Cairo, Moscow, Beijing, Tokyo, Delhi, Jakarta, \
                 Lima, Quito, Havana, Ottawa, Washington, Boston, Chicago, Denver, Dallas, Seattle";
    let document = Document::from_plain_text(&format!("Trains went to {towns} and Baghdad."), None).unwrap();
    let annotations = Annotator::embedded().unwrap().annotate(&document, &Options::default());
    let relations = Relations::new(&document, &annotations);
    assert!(relations.entities.len() > MOST_RELATED);
    assert!(relations.entities.iter().all(|entity| entity.companions.is_empty() && entity.sentences == [0]));
    assert_eq!(relations.sentences[0].entities.len(), relations.entities.len());
}

#[test]
fn they_are_written_in_the_unit_of_the_caller() {
    let document = Document::from_plain_text("💛 came. Then Ingrid Falk met Peter Lund.", None).unwrap();
    let annotations = Annotator::embedded().unwrap().annotate(&document, &Options::default());
    let relations = Relations::new(&document, &annotations).in_units(&OffsetMap::<Utf16>::new(document.text()));
    let json = serde_json::to_value(&relations).unwrap();
    assert_eq!(json["sentences"], serde_json::json!([{"start": 9, "end": 41, "entities": ["e1", "e2"]}]));
    assert_eq!(
        json["entities"][0],
        serde_json::json!({"id": "e1", "sentences": [0], "companions": [{"id": "e2", "sentences": [0]}], "speaks": [], "spokenOf": []})
    );
}

#[test]
fn hostile_texts_cost_no_more_than_their_length() {
    for piece in ["Ola Tveit and Oslo and ", "“Oslo ", "“Oslo” ", "«Oslo “Oslo ", "Oslo, ", "Oslo said that Oslo said that "] {
        related(&piece.repeat(5_000));
    }
}
