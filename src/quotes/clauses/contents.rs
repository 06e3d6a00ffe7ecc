//! What is reported: where a clause begins, and where the narrator speaks again.

use super::Reader;
use crate::quotes::cues;
use crate::quotes::grammar::{is_auxiliary_or_adverb, is_subject_pronoun};
use crate::quotes::words::{Tag, is_past};
use crate::segment::{Kind, TokenIndex};

/// The clause of the cue, by which it is known where what is reported must end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::quotes) enum Within {
    /// A main clause.
    Main,
    /// "While Ada said that …, the bridge stayed closed."
    Subordinate,
    /// "Ada, who said that …, left." "The bridge, which Ada said …, is long."
    Relative,
}

/// Words among which a clause shows its finite verb.
const CLAUSE_REACH: usize = 45;

/// Words that a phrase between commas or brackets may have.
const PARENTHESIS_REACH: usize = 20;

impl Reader<'_, '_> {
    /// Whether a clause begins at `at`: a subject with a finite verb behind it, across phrases between commas, dashes and brackets.
    pub(in crate::quotes) fn opens_clause(&self, at: TokenIndex, end: TokenIndex) -> bool {
        let end = end.min(at + CLAUSE_REACH);
        let mut word = at;
        while word < end && (self.tag(word) == Tag::Adverb || self.is_mark(word) || self.is_quantifier(word)) {
            word += 1;
        }
        // Each relative or subordinate clause on the way takes a finite verb of its own.
        let mut wanted = 1;
        match self.tag(word) {
            Tag::Contraction => return word < end,
            Tag::Subordinator => wanted = 2,
            tag if tag.is_nominal() || matches!(tag, Tag::Gerund | Tag::That) => {}
            _ => return false,
        }
        let first = word;
        let mut seen = false;
        word += 1;
        while word < end {
            let tag = self.tag(word);
            if tag == Tag::Conjunction && !seen && self.joins_verb_in_front(word, end) {
                return false;
            }
            if tag.is_finite() {
                seen = true;
                wanted -= 1;
                // "that he would": a pronoun glued to its verb needs no other.
                if wanted <= 0 {
                    return true;
                }
            }
            match tag {
                Tag::Relative if word > first + 1 || self.tag(first) != Tag::Determiner => wanted += 1,
                Tag::That if matches!(self.tag(word - 1), Tag::Noun | Tag::Name | Tag::Pronoun) => wanted += 1,
                Tag::Subordinator if self.tag(first) != Tag::Subordinator => return false,
                Tag::Sign if self.is_comma(word) => {
                    let reach = end.min(word + PARENTHESIS_REACH);
                    let list = self.tag(first) == Tag::Subordinator || self.is_comma_in_list(word, end);
                    match (word + 1..reach).find(|&close| self.is_comma(close) || self.is_wall(close)) {
                        _ if list => {}
                        Some(close) if self.is_comma(close) && !matches!(self.tag(word + 1), Tag::Conjunction | Tag::Subordinator) => {
                            word = close;
                        }
                        _ => return false,
                    }
                }
                Tag::Sign if self.is_dash(word) => {
                    let reach = end.min(word + 2 * PARENTHESIS_REACH);
                    match (word + 1..reach).find(|&close| self.is_dash(close)) {
                        Some(close) => word = close,
                        None => return false,
                    }
                }
                Tag::Sign if self.word(word) == "(" => {
                    let reach = end.min(word + PARENTHESIS_REACH);
                    match (word + 1..reach).find(|&close| self.word(close) == ")") {
                        Some(close) => word = close,
                        None => return false,
                    }
                }
                Tag::Sign if self.is_wall(word) && !self.is_mark(word) => return false,
                _ => {}
            }
            word += 1;
        }
        false
    }

    /// Whether a finite verb of a main clause stands in the range: "While it rained" has none.
    pub(in crate::quotes) fn holds_clause(&self, range: std::ops::Range<TokenIndex>) -> bool {
        let mut wanted = 1;
        for at in range.clone() {
            match self.tag(at) {
                Tag::Subordinator | Tag::Relative if at == range.start || self.lower(at) != "as" => wanted += 1,
                Tag::That if at > range.start && self.tag(at - 1).is_nominal() => wanted += 1,
                tag if tag.is_finite() && (at == range.start || !self.tag(at - 1).is_finite()) => wanted -= 1,
                _ => {}
            }
        }
        wanted <= 0
    }

    /// Whether a time begins at `at`.
    pub(in crate::quotes) fn time_begins(&self, at: TokenIndex) -> bool {
        self.time_at(at).is_some_and(|value| value.start == at)
    }

    /// Whether an opening quotation mark stands at `at`.
    pub(in crate::quotes) fn is_open_mark(&self, at: TokenIndex) -> bool {
        self.is_mark(at)
    }

