//! Transcripts and interviews: blocks that open with who speaks and a colon ("FALK: It is safe.", "Q: Is it safe?").
//!
//! A label is one only where others are like it: a list of facts ("Place: Oslo") is none. What follows it in its block is a
//! quotation, with marks around the block or without. Cost: linear in the blocks; a label is short.

use std::collections::HashMap;
use std::ops::Range;

use super::marks::{BlockTokens, Marked, blocks};
use crate::annotations::EntityType;
use crate::document::Role;
use crate::lists::{List, list};
use crate::names::Name;
use crate::order;
use crate::segment::{Case, Kind, Segments, TokenIndex};

/// Words that a label has at most.
const LONGEST_LABEL: usize = 6;

/// First words of what editors put in front of a colon themselves, in lower case.
const NOTES: &List = list!(
    "clarification|correction|editor|editors|exclusive|gallery|listen|live|more|note|opinion|photo|photos|read|related|see|source|\
    sources|update|updated|video|watch"
);

/// A block that opens with a label.
#[derive(Debug)]
struct Turn {
    block: usize,
    label: Range<TokenIndex>,
    /// What is said, to the end of the block.
    words: Range<TokenIndex>,
    /// Whether the label is in capitals throughout, as transcripts have it.
    capitals: bool,
    /// By which turns of one speaker are known: the last word of the label, in lower case.
    key: String,
}

/// `marked` with what the turns of a transcript say in the place of the quotations inside them.
pub(super) fn split(segments: &Segments<'_>, names: &[Name], marked: Vec<Marked>) -> Vec<Marked> {
    let turns = find(segments, names);
    if turns.is_empty() {
        return marked;
    }
    let mut all: Vec<Marked> = Vec::with_capacity(marked.len() + turns.len());
    let mut marked = marked.into_iter().peekable();
    for turn in turns {
        while let Some(mark) = marked.next_if(|mark| mark.block < turn.block) {
            if !is_aside(segments, &mark) {
                all.push(mark);
            }
        }
        let mut whole = Marked {
            open: turn.words.start,
            content: turn.words.clone(),
            close: None,
            block: turn.block,
            continues: false,
            set_apart: true,
            label: Some(turn.label.clone()),
        };
        while let Some(mark) = marked.next_if(|mark| mark.block == turn.block) {
            // Marks around the label and all that follows it.
            if mark.open < turn.label.start && mark.content.contains(&turn.words.start) {
                whole =
                    Marked { content: turn.words.start..mark.content.end, set_apart: false, continues: false, label: whole.label, ..mark };
            }
        }
        all.push(whole);
    }
    all.extend(marked.filter(|mark| !is_aside(segments, mark)));
    all
}

/// Whether the marks hold what the transcript notes of the scene: “(LAUGHTER)”
fn is_aside(segments: &Segments<'_>, mark: &Marked) -> bool {
    let last = mark.content.clone().rev().find(|&at| segments.tokens[at].kind != Kind::Stop);
    matches!(segments.word(mark.content.start), "(" | "[") && last.is_some_and(|last| matches!(segments.word(last), ")" | "]"))
}

/// The turns of the document in order, if it has any.
fn find(segments: &Segments<'_>, names: &[Name]) -> Vec<Turn> {
    let mut turns: Vec<Turn> = blocks(segments).iter().filter_map(|block| turn(segments, block)).collect();
    let mut times: HashMap<&str, usize> = HashMap::new();
    for turn in &turns {
        *times.entry(&turn.key).or_default() += 1;
    }
    let asked = ["q", "question"].iter().any(|key| times.contains_key(key));
    let answered = ["a", "answer"].iter().any(|key| times.contains_key(key));
    let mut people: Vec<&str> = names
        .iter()
        .filter(|name| name.kind == EntityType::Person && name.tokens.end > 0)
        .map(|name| segments.lower(name.tokens.end - 1))
        .collect();
    order::by_text(&mut people, |word| word);
    let recurs = |turn: &Turn| times.get(turn.key.as_str()).is_some_and(|&times| times > 1);
    // Where one label recurs, others of its form are labels too.
    let spoken = turns.iter().any(|turn| turn.capitals && recurs(turn));
    let named = turns.iter().any(|turn| turn.label.len() > 1 && recurs(turn));
    let is_one = |turn: &Turn| match turn.key.as_str() {
        "q" | "a" | "question" | "answer" => asked && answered,
        key => recurs(turn) || people.binary_search(&key).is_ok() || turn.capitals && spoken || turn.label.len() > 1 && named,
    };
    let kept: Vec<bool> = turns.iter().map(is_one).collect();
    let mut index = 0;
    turns.retain(|_| {
        index += 1;
        kept[index - 1]
    });
    let several = turns.windows(2).any(|two| two[0].key != two[1].key);
    let enough = if asked && answered || turns.iter().any(|turn| turn.capitals) { 2 } else { 3 };
    if !several || turns.len() < enough { Vec::new() } else { turns }
}

/// The turn that a block is, by its form alone.
fn turn(segments: &Segments<'_>, block: &BlockTokens) -> Option<Turn> {
    if block.role.is_title() || matches!(block.role, Role::Subheading | Role::Caption) {
        return None;
    }
    let start = block.tokens.start + usize::from(segments.tokens[block.tokens.start].kind == Kind::Mark);
    let end = block.tokens.end.min(start + LONGEST_LABEL + 1);
    let colon = (start..end).find(|&at| segments.word(at) == ":")?;
    let label = start..colon;
    let named = label.clone().all(|at| {
        let token = &segments.tokens[at];
        token.is_capitalised || matches!(segments.lower(at), "de" | "von" | "van" | "of" | "the" | "-" | "." | "al")
    });
    if label.is_empty() || !named || !segments.tokens[start].is_capitalised || colon + 2 >= block.tokens.end {
        return None;
    }
    if NOTES.contains(segments.lower(start)) {
        return None;
    }
    let mut words = label.clone().filter(|&at| segments.tokens[at].kind == Kind::Word);
    let capitals = words.clone().all(|at| matches!(segments.tokens[at].case, Case::Upper | Case::Initial));
    let last = words.next_back()?;
    Some(Turn { block: block.index, key: segments.lower(last).to_owned(), label, words: colon + 1..block.tokens.end, capitals })
}
