//! Names of people, organisations, places, groups, events and works: where they stand and of what type they are.
//!
//! A name is found by its capitals, cut by titles and peoples ("[Syrian] President [Bashar Assad]"), and typed by the
//! evidence at hand: the lexicon, the words that organisations and places are called by, titles and first names, the
//! preposition or verb beside it, and what the article says of the same word elsewhere. Without evidence it is left
//! unmarked. Nothing here decides which names mean one thing: that is `entities`.

mod runs;
pub mod tagger;
mod types;
pub(crate) mod words;

use std::collections::HashMap;
use std::ops::Range;

use crate::annotations::{Confidence, EntityType};
use crate::document::Span;
use crate::lexicon::Lexicon;
use crate::segment::{Segments, TokenIndex};
use tagger::Tagger;
use types::Guess;

/// One name in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Name {
    /// Its tokens.
    pub tokens: Range<TokenIndex>,
    /// Where it stands.
    pub span: Span,
    /// What it names.
    pub kind: EntityType,
    /// How sure that is.
    pub confidence: Confidence,
}

/// The names in a document, in reading order; they do not overlap.
pub(crate) fn find(segments: &Segments<'_>, lexicon: &Lexicon, tagger: Option<&Tagger>) -> Vec<Name> {
    tagger.map_or_else(|| by_pattern(segments, lexicon), |tagger| tagger.tag(segments, lexicon))
}

/// The names that patterns and the lexicon find, where there is no tagger.
fn by_pattern(segments: &Segments<'_>, lexicon: &Lexicon) -> Vec<Name> {
    let article = runs::Article::read(segments);
    let mut candidates = Vec::new();
    for sentence in &segments.sentences {
        for run in runs::of_sentence(segments, &article, sentence) {
            types::cut(segments, lexicon, run, &mut candidates);
        }
    }
    settle(segments, &mut candidates);
    candidates
        .into_iter()
        .filter_map(|(tokens, guess)| {
            let Guess { kind, confidence } = guess?;
            Some(Name { span: segments.span(tokens.clone()), tokens, kind, confidence: Confidence::percent(confidence) })
        })
        .collect()
}

/// Lets the article decide what its sentences leave open: a word that is part of a person's full name is that person, and
/// a name that stands elsewhere with better evidence is of the type it has there.
fn settle(segments: &Segments<'_>, candidates: &mut [(Range<TokenIndex>, Option<Guess>)]) {
    let mut surnames: HashMap<&str, u16> = HashMap::new();
    let mut known: HashMap<&str, Guess> = HashMap::new();
    for (tokens, guess) in candidates.iter() {
        let Some(guess) = guess else { continue };
        let best = known.entry(segments.slice(segments.span(tokens.clone()))).or_insert(*guess);
        if guess.confidence > best.confidence {
            *best = *guess;
        }
        if guess.kind == EntityType::Person && tokens.len() > 1 {
            let best = surnames.entry(segments.word(tokens.end - 1)).or_insert(0);
            *best = guess.confidence.max(*best);
        }
    }
    for (tokens, guess) in candidates.iter_mut() {
        let sure = guess.map_or(0, |guess| guess.confidence);
        let elsewhere = known.get(segments.slice(segments.span(tokens.clone()))).copied();
        if let Some(elsewhere) = elsewhere.filter(|elsewhere| elsewhere.confidence > sure) {
            *guess = Some(Guess { confidence: elsewhere.confidence.saturating_sub(2), ..elsewhere });
        }
        let surname = if tokens.len() == 1 { surnames.get(segments.word(tokens.start)) } else { None };
        if let Some(&confidence) = surname.filter(|&&confidence| confidence > sure) {
            *guess = Some(Guess { kind: EntityType::Person, confidence });
        }
    }
}

#[cfg(test)]
mod tests;
