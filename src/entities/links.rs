//! Which item each entity is, if the lexicon knows it and the article gives no reason to doubt it.
//!
//! A name's things of the lexicon are candidates; what the article says for and against each is weighed in whole points, and
//! the best one is taken where it is good enough and clearly better than the next. A person is known by the full name alone,
//! and never against what the article says that they do; a place is preferably in the countries that the article speaks of; a
//! club that is called after its town is one in an article on football. No item is better than a wrong one. It never changes
//! which names are one thing, but for entities that turn out to be one item.

mod callings;
mod setting;

use std::collections::BTreeMap;

use super::Cluster;
use crate::annotations::{Confidence, EntityType};
use crate::lexicon::{Entry, Lexicon};
use crate::names::Name;
use crate::segment::{Case, Kind, Segments, TokenIndex};
use callings::Callings;
use setting::Setting;

/// Forms of one entity's name that are looked at.
const MOST_FORMS: usize = 8;
/// A second candidate must have so many points less.
const MARGIN: i32 = 2;
/// Points for a country that the article is about, or speaks of at all.
const ABOUT: i32 = 4;
const SPOKEN_OF: i32 = 3;
/// Points that a candidate of another country than the article's loses.
const ELSEWHERE: i32 = 3;
/// Points for what stands right behind a place and tells where it is; and for what tells that it is another one.
const CONTAINER: i32 = 6;
const NOT_THERE: i32 = -100;
/// Points for a region that the article names and the description too.
const REGION: i32 = 2;
/// Points for what the article says that a person does, where the description says the same.
const CALLING: i32 = 4;
/// From this fame on, a candidate is what everybody thinks of.
const FAMOUS: u8 = 7;

/// Fills in the item of every cluster that has one, and joins those that turn out to be one. Cost: linear in the names.
pub(super) fn link<'l>(segments: &Segments<'_>, lexicon: &'l Lexicon, names: &[Name], clusters: &mut Vec<Cluster<'l>>) {
    let mut linker = Linker { segments, lexicon, names, setting: Setting::new(segments), regions: Vec::new() };
    let candidates: Vec<Candidates<'l>> = clusters.iter().map(|cluster| linker.candidates(cluster)).collect();
    for (cluster, candidates) in clusters.iter_mut().zip(&candidates) {
        cluster.entry = candidates.certain(cluster);
    }
    // What is certain tells what the article is about; that decides the rest, which tells it better.
    for _ in 0..2 {
        linker.look_around(clusters);
        let entries: Vec<_> = clusters.iter().zip(&candidates).map(|(cluster, candidates)| linker.decide(cluster, candidates)).collect();
        for (cluster, entry) in clusters.iter_mut().zip(entries) {
            cluster.entry = entry;
        }
    }
    join(clusters);
}

/// Joins clusters of one type that are one item.
fn join(clusters: &mut Vec<Cluster<'_>>) {
    let mut first: BTreeMap<(EntityType, &str), usize> = BTreeMap::new();
    for index in 0..clusters.len() {
        let Some(entry) = clusters[index].entry.filter(|entry| !entry.item.is_empty()) else { continue };
        let to = *first.entry((clusters[index].kind, entry.item)).or_insert(index);
        if to != index {
            let moved = std::mem::take(&mut clusters[index].names);
            let role = clusters[index].role.take();
            let gender = clusters[index].gender;
            let one = &mut clusters[to];
            one.names.extend(moved);
            one.names.sort_unstable();
            one.gender = one.gender.or(gender);
            one.role = one.role.take().into_iter().chain(role).reduce(|a, b| if b.len() > a.len() { b } else { a });
        }
    }
    clusters.retain(|cluster| !cluster.names.is_empty());
}

/// What a cluster may be, and under which form of its name.
#[derive(Debug, Default)]
struct Candidates<'l> {
    /// Each with whether its usual name is what the article calls it.
    entries: Vec<(Entry<'l>, Form)>,
}

