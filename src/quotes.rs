//! Quotations: what is said, between marks or without, and the phrase that names who says it.
//!
//! Marks are paired first (`marks`), then each quotation between them looks for its attribution (`direct`), then the rest of
//! every sentence is searched for reported speech (`reports`), whose content may hold marks in turn. Speakers are phrases
//! here; which entity a phrase means is found in `entities`. The parse is light and local (`clauses`): where it is not
//! sure there is no speaker, since a wrong one is worse than none. Cost: linear in the text.

mod clauses;
mod cues;
mod direct;
mod grammar;
mod marks;
mod reports;

use std::collections::BTreeMap;
use std::ops::Range;

use crate::annotations::{Confidence, Quote, QuoteId, QuoteKind, StatementId, Value};
use crate::document::{Role, Span};
use crate::names::Name;
use crate::segment::{Kind, Segments, Sentence, TokenIndex};
use clauses::Reader;
use direct::Attribution;
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
    let marked = marks::find(segments);
    let mut paired = vec![false; segments.tokens.len()];
    for mark in marked.iter().flat_map(|mark| std::iter::once(mark.open).chain(mark.close)) {
        paired[mark] = true;
    }
    let reader = Reader { segments, names, values, marks: &paired };
    let mut taken = vec![false; segments.tokens.len()];
    for mark in &marked {
        taken[mark.open..mark.after()].fill(true);
    }
    let mut of_marks: Vec<Option<Draft>> = between_marks(&reader, &marked, &mut taken).into_iter().map(Some).collect();
    let mut attributed: Vec<_> =
        of_marks.iter().flatten().filter_map(|draft| Some((draft.cue.as_ref()?.start, draft.speaker.clone()?))).collect();
    attributed.sort_by_key(|(cue, _): &(TokenIndex, Range<TokenIndex>)| *cue);
    let mut reported = Vec::new();
    // Statements of quotations between marks are numbered by the first of their marks, those of reports behind them.
    let mut statement = marked.len();
    for sentence in &segments.sentences {
        for report in reports::of_sentence(&reader, sentence, &taken, &attributed) {
            add_report(&reader, &marked, &mut of_marks, report, statement, &mut reported);
            statement += 1;
        }
    }
    number(&reader, of_marks.into_iter().flatten().chain(reported).collect())
}

/// The quotations between marks, with their attributions; the tokens of those are taken.
fn between_marks(reader: &Reader<'_, '_>, marked: &[Marked], taken: &mut [bool]) -> Vec<Draft> {
    let segments = reader.segments;
    let mut drafts: Vec<Draft> = Vec::new();
    let mut last: Option<Said> = None;
    for (index, mark) in marked.iter().enumerate() {
        let open = drafts.last().filter(|_| mark.continues).map(|draft| draft.statement);
        let statement = open.unwrap_or(drafts.len());
        let next_open = marked.get(index + 1).map_or(usize::MAX, |next| next.open);
        let floor = index.checked_sub(1).and_then(|before| marked.get(before)).map_or(0, Marked::after);
        let opening = &segments.sentences[segments.sentence_of(mark.open)];
        let before = last.take();
        // The attribution of the quotation before is not this one's too.
        let floor = before.as_ref().map_or(floor, |said| floor.max(said.end));
        let attribution = attribution(reader, mark, opening, floor, next_open);
        let mut draft = Draft {
            kind: QuoteKind::Direct,
            tokens: content(reader, mark.content.clone()),
            statement,
            speaker: None,
            inferred: false,
            cue: None,
            addressee: None,
            confidence: if mark.close.is_some() { 92 } else { 62 },
        };
        if let Some(Attribution { cue, speaker, addressee, end }) = attribution {
            if cue.as_ref().is_some_and(|cue| cue.start >= mark.after())
                && let Some(start) = clause_before(reader, mark, opening.tokens.start.max(floor))
            {
                draft.kind = QuoteKind::Mixed;
                draft.tokens.start = start;
                taken[start..mark.open].fill(true);
            }
            let start = cue.as_ref().map_or(speaker.start, |cue| cue.start.min(speaker.start));
            let reach = start..end.max(speaker.end).min(taken.len());
            taken[reach].fill(true);
            last = Some(Said { statement, speaker: speaker.clone(), block: mark.block, end: end.max(mark.after()) });
            draft.inferred = cue.is_none();
            (draft.speaker, draft.cue, draft.addressee) = (Some(speaker), cue, addressee);
        } else if let Some(said) = before.clone().filter(|said| goes_on(reader, mark, said)) {
            let one = mark.continues || mark.block == said.block && matches!(reader.word(mark.open - 1), "," | ":");
            draft.statement = if one { said.statement } else { statement };
            draft.inferred = !one;
            draft.confidence = draft.confidence.min(88);
            draft.speaker = Some(said.speaker.clone());
            last = Some(Said { statement: draft.statement, block: mark.block, end: mark.after(), ..said });
        } else if !mark.continues && (opening.role == Role::Headline || !direct::is_statement(reader, mark)) {
            draft.kind = QuoteKind::Scare;
            draft.confidence = 80;
            // A title or a term between two parts of a quotation changes nothing of who speaks.
            last = before;
        }
        drafts.push(draft);
    }
    share_attributions(&mut drafts);
    drafts
}

