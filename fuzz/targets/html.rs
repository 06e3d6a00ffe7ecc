//! HTML files. After a first byte `*` the rest is repeated until it is long, so that what grows faster than the file shows.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use newsgloss::document::{Span, day_of_clock};
use newsgloss::html::Article;
use newsgloss_fuzz::{ANNOTATOR, checks, everything, steps};

/// Bytes of a file that is long.
const LONG: usize = 60_000;

fuzz_target!(|data: &[u8]| {
    let file = match data.split_first() {
        Some((b'*', rest)) if !rest.is_empty() => rest.iter().copied().cycle().take(rest.len() * LONG.div_ceil(rest.len())).collect(),
        _ => data.to_vec(),
    };
    let today = day_of_clock(1_500_000_000);
    let read = || steps::bounded("reading bytes", file.len(), 600, 100_000, || Article::read(&file, None, today).expect("it is short"));
    let article = read();
    assert_eq!(read().document(), article.document(), "another article the second time");
    assert!(article.document().published().is_none_or(|day| day <= today.next_day().expect("a day")), "published in the future");

    let html = String::from_utf8_lossy(&file);
    let article = steps::bounded("reading", html.len(), 600, 100_000, || Article::parse(&html, None, today).expect("it is short"));
    let document = article.document();
    for block in document.blocks() {
        assert!(!document.slice(block.span).is_empty());
        check_source(&article, &html, block.span);
    }
    assert!(article.headline().is_none_or(|headline| !headline.trim().is_empty()));
    assert!(article.byline().is_none_or(|byline| !byline.trim().is_empty()));
    assert!(article.body().is_none_or(|body| !body.is_empty()));
    assert!(article.standfirst().is_none_or(|standfirst| !standfirst.is_empty()));
    assert!(article.captions().iter().all(|caption| !caption.is_empty()));

    LazyLock::force(&ANNOTATOR);
    let annotate = || ANNOTATOR.annotate(document, &everything());
    let annotations = steps::bounded("annotating", document.text().len(), 3_000, 100_000, annotate);
    checks::check(document, &annotations, false);
    let mentions = annotations.entities.iter().flat_map(|entity| entity.mentions.iter().map(|mention| mention.span));
    for span in mentions.chain(annotations.quotes.iter().map(|quote| quote.span)) {
        check_source(&article, &html, span);
    }
});

/// What stands at the source of a span are the words of the span, where nothing in there is written otherwise in HTML. The marks
/// that browsers put around a `<q>` stand nowhere.
fn check_source(article: &Article, html: &str, span: Span) {
    let html = html.strip_prefix('\u{feff}').unwrap_or(html);
    let mut words = String::new();
    let mut reached = 0;
    for range in article.source(span) {
        assert!(range.start >= reached && range.start < range.end, "{range:?} comes after {reached}");
        reached = range.end;
        words.push_str(html.get(range.clone()).unwrap_or_else(|| panic!("{range:?} cuts a character or lies outside")));
    }
    if !words.contains(['&', '\0', '\r']) {
        let is_letter = |character: &char| !character.is_whitespace() && !"“”‘’".contains(*character);
        let letters = |text: &str| text.chars().filter(is_letter).collect::<String>();
        assert_eq!(letters(&words), letters(article.document().slice(span)), "other words at the source");
    }
}
