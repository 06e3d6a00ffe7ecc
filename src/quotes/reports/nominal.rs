//! Nouns for what is said, with the one who says it in front or behind: "Ada's claim that …", "her promise to …", "the warning
//! by Ada that …".

use std::ops::Range;

use super::{Report, Window};
use crate::quotes::clauses::Reader;
use crate::quotes::confidence::Construction;
use crate::quotes::cues;
use crate::quotes::words::Tag;
use crate::segment::{Kind, TokenIndex};

/// Words between a noun and its clause: "his claim in an interview that".
const GAP: usize = 8;

/// The report that the noun at `at` makes.
pub(super) fn of_noun(reader: &Reader<'_, '_>, at: TokenIndex, window: &Window) -> Option<Report> {
    let frames = cues::noun(reader.lower(at)).filter(|_| matches!(reader.tag(at), Tag::Noun | Tag::Base | Tag::Finite))?;
    let end = window.end;
    // "the suggestion by Ada that"
    let by = if reader.lower(at + 1) == "by" { reader.phrase_from(at + 2, end, false) } else { None };
    let next = by.as_ref().map_or(at + 1, |by| by.end);
    let owner = by.or_else(|| owner(reader, at, window))?;
    let that = (next..end.min(next + GAP)).take_while(|&token| !reader.tag(token).is_finite() && reader.tag(token) != Tag::Sign);
    let from = if frames.contains('t') { that.clone().find(|&token| reader.lower(token) == "that").map(|that| that + 1) } else { None };
    let clause = from.filter(|&from| reader.is_clause_opener(from, end));
    let infinitive = (frames.contains('i') && reader.lower(next) == "to" && reader.tag(next + 1) == Tag::Base).then_some(next);
    let object = (frames.contains('f') && reader.lower(next) == "for").then_some(next + 1);
    let (from, finish) = match (clause, infinitive, object) {
        (Some(from), ..) => (from, reader.inner_clause_end(from, end)),
        (_, Some(from), _) | (_, _, Some(from)) => (from, reader.object_end(from, end)),
        _ => return None,
    };
    (finish > from + 1).then(|| Report {
        cue: at..at + 1,
        subject: Some(owner),
        addressee: None,
        contents: std::iter::once(from..finish).collect(),
        construction: Construction::Noun,
    })
}

/// Whose noun it is: "Ada's recent claim", "his claim".
fn owner(reader: &Reader<'_, '_>, at: TokenIndex, window: &Window) -> Option<Range<TokenIndex>> {
    let mut before = at;
    while before > window.start && at - before < 4 && matches!(reader.tag(before - 1), Tag::Adjective | Tag::Noun) {
        before -= 1;
    }
    let mark = before.checked_sub(1).filter(|&mark| mark >= window.start)?;
    if matches!(reader.lower(mark), "his" | "her" | "their" | "my" | "our") {
        return Some(mark..mark + 1);
    }
    if reader.kind(mark) != Some(Kind::Possessive) || reader.tag(mark) != Tag::Possessive {
        return None;
    }
    let mut start = mark;
    while start > window.start && matches!(reader.tag(start - 1), Tag::Name | Tag::Noun | Tag::Adjective) {
        start -= 1;
    }
    if start > window.start && reader.tag(start - 1) == Tag::Determiner {
        start -= 1;
    }
    (start < mark).then_some(start..mark)
}
