//! Quotations between marks: for each its kind, its attribution, and the statement that it is a part of.
//!
//! A quotation with an attribution of its own takes it (`direct`). One without goes on with the quotation before it where it
//! follows at once. Words between marks that are no statement (a title, a term, a headline's fragment) quote nobody. What
//! the sentences around it say of the speaker is looked at later, when reports are known (`surroundings`).

use std::ops::Range;

use super::Draft;
use super::clauses::Reader;
use super::confidence::{self, Path};
use super::direct::{self, Attribution};
use super::labels;
use super::marks::Marked;
use super::partial::{self, LONGEST_CLAUSE};
use crate::annotations::QuoteKind;
use crate::document::Role;
use crate::segment::{Kind, Sentence, TokenIndex};

/// Sentences of a quotation that never closes in which its attribution is sought.
const OPEN_REACH: usize = 3;

/// One draft for each of `marked`, in order, but for those that stand inside the words of another; the tokens of the
/// attributions are taken.
pub(super) fn read(reader: &Reader<'_, '_>, marked: &[Marked], taken: &mut [bool]) -> Vec<Option<Draft>> {
    let mut drafts: Vec<Option<Draft>> = Vec::with_capacity(marked.len());
    let mut last: Option<Said> = None;
    // The end of the words that the last draft holds.
    let mut held = 0;
    for (index, mark) in marked.iter().enumerate() {
        if mark.open < held {
            drafts.push(None);
            continue;
        }
        let open = drafts.last().and_then(Option::as_ref).filter(|_| mark.continues).map(|draft| draft.statement);
        let statement = open.unwrap_or(drafts.len());
        let before = last.take();
        let behind = index.checked_sub(1).and_then(|before| marked.get(before)).map_or(0, Marked::after);
        let scope = Scope {
            opening: &reader.segments.sentences[reader.segments.sentence_of(mark.open)],
            // The attribution of the quotation before is not this one's too.
            floor: before.as_ref().map_or(behind, |said| behind.max(said.end)),
            next_open: marked.get(index + 1).map_or(usize::MAX, |next| next.open),
        };
        let mut draft = Draft {
            kind: QuoteKind::Direct,
            tokens: super::content(reader, mark.content.clone()),
            statement,
            speaker: None,
            inferred: false,
            cue: None,
            addressee: None,
            confidence: 0,
        };
        let path;
        (path, last) = attribute(reader, mark, &scope, before, &mut draft, taken);
        draft.confidence = confidence::of(path, mark);
        held = draft.tokens.end;
        drafts.push(Some(draft));
    }
    share_attributions(marked, &mut drafts);
    drafts
}

/// Where a quotation may find its attribution.
struct Scope<'s> {
    /// The sentence that it opens in.
    opening: &'s Sentence,
    /// The first token that is not another quotation's.
    floor: TokenIndex,
    /// Where the next quotation opens.
    next_open: TokenIndex,
}

/// Gives the draft its kind and its attribution, and says how that was found, and who spoke as far as the next one may ask.
fn attribute(
    reader: &Reader<'_, '_>,
    mark: &Marked,
    scope: &Scope<'_>,
    before: Option<Said>,
    draft: &mut Draft,
    taken: &mut [bool],
) -> (Path, Option<Said>) {
    if let Some(label) = &mark.label {
        draft.speaker = Some(label.clone());
        taken[label.clone()].fill(true);
        return (Path::Turn, Said::of(draft, mark, mark.after()));
    }
    if let Some((path, end)) = part_of_clause(reader, mark, scope, draft, taken).or_else(|| stated(reader, mark, scope, draft, taken)) {
        // What is signed ends there.
        return (path, Said::of(draft, mark, end).filter(|_| path != Path::Signed));
    }
    if let Some(path) = before.as_ref().and_then(|said| led_on(reader, mark, said, draft, taken)) {
        return (path, Said::of(draft, mark, mark.after()));
    }
    let crosshead = is_crosshead(reader, mark);
    match before {
        Some(said) if mark.continues || !crosshead && goes_on(reader, mark, &said) => {
            let path = go_on(reader, mark, scope, &said, draft, taken);
            // The cue is handed on though this quotation may not show it.
            (path, Said::of(draft, mark, mark.after()).map(|next| Said { cue: said.cue, addressee: said.addressee, ..next }))
        }
        before if !mark.continues && (crosshead || is_scare(reader, mark, scope)) => {
            draft.kind = QuoteKind::Scare;
            // A title or a term between two parts of a quotation changes nothing of who speaks.
            (Path::Scare, before.map(|said| behind_title(reader, mark, said)))
        }
        _ => (Path::Nobody, None),
    }
}

