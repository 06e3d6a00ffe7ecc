//! Marks nest, whatever the spans do, and go around every piece of text and nothing else.

use super::super::marks::{Hidden, MarkIndex, Plan};
use super::super::tree::Content;
use super::given;
use crate::annotations::{
    Annotations, Answer, Confidence, Entity, EntityId, EntityType, Mention, Quote, QuoteId, QuoteKind, Value, ValueType,
};
use crate::document::{Document, Span, Utf16};

/// Where `text` stands in `document`, in bytes.
fn span(document: &Document, text: &str) -> Span {
    let at = document.text().find(text).unwrap_or_else(|| panic!("{text:?} is not in {:?}", document.text()));
    Span::new(at as u32, (at + text.len()) as u32)
}

/// An answer with these quotations, names and dates.
fn answer(document: &Document, quotes: &[&str], names: &[&str], dates: &[&str]) -> Answer<Utf16> {
    let confidence = Confidence::FULL;
    let quote = |(number, text): (u32, &&str)| Quote {
        id: QuoteId(number),
        kind: QuoteKind::Direct,
        statement: None,
        span: span(document, text),
        confidence,
        speaker: None,
        entities: Vec::new(),
        inferred: false,
        cue: None,
        addressee: None,
        place: None,
        time: None,
    };
    let entity = |(number, text): (u32, &&str)| Entity {
        id: EntityId(number),
        kind: EntityType::Person,
        name: (*text).to_owned(),
        role: None,
        wikidata: None,
        description: None,
        url: None,
        of: None,
        coordinates: None,
        mentions: vec![Mention { span: span(document, text), confidence }],
    };
    let value = |text: &&str| Value { kind: ValueType::Date, span: span(document, text), value: None, confidence, first_day: None };
    let annotations = Annotations {
        timeline: Vec::new(),
        language: crate::annotations::Language::English,
        entities: (1..).zip(names).map(entity).collect(),
        values: dates.iter().map(value).collect(),
        quotes: (1..).zip(quotes).map(quote).collect(),
    };
    Answer::new(document, annotations, true)
}

/// The page's text with its marks as elements would stand: "[q1 We met [e1 Kerry]]".
#[track_caller]
fn check(html: &str, quotes: &[&str], names: &[&str], dates: &[&str], expected: &str) {
    check_without(&[], html, quotes, names, dates, expected);
}

/// The same where the marks of these types and with these ids are not to be shown.
#[track_caller]
fn check_without(hidden: &[&str], html: &str, quotes: &[&str], names: &[&str], dates: &[&str], expected: &str) {
    let hidden: Hidden = hidden.iter().map(|&name| name.to_owned()).collect();
    let (tree, reading) = given(html);
    let plan = Plan::new(&answer(&reading.document, quotes, names, dates), &hidden, &reading.map, |id| tree.can_wrap(id));
    let mut painted = String::new();
    for (id, node) in tree.nodes() {
        let Content::Text(text) = &node.content else { continue };
        let units: Vec<u16> = text.encode_utf16().collect();
        let slice = |start: u32, end: u32| String::from_utf16(&units[start as usize..end as usize]).unwrap();
        let mut open: Vec<MarkIndex> = Vec::new();
        let mut reached = 0;
        for segment in plan.texts.iter().filter(|(node, _)| *node == id).flat_map(|(_, segments)| segments) {
            assert!(reached <= segment.start && segment.start < segment.end && !segment.marks.is_empty());
            let shared = if reached == segment.start { open.iter().zip(&segment.marks).take_while(|(a, b)| a == b).count() } else { 0 };
            painted.push_str(&"]".repeat(open.len() - shared));
            painted.push_str(&slice(reached, segment.start));
            for &mark in &segment.marks[shared..] {
                painted.push_str(&format!("[{} ", plan.marks[mark].id));
            }
            painted.push_str(&slice(segment.start, segment.end));
            open.clone_from(&segment.marks);
            reached = segment.end;
        }
        painted.push_str(&"]".repeat(open.len()));
        painted.push_str(&slice(reached, units.len() as u32));
        painted.push('|');
    }
    assert_eq!(painted.trim_end_matches('|'), expected, "{html}");
}

#[test]
fn marks_go_across_inline_markup() {
    check("<p>Sergey <b>Lav</b>rov left</p>", &[], &["Sergey Lavrov"], &[], "[e1 Sergey ]|[e1 Lav]|[e1 rov] left");
    check("<p>met Sergey\n  <!-- c -->Lavrov</p>", &[], &["Sergey Lavrov"], &[], "met [e1 Sergey\n]  |[e1 Lavrov]");
    check("<p>gov&shy;ern 🙂 Rome</p>", &[], &["govern", "Rome"], &[], "[e1 gov\u{AD}ern] 🙂 [e2 Rome]");
}

#[test]
fn quotations_stand_outside_names_and_values() {
    check(
        "<p>“We met Kerry on Friday”</p>",
        &["We met Kerry on Friday"],
        &["Kerry"],
        &["Friday"],
        "“[q1 We met [e1 Kerry] on [v1 Friday]]”",
    );
    check("<p>Kerry said so</p>", &["Kerry said so"], &["Kerry"], &[], "[q1 [e1 Kerry] said so]");
}

#[test]
fn a_quotation_in_a_quotation_stands_inside_it() {
    check("<p>he said ‘go’ to me</p>", &["go", "he said ‘go’ to me"], &[], &[], "[q2 he said ‘[q1 go]’ to me]");
}

#[test]
fn what_crosses_an_edge_is_cut_there() {
    check("<p>the New York talks</p>", &["York talks"], &["New York"], &[], "the [e1 New ][q1 [e1 York] talks]");
    check("<p>Friday 13th Films</p>", &[], &["Friday 13th Films"], &["Friday 13th"], "[e1 [v1 Friday 13th] Films]");
    check("<p>a b c d</p>", &["a b c", "b c d"], &[], &[], "[q1 a [q2 b c]][q2  d]");
}

#[test]
fn neighbours_stay_apart() {
    check("<p>US-Russia</p>", &[], &["US", "Russia"], &[], "[e1 US]-[e2 Russia]");
    check("<p>KerryLavrov</p>", &[], &["Kerry", "Lavrov"], &[], "[e1 Kerry][e2 Lavrov]");
}

#[test]
fn places_that_take_no_elements_are_left_alone() {
    check("<ul>in Rome<li>in Paris</li></ul>", &[], &["Rome", "Paris"], &[], "in Rome|in [e2 Paris]");
}

#[test]
fn what_is_hidden_is_left_out_and_nothing_else() {
    let check = |hidden: &[&str], expected| {
        check_without(
            hidden,
            "<p>“We met Kerry on Friday,” said Rome</p>",
            &["We met Kerry on Friday,"],
            &["Kerry", "Rome"],
            &["Friday"],
            expected,
        );
    };
    check(&["date"], "“[q1 We met [e1 Kerry] on Friday,]” said [e2 Rome]");
    check(&["direct"], "“We met [e1 Kerry] on [v1 Friday],” said [e2 Rome]");
    check(&["e2", "v1"], "“[q1 We met [e1 Kerry] on Friday,]” said Rome");
    check(&["person", "direct", "date"], "“We met Kerry on Friday,” said Rome");
    check(&["e1@8", "e2@8", "v1@17"], "“[q1 We met Kerry on [v1 Friday],]” said [e2 Rome]");
}
