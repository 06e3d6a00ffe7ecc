//! Names that the article itself spells out in front of their acronym: "the [Board for Tidal Fairness] (BTF)".
//!
//! Whoever writes so means a name, and says where it begins, whatever the tagger saw there. It knows only what stands right in
//! front of the bracket, and nothing of what the acronym means elsewhere; which names are one thing is said in `entities`.

use super::titles::is_title;
use super::{Confidence, EntityType, Name, Segments, TokenIndex};
use crate::segment::{Case, Kind};

/// How sure a name is whose initials stand in brackets behind it.
const SPELLED: Confidence = Confidence::percent(85);

/// An acronym has to be named as surely as this itself.
const NAMED: Confidence = Confidence::percent(50);

/// Fewer letters may be anything; nothing has more.
const LETTERS: std::ops::RangeInclusive<usize> = 3..=8;

/// `names` with those that are spelled out, in place of what else was found there. Cost: linear in the names.
pub(super) fn out(segments: &Segments<'_>, names: Vec<Name>) -> Vec<Name> {
    let mut kept: Vec<Name> = Vec::with_capacity(names.len());
    for mut acronym in names {
        if let Some(start) = start_of(segments, &acronym) {
            let tokens = start..acronym.tokens.start - 1;
            let mut best = (acronym.confidence, acronym.kind);
            while let Some(inside) = kept.pop_if(|before| before.tokens.end > start) {
                // A foundation may have somebody's name inside its own.
                if inside.tokens == tokens || !matches!(inside.kind, EntityType::Person | EntityType::Group) {
                    best = best.max((inside.confidence, inside.kind));
                }
            }
            acronym.kind = best.1;
            acronym.confidence = acronym.confidence.max(SPELLED);
            kept.push(Name { span: segments.span(tokens.clone()), tokens, kind: best.1, confidence: SPELLED, own: None });
        }
        kept.push(acronym);
    }
    kept
}

/// Where the name begins that is spelled out in front of the bracket with this acronym, if there is one.
fn start_of(segments: &Segments<'_>, acronym: &Name) -> Option<TokenIndex> {
    let at = acronym.tokens.start;
    let open = at.checked_sub(1)?;
    let letters = segments.word(at);
    let is_acronym = acronym.tokens.len() == 1 && segments.tokens[at].case == Case::Upper && letters.chars().all(char::is_alphabetic);
    let in_brackets = segments.word(open) == "(" && segments.tokens.get(at + 1).is_some() && segments.word(at + 1) == ")";
    if !is_acronym || !in_brackets || !LETTERS.contains(&letters.len()) || acronym.confidence < NAMED {
        return None;
    }
    let first = segments.sentences.get(segments.sentence_of(open))?.tokens.start;
    let mut start = open;
    let mut is_small = true;
    for letter in letters.chars().rev() {
        // One small word may stand between two that give a letter, but none at the end.
        start = start.checked_sub(1).filter(|&at| at >= first)?;
        if !is_small && matches!(segments.lower(start), "of" | "for" | "and" | "on" | "in" | "to" | "the" | "&") {
            start = start.checked_sub(1).filter(|&at| at >= first)?;
        }
        is_small = false;
        let token = &segments.tokens[start];
        if token.kind != Kind::Word || !segments.word(start).starts_with(letter) {
            return None;
        }
    }
    // "the Chief Executive Officer (CEO)" is somebody's title.
    (!is_title(segments.lower(open - 1))).then_some(start)
}
