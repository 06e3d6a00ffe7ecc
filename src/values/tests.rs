//! Tests: tables of our own sentences. What is marked stands in brackets; each row lists type and value of every mark in order,
//! "-" where there is no value. A row without brackets asserts that nothing is marked at the usual threshold.
#![allow(clippy::unwrap_used, clippy::panic)]

mod dates;
mod money;
mod quantities;
mod shares;
mod times;

use super::openings::{OPENINGS, Openings};
use super::{find, find_by};
use crate::annotations::Confidence;
use crate::document::{Document, parse_date};
use crate::segment::{Kind, Segments};

/// A Saturday.
const PUBLISHED: &str = "2016-08-27";

/// Annotates `marked` without its brackets and compares with the brackets and `expected` ("date 2016-08-26; duration P4Y").
fn differs(published: Option<&str>, marked: &str, expected: &str) -> Option<String> {
    let text = marked.replace(['[', ']'], "");
    let document = Document::from_plain_text(&text, published.map(|day| parse_date(day).unwrap())).unwrap();
    let segments = Segments::new(&document);
    let values = find(&segments, document.published());
    // What is held back from the grammars must begin nothing, at whatever confidence.
    let all = find_by(&Openings::of_everything(), &segments, document.published());
    if values != all {
        return Some(format!("\n  {text}: hidden from the grammars, {} of {} values are found", values.len(), all.len()));
    }
    let shown: Vec<_> = values.iter().filter(|value| value.confidence >= Confidence::percent(50)).collect();
    let mut got = text.clone();
    for value in shown.iter().rev() {
        got.insert(value.span.end as usize, ']');
        got.insert(value.span.start as usize, '[');
    }
    let list: Vec<String> = shown
        .iter()
        .map(|value| format!("{} {}", format!("{:?}", value.kind).to_lowercase(), value.value.as_deref().unwrap_or("-")))
        .collect();
    let list = list.join("; ");
    (got != marked || list != expected).then(|| format!("\n  want {marked} | {expected}\n  got  {got} | {list}"))
}

fn check(published: Option<&str>, rows: &[(&str, &str)]) {
    let wrong: Vec<String> = rows.iter().filter_map(|(marked, expected)| differs(published, marked, expected)).collect();
    assert!(wrong.is_empty(), "{} of {} rows:{}", wrong.len(), rows.len(), wrong.concat());
}

#[test]
fn what_only_looks_like_a_value_is_left_alone() {
    let rows = [
        "May said that talks had failed.",
        "Theresa May left, and nobody thanked May for it.",
        "Mrs. May left the room.",
        "They began to march to the square.",
        "March to the square, he told them.",
        "The Women’s March drew crowds.",
        "April Ryan asked a question.",
        "A second round of talks failed.",
        "He came second in the race.",
        "Just a second, he said.",
        "The shop is open 24/7.",
        "Spain won 2-1.",
        "Only 20 won a prize.",
        "Spain won 3–0 against Malta.",
        "Flight 1549 landed safely.",
        "Chapter 11 protection was granted.",
        "Room 2016 was empty.",
        "Some 82 were ill and 1,700 absent.",
        "Around 2000 people marched.",
        "Two of the 2,000 soldiers fled.",
        "He finished in third place.",
        "Sales fell in the first half of the year.",
        "See Appendix 2C for more.",
        "The sun rose and the cat sat.",
        "The Sun reported it.",
        "They may march on.",
        "Sheffield Wednesday lost again.",
        "USA Today reported it.",
        "The Daily Mail reported it.",
        "Call 555-0123 at any hour.",
        "Read John 3:16 again.",
        "It happened in his 30s.",
        "The deal fell apart at the end of the day.",
        "She is in the 10th grade.",
        "He served in the 82nd Airborne.",
        "Articles 5 and 6 were dropped.",
        "The score was 10 to 3.",
        "One day he will return.",
        "They fall in love.",
        "It is the fall of a dictator.",
        "The 5G network failed.",
        "They left at 10 different gates.",
        "Then came the year of the flood.",
        "He spent a minute of silence on a yard.",
    ];
    check(Some(PUBLISHED), &rows.map(|row| (row, "")));
    check(None, &rows.map(|row| (row, "")));
}

#[test]
fn impossible_dates_get_no_value() {
    check(
        Some(PUBLISHED),
        &[
            ("It opened on 31 February.", ""),
            ("It opened on February 30, 2016.", ""),
            ("It opened on 29 February 2015.", ""),
            ("It opened on 2016-13-01.", ""),
            ("It opened on 2016-02-31.", ""),
            ("It opened on 45/45/2016.", ""),
            ("It opened in 20161234567890123456.", ""),
            ("It opened on 99 May.", ""),
            ("It began [3000 years ago].", "date -"),
            ("It began [99999999999999999 years ago].", "date -"),
            ("It cost $99999999999999999999999 in all.", ""),
        ],
    );
}

