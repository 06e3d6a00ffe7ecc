//! The tables of words that ship inside the weights: the words that names are made of, and clusters of similar words.
//!
//! A word is known by the upper bits of its hash alone. A few percent of all words are thereby taken for one of the table;
//! training sees the same mistakes and learns how far the tables can be trusted.

use std::collections::BTreeMap;
use std::error::Error;
use std::path::Path;

use newsgloss::training::view::{Hint, word_hash};
use newsgloss::training::weights::WORD_BITS;

use crate::settings::Settings;

/// Tables of the lexicon whose names are counted.
const TABLES: [&str; 9] =
    ["curated", "kgtk_wikidata", "officeholders", "us_congress", "fb15k_wikidata", "places", "countries", "brands", "reep_football"];

/// Words by the upper bits of their hash.
pub type Table = BTreeMap<u32, u8>;

fn key(word: &str) -> u32 {
    (word_hash(&word.to_ascii_lowercase()) >> (64 - WORD_BITS)) as u32
}

/// The words that are first or last names of people, or alone name a place or an organisation, with the flags of a
/// [`Hint`] shifted right by eight.
pub fn parts(folder: &Path, settings: &Settings) -> Result<Table, Box<dyn Error>> {
    let mut counts: BTreeMap<String, [u32; 4]> = BTreeMap::new();
    for table in TABLES {
        let path = folder.join(format!("{table}.tsv"));
        let content = std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        for row in content.lines().skip(1) {
            let mut cells = row.split('\t').skip(1);
            let (Some(kind), Some(name)) = (cells.next(), cells.next()) else { continue };
            let mut count = |word: &str, which: usize| counts.entry(word.to_ascii_lowercase()).or_default()[which] += 1;
            match (kind, name.split_once(' '), name.rsplit_once(' ')) {
                ("person", Some((given, _)), Some((_, family))) => {
                    count(given, 0);
                    count(family, 1);
                }
                ("place", None, _) => count(name, 2),
                ("organization", None, _) => count(name, 3),
                _ => {}
            }
        }
    }
    let single = if settings.single_names { 1 } else { u32::MAX };
    let least = [settings.bearers[0], settings.bearers[1], single, single];
    let flags = [Hint::GIVEN, Hint::FAMILY, Hint::PLACE, Hint::ORGANIZATION];
    let mut parts = Table::new();
    for (word, counts) in counts {
        for ((count, least), flag) in counts.into_iter().zip(least).zip(flags) {
            if count >= least {
                *parts.entry(key(&word)).or_default() |= (flag >> 8) as u8;
            }
        }
    }
    Ok(parts)
}

/// Clusters of similar words.
#[derive(Debug)]
pub struct Clusters {
    /// The small cluster, of 256, of each word.
    pub small: Table,
    /// The large cluster, of 64, that most words of a small one are in.
    pub large: [u8; 256],
}

/// The clusters of the most frequent words of `path`. Of two words with one key the more frequent one counts.
pub fn clusters(path: &Path, settings: &Settings) -> Result<Clusters, Box<dyn Error>> {
    let content = std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut small = Table::new();
    let mut together = vec![[0u32; 64]; 256];
    for (number, line) in content.lines().take(settings.clusters).enumerate() {
        let cells: Vec<&str> = line.split('\t').collect();
        let (word, of_64, of_256) = match cells[..] {
            [word, of_64, of_256, ..] => (word, of_64.parse::<u8>()?, of_256.parse::<u8>()?),
            _ => return Err(format!("{}, line {}: no clusters", path.display(), number + 1).into()),
        };
        small.entry(key(word)).or_insert(of_256);
        together[usize::from(of_256)][usize::from(of_64 % 64)] += 1;
    }
    let most = |counts: &[u32; 64]| (0..64).fold(0, |top, next| if counts[next] > counts[top] { next } else { top }) as u8;
    let mut large = [0; 256];
    for (large, counts) in large.iter_mut().zip(&together) {
        *large = most(counts);
    }
    Ok(Clusters { small, large })
}

impl Clusters {
    /// The large and the small cluster of the word that has the hash, from 1; 0 is none.
    pub fn of(&self, word: u64) -> [u16; 2] {
        find(&self.small, word).map_or([0; 2], |small| [u16::from(self.large[usize::from(small)]) + 1, u16::from(small) + 1])
    }
}

/// The entry of the word that has the hash.
pub fn find(table: &Table, word: u64) -> Option<u8> {
    table.get(&((word >> (64 - WORD_BITS)) as u32)).copied()
}
