//! Which part each word plays, in small texts: `word/PART` where a row says so.

#![allow(clippy::unwrap_used)]

use super::{Tag, tag};
use crate::Document;
use crate::segment::Segments;

fn letter(tag: Tag) -> &'static str {
    match tag {
        Tag::Noun => "N",
        Tag::Name => "NAME",
        Tag::Adjective => "ADJ",
        Tag::Determiner => "DET",
        Tag::Pronoun => "PRO",
        Tag::ObjectPronoun => "OBJ",
        Tag::Number => "NUM",
        Tag::Possessive => "POSS",
        Tag::Preposition => "P",
        Tag::To => "TO",
        Tag::Conjunction => "AND",
        Tag::Subordinator => "SUB",
        Tag::Relative => "REL",
        Tag::That => "THAT",
        Tag::Auxiliary => "AUX",
        Tag::Modal => "MOD",
        Tag::Contraction => "PROV",
        Tag::Finite => "V",
        Tag::Participle => "VN",
        Tag::Gerund => "VG",
        Tag::Base => "INF",
        Tag::Adverb => "ADV",
        Tag::Sign => "-",
    }
}

/// Reads a text in which some words carry the part they must be given.
fn check(marked: &str) {
    let words: Vec<(&str, Option<&str>)> =
        marked.split(' ').map(|word| word.split_once('/').map_or((word, None), |(word, part)| (word, Some(part)))).collect();
    let text = words.iter().map(|(word, _)| *word).collect::<Vec<_>>().join(" ");
    let document = Document::from_plain_text(&text, None).unwrap();
    let segments = Segments::new(&document);
    let tags = tag(&segments, &[]);
    let mut at = 0;
    for (word, expected) in words {
        while at < tags.len() && segments.word(at) != word.trim_end_matches(['.', ',']) {
            at += 1;
        }
        if let Some(expected) = expected {
            assert_eq!(tags.get(at).map(|&tag| letter(tag)), Some(expected), "{word} in: {marked}");
        }
        at += 1;
    }
}

#[test]
fn finite_verbs_are_told_from_nouns_and_participles() {
    for marked in [
        "The men accused/VN of theft left/V the town.",
        "The mayor accused/V the men of theft.",
        "The claims/N that he made/V were false/N .",
        "He claims/V that the bridge was closed/VN by/P the town.",
        "Critics say/V they want/V to leave/INF .",
        "The reported/ADJ damage was small.",
        "Officials plan/V a new bridge and expect/V a vote/N soon.",
        "Tolls rose/V after the vote, and drivers protested/V .",
        "She has long argued/VN that they’re/PROV wrong.",
        "The town plans/V to sell/INF its meeting/N hall.",
        "It has not been asked/VN about.",
        "Polls/N show/V the party ahead.",
        "The reports/N said/V nothing.",
    ] {
        check(marked);
    }
}
