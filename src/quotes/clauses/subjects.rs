//! The subject of a verb: in front of it, at the opening of its sentence, or shared with another verb.

use std::ops::Range;

use super::Reader;
use crate::lists::list;
use crate::quotes::grammar::{is_auxiliary_or_adverb, is_determiner, is_preposition, is_subject_pronoun};
use crate::quotes::words::Tag;
use crate::segment::{Kind, TokenIndex};

/// Finite verbs in front of a participle or a coordinated verb among which its subject is sought.
const MAIN_VERBS: usize = 5;

/// Places in front of a verb at which its subject is tried to begin.
const OPENINGS: usize = 16;

impl Reader<'_, '_> {
    /// The subject of the verb at `verb`: the noun phrase in front of it, its apposition included, not reaching before `floor`.
    pub(in crate::quotes) fn subject_before(&self, verb: TokenIndex, floor: TokenIndex) -> Option<Range<TokenIndex>> {
        let end = self.without_adjuncts(floor, self.verb_group(verb, floor));
        let last = end.checked_sub(1).filter(|&last| last >= floor)?;
        match self.tag(last) {
            // "the minister, who said": the pronoun is the phrase; what it stands for is found where phrases are resolved.
            Tag::Relative if self.lower(last) == "who" => return Some(last..end),
            // "left the room and said": the subject is the clause's, not the words in front of the conjunction.
            Tag::Relative | Tag::That | Tag::Conjunction | Tag::To | Tag::Preposition => return None,
            _ => {}
        }
        let lone = is_subject_pronoun(self.lower(last)) && (last == floor || !matches!(self.lower(last - 1), "and" | "or"));
        if lone {
            return Some(last..end);
        }
        let mut after_verb = false;
        let mut tries = OPENINGS;
        for start in floor..end {
            let opens = start == floor || self.may_open_subject(start, end, after_verb);
            after_verb = self.tag(start).is_finite() && self.takes_bare_clause(start);
            if !opens || tries == 0 {
                continue;
            }
            tries -= 1;
            let first = self.behind_openers(start, end);
            if first < end
                && (self.tag(first).is_nominal()
                    || self.is_quantifier(first)
                    || self.tag(first) == Tag::Adverb && self.tag(first + 1).is_nominal()
                    || self.tag(first) == Tag::Gerund && first + 1 < end)
                && let Some(subject) = self.whole_phrase(first, end)
                && self.can_speak(&subject)
            {
                return Some(subject);
            }
        }
        None
    }

    /// Whether a subject may begin at `start`: behind a comma, a conjunction, the verb of a clause around it, or what stands
    /// in front of a sentence without a comma ("In Geneva the minister", "On Monday Ada").
    fn may_open_subject(&self, start: TokenIndex, end: TokenIndex, after_verb: bool) -> bool {
        let before = self.tag(start - 1);
        if after_verb || matches!(before, Tag::Conjunction | Tag::Subordinator | Tag::Relative | Tag::That) {
            return true;
        }
        // "Before the examiner concluded that …"
        if matches!(self.lower(start - 1), "after" | "before" | "since" | "until") {
            let opens = start < 2 || matches!(self.tag(start - 2), Tag::Sign | Tag::Finite);
            let two = (start + 1..end).any(|at| self.tag(at) == Tag::Name && self.tag(at - 1) == Tag::Noun);
            return opens && !two;
        }
        if before == Tag::Sign {
            return self.is_comma(start - 1) || self.is_wall(start - 1);
        }
        let opens = matches!(self.tag(start), Tag::Determiner | Tag::Name) && matches!(before, Tag::Name | Tag::Noun | Tag::Number);
        opens
            && (self.value_at(start - 1).is_some_and(|value| value.end == start)
                || self.name_at(start - 1).is_some_and(|name| {
                    name.tokens.end == start && name.tokens.start > 0 && is_preposition(self.lower(name.tokens.start - 1))
                }))
    }

    /// Whether a clause without "that" may follow the verb at `at`: "she knew Ada said".
    fn takes_bare_clause(&self, at: TokenIndex) -> bool {
        self.cue_at(at, at + 1).is_some_and(|(_, cue)| cue.takes('b'))
            || list!(
                "believe|believed|believes|fear|feared|fears|found|hope|hoped|hopes|knew|know|knows|show|showed|shows|think|thinks|\
                thought"
            )
            .contains(self.lower(at))
    }

