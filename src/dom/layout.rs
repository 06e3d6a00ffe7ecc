//! How elements are laid out, as far as reading goes: which begin a line, which are not shown, which take no mark.
//!
//! From an element's name where there is no style, else from what a browser has computed.

use super::tags::Tag;

/// How an element is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Layout {
    /// On lines of its own.
    Block,
    /// On lines of its own, and each child is placed by itself: an element around half a text would be placed too.
    Items,
    /// Within a line.
    Inline,
    /// Within a line, and each child is placed by itself.
    InlineItems,
    /// Not at all.
    Hidden,
}

impl Layout {
    /// Where no style says otherwise.
    pub(super) fn of_tag(tag: Tag) -> Layout {
        if tag.is_block() { Layout::Block } else { Layout::Inline }
    }

    /// By the computed value of `display`, inside a parent that is laid out `within`. Nothing where there is no value, as for
    /// an element that is in no page.
    pub(super) fn of_style(tag: Tag, display: &str, within: Layout, floats: impl FnOnce() -> bool) -> Option<Layout> {
        Some(match display {
            "" => return None,
            "none" => Layout::Hidden,
            "inline" | "contents" | "inline-block" | "ruby" => Layout::Inline,
            "inline-flex" | "inline-grid" => Layout::InlineItems,
            "flex" | "grid" | "table" | "table-row" | "table-row-group" => Layout::Items,
            // Floating an initial makes a block of it, though the word goes on; and so does placing the parts of a line.
            "block" if !tag.is_block() && (within == Layout::InlineItems || floats()) => Layout::Inline,
            _ => Layout::Block,
        })
    }

    /// Whether it begins and ends a line.
    pub(super) fn is_block(self) -> bool {
        matches!(self, Layout::Block | Layout::Items)
    }

    /// Whether its children are placed one by one, so that an element among them would show.
    pub(super) fn places_children(self) -> bool {
        matches!(self, Layout::Items | Layout::InlineItems)
    }
}

/// Whether line breaks in the source are shown, by the computed value of `white-space`.
pub(super) fn keeps_lines(white_space: &str) -> bool {
    matches!(white_space, "pre" | "pre-wrap" | "pre-line" | "break-spaces")
}

/// Whether the `style` attribute `style` takes an element out of sight: what is so as long as no script says otherwise.
pub(super) fn hides(style: &str) -> bool {
    style.split(';').any(|rule| {
        let (name, value) = rule.split_once(':').unwrap_or_default();
        let value = value.split('!').next().unwrap_or_default().trim();
        matches!((name.trim(), value), ("display", "none") | ("visibility", "hidden"))
    })
}
