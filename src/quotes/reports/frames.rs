//! Where the reported words begin, by the frames of the cue in front of them, and whom it says them to.

use super::{ASIDE, REACH};
use crate::quotes::clauses::Reader;
use crate::quotes::confidence::Construction;
use crate::quotes::cues::Cue;
use crate::quotes::grammar::is_question_word;
use crate::quotes::words::Tag;
use crate::segment::{Case, TokenIndex};

/// Whether a time begins at `at`: "said Tuesday he was ready".
pub(super) fn is_time(reader: &Reader<'_, '_>, at: TokenIndex) -> bool {
    reader.behind_adjuncts(at, at + 8) > at && reader.time_begins(at)
}

/// Whether what begins at `from` is read as a noun phrase, and not as a clause.
pub(super) fn is_object(reader: &Reader<'_, '_>, cue: Cue, from: TokenIndex) -> bool {
    let clause = from > 0 && reader.lower(from - 1) == "that"
        || reader.lower(from) == "to"
        || cue.takes('w') && is_question_word(reader.lower(from))
        || cue.takes('b') && reader.opens_clause(from, from + REACH);
    (cue.takes('n') || cue.takes('c') || cue.takes('p')) && !clause
}

/// Where the reported words begin, by the frames of the cue, and in which construction.
pub(super) fn content_start(
    reader: &Reader<'_, '_>,
    cue: Cue,
    at: TokenIndex,
    end: TokenIndex,
    impersonal: bool,
) -> Option<(TokenIndex, Construction)> {
    if at >= end {
        return None;
    }
    let lower = reader.lower(at);
    let behind_comma = reader.word(at) == "," && reader.lower(at + 1) == "that";
    if cue.takes('t') && (lower == "that" || behind_comma) {
        let from = if behind_comma { at + 2 } else { at + 1 };
        return (from < end).then_some((from, Construction::That));
    }
    let infinitive = at + usize::from(lower == "not");
    if cue.takes('i')
        && reader.lower(infinitive) == "to"
        && !(cue.takes('h') && impersonal)
        && reader.segments.tokens.get(infinitive + 1).is_some_and(|token| token.case == Case::Lower)
    {
        return Some((at, Construction::Infinitive));
    }
    if cue.takes('w') && is_question_word(lower) {
        return Some((at, Construction::Question));
    }
    if cue.takes('g') && reader.tag(at) == Tag::Gerund {
        return Some((at, Construction::Gerund));
    }
    if cue.takes('b') && reader.is_clause_opener(at, end) {
        return Some((at, Construction::Bare));
    }
    // "says despite the rain, boats sail", "says when it rains, boats sail": what opens the clause is set off.
    let opens = matches!(lower, "despite" | "without") || reader.tag(at) == Tag::Subordinator && lower != "as";
    if cue.takes('b') && opens {
        let close = (at + 2..end.min(at + ASIDE)).find(|&token| reader.word(token) == ",");
        if close.is_some_and(|close| reader.is_clause_opener(close + 1, end)) {
            return Some((at, Construction::Bare));
        }
    }
    let tag = reader.tag(at);
    let nominal = tag.is_nominal() && tag != Tag::Pronoun
        || matches!(tag, Tag::ObjectPronoun | Tag::Gerund)
        || reader.lower(at) == "it"
        || reader.is_open_mark(at);
    let what = matches!(lower, "what" | "how");
    // "asked [the council to wait]"
    let asked = cue.takes('p')
        && reader.phrase_from(at, end, false).is_some_and(|object| {
            let not = usize::from(reader.lower(object.end) == "not");
            reader.lower(object.end + not) == "to"
        });
    let said_of = asked || cue.takes('n') || cue.takes('c') && reader.holds_predicate(at, end);
    let construction = match (cue.takes('c'), cue.takes('j')) {
        (true, _) => Construction::Predicate,
        (false, true) => Construction::Topic,
        (false, false) => Construction::Object,
    };
    (said_of && (nominal || what)).then_some((at, construction))
}

/// Behind a "that" in front of which phrases tell when, where and to whom: "wrote in her 1990 memoir that", "said to the council's
/// office that".
pub(super) fn that_across(reader: &Reader<'_, '_>, at: TokenIndex, end: TokenIndex) -> Option<(TokenIndex, Construction)> {
    if !matches!(reader.tag(at), Tag::Preposition | Tag::To) && !reader.time_begins(at) {
        return None;
    }
    let inside = |word: TokenIndex| match reader.tag(word) {
        Tag::Relative | Tag::Subordinator | Tag::Base => false,
        Tag::Sign => reader.is_open_mark(word) || matches!(reader.word(word), "-" | "’" | "'" | ".") || reader.lower(word + 1) == "that",
        tag => !tag.is_finite(),
    };
    let that = (at..end.min(at + ASIDE)).take_while(|&word| inside(word)).find(|&word| reader.tag(word) == Tag::That)?;
    reader.is_clause_opener(that + 1, end).then_some((that + 1, Construction::That))
}

/// Whether an object begins at `at`: whom something is told.
pub(super) fn begins_object(reader: &Reader<'_, '_>, cue: Cue, at: TokenIndex, end: TokenIndex) -> bool {
    let tag = reader.tag(at);
    let object = match tag {
        Tag::Name | Tag::Noun | Tag::Adjective | Tag::Determiner | Tag::ObjectPronoun | Tag::Number => true,
        // "told cheering pupils that"
        Tag::Gerund => reader.tag(at + 1) == Tag::Noun,
        Tag::Pronoun => matches!(reader.lower(at), "you" | "others" | "everyone" | "anyone" | "nobody" | "someone" | "those" | "some"),
        _ => false,
    };
    if !object || cue.takes('O') {
        return object;
    }
    // "warned voters that", but "warned voters would leave".
    let Some(object) = reader.phrase_from(at, end, false) else { return false };
    let next = reader.behind_adjuncts(object.end, end);
    let lower = reader.lower(next);
    lower == "that"
        || cue.takes('i') && lower == "to"
        || cue.takes('w') && is_question_word(lower)
        || cue.takes('b') && !reader.tag(next).is_finite() && reader.is_clause_opener(next, end)
}
