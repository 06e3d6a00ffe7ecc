//! The cue behind what is said, or in the middle: "…, Ada said", "…, said Ada", "The deal, she said, is dead", "…, according to
//! the mayor".
//!
//! What stands in front of the comma is said, and what follows the cue too where it goes on with the same clause.

use std::ops::Range;

use super::{ASIDE, Report, Window};
use crate::lists::list;
use crate::quotes::clauses::{Reader, Within};
use crate::quotes::confidence::Construction;
use crate::quotes::cues::{Cue, Form};
use crate::quotes::words::Tag;
use crate::segment::{Kind, TokenIndex};

/// The cue in front of its subject: "…, said Ada, the mayor."
pub(super) fn inverted(
    reader: &Reader<'_, '_>,
    (cue_tokens, cue): (&Range<TokenIndex>, Cue),
    window: &Window,
    sentence: &Range<TokenIndex>,
) -> Option<Report> {
    let comma = cue_tokens.start.checked_sub(1).filter(|&comma| comma >= window.start && reader.word(comma) == ",")?;
    if cue.form == Form::Gerund || !cue.takes('b') || !reader.tag(cue_tokens.end).is_nominal() {
        return None;
    }
    let subject = reader.phrase_from(cue_tokens.end, window.end, true).filter(|subject| reader.is_speaker(subject))?;
    let behind = reader.behind_adjuncts(subject.end, window.end);
    let relative = reader.word(behind) == "," || reader.tag(behind) == Tag::Relative;
    let closes = behind >= window.end || reader.kind(behind) == Some(Kind::Stop) || relative;
    let front = content_begin(reader, sentence.start.max(window.start), comma)..comma;
    let clause = front.len() >= 2 && reader.holds_clause(front);
    // "the candidates, Ada and Otto, tweeted their thanks": an object.
    let object = matches!(reader.lower(subject.start), "their" | "its") || reader.name_at(subject.start).is_none() && subject.len() == 1;
    (closes && (clause || !object)).then(|| around(reader, (cue_tokens.clone(), subject, None), comma, behind, window, sentence)).flatten()
}

/// The cue behind or in the middle: "…, Ada said.", "…, as Ada said.", "The deal, she said, is dead."
pub(super) fn trailing(
    reader: &Reader<'_, '_>,
    (cue_tokens, cue): (Range<TokenIndex>, Cue),
    subject: Option<Range<TokenIndex>>,
    addressee: Option<Range<TokenIndex>>,
    window: &Window,
    sentence: &Range<TokenIndex>,
    behind: TokenIndex,
) -> Option<Report> {
    let subject = subject?;
    let is_comma = |at: TokenIndex| reader.word(at) == ",";
    let closes = behind >= window.end || reader.kind(behind) == Some(Kind::Stop) || is_comma(behind);
    let after = addressee.as_ref().map_or(cue_tokens.end, |addressee| addressee.end);
    let other = matches!(reader.lower(after), "about" | "of" | "for" | "against" | "as");
    if !cue.takes('b') || !closes || other {
        return None;
    }
    let as_said = subject.start > window.start && reader.lower(subject.start - 1) == "as";
    let first = if as_said { subject.start - 1 } else { subject.start };
    if as_said && first == sentence.start && is_comma(behind) {
        // "As Ada said, …"
        let rest = behind + 1..reader.content_end(behind + 1, window.end, Within::Main);
        return (rest.len() >= 3).then(|| Report {
            cue: cue_tokens,
            subject: Some(subject),
            addressee,
            contents: vec![rest],
            construction: Construction::As,
        });
    }
    let comma = first.checked_sub(1).filter(|&comma| comma >= window.start && is_comma(comma))?;
    around(reader, (cue_tokens, subject, addressee), comma, behind, window, sentence)
}

/// What is said in front of the comma at `comma`, and behind the cue and its subject from `behind` on.
fn around(
    reader: &Reader<'_, '_>,
    (cue, subject, addressee): (Range<TokenIndex>, Range<TokenIndex>, Option<Range<TokenIndex>>),
    comma: TokenIndex,
    behind: TokenIndex,
    window: &Window,
    sentence: &Range<TokenIndex>,
) -> Option<Report> {
    let mut front = content_begin(reader, sentence.start.max(window.start), comma)..comma;
    // "And so, Ada said, …"
    if front.len() == 1 && reader.tag(front.start) == Tag::Adverb {
        front.start = comma;
    }
    let clause = front.len() >= 2 && reader.holds_clause(front.clone());
    let resumes = reader.word(behind) == "," && behind + 2 < window.end;
    let next = behind + 1;
    let goes_on = resumes && belongs(reader, next, window.end, clause);
    let rest = if goes_on { next..reader.content_end(next, window.end, Within::Main) } else { next..next };
    // "…” in Oslo, said a driver, the former mate Ada Stone": neither part has a verb.
    let behind_marks = window.start > sentence.start;
    let goes_on = goes_on && (clause || !behind_marks || rest.clone().any(|at| reader.tag(at).is_finite()));
    let opens = front.start <= sentence.start + 1;
    let contents: Vec<_> = match (clause, goes_on) {
        (true, false) => vec![front],
        (_, true) if front.is_empty() => vec![rest],
        (_, true) => vec![front, rest],
        // "No surprise there, Ada said."
        (false, false) if opens && !resumes && !front.is_empty() && reader.tag(front.start) != Tag::Preposition => vec![front],
        (false, false) => return None,
    };
    let contents: Vec<_> = contents.into_iter().filter(|content| !content.is_empty()).collect();
    let construction = match contents.len() {
        0 => return None,
        _ if reader.lower(cue.start) == "according" => Construction::AccordingBehind,
        1 => Construction::Behind,
        _ => Construction::Middle,
    };
    Some(Report { cue, subject: Some(subject), addressee, contents, construction })
}

