//! What is reported: where a clause begins, and where the narrator speaks again.

use super::Reader;
use crate::quotes::cues;
use crate::quotes::grammar::{is_auxiliary_or_adverb, is_determiner, is_finite, is_preposition, is_subject_pronoun};
use crate::segment::{Case, Kind, TokenIndex};

impl Reader<'_, '_> {
    /// Whether a clause begins at `at`: a subject with a finite verb behind it.
    pub(in crate::quotes) fn opens_clause(&self, at: TokenIndex, end: TokenIndex) -> bool {
        if at >= end {
            return false;
        }
        let lower = self.lower(at);
        let opens = is_subject_pronoun(lower)
            || is_determiner(lower)
            || self.name_at(at).is_some()
            || self.kind(at) == Some(Kind::Number)
            || lower == "there"
            || lower.ends_with('s')
            || self.segments.tokens[at].is_capitalised
            || lower == "if"
            || lower == "when"
            || lower == "while"
            || lower == "although"
            || lower == "people";
        opens && (at + 1..end.min(at + 16)).any(|word| self.segments.tokens[word].case == Case::Lower && is_verb_like(self.lower(word)))
    }

    /// Where the words that the cue before `from` reports end: at the end of the sentence, or where its narrator goes on.
    pub(in crate::quotes) fn content_end(&self, from: TokenIndex, sentence_end: TokenIndex) -> TokenIndex {
        let mut end = sentence_end;
        while end > from
            && matches!(self.kind(end - 1), Some(Kind::Stop | Kind::Mark))
            && (self.kind(end - 1) == Some(Kind::Stop) || !self.closes_inside(from, end - 1))
        {
            end -= 1;
        }
        let mut depth = 0_i32;
        for at in from..end {
            match self.word(at) {
                "(" | "[" => depth += 1,
                ")" | "]" if depth == 0 => return at,
                ")" | "]" => depth -= 1,
                ";" if depth == 0 => return at,
                _ => {}
            }
            if depth == 0 && at > from && self.is_comma(at) && self.narrator_resumes(at + 1, end) {
                return at;
            }
        }
        end
    }

    /// Whether a closing mark at `at` has its opening one at or behind `from`.
    pub(super) fn closes_inside(&self, from: TokenIndex, at: TokenIndex) -> bool {
        (from..at).filter(|&mark| self.kind(mark) == Some(Kind::Mark)).count() % 2 == 1
    }

    /// Whether, behind a comma, the narrator speaks again: with another cue of its own, or with "adding", "according to".
    pub(super) fn narrator_resumes(&self, at: TokenIndex, end: TokenIndex) -> bool {
        let first = self.lower(at);
        if first == "according" && self.lower(at + 1) == "to" {
            return true;
        }
        if let Some((_, cue)) = self.cue_at(at, end)
            && cue.form == cues::Form::Gerund
        {
            return true;
        }
        let start = if matches!(first, "but" | "and" | "while" | "although" | "though") { at + 1 } else { at };
        if start > at && self.lower(start) == "that" {
            return false;
        }
        // "…, but added that": the narrator's subject speaks on.
        let mut verb = start;
        while start > at && verb < end && is_auxiliary_or_adverb(self.lower(verb)) {
            verb += 1;
        }
        if start > at
            && let Some((length, cue)) = self.cue_at(verb, end)
            && matches!(cue.form, cues::Form::Past | cues::Form::Third)
        {
            return self.lower(verb + length) == "that" || self.opens_clause(verb + length, end);
        }
        // "…, but both Ada and Otto said": a short subject, then a cue that goes on.
        let Some(subject) = self.phrase_from(start, end, false) else { return false };
        let mut verb = subject.end;
        while verb < end && is_auxiliary_or_adverb(self.lower(verb)) {
            verb += 1;
        }
        let Some((length, cue)) = self.cue_at(verb, end) else { return false };
        if cue.form == cues::Form::Gerund
            || cue.form == cues::Form::Base && !is_subject_pronoun(self.lower(subject.start)) && !self.lower(subject.end - 1).ends_with('s')
        {
            return false;
        }
        let follows = verb + length;
        let reports = self.lower(follows) == "that"
            || self.opens_clause(follows, end)
            || follows >= end
            || self.lower(follows) == "to" && cue.takes('i')
            || self.value_at(follows).is_some()
            || self.is_wall(follows);
        reports && self.is_speaker(&subject)
    }

    /// Behind phrases of time and place that follow a cue ("said on Friday in Geneva that"), not reaching `end`.
    pub(in crate::quotes) fn behind_adjuncts(&self, mut at: TokenIndex, end: TokenIndex) -> TokenIndex {
        loop {
            let before = at;
            if let Some(value) = self.value_at(at) {
                at = value.end;
            }
            if is_preposition(self.lower(at)) && self.lower(at) != "to" {
                if let Some(value) = self.value_at(at + 1) {
                    at = value.end;
                } else if let Some(phrase) = self.phrase_from(at + 1, end, false).filter(|phrase| phrase.len() <= 8) {
                    at = phrase.end;
                }
            }
            while at < end
                && is_auxiliary_or_adverb(self.lower(at))
                && !is_finite(self.lower(at))
                && !matches!(self.lower(at), "both" | "all" | "there" | "still")
            {
                at += 1;
            }
            if at == before || at >= end {
                return at.min(end);
            }
        }
    }

    /// Whether the token at `at` opens words that could be a reported clause without "that".
    pub(in crate::quotes) fn is_clause_opener(&self, at: TokenIndex, end: TokenIndex) -> bool {
        self.kind(at).is_some_and(|kind| kind == Kind::Word || kind == Kind::Number) && self.opens_clause(at, end)
    }
}

/// Whether a word looks like a finite verb: one of the common ones, or by its ending.
fn is_verb_like(lower: &str) -> bool {
    is_finite(lower)
        || lower.ends_with("ed")
        || lower.ends_with("es")
        || lower.ends_with('s') && lower.len() > 3
        || cues::verb(lower).is_some()
}
