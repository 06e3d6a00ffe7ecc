//! Noun phrases: the one that ends in front of a word, the one that begins at a word, and whether one can name a speaker.

use std::ops::Range;

use super::Reader;
use crate::quotes::cues;
use crate::quotes::grammar::{
    is_auxiliary_or_adverb, is_conjunction, is_determiner, is_finite, is_phrase_preposition, is_preposition, is_relative,
    is_subject_pronoun,
};
use crate::segment::{Case, Kind, TokenIndex};

impl Reader<'_, '_> {
    /// The noun phrase that ends before `end`.
    pub(super) fn phrase_ending(&self, end: TokenIndex, floor: TokenIndex) -> Option<Range<TokenIndex>> {
        let mut start = end;
        while start > floor {
            let at = start - 1;
            let lower = self.lower(at);
            // "Ada Stone (D-Ohio) said": what stands in brackets belongs to the phrase.
            if self.word(at) == ")" {
                let reach = at.saturating_sub(8).max(floor);
                let Some(open) = (reach..at).rev().find(|&bracket| self.word(bracket) == "(") else { break };
                start = open;
                continue;
            }
            if self.is_wall(at) || self.is_comma(at) && !self.is_comma_in_list(at, end) {
                break;
            }
            let inside_name = self.name_at(at).is_some_and(|name| name.tokens.start < at || name.tokens.len() > 1);
            let clause = matches!(
                lower,
                "that"
                    | "but"
                    | "while"
                    | "although"
                    | "though"
                    | "because"
                    | "when"
                    | "whereas"
                    | "if"
                    | "unless"
                    | "whether"
                    | "where"
                    | "so"
            );
            if !inside_name && (clause && at + 1 < end || is_relative(lower)) {
                break;
            }
            // "… left the room and the minister said": the conjunction joins clauses where a verb stands in front of it.
            let joins = matches!(lower, "and" | "or" | "as" | "after" | "before" | "since") && !self.joins_names(at);
            if !inside_name && joins && self.joins_clauses(at, floor) {
                break;
            }
            start = at;
        }
        while start < end
            && (is_conjunction(self.lower(start))
                || is_auxiliary_or_adverb(self.lower(start)) && !is_determiner(self.lower(start))
                || self.is_comma(start))
            && self.name_at(start).is_none()
        {
            start += 1;
        }
        start = self.behind_opening_phrase(start, end);
        // A verb inside means that this is a clause and its object; the subject of the verb is not known.
        (start < end).then_some(start..end)
    }

    /// Behind "On Thursday", "In Geneva", "At the summit": what opens a sentence in front of its subject without a comma.
    pub(super) fn behind_opening_phrase(&self, start: TokenIndex, end: TokenIndex) -> TokenIndex {
        if !is_preposition(self.lower(start)) {
            return self.value_at(start).map_or(start, |value| if value.end < end { value.end } else { start });
        }
        if let Some(value) = self.value_at(start + 1).filter(|value| value.end < end) {
            return value.end;
        }
        if let Some(place) = self.name_at(start + 1).filter(|name| name.tokens.end < end) {
            return place.tokens.end;
        }
        // The subject is then the last name or pronoun.
        let last = (start..end).rev().find(|&at| is_subject_pronoun(self.lower(at)) || self.name_at(at).is_some());
        match last.and_then(|at| self.name_at(at)) {
            Some(name) if name.tokens.end == end => name.tokens.start.max(start),
            _ => last.filter(|&at| at + 1 == end).unwrap_or(end),
        }
    }

    /// Whether the comma at `at` parts the items of a list that ends before `end`: "Ada, Otto and Kim".
    pub(super) fn is_comma_in_list(&self, at: TokenIndex, end: TokenIndex) -> bool {
        let next = self.name_at(at + 1).map(|name| name.tokens.end);
        next.is_some_and(|next| {
            next < end && (self.lower(next) == "and" || self.is_comma(next) && next + 1 < end && self.is_comma_in_list_once(next, end))
        }) && at > 0
            && self.name_at(at - 1).is_some()
    }

    pub(super) fn is_comma_in_list_once(&self, at: TokenIndex, end: TokenIndex) -> bool {
        self.name_at(at + 1).is_some_and(|name| name.tokens.end < end && self.lower(name.tokens.end) == "and")
    }

    /// Whether the word at `at` stands between two names, known or only capitalised.
    pub(super) fn joins_names(&self, at: TokenIndex) -> bool {
        let named = |at: TokenIndex| self.segments.tokens.get(at).is_some_and(|token| token.is_capitalised);
        at > 0 && named(at - 1) && named(at + 1) && !is_subject_pronoun(self.lower(at + 1))
    }

