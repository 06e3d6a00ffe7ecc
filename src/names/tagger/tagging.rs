//! The tagger at work on one document, some chains at a time.
//!
//! First pass: every token by its surroundings. Second pass: the same, and what the first said of the word elsewhere.

use std::ops::Range;

use super::evidence::Evidence;
use super::lattice::Lattice;
use super::tags::{OUTSIDE, Tag};
use super::view::{self, Hint, Word, word_hash};
use super::weights::{self, Scores, Sums, scores};
use super::{Chain, KNOWN_MARGIN, PLACES_AND_GROUPS, Tagger, chain_features, chains, hints, language, openers, spans};
use crate::annotations::Language;
use crate::lexicon::Lexicon;
use crate::segment::{Segments, TokenIndex};

/// A document that is being tagged.
#[derive(Debug)]
pub struct Tagging {
    words: Vec<Word>,
    language: Language,
    chains: Vec<Chain>,
    openers: Vec<bool>,
    /// For each token of the chains.
    sums: Vec<Sums>,
    tags: Vec<Tag>,
    /// What the first pass has said, once it is over.
    evidence: Option<Evidence>,
    /// The next chain, and the number of its first token among those of all chains.
    next: usize,
    number: usize,
}

impl Tagging {
    /// Begins to tag the document of `segments`.
    pub fn new(tagger: &Tagger, segments: &Segments<'_>, lexicon: &Lexicon) -> Tagging {
        let hints = hints::hints(segments, lexicon, |word| tagger.weights.part_flags(word_hash(word)));
        let words = view::words(segments, &hints, |word| tagger.weights.clusters(word));
        let language = language(&words);
        let chains = if language == Language::Other { Vec::new() } else { chains(segments, &words) };
        let openers = openers(segments, &words);
        let sums = vec![[0; weights::LANES]; chains.iter().map(|chain| chain.tokens.len()).sum()];
        let tags = vec![OUTSIDE; words.len()];
        Tagging { words, language, chains, openers, sums, tags, evidence: None, next: 0, number: 0 }
    }

    /// In which language the text is.
    pub fn language(&self) -> Language {
        self.language
    }

    /// Goes on with the next `count` chains, and says whether that was all. Hands every name to `found`: its tokens, the index of its
    /// type, and the margin by which it won.
    pub fn advance(
        &mut self,
        tagger: &Tagger,
        segments: &Segments<'_>,
        count: usize,
        found: &mut impl FnMut(Range<TokenIndex>, usize, i32),
    ) -> bool {
        if self.language == Language::Other {
            self.known(found);
            return true;
        }
        let end = self.chains.len().min(self.next.saturating_add(count));
        let range = self.next..end;
        self.next = end;
        let is_over = end == self.chains.len();
        if let Some(evidence) = self.evidence.take() {
            self.second_pass(tagger, &evidence, range, found);
            self.evidence = Some(evidence);
            return is_over;
        }
        self.first_pass(tagger, segments, range);
        if is_over {
            self.evidence = Some(Evidence::new(&self.words, &self.tags));
            (self.next, self.number) = (0, 0);
        }
        false
    }

    fn first_pass(&mut self, tagger: &Tagger, segments: &Segments<'_>, range: Range<usize>) {
        let Tagging { words, chains, sums, tags, .. } = self;
        let chains = chains.get(range).unwrap_or_default();
        let first = self.number;
        chain_features(segments, words, chains, |number, feature| tagger.weights.add(feature, &mut sums[first + number]));
        let mut lattice = Lattice::default();
        let mut room: Vec<Scores> = Vec::new();
        for chain in chains {
            room.clear();
            room.extend(sums[self.number..self.number + chain.tokens.len()].iter().map(scores));
            lattice.decode(&room, &tagger.weights.transitions[0], &mut tags[chain.tokens.clone()]);
            self.number += chain.tokens.len();
        }
    }

    fn second_pass(
        &mut self,
        tagger: &Tagger,
        evidence: &Evidence,
        range: Range<usize>,
        found: &mut impl FnMut(Range<TokenIndex>, usize, i32),
    ) {
        let Tagging { words, chains, openers, sums, tags, number, .. } = self;
        let mut lattice = Lattice::default();
        let mut room: Vec<Scores> = Vec::new();
        let mut second: Vec<Tag> = Vec::new();
        for chain in chains.get(range).unwrap_or_default() {
            room.clear();
            for at in chain.tokens.clone() {
                let sum = &mut sums[*number];
                evidence.features(words, tags, at, openers[at], |feature| tagger.weights.add(feature, sum));
                room.push(scores(sum));
                *number += 1;
            }
            second.clear();
            second.resize(room.len(), OUTSIDE);
            lattice.decode(&room, &tagger.weights.transitions[1], &mut second);
            if second.iter().all(|&tag| tag == OUTSIDE) {
                continue;
            }
            lattice.look_back(&room, &tagger.weights.transitions[1]);
            for (start, end, kind) in spans(&second) {
                let margin = lattice.margin(&second, start, end);
                let (start, end) = (chain.tokens.start + start, chain.tokens.start + end);
                found(start..end, kind, margin);
            }
        }
    }

    /// The names that the lexicon knows, for texts in other languages than the tagger's.
    fn known(&self, found: &mut impl FnMut(Range<TokenIndex>, usize, i32)) {
        let words = &self.words;
        for (start, word) in words.iter().enumerate().filter(|(_, word)| word.hint.0 & Hint::BEGINS != 0) {
            let goes_on = |word: &&Word| word.hint.kinds() != 0 && word.hint.0 & Hint::BEGINS == 0;
            let end = start + 1 + words[start + 1..].iter().take_while(goes_on).count();
            // A name of one word may be any word that is written with a capital: in German, every noun.
            if end - start > 1 || word.hint.kinds() & PLACES_AND_GROUPS != 0 {
                found(start..end, word.hint.kinds().trailing_zeros() as usize, KNOWN_MARGIN);
            }
        }
    }
}
