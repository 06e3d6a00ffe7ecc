//! Whom a description means: "the former mayor", "the 59-year-old", "the Norwegian", "the union", "the two men".
//!
//! Somebody whom the article calls so in a title or an apposition, or an organisation whose own name says that it is one.
//! Where the article calls two people so, the one who stands out far more, or nobody.

use std::collections::HashMap;
use std::ops::Range;

use super::super::nouns::{gender_of_noun, is_kin, is_organization_noun, is_person_noun};
use super::super::roles::age_before;
use super::salience::{Salience, is_preposition};
use super::scene::Scene;
use crate::annotations::EntityType;
use crate::lexicon::Gender;
use crate::lists::list;
use crate::order;
use crate::segment::{Kind, TokenIndex};

/// By how much one of several must outweigh the next, in percent.
const MARGIN: u32 = 200;

/// Somebody of whom the article does not say what they are must not outweigh the one meant by more than this, in percent.
const RIVAL: u32 = 300;

/// How much more an organisation weighs that the article calls so, in percent.
const CALLED: u32 = 150;

/// Tokens that a description may take: a longer one tells of something new.
const LONGEST: usize = 9;

/// Whether the phrase speaks of two persons, and of which gender: "the two men", "both leaders".
pub(super) fn of_two(scene: &Scene<'_, '_, '_>, phrase: &Range<TokenIndex>) -> Option<Option<Gender>> {
    let words: Vec<&str> = phrase.clone().take(5).map(|at| scene.lower(at)).collect();
    let noun = match words.as_slice() {
        ["the", "two"] | ["both", "of", "them"] => return Some(None),
        ["the" | "both", "two", noun] | ["both", noun] | ["both", "of", "the", noun] => *noun,
        ["the", "two", modifier, noun] if !is_preposition(modifier) => *noun,
        _ => return None,
    };
    match noun {
        "men" => Some(Some(Gender::Male)),
        "women" => Some(Some(Gender::Female)),
        _ => noun.strip_suffix('s').filter(|singular| is_person_noun(singular) && !is_kin(singular)).map(gender_of_noun),
    }
}

/// The noun of the description that "the" at `at` opens, if it speaks of a person.
pub(super) fn noun_of(scene: &Scene<'_, '_, '_>, at: TokenIndex, end: TokenIndex) -> Option<TokenIndex> {
    let end = end.min(at + 6);
    let noun = (at + 1..end).find(|&noun| is_person_noun(scene.lower(noun)) && !is_person_noun(scene.lower(noun + 1)))?;
    let plain = (at + 1..noun).all(|word| scene.segments.tokens[word].kind == Kind::Word && !is_preposition(scene.lower(word)));
    let tells_more = noun + 1 < end && (scene.lower(noun + 1) == "of" || scene.lower(noun + 1) == "-" || scene.is_possessive(noun + 1));
    (plain && !tells_more && scene.names_in(&(at..noun + 1)).next().is_none()).then_some(noun)
}

/// What the article calls its persons and organisations, by the words of that.
#[derive(Debug, Default)]
pub(super) struct Index {
    by_word: HashMap<String, Vec<usize>>,
    /// Those whose age the article gives, by their age.
    by_age: Vec<(u16, usize)>,
}

/// Entities that are kept of one word: among more than a few nobody is meant alone.
const MOST_OF_A_WORD: usize = 24;

impl Index {
    pub(super) fn new(scene: &Scene<'_, '_, '_>) -> Self {
        let mut index = Index::default();
        for (at, cluster) in scene.clusters.iter().enumerate() {
            for called in &cluster.called {
                for word in words(called) {
                    index.add(word, at);
                }
            }
            if cluster.kind == EntityType::Organization {
                for &name in cluster.names.iter().take(MOST_OF_A_WORD) {
                    for token in scene.names.get(name).map_or(0..0, |name| name.tokens.clone()) {
                        index.add(scene.lower(token), at);
                    }
                }
            }
            if let Some(age) = cluster.age {
                index.by_age.push((age, at));
            }
        }
        order::by_number(&mut index.by_age, |&(age, _)| u64::from(age));
        index
    }

    fn add(&mut self, word: &str, at: usize) {
        let entry = self.by_word.entry(word.to_owned()).or_default();
        if entry.last() != Some(&at) && entry.len() < MOST_OF_A_WORD {
            entry.push(at);
        }
    }

