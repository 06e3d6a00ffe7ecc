//! One sentence as the grammars read it: tokens by index, never beyond its ends.
//!
//! An index outside the sentence reads as the empty word, so that no grammar has to ask where the sentence stops and no
//! expression runs into the next one. The words in lower case are looked up once for the document and not by each question.

use std::cell::Cell;
use std::ops::Range;

use super::numbers::Counted;
use crate::document::Span;
use crate::segment::{Case, Kind, Segments, Token, TokenIndex};

/// A view of one sentence. Cheap to copy.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reader<'s> {
    segments: &'s Segments<'s>,
    /// The sentence's tokens.
    tokens: &'s [Token],
    /// The same in lower case.
    words: &'s [&'s str],
    start: TokenIndex,
    counted: &'s LastCount,
}

/// Where something was last counted in a sentence, and what was found, since one grammar asks after the other.
pub(super) type LastCount = Cell<Option<(TokenIndex, Option<Counted>)>>;

impl<'s> Reader<'s> {
    /// The sentence that is `tokens` of `segments`, whose words in lower case are `words`; `counted` is for it alone.
    pub(super) fn new(segments: &'s Segments<'s>, words: &'s [&'s str], tokens: Range<TokenIndex>, counted: &'s LastCount) -> Self {
        let start = tokens.start;
        let words = words.get(tokens.clone()).unwrap_or_default();
        Reader { segments, tokens: segments.tokens.get(tokens).unwrap_or_default(), words, start, counted }
    }

    /// The first token of the sentence.
    pub(super) fn start(&self) -> TokenIndex {
        self.start
    }

    /// The token after its last.
    pub(super) fn end(&self) -> TokenIndex {
        self.start + self.tokens.len()
    }

    fn token(&self, index: TokenIndex) -> Option<&'s Token> {
        self.tokens.get(index.checked_sub(self.start)?)
    }

    /// The word at `index` as written.
    pub(super) fn word(&self, index: TokenIndex) -> &'s str {
        self.token(index).map_or("", |token| self.segments.slice(token.span))
    }

    /// The word at `index` with ASCII letters in lower case.
    pub(super) fn lower(&self, index: TokenIndex) -> &'s str {
        index.checked_sub(self.start).and_then(|place| self.words.get(place)).copied().unwrap_or_default()
    }

    /// The word `back` tokens before `index`, in lower case.
    pub(super) fn before(&self, index: TokenIndex, back: usize) -> &'s str {
        index.checked_sub(back).map_or("", |at| self.lower(at))
    }

    /// Whether the word at `index` is `word`, which is in lower case.
    pub(super) fn is(&self, index: TokenIndex, word: &str) -> bool {
        self.lower(index) == word
    }

    /// Whether the word at `index` is one of `words`, which are in lower case.
    pub(super) fn one_of(&self, index: TokenIndex, words: &[&str]) -> bool {
        words.contains(&self.lower(index))
    }

    /// What `count` finds at `index`, which is asked once.
    pub(super) fn count(&self, index: TokenIndex, count: impl Fn() -> Option<Counted>) -> Option<Counted> {
        if let Some((_, counted)) = self.counted.get().filter(|(at, _)| *at == index) {
            return counted;
        }
        let counted = count();
        self.counted.set(Some((index, counted)));
        counted
    }

    /// What kind of token stands at `index`.
    pub(super) fn kind(&self, index: TokenIndex) -> Option<Kind> {
        self.token(index).map(|token| token.kind)
    }

    /// How the word at `index` is cased.
    pub(super) fn case(&self, index: TokenIndex) -> Case {
        self.token(index).map_or(Case::None, |token| token.case)
    }

    /// Whether the word at `index` begins with a capital letter.
    pub(super) fn is_capitalised(&self, index: TokenIndex) -> bool {
        self.token(index).is_some_and(|token| token.is_capitalised)
    }

    /// Whether the word at `index` is written in small letters.
    pub(super) fn is_lower_case(&self, index: TokenIndex) -> bool {
        self.case(index) == Case::Lower
    }

    /// Whether no white space stands before the token at `index`.
    pub(super) fn is_glued(&self, index: TokenIndex) -> bool {
        index > self.start && self.token(index).is_some() && self.segments.is_glued(index)
    }

    /// Whether a hyphen or dash stands at `index`.
    pub(super) fn is_dash(&self, index: TokenIndex) -> bool {
        matches!(self.word(index), "-" | "\u{2010}" | "\u{2011}" | "\u{2012}" | "–" | "—")
    }

    /// Whether a hyphen stands at `index` that joins the tokens on both its sides.
    pub(super) fn is_joint(&self, index: TokenIndex) -> bool {
        self.is_dash(index) && self.is_glued(index) && self.is_glued(index + 1)
    }

    /// The index after the hyphen at `index`, or `index` where there is none.
    pub(super) fn skip_joint(&self, index: TokenIndex) -> TokenIndex {
        if self.is_joint(index) { index + 1 } else { index }
    }

    /// The index after `phrase`, if it stands at `index`. Its words are in lower case and apart by single spaces.
    pub(super) fn phrase(&self, index: TokenIndex, phrase: &str) -> Option<TokenIndex> {
        // Nearly every call ends here.
        if self.lower(index).as_bytes().first() != phrase.as_bytes().first() {
            return None;
        }
        let mut at = index;
        let mut rest = phrase;
        loop {
            rest = rest.strip_prefix(self.lower(at))?;
            at += 1;
            if rest.is_empty() {
                return Some(at);
            }
            rest = rest.strip_prefix(' ')?;
        }
    }

    /// The whole number that the digits at `index` write, without separators and of at most four digits.
    pub(super) fn small_number(&self, index: TokenIndex) -> Option<u16> {
        if self.kind(index) != Some(Kind::Number) {
            return None;
        }
        let digits = self.word(index);
        if digits.len() > 4 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        digits.parse().ok()
    }

    /// The stretch of text that `tokens` cover.
    pub(super) fn span(&self, tokens: Range<TokenIndex>) -> Span {
        self.segments.span(tokens)
    }
}
