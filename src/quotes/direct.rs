//! Who says what stands between marks: the cue and subject behind, in front or in the middle.

use std::ops::Range;

use super::clauses::{Reader, is_utterance};
use super::cues::{self, Form};
use super::grammar::{is_conjunction, is_determiner, is_finite, is_preposition, is_subject_pronoun};
use super::marks::Marked;
use crate::annotations::{EntityType, ValueType};
use crate::segment::{Case, Kind, Sentence, TokenIndex};

/// Words behind a quotation among which its cue is sought.
const REACH: usize = 45;

/// The same, where the quotation ends in a question or exclamation mark and a sentence of its own may follow.
const QUESTION_REACH: usize = 12;

/// Words behind a quotation that may be the name and office of who signs it.
const SIGNATURE: usize = 30;

/// Words that an apposition behind the speaker of an inverted verb may have.
const APPOSITION: usize = 60;

/// Phrases that name a source, in lower case.
const SOURCES: &[&[&str]] = &[&["according", "to"], &["in", "the", "words", "of"]];

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
        let clause = |at: TokenIndex| is_conjunction(reader.lower(at)) || is_finite(reader.lower(at)) || is_past(reader, at);
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

/// Whether a verb of that form can have the phrase as its subject: "state" and "report" are nouns behind a singular.
fn agrees(reader: &Reader<'_, '_>, subject: &Range<TokenIndex>, form: Form) -> bool {
    let plural = |at: TokenIndex| reader.lower(at).ends_with('s') || matches!(reader.lower(at), "people" | "police" | "and" | "who");
    // "Ada Stone offered comments": a noun behind a verb.
    if form == Form::Third && is_past(reader, subject.end - 1) {
        return false;
    }
    form != Form::Base || matches!(reader.lower(subject.start), "i" | "we" | "you" | "they") || subject.clone().any(plural)
}

