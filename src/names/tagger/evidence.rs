//! What the article as a whole says of a word: how the first pass tagged it elsewhere, and whether it also stands there in
//! lower case. The second pass turns that into features.

use super::features::mix;
use super::tags::{OUTSIDE, TAGS, Tag, begins};
use super::view::Word;
use crate::segment::{Case, Kind};

/// The first pass over one document, counted by word.
#[derive(Debug, Default)]
pub struct Evidence {
    /// For each token, which entry of `counts` is its word's.
    entry: Vec<u32>,
    /// How often each tag was given to the word where it is capitalised.
    counts: Vec<[u16; TAGS]>,
    /// How often the word stands in lower case.
    lower: Vec<u16>,
}

/// No entry: marks and numbers.
const NONE: u32 = u32::MAX;

impl Evidence {
    /// Counts what the first pass said of `words`.
    pub fn new(words: &[Word], tags: &[Tag]) -> Self {
        // An open-addressed table: the words' hashes are already well mixed, and half of the table stays empty.
        let mask = (words.len() * 2).next_power_of_two().max(2) - 1;
        let mut table: Vec<(u64, u32)> = vec![(0, NONE); mask + 1];
        let mut evidence = Evidence { entry: Vec::with_capacity(words.len()), ..Evidence::default() };
        for (word, &tag) in words.iter().zip(tags) {
            if word.kind != Kind::Word {
                evidence.entry.push(NONE);
                continue;
            }
            let mut place = (word.lower >> 20) as usize & mask;
            while table[place].1 != NONE && table[place].0 != word.lower {
                place = (place + 1) & mask;
            }
            if table[place].1 == NONE {
                table[place] = (word.lower, evidence.counts.len() as u32);
                evidence.counts.push([0; TAGS]);
                evidence.lower.push(0);
            }
            let entry = table[place].1;
            evidence.entry.push(entry);
            if word.case == Case::Lower {
                evidence.lower[entry as usize] = evidence.lower[entry as usize].saturating_add(1);
            } else {
                let count = &mut evidence.counts[entry as usize][usize::from(tag)];
                *count = count.saturating_add(1);
            }
        }
        evidence
    }

    /// The tag most often given to the word at `at` elsewhere, how strongly (1 to 3) and how often (1 to 3).
    fn elsewhere(&self, at: usize, tags: &[Tag], word: &Word) -> Option<(Tag, u64, u64, [u16; TAGS])> {
        let entry = *self.entry.get(at)?;
        let mut counts = *self.counts.get(entry as usize)?;
        if word.case != Case::Lower {
            let own = &mut counts[usize::from(*tags.get(at)?)];
            *own = own.saturating_sub(1);
        }
        let total: u32 = counts.iter().map(|&count| u32::from(count)).sum();
        let (mut top, mut most) = (OUTSIDE, 0);
        for (tag, &count) in counts.iter().enumerate() {
            if count > most {
                (top, most) = (tag as Tag, count);
            }
        }
        if total == 0 {
            return None;
        }
        let share = u32::from(most) * 100 / total;
        let strength = if share >= 85 {
            3
        } else if share >= 60 {
            2
        } else {
            1
        };
        Some((top, strength, u64::from(total.min(3)), counts))
    }

    /// Hands the features of the token at `at` to `sink`; `tags` are the first pass's.
    pub fn features(&self, words: &[Word], tags: &[Tag], at: usize, first_in_sentence: bool, mut sink: impl FnMut(u32)) {
        let Some(word) = words.get(at) else { return };
        let own = tags.get(at).map_or(0, |&tag| u64::from(tag)) + 1;
        let mut put = |template: u32, first: u64, second: u64| sink(mix(template, first, second));
        let before = at.checked_sub(1).and_then(|i| tags.get(i)).map_or(0, |&tag| u64::from(tag) + 1);
        let after = tags.get(at + 1).map_or(0, |&tag| u64::from(tag) + 1);
        put(70, own, 1);
        put(71, before * 16 + own, after + 1);
        let further = |offset: isize| at.checked_add_signed(offset).and_then(|i| tags.get(i)).map_or(0, |&tag| u64::from(tag) + 1);
        put(82, further(-2) * 16 + before, own);
        put(83, further(2) * 16 + after, own);
        if word.kind == Kind::Word && word.case != Case::Lower {
            let entry = self.entry.get(at).copied().unwrap_or(NONE) as usize;
            let lower = u64::from(self.lower.get(entry).copied().unwrap_or(0).min(2));
            let elsewhere = self.elsewhere(at, tags, word);
            if lower > 0 {
                put(72, lower * 2 + u64::from(first_in_sentence), own);
            }
            if let Some((top, strength, often, counts)) = elsewhere {
                let top = u64::from(top) + 1;
                put(73, top, 1);
                put(74, top * 4 + strength, often);
                put(75, top * 4 + strength, own);
                put(76, top * 16 + before, own);
                let single = u64::from(begins(tags[at]) && !tags.get(at + 1).is_some_and(|&t| super::tags::continues(t)));
                put(77, top * 4 + often, own * 2 + single);
                let total: u16 = counts.iter().sum();
                for (tag, &count) in counts.iter().enumerate() {
                    if u32::from(count) * 5 > u32::from(total) {
                        put(78, tag as u64 + 1, 1);
                    }
                }
            } else {
                put(79, lower + 1, own * 2 + u64::from(first_in_sentence));
            }
        }
        for (offset, template) in [(-1, 80), (1, 81)] {
            let Some(index) = at.checked_add_signed(offset) else { continue };
            let Some(other) = words.get(index) else { continue };
            if let Some((top, strength, _, _)) = self.elsewhere(index, tags, other) {
                put(template, u64::from(top) * 4 + strength + 1, own);
            }
        }
    }
}
