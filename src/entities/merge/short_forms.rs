//! Acronyms and shortened names of organisations and places: "FWA" and "the Army" of the Free Workers Army.
//!
//! An article introduces an acronym in brackets, or between "or" or "known as" and a comma. A name is shortened to its last
//! words ("the Harbour Commission", "the Commission"), to its first ("Labour"; "the Stone Foundation for the Arts"), or loses
//! the country in front ("Norwegian Coast Guard"). A form that two things of the article share is neither's.

use std::collections::HashMap;

use super::super::nouns::is_organization_noun;
use super::is_acronym;
use super::spelling::{folded, is_variant};
use crate::annotations::EntityType;
use crate::lexicon::Lexicon;
use crate::lists::list;
use crate::names::Name;
use crate::segment::{Kind, Segments, TokenIndex};

/// The first letters of a name's words, in lower case, without "of", "the", "and" and "for".
fn initials_of(segments: &Segments<'_>, name: &Name) -> String {
    let capitalised = name.tokens.clone().filter(|&at| segments.tokens.get(at).is_some_and(|token| token.is_capitalised));
    folded(&capitalised.filter_map(|at| segments.word(at).chars().next()).collect::<String>())
}

/// The organisations of several words by their initials: a name of each, or nothing where two share them.
pub(super) fn initials(segments: &Segments<'_>, names: &[Name], cluster_of: &[Option<usize>]) -> HashMap<String, Option<usize>> {
    let mut initials: HashMap<String, Option<usize>> = HashMap::new();
    let organizations = names.iter().enumerate().filter(|(_, name)| name.kind == EntityType::Organization && name.tokens.len() > 1);
    // Fewer than three letters may be anything.
    for (index, name) in organizations.filter(|(_, name)| name.tokens.len() > 2).filter(|&(index, _)| cluster_of[index].is_some()) {
        let same = |known: Option<usize>| known.filter(|&known| cluster_of[known] == cluster_of[index]);
        initials.entry(initials_of(segments, name)).and_modify(|known| *known = same(*known)).or_insert(Some(index));
    }
    initials
}

/// The short names that the article itself introduces for long ones, as pairs of names.
pub(super) fn introduced(segments: &Segments<'_>, names: &[Name]) -> Vec<(usize, usize)> {
    let pairs = names.iter().zip(names.iter().skip(1)).enumerate();
    pairs
        .filter_map(|(index, (first, second))| {
            if !introduces(segments, first.tokens.end, second) {
                return None;
            }
            let (short, long) = match (is_acronym(segments, first), is_acronym(segments, second)) {
                (false, true) => (index + 1, index),
                (true, false) => (index, index + 1),
                _ => return None,
            };
            let can_be =
                |name: &Name| matches!(name.kind, EntityType::Organization | EntityType::Place | EntityType::Event | EntityType::Misc);
            if !can_be(&names[short]) || !can_be(&names[long]) || names[long].tokens.len() < 2 {
                return None;
            }
            // Other languages have other initials; but what is of another type must at least be spelled so.
            let organizations = names[short].kind == EntityType::Organization && names[long].kind == EntityType::Organization;
            let spelled = || is_spelled(&folded(segments.slice(names[short].span)), &initials_of(segments, &names[long]));
            (organizations || spelled()).then_some((short, long))
        })
        .collect()
}

/// Whether nothing but a bracket, or a comma and "or" or "known as", stands between the end of a name and the name behind.
fn introduces(segments: &Segments<'_>, end: TokenIndex, behind: &Name) -> bool {
    let is_mark = |at: TokenIndex| segments.tokens.get(at).is_some_and(|token| token.kind == Kind::Mark);
    let mut start = behind.tokens.start;
    if start > end && is_mark(start - 1) {
        start -= 1;
    }
    if start > end && segments.lower(start - 1) == "the" {
        start -= 1;
    }
    let between: Vec<&str> = (end..start.min(end + 6)).map(|at| segments.lower(at)).collect();
    if start > end + 6 {
        return false;
    }
    let close = behind.tokens.end + usize::from(is_mark(behind.tokens.end));
    let closes = |mark: &str| segments.word(close) == mark;
    match between.as_slice() {
        ["("] | ["(", "or"] | ["(", "formerly"] => closes(")") || closes(","),
        [",", "or"] => closes(","),
        [",", "known", "as"]
        | [",", "also", "known", "as"]
        | ["known", "as"]
        | [",", "better", "known", "as"]
        | [",", "abbreviated", "as"] => true,
        _ => false,
    }
}

/// Whether the letters of an acronym come in the initials in their order, the first one first.
fn is_spelled(acronym: &str, initials: &str) -> bool {
    let mut letters = initials.chars();
    acronym.chars().next() == initials.chars().next() && acronym.chars().all(|letter| letters.any(|other| other == letter))
}

/// What the names of the article may be shortened to, and how they may be misspelled.
#[derive(Default)]
pub(super) struct Forms {
    /// By type and folded form: what it shortens; nothing where there are two.
    short: HashMap<(EntityType, String), Option<Whole>>,
    /// By type and what is left of a folded name without one of its words: that word, and the whole.
    without: HashMap<(EntityType, String), Vec<(String, Whole)>>,
}