    /// Whether the conjunction at `at` joins two clauses: a finite verb or a comma stands close in front.
    pub(super) fn joins_clauses(&self, at: TokenIndex, floor: TokenIndex) -> bool {
        if at > floor && self.is_comma(at - 1) {
            return true;
        }
        let from = at.saturating_sub(12).max(floor);
        (from..at).any(|word| {
            let lower = self.lower(word);
            is_finite(lower)
                || cues::verb(lower).is_some_and(|cue| cue.form != cues::Form::Base) && self.segments.tokens[word].case == Case::Lower
        })
    }

    /// Whether the phrase can name who speaks: it holds a name, a pronoun or a noun, and no verb.
    pub(in crate::quotes) fn is_speaker(&self, phrase: &Range<TokenIndex>) -> bool {
        let first = self.lower(phrase.start);
        if phrase.is_empty()
            || phrase.len() > 40
            || matches!(first, "there" | "well" | "that" | "this" | "what" | "to" | "not" | "being" | "having")
                && self.name_at(phrase.start).is_none()
        {
            return false;
        }
        if phrase.len() == 1 {
            let noun = first.ends_with('s')
                || self.segments.tokens[phrase.start].is_capitalised
                || matches!(first, "police" | "many" | "some" | "one" | "media" | "people" | "management" | "critics" | "another");
            return is_subject_pronoun(first) || first == "who" || self.name_at(phrase.start).is_some() || noun;
        }
        let verb = phrase.clone().find(|&at| {
            (is_finite(self.lower(at)) || at > phrase.start && self.is_reporting_verb(at, phrase.end))
                && self.name_at(at).is_none()
                && !(phrase.start..at).any(|word| is_relative(self.lower(word)) || self.is_comma(word))
        });
        verb.is_none()
            && phrase
                .clone()
                .any(|at| self.kind(at) == Some(Kind::Word) && !is_determiner(self.lower(at)) && !is_preposition(self.lower(at)))
    }

    /// Whether a phrase between commas tells who somebody is, rather than when or how he spoke.
    pub(super) fn is_apposition(&self, phrase: Range<TokenIndex>) -> bool {
        let first = self.lower(phrase.start);
        let participle = first.ends_with("ing") && self.name_at(phrase.start).is_none();
        !phrase.is_empty()
            && !is_preposition(first)
            && !participle
            && self.value_at(phrase.start).is_none_or(|value| value.end < phrase.end || first.parse::<u32>().is_ok())
    }

    /// The noun phrase that begins at `at` and ends before `end`: the subject of an inverted verb, or whom something is told.
    /// `apposition` says whether a phrase between commas behind it belongs to it.
    pub(in crate::quotes) fn phrase_from(&self, at: TokenIndex, end: TokenIndex, apposition: bool) -> Option<Range<TokenIndex>> {
        let mut stop = at;
        while stop < end && !self.is_wall(stop) && !self.is_comma(stop) {
            if let Some(name) = self.name_at(stop) {
                stop = name.tokens.end;
                continue;
            }
            let lower = self.lower(stop);
            let ends = (is_preposition(lower) && !(is_phrase_preposition(lower) && stop > at))
                || is_relative(lower)
                || matches!(
                    lower,
                    "that"
                        | "as"
                        | "when"
                        | "while"
                        | "but"
                        | "because"
                        | "if"
                        | "whether"
                        | "to"
                        | "adding"
                        | "speaking"
                        | "referring"
                        | "including"
                )
                || self.value_at(stop).is_some() && stop > at
                || lower == "and" && !self.joins_names(stop) && self.opens_clause(stop + 1, end)
                || is_finite(lower)
                || stop > at && self.is_reporting_verb(stop, end)
                || is_auxiliary_or_adverb(lower) && !is_determiner(lower) && stop > at && lower != "first";
            if ends {
                break;
            }
            stop += 1;
            if is_subject_pronoun(lower) || matches!(lower, "him" | "them" | "us" | "me") {
                break;
            }
        }
        if stop == at {
            return None;
        }
        if apposition && stop < end && self.is_comma(stop) {
            let next = stop + 1;
            let close = (next..end).find(|&word| self.is_comma(word) || self.is_wall(word)).unwrap_or(end);
            let tells = is_determiner(self.lower(next)) || self.segments.tokens.get(next).is_some_and(|token| token.case == Case::Lower);
            let clause = (next..close)
                .any(|word| is_finite(self.lower(word)) || is_relative(self.lower(word)) || is_subject_pronoun(self.lower(word)));
            let coordinated = is_conjunction(self.lower(next));
            if tells && !clause && !coordinated && self.cue_at(next, end).is_none() && self.is_apposition(next..close) {
                stop = close;
            }
        }
        Some(at..stop)
    }

    /// Whether the token is a finite form of a reporting verb, and not a noun of the same form ("the reports").
    pub(super) fn is_reporting_verb(&self, at: TokenIndex, end: TokenIndex) -> bool {
        let finite = self.cue_at(at, end).is_some_and(|(_, cue)| matches!(cue.form, cues::Form::Past | cues::Form::Third));
        finite && !is_determiner(self.lower(at - 1)) && self.kind(at - 1) != Some(Kind::Possessive)
    }
}
