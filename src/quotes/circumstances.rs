//! Where, when and to whom something was said: "told reporters in Geneva on Thursday", "said in a letter to the committee".
//!
//! Works from a quotation's cue and speaker, whichever way it was found, and on the narrator's words around them only: behind
//! them, between them, and what opens their sentence. A place is the name of one behind a preposition of place; a time is a
//! value, a date before a time of day. What hangs on another noun ("the talks in Geneva") is none. Cost: a bounded look
//! around each cue.

use std::ops::Range;

use super::clauses::{Reader, is_utterance};
use super::cues::{self, Form};
use super::grammar::{is_auxiliary_or_adverb, is_conjunction, is_determiner, is_phrase_preposition, is_relative, is_subject_pronoun};
use crate::annotations::{EntityType, ValueType};
use crate::document::Span;
use crate::lists::list;
use crate::segment::{Kind, TokenIndex};

/// Words that are looked at behind the cue, and at the head of its sentence.
const REACH: usize = 30;

/// Whom, where and when.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Circumstances {
    pub(super) addressee: Option<Range<TokenIndex>>,
    /// The span of a name.
    pub(super) place: Option<Span>,
    /// The span of a value.
    pub(super) time: Option<Span>,
}

/// What the narrator says of how the words with this cue and speaker were said. `said` tells of every token whether it is
/// part of what somebody says; `content` is what these words are.
pub(super) fn find(
    reader: &Reader<'_, '_>,
    cue: &Range<TokenIndex>,
    speaker: Option<&Range<TokenIndex>>,
    addressee: Option<&Range<TokenIndex>>,
    content: &Range<TokenIndex>,
    said: &[bool],
) -> Circumstances {
    let mut found =
        Found { reader, cue, day: None, hour: None, out: Circumstances { addressee: addressee.cloned(), ..Circumstances::default() } };
    let sentence = &reader.segments.sentences[reader.segments.sentence_of(cue.start)].tokens;
    let narrated = |at: TokenIndex| !said.get(at).copied().unwrap_or(true);
    // Behind the attribution: the cue, the speaker of an inverted one, whom it is said to.
    let behind = [Some(cue.end), speaker.map(|speaker| speaker.end).filter(|&end| end > cue.start), addressee.map(|phrase| phrase.end)];
    let start = behind.into_iter().flatten().max().unwrap_or(cue.end);
    let end = (start..sentence.end.min(start + REACH)).find(|&at| !narrated(at)).unwrap_or_else(|| sentence.end.min(start + REACH));
    found.walk(start, end);
    // Behind the closing mark of words whose cue is in front: "Falk said “it is safe” on Friday".
    let closes = |at: TokenIndex| reader.kind(at) == Some(Kind::Mark);
    if start <= content.start && (closes(content.end) || content.end > 0 && closes(content.end - 1)) {
        let start = content.end + usize::from(closes(content.end));
        let reach = sentence.end.min(start + REACH);
        let end = (start..reach).find(|&at| !narrated(at)).unwrap_or(reach);
        found.walk(start, end);
    }
    // Between the speaker and the cue: "Falk on Thursday told reporters".
    if let Some(speaker) = speaker.filter(|speaker| speaker.end < cue.start && cue.start - speaker.end <= REACH) {
        found.walk(speaker.end, cue.start);
    }
    // What opens the sentence, up to its comma: "In Oslo on Monday, Falk said".
    let first = speaker.map_or(cue.start, |speaker| speaker.start.min(cue.start));
    if first > sentence.start && first - sentence.start <= REACH && (sentence.start..first).all(narrated) {
        let whole = reader.word(first - 1) == ",";
        let opens = matches!(reader.lower(sentence.start), "on" | "in" | "at" | "speaking" | "late" | "early" | "earlier" | "during")
            || reader.value_at(sentence.start).is_some();
        if opens && (whole || reader.value_at(first - 1).is_some()) {
            found.walk(sentence.start, first);
        }
    }
    let time = found.day.or(found.hour);
    Circumstances { time, ..found.out }
}

