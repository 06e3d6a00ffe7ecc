//! The subject of the verb in front of a quotation, and all that is said of the speaker of one behind it.
//!
//! The light parse (`clauses`) finds a phrase; here it is asked whether somebody can be meant, and where it holds more than
//! the subject, the sentence's own subject is looked for.

use std::ops::Range;

use crate::annotations::EntityType;
use crate::lists::list;
use crate::quotes::clauses::{Reader, is_utterance};
use crate::quotes::cues::{self, Form};
use crate::quotes::grammar::{is_conjunction, is_preposition, is_subject_pronoun};
use crate::quotes::words::Tag;
use crate::segment::{Case, Kind, TokenIndex};

/// Words in front of a participle, and in front of a verb, among which another verb is sought.
const REACH: usize = 45;
const NEAR: usize = 12;

/// Words that an apposition behind the speaker of an inverted verb may have.
const APPOSITION: usize = 60;

/// Whether a verb of that form can have the phrase as its subject: "state" and "report" are nouns behind a singular.
pub(super) fn agrees(reader: &Reader<'_, '_>, subject: &Range<TokenIndex>, form: Form) -> bool {
    let plural = |at: TokenIndex| reader.lower(at).ends_with('s') || matches!(reader.lower(at), "people" | "police" | "and" | "who");
    // "Ada Stone offered comments": a noun behind a verb.
    if form == Form::Third && is_past(reader, subject.end - 1) {
        return false;
    }
    form != Form::Base || matches!(reader.lower(subject.start), "i" | "we" | "you" | "they") || subject.clone().any(plural)
}

/// Whether the word looks like a verb in the past: "offered".
pub(super) fn is_past(reader: &Reader<'_, '_>, at: TokenIndex) -> bool {
    reader.lower(at).ends_with("ed") && reader.segments.tokens.get(at).is_some_and(|token| token.case == Case::Lower)
}

