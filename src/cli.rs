//! What the command line offers, and how its runs end.

mod batch;
mod form;
mod manual;
mod read;

use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::SystemTime;

use clap::error::ErrorKind;
use clap::{CommandFactory, Parser, Subcommand};
use form::{Form, Known};
use newsgloss::document::{BadDate, TextTooLong, day_of_clock};
use newsgloss::export::{About, AboutError};
use newsgloss::html::{AheadError, Article, Circumstances, annotate_file};
use newsgloss::{Annotator, Confidence, Document, ListError, Options, OwnList, parse_published};
use thiserror::Error;
use time::Date;

/// How every run ends.
const STATUSES: &str = "\
Exit status:
  0  everything was answered
  1  some input could not be read or written: standard error says which, by name and line, and why
  2  wrong usage";

/// Marks up who and what a news article names, and who says what.
#[derive(Parser)]
#[command(name = "newsgloss", version, about, after_help = STATUSES, disable_help_subcommand = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Reads one article as plain text or HTML and prints what it found; offsets count Unicode code points.
    #[command(after_help = STATUSES)]
    Annotate(AnnotateArguments),
    /// Prints the JSON Schema of the answers.
    Schema,
    /// Prints the manual as roff, for `man -l -`.
    #[command(hide = true)]
    Man,
    /// Finds the article in each HTML file and prints it as JSON, one line a file: headline, standfirst, byline, text, captions.
    #[command(after_help = STATUSES)]
    Read(ReadArguments),
}

#[derive(clap::Args)]
struct ReadArguments {
    /// The HTML files.
    #[arg(required = true)]
    files: Vec<PathBuf>,
}

#[derive(clap::Args)]
struct AnnotateArguments {
    /// The article: plain text in UTF-8, paragraphs separated by an empty line, or HTML (*.html, *.htm, or with "<" first on
    /// standard input). Standard input where it is left out or "-".
    file: Option<PathBuf>,
    /// The day of publication, as 2016-08-27, against which "Friday" is resolved. HTML carries its own; this stands before it.
    #[arg(long, value_name = "DATE", value_parser = date)]
    published: Option<Date>,
    /// Reads one {"id", "text" or "html", "published"?, "url"?} a line and writes one answer a line, in the same order. A line that cannot be
    /// read is answered by {"line", "error"}.
    #[arg(long)]
    jsonl: bool,
    /// In which form it is printed; with --jsonl one that is a line. For html the article is an HTML file, which is printed with the marks
    /// and a schema.org script in it, and else byte for byte as it is.
    #[arg(long, value_enum, default_value_t)]
    format: Form,
    /// The address of the article's page, for the forms other than json. HTML may carry its own; this stands before it. With
    /// --jsonl each line has its own "url".
    #[arg(long, value_name = "ADDRESS", value_parser = address, conflicts_with = "jsonl")]
    url: Option<String>,
    /// When it is annotated, in UTC as 2016-08-27T09:30:00Z: the "created" of web annotations, which have none otherwise.
    #[arg(long, value_name = "TIME", value_parser = moment)]
    created: Option<String>,
    /// A publisher's own list, as JSON or CSV, whose word counts before that of newsgloss: names to mark, and to leave alone.
    #[arg(long, value_name = "FILE")]
    lexicon: Option<PathBuf>,
    /// Marks only what has at least this confidence, from 0 to 1; 0 gives the plain answer of every stage.
    #[arg(long, value_name = "P", value_parser = confidence)]
    min_confidence: Option<Confidence>,
}

fn date(text: &str) -> Result<Date, BadDate> {
    parse_published(text, today())
}

fn address(text: &str) -> Result<String, AboutError> {
    About::default().set_url(text).map(|()| text.to_owned())
}

fn moment(text: &str) -> Result<String, AboutError> {
    About::default().set_created(text).map(|()| text.to_owned())
}

fn today() -> Date {
    // A clock before 1970 tells nothing; then no day is too late.
    SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).map_or(Date::MAX, |since| day_of_clock(since.as_secs()))
}

fn confidence(text: &str) -> Result<Confidence, String> {
    match text.parse::<f64>() {
        Ok(share) if (0.0..=1.0).contains(&share) => Ok(Confidence::from_thousandths((share * 1000.0).round() as u16)),
        _ => Err("give a number from 0 to 1".to_owned()),
    }
}

