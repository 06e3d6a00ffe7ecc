//! Who says what stands between marks: the cue and subject behind, in front or in the middle; a name below; a name that signs.
//!
//! Finds phrases only, and gives up rather than guess. Whether the words are a statement at all is told by `statements`.

mod speakers;
mod statements;

use std::ops::Range;

use super::clauses::Reader;
use super::cues::Form;
use super::grammar::{is_conjunction, is_determiner, is_preposition};
use super::marks::Marked;
use crate::annotations::EntityType;
use crate::segment::{Kind, Sentence, TokenIndex};
use speakers::{agrees, is_noun, is_past, is_phrase_of_somebody, is_told_to, opening_person, with_apposition, with_name};
pub(super) use speakers::{behind_dateline, main_subject, subject};
pub(super) use statements::{is_reference, is_statement, is_title};

/// Words behind a quotation among which its cue is sought.
const REACH: usize = 45;

/// The same, where the quotation ends in a question or exclamation mark and a sentence of its own may follow.
const QUESTION_REACH: usize = 12;

/// Words behind a quotation that may be the name and office of who signs it.
const SIGNATURE: usize = 30;

/// Phrases that name a source, in lower case.
const SOURCES: &[&[&str]] = &[&["according", "to"], &["in", "the", "words", "of"]];

/// Words that open the block below a quotation and lead to who said it, in lower case.
const BELOW: &[&[&str]] = &[
    &["so", "said"],
    &["so", "says"],
    &["so", "wrote"],
    &["thus", "spoke"],
    &["these", "are", "the", "words", "of"],
    &["these", "were", "the", "words", "of"],
    &["those", "are", "the", "words", "of"],
    &["those", "were", "the", "words", "of"],
    &["that", "was", "the", "message", "from"],
    &["that", "was", "the", "message", "of"],
    &["that", "was", "the", "verdict", "of"],
    &["that", "was", "the", "view", "of"],
    &["that", "is", "the", "message", "from"],
    &["that", "is", "the", "verdict", "of"],
    &["that", "is", "the", "view", "of"],
];

/// The cue of a quotation and the phrase that names who spoke.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Attribution {
    /// Nothing where the quotation is signed, or the sentence in front ends in a colon without one: the speaker is then inferred.
    pub(super) cue: Option<Range<TokenIndex>>,
    pub(super) speaker: Range<TokenIndex>,
    pub(super) addressee: Option<Range<TokenIndex>>,
    /// The first token behind the attribution.
    pub(super) end: TokenIndex,
    /// Whether the speaker's name stands behind the quotation as under a letter.
    pub(super) signed: bool,
}

impl Attribution {
    fn by(cue: Range<TokenIndex>, speaker: Range<TokenIndex>, addressee: Option<Range<TokenIndex>>, end: TokenIndex) -> Self {
        Attribution { cue: Some(cue), speaker, addressee, end, signed: false }
    }
}

