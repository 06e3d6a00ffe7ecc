//! newsgloss reads a news article and says who and what it names, when and how much, and who says what.
//!
//! ```text
//! page DOM ──dom::read──▶ Document ──Annotator──▶ Annotations ──dom::paint──▶ marks in the page
//! text ──────cli────────▶    ″                         ″       ──Answer────▶ JSON
//! ```
//!
//! One way through, no way back: once it has its [`Document`] the core asks nothing of the page, does no input or output,
//! and cannot fail: what it does not understand it leaves unmarked.

pub mod annotations;
pub mod document;
mod entities;
pub mod export;
pub mod lexicon;
mod lists;
mod names;
mod order;
mod passages;
mod quotes;
pub mod relations;
pub mod segment;
mod timeline;
mod values;

#[cfg_attr(not(target_arch = "wasm32"), allow(dead_code, reason = "what only a live page needs, painting above all"))]
mod dom;
#[cfg(any(not(target_arch = "wasm32"), feature = "node"))]
pub mod html;
#[cfg(target_arch = "wasm32")]
mod web;

/// What the training program shares with the tagger, so that both see the same features. No part of the public interface.
#[cfg(feature = "training")]
#[doc(hidden)]
pub mod training {
    pub use crate::names::tagger::{
        Chain, Tagger, chain_features, chains, evidence, features, hints, openers, slots, spans, tags, view, weights,
    };
}

pub use annotations::{Annotations, Answer, Confidence};
pub use document::{Document, parse_date, parse_published};
pub use lexicon::own::{ListError, OwnList};
pub use lexicon::{Lexicon, LexiconError};
pub use names::tagger::{Tagger, weights::WeightsError};
pub use passages::{Annotating, Concluded, Concluding};
pub use relations::Relations;

use std::sync::Arc;

use thiserror::Error;

/// What a caller may choose.
#[derive(Debug, Clone)]
pub struct Options {
    /// Nothing of less confidence is marked. The default is chosen for precision; zero gives the plain answer of every stage.
    pub min_confidence: Confidence,
    /// The publisher's own list, whose word counts before that of newsgloss.
    pub list: Option<Arc<OwnList>>,
}

impl Default for Options {
    fn default() -> Self {
        Options { min_confidence: Confidence::percent(50), list: None }
    }
}

/// Compiled data that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum DataError {
    /// The lexicon cannot.
    #[error(transparent)]
    Lexicon(#[from] LexiconError),
    /// The weights of the tagger cannot.
    #[error(transparent)]
    Weights(#[from] WeightsError),
}

/// Annotates documents with the compiled data it was given.
#[derive(Debug)]
pub struct Annotator {
    lexicon: Lexicon,
    tagger: Tagger,
}

impl Annotator {
    /// An annotator that knows what `lexicon` knows, and finds names with `tagger`.
    pub fn new(lexicon: Lexicon, tagger: Tagger) -> Self {
        Annotator { lexicon, tagger }
    }

    /// The annotator with the data that ships with the crate. Not in the browser, where the page fetches it.
    ///
    /// # Errors
    /// Only where the crate was built with damaged data.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn embedded() -> Result<Self, DataError> {
        Ok(Annotator::new(Lexicon::embedded()?, Tagger::embedded()?))
    }

    /// Finds everything in `document`. Cost: linear in its text.
    pub fn annotate(&self, document: &Document, options: &Options) -> Annotations {
        let mut annotating = Annotating::new(document, None);
        while !annotating.is_read() {
            annotating.advance(self, options);
        }
        annotating.conclude(document).finish(self, document, options)
    }
}
