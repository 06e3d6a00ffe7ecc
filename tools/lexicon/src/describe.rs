//! Descriptions as a card can show them: short, and without what the country says already.

use crate::usage::Usage;

/// Descriptions are cut after this many bytes, at a word.
const LONGEST: usize = 52;

/// A description in its short form.
pub fn short(description: &str) -> String {
    let mut text = without_years(description).replace("United States of America", "United States").replace("U.S. state of ", "");
    for country in [", United States", ", USA", ", US", ", United Kingdom", ", UK"] {
        if let Some(rest) = text.strip_suffix(country) {
            text.truncate(rest.len());
        }
    }
    let text = without_county(&text);
    let text = text.trim_end_matches(['.', ',', ';', ' ']);
    if text.len() <= LONGEST {
        return text.to_owned();
    }
    let end = (0..=LONGEST).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    let mut cut = text[..end].rsplit_once(' ').map_or(&text[..end], |(head, _)| head);
    // Not after a word that asks for another one.
    while let Some((head, last)) = cut.rsplit_once(' ') {
        if !matches!(last, "in" | "of" | "and" | "the" | "for" | "on" | "by" | "a" | "an" | "with" | "from" | "to" | "at" | "near" | "that")
        {
            break;
        }
        cut = head;
    }
    cut.trim_end_matches([',', ';', ' ', '(']).to_owned()
}

/// Whether a description is one: some that anybody could write were left in another language, or as a joke. Two words that running
/// English text never writes in lower case, and a third of all, are too many; so is the only one.
pub fn is_english(description: &str, usage: &Usage) -> bool {
    let words = description.split(|c: char| !c.is_alphabetic()).filter(|word| word.chars().count() > 2);
    let (mut all, mut lower, mut unknown) = (0, 0, 0);
    for word in words {
        all += 1;
        if word.starts_with(char::is_lowercase) {
            lower += 1;
            unknown += usize::from(usage.in_lower(word) == 0);
        }
    }
    !(unknown >= 2 && unknown * 3 >= lower || unknown == 1 && all == 1)
}

/// Without brackets that hold years: "(1882–1945)".
fn without_years(text: &str) -> String {
    let mut out = text.to_owned();
    while let Some(open) = out.find('(') {
        let close = out[open..].find(')').map_or(out.len(), |at| open + at + 1);
        if !out[open..close].contains(|c: char| c.is_ascii_digit()) {
            break;
        }
        out.replace_range(open..close, "");
    }
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// "city in and county seat of Cook County, Illinois" is a "city in Illinois".
fn without_county(text: &str) -> String {
    let Some((head, state)) = text.split_once(" County, ") else { return text.to_owned() };
    let what = head.split([' ', ',']).next().unwrap_or_default();
    let what = if what == "county" { "town" } else { what };
    if matches!(what, "city" | "town" | "village" | "borough" | "township" | "suburb" | "capital") {
        format!("{what} in {}", state.split(',').next().unwrap_or_default())
    } else {
        text.to_owned()
    }
}
