//! Lists and tables of words, each in one text: `one|other|third`, or `key=value|other=value`.
//!
//! A slice of texts costs a page eight bytes for every word beside the word itself, and these do not compress. Here the compiler
//! checks that the words are sorted, and the first look-up makes an index of them, as `lexicon::index` does over the lexicon.
//! Cost: the hash of the word that is asked for, and once the length of the list.

use std::sync::OnceLock;

use crate::lexicon::index::hash;

/// Stands between two entries.
const NEXT: u8 = b'|';
/// Stands between a key and its value.
const IS: u8 = b'=';

/// A list of words, or a table that gives a text for each.
#[derive(Debug)]
pub(crate) struct List {
    text: &'static str,
    /// By the hash of a word, where its entry begins in the text plus one; zero is free. Open addressing with linear probing.
    index: OnceLock<Vec<u16>>,
}

/// A [`List`] in the place where it is used.
macro_rules! list {
    ($text:literal) => {{
        static LIST: $crate::lists::List = $crate::lists::List::new($text);
        &LIST
    }};
}
pub(crate) use list;

impl List {
    /// The words of `text`, which are in the order of their bytes, each once: the compiler sees to it.
    pub(crate) const fn new(text: &'static str) -> List {
        let bytes = text.as_bytes();
        assert!(bytes.len() < u16::MAX as usize, "a list is too long");
        let (mut before, mut start) = (None, 0);
        while start < bytes.len() {
            let end = key_end(bytes, start);
            assert!(end > start, "a list has an empty word");
            if let Some(before) = before {
                assert!(is_less(bytes, before, start), "a list is not sorted");
            }
            before = Some(start);
            start = entry_end(bytes, end) + 1;
        }
        List { text, index: OnceLock::new() }
    }

    /// Whether `word` is in the list.
    pub(crate) fn contains(&self, word: &str) -> bool {
        self.find(word).is_some()
    }

    /// What the table says of `key`.
    pub(crate) fn get(&self, key: &str) -> Option<&'static str> {
        let rest = self.text.get(self.find(key)? + 1..)?;
        rest.split(char::from(NEXT)).next()
    }

    /// The words, with what the table says of them.
    pub(crate) fn entries(&self) -> std::str::Split<'static, char> {
        self.text.split(char::from(NEXT))
    }

    /// The words alone.
    pub(crate) fn keys(&self) -> impl Iterator<Item = &'static str> {
        self.entries().map(|entry| entry.split(char::from(IS)).next().unwrap_or(entry))
    }

    /// Where the key that is `word` ends.
    fn find(&self, word: &str) -> Option<usize> {
        let (text, word) = (self.text.as_bytes(), word.as_bytes());
        let index = self.index.get_or_init(|| index(text));
        let mut slot = hash(word) as usize;
        loop {
            let start = usize::from(*index.get(slot & (index.len() - 1))?).checked_sub(1)?;
            if text.get(start..)?.starts_with(word) && key_end(text, start) == start + word.len() {
                return Some(start + word.len());
            }
            slot += 1;
        }
    }
}

/// The index of a list, at most half full.
fn index(text: &[u8]) -> Vec<u16> {
    let count = 1 + text.iter().filter(|&&byte| byte == NEXT).count();
    let size = (2 * count).next_power_of_two();
    let mut index = vec![0; size];
    let mut start = 0;
    while start < text.len() {
        let end = key_end(text, start);
        let mut slot = hash(&text[start..end]) as usize & (size - 1);
        while index[slot] != 0 {
            slot = (slot + 1) & (size - 1);
        }
        index[slot] = start as u16 + 1;
        start = entry_end(text, end) + 1;
    }
    index
}

/// Where the key ends that begins at `at`.
const fn key_end(text: &[u8], mut at: usize) -> usize {
    while at < text.len() && text[at] != NEXT && text[at] != IS {
        at += 1;
    }
    at
}

/// Where the entry ends in which `at` is.
const fn entry_end(text: &[u8], mut at: usize) -> usize {
    while at < text.len() && text[at] != NEXT {
        at += 1;
    }
    at
}

/// Whether the key at `one` comes before the key at `other`.
const fn is_less(text: &[u8], one: usize, other: usize) -> bool {
    let (one_end, other_end) = (key_end(text, one), key_end(text, other));
    let mut at = 0;
    while one + at < one_end && other + at < other_end {
        if text[one + at] != text[other + at] {
            return text[one + at] < text[other + at];
        }
        at += 1;
    }
    one_end - one < other_end - other
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_found_and_nothing_else() {
        let list = List::new("a|a b|ab|b.|é");
        for word in list.entries() {
            assert!(list.contains(word), "{word}");
        }
        for word in ["", "a ", "aa", "|", "a|", "b", "c", "É", "a|a b"] {
            assert!(!list.contains(word), "{word}");
        }
        assert!(!List::new("").contains("a"));
    }

    #[test]
    fn a_table_says_what_stands_behind_its_key() {
        let table = List::new("a=1|ab=|b=two words");
        assert_eq!(["a", "ab", "b", "c", "1"].map(|key| table.get(key)), [Some("1"), Some(""), Some("two words"), None, None]);
    }
}
