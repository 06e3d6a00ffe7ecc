//! Many articles, one JSON object a line: answered in order, on all cores, in bounded memory.
//!
//! A line that cannot be read is answered in its place by `{"line", "error"}`; it costs the other lines nothing.

use std::io::{self, BufRead, Write};

use newsgloss::html::Article;
use newsgloss::{Annotator, Document, Options, parse_published};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use time::Date;

use super::form::{Form, Known};

/// Bytes of input that are held at once: enough to keep all cores busy, and all that a long file costs.
const BATCH_BYTES: usize = 4 << 20;

/// How every line of a batch is answered.
pub(super) struct Batch<'a> {
    pub(super) annotator: &'a Annotator,
    pub(super) options: &'a Options,
    /// For lines that carry no date of their own.
    pub(super) published: Option<Date>,
    /// No line can be of a later day.
    pub(super) today: Date,
    /// In which form, which is a line.
    pub(super) form: Form,
    /// When.
    pub(super) created: Option<&'a str>,
}

/// One line of input.
#[derive(Deserialize)]
struct Entry {
    #[serde(default)]
    id: Option<Id>,
    #[serde(default)]
    text: Option<String>,
    #[serde(default)]
    html: Option<String>,
    #[serde(default)]
    published: Option<String>,
    /// Where it is from. Callers have had such a field for their own use: what is no address is passed over.
    #[serde(default)]
    url: Option<serde_json::Value>,
}

/// Callers name articles by strings or by numbers.
#[derive(Deserialize)]
#[serde(untagged)]
enum Id {
    Text(String),
    Number(serde_json::Number),
}

#[derive(Serialize)]
struct Refusal {
    line: usize,
    error: String,
}

impl Batch<'_> {
    /// Answers all of `input`, and says in `complaints` which lines could not be read. Gives whether all could.
    ///
    /// # Errors
    /// Where `input` cannot be read further, or `output` or `complaints` not written.
    pub(super) fn run(&self, mut input: impl BufRead, output: &mut impl Write, complaints: &mut impl Write) -> io::Result<bool> {
        let mut complete = true;
        let mut line_number = 0;
        loop {
            let mut lines: Vec<(usize, Vec<u8>)> = Vec::new();
            let mut held = 0;
            while held < BATCH_BYTES {
                let mut line = Vec::new();
                if input.read_until(b'\n', &mut line)? == 0 {
                    break;
                }
                line_number += 1;
                held += line.len();
                if !line.trim_ascii().is_empty() {
                    lines.push((line_number, line));
                }
            }
            if held == 0 {
                return Ok(complete);
            }
            let answers: Vec<Result<Vec<u8>, Refusal>> = lines.par_iter().map(|(number, line)| self.answer(*number, line)).collect();
            for answer in answers {
                match answer {
                    Ok(line) => output.write_all(&line)?,
                    Err(refusal) => {
                        writeln!(complaints, "newsgloss: line {}: {}", refusal.line, refusal.error)?;
                        complete = false;
                        serde_json::to_writer(&mut *output, &refusal)?;
                        output.write_all(b"\n")?;
                    }
                }
            }
        }
    }

    fn answer(&self, number: usize, line: &[u8]) -> Result<Vec<u8>, Refusal> {
        let refuse = |error: String| Refusal { line: number, error };
        let text = std::str::from_utf8(line)
            .map_err(|error| refuse(format!("not UTF-8: the first bad byte is number {}", error.valid_up_to() + 1)))?;
        let no_entry = |what: &dyn std::fmt::Display| refuse(format!("not a JSON object with a \"text\" or \"html\": {what}"));
        // An array would be read by the order of the fields here, which nobody was told.
        if !text.trim_ascii_start().starts_with('{') {
            return Err(no_entry(&"it does not begin with {"));
        }
        let article: Entry = serde_json::from_str(text).map_err(|error| no_entry(&error))?;
        let published = match &article.published {
            Some(day) => Some(parse_published(day, self.today).map_err(|error| refuse(format!("\"published\": {error}")))?),
            None => self.published,
        };
        let is_html = article.html.is_some();
        let (document, address) = match (article.text, article.html) {
            (Some(text), None) => (Document::from_plain_text(&text, published), None),
            (None, Some(html)) => match Article::parse(&html, published, self.today) {
                Ok(read) => {
                    let address = read.address().map(str::to_owned);
                    (Ok(read.into_document()), address)
                }
                Err(error) => (Err(error), None),
            },
            _ => return Err(refuse("give either \"text\" or \"html\"".to_owned())),
        };
        let document = document.map_err(|error| refuse(error.to_string()))?;
        let known = Known {
            id: article.id.map(|id| match id {
                Id::Text(text) => text,
                Id::Number(number) => number.to_string(),
            }),
            addresses: [article.url.as_ref().and_then(serde_json::Value::as_str), address.as_deref()],
            created: self.created,
            with_text: is_html,
        };
        let answer = self.form.write(&document, self.annotator.annotate(&document, self.options), known);
        answer.map_err(|error| refuse(error.to_string()))
    }
}
