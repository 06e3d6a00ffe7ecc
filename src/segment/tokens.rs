//! Words, numbers and punctuation marks.
//!
//! Words part at hyphens and before a possessive, so that "[US]-led" and "[Russia]'s" can be marked exactly; an abbreviation
//! keeps its full stop ("U.S.", "Mr."), and a word its inner apostrophe ("don't", "O'Brien").

use crate::document::Span;
use crate::lists::{List, list};

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Letters, perhaps with digits, inner apostrophes or the full stop of an abbreviation.
    Word,
    /// A possessive ending: 's or ’s.
    Possessive,
    /// Digits, with separators: 2016, 48, 1,200.50, 10:30.
    Number,
    /// A character that opens or closes quotations, and is no apostrophe inside a word.
    Mark,
    /// A full stop, question or exclamation mark, or an ellipsis.
    Stop,
    /// Any other single character.
    Symbol,
}

/// How a word's letters are cased.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Case {
    /// No letter, or of a script without case.
    None,
    /// Lower case throughout.
    Lower,
    /// A capital first, lower case after: "Kerry".
    Title,
    /// Capitals only, at least two: "NATO", "U.S.".
    Upper,
    /// One capital letter alone: "A", "J.".
    Initial,
    /// Anything else: "McDonald", "iPhone", "YouTube".
    Mixed,
}

impl Case {
    /// How the letters of `word` are cased.
    fn of(word: &str) -> Case {
        let mut letters = word.chars().filter(|c| c.is_alphabetic());
        let Some(first) = letters.next() else { return Case::None };
        let (mut upper, mut lower) = (0, 0);
        for letter in letters {
            if letter.is_uppercase() {
                upper += 1;
            } else if letter.is_lowercase() {
                lower += 1;
            }
        }
        match (first.is_uppercase(), upper, lower) {
            (true, 0, 0) => Case::Initial,
            (true, _, 0) => Case::Upper,
            (true, 0, _) => Case::Title,
            (false, 0, _) if first.is_lowercase() => Case::Lower,
            (false, 0, _) => Case::None,
            _ => Case::Mixed,
        }
    }
}

/// One token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: Kind,
    /// How it is cased.
    pub case: Case,
    /// Whether its first character is a capital letter.
    pub is_capitalised: bool,
}

/// Abbreviations that keep their full stop, in lower case without it, in alphabetical order.
const ABBREVIATIONS: &List = list!(
    "adm|amb|apr|asst|aug|ave|blvd|brig|capt|cllr|cmdr|co|col|corp|cpl|dec|dep|dept|det|dr|est|feb|fr|ft|gen|gov|hon|inc|insp|jan|\
    jr|jul|jun|lt|ltd|maj|mar|messrs|mgr|mr|mrs|ms|mt|nov|oct|pres|prof|rep|reps|rev|rs|sec|sen|sens|sep|sept|sgt|sr|st|supt|ven|\
    vs"
);

/// Whether `character` can open or close a quotation, or stand for an apostrophe.
pub fn is_mark(character: char) -> bool {
    matches!(character, '"' | '\'' | '`' | '\u{2018}'..='\u{201F}' | '«' | '»' | '‹' | '›' | '\u{300C}'..='\u{300F}' | '＂')
}

fn is_apostrophe(character: char) -> bool {
    matches!(character, '\'' | '\u{2019}' | '\u{2018}' | '`')
}

/// Appends the tokens of `text` inside `span` to `tokens`.
pub(super) fn cut(text: &str, span: Span, tokens: &mut Vec<Token>) {
    let block = &text[span.start as usize..span.end as usize];
    let mut at = 0;
    while let Some(character) = block[at..].chars().next() {
        let rest = &block[at..];
        if character.is_whitespace() || is_ignorable(character) {
            at += character.len_utf8();
            continue;
        }
        let glued = tokens.last().is_some_and(|last| last.span.end as usize == span.start as usize + at);
        let (kind, length) = if is_apostrophe(character)
            && glued
            && tokens.last().is_some_and(|t| matches!(t.kind, Kind::Word | Kind::Number))
            && possessive(rest).is_some()
        {
            (Kind::Possessive, possessive(rest).unwrap_or(character.len_utf8()))
        } else if character.is_ascii_digit() {
            number(rest)
        } else if character.is_alphanumeric() || (is_apostrophe(character) && !glued && elision(rest)) {
            (Kind::Word, word(rest))
        } else if is_mark(character) {
            (Kind::Mark, if rest.starts_with("''") || rest.starts_with("``") { 2 } else { character.len_utf8() })
        } else if matches!(character, '.' | '!' | '?' | '…') {
            (Kind::Stop, rest.len() - rest.trim_start_matches(character).len())
        } else {
            (Kind::Symbol, character.len_utf8())
        };
        let start = span.start + at as u32;
        let content = &rest[..length];
        let is_word = kind == Kind::Word;
        tokens.push(Token {
            span: Span::new(start, start + length as u32),
            kind,
            case: if is_word { Case::of(content) } else { Case::None },
            is_capitalised: is_word && content.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_uppercase),
        });
        at += length;
    }
}

