//! Whom a phrase names: "Foreign Minister Ola Tveit", "Both Ada Stone and the Harbour Union", "Skyways news agency".
//!
//! Not every name in a phrase says who speaks: "Ada Stone's adviser", "Stone allies" and "a lawyer for Ada Stone" name nobody
//! who does.

use std::ops::Range;

use super::super::nouns::{is_modifier, is_organization_noun, is_person_noun};
use super::salience::is_preposition;
use super::scene::Scene;
use crate::annotations::EntityType;
use crate::lists::list;
use crate::segment::{Kind, TokenIndex};

impl Scene<'_, '_, '_> {
    /// The persons, organisations, places or groups that the phrase is the name of.
    pub(super) fn named(&self, phrase: &Range<TokenIndex>) -> Vec<usize> {
        let mut found: Vec<usize> = Vec::new();
        let mut last: Option<usize> = None;
        let mut governed: Option<usize> = None;
        for index in self.names_in(phrase) {
            let is_person = self.names[index].kind == EntityType::Person;
            // What governs a name governs what is joined to it: "candidates like Ada Stone and Ola Tveit".
            if governed.is_some_and(|before| self.adjoins(before, index)) || is_person && self.is_governed(index, phrase.start) {
                governed = Some(index);
                continue;
            }
            if !(if is_person { self.is_named_person(index, phrase) } else { self.is_named_thing(index, phrase, last) }) {
                // "Stone and Lund supporters" are nobody's names.
                if last.is_some_and(|last| self.adjoins(last, index)) && self.modifies_noun(index, phrase) {
                    found.pop();
                }
                continue;
            }
            let joined = last.is_none_or(|last| self.adjoins(last, index) || is_person && self.is_listed(last, index));
            if let Some(cluster) = self.cluster_of[index].filter(|_| joined) {
                if !found.contains(&cluster) {
                    found.push(cluster);
                }
                last = Some(index);
            }
        }
        if found.is_empty() { self.titled(phrase).into_iter().collect() } else { found }
    }

    /// Whether a name in a phrase says that this person speaks.
    fn is_named_person(&self, index: usize, phrase: &Range<TokenIndex>) -> bool {
        let name = &self.names[index].tokens;
        let behind = name.end;
        if behind < phrase.end && self.is_possessive(behind) {
            return false;
        }
        // "Stone allies", "Stone adviser Otto Berg": a name in front of a noun or a title says whose it is.
        let follows = self.lower(behind);
        behind >= phrase.end
            || matches!(follows, "and" | "or" | "who" | "himself" | "herself")
            || is_preposition(follows)
            || follows == "as"
            || self.segments.tokens.get(behind).is_some_and(|token| token.kind != Kind::Word)
    }

    /// Whether the name hangs on a preposition or an owner: "a lawyer for Ada Stone".
    fn is_governed(&self, index: usize, start: TokenIndex) -> bool {
        let mut before = self.names[index].tokens.start;
        // What an office is for stands in front of the name and governs nothing: "Envoy for Kenya Marit Lund".
        if let Some(title) = self.title(index) {
            before = title.start.max(start);
        }
        while before > start
            && (is_person_noun(self.lower(before - 1)) || is_modifier(self.lower(before - 1)) || self.lower(before - 1) == "the")
        {
            before -= 1;
        }
        // "Speaker of the House Ada Stone" is herself.
        let office = self.lower(before.saturating_sub(1)) == "of"
            && before >= start + 2
            && is_person_noun(self.lower(before - 2))
            && self.segments.tokens[before - 2].is_capitalised;
        before > start && is_preposition(self.lower(before - 1)) && !office
    }

    /// Whether an organisation, place or group is the phrase or one of its parts: nothing in front but what may stand in front of
    /// a name, nothing behind but what says what it is.
    fn is_named_thing(&self, index: usize, phrase: &Range<TokenIndex>, last: Option<usize>) -> bool {
        let name = &self.names[index];
        let from = match last {
            Some(last) if self.adjoins(last, index) => self.names[last].tokens.end,
            Some(_) => return false,
            None => phrase.start,
        };
        let is_organization = name.kind == EntityType::Organization;
        let leads = (from..name.tokens.start).all(|at| {
            let lower = self.lower(at);
            matches!(lower, "the" | "a" | "an" | "both" | "and" | "," | "\"" | "“")
                || is_organization && !is_preposition(lower) && !self.is_possessive(at) && self.is_in_name_or_noun(at)
        });
        let mut behind = name.tokens.end;
        // "Skyways news agency", "the Harbour newspaper".
        while is_organization && behind < phrase.end && is_modifier(self.lower(behind)) {
            behind += 1;
        }
        if is_organization && behind < phrase.end && is_organization_noun(self.lower(behind)) {
            behind += 1;
        } else {
            behind = name.tokens.end;
        }
        // "Labour and independent councillors" are councillors.
        let next = behind + 1;
        let joins = matches!(self.lower(behind), "and" | "or")
            && (matches!(self.lower(next), "the" | "its" | "their" | "other") || self.names_in(&(next..next + 1)).next().is_some())
            && name.kind != EntityType::Group;
        let ends = behind >= phrase.end || joins || matches!(self.lower(behind), "," | "(" | "which" | "itself");
        leads && ends
    }

    /// Whether the token is a part of a name, or a word that may stand in front of one.
    fn is_in_name_or_noun(&self, at: TokenIndex) -> bool {
        self.segments.tokens.get(at).is_some_and(|token| token.kind == Kind::Word && !token.is_capitalised || self.lower(at) == "-")
            && !is_person_noun(self.lower(at))
            || self.names_in(&(at..at + 1)).next().is_some_and(|index| self.names[index].kind == EntityType::Group)
    }

    /// Whether one name is joined to the next by "and", an article aside.
    fn adjoins(&self, before: usize, index: usize) -> bool {
        let (end, start) = (self.names[before].tokens.end, self.names[index].tokens.start);
        let start = self.title(index).map_or(start, |title| title.start.max(end));
        let mut words = (end..start).map(|at| self.lower(at)).filter(|word| !list!(",|also|mr|mr.|mrs|mrs.|ms|ms.|the").contains(word));
        matches!(words.next(), Some("and" | "or" | "&")) && words.next().is_none()
    }

    /// Whether persons are parts of one list: with appositions in between, there is an "and" somewhere.
    fn is_listed(&self, before: usize, index: usize) -> bool {
        let between = self.names[before].tokens.end..self.names[index].tokens.start;
        between.clone().any(|at| matches!(self.lower(at), "and" | "or")) || between.len() == 1 && self.lower(between.start) == ","
    }

    fn modifies_noun(&self, index: usize, phrase: &Range<TokenIndex>) -> bool {
        let behind = self.names[index].tokens.end;
        behind < phrase.end
            && self.segments.tokens.get(behind).is_some_and(|token| token.kind == Kind::Word && !token.is_capitalised)
            && !is_preposition(self.lower(behind))
    }

    /// The person whose title the phrase is a part of: "Foreign Minister" in front of the name that it leaves out.
    fn titled(&self, phrase: &Range<TokenIndex>) -> Option<usize> {
        let next = self.names.partition_point(|name| name.tokens.start < phrase.end);
        let index = (next..self.names.len().min(next + 4)).find(|&index| self.names[index].kind == EntityType::Person)?;
        let title = self.title(index)?;
        let article = usize::from(self.lower(phrase.start) == "the");
        (title.start <= phrase.start + article && phrase.end <= title.end).then(|| self.cluster_of[index]).flatten()
    }

    /// Whom or what a relative pronoun at `at` stands for: who is named right in front of it.
    pub(super) fn relative(&self, at: TokenIndex) -> Option<usize> {
        let sentence = self.sentence(at).start;
        let end = if at > sentence && self.segments.word(at - 1) == "," { at - 1 } else { at };
        let index = self.names.partition_point(|name| name.tokens.end <= end).checked_sub(1)?;
        let kind = self.names[index].kind;
        let fits = match self.lower(at) {
            "who" => kind == EntityType::Person,
            "which" => matches!(kind, EntityType::Organization | EntityType::Place),
            _ => matches!(kind, EntityType::Person | EntityType::Organization),
        };
        (self.names[index].tokens.end == end && fits).then(|| self.cluster_of[index]).flatten()
    }
}
