//! Pages annotated ahead of time: what is written, where, and that nothing else is touched.

#![allow(clippy::unwrap_used)]

use std::sync::LazyLock;

use proptest::prelude::*;

use super::{AheadError, Circumstances, annotate_file, annotate_html};
use crate::annotations::{
    Annotations, Confidence, Entity, EntityId, EntityType, Language, Mention, Quote, QuoteId, QuoteKind, Value, ValueType,
};
use crate::document::{Document, Span, parse_date};
use crate::export::About;
use crate::{Annotator, Options};

fn circumstances() -> Circumstances {
    Circumstances { published: None, today: parse_date("2022-05-01").unwrap(), about: About::default() }
}

/// Finds in a text whatever is to be tested: `Names` with capitals, `«statements»` and `123`.
fn found(document: &Document) -> Annotations {
    let (mut entities, mut values, mut quotes) = (Vec::new(), Vec::new(), Vec::new());
    let text = document.text();
    let span = |start: usize, end: usize| Span::new(start as u32, end as u32);
    let mut opened = None;
    for (at, character) in text.char_indices() {
        match (character, opened) {
            ('«', _) => opened = Some(at + character.len_utf8()),
            ('»', Some(start)) if start < at => {
                let (id, kind, span) = (QuoteId(quotes.len() as u32 + 1), QuoteKind::Direct, span(start, at));
                let (speaker, cue, addressee, place, time) = (None, None, None, None, None);
                let (entities, confidence) = (Vec::new(), Confidence::FULL);
                quotes.push(Quote {
                    id,
                    kind,
                    statement: None,
                    span,
                    confidence,
                    speaker,
                    entities,
                    inferred: false,
                    cue,
                    addressee,
                    place,
                    time,
                });
                opened = None;
            }
            _ => {}
        }
    }
    let mut at = 0;
    for word in text.split(|character: char| !character.is_alphanumeric() && character != '&') {
        let span = span(at, at + word.len());
        at += word.len() + text[at + word.len()..].chars().next().map_or(0, char::len_utf8);
        if word.starts_with(|first: char| first.is_ascii_digit()) {
            values.push(Value { kind: ValueType::Quantity, span, value: None, confidence: Confidence::FULL, first_day: None });
        } else if word.starts_with(char::is_uppercase) {
            let (id, name) = (EntityId(entities.len() as u32 + 1), word.to_owned());
            let mentions = vec![Mention { span, confidence: Confidence::FULL }];
            let (role, wikidata, description, url, of, coordinates) = (None, None, None, None, None, None);
            entities.push(Entity { id, kind: EntityType::Person, name, role, wikidata, description, url, of, coordinates, mentions });
        }
    }
    Annotations { language: Language::English, entities, values, quotes, timeline: Vec::new() }
}