/// Characters that say nothing by themselves: byte order and direction marks, soft hyphens, controls.
fn is_ignorable(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

/// The length of a possessive ending at the start of `rest`.
fn possessive(rest: &str) -> Option<usize> {
    let mut characters = rest.chars();
    let apostrophe = characters.next().filter(|&c| is_apostrophe(c))?;
    let ending = characters.next().filter(|c| matches!(c, 's' | 'S'))?;
    (!characters.next().is_some_and(char::is_alphanumeric)).then_some(apostrophe.len_utf8() + ending.len_utf8())
}

/// Whether an apostrophe at the start of `rest` stands for left-out letters: ’em, ’tis, '90s.
fn elision(rest: &str) -> bool {
    let tail = rest.trim_start_matches(is_apostrophe);
    ["em ", "tis ", "twas ", "til ", "cause ", "n' ", "n’ "].iter().any(|word| tail.starts_with(word))
        || (tail.len() >= 3 && tail.as_bytes()[..2].iter().all(u8::is_ascii_digit) && tail.as_bytes()[2] == b's')
}

/// A number with its separators: 1,200.50, 10:30, 3.5. An ordinal or unit glued to it follows as a word of its own, but for
/// ordinals and plurals of decades ("21st", "1990s"), which are words.
fn number(rest: &str) -> (Kind, usize) {
    let bytes = rest.as_bytes();
    let mut end = 0;
    while end < bytes.len() {
        let separates = matches!(bytes[end], b',' | b'.' | b':') && bytes.get(end + 1).is_some_and(u8::is_ascii_digit);
        if bytes[end].is_ascii_digit() || separates {
            end += 1;
        } else {
            break;
        }
    }
    let tail = &rest[end..];
    for suffix in ["st", "nd", "rd", "th", "s"] {
        let glued = tail.get(..suffix.len()).is_some_and(|head| head.eq_ignore_ascii_case(suffix));
        if glued && !tail[suffix.len()..].starts_with(char::is_alphanumeric) {
            return (Kind::Word, end + suffix.len());
        }
    }
    (Kind::Number, end)
}

/// The length of the word at the start of `rest`.
fn word(rest: &str) -> usize {
    if let Some(length) = dotted(rest) {
        return length;
    }
    // Most words are nothing but these.
    let plain = rest.bytes().position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(rest.len());
    let mut end = plain;
    let mut characters = rest[plain..].char_indices().map(|(at, character)| (plain + at, character)).peekable();
    while let Some((at, character)) = characters.next() {
        let next = characters.peek().map(|&(_, next)| next);
        let continues = character.is_alphanumeric()
            || is_joiner(character)
            || (is_apostrophe(character) && (end == 0 || possessive(&rest[at..]).is_none()) && next.is_some_and(char::is_alphanumeric));
        if !continues {
            break;
        }
        end = at + character.len_utf8();
    }
    let content = &rest[..end];
    if rest[end..].starts_with('.') && (is_abbreviation(content) || is_initial(content, &rest[end + 1..])) {
        end += 1;
    }
    end
}

/// Marks that combine with the letter before, and joiners inside words of many scripts.
fn is_joiner(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36F}' | '\u{1AB0}'..='\u{1AFF}' | '\u{20D0}'..='\u{20FF}' | '\u{FE20}'..='\u{FE2F}' | '_')
}

/// The length of an abbreviation of single letters: U.S., a.m., Ph.D. is not one.
fn dotted(rest: &str) -> Option<usize> {
    let bytes = rest.as_bytes();
    let mut end = 0;
    while bytes.get(end).is_some_and(u8::is_ascii_alphabetic) && bytes.get(end + 1) == Some(&b'.') {
        end += 2;
    }
    let glued = rest[end..].starts_with(char::is_alphanumeric);
    (end >= 4 && !glued).then_some(end).or_else(|| {
        // "U.S" without its last full stop.
        let tail = &rest[end..];
        let single = tail.starts_with(|c: char| c.is_ascii_uppercase()) && !tail[1..].starts_with(char::is_alphanumeric);
        (end >= 2 && single && rest.starts_with(|c: char| c.is_ascii_uppercase())).then_some(end + 1)
    })
}

fn is_abbreviation(word: &str) -> bool {
    word.len() <= 6
        && ABBREVIATIONS.contains(word.to_ascii_lowercase().as_str())
        && word.starts_with(|c: char| c.is_ascii_uppercase() || word == "vs")
}

/// Whether a single capital is an initial: "J. Smith", "George W. Bush".
fn is_initial(word: &str, after: &str) -> bool {
    let single = word.chars().count() == 1 && word.starts_with(char::is_uppercase);
    single && word != "I" && after.trim_start_matches([' ', '\u{A0}']).starts_with(char::is_uppercase)
}
