//! Runs of capitalised words: where a name may stand, before anything is known of what it names.

use std::collections::HashMap;
use std::ops::Range;

use super::words;
use crate::document::Role;
use crate::segment::{Case, Kind, Segments, Sentence, TokenIndex};

/// Lower-case words that stand inside people's names.
const PARTICLES: &[&str] = &[
    "al", "bin", "da", "das", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "el", "ibn", "la", "le", "ter", "ul", "van",
    "von",
];

/// What the article as a whole says of its words: how often each stands in lower case, and how often capitalised where no
/// sentence begins.
#[derive(Debug, Default)]
pub(super) struct Article<'s> {
    counts: HashMap<&'s str, (u32, u32)>,
}

impl<'s> Article<'s> {
    pub(super) fn read(segments: &'s Segments<'_>) -> Self {
        let mut counts: HashMap<&str, (u32, u32)> = HashMap::new();
        for sentence in segments.sentences.iter().filter(|sentence| sentence.role == Role::Paragraph) {
            for at in sentence.tokens.clone().filter(|&at| segments.tokens[at].kind == Kind::Word) {
                let token = &segments.tokens[at];
                let (lower, capitalised) = counts.entry(segments.lower(at)).or_default();
                if token.case == Case::Lower {
                    *lower += 1;
                } else if !begins(segments, sentence, at) {
                    *capitalised += 1;
                }
            }
        }
        Article { counts }
    }

    /// Whether a word that begins a sentence is more likely capitalised for that reason alone.
    fn is_plain(&self, lower: &str) -> bool {
        let (plain, capitalised) = self.counts.get(lower).copied().unwrap_or_default();
        plain > capitalised
    }
}

/// One run of capitalised words.
#[derive(Debug, Clone)]
pub(super) struct Run {
    pub(super) tokens: Range<TokenIndex>,
    /// Whether its first word may be capitalised only because a sentence begins there.
    pub(super) begins: bool,
    /// Whether its words may be capitalised only because everything is: in a headline in title case, or all in capitals.
    pub(super) shouted: bool,
}

/// Whether `at` is the first word of its sentence, or of a quotation or clause inside it.
fn begins(segments: &Segments<'_>, sentence: &Sentence, at: TokenIndex) -> bool {
    at == sentence.tokens.start
        || segments.tokens[sentence.tokens.start..at].iter().all(|token| token.kind != Kind::Word)
        || segments.tokens[at - 1].kind == Kind::Mark
        || matches!(segments.word(at - 1), ":" | "•" | "-" | "–" | "—") && !segments.is_glued(at)
}

/// The runs of one sentence, in order.
pub(super) fn of_sentence(segments: &Segments<'_>, article: &Article<'_>, sentence: &Sentence) -> Vec<Run> {
    let shouted = is_shouted(segments, sentence);
    let may_start = |at: TokenIndex| {
        let token = &segments.tokens[at];
        let lower = segments.lower(at);
        let opener = words::is_opener(lower) && token.case != Case::Upper || lower == "i";
        token.kind == Kind::Word
            && token.is_capitalised
            && !opener
            && !words::is_calendar(lower)
            && !(shouted && article.is_plain(lower))
            && !(begins(segments, sentence, at) && article.is_plain(lower))
    };
    let mut runs = Vec::new();
    let mut at = sentence.tokens.start;
    while at < sentence.tokens.end {
        if !may_start(at) {
            at += 1;
            continue;
        }
        let start = at;
        at += 1;
        while let Some(next) = continuation(segments, start, at, sentence.tokens.end).filter(|&next| may_start(next - 1)) {
            at = next;
        }
        runs.push(Run { tokens: start..at, begins: begins(segments, sentence, start), shouted });
    }
    runs
}

/// Where the run from `start` goes on behind its words so far, which end at `at`: one past its next capitalised word.
fn continuation(segments: &Segments<'_>, start: TokenIndex, at: TokenIndex, end: TokenIndex) -> Option<TokenIndex> {
    let capitalised = |index: TokenIndex| index < end && segments.tokens[index].kind == Kind::Word && segments.tokens[index].is_capitalised;
    let glued = |index: TokenIndex| index < end && segments.is_glued(index);
    if capitalised(at) {
        return Some(at + 1);
    }
    let joins = matches!(segments.word(at), "-" | "–") && glued(at) && glued(at + 1) || segments.word(at) == "&";
    if joins && capitalised(at + 1) && !is_compound_adjective(segments, at) {
        return Some(at + 2);
    }
    let lower = segments.lower(at);
    let is_particle = segments.tokens.get(at).is_some_and(|token| token.case == Case::Lower) && PARTICLES.contains(&lower);
    if is_particle {
        let next = if segments.word(at + 1) == "-" && glued(at + 1) { at + 2 } else { at + 1 };
        let twice = PARTICLES.contains(&segments.lower(next)) && capitalised(next + 1);
        return if capitalised(next) { Some(next + 1) } else { twice.then_some(next + 2) };
    }
    let headed = (start..at).any(|index| words::is_head(segments.lower(index)));
    if headed && matches!(lower, "of" | "for" | "on" | "and") {
        let next = if segments.lower(at + 1) == "the" { at + 2 } else { at + 1 };
        let joined = lower != "and" || (start..at).any(|index| matches!(segments.lower(index), "of" | "for" | "on"));
        return (joined && capitalised(next)).then_some(next + 1);
    }
    None
}

/// Whether the hyphen at `at` makes an adjective of two names, as in "Russia-Ukraine talks", rather than one name.
fn is_compound_adjective(segments: &Segments<'_>, at: TokenIndex) -> bool {
    segments.tokens.get(at.wrapping_sub(1)).is_some_and(|token| token.case == Case::Upper)
}

/// Whether capitals say nothing here: in a headline in title case, and in a sentence all in capitals.
fn is_shouted(segments: &Segments<'_>, sentence: &Sentence) -> bool {
    let title_case_says_nothing = matches!(sentence.role, Role::Headline | Role::Subheading);
    let words = segments.tokens[sentence.tokens.clone()].iter().filter(|token| token.kind == Kind::Word && token.span.len() > 3);
    let (capitals, all) = words.fold((0, 0), |(capitals, all), token| {
        let shouts = token.case == Case::Upper || title_case_says_nothing && token.is_capitalised;
        (capitals + u32::from(shouts), all + 1)
    });
    all >= 4 && capitals * 10 >= all * 8
}