    fn of_age(&self, age: u16) -> Vec<usize> {
        let first = self.by_age.partition_point(|&(younger, _)| younger < age);
        self.by_age.iter().skip(first).take_while(|&&(same, _)| same == age).map(|&(_, at)| at).collect()
    }

    fn of_word(&self, word: &str) -> &[usize] {
        self.by_word.get(word).map_or(&[], Vec::as_slice)
    }
}

/// The words of what somebody is called, abbreviations spelled out.
fn words(called: &str) -> impl Iterator<Item = &str> {
    called.split([' ', '-']).filter(|word| !word.is_empty()).map(|word| match word {
        "sen." => "senator",
        "gov." => "governor",
        "rep." => "representative",
        "gen." => "general",
        "prof." | "prof" => "professor",
        "dr." | "dr" => "doctor",
        "sgt." => "sergeant",
        "col." => "colonel",
        "rev." => "reverend",
        _ => word,
    })
}

/// The one person or organisation that the phrase describes.
pub(super) fn described(
    scene: &Scene<'_, '_, '_>,
    index: &Index,
    salience: &Salience,
    gender_of: impl Fn(usize) -> Option<Gender>,
    phrase: &Range<TokenIndex>,
) -> Option<usize> {
    if scene.lower(phrase.start) != "the" || phrase.len() < 2 {
        return None;
    }
    // What follows a comma or a relative pronoun tells more of the same; what follows a preposition, of something else.
    let from = phrase.start + 1;
    let end = (from..phrase.end)
        .find(|&at| matches!(scene.lower(at), "," | "(" | "who" | "which" | "himself" | "herself" | "itself"))
        .unwrap_or(phrase.end);
    if end <= from || end - from > LONGEST || (from..end).any(|at| scene.is_possessive(at)) {
        return None;
    }
    let connective = (from..end).find(|&at| is_preposition(scene.lower(at)));
    let noun = connective.unwrap_or(end).checked_sub(1).filter(|&noun| noun >= from)?;
    if let Some(age) = age_before(scene.segments, noun + 1) {
        return one(salience, &index.of_age(age));
    }
    let head = scene.lower(noun);
    if is_person_noun(head) {
        let gender = gender_of_noun(head);
        let modifiers: Vec<&str> = (from..noun).map(|at| scene.lower(at)).collect();
        let rest: Vec<&str> = (noun + 1..end).map(|at| scene.lower(at)).collect();
        let agrees = |at: usize| scene.is_person(at) && (gender.is_none() || gender_of(at).is_none() || gender == gender_of(at));
        let is_meant =
            |&at: &usize| agrees(at) && scene.clusters[at].called.iter().any(|called| is_called(called, &modifiers, head, &rest));
        let candidates: Vec<usize> = index.of_word(head).iter().copied().filter(is_meant).collect();
        // Whom the article is about just now may be one too, whether or not it says so.
        return one(salience, &candidates).filter(|&meant| {
            let rivals = salience.standing(|at| at != meant && agrees(at) && (suits_many(head) || scene.clusters[at].called.is_empty()));
            rivals.iter().all(|&rival| salience.weight(rival) <= salience.weight(meant) * RIVAL / 100)
        });
    }
    if is_organization_noun(head) && connective.is_none() {
        return organization(scene, index, salience, from..noun, head);
    }
    // "the Norwegian", of somebody whose title says so.
    let people =
        scene.names_in(&(noun..noun + 1)).find(|&name| scene.names[name].kind == EntityType::Group && noun == from && end == from + 1)?;
    let word = scene.segments.slice(scene.names[people].span).to_lowercase();
    let is_meant =
        |&at: &usize| scene.is_person(at) && scene.clusters[at].called.iter().any(|called| called.split(' ').next() == Some(&word));
    one(salience, &index.of_word(&word).iter().copied().filter(is_meant).collect::<Vec<_>>())
}

/// Nouns that may be said of most people in an article.
fn suits_many(head: &str) -> bool {
    list!("candidate|contender|lawmaker|leader|member|official|opponent|partner|politician|resident|rival|star").contains(head)
}

/// The only one, or the one of several who stands out far more.
fn one(salience: &Salience, candidates: &[usize]) -> Option<usize> {
    if let [only] = candidates {
        return Some(*only);
    }
    let mut weighed: Vec<(u32, usize)> = candidates.iter().map(|&cluster| (salience.weight(cluster), cluster)).collect();
    order::by_number(&mut weighed, |&(weight, cluster)| order::pair(!weight, cluster as u32));
    match weighed.as_slice() {
        [(best, cluster), (next, _), ..] if *best > 0 && best * 100 >= next * MARGIN => Some(*cluster),
        _ => None,
    }
}

