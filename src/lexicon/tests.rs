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
    let country = lexicon.lookup("V.L.").next().unwrap();
    assert_eq!((country.name, country.fame, country.description), ("Veldland", 7, "country"));
    assert_eq!(country.coordinates, Some(Coordinates { latitude: -1250, longitude: 4 }));
    assert_eq!(lexicon.lookup("Veldland Bank").next().unwrap().of, "17");
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
fn data_damaged_anywhere_is_refused_or_read_without_harm() {
    let text = "Veldland Bank of the Republic of Veldland met Otto of V.L.";
    let document = Document::from_plain_text(text, None).unwrap();
    let segments = Segments::new(&document);
    for at in 0..SMALL.len() {
        assert!(Lexicon::parse(&SMALL.as_bytes()[..at]).is_err(), "cut at {at}");
        for damage in *b"\n\t|=?- 9\xff" {
            let mut data = SMALL.as_bytes().to_vec();
            data[at] = damage;
            let Ok(lexicon) = Lexicon::parse(&data) else { continue };
            for token in 0..segments.tokens.len() {
                lexicon.longest(&segments, token, segments.tokens.len());
                for entry in lexicon.lookup(segments.word(token)) {
                    assert!(entry.fame <= 15);
                }
            }
        }
    }
}

#[test]
fn a_lexicon_indexed_in_parts_knows_the_same() {
    for bytes in [1, 20, 70] {
        let mut indexing = Lexicon::begin(SMALL.as_bytes().to_vec()).unwrap();
        let calls = (1..=SMALL.len()).find(|_| indexing.advance(bytes).unwrap()).unwrap();
        assert!(calls > 1, "{bytes} bytes at a time");
        let lexicon = indexing.finish().unwrap();
        assert_eq!(format!("{lexicon:?}"), format!("{:?}", Lexicon::parse(SMALL.as_bytes()).unwrap()));
    }
    let damaged = SMALL.replace("V.L.\t17\t7\t-1250 4", "V.L.");
    let mut indexing = Lexicon::begin(damaged.as_bytes().to_vec()).unwrap();
    let error = (0..damaged.len()).find_map(|_| indexing.advance(1).err()).unwrap();
    assert_eq!(error, Lexicon::parse(damaged.as_bytes()).unwrap_err());
}

#[test]
fn names_that_ship_are_written_as_names_are() {
    let text = include_str!("../../data/lexicon.txt");
    let things = text.lines().skip_while(|line| !line.starts_with('=')).filter(|line| !line.starts_with('=') && *line != FOOTER);
    for name in things.flat_map(|line| line.split('\t').next().unwrap().split('|')) {
        let name = name.strip_prefix(COMMON).unwrap_or(name);
        let particle = name.split(['-', ' ']).next().unwrap();
        let capital = name.chars().take(2).any(|c| c.is_uppercase() || c.is_ascii_digit());
        assert!(capital || particle.len() <= 3 && name.contains(char::is_uppercase), "{name}");
    }
}

#[test]
fn the_lexicon_that_ships_is_whole() {
    let lexicon = Lexicon::embedded().unwrap();
    assert_eq!(lexicon.lookup("U.S.").next().unwrap().name, "United States");
    assert_eq!(lexicon.lookup("Syrian").next().unwrap().of, "858");
}

#[test]
fn an_ambiguous_name_brings_all_that_bear_it_and_what_tells_them_apart() {
    let lexicon = Lexicon::embedded().unwrap();
    let of =
        |name: &str| -> Vec<_> { lexicon.lookup(name).filter(|entry| entry.kind == EntityType::Place).map(|entry| entry.of).collect() };
    for (name, countries) in [("Hyderabad", &["668", "843"][..]), ("Birmingham", &["30", "145"]), ("Tripoli", &["1016", "822"])] {
        assert!(countries.iter().all(|country| of(name).contains(country)), "{name} is in {:?}", of(name));
    }
    let court = lexicon.lookup("Supreme Court").next().unwrap();
    assert!(court.is_common, "every country has a supreme court");
    let (paris, texas) = (lexicon.lookup("Paris").map(|entry| entry.fame).max().unwrap(), lexicon.lookup("Waco").next().unwrap().fame);
    assert!(paris > texas, "Paris is better known than Waco");
}
