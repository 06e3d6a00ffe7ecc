//! The answer in the forms that others read: web annotations, schema.org, a table of quotations, a summary to print.
//!
//! ```text
//! Document + Annotations + About ──Format──▶ text, the same in the browser and on the command line
//! ```
//!
//! Everything in these texts is in the answer already; nothing is found here, and no clock is read. Offsets count Unicode code
//! points whoever asks, since that is what the Web Annotation Data Model demands and what makes the texts the same everywhere.
//! What a page says comes out as text, never as markup. Cost: linear in the document and what was found in it, since whatever
//! may be said more than once, a name above all, is cut to [`LONGEST_NAME`] characters.

mod about;
mod csv;
mod json;
mod labels;
mod schema;
mod summary;
mod webannotation;
mod written;

use crate::annotations::{self, Annotations, Entity, EntityId, Quote, Value};
use crate::document::{CodePoints, Document, OffsetMap, Span};

pub use about::{About, AboutError};
pub use labels::Labels;

/// Characters of the longest name, role or phrase that is written in full.
const LONGEST_NAME: usize = 300;

/// A form that an answer can be written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// W3C Web Annotation Data Model, as JSON-LD on one line: one annotation for each mention, value and quotation.
    WebAnnotation,
    /// schema.org, as JSON-LD on one line: a `NewsArticle` with what it mentions and whom it quotes.
    Schema,
    /// The quotations as CSV, by RFC 4180.
    Csv,
    /// An HTML document to read and print: who says what, people and organisations, timeline.
    Summary,
}

impl Format {
    /// By the name that callers use: "webannotation", "schema", "csv" or "summary".
    pub fn named(name: &str) -> Option<Format> {
        Some(match name {
            "webannotation" => Format::WebAnnotation,
            "schema" => Format::Schema,
            "csv" => Format::Csv,
            "summary" => Format::Summary,
            _ => return None,
        })
    }
}

/// `annotations`, which are those of `document`, as a text of this form. It ends with the end of a line.
pub fn export(document: &Document, annotations: &Annotations, format: Format, about: &About) -> String {
    let material = Material { document, annotations, about, units: OffsetMap::new(document.text()) };
    match format {
        Format::WebAnnotation => webannotation::write(&material),
        Format::Schema => schema::write(&material),
        Format::Csv => csv::write(&material),
        Format::Summary => summary::write(&material),
    }
}

/// What every form is written from.
struct Material<'a> {
    document: &'a Document,
    annotations: &'a Annotations,
    about: &'a About,
    units: OffsetMap<CodePoints>,
}

impl<'a> Material<'a> {
    fn language(&self) -> Option<String> {
        annotations::language(self.document, self.annotations.language)
    }

    fn published(&self) -> Option<String> {
        self.document.published().map(annotations::iso)
    }

    fn words(&self, span: Option<Span>) -> Option<&'a str> {
        span.map(|span| self.document.slice(span))
    }

    /// The place of an entity in the answer. Entities are in the order of their ids.
    fn place(&self, id: EntityId) -> Option<usize> {
        self.annotations.entities.binary_search_by_key(&id, |entity| entity.id).ok()
    }

    /// Whom `quote` is by, as far as the answer knows them.
    fn speakers(&self, quote: &'a Quote) -> impl Iterator<Item = &'a Entity> {
        let entities: &'a [Entity] = &self.annotations.entities;
        quote.entities.iter().filter_map(|&id| entities.get(self.place(id)?))
    }

    /// The normalised value that stands at `span`.
    fn value(&self, span: Span) -> Option<&'a str> {
        let values: &'a [Value] = &self.annotations.values;
        let at = values.binary_search_by_key(&span.start, |value| value.span.start).ok()?;
        values.get(at)?.value.as_deref()
    }

    /// When `quote` was said: normalised where the article determines it, else in its words.
    fn said_on(&self, quote: &Quote) -> Option<&'a str> {
        self.value(quote.time?).or_else(|| self.words(quote.time))
    }
}

#[cfg(test)]
mod tests;