    /// Behind the conjunctions, adverbs and commas that open a clause.
    fn behind_openers(&self, mut at: TokenIndex, end: TokenIndex) -> TokenIndex {
        // "Last week council leader Ada Stone"
        if let Some(time) = self.time_at(at).filter(|time| time.start == at && time.end < end) {
            let relative = matches!(self.lower(at), "last" | "this" | "next" | "earlier" | "yesterday" | "today");
            let next = self.tag(time.end);
            if matches!(next, Tag::Name | Tag::Determiner | Tag::Pronoun) || relative && next.is_nominal() {
                at = time.end;
            }
        }
        while at < end
            && (self.is_comma(at)
                || self.tag(at) == Tag::Conjunction
                || self.tag(at) == Tag::Adverb && !self.tag(at + 1).is_nominal() && self.tag(at + 1) != Tag::Preposition
                || matches!(self.lower(at), "still" | "then" | "later" | "now" | "meanwhile" | "however"))
            && self.name_at(at).is_none()
        {
            at += 1;
        }
        at
    }

    /// The noun phrase from `first` to `end`, if all of it is one: with its prepositions, relative clauses, and what is set off
    /// by commas, dashes or brackets. A phrase at its end that tells when or how is left out.
    fn whole_phrase(&self, first: TokenIndex, end: TokenIndex) -> Option<Range<TokenIndex>> {
        let closed = self.is_comma(end - 1) || self.is_dash(end - 1);
        let stop = if closed { end - 1 } else { end };
        let mut at = first;
        // Finite verbs that relative clauses on the way account for.
        let mut licensed = 0;
        // Relative clauses whose verb is still to come: the verb behind the phrase would be theirs.
        let mut pending = 0;
        let mut opened: Option<TokenIndex> = None;
        let mut set_off = None;
        while at < stop {
            let tag = self.tag(at);
            let before = if at > first { self.tag(at - 1) } else { Tag::Sign };
            let behind_noun = matches!(before, Tag::Noun | Tag::Name | Tag::ObjectPronoun | Tag::Number | Tag::Pronoun | Tag::Determiner);
            if tag.is_finite() {
                if licensed == 0 {
                    return None;
                }
                licensed -= i32::from(before != Tag::Conjunction);
                pending = (pending - 1).max(0);
            }
            match tag {
                Tag::Relative => {
                    licensed += 1;
                    pending += 1;
                }
                Tag::That if behind_noun || set_off.is_some() => {
                    licensed += 1;
                    pending += 1;
                }
                Tag::That => return None,
                // "the house he built"
                Tag::Pronoun | Tag::Contraction if at > first && behind_noun && !self.is_comma(at - 1) && before != Tag::Determiner => {
                    licensed += 1
                }
                Tag::Subordinator if set_off.is_some() || licensed > 0 || self.lower(at) == "as" => {
                    licensed += i32::from(self.lower(at) != "as")
                }
                Tag::Subordinator if at > first => return None,
                Tag::Conjunction if set_off.is_none() && self.lower(at) == "but" && self.lower(at - 1) != "everyone" => return None,
                Tag::Conjunction if licensed > 0 || set_off.is_some() => licensed += i32::from(self.tag(at + 1).is_finite()),
                Tag::Sign if self.is_comma(at) => {
                    if self.is_comma_in_list(at, stop) || self.is_state(at, stop) {
                        at += 1;
                        continue;
                    }
                    opened.get_or_insert(at);
                    if !closed {
                        return None;
                    }
                    set_off = Some(at);
                    let next = self.tag(at + 1);
                    let joins = next == Tag::Conjunction
                        && (self.tag(at + 2) == Tag::Pronoun || self.tag(self.behind_adverbs(at + 2, stop)).is_finite());
                    if joins || matches!(next, Tag::Subordinator | Tag::That | Tag::Auxiliary | Tag::Modal | Tag::Finite) {
                        return None;
                    }
                    licensed = 0;
                }
                Tag::Sign if self.is_dash(at) => {
                    let close = (at + 1..end.min(at + 30)).find(|&close| self.is_dash(close))?;
                    opened.get_or_insert(at);
                    set_off = Some(at);
                    at = close;
                }
                Tag::Sign if matches!(self.word(at), "(" | "[") => {
                    at = (at + 1..end.min(at + 12)).find(|&close| matches!(self.word(close), ")" | "]"))?;
                }
                Tag::Sign if self.is_mark(at) || list!("#|$|%|&|'|+|-|/|@|’").contains(self.word(at)) => {}
                Tag::Sign if self.kind(at) == Some(Kind::Stop) && self.is_comma(at + 1) => {}
                Tag::Sign => return None,
                _ => {}
            }
            at += 1;
        }
        let keeps = opened.is_none_or(|open| !self.is_comma(open) || self.is_apposition(open + 1..stop));
        let dash = opened.is_some_and(|open| self.is_dash(open));
        let tail = match opened {
            Some(open) if !keeps || dash => open,
            _ => stop,
        };
        (tail > first && pending == 0).then_some(first..tail)
    }