    /// Whether the word belongs to a quantity in front of a noun: "at least six", "more than half".
    pub(super) fn is_quantifier(&self, at: TokenIndex) -> bool {
        let (before, lower, after) = (at.checked_sub(1).map_or("", |before| self.lower(before)), self.lower(at), self.lower(at + 1));
        lower == "at" && matches!(after, "least" | "most")
            || before == "at" && matches!(lower, "least" | "most")
            || matches!(lower, "about" | "around" | "over" | "between" | "under")
                && (self.kind(at + 1) == Some(Kind::Number)
                    || matches!(after, "half" | "one" | "two" | "three" | "four" | "five" | "six" | "a"))
            || lower == "up" && after == "to"
            || lower == "to" && before == "up"
    }

    /// Where the words that the cue before `from` reports end: at the end of the sentence, or where its narrator goes on.
    pub(in crate::quotes) fn content_end(&self, from: TokenIndex, sentence_end: TokenIndex, within: Within) -> TokenIndex {
        let mut end = sentence_end;
        while end > from
            && matches!(self.kind(end - 1), Some(Kind::Stop | Kind::Mark))
            && (self.kind(end - 1) == Some(Kind::Stop) || !self.closes_inside(from, end - 1))
        {
            end -= 1;
        }
        // A modal, "has" or "is" in what is reported tells it from the narrator's own past tense.
        // An infinitive ("vowed to go and left") has no tense of its own.
        let told_in_past = self.tag(from) != Tag::To
            && (from..end.min(from + CLAUSE_REACH)).find(|&at| self.tag(at).is_finite()).is_some_and(|at| match self.tag(at) {
                Tag::Auxiliary => matches!(self.lower(at), "was" | "were" | "had" | "did"),
                tag => tag == Tag::Finite && is_past(self.lower(at)),
            });
        let mut depth = 0_i32;
        for at in from..end {
            match self.word(at) {
                "(" | "[" => depth += 1,
                ")" | "]" if depth == 0 => return at,
                ")" | "]" => depth -= 1,
                ";" if depth == 0 => return at,
                // "Ada said tolls must rise: “We are broke.”"
                ":" if depth == 0 && self.is_mark(at + 1) => return at,
                _ => {}
            }
            if depth != 0 || at == from {
                continue;
            }
            if self.comments(at, end) {
                return at;
            }
            let goes_on = if self.is_comma(at) {
                // "… “out of her depth,” adding that"
                let next = at + 1 + usize::from(self.is_mark(at + 1) && self.closes_inside(from, at + 1));
                self.narrator_resumes(next, end, told_in_past)
                    || match within {
                        Within::Main => false,
                        Within::Subordinate => !self.is_comma_in_list(at, end) && self.opens_clause(at + 1, end),
                        Within::Relative => self.tag(self.behind_adverbs(at + 1, end)).is_finite(),
                    }
            } else {
                self.tag(at) == Tag::Conjunction && self.narrator_adds(at, end, told_in_past)
            };
            if goes_on {
                return at;
            }
        }
        end
    }

    /// Whether the narrator begins at the dash at `at` to say what is to be thought of what is reported: "– a point that others
    /// dispute". A second dash makes an aside of it.
    fn comments(&self, at: TokenIndex, end: TokenIndex) -> bool {
        let reach = end.min(at + PARENTHESIS_REACH);
        self.is_dash(at) && matches!(self.lower(at + 1), "a" | "an") && !(at + 1..reach).any(|word| self.is_dash(word))
    }

    /// Whether a closing mark at `at` has its opening one at or behind `from`.
    pub(super) fn closes_inside(&self, from: TokenIndex, at: TokenIndex) -> bool {
        (from..at).filter(|&mark| self.kind(mark) == Some(Kind::Mark)).count() % 2 == 1
    }

    /// Whether a conjunction without a comma joins another verb of the narrator's: "said he was tired and warned that …".
    fn narrator_adds(&self, at: TokenIndex, end: TokenIndex, told_in_past: bool) -> bool {
        let verb = self.behind_adverbs(at + 1, end);
        if self.tag(verb) != Tag::Finite {
            return false;
        }
        let past = is_past(self.lower(verb));
        match self.cue_at(verb, end) {
            Some((length, cue)) if cue.reports() && matches!(cue.form, cues::Form::Past | cues::Form::Third) => {
                self.lower(verb + length) == "that"
                    || self.opens_clause(verb + length, end)
                    || !told_in_past && cue.form == cues::Form::Past
            }
            // "said she was tired but declined to say more"
            _ => past && (!told_in_past || self.lower(at) == "but"),
        }
    }