/// Whether the word looks like a verb in the past: "offered".
fn is_past(reader: &Reader<'_, '_>, at: TokenIndex) -> bool {
    reader.lower(at).ends_with("ed") && reader.segments.tokens.get(at).is_some_and(|token| token.case == Case::Lower)
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

/// A phrase with the name and letters that stand behind it between commas: "the prosecutor, Ada Stone, QC".
fn with_name(reader: &Reader<'_, '_>, phrase: Range<TokenIndex>, limit: TokenIndex) -> Range<TokenIndex> {
    let mut end = phrase.end;
    while end + 1 < limit && reader.word(end) == "," {
        let person = reader.name_at(end + 1).filter(|name| name.kind == EntityType::Person && name.tokens.start == end + 1);
        let letters = reader.segments.tokens[end + 1].case == Case::Upper && reader.word(end + 1).len() <= 4;
        let next = person.map_or(end + 1 + usize::from(letters), |name| name.tokens.end);
        if next == end + 1 || next < limit && reader.word(next) != "," && reader.kind(next) != Some(Kind::Stop) {
            break;
        }
        end = next;
    }
    phrase.start..end
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

/// The speaker of an inverted verb with all that is said of him: "said Ada Stone, one of many who crossed the bridge".
fn with_apposition(reader: &Reader<'_, '_>, speaker: Range<TokenIndex>, limit: TokenIndex) -> Range<TokenIndex> {
    let speaker = with_name(reader, speaker, limit);
    let next = speaker.end + 1;
    let opens = reader.word(speaker.end) == ","
        && (matches!(reader.lower(next), "who" | "whose" | "one" | "a" | "an" | "the" | "himself" | "herself")
            || reader.kind(next) == Some(Kind::Number));
    if !opens {
        return speaker;
    }
    let reach = limit.min(next + APPOSITION);
    let ends = |at: TokenIndex| {
        matches!(reader.kind(at), Some(Kind::Stop | Kind::Mark))
            || matches!(reader.word(at), ";" | ":" | "(")
            || reader.is_dash(at)
            // Behind a comma the narrator goes on: "…, after the vote", "…, adding that".
            || reader.word(at) == ","
                && (is_preposition(reader.lower(at + 1))
                    || is_conjunction(reader.lower(at + 1))
                    || reader.lower(at + 1).ends_with("ing")
                    || reader.value_at(at + 1).is_some())
    };
    let end = (next..reach).find(|&at| ends(at)).unwrap_or(reach);
    speaker.start..end
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
    let clause = (start..end).take_while(|&at| reader.word(at) != ",").any(|at| is_finite(reader.lower(at)));
    (person && !clause).then(|| Attribution { cue: None, speaker: start..end, addressee: None, end: sentence.tokens.end, signed: true })
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
    let speaker = speaker.or_else(|| {
        // "Said Ada: “…”", "But, said Ada, “…”"
        let inverted = cue.form != Form::Gerund && (verb == start || reader.word(verb - 1) == ",");
        inverted.then(|| reader.phrase_from(verb + length, end, true)).flatten().filter(|phrase| reader.is_speaker(phrase))
    })?;
    Some(Attribution::by(verb..verb + length, speaker, addressee, marked.open))
}

/// The subject of the verb at `verb` in front of what it reports, not before `floor`.
pub(super) fn subject(reader: &Reader<'_, '_>, verb: TokenIndex, form: Form, floor: TokenIndex) -> Option<Range<TokenIndex>> {
    let floor = behind_dateline(reader, floor, verb);
    if form == Form::Gerund {
        return participle_subject(reader, verb, floor);
    }
    let near = reader.subject_before(verb, floor);
    match near {
        Some(subject) if !agrees(reader, &subject, form) => None,
        Some(subject) if is_phrase_of_somebody(reader, &subject) => Some(subject),
        // The phrase holds more than the subject: "Asked about the bridge, Ada said".
        Some(subject) => {
            main_subject(reader, floor, verb).filter(|main| *main != subject).or_else(|| behind_last_comma(reader, &subject, verb))
        }
        None => shared_subject(reader, verb, floor),
    }
}

/// Behind "OSLO, May 8 (AP) —" at the head of a sentence.
fn behind_dateline(reader: &Reader<'_, '_>, start: TokenIndex, end: TokenIndex) -> TokenIndex {
    let capitals = reader.segments.tokens.get(start).is_some_and(|token| token.case == Case::Upper);
    let dash = (start..end.min(start + 14)).find(|&at| reader.is_dash(at));
    dash.filter(|_| capitals).map_or(start, |dash| dash + 1)
}

/// Whether a phrase can be a subject as it stands: it opens with no verb, preposition or conjunction and owns nothing.
fn is_phrase_of_somebody(reader: &Reader<'_, '_>, phrase: &Range<TokenIndex>) -> bool {
    let first = reader.lower(phrase.start);
    let verb = cues::verb(first).is_some_and(|cue| cue.form != Form::Base)
        || first.ends_with("ing")
        || matches!(first, "spoke" | "compared" | "based" | "given");
    let opens =
        verb || is_preposition(first) || is_conjunction(first) || reader.value_at(phrase.start).is_some_and(|value| value.end < phrase.end);
    let named = reader.name_at(phrase.start).is_some();
    (named || !opens) && reader.kind(phrase.end - 1) != Some(Kind::Possessive)
}

/// What stands between the last comma of a phrase and the verb behind it, where that can be a subject.
fn behind_last_comma(reader: &Reader<'_, '_>, phrase: &Range<TokenIndex>, verb: TokenIndex) -> Option<Range<TokenIndex>> {
    let comma = phrase.clone().rev().find(|&at| reader.word(at) == ",")?;
    let subject = reader.phrase_from(comma + 1, verb, false)?;
    (is_phrase_of_somebody(reader, &subject) && reader.is_speaker(&subject)).then_some(subject)
}

/// Whether a base form is rather a noun: nothing in front makes a verb of it.
fn is_noun(reader: &Reader<'_, '_>, at: TokenIndex, floor: TokenIndex) -> bool {
    let group = reader.verb_group(at, floor);
    let before = if group > floor { reader.lower(group - 1) } else { "" };
    let verbal = matches!(before, "i" | "we" | "you" | "they" | "to" | "who" | "and" | "people" | "police" | "did" | "do") || group < at;
    !verbal && !before.ends_with('s')
}

/// Whether the infinitive at `verb` tells what was said: "interjected to say".
fn is_told_to(reader: &Reader<'_, '_>, verb: TokenIndex, floor: TokenIndex) -> bool {
    verb >= floor + 3 && reader.lower(verb - 1) == "to" && reader.lower(verb - 2).ends_with("ed")
}

/// Who does what a participle in front of a quotation says: "She attacked the plan, saying, “…”". A paper speaks for who
/// issued it: "She issued a statement saying, “…”".
fn participle_subject(reader: &Reader<'_, '_>, verb: TokenIndex, floor: TokenIndex) -> Option<Range<TokenIndex>> {
    // Who spoke before in the sentence speaks on: "Ada said the bridge was safe, adding, “…”".
    let spoke = (floor..verb).rev().take(REACH).find_map(|at| {
        let (_, cue) = reader.cue_at(at, verb).filter(|(_, cue)| matches!(cue.form, Form::Past | Form::Third))?;
        (!reader.is_idle(at, cue.form, floor)).then_some(at)
    });
    let near = reader.gerund_subject(verb, floor);
    let with = |subject: &Range<TokenIndex>| subject.start > floor && reader.lower(subject.start - 1) == "with";
    if let Some(subject) = near.clone().filter(with) {
        return Some(subject);
    }
    let set_off = verb > floor && reader.word(verb - 1) == ",";
    let before = spoke.filter(|_| set_off).and_then(|spoke| reader.subject_before(spoke, floor));
    let is_known = |subject: &Range<TokenIndex>| is_phrase_of_somebody(reader, subject) && reader.lower(subject.start) != "who";
    if let Some(subject) = before.filter(is_known) {
        return Some(subject);
    }
    let is_paper = |subject: &Range<TokenIndex>| subject.end == verb && is_utterance(reader.lower(verb - 1));
    match near {
        Some(subject) if is_paper(&subject) => {
            let issuer = main_subject(reader, floor, subject.start).filter(|issuer| is_named(reader, issuer));
            issuer.or(Some(subject))
        }
        Some(subject) if is_named(reader, &subject) => Some(subject),
        near => main_subject(reader, floor, verb).or(near),
    }
}

/// Whether the phrase holds a name of somebody or is a pronoun.
fn is_named(reader: &Reader<'_, '_>, phrase: &Range<TokenIndex>) -> bool {
    let speaks = |kind: EntityType| matches!(kind, EntityType::Person | EntityType::Organization);
    let whole = reader.name_at(phrase.start).is_some_and(|name| name.tokens == *phrase);
    whole
        || is_subject_pronoun(reader.lower(phrase.start))
        || phrase.clone().any(|at| reader.name_at(at).is_some_and(|name| speaks(name.kind)))
}

/// The subject of the sentence, behind what opens it up to a comma: "On Monday, Ada Stone left the room".
fn main_subject(reader: &Reader<'_, '_>, floor: TokenIndex, end: TokenIndex) -> Option<Range<TokenIndex>> {
    let direct = reader.opening_subject(floor, end).filter(|subject| is_named(reader, subject));
    if direct.is_some() {
        return direct;
    }
    let commas = (floor..end.min(floor + 25)).filter(|&at| reader.word(at) == ",").take(3);
    if reader.name_at(floor).is_some_and(|name| name.kind == EntityType::Person) {
        return None;
    }
    commas.into_iter().find_map(|comma| reader.opening_subject(comma + 1, end).filter(|subject| is_named(reader, subject)))
}

/// The subject of a verb behind "and", which is that of the verb in front: "Ada laughed and said, “…”".
fn shared_subject(reader: &Reader<'_, '_>, verb: TokenIndex, floor: TokenIndex) -> Option<Range<TokenIndex>> {
    let group = reader.verb_group(verb, floor);
    if group <= floor + 1 || !matches!(reader.lower(group - 1), "and" | "but" | "then") {
        return None;
    }
    let is_verb = |&at: &TokenIndex| is_past(reader, at);
    let near = (floor + 1..group - 1).rev().take(QUESTION_REACH).find(is_verb);
    let before = near.and_then(|verb| reader.subject_before(verb, floor));
    before.or_else(|| main_subject(reader, floor, verb))
}

/// Who a sentence that leads to a quotation by a colon is about: the person whose name, title or pronoun is its subject.
fn opening_person(reader: &Reader<'_, '_>, start: TokenIndex, end: TokenIndex) -> Option<Range<TokenIndex>> {
    if matches!(reader.lower(start), "he" | "she") {
        return Some(start..start + 1);
    }
    let person = (start..end.min(start + 5)).find_map(|at| reader.name_at(at).filter(|name| name.kind == EntityType::Person));
    let titled = person.filter(|name| (start..name.tokens.start).all(|at| reader.segments.tokens[at].is_capitalised));
    let titled = titled.map(|name| start..name.tokens.end).filter(|name| reader.kind(name.end) != Some(Kind::Possessive));
    titled.or_else(|| {
        let subject = main_subject(reader, start, end)?;
        let person =
            |at: TokenIndex| reader.name_at(at).is_some_and(|name| name.kind == EntityType::Person && name.tokens.end == subject.end);
        let pronoun = matches!(reader.lower(subject.start), "he" | "she" | "they" | "i" | "we");
        (pronoun || person(subject.end - 1)).then_some(subject)
    })
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

/// Whether the words between marks are a title: nearly all begin with a capital, and no sentence ends among them.
pub(super) fn is_title(reader: &Reader<'_, '_>, marked: &Marked) -> bool {
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
pub(super) fn is_reference(reader: &Reader<'_, '_>, marked: &Marked) -> bool {
    let dash = marked.after();
    let Some(sentence) = reader.segments.sentences.get(reader.segments.sentence_of(dash)) else { return false };
    let rest = dash..sentence.tokens.end.min(dash + SIGNATURE);
    let dated = rest.clone().any(|at| reader.value(at).is_some_and(|value| value.kind == ValueType::Date));
    sentence.block == marked.block && reader.is_dash(dash) && dated && !rest.clone().any(|at| is_finite(reader.lower(at)))
}

/// Whether the words between marks are a statement on their own, rather than a title, a nickname or a single term.
pub(super) fn is_statement(reader: &Reader<'_, '_>, marked: &Marked) -> bool {
    let words = marked.content.clone().filter(|&at| reader.kind(at) == Some(Kind::Word)).take(5).count();
    let ends = reader.kind(marked.content.end - 1) == Some(Kind::Stop);
    // “[The bridge] is safe”, “… it is safe”: what was left out stands in front.
    let first = marked.content.clone().take(4).find(|&at| matches!(reader.kind(at), Some(Kind::Word | Kind::Number)));
    let cut = first.is_some_and(|first| first > marked.content.start);
    let starts = cut || first.is_some_and(|first| reader.segments.tokens[first].is_capitalised || reader.kind(first) == Some(Kind::Number));
    !is_title(reader, marked) && starts && (words >= 5 || ends && words >= 2)
}
