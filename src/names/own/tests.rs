//! What a publisher's list does to an answer: `[e1 Tveit]` marks a mention with its entity's number in the order of the text.

#![allow(clippy::unwrap_used)]

use std::sync::Arc;

use serde_json::{Value, json};

use crate::document::Utf16;
use crate::{Annotations, Annotator, Answer, Document, Options, OwnList};

fn annotate(list: &Value, text: &str) -> (Document, Annotations) {
    let document = Document::from_plain_text(text, None).unwrap();
    let list = Some(Arc::new(OwnList::parse(&list.to_string()).unwrap()));
    let annotations = Annotator::embedded().unwrap().annotate(&document, &Options { list, ..Options::default() });
    (document, annotations)
}

/// Compares the mentions in `marked`, each with its type's first letters and the entity's name, with those found without the marks.
fn check(list: &Value, text: &str, expected: &[(&str, &str, &str)]) {
    let (document, annotations) = annotate(list, text);
    let mut found: Vec<_> = annotations
        .entities
        .iter()
        .flat_map(|entity| entity.mentions.iter().map(move |mention| (mention.span, entity)))
        .map(|(span, entity)| (span, (document.slice(span), serde_json::to_value(entity.kind).unwrap(), entity.name.as_str())))
        .collect();
    found.sort_by_key(|(span, _)| *span);
    let found: Vec<_> = found.iter().map(|(_, (text, kind, name))| (*text, kind.as_str().unwrap(), *name)).collect();
    assert_eq!(found, expected, "in: {text}");
}

#[test]
fn names_of_the_list_are_marked_as_it_says() {
    let list = json!([
        {"name": "Velda Works", "type": "organization", "aliases": ["VW", "the Works"]},
        {"name": "greenlight", "type": "misc"},
        {"name": "The Harbour Post", "type": "organization"},
        {"name": "Norway", "type": "organization", "aliases": ["O'Hara"]},
        {"name": "3M Hall", "type": "place", "ignoreCase": true},
        {"name": "Yo!", "type": "misc"},
    ]);
    for (text, expected) in [
        // Also where the tagger sees nothing, and in whatever white space.
        ("They use greenlight now.", &[("greenlight", "misc", "greenlight")][..]),
        ("Then Velda\u{a0} Works closed.", &[("Velda\u{a0} Works", "organization", "Velda Works")]),
        // Whole words, capitals as in the list, without a possessive.
        ("Greenlight and greenlights stay.", &[]),
        (
            "The greenlight's cost rose, a greenlight-led fall.",
            &[("greenlight", "misc", "greenlight"), ("greenlight", "misc", "greenlight")],
        ),
        ("He saw the 3m hall and the 3M HALL.", &[("3m hall", "place", "3M Hall"), ("3M HALL", "place", "3M Hall")]),
        // An article is asked for where the list has one, and stays outside.
        ("He reads the Harbour Post daily.", &[("Harbour Post", "organization", "The Harbour Post")]),
        ("After the closure the Works reopened.", &[("Works", "organization", "Velda Works")]),
        ("The talks on Norway failed.", &[("Norway", "organization", "Norway")]),
        ("Then O’Hara left.", &[("O’Hara", "organization", "Norway")]),
        ("Yo! That was it.", &[("Yo!", "misc", "Yo!")]),
        ("Nobody reads it.", &[]),
        ("", &[]),
    ] {
        check(&list, text, expected);
    }
}

#[test]
fn the_longest_name_wins() {
    let list = json!([
        {"name": "Velda", "type": "place"},
        {"name": "Velda Bank", "type": "organization"},
        {"name": "Velda Bank Arena", "type": "place"},
        {"name": "Bank Arena Tour", "type": "event"},
    ]);
    for (text, expected) in [
        ("Trams to Velda stopped.", &[("Velda", "place", "Velda")][..]),
        ("Trams to Velda Bank stopped.", &[("Velda Bank", "organization", "Velda Bank")]),
        ("Trams to Velda Bank Arena stopped.", &[("Velda Bank Arena", "place", "Velda Bank Arena")]),
        ("Trams to Velda Bank Arena Tour stopped.", &[("Velda Bank Arena", "place", "Velda Bank Arena")]),
    ] {
        check(&list, text, expected);
    }
}

