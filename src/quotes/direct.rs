//! Who says what stands between marks: the cue and subject behind, in front or in the middle.

use std::ops::Range;

use super::clauses::Reader;
use super::cues::Form;
use super::marks::Marked;
use crate::annotations::EntityType;
use crate::segment::{Kind, Sentence, TokenIndex};

/// Words behind a quotation among which its cue is sought.
const REACH: usize = 45;

/// The same, where the quotation ends in a question or exclamation mark and a sentence of its own may follow.
const QUESTION_REACH: usize = 12;

/// The cue of a quotation and the phrase that names who spoke.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Attribution {
    /// Nothing where the sentence in front ends in a colon without one: the speaker is then inferred.
    pub(super) cue: Option<Range<TokenIndex>>,
    pub(super) speaker: Range<TokenIndex>,
    pub(super) addressee: Option<Range<TokenIndex>>,
    /// The first token behind the attribution.
    pub(super) end: TokenIndex,
}

/// The attribution behind the quotation, in the rest of `sentence`: “…,” said Ada; “…,” Ada told reporters.
pub(super) fn behind(reader: &Reader<'_, '_>, marked: &Marked, sentence: &Sentence, next_open: TokenIndex) -> Option<Attribution> {
    let mut at = marked.after();
    // “Why?” Ada asked: the question ends a sentence, but its attribution follows.
    let asked = at >= sentence.tokens.end && matches!(reader.word(at.saturating_sub(2)), "?" | "!" | "…" | "..." | "!!!" | "?!");
    let end = if asked {
        reader.segments.sentences.get(reader.segments.sentence_of(at)).map_or(at, |next| next.tokens.end)
    } else {
        sentence.tokens.end
    };
    let limit = end.min(next_open).min(at + if asked { QUESTION_REACH } else { REACH });
    if at >= limit || asked && reader.segments.sentences[reader.segments.sentence_of(at)].block != marked.block {
        return None;
    }
    let comma_inside =
        marked.content.end > marked.content.start && matches!(reader.word(marked.content.end - 1), "," | "?" | "!" | "…" | "...");
    let comma_behind = matches!(reader.word(at), "," | "–" | "—" | "--" | "-");
    if comma_behind {
        at += 1;
    }
    // A comma or dash, or a question mark inside, ties the quotation to the words behind it.
    let joined = comma_inside || comma_behind;
    while at < limit {
        let Some((length, cue)) = reader.cue_at(at, limit).filter(|(_, cue)| cue.takes('q') && cue.form != Form::Gerund) else {
            at += 1;
            continue;
        };
        let first = marked.after() + usize::from(comma_behind);
        let verb = at;
        if reader.is_idle(verb, cue.form, first) {
            at += 1;
            continue;
        }
        // Behind a quotation that stands inside a clause of the narrator's, a later verb is another matter.
        if !joined && verb > first && reader.verb_group(verb, first) > first + 8 {
            return None;
        }
        if verb == first {
            // Inverted: the speaker follows the verb.
            let speaker = reader.phrase_from(verb + length, limit, true).filter(|phrase| reader.is_speaker(phrase))?;
            let end = speaker.end;
            return Some(Attribution { cue: Some(verb..verb + length), speaker, addressee: None, end });
        }
        let speaker = reader.subject_before(verb, first)?;
        if speaker.start > first + 12 || !joined && speaker.start > first {
            return None;
        }
        let addressee = if cue.takes('o') { reader.phrase_from(verb + length, limit, false) } else { None };
        let end = addressee.as_ref().map_or(verb + length, |addressee| addressee.end);
        return Some(Attribution { cue: Some(verb..verb + length), speaker, addressee, end });
    }
    let first = marked.after() + usize::from(comma_behind);
    if reader.lower(first) == "according" && reader.lower(first + 1) == "to" {
        let speaker = reader.phrase_from(first + 2, limit, true)?;
        let end = speaker.end;
        return Some(Attribution { cue: Some(first..first + 2), speaker, addressee: None, end });
    }
    None
}

