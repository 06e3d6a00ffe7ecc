//! What lists of names say of each token: the lexicon's longest match over it, and whether it is one of the words that
//! names of people and places are made of.

use super::tags::TYPES;
use super::view::Hint;
use crate::annotations::EntityType;
use crate::lexicon::Lexicon;
use crate::segment::{Case, Segments};

/// The hints for every token; `parts` gives the flags of a word that many names share, by its text in lower case.
pub fn hints(segments: &Segments<'_>, lexicon: &Lexicon, parts: impl Fn(&str) -> u16) -> Vec<Hint> {
    let mut hints = vec![Hint::default(); segments.tokens.len()];
    for sentence in &segments.sentences {
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            let token = &segments.tokens[at];
            if !token.is_capitalised {
                at += 1;
                continue;
            }
            if token.case != Case::Initial {
                hints[at].0 |= parts(segments.lower(at));
            }
            let Some((length, entry)) = lexicon.longest(segments, at, sentence.tokens.end) else {
                at += 1;
                continue;
            };
            let kind = bit(entry.kind) | if length > 1 { Hint::SEVERAL } else { 0 };
            for (index, hint) in hints[at..at + length].iter_mut().enumerate() {
                hint.0 |= kind | if index == 0 { Hint::BEGINS } else { 0 };
                if index > 0 && segments.tokens[at + index].is_capitalised {
                    hint.0 |= parts(segments.lower(at + index));
                }
            }
            at += length;
        }
    }
    hints
}

fn bit(kind: EntityType) -> u16 {
    TYPES.iter().position(|&known| known == kind).map_or(0, |index| 1 << index)
}
