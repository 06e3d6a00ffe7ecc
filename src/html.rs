//! HTML files: the article in one, ready to be annotated, and where each stretch of its text stands in the file.
//!
//! Natively and in Node, where no browser has built the page. It is found and read as in a page: see `dom`.

mod ahead;

use std::ops::Range;

use time::Date;

use crate::document::{Document, DocumentBuilder, OffsetMap, Role, Span, TextTooLong, Utf16};
use crate::dom::html::Page;

#[cfg(not(target_arch = "wasm32"))]
pub use ahead::annotate_file;
pub use ahead::{AheadError, Circumstances, annotate_html};

/// An HTML file, and the article in it.
#[derive(Debug)]
pub struct Article {
    document: Document,
    headline: Option<String>,
    byline: Option<String>,
    page: Page,
    units: OffsetMap<Utf16>,
}

impl Article {
    /// The article in the HTML file `bytes`: in the encoding that it names, else in UTF-8 or, where it is none, in windows-1252.
    /// A file without one gives an empty document. A day of publication after `today` is not believed; `published` stands
    /// before what the page says. Cost: linear in the file, however it is nested.
    ///
    /// # Errors
    /// [`TextTooLong`] from 4 GiB.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn read(bytes: &[u8], published: Option<Date>, today: Date) -> Result<Article, TextTooLong> {
        Article::parse(&crate::dom::html::decode(bytes).text, published, today)
    }

    /// The same of text that is characters already, whatever encoding it names, with or without a byte order mark.
    ///
    /// # Errors
    /// [`TextTooLong`] from 4 GiB.
    pub fn parse(html: &str, published: Option<Date>, today: Date) -> Result<Article, TextTooLong> {
        if u32::try_from(html.len()).is_err() {
            return Err(TextTooLong(html.len()));
        }
        let mut page = Page::parse(html.strip_prefix('\u{feff}').unwrap_or(html));
        let nothing = || (DocumentBuilder::new().finish(published, None), None);
        let (document, byline) = page.read(published, today).unwrap_or_else(nothing);
        let headline = document.headline().map(str::to_owned).or_else(|| page.title());
        let units = OffsetMap::new(document.text());
        Ok(Article { document, headline, byline, page, units })
    }

    /// The article: headline, standfirst, body and captions in reading order.
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// The same, kept alone.
    pub fn into_document(self) -> Document {
        self.document
    }

    /// The headline that readers see or, where none was found, what the page says the article is called.
    pub fn headline(&self) -> Option<&str> {
        self.headline.as_deref()
    }

    /// The address that the file says it is to be found at: in full, and of the web.
    pub fn address(&self) -> Option<&str> {
        self.page.address()
    }

    /// Who wrote it, without "By".
    pub fn byline(&self) -> Option<&str> {
        self.byline.as_deref()
    }

    /// The standfirst.
    pub fn standfirst(&self) -> Option<String> {
        self.joined(&[Role::Standfirst])
    }

    /// The body alone: paragraphs, subheadings, lists and block quotes in reading order, apart by empty lines.
    pub fn body(&self) -> Option<String> {
        self.joined(&[Role::Subheading, Role::Paragraph, Role::ListItem, Role::BlockQuote])
    }

    /// The texts under the pictures.
    pub fn captions(&self) -> Vec<&str> {
        self.blocks(&[Role::Caption]).collect()
    }

    /// Where in the file `span` of the document's text stands, as byte ranges of the file as UTF-8 without a byte order mark:
    /// one for each stretch without markup in it, in order. White space that browsers do not show may lie between or inside.
    pub fn source(&self, span: Span) -> Vec<Range<usize>> {
        self.page.source(self.units.span(span))
    }

    fn joined(&self, roles: &[Role]) -> Option<String> {
        let blocks: Vec<&str> = self.blocks(roles).collect();
        (!blocks.is_empty()).then(|| blocks.join("\n\n"))
    }

    fn blocks(&self, roles: &[Role]) -> impl Iterator<Item = &str> {
        self.document.blocks().iter().filter(move |block| roles.contains(&block.role)).map(|block| self.document.slice(block.span))
    }
}

#[cfg(test)]
mod tests;
