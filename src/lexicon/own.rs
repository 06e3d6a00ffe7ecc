//! A publisher's own list: names that are to be marked as the publisher says, and names to leave alone.
//!
//! The gazetteer beside this gives candidates, which the article decides between; what stands in an own list is decided
//! already. So the two are not one look-up: this one is asked behind the tagger, and its answer stands.
//!
//! A list is one text, told by how it begins. As JSON it is an array of entries, or `{"entries": […]}`; as CSV (RFC 4180) it
//! has a line of field names, then a line for each entry, several aliases apart by `|`, flags as `true` or `false`:
//!
//! ```json
//! [{"name": "Ola Tveit", "type": "person", "aliases": ["O. Tveit"], "url": "https://paper.example/tveit"},
//!  {"name": "Route 7", "type": "misc", "pattern": "(Route|Road) (7|seven)"},
//!  {"name": "Iris", "leave": true}]
//! ```
//!
//! | field | what |
//! | --- | --- |
//! | `name` | how the thing is called; required. With a leading article it is found behind one only, and marked without it |
//! | `type` | `person`, `organization`, `place`, `group`, `event` or `misc`; required but for names to leave alone |
//! | `aliases` | other names of it |
//! | `pattern` | a regular expression for more of them, in the syntax of the crate `regex-lite`, where `\w` and `ignoreCase` know ASCII letters only. It is tried at each word, and counts where it ends with one, inside a sentence |
//! | `url` | where more is told, beginning with `https://` or `http://`: the card links there |
//! | `description` | a few words for the card: text, never markup |
//! | `wikidata` | the item: `Q567` |
//! | `ignoreCase` | whether capitals make no difference, in names and pattern |
//! | `prefer` | whether this is the thing also inside a longer name that newsgloss is sure of |
//! | `leave` | whether the thing is never marked, by these names or a surname |
//!
//! Limits: 32 MiB of text, 200 bytes a name, 1,000 bytes a description; a pattern matches at most 64 bytes, and all of a list
//! may take 48 KiB when they are compiled, which is enough for some thirty of the usual kind. Cost: reading is linear; a look-up
//! extends a name token by token, each time hashed, and runs each pattern over 64 bytes, in linear time whatever it is.

mod check;
mod csv;
mod index;
mod json;
mod patterns;
mod problems;
mod rows;

pub(crate) use check::is_web_address;
pub use problems::{ListError, Problem};

use crate::annotations::EntityType;
use crate::segment::{Segments, TokenIndex};
use check::Checker;
use index::Names;
use patterns::Patterns;
use problems::Problems;

/// Bytes of the longest list: what a page can hold without a thought, and far more than a hundred thousand entries.
const LONGEST_LIST: usize = 32 << 20;
/// Bytes of the longest name.
const LONGEST_NAME: usize = 200;

/// Which entry of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct OwnId(u32);

/// One thing of the list, as the publisher tells of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct OwnEntry {
    /// How it is called.
    pub name: String,
    /// What it is; nothing for some that are left alone.
    pub kind: Option<EntityType>,
    /// Where more is told about it: a web address.
    pub url: Option<String>,
    /// A few words on what it is.
    pub description: Option<String>,
    /// Its Wikidata item, with the Q.
    pub wikidata: Option<String>,
    /// Whether it is the thing also inside a longer name that the tagger is sure of.
    pub prefer: bool,
    /// Whether it is never marked.
    pub leave: bool,
}

/// A publisher's own list, read and indexed.
#[derive(Debug)]
pub struct OwnList {
    entries: Vec<OwnEntry>,
    names: Names,
    patterns: Patterns,
}

impl OwnList {
    /// Reads a list, as JSON or as CSV.
    ///
    /// # Errors
    /// Where anything in it is wrong: a list is taken as a whole or not at all. The error names the first problems.
    pub fn parse(text: &str) -> Result<OwnList, ListError> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut problems = Problems::default();
        let mut checker = Checker::default();
        if text.len() > LONGEST_LIST {
            problems.add_at(1, format!("the list has {} bytes, and at most {LONGEST_LIST} can be read: take entries out", text.len()));
        } else if text.trim_start().starts_with(['[', '{']) {
            json::read(text, &mut problems, |row, problems| checker.add(row, problems));
        } else {
            csv::read(text, &mut problems, |row, problems| checker.add(row, problems));
        }
        problems.into_result(checker.finish())
    }

    /// How many entries it has.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether it has no entries.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The entry `id`, which is one of this list.
    pub(crate) fn entry(&self, id: OwnId) -> Option<&OwnEntry> {
        self.entries.get(id.0 as usize)
    }

    /// The longest name of the list that begins at the token `at` and ends before `end`, with how many tokens it takes. Of two
    /// readings of one length a name wins over a pattern, and an earlier pattern over a later one.
    pub(crate) fn longest(&self, segments: &Segments<'_>, at: TokenIndex, end: TokenIndex) -> Option<(usize, OwnId)> {
        let named = self.names.longest(segments, at, end);
        let matched = self.patterns.longest(segments, at, end);
        match (named, matched) {
            (Some(named), Some(matched)) if matched.0 > named.0 => Some(matched),
            (named, matched) => named.or(matched),
        }
    }
}

#[cfg(test)]
mod tests;