/// The attribution behind the quotation, in the rest of `sentence`: “…,” said Ada; “…,” Ada told reporters.
pub(super) fn behind(reader: &Reader<'_, '_>, marked: &Marked, sentence: &Sentence, next_open: TokenIndex) -> Option<Attribution> {
    let mut at = marked.after();
    let last = last_word(reader, marked);
    // “Why?” Ada asked: the question ends a sentence, but its attribution follows. So does a sentence that is nothing else:
    // “It is safe.” Ada said.
    let asked = at >= sentence.tokens.end && (matches!(last, "?" | "!" | "…" | "..." | "!!!" | "?!") || is_only_cue(reader, at));
    let end = if asked {
        reader.segments.sentences.get(reader.segments.sentence_of(at)).map_or(at, |next| next.tokens.end)
    } else {
        sentence.tokens.end
    };
    let limit = end.min(next_open).min(at + if asked { QUESTION_REACH } else { REACH });
    if at >= limit || asked && reader.segments.sentences[reader.segments.sentence_of(at)].block != marked.block {
        return None;
    }
    let comma_behind = matches!(reader.word(at), "," | "–" | "—" | "―" | "-");
    at += usize::from(comma_behind);
    // Two hyphens make a dash.
    at += usize::from(comma_behind && reader.word(at) == "-");
    let first = at;
    // A comma or dash, or a question mark inside, ties the quotation to the words behind it.
    let joined = matches!(last, "," | "?" | "!" | "…" | "...") || comma_behind;
    // "“…,” but he said": that is about other words.
    if is_conjunction(reader.lower(first)) && reader.lower(first) != "as" {
        return None;
    }
    if let Some(source) = source(reader, first, limit) {
        return Some(source);
    }
    while at < limit {
        if let Some(found) = quoted_as(reader, at, first, limit) {
            return Some(found);
        }
        let Some((length, cue)) = reader.cue_at(at, limit).filter(|(_, cue)| cue.takes('q') && cue.form != Form::Gerund) else {
            at += 1;
            continue;
        };
        let verb = at;
        at += length;
        if reader.is_idle(verb, cue.form, first) {
            continue;
        }
        // Behind a quotation that stands inside a clause of the narrator's, a later verb is another matter.
        if !joined && verb > first && reader.verb_group(verb, first) > first + 8 {
            return None;
        }
        if verb == first {
            // Inverted: the speaker follows the verb.
            let speaker = reader.phrase_from(verb + length, limit, true).filter(|phrase| reader.is_speaker(phrase))?;
            let speaker = with_apposition(reader, speaker, limit);
            let end = speaker.end;
            return Some(Attribution::by(verb..verb + length, speaker, None, end));
        }
        // A verb of an apposition ("Ada Stone, who told the court as much, said") is passed over.
        let speaker = reader.subject_before(verb, first).filter(|speaker| agrees(reader, speaker, cue.form));
        let speaker = speaker.filter(|speaker| is_phrase_of_somebody(reader, speaker) || reader.name_at(speaker.start).is_some());
        let Some(speaker) = speaker.filter(|speaker| reader.lower(speaker.start) != "who") else { continue };
        // In front of the speaker stands at most when and where: a clause there has its own say.
        let clause = |at: TokenIndex| is_conjunction(reader.lower(at)) || reader.tag(at).is_finite() || is_past(reader, at);
        if speaker.start > first + 12 || speaker.start > first && (!joined || (first + 1..speaker.start).any(clause)) {
            return None;
        }
        let addressee = if cue.takes('o') { reader.phrase_from(verb + length, limit, false) } else { None };
        let end = addressee.as_ref().map_or(verb + length, |addressee| addressee.end);
        return Some(Attribution::by(verb..verb + length, speaker, addressee, end));
    }
    None
}

/// Whether a sentence begins at `at` that is a subject and a reporting verb, and nothing else: "Ada Stone said."
fn is_only_cue(reader: &Reader<'_, '_>, at: TokenIndex) -> bool {
    let Some(sentence) = reader.segments.sentences.get(reader.segments.sentence_of(at)).filter(|next| next.tokens.start == at) else {
        return false;
    };
    let verb = sentence.tokens.end.saturating_sub(2);
    let cue = if verb > at { reader.cue_at(verb, sentence.tokens.end) } else { None };
    sentence.tokens.len() <= QUESTION_REACH && cue.is_some_and(|(length, cue)| length == 1 && cue.takes('q') && cue.form == Form::Past)
}

/// The last word or punctuation of a quotation that is no mark.
fn last_word<'d>(reader: &Reader<'_, 'd>, marked: &Marked) -> &'d str {
    let last = marked.content.clone().rev().take(4).find(|&at| reader.kind(at) != Some(Kind::Mark));
    last.map_or("", |at| reader.word(at))
}

/// "According to Ada" and "in the words of Ada" at `at`.
fn source(reader: &Reader<'_, '_>, at: TokenIndex, limit: TokenIndex) -> Option<Attribution> {
    let is_here = |words: &&&[&str]| words.iter().enumerate().all(|(distance, word)| reader.lower(at + distance) == *word);
    let cue = at..at + SOURCES.iter().find(is_here)?.len();
    let speaker = reader.phrase_from(cue.end, limit, true).filter(|speaker| reader.is_speaker(speaker))?;
    let speaker = with_name(reader, speaker, limit);
    let end = speaker.end;
    Some(Attribution::by(cue, speaker, None, end))
}

