//! Quotations: marks, cues, what is said and the phrase that names who says it.

use crate::annotations::Quote;
use crate::names::Name;
use crate::segment::Segments;

/// The quotations in a document in reading order, their speakers not yet resolved to entities.
pub(crate) fn find(_segments: &Segments<'_>, _names: &[Name]) -> Vec<Quote> {
    Vec::new()
}
