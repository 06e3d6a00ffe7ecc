//! Whether the words between marks are a statement, or a title or reference that quotes nobody.

use crate::annotations::ValueType;
use crate::quotes::clauses::Reader;
use crate::quotes::marks::Marked;
use crate::segment::{Kind, TokenIndex};

/// Words behind a dash that may be the name and day of a newspaper.
const REFERENCE: usize = 30;

/// Whether the words between marks are a title: nearly all begin with a capital, and no sentence ends among them.
pub(in crate::quotes) fn is_title(reader: &Reader<'_, '_>, marked: &Marked) -> bool {
    let is_small = |at: TokenIndex| reader.segments.tokens[at].span.len() <= 3 && !reader.segments.tokens[at].is_capitalised;
    let words = marked.content.clone().filter(|&at| reader.kind(at) == Some(Kind::Word) && !is_small(at));
    let (all, capitalised) =
        words.fold((0, 0), |(all, capitalised), at| (all + 1, capitalised + u32::from(reader.segments.tokens[at].is_capitalised)));
    // The full stop in front of the closing mark is the narrator's.
    let inside = marked.content.start..marked.content.end - 1;
    let ends = inside.clone().any(|at| reader.kind(at) == Some(Kind::Stop)) || matches!(reader.word(inside.end), "?" | "!");
    !ends && (2..=9).contains(&all) && capitalised * 10 >= all * 8 && !matches!(reader.lower(marked.content.start), "i" | "i'm" | "i’m")
}

/// Whether a dash and a newspaper's name and day stand behind, so that the marks hold the title of an article:
/// “Bridge to open again” — The Ledger, 8 May 2016
pub(in crate::quotes) fn is_reference(reader: &Reader<'_, '_>, marked: &Marked) -> bool {
    let dash = marked.after();
    let Some(sentence) = reader.segments.sentences.get(reader.segments.sentence_of(dash)) else { return false };
    let rest = dash..sentence.tokens.end.min(dash + REFERENCE);
    let dated = rest.clone().any(|at| reader.value(at).is_some_and(|value| value.kind == ValueType::Date));
    sentence.block == marked.block && reader.is_dash(dash) && dated && !rest.clone().any(|at| reader.tag(at).is_finite())
}

/// Whether the words between marks are a statement on their own, rather than a title, a nickname or a single term.
pub(in crate::quotes) fn is_statement(reader: &Reader<'_, '_>, marked: &Marked) -> bool {
    let words = marked.content.clone().filter(|&at| reader.kind(at) == Some(Kind::Word)).take(5).count();
    let ends = reader.kind(marked.content.end - 1) == Some(Kind::Stop);
    // “[The bridge] is safe”, “… it is safe”: what was left out stands in front.
    let first = marked.content.clone().take(4).find(|&at| matches!(reader.kind(at), Some(Kind::Word | Kind::Number)));
    let cut = first.is_some_and(|first| first > marked.content.start);
    let starts = cut || first.is_some_and(|first| reader.segments.tokens[first].is_capitalised || reader.kind(first) == Some(Kind::Number));
    !is_title(reader, marked) && starts && (words >= 5 || ends && words >= 2)
}
