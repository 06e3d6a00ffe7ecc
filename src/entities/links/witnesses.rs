//! What the words around a name say of what it means: where a place is, what a person does, whether the name is a part of
//! another one.
//!
//! Everything here reads a few words next to a mention and weighs nothing.

use super::callings::Callings;
use super::{Linker, is_country, is_region, names_it};
use crate::annotations::EntityType;
use crate::entities::Cluster;
use crate::lexicon::Entry;
use crate::lists::{List, list};
use crate::names::Name;
use crate::order;
use crate::segment::{Case, Kind, Segments, TokenIndex};

/// Points for what stands right behind a place and tells where it is; and for what tells that it is another one.
const CONTAINER: i32 = 6;
const NOT_THERE: i32 = -100;
/// What stands in front of where something is.
const PREPOSITIONS: &List = list!("across|around|in|inside|into|near|outside|throughout|visit|visited|visiting");
/// What stands in front of a place that somebody goes to or comes from; teams and people are spoken of so too.
const DIRECTIONS: &List = list!("at|between|for|from|leave|left|of|outside|to|towards|via");
/// Other small words that open sentences.
const SMALL: &List = list!("after|and|as|before|but|by|if|on|since|that|the|though|when|while|with|yet");
/// So often named, a place is spoken of as one.
const OFTEN: usize = 3;
/// What a region is called behind the name that it shares with its town.
const REGIONS: &List = list!("canton|county|department|district|governorate|oblast|prefecture|province|region|state");
/// What tells that a people's name is its language's.
const LANGUAGE: &List = list!("dialect|fluent|language|languages|speak|speaking|speaks|spoke|spoken|translated|translation");

/// The capitalised words that stand behind another one that is neither a name nor a small word that opens a sentence, in
/// alphabetical order. Cost: n log n in the text.
pub(super) fn followers<'d>(segments: &Segments<'d>, names: &[Name]) -> Vec<&'d str> {
    let mut named = vec![false; segments.tokens.len()];
    for name in names {
        named.get_mut(name.tokens.clone()).into_iter().for_each(|tokens| tokens.fill(true));
    }
    let is_title = |at: TokenIndex| segments.tokens[at].kind == Kind::Word && segments.tokens[at].case == Case::Title;
    let is_small = |at: TokenIndex| {
        PREPOSITIONS.contains(segments.lower(at)) || DIRECTIONS.contains(segments.lower(at)) || SMALL.contains(segments.lower(at))
    };
    let follows = |&at: &TokenIndex| is_title(at) && is_title(at - 1) && !named[at - 1] && !is_small(at - 1);
    let mut followers: Vec<&str> = (1..segments.tokens.len()).filter(follows).map(|at| segments.word(at)).collect();
    order::by_text(&mut followers, |word| word);
    followers
}

impl<'l> Linker<'_, '_, 'l> {
    /// Whether the article introduces an acronym, in brackets, as that of a thing whose name ends otherwise.
    pub(super) fn is_short_for_another(&self, cluster: &Cluster<'l>, entry: &Entry<'l>) -> bool {
        cluster.names.iter().any(|&name| {
            let tokens = &self.names[name].tokens;
            let Some(before) = tokens.start.checked_sub(2).filter(|_| self.segments.word(tokens.end) == ")") else { return false };
            let introduced = self.segments.word(before + 1) == "(" && self.segments.tokens[before].is_capitalised;
            introduced && !names_it(entry.name, self.segments.word(before))
        })
    }

    /// Whether the article is in the place somewhere: "in [Lima]", "near the [Andes]".
    pub(super) fn is_located(&self, cluster: &Cluster<'l>) -> bool {
        self.stands_behind(cluster, PREPOSITIONS)
    }

    /// Whether the article never treats as a place what it names often, and calls by another name too: "[Paris] claims", "[Paris]'s
    /// father", where it began with "Valeska Paris".
    pub(super) fn is_never_a_place(&self, cluster: &Cluster<'l>) -> bool {
        let follows =
            cluster.names.first().is_some_and(|&name| self.followers.binary_search(&self.segments.slice(self.names[name].span)).is_ok());
        follows && cluster.names.len() >= OFTEN && !self.stands_behind(cluster, PREPOSITIONS) && !self.stands_behind(cluster, DIRECTIONS)
    }

    /// Whether a mention stands behind one of `words`, or behind one and an article.
    fn stands_behind(&self, cluster: &Cluster<'l>, words: &List) -> bool {
        cluster.names.iter().any(|&name| {
            let before = |back: usize| self.names[name].tokens.start.checked_sub(back).map_or("", |at| self.segments.lower(at));
            words.contains(before(1)) || before(1) == "the" && words.contains(before(2))
        })
    }

    /// Whether a word behind every mention says that it is a part of a longer name: "[Tabuk] province", "[Lima] University".
    pub(super) fn is_region_called_so(&self, cluster: &Cluster<'l>) -> bool {
        cluster.names.iter().any(|&name| REGIONS.contains(self.segments.lower(self.names[name].tokens.end)))
    }

    /// Whether what only a region has stands in front of a mention: "Governor of [Washington]".
    pub(super) fn has_governor(&self, cluster: &Cluster<'l>) -> bool {
        cluster.names.iter().any(|&name| {
            let before = |back: usize| self.names[name].tokens.start.checked_sub(back).map_or("", |at| self.segments.lower(at));
            before(1) == "of" && matches!(before(2), "governor" | "state" | "legislature")
        })
    }

