//! What part each word plays in its sentence: noun, finite verb, participle, and so on.
//!
//! Closed classes are listed, verbs are known by a list of base forms (`words/verbs.txt`, `words/irregular.txt`), everything
//! else is told by its ending and its neighbours. It is far from a full tagger: it knows what a light parse of reported
//! speech asks, above all which words are finite verbs, and it never looks farther than its own sentence. Linear in the text.

mod classes;
mod forms;

use super::cues;
use super::grammar::{is_auxiliary_or_adverb, is_determiner, is_preposition};
use crate::names::Name;
use crate::segment::{Case, Kind, Segments, Sentence, TokenIndex};
use classes::{closed, contraction, is_noun_in_ing, is_noun_like_adjective, stands_alone};
use forms::Forms;

/// The part that a word plays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tag {
    /// A common noun, and every word in lower case of which nothing else is known.
    Noun,
    /// A word of a name, or any other capitalised one.
    Name,
    Adjective,
    /// Articles, possessive pronouns, demonstratives, quantities in words.
    Determiner,
    /// A pronoun that can be a subject: he, they, nobody, this.
    Pronoun,
    /// him, them, himself.
    ObjectPronoun,
    Number,
    /// 's behind a noun.
    Possessive,
    Preposition,
    /// "to", before a verb or a noun.
    To,
    /// and, or, nor, but.
    Conjunction,
    /// because, while, whether, and the question words.
    Subordinator,
    /// who, which, whom, whose.
    Relative,
    /// "that", whatever it is.
    That,
    /// A finite form of be, have or do.
    Auxiliary,
    /// will, would, can, may …
    Modal,
    /// A pronoun with its verb: they're, he'd.
    Contraction,
    Finite,
    Participle,
    Gerund,
    /// An infinitive.
    Base,
    Adverb,
    /// Punctuation and signs.
    Sign,
}

impl Tag {
    /// Whether a word of this part is, or holds, the finite verb of a clause.
    pub(super) fn is_finite(self) -> bool {
        matches!(self, Tag::Auxiliary | Tag::Modal | Tag::Contraction | Tag::Finite)
    }

    /// Whether a noun phrase may begin with it, or hold it in front of its noun.
    pub(super) fn is_nominal(self) -> bool {
        matches!(self, Tag::Noun | Tag::Name | Tag::Adjective | Tag::Determiner | Tag::Pronoun | Tag::Number)
    }
}

/// The part of every token.
pub(super) fn tag(segments: &Segments<'_>, names: &[Name]) -> Vec<Tag> {
    let mut tags = vec![Tag::Sign; segments.tokens.len()];
    let mut name = 0;
    for sentence in &segments.sentences {
        let capitals = is_in_capitals(segments, sentence);
        let mut tagger = Tagger { segments, tags: &mut tags, start: sentence.tokens.start, open: None, capitals };
        for at in sentence.tokens.clone() {
            while names.get(name).is_some_and(|name| name.tokens.end <= at) {
                name += 1;
            }
            let named = names.get(name).is_some_and(|name| name.tokens.start <= at);
            tagger.read(at, named, sentence);
        }
    }
    tags
}

/// Whether nearly every longer word of the sentence has a capital.
fn is_in_capitals(segments: &Segments<'_>, sentence: &Sentence) -> bool {
    let words = sentence
        .tokens
        .clone()
        .take(HEADLINE_WORDS)
        .map(|at| segments.tokens[at])
        .filter(|token| token.kind == Kind::Word && token.span.len() > 3);
    let (all, capitalised) = words.fold((0, 0), |(all, capitalised), token| (all + 1, capitalised + u32::from(token.is_capitalised)));
    all >= 4 && capitalised * 10 >= all * 9
}

/// Words of a sentence by which it is known for a headline.
const HEADLINE_WORDS: usize = 30;

/// The last word in front of a verb that is no adverb.
struct Held<'t> {
    tag: Tag,
    word: &'t str,
}

struct Tagger<'t, 'd> {
    segments: &'t Segments<'d>,
    tags: &'t mut [Tag],
    start: TokenIndex,
    /// A form in -ed taken for a finite verb, which is a participle after all if its clause has another: "the men accused
    /// of it left".
    open: Option<TokenIndex>,
    /// Whether nearly every word of the sentence has a capital, as in some headlines: capitals then say nothing.
    capitals: bool,
}

