//! What a run of capitalised words names, and where in it one name ends and the next begins.

use std::ops::Range;

use super::runs::Run;
use super::words;
use crate::annotations::EntityType;
use crate::lexicon::Lexicon;
use crate::segment::{Case, Segments, TokenIndex};

/// What a name names, as far as its sentence tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Guess {
    pub(super) kind: EntityType,
    /// In hundredths. Below fifty, evidence is thin: marked only where the article has better elsewhere.
    pub(super) confidence: u16,
}

fn guess(kind: EntityType, confidence: u16) -> Option<Guess> {
    Some(Guess { kind, confidence })
}

/// Cuts `run` into names, and appends each with what it names.
pub(super) fn cut(segments: &Segments<'_>, lexicon: &Lexicon, run: Run, names: &mut Vec<(Range<TokenIndex>, Option<Guess>)>) {
    let Range { mut start, end } = run.tokens;
    let mut titled = false;
    let mut first = true;
    while start < end {
        if !segments.tokens[start].is_capitalised {
            start += 1;
            continue;
        }
        let known = lexicon.longest(segments, start, end);
        let rest = start..end;
        let is_whole = known.is_some_and(|(length, _)| start + length >= end);
        // "Minister", "Secretary of State": a role, and what follows is a person.
        if words::is_title(segments.lower(start)) && !is_whole && !titled_organization(segments, &rest) {
            titled = true;
            start += 1;
            first = false;
            continue;
        }
        if !is_whole && let Some(whole) = by_last_word(segments, &rest, known.map(|(_, entry)| entry.kind)) {
            names.push((rest, Some(whole)));
            return;
        }
        match known {
            Some((length, entry))
                if is_whole
                    || entry.kind == EntityType::Group
                    || ends_name(segments, start + length, end)
                    || is_charge(segments, start) =>
            {
                let single = length == 1 && (run.begins && first || run.shouted);
                let person =
                    titled && entry.kind == EntityType::Place && is_whole && length == 1 && lexicon.is_family_name(segments.word(start));
                let kind = if person { EntityType::Person } else { entry.kind };
                names.push((start..start + length, guess(kind, if single { 85 } else { 93 })));
                start += length;
                titled = false;
            }
            _ => {
                let stop = (start + 1..end).find(|&at| cuts(segments, lexicon, at)).unwrap_or(end);
                let name = start..stop;
                let typed = if run.shouted { None } else { by_evidence(segments, lexicon, &name, titled, run.begins && first) };
                names.push((name, typed));
                start = stop;
                titled = false;
            }
        }
        first = false;
    }
}

/// Whether a run that begins with a title is an organisation all the same: "State Department", "Police Service".
fn titled_organization(segments: &Segments<'_>, run: &Range<TokenIndex>) -> bool {
    run.len() > 1
        && run.len() <= 5
        && words::is_organization(segments.lower(run.end - 1))
        && !words::is_title(segments.lower(run.start + 1))
}

/// Organisations, places and events by the last word of the whole run.
fn by_last_word(segments: &Segments<'_>, run: &Range<TokenIndex>, begins_with: Option<EntityType>) -> Option<Guess> {
    let last = segments.lower(run.end - 1);
    if run.len() < 2 {
        return None;
    }
    // A people in front is a name of its own: "Syrian Army" is an organisation, "Russian City" no place.
    let after_people = begins_with == Some(EntityType::Group);
    if words::is_head(segments.lower(run.start)) || words::is_organization(last) && !words::is_title(last) {
        guess(EntityType::Organization, if after_people { 60 } else { 85 })
    } else if words::is_event(last) {
        guess(EntityType::Event, 60)
    } else if words::is_place(last) && !after_people {
        guess(EntityType::Place, 82)
    } else {
        None
    }
}

/// Whether a name known to the lexicon ends before `at`, since a title or another known name follows.
fn ends_name(segments: &Segments<'_>, at: TokenIndex, end: TokenIndex) -> bool {
    at >= end || words::is_title(segments.lower(at)) || !segments.tokens[at].is_capitalised || segments.word(at) == "-"
}

/// Whether the name at `at` is what an office is for, so that its holder follows: "Envoy for Kenya Marit de Vries".
fn is_charge(segments: &Segments<'_>, at: TokenIndex) -> bool {
    at >= 2 && matches!(segments.lower(at - 1), "for" | "to" | "of") && words::is_title(segments.lower(at - 2))
}

/// Whether a new name begins at `at`: a title, or a people.
fn cuts(segments: &Segments<'_>, lexicon: &Lexicon, at: TokenIndex) -> bool {
    words::is_title(segments.lower(at)) && segments.tokens[at].is_capitalised
        || lexicon.lookup(segments.word(at)).any(|entry| entry.kind == EntityType::Group)
}

/// The type of a name that the lexicon does not know, by the words in and beside it.
fn by_evidence(segments: &Segments<'_>, lexicon: &Lexicon, name: &Range<TokenIndex>, titled: bool, begins: bool) -> Option<Guess> {
    let case = segments.tokens[name.start].case;
    let before = if name.start > 0 { segments.lower(name.start - 1) } else { "" };
    let after = segments.lower(name.end);
    let speaks = matches!(after, "said" | "says" | "told" | "added" | "who" | "tweeted" | "vowed" | "insisted" | "warned")
        || matches!(before, "said" | "says" | "added");
    if titled {
        return guess(EntityType::Person, 88);
    }
    if lexicon.is_given_name(segments.word(name.start)) && (name.len() > 1 || !begins) {
        return guess(EntityType::Person, if name.len() > 1 { 88 } else { 60 });
    }
    if name.len() == 1 && case == Case::Upper && segments.tokens[name.start].span.len() <= 6 {
        return guess(EntityType::Organization, 62);
    }
    if matches!(before, "in" | "near" | "from" | "outside" | "at" | "across") {
        return guess(EntityType::Place, if begins { 40 } else { 62 });
    }
    let spelled = segments.tokens[name.clone()]
        .iter()
        .all(|token| matches!(token.case, Case::Title | Case::Initial | Case::Lower | Case::Mixed | Case::None));
    if (2..=4).contains(&name.len()) && spelled {
        let family = lexicon.is_family_name(segments.word(name.end - 1));
        return guess(EntityType::Person, if speaks || family { 78 } else { 55 });
    }
    if !begins && (speaks || lexicon.is_family_name(segments.word(name.start))) {
        return guess(EntityType::Person, 55);
    }
    None
}