/// The attribution in front of the quotation: Ada said: “…”; Ada told reporters in Oslo on Friday, “…”.
pub(super) fn in_front(reader: &Reader<'_, '_>, marked: &Marked, sentence: &Sentence, floor: TokenIndex) -> Option<Attribution> {
    let start = sentence.tokens.start.max(floor).max(marked.open.saturating_sub(REACH));
    let mut end = marked.open;
    if end > start && matches!(reader.word(end - 1), "," | ":") {
        end -= 1;
    }
    let introduced = end < marked.open;
    // "on CNN's “Morning Hour”": the marks hold a title.
    if end <= start || reader.kind(end - 1) == Some(Kind::Possessive) {
        return None;
    }
    let cue = (start..end).rev().find_map(|at| {
        let (length, cue) = reader.cue_at(at, end)?;
        (cue.takes('q') && !reader.is_idle(at, cue.form, start)).then_some((at, length, cue))
    });
    let Some((verb, length, cue)) = cue else {
        // "The minister was blunt: “…”"
        let colon = introduced && reader.word(end) == ":";
        let speaker = if colon { opening_person(reader, start, end) } else { None }?;
        return Some(Attribution { cue: None, speaker, addressee: None, end: marked.open });
    };
    let mut at = verb + length;
    let mut addressee = None;
    if at < end && cue.takes('o') {
        addressee = reader.phrase_from(at, end, false);
        at = addressee.as_ref().map_or(at, |addressee| addressee.end);
    }
    if cue.takes('t') && reader.lower(at) == "that" && at + 1 == end {
        at += 1;
    }
    let reached = reader.behind_adjuncts(at, end);
    // What stands between the cue and the mark must be about the saying; a clause there makes the quotation a part of it.
    if reached < end && (!introduced || reader.is_clause_opener(at, end)) {
        return None;
    }
    let speaker = match cue.form {
        Form::Gerund => reader.gerund_subject(verb, start),
        _ => reader.subject_before(verb, start).or_else(|| {
            // "Said Ada: “…”"
            (verb == start).then(|| reader.phrase_from(verb + length, end, true)).flatten().filter(|phrase| reader.is_speaker(phrase))
        }),
    }?;
    Some(Attribution { cue: Some(verb..verb + length), speaker, addressee, end: marked.open })
}

/// The person whose name, or "he" or "she", opens a sentence.
fn opening_person(reader: &Reader<'_, '_>, start: TokenIndex, end: TokenIndex) -> Option<Range<TokenIndex>> {
    if matches!(reader.lower(start), "he" | "she") {
        return Some(start..start + 1);
    }
    let name = (start..end.min(start + 5)).find_map(|at| reader.name_at(at).filter(|name| name.kind == EntityType::Person))?;
    let titled = (start..name.tokens.start).all(|at| reader.segments.tokens[at].is_capitalised);
    titled.then_some(start..name.tokens.end)
}

/// Whether the words between marks are a title: nearly all begin with a capital, and no sentence ends among them.
pub(super) fn is_title(reader: &Reader<'_, '_>, marked: &Marked) -> bool {
    let words = marked.content.clone().filter(|&at| reader.kind(at) == Some(Kind::Word) && reader.segments.tokens[at].span.len() > 3);
    let (all, capitalised) =
        words.fold((0, 0), |(all, capitalised), at| (all + 1, capitalised + u32::from(reader.segments.tokens[at].is_capitalised)));
    let ends = marked.content.clone().any(|at| reader.kind(at) == Some(Kind::Stop));
    !ends && (2..=9).contains(&all) && capitalised * 10 >= all * 8
}

/// Whether the words between marks are a statement on their own, rather than a title, a nickname or a single term.
pub(super) fn is_statement(reader: &Reader<'_, '_>, marked: &Marked) -> bool {
    let words = marked.content.clone().filter(|&at| reader.kind(at) == Some(Kind::Word)).count();
    let ends = reader.kind(marked.content.end - 1) == Some(Kind::Stop);
    let starts = reader.segments.tokens[marked.content.start].is_capitalised;
    !is_title(reader, marked) && starts && (words >= 5 || ends && words >= 2)
}
