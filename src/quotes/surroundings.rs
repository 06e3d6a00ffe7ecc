//! Who says what stands between marks without an attribution, as far as the sentences around it tell.
//!
//! A quotation that follows at once on a sentence in which somebody is reported to speak goes on with his words; so does one in
//! a paragraph in which nobody else speaks. One that stands apart and repeats words of the article is said by whoever says
//! them there. Such speakers are inferred. Runs when the reports are known; cost: linear in the quotations and their words.

use std::collections::HashMap;
use std::ops::Range;

use super::Draft;
use super::between;
use super::clauses::Reader;
use super::confidence::{self, Path};
use super::direct;
use super::marks::Marked;
use crate::annotations::QuoteKind;
use crate::document::Role;
use crate::segment::{Kind, TokenIndex};

/// Words by which a repeated quotation is known, and candidates that are compared in full.
const OPENING: usize = 4;
const CANDIDATES: usize = 4;

/// Gives speakers to those of `of_marks` (one for each of `marked`, nothing where a report has taken it in) that have none.
/// `reported` are the drafts of reports, in reading order.
pub(super) fn infer(reader: &Reader<'_, '_>, marked: &[Marked], of_marks: &mut [Option<Draft>], reported: &[Draft]) {
    repeated(reader, marked, of_marks);
    let segments = reader.segments;
    let mut reports = reported.iter().peekable();
    // Who spoke last, with the sentence in which that was said; and everybody who spoke in the block.
    let mut last: Option<(Range<TokenIndex>, usize)> = None;
    let mut here = Voices::default();
    let mut block = usize::MAX;
    for (mark, slot) in marked.iter().zip(of_marks) {
        if mark.block != block {
            (block, here) = (mark.block, Voices::default());
        }
        while let Some(report) = reports.next_if(|report| report.tokens.start < mark.open) {
            let Some(speaker) = report.speaker.clone() else { continue };
            let sentence = segments.sentence_of(report.tokens.end.saturating_sub(1));
            if segments.sentences[sentence].block == block {
                here.hear(reader, &speaker);
            }
            last = Some((speaker, sentence));
        }
        let Some(draft) = slot else { continue };
        let opens_in = segments.sentence_of(mark.open);
        let alone = draft.speaker.is_none()
            && draft.kind == QuoteKind::Direct
            && !mark.set_apart
            && segments.sentences[opens_in].tokens.start == mark.open
            && between::ends_sentence(reader, mark)
            && direct::is_statement(reader, mark);
        if alone {
            let next = last.as_ref().filter(|(_, sentence)| sentence + 1 == opens_in).map(|(speaker, _)| speaker.clone());
            let near = next.is_some();
            let one = next.or_else(|| here.only());
            if let Some(speaker) = one {
                draft.speaker = Some(speaker);
                draft.inferred = true;
                draft.confidence = confidence::of(if near { Path::Near } else { Path::Around }, mark);
            }
        }
        if let Some(speaker) = draft.speaker.clone().filter(|_| draft.kind != QuoteKind::Scare) {
            let end = draft.cue.as_ref().map_or(mark.after(), |cue| cue.end.max(mark.after())).max(speaker.end.min(mark.after()));
            last = Some((speaker.clone(), segments.sentence_of(end.saturating_sub(1))));
            here.hear(reader, &speaker);
        }
    }
}

/// Who speaks in a block, as far as it has been read.
#[derive(Debug, Default)]
enum Voices {
    #[default]
    Nobody,
    /// One person, by the first phrase that names him.
    One(Range<TokenIndex>),
    Several,
}

impl Voices {
    /// Takes in a speaker: the same one is named in the same last word, or is "he" or "she" behind a name.
    fn hear(&mut self, reader: &Reader<'_, '_>, phrase: &Range<TokenIndex>) {
        *self = match std::mem::take(self) {
            Voices::Nobody => Voices::One(phrase.clone()),
            Voices::One(first) => {
                let pronoun = matches!(reader.lower(phrase.start), "he" | "she") && phrase.len() == 1;
                let last = |phrase: &Range<TokenIndex>| phrase.end.saturating_sub(1);
                let same = pronoun || *phrase == first || reader.lower(last(phrase)) == reader.lower(last(&first));
                if same { Voices::One(first) } else { Voices::Several }
            }
            Voices::Several => Voices::Several,
        };
    }