/// Whether the words behind "…, she said," are hers too. Where a whole clause stands in front, a new one may be the narrator's.
fn belongs(reader: &Reader<'_, '_>, at: TokenIndex, end: TokenIndex, clause: bool) -> bool {
    if reader.cue_at(at, end).is_some_and(|(_, cue)| cue.form == Form::Gerund) || reader.lower(at) == "according" {
        return false;
    }
    let lower = reader.lower(at);
    if !clause {
        // "As it rained, Ada testified before the court, where …": no part of what she said.
        return match reader.tag(at) {
            Tag::Relative => false,
            Tag::Subordinator => reader.opens_clause(at, end),
            _ => true,
        };
    }
    match reader.tag(at) {
        Tag::Preposition => !matches!(lower, "with" | "after" | "before" | "during" | "in" | "at" | "on"),
        Tag::To | Tag::That => true,
        // "The trouble they face, she says, is the toll": the front was only the subject.
        Tag::Auxiliary | Tag::Modal | Tag::Finite => true,
        Tag::Conjunction => {
            matches!(lower, "and" | "or") && !matches!(reader.lower(at + 1), "he" | "she") && !reader.tag(at + 1).is_finite()
        }
        Tag::Adverb => lower == "not" || lower == "so",
        Tag::Subordinator => matches!(lower, "because" | "if" | "unless" | "whether"),
        _ => false,
    }
}

/// The first word of a reported clause that begins at or behind `start`: no conjunction, no comma.
fn content_begin(reader: &Reader<'_, '_>, start: TokenIndex, end: TokenIndex) -> TokenIndex {
    // What an open bracket holds is a sentence of its own.
    let open = (start..end).rev().find(|&at| matches!(reader.word(at), "(" | ")")).filter(|&at| reader.word(at) == "(");
    let mut at = open.map_or(start, |open| open + 1);
    while at < end {
        let skipped = matches!(reader.lower(at), "but" | "and" | "," | "meanwhile" | "however" | "yet")
            || matches!(reader.kind(at), Some(Kind::Mark | Kind::Stop));
        match if skipped { 1 } else { connective(reader, at) } {
            0 => break,
            words => at += words,
        }
    }
    at.min(end)
}

/// How many words a narrator's connective at `at` has that a comma sets off: "Still, …", "In fact, …".
fn connective(reader: &Reader<'_, '_>, at: TokenIndex) -> usize {
    let one = list!("also|besides|furthermore|likewise|moreover|nevertheless|nonetheless|similarly|still").contains(reader.lower(at));
    let two = matches!(
        (reader.lower(at), reader.lower(at + 1)),
        ("in", "fact" | "addition" | "contrast" | "particular") | ("for", "example" | "instance")
    );
    let words = if one { 1 } else { 2 };
    if (one || two) && reader.word(at + words) == "," { words + 1 } else { 0 }
}

/// "According to X, …" and "…, according to X".
pub(super) fn according_to(reader: &Reader<'_, '_>, at: TokenIndex, window: &Window, sentence: &Range<TokenIndex>) -> Option<Report> {
    let source = reader.phrase_from(at + 2, window.end, true)?;
    if window.start > sentence.start && at > sentence.start && !reader.holds_clause(window.start..at) {
        // "“…,” Ada said Monday, according to a tape": the source of somebody else's words.
        return None;
    }
    let leads = at == sentence.start || reader.lower(at - 1) == "but";
    let cue = at..at + 2;
    if leads {
        let comma = (source.end..window.end.min(source.end + ASIDE)).find(|&token| reader.word(token) == ",")?;
        let contents = comma + 1..reader.content_end(comma + 1, window.end, Within::Main);
        return (contents.len() >= 3).then(|| Report {
            cue,
            subject: Some(source),
            addressee: None,
            contents: vec![contents],
            construction: Construction::AccordingInFront,
        });
    }
    let front = if matches!(reader.word(at - 1), "," | "–" | "—" | "-") { at - 1 } else { at };
    let behind = reader.behind_adjuncts(source.end, window.end);
    around(reader, (cue, source, None), front, behind, window, sentence)
}