struct Found<'r, 'a, 'd> {
    reader: &'r Reader<'a, 'd>,
    cue: &'r Range<TokenIndex>,
    day: Option<Span>,
    hour: Option<Span>,
    out: Circumstances,
}

impl Found<'_, '_, '_> {
    /// Reads the phrases of time, place and manner from `start`, up to the first word that is part of none.
    fn walk(&mut self, start: TokenIndex, end: TokenIndex) {
        let reader = self.reader;
        let mut at = start;
        // The noun that the last phrase ended in, and whether that is an occasion of speech ("a letter", "a visit").
        let mut occasion = true;
        while at < end {
            if let Some(value) = self.take_time(at, end) {
                at = value;
                continue;
            }
            let lower = reader.lower(at);
            match lower {
                "late" | "early" | "earlier" | "later" | "speaking" | "this" => at += 1,
                "," if at > start || self.follows(at + 1, end) => at += 1,
                "in" | "at" | "near" | "outside" | "inside" | "from" | "across" | "on" | "during" | "after" | "via" | "through" | "by"
                | "before" => {
                    let Some(next) = self.take_place(at, end, start).or_else(|| self.occasion(at + 1, end)) else { return };
                    occasion = next > at + 1;
                    at = next;
                }
                "to" if occasion && self.is_told(at) => {
                    let Some(phrase) = reader.phrase_from(at + 1, end, false).filter(|phrase| self.is_somebody(phrase)) else { return };
                    at = phrase.end;
                    self.out.addressee.get_or_insert(phrase);
                }
                "to" | "with" | "of" if at > start && occasion => {
                    // "during a visit to Oslo", "in an interview with the paper".
                    let visit = lower == "to" && is_visit(reader.lower(at - 1));
                    let place = if visit { self.take_place(at, end, start) } else { None };
                    let Some(next) = place.or_else(|| self.occasion(at + 1, end)) else { return };
                    at = next;
                }
                _ if is_auxiliary_or_adverb(lower) && lower.ends_with("ly") => at += 1,
                _ => return,
            }
        }
    }

    /// Takes the value at `at`, with its preposition, where it says when, and returns what follows it.
    fn take_time(&mut self, at: TokenIndex, end: TokenIndex) -> Option<TokenIndex> {
        let reader = self.reader;
        let first = at + usize::from(matches!(reader.lower(at), "on" | "at" | "in" | "late" | "early" | "earlier" | "this" | "last"));
        let (tokens, first) = match reader.value_at(at) {
            Some(value) if value.start == at => (value, at),
            _ => (reader.value_at(first).filter(|value| value.start == first)?, first),
        };
        let value = reader.value(first)?;
        // "the Friday meeting", "Friday's meeting", "2011 flood": part of a noun phrase.
        let next = tokens.end;
        let noun = next < end
            && reader.kind(next) == Some(Kind::Word)
            && reader.segments.tokens[next].span.start > value.span.end
            && !reader.segments.tokens[next].is_capitalised
            && !is_boundary(reader, next);
        // "now" is no time of saying; a number alone is a year only behind "in": "the Bridge Act of 1996".
        let vague = matches!(reader.lower(first), "now" | "currently");
        let year = tokens.len() == 1 && reader.kind(first) == Some(Kind::Number) && (first == 0 || reader.lower(first - 1) != "in");
        if tokens.end > end || noun || vague || year || reader.kind(next) == Some(Kind::Possessive) {
            return None;
        }
        match value.kind {
            ValueType::Date => self.day.get_or_insert(value.span),
            ValueType::Time => self.hour.get_or_insert(value.span),
            _ => return None,
        };
        Some(tokens.end)
    }

    /// Takes the place named behind the preposition at `at`, and returns what follows it.
    fn take_place(&mut self, at: TokenIndex, end: TokenIndex, start: TokenIndex) -> Option<TokenIndex> {
        let reader = self.reader;
        let from = reader.lower(at) == "from";
        if !matches!(reader.lower(at), "in" | "at" | "near" | "outside" | "inside" | "from" | "across" | "to") || from && at > start {
            return None;
        }
        let first = at + 1 + usize::from(reader.lower(at + 1) == "the");
        let name = reader.name_at(first).filter(|name| name.tokens.start == first && name.tokens.end <= end)?;
        let next = name.tokens.end;
        if name.kind != EntityType::Place || reader.kind(next) == Some(Kind::Possessive) {
            return None;
        }
        // "in Oslo court": the name says which.
        let noun = next < end && reader.kind(next) == Some(Kind::Word) && !is_boundary(reader, next);
        if noun && !reader.segments.tokens[next].is_capitalised {
            return None;
        }
        self.out.place.get_or_insert(name.span);
        Some(next)
    }

    /// Behind the noun phrase at `at`, which names an occasion: "a statement", "the opening of the bridge".
    fn occasion(&self, at: TokenIndex, end: TokenIndex) -> Option<TokenIndex> {
        let reader = self.reader;
        let mut next = at;
        while next < end && reader.kind(next).is_some_and(|kind| matches!(kind, Kind::Word | Kind::Number | Kind::Possessive)) {
            let lower = reader.lower(next);
            let inside = is_phrase_preposition(lower) && lower != "from" && lower != "for" && lower != "with" && next > at;
            let ends = next > at && is_boundary(reader, next) && !inside && !is_determiner(lower);
            if ends || is_subject_pronoun(lower) || reader.tag(next).is_finite() && reader.name_at(next).is_none() {
                break;
            }
            if next > at && reader.value_at(next).is_some_and(|value| value.start == next) {
                break;
            }
            next += 1;
        }
        (next > at && next - at <= 12).then_some(next)
    }

    /// Whether "to" at `at` says to whom: right behind the cue, or behind a noun for what is said or written.
    fn is_told(&self, at: TokenIndex) -> bool {
        at == self.cue.end
            || at > 0 && is_utterance(self.reader.lower(at - 1))
            || self.out.place.is_some_and(|place| self.reader.segments.tokens[at - 1].span.end == place.end)
    }

    /// Whether the phrase behind "to" is somebody to speak to, and no verb ("to be safe").
    fn is_somebody(&self, phrase: &Range<TokenIndex>) -> bool {
        let reader = self.reader;
        let first = reader.lower(phrase.start);
        is_determiner(first)
            || list!("her|him|journalists|me|people|reporters|them|us|you").contains(first)
            || reader.name_at(phrase.start).is_some_and(|name| name.kind != EntityType::Place)
            || first.ends_with('s') && phrase.len() == 1
    }

    /// Whether a phrase of time or place follows at `at`.
    fn follows(&self, at: TokenIndex, end: TokenIndex) -> bool {
        at < end
            && (matches!(self.reader.lower(at), "in" | "on" | "at" | "during" | "speaking" | "after") || self.reader.value_at(at).is_some())
    }
}

/// Words behind which somebody is taken to be where they go.
fn is_visit(lower: &str) -> bool {
    matches!(lower, "visit" | "trip" | "tour" | "return" | "travels" | "journey")
}

/// Whether a noun phrase ends in front of the word at `at`.
fn is_boundary(reader: &Reader<'_, '_>, at: TokenIndex) -> bool {
    let lower = reader.lower(at);
    is_conjunction(lower)
        || is_relative(lower)
        || is_determiner(lower)
        || is_subject_pronoun(lower)
        || super::grammar::is_preposition(lower)
        || matches!(lower, "that" | "of" | "there" | "how" | "what" | "why" | "whether" | "who")
        || reader.tag(at).is_finite()
        || cues::verb(lower).is_some_and(|cue| cue.form == Form::Gerund)
        || matches!(lower, "speaking" | "referring" | "following" | "including")
        || lower.ends_with("ly")
        || reader.value_at(at).is_some()
}
