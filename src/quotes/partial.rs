//! Quotations that are only a part of the clause that is reported, and what the rest of that clause is.
//!
//! The talks were “very good,” Ada said. | “Very good” talks were held in Oslo, Ada said. | Ada said “very good” talks were held.

use std::ops::Range;

use super::clauses::{Reader, Within};
use super::direct::{self, Attribution};
use super::grammar::{is_auxiliary_or_adverb, is_preposition};
use super::marks::Marked;
use crate::lists::list;
use crate::segment::{Case, Kind, Sentence, TokenIndex};

/// Words of the narrator's that such a clause has at most in front of the quotation, and behind.
pub(super) const LONGEST_CLAUSE: usize = 60;

/// Commas behind which the attribution of a clause is sought, and the words that it has at most.
const COMMAS: usize = 6;
const ATTRIBUTION: usize = 24;

/// The narrator's words of the same clause in front of a quotation whose attribution follows it:
/// The talks were “very good,” Ada said.
pub(super) fn clause_before(reader: &Reader<'_, '_>, mark: &Marked, floor: TokenIndex) -> Option<TokenIndex> {
    let before = mark.open.checked_sub(1).filter(|&before| before >= floor)?;
    let open = !matches!(reader.kind(before), Some(Kind::Word | Kind::Possessive | Kind::Number))
        || reader.segments.tokens[mark.content.start].is_capitalised && mark.content.len() > 4;
    let start = behind_conjunctions(reader, floor, mark.open);
    (!open && start < mark.open && mark.open - start <= LONGEST_CLAUSE).then_some(start)
}

/// The attribution behind the clause of which the quotation is a part, and that clause: The “worst” is over, Ada said.
/// `sentence` holds the quotation; nothing before `floor` belongs to it.
pub(super) fn rest_of_clause(
    reader: &Reader<'_, '_>,
    mark: &Marked,
    sentence: &Sentence,
    floor: TokenIndex,
) -> Option<(Attribution, Range<TokenIndex>)> {
    let after = mark.after();
    // The words go on at once, in lower case.
    if !goes_on(reader, mark, sentence) || sentence.role.is_title() || reader.cue_at(after, sentence.tokens.end).is_some() {
        return None;
    }
    let begins = sentence.tokens.start.max(floor);
    // Another cue in front has a better claim.
    if (begins..mark.open).any(|at| reader.cue_at(at, mark.open).is_some() || reader.lower(at) == "according") {
        return None;
    }
    let reach = sentence.tokens.end.min(after + LONGEST_CLAUSE);
    let commas = (after..reach).filter(|&at| reader.word(at) == ",").take(COMMAS);
    let (comma, found) = commas.into_iter().find_map(|comma| {
        let clause = Marked { content: mark.content.start..comma, close: None, ..mark.clone() };
        let end = comma + ATTRIBUTION;
        let end = (comma + 1..end).find(|&at| reader.kind(at) == Some(Kind::Mark)).unwrap_or(end);
        let found = direct::behind(reader, &clause, sentence, end)?;
        let first = found.cue.as_ref().map_or(found.speaker.start, |cue| cue.start.min(found.speaker.start));
        let closes = |at: TokenIndex| {
            at >= sentence.tokens.end
                || reader.kind(at) == Some(Kind::Stop)
                || reader.word(at) == ","
                || is_preposition(reader.lower(at))
                || reader.value_at(at).is_some()
        };
        (first == comma + 1 && closes(found.end)).then_some((comma, found))
    })?;
    let start = behind_conjunctions(reader, begins, mark.open);
    let start = if mark.open - start <= LONGEST_CLAUSE { start } else { mark.open };
    Some((found, start..comma))
}

/// Where the reported clause ends that the quotation opens behind its cue: Ada said “very good” talks were held.
pub(super) fn rest_behind(reader: &Reader<'_, '_>, mark: &Marked, sentence: &Sentence) -> Option<TokenIndex> {
    let next = mark.after();
    if !goes_on(reader, mark, sentence) {
        return None;
    }
    let lower = reader.lower(next);
    // When, where and how it was said, or what the speaker did next.
    let apart = list!("adding|after|as|at|before|but|during|in|last|on|or|referring|via|when|while").contains(lower);
    let joined = lower == "and" && reader.kind(next + 1) != Some(Kind::Mark);
    let manner = is_auxiliary_or_adverb(lower) && lower.ends_with("ly");
    if apart || joined || manner || reader.value_at(next).is_some() || reader.cue_at(next, sentence.tokens.end).is_some() {
        return None;
    }
    let end = sentence.tokens.end.min(next + LONGEST_CLAUSE);
    Some(reader.content_end(mark.open, end, Within::Main)).filter(|&end| end > next)
}

/// Where a word or two begin that lead from what was said up to `from` to the quotation: "Still, “nobody knows”".
pub(super) fn turn_before(reader: &Reader<'_, '_>, mark: &Marked, from: TokenIndex) -> Option<TokenIndex> {
    let start = (from..mark.open).find(|&at| !matches!(reader.kind(at), Some(Kind::Stop | Kind::Mark)) && reader.word(at) != ",")?;
    let leads = list!("also|and|because|besides|but|instead|now|plus|so|still|then|yet").contains(reader.lower(start));
    let behind = start + 1 + usize::from(reader.word(start + 1) == ",");
    (leads && behind == mark.open && start - from <= 2).then_some(start)
}

/// Whether the narrator's words go on behind the quotation in lower case, and nothing in it says that it is complete.
fn goes_on(reader: &Reader<'_, '_>, mark: &Marked, sentence: &Sentence) -> bool {
    let after = mark.after();
    let lower = reader.segments.tokens.get(after).is_some_and(|token| token.case == Case::Lower && token.kind == Kind::Word);
    let complete = reader.word(mark.content.end - 1) == "," || reader.kind(mark.content.end - 1) == Some(Kind::Stop);
    mark.close.is_some() && after < sentence.tokens.end && lower && !complete
}

/// The first token at or behind `start` that is no conjunction or punctuation.
fn behind_conjunctions(reader: &Reader<'_, '_>, mut start: TokenIndex, end: TokenIndex) -> TokenIndex {
    while start < end && matches!(reader.lower(start), "," | "but" | "and" | "." | ";" | ":" | "–" | "—") {
        start += 1;
    }
    start
}