impl Tagger<'_, '_> {
    fn read(&mut self, at: TokenIndex, named: bool, sentence: &Sentence) {
        let token = self.segments.tokens[at];
        let tag = match token.kind {
            Kind::Possessive if at > self.start && self.is_pronoun_before(at) => Tag::Auxiliary,
            Kind::Possessive => Tag::Possessive,
            Kind::Number => Tag::Number,
            Kind::Mark | Kind::Stop | Kind::Symbol => Tag::Sign,
            Kind::Word if named => Tag::Name,
            Kind::Word => self.word(at, sentence.tokens.end),
        };
        self.tags[at] = tag;
        match tag {
            Tag::Sign if token.kind == Kind::Mark => {}
            Tag::Sign | Tag::Conjunction | Tag::Subordinator | Tag::Relative | Tag::That | Tag::Pronoun | Tag::Contraction => {
                self.open = None
            }
            Tag::Finite | Tag::Auxiliary | Tag::Modal => {
                if let Some(open) = self.open.take() {
                    self.tags[open] = Tag::Participle;
                }
                // "those surveyed said"
                if self.before(at, 0) == Tag::Finite && self.before(at, 1) != Tag::Relative && self.segments.lower(at - 1).ends_with("ed") {
                    self.tags[at - 1] = Tag::Participle;
                }
            }
            _ => {}
        }
        let follows = self.before(at, 0);
        if tag == Tag::Finite && matches!(follows, Tag::Noun | Tag::Name) && self.segments.lower(at).ends_with("ed") && self.is_loose(at) {
            self.open = Some(at);
        }
    }

