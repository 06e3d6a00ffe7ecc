//! The tagger's weights, in three ways that the first byte chooses: `r`, the bytes as they are; `f`, with a header made to fit,
//! so that what is behind it is reached; `p`, the weights that ship with some bytes changed, each by a place and a value.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use newsgloss::{Annotator, Document, Lexicon, Tagger, WeightsError};
use newsgloss_fuzz::{ARTICLE, checks, everything, steps};

const SHIPPED: &[u8] = include_bytes!("../../data/weights.bin");
/// Magic and version.
const OPENING: &[u8] = b"NGNT\x01\x00\x00\x00";
const SECTIONS: usize = 11;
const LEXICON: &[u8] = b"newsgloss lexicon 2\nfemale Mia\nmale Ola\n=L\t\tcountry\nNorway\t20\t9\nend\n";

static DOCUMENT: LazyLock<Document> = LazyLock::new(|| Document::from_plain_text(ARTICLE, None).expect("it is short"));

fuzz_target!(|data: &[u8]| {
    let file = match data.split_first() {
        Some((b'f', rest)) => framed(rest),
        Some((b'p', rest)) => patched(rest),
        Some((_, rest)) => rest.to_vec(),
        None => return,
    };
    let tagger = match steps::bounded("reading weights", file.len(), 200, 500_000, || Tagger::parse(&file)) {
        Ok(tagger) => tagger,
        Err(error) => return check_refusal(&error, &file),
    };
    let annotator = Annotator::new(Lexicon::parse(LEXICON).expect("the lexicon of this target is one"), tagger);
    let annotations = annotator.annotate(&DOCUMENT, &everything());
    checks::check(&DOCUMENT, &annotations, false);
    assert_eq!(annotator.annotate(&DOCUMENT, &everything()), annotations, "another answer the second time");
});

/// A file whose header tells the lengths of its sections rightly. The first bytes are lengths, but for the last two or three
/// sections, whose lengths are always the same: those are filled up with the rest of the input over and over.
fn framed(data: &[u8]) -> Vec<u8> {
    const FIXED: [usize; 3] = [256, 2 * 2 * 13 * 13, 2 * 6 * 64];
    let (lengths, mut rest) = data.split_at(data.len().min(SECTIONS - FIXED.len()));
    let mut header = OPENING.to_vec();
    let mut body = Vec::new();
    let given = lengths.iter().map(|&length| usize::from(length)).chain(std::iter::repeat(0)).take(SECTIONS - FIXED.len());
    for length in given {
        let (section, after) = rest.split_at(length.min(rest.len()));
        header.extend((section.len() as u32).to_le_bytes());
        body.extend(section);
        rest = after;
    }
    for length in FIXED {
        header.extend((length as u32).to_le_bytes());
        body.extend(rest.iter().copied().chain(std::iter::once(0)).cycle().take(length));
    }
    header.extend(body);
    header
}

/// The weights that ship with a byte changed for each four of `data`: three say where, one what it becomes.
fn patched(data: &[u8]) -> Vec<u8> {
    let mut file = SHIPPED.to_vec();
    for &[low, middle, high, value] in data.as_chunks::<4>().0 {
        let place = u32::from_le_bytes([low, middle, high, 0]) as usize % file.len();
        if let Some(byte) = file.get_mut(place) {
            *byte = value;
        }
    }
    file
}

fn check_refusal(error: &WeightsError, file: &[u8]) {
    assert!(!error.to_string().is_empty());
    match *error {
        WeightsError::NotWeights => {}
        WeightsError::OtherVersion { found } => assert_ne!(found, 1),
        WeightsError::WrongLength { expected, found } => assert!(expected != found && found == file.len()),
        WeightsError::Damaged { section } => assert!(section < SECTIONS),
    }
}
