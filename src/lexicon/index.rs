//! Hash tables over the lexicon's text: they hold offsets, never copies.
//!
//! Open addressing with linear probing; hashes are FNV-1a, so that every build probes alike.

use super::Gender;
use crate::order;

/// How many tokens the longest name may have for the index to find it.
const MOST_TOKENS: usize = 12;

/// FNV-1a, 32 bits (Fowler, Noll and Vo; the constants are the published ones).
const BASIS: u32 = 0x811c_9dc5;

fn step(hash: u32, byte: u8) -> u32 {
    (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
}

/// FNV-1a of `bytes`.
pub(crate) fn hash(bytes: &[u8]) -> u32 {
    bytes.iter().fold(BASIS, |hash, &byte| step(hash, byte))
}

/// What the index needs to know of a name.
struct Shape {
    hash: u32,
    /// The hash of the letters and digits that it begins with: what the tokeniser cuts off first, or the start of it.
    first: u32,
    /// An upper bound for its tokens: its words, and two for each mark inside one.
    tokens: u8,
}

impl Shape {
    /// Reads a name once, up to the first separator of the lexicon's text or the end of `bytes`, and says how long it is.
    /// Marks outside ASCII are known by the byte that opens general punctuation; other letters are letters.
    fn read(bytes: &[u8]) -> (Shape, usize) {
        let (mut hash, mut first, mut tokens, mut length) = (BASIS, None, 1, 0);
        for (at, &byte) in bytes.iter().enumerate() {
            if matches!(byte, b'\t' | b'|' | b'\n') {
                break;
            }
            length = at + 1;
            if !byte.is_ascii_alphanumeric() && (byte < 0x80 || byte == 0xe2) {
                tokens += if byte == b' ' { 1 } else { 2 };
                if at > 0 && first.is_none() {
                    first = Some(hash);
                }
            }
            hash = step(hash, byte);
        }
        (Shape { hash, first: first.unwrap_or(hash), tokens: tokens.min(MOST_TOKENS) as u8 }, length)
    }
}

/// From a name to the offsets at which it stands in the text.
#[derive(Debug, Default)]
pub(super) struct NameIndex {
    /// Offset of a name plus one, so that zero is a free slot. Names that are equal follow one another.
    slots: Vec<u32>,
    used: usize,
    /// For the hash of a first word, how many tokens the longest name has that begins with it; zero is a free slot.
    longest: Vec<(u32, u8)>,
    firsts: usize,
}

impl NameIndex {
    /// Room for about `names` names.
    pub(super) fn with_capacity(names: usize) -> Self {
        let size = (names * 2).next_power_of_two().max(16);
        NameIndex { slots: vec![0; size], used: 0, longest: vec![(0, 0); size / 2], firsts: 0 }
    }

    /// Adds the name that begins at `at` in `text` and ends before a separator, and gives the offset of that.
    pub(super) fn add(&mut self, text: &str, at: u32) -> usize {
        if (self.used + 1) * 4 > self.slots.len() * 3 {
            let old = std::mem::take(&mut self.slots);
            self.slots = vec![0; old.len() * 2];
            for slot in old.into_iter().filter(|&slot| slot != 0) {
                self.place(hash(name_at(text, slot - 1).as_bytes()), slot);
            }
        }
        let (shape, length) = Shape::read(text.as_bytes().get(at as usize..).unwrap_or_default());
        self.place(shape.hash, at + 1);
        self.used += 1;
        self.note_longest(shape.first, shape.tokens);
        at as usize + length
    }

    fn place(&mut self, hash: u32, slot: u32) {
        let mask = self.slots.len() - 1;
        let mut at = hash as usize & mask;
        while self.slots[at] != 0 {
            at = (at + 1) & mask;
        }
        self.slots[at] = slot;
    }

    fn note_longest(&mut self, first: u32, length: u8) {
        if (self.firsts + 1) * 4 > self.longest.len() * 3 {
            let old = std::mem::take(&mut self.longest);
            self.longest = vec![(0, 0); old.len() * 2];
            self.firsts = 0;
            for (first, length) in old.into_iter().filter(|&(_, length)| length != 0) {
                self.note_longest(first, length);
            }
        }
        let mask = self.longest.len() - 1;
        let mut at = first as usize & mask;
        while self.longest[at].1 != 0 && self.longest[at].0 != first {
            at = (at + 1) & mask;
        }
        if self.longest[at].1 == 0 {
            self.firsts += 1;
        }
        self.longest[at] = (first, self.longest[at].1.max(length));
    }

    /// The offsets at which `name` stands.
    pub(super) fn find<'i, 'n>(&'i self, text: &'i str, name: &'n str) -> impl Iterator<Item = u32> + Clone + use<'i, 'n> {
        let mask = self.slots.len().wrapping_sub(1);
        let first = hash(name.as_bytes()) as usize & mask;
        let slots = (first..).map_while(move |at| self.slots.get(at & mask).copied().filter(|&slot| slot != 0));
        slots.map(|slot| slot - 1).filter(move |&at| stands_at(text, at, name))
    }

    /// How many tokens the longest name has that begins with `word`.
    pub(super) fn longest_from(&self, word: &str) -> usize {
        let first = Shape::read(word.as_bytes()).0.first;
        let mask = self.longest.len().wrapping_sub(1);
        let mut at = first as usize & mask;
        while let Some(&(known, length)) = self.longest.get(at).filter(|(_, length)| *length != 0) {
            if known == first {
                return length as usize;
            }
            at = (at + 1) & mask;
        }
        0
    }
}

/// Whether `name` stands at `at`, up to a separator.
fn stands_at(text: &str, at: u32, name: &str) -> bool {
    let rest = text.as_bytes().get(at as usize..).unwrap_or_default();
    rest.starts_with(name.as_bytes()) && matches!(rest.get(name.len()), Some(b'\t' | b'|'))
}

fn name_at(text: &str, at: u32) -> &str {
    let rest = text.get(at as usize..).unwrap_or_default();
    rest.split(['\t', '|', '\n']).next().unwrap_or_default()
}

/// First names by the gender that most bearers have.
#[derive(Debug, Default)]
pub(super) struct WordIndex {
    words: Vec<(u32, Gender)>,
}

impl WordIndex {
    /// Adds the words of one line. Nothing where `heading` is neither gender.
    pub(super) fn add(&mut self, heading: &str, words: &str) -> Option<()> {
        let gender = match heading {
            "female" => Gender::Female,
            "male" => Gender::Male,
            _ => return None,
        };
        self.words.extend(words.split(' ').map(|word| (hash(word.as_bytes()), gender)));
        order::by_number(&mut self.words, |&(key, _)| u64::from(key));
        Some(())
    }

    /// The gender of a first name; nothing where it is not known, or of both.
    pub(super) fn gender(&self, word: &str) -> Option<Gender> {
        let key = hash(word.as_bytes());
        let from = self.words.partition_point(|&(known, _)| known < key);
        let mut genders = self.words[from..].iter().take_while(|(known, _)| *known == key).map(|&(_, gender)| gender);
        let first = genders.next()?;
        genders.all(|gender| gender == first).then_some(first)
    }
}