/// "The paper quoted him as saying" and "she was quoted as saying" at the word "quoted": whom is quoted, not who quotes.
fn quoted_as(reader: &Reader<'_, '_>, at: TokenIndex, floor: TokenIndex, limit: TokenIndex) -> Option<Attribution> {
    if !matches!(reader.lower(at), "quoted" | "quotes" | "quoting" | "cited") {
        return None;
    }
    let verb = (at + 1..limit.min(at + QUESTION_REACH)).find(|&verb| {
        reader.lower(verb - 1) == "as" && matches!(reader.lower(verb), "saying" | "telling" | "writing" | "warning" | "asking")
    })?;
    let end = verb + 1;
    // "quoted as saying", "quoted by the paper as saying".
    if verb == at + 2 || reader.lower(at + 1) == "by" {
        let speaker = reader.subject_before(at, floor)?;
        let cue = if verb == at + 2 { at..end } else { verb..end };
        return Some(Attribution::by(cue, speaker, None, end));
    }
    let object = reader.phrase_from(at + 1, verb - 1, false).filter(|object| object.end + 1 == verb && reader.is_speaker(object));
    let pronoun = verb == at + 3 && matches!(reader.lower(at + 1), "him" | "her" | "them" | "me" | "us");
    let speaker = object.or_else(|| pronoun.then(|| at + 1..at + 2))?;
    Some(Attribution::by(verb..end, speaker, None, end))
}

/// The name that stands behind a quotation as under a letter: “…” — Ada Stone, mayor of the town.
pub(super) fn signed(reader: &Reader<'_, '_>, marked: &Marked, next_open: TokenIndex) -> Option<Attribution> {
    let dash = marked.after();
    let segments = reader.segments;
    let sentence = &segments.sentences[segments.sentence_of(dash)];
    let closes = segments.sentences[segments.sentence_of(marked.content.end - 1)].block;
    // In the same block, or as the next one, which then holds nothing else.
    let near = sentence.block == closes || sentence.block == closes + 1 && sentence.tokens.start == dash;
    if !near || !(reader.is_dash(dash) || matches!(reader.word(dash), "―" | "~")) || next_open <= dash {
        return None;
    }
    let start = dash + 1 + usize::from(reader.word(dash + 1) == "-");
    let mut end = sentence.tokens.end;
    while end > start && reader.kind(end - 1) == Some(Kind::Stop) {
        end -= 1;
    }
    if end <= start || end - start > SIGNATURE || end > next_open {
        return None;
    }
    let named = (start..end.min(start + 6)).find_map(|at| reader.name_at(at));
    let is_capitalised = |at: TokenIndex| segments.tokens[at].is_capitalised;
    let person = match named {
        // A newspaper and a day: where the words are from.
        Some(name) if name.kind != EntityType::Person => return None,
        Some(name) => name.tokens.start == start || (start..name.tokens.start).all(|at| is_capitalised(at) || reader.word(at) == ","),
        None => end - start >= 2 && (start..end.min(start + 2)).all(is_capitalised),
    };
    let clause = (start..end).take_while(|&at| reader.word(at) != ",").any(|at| reader.tag(at).is_finite());
    let signature = Attribution { cue: None, speaker: start..end, addressee: None, end: sentence.tokens.end, signed: true };
    (person && !clause).then_some(signature)
}

/// The attribution that opens the block below a quotation that fills its own: “…” / So said Ada Stone on Monday.
pub(super) fn below(reader: &Reader<'_, '_>, marked: &Marked) -> Option<Attribution> {
    let segments = reader.segments;
    let start = marked.after() + usize::from(reader.kind(marked.after()) == Some(Kind::Stop));
    let own = &segments.sentences[segments.sentence_of(marked.open)];
    let next = segments.sentences.get(segments.sentence_of(start)).filter(|next| next.tokens.start == start)?;
    if own.tokens.start != marked.open || next.block != own.block + 1 {
        return None;
    }
    let is_here = |words: &&&[&str]| words.iter().enumerate().all(|(distance, word)| reader.lower(start + distance) == *word);
    let end = start + BELOW.iter().find(is_here)?.len();
    let speaker = reader.phrase_from(end, next.tokens.end, true).filter(|speaker| reader.is_speaker(speaker))?;
    let speaker = with_apposition(reader, speaker, next.tokens.end);
    let end = speaker.end;
    Some(Attribution::by(start..speaker.start, speaker, None, end))
}

