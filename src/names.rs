//! Names of people, organisations, places, groups, events and works: where they stand and of what type they are.

use std::ops::Range;

use crate::annotations::{Confidence, EntityType};
use crate::document::Span;
use crate::lexicon::Lexicon;
use crate::segment::{Segments, TokenIndex};

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
}

/// The names in a document, in reading order; they do not overlap.
pub(crate) fn find(_segments: &Segments<'_>, _lexicon: &Lexicon) -> Vec<Name> {
    Vec::new()
}
