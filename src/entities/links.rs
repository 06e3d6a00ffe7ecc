//! Which item each entity is, if the lexicon knows it and the article gives no reason to doubt it.
//!
//! A name's things of the lexicon are candidates; what the article says for and against each is weighed in whole points, and
//! the best one is taken where it is good enough and clearly better than the next. A person is known by the full name alone,
//! and never against what the article says that they do; a place is preferably in the countries that the article speaks of; a
//! club that is called after its town is one in an article on football. No item is better than a wrong one. It never changes
//! which names are one thing, but for entities that turn out to be one item.

mod callings;
mod setting;
mod weighing;
mod witnesses;

use std::collections::HashMap;

use super::Cluster;
use crate::annotations::{Confidence, EntityType};
use crate::lexicon::{Entry, Lexicon};
use crate::lists::{List, list};
use crate::names::Name;
use crate::order;
use crate::segment::{Case, Segments};
use callings::Callings;
use setting::Setting;

/// What descriptions call places in which others lie.
const REGIONS: &List =
    list!("autonomous|canton|constituent|county|department|district|governorate|oblast|prefecture|province|region|state|territory");
/// Forms of one entity's name that are looked at.
const MOST_FORMS: usize = 8;
/// Places of an article that are looked for in descriptions.
const MOST_REGIONS: usize = 64;
/// A second candidate must have so many points less.
const MARGIN: i32 = 2;
/// From this fame on, a candidate is what everybody thinks of.
const FAMOUS: u8 = 7;

/// Fills in the item of every cluster that has one, and joins those that turn out to be one. Cost: linear in the names.
pub(super) fn link<'l>(segments: &Segments<'_>, lexicon: &'l Lexicon, names: &[Name], clusters: &mut Vec<Cluster<'l>>) {
    let full_names = names.iter().filter(|name| name.kind == EntityType::Person && name.tokens.len() > 1);
    let mut surnames: Vec<&str> = full_names.map(|name| segments.word(name.tokens.end - 1)).collect();
    order::by_text(&mut surnames, |word| word);
    let followers = witnesses::followers(segments, names);
    let mut linker = Linker { segments, lexicon, names, setting: Setting::new(segments), regions: Vec::new(), surnames, followers };
    let candidates: Vec<Candidates<'l>> = clusters.iter().map(|cluster| linker.candidates(cluster)).collect();
    // What the publisher says of a thing is all that is said.
    let open = |cluster: &Cluster<'_>| cluster.own.is_none();
    for (cluster, candidates) in clusters.iter_mut().zip(&candidates).filter(|(cluster, _)| open(cluster)) {
        cluster.entry = candidates.certain(cluster);
    }
    // What is certain tells what the article is about; that decides the rest, which tells it better.
    for _ in 0..2 {
        linker.look_around(clusters);
        let entries: Vec<_> = clusters.iter().zip(&candidates).map(|(cluster, candidates)| linker.decide(cluster, candidates)).collect();
        for (cluster, entry) in clusters.iter_mut().zip(entries).filter(|(cluster, _)| open(cluster)) {
            cluster.entry = entry;
        }
    }
    join(clusters);
}

/// Joins clusters of one type that are one item, but no two that the publisher tells apart.
fn join(clusters: &mut Vec<Cluster<'_>>) {
    // By type, and by item.
    let mut first: [HashMap<&str, usize>; EntityType::COUNT] = Default::default();
    for index in 0..clusters.len() {
        let Some(item) = clusters[index].item() else { continue };
        let to = *first[clusters[index].kind as usize].entry(item).or_insert(index);
        if to != index && (clusters[to].own.is_none() || clusters[index].own.is_none()) {
            let moved = std::mem::take(&mut clusters[index].names);
            let role = clusters[index].role.take();
            let called = std::mem::take(&mut clusters[index].called);
            let (own, gender, age) = (clusters[index].own, clusters[index].gender, clusters[index].age);
            let one = &mut clusters[to];
            one.names.extend(moved);
            order::by_number(&mut one.names, |&name| name as u64);
            one.own = one.own.or(own);
            one.gender = one.gender.or(gender);
            one.age = one.age.or(age);
            role.into_iter().chain(called).for_each(|phrase| one.call(phrase));
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
    /// The names of the first places that the article names.
    regions: Vec<&'l str>,
    /// The last words of the full names of the article's people, in alphabetical order.
    surnames: Vec<&'d str>,
    /// Words that stand behind a capitalised word that is no name, in alphabetical order: "Valeska [Paris]".
    followers: Vec<&'d str>,
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
        order::by_number(&mut forms, |form| {
            !order::pair((form.split(' ').count() * 2 + usize::from(form.contains(char::is_lowercase))) as u32, form.len() as u32)
        });
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
                EntityType::Place if is_country(&entry) || entry.of.is_empty() => self.setting.add(entry.item, times),
                EntityType::Place => {
                    self.setting.add(entry.of, times);
                    self.setting.add_part(entry.item, times);
                    if self.regions.len() < MOST_REGIONS && !self.regions.contains(&entry.name) {
                        self.regions.push(entry.name);
                    }
                }
                // Muslims are of Islam, which is no country.
                EntityType::Group if entry.description.contains("relig") || entry.description.contains("ideology") => {}
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
    let what = entry.description.split([',']).next().unwrap_or_default();
    let what = what.split(" in ").next().unwrap_or_default().split(" of ").next().unwrap_or_default();
    is_country(entry) || what.split(' ').any(|word| REGIONS.contains(word))
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
