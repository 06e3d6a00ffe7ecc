//! What the fuzz targets share: the data they annotate with, and a count of the steps that a call took.
//!
//! A target asserts what holds whatever the input: it is no search for panics alone. What is true of every answer is written
//! down once, in `tests/checks`, for these and for the tests of the crate.

#[path = "../../tests/checks/mod.rs"]
pub mod checks;
pub mod steps;

use std::sync::LazyLock;

use newsgloss::{Annotator, Confidence, Document, Options};

/// The annotator with the data that ships. It has annotated once, so that the tables that are made then count for no input.
pub static ANNOTATOR: LazyLock<Annotator> = LazyLock::new(|| {
    let annotator = Annotator::embedded().expect("the data that ships is good");
    let article = Document::from_plain_text(ARTICLE, None).expect("it is short");
    annotator.annotate(&article, &everything());
    annotator
});

/// Options that mark everything that was found, as little as it may be worth.
pub fn everything() -> Options {
    Options { min_confidence: Confidence::percent(0), list: None }
}

/// A short article of our own with one of everything.
pub const ARTICLE: &str = "Harbour of Velda to reopen\n\n\
    VELDA (Own report) — “We are ready,” Foreign Minister Ola Tveit told reporters in Oslo on Friday. \
    He said that 3.5 million euros, 12% of the budget, had been spent since May 2011.\n\n\
    Tveit’s rival, Mia Sund of the Norwegian Coast Party, called it “a scandal” and added: “Nobody asked the fishermen.”\n";
