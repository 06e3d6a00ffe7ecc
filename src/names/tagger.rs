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
pub mod tags;
pub mod view;
pub mod weights;

use std::ops::Range;

use super::Name;
use crate::annotations::{Confidence, EntityType, Language};
use crate::document::Role;
use crate::lexicon::Lexicon;
use crate::segment::{Case, Kind, Segments, TokenIndex};
use evidence::Evidence;
use features::{Context, features};
use lattice::Lattice;
use tags::{OUTSIDE, TYPES, Tag, begins, continues, kind};
use view::{Hint, Word, word_hash};
use weights::{Scores, Sums, Weights, WeightsError, scores};

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

    /// The names of a document, in reading order, and its language; names do not overlap.
    pub(crate) fn tag(&self, segments: &Segments<'_>, lexicon: &Lexicon) -> (Vec<Name>, Language) {
        let mut names = Vec::new();
        let language = self.decide(segments, lexicon, |tokens, kind, margin| {
            let confidence = self.weights.confidence(kind, margin);
            let kind = TYPES[kind];
            if matches!(kind, EntityType::Event | EntityType::Misc) && confidence < LEAST_FOR_RARE_TYPES {
                return;
            }
            let confidence = Confidence::from_thousandths(confidence);
            names.push(Name { span: segments.span(tokens.clone()), tokens, kind, confidence, own: None });
        });
        (names, language)
    }

    /// The names that the lexicon knows, for texts in other languages than the tagger's.
    fn known(words: &[Word], found: &mut impl FnMut(Range<TokenIndex>, usize, i32)) {
        for (start, word) in words.iter().enumerate().filter(|(_, word)| word.hint.0 & Hint::BEGINS != 0) {
            let goes_on = |word: &&Word| word.hint.kinds() != 0 && word.hint.0 & Hint::BEGINS == 0;
            let end = start + 1 + words[start + 1..].iter().take_while(goes_on).count();
            // A name of one word may be any word that is written with a capital: in German, every noun.
            if end - start > 1 || word.hint.kinds() & PLACES_AND_GROUPS != 0 {
                found(start..end, word.hint.kinds().trailing_zeros() as usize, KNOWN_MARGIN);
            }
        }
    }

    /// Hands every name to `found`: its tokens, the index of its type, and the margin by which it won. Says in which language
    /// the text is.
    pub fn decide(&self, segments: &Segments<'_>, lexicon: &Lexicon, mut found: impl FnMut(Range<TokenIndex>, usize, i32)) -> Language {
        let hints = hints::hints(segments, lexicon, |word| self.weights.part_flags(word_hash(word)));
        let words = view::words(segments, &hints, |word| self.weights.clusters(word));
        let language = language(&words);
        if language == Language::Other {
            Self::known(&words, &mut found);
            return language;
        }
        let chains = chains(segments, &words);
        let openers = openers(segments, &words);
        let mut sums: Vec<Sums> = vec![[0; weights::LANES]; chains.iter().map(|chain| chain.tokens.len()).sum()];
        chain_features(segments, &words, &chains, |number, feature| self.weights.add(feature, &mut sums[number]));

        let mut lattice = Lattice::default();
        let mut room: Vec<Scores> = Vec::new();
        let mut tags = vec![OUTSIDE; words.len()];
        let mut number = 0;
        for chain in &chains {
            room.clear();
            room.extend(sums[number..number + chain.tokens.len()].iter().map(scores));
            lattice.decode(&room, &self.weights.transitions[0], &mut tags[chain.tokens.clone()]);
            number += chain.tokens.len();
        }

        let evidence = Evidence::new(&words, &tags);
        let mut second: Vec<Tag> = Vec::new();
        let mut number = 0;
        for chain in &chains {
            room.clear();
            for at in chain.tokens.clone() {
                let sum = &mut sums[number];
                evidence.features(&words, &tags, at, openers[at], |feature| self.weights.add(feature, sum));
                room.push(scores(sum));
                number += 1;
            }
            second.clear();
            second.resize(room.len(), OUTSIDE);
            lattice.decode(&room, &self.weights.transitions[1], &mut second);
            if second.iter().all(|&tag| tag == OUTSIDE) {
                continue;
            }
            lattice.look_back(&room, &self.weights.transitions[1]);
            for (start, end, kind) in spans(&second) {
                let margin = lattice.margin(&second, start, end);
                let (start, end) = (chain.tokens.start + start, chain.tokens.start + end);
                found(start..end, kind, margin);
            }
        }
        language
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