/// A quotation that is only a part of a clause with its cue behind, or of what something is called: with how it was found, and
/// where its attribution ends.
fn part_of_clause(
    reader: &Reader<'_, '_>,
    mark: &Marked,
    scope: &Scope<'_>,
    draft: &mut Draft,
    taken: &mut [bool],
) -> Option<(Path, TokenIndex)> {
    let rest = partial::rest_of_clause(reader, mark, scope.opening, scope.floor);
    let (found, content) = rest.or_else(|| labels::find(reader, mark, scope.opening, scope.floor))?;
    draft.kind = if content == mark.content { QuoteKind::Direct } else { QuoteKind::Mixed };
    draft.tokens = super::content(reader, content.clone());
    let reach = content.start..content.end.max(found.end).min(taken.len());
    taken[reach].fill(true);
    taken[found.speaker.clone()].fill(true);
    (draft.speaker, draft.cue, draft.addressee) = (Some(found.speaker), found.cue, found.addressee);
    let path = if content.end > mark.after() { Path::Rest } else { Path::Label };
    Some((path, found.end.max(mark.after())))
}

/// A quotation with an attribution of its own: how it was found, and where it ends.
fn stated(reader: &Reader<'_, '_>, mark: &Marked, scope: &Scope<'_>, draft: &mut Draft, taken: &mut [bool]) -> Option<(Path, TokenIndex)> {
    let Attribution { cue, speaker, addressee, end, signed } = attribution(reader, mark, scope)?;
    let mut path = match (&cue, signed) {
        (_, true) => Path::Signed,
        (Some(cue), _) if cue.start >= mark.after() => Path::Behind,
        (Some(_), _) => Path::InFront,
        (None, _) => Path::Colon,
    };
    if path == Path::Behind
        && let Some(start) = partial::clause_before(reader, mark, scope.opening.tokens.start.max(scope.floor))
    {
        draft.kind = QuoteKind::Mixed;
        draft.tokens.start = start;
        taken[start..mark.open].fill(true);
        path = Path::Clause;
    }
    if path == Path::InFront
        && let Some(end) = partial::rest_behind(reader, mark, scope.opening)
    {
        take_rest(mark, end, draft, taken);
        path = Path::Opening;
    }
    let start = cue.as_ref().map_or(speaker.start, |cue| cue.start.min(speaker.start));
    let reach = start..end.max(speaker.end).min(taken.len());
    taken[reach].fill(true);
    draft.inferred = path == Path::Colon;
    (draft.speaker, draft.cue, draft.addressee) = (Some(speaker), cue, addressee);
    Some((path, end.max(mark.after())))
}

/// A quotation that a word or two tie to what was said before in the paragraph.
fn led_on(reader: &Reader<'_, '_>, mark: &Marked, said: &Said, draft: &mut Draft, taken: &mut [bool]) -> Option<Path> {
    if said.block != mark.block {
        return None;
    }
    // “…,” Ada said, adding, “…”
    if said.end < mark.open
        && let Some(cue) = direct::participle_behind(reader, mark, said.end)
    {
        taken[cue.clone()].fill(true);
        (draft.speaker, draft.cue, draft.inferred) = (Some(said.speaker.clone()), Some(cue), said.inferred);
        return Some(Path::InFront);
    }
    // “Yes,” Ada said, but “not now.” “It is safe,” he said. Still, “nobody can be sure.”
    let cue = said.cue.clone()?;
    let start = partial::turn_before(reader, mark, said.end).filter(|_| ends_sentence(reader, mark))?;
    draft.kind = QuoteKind::Mixed;
    draft.tokens = start..mark.after();
    taken[start..mark.open].fill(true);
    (draft.speaker, draft.cue, draft.inferred) = (Some(said.speaker.clone()), Some(cue), true);
    Some(Path::Around)
}

/// Gives a quotation that goes on with the one before the speaker of that, and says how.
fn go_on(reader: &Reader<'_, '_>, mark: &Marked, scope: &Scope<'_>, said: &Said, draft: &mut Draft, taken: &mut [bool]) -> Path {
    // The cue interrupts one statement: “The bridge,” Ada said, “is safe.” A sentence of its own behind it is another one, which
    // that cue and speaker are taken to cover: “Yes,” Ada said. “It is safe.”
    let one = mark.continues || matches!(reader.kind(mark.open.saturating_sub(1)), Some(Kind::Symbol | Kind::Word));
    let same = mark.block == said.block;
    draft.speaker = Some(said.speaker.clone());
    draft.inferred = !one || said.inferred;
    if one {
        draft.statement = said.statement;
    }
    if one || same {
        (draft.cue, draft.addressee) = (said.cue.clone(), said.addressee.clone());
    }
    // “Yes,” Ada said. “It is safe” for all who cross it.
    if same
        && !one
        && let Some(end) = partial::rest_behind(reader, mark, scope.opening)
    {
        take_rest(mark, end, draft, taken);
    }
    match (mark.continues, same) {
        (true, _) => Path::Continued,
        (false, true) => Path::SameBlock,
        (false, false) => Path::NextBlock,
    }
}

