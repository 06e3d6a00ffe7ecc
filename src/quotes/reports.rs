//! Reported speech without marks of its own: a cue, its subject, and the clause that it reports.
//!
//! The cue stands in front ("Ada said that …"), where its frames say what may follow (`frames`); behind or in the middle
//! (`around`); it is passive (`passive`) or a noun (`nominal`). What stands inside quotation marks is somebody's words and is
//! never searched for cues.

mod around;
mod frames;
mod nominal;
mod passive;

use std::ops::Range;

use super::clauses::{Reader, Within};
use super::confidence::Construction;
use super::cues::{Cue, Form};
use super::direct::behind_dateline;
use super::words::Tag;
use crate::segment::{Sentence, TokenIndex};
use frames::{begins_object, content_start, is_object, is_time, that_across};

/// Words of a sentence that are looked at behind one cue. Longer sentences are lists or broken markup, and unbounded
/// search would cost the square of their length.
const REACH: usize = 160;
/// Words in front of a cue among which its subject is sought.
const SUBJECT_REACH: usize = 60;

/// Words that a phrase between commas behind a cue may have: "said on CNN, where she works, that".
const ASIDE: usize = 14;

/// One act of reporting.
#[derive(Debug, Clone)]
pub(super) struct Report {
    pub(super) cue: Range<TokenIndex>,
    pub(super) subject: Option<Range<TokenIndex>>,
    pub(super) addressee: Option<Range<TokenIndex>>,
    /// What is reported: two parts where the cue stands in the middle.
    pub(super) contents: Vec<Range<TokenIndex>>,
    pub(super) construction: Construction,
}

