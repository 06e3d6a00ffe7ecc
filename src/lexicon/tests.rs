//! What the lexicon finds, and which data it refuses.

#![allow(clippy::unwrap_used)]

use super::*;
use crate::document::Document;

const SMALL: &str = "newsgloss lexicon 2\nfemale Ada\nmale Otto\n=L\t\tcountry\nVeldland|Republic of Veldland|V.L.\t17\t7\t-1250 4\n=O\t17\nVeldland Bank\t18\t6\nVeldland\t19\t1\nend\n";

#[test]
fn names_and_aliases_lead_to_their_things() {
    let lexicon = Lexicon::parse(SMALL.as_bytes()).unwrap();
    let found: Vec<_> = lexicon.lookup("Veldland").map(|entry| (entry.kind, entry.item)).collect();
    assert_eq!(found, [(EntityType::Place, "17"), (EntityType::Organization, "19")]);
    assert_eq!(lexicon.lookup("V.L.").next().unwrap().name, "Veldland");
    assert_eq!(lexicon.lookup("Veld").count(), 0);
    assert_eq!(lexicon.gender("Otto"), Some(Gender::Male));
    assert_eq!(lexicon.gender("Veldland"), None);
}

#[test]
fn the_longest_name_wins_across_any_white_space() {
    let lexicon = Lexicon::parse(SMALL.as_bytes()).unwrap();
    for text in ["Veldland Bank fell.", "Veldland\u{a0}Bank fell.", "Republic of\n  Veldland fell.", "V.L. fell."] {
        let document = Document::from_plain_text(text, None).unwrap();
        let segments = Segments::new(&document);
        let (length, _) = lexicon.longest(&segments, 0, segments.tokens.len()).unwrap();
        assert_eq!(segments.word(length), "fell", "{text}");
    }
}

#[test]
fn damaged_data_is_refused() {
    for (data, error) in [
        ("", LexiconError::NotALexicon),
        ("newsgloss lexicon 1\nend\n", LexiconError::NotALexicon),
        ("newsgloss lexicon 2\n=L\nVeld", LexiconError::CutShort(27)),
        ("newsgloss lexicon 2\n=X\nVeldland\t1\nend\n", LexiconError::BadLine(2)),
        ("newsgloss lexicon 2\nVeldland\nend\n", LexiconError::BadLine(2)),
        ("newsgloss lexicon 2\n=L\nVeldland\nend\n", LexiconError::BadLine(3)),
        ("newsgloss lexicon 2\n=L\nend\nend\n", LexiconError::BadLine(3)),
    ] {
        assert_eq!(Lexicon::parse(data.as_bytes()).unwrap_err(), error, "{data:?}");
    }
    assert_eq!(Lexicon::parse(&[0xff, 0xfe]).unwrap_err(), LexiconError::NotALexicon);
}

#[test]
fn the_lexicon_that_ships_is_whole() {
    let lexicon = Lexicon::embedded().unwrap();
    assert_eq!(lexicon.lookup("U.S.").next().unwrap().name, "United States");
    assert_eq!(lexicon.lookup("Syrian").next().unwrap().of, "858");
}