/// Whether somebody whom the article calls `called` is meant by a description: the same noun, and nothing in front of either
/// that makes an office another one.
fn is_called(called: &str, modifiers: &[&str], head: &str, rest: &[&str]) -> bool {
    let words: Vec<&str> = words(called).collect();
    let Some(noun) = words.iter().position(|word| *word == head) else { return false };
    // "director of the minister's office": the noun says what somebody is only in front of "of".
    let (before, behind) = (&words[..noun], &words[noun + 1..]);
    if before.iter().any(|word| is_preposition(word)) {
        return false;
    }
    let alike = |word: &&str| modifiers.contains(word) == before.contains(word);
    let restricts = ["vice", "deputy", "assistant", "shadow", "associate", "former", "acting", "prime", "foreign", "finance", "interior"];
    let rest_agrees = rest.is_empty() || behind.starts_with(rest);
    // Of a former minister one goes on speaking as "the minister" too.
    restricts
        .iter()
        .filter(|word| **word != "former" && **word != "prime" || modifiers.contains(word))
        .all(|word| alike(word) || !modifiers.contains(word) && matches!(*word, "foreign" | "finance" | "interior"))
        && modifiers.iter().all(|word| before.contains(word) || matches!(*word, "then" | "veteran" | "senior" | "young" | "outgoing"))
        && rest_agrees
}

/// The organisation whose name, or whose apposition, says that it is a `head`. Words that suit most organisations mean the one
/// that stands out among them.
fn organization(scene: &Scene<'_, '_, '_>, index: &Index, salience: &Salience, modifiers: Range<TokenIndex>, head: &str) -> Option<usize> {
    let is_organization = |at: &usize| scene.kind(*at) == EntityType::Organization;
    let says = |at: usize| modifiers.clone().all(|modifier| index.of_word(scene.lower(modifier)).contains(&at));
    let is_one = |at: usize| {
        let cluster = &scene.clusters[at];
        let heads = |name: &usize| {
            let tokens = scene.names[*name].tokens.clone();
            tokens.clone().any(|token| scene.lower(token) == head && (token + 1 == tokens.end || is_preposition(scene.lower(token + 1))))
        };
        cluster.called.iter().any(|called| words(called).any(|word| word == head)) || cluster.names.iter().take(MOST_OF_A_WORD).any(heads)
    };
    let is_known = |at: usize| {
        let first = scene.clusters[at].names.first().and_then(|&name| scene.names.get(name));
        first.is_some_and(|name| name.tokens.start < modifiers.start)
    };
    let candidates = index.of_word(head).iter().copied().filter(is_organization);
    let named: Vec<usize> = candidates.filter(|&at| is_known(at) && says(at) && is_one(at)).collect();
    let suits_most = modifiers.is_empty() && matches!(head, "agency" | "company" | "firm" | "group" | "organisation" | "organization");
    if !suits_most {
        return one(salience, &named);
    }
    let standing = salience.standing(|at| is_organization(&at) && (named.contains(&at) || !contradicts(scene, at)));
    let mut weighed: Vec<(u32, usize)> =
        standing.into_iter().map(|at| (salience.weight(at) * if named.contains(&at) { CALLED } else { 100 }, at)).collect();
    order::by_number(&mut weighed, |&(weight, cluster)| order::pair(!weight, cluster as u32));
    match weighed.as_slice() {
        [(_, only)] => Some(*only),
        [(best, cluster), (next, _), ..] if *best * 100 >= next * MARGIN => Some(*cluster),
        _ => None,
    }
}

/// Whether the name of an organisation says that it is no company, firm, agency or group.
fn contradicts(scene: &Scene<'_, '_, '_>, at: usize) -> bool {
    let is_other = |word: &str| {
        list!(
            "army|church|city|college|congress|council|court|democratic|department|force|government|house|ministry|museum|nations|\
            office|parliament|party|police|school|senate|university"
        )
        .contains(word)
    };
    scene.clusters[at].names.iter().any(|&name| {
        let tokens = scene.names[name].tokens.clone();
        tokens.clone().any(|token| is_other(scene.lower(token)) || scene.segments.tokens[token].kind == Kind::Possessive)
    })
}