    /// Whether, behind a comma, the narrator speaks again: with another cue of its own, or with "adding", "according to".
    fn narrator_resumes(&self, at: TokenIndex, end: TokenIndex, told_in_past: bool) -> bool {
        let first = self.lower(at);
        if first == "according" && self.lower(at + 1) == "to" {
            return true;
        }
        if let Some((_, cue)) = self.cue_at(at, end)
            && cue.reports()
            && (cue.form == cues::Form::Gerund || cue.form == cues::Form::Past && self.tag(at) == Tag::Finite)
        {
            return true;
        }
        if first == "while" && self.opens_clause(at + 1, end) {
            return true;
        }
        // "…, as drivers shouted outside."
        if first == "as" && self.opens_event(at + 1, end) {
            return true;
        }
        let joined = matches!(first, "but" | "and" | "while" | "although" | "though");
        let start = if joined { at + 1 } else { at };
        if joined && self.lower(start) == "that" {
            return false;
        }
        let verb = self.behind_adverbs(start, end);
        if joined && self.tag(verb).is_finite() && self.tag(verb) != Tag::Contraction {
            // "…, but added that", "…, but refused to go": the narrator's subject goes on.
            let cue =
                self.cue_at(verb, end).is_some_and(|(_, cue)| cue.reports() && matches!(cue.form, cues::Form::Past | cues::Form::Third));
            return cue || !told_in_past && self.tag(verb) == Tag::Finite || first == "but" && self.tag(verb) == Tag::Auxiliary;
        }
        // "…, but he will not go."
        if matches!(first, "but" | "and") && matches!(self.lower(start), "he" | "she") {
            return true;
        }
        // "…, but both Ada and Otto said": a short subject, then a cue that goes on.
        let Some(subject) = self.phrase_from(start, end, false) else { return false };
        let mut verb = subject.end;
        while verb < end && is_auxiliary_or_adverb(self.lower(verb)) {
            verb += 1;
        }
        let Some((length, cue)) = self.cue_at(verb, end).filter(|(_, cue)| cue.reports()) else { return false };
        if cue.form == cues::Form::Gerund
            || cue.form == cues::Form::Base && !is_subject_pronoun(self.lower(subject.start)) && !self.lower(subject.end - 1).ends_with('s')
        {
            return false;
        }
        let follows = verb + length;
        let reports = self.lower(follows) == "that"
            || self.opens_clause(follows, end)
            || follows >= end
            || self.lower(follows) == "to" && cue.takes('i')
            || self.value_at(follows).is_some()
            || self.is_wall(follows)
            || self.is_comma(follows);
        reports && self.is_speaker(&subject)
    }

    /// Whether a subject with a verb in the past begins at `at`, no auxiliary: what happened meanwhile.
    fn opens_event(&self, at: TokenIndex, end: TokenIndex) -> bool {
        let verb = (at..end.min(at + CLAUSE_REACH)).find(|&word| self.tag(word).is_finite() || self.is_comma(word));
        self.tag(at).is_nominal() && verb.is_some_and(|verb| verb > at && self.tag(verb) == Tag::Finite && is_past(self.lower(verb)))
    }

    /// Whether the conjunction at `at`, behind a noun phrase, joins a verb in front of that phrase: "deny [charges of theft] and say".
    fn joins_verb_in_front(&self, at: TokenIndex, end: TokenIndex) -> bool {
        let verb = self.behind_adverbs(at + 1, end);
        // "the cold and broken road would stay"
        let adjective = is_past(self.lower(verb)) && self.tag(verb + 1) == Tag::Noun && self.opens_clause(verb + 1, end);
        self.tag(verb) == Tag::Finite && (self.cue_at(verb, end).is_some() || !adjective)
    }

    /// Behind phrases of time and place that follow a cue ("said on Friday in Geneva that"), not reaching `end`.
    pub(in crate::quotes) fn behind_adjuncts(&self, at: TokenIndex, end: TokenIndex) -> TokenIndex {
        self.behind_adjuncts_but(at, end, &[])
    }

    /// The same, but never across a phrase that begins with one of the words in `but`.
    pub(in crate::quotes) fn behind_adjuncts_but(&self, mut at: TokenIndex, end: TokenIndex, but: &[&str]) -> TokenIndex {
        loop {
            let before = at;
            // "last week", but not "last week's", nor "each year of schooling".
            let ends = |end: TokenIndex| self.kind(end) != Some(Kind::Possessive) && self.lower(end) != "of" && !self.tag(end).is_finite();
            if let Some(value) = self.time_at(at).filter(|value| ends(value.end)) {
                at = value.end;
            }
            if self.tag(at) == Tag::Preposition && !self.is_quantifier(at) && !but.contains(&self.lower(at)) {
                if let Some(value) = self.time_at(at + 1).filter(|value| ends(value.end)) {
                    at = value.end;
                } else if let Some(phrase) = self.phrase_from(at + 1, end, false).filter(|phrase| phrase.len() <= 8) {
                    at = phrase.end;
                }
            }
            // "during a visit to Oslo"
            if at > before && self.tag(at) == Tag::To && self.tag(at + 1) == Tag::Name {
                at = self.name_at(at + 1).map_or(at, |name| name.tokens.end);
            }
            while at < end
                && is_auxiliary_or_adverb(self.lower(at))
                && !self.tag(at).is_finite()
                && !matches!(self.lower(at), "both" | "all" | "there" | "still")
            {
                at += 1;
            }
            if at == before || at >= end {
                return at.min(end);
            }
        }
    }

    /// Whether the token at `at` opens words that could be a reported clause without "that".
    pub(in crate::quotes) fn is_clause_opener(&self, at: TokenIndex, end: TokenIndex) -> bool {
        self.opens_clause(at, end)
    }
}