/// A phrase with the name and letters that stand behind it between commas: "the prosecutor, Ada Stone, QC".
pub(super) fn with_name(reader: &Reader<'_, '_>, phrase: Range<TokenIndex>, limit: TokenIndex) -> Range<TokenIndex> {
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

/// The speaker of an inverted verb with all that is said of him: "said Ada Stone, one of many who crossed the bridge".
pub(super) fn with_apposition(reader: &Reader<'_, '_>, speaker: Range<TokenIndex>, limit: TokenIndex) -> Range<TokenIndex> {
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

/// The subject of the verb at `verb` in front of what it reports, not before `floor`.
pub(in crate::quotes) fn subject(reader: &Reader<'_, '_>, verb: TokenIndex, form: Form, floor: TokenIndex) -> Option<Range<TokenIndex>> {
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

/// Behind "OSLO, May 8 (AP) —" at the head of a sentence, but not behind "NATO said the tunnel —".
pub(in crate::quotes) fn behind_dateline(reader: &Reader<'_, '_>, start: TokenIndex, end: TokenIndex) -> TokenIndex {
    let capitals = reader.segments.tokens.get(start).is_some_and(|token| token.case == Case::Upper);
    let small = |at: TokenIndex| reader.segments.tokens[at].case == Case::Lower;
    let dash = (start..end.min(start + 14)).take_while(|&at| !small(at)).find(|&at| reader.is_dash(at));
    dash.filter(|_| capitals).map_or(start, |dash| dash + 1)
}

/// Whether a phrase can be a subject as it stands: it opens with no verb, preposition or conjunction and owns nothing.
pub(super) fn is_phrase_of_somebody(reader: &Reader<'_, '_>, phrase: &Range<TokenIndex>) -> bool {
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
pub(super) fn behind_last_comma(reader: &Reader<'_, '_>, phrase: &Range<TokenIndex>, verb: TokenIndex) -> Option<Range<TokenIndex>> {
    let comma = phrase.clone().rev().find(|&at| reader.word(at) == ",")?;
    let subject = reader.phrase_from(comma + 1, verb, false)?;
    (is_phrase_of_somebody(reader, &subject) && reader.is_speaker(&subject)).then_some(subject)
}

/// Whether a base form is rather a noun: nothing in front makes a verb of it.
pub(super) fn is_noun(reader: &Reader<'_, '_>, at: TokenIndex, floor: TokenIndex) -> bool {
    let group = reader.verb_group(at, floor);
    let before = if group > floor { reader.lower(group - 1) } else { "" };
    let verbal = list!("and|did|do|i|people|police|they|to|we|who|you").contains(before) || group < at;
    !verbal && !before.ends_with('s')
}

/// Whether the infinitive at `verb` tells what was said: "interjected to say".
pub(super) fn is_told_to(reader: &Reader<'_, '_>, verb: TokenIndex, floor: TokenIndex) -> bool {
    verb >= floor + 3 && reader.lower(verb - 1) == "to" && reader.lower(verb - 2).ends_with("ed")
}

/// Who does what a participle in front of a quotation says: "She attacked the plan, saying, “…”". A paper speaks for who
/// issued it: "She issued a statement saying, “…”".
pub(super) fn participle_subject(reader: &Reader<'_, '_>, verb: TokenIndex, floor: TokenIndex) -> Option<Range<TokenIndex>> {
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
            // "all they get is a message stating": nobody issues what only is.
            let issued = reader.tag(subject.start.saturating_sub(1)) != Tag::Auxiliary;
            let issuer = main_subject(reader, floor, subject.start).filter(|issuer| issued && is_named(reader, issuer));
            issuer.or(Some(subject))
        }
        Some(subject) if is_named(reader, &subject) => Some(subject),
        near => main_subject(reader, floor, verb).or(near),
    }
}

/// Whether the phrase holds a name of somebody or is a pronoun.
pub(super) fn is_named(reader: &Reader<'_, '_>, phrase: &Range<TokenIndex>) -> bool {
    let speaks = |kind: EntityType| matches!(kind, EntityType::Person | EntityType::Organization);
    let whole = reader.name_at(phrase.start).is_some_and(|name| name.tokens == *phrase);
    whole
        || is_subject_pronoun(reader.lower(phrase.start))
        || phrase.clone().any(|at| reader.name_at(at).is_some_and(|name| speaks(name.kind)))
}

/// The subject of the sentence, behind what opens it up to a comma: "On Monday, Ada Stone left the room".
pub(in crate::quotes) fn main_subject(reader: &Reader<'_, '_>, floor: TokenIndex, end: TokenIndex) -> Option<Range<TokenIndex>> {
    let direct = reader.main_subject(floor, end).filter(|subject| is_named(reader, subject));
    if direct.is_some() {
        return direct;
    }
    let commas = (floor..end.min(floor + 25)).filter(|&at| reader.word(at) == ",").take(3);
    if reader.name_at(floor).is_some_and(|name| name.kind == EntityType::Person) {
        return None;
    }
    commas.into_iter().find_map(|comma| reader.main_subject(comma + 1, end).filter(|subject| is_named(reader, subject)))
}

/// The subject of a verb behind "and", which is that of the verb in front: "Ada laughed and said, “…”".
pub(super) fn shared_subject(reader: &Reader<'_, '_>, verb: TokenIndex, floor: TokenIndex) -> Option<Range<TokenIndex>> {
    let group = reader.verb_group(verb, floor);
    if group <= floor + 1 || !matches!(reader.lower(group - 1), "and" | "but" | "then") {
        return None;
    }
    let is_verb = |&at: &TokenIndex| is_past(reader, at);
    let near = (floor + 1..group - 1).rev().take(NEAR).find(is_verb);
    let before = near.and_then(|verb| reader.subject_before(verb, floor));
    before.or_else(|| main_subject(reader, floor, verb))
}

/// Who a sentence that leads to a quotation by a colon is about: the person whose name, title or pronoun is its subject.
pub(super) fn opening_person(reader: &Reader<'_, '_>, start: TokenIndex, end: TokenIndex) -> Option<Range<TokenIndex>> {
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
