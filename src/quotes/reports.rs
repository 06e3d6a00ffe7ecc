//! Reported speech without marks of its own: a cue, its subject, and the clause that it reports.
//!
//! The cue stands in front ("Ada said that …"), behind ("…, Ada said"), in the middle ("The deal, she said, is dead"), or is
//! "according to". What stands inside quotation marks is somebody's words and is never searched for cues.

use std::ops::Range;

use super::clauses::Reader;
use super::cues::{Cue, Form};
use super::grammar::{is_auxiliary_or_adverb, is_determiner, is_question_word};
use crate::segment::{Case, Kind, Sentence, TokenIndex};

/// Words of a sentence that are looked at behind one cue. Longer sentences are lists or broken markup, and unbounded
/// search would cost the square of their length.
const REACH: usize = 160;
/// Words in front of a cue among which its subject is sought.
const SUBJECT_REACH: usize = 60;

/// One act of reporting.
#[derive(Debug, Clone)]
pub(super) struct Report {
    pub(super) cue: Range<TokenIndex>,
    pub(super) subject: Option<Range<TokenIndex>>,
    pub(super) addressee: Option<Range<TokenIndex>>,
    /// What is reported: two parts where the cue stands in the middle.
    pub(super) contents: Vec<Range<TokenIndex>>,
    /// In hundredths.
    pub(super) confidence: u16,
}

/// Reads the reports of one sentence. `taken` says which tokens are no narrator's: inside quotation marks, or part of an
/// attribution that is known already; `attributed` holds the cues and speakers of those, in order.
pub(super) fn of_sentence(
    reader: &Reader<'_, '_>,
    sentence: &Sentence,
    taken: &[bool],
    attributed: &[(TokenIndex, Range<TokenIndex>)],
) -> Vec<Report> {
    let mut reports: Vec<Report> = Vec::new();
    let tokens = sentence.tokens.clone();
    // Who spoke before the cue at `at` in this sentence: between marks or reported.
    let earlier = |reports: &[Report], at: TokenIndex| {
        let known = attributed.partition_point(|(cue, _)| *cue < at).checked_sub(1).and_then(|last| attributed.get(last));
        let marked = known.filter(|(cue, _)| *cue >= tokens.start);
        let reported = reports.last().and_then(|report| Some((report.cue.start, report.subject.clone()?)));
        let later = match (marked, reported) {
            (Some((cue, _)), Some(report)) if report.0 > *cue => Some(report.1),
            (Some((_, speaker)), _) => Some(speaker.clone()),
            (None, report) => report.map(|report| report.1),
        };
        later.filter(|speaker| speaker.end <= at)
    };
    let mut at = tokens.start;
    while at < tokens.end {
        if taken[at] {
            at += 1;
            continue;
        }
        let window = Window { start: floor(&tokens, at, taken), end: tokens.end.min(at + REACH) };
        if reader.lower(at) == "according" && reader.lower(at + 1) == "to" {
            reports.extend(according_to(reader, at, &window, &tokens));
            at += 2;
            continue;
        }
        let Some((length, cue)) = reader.cue_at(at, window.end) else {
            at += 1;
            continue;
        };
        if !reader.is_idle(at, cue.form, window.start)
            && reader.kind(at.wrapping_sub(1)) != Some(Kind::Possessive)
            && let Some(report) = read(reader, at..at + length, cue, &window, &tokens, &earlier(&reports, at))
        {
            reports.push(report);
        }
        at += length;
    }
    reports
}

/// The stretch of a sentence that a cue may reach.
struct Window {
    start: TokenIndex,
    end: TokenIndex,
}

/// The first token in front of `at` that its subject may begin with: behind the last quotation, and not too far away.
fn floor(sentence: &Range<TokenIndex>, at: TokenIndex, taken: &[bool]) -> TokenIndex {
    let reach = at.saturating_sub(SUBJECT_REACH).max(sentence.start);
    (reach..at).rev().find(|&token| taken[token]).map_or(reach, |token| token + 1)
}

