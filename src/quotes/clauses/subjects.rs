//! The subject of a verb: in front of it, at the opening of its sentence, or shared with another verb.

use std::ops::Range;

use super::Reader;
use crate::annotations::EntityType;
use crate::quotes::grammar::{is_auxiliary_or_adverb, is_conjunction, is_determiner, is_relative, is_subject_pronoun};
use crate::segment::{Case, Kind, TokenIndex};

impl Reader<'_, '_> {
    /// The subject of the verb at `verb`: the noun phrase in front of it, its apposition included, not reaching before `floor`.
    pub(in crate::quotes) fn subject_before(&self, verb: TokenIndex, floor: TokenIndex) -> Option<Range<TokenIndex>> {
        let mut end = self.verb_group(verb, floor);
        end = self.without_adjuncts(floor, end);
        if end <= floor {
            return None;
        }
        // "the minister, who said": the pronoun is the phrase; what it stands for is found where phrases are resolved.
        if self.lower(end - 1) == "who" {
            return Some(end - 1..end);
        }
        if is_relative(self.lower(end - 1)) {
            return None;
        }
        // "left the room and said": the subject is the clause's, not the words in front of the conjunction.
        if matches!(self.lower(end - 1), "and" | "but" | "then" | "or") {
            return None;
        }
        if self.is_comma(end - 1) {
            // An apposition or a phrase set off by commas: the subject stands in front of its first comma.
            let close = end - 1;
            let mut open = close;
            let mut commas = Vec::new();
            while open > floor && !self.is_wall(open - 1) {
                open -= 1;
                if self.is_comma(open) {
                    commas.push(open);
                }
            }
            // The farthest comma behind a name, since appositions hold commas; else the nearest behind a noun phrase.
            let subject = |&comma: &TokenIndex| {
                self.phrase_ending(comma, floor).filter(|subject| self.is_speaker(subject)).map(|subject| (comma, subject))
            };
            let named = commas
                .iter()
                .rev()
                .filter(|&&comma| {
                    comma.checked_sub(1).and_then(|before| self.name_at(before)).is_some_and(|name| name.kind == EntityType::Person)
                })
                .find_map(subject);
            if let Some((comma, subject)) = named.or_else(|| commas.iter().find_map(subject)) {
                let keeps = self.is_apposition(comma + 1..close);
                return Some(if keeps { subject.start..close } else { subject });
            }
            // No comma but the one behind: "The minister of the interior, said."
            return if commas.is_empty() { self.phrase_ending(close, floor).filter(|subject| self.is_speaker(subject)) } else { None };
        }
        self.phrase_ending(end, floor).filter(|subject| self.is_speaker(subject))
    }

    /// `end` without the phrases of time, place and manner that stand between a subject and its verb.
    pub(super) fn without_adjuncts(&self, floor: TokenIndex, mut end: TokenIndex) -> TokenIndex {
        loop {
            let before = end;
            if end > floor
                && let Some(value) = self.value_at(end - 1).filter(|value| value.start >= floor && value.end == end)
            {
                let mut start = value.start;
                if start > floor
                    && matches!(self.lower(start - 1), "on" | "in" | "at" | "late" | "early" | "last" | "this" | "by" | "since")
                {
                    start -= 1;
                }
                // A subject remains in front.
                if start > floor {
                    end = start;
                }
            }
            // "in a statement", "in an interview with CNN", "on Twitter".
            let reach = end.saturating_sub(8).max(floor);
            let manner = (reach..end).rev().find(|&at| {
                matches!(self.lower(at), "in" | "on" | "during")
                    && matches!(self.lower(at + 1), "a" | "an" | "his" | "her" | "their" | "the" | "its" | "twitter" | "facebook")
                    && (at + 1..end).any(|word| is_utterance(self.lower(word)))
            });
            if let Some(at) = manner.filter(|&at| at > floor) {
                end = at;
            }
            while end > floor && is_auxiliary_or_adverb(self.lower(end - 1)) && self.name_at(end - 1).is_none() {
                end -= 1;
            }
            if end == before {
                return end;
            }
        }
    }

    /// The subject of a sentence that opens with it: "The union condemned the plan, saying that …". Without a parse of the
    /// main clause only a short opening phrase is safe.
    pub(in crate::quotes) fn opening_subject(&self, start: TokenIndex, verb: TokenIndex) -> Option<Range<TokenIndex>> {
        let mut start = start;
        while start < verb && (is_conjunction(self.lower(start)) || self.is_comma(start)) && self.name_at(start).is_none() {
            start += 1;
        }
        let mut subject = self.phrase_from(start, verb, true)?;
        // The verb of the clause, as far as its ending shows it: "The senator mocked the plan, saying …".
        let main_verb = (subject.start + 1..subject.end).find(|&at| {
            let past = self.lower(at).ends_with("ed") && self.segments.tokens[at].case == Case::Lower;
            past && !is_determiner(self.lower(at - 1)) && self.kind(at - 1) == Some(Kind::Word)
        });
        subject.end = main_verb.unwrap_or(subject.end);
        let known = self.name_at(subject.start).is_some()
            || is_determiner(self.lower(subject.start))
            || is_subject_pronoun(self.lower(subject.start))
            || self.segments.tokens[subject.start].is_capitalised;
        (known && subject.len() <= 20 && subject.end < verb && self.is_speaker(&subject)).then_some(subject)
    }

    /// The subject of a participle: "with one reader writing", "a letter saying", or that of the whole sentence.
    pub(in crate::quotes) fn gerund_subject(&self, verb: TokenIndex, floor: TokenIndex) -> Option<Range<TokenIndex>> {
        let reach = verb.saturating_sub(10).max(floor);
        if let Some(with) = (reach..verb).rev().find(|&at| self.lower(at) == "with") {
            let subject = with + 1..verb;
            if !subject.is_empty() && !subject.clone().any(|at| self.is_comma(at)) && self.is_speaker(&subject) {
                return Some(subject);
            }
        }
        if verb > floor
            && !self.is_comma(verb - 1)
            && !matches!(
                self.lower(verb - 1),
                "and" | "by" | "in" | "for" | "of" | "without" | "than" | "to" | "before" | "after" | "while"
            )
        {
            let reach = verb.saturating_sub(5).max(floor);
            let start = (reach..verb)
                .rev()
                .find(|&at| is_determiner(self.lower(at)) || self.name_at(at).is_some_and(|name| name.tokens.end == verb));
            return start
                .map(|at| self.name_at(at).map_or(at, |name| name.tokens.start.max(floor))..verb)
                .filter(|subject| self.is_speaker(subject));
        }
        self.opening_subject(floor, verb)
    }
}

/// Nouns for what is said or written.
pub(in crate::quotes) fn is_utterance(lower: &str) -> bool {
    matches!(
        lower,
        "statement"
            | "interview"
            | "speech"
            | "letter"
            | "tweet"
            | "post"
            | "email"
            | "memo"
            | "report"
            | "message"
            | "briefing"
            | "conference"
            | "release"
            | "address"
            | "remarks"
            | "twitter"
            | "facebook"
            | "interviews"
            | "hearing"
            | "broadcast"
            | "call"
            | "video"
            | "column"
            | "article"
            | "note"
            | "appearance"
            | "debate"
            | "blog"
    )
}
