//! A light parse, as far as reported speech needs one: the subject of a verb, the noun phrase behind it, the end of a clause.
//!
//! It works on the words of one sentence, from the verb outwards, and gives up rather than guess. It knows nothing of
//! quotations: where those stand is told to it as the tokens it may not cross.

mod contents;
mod objects;
mod phrases;
mod subjects;

pub(super) use subjects::is_utterance;

use std::ops::Range;

pub(super) use contents::Within;

use super::cues;
use super::grammar::{is_auxiliary_or_adverb, is_passive_auxiliary, is_unreal};
use super::words::Tag;
use crate::annotations::{Value, ValueType};
use crate::names::Name;
use crate::segment::{Case, Kind, Segments, TokenIndex};

/// What the parse reads.
pub(super) struct Reader<'a, 'd> {
    pub(super) segments: &'a Segments<'d>,
    pub(super) names: &'a [Name],
    pub(super) values: &'a [Value],
    /// Of every token, whether it opens or closes a quotation; any other mark is an apostrophe.
    pub(super) marks: &'a [bool],
    /// Of every token, the part that it plays.
    pub(super) tags: &'a [Tag],
}

impl<'d> Reader<'_, 'd> {
    pub(super) fn lower(&self, at: TokenIndex) -> &str {
        self.segments.lower(at)
    }

    pub(super) fn word(&self, at: TokenIndex) -> &'d str {
        self.segments.word(at)
    }

    pub(super) fn kind(&self, at: TokenIndex) -> Option<Kind> {
        self.segments.tokens.get(at).map(|token| token.kind)
    }

    /// The part that the word at `at` plays.
    pub(super) fn tag(&self, at: TokenIndex) -> Tag {
        self.tags.get(at).copied().unwrap_or(Tag::Sign)
    }

    /// The name that holds the token.
    pub(super) fn name_at(&self, at: TokenIndex) -> Option<&Name> {
        let index = self.names.partition_point(|name| name.tokens.end <= at);
        self.names.get(index).filter(|name| name.tokens.start <= at)
    }

    /// The value that holds the token.
    pub(super) fn value(&self, at: TokenIndex) -> Option<&Value> {
        let span = self.segments.tokens.get(at)?.span;
        let index = self.values.partition_point(|value| value.span.end <= span.start);
        self.values.get(index).filter(|value| value.span.start <= span.start)
    }

    /// The tokens of the value that holds the token.
    pub(super) fn value_at(&self, at: TokenIndex) -> Option<Range<TokenIndex>> {
        let span = self.value(at)?.span;
        Some(self.segments.token_at(span.start)..self.segments.token_at(span.end.saturating_sub(1)) + 1)
    }

    /// The tokens of the date, time or duration that holds the token.
    pub(super) fn time_at(&self, at: TokenIndex) -> Option<Range<TokenIndex>> {
        let kind = self.value(at)?.kind;
        matches!(kind, ValueType::Date | ValueType::Time | ValueType::Duration | ValueType::Set).then(|| self.value_at(at)).flatten()
    }

    /// Whether a quotation mark stands at `at`. A single mark glued to a word in front that pairs with none is the apostrophe
    /// of a plural: "the growers' union".
    fn is_mark(&self, at: TokenIndex) -> bool {
        let paired = self.marks.get(at).copied().unwrap_or_default();
        let apostrophe = matches!(self.word(at), "'" | "’") && self.segments.is_glued(at);
        self.kind(at) == Some(Kind::Mark) && (paired || !apostrophe)
    }

    fn is_comma(&self, at: TokenIndex) -> bool {
        matches!(self.word(at), "," | "，")
    }

    pub(super) fn is_dash(&self, at: TokenIndex) -> bool {
        matches!(self.word(at), "–" | "—" | "―") || self.word(at) == "-" && !self.segments.is_glued(at)
    }

    /// Whether a clause cannot reach across the token.
    fn is_wall(&self, at: TokenIndex) -> bool {
        self.kind(at).is_none_or(|kind| kind == Kind::Stop && !self.is_comma(at + 1))
            || self.is_mark(at)
            || matches!(self.word(at), ";" | ":" | "(" | ")" | "[" | "]")
            || self.is_dash(at)
    }

    /// The cue that begins at `at`, with its length in tokens.
    pub(super) fn cue_at(&self, at: TokenIndex, end: TokenIndex) -> Option<(usize, cues::Cue)> {
        let token = self.segments.tokens.get(at)?;
        let verb = self.tag(at).is_finite() || matches!(self.tag(at), Tag::Gerund | Tag::Participle | Tag::Base);
        if token.kind != Kind::Word || token.case != Case::Lower && !verb {
            return None;
        }
        let lower = self.lower(at);
        if !cues::may_begin(lower) {
            return None;
        }
        cues::phrase(lower, |distance| if at + distance < end { self.lower(at + distance) } else { "" })
            .or_else(|| cues::verb(lower).map(|cue| (1, cue)))
    }

    /// The first token of the verb group that ends with the verb at `verb`: its auxiliaries and adverbs.
    pub(super) fn verb_group(&self, verb: TokenIndex, floor: TokenIndex) -> TokenIndex {
        let mut start = verb;
        while start > floor
            && (is_auxiliary_or_adverb(self.lower(start - 1)) || self.tag(start - 1) == Tag::Auxiliary)
            && self.name_at(start - 1).is_none()
        {
            start -= 1;
        }
        start
    }

    /// Whether the form in -ed at `verb` says what is done to its subject: "was asked", "asked whether …, she", "the man accused of".
    pub(super) fn is_passive(&self, verb: TokenIndex, floor: TokenIndex) -> bool {
        let group = self.verb_group(verb, floor)..verb;
        let before = group.start.checked_sub(1).filter(|&before| before >= floor);
        let opens =
            before.is_none_or(|before| self.tag(before) == Tag::Sign || matches!(self.tag(before), Tag::Conjunction | Tag::Subordinator));
        let denied = before.is_some_and(|before| is_unreal(self.lower(before))) || group.clone().any(|at| is_unreal(self.lower(at)));
        let passive = group.clone().any(|at| is_passive_auxiliary(self.lower(at)));
        let participle = self.tag(verb) == Tag::Participle && group.is_empty();
        let opening = self.lower(verb) == "asked" && opens && group.is_empty() && !self.tag(verb + 1).is_nominal();
        !denied && (passive || participle || opening)
    }

    /// Whether the verb reports nothing: it is passive, denied, wished for, or part of a noun phrase ("the reported attack").
    pub(super) fn is_idle(&self, verb: TokenIndex, form: cues::Form, floor: TokenIndex) -> bool {
        let start = self.verb_group(verb, floor);
        let group = start..verb;
        let before = if start > floor { self.lower(start - 1) } else { "" };
        let passive = form == cues::Form::Past && group.clone().any(|at| is_passive_auxiliary(self.lower(at)));
        let passive = passive || form == cues::Form::Past && matches!(before, "being" | "as" | "when");
        let denied = is_unreal(before) || group.clone().any(|at| is_unreal(self.lower(at)));
        let noun = match form {
            cues::Form::Base | cues::Form::Third => !matches!(self.tag(verb), Tag::Finite | Tag::Gerund),
            // "the men accused of it"
            cues::Form::Past => self.tag(verb) == Tag::Adjective || self.tag(verb) == Tag::Participle && group.is_empty(),
            cues::Form::Gerund => false,
        };
        passive || denied || noun
    }
}