fn read(
    reader: &Reader<'_, '_>,
    cue_tokens: Range<TokenIndex>,
    cue: Cue,
    window: &Window,
    sentence: &Range<TokenIndex>,
    earlier: &Option<Range<TokenIndex>>,
) -> Option<Report> {
    let end = window.end;
    let verb = cue_tokens.start;
    let subject = match cue.form {
        // "…, adding that": the one who spoke before in this sentence.
        // "are saying" is finite: it has a subject of its own.
        Form::Gerund if reader.verb_group(verb, window.start) < verb => reader.subject_before(verb, window.start),
        Form::Gerund => {
            let set_off = verb > sentence.start && reader.word(verb - 1) == ",";
            let before = || earlier.clone();
            let own = || reader.gerund_subject(verb, window.start);
            if set_off { before().or_else(own) } else { own().or_else(before) }
        }
        _ => reader.subject_before(verb, window.start).or_else(|| shared_subject(reader, verb, window, sentence, earlier)),
    };
    let mut at = cue_tokens.end;
    let mut addressee = None;
    if cue.takes('o') && begins_object(reader, at) {
        let object = reader.phrase_from(at, end, false)?;
        at = object.end;
        addressee = Some(object);
    }
    at = reader.behind_adjuncts(at, end);
    if matches!(reader.word(at), ",") && reader.lower(at + 1) != "that" {
        // "said, however, that": a word between commas.
        let close = (at + 1..end.min(at + 8)).find(|&token| reader.word(token) == ",");
        if let Some(close) = close.filter(|&close| reader.lower(close + 1) == "that") {
            at = close + 1;
        }
    }
    let (from, confidence) = match content_start(reader, cue, at, end, addressee.is_some()) {
        Some(start) => start,
        None => return trailing(reader, (cue_tokens, cue), subject, addressee, window, sentence, at),
    };
    let finish = reader.content_end(from, end);
    let speaks = subject.is_some() || cue.form == Form::Gerund;
    let is_that = from > 0 && reader.lower(from - 1) == "that";
    if finish <= from || finish - from < 2 || !speaks && !is_that {
        return None;
    }
    // A clause without "that" needs a subject that can speak; a noun in front of a noun ("the reports said") is none.
    let confidence = if subject.is_none() { confidence.min(55) } else { confidence };
    let contents = std::iter::once(from..finish).collect();
    Some(Report { cue: cue_tokens, subject, addressee, contents, confidence })
}

/// Where the reported words begin, by the frames of the cue, and how sure that is.
fn content_start(reader: &Reader<'_, '_>, cue: Cue, at: TokenIndex, end: TokenIndex, told: bool) -> Option<(TokenIndex, u16)> {
    if at >= end {
        return None;
    }
    let lower = reader.lower(at);
    let behind_comma = reader.word(at) == "," && reader.lower(at + 1) == "that";
    if cue.takes('t') && (lower == "that" || behind_comma) {
        let from = if behind_comma { at + 2 } else { at + 1 };
        return (from < end).then_some((from, 95));
    }
    if cue.takes('i') && lower == "to" && reader.segments.tokens.get(at + 1).is_some_and(|token| token.case == Case::Lower) {
        return Some((at, if told { 75 } else { 90 }));
    }
    if cue.takes('w') && is_question_word(lower) {
        return Some((at, 85));
    }
    if cue.takes('g') && lower.ends_with("ing") && lower.len() > 4 {
        return Some((at, 75));
    }
    if cue.takes('n') && (is_determiner(lower) || reader.segments.tokens[at].case == Case::Lower && !super::grammar::is_preposition(lower))
    {
        return Some((at, 70));
    }
    if cue.takes('b') && reader.is_clause_opener(at, end) {
        return Some((at, if cue.takes('w') || told { 90 } else { 80 }));
    }
    None
}

/// The subject of a verb behind a conjunction, which is that of the verb in front: "She left the room and said …".
fn shared_subject(
    reader: &Reader<'_, '_>,
    verb: TokenIndex,
    window: &Window,
    sentence: &Range<TokenIndex>,
    earlier: &Option<Range<TokenIndex>>,
) -> Option<Range<TokenIndex>> {
    let group = reader.verb_group(verb, window.start);
    let joined = group > window.start && matches!(reader.lower(group - 1), "and" | "but" | "then" | "or");
    joined.then(|| earlier.clone().or_else(|| reader.opening_subject(sentence.start.max(window.start), verb))).flatten()
}