/// The attribution in front of the quotation: Ada said: “…”; Ada told reporters in Oslo on Friday, “…”.
pub(super) fn in_front(reader: &Reader<'_, '_>, marked: &Marked, sentence: &Sentence, floor: TokenIndex) -> Option<Attribution> {
    let start = sentence.tokens.start.max(floor).max(marked.open.saturating_sub(REACH));
    let mut end = marked.open;
    if end > start && matches!(reader.word(end - 1), "," | ":") {
        end -= 1;
    }
    let introduced = end < marked.open;
    // "on CNN's “Morning Hour”": the marks hold a title.
    if end <= start || reader.kind(end - 1) == Some(Kind::Possessive) {
        return None;
    }
    let last = end - 1;
    // "told the “experts”", "a report of “cracks”": the marks hold a part of the narrator's phrase.
    let before = reader.lower(last);
    if !introduced && before != "that" && (is_determiner(before) || is_preposition(before) || is_conjunction(before)) {
        return None;
    }
    if before == "saying"
        && let Some(found) = (start..last).rev().take(QUESTION_REACH).find_map(|at| quoted_as(reader, at, start, end))
    {
        return Some(Attribution { end: marked.open, ..found });
    }
    let named = (start..end).rev().take(QUESTION_REACH).find_map(|at| source(reader, at, end));
    if let Some(named) = named.filter(|named| named.end == end) {
        return Some(Attribution { end: marked.open, ..named });
    }
    let cue = (start..end).rev().find_map(|at| {
        let (length, cue) = reader.cue_at(at, end)?;
        // "a blog post “…”": a noun.
        if cue.form == Form::Base && length == 1 && is_noun(reader, at, start) {
            return None;
        }
        let told = introduced && at + length == end && is_told_to(reader, at, start);
        // "went on “…”" needs its comma.
        let whole = length == 1 || introduced || cue.takes('t');
        (cue.takes('q') && whole && (told || !reader.is_idle(at, cue.form, start))).then_some((at, length, cue, told))
    });
    let Some((verb, length, cue, told)) = cue else {
        // "The minister was blunt: “…”"
        let colon = introduced && reader.word(end) == ":" && reader.cue_at(end - 1, end).is_none() && reader.lower(start) != "if";
        let speaker = if colon { opening_person(reader, start, end) } else { None }?;
        return Some(Attribution { cue: None, speaker, addressee: None, end: marked.open, signed: false });
    };
    let mut at = verb + length;
    let mut addressee = None;
    if at < end && cue.takes('o') {
        addressee = reader.phrase_from(at, end, false);
        at = addressee.as_ref().map_or(at, |addressee| addressee.end);
    }
    if cue.takes('t') && reader.lower(at) == "that" && at + 1 == end {
        at += 1;
    }
    let reached = reader.behind_adjuncts(at, end);
    // "complained about the noise “…”": about what, and so no words of theirs.
    if !introduced && reached > at && matches!(reader.lower(at), "about" | "of" | "for" | "against" | "with" | "from" | "by") {
        return None;
    }
    // What stands between the cue and the mark must be about the saying; a clause there makes the quotation a part of it.
    if reached < end && (!introduced || reader.is_clause_opener(at, end)) {
        return None;
    }
    let speaker = if told { reader.subject_before(verb - 2, start) } else { subject(reader, verb, cue.form, start) };
    // The subject of a participle may stand in front of other marks: "Falk mocked the “plan,” saying, “…”"
    let main = || (cue.form == Form::Gerund && introduced).then(|| main_subject(reader, sentence.tokens.start, verb)).flatten();
    let speaker = speaker.or_else(main);
    let speaker = speaker.or_else(|| {
        // "Said Ada: “…”", "But, said Ada, “…”"
        let inverted = cue.form != Form::Gerund && (verb == start || reader.word(verb - 1) == ",");
        inverted.then(|| reader.phrase_from(verb + length, end, true)).flatten().filter(|phrase| reader.is_speaker(phrase))
    })?;
    Some(Attribution::by(verb..verb + length, speaker, addressee, marked.open))
}

/// The participle of who spoke last, between that attribution and the quotation: “…,” Ada said, adding, “…”
pub(super) fn participle_behind(reader: &Reader<'_, '_>, marked: &Marked, from: TokenIndex) -> Option<Range<TokenIndex>> {
    let mut at = from;
    while at < marked.open && (reader.word(at) == "," || matches!(reader.lower(at), "and" | "then" | "later")) {
        at += 1;
    }
    let (length, _) = reader.cue_at(at, marked.open).filter(|(_, cue)| cue.form == Form::Gerund && cue.takes('q'))?;
    let rest = at + length..marked.open;
    let tied = rest.len() <= QUESTION_REACH
        && (rest.is_empty() || matches!(reader.word(marked.open - 1), "," | ":") || reader.lower(rest.end - 1) == "that");
    tied.then_some(at..at + length)
}