    fn only(&self) -> Option<Range<TokenIndex>> {
        match self {
            Voices::One(phrase) => Some(phrase.clone()),
            Voices::Nobody | Voices::Several => None,
        }
    }
}

/// Quotations that stand apart, as a caption or a block of their own, and repeat words that somebody says in the article.
fn repeated(reader: &Reader<'_, '_>, marked: &[Marked], of_marks: &mut [Option<Draft>]) {
    let mut openings: HashMap<String, Vec<usize>> = HashMap::new();
    let apart: Vec<bool> = marked.iter().map(|mark| stands_apart(reader, mark)).collect();
    if !apart.contains(&true) {
        return;
    }
    let wanted: Vec<Option<String>> = marked
        .iter()
        .zip(&apart)
        .map(|(mark, apart)| apart.then(|| words(reader, &mark.content).take(OPENING).collect::<Vec<_>>()))
        .map(|opening| opening.filter(|words| words.len() == OPENING).map(|words| words.join(" ")))
        .collect();
    for opening in wanted.iter().flatten() {
        openings.entry(opening.clone()).or_default();
    }
    // Where each wanted opening stands in a quotation whose speaker is known.
    for (index, mark) in marked.iter().enumerate() {
        let known = of_marks.get(index).and_then(Option::as_ref).is_some_and(|draft| draft.speaker.is_some());
        if !known || apart[index] {
            continue;
        }
        let all: Vec<&str> = words(reader, &mark.content).collect();
        for window in all.windows(OPENING) {
            if let Some(places) = openings.get_mut(&window.join(" ")) {
                places.push(index);
            }
        }
    }
    for (index, opening) in wanted.iter().enumerate() {
        let Some(places) = opening.as_ref().and_then(|opening| openings.get(opening)) else { continue };
        let source = places.iter().take(CANDIDATES).copied().find(|&source| holds(reader, &marked[source], &marked[index]));
        let Some(source) = source.and_then(|source| of_marks.get(source)?.clone()) else { continue };
        let Some(draft) = of_marks.get_mut(index).and_then(Option::as_mut) else { continue };
        if draft.speaker.is_some() || draft.kind == QuoteKind::Scare {
            continue;
        }
        draft.speaker = source.speaker;
        draft.statement = source.statement;
        draft.inferred = true;
        draft.confidence = confidence::of(Path::Repeated, &marked[index]);
    }
}

/// Whether a quotation is the whole of its block, or stands in a caption or in a headline.
fn stands_apart(reader: &Reader<'_, '_>, mark: &Marked) -> bool {
    let sentence = reader.segments.sentence_of(mark.open);
    let first = &reader.segments.sentences[sentence];
    let opens =
        first.tokens.start == mark.open && sentence.checked_sub(1).is_none_or(|at| reader.segments.sentences[at].block != mark.block);
    let closes = reader.segments.sentences.get(reader.segments.sentence_of(mark.after())).is_none_or(|next| next.block != mark.block)
        || mark.after() >= reader.segments.tokens.len();
    opens && closes || matches!(first.role, Role::Caption)
}

/// The words of a quotation in lower case.
fn words<'r>(reader: &'r Reader<'_, '_>, content: &Range<TokenIndex>) -> impl Iterator<Item = &'r str> {
    content.clone().filter(|&at| matches!(reader.kind(at), Some(Kind::Word | Kind::Number))).map(|at| reader.lower(at))
}

/// Whether the words of `part` stand in a row in `whole`.
fn holds(reader: &Reader<'_, '_>, whole: &Marked, part: &Marked) -> bool {
    let part: Vec<&str> = words(reader, &part.content).collect();
    let whole: Vec<&str> = words(reader, &whole.content).collect();
    // Each start is left at the first word that differs; the opening is rare enough to bound the starts.
    let starts = whole.windows(OPENING).enumerate().filter(|(_, window)| part.starts_with(window)).map(|(start, _)| start);
    starts.take(CANDIDATES).any(|start| whole[start..].starts_with(&part))
}
