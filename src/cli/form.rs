//! In which form an article is answered: the answer as JSON, or an export of it.

use std::io;

use clap::ValueEnum;
use newsgloss::document::CodePoints;
use newsgloss::export::{About, Format, export};
use newsgloss::{Annotations, Answer, Document};

/// What `--format` names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(super) enum Form {
    /// The answer itself: see the JSON Schema of it.
    #[default]
    Json,
    /// W3C Web Annotations, as JSON-LD: one for each mention, value and quotation.
    Webannotation,
    /// schema.org, as JSON-LD: a NewsArticle with what it mentions and whom it quotes.
    Schema,
    /// The quotations as CSV.
    Csv,
    /// An HTML document to read and print: who says what, people and organisations, timeline.
    Summary,
    /// The HTML file itself, with the marks and a schema.org script in it, which a page's own newsgloss takes over.
    Html,
}

/// What is known of one article beside its text.
#[derive(Default)]
pub(super) struct Known<'a> {
    /// The caller's name for it.
    pub(super) id: Option<String>,
    /// Where it may be found, the most certain first; the first that is an address of the web is believed.
    pub(super) addresses: [Option<&'a str>; 2],
    /// When it was annotated.
    pub(super) created: Option<&'a str>,
    /// Whether the answer carries the text that its offsets count in.
    pub(super) with_text: bool,
}

impl Form {
    /// Whether an article's text in this form is one line.
    pub(super) fn is_line(self) -> bool {
        !matches!(self, Form::Csv | Form::Summary | Form::Html)
    }

    /// What was found in `document`, in this form. It ends with the end of a line.
    ///
    /// # Errors
    /// Where the answer cannot be written as JSON, which is a fault of newsgloss; of [`Form::Html`], always.
    pub(super) fn write(self, document: &Document, annotations: Annotations, known: Known<'_>) -> io::Result<Vec<u8>> {
        let format = match self {
            // That takes the file, which is not known here.
            Form::Html => return Err(io::Error::other("a page is written from its file")),
            Form::Json => {
                let mut answer = Answer::<CodePoints>::new(document, annotations, known.with_text);
                answer.id = known.id;
                let mut line = serde_json::to_vec(&answer)?;
                line.push(b'\n');
                return Ok(line);
            }
            Form::Webannotation => Format::WebAnnotation,
            Form::Schema => Format::Schema,
            Form::Csv => Format::Csv,
            Form::Summary => Format::Summary,
        };
        let mut about = About::default();
        // An article may be called by its address.
        let addresses = known.addresses.into_iter().chain([known.id.as_deref()]);
        _ = addresses.flatten().find(|address| about.set_url(address).is_ok());
        if let Some(created) = known.created {
            about.set_created(created).map_err(io::Error::other)?;
        }
        about.id = known.id;
        Ok(export(document, &annotations, format, &about).into_bytes())
    }
}
