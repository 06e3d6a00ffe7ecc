//! What the article calls a person besides the name: the title in front, or the apposition behind.
//!
//! The fullest one becomes the entity's role. Titles also tell a person's gender, as evidence for pronouns, never as output.

use super::Cluster;
use crate::annotations::EntityType;
use crate::lexicon::{Gender, Lexicon};
use crate::names::{Name, titles::is_title};
use crate::segment::{Kind, Segments, TokenIndex};

/// Words that a role may take; a longer phrase is not one any more.
const LONGEST: usize = 14;

/// Forms of address, which are no role.
fn is_address(lower: &str) -> bool {
    matches!(
        lower,
        "mr" | "mr."
            | "mrs"
            | "mrs."
            | "ms"
            | "ms."
            | "miss"
            | "dr"
            | "dr."
            | "sir"
            | "lady"
            | "dame"
            | "lord"
            | "madam"
            | "madame"
            | "hon."
    )
}

/// Fills in the role and the gender of every person.
pub(super) fn describe(segments: &Segments<'_>, lexicon: &Lexicon, names: &[Name], clusters: &mut [Cluster<'_>]) {
    for cluster in clusters.iter_mut().filter(|cluster| cluster.kind == EntityType::Person) {
        let mut best: Option<String> = None;
        for &index in &cluster.names {
            let name = &names[index];
            let titled = title_before(segments, names, index);
            for role in [titled, apposition_behind(segments, name)].into_iter().flatten() {
                if best.as_ref().is_none_or(|best| role.len() > best.len()) {
                    best = Some(role);
                }
            }
            cluster.gender = cluster.gender.or_else(|| gender(segments, lexicon, name));
        }
        cluster.role = best;
    }
}

/// The title that ends in front of the name: "Kenyan Foreign Minister", "Secretary of State".
fn title_before(segments: &Segments<'_>, names: &[Name], index: usize) -> Option<String> {
    let name = &names[index];
    let sentence = &segments.sentences[segments.sentence_of(name.tokens.start)];
    let mut start = name.tokens.start;
    let mut last_title = None;
    while start > sentence.tokens.start && name.tokens.start - start < LONGEST {
        let at = start - 1;
        let lower = segments.lower(at);
        let named = names[..index].iter().rev().take(6).find(|other| other.tokens.contains(&at));
        if let Some(other) = named {
            if other.kind == EntityType::Person {
                break;
            }
            start = other.tokens.start;
        } else if is_title(lower) && segments.tokens[at].kind == Kind::Word {
            last_title = Some(at);
            start = at;
        } else if matches!(lower, "of" | "for" | "to" | "-")
            || last_title.is_some() && (lower == "and" || segments.tokens[at].is_capitalised)
        {
            start = at;
        } else {
            break;
        }
    }
    let first_title = last_title?;
    // What stands in front of the title and belongs to it is a name; everything else is the sentence's.
    let from = names[..index]
        .iter()
        .rev()
        .take(6)
        .map(|other| other.tokens.clone())
        .find(|tokens| tokens.end == first_title && tokens.start >= start)
        .map_or(first_title, |tokens| tokens.start);
    let mut end = name.tokens.start;
    while end > from && matches!(segments.lower(end - 1), "," | "and" | "of" | "for" | "to") {
        end -= 1;
    }
    if (from..end).all(|at| is_address(segments.lower(at)))
        || (from..end).all(|at| matches!(segments.lower(at), "former" | "first" | "special" | "foreign"))
    {
        return None;
    }
    Some(text(segments, from, end))
}

/// The phrase between commas behind the name, if it tells an office: "Ada Stone, the mayor of Oslo, said".
fn apposition_behind(segments: &Segments<'_>, name: &Name) -> Option<String> {
    let comma = name.tokens.end;
    let sentence = &segments.sentences[segments.sentence_of(name.tokens.start)];
    if segments.word(comma) != "," || comma >= sentence.tokens.end {
        return None;
    }
    let mut from = comma + 1;
    let limit = sentence.tokens.end.min(from + LONGEST + 1);
    let close = (from..limit).find(|&at| segments.word(at) == "," || matches!(segments.tokens[at].kind, Kind::Stop | Kind::Mark))?;
    if matches!(segments.lower(from), "the" | "a" | "an") {
        from += 1;
    }
    let office = (from..close.min(from + 6)).any(|at| is_title(segments.lower(at)));
    let clause = (from..close).any(|at| matches!(segments.lower(at), "who" | "is" | "was" | "said" | "and" | "has" | "had" | "told"));
    let begins =
        matches!(segments.lower(from), "who" | "which" | "whose" | "but" | "when" | "while" | "after" | "with" | "in" | "on" | "at" | "to");
    (office && !clause && !begins).then(|| text(segments, from, close))
}

fn text(segments: &Segments<'_>, from: TokenIndex, end: TokenIndex) -> String {
    segments.slice(segments.span(from..end)).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a mention tells of the gender of its bearer.
fn gender(segments: &Segments<'_>, lexicon: &Lexicon, name: &Name) -> Option<Gender> {
    let title = name.tokens.start.checked_sub(1).map_or("", |at| segments.lower(at));
    match title {
        "mr" | "mr." | "sir" | "lord" | "king" | "prince" | "spokesman" | "chairman" | "congressman" | "sheikh" | "imam" | "father"
        | "duke" | "emperor" => Some(Gender::Male),
        "mrs" | "mrs." | "ms" | "ms." | "miss" | "lady" | "dame" | "queen" | "princess" | "spokeswoman" | "chairwoman"
        | "congresswoman" | "madame" | "duchess" => Some(Gender::Female),
        _ if name.tokens.len() > 1 => lexicon.gender(segments.word(name.tokens.start)),
        _ => None,
    }
}
