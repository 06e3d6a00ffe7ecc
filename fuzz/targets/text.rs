//! Plain text. The first byte says how it is read, as a digit: 1 with a publisher's list, 2 with a day of publication, 3 with
//! both, 7 moreover as a long text of several passages, one of which then changes; what follows is the text.
#![no_main]

use std::sync::{Arc, LazyLock};

use libfuzzer_sys::fuzz_target;
use newsgloss::{Annotating, Annotations, Document, Options, OwnList, parse_date};
use newsgloss_fuzz::{ANNOTATOR, checks, everything, steps};

/// A list of names that texts of news make, overlap with or cut, and one that hardly anything is not.
static LIST: LazyLock<Arc<OwnList>> = LazyLock::new(|| {
    let list = "name,type,aliases,pattern,ignoreCase,prefer,leave\n\
                Norway and,place,,,,true,\n\
                Tveit,person,the minister,,true,,\n\
                said,misc,,\"[^a-z]+(a|e\u{301}|日)\",,,\n\
                Mia Sund,,UN|may,,,,true\n";
    Arc::new(OwnList::parse(list).expect("the list of this target is one"))
});

/// Bytes of a text that is read in several passages.
const LONG: usize = 30_000;

fuzz_target!(|data: &[u8]| {
    let Some((how, text)) = data.split_first() else { return };
    let text = String::from_utf8_lossy(text);
    let options = Options { list: (how & 1 != 0).then(|| LIST.clone()), ..everything() };
    let published = (how & 2 != 0).then(|| parse_date("2016-08-27").expect("a day"));
    if *how == b'7' && !text.is_empty() {
        check_long(&text, &options, published);
        return;
    }
    let document = Document::from_plain_text(&text, published).expect("it is short");
    let annotations = annotate(&document, &options);
    checks::check(&document, &annotations, options.list.is_some());
    assert_eq!(ANNOTATOR.annotate(&document, &options), annotations, "another answer the second time");
});

/// A text of several passages costs no more a byte than a short one, and after a change only its reading is shorter: the answer
/// is what it would be without knowing what was there before, wherever reading begins.
fn check_long(text: &str, options: &Options, published: Option<time::Date>) {
    let mut long = String::new();
    while long.len() < LONG {
        long.push_str(text);
        long.push_str(if text.len() % 2 == 0 { "\n\n" } else { " " });
    }
    let document = Document::from_plain_text(&long, published).expect("it is short");
    let annotations = annotate(&document, options);
    checks::check(&document, &annotations, options.list.is_some());

    let mut annotating = Annotating::new(&document, None);
    annotating.begin_at(LONG as u32 / 2);
    read(&mut annotating, options);
    assert_eq!(conclude(&annotating, &document, options), annotations, "another answer when begun in the middle");

    let middle = (long.len() / 2..).find(|&at| long.is_char_boundary(at)).unwrap_or(long.len());
    long.insert_str(middle, "\n\nMia Sund of Norway said so on Friday.\n\n");
    let changed = Document::from_plain_text(&long, published).expect("it is short");
    let mut annotating = Annotating::new(&changed, Some(annotating));
    read(&mut annotating, options);
    let after = conclude(&annotating, &changed, options);
    assert_eq!(after, ANNOTATOR.annotate(&changed, options), "another answer than without what was read before");
}

fn read(annotating: &mut Annotating, options: &Options) {
    while !annotating.is_read() {
        annotating.advance(&ANNOTATOR, options);
    }
}

fn conclude(annotating: &Annotating, document: &Document, options: &Options) -> Annotations {
    annotating.conclude(document).finish(&ANNOTATOR, document, options)
}

fn annotate(document: &Document, options: &Options) -> Annotations {
    LazyLock::force(&ANNOTATOR);
    // A pattern of the list is tried at each word, over 64 bytes.
    let per_byte = if options.list.is_some() { 12_000 } else { 3_000 };
    steps::bounded("annotating", document.text().len(), per_byte, 100_000, || ANNOTATOR.annotate(document, options))
}
