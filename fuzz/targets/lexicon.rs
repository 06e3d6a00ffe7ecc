//! A compiled lexicon: read at once and in slices alike, refused with a reason, or used without harm.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use newsgloss::lexicon::Indexing;
use newsgloss::{Annotator, Document, Lexicon, LexiconError, Tagger};
use newsgloss_fuzz::{ARTICLE, checks, everything, steps};

/// Names that the article has and seeds know, so that what is damaged is met.
const LOOKED_UP: &[&str] = &["Norway", "Oslo", "Ola Tveit", "Tveit", "Norwegian", "Velda", "N.C.P.", "", " ", "é", "\n", "|"];

static DOCUMENT: LazyLock<Document> = LazyLock::new(|| Document::from_plain_text(ARTICLE, None).expect("it is short"));

fuzz_target!(|data: &[u8]| {
    let read = || steps::bounded("reading a lexicon", data.len(), 100, 20_000, || Lexicon::parse(data));
    let sliced = Lexicon::begin(data.to_vec()).and_then(in_slices);
    let lexicon = match (read(), sliced) {
        (Ok(lexicon), Ok(sliced)) => {
            for name in LOOKED_UP {
                assert!(lexicon.lookup(name).eq(sliced.lookup(name)), "other entries when read in slices");
            }
            lexicon
        }
        (Err(error), sliced) => {
            assert_eq!(sliced.map(|_| ()), Err(error), "another error when read in slices");
            return check_refusal(error, data);
        }
        (Ok(_), Err(error)) => panic!("refused when read in slices: {error}"),
    };
    for entry in LOOKED_UP.iter().flat_map(|name| lexicon.lookup(name)) {
        assert!(entry.fame <= 15);
    }
    // Making the tagger ready costs a hundred times what all this does.
    if data.len() % 4 != 0 {
        return;
    }
    let tagger = Tagger::embedded().expect("the weights that ship are good");
    let annotator = Annotator::new(lexicon, tagger);
    let annotations = annotator.annotate(&DOCUMENT, &everything());
    checks::check(&DOCUMENT, &annotations, false);
    assert_eq!(annotator.annotate(&DOCUMENT, &everything()), annotations, "another answer the second time");
});

fn in_slices(mut indexing: Indexing) -> Result<Lexicon, LexiconError> {
    while !indexing.advance(7)? {}
    indexing.finish()
}

fn check_refusal(error: LexiconError, data: &[u8]) {
    assert!(!error.to_string().is_empty());
    match error {
        LexiconError::NotALexicon => {}
        LexiconError::CutShort(bytes) => assert_eq!(bytes, data.len()),
        LexiconError::BadLine(line) => assert!(line > 1 && line <= data.split(|&byte| byte == b'\n').count()),
    }
}