/// The marks of `html` as `<e1>`, `<q1>` and `<v1>` with `</m>`, without what else is written.
fn brief(html: &str) -> String {
    let script = html.find("<script type=\"application/ld+json\" data-newsgloss").map_or(0..0, |start| {
        let end = html[start..].find("</script>").unwrap();
        start..start + end + "</script>".len()
    });
    let mut text = format!("{}{}", &html[..script.start], &html[script.end..]).replace("</newsgloss-mark>", "</m>");
    while let Some(start) = text.find("<newsgloss-mark ") {
        let end = start + text[start..].find('>').unwrap();
        let id = text[start..end].split("data-id=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        text.replace_range(start..=end, &format!("<{id}>"));
    }
    text
}

/// `html` without what is written into pages.
fn plain(html: &str) -> String {
    let mut text = brief(html).replace("</m>", "");
    while let Some((start, end)) = text.match_indices('<').find_map(|(start, _)| {
        let id = text[start + 1..].split('>').next()?;
        let number = id.strip_prefix(['e', 'q', 'v'])?;
        number.parse::<u32>().is_ok().then_some((start, start + id.len() + 2))
    }) {
        text.replace_range(start..end, "");
    }
    text
}

const MORE: &str = "<p>the engineers will come back in the spring, and look at every one of the pillars of the old bridge again.</p>";

fn page(text: &str) -> String {
    format!("<!doctype html><title>x</title><body><article><h1>the bridge</h1>\n<p>{text}</p>{MORE}{MORE}</article>")
}

#[test]
fn marks_stand_where_a_page_would_show_them() {
    for (text, expected) in [
        ("we met Ola in Oslo", "we met <e1>Ola</m> in <e2>Oslo</m>"),
        ("«we met Ola», he said in 1987", "«<q1>we met <e1>Ola</m></m>», he said in <v1>1987</m>"),
        // What crosses an element is cut there.
        ("«we <b>met Ola</b> there»", "«<q1>we </m><b><q1>met <e1>Ola</m></m></b><q1> there</m>»"),
        // Characters that are written in more than one way.
        (
            "Caf&eacute; &amp; AT&amp;T, &#x00CE;le&hellip; &laquo;R&amp;D&raquo;",
            "<e1>Caf&eacute;</m> &amp; <e2>AT&amp;T</m>, <e3>&#x00CE;le</m>&hellip; &laquo;<q1><e4>R&amp;D</m></m>&raquo;",
        ),
        ("AT&ampT &copy;&notit; Ola&Oslo", "<e1>AT&ampT</m> &copy;&notit; <e2>Ola&Oslo</m>"),
        // Errors that browsers pass over stand within a text.
        ("Ola</> and Os</b>lo </br>", "<e1>Ola</m></> and <e2>Os</b>lo</m> </br>"),
        // Nothing is written where it would not be markup, or would not be where it is written.
        (
            "Ola <xmp>Oslo</xmp> <table>Bergen Oslo<tr><td>Moss</table>",
            "<e1>Ola</m> <xmp>Oslo</xmp> <table>Bergen Oslo<tr><td>Moss</table>",
        ),
        (
            "<!-- Ola --><script>'Ola'</script>Ola <svg><![CDATA[Ola]]></svg>",
            "<!-- Ola --><script>'Ola'</script><e1>Ola</m> <svg><![CDATA[Ola]]></svg>",
        ),
        ("Ola\r\n  met\rOslo 🙂 Moss", "<e1>Ola</m>\r\n  met\r<e2>Oslo</m> 🙂 <e3>Moss</m>"),
        (
            "<table><tr><td>in a cell there are enough words to be read, as of Ola, and they are the bridge's own story</table>",
            "<table><tr><td>in a cell there are enough words to be read, as of <e1>Ola</m>, and they are the bridge's own story</table>",
        ),
    ] {
        let written = annotate_html(&page(text), circumstances(), found).unwrap();
        assert_eq!(brief(&written), page(expected), "{text}");
    }
}

#[test]
fn a_mark_says_what_it_does_in_a_page() {
    let written = annotate_html(&page("we met Ola"), circumstances(), found).unwrap();
    let mark = r#"<newsgloss-mark data-kind="entity" data-id="e1" data-type="person" data-ahead>Ola</newsgloss-mark>"#;
    assert!(written.contains(mark), "{written}");
}

#[test]
fn the_script_stands_in_the_head_and_no_name_can_end_it() {
    let schema = |html: &str| -> (String, serde_json::Value) {
        let written = annotate_html(html, circumstances(), found).unwrap();
        let (before, rest) = written.split_once("<script type=\"application/ld+json\" data-newsgloss=\"").unwrap();
        let (json, after) = rest.split_once('>').unwrap().1.split_once("</script>").unwrap();
        assert!(json.is_ascii(), "{json}");
        (format!("{before}|{after}"), serde_json::from_str(json).unwrap())
    };
    let (_, said) = schema(&page("Ola &lt;/script>&lt;script>").replace("the bridge<", "the bridge — é🙂 &lt;/ScRipt&gt;<"));
    assert_eq!(said["headline"], "the bridge — é🙂 </ScRipt>");
    assert_eq!(said["mentions"][1]["name"], "Ola");
    assert_eq!(said.get("url"), None);
    let (_, said) = schema(&page("Ola").replace("<body>", "<link rel=canonical href='https://paper.example/1'><body>"));
    assert_eq!(said["url"], "https://paper.example/1");
    for (start, place) in [
        ("<head><title>x</title></head><body><p>", "<head><title>x</title>|</head>"),
        ("<title>x</title><BODY class=a><p>", "<title>x</title>|<BODY class=a>"),
        // This is not its end.
        ("<head><!-- </head> --><script>'</head>'</script></head><p>", "'</script>|</head>"),
        ("<p>", "</p>|"),
    ] {
        let (at, _) = schema(&format!("{start}Ola.</p>{MORE}{MORE}{MORE}"));
        assert!(brief(&at).contains(place), "{at}");
    }
}

#[test]
fn what_is_annotated_again_is_as_if_it_were_not() {
    let html = page("«we met Ola», he said in <i>1987</i>").replace("<body>", "<head><title>y</title></head><body>");
    let once = annotate_html(&html, circumstances(), found).unwrap();
    assert_eq!(annotate_html(&once, circumstances(), found).as_ref(), Ok(&once));
    // Another version, and an editor who has changed a word.
    let older = once.replace(&format!("data-newsgloss=\"{}\"", env!("CARGO_PKG_VERSION")), "data-newsgloss=\"0.0.1\"");
    assert_eq!(annotate_html(&older, circumstances(), found).as_ref(), Ok(&once));
    let edited = |html: &str| html.replace("Ola", "nobody at all from Oslo");
    assert_eq!(annotate_html(&edited(&once), circumstances(), found), annotate_html(&edited(&html), circumstances(), found));
    // A browser has written the marks out as it does.
    let saved = once.replace("data-ahead>", "data-ahead=\"\" data-lit>");
    assert_eq!(annotate_html(&saved, circumstances(), found), Ok(once));
}

#[test]
fn a_page_without_an_article_stays_as_it_is() {
    for html in ["", "<ul><li><a href=1>Ola</a></ul>", "\u{feff}<p>", "<p>Ola <script data-newsgloss>"] {
        assert_eq!(annotate_html(html, circumstances(), found).as_deref(), Ok(html));
    }
}

#[test]
fn a_file_stays_in_its_encoding() {
    let text = page("«Café Ola» – met 12");
    let expected = page("«<q1><e1>Café</m> <e2>Ola</m></m>» – met <v1>12</m>");
    let cp1252 = |text: &str| -> Vec<u8> {
        text.chars().map(|character| if character == '–' { 0x96 } else { u8::try_from(u32::from(character)).unwrap() }).collect()
    };
    let bom = |text: &str| [b"\xEF\xBB\xBF", text.as_bytes()].concat();
    // A byte that is none of UTF-8, in much that is.
    let bad = |text: &str| {
        let (before, after) = text.split_once("–").unwrap();
        [before.as_bytes(), b"\xE9 ", after.as_bytes(), "<p>é".repeat(200).as_bytes()].concat()
    };
    for (file, expected) in [
        (text.clone().into_bytes(), expected.clone().into_bytes()),
        (bom(&text), bom(&expected)),
        (cp1252(&text), cp1252(&expected)),
        (bad(&text), bad(&expected)),
    ] {
        let written = annotate_file(&file, circumstances(), found).unwrap();
        // All that is written is ASCII.
        let shown: String = written.iter().map(|&byte| char::from(byte)).collect();
        let expected: String = expected.iter().map(|&byte| char::from(byte)).collect();
        assert_eq!(brief(&shown), expected);
        assert_eq!(annotate_file(&written, circumstances(), found), Ok(written));
    }
    let utf16: Vec<u8> = [0xFEFF].into_iter().chain(text.encode_utf16()).flat_map(u16::to_be_bytes).collect();
    for (file, name) in [(utf16, "UTF-16BE"), (b"<meta charset=Shift_JIS><p>\x82\xa0".to_vec(), "Shift_JIS")] {
        let refused = annotate_file(&file, circumstances(), found);
        assert_eq!(refused, Err(AheadError::Encoding(name)));
    }
}

#[test]
fn what_newsgloss_finds_is_written() {
    static ANNOTATOR: LazyLock<Annotator> = LazyLock::new(|| Annotator::embedded().unwrap());
    let html = page("“We are ready,” Foreign Minister Ola Tveit told reporters in Oslo.");
    let written = annotate_html(&html, circumstances(), |document| ANNOTATOR.annotate(document, &Options::default())).unwrap();
    let expected = "“<q1>We are ready</m>,” Foreign Minister <e1>Ola Tveit</m> told reporters in <e2>Oslo</m>.";
    assert!(brief(&written).contains(expected), "{written}");
}

proptest! {
    #[test]
    fn any_page_is_left_as_it_is_or_refused(parts in prop::collection::vec(prop::sample::select(vec![
        "<p>", "</p>", "<div>", "</div>", "<b>", "</b>", "<i>", "<br>", "<pre>", "</pre>", "\n", "\r\n", " ", " ", "<table>", "<tr>", "<td>",
        "</table>", "<a>", "</a>", "<li>", "<!-- c -->", "<!", "</", "</>", "<", "&", "&amp;", "&ampx", "&#65;", "&NotEqualTilde;", "Ola",
        "Oslo", "«", "»", "«", "»", "12", "word", "Ж", "🙂", "\0", "<select>", "</select>", "<svg>", "</svg>", "<script>", "</script>",
        "<textarea>", "</textarea>", "<template>", "</template>", "</body>", "</html>", "<xmp>", "<plaintext>", "<x-a>", "</x-a>",
        "</head>", "<body>", "<caption>", "<newsgloss-mark>", "</newsgloss-mark>",
    ]), 0..60), whole in any::<bool>()) {
        let html = if whole { page(&parts.concat()) } else { format!("{}{MORE}{MORE}{MORE}", parts.concat()) };
        if let Ok(written) = annotate_html(&html, circumstances(), found) {
            let marks = ["<newsgloss-mark>", "</newsgloss-mark>"];
            let bare = marks.iter().fold(html.clone(), |html, mark| html.replace(mark, ""));
            if html == bare {
                prop_assert_eq!(&plain(&written), &html);
            }
            prop_assert_eq!(annotate_html(&written, circumstances(), found), Ok(written));
        }
    }
}
