//! Documents made ready for learning: words, chains, features, and the tags that the labels allow.

use std::error::Error;
use std::path::Path;

use newsgloss::Lexicon;
use newsgloss::segment::Segments;
use newsgloss::training::view::{Word, words};
use newsgloss::training::{chain_features, chains, evidence::Evidence, hints, openers, tags::Tag};

use crate::corpus;
use crate::settings::Settings;
use crate::tables::{self, Clusters, Table};

/// What every document is read with.
#[derive(Debug)]
pub struct Knowledge {
    /// The names that are evidence.
    pub lexicon: Lexicon,
    /// The words that names are made of.
    pub parts: Table,
    /// Clusters of similar words.
    pub clusters: Clusters,
}

/// One document to learn from.
#[derive(Debug)]
pub struct Example {
    /// Its words.
    pub words: Vec<Word>,
    /// For each token, the set of tags that the labels allow.
    pub allowed: Vec<u16>,
    /// For each token, whether no word stands before it in its sentence.
    pub openers: Vec<bool>,
    /// Its chains: first token, first token after, and the number of the first among all chains' tokens.
    pub chains: Vec<(usize, usize, usize)>,
    /// How often it is seen in each round.
    pub weight: u32,
}

/// Features of all tokens of all chains, one after another.
#[derive(Debug, Default)]
pub struct Features {
    starts: Vec<u32>,
    hashes: Vec<u32>,
}

impl Features {
    /// The features of the token with the number.
    pub fn of(&self, token: usize) -> &[u32] {
        let end = self.starts.get(token + 1).map_or(self.hashes.len(), |&end| end as usize);
        &self.hashes[self.starts[token] as usize..end]
    }

    /// Every feature.
    pub fn all(&self) -> &[u32] {
        &self.hashes
    }

    /// How many tokens there are.
    pub fn tokens(&self) -> usize {
        self.starts.len()
    }

    /// The same with every feature renumbered by `map`, or left out.
    pub fn renumbered(&self, map: impl Fn(u32) -> Option<u32>) -> Features {
        let mut new = Features { starts: Vec::with_capacity(self.starts.len()), hashes: Vec::with_capacity(self.hashes.len() / 2) };
        for token in 0..self.starts.len() {
            new.starts.push(new.hashes.len() as u32);
            new.hashes.extend(self.of(token).iter().copied().filter_map(&map));
        }
        new
    }

    fn put(&mut self, token: usize, feature: u32) {
        while self.starts.len() <= token {
            self.starts.push(self.hashes.len() as u32);
        }
        self.hashes.push(feature);
    }
}

/// Reads a corpus; the documents that `keep` refuses are left out.
pub fn read(
    path: &Path,
    knowledge: &Knowledge,
    settings: &Settings,
    weight: u32,
    keep: impl Fn(usize) -> bool,
    examples: &mut Vec<Example>,
    features: &mut Features,
) -> Result<(), Box<dyn Error>> {
    for (_, labelled) in corpus::read(path)?.into_iter().enumerate().filter(|&(number, _)| keep(number)) {
        let document = labelled.document()?;
        let segments = Segments::new(&document);
        let part = |word: u64| u16::from(tables::find(&knowledge.parts, word).unwrap_or(0)) << 8;
        let hints = hints::hints(&segments, &knowledge.lexicon, |word| part(newsgloss::training::view::word_hash(word)));
        let words = words(&segments, &hints, |word| knowledge.clusters.of(word));
        let names = labelled.names(&segments, true);
        let before = features.tokens();
        let found = chains(&segments, &words);
        chain_features(&segments, &words, &found, |number, feature| features.put(before + number, feature));
        let mut first = before;
        let mut chains = Vec::with_capacity(found.len());
        for chain in &found {
            chains.push((chain.tokens.start, chain.tokens.end, first));
            first += chain.tokens.len();
        }
        examples.push(Example {
            allowed: labelled.allowed(&names, words.len(), settings.least_confidence),
            openers: openers(&segments, &words),
            words,
            chains,
            weight,
        });
    }
    Ok(())
}

/// The features that the second pass adds, from what the first pass said.
pub fn evidence(examples: &[Example], tags: &[Vec<Tag>]) -> Features {
    let mut features = Features::default();
    for (example, tags) in examples.iter().zip(tags) {
        let evidence = Evidence::new(&example.words, tags);
        for &(start, end, first) in &example.chains {
            for at in start..end {
                evidence.features(&example.words, tags, at, example.openers[at], |feature| features.put(first + at - start, feature));
            }
        }
    }
    features
}
