//! From names to things: merges the names of one thing, and finds whom a speaker phrase means.

use crate::annotations::{Annotations, Quote};
use crate::lexicon::Lexicon;
use crate::names::Name;
use crate::segment::Segments;

/// The entities behind `names`, and `quotes` with their speakers resolved to them.
pub(crate) fn assemble(_segments: &Segments<'_>, _lexicon: &Lexicon, _names: Vec<Name>, quotes: Vec<Quote>) -> Annotations {
    Annotations { entities: Vec::new(), values: Vec::new(), quotes }
}