/// A thing that a form is a form of, and one of its names.
#[derive(Clone, Copy)]
struct Whole {
    cluster: usize,
    name: usize,
}

/// Names that are kept of those that differ in one word.
const MOST_ALIKE: usize = 8;

/// Words of a name that are looked at for a slip.
const MOST_WORDS: usize = 8;

impl Forms {
    /// Adds what the name at `index`, folded to `text`, of `cluster` and no person's, may be shortened to.
    pub(super) fn add(&mut self, segments: &Segments<'_>, lexicon: &Lexicon, text: &str, name: &Name, index: usize, cluster: usize) {
        let words: Vec<&str> = text.split(' ').collect();
        let whole = Whole { cluster, name: index };
        for form in short_forms(segments, lexicon, name, &words).into_iter().filter(|form| !form.is_empty() && *form != text) {
            let same = |known: Option<Whole>| known.filter(|known| known.cluster == cluster);
            self.short.entry((name.kind, form)).and_modify(|known| *known = same(*known)).or_insert(Some(whole));
        }
        for (rest, word) in without_each(&words) {
            let alike = self.without.entry((name.kind, rest)).or_default();
            if alike.len() < MOST_ALIKE && !alike.iter().any(|(other, _)| other == word) {
                alike.push((word.to_owned(), whole));
            }
        }
    }

    /// A name of the one thing that the folded `text`, of `cluster`, shortens or misspells.
    pub(super) fn whole(&self, kind: EntityType, text: &str, cluster: usize) -> Option<usize> {
        if let Some(whole) = self.short.get(&(kind, text.to_owned())) {
            return whole.map(|whole| whole.name);
        }
        let words: Vec<&str> = text.split(' ').collect();
        without_each(&words).find_map(|(rest, word)| {
            let alike = self.without.get(&(kind, rest))?;
            let mut others = alike.iter().filter(|(other, whole)| whole.cluster != cluster && is_variant(other, word));
            others.next().filter(|_| others.next().is_none()).map(|(_, whole)| whole.name)
        })
    }
}

/// Each word of a name of several, behind what is left of the name without it.
fn without_each<'w>(words: &'w [&'w str]) -> impl Iterator<Item = (String, &'w str)> {
    let most = if words.len() > 1 { words.len().min(MOST_WORDS) } else { 0 };
    words.iter().take(most).enumerate().map(|(skipped, &word)| {
        let mut rest = words.to_vec();
        rest[skipped] = "…";
        (rest.join(" "), word)
    })
}

/// What a name of the folded `words` may be shortened to.
fn short_forms(segments: &Segments<'_>, lexicon: &Lexicon, name: &Name, words: &[&str]) -> Vec<String> {
    // "the North" of North Korea.
    if name.kind == EntityType::Place && words.len() == 2 && matches!(words[0], "north" | "south" | "east" | "west") {
        return vec![words[0].to_owned()];
    }
    if name.kind != EntityType::Organization || words.len() < 2 {
        return Vec::new();
    }
    let mut forms = Vec::new();
    // "Labour" of the Labour Party, "Lind" of Lind Brothers.
    if words.last().is_some_and(|last| is_organization_noun(last) || is_left_off(last)) {
        forms.push(words[..words.len() - 1].join(" "));
    }
    // "the Norwegian Coast Guard" and "the Coast Guard".
    // A party has one for each state.
    let place = if words.last() == Some(&"party") { 0 } else { leading_place(segments, lexicon, name).min(words.len()) };
    for words in [words, &words[place..]] {
        let connective = words.iter().position(|word| matches!(*word, "of" | "for" | "on" | "in" | "to" | "at"));
        if words.len() > 1 {
            forms.push(words.join(" "));
        }
        match (connective, words) {
            // "the Stone Foundation" of the one for the Arts; "the Ministry" of Fisheries.
            (Some(at), [first, ..]) if at > 1 || at == 1 && is_organization_noun(first) => forms.push(words[..at].join(" ")),
            // "the Commission" of the Harbour Commission.
            (None, [_, .., last]) if is_organization_noun(last) || is_newspaper(last) => forms.push((*last).to_owned()),
            _ => {}
        }
    }
    forms
}

/// Last words of companies and movements that are left off when they are named again.
fn is_left_off(lower: &str) -> bool {
    list!(
        "airlines|airways|brothers|co|computer|corp|energy|front|holdings|inc|industries|international|limited|llc|ltd|magazine|\
        media|motors|news|partners|pharmaceuticals|plc|systems|technologies"
    )
    .contains(lower)
}

/// Words that newspapers are called by, and nothing else that bears a name.
fn is_newspaper(lower: &str) -> bool {
    matches!(lower, "gazette" | "herald" | "journal" | "mail" | "post" | "times" | "tribune")
}

/// How many words at the start of a name are a country, a town or a people: "Norwegian Coast Guard", "Oslo's Harbour Board".
fn leading_place(segments: &Segments<'_>, lexicon: &Lexicon, name: &Name) -> usize {
    let Some((length, entry)) = lexicon.longest(segments, name.tokens.start, name.tokens.end) else { return 0 };
    if !matches!(entry.kind, EntityType::Place | EntityType::Group) {
        return 0;
    }
    let place = segments.slice(segments.span(name.tokens.start..name.tokens.start + length));
    folded(place).split(' ').count()
}
