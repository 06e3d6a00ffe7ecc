//! What a computed style means for reading.

use super::super::layout::{Layout, keeps_lines};
use super::super::tags::Tag;

#[test]
fn a_style_says_what_begins_a_line() {
    for (tag, display, within, floats, expected) in [
        (Tag::Inline, "inline", Layout::Block, false, Some(Layout::Inline)),
        (Tag::Inline, "block", Layout::Block, false, Some(Layout::Block)),
        (Tag::Paragraph, "inline", Layout::Block, false, Some(Layout::Inline)),
        (Tag::Block, "flex", Layout::Block, false, Some(Layout::Items)),
        (Tag::Link, "inline-flex", Layout::Block, false, Some(Layout::InlineItems)),
        (Tag::Block, "none", Layout::Block, false, Some(Layout::Hidden)),
        // An initial, and a part of a line: blocks by their style alone.
        (Tag::Inline, "block", Layout::Block, true, Some(Layout::Inline)),
        (Tag::Inline, "block", Layout::InlineItems, false, Some(Layout::Inline)),
        (Tag::Paragraph, "block", Layout::Block, true, Some(Layout::Block)),
        // In no page.
        (Tag::Inline, "", Layout::Block, false, None),
    ] {
        assert_eq!(Layout::of_style(tag, display, within, || floats), expected, "{tag:?} {display} {within:?} {floats}");
    }
    assert!(keeps_lines("pre-wrap") && !keeps_lines("normal") && !keeps_lines("nowrap"));
}
