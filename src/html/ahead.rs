//! Annotates a page before anybody loads it: what a publisher's own pipeline does with its HTML files.
//!
//! The file comes back with the marks that newsgloss would show in the page, which a script that mounts the page then takes over, and
//! with the article in schema.org's words. The rest of it stays byte for byte what it was, and so does a file without an article;
//! a file that has been annotated before becomes what it would be if it had not.

use thiserror::Error;
use time::Date;

use super::Article;
use crate::Annotations;
use crate::annotations::Answer;
use crate::document::{Document, TextTooLong, Utf16};
use crate::dom::html::Edit;
use crate::export::{About, Format, export};

/// Why a page cannot be annotated ahead of time. There is nothing to be written then.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum AheadError {
    /// It is too long.
    #[error(transparent)]
    TooLong(#[from] TextTooLong),
    /// It is in an encoding in which nothing can be written in between.
    #[error("marks cannot be written into a page in {0}: convert it to UTF-8")]
    Encoding(&'static str),
    /// Its markup has such errors that with marks in it browsers would read another page.
    #[error("with marks in it browsers would show another page, so broken is its markup: mend that, or leave it to the script")]
    Broken,
}

/// What is known of a page beside its file.
#[derive(Debug, Clone)]
pub struct Circumstances {
    /// The day of publication, whatever the page says.
    pub published: Option<Date>,
    /// No day of publication that the page states after this one is believed.
    pub today: Date,
    /// Its address, where it does not say that itself or says another one.
    pub about: About,
}

/// The HTML file `bytes` with marks for what `annotate` finds in its article, in the encoding that it has. See [`Article::read`].
/// Cost: linear in the file, which is read twice.
///
/// # Errors
/// See [`AheadError`].
#[cfg(not(target_arch = "wasm32"))]
pub fn annotate_file(
    bytes: &[u8],
    circumstances: Circumstances,
    annotate: impl FnOnce(&Document) -> Annotations,
) -> Result<Vec<u8>, AheadError> {
    let file = crate::dom::html::decode(bytes);
    let (edits, _) = written(&file.text, circumstances, annotate)?;
    file.edited(bytes, &edits).map_err(AheadError::Encoding)
}

/// The same of a page that is characters already.
///
/// # Errors
/// See [`AheadError`].
pub fn annotate_html(
    html: &str,
    circumstances: Circumstances,
    annotate: impl FnOnce(&Document) -> Annotations,
) -> Result<String, AheadError> {
    // What is no part of the file for its reader stays where it is.
    let (mark, rest) = html.split_at(if html.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 });
    let (_, page) = written(rest, circumstances, annotate)?;
    Ok(format!("{mark}{page}"))
}

/// What is to be changed in `html`, and what it is then.
fn written(
    html: &str,
    Circumstances { published, today, mut about }: Circumstances,
    annotate: impl FnOnce(&Document) -> Annotations,
) -> Result<(Vec<Edit>, String), AheadError> {
    let article = Article::parse(html, published, today)?;
    if let Some(address) = article.address().filter(|_| about.url().is_none()) {
        // One that is none of the web was not believed when the page was read.
        _ = about.set_url(address);
    }
    let annotations = annotate(&article.document);
    let schema = export(&article.document, &annotations, Format::Schema, &about);
    let answer = Answer::<Utf16>::new(&article.document, annotations, false);
    let edits = article.page.edits(&answer, &schema, html.len());
    let mut page = String::with_capacity(html.len() + edits.iter().map(|edit| edit.text.len()).sum::<usize>());
    let mut from = 0;
    for Edit { place, text } in &edits {
        page.push_str(html.get(from..place.start).unwrap_or_default());
        page.push_str(text);
        from = place.end;
    }
    page.push_str(html.get(from..).unwrap_or_default());
    if article.page.is_same_in(&page) { Ok((edits, page)) } else { Err(AheadError::Broken) }
}