    /// Whether no object follows the form in -ed at `at`.
    fn is_loose(&self, at: TokenIndex) -> bool {
        let next = self.segments.lower(at + 1);
        let name = matches!(self.segments.lower(at), "called" | "named" | "dubbed");
        is_preposition(next) || matches!(next, "of" | "to") || name && !is_determiner(next)
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

    /// The tag of the word in front of `at`, or of the `skip`th before that; `Sign` at the opening of the sentence.
    fn before(&self, at: TokenIndex, skip: usize) -> Tag {
        match at.checked_sub(1 + skip) {
            Some(before) if before >= self.start => self.tags[before],
            _ => Tag::Sign,
        }
    }

    /// The last word in front of `at` that is no adverb, at most five words away.
    fn held(&self, at: TokenIndex) -> Option<TokenIndex> {
        let floor = at.saturating_sub(5).max(self.start);
        (floor..at).rev().find(|&word| self.tags[word] != Tag::Adverb && self.segments.tokens[word].kind != Kind::Mark)
    }

    fn is_pronoun_before(&self, at: TokenIndex) -> bool {
        matches!(self.segments.lower(at - 1), "he" | "she" | "it" | "that" | "there" | "who" | "what" | "here" | "where" | "how")
    }

    fn word(&self, at: TokenIndex, end: TokenIndex) -> Tag {
        let lower = self.segments.lower(at);
        let compound =
            at + 2 < end && self.segments.word(at + 1) == "-" && self.segments.is_glued(at + 1) && self.segments.is_glued(at + 2);
        if let Some(tag) = closed(lower).filter(|tag| !(compound && *tag == Tag::Preposition)) {
            // "her" and "this" alone are pronouns.
            return match tag {
                Tag::Determiner if stands_alone(lower) && self.ends_phrase(at + 1, end) => Tag::Pronoun,
                tag => tag,
            };
        }
        if let Some(tag) = contraction(lower) {
            return tag;
        }
        let token = self.segments.tokens[at];
        // "down-ballot", "so-called": the parts of a compound in front of a hyphen.
        if compound && !token.is_capitalised {
            return Tag::Adjective;
        }
        if token.is_capitalised && at > self.start && !self.capitals {
            return Tag::Name;
        }
        if is_auxiliary_or_adverb(lower) {
            return Tag::Adverb;
        }
        let forms = forms::of(lower);
        if !forms.is_empty() {
            return self.verb(at, end, forms);
        }
        if token.is_capitalised {
            return Tag::Name;
        }
        if lower.ends_with("ing")
            && lower.len() > 5
            && !is_noun_in_ing(lower)
            && !matches!(self.before(at, 0), Tag::Determiner | Tag::Possessive)
        {
            return Tag::Gerund;
        }
        if self.before(at, 0) == Tag::To && token.case == Case::Lower && self.opens_complement(at + 1, end) {
            return Tag::Base;
        }
        // "who", "which": a verb follows.
        if self.before(at, 0) == Tag::Relative
            && matches!(self.segments.lower(at - 1), "who" | "which")
            && token.case == Case::Lower
            && self.opens_complement(at + 1, end)
        {
            return Tag::Finite;
        }
        if lower.ends_with("ed") && lower.len() > 4 {
            return self.verb(at, end, Forms::PAST.and(Forms::PARTICIPLE));
        }
        if is_noun_like_adjective(lower) {
            return Tag::Noun;
        }
        let adjective = ["al", "ive", "ous", "ful", "ic", "able", "ible", "less", "ish"].iter().any(|ending| lower.ends_with(ending));
        if adjective && lower.len() > 4 { Tag::Adjective } else { Tag::Noun }
    }

    /// The part that a word plays which is a verb in these forms, or a noun of the same shape.
    fn verb(&self, at: TokenIndex, end: TokenIndex, forms: Forms) -> Tag {
        if forms.has(Forms::GERUND) {
            let noun = matches!(self.before(at, 0), Tag::Determiner | Tag::Possessive) || is_noun_in_ing(self.segments.lower(at));
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
        let of_do = held.tag == Tag::Auxiliary
            && matches!(held.word, "do" | "does" | "did" | "don't" | "doesn't" | "didn't" | "don’t" | "doesn’t" | "didn’t");
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
                past || held.word.ends_with('s') || matches!(held.word, "people" | "police" | "men" | "women" | "media")
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
                if before == Tag::Adjective && !self.segments.lower(at).ends_with("ed") {
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

    /// Whether what begins at `at` can follow a verb but hardly a noun.
    fn opens_complement(&self, at: TokenIndex, end: TokenIndex) -> bool {
        if at >= end {
            return false;
        }
        let lower = self.segments.lower(at);
        let token = self.segments.tokens[at];
        match token.kind {
            Kind::Number | Kind::Mark => true,
            Kind::Possessive | Kind::Stop | Kind::Symbol => false,
            Kind::Word => {
                if let Some(tag) = closed(lower) {
                    // "states that have agreed": a relative clause follows a noun.
                    let relative = tag == Tag::That
                        && closed(self.segments.lower(at + 1)).is_some_and(|tag| matches!(tag, Tag::Auxiliary | Tag::Modal));
                    return !relative
                        && lower != "of"
                        && matches!(
                            tag,
                            Tag::Determiner
                                | Tag::Pronoun
                                | Tag::ObjectPronoun
                                | Tag::To
                                | Tag::Subordinator
                                | Tag::That
                                | Tag::Preposition
                                | Tag::Adverb
                        );
                }
                token.is_capitalised
                    || contraction(lower).is_some_and(|tag| tag == Tag::Contraction)
                    || is_auxiliary_or_adverb(lower)
                    || lower.ends_with("ing")
                    || token.case == Case::Lower && forms::of(lower).is_empty() && lower.ends_with('s')
            }
        }
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

    /// Whether no noun follows at `at` that a determiner in front could belong to.
    fn ends_phrase(&self, at: TokenIndex, end: TokenIndex) -> bool {
        if at >= end {
            return true;
        }
        let lower = self.segments.lower(at);
        match self.segments.tokens[at].kind {
            Kind::Stop | Kind::Symbol | Kind::Possessive => true,
            Kind::Number | Kind::Mark => false,
            Kind::Word => {
                closed(lower).is_some_and(|tag| !matches!(tag, Tag::Determiner | Tag::Adjective | Tag::Number))
                    || is_auxiliary_or_adverb(lower)
                    || {
                        let forms = forms::of(lower);
                        forms.has(Forms::PAST) && !forms.has(Forms::BASE)
                            || (forms.has(Forms::BASE) || forms.has(Forms::THIRD)) && !forms.has(Forms::NOUN)
                    }
            }
        }
    }
}

/// Whether a word is the past tense of a verb.
pub(super) fn is_past(lower: &str) -> bool {
    lower.ends_with("ed") || {
        let forms = forms::of(lower);
        forms.has(Forms::PAST) && !forms.has(Forms::BASE)
    }
}

#[cfg(test)]
mod tests;