/// Makes the quotation the head of a clause that ends at `end`.
fn take_rest(mark: &Marked, end: TokenIndex, draft: &mut Draft, taken: &mut [bool]) {
    draft.kind = QuoteKind::Mixed;
    draft.tokens = mark.open..end;
    taken[mark.open..end].fill(true);
}

/// Whether marks without an attribution quote nobody's statement.
fn is_scare(reader: &Reader<'_, '_>, mark: &Marked, scope: &Scope<'_>) -> bool {
    scope.opening.role.is_title() || !direct::is_statement(reader, mark) || direct::is_reference(reader, mark)
}

/// Who says what stands between the marks: behind them, before the next quotation, or in front. Titles are said by nobody.
fn attribution(reader: &Reader<'_, '_>, mark: &Marked, scope: &Scope<'_>) -> Option<Attribution> {
    let segments = reader.segments;
    let closing = &segments.sentences[segments.sentence_of(mark.content.end - 1)];
    if direct::is_title(reader, mark) {
        // “Not Now,” Ada said.
        let comma = reader.word(mark.content.end - 1) == ",";
        // On the harbour radio's “Morning Tide,” Ada said
        let hangs = mark.open > scope.opening.tokens.start && matches!(reader.kind(mark.open - 1), Some(Kind::Word | Kind::Possessive));
        return direct::behind(reader, mark, closing, scope.next_open).filter(|_| comma && !hangs);
    }
    // A sentence that ends in a colon leads to the quotation below it.
    let below_colon =
        mark.open == scope.opening.tokens.start && mark.open > 0 && (reader.word(mark.open - 1) == ":" || leads_below(reader, mark));
    let leading = if below_colon { &segments.sentences[segments.sentence_of(mark.open - 1)] } else { scope.opening };
    direct::behind(reader, mark, closing, scope.next_open)
        .or_else(|| direct::signed(reader, mark, scope.next_open))
        .or_else(|| direct::in_front(reader, mark, leading, scope.floor))
        .or_else(|| direct::below(reader, mark))
}

/// Whether the block in front of a quotation that opens its own ends in a comma: Ada wrote, / “It is safe.”
fn leads_below(reader: &Reader<'_, '_>, mark: &Marked) -> bool {
    reader.word(mark.open - 1) == ","
}

/// A quotation whose speaker is known, as far as the next one needs to know it.
#[derive(Debug, Clone)]
struct Said {
    statement: usize,
    speaker: Range<TokenIndex>,
    cue: Option<Range<TokenIndex>>,
    addressee: Option<Range<TokenIndex>>,
    inferred: bool,
    block: usize,
    /// The first token behind the quotation and its attribution.
    end: TokenIndex,
}

impl Said {
    /// What a draft says of its speaker, if it has one; `end` is behind its attribution.
    fn of(draft: &Draft, mark: &Marked, end: TokenIndex) -> Option<Said> {
        Some(Said {
            statement: draft.statement,
            speaker: draft.speaker.clone()?,
            cue: draft.cue.clone(),
            addressee: draft.addressee.clone(),
            inferred: draft.inferred,
            block: mark.block,
            end,
        })
    }
}

/// What was said before a title between marks, which may be a part of the attribution: Ada said on “The Late Hour.” “It is safe.”
fn behind_title(reader: &Reader<'_, '_>, mark: &Marked, said: Said) -> Said {
    let sentence = |at: TokenIndex| reader.segments.sentence_of(at);
    let near = mark.block == said.block && sentence(said.end.saturating_sub(1)) == sentence(mark.open);
    Said { end: if near { mark.after() } else { said.end }, ..said }
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
        return matches!(reader.word(before), "," | ":") || reader.is_dash(before);
    }
    let near = mark.block == said.block || mark.block == said.block + 1 && reader.segments.sentences[sentence(before)].block != mark.block;
    let sentence = &reader.segments.sentences[opens_in];
    let whole = ends_sentence(reader, mark)
        || mark.block == said.block && partial::rest_behind(reader, mark, sentence).is_some_and(|end| ends_sentence_at(reader, end));
    near && whole && opens_in == said_in + 1 && sentence.tokens.start == mark.open && direct::is_statement(reader, mark)
}