    /// Whether the comma at `at` parts a town from its state or country: "of Salem, Ore., said".
    fn is_state(&self, at: TokenIndex, stop: TokenIndex) -> bool {
        let short = (self.word(at + 1).ends_with('.') || self.kind(at + 2) == Some(Kind::Stop))
            && self.segments.tokens.get(at + 1).is_some_and(|token| token.is_capitalised);
        short && (at + 2 >= stop || self.is_comma(at + 2) || self.is_comma(at + 3))
    }

    /// Whether a noun phrase can name who speaks.
    fn can_speak(&self, phrase: &Range<TokenIndex>) -> bool {
        let first = self.lower(phrase.start);
        let empty =
            list!("everything|how|not|nothing|something|that|there|this|what").contains(first) && self.name_at(phrase.start).is_none();
        phrase.len() <= 45
            && !(empty && phrase.len() <= 2)
            && self.time_at(phrase.start).is_none_or(|value| value.end < phrase.end)
            && phrase
                .clone()
                .any(|at| matches!(self.tag(at), Tag::Noun | Tag::Name | Tag::Pronoun | Tag::Number | Tag::Determiner | Tag::Adjective))
    }

    /// `end` without the phrases of time, place and manner that stand between a subject and its verb.
    pub(super) fn without_adjuncts(&self, floor: TokenIndex, mut end: TokenIndex) -> TokenIndex {
        loop {
            let before = end;
            if end > floor
                && let Some(value) = self.time_at(end - 1).filter(|value| value.start >= floor && value.end == end)
            {
                let mut start = value.start;
                if start > floor && list!("at|by|early|in|last|late|on|since|this").contains(self.lower(start - 1)) {
                    start -= 1;
                }
                // A subject remains in front; "a study published Monday" is one with its day.
                if start > floor && self.tag(start - 1) != Tag::Participle {
                    end = start;
                }
            }
            // "in a statement", "in a talk with pupils", "on Twitter".
            let reach = end.saturating_sub(8).max(floor);
            let manner = (reach..end).rev().find(|&at| {
                matches!(self.lower(at), "in" | "on" | "during")
                    && list!("a|an|facebook|her|his|its|the|their|twitter").contains(self.lower(at + 1))
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

    /// The subject of the main clause in front of `verb`: "The union condemned the plan, saying that …".
    pub(in crate::quotes) fn main_subject(&self, floor: TokenIndex, verb: TokenIndex) -> Option<Range<TokenIndex>> {
        let verbs = (floor..verb).rev().filter(|&at| self.tag(at).is_finite() && self.name_at(at).is_none());
        verbs.take(MAIN_VERBS).find_map(|at| {
            if self.tag(at) == Tag::Contraction {
                return None;
            }
            let subject = self.subject_before(at, floor)?;
            let before = if subject.start > floor { self.tag(subject.start - 1) } else { Tag::Sign };
            let bound = matches!(before, Tag::Subordinator | Tag::That | Tag::Relative) || self.tag(subject.start) == Tag::Relative;
            // "the plan that he made": the verb belongs to a clause inside another phrase.
            let inside = matches!(before, Tag::Noun | Tag::Name) && self.tag(subject.start) == Tag::Pronoun;
            (!bound && !inside && self.is_speaker(&subject)).then_some(subject)
        })
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
            && !list!("after|and|before|by|for|in|of|than|to|while|without").contains(self.lower(verb - 1))
        {
            let reach = verb.saturating_sub(5).max(floor);
            let start = (reach..verb)
                .rev()
                .find(|&at| is_determiner(self.lower(at)) || self.name_at(at).is_some_and(|name| name.tokens.end == verb));
            return start
                .map(|at| self.name_at(at).map_or(at, |name| name.tokens.start.max(floor))..verb)
                .filter(|subject| self.is_speaker(subject));
        }
        // "Ada, referring to it, said": the phrase in front of the comma.
        let near = || (verb > floor + 1 && self.is_comma(verb - 1)).then(|| self.subject_before(verb - 1, floor)).flatten();
        self.main_subject(floor, verb).or_else(near)
    }
}

/// Nouns for what is said or written.
pub(in crate::quotes) fn is_utterance(lower: &str) -> bool {
    list!(
        "address|appearance|article|blog|briefing|broadcast|call|column|conference|debate|email|facebook|hearing|interview|\
        interviews|letter|memo|message|note|post|release|remarks|report|speech|statement|tweet|twitter|video"
    )
    .contains(lower)
}
