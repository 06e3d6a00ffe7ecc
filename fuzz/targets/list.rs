//! A publisher's own list, as JSON or CSV, up to a byte 1 of the input; what follows is a text to use it on, else an article of
//! our own is. What is refused names lines that are there.
#![no_main]

use std::sync::{Arc, LazyLock};

use libfuzzer_sys::fuzz_target;
use newsgloss::{Document, ListError, Options, OwnList};
use newsgloss_fuzz::{ANNOTATOR, ARTICLE, checks, everything, steps};

fuzz_target!(|data: &[u8]| {
    let mut parts = data.splitn(2, |&byte| byte == 1);
    let list = String::from_utf8_lossy(parts.next().unwrap_or_default());
    let text = parts.next().map_or(ARTICLE.into(), String::from_utf8_lossy);
    let list = match steps::bounded("reading a list", list.len(), 1_000, 2_000_000, || OwnList::parse(&list)) {
        Ok(list) => Arc::new(list),
        Err(error) => return check_refusal(&error, &list),
    };
    let options = Options { list: Some(list), ..everything() };
    let document = Document::from_plain_text(&text, None).expect("it is short");
    LazyLock::force(&ANNOTATOR);
    // Each pattern is tried at each word, over 64 bytes.
    let annotations = steps::bounded("annotating with a list", text.len(), 50_000, 200_000, || ANNOTATOR.annotate(&document, &options));
    checks::check(&document, &annotations, true);
    assert_eq!(ANNOTATOR.annotate(&document, &options), annotations, "another answer the second time");
});

fn check_refusal(error: &ListError, list: &str) {
    // A carriage return alone ends a line of CSV, too.
    let lines = list.split(['\n', '\r']).count();
    assert!(!error.problems.is_empty() && error.problems.len() <= 10);
    for problem in &error.problems {
        assert!((1..=lines).contains(&problem.line), "a problem in line {} of {lines}: {problem}", problem.line);
        assert!(!problem.message.is_empty());
    }
    assert!(error.to_string().len() < 20_000, "an error that nobody can read");
    assert_eq!(OwnList::parse(list).map(|_| ()), Err(error.clone()), "another error the second time");
}
