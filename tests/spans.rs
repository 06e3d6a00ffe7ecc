//! Whatever the text, every span slices it, nothing overlaps that must not, and offsets convert both ways.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::sync::{Arc, LazyLock};

use newsgloss::document::{CodePoints, OffsetMap, Span, Utf16};
use newsgloss::{Annotations, Annotator, Document, Options, OwnList, Relations, parse_date};
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

/// Every span of an answer, apart from those that may overlap others.
fn spans(annotations: &Annotations) -> Vec<Span> {
    let mentions = annotations.entities.iter().flat_map(|entity| entity.mentions.iter().map(|mention| mention.span));
    let values = annotations.values.iter().map(|value| value.span);
    let quotes = annotations.quotes.iter().flat_map(|quote| [Some(quote.span), quote.speaker, quote.cue, quote.addressee]).flatten();
    mentions.chain(values).chain(quotes).collect()
}

fn check(text: &str, list: Option<Arc<OwnList>>) {
    let has_list = list.is_some();
    let (document, annotations) = annotate(text, list);
    let (points, units) = (OffsetMap::<CodePoints>::new(text), OffsetMap::<Utf16>::new(text));
    let wide: Vec<u16> = text.encode_utf16().collect();
    for span in spans(&annotations) {
        let slice = text.get(span.start as usize..span.end as usize).unwrap_or_else(|| panic!("{span:?} cuts a character of {text:?}"));
        assert!(!slice.is_empty() && slice.trim() == slice, "{span:?} is empty or has space at its edges in {text:?}");
        assert_eq!(slice, document.slice(span));
        let (in_points, in_units) = (points.span(span), units.span(span));
        assert_eq!(text.chars().skip(in_points.start as usize).take(in_points.len() as usize).collect::<String>(), slice);
        assert_eq!(String::from_utf16(&wide[in_units.start as usize..in_units.end as usize]).unwrap(), slice);
    }
    let mut mentions: Vec<Span> =
        annotations.entities.iter().flat_map(|entity| entity.mentions.iter().map(|mention| mention.span)).collect();
    mentions.sort();
    let mut values: Vec<Span> = annotations.values.iter().map(|value| value.span).collect();
    values.sort();
    for kind in [mentions, values] {
        for pair in kind.windows(2) {
            assert!(!pair[0].overlaps(&pair[1]), "{pair:?} overlap in {text:?}");
        }
    }
    for (index, entity) in annotations.entities.iter().enumerate() {
        // What is left alone leaves its number out.
        assert!(entity.id.0 as usize == index + 1 || has_list && entity.id.0 as usize > index);
        assert!(!has_list || !["Ola Tveit", "UN", "may"].contains(&entity.name.as_str()));
    }
    let relations = Relations::new(&document, &annotations);
    assert!(relations.sentences.iter().all(|sentence| !document.slice(sentence.span).is_empty() && !sentence.entities.is_empty()));
    assert_eq!(relations.entities.len(), annotations.entities.len());
    for quote in &annotations.quotes {
        assert!(quote.entities.iter().all(|id| annotations.entities.iter().any(|entity| entity.id == *id)));
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
