//! What the house style says of names, set right behind the tagger, which learned from texts of other houses.
//!
//! A title stays outside a person's name ("President [Ada Stone]"), and the names inside a title are names of their own;
//! a word that the lexicon knows as a people's and as nothing else is a group; whom "Mr" or "Dr" announces is a person, and so
//! is the surname of somebody named in full; and one name has one type in one article. It adds and cuts; it never joins names.

use std::collections::HashMap;

use super::titles::is_title;
use super::{Confidence, EntityType, Lexicon, Name, Range, Segments, TokenIndex};
use crate::annotations::EntityType::{Group, Person};
use crate::order;
use crate::segment::{Case, Kind};

/// What speaks for one type of a name.
struct Evidence {
    kind: EntityType,
    /// The sum of the confidences, in thousandths.
    sum: u32,
    best: Confidence,
}

/// Gives all that bear one name in an article one type: the one that most evidence speaks for.
fn agree(segments: &Segments<'_>, names: &mut [Name]) {
    let mut evidence: Vec<Vec<Evidence>> = Vec::new();
    let mut places: HashMap<&str, usize> = HashMap::new();
    for name in names.iter() {
        let place = *places.entry(segments.slice(name.span)).or_insert(evidence.len());
        if place == evidence.len() {
            evidence.push(Vec::new());
        }
        let types = &mut evidence[place];
        let sum = u32::from(name.confidence.thousandths());
        match types.iter_mut().find(|known| known.kind == name.kind) {
            Some(known) => {
                known.sum += sum;
                known.best = name.confidence.max(known.best);
            }
            None => types.push(Evidence { sum, kind: name.kind, best: name.confidence }),
        }
    }
    for name in names {
        let Some(types) = places.get(segments.slice(name.span)).and_then(|&place| evidence.get(place)) else { continue };
        let Some(&Evidence { kind, best, .. }) = types.iter().max_by_key(|known| (known.sum, known.kind)) else { continue };
        if kind != name.kind {
            name.kind = kind;
            name.confidence = name.confidence.min(best);
        }
        if best >= SURE {
            name.confidence = name.confidence.max(AGREED);
        }
    }
}

/// From this confidence on, one place in the article vouches for the others where the same name stands.
const SURE: Confidence = Confidence::percent(80);

/// How sure a name is that the lexicon alone gives, where the tagger had another opinion or none.
const KNOWN: Confidence = Confidence::percent(85);

/// How sure a name is at least where a second witness agrees with the tagger: the lexicon, the office, the rest of the article.
const AGREED: Confidence = Confidence::percent(60);

/// `names` in the style of the house, in order.
pub(super) fn edit(segments: &Segments<'_>, lexicon: &Lexicon, names: Vec<Name>) -> Vec<Name> {
    let mut edited: Vec<Name> = Vec::with_capacity(names.len());
    let certain = Certain { segments, lexicon, surnames: surnames(segments, lexicon, &names) };
    let mut at = 0;
    for mut name in names {
        certain.add(at..name.tokens.start, &mut edited);
        at = name.tokens.end;
        if let Some(start) = behind_charge(segments, lexicon, &name) {
            name.kind = Person;
            name.confidence = name.confidence.max(AGREED);
            cut(segments, lexicon, start, &mut name, &mut edited);
        } else if name.kind == Person {
            let start = behind_title(segments, &name.tokens);
            cut(segments, lexicon, start, &mut name, &mut edited);
        } else if name.tokens.len() == 1 && name.kind != Group && is_people(segments, lexicon, name.tokens.start) {
            name.kind = Group;
            name.confidence = KNOWN;
        }
        if name.kind == Group && name.tokens.len() == 1 && is_people(segments, lexicon, name.tokens.start) {
            name.confidence = name.confidence.max(KNOWN);
        }
        let surname = name.tokens.len() == 1 && certain.surnames.binary_search(&segments.word(name.tokens.start)).is_ok();
        if surname && (name.kind == Person || name.confidence < Confidence::percent(50)) {
            name.kind = Person;
            name.confidence = name.confidence.max(KNOWN);
        }
        without_numbers(segments, &mut name);
        if is_known_as(segments, lexicon, &name) {
            name.confidence = name.confidence.max(AGREED);
        }
        edited.push(name);
    }
    certain.add(at..segments.tokens.len(), &mut edited);
    agree(segments, &mut edited);
    edited
}

/// The first token of a person's name behind the titles, and what they are titles of, that the name begins with.
fn behind_title(segments: &Segments<'_>, name: &Range<TokenIndex>) -> TokenIndex {
    let last_title = (name.start..name.end.saturating_sub(1)).rev().find(|&at| is_title(segments.lower(at)));
    let Some(title) = last_title else { return name.start };
    // "Envoy for Kenya Marit Lund": what the office is for stands between the title and the name.
    let of = matches!(segments.lower(title + 1), "for" | "to" | "of");
    let start = if of { title + 3 } else { title + 1 };
    if start < name.end && segments.tokens[start].is_capitalised { start } else { name.start }
}

/// Takes a number from the end of a person or place, with its dash: "[Lima] 2-1".
fn without_numbers(segments: &Segments<'_>, name: &mut Name) {
    let number = |at: TokenIndex| segments.tokens[at].kind == Kind::Number || matches!(segments.word(at), "-" | "–");
    if matches!(name.kind, Person | EntityType::Place) {
        while name.tokens.len() > 1 && number(name.tokens.end - 1) {
            name.tokens.end -= 1;
        }
        name.span = segments.span(name.tokens.clone());
    }
}

