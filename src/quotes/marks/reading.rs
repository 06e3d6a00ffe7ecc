//! What a mark is: which it can pair with, and whether it opens or closes where it stands.

use std::ops::Range;

use crate::lists::list;
use crate::segment::{Kind, Segments, TokenIndex};

/// Marks that close each other, whatever their style.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Family {
    Double,
    Single,
    Angle,
    Corner,
}

/// How a mark is drawn. A quotation inside another of its family is told from it by another style, where it has one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    Straight,
    Curly,
    /// Two single marks for a double one.
    Paired,
}

/// What a mark does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Act {
    Opens,
    Closes,
    Either,
}

/// A mark as it is read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mark {
    pub(super) at: TokenIndex,
    pub(super) family: Family,
    pub(super) style: Style,
    pub(super) act: Act,
}

/// A mark's family and style, and what its shape says of what it does.
fn shape(mark: &str) -> (Family, Style, Act) {
    match mark.chars().next() {
        _ if mark == "``" => (Family::Double, Style::Paired, Act::Opens),
        _ if mark == "''" => (Family::Double, Style::Paired, Act::Either),
        Some('“') => (Family::Double, Style::Curly, Act::Either),
        Some('„' | '‟') => (Family::Double, Style::Curly, Act::Opens),
        Some('”') => (Family::Double, Style::Curly, Act::Closes),
        Some('«' | '»' | '‹' | '›') => (Family::Angle, Style::Curly, Act::Either),
        Some('‘' | '‚' | '‛' | '`') => (Family::Single, Style::Curly, Act::Opens),
        Some('’') => (Family::Single, Style::Curly, Act::Closes),
        Some('\'') => (Family::Single, Style::Straight, Act::Either),
        Some('「' | '『') => (Family::Corner, Style::Curly, Act::Opens),
        Some('」' | '』') => (Family::Corner, Style::Curly, Act::Closes),
        _ => (Family::Double, Style::Straight, Act::Either),
    }
}

/// The family of the mark at `at`.
pub(super) fn family(segments: &Segments<'_>, at: TokenIndex) -> Family {
    shape(segments.word(at)).0
}

/// The mark at `at`, read by its place and then by its shape. `None` where it is no quotation mark, as in 5'11".
pub(super) fn read(segments: &Segments<'_>, at: TokenIndex, block: &Range<TokenIndex>) -> Option<Mark> {
    let (family, style, act) = shape(segments.word(at));
    let is_word = |index: TokenIndex| matches!(segments.tokens[index].kind, Kind::Word | Kind::Number | Kind::Possessive);
    let glued = at > block.start && segments.is_glued(at);
    // An attribute of markup that came along with the text.
    if glued && segments.word(at - 1) == "=" {
        return None;
    }
    let before = glued && !matches!(segments.word(at - 1), "(" | "[" | "-" | "–" | "—" | "―" | "/");
    let before = before && (segments.tokens[at - 1].kind != Kind::Mark || segments.is_glued(at - 1));
    let after = at + 1 < block.end && segments.is_glued(at + 1) && !list!("!|)|,|-|.|:|;|>|?|]|–|—|―").contains(segments.word(at + 1));
    let act = match (before, after) {
        (false, true) => Act::Opens,
        (true, false) => Act::Closes,
        // Between two words it is an apostrophe; with space on both sides the shape decides, and at the head of a block the place.
        (true, true) if family == Family::Single || is_word(at - 1) && is_word(at + 1) && act == Act::Either => return None,
        (false, false) if at == block.start => Act::Opens,
        _ => act,
    };
    Some(Mark { at, family, style, act })
}
