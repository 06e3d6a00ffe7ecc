//! Quotations: what is said, between marks or without, and the phrase that names who says it.
//!
//! Marks are paired first (`marks`), then each quotation between them looks for its attribution (`direct`), then the rest of
//! every sentence is searched for reported speech (`reports`), whose content may hold marks in turn. Speakers are phrases
//! here; which entity a phrase means is found in `entities`. The parse is light and local (`clauses`): where it is not
//! sure there is no speaker, since a wrong one is worse than none. Cost: linear in the text.

mod between;
mod circumstances;
mod clauses;
mod confidence;
mod cues;
mod direct;
mod grammar;
mod labels;
mod marks;
mod partial;
mod reports;
mod surroundings;
mod turns;
mod words;

use std::ops::Range;

use crate::annotations::{Confidence, Quote, QuoteId, QuoteKind, StatementId, Value};
use crate::document::Span;
use crate::names::Name;
use crate::order;
use crate::segment::{Kind, Segments, TokenIndex};
use circumstances::Circumstances;
use clauses::Reader;
use marks::Marked;
use reports::Report;

/// A quotation before it is numbered.
#[derive(Debug, Clone)]
struct Draft {
    kind: QuoteKind,
    tokens: Range<TokenIndex>,
    /// Groups the parts of one statement.
    statement: usize,
    speaker: Option<Range<TokenIndex>>,
    inferred: bool,
    cue: Option<Range<TokenIndex>>,
    addressee: Option<Range<TokenIndex>>,
    /// In hundredths.
    confidence: u16,
}

/// The quotations in a document in reading order, their speakers not yet resolved to entities.
pub(crate) fn find(segments: &Segments<'_>, names: &[Name], values: &[Value]) -> Vec<Quote> {
    let mut marked = turns::split(segments, names, marks::find(segments));
    let mut paired = vec![false; segments.tokens.len()];
    for mark in marked.iter().flat_map(|mark| std::iter::once(mark.open).chain(mark.close)) {
        paired[mark] = true;
    }
    let tags = words::tag(segments, names);
    let reader = Reader { segments, names, values, marks: &paired, tags: &tags };
    between::end_at_attributions(&reader, &mut marked);
    let mut taken = vec![false; segments.tokens.len()];
    for mark in &marked {
        taken[mark.open..mark.after()].fill(true);
    }
    let mut of_marks = between::read(&reader, &marked, &mut taken);
    let mut attributed: Vec<_> =
        of_marks.iter().flatten().filter_map(|draft| Some((draft.cue.as_ref()?.start, draft.speaker.clone()?))).collect();
    order::by_number(&mut attributed, |(cue, _): &(TokenIndex, Range<TokenIndex>)| *cue as u64);
    // Marks that hold a title, a term or words that nobody claims do not part a subject from its verb.
    let mut walls = taken.clone();
    for (mark, draft) in marked.iter().zip(&of_marks) {
        if draft.as_ref().is_some_and(|draft| draft.speaker.is_none() || draft.inferred) {
            walls[mark.open..mark.after()].fill(false);
        }
    }
    let mut reported = Vec::new();
    // Statements of quotations between marks are numbered by the first of their marks, those of reports behind them.
    let mut statement = marked.len();
    for sentence in &segments.sentences {
        for report in reports::of_sentence(&reader, sentence, &taken, &walls, &attributed) {
            add_report(&reader, &marked, &mut of_marks, report, statement, &mut reported);
            statement += 1;
        }
    }
    surroundings::infer(&reader, &marked, &mut of_marks, &reported);
    number(&reader, of_marks.into_iter().flatten().chain(reported).collect())
}