#[test]
fn patterns_are_names_too() {
    let list = json!([
        {"name": "Route 7", "type": "misc", "pattern": "(route|road) (7|seven)"},
        {"name": "Flights", "type": "misc", "pattern": "[A-Z]{2}\\s?\\d{3,4}", "ignoreCase": true},
        {"name": "Hashtags", "type": "misc", "pattern": "#\\w+"},
        {"name": "route 7 East", "type": "place"},
        {"name": "Everything", "type": "event", "pattern": "zq(.|\n)*"},
    ]);
    for (text, expected) in [
        ("Cars on road seven, then route 7.", &[("road seven", "misc", "Route 7"), ("route 7", "misc", "Route 7")][..]),
        // Whole words only.
        ("Cars on route 77 and enroute 7.", &[]),
        ("Cars on route 7 East waited.", &[("route 7 East", "place", "route 7 East")]),
        ("They took xy 123 and XY1234.", &[("xy 123", "misc", "Flights"), ("XY1234", "misc", "Flights")]),
        ("They wrote #velda there.", &[("#velda", "misc", "Hashtags")]),
        // A match stays in its sentence.
        ("It said zq and more. Then it ended.", &[("zq and more.", "event", "Everything")]),
    ] {
        check(&list, text, expected);
    }
}

#[test]
fn names_inside_a_longer_one_are_the_longer_one_unless_preferred() {
    let text = "Reporters met Ingrid Falk, and Ingrid Falk spoke.";
    let whole = [("Ingrid Falk", "person", "Ingrid Falk"), ("Ingrid Falk", "person", "Ingrid Falk")];
    check(&json!([{"name": "Falk", "type": "organization"}]), text, &whole);
    check(
        &json!([{"name": "Falk", "type": "organization", "prefer": true}]),
        text,
        &[("Falk", "organization", "Falk"), ("Falk", "organization", "Falk")],
    );
    // A longer name of the list takes the place of a shorter one that was found.
    check(
        &json!([{"name": "Ingrid Falk, and Ingrid Falk", "type": "misc"}]),
        text,
        &[("Ingrid Falk, and Ingrid Falk", "misc", "Ingrid Falk, and Ingrid Falk")],
    );
}

#[test]
fn a_thing_of_the_list_is_one_entity() {
    let list = json!([
        {"name": "Ola Tveit", "type": "person", "aliases": ["the Fox of Velda"]},
        {"name": "O. Tveit", "type": "person"},
        {"name": "Harbour Workers Union", "type": "organization"},
        {"name": "Uncle Sam", "type": "place", "wikidata": "Q30"},
    ]);
    for (text, expected) in [
        // Surnames and longer forms merge as ever, also in front.
        (
            "Tveit opens a bridge\n\nMayor Ola Tveit spoke. Mr. Tveit left. The Fox of Velda smiled.",
            &[
                ("Tveit", "person", "Ola Tveit"),
                ("Ola Tveit", "person", "Ola Tveit"),
                ("Tveit", "person", "Ola Tveit"),
                ("Fox of Velda", "person", "Ola Tveit"),
            ][..],
        ),
        // By the item that the list names, it is one with what newsgloss links to that.
        (
            "The United States paid, and Uncle Sam paid again.",
            &[("United States", "place", "Uncle Sam"), ("Uncle Sam", "place", "Uncle Sam")],
        ),
        // The list says that these are two.
        ("Mayor Ola Tveit met O. Tveit.", &[("Ola Tveit", "person", "Ola Tveit"), ("O. Tveit", "person", "O. Tveit")]),
        (
            "The Harbour Workers Union (HWU) met. The HWU voted.",
            &[
                ("Harbour Workers Union", "organization", "Harbour Workers Union"),
                ("HWU", "organization", "Harbour Workers Union"),
                ("HWU", "organization", "Harbour Workers Union"),
            ],
        ),
    ] {
        check(&list, text, expected);
    }
}

