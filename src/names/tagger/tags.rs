//! What the tagger says of one token: outside every name, first in a name, or further inside one, and of which type.
//!
//! The codes are part of the weights file: a change here is a new version there.

use crate::annotations::EntityType;

/// One tag: 0 is outside, odd numbers begin a name, even numbers continue it.
pub type Tag = u8;

/// How many tags there are.
pub const TAGS: usize = 13;
/// Outside every name.
pub const OUTSIDE: Tag = 0;
/// The types in the order of their tags.
pub const TYPES: [EntityType; 6] =
    [EntityType::Person, EntityType::Organization, EntityType::Place, EntityType::Group, EntityType::Event, EntityType::Misc];

/// The tag of a name's first token; `kind` is an index of [`TYPES`].
pub const fn begin(kind: usize) -> Tag {
    1 + 2 * kind as Tag
}

/// The tag of a name's further tokens.
pub const fn inside(kind: usize) -> Tag {
    2 + 2 * kind as Tag
}

/// The index in [`TYPES`] of a tag that is not [`OUTSIDE`].
pub const fn kind(tag: Tag) -> usize {
    (tag as usize).saturating_sub(1) / 2
}

/// Whether the tag begins a name.
pub const fn begins(tag: Tag) -> bool {
    tag % 2 == 1
}

/// Whether the tag continues a name.
pub const fn continues(tag: Tag) -> bool {
    tag != OUTSIDE && tag.is_multiple_of(2)
}
