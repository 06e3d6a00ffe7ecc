//! The articles in HTML files as plain text, one JSON object a line.
//!
//! A file that cannot be read costs the others nothing.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use newsgloss::html::Article;
use rayon::prelude::*;
use serde::Serialize;
use time::Date;

use super::{InputError, stem};

/// Files that are held at once, so that thousands cost no more memory than these.
const AT_ONCE: usize = 64;

/// What is said of one file; what is not known is left out.
#[derive(Serialize)]
struct Line {
    id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    headline: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    standfirst: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    byline: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    published: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    captions: Vec<String>,
}

/// Reads `files`, in their order. Says whether all could be read.
///
/// # Errors
/// Where `output` cannot be written.
pub(super) fn run(files: &[PathBuf], today: Date, output: &mut impl Write) -> io::Result<bool> {
    let mut complete = true;
    for some in files.chunks(AT_ONCE) {
        let lines: Vec<Result<Vec<u8>, InputError>> = some.par_iter().map(|path| line(path, today)).collect();
        for line in lines {
            match line {
                Ok(line) => {
                    output.write_all(&line)?;
                    output.write_all(b"\n")?;
                }
                Err(error) => {
                    eprintln!("newsgloss: {error}");
                    complete = false;
                }
            }
        }
    }
    output.flush()?;
    Ok(complete)
}

fn line(path: &Path, today: Date) -> Result<Vec<u8>, InputError> {
    let shown = || path.display().to_string();
    let bytes = fs::read(path).map_err(|cause| InputError::Unreadable(shown(), cause))?;
    let article = Article::read(&bytes, None, today).map_err(|cause| InputError::TooLong(shown(), cause))?;
    let line = Line {
        id: stem(path),
        headline: article.headline().map(str::to_owned),
        standfirst: article.standfirst(),
        byline: article.byline().map(str::to_owned),
        published: article.document().published().map(|day| day.to_string()),
        language: article.document().language().map(str::to_owned),
        text: article.body(),
        captions: article.captions().into_iter().map(str::to_owned).collect(),
    };
    serde_json::to_vec(&line).map_err(|error| InputError::Unreadable(shown(), error.into()))
}