/// Whether nothing of the narrator's follows the quotation in its sentence.
pub(super) fn ends_sentence(reader: &Reader<'_, '_>, mark: &Marked) -> bool {
    let next = mark.after();
    let sentence = &reader.segments.sentences[reader.segments.sentence_of(mark.content.end - 1)];
    next >= sentence.tokens.end || reader.kind(next) != Some(Kind::Word)
}

/// Whether a sentence ends at `at`, but for its full stop and a closing mark.
fn ends_sentence_at(reader: &Reader<'_, '_>, at: TokenIndex) -> bool {
    let sentence = &reader.segments.sentences[reader.segments.sentence_of(at.saturating_sub(1))];
    (at..sentence.tokens.end).all(|at| matches!(reader.kind(at), Some(Kind::Stop | Kind::Mark)))
}

/// Whether a few words between single marks are a block of their own: a subheading that takes them from the text.
fn is_crosshead(reader: &Reader<'_, '_>, mark: &Marked) -> bool {
    let sentence = &reader.segments.sentences[reader.segments.sentence_of(mark.open)];
    let single = matches!(reader.word(mark.open), "'" | "‘" | "’");
    let whole = sentence.tokens.start == mark.open && mark.after() + 1 >= sentence.tokens.end;
    let alone = whole && is_alone(reader, mark, sentence.block);
    alone && (single && mark.content.len() <= 10 || sentence.role == Role::Subheading)
}

/// Whether the sentence that holds the mark is the only one of its block.
fn is_alone(reader: &Reader<'_, '_>, mark: &Marked, block: usize) -> bool {
    let index = reader.segments.sentence_of(mark.open);
    let same = |index: usize| reader.segments.sentences.get(index).is_some_and(|sentence| sentence.block == block);
    !index.checked_sub(1).is_some_and(same) && !same(index + 1)
}

/// One cue and speaker for all parts of a statement, wherever they stand.
fn share_attributions(marked: &[Marked], drafts: &mut [Option<Draft>]) {
    // By statement, each of which has the number of its first mark.
    let mut attributions: Vec<Option<Draft>> = vec![None; drafts.len()];
    for draft in drafts.iter().flatten().filter(|draft| draft.cue.is_some() && !draft.inferred) {
        if let Some(first @ None) = attributions.get_mut(draft.statement) {
            *first = Some(draft.clone());
        }
    }
    for (mark, draft) in marked.iter().zip(drafts).filter_map(|(mark, draft)| Some((mark, draft.as_mut()?))) {
        if draft.cue.is_some() || draft.inferred || draft.kind == QuoteKind::Scare {
            continue;
        }
        if let Some(Some(stated)) = attributions.get(draft.statement) {
            draft.speaker.clone_from(&stated.speaker);
            draft.cue.clone_from(&stated.cue);
            draft.addressee.clone_from(&stated.addressee);
            draft.confidence = draft.confidence.max(confidence::of(Path::Continued, mark));
        }
    }
}

/// Ends each quotation that never closes in front of its attribution, which else would be among its words:
/// “The bridge is safe, said Ada Stone.
pub(super) fn end_at_attributions(reader: &Reader<'_, '_>, marked: &mut [Marked]) {
    for index in 0..marked.len() {
        let goes_on = marked.get(index + 1).is_some_and(|next| next.continues);
        let mark = &marked[index];
        if mark.close.is_some() || mark.set_apart || goes_on {
            continue;
        }
        let end = attribution_inside(reader, mark);
        if let Some(end) = end {
            marked[index].content.end = end;
        }
    }
}

/// The comma in front of an attribution inside a quotation that never closes.
fn attribution_inside(reader: &Reader<'_, '_>, mark: &Marked) -> Option<TokenIndex> {
    let first = reader.segments.sentence_of(mark.content.start);
    let sentences = reader.segments.sentences.iter().skip(first).take(OPEN_REACH).take_while(|sentence| sentence.block == mark.block);
    for sentence in sentences {
        let from = sentence.tokens.start.max(mark.content.start + 1);
        let reach = sentence.tokens.end.min(mark.content.end).min(from + 2 * LONGEST_CLAUSE);
        let found = (from..reach).find(|&at| {
            let ends = Marked { content: mark.content.start..at, ..mark.clone() };
            let attribution = if reader.word(at) == "," { direct::behind(reader, &ends, sentence, usize::MAX) } else { None };
            attribution.is_some_and(|found| found.cue.is_some_and(|cue| cue.start.min(found.speaker.start) == at + 1))
        });
        if found.is_some() {
            return found;
        }
    }
    None
}
