//! Runs the core on a few sentences before it is used.
//!
//! Browsers compile each function when it is first called, which for a whole article would be one long task. Here they do so
//! sentence by sentence, each of which asks for a little more than the one before. What is found is thrown away.

use wasm_bindgen::JsValue;

use crate::document::Utf16;
use crate::{Annotating, Annotator, Answer, Document, Options, parse_date};

const SENTENCES: &[&str] = &[
    "It rained.",
    "The harbour was closed until noon, and the ferries stayed in port.",
    "Marek Dreyer lives in Vienna.",
    "The minister, Anna Holm, 52, met Dreyer and the United Nations in Oslo. She left.",
    "The bridge opened on 12 March 2021, two years after the flood.",
    "It cost $3.5 million, or 12 percent more than last year, and is 40 miles long.",
    "On Friday at 5 p.m., every week since January, the last two days of the 1990s were over.",
    "“We are ready,” Holm said.",
    "Dreyer told reporters on Monday that the talks would go on, and the bank warned of higher prices.",
    "“Nobody wins here,” he added, “but we will try.”\n\nAccording to officials, a so-called “deal” was near.",
    "“I asked them,” said Dr. Lena Ruiz of the Harbour Authority (HA), the agency that keeps the lights.\n\nThe HA denied it. Ruiz, who is the \
     chief engineer, described the plan as “bold”. Germans and Americans praised her, she said.",
];

/// How far it has come.
#[derive(Default)]
pub(super) struct Warming {
    next: usize,
    current: Option<(Document, Annotating)>,
}

impl Warming {
    /// Takes a step of a few milliseconds, and says whether that was the last.
    pub(super) fn advance(&mut self, annotator: &Annotator) -> Result<bool, JsValue> {
        let options = Options::default();
        match self.current.take() {
            Some((document, mut annotating)) if !annotating.is_read() => {
                annotating.advance(annotator, &options);
                self.current = Some((document, annotating));
            }
            Some((document, annotating)) => {
                let found = annotating.conclude(&document).finish(annotator, &document, &options);
                super::to_js(&Answer::<Utf16>::new(&document, found, true))?;
            }
            None => {
                let Some(sentence) = SENTENCES.get(self.next) else { return Ok(true) };
                self.next += 1;
                let document = Document::from_plain_text(sentence, parse_date("2026-03-12").ok()).ok();
                self.current = document.map(|document| {
                    let annotating = Annotating::new(&document, None);
                    (document, annotating)
                });
            }
        }
        Ok(false)
    }
}
