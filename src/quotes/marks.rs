//! Which characters open and close quotations, and what stands between them.
//!
//! A mark is read by where it stands (space before and none after: it opens) and only then by its shape, since writers mix
//! shapes. Apostrophes are told from closing marks; feet, inches and minutes open nothing; marks nested inside a quotation
//! belong to its words. Cost: one pass over the tokens, whatever the marks are.

use std::ops::Range;

use crate::segment::{Kind, Segments, TokenIndex};

/// Words between marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Marked {
    /// The opening mark.
    pub(super) open: TokenIndex,
    /// The words between; never empty.
    pub(super) content: Range<TokenIndex>,
    /// The closing mark, where there is one before the block ends.
    pub(super) close: Option<TokenIndex>,
    /// The index of its block in the document.
    pub(super) block: usize,
    /// Whether it goes on with a quotation that the block before left open.
    pub(super) continues: bool,
}

impl Marked {
    /// The first token behind the closing mark, or behind the content where nothing closes it.
    pub(super) fn after(&self) -> TokenIndex {
        self.close.map_or(self.content.end, |close| close + 1)
    }
}

/// Marks that close each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Family {
    Double,
    Single,
    Angle,
    Corner,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    Opens,
    Closes,
    Either,
}

fn family(mark: &str) -> (Family, Shape) {
    match mark.chars().next() {
        _ if mark == "``" => (Family::Double, Shape::Opens),
        _ if mark == "''" => (Family::Double, Shape::Either),
        Some('“') => (Family::Double, Shape::Either),
        Some('„' | '‟') => (Family::Double, Shape::Opens),
        Some('”') => (Family::Double, Shape::Closes),
        Some('«' | '»' | '‹' | '›') => (Family::Angle, Shape::Either),
        Some('‘' | '‚' | '‛' | '`') => (Family::Single, Shape::Opens),
        Some('’') => (Family::Single, Shape::Closes),
        Some('\'') => (Family::Single, Shape::Either),
        Some('「' | '『') => (Family::Corner, Shape::Opens),
        Some('」' | '』') => (Family::Corner, Shape::Closes),
        _ => (Family::Double, Shape::Either),
    }
}

/// The mark at `at`, read by its place and its shape. `None` where it is neither, as in 5'11".
fn role(segments: &Segments<'_>, at: TokenIndex, block: &Range<TokenIndex>) -> (Family, Option<Shape>) {
    let (family, shape) = family(segments.word(at));
    let word_like =
        |index: TokenIndex| block.contains(&index) && matches!(segments.tokens[index].kind, Kind::Word | Kind::Number | Kind::Possessive);
    let before = at > block.start && segments.is_glued(at) && !matches!(segments.word(at - 1), "(" | "[" | "-" | "–" | "—" | "/");
    let before = before && (segments.tokens[at - 1].kind != Kind::Mark || segments.is_glued(at - 1));
    let after = at + 1 < block.end
        && segments.is_glued(at + 1)
        && !matches!(segments.word(at + 1), "," | "." | ")" | "]" | ";" | ":" | "-" | "–" | "—" | "!" | "?");
    let read = match (before, after) {
        (false, true) => Some(Shape::Opens),
        (true, false) => Some(Shape::Closes),
        // Between two words it is an apostrophe; with space on both sides the shape decides.
        (true, true) if family == Family::Single || word_like(at.wrapping_sub(1)) && word_like(at + 1) && shape == Shape::Either => None,
        _ => Some(shape),
    };
    (family, read)
}

/// All quotations between marks, in reading order. Those inside another are left out: they are its words.
pub(super) fn find(segments: &Segments<'_>) -> Vec<Marked> {
    let mut found: Vec<Marked> = Vec::new();
    let mut left_open: Option<(usize, Family)> = None;
    for block in blocks(segments) {
        let tokens = block.tokens.clone();
        let before = found.len();
        // Which single marks could close, so that an opening one need not search: the last of the block.
        let last_single = tokens.clone().rev().find(|&at| {
            matches!(role(segments, at, &tokens), (Family::Single, Some(Shape::Closes | Shape::Either))) && is_mark(segments, at)
        });
        let mut open: Option<(TokenIndex, Family)> = None;
        for at in tokens.clone().filter(|&at| is_mark(segments, at)) {
            let (family, shape) = role(segments, at, &tokens);
            let Some(shape) = shape else { continue };
            match open {
                None if shape != Shape::Closes => {
                    let closable = family != Family::Single || last_single.is_some_and(|last| last > at + 1);
                    if closable {
                        open = Some((at, family));
                    }
                }
                Some((opened, opening))
                    if family == opening && shape != Shape::Opens && !is_plural_possessive(segments, at, family, last_single) =>
                {
                    if at > opened + 1 {
                        found.push(marked(&block, opened, opened + 1..at, Some(at)));
                    }
                    open = None;
                }
                // A second opening mark of the family: the first one was never closed.
                Some((opened, opening))
                    if family == opening
                        && family != Family::Single
                        && shape == Shape::Opens
                        && segments.tokens[at - 1].kind == Kind::Stop =>
                {
                    found.push(marked(&block, opened, opened + 1..at, None));
                    open = Some((at, family));
                }
                _ => {}
            }
        }
        let continued = left_open.take();
        if let Some((opened, family)) = open.filter(|(_, family)| *family != Family::Single)
            && opened + 1 < tokens.end
        {
            found.push(marked(&block, opened, opened + 1..tokens.end, None));
            left_open = Some((block.index, family));
        }
        if let Some((from, family)) = continued
            && from + 1 == block.index
            && let Some(first) = found.get_mut(before)
        {
            first.continues = first.open == tokens.start && self::family(segments.word(first.open)).0 == family;
        }
    }
    found
}

fn is_mark(segments: &Segments<'_>, at: TokenIndex) -> bool {
    segments.tokens[at].kind == Kind::Mark
}

fn marked(block: &BlockTokens, open: TokenIndex, content: Range<TokenIndex>, close: Option<TokenIndex>) -> Marked {
    Marked { open, content, close, block: block.index, continues: false }
}

/// Whether a single mark behind an s is the apostrophe of a plural ("the workers' union") and a later one closes.
fn is_plural_possessive(segments: &Segments<'_>, at: TokenIndex, family: Family, last_single: Option<TokenIndex>) -> bool {
    let follows = segments.tokens.get(at + 1).is_some_and(|next| next.kind == Kind::Word && next.span.start > segments.tokens[at].span.end);
    family == Family::Single && follows && segments.word(at - 1).ends_with('s') && last_single.is_some_and(|last| last > at)
}

struct BlockTokens {
    index: usize,
    tokens: Range<TokenIndex>,
}

/// The tokens of each block that has any.
fn blocks(segments: &Segments<'_>) -> Vec<BlockTokens> {
    let mut blocks: Vec<BlockTokens> = Vec::new();
    for sentence in &segments.sentences {
        match blocks.last_mut() {
            Some(block) if block.index == sentence.block => block.tokens.end = sentence.tokens.end,
            _ => blocks.push(BlockTokens { index: sentence.block, tokens: sentence.tokens.clone() }),
        }
    }
    blocks
}