/// Lets `name` begin at `start`, and adds what the lexicon knows in front of that.
fn cut(segments: &Segments<'_>, lexicon: &Lexicon, start: TokenIndex, name: &mut Name, names: &mut Vec<Name>) {
    if start > name.tokens.start {
        add_known(segments, lexicon, name.tokens.start..start, names);
        name.tokens.start = start;
        name.span = segments.span(name.tokens.clone());
    }
}

/// The first token of a person's name behind what an office in front of it is for: "Envoy for [Kenya] [Marit Lund]". Nobody
/// is an envoy to a company, so what follows a place there is a person; other offices are held in companies too.
fn behind_charge(segments: &Segments<'_>, lexicon: &Lexicon, name: &Name) -> Option<TokenIndex> {
    let Range { start, end } = name.tokens;
    let title = start.checked_sub(2)?;
    let office = segments.lower(title);
    let sent = matches!(office, "envoy" | "ambassador" | "representative" | "coordinator" | "delegate" | "rapporteur");
    let charge = matches!(segments.lower(title + 1), "for" | "to" | "of") && (sent || name.kind == Person && is_title(office));
    let (length, entry) = lexicon.longest(segments, start, end).filter(|_| charge)?;
    let holder = start + length;
    (entry.kind != Person && holder < end && segments.tokens[holder].is_capitalised).then_some(holder)
}

/// Adds what the lexicon knows among `tokens`, which the tagger took for a part of a person's name.
fn add_known(segments: &Segments<'_>, lexicon: &Lexicon, tokens: Range<TokenIndex>, names: &mut Vec<Name>) {
    let mut at = tokens.start;
    while at < tokens.end {
        let known = if segments.tokens[at].is_capitalised { lexicon.longest(segments, at, tokens.end) } else { None };
        let length = known.map_or(1, |(length, _)| length);
        if let Some((_, entry)) = known.filter(|(_, entry)| entry.kind != Person) {
            names.push(known_name(segments, at..at + length, entry.kind));
        }
        at += length;
    }
}

/// The surnames of those whom the article names in full, as far as they mean nothing else, in alphabetical order.
fn surnames<'d>(segments: &Segments<'d>, lexicon: &Lexicon, names: &[Name]) -> Vec<&'d str> {
    let full = names.iter().filter(|name| name.kind == Person && name.tokens.len() > 1 && name.confidence >= Confidence::percent(50));
    let last =
        full.map(|name| name.tokens.end - 1).filter(|&at| segments.tokens[at].case == Case::Title && segments.tokens[at].span.len() > 3);
    let words = last.map(|at| segments.word(at));
    let mut surnames: Vec<&str> = words.filter(|word| lexicon.lookup(word).next().is_none() && !is_title(&word.to_lowercase())).collect();
    order::by_text(&mut surnames, |word| word);
    surnames
}

/// What is certain where the tagger saw nothing.
struct Certain<'a, 'd> {
    segments: &'a Segments<'d>,
    lexicon: &'a Lexicon,
    surnames: Vec<&'d str>,
}

impl Certain<'_, '_> {
    /// Adds what is certain among `tokens`: peoples, whom a form of address announces, and the surname of somebody whom the
    /// article names in full.
    fn add(&self, tokens: Range<TokenIndex>, names: &mut Vec<Name>) {
        let segments = self.segments;
        let capitalised = |at: TokenIndex| segments.tokens[at].is_capitalised && segments.tokens[at].kind == Kind::Word;
        let mut at = tokens.start;
        while at < tokens.end {
            let start = at;
            at += 1;
            if !capitalised(start) {
                continue;
            }
            let before = start.checked_sub(1).map_or("", |before| segments.lower(before));
            if matches!(before, "mr" | "mr." | "mrs" | "mrs." | "ms" | "ms." | "dr" | "dr.") {
                while at < tokens.end && capitalised(at) {
                    at += 1;
                }
                names.push(known_name(segments, start..at, Person));
            } else if is_people(segments, self.lexicon, start) {
                names.push(known_name(segments, start..at, Group));
            } else if self.surnames.binary_search(&segments.word(start)).is_ok() && !(at < tokens.end && capitalised(at)) {
                names.push(known_name(segments, start..at, Person));
            }
        }
    }
}

fn known_name(segments: &Segments<'_>, tokens: Range<TokenIndex>, kind: EntityType) -> Name {
    Name { span: segments.span(tokens.clone()), tokens, kind, confidence: KNOWN, own: None }
}

/// Whether the lexicon knows the name, and of its type alone.
fn is_known_as(segments: &Segments<'_>, lexicon: &Lexicon, name: &Name) -> bool {
    let mut things = lexicon.lookup(segments.slice(name.span)).peekable();
    things.peek().is_some() && things.all(|entry| entry.kind == name.kind)
}

/// Whether the lexicon knows the word as a people's, and as nothing else.
fn is_people(segments: &Segments<'_>, lexicon: &Lexicon, at: TokenIndex) -> bool {
    let mut things = lexicon.lookup(segments.word(at)).peekable();
    things.peek().is_some() && things.all(|entry| entry.kind == Group)
}
