//! Tokens and sentences of small texts.

#![allow(clippy::unwrap_used)]

use super::*;

fn segments_of(text: &str) -> (Vec<String>, Vec<String>) {
    let document = Document::from_plain_text(text, None).unwrap();
    let segments = Segments::new(&document);
    let tokens = (0..segments.tokens.len()).map(|at| segments.word(at).to_owned()).collect();
    let sentences = segments.sentences.iter().map(|sentence| segments.slice(segments.span(sentence.tokens.clone())).to_owned()).collect();
    (tokens, sentences)
}

#[test]
fn words_part_where_names_end() {
    for (text, expected) in [
        ("Norway's offer", "Norway|'s|offer"),
        ("Norway’s offer", "Norway|’s|offer"),
        ("the US-led talks", "the|US|-|led|talks"),
        ("It doesn't matter to O'Brien.", "It|doesn't|matter|to|O'Brien|."),
        ("the U.S. and the U.N.", "the|U.S.|and|the|U.N."),
        ("J. K. Lund of Falk Inc. came", "J.|K.|Lund|of|Falk|Inc.|came"),
        ("1,200.50 at 10:30 in the 1990s", "1,200.50|at|10:30|in|the|1990s"),
        ("“Yes,” he said", "“|Yes|,|”|he|said"),
        ("the '90s", "the|'90s"),
        ("cafe\u{301} noir", "cafe\u{301}|noir"),
        ("one\u{200b}two\u{ad}three", "one|two|three"),
        ("wait... what?!", "wait|...|what|?|!"),
    ] {
        assert_eq!(segments_of(text).0.join("|"), expected, "{text}");
    }
}

#[test]
fn sentences_end_at_stops_and_not_at_abbreviations() {
    for (text, expected) in [
        ("One came. Two left.", &["One came.", "Two left."][..]),
        ("Mr. Lund met Gov. Falk at 5 p.m. on Friday.", &["Mr. Lund met Gov. Falk at 5 p.m. on Friday."]),
        ("He left the U.S. The talks went on.", &["He left the U.S.", "The talks went on."]),
        ("The U.S. Senate voted.", &["The U.S. Senate voted."]),
        ("“Why?” he asked. Nobody knew.", &["“Why?” he asked.", "Nobody knew."]),
        ("“It is safe.” They left.", &["“It is safe.”", "They left."]),
        ("It cost 3.5 million. It was late.", &["It cost 3.5 million.", "It was late."]),
        // A block ends its sentence.
        ("A headline\n\nThe text.", &["A headline", "The text."]),
    ] {
        assert_eq!(segments_of(text).1, expected, "{text}");
    }
}

#[test]
fn a_span_is_in_its_sentence_or_sentences() {
    let text = "Velda votes\n\nMr. Ode left. “Why?” she asked. He is in the U.S. now.\n\nRain fell.";
    let document = Document::from_plain_text(text, None).unwrap();
    for (part, expected) in [
        ("Ode", "Mr. Ode left."),
        ("she", "“Why?” she asked."),
        ("asked. He", "“Why?” she asked. He is in the U.S. now."),
        ("votes", "Velda votes"),
        ("now.\n\nRain", "He is in the U.S. now.\n\nRain fell."),
    ] {
        let at = text.find(part).unwrap() as u32;
        let around = Segments::around(&document, Span::new(at, at + part.len() as u32));
        assert_eq!(document.slice(around), expected, "{part}");
    }
}