/// Reads the reports of one sentence. `taken` says which tokens are no narrator's: inside quotation marks, or part of an
/// attribution that is known already; `walls` the same without marks that hold a title or a term; `attributed`
/// holds the cues and speakers of those, in order.
pub(super) fn of_sentence(
    reader: &Reader<'_, '_>,
    sentence: &Sentence,
    taken: &[bool],
    walls: &[bool],
    attributed: &[(TokenIndex, Range<TokenIndex>)],
) -> Vec<Report> {
    let mut reports: Vec<Report> = Vec::new();
    let tokens = behind_dateline(reader, sentence.tokens.start, sentence.tokens.end)..sentence.tokens.end;
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
        // What is between marks, or the cue of it.
        if taken[at] || attributed.binary_search_by_key(&at, |(cue, _)| *cue).is_ok() {
            at += 1;
            continue;
        }
        let window = Window { start: floor(&tokens, at, walls), end: tokens.end.min(at + REACH) };
        if reader.lower(at) == "according" && reader.lower(at + 1) == "to" {
            reports.extend(around::according_to(reader, at, &window, &tokens));
            at += 2;
            continue;
        }
        if let Some(report) = nominal::of_noun(reader, at, &window) {
            reports.push(report);
            at += 1;
            continue;
        }
        let Some((length, cue)) = reader.cue_at(at, window.end) else {
            at += 1;
            continue;
        };
        // "who quoted her as saying": what follows is read with it.
        let quoted = if reader.is_passive(at, window.start) { None } else { passive::quoted(reader, at, &window) };
        let passive = if cue.form == Form::Past && reader.is_passive(at, window.start) {
            passive::read(reader, at..at + length, &window)
        } else {
            quoted
        };
        if let Some(report) = passive {
            at = report.contents.first().map_or(at + length, |content| content.start);
            reports.push(report);
            continue;
        } else if !reader.is_idle(at, cue.form, window.start)
            && (at == tokens.start || reader.tag(at - 1) != Tag::Possessive)
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
fn floor(sentence: &Range<TokenIndex>, at: TokenIndex, walls: &[bool]) -> TokenIndex {
    let reach = at.saturating_sub(SUBJECT_REACH).max(sentence.start);
    (reach..at).rev().find(|&token| walls[token]).map_or(reach, |token| token + 1)
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
    if let Some(report) = around::inverted(reader, (&cue_tokens, cue), window, sentence) {
        return Some(report);
    }
    let subject = match cue.form {
        // "…, adding that": the one who spoke before in this sentence.
        // "are saying" is finite: it has a subject of its own.
        Form::Gerund if reader.verb_group(verb, window.start) < verb => reader.subject_before(verb, window.start),
        Form::Gerund => {
            let comma = verb - usize::from(verb > sentence.start && reader.is_open_mark(verb - 1));
            let set_off = comma > sentence.start && reader.word(comma - 1) == ",";
            let before = || earlier.clone();
            let own = || reader.gerund_subject(verb, window.start);
            if set_off { before().or_else(own) } else { own().or_else(before) }
        }
        _ => reader.subject_before(verb, window.start).or_else(|| shared_subject(reader, verb, window, sentence, earlier)),
    };
    let within = clause_of(reader, verb, subject.as_ref(), window);
    let mut at = cue_tokens.end;
    let mut addressee = None;
    if (cue.takes('o') || cue.takes('O')) && begins_object(reader, cue, at, end) {
        let object = reader.phrase_from(at, end, false)?;
        at = object.end;
        addressee = Some(object);
    }
    // "which officials said will open"
    let gap = cue.takes('b') && reader.tag(at).is_finite() && reader.tag(at) != Tag::Contraction;
    // "what they called “a mess”"
    let named =
        within == Within::Relative && cue.takes('c') && reader.tag(subject.as_ref().map_or(at, |subject| subject.start)) != Tag::Relative;
    if gap || named {
        let subject = subject?;
        let finish = match (gap, is_restrictive(reader, &subject)) {
            (true, true) => reader.inner_clause_end(at, end),
            (true, false) => reader.content_end(at, end, Within::Relative),
            (false, _) => reader.object_end(at, end),
        };
        return (finish > at + 1).then(|| Report {
            cue: cue_tokens,
            subject: Some(subject),
            addressee,
            contents: std::iter::once(at..finish).collect(),
            construction: Construction::Gap,
        });
    }
    let impersonal = !subject.as_ref().is_some_and(|subject| reader.is_somebody(subject));
    let direct = content_start(reader, cue, at, end, impersonal).filter(|_| !is_time(reader, at) && reader.tag(at) != Tag::Adverb);
    let far = if cue.takes('t') && direct.is_none() { that_across(reader, at, end) } else { None };
    let (from, construction) = match direct.or(far) {
        Some(start) => start,
        None => {
            at = reader.behind_adjuncts(at, end);
            // "said, however, that", "said on CNN, where she works, that", "said – in print – that": what is set off.
            if (reader.word(at) == "," || reader.is_dash(at)) && reader.lower(at + 1) != "that" {
                let close = (at + 1..end.min(at + ASIDE)).find(|&token| reader.word(token) == reader.word(at));
                if let Some(close) = close.filter(|&close| reader.lower(close + 1) == "that") {
                    at = close + 1;
                }
            }
            match content_start(reader, cue, at, end, impersonal) {
                Some(start) => start,
                None => return around::trailing(reader, (cue_tokens, cue), subject, addressee, window, sentence, at),
            }
        }
    };
    let object = is_object(reader, cue, from);
    let inner = within == Within::Relative && subject.as_ref().is_some_and(|subject| is_restrictive(reader, subject));
    let finish = match (object, inner) {
        (true, _) => reader.object_end(from, end),
        (false, true) => reader.inner_clause_end(from, end),
        (false, false) => reader.content_end(from, end, within),
    };
    if object && cue.takes('h') && impersonal {
        return None;
    }
    let speaks = subject.is_some() || cue.form == Form::Gerund;
    let is_that = from > 0 && reader.lower(from - 1) == "that";
    let enough = if object { finish > from + 1 || finish > from && reader.name_at(from).is_some() } else { finish >= from + 2 };
    if !enough || !speaks && !is_that {
        return None;
    }
    let construction = if subject.is_none() { Construction::NoSubject } else { construction };
    let contents = std::iter::once(from..finish).collect();
    Some(Report { cue: cue_tokens, subject, addressee, contents, construction })
}

/// What kind of clause the cue at `verb` stands in.
fn clause_of(reader: &Reader<'_, '_>, verb: TokenIndex, subject: Option<&Range<TokenIndex>>, window: &Window) -> Within {
    let start = subject.map_or(verb, |subject| subject.start);
    if reader.tag(start) == Tag::Relative {
        return Within::Relative;
    }
    let Some(before) = start.checked_sub(1).filter(|&before| before >= window.start) else { return Within::Main };
    match reader.tag(before) {
        Tag::Relative | Tag::That => Within::Relative,
        Tag::Subordinator if reader.lower(before) == "what" => Within::Relative,
        Tag::Subordinator if before == window.start || !reader.tag(before - 1).is_nominal() => Within::Subordinate,
        Tag::Preposition if matches!(reader.lower(before), "after" | "before" | "since" | "until") => Within::Subordinate,
        _ => Within::Main,
    }
}

/// Whether the relative clause that `subject` opens, or stands in behind its pronoun, has no comma in front: "those who said".
fn is_restrictive(reader: &Reader<'_, '_>, subject: &Range<TokenIndex>) -> bool {
    let pronoun = if reader.tag(subject.start) == Tag::Relative { subject.start } else { subject.start.saturating_sub(1) };
    let before = pronoun.checked_sub(1).map_or(Tag::Sign, |before| reader.tag(before));
    before != Tag::Sign && matches!(reader.tag(pronoun), Tag::Relative | Tag::That)
}

/// The subject of a verb behind a conjunction, which is that of the verb in front: "She left the room and said …".
fn shared_subject(
    reader: &Reader<'_, '_>,
    verb: TokenIndex,
    window: &Window,
    sentence: &Range<TokenIndex>,
    earlier: &Option<Range<TokenIndex>>,
) -> Option<Range<TokenIndex>> {
    let mut group = reader.verb_group(verb, window.start);
    if group > window.start && reader.word(group - 1) == "," {
        group -= 1;
    }
    let joined = group > window.start && (matches!(reader.lower(group - 1), "and" | "but" | "then" | "or") || reader.word(group) == ",");
    joined.then(|| earlier.clone().or_else(|| reader.main_subject(sentence.start.max(window.start), group))).flatten()
}