/// An input that could not be answered.
#[derive(Debug, Error)]
enum InputError {
    #[error("{0}: {1}")]
    Unreadable(String, io::Error),
    #[error("{name}: the text is not UTF-8: the first bad byte is number {offset}; convert the file to UTF-8")]
    NotUtf8 { name: String, offset: usize },
    #[error("{0}: {1}")]
    TooLong(String, TextTooLong),
    #[error("{0}: {1}")]
    Ahead(String, AheadError),
    #[error("{0} is plain text, and --format html writes marks into a page: give an HTML file (*.html, *.htm)")]
    NoPage(String),
    #[error("{0} cannot be used as a list of names; nothing was annotated\n{1}")]
    List(String, ListError),
    #[error("the compiled data of this build is damaged: {0}")]
    Data(#[from] newsgloss::DataError),
}

/// Runs the command that the process was called with.
pub(crate) fn run() -> ExitCode {
    let outcome = match Arguments::parse().command {
        Command::Annotate(arguments) => annotate(&arguments),
        Command::Schema => print(format!("{:#}\n", newsgloss::annotations::schema().as_value())),
        Command::Man => print(manual::page(Arguments::command())),
        Command::Read(arguments) => read::run(&arguments.files, today(), &mut io::BufWriter::new(io::stdout().lock()))
            .map_err(|cause| InputError::Unreadable("standard output".to_owned(), cause)),
    };
    match outcome {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(error) => {
            // A reader that has seen enough (`| head`) is no failure.
            if let InputError::Unreadable(_, cause) = &error
                && cause.kind() == io::ErrorKind::BrokenPipe
            {
                return ExitCode::SUCCESS;
            }
            eprintln!("newsgloss: {error}");
            ExitCode::from(1)
        }
    }
}

/// Prints what needs no input.
fn print(text: String) -> Result<bool, InputError> {
    let mut output = io::stdout().lock();
    let written = output.write_all(text.as_bytes()).and_then(|()| output.flush());
    written.map(|()| true).map_err(|cause| InputError::Unreadable("standard output".to_owned(), cause))
}

/// Answers everything that was asked; `Ok(false)` where some lines of a batch could not be read.
fn annotate(arguments: &AnnotateArguments) -> Result<bool, InputError> {
    if arguments.jsonl && !arguments.format.is_line() {
        let message = "--jsonl writes one line for each article, and this format takes many: give json, webannotation or schema";
        Arguments::command().error(ErrorKind::ArgumentConflict, message).exit();
    }
    let annotator = Annotator::embedded()?;
    let mut options = Options::default();
    if let Some(least) = arguments.min_confidence {
        options.min_confidence = least;
    }
    if let Some(path) = &arguments.lexicon {
        options.list = Some(Arc::new(list(path)?));
    }
    let name = arguments.file.as_deref().filter(|path| *path != Path::new("-"));
    let shown = name.map_or_else(|| "standard input".to_owned(), |path| path.display().to_string());
    let mut output = io::BufWriter::new(io::stdout().lock());
    let written = |cause| InputError::Unreadable("standard output".to_owned(), cause);
    if arguments.jsonl {
        let input: Box<dyn Read> = match name {
            Some(path) => Box::new(fs::File::open(path).map_err(|cause| InputError::Unreadable(shown.clone(), cause))?),
            None => Box::new(io::stdin().lock()),
        };
        let batch = batch::Batch {
            annotator: &annotator,
            options: &options,
            published: arguments.published,
            today: today(),
            form: arguments.format,
            created: arguments.created.as_deref(),
        };
        let complete =
            batch.run(io::BufReader::new(input), &mut output, &mut io::stderr()).map_err(|cause| InputError::Unreadable(shown, cause))?;
        output.flush().map_err(written)?;
        return Ok(complete);
    }
    let bytes = match name {
        Some(path) => fs::read(path),
        None => {
            let mut bytes = Vec::new();
            io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
        }
    }
    .map_err(|cause| InputError::Unreadable(shown.clone(), cause))?;
    let is_html = match name {
        Some(path) => path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("html") || ending.eq_ignore_ascii_case("htm")),
        None => begins_as_html(&bytes),
    };
    if arguments.format == Form::Html {
        if !is_html {
            return Err(InputError::NoPage(shown));
        }
        let mut about = About::default();
        // It was looked at when the arguments were read.
        _ = arguments.url.as_deref().map(|url| about.set_url(url));
        let circumstances = Circumstances { published: arguments.published, today: today(), about };
        let page = annotate_file(&bytes, circumstances, |document| annotator.annotate(document, &options));
        let page = page.map_err(|error| InputError::Ahead(shown, error))?;
        output.write_all(&page).and_then(|()| output.flush()).map_err(written)?;
        return Ok(true);
    }
    let too_long = |error| InputError::TooLong(shown.clone(), error);
    let (document, address) = if is_html {
        let article = Article::read(&bytes, arguments.published, today()).map_err(too_long)?;
        let address = article.address().map(str::to_owned);
        (article.into_document(), address)
    } else {
        (Document::from_plain_text(&utf8(bytes, &shown)?, arguments.published).map_err(too_long)?, None)
    };
    let known = Known {
        id: name.map(stem),
        addresses: [arguments.url.as_deref(), address.as_deref()],
        created: arguments.created.as_deref(),
        with_text: is_html,
    };
    let answer = arguments.format.write(&document, annotator.annotate(&document, &options), known).map_err(written)?;
    output.write_all(&answer).and_then(|()| output.flush()).map_err(written)?;
    Ok(true)
}

/// Whether the first character, a byte order mark and white space aside, opens a tag.
fn begins_as_html(bytes: &[u8]) -> bool {
    bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start().starts_with(b"<")
}

/// The file's name without its ending.
fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

/// The publisher's own list in the file at `path`.
fn list(path: &Path) -> Result<OwnList, InputError> {
    let shown = path.display().to_string();
    let bytes = fs::read(path).map_err(|cause| InputError::Unreadable(shown.clone(), cause))?;
    OwnList::parse(&utf8(bytes, &shown)?).map_err(|error| InputError::List(shown, error))
}

fn utf8(bytes: Vec<u8>, name: &str) -> Result<String, InputError> {
    String::from_utf8(bytes).map_err(|error| InputError::NotUtf8 { name: name.to_owned(), offset: error.utf8_error().valid_up_to() + 1 })
}