/// Who says what stands between the marks, which open in the sentence `opening`: behind them, before the next quotation, or in
/// front, not before `floor`. Titles are said by nobody.
fn attribution(
    reader: &Reader<'_, '_>,
    mark: &Marked,
    opening: &Sentence,
    floor: TokenIndex,
    next_open: TokenIndex,
) -> Option<Attribution> {
    if direct::is_title(reader, mark) {
        return None;
    }
    let segments = reader.segments;
    let closing = &segments.sentences[segments.sentence_of(mark.content.end - 1)];
    // A sentence that ends in a colon leads to the quotation below it.
    let below_colon = mark.open == opening.tokens.start && mark.open > 0 && reader.word(mark.open - 1) == ":";
    let leading = if below_colon { &segments.sentences[segments.sentence_of(mark.open - 1)] } else { opening };
    direct::behind(reader, mark, closing, next_open).or_else(|| direct::in_front(reader, mark, leading, floor))
}

/// A quotation whose speaker is known, as far as the next one needs to know it.
#[derive(Debug, Clone)]
struct Said {
    statement: usize,
    speaker: Range<TokenIndex>,
    block: usize,
    /// The first token behind the quotation and its attribution.
    end: TokenIndex,
}

/// Whether a quotation without a cue goes on with what was said before: it follows at once, in the same block or as the
/// opening of the next one, or it continues marks that the block before left open.
fn goes_on(reader: &Reader<'_, '_>, mark: &Marked, said: &Said) -> bool {
    if mark.continues {
        return true;
    }
    let Some(before) = mark.open.checked_sub(1) else { return false };
    let sentence = |at: TokenIndex| reader.segments.sentence_of(at);
    let (said_in, opens_in) = (sentence(said.end.saturating_sub(1)), sentence(mark.open));
    if said_in == opens_in {
        return matches!(reader.word(before), "," | ":");
    }
    let near = mark.block == said.block || mark.block == said.block + 1 && reader.segments.sentences[sentence(before)].block != mark.block;
    near && opens_in == said_in + 1 && reader.segments.sentences[opens_in].tokens.start == mark.open && direct::is_statement(reader, mark)
}

/// One cue and speaker for all parts of a statement, wherever they stand.
fn share_attributions(drafts: &mut [Draft]) {
    let mut attributions: BTreeMap<usize, Draft> = BTreeMap::new();
    for draft in drafts.iter().filter(|draft| draft.cue.is_some()) {
        attributions.entry(draft.statement).or_insert_with(|| draft.clone());
    }
    for draft in drafts.iter_mut().filter(|draft| draft.cue.is_none() && !draft.inferred) {
        if let Some(stated) = attributions.get(&draft.statement) {
            draft.speaker.clone_from(&stated.speaker);
            draft.cue.clone_from(&stated.cue);
            draft.addressee.clone_from(&stated.addressee);
        }
    }
}

/// The narrator's words of the same clause in front of a quotation that is only a part of what is said:
/// The talks were “very good,” Ada said.
fn clause_before(reader: &Reader<'_, '_>, mark: &Marked, floor: TokenIndex) -> Option<TokenIndex> {
    let before = mark.open.checked_sub(1).filter(|&before| before >= floor)?;
    let open =
        reader.kind(before) != Some(Kind::Word) || reader.segments.tokens[mark.content.start].is_capitalised && mark.content.len() > 4;
    let mut start = floor;
    while start < mark.open && matches!(reader.lower(start), "," | "but" | "and" | "." | ";" | ":") {
        start += 1;
    }
    (!open && start < mark.open && mark.open - start <= 60).then_some(start)
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
            draft.take_if(|draft| draft.speaker.is_none());
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
            confidence: report.confidence,
        });
    }
}

/// `tokens` without the comma at their end, which belongs to the narrator's sentence.
fn content(reader: &Reader<'_, '_>, mut tokens: Range<TokenIndex>) -> Range<TokenIndex> {
    while tokens.len() > 1 && matches!(reader.word(tokens.end - 1), "," | ";" | ":") {
        tokens.end -= 1;
    }
    tokens
}

/// Sorts the drafts and gives them their ids.
fn number(reader: &Reader<'_, '_>, mut drafts: Vec<Draft>) -> Vec<Quote> {
    drafts.sort_by_key(|draft| (draft.tokens.start, std::cmp::Reverse(draft.tokens.end)));
    let mut statements: BTreeMap<usize, u32> = BTreeMap::new();
    let span = |tokens: Range<TokenIndex>| -> Span { reader.segments.span(tokens) };
    let mut quotes = Vec::with_capacity(drafts.len());
    for draft in drafts {
        let scare = draft.kind == QuoteKind::Scare;
        let next = statements.len() as u32 + 1;
        let statement = (!scare).then(|| StatementId(*statements.entry(draft.statement).or_insert(next)));
        quotes.push(Quote {
            id: QuoteId(quotes.len() as u32 + 1),
            kind: draft.kind,
            statement,
            span: span(draft.tokens),
            confidence: Confidence::percent(draft.confidence),
            speaker: draft.speaker.filter(|_| !scare).map(span),
            entities: Vec::new(),
            inferred: draft.inferred,
            cue: draft.cue.map(span),
            addressee: draft.addressee.map(span),
            place: None,
            time: None,
        });
    }
    quotes
}

#[cfg(test)]
mod tests;
