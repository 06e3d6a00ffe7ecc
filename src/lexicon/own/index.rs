//! The names of a list, hashed.

use std::collections::HashMap;

use super::{LONGEST_NAME, OwnId};
use crate::document::Span;
use crate::segment::{Segments, TokenIndex};

/// From names to entries: those of which every letter counts, and those whose capitals do not.
#[derive(Debug, Default)]
pub(super) struct Names {
    exact: Table,
    folded: Table,
}

impl Names {
    /// Adds a name of the entry `id`, and says whose it is already, if anybody's.
    pub(super) fn add(&mut self, name: &str, ignore_case: bool, id: OwnId) -> Option<OwnId> {
        let (name, behind_article) = plain(name);
        if ignore_case { self.folded.add(name.to_lowercase(), behind_article, id) } else { self.exact.add(name, behind_article, id) }
    }

    /// The longest name that begins at the token `at` and ends before `end`, with how many tokens it takes.
    pub(super) fn longest(&self, segments: &Segments<'_>, at: TokenIndex, end: TokenIndex) -> Option<(usize, OwnId)> {
        let exact = self.exact.longest(segments, at, end, push_plain);
        let folded = self.folded.longest(segments, at, end, |word, name| push_plain(&word.to_lowercase(), name));
        match (exact, folded) {
            (Some(exact), Some(folded)) if folded.0 > exact.0 => Some(folded),
            (exact, folded) => exact.or(folded),
        }
    }
}

#[derive(Debug, Clone, Copy)]
struct Known {
    id: OwnId,
    /// Whether the name was given with an article, and is one only behind an article.
    behind_article: bool,
}

#[derive(Debug, Default)]
struct Table {
    /// As indexes into `known`.
    names: HashMap<String, usize>,
    known: Vec<Known>,
    /// For what a name begins with, how many bytes the longest one has that begins so.
    longest: HashMap<String, usize>,
}

impl Table {
    fn add(&mut self, name: String, behind_article: bool, id: OwnId) -> Option<OwnId> {
        let first = first_word(&name);
        if self.longest.get(first).is_none_or(|&longest| longest < name.len()) {
            self.longest.insert(first.to_owned(), name.len());
        }
        if let Some(known) = self.names.get(&name).and_then(|&at| self.known.get_mut(at)) {
            known.behind_article &= behind_article;
            return Some(known.id);
        }
        self.names.insert(name, self.known.len());
        self.known.push(Known { id, behind_article });
        None
    }

    /// `push` appends a word as names are written here. Cost: the bytes of the longest name that begins alike, squared.
    fn longest(
        &self,
        segments: &Segments<'_>,
        at: TokenIndex,
        end: TokenIndex,
        push: impl Fn(&str, &mut String),
    ) -> Option<(usize, OwnId)> {
        if self.names.is_empty() {
            return None;
        }
        let mut name = String::new();
        push(segments.word(at), &mut name);
        let most = *self.longest.get(first_word(&name))?;
        let is_behind_article = at > 0 && is_article(segments.word(at - 1));
        let mut found = None;
        for next in at..end {
            if next > at {
                let between = segments.slice(Span::new(segments.tokens[next - 1].span.end, segments.tokens[next].span.start));
                if between.contains(char::is_whitespace) {
                    name.push(' ');
                }
                push(segments.word(next), &mut name);
            }
            if name.len() > most {
                break;
            }
            let known = self.names.get(&name).and_then(|&at| self.known.get(at));
            if let Some(known) = known.filter(|known| is_behind_article || !known.behind_article) {
                found = Some((next + 1 - at, known.id));
            }
        }
        found
    }
}

/// A name as it is compared, and whether a leading article was taken off: single spaces, plain apostrophes and hyphens.
pub(super) fn plain(name: &str) -> (String, bool) {
    let mut words = name.split_whitespace().peekable();
    let has_article = words.next_if(|word| is_article(word)).is_some();
    if words.peek().is_none() {
        // Called "A" or "The": that is the name.
        words = name.split_whitespace().peekable();
    }
    let mut plain = String::with_capacity(name.len().min(2 * LONGEST_NAME));
    for word in words {
        if !plain.is_empty() {
            plain.push(' ');
        }
        push_plain(word, &mut plain);
    }
    let behind_article = has_article && name.split_whitespace().nth(1).is_some();
    (plain, behind_article)
}

fn is_article(word: &str) -> bool {
    ["the", "a", "an"].iter().any(|article| word.eq_ignore_ascii_case(article))
}

/// Appends `word` with the plain forms of the characters that are written in several ways.
fn push_plain(word: &str, name: &mut String) {
    name.extend(word.chars().filter(|&c| !matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}')).map(|c| match c {
        '’' | '‘' | '`' | 'ʼ' => '\'',
        '‐' | '‑' => '-',
        other => other,
    }));
}

/// What the first token of a name begins with: its digits, or its letters and digits, or its first character.
fn first_word(name: &str) -> &str {
    let first = name.chars().next();
    let is_number = first.is_some_and(|first| first.is_ascii_digit());
    let end = name.find(|c: char| if is_number { !c.is_ascii_digit() } else { !c.is_alphanumeric() }).unwrap_or(name.len());
    &name[..end.max(first.map_or(0, char::len_utf8))]
}