/// How the article calls a candidate at its fullest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Form {
    /// By its usual name.
    is_usual: bool,
    /// By one word.
    is_word: bool,
    /// By capitals alone.
    is_acronym: bool,
}

impl<'l> Candidates<'l> {
    /// The country or people that the name cannot but mean.
    fn certain(&self, cluster: &Cluster<'_>) -> Option<Entry<'l>> {
        let mut entries = self.entries.iter().map(|(entry, _)| *entry).filter(|entry| entry.kind == cluster.kind);
        let best = entries.clone().reduce(|best, next| if next.fame > best.fame { next } else { best })?;
        let alone = entries.all(|entry| entry.item == best.item && entry.of == best.of || entry.fame + 3 <= best.fame);
        (alone && matches!(best.kind, EntityType::Place | EntityType::Group) && (best.fame >= FAMOUS || best.kind == EntityType::Group))
            .then_some(best)
    }
}

struct Linker<'a, 'd, 'l> {
    segments: &'a Segments<'d>,
    lexicon: &'l Lexicon,
    names: &'a [Name],
    setting: Setting<'l>,
    /// The names of the places that the article names.
    regions: Vec<&'l str>,
}

impl<'l> Linker<'_, '_, 'l> {
    /// Everything that the lexicon knows by the fullest form of the cluster's name, of a type that fits.
    fn candidates(&self, cluster: &Cluster<'l>) -> Candidates<'l> {
        let mut forms: Vec<String> = Vec::new();
        for &name in &cluster.names {
            let text = self.plain(&self.names[name]);
            if forms.len() < MOST_FORMS && !forms.contains(&text) {
                forms.push(text);
            }
        }
        // Of forms that are as full the one that comes first.
        forms.sort_by_key(|form| std::cmp::Reverse((form.split(' ').count(), form.contains(char::is_lowercase), form.len())));
        let words = forms.first().map_or(0, |form| form.split(' ').count());
        if cluster.kind == EntityType::Person && words < 2 {
            return Candidates::default();
        }
        let full = forms.iter().take_while(|form| form.split(' ').count() == words);
        let mut found = Candidates::default();
        for form in full {
            for entry in self.lexicon.lookup(form).filter(|entry| fits(entry, cluster.kind, words)) {
                if !found.entries.iter().any(|(known, _)| known.item == entry.item && known.name == entry.name) {
                    let is_acronym = words == 1 && form.len() <= 6 && !form.contains(char::is_lowercase);
                    found.entries.push((entry, Form { is_usual: entry.name == form, is_word: words == 1, is_acronym }));
                }
            }
        }
        // What the type says counts for more than a thing of another type, unless there is no other.
        if found.entries.iter().any(|(entry, _)| entry.kind == cluster.kind) {
            found.entries.retain(|(entry, _)| entry.kind == cluster.kind);
        }
        found
    }

    /// A name's text with single spaces; words that are all capitals, as in a dateline, in small letters but the first.
    fn plain(&self, name: &Name) -> String {
        let text = self.segments.slice(name.span);
        let all_capitals = name.tokens.clone().all(|at| self.segments.tokens[at].case == Case::Upper);
        if !all_capitals || text.len() <= 5 || self.lexicon.lookup(text).next().is_some() {
            return text.split_whitespace().collect::<Vec<_>>().join(" ");
        }
        let title = |word: &str| {
            let mut letters = word.chars();
            letters.next().into_iter().chain(letters.flat_map(char::to_lowercase)).collect::<String>()
        };
        text.split_whitespace().map(title).collect::<Vec<_>>().join(" ")
    }

    /// Notes the countries and regions of all that is linked.
    fn look_around(&mut self, clusters: &[Cluster<'l>]) {
        self.setting.forget();
        self.regions.clear();
        for cluster in clusters {
            let Some(entry) = cluster.entry else { continue };
            let times = cluster.names.len();
            match entry.kind {
                EntityType::Place if is_country(&entry) => self.setting.add(entry.item, times),
                EntityType::Place => {
                    self.setting.add(entry.of, times);
                    self.regions.push(entry.name);
                }
                EntityType::Group | EntityType::Organization => self.setting.add(entry.of, times),
                EntityType::Person => self.setting.add(entry.of, 1),
                EntityType::Event | EntityType::Misc => {}
            }
        }
    }

    /// The one candidate that enough speaks for.
    fn decide(&self, cluster: &Cluster<'l>, candidates: &Candidates<'l>) -> Option<Entry<'l>> {
        let surest = cluster.names.iter().map(|&name| self.names[name].confidence).max()?;
        if surest < Confidence::percent(40) {
            return None;
        }
        let callings = if cluster.kind == EntityType::Person { self.callings(cluster) } else { Callings::default() };
        let rivals = candidates.entries.len() > 1;
        let mut best: Option<(i32, Entry<'l>)> = None;
        let mut second = i32::MIN;
        for &(entry, form) in &candidates.entries {
            let points = match cluster.kind {
                EntityType::Person => self.person(cluster, &entry, rivals, callings),
                EntityType::Place if entry.kind == EntityType::Place => self.place(cluster, &entry, rivals, form),
                EntityType::Group => self.group(cluster, &entry, rivals),
                _ => self.organization(cluster, &entry, rivals, form),
            };
            if best.is_none_or(|(most, _)| points > most) {
                second = best.map_or(second, |(most, _)| most.max(second));
                best = Some((points, entry));
            } else {
                second = second.max(points);
            }
        }
        best.filter(|&(points, _)| points >= 0 && points - MARGIN >= second).map(|(_, entry)| entry)
    }

    /// Points for the country of a candidate. One that has rivals is less easily believed to be abroad.
    fn country(&self, entry: &Entry<'l>, cluster: &Cluster<'l>, rivals: bool) -> i32 {
        let own = if cluster.entry.is_some_and(|known| known.of == entry.of) { cluster.names.len() } else { 0 };
        let own = if cluster.kind == EntityType::Person { own.min(1) } else { own };
        match entry.of {
            "" => 0,
            of if self.setting.is_about(of, own) => ABOUT,
            of if self.setting.mentions(of, own) > 0 => SPOKEN_OF,
            _ if self.setting.is_elsewhere(if rivals { 1 } else { 2 }) && (rivals || entry.fame < 9) => -ELSEWHERE,
            _ => 0,
        }
    }

    /// A person: nobody whose calling the article contradicts, and where others may well bear the name, only with a witness.
    fn person(&self, cluster: &Cluster<'l>, entry: &Entry<'l>, rivals: bool, callings: Callings) -> i32 {
        let described = Callings::of(entry.description);
        if callings.contradict(described) {
            return -1;
        }
        let agrees = callings.agree(described);
        let country = self.country(entry, cluster, rivals).clamp(-2, 2);
        if entry.is_common && !agrees && country <= 0 && entry.fame < FAMOUS + 3 {
            return -1;
        }
        let common = if entry.is_common { 4 } else { 0 };
        i32::from(entry.fame) + country + if agrees { CALLING } else { 0 } - common - 3
    }

    /// A place: where the article is, or so well known that no other is meant.
    fn place(&self, cluster: &Cluster<'l>, entry: &Entry<'l>, rivals: bool, form: Form) -> i32 {
        if self.is_team(cluster) {
            return -1;
        }
        let fame = i32::from(entry.fame);
        if is_country(entry) {
            return fame + self.setting.mentions(entry.item, cluster.names.len()).min(3) as i32 - 5;
        }
        let region = self.regions.iter().any(|region| *region != entry.name && names_it(entry.description, region));
        fame + self.country(entry, cluster, rivals) + self.container(cluster, entry) + if region { REGION } else { 0 }
            - if form.is_usual { 5 } else { 6 }
    }

    /// A people: the one of its name, or the one whose country the article speaks of.
    fn group(&self, cluster: &Cluster<'l>, entry: &Entry<'l>, rivals: bool) -> i32 {
        self.country(entry, cluster, rivals) + ELSEWHERE
    }

    /// Everything else. Names of everyday words, short forms and acronyms need a witness.
    fn organization(&self, cluster: &Cluster<'l>, entry: &Entry<'l>, rivals: bool, form: Form) -> i32 {
        if is_club(entry) && !form.is_usual && !self.setting.is_football() {
            return -1;
        }
        let mut points = i32::from(entry.fame) + self.country(entry, cluster, rivals);
        if entry.is_common {
            // Every country has a supreme court.
            points -= match entry.of {
                "" => 4,
                of if self.setting.is_about(of, 0) => 2,
                of if self.setting.mentions(of, 0) > 0 => 6,
                _ => 8,
            };
        }
        let short = form.is_word && !form.is_usual && !is_club(entry);
        if form.is_acronym || short {
            points -= 2;
        }
        points - if form.is_word { 4 } else { 2 }
    }

    /// Whether a place of an article on sports is a team rather: the article is never in it.
    fn is_team(&self, cluster: &Cluster<'l>) -> bool {
        let located = |&name: &usize| {
            let tokens = &self.names[name].tokens;
            let before = |back: usize| tokens.start.checked_sub(back).map_or("", |at| self.segments.lower(at));
            let preposition = |word: &str| {
                matches!(
                    word,
                    "in" | "at"
                        | "near"
                        | "to"
                        | "from"
                        | "across"
                        | "into"
                        | "around"
                        | "outside"
                        | "of"
                        | "through"
                        | "visit"
                        | "visited"
                )
            };
            preposition(before(1))
                || before(1) == "the" && preposition(before(2))
                || self.segments.word(tokens.end) == ","
                || before(1) == ","
        };
        self.setting.is_sport() && !cluster.names.iter().any(located)
    }

    /// What stands behind a mention and says where the place is: "Cambridge, Massachusetts", "Hyderabad in Pakistan".
    fn container(&self, cluster: &Cluster<'l>, entry: &Entry<'l>) -> i32 {
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
    fn callings(&self, cluster: &Cluster<'l>) -> Callings {
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

/// Whether a candidate may be meant by a name of that type. A building may be taken for an organisation and the other way
/// round, but a town is no organisation.
fn fits(entry: &Entry<'_>, kind: EntityType, words: usize) -> bool {
    match (kind, entry.kind) {
        (EntityType::Organization, EntityType::Place) => {
            !is_country(entry)
                && !is_region(entry)
                && !entry.description.starts_with("city")
                && !entry.description.starts_with("town")
                && words > 1
                && entry.coordinates.is_none()
        }
        (EntityType::Place, EntityType::Organization) => words > 1 && !is_club(entry),
        (kind, of) => kind == of,
    }
}

fn is_country(entry: &Entry<'_>) -> bool {
    entry.kind == EntityType::Place
        && entry.of.is_empty()
        && (entry.description.starts_with("country") || entry.description.contains("sovereign"))
}

/// Whether other places lie in it.
fn is_region(entry: &Entry<'_>) -> bool {
    is_country(entry)
        || [
            "state",
            "province",
            "region",
            "territory",
            "constituent",
            "autonomous",
            "county",
            "canton",
            "department",
            "prefecture",
            "oblast",
        ]
        .iter()
        .any(|start| entry.description.starts_with(start))
}

fn is_club(entry: &Entry<'_>) -> bool {
    entry.description.contains("football") && entry.kind == EntityType::Organization
}

/// Whether `description` contains `name` as whole words.
fn names_it(description: &str, name: &str) -> bool {
    let edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    description.match_indices(name).any(|(at, _)| {
        edge(description.get(..at).and_then(|head| head.chars().next_back()))
            && edge(description.get(at + name.len()..).and_then(|tail| tail.chars().next()))
    })
}

#[cfg(test)]
mod tests;
