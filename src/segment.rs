//! Cuts a document into tokens and sentences, once, for every later stage.
//!
//! [`Segments`] holds the tokens, the sentences and an ASCII-lower-cased copy of the text that shares the document's byte
//! offsets, so that later stages compare words without allocating. Boilerplate blocks are not cut at all: what has no
//! tokens cannot be marked. Nothing here knows what a name or a quotation is. Cost: linear in the text.

mod sentences;
mod tokens;

use std::ops::Range;

use crate::document::{Document, Role, Span};

pub use tokens::{Case, Kind, Token};

/// The index of a token in its document.
pub type TokenIndex = usize;

/// One sentence, or a whole headline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// Its tokens.
    pub tokens: Range<TokenIndex>,
    /// The index of its block in the document.
    pub block: usize,
    /// The role of its block.
    pub role: Role,
}

/// A document cut into tokens and sentences.
#[derive(Debug)]
pub struct Segments<'d> {
    text: &'d str,
    lower: String,
    /// All tokens in reading order.
    pub tokens: Vec<Token>,
    /// All sentences in reading order; each token is in exactly one.
    pub sentences: Vec<Sentence>,
}

/// What there is of [`Segments`] besides their document, to be kept between steps of work.
#[derive(Debug)]
pub(crate) struct Cut {
    lower: String,
    pub tokens: Vec<Token>,
    pub sentences: Vec<Sentence>,
}

impl Cut {
    /// Of `document`, which was cut in parts before.
    pub(crate) fn new(document: &Document, tokens: Vec<Token>, sentences: Vec<Sentence>) -> Cut {
        Cut { lower: document.text().to_ascii_lowercase(), tokens, sentences }
    }
}

impl<'d> Segments<'d> {
    /// Cuts `document`.
    pub fn new(document: &'d Document) -> Self {
        let text = document.text();
        let mut tokens = Vec::with_capacity(text.len() / 5);
        let mut sentences = Vec::with_capacity(text.len() / 100);
        for (index, block) in document.blocks().iter().enumerate() {
            if block.role == Role::Boilerplate {
                continue;
            }
            let first = tokens.len();
            tokens::cut(text, block.span, &mut tokens);
            for range in sentences::cut(text, &tokens, first) {
                sentences.push(Sentence { tokens: range, block: index, role: block.role });
            }
        }
        Segments { text, lower: text.to_ascii_lowercase(), tokens, sentences }
    }

    /// The sentence of `document` that holds `span`; of a span over several, from the first to the last of them. Cost: linear in
    /// the blocks that `span` touches.
    #[cfg(any(test, target_arch = "wasm32"))]
    pub(crate) fn around(document: &Document, span: Span) -> Span {
        let mut around = span;
        for block in document.blocks().iter().filter(|block| block.span.start < span.end && span.start < block.span.end) {
            let mut tokens = Vec::new();
            tokens::cut(document.text(), block.span, &mut tokens);
            for range in sentences::cut(document.text(), &tokens, 0) {
                let ends = (tokens.get(range.start), range.end.checked_sub(1).and_then(|last| tokens.get(last)));
                if let (Some(first), Some(last)) = ends
                    && first.span.start < span.end
                    && span.start < last.span.end
                {
                    around = around.cover(&first.span.cover(&last.span));
                }
            }
        }
        around
    }

    /// `document` as it was cut before.
    pub(crate) fn of(document: &'d Document, cut: Cut) -> Self {
        Segments { text: document.text(), lower: cut.lower, tokens: cut.tokens, sentences: cut.sentences }
    }

    /// What [`Segments::of`] takes.
    pub(crate) fn into_cut(self) -> Cut {
        Cut { lower: self.lower, tokens: self.tokens, sentences: self.sentences }
    }

    /// The text of a span of this document.
    pub fn slice(&self, span: Span) -> &'d str {
        self.text.get(span.start as usize..span.end as usize).unwrap_or_default()
    }

    /// The word at `index` as written, or nothing beyond the last.
    pub fn word(&self, index: TokenIndex) -> &'d str {
        self.tokens.get(index).map_or("", |token| self.slice(token.span))
    }

    /// The word at `index` with ASCII letters in lower case, or nothing beyond the last.
    pub fn lower(&self, index: TokenIndex) -> &str {
        self.tokens.get(index).map_or("", |token| &self.lower[token.span.start as usize..token.span.end as usize])
    }

    /// The span from the first to the last token of `range`; empty at the start of the text for an empty range.
    pub fn span(&self, range: Range<TokenIndex>) -> Span {
        match (self.tokens.get(range.start), range.end.checked_sub(1).and_then(|last| self.tokens.get(last))) {
            (Some(first), Some(last)) if range.start < range.end => first.span.cover(&last.span),
            _ => Span::new(0, 0),
        }
    }

    /// Whether no white space stands between the token at `index` and the one before.
    pub fn is_glued(&self, index: TokenIndex) -> bool {
        index > 0 && self.tokens.get(index).is_some_and(|token| self.tokens[index - 1].span.end == token.span.start)
    }

    /// The token that holds the byte at `offset`, or the first after it.
    pub fn token_at(&self, offset: u32) -> TokenIndex {
        self.tokens.partition_point(|token| token.span.end <= offset)
    }

    /// The index of the sentence that holds the token at `index`, or the last sentence.
    pub fn sentence_of(&self, index: TokenIndex) -> usize {
        self.sentences.partition_point(|sentence| sentence.tokens.end <= index).min(self.sentences.len().saturating_sub(1))
    }
}

#[cfg(test)]
mod tests;
