//! The embedded gazetteer: names to the things that may bear them.
//!
//! A lexicon is one text, compiled ahead of time and read where it lies: the index holds byte offsets into it, and nothing
//! is copied. A name that is found is a candidate, never an answer: what the article says decides, elsewhere.
//! Cost: indexing is linear in the data, a look-up is a hash of the name.
//!
//! The form of the text: a first line `newsgloss lexicon 1`; two lines of first names, `female` and `male`; a line for each thing, `type TAB name|alias… TAB item TAB of TAB description`, where type is one of `POLGEM`
//! and an item is a Wikidata id without its Q; a last line `end`, so that data cut short is known.

mod index;
pub mod own;

use std::borrow::Cow;

use thiserror::Error;

use crate::annotations::EntityType;
use crate::segment::{Segments, TokenIndex};
use index::{NameIndex, WordIndex};

/// The first line, which names the version that this code reads.
const HEADER: &str = "newsgloss lexicon 1";
/// The last line.
const FOOTER: &str = "end";

/// Compiled names, indexed.
#[derive(Debug)]
pub struct Lexicon {
    text: Cow<'static, str>,
    names: NameIndex,
    words: WordIndex,
}

/// Lexicon data that cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum LexiconError {
    /// Not text of a lexicon at all.
    #[error("the lexicon is not newsgloss data: its first line is not \"{HEADER}\"; fetch the file that came with this version")]
    NotALexicon,
    /// The data stops before its end.
    #[error("the lexicon is cut short after {0} bytes; fetch it again")]
    CutShort(usize),
    /// A line that is no entry. It carries the line's number, from 1.
    #[error("the lexicon is damaged at line {0}; fetch it again")]
    BadLine(usize),
}

/// The gender that most bearers of a given name have: evidence for pronouns, never an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gender {
    /// Answers to "she".
    Female,
    /// Answers to "he".
    Male,
}

/// One thing that a name may mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry<'l> {
    /// What it is.
    pub kind: EntityType,
    /// Its usual name.
    pub name: &'l str,
    /// Its Wikidata item without the Q, or nothing.
    pub item: &'l str,
    /// Of a group: the item it belongs to, without the Q, or nothing.
    pub of: &'l str,
    /// A few words on what it is, or nothing.
    pub description: &'l str,
}

impl Lexicon {
    /// Reads a compiled lexicon.
    ///
    /// # Errors
    /// Where `data` is none, is cut short, or is of another version.
    pub fn parse(data: &[u8]) -> Result<Lexicon, LexiconError> {
        let text = std::str::from_utf8(data).map_err(|_| LexiconError::NotALexicon)?;
        Self::index(Cow::Owned(text.to_owned()))
    }

    /// The lexicon that ships with the crate. Not in the browser, where the page fetches it.
    ///
    /// # Errors
    /// Only where the crate was built with damaged data.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn embedded() -> Result<Lexicon, LexiconError> {
        Self::index(Cow::Borrowed(include_str!("../data/lexicon.txt")))
    }

    fn index(text: Cow<'static, str>) -> Result<Lexicon, LexiconError> {
        if text.lines().next() != Some(HEADER) {
            return Err(LexiconError::NotALexicon);
        }
        if text.lines().next_back() != Some(FOOTER) || !text.ends_with('\n') {
            return Err(LexiconError::CutShort(text.len()));
        }
        let mut names = NameIndex::with_capacity(text.len() / 20);
        let mut words = WordIndex::default();
        for (number, line) in text.lines().enumerate().skip(1) {
            let at = line.as_ptr() as usize - text.as_ptr() as usize;
            let Some((heading, rest)) = line.split_once(['\t', ' ']) else {
                if line == FOOTER { break } else { return Err(LexiconError::BadLine(number + 1)) }
            };
            if heading.len() > 1 {
                words.add(heading, rest).ok_or(LexiconError::BadLine(number + 1))?;
                continue;
            }
            if kind(heading).is_none() {
                return Err(LexiconError::BadLine(number + 1));
            }
            let mut name_at = at + 2;
            for name in rest.split('\t').next().unwrap_or_default().split('|') {
                names.add(&text, name_at as u32);
                name_at += name.len() + 1;
            }
        }
        Ok(Lexicon { text, names, words })
    }

    /// The things that `name` may mean, in the order of the data.
    pub fn lookup<'l, 'n>(&'l self, name: &'n str) -> impl Iterator<Item = Entry<'l>> + use<'l, 'n> {
        self.names.find(&self.text, name).filter_map(|at| self.entry_at(at as usize))
    }

    /// The longest name that begins at the token `at` and ends before `end`, with how many tokens it takes.
    pub fn longest<'l>(&'l self, segments: &Segments<'_>, at: TokenIndex, end: TokenIndex) -> Option<(usize, Entry<'l>)> {
        let most = self.names.longest_from(segments.word(at)).min(end.saturating_sub(at));
        (1..=most).rev().find_map(|length| {
            let span = segments.span(at..at + length);
            let name = plain_spaces(segments.slice(span));
            let found = self.names.find(&self.text, &name).find_map(|at| self.entry_at(at as usize))?;
            Some((length, found))
        })
    }

    /// The gender that most bearers of the given name have.
    pub fn gender(&self, given_name: &str) -> Option<Gender> {
        self.words.gender(given_name)
    }

    /// The entry on whose line the byte offset `at` stands.
    fn entry_at(&self, at: usize) -> Option<Entry<'_>> {
        let start = self.text.get(..at)?.rfind('\n').map_or(0, |newline| newline + 1);
        let line = self.text.get(start..)?.lines().next()?;
        let mut fields = line.split('\t');
        let kind = kind(fields.next()?)?;
        let name = fields.next()?.split('|').next()?;
        let mut next = || fields.next().unwrap_or_default();
        Some(Entry { kind, name, item: next(), of: next(), description: next() })
    }
}

fn kind(letter: &str) -> Option<EntityType> {
    Some(match letter {
        "P" => EntityType::Person,
        "O" => EntityType::Organization,
        "L" => EntityType::Place,
        "G" => EntityType::Group,
        "E" => EntityType::Event,
        "M" => EntityType::Misc,
        _ => return None,
    })
}

/// `text` with every run of white space as one space, since names in the data are written so.
fn plain_spaces(text: &str) -> Cow<'_, str> {
    let odd = text.contains("  ") || text.contains(|c: char| c.is_whitespace() && c != ' ');
    if odd { Cow::Owned(text.split_whitespace().collect::<Vec<_>>().join(" ")) } else { Cow::Borrowed(text) }
}

#[cfg(test)]
mod tests;
