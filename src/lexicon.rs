//! The embedded gazetteer: names to the things that may bear them.
//!
//! A lexicon is one text, compiled ahead of time and read where it lies: the index holds byte offsets into it, and nothing
//! is copied. A name that is found is a candidate, never an answer: what the article says decides, elsewhere.
//! Cost: indexing is linear in the data, a look-up is a hash of the name.
//!
//! The form of the text: a first line `newsgloss lexicon 2`; two lines of first names, `female` and `male`; then sections, each
//! opened by `=T TAB of TAB description` for the things that share them, where T is one of `POLGEM` and `of` is a Wikidata id
//! without its Q; in a section a line for each thing, `name|alias… TAB item TAB fame TAB latitude SPACE longitude`, where a
//! question mark opens names that others may well bear too, and the last field is for places alone and in hundredths of a degree; fame is a hexadecimal digit; a last line `end`, so that data cut short is known. Trailing empty fields are left out.

pub(crate) mod index;
mod indexing;
pub mod own;

use std::borrow::Cow;

use thiserror::Error;

use crate::annotations::{Coordinates, EntityType};
use crate::segment::{Segments, TokenIndex};
use index::{NameIndex, WordIndex};
pub use indexing::Indexing;

/// The first line, which names the version that this code reads.
const HEADER: &str = "newsgloss lexicon 2";
/// Opens a name that others may well bear too.
const COMMON: char = '?';
/// The last line.
const FOOTER: &str = "end";

/// The fame of the best known things.
const MOST_FAME: u8 = 15;
/// From this fame on, a thing's name is evidence that a name stands where it is read.
const WELL_KNOWN: u8 = 5;

/// Compiled names, indexed.
#[derive(Debug)]
pub struct Lexicon {
    text: Cow<'static, str>,
    names: NameIndex,
    words: WordIndex,
    /// Where each section begins, in order.
    sections: Vec<u32>,
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
    /// The item it belongs to, without the Q, or nothing: of a group its country, of everything else the country it is in or of.
    pub of: &'l str,
    /// A few words on what it is, or nothing.
    pub description: &'l str,
    /// How well known it is among all that bear its names, from 0 to 15: about the logarithm of how many speak of it.
    pub fame: u8,
    /// Whether others than those of the lexicon may well bear the name that was looked up: "Supreme Court", "John Smith".
    pub is_common: bool,
    /// Where a place lies.
    pub coordinates: Option<Coordinates>,
    /// Where the lexicon has it under this name, in bytes: what [`Lexicon::entry_at`] takes.
    pub(crate) at: usize,
}

impl Lexicon {
    /// Reads a compiled lexicon.
    ///
    /// # Errors
    /// Where `data` is none, is cut short, or is of another version.
    pub fn parse(data: &[u8]) -> Result<Lexicon, LexiconError> {
        Self::begin(data.to_vec())?.finish()
    }

    /// Begins to read a compiled lexicon, which the caller then has indexed a part at a time.
    ///
    /// # Errors
    /// Where `data` is none, is cut short, or is of another version; of damage further inside, indexing tells.
    pub fn begin(data: Vec<u8>) -> Result<Indexing, LexiconError> {
        let text = String::from_utf8(data).map_err(|_| LexiconError::NotALexicon)?;
        Indexing::begin(Cow::Owned(text))
    }

    /// The lexicon that ships with the crate. Not in the browser, where the page fetches it.
    ///
    /// # Errors
    /// Only where the crate was built with damaged data.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn embedded() -> Result<Lexicon, LexiconError> {
        Indexing::begin(Cow::Borrowed(include_str!("../data/lexicon.txt")))?.finish()
    }

    /// The things that `name` may mean, in the order of the data.
    pub fn lookup<'l, 'n>(&'l self, name: &'n str) -> impl Iterator<Item = Entry<'l>> + Clone + use<'l, 'n> {
        self.names.find(&self.text, name).filter_map(|at| self.entry_at(at as usize))
    }

    /// The longest name that begins at the token `at` and ends before `end`, with how many tokens it takes: the best known thing
    /// of that name. What few know is no evidence that a name stands there, and is left out.
    pub fn longest<'l>(&'l self, segments: &Segments<'_>, at: TokenIndex, end: TokenIndex) -> Option<(usize, Entry<'l>)> {
        let most = self.names.longest_from(segments.word(at)).min(end.saturating_sub(at));
        (1..=most).rev().find_map(|length| {
            let span = segments.span(at..at + length);
            let name = plain_spaces(segments.slice(span));
            let best = self.lookup(&name).reduce(|best, next| if next.fame > best.fame { next } else { best })?;
            (best.fame >= WELL_KNOWN || best.kind == EntityType::Group).then_some((length, best))
        })
    }

    /// The gender that most bearers of the given name have.
    pub fn gender(&self, given_name: &str) -> Option<Gender> {
        self.words.gender(given_name)
    }

    /// The entry on whose line the byte offset `at` stands.
    pub(crate) fn entry_at(&self, at: usize) -> Option<Entry<'_>> {
        let section = self.sections.partition_point(|&start| start as usize <= at).checked_sub(1)?;
        let mut heading = Fields(self.text.get(self.sections[section] as usize + 1..));
        let kind = kind(heading.next()?)?;
        let head = self.text.as_bytes().get(..at)?;
        let start = head.iter().rposition(|&byte| byte == b'\n').map_or(0, |newline| newline + 1);
        let mut fields = Fields(self.text.get(start..));
        let names = fields.next()?;
        let name = names.get(..names.bytes().position(|byte| byte == b'|').unwrap_or(names.len()))?.trim_start_matches(COMMON);
        let is_common = head.last() == Some(&(COMMON as u8));
        let item = fields.next().unwrap_or_default();
        let fame = fields.next().and_then(|digit| u8::from_str_radix(digit, 16).ok()).filter(|&fame| fame <= MOST_FAME).unwrap_or_default();
        let coordinates = fields.next().and_then(coordinates);
        let (of, description) = (heading.next().unwrap_or_default(), heading.next().unwrap_or_default());
        Some(Entry { kind, name, item, of, description, fame, is_common, coordinates, at })
    }
}

/// What is left of a line, field by field.
struct Fields<'l>(Option<&'l str>);

impl<'l> Iterator for Fields<'l> {
    type Item = &'l str;

    fn next(&mut self) -> Option<&'l str> {
        let rest = self.0?;
        let end = rest.bytes().position(|byte| matches!(byte, b'\t' | b'\n')).unwrap_or(rest.len());
        self.0 = rest.get(end..).filter(|rest| rest.starts_with('\t')).and_then(|rest| rest.get(1..));
        rest.get(..end)
    }
}

fn coordinates(field: &str) -> Option<Coordinates> {
    let (latitude, longitude) = field.split_once(' ')?;
    Some(Coordinates { latitude: latitude.parse().ok()?, longitude: longitude.parse().ok()? })
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
    let mut before = b' ';
    let is_plain = text.bytes().all(|byte| {
        let fits = byte.is_ascii_graphic() || byte == b' ' && before != b' ';
        before = byte;
        fits
    });
    let odd = || text.contains("  ") || text.contains(|c: char| c.is_whitespace() && c != ' ');
    if !is_plain && odd() { Cow::Owned(text.split_whitespace().collect::<Vec<_>>().join(" ")) } else { Cow::Borrowed(text) }
}

#[cfg(test)]
mod tests;
