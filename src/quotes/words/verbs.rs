//! Which part a word plays that may be a verb: a finite verb, a participle, an infinitive, or a noun of the same shape.
//!
//! The list says which forms of a verb a word may be; what stands in front of it and behind it decides.

use super::classes::{closed, is_noun_in_ing};
use super::forms::{self, Forms};
use super::{Tag, Tagger};
use crate::lists::list;
use crate::quotes::cues;
use crate::segment::{Case, Kind, TokenIndex};

/// The last word in front of a verb that is no adverb.
struct Held<'t> {
    tag: Tag,
    word: &'t str,
}

impl Tagger<'_, '_> {
    /// The part that a word plays which is a verb in these forms, or a noun of the same shape.
    pub(super) fn verb(&self, at: TokenIndex, end: TokenIndex, forms: Forms) -> Tag {
        if forms.has(Forms::GERUND) {
            let noun = matches!(self.before(at, 0), Tag::Determiner | Tag::Possessive)
                || self.before(at, 0) == Tag::Adjective && self.before(at, 1) == Tag::Determiner
                || is_noun_in_ing(self.segments.lower(at));
            return if noun { Tag::Noun } else { Tag::Gerund };
        }
        let held = self.held(at);
        let held = Held { tag: held.map_or(Tag::Sign, |held| self.tags[held]), word: held.map_or("", |held| self.segments.lower(held)) };
        if forms.has(Forms::BASE) {
            self.base(at, end, forms, &held)
        } else if forms.has(Forms::THIRD) {
            self.third(at, end, forms, &held)
        } else {
            self.past(at, end, forms, &held)
        }
    }

    /// A base form: an infinitive, a finite verb behind a plural, or a noun.
    fn base(&self, at: TokenIndex, end: TokenIndex, forms: Forms, held: &Held<'_>) -> Tag {
        let before = self.before(at, 0);
        let in_phrase = matches!(before, Tag::Determiner | Tag::Possessive | Tag::Adjective | Tag::Number);
        let of_do = held.tag == Tag::Auxiliary && list!("did|didn't|didn’t|do|does|doesn't|doesn’t|don't|don’t").contains(held.word);
        if held.tag == Tag::To || held.tag == Tag::Modal || of_do {
            return Tag::Base;
        }
        // "people close to her"
        if self.segments.lower(at) == "close" && self.segments.lower(at + 1) == "to" {
            return Tag::Adjective;
        }
        let past = forms.has(Forms::PAST);
        let verb_only = !forms.has(Forms::NOUN) && !past;
        let subject_in_front = matches!(before, Tag::Noun | Tag::Name | Tag::Number | Tag::Pronoun | Tag::Relative | Tag::Sign)
            || matches!(before, Tag::Adverb | Tag::Participle | Tag::That) && at > self.start;
        if verb_only && subject_in_front && !(before == Tag::Pronoun && matches!(held.word, "he" | "she" | "it")) {
            return Tag::Finite;
        }
        let plural = match held.tag {
            Tag::Pronoun => past || !matches!(held.word, "he" | "she" | "it" | "this"),
            Tag::Relative => true,
            Tag::Noun | Tag::Name => {
                past || held.word.ends_with('s') && !(forms.has(Forms::NOUN) && self.is_singular(at))
                    || matches!(held.word, "people" | "police" | "men" | "women" | "media")
            }
            Tag::Number => (before == Tag::Number || before == Tag::Adverb) && !forms.has(Forms::NOUN),
            _ => false,
        };
        let subject = !in_phrase || held.tag == Tag::Number;
        let sure = matches!(held.tag, Tag::Pronoun | Tag::Relative);
        if plural && subject && (sure || !forms.has(Forms::NOUN) || self.opens_complement(at + 1, end)) {
            return Tag::Finite;
        }
        if past && held.tag == Tag::Auxiliary {
            return Tag::Participle;
        }
        if past && matches!(before, Tag::Adverb | Tag::Conjunction) && self.opens_complement(at + 1, end) {
            return Tag::Finite;
        }
        let joined = before == Tag::Conjunction && self.before(at, 1) != Tag::Sign && self.opens_complement(at + 1, end);
        if joined && !past { self.same_as_earlier(at, verb_only) } else { Tag::Noun }
    }

    /// Whether the noun phrase that ends in front of `at` opens with "a": "in a Las Vegas [rally]".
    fn is_singular(&self, at: TokenIndex) -> bool {
        let floor = at.saturating_sub(5).max(self.start);
        let opens = (floor..at).rev().find(|&word| !matches!(self.tags[word], Tag::Name | Tag::Noun | Tag::Adjective | Tag::Number));
        opens.is_some_and(|word| matches!(self.segments.lower(word), "a" | "an"))
    }

    /// A form in -s: a finite verb behind a singular, or a plural noun.
    fn third(&self, at: TokenIndex, end: TokenIndex, forms: Forms, held: &Held<'_>) -> Tag {
        let before = self.before(at, 0);
        let subject = match before {
            Tag::Pronoun | Tag::Relative | Tag::That => return Tag::Finite,
            Tag::Noun => !self.segments.lower(at - 1).ends_with('s') || self.segments.lower(at - 1).ends_with("ss"),
            Tag::Name | Tag::Sign | Tag::Conjunction => at > self.start,
            Tag::Adverb => matches!(held.tag, Tag::Noun | Tag::Name | Tag::Pronoun | Tag::Relative | Tag::Sign | Tag::Conjunction),
            _ => false,
        };
        // "…,” Ada notes."
        let ends = at + 1 >= end || matches!(self.segments.tokens[at + 1].kind, Kind::Stop | Kind::Symbol);
        let cue = ends && before == Tag::Name && cues::verb(self.segments.lower(at)).is_some_and(|cue| cue.takes('q'));
        if subject && (cue || !forms.has(Forms::NOUN) || self.opens_complement(at + 1, end)) { Tag::Finite } else { Tag::Noun }
    }

