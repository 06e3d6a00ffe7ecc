//! Things in small texts: which names are one, what their role is, and who "he" is.

#![allow(clippy::unwrap_used)]

use crate::{Annotations, Annotator, Document, Options};

fn annotate(text: &str) -> (Document, Annotations) {
    let document = Document::from_plain_text(text, None).unwrap();
    let annotations = Annotator::embedded().unwrap().annotate(&document, &Options::default());
    (document, annotations)
}

#[test]
fn names_of_one_thing_are_merged() {
    for (text, expected) in [
        ("The US and the U.S. and the United States met the USA.", &[&["US", "U.S.", "United States", "USA"][..]][..]),
        ("Ingrid Falk came. Falk left. Reporters saw Falk.", &[&["Ingrid Falk", "Falk", "Falk"]]),
        // A headline's surname is the person named in full below it.
        ("Falk opens the bridge\n\nMayor Ingrid Falk cut the ribbon.", &[&["Falk", "Ingrid Falk"]]),
        // Two people of one surname stay apart.
        ("Ingrid Falk met Peter Falk.", &[&["Ingrid Falk"], &["Peter Falk"]]),
        ("The Harbour Workers Union met. The HWU voted.", &[&["Harbour Workers Union", "HWU"]]),
        ("Norwegian and Norwegians, and Norway.", &[&["Norwegian", "Norwegians"], &["Norway"]]),
    ] {
        let (document, annotations) = annotate(text);
        let found: Vec<Vec<&str>> = annotations
            .entities
            .iter()
            .map(|entity| entity.mentions.iter().map(|mention| document.slice(mention.span)).collect())
            .collect();
        assert_eq!(found, expected, "in: {text}");
    }
}

#[test]
fn roles_come_from_titles_and_appositions() {
    for (text, name, role) in [
        ("Norwegian Foreign Minister Ola Tveit arrived.", "Ola Tveit", Some("Norwegian Foreign Minister")),
        ("UN Special Envoy for Kenya Marit Lund arrived.", "Marit Lund", Some("UN Special Envoy for Kenya")),
        ("Ingrid Falk, the mayor of the town, arrived.", "Ingrid Falk", Some("mayor of the town")),
        ("Mr. Peter Lund arrived.", "Peter Lund", None),
    ] {
        let (_, annotations) = annotate(text);
        let entity = annotations.entities.iter().find(|entity| entity.name == name).unwrap();
        assert_eq!(entity.role.as_deref(), role, "in: {text}");
    }
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

/// The names of the entities that the last quotation's speaker is resolved to.
fn last_speakers(text: &str) -> Vec<String> {
    let (_, annotations) = annotate(text);
    let quote = annotations.quotes.last().unwrap();
    annotations.entities.iter().filter(|entity| quote.entities.contains(&entity.id)).map(|entity| entity.name.clone()).collect()
}

#[test]
fn speakers_are_resolved_or_left_alone() {
    for (text, expected) in [
        ("Ingrid Falk said tolls would rise. She said that nobody was happy.", &["Ingrid Falk"][..]),
        // The gender of the last speaker contradicts: the other one.
        ("Ingrid Falk met Peter Lund. He said that nobody was happy.", &["Peter Lund"]),
        ("Ingrid Falk met Peter Lund. She said that nobody was happy.", &["Ingrid Falk"]),
        ("Both Ingrid Falk and Peter Lund said that tolls would rise.", &["Ingrid Falk", "Peter Lund"]),
        // Two men would do: nobody.
        ("The visit of Peter Lund pleased Otto Berg. Then he said that nobody was happy.", &[]),
        ("Ms Bowles’ father, Peter Lund, said that tolls would rise.", &["Peter Lund"]),
        ("Norwegian Foreign Minister Ola Tveit said that tolls would rise.", &["Ola Tveit"]),
        ("Ingrid Falk left early. Falk adviser Peter Lund said that tolls would rise.", &["Peter Lund"]),
        ("Ingrid Falk left early. Falk allies said that tolls would rise.", &[]),
        ("Ingrid Falk (Labour) said that tolls would rise.", &["Ingrid Falk"]),
        // Whom he spoke of is not who speaks next.
        ("Peter Lund said that Otto Berg was late. He said that nobody was happy.", &["Peter Lund"]),
        ("A lawyer for Ingrid Falk said that tolls would rise.", &[]),
        ("Officials said that tolls would rise.", &[]),
        ("Norway said that tolls would rise.", &["Norway"]),
        ("Foreign Minister Ola Tveit arrived late. The minister said that tolls would rise.", &["Ola Tveit"]),
        ("They thanked Peter Lund, who said that tolls would rise.", &["Peter Lund"]),
    ] {
        assert_eq!(last_speakers(text), expected, "in: {text}");
    }
}
