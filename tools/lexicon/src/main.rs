//! Compiles the lexicon that ships, from tables of open data.
//!
//! usage: `lexicon TABLES TEXTS OUT`. TABLES is a folder of tab-separated tables (qid, type, name, aliases, description,
//! weight, of); TEXTS a folder of JSON lines with a `text` and labelled `entities` each, from which it learns how often news
//! uses a name and which names are everyday words too; OUT the file to write. The same inputs give the same bytes. What is
//! taken from which table stands in [`sources`], what of it ships, and why, in [`select`]; the form of the file is described
//! where it is read, in the crate's lexicon module.

mod common;
mod countries;
mod describe;
mod names;
mod select;
mod sources;
mod tables;
mod things;
mod usage;
mod write;

use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [tables, texts, out] = arguments.as_slice() else {
        eprintln!("usage: lexicon TABLES TEXTS OUT");
        return ExitCode::from(2);
    };
    match compile(Path::new(tables), Path::new(texts), Path::new(out)) {
        Ok(report) => {
            println!("{report}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("lexicon: {error}");
            ExitCode::FAILURE
        }
    }
}

fn compile(tables: &Path, texts: &Path, out: &Path) -> Result<String, String> {
    let usage = usage::Usage::read(texts)?;
    let selection = select::select(tables, &usage)?;
    let file = write::write(&selection);
    std::fs::write(out, &file).map_err(|error| format!("{}: {error}", out.display()))?;
    Ok(format!("{}: {} bytes; {}", out.display(), file.len(), write::report(&selection)))
}