/// Adds what a report says: the parts of its content, which take in the marks in them that no attribution claims.
fn add_report(
    reader: &Reader<'_, '_>,
    marked: &[Marked],
    of_marks: &mut [Option<Draft>],
    report: Report,
    statement: usize,
    drafts: &mut Vec<Draft>,
) {
    for content in report.contents {
        let first = marked.partition_point(|mark| mark.after() <= content.start);
        let inside = first..first + marked[first..].iter().take_while(|mark| mark.open < content.end).count();
        // A closing mark at the end belongs to the words in front of it.
        let end = marked[inside.clone()].last().map_or(content.end, |mark| content.end.max(mark.content.end));
        let mut tokens = content.start..end;
        let whole = marked[inside.clone()].first().is_some_and(|mark| mark.open == tokens.start && mark.after() >= end);
        for draft in of_marks[inside.clone()].iter_mut() {
            draft.take_if(|draft| draft.speaker.is_none() || draft.inferred);
        }
        let kind = match (inside.is_empty(), whole) {
            (true, _) => QuoteKind::Indirect,
            (false, false) => QuoteKind::Mixed,
            (false, true) => {
                let last = marked[inside.clone()].last().map_or(tokens.end, |mark| mark.content.end);
                tokens = tokens.start + 1..last;
                QuoteKind::Direct
            }
        };
        drafts.push(Draft {
            kind,
            tokens: self::content(reader, tokens),
            statement,
            speaker: report.subject.clone(),
            inferred: false,
            cue: Some(report.cue.clone()),
            addressee: report.addressee.clone(),
            confidence: confidence::of_report(report.construction),
        });
    }
}

/// `tokens` without the comma at their end, which belongs to the narrator's sentence, and without marks that only repeat those
/// around them.
fn content(reader: &Reader<'_, '_>, mut tokens: Range<TokenIndex>) -> Range<TokenIndex> {
    let repeats = |inner: TokenIndex, outer: Option<TokenIndex>| {
        reader.kind(inner) == Some(Kind::Mark) && outer.is_some_and(|outer| reader.word(inner) == reader.word(outer))
    };
    loop {
        let last = tokens.end.saturating_sub(1);
        if tokens.len() > 1 && matches!(reader.word(last), "," | ";" | ":") {
            tokens.end = last;
        } else if tokens.len() > 2 && repeats(tokens.start, tokens.start.checked_sub(1)) && reader.kind(last) == Some(Kind::Mark) {
            tokens = tokens.start + 1..last;
        } else {
            return tokens;
        }
    }
}

/// Sorts the drafts, gives them their ids, and says where, when and to whom they were said.
fn number(reader: &Reader<'_, '_>, mut drafts: Vec<Draft>) -> Vec<Quote> {
    order::by_number(&mut drafts, |draft| order::pair(draft.tokens.start as u32, !(draft.tokens.end as u32)));
    let said = said(reader, &drafts);
    // The ids of the statements, which are numbered as they come.
    let most = drafts.iter().map(|draft| draft.statement + 1).max();
    let mut statements: Vec<Option<StatementId>> = vec![None; most.unwrap_or(0)];
    let mut next = 1;
    let span = |tokens: Range<TokenIndex>| -> Span { reader.segments.span(tokens) };
    let mut quotes = Vec::with_capacity(drafts.len());
    for draft in drafts {
        let scare = draft.kind == QuoteKind::Scare;
        let statement = statements.get_mut(draft.statement).filter(|_| !scare).map(|id| {
            *id.get_or_insert_with(|| {
                next += 1;
                StatementId(next - 1)
            })
        });
        let around = draft
            .cue
            .as_ref()
            .filter(|_| !scare && !draft.inferred)
            .map(|cue| circumstances::find(reader, cue, draft.speaker.as_ref(), draft.addressee.as_ref(), &draft.tokens, &said));
        let around = around.unwrap_or_else(|| Circumstances { addressee: draft.addressee.clone(), ..Circumstances::default() });
        quotes.push(Quote {
            id: QuoteId(quotes.len() as u32 + 1),
            kind: draft.kind,
            statement,
            span: span(draft.tokens),
            confidence: Confidence::percent(draft.confidence),
            speaker: draft.speaker.filter(|_| !scare).map(span),
            entities: Vec::new(),
            inferred: draft.inferred,
            cue: draft.cue.filter(|_| !scare).map(span),
            addressee: around.addressee.map(span),
            place: around.place,
            time: around.time,
        });
    }
    quotes
}

/// Of every token, whether it is part of what somebody says. `drafts` are sorted.
fn said(reader: &Reader<'_, '_>, drafts: &[Draft]) -> Vec<bool> {
    let mut said = vec![false; reader.segments.tokens.len()];
    let mut end = 0;
    for draft in drafts.iter().filter(|draft| draft.kind != QuoteKind::Scare) {
        // What one inside another covers is covered already.
        let start = draft.tokens.start.max(end);
        end = end.max(draft.tokens.end).min(said.len());
        if start < end {
            said[start..end].fill(true);
        }
    }
    said
}

#[cfg(test)]
mod tests;
