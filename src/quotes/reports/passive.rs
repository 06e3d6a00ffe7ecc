//! Passive verbs of saying: "asked whether she would run", "accused of lying", "quoted as saying".

use std::ops::Range;

use super::{Report, Window};
use crate::quotes::clauses::{Reader, Within};
use crate::quotes::confidence::Construction;
use crate::quotes::grammar::is_question_word;
use crate::segment::TokenIndex;

/// "Asked whether she would run, Ada smiled", "Ada was asked about the bridge", "He is accused of lying", "She was quoted as
/// saying that …": what is said to or of the subject of a passive verb.
pub(super) fn read(reader: &Reader<'_, '_>, cue: Range<TokenIndex>, window: &Window) -> Option<Report> {
    let (end, verb) = (window.end, cue.start);
    let lower = reader.lower(verb);
    let subject = reader.subject_before(verb, window.start);
    let mut at = verb + 1;
    if let Some(subject) = subject.clone().filter(|_| lower == "quoted" && reader.lower(at) == "as") {
        return as_saying(reader, verb, subject, at, end);
    }
    let mut agent = None;
    if reader.lower(at) == "by" {
        let by = reader.phrase_from(at + 1, end, false)?;
        at = by.end;
        agent = Some(by);
    }
    let next = reader.behind_adjuncts_but(at, end, &["about", "of", "for", "as"]);
    let (from, finish) = match (lower, reader.lower(next)) {
        ("asked", word) if is_question_word(word) => (next, reader.content_end(next, end, Within::Subordinate)),
        ("asked", "to") => (next, reader.content_end(next, end, Within::Subordinate)),
        ("asked", "about") | ("accused", "of") | ("criticized" | "criticised", "for") if agent.is_some() => {
            (next + 1, reader.object_end(next + 1, end))
        }
        _ => return None,
    };
    (finish > from + 1).then(|| Report {
        cue,
        subject: agent,
        addressee: subject.filter(|_| lower == "asked"),
        contents: std::iter::once(from..finish).collect(),
        construction: Construction::Passive,
    })
}

/// "Reuters quoted Ada as saying that …": who is quoted speaks.
pub(super) fn quoted(reader: &Reader<'_, '_>, verb: TokenIndex, window: &Window) -> Option<Report> {
    let quotes = matches!(reader.lower(verb), "quote" | "quotes" | "quoted" | "quoting");
    let person = if quotes { reader.phrase_from(verb + 1, window.end, false) } else { None }?;
    as_saying(reader, verb, person.clone(), person.end, window.end)
}

/// The report behind "as saying", which stands at `at`.
fn as_saying(reader: &Reader<'_, '_>, verb: TokenIndex, speaker: Range<TokenIndex>, at: TokenIndex, end: TokenIndex) -> Option<Report> {
    if reader.lower(at) != "as" || reader.lower(at + 1) != "saying" {
        return None;
    }
    if !reader.is_clause_opener(at + 2, end) {
        return None;
    }
    let from = at + 2 + usize::from(reader.lower(at + 2) == "that");
    let finish = reader.content_end(from, end, Within::Main);
    let cue = if speaker.start > verb { at + 1..at + 2 } else { verb..at + 2 };
    (finish > from + 2).then(|| Report {
        cue,
        subject: Some(speaker),
        addressee: None,
        contents: std::iter::once(from..finish).collect(),
        construction: Construction::AsSaying,
    })
}
