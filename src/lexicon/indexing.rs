//! A lexicon on its way to being indexed, a part at a time, so that a page need not wait for all of it at once.
//!
//! Every byte is looked at once, names and what parts them in one go. It says what is damaged, and interprets no name.

use std::borrow::Cow;

use super::index::{NameIndex, WordIndex};
use super::{COMMON, FOOTER, HEADER, Lexicon, LexiconError, kind};

/// A lexicon of which the lines in front of some byte are indexed.
#[derive(Debug)]
pub struct Indexing {
    lexicon: Lexicon,
    /// The first byte of the next line.
    at: usize,
    /// The number of the last line read, from 1.
    line: usize,
}

impl Indexing {
    /// Begins with a compiled lexicon, whose first and last lines it checks.
    ///
    /// # Errors
    /// Where `text` is none, is cut short, or is of another version.
    pub(super) fn begin(text: Cow<'static, str>) -> Result<Indexing, LexiconError> {
        if text.lines().next() != Some(HEADER) {
            return Err(LexiconError::NotALexicon);
        }
        if text.lines().next_back() != Some(FOOTER) || !text.ends_with('\n') {
            return Err(LexiconError::CutShort(text.len()));
        }
        let names = NameIndex::with_capacity(text.len() / 32);
        let lexicon = Lexicon { text, names, words: WordIndex::default(), sections: Vec::new() };
        Ok(Indexing { lexicon, at: HEADER.len() + 1, line: 1 })
    }

    /// Indexes the lines that begin within the next `bytes` bytes, and says whether nothing is left.
    ///
    /// # Errors
    /// Where a line is damaged; it is met again by the next call.
    pub fn advance(&mut self, bytes: usize) -> Result<bool, LexiconError> {
        let Lexicon { text, names, words, sections } = &mut self.lexicon;
        let last = text.len() - FOOTER.len() - 1;
        let until = self.at.saturating_add(bytes).min(last);
        while self.at < until {
            let at = self.at;
            let bad = LexiconError::BadLine(self.line + 1);
            let line = || text.get(at..).and_then(|rest| rest.lines().next()).unwrap_or_default();
            let mut read = at;
            if let Some(heading) = text.get(at..).and_then(|rest| rest.strip_prefix('=')) {
                kind(heading.split(['\t', '\n']).next().unwrap_or_default()).ok_or(bad)?;
                sections.push(at as u32);
            } else if sections.is_empty() {
                let (heading, rest) = line().split_once(' ').ok_or(bad)?;
                words.add(heading, rest).ok_or(bad)?;
            } else {
                read = add_names(names, text, at).ok_or(bad)?;
            }
            let rest = text.as_bytes().get(read..).unwrap_or_default();
            self.at = rest.iter().position(|&byte| byte == b'\n').map_or(last, |end| read + end + 1);
            self.line += 1;
        }
        Ok(self.at >= last)
    }

    /// The lexicon, with what is left of it indexed.
    ///
    /// # Errors
    /// As [`Indexing::advance`].
    pub fn finish(mut self) -> Result<Lexicon, LexiconError> {
        self.advance(usize::MAX)?;
        Ok(self.lexicon)
    }
}

/// Adds the names of the thing whose line begins at `at`. Gives the offset of what ends them; nothing where that is not there.
fn add_names(names: &mut NameIndex, text: &str, mut at: usize) -> Option<usize> {
    loop {
        if text.as_bytes().get(at).copied().map(char::from) == Some(COMMON) {
            at += 1;
        }
        let end = names.add(text, at as u32);
        match text.as_bytes().get(end) {
            Some(b'|') => at = end + 1,
            Some(b'\t') => return Some(end),
            _ => return None,
        }
    }
}
