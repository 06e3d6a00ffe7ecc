//! What is said of somebody or something in a noun phrase: "accused [her of lying]", "called [the plan a mess]", "urged [the
//! council to wait]".

use super::Reader;
use crate::lists::list;
use crate::quotes::grammar::is_determiner;
use crate::quotes::words::Tag;
use crate::segment::TokenIndex;

impl Reader<'_, '_> {
    /// Where the noun phrase that begins at `from` ends, with everything that hangs on it: relative clauses, "of lying", "as a
    /// mess", "to wait". It ends where the narrator goes on, or tells when, where and how it was said.
    pub(in crate::quotes) fn object_end(&self, from: TokenIndex, end: TokenIndex) -> TokenIndex {
        self.phrase_end(from, end, i32::from(matches!(self.tag(from), Tag::Subordinator | Tag::Relative)))
    }

    /// Where the clause that begins at `from` ends which stands inside a phrase: "her claim that [the steel was sound] surprised
    /// them", "those who said [they would pay] left".
    pub(in crate::quotes) fn inner_clause_end(&self, from: TokenIndex, end: TokenIndex) -> TokenIndex {
        self.phrase_end(from, end, 1)
    }

    /// Where a phrase ends in which that many finite verbs may stand outside of relative clauses.
    fn phrase_end(&self, from: TokenIndex, end: TokenIndex, mut licensed: i32) -> TokenIndex {
        let mut at = from;
        while at < end {
            let tag = self.tag(at);
            let behind_noun = at > from && matches!(self.tag(at - 1), Tag::Noun | Tag::Name | Tag::ObjectPronoun);
            match tag {
                Tag::Sign if self.is_mark(at) => {
                    // Words inside marks are somebody's own, whatever they are.
                    if let Some(close) = (at + 1..end).find(|&close| self.is_mark(close)) {
                        at = close;
                    }
                }
                Tag::Sign if self.is_comma(at) => {
                    let example =
                        matches!(self.lower(at + 1), "including" | "like") || self.lower(at + 1) == "such" && self.lower(at + 2) == "as";
                    if !example && !self.is_comma_in_series(at, end) {
                        break;
                    }
                }
                Tag::Sign if self.word(at) == "(" => match (at + 1..end.min(at + 12)).find(|&close| self.word(close) == ")") {
                    Some(close) => at = close,
                    None => break,
                },
                Tag::Sign if self.is_wall(at) => break,
                Tag::Relative => licensed += 1,
                Tag::That if behind_noun => licensed += 1,
                Tag::That if self.tag(at + 1).is_nominal() && !self.opens_clause(at + 1, end) => {}
                Tag::That if at > from => licensed += 1,
                Tag::Conjunction if at > from => {
                    let next = self.behind_adverbs(at + 1, end);
                    let narrator = self.tag(next).is_finite() && licensed == 0 || self.lower(at) == "but" && self.opens_clause(next, end);
                    if narrator || licensed == 0 && self.tag(next) == Tag::Pronoun && self.opens_clause(next, end) {
                        break;
                    }
                    if self.tag(next).is_finite() {
                        licensed += 1;
                    } else if self.opens_short_clause(next, end) {
                        break;
                    }
                }
                Tag::Pronoun | Tag::Contraction if behind_noun => {
                    if !self.opens_clause(at, end) {
                        break;
                    }
                    licensed += 1;
                }
                // "as a mess", but "as drivers waited"
                Tag::Subordinator if self.lower(at) == "as" && at > from && self.opens_short_clause(at + 1, end) => break,
                Tag::Subordinator if self.lower(at) == "as" || at == from => {}
                Tag::Subordinator if matches!(self.lower(at), "what" | "how" | "why" | "where" | "whether") => licensed += 1,
                Tag::Subordinator => break,
                _ => {}
            }
            if tag.is_finite() {
                if licensed <= 0 {
                    break;
                }
                licensed -= i32::from(at == from || !self.tag(at - 1).is_finite());
            }
            if at > from && self.tells_when_or_where(at, end) {
                break;
            }
            at += 1;
        }
        while at > from && matches!(self.tag(at - 1), Tag::Adverb | Tag::Conjunction | Tag::Preposition | Tag::To) {
            at -= 1;
        }
        at
    }

    /// Whether something is said of the noun phrase at `at`: "called [it a mess]", "called [the plan “a mess”]", "called [Ada
    /// unfit]", but not "called [a taxi]".
    pub(in crate::quotes) fn holds_predicate(&self, at: TokenIndex, end: TokenIndex) -> bool {
        let stop = self.object_end(at, end);
        let mut preposition = false;
        let close = if self.is_mark(at) { (at + 1..stop).find(|&close| self.is_mark(close)) } else { None };
        (close.unwrap_or(at) + 1..stop).any(|word| {
            let before = self.tag(word - 1);
            let behind_noun =
                matches!(before, Tag::Noun | Tag::Name | Tag::ObjectPronoun | Tag::Number | Tag::Pronoun) || self.is_mark(word - 1);
            preposition |= self.tag(word) == Tag::Preposition;
            match self.tag(word) {
                Tag::Determiner => behind_noun,
                Tag::Adjective => behind_noun && before != Tag::Pronoun,
                Tag::Participle => behind_noun && word + 1 == stop,
                Tag::Sign => self.is_mark(word) && behind_noun,
                Tag::Noun => {
                    matches!(before, Tag::ObjectPronoun | Tag::Pronoun)
                        || before == Tag::Name && !preposition && !self.lower(word).ends_with('s')
                }
                _ => false,
            }
        }) || self.is_mark(at) && stop > at + 4
    }

