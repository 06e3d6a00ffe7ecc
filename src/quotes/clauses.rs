//! A light parse, as far as reported speech needs one: the subject of a verb, the noun phrase behind it, the end of a clause.
//!
//! It works on the words of one sentence, from the verb outwards, and gives up rather than guess. It knows nothing of
//! quotations: where those stand is told to it as the tokens it may not cross.

use std::ops::Range;

use super::cues;
use super::grammar::{
    is_auxiliary_or_adverb, is_conjunction, is_determiner, is_passive_auxiliary, is_phrase_preposition, is_preposition, is_relative,
    is_subject_pronoun, is_unreal,
};
use crate::annotations::{EntityType, Value};
use crate::names::Name;
use crate::segment::{Case, Kind, Segments, TokenIndex};

/// What the parse reads.
pub(super) struct Reader<'a, 'd> {
    pub(super) segments: &'a Segments<'d>,
    pub(super) names: &'a [Name],
    pub(super) values: &'a [Value],
    /// Of every token, whether it opens or closes a quotation; any other mark is an apostrophe.
    pub(super) marks: &'a [bool],
}

impl<'d> Reader<'_, 'd> {
    pub(super) fn lower(&self, at: TokenIndex) -> &str {
        self.segments.lower(at)
    }

    pub(super) fn word(&self, at: TokenIndex) -> &'d str {
        self.segments.word(at)
    }

    pub(super) fn kind(&self, at: TokenIndex) -> Option<Kind> {
        self.segments.tokens.get(at).map(|token| token.kind)
    }

    /// The name that holds the token.
    pub(super) fn name_at(&self, at: TokenIndex) -> Option<&Name> {
        let index = self.names.partition_point(|name| name.tokens.end <= at);
        self.names.get(index).filter(|name| name.tokens.start <= at)
    }

    /// The tokens of the value that holds the token.
    fn value_at(&self, at: TokenIndex) -> Option<Range<TokenIndex>> {
        let span = self.segments.tokens.get(at)?.span;
        let index = self.values.partition_point(|value| value.span.end <= span.start);
        let value = self.values.get(index).filter(|value| value.span.start <= span.start)?;
        Some(self.segments.token_at(value.span.start)..self.segments.token_at(value.span.end.saturating_sub(1)) + 1)
    }

    /// Whether a quotation mark stands at `at`. A single mark glued to a word in front that pairs with none is the apostrophe
    /// of a plural: "the growers' union".
    fn is_mark(&self, at: TokenIndex) -> bool {
        let paired = self.marks.get(at).copied().unwrap_or_default();
        let apostrophe = matches!(self.word(at), "'" | "’") && self.segments.is_glued(at);
        self.kind(at) == Some(Kind::Mark) && (paired || !apostrophe)
    }

    fn is_comma(&self, at: TokenIndex) -> bool {
        matches!(self.word(at), "," | "，")
    }

    fn is_dash(&self, at: TokenIndex) -> bool {
        matches!(self.word(at), "–" | "—" | "--") || self.word(at) == "-" && !self.segments.is_glued(at)
    }

    /// Whether a clause cannot reach across the token.
    fn is_wall(&self, at: TokenIndex) -> bool {
        matches!(self.kind(at), None | Some(Kind::Stop))
            || self.is_mark(at)
            || matches!(self.word(at), ";" | ":" | "(" | ")" | "[" | "]")
            || self.is_dash(at)
    }

    /// The cue that begins at `at`, with its length in tokens.
    pub(super) fn cue_at(&self, at: TokenIndex, end: TokenIndex) -> Option<(usize, cues::Cue)> {
        let token = self.segments.tokens.get(at)?;
        if token.kind != Kind::Word || token.case != Case::Lower {
            return None;
        }
        let lower = self.lower(at);
        cues::phrase(lower, |distance| if at + distance < end { self.lower(at + distance) } else { "" })
            .or_else(|| cues::verb(lower).map(|cue| (1, cue)))
    }

    /// The first token of the verb group that ends with the verb at `verb`: its auxiliaries and adverbs.
    pub(super) fn verb_group(&self, verb: TokenIndex, floor: TokenIndex) -> TokenIndex {
        let mut start = verb;
        while start > floor && is_auxiliary_or_adverb(self.lower(start - 1)) && self.name_at(start - 1).is_none() {
            start -= 1;
        }
        start
    }

    /// Whether the verb reports nothing: it is passive, denied, wished for, or part of a noun phrase ("the reported attack").
    pub(super) fn is_idle(&self, verb: TokenIndex, form: cues::Form, floor: TokenIndex) -> bool {
        let start = self.verb_group(verb, floor);
        let group = start..verb;
        let before = if start > floor { self.lower(start - 1) } else { "" };
        let passive = form == cues::Form::Past && group.clone().any(|at| is_passive_auxiliary(self.lower(at)));
        let passive = passive || form == cues::Form::Past && matches!(before, "being" | "as" | "when");
        let denied = is_unreal(before) || group.clone().any(|at| is_unreal(self.lower(at)));
        let attributive = is_determiner(before)
            && !is_subject_pronoun(before)
            && group.is_empty()
            && !matches!(
                before,
                "all" | "both" | "many" | "some" | "several" | "few" | "others" | "most" | "this" | "that" | "one" | "two"
            );
        let noun = form != cues::Form::Past
            && group.clone().any(|at| matches!(self.lower(at), "has" | "have" | "had" | "is" | "are" | "was" | "were"));
        let noun = noun && form != cues::Form::Gerund;
        passive || denied || attributive || noun
    }

    /// The subject of the verb at `verb`: the noun phrase in front of it, its apposition included, not reaching before `floor`.
    pub(super) fn subject_before(&self, verb: TokenIndex, floor: TokenIndex) -> Option<Range<TokenIndex>> {
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
    fn without_adjuncts(&self, floor: TokenIndex, mut end: TokenIndex) -> TokenIndex {
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

    /// The noun phrase that ends before `end`.
    fn phrase_ending(&self, end: TokenIndex, floor: TokenIndex) -> Option<Range<TokenIndex>> {
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
    fn behind_opening_phrase(&self, start: TokenIndex, end: TokenIndex) -> TokenIndex {
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
    fn is_comma_in_list(&self, at: TokenIndex, end: TokenIndex) -> bool {
        let next = self.name_at(at + 1).map(|name| name.tokens.end);
        next.is_some_and(|next| {
            next < end && (self.lower(next) == "and" || self.is_comma(next) && next + 1 < end && self.is_comma_in_list_once(next, end))
        }) && at > 0
            && self.name_at(at - 1).is_some()
    }

    fn is_comma_in_list_once(&self, at: TokenIndex, end: TokenIndex) -> bool {
        self.name_at(at + 1).is_some_and(|name| name.tokens.end < end && self.lower(name.tokens.end) == "and")
    }

    /// Whether the word at `at` stands between two names, known or only capitalised.
    fn joins_names(&self, at: TokenIndex) -> bool {
        let named = |at: TokenIndex| self.segments.tokens.get(at).is_some_and(|token| token.is_capitalised);
        at > 0 && named(at - 1) && named(at + 1) && !is_subject_pronoun(self.lower(at + 1))
    }

    /// Whether the conjunction at `at` joins two clauses: a finite verb or a comma stands close in front.
    fn joins_clauses(&self, at: TokenIndex, floor: TokenIndex) -> bool {
        if at > floor && self.is_comma(at - 1) {
            return true;
        }
        let from = at.saturating_sub(12).max(floor);
        (from..at).any(|word| {
            let lower = self.lower(word);
            super::grammar::is_finite(lower)
                || cues::verb(lower).is_some_and(|cue| cue.form != cues::Form::Base) && self.segments.tokens[word].case == Case::Lower
        })
    }

    /// Whether the phrase can name who speaks: it holds a name, a pronoun or a noun, and no verb.
    pub(super) fn is_speaker(&self, phrase: &Range<TokenIndex>) -> bool {
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
            super::grammar::is_finite(self.lower(at))
                && self.name_at(at).is_none()
                && !(phrase.start..at).any(|word| is_relative(self.lower(word)) || self.is_comma(word))
        });
        verb.is_none()
            && phrase
                .clone()
                .any(|at| self.kind(at) == Some(Kind::Word) && !is_determiner(self.lower(at)) && !is_preposition(self.lower(at)))
    }

    /// Whether a phrase between commas tells who somebody is, rather than when or how he spoke.
    fn is_apposition(&self, phrase: Range<TokenIndex>) -> bool {
        let first = self.lower(phrase.start);
        let participle = first.ends_with("ing") && self.name_at(phrase.start).is_none();
        !phrase.is_empty()
            && !is_preposition(first)
            && !participle
            && self.value_at(phrase.start).is_none_or(|value| value.end < phrase.end || first.parse::<u32>().is_ok())
    }

    /// The noun phrase that begins at `at` and ends before `end`: the subject of an inverted verb, or whom something is told.
    /// `apposition` says whether a phrase between commas behind it belongs to it.
    pub(super) fn phrase_from(&self, at: TokenIndex, end: TokenIndex, apposition: bool) -> Option<Range<TokenIndex>> {
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
                || super::grammar::is_finite(lower)
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
            let clause = (next..close).any(|word| {
                super::grammar::is_finite(self.lower(word)) || is_relative(self.lower(word)) || is_subject_pronoun(self.lower(word))
            });
            let coordinated = is_conjunction(self.lower(next));
            if tells && !clause && !coordinated && self.cue_at(next, end).is_none() && self.is_apposition(next..close) {
                stop = close;
            }
        }
        Some(at..stop)
    }

    /// Whether the token is a finite form of a reporting verb, and not a noun of the same form ("the reports").
    fn is_reporting_verb(&self, at: TokenIndex, end: TokenIndex) -> bool {
        let finite = self.cue_at(at, end).is_some_and(|(_, cue)| matches!(cue.form, cues::Form::Past | cues::Form::Third));
        finite && !is_determiner(self.lower(at - 1)) && self.kind(at - 1) != Some(Kind::Possessive)
    }

    /// Whether a clause begins at `at`: a subject with a finite verb behind it.
    pub(super) fn opens_clause(&self, at: TokenIndex, end: TokenIndex) -> bool {
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
    pub(super) fn content_end(&self, from: TokenIndex, sentence_end: TokenIndex) -> TokenIndex {
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
    fn closes_inside(&self, from: TokenIndex, at: TokenIndex) -> bool {
        (from..at).filter(|&mark| self.kind(mark) == Some(Kind::Mark)).count() % 2 == 1
    }

    /// Whether, behind a comma, the narrator speaks again: with another cue of its own, or with "adding", "according to".
    fn narrator_resumes(&self, at: TokenIndex, end: TokenIndex) -> bool {
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

    /// The subject of a sentence that opens with it: "The union condemned the plan, saying that …". Without a parse of the
    /// main clause only a short opening phrase is safe.
    pub(super) fn opening_subject(&self, start: TokenIndex, verb: TokenIndex) -> Option<Range<TokenIndex>> {
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
    pub(super) fn gerund_subject(&self, verb: TokenIndex, floor: TokenIndex) -> Option<Range<TokenIndex>> {
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

    /// Behind phrases of time and place that follow a cue ("said on Friday in Geneva that"), not reaching `end`.
    pub(super) fn behind_adjuncts(&self, mut at: TokenIndex, end: TokenIndex) -> TokenIndex {
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
                && !super::grammar::is_finite(self.lower(at))
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
    pub(super) fn is_clause_opener(&self, at: TokenIndex, end: TokenIndex) -> bool {
        self.kind(at).is_some_and(|kind| kind == Kind::Word || kind == Kind::Number) && self.opens_clause(at, end)
    }
}

/// Whether a word looks like a finite verb: one of the common ones, or by its ending.
fn is_verb_like(lower: &str) -> bool {
    super::grammar::is_finite(lower)
        || lower.ends_with("ed")
        || lower.ends_with("es")
        || lower.ends_with('s') && lower.len() > 3
        || cues::verb(lower).is_some()
}

/// Nouns for what is said or written.
fn is_utterance(lower: &str) -> bool {
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
