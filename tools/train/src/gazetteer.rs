//! A stand-in for the compiled lexicon, read from the raw tables.

use std::collections::HashMap;
use std::path::Path;

use newsgloss::segment::{Case, Segments};
use newsgloss::training::words::{Hint, word_hash};

use crate::corpus::kind_of;

#[derive(Default)]
pub struct Gazetteer {
    phrases: HashMap<u64, u16>,
    longest: usize,
    parts: HashMap<u64, u16>,
    pub names: usize,
}

fn phrase_hash(words: impl Iterator<Item = u64>) -> u64 {
    words.fold(17, |hash, word| (hash ^ word).wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(23))
}

fn case_hash(word: &str) -> u64 {
    word_hash(word)
}

impl Gazetteer {
    fn add(&mut self, name: &str, kind: usize) {
        let Ok(document) = newsgloss::Document::from_plain_text(name, None) else { return };
        let segments = Segments::new(&document);
        let count = segments.tokens.len();
        if count == 0 || count > 6 || !name.starts_with(char::is_uppercase) || name.chars().count() < 2 {
            return;
        }
        let hash = phrase_hash((0..count).map(|index| case_hash(segments.word(index))));
        *self.phrases.entry(hash).or_insert(0) |= 1 << kind;
        self.longest = self.longest.max(count);
        self.names += 1;
    }

    pub fn read(folder: &Path, budget: &str) -> Self {
        let mut gazetteer = Gazetteer::default();
        let full = budget == "full";
        let tables: &[(&str, usize, bool)] = if full {
            &[("curated", 99999, true), ("countries", 999, false), ("demonyms", 999, true), ("ethnic_groups", 999, false), ("kgtk_wikidata", 99999, true), ("fb15k_wikidata", 99999, true), ("places", 99999, false), ("officeholders", 99999, false), ("us_congress", 999, false), ("partyfacts_parties", 9999, false), ("ror_orgs", 99999, false), ("brands", 99999, false), ("reep_football", 99999, false), ("us_newspapers", 9999, false)]
        } else if budget == "none" { &[] } else {
            &[("curated", 99999, true), ("countries", 999, false), ("demonyms", 999, true), ("ethnic_groups", 200, false), ("kgtk_wikidata", 12000, false), ("places", 3500, false), ("us_congress", 999, false), ("reep_football", 600, false)]
        };
        for &(table, limit, aliases) in tables {
            let Ok(content) = std::fs::read_to_string(folder.join(format!("{table}.tsv"))) else { continue };
            for row in content.lines().skip(1).take(limit) {
                let cells: Vec<&str> = row.split('\t').collect();
                let [_, kind, name, other, ..] = cells[..] else { continue };
                let Some(kind) = kind_of(kind) else { continue };
                if kind == 5 { continue; }
                gazetteer.add(name, kind);
                if aliases {
                    for alias in other.split('|').filter(|alias| !alias.is_empty()) {
                        gazetteer.add(alias, kind);
                    }
                }
            }
        }
        let (mut given, mut family): (HashMap<String, usize>, HashMap<String, usize>) = Default::default();
        if budget != "none" {
        for table in ["kgtk_wikidata", "officeholders", "us_congress", "fb15k_wikidata"] {
            let Ok(content) = std::fs::read_to_string(folder.join(format!("{table}.tsv"))) else { continue };
            for row in content.lines().skip(1) {
                let cells: Vec<&str> = row.split('\t').collect();
                if cells.len() < 4 || cells[1] != "person" { continue; }
                let words: Vec<&str> = cells[2].split(' ').collect();
                if words.len() > 1 {
                    *given.entry(words[0].to_ascii_lowercase()).or_default() += 1;
                    *family.entry(words[words.len() - 1].to_ascii_lowercase()).or_default() += 1;
                }
            }
        }}
        let least = std::env::var("PARTS").ok().and_then(|v| v.parse().ok()).unwrap_or(if full { 1 } else { 3 });
        for (table, bit) in [(&given, Hint::GIVEN), (&family, Hint::FAMILY)] {
            for (word, &count) in table {
                if count >= least { *gazetteer.parts.entry(word_hash(word)).or_insert(0) |= bit; }
            }
        }
        gazetteer
    }

    pub fn hints(&self, segments: &Segments<'_>) -> Vec<Hint> {
        let count = segments.tokens.len();
        let mut hints = vec![Hint::default(); count];
        for sentence in &segments.sentences {
            let mut at = sentence.tokens.start;
            while at < sentence.tokens.end {
                let token = &segments.tokens[at];
                let mut next = at + 1;
                if token.is_capitalised {
                    for length in (1..=self.longest.min(sentence.tokens.end - at)).rev() {
                        if let Some(&kinds) = self.phrases.get(&phrase_hash((at..at + length).map(|index| case_hash(segments.word(index))))) {
                            for index in at..at + length {
                                hints[index].0 |= kinds | if index == at { Hint::BEGINS } else { 0 } | if length > 1 { Hint::SEVERAL } else { 0 };
                            }
                            next = at + length;
                            break;
                        }
                    }
                }
                at = next;
            }
        }
        for (index, hint) in hints.iter_mut().enumerate() {
            if segments.tokens[index].is_capitalised && segments.tokens[index].case != Case::Initial {
                hint.0 |= self.parts.get(&word_hash(segments.lower(index))).copied().unwrap_or(0);
            }
        }
        hints
    }
}
