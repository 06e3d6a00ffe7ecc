//! The words that names are made of, counted in the tables of the lexicon.

use std::collections::BTreeMap;
use std::path::Path;

use newsgloss::Lexicon;
use newsgloss::segment::Segments;
use newsgloss::training::hints;
use newsgloss::training::slots::Slots;
use newsgloss::training::view::{Hint, word_hash};

pub struct Gazetteer {
    lexicon: Lexicon,
    slots: Slots,
    flags: Vec<u16>,
    pub names: usize,
    pub raw: (Vec<u32>, Vec<u16>),
}
pub const BITS: u32 = 20;

fn env(name: &str, default: usize) -> usize {
    std::env::var(name).ok().and_then(|v| v.parse().ok()).unwrap_or(default)
}

impl Gazetteer {
    pub fn read(folder: &Path) -> Self {
        let mut counts: BTreeMap<String, [u32; 4]> = BTreeMap::new();
        for table in ["curated", "kgtk_wikidata", "officeholders", "us_congress", "fb15k_wikidata", "places", "countries", "brands", "reep_football"] {
            let Ok(content) = std::fs::read_to_string(folder.join(format!("{table}.tsv"))) else { continue };
            for row in content.lines().skip(1) {
                let cells: Vec<&str> = row.split('\t').collect();
                if cells.len() < 4 { continue; }
                let words: Vec<&str> = cells[2].split(' ').collect();
                if cells[1] == "person" && words.len() > 1 {
                    counts.entry(words[0].to_ascii_lowercase()).or_default()[0] += 1;
                    counts.entry(words[words.len() - 1].to_ascii_lowercase()).or_default()[1] += 1;
                }
                if words.len() == 1 && cells[1] == "place" { counts.entry(words[0].to_ascii_lowercase()).or_default()[2] += 1; }
                if words.len() == 1 && cells[1] == "organization" { counts.entry(words[0].to_ascii_lowercase()).or_default()[3] += 1; }
            }
        }
        let least = [env("GIVEN", 1), env("FAMILY", 1), env("PLACE", 1), env("ORG", 1)];
        let mut rows: BTreeMap<u32, u16> = BTreeMap::new();
        for (word, counts) in &counts {
            let mut flags = 0;
            for (n, bit) in [Hint::GIVEN, Hint::FAMILY, Hint::PLACE, Hint::ORGANIZATION].into_iter().enumerate() {
                if least[n] > 0 && counts[n] as usize >= least[n] { flags |= bit; }
            }
            if flags != 0 { *rows.entry((word_hash(word) >> (64 - BITS)) as u32).or_default() |= flags; }
        }
        let mut slots = Slots::new(BITS);
        for &slot in rows.keys() { slots.insert(slot); }
        slots.rank();
        let raw = (rows.keys().copied().collect(), rows.values().copied().collect());
        Gazetteer { lexicon: Lexicon::embedded().unwrap(), slots, names: rows.len(), flags: rows.into_values().collect(), raw }
    }

    pub fn hints(&self, segments: &Segments<'_>) -> Vec<Hint> {
        hints::hints(segments, &self.lexicon, |word| self.slots.find((word_hash(word) >> 32) as u32).map_or(0, |row| self.flags[row]))
    }
}
