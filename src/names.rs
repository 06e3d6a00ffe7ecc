//! Names of people, organisations, places, groups, events and works: where they stand and of what type they are.
//!
//! A trained tagger (`tagger`) decides; what every editor knows for certain is set right behind it (`house`): titles stay
//! outside a person's name, and a people is a group. What a publisher's list says of a name (`own`) goes before both. Nothing here decides which names mean one thing: that is `entities`.

mod house;
pub(crate) mod own;
#[cfg_attr(not(feature = "training"), allow(dead_code, reason = "the training program shares the tagger's modules, and uses more of them"))]
pub mod tagger;
pub(crate) mod titles;

use std::ops::Range;

use crate::annotations::{Confidence, EntityType, Language};
use crate::document::Span;
use crate::lexicon::Lexicon;
use crate::lexicon::own::OwnId;
use crate::segment::{Segments, TokenIndex};
use tagger::Tagger;

/// One name in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Name {
    /// Its tokens.
    pub tokens: Range<TokenIndex>,
    /// Where it stands.
    pub span: Span,
    /// What it names.
    pub kind: EntityType,
    /// How sure that is.
    pub confidence: Confidence,
    /// Which entry of the publisher's own list it is, if any.
    pub own: Option<OwnId>,
}

/// The names in a document, in reading order, and its language; names do not overlap.
pub(crate) fn find(segments: &Segments<'_>, lexicon: &Lexicon, tagger: &Tagger) -> (Vec<Name>, Language) {
    let (names, language) = tagger.tag(segments, lexicon);
    (house::edit(segments, lexicon, names), language)
}

#[cfg(test)]
mod tests;