    /// Whether every mention stands behind a town and a comma, and there is a region of that name, as in "Spokane, [Washington]".
    pub(super) fn holds_towns(&self, cluster: &Cluster<'l>) -> bool {
        let behind_town = |&name: &usize| {
            let start = self.names[name].tokens.start;
            let town = name.checked_sub(1).map(|before| &self.names[before]).filter(|town| town.kind == EntityType::Place);
            town.is_some_and(|town| town.tokens.end + 1 == start && self.segments.word(town.tokens.end) == ",")
        };
        let is_region = |&name: &usize| {
            let mut things = self.lexicon.lookup(self.segments.slice(self.names[name].span));
            things.any(|thing| thing.kind == EntityType::Place && is_region(&thing) && !is_country(&thing))
        };
        cluster.names.iter().all(behind_town) && cluster.names.first().is_some_and(is_region)
    }

    /// Whether a name is cut off from what it is of: "[University of Veldland] at Lund".
    pub(super) fn is_cut_short(&self, cluster: &Cluster<'l>) -> bool {
        cluster.names.iter().any(|&name| {
            let tokens = &self.names[name].tokens;
            let university = tokens.clone().any(|at| self.segments.word(at) == "University");
            let goes_on = self.segments.tokens.get(tokens.end + 1).is_some_and(|token| token.is_capitalised);
            university && self.segments.lower(tokens.end) == "at" && goes_on
        })
    }

    /// Whether a mention of a people is of its language, as then the others may be: "speaks English, German and [French]", "in
    /// [English]."
    pub(super) fn is_language(&self, cluster: &Cluster<'l>) -> bool {
        cluster.names.iter().any(|&name| {
            let tokens = &self.names[name].tokens;
            let sentence = &self.segments.sentences[self.segments.sentence_of(tokens.start)].tokens;
            let before = sentence.start.max(tokens.start.saturating_sub(8))..tokens.start;
            let told = before.chain(tokens.end..sentence.end.min(tokens.end + 1)).any(|at| LANGUAGE.contains(self.segments.lower(at)));
            let written = tokens.start > sentence.start
                && self.segments.lower(tokens.start - 1) == "in"
                && self.segments.tokens.get(tokens.end).is_none_or(|next| next.kind != Kind::Word);
            told || written
        })
    }

    /// Whether the one word of the name is the surname of somebody whom the article names in full.
    pub(super) fn is_surname(&self, cluster: &Cluster<'l>) -> bool {
        cluster.names.iter().any(|&name| self.surnames.binary_search(&self.segments.slice(self.names[name].span)).is_ok())
    }

    /// Whether the one word of the name is a given name, as which it may stand here.
    pub(super) fn is_given_name(&self, cluster: &Cluster<'l>) -> bool {
        cluster.names.iter().any(|&name| self.lexicon.gender(self.segments.slice(self.names[name].span)).is_some())
    }

    /// What stands behind a mention and says where the place is: "Cambridge, Massachusetts", "Hyderabad in Pakistan".
    pub(super) fn container(&self, cluster: &Cluster<'l>, entry: &Entry<'l>) -> i32 {
        let mut points = 0;
        for &name in &cluster.names {
            let at = self.names[name].tokens.end;
            if !matches!(self.segments.lower(at), "," | "in" | "(") {
                continue;
            }
            let Some(behind) = self.names.get(name + 1).filter(|behind| behind.tokens.start == at + 1 && behind.kind == EntityType::Place)
            else {
                continue;
            };
            let text = self.plain(behind);
            let mut holders = self.lexicon.lookup(&text).filter(|holder| holder.kind == EntityType::Place && is_region(holder)).peekable();
            if holders.peek().is_none() || text == entry.name {
                continue;
            }
            if names_it(entry.description, &text) {
                return CONTAINER;
            }
            let holds = |holder: &Entry<'l>| {
                if is_country(holder) { holder.item == entry.of } else { holder.of == entry.of && !self.says_region(entry.description) }
            };
            points = if holders.any(|holder| holds(&holder)) { CONTAINER } else { NOT_THERE };
        }
        points
    }

    /// Whether the description says which part of its country a town is in.
    fn says_region(&self, description: &str) -> bool {
        description.split_once(" in ").is_some_and(|(_, place)| !self.lexicon.lookup(place).any(|entry| is_country(&entry)))
    }

    /// What the article says that a person does: in the role, in front of the name, and in an apposition behind it.
    pub(super) fn callings(&self, cluster: &Cluster<'l>) -> Callings {
        let mut callings = cluster.role.as_deref().map_or_else(Callings::default, Callings::of);
        for &name in &cluster.names {
            let name = &self.names[name];
            let sentence = &self.segments.sentences[self.segments.sentence_of(name.tokens.start)].tokens;
            let stops = |at: TokenIndex| self.segments.tokens[at].kind != Kind::Word;
            // "A spokesman, Otto Berg": the comma belongs to the apposition.
            let end =
                name.tokens.start - usize::from(name.tokens.start > sentence.start && self.segments.word(name.tokens.start - 1) == ",");
            let before = (sentence.start.max(end.saturating_sub(3))..end).rev().take_while(|&at| !stops(at));
            let opens = matches!(self.segments.lower(name.tokens.end), "," | "is" | "was" | "(");
            let behind = if opens { name.tokens.end + 1..sentence.end.min(name.tokens.end + 9) } else { 0..0 };
            let behind = behind.take_while(|&at| !matches!(self.segments.lower(at), "," | "said" | "told" | "says" | ")" | "who" | "and"));
            for at in before.chain(behind) {
                callings = callings.and(Callings::of(self.segments.lower(at)));
            }
        }
        callings
    }
}
