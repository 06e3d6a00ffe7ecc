//! What part each word plays in its sentence: noun, finite verb, participle, and so on.
//!
//! Closed classes are listed, verbs are known by a list of base forms (`words/verbs.txt`, `words/irregular.txt`), everything
//! else is told by its ending and its neighbours. It is far from a full tagger: it knows what a light parse of reported
//! speech asks, above all which words are finite verbs, and it never looks farther than its own sentence. Linear in the text.

mod classes;
mod forms;
mod verbs;

use super::grammar::{is_auxiliary_or_adverb, is_determiner, is_preposition};
use crate::lists::list;
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
            // "reported on Monday the bridge was safe": its object begins.
            Tag::Determiner if matches!(self.before(at, 0), Tag::Name | Tag::Number) => self.open = None,
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
        if tag == Tag::Finite && follows == Tag::Noun && self.segments.lower(at).ends_with("ed") && self.is_loose(at) {
            self.open = Some(at);
        }
    }

    /// Whether no object follows the form in -ed at `at`: a preposition does, a day ("published Monday") or what it calls its noun.
    fn is_loose(&self, at: TokenIndex) -> bool {
        let next = self.segments.lower(at + 1);
        let name = matches!(self.segments.lower(at), "called" | "named" | "dubbed");
        is_preposition(next) || next.ends_with("day") || matches!(next, "of" | "to") || name && !is_determiner(next)
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
        list!("he|here|how|it|she|that|there|what|where|who").contains(self.segments.lower(at - 1))
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
        // "they infringe on it", "she opines": nothing but a verb or an adverb follows a pronoun that is a subject.
        if self.before(at, 0) == Tag::Pronoun
            && token.case == Case::Lower
            && match self.segments.lower(at - 1) {
                "i" | "we" | "they" => true,
                "he" | "she" => lower.ends_with('s'),
                _ => false,
            }
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