    /// A past tense, a participle, or an adjective of the same shape.
    fn past(&self, at: TokenIndex, end: TokenIndex, forms: Forms, held: &Held<'_>) -> Tag {
        let before = self.before(at, 0);
        let in_phrase = matches!(before, Tag::Determiner | Tag::Possessive | Tag::Adjective | Tag::Number);
        let auxiliary = held.tag == Tag::Auxiliary
            || held.tag == Tag::Contraction && forms.has(Forms::PARTICIPLE)
            || matches!(held.word, "been" | "be" | "being" | "having" | "get" | "got" | "have");
        match (forms.has(Forms::PAST), forms.has(Forms::PARTICIPLE)) {
            (false, _) => Tag::Participle,
            (true, participle) => {
                if participle && auxiliary {
                    return Tag::Participle;
                }
                // "the council has lost money", but "counted lost days"
                let noun_next =
                    at + 1 < end && closed(self.segments.lower(at + 1)).is_none() && self.segments.tokens[at + 1].case == Case::Lower;
                if participle && before == Tag::Finite && noun_next && !self.ends_phrase(at + 1, end) {
                    return Tag::Adjective;
                }
                // "in a letter signed before the vote"
                if participle && before == Tag::Noun && self.is_loose(at) && self.hangs_on_preposition(at) {
                    return Tag::Participle;
                }
                // "the rival proposal held", "the new national argued that"
                let clause =
                    || at + 1 < end && matches!(closed(self.segments.lower(at + 1)), Some(Tag::That | Tag::Pronoun | Tag::Determiner));
                if before == Tag::Adjective && (!self.segments.lower(at).ends_with("ed") || clause()) {
                    return Tag::Finite;
                }
                if in_phrase
                    && !matches!(self.segments.lower(at - 1), "many" | "some" | "all" | "both" | "few" | "most")
                    && before != Tag::Number
                {
                    return if self.ends_phrase(at + 1, end) && before != Tag::Adjective { Tag::Participle } else { Tag::Adjective };
                }
                // "40 promised seats"
                let counted =
                    before == Tag::Number && at + 1 < end && self.segments.lower(at + 1).ends_with('s') && !self.ends_phrase(at + 1, end);
                // "Green elected members say", but "Ada said tolls would rise"
                let reports = cues::verb(self.segments.lower(at)).is_some();
                let registered = before == Tag::Name && !reports && self.is_noun_with_verb(at + 1, end);
                // "the self-described leader"
                let compound = at > self.start && self.segments.word(at - 1) == "-" && self.segments.is_glued(at);
                if participle && (counted || compound || registered) {
                    return Tag::Adjective;
                }
                let passive = self.segments.lower(at + 1) == "by"
                    && !matches!(self.segments.lower(at), "stood" | "stuck" | "abided" | "passed")
                    || matches!(before, Tag::Preposition | Tag::Subordinator | Tag::To);
                if participle && passive { Tag::Participle } else { Tag::Finite }
            }
        }
    }

    /// Whether the noun phrase in front of `at` hangs on a preposition of a clause that has its finite verb already.
    fn hangs_on_preposition(&self, at: TokenIndex) -> bool {
        let floor = at.saturating_sub(6).max(self.start);
        let Some(preposition) = (floor..at)
            .rev()
            .find(|&word| !matches!(self.tags[word], Tag::Noun | Tag::Adjective | Tag::Determiner | Tag::Name | Tag::Possessive))
        else {
            return false;
        };
        let clause = preposition.saturating_sub(12).max(self.start)..preposition;
        self.tags[preposition] == Tag::Preposition
            && clause
                .rev()
                .take_while(|&word| !matches!(self.tags[word], Tag::Sign | Tag::Conjunction))
                .any(|word| self.tags[word].is_finite())
    }

    /// Whether a plural noun stands at `at` and its verb behind it: "elected [members say]".
    fn is_noun_with_verb(&self, at: TokenIndex, end: TokenIndex) -> bool {
        let (noun, verb) = (self.segments.lower(at), self.segments.lower(at + 1));
        let forms = forms::of(verb);
        let finite = matches!(closed(verb), Some(Tag::Auxiliary | Tag::Modal))
            || !forms.has(Forms::NOUN) && (forms.has(Forms::PAST) || forms.has(Forms::BASE));
        at + 1 < end && noun.ends_with('s') && closed(noun).is_none() && finite
    }

    /// The form of the verb in front of a conjunction, for the one behind: "to cut and run".
    fn same_as_earlier(&self, at: TokenIndex, verb_only: bool) -> Tag {
        let floor = at.saturating_sub(12).max(self.start);
        (floor..at)
            .rev()
            .map(|word| self.tags[word])
            .find(|tag| matches!(tag, Tag::Base | Tag::Finite) || *tag == Tag::Noun && !verb_only)
            .unwrap_or(Tag::Noun)
    }
}