/// The cue behind or in the middle: "…, Ada said.", "…, said Ada.", "…, as Ada said.", "The deal, she said, is dead."
fn trailing(
    reader: &Reader<'_, '_>,
    cue: (Range<TokenIndex>, Cue),
    subject: Option<Range<TokenIndex>>,
    addressee: Option<Range<TokenIndex>>,
    window: &Window,
    sentence: &Range<TokenIndex>,
    at: TokenIndex,
) -> Option<Report> {
    let (cue, verb) = cue;
    let is_comma = |at: TokenIndex| reader.word(at) == ",";
    let inverted = cue.start > window.start && is_comma(cue.start - 1);
    let (subject, comma, behind) = if inverted {
        let subject = reader.phrase_from(cue.end, window.end, true).filter(|subject| reader.is_speaker(subject))?;
        let behind = reader.behind_adjuncts(subject.end, window.end);
        (subject, cue.start - 1, behind)
    } else {
        let subject = subject?;
        let first = if subject.start > window.start && reader.lower(subject.start - 1) == "as" { subject.start - 1 } else { subject.start };
        let comma = first.checked_sub(1).filter(|&comma| comma >= window.start && is_comma(comma))?;
        (subject, comma, at)
    };
    let closes = behind >= window.end || reader.kind(behind) == Some(Kind::Stop) || is_comma(behind);
    if !verb.takes('b') || !closes {
        return None;
    }
    let front = content_begin(reader, sentence.start.max(window.start), comma)..comma;
    let clause = front.len() >= 3 && has_verb(reader, front.clone());
    let resumes = is_comma(behind) && behind + 3 < window.end;
    let rest = if resumes { behind + 1..reader.content_end(behind + 1, window.end) } else { behind..behind };
    let contents = match (clause, resumes) {
        (true, _) => vec![front],
        // "Perhaps, she said, the deal is dead": what is said begins with a word or two.
        (false, true) if front.len() < 3 => vec![rest],
        (false, true) => vec![front, rest],
        (false, false) => return None,
    };
    Some(Report { cue, subject: Some(subject), addressee, contents, confidence: 80 })
}

fn has_verb(reader: &Reader<'_, '_>, range: Range<TokenIndex>) -> bool {
    range.clone().any(|at| {
        super::grammar::is_finite(reader.lower(at))
            || reader.lower(at).ends_with("ed")
            || reader.segments.tokens[at].case == Case::Lower && reader.lower(at).ends_with('s')
    })
}

/// The first word of a reported clause that begins at or behind `start`: no conjunction, no comma.
fn content_begin(reader: &Reader<'_, '_>, start: TokenIndex, end: TokenIndex) -> TokenIndex {
    let mut at = start;
    while at < end
        && (matches!(reader.lower(at), "but" | "and" | "," | "meanwhile" | "however" | "yet")
            || matches!(reader.kind(at), Some(Kind::Mark | Kind::Stop)))
    {
        at += 1;
    }
    at
}

/// "According to X, …" and "…, according to X".
fn according_to(reader: &Reader<'_, '_>, at: TokenIndex, window: &Window, sentence: &Range<TokenIndex>) -> Option<Report> {
    let source = reader.phrase_from(at + 2, window.end, true)?;
    // "In addition, according to the ministry, …": what opens the sentence is too short to be what is said.
    let set_off = at > sentence.start && at - sentence.start <= 5 && reader.word(at - 1) == "," && reader.word(source.end) == ",";
    let leads = at == sentence.start || reader.lower(at - 1) == "but" || set_off;
    let contents = if leads {
        let comma = (source.end..window.end.min(source.end + 12)).find(|&token| reader.word(token) == ",")?;
        let from = comma + 1;
        from..reader.content_end(from, window.end)
    } else {
        let end = if reader.word(at - 1) == "," { at - 1 } else { at };
        content_begin(reader, window.start.max(sentence.start), end)..end
    };
    (contents.len() >= 3).then(|| Report {
        cue: at..at + 2,
        subject: Some(source),
        addressee: None,
        contents: vec![contents],
        confidence: 88,
    })
}

/// Whether an object begins at `at`: whom something is told.
fn begins_object(reader: &Reader<'_, '_>, at: TokenIndex) -> bool {
    let lower = reader.lower(at);
    let Some(token) = reader.segments.tokens.get(at) else { return false };
    if token.kind != Kind::Word
        || matches!(
            lower,
            "that"
                | "to"
                | "whether"
                | "if"
                | "why"
                | "how"
                | "what"
                | "when"
                | "where"
                | "of"
                | "about"
                | "he"
                | "she"
                | "they"
                | "we"
                | "i"
                | "it"
                | "there"
        )
    {
        return false;
    }
    reader.name_at(at).is_some()
        || is_determiner(lower)
        || matches!(lower, "him" | "her" | "them" | "us" | "me" | "you" | "people")
        || token.case == Case::Lower && lower.ends_with('s') && !is_auxiliary_or_adverb(lower)
        || token.is_capitalised
}
