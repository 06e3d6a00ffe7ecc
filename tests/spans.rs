//! Whatever the text, every span slices it, nothing overlaps that must not, and offsets convert both ways.

#![allow(clippy::unwrap_used)]

mod checks;

use std::sync::{Arc, LazyLock};

use newsgloss::{Annotations, Annotator, Document, Options, OwnList, parse_date};
use proptest::prelude::*;

static ANNOTATOR: LazyLock<Annotator> = LazyLock::new(|| Annotator::embedded().unwrap());

/// A publisher's own list of names that the pieces make, overlap with or cut, and one that hardly anything is not.
static LIST: LazyLock<Arc<OwnList>> = LazyLock::new(|| {
    let list = "name,type,aliases,pattern,ignoreCase,prefer,leave\n\
                Norway and,place,,,,true,\n\
                Tveit,person,the minister,,true,,\n\
                U.S. Friday,event,“ he,,,,\n\
                said,misc,,\"[^a-z]+(a|e\u{301}|日)\",,,\n\
                Ola Tveit,,UN|may,,,,true\n";
    Arc::new(OwnList::parse(list).unwrap())
});

fn annotate(text: &str, list: Option<Arc<OwnList>>) -> (Document, Annotations) {
    let document = Document::from_plain_text(text, parse_date("2016-08-27").ok()).unwrap();
    let everything = Options { min_confidence: newsgloss::Confidence::percent(0), list };
    let annotations = ANNOTATOR.annotate(&document, &everything);
    (document, annotations)
}

fn check(text: &str, list: Option<Arc<OwnList>>) {
    let has_list = list.is_some();
    let (document, annotations) = annotate(text, list);
    checks::check(&document, &annotations, has_list);
    for entity in &annotations.entities {
        assert!(!has_list || !["Ola Tveit", "UN", "may"].contains(&entity.name.as_str()));
    }
}

/// Words and marks that stages act on, mixed with what breaks offsets.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "Ola Tveit",
        "Tveit",
        "he",
        "she",
        "who",
        "said",
        "told",
        "that",
        "adding",
        "according to",
        "the minister",
        "Norway",
        "U.S.",
        "UN",
        "Norwegian",
        "and",
        "but",
        ",",
        ".",
        ":",
        "?",
        "“",
        "”",
        "\"",
        "'",
        "‘",
        "’",
        "«",
        "»",
        "(",
        ")",
        "—",
        "\n\n",
        "\n",
        "\r\n",
        " ",
        "\u{a0}",
        "Friday",
        "two weeks ago",
        "$3.5 million",
        "12%",
        "2011-2014",
        "May",
        "💛",
        "e\u{301}",
        "\u{200f}",
        "\u{feff}",
        "\u{0}",
        "\u{fffd}",
        "日本",
        "’s",
        "-",
        "the",
        "in",
        "a",
        "bridge",
        "is",
        "safe",
        "Mr.",
        "Minister",
        "Ministry of",
        "5'11\"",
        "to",
        "vowed",
    ]);
    prop::collection::vec((piece, prop::bool::weighted(0.8)), 0..60)
        .prop_map(|pieces| pieces.into_iter().map(|(piece, spaced)| if spaced { format!("{piece} ") } else { piece.to_owned() }).collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn spans_hold_in_texts_of_meaningful_pieces(text in pieces()) {
        check(&text, None);
    }

    #[test]
    fn spans_hold_under_a_publishers_list(text in pieces()) {
        check(&text, Some(LIST.clone()));
    }

    #[test]
    fn spans_hold_in_any_text(text in any::<String>()) {
        check(&text, None);
        check(&text, Some(LIST.clone()));
    }
}

#[test]
fn hostile_texts_get_an_answer() {
    let many = |piece: &str, times: usize| piece.repeat(times);
    for text in [
        many("“", 10_000),
        many("\" ", 10_000),
        many("‘a", 10_000),
        many("«»", 10_000),
        many("a", 1_000_000),
        many("A", 20_000),
        many("Said ", 20_000),
        many("he said that ", 10_000),
        many("Ola Tveit and ", 10_000),
        many("Ola Tveit, ", 10_000),
        many("according to ", 10_000),
        many("(", 10_000),
        many("two ", 20_000),
        many("May ", 20_000),
        many("1.", 20_000),
        many("“A b c d e,” he said.\n\n", 3_000),
        many("“Left open, all of it.\n\n", 3_000),
        many("U.S.", 20_000),
        many("\u{202e}\u{0}", 10_000),
        many(", said ", 20_000),
    ] {
        annotate(&text, Some(LIST.clone()));
    }
}

#[test]
fn a_text_of_a_million_words_gets_an_answer() {
    let paragraph =
        "Foreign Minister Ola Tveit told reporters in Oslo on Friday that “nobody is happy” with the 3 million euros. He left.\n\n";
    let words = paragraph.split_whitespace().count();
    let (_, annotations) = annotate(&paragraph.repeat(1_000_000 / words + 1), None);
    assert!(annotations.quotes.len() >= 1_000_000 / words);
    assert_eq!(annotations.entities.iter().filter(|entity| entity.name == "Ola Tveit").count(), 1);
}