#[test]
fn a_publication_date_at_the_edge_of_the_calendar_is_no_danger() {
    let text = "He left yesterday, last week, two weeks ago, a century ago, on Friday, last winter, over the weekend and on Easter Monday. \
                He will return tomorrow, next week, next century, in May, on 31 December, next summer, and 9,000 years from now.";
    for published in ["0001-01-01", "9999-12-31", "2016-02-29"] {
        let document = Document::from_plain_text(text, Some(parse_date(published).unwrap())).unwrap();
        let values = find(&Segments::new(&document), document.published());
        assert!(values.len() > 10, "{published}: {} values", values.len());
    }
}

/// Whatever is repeated without end, every value stays inside the text, none overlaps another, and twice the text has about
/// twice the values: nothing is read from one end to the other.
#[test]
fn hostile_texts_are_read_in_pieces() {
    let pieces = [
        "two hundred thousand ",
        "five-",
        "1-2-3-4-",
        "May ",
        "3 to ",
        "$",
        "$5-$",
        "half a ",
        "the end of ",
        "early ",
        "last last ",
        "1/2/",
        "10:",
        "2016-",
        "2016 to ",
        "a few ",
        "hundreds of ",
        "9 a.m. ",
        "and a half ",
        "Friday, ",
        "the next ",
        "1,000,",
        "½",
        "per cent ",
        "'90s ",
        "é5€",
    ];
    for piece in pieces {
        let values = |times: usize| {
            let text = piece.repeat(times);
            let document = Document::from_plain_text(&text, parse_date(PUBLISHED).ok()).unwrap();
            let segments = Segments::new(&document);
            let values = find(&segments, document.published());
            assert_eq!(values, find_by(&Openings::of_everything(), &segments, document.published()), "{piece:?}: hidden from the grammars");
            assert!(values.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start), "{piece:?}: values overlap");
            assert!(values.iter().all(|value| text.get(value.span.start as usize..value.span.end as usize).is_some()), "{piece:?}");
            values.len()
        };
        let (once, twice) = (values(150), values(300));
        assert!(twice.abs_diff(2 * once) <= 4, "{piece:?}: {once} values, then {twice}");
    }
}

/// Each grammar is asked about every phrase that it names, however it is cased: a word with which a value begins is held back
/// from none of the grammars that read it. The rows above are read both ways as well; here stand beginnings that they lack.
#[test]
fn no_beginning_is_held_back() {
    let beginnings = [
        "half past",
        "quarter to",
        "midday on",
        "Noon",
        "INR",
        "Rs.",
        "RM",
        "AU$",
        "€",
        "scores of",
        "tens of thousands of",
        "A couple of",
        "couple of",
        "the few",
        "Numerous",
        "between",
        "an",
        "ninety",
        "thirtieth of",
        "Thirty-first of",
        "twenty-second of",
        "Mondays",
        "Tues.",
        "Sept.",
        "Wed",
        "each",
        "every other",
        "annual",
        "Nightly",
        "per",
        "fiscal year",
        "Financial year",
        "FY",
        "FY2018",
        "fiscal",
        "final quarter of",
        "Last half of",
        "autumn of",
        "the tail end of",
        "Mid",
        "End",
        "week of",
        "the week of",
        "that same",
        "The following",
        "upcoming",
        "current",
        "coming",
        "the foreseeable future",
        "At present",
        "nowadays",
        "these past",
        "Recent",
        "final",
        "as many as",
        "fewer than",
        "at least",
        "up to",
        "decades-long",
        "centuries",
        "hrs",
        "½",
        "¾",
        "’60s",
        "’tis",
        "next Halloween",
        "St Patrick’s Day",
        "Valentine's Day",
        "Presidents' Day",
        "Guy Fawkes Night",
        "fourth of July",
        "this",
        "tonight",
        "the day after tomorrow",
    ];
    let ends = [
        "",
        " 2017",
        " 5 million",
        " three hours",
        " million dollars",
        " two weeks",
        " May",
        " day",
        " year",
        " morning",
        " of it",
        "-May",
        " weekend",
    ];
    for beginning in beginnings {
        for end in ends {
            for text in [
                format!("It was for {beginning}{end}, they said."),
                format!("{beginning}{end} it was."),
                format!("{} {end}", beginning.to_uppercase()),
            ] {
                let document = Document::from_plain_text(&text, parse_date(PUBLISHED).ok()).unwrap();
                let segments = Segments::new(&document);
                let everything = find_by(&Openings::of_everything(), &segments, document.published());
                assert_eq!(find(&segments, document.published()), everything, "{text}");
            }
        }
    }
}

/// Without this the filter would be none: these words make up much of every article and begin nothing. A new opening may fall
/// together with one of them, but not with many.
#[test]
fn common_words_are_held_back() {
    let words = ["of", "to", "said", "he", "she", "was", "were", "had", "by", "from", "with", "who", "minister", "government", "and", "in"];
    let passed: Vec<&str> = words.into_iter().filter(|word| !OPENINGS.grammars(Kind::Word, word).is_empty()).collect();
    assert!(passed.len() <= 2, "{passed:?}");
    assert!(OPENINGS.grammars(Kind::Symbol, ",").is_empty());
}
