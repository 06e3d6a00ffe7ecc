//! What somebody is said to have called something: "Falk called the bridge “a miracle”", "what she described as “a miracle”".
//!
//! Marks decide: without them, calling things names reports no words. Looks back a few words from the mark.

use std::ops::Range;
use std::sync::LazyLock;

use super::clauses::Reader;
use super::cues::Form;
use super::direct::{self, Attribution};
use super::marks::Marked;
use super::partial;
use super::words::Tag;
use crate::order;
use crate::segment::{Kind, Sentence, TokenIndex};

/// Verbs that may take words between marks for their object at once, and some of those above: "Falk condemned “such a plan”".
const WITH_OBJECT: &[&str] = &[
    "attack attacks attacked attacking",
    "cite cites cited citing",
    "demand demands demanded demanding",
    "lament laments lamented lamenting",
    "promise promises promised promising",
    "reject rejects rejected rejecting",
    "tout touts touted touting",
    "urge urges urged urging",
    "welcome welcomes welcomed welcoming",
];
/// Words that such an object has at least: fewer are a name or a term.
const SHORTEST_OBJECT: usize = 3;

/// Words between the verb and the mark.
const REACH: usize = 18;

/// Verbs that call something by words, each in its four forms; those behind the first line need "as" in front of the words.
const PLAIN: &[&str] = &[
    "call calls called calling",
    "dub dubs dubbed dubbing",
    "label labels labeled labeling",
    "label labels labelled labelling",
    "brand brands branded branding",
];
const WITH_AS: &[&str] = &[
    "blast blasts blasted blasting",
    "characterise characterises characterised characterising",
    "characterize characterizes characterized characterizing",
    "condemn condemns condemned condemning",
    "criticise criticises criticised criticising",
    "criticize criticizes criticized criticizing",
    "decry decries decried decrying",
    "denounce denounces denounced denouncing",
    "deride derides derided deriding",
    "describe describes described describing",
    "dismiss dismisses dismissed dismissing",
    "hail hails hailed hailing",
    "mock mocks mocked mocking",
    "praise praises praised praising",
    "refer refers referred referring",
    "slam slams slammed slamming",
];

/// The attribution of words that somebody or something is called, and what is reported: from the thing to the words.
pub(super) fn find(
    reader: &Reader<'_, '_>,
    mark: &Marked,
    sentence: &Sentence,
    floor: TokenIndex,
) -> Option<(Attribution, Range<TokenIndex>)> {
    mark.close?;
    let start = sentence.tokens.start.max(floor).max(mark.open.saturating_sub(REACH));
    let (verb, form, frame) = (start..mark.open).rev().find_map(|at| verb(reader, at).map(|(form, frame)| (at, form, frame)))?;
    let object = verb + 1..mark.open;
    let last = |words: &[&str]| object.clone().rev().take(3).any(|at| words.contains(&reader.lower(at)));
    let words = mark.content.clone().filter(|&at| reader.kind(at) == Some(Kind::Word)).take(SHORTEST_OBJECT).count();
    let short = object.clone().all(|at| matches!(reader.lower(at), "a" | "an" | "the" | "its" | "his" | "her" | "their"));
    let at_once = frame != Frame::Plain && short && words == SHORTEST_OBJECT && !direct::is_title(reader, mark);
    let broken = object.clone().any(|at| {
        matches!(reader.kind(at), Some(Kind::Stop | Kind::Mark))
            || matches!(reader.word(at), "," | ";" | ":" | "(" | ")")
            || reader.is_dash(at)
            || matches!(reader.tag(at), Tag::Auxiliary | Tag::Modal) && reader.name_at(at).is_none()
            || matches!(reader.lower(at), "that" | "who" | "which" | "because")
    });
    let particle = matches!(reader.lower(verb + 1), "for" | "on" | "out" | "off" | "back" | "up" | "upon" | "in");
    if broken
        || particle
        || frame == Frame::As && !last(&["as"]) && !at_once
        || frame == Frame::Object && !at_once
        || reader.is_idle(verb, form, sentence.tokens.start.max(floor))
    {
        return None;
    }
    // "a film called “The Long Road”", "a bridge described as “safe”": nobody says so, but for "what she called “a miracle”".
    let bare = object.clone().all(|at| matches!(reader.lower(at), "as" | "a" | "an" | "the" | "it" | "to"))
        && !object.clone().any(|at| reader.lower(at) == "it");
    let begins = sentence.tokens.start.max(floor);
    let front = verb.saturating_sub(10).max(begins);
    let relative = (front..verb).rev().find(|&at| matches!(reader.lower(at), "what" | "which" | "whom" | "that"));
    let relative = relative.filter(|&at| !(at..verb).any(|at| reader.word(at) == ","));
    if bare && !at_once && (form == Form::Gerund || relative.is_none() || direct::is_title(reader, mark)) {
        return None;
    }
    let speaker =
        direct::subject(reader, verb, form, relative.filter(|&at| bare || reader.lower(at) != "that").map_or(begins, |at| at + 1));
    // The subject may stand in front of other marks: "Falk mocked the “plan,” calling it “a joke.”"
    let main = || (form == Form::Gerund).then(|| direct::main_subject(reader, sentence.tokens.start, verb)).flatten();
    let speaker = speaker.or_else(main)?;
    let end = mark.after();
    // "called him “the boss” of the bridge", "a “boss” who knew".
    let goes_on = matches!(reader.lower(end), "of" | "for" | "as" | "who" | "that" | "among" | "amid" | "with")
        || reader.lower(end) == "and" && reader.kind(end + 1) == Some(Kind::Mark);
    let rest = if goes_on { partial::rest_behind(reader, mark, sentence) } else { None };
    let content = match rest {
        Some(rest) => (if bare { mark.open } else { object.start })..rest,
        None if bare => mark.content.clone(),
        None => object.start..end,
    };
    Some((Attribution { cue: Some(verb..verb + 1), speaker, addressee: None, end, signed: false }, content))
}

/// What stands between such a verb and the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Frame {
    /// What is called so.
    Plain,
    /// The same and "as", or nothing.
    As,
    /// Nothing.
    Object,
}

/// Every form of the verbs in order, which it is, and its frame.
static FORMS: LazyLock<Vec<(&'static str, Form, Frame)>> = LazyLock::new(|| {
    let rows = [(PLAIN, Frame::Plain), (WITH_AS, Frame::As), (WITH_OBJECT, Frame::Object)];
    let forms = rows.into_iter().flat_map(|(rows, frame)| rows.iter().map(move |row| (row, frame))).flat_map(|(row, frame)| {
        row.split(' ').zip([Form::Base, Form::Third, Form::Past, Form::Gerund]).map(move |(word, form)| (word, form, frame))
    });
    let mut forms: Vec<_> = forms.collect();
    order::by_text(&mut forms, |(word, ..)| word);
    forms
});

/// Whether the word at `at` is a form of one of the verbs, which, and its frame.
fn verb(reader: &Reader<'_, '_>, at: TokenIndex) -> Option<(Form, Frame)> {
    let lower = reader.lower(at);
    let index = FORMS.binary_search_by_key(&lower, |(word, ..)| word).ok()?;
    FORMS.get(index).map(|(_, form, frame)| (*form, *frame))
}