#[test]
fn what_the_list_tells_is_in_the_answer_and_nothing_else() {
    let list = json!([
        {"name": "Norway", "type": "place", "url": "https://paper.example/no", "description": "<b>home</b>", "wikidata": "Q20"},
        {"name": "Kenya", "type": "place"},
    ]);
    let (document, annotations) = annotate(&list, "Norwegian ships from Norway and Kenya left.");
    let answer = serde_json::to_value(Answer::<Utf16>::new(&document, annotations, false)).unwrap();
    let entity = |name: &str| answer["entities"].as_array().unwrap().iter().find(|entity| entity["name"] == name).unwrap();
    let norway = entity("Norway");
    assert_eq!(
        (&norway["url"], &norway["description"], &norway["wikidata"], &norway["mentions"][0]["confidence"]),
        (&json!("https://paper.example/no"), &json!("<b>home</b>"), &json!("Q20"), &json!(1.0))
    );
    assert_eq!(answer["entities"][0]["of"], norway["id"], "the people belong to the entity whose item the list names");
    assert!(norway["coordinates"].is_array(), "what the lexicon knows of the item that the list names");
    let kenya = entity("Kenya");
    assert_eq!((kenya.get("wikidata"), kenya.get("description"), kenya.get("url")), (None, None, None));
}

#[test]
fn what_is_to_be_left_alone_is_never_marked() {
    let list = json!([
        {"name": "Ola Tveit", "leave": true},
        {"name": "Norway", "leave": true},
        {"name": "Velda Bank Hall", "leave": true},
    ]);
    // Neither by the surname, nor in a part of the name, nor as a speaker.
    let text = "“We are ready,” Foreign Minister Ola Tveit told reporters in Oslo. Tveit left the Velda Bank Hall with Norwegian officers.";
    check(&list, text, &[("Oslo", "place", "Oslo"), ("Norwegian", "group", "Norwegians")]);
    let (document, annotations) = annotate(&list, text);
    let quote = &annotations.quotes[0];
    assert_eq!(quote.speaker.map(|span| document.slice(span)), Some("Foreign Minister Ola Tveit"));
    assert!(quote.entities.is_empty());
    // A longer name is another one, and a people belongs to the item of a country that is left alone.
    let (document, annotations) = annotate(&list, "Norwegian ships left Norway for the Norway House Museum.");
    let answer = serde_json::to_value(Answer::<Utf16>::new(&document, annotations, false)).unwrap();
    assert_eq!(answer["entities"][0]["of"], "Q20");
    assert!(answer["entities"].as_array().unwrap().iter().all(|entity| entity["name"] != "Norway"), "{answer}");
}

#[test]
fn names_of_the_list_speak() {
    let list = json!([{"name": "Grimbold", "type": "person"}, {"name": "quux", "type": "organization"}]);
    let (_, annotations) = annotate(&list, "“We are ready,” Grimbold told reporters in Oslo on Friday.");
    let speaker = &annotations.entities[0];
    assert_eq!((speaker.name.as_str(), &annotations.quotes[0].entities), ("Grimbold", &vec![speaker.id]));
}

#[test]
fn hostile_lists_and_texts_cost_no_more_than_their_length() {
    // Every one of these reads on at every word, by a hundred ways at once.
    let ways = vec!["."; 100].join("|");
    let patterns =
        (0..4).map(|number| json!({"name": format!("Velda {number}"), "type": "misc", "pattern": format!("(?:{ways})*{number}q")}));
    let names = (1..60).map(|length| json!({"name": "b ".repeat(length), "type": "misc"}));
    let list = json!(patterns.chain(names).collect::<Vec<_>>());
    let (_, annotations) = annotate(&list, &"b ".repeat(2_000));
    assert!(!annotations.entities.is_empty());
}