    /// Whether a phrase names people or what speaks for them, rather than a thing that shows something.
    pub(in crate::quotes) fn is_somebody(&self, phrase: &std::ops::Range<TokenIndex>) -> bool {
        let head = (phrase.start..phrase.end)
            .take_while(|&at| {
                at == phrase.start
                    || !matches!(self.tag(at), Tag::Preposition | Tag::Relative | Tag::Sign | Tag::That | Tag::Gerund | Tag::Participle)
            })
            .last();
        let Some(head) = head else { return false };
        let lower = self.lower(head);
        match self.tag(head) {
            Tag::Name | Tag::Determiner | Tag::Number | Tag::Adjective | Tag::Relative => true,
            Tag::Pronoun => !matches!(lower, "it" | "this" | "there" | "that" | "nothing"),
            _ => {
                let person = [
                    "man", "men", "woman", "er", "or", "ist", "ent", "ian", "ant", "chief", "party", "group", "team", "ee", "arch", "ess",
                    "or",
                ];
                lower.ends_with('s') && !lower.ends_with("ss")
                    || person.iter().any(|ending| lower.ends_with(ending))
                    || list!(
                        "agency|aide|ally|bank|billionaire|camp|campaign|candidate|company|council|court|critic|editorial|\
                        government|judge|letter|mayor|media|ministry|mogul|newspaper|nominee|official|panel|paper|people|police|\
                        poll|press|report|secretary|statement|union|who"
                    )
                    .contains(lower)
            }
        }
    }

    /// Behind the adverbs at `at`.
    pub(super) fn behind_adverbs(&self, mut at: TokenIndex, end: TokenIndex) -> TokenIndex {
        while at < end && self.tag(at) == Tag::Adverb {
            at += 1;
        }
        at
    }

    /// Whether a subject of few words with its finite verb begins at `at`.
    pub(super) fn opens_short_clause(&self, at: TokenIndex, end: TokenIndex) -> bool {
        let reach = end.min(at + 5);
        (at..reach)
            .take_while(|&word| {
                matches!(self.tag(word), Tag::Determiner | Tag::Name | Tag::Noun | Tag::Pronoun | Tag::Possessive)
                    || self.tag(word).is_finite()
            })
            .find(|&word| self.tag(word).is_finite())
            .is_some_and(|verb| verb > at || self.tag(verb) == Tag::Contraction)
    }

    /// Whether the comma parts the items of a series that "and" or "or" closes: "the tax, the toll and the ban".
    fn is_comma_in_series(&self, at: TokenIndex, end: TokenIndex) -> bool {
        let next = self.tag(at + 1);
        let item = next.is_nominal() || matches!(next, Tag::Gerund | Tag::Conjunction) || self.is_mark(at + 1);
        if !item || matches!(next, Tag::Pronoun) {
            return false;
        }
        if next == Tag::Conjunction {
            // The comma in front of the last item: only behind an earlier one.
            let after = self.behind_adverbs(at + 2, end);
            return matches!(self.lower(at + 1), "and" | "or")
                && self.tag(after).is_nominal()
                && !self.opens_clause(after, end)
                && (at.saturating_sub(12)..at).any(|before| self.is_comma(before));
        }
        for word in at + 1..end.min(at + 14) {
            if matches!(self.lower(word), "and" | "or") {
                return !self.tag(self.behind_adverbs(word + 1, end)).is_finite();
            }
            let tag = self.tag(word);
            if tag.is_finite()
                || matches!(tag, Tag::Relative | Tag::Subordinator | Tag::Pronoun)
                || self.is_wall(word) && !self.is_mark(word)
            {
                return false;
            }
        }
        false
    }

    /// Whether words begin at `at` that tell when, where or how something was said: "on Monday", "during a debate", "in a
    /// statement", "after the vote".
    fn tells_when_or_where(&self, at: TokenIndex, end: TokenIndex) -> bool {
        let lower = self.lower(at);
        if list!("after|amid|before|despite|during|earlier|today|tonight|yesterday").contains(lower) {
            return true;
        }
        if matches!(lower, "on" | "in" | "at" | "by") {
            let next = at + 1;
            let time = self.time_at(next).is_some_and(|value| value.start == next && !matches!(self.lower(value.end), "'s" | "’s"));
            let medium = matches!(self.lower(next), "twitter" | "facebook" | "cnn" | "nbc" | "abc" | "msnbc");
            let utterance = is_determiner(self.lower(next))
                && (next + 1..end.min(next + 5)).take_while(|&word| !self.is_comma(word)).any(|word| super::is_utterance(self.lower(word)));
            return time || medium || utterance;
        }
        let time = self.time_at(at).is_some_and(|value| value.start == at && !matches!(self.lower(value.end), "'s" | "’s"));
        time && self.segments.tokens.get(at).is_some_and(|token| token.is_capitalised)
            && matches!(self.tag(at - 1), Tag::Noun | Tag::Name | Tag::ObjectPronoun)
    }
}
