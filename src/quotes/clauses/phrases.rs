//! Noun phrases: the one that ends in front of a word, the one that begins at a word, and whether one can name a speaker.

use std::ops::Range;

use super::Reader;
use crate::lists::list;
use crate::quotes::grammar::{
    is_auxiliary_or_adverb, is_conjunction, is_determiner, is_phrase_preposition, is_preposition, is_relative, is_subject_pronoun,
};
use crate::quotes::words::Tag;
use crate::segment::{Case, Kind, TokenIndex};

impl Reader<'_, '_> {
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

    /// Whether the phrase can name who speaks: it holds a name, a pronoun or a noun, and no verb.
    pub(in crate::quotes) fn is_speaker(&self, phrase: &Range<TokenIndex>) -> bool {
        let first = self.lower(phrase.start);
        if phrase.is_empty()
            || phrase.len() > 40
            || list!("being|having|not|that|there|this|to|well|what").contains(first) && self.name_at(phrase.start).is_none()
        {
            return false;
        }
        if phrase.len() == 1 {
            let noun = first.ends_with('s')
                || self.segments.tokens[phrase.start].is_capitalised
                || list!("another|critics|management|many|media|one|people|police|some").contains(first);
            return is_subject_pronoun(first) || first == "who" || self.name_at(phrase.start).is_some() || noun;
        }
        let verb = phrase
            .clone()
            .find(|&at| self.tag(at).is_finite() && !(phrase.start..at).any(|word| is_relative(self.lower(word)) || self.is_comma(word)));
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
                if !apposition && stop > at && self.name_at(stop - 1).is_some_and(|before| before.tokens.end == stop) {
                    break;
                }
                stop = name.tokens.end;
                continue;
            }
            let lower = self.lower(stop);
            // "told the paper he had": another phrase begins.
            let joined = stop > at && matches!(self.tag(stop - 1), Tag::Noun | Tag::Name | Tag::ObjectPronoun);
            let ends = joined && matches!(self.tag(stop), Tag::Determiner | Tag::Pronoun) && !self.is_comma(stop - 1)
                || (is_preposition(lower) && !(is_phrase_preposition(lower) && stop > at))
                || is_relative(lower)
                || self.tag(stop) == Tag::Subordinator
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
                || self.tag(stop).is_finite()
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
                .any(|word| self.tag(word).is_finite() || is_relative(self.lower(word)) || is_subject_pronoun(self.lower(word)));
            let coordinated = is_conjunction(self.lower(next));
            if tells && !clause && !coordinated && self.cue_at(next, end).is_none() && self.is_apposition(next..close) {
                stop = close;
            }
        }
        Some(at..stop)
    }
}
