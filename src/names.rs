//! Names of people, organisations, places, groups, events and works: where they stand and of what type they are.
//!
//! A trained tagger (`tagger`) decides. What is certain is set right behind it: what the article itself spells out in front of an
//! acronym is a name (`spelled`), and by the house style titles stay outside a person's name, and a people is a group (`house`).
//! What a publisher's list says of a name (`own`) goes before all. Nothing here decides which names mean one thing: that is
//! `entities`.

mod house;
pub(crate) mod own;
mod spelled;
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
use tagger::tagging::Tagging;

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

/// A document in which names are being found, some stretches at a time.
#[derive(Debug)]
pub(crate) struct Naming {
    tagging: Tagging,
    found: Vec<Name>,
}

/// Stretches of text near capitals that one step looks at.
const STEP: usize = 64;

impl Naming {
    /// Begins to look for names.
    pub(crate) fn new(segments: &Segments<'_>, lexicon: &Lexicon, tagger: &Tagger) -> Naming {
        Naming { tagging: Tagging::new(tagger, segments, lexicon), found: Vec::new() }
    }

    /// Takes a step, and says whether that was the last.
    pub(crate) fn advance(&mut self, segments: &Segments<'_>, tagger: &Tagger) -> bool {
        let found = &mut self.found;
        self.tagging.advance(tagger, segments, STEP, &mut |tokens, kind, margin| found.extend(tagger.name(segments, tokens, kind, margin)))
    }

    /// The names in reading order, and the language of the text; names do not overlap.
    pub(crate) fn finish(self, segments: &Segments<'_>, lexicon: &Lexicon) -> (Vec<Name>, Language) {
        (house::edit(segments, lexicon, spelled::out(segments, self.found)), self.tagging.language())
    }
}

/// The names in a document, all at once.
#[cfg(test)]
pub(crate) fn find(segments: &Segments<'_>, lexicon: &Lexicon, tagger: &Tagger) -> (Vec<Name>, Language) {
    let mut naming = Naming::new(segments, lexicon, tagger);
    while !naming.advance(segments, tagger) {}
    naming.finish(segments, lexicon)
}

#[cfg(test)]
mod tests;
