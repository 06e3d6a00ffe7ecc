//! A sequence tagger for names: every token is outside a name, begins one or continues one, and the legal sequence with the
//! best score wins.
//!
//! A linear-chain model over hashed features (Lafferty, McCallum and Pereira 2001), pruned and rounded to small integers, in
//! two passes: the second knows what the first said of the same words elsewhere in the article. The weights come from
//! `tools/train`, which sees the same features through the same code. Integer arithmetic only, so that every build gives the
//! same answer. It knows no names by itself but through its weights and the lexicon. Cost: linear in the text.

pub mod evidence;
pub mod features;
pub mod hints;
pub mod lattice;
pub mod slots;
pub mod tagging;
pub mod tags;
pub mod view;
pub mod weights;

use std::ops::Range;

use super::Name;
use crate::annotations::{Confidence, EntityType, Language};
use crate::document::Role;
use crate::lexicon::Lexicon;
use crate::segment::{Case, Kind, Segments, TokenIndex};
use features::{Context, features};
use tagging::Tagging;
use tags::{TYPES, Tag, begins, continues, kind};
use view::Word;
use weights::{Weights, WeightsError};

/// Names of events and works are marked from this confidence on, in thousandths: below it, too many are none.
const LEAST_FOR_RARE_TYPES: u16 = 800;

/// The margin of a name that the lexicon knows in a text of another language, in fine steps: worth a mark, never certain.
const KNOWN_MARGIN: i32 = 12 * weights::MARGIN_STEP;
/// The types whose lexicon entries of a single word are trusted there.
const PLACES_AND_GROUPS: u16 = 1 << 2 | 1 << 3;

/// Fewer words in lower case say nothing about the language.
const LEAST_WORDS: usize = 12;

/// The language of a text, as far as the tagger can tell: of its words in lower case, how many are among the frequent English
/// ones that have a cluster. In English news nine in ten are.
fn language(words: &[Word]) -> Language {
    let (mut all, mut known) = (0, 0);
    for word in words.iter().filter(|word| word.kind == Kind::Word && word.case == Case::Lower) {
        all += 1;
        known += usize::from(word.clusters != [0; 2]);
    }
    match all >= LEAST_WORDS {
        false => Language::Unknown,
        true if known * 100 < all * 60 => Language::Other,
        true => Language::English,
    }
}

/// The tagger with its weights.
#[derive(Debug)]
pub struct Tagger {
    weights: Weights,
}

/// A stretch of tokens near capitals: all that may be names. Between them everything is outside.
#[derive(Debug, Clone)]
pub struct Chain {
    /// Its tokens.
    pub tokens: Range<TokenIndex>,
    /// The index of its sentence.
    pub sentence: usize,
}

/// The chains of a document in reading order.
pub fn chains(segments: &Segments<'_>, words: &[Word]) -> Vec<Chain> {
    let mut chains = Vec::new();
    let mut marks = Vec::new();
    for (index, sentence) in segments.sentences.iter().enumerate() {
        view::candidates(words.get(sentence.tokens.clone()).unwrap_or_default(), &mut marks);
        let mut open: Option<usize> = None;
        for (offset, &mark) in marks.iter().chain([&false]).enumerate() {
            let at = sentence.tokens.start + offset;
            match (open, mark) {
                (None, true) => open = Some(at),
                (Some(start), false) => {
                    chains.push(Chain { tokens: start..at, sentence: index });
                    open = None;
                }
                _ => {}
            }
        }
    }
    chains
}

/// For each token, whether no word stands before it in its sentence.
pub fn openers(segments: &Segments<'_>, words: &[Word]) -> Vec<bool> {
    let mut openers = vec![false; words.len()];
    for sentence in &segments.sentences {
        for at in sentence.tokens.clone() {
            openers[at] = true;
            if matches!(words[at].kind, Kind::Word | Kind::Number) {
                break;
            }
        }
    }
    openers
}

/// Hands the features of every token of `chains` to `sink`, with the number that the token has among them.
pub fn chain_features(segments: &Segments<'_>, words: &[Word], chains: &[Chain], mut sink: impl FnMut(usize, u32)) {
    let mut number = 0;
    let mut context: Option<(usize, Context<'_>)> = None;
    for chain in chains {
        let sentence = &segments.sentences[chain.sentence];
        let context = match context {
            Some((index, known)) if index == chain.sentence => known,
            _ => {
                let words = words.get(sentence.tokens.clone()).unwrap_or_default();
                // The weights know titles of one kind.
                let role = if sentence.role.is_title() { Role::Headline } else { sentence.role };
                let new = Context { words, casing: view::casing(words, role), role };
                context = Some((chain.sentence, new));
                new
            }
        };
        for at in chain.tokens.clone() {
            features(&context, at - sentence.tokens.start, |feature| sink(number, feature));
            number += 1;
        }
    }
}

impl Tagger {
    /// Reads a weights file.
    ///
    /// # Errors
    /// Where `data` is none, is cut short, or is of another version.
    pub fn parse(data: &[u8]) -> Result<Tagger, WeightsError> {
        Ok(Tagger { weights: Weights::parse(data)? })
    }

    /// The weights that ship with the crate. Not in the browser, where the page fetches them.
    ///
    /// # Errors
    /// Only where the crate was built with damaged data.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn embedded() -> Result<Tagger, WeightsError> {
        Tagger::parse(include_bytes!("../../data/weights.bin"))
    }

    /// The name that [`Tagging`] found; none where its type is too rare to be trusted at this margin.
    pub(crate) fn name(&self, segments: &Segments<'_>, tokens: Range<TokenIndex>, kind: usize, margin: i32) -> Option<Name> {
        let confidence = self.weights.confidence(kind, margin);
        let kind = TYPES[kind];
        if matches!(kind, EntityType::Event | EntityType::Misc) && confidence < LEAST_FOR_RARE_TYPES {
            return None;
        }
        let confidence = Confidence::from_thousandths(confidence);
        Some(Name { span: segments.span(tokens.clone()), tokens, kind, confidence, own: None })
    }

    /// The names of a document, in reading order, and its language; names do not overlap.
    #[cfg(test)]
    pub(crate) fn tag(&self, segments: &Segments<'_>, lexicon: &Lexicon) -> (Vec<Name>, Language) {
        let mut names = Vec::new();
        let language = self.decide(segments, lexicon, |tokens, kind, margin| names.extend(self.name(segments, tokens, kind, margin)));
        (names, language)
    }

    /// Hands every name of a document to `found`: its tokens, the index of its type, and the margin by which it won. Says in which
    /// language the text is.
    pub fn decide(&self, segments: &Segments<'_>, lexicon: &Lexicon, mut found: impl FnMut(Range<TokenIndex>, usize, i32)) -> Language {
        let mut tagging = Tagging::new(self, segments, lexicon);
        while !tagging.advance(self, segments, usize::MAX, &mut found) {}
        tagging.language()
    }
}

#[cfg(test)]
pub(in crate::names) mod tests;

/// The names that a legal sequence of tags says: first token, first token after, index of the type.
pub fn spans(tags: &[Tag]) -> impl Iterator<Item = (usize, usize, usize)> {
    let begun = tags.iter().enumerate().filter(|&(_, &tag)| begins(tag));
    begun.map(|(start, &tag)| {
        let more = tags[start + 1..].iter().take_while(|&&next| continues(next)).count();
        (start, start + 1 + more, kind(tag))
    })
}
