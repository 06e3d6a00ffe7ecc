//! Which names mean one thing.
//!
//! Things of the lexicon are one whatever they are called; beyond it, equal names are one, an acronym is the organisation
//! whose initials it has, a shortened organisation is the one it shortens, and a surname is the person last named in full
//! by it. People whose first names disagree stay apart. What a publisher's list makes one thing is one, and no two of its things are.

use std::collections::HashMap;

use super::Cluster;
use crate::annotations::EntityType;
use crate::lexicon::own::{OwnEntry, OwnId, OwnList};
use crate::lexicon::{Entry, Lexicon};
use crate::names::Name;
use crate::segment::{Case, Kind, Segments};

/// By how many degrees of fame the best known thing must lead.
const CLEARLY: u8 = 3;

/// Groups `names` into clusters, in order of their first mention. Cost: linear in the names.
pub(super) fn merge<'l>(segments: &Segments<'_>, lexicon: &'l Lexicon, list: Option<&'l OwnList>, names: &[Name]) -> Vec<Cluster<'l>> {
    let mut merger = Merger {
        segments,
        names,
        clusters: Vec::new(),
        cluster_of: vec![None; names.len()],
        things: HashMap::new(),
        own: HashMap::new(),
        people: People::default(),
    };
    // What the publisher says is settled before anything is weighed.
    for (index, id) in names.iter().enumerate().filter_map(|(index, name)| Some((index, name.own?))) {
        let text = plain(segments, &names[index]);
        if let Some(own) = list.and_then(|list| list.entry(id)) {
            merger.add_own(index, id, own, &text, item_of(lexicon, own, &text));
        }
    }
    // Full names first, so that a surname in the headline finds the person named below it.
    let mut later = Vec::new();
    for (index, name) in names.iter().enumerate().filter(|(_, name)| name.own.is_none()) {
        let text = plain(segments, name);
        match name.kind {
            EntityType::Person if parts(segments, name).len() < 2 => later.push(index),
            EntityType::Person => merger.add_full_name(index, known(lexicon, &text, name.kind)),
            EntityType::Organization if is_acronym(segments, name) => later.push(index),
            _ => merger.add_thing(index, &text, known(lexicon, &text, name.kind)),
        }
    }
    let initials = merger.initials();
    for index in later {
        let text = plain(segments, &names[index]);
        match names[index].kind {
            EntityType::Person => merger.add_short_name(index, &text),
            kind => merger.add_acronym(index, &text, known(lexicon, &text, kind), &initials),
        }
    }
    merger.join_shortened();
    let mut clusters = merger.clusters;
    for cluster in &mut clusters {
        cluster.names.sort_unstable();
    }
    clusters.retain(|cluster| !cluster.names.is_empty());
    clusters.sort_by_key(|cluster| cluster.names.first().copied());
    clusters
}

/// A name's text with single spaces.
fn plain(segments: &Segments<'_>, name: &Name) -> String {
    segments.slice(name.span).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The thing of that type by which names are joined here: the one that is far better known by this name than any other.
/// Which one is meant in the end is decided in `links`.
fn known<'l>(lexicon: &'l Lexicon, text: &str, kind: EntityType) -> Option<Entry<'l>> {
    let mut things = lexicon.lookup(text).filter(|entry| entry.kind == kind);
    let best = things.clone().reduce(|best, next| if next.fame > best.fame { next } else { best })?;
    things.all(|other| other.item == best.item && other.name == best.name || other.fame + CLEARLY <= best.fame).then_some(best)
}

/// What the lexicon knows of the item that the publisher names, by the name in the text or by the publisher's.
fn item_of<'l>(lexicon: &'l Lexicon, own: &OwnEntry, text: &str) -> Option<Entry<'l>> {
    let item = own.wikidata.as_deref()?.trim_start_matches('Q');
    lexicon.lookup(text).chain(lexicon.lookup(&own.name)).find(|entry| entry.item == item)
}

/// The words of a person's name that tell people apart: no suffixes, no particles.
fn parts<'d>(segments: &Segments<'d>, name: &Name) -> Vec<&'d str> {
    name.tokens
        .clone()
        .filter(|&at| segments.tokens[at].kind == Kind::Word && segments.tokens[at].is_capitalised)
        .map(|at| segments.word(at))
        .filter(|word| !matches!(*word, "Jr" | "Jr." | "Sr" | "Sr." | "II" | "III" | "IV" | "Al" | "El"))
        .collect()
}

/// Whether the name is one word of capitals, which may be the initials of a longer one.
fn is_acronym(segments: &Segments<'_>, name: &Name) -> bool {
    name.tokens.len() == 1 && segments.tokens[name.tokens.start].case == Case::Upper
}

/// The first letters of an organisation's words, without "of", "the", "and" and "for".
fn initials_of(segments: &Segments<'_>, name: &Name) -> String {
    name.tokens.clone().filter(|&at| segments.tokens[at].is_capitalised).filter_map(|at| segments.word(at).chars().next()).collect()
}

/// Whether two full names can be one person's: the surnames agree, and no first name contradicts.
fn same_person(a: &[&str], b: &[&str]) -> bool {
    let (Some((last_a, first_a)), Some((last_b, first_b))) = (a.split_last(), b.split_last()) else { return false };
    if last_a != last_b {
        return false;
    }
    match (first_a.first(), first_b.first()) {
        (Some(x), Some(y)) => x == y || is_initial_of(x, y) || is_initial_of(y, x) || first_a.contains(y) || first_b.contains(x),
        _ => true,
    }
}

fn is_initial_of(short: &str, long: &str) -> bool {
    let letter = short.trim_end_matches('.');
    letter.chars().count() == 1 && long.starts_with(letter)
}

/// The people of the article by the words of their full names.
#[derive(Default)]
struct People<'d> {
    /// The distinct full names of each, with its cluster.
    full_names: Vec<(usize, Vec<&'d str>)>,
    by_full_name: HashMap<Vec<&'d str>, usize>,
    by_word: HashMap<&'d str, Vec<usize>>,
    by_short_name: HashMap<String, usize>,
}

struct Merger<'a, 'd, 'l> {
    segments: &'a Segments<'d>,
    names: &'a [Name],
    clusters: Vec<Cluster<'l>>,
    cluster_of: Vec<Option<usize>>,
    /// Everything but people, by type and name.
    things: HashMap<(EntityType, String), usize>,
    /// Things of the publisher's list.
    own: HashMap<OwnId, usize>,
    people: People<'d>,
}

impl<'d, 'l> Merger<'_, 'd, 'l> {
    fn new_cluster(&mut self, kind: EntityType, entry: Option<Entry<'l>>) -> usize {
        self.clusters.push(Cluster { kind, names: Vec::new(), entry, own: None, gender: None, age: None, role: None, called: Vec::new() });
        self.clusters.len() - 1
    }

    fn put(&mut self, index: usize, cluster: usize) {
        self.cluster_of[index] = Some(cluster);
        self.clusters[cluster].names.push(index);
    }

    /// A name of the publisher's list. The lexicon's `entry` adds what it knows of the item that the publisher names.
    fn add_own(&mut self, index: usize, id: OwnId, own: &'l OwnEntry, text: &str, entry: Option<Entry<'l>>) {
        let kind = self.names[index].kind;
        let cluster = match self.own.get(&id) {
            Some(&cluster) => cluster,
            None => self.new_cluster(kind, None),
        };
        self.own.insert(id, cluster);
        self.put(index, cluster);
        self.clusters[cluster].own = Some(own);
        self.clusters[cluster].entry = self.clusters[cluster].entry.or(entry);
        if kind == EntityType::Person {
            let words = parts(self.segments, &self.names[index]);
            if words.len() > 1 {
                self.register(cluster, words);
            }
            return;
        }
        self.things.insert((kind, folded(text)), cluster);
        if let Some(entry) = entry {
            self.things.insert((kind, folded(entry.name)), cluster);
        }
    }

    fn add_thing(&mut self, index: usize, text: &str, entry: Option<Entry<'l>>) {
        let kind = self.names[index].kind;
        let own = (kind, folded(text));
        let shared = entry.map_or_else(|| own.clone(), |entry| (kind, folded(entry.name)));
        let known = self.things.get(&shared).or_else(|| self.things.get(&own)).copied();
        let cluster = known.unwrap_or_else(|| self.new_cluster(kind, entry));
        self.things.insert(shared, cluster);
        self.things.insert(own, cluster);
        self.put(index, cluster);
    }

    /// The clusters of organisations of several words, by their initials.
    fn initials(&self) -> HashMap<String, usize> {
        let mut initials = HashMap::new();
        for (index, name) in self.names.iter().enumerate() {
            if let Some(cluster) = self.cluster_of[index].filter(|_| name.kind == EntityType::Organization && name.tokens.len() > 1) {
                initials.entry(initials_of(self.segments, name)).or_insert(cluster);
            }
        }
        initials
    }

    /// An acronym is the organisation that introduces it in brackets, or the one of the article whose initials it has.
    fn add_acronym(&mut self, index: usize, text: &str, entry: Option<Entry<'l>>, initials: &HashMap<String, usize>) {
        let first = self.names[index].tokens.start;
        let before =
            index.checked_sub(1).filter(|&before| self.names[before].tokens.end + 1 == first && self.segments.word(first - 1) == "(");
        let introduced =
            before.filter(|&before| self.names[before].kind == EntityType::Organization).and_then(|before| self.cluster_of[before]);
        let spelled = if entry.is_none() { initials.get(&text.replace('.', "")).copied() } else { None };
        let own = (EntityType::Organization, folded(text));
        match introduced.or_else(|| self.things.get(&own).copied()).or(spelled) {
            Some(cluster) => {
                self.things.insert(own, cluster);
                self.put(index, cluster);
            }
            None => self.add_thing(index, text, entry),
        }
    }

    fn add_full_name(&mut self, index: usize, entry: Option<Entry<'l>>) {
        let words = parts(self.segments, &self.names[index]);
        let Some(last) = words.last() else { return };
        let candidates = self.people.by_word.get(last).map_or(&[][..], Vec::as_slice);
        let exact = self.people.by_full_name.get(&words);
        let same =
            exact.or_else(|| candidates.iter().rev().take(8).find(|&&candidate| same_person(&words, &self.people.full_names[candidate].1)));
        let known = same.map(|&candidate| self.people.full_names[candidate].0);
        let cluster = known.unwrap_or_else(|| self.new_cluster(EntityType::Person, None));
        self.put(index, cluster);
        if self.clusters[cluster].own.is_none() {
            self.clusters[cluster].entry = self.clusters[cluster].entry.or(entry);
        }
        self.register(cluster, words);
    }

    /// Notes the words of a full name, unless they are known.
    fn register(&mut self, cluster: usize, words: Vec<&'d str>) {
        if self.people.by_full_name.contains_key(&words) {
            return;
        }
        let number = self.people.full_names.len();
        for word in &words {
            self.people.by_word.entry(word).or_default().push(number);
        }
        self.people.by_full_name.insert(words.clone(), number);
        self.people.full_names.push((cluster, words));
    }

    /// A single name is the person whose surname it is, or else the first name: the last one named before it, or the first
    /// one after.
    fn add_short_name(&mut self, index: usize, text: &str) {
        let words = parts(self.segments, &self.names[index]);
        let word = words.last().copied().unwrap_or_default();
        let candidates = self.people.by_word.get(word).map_or(&[][..], Vec::as_slice);
        let pick = |is_surname: bool| {
            let fits = candidates.iter().take(64).filter(|&&candidate| {
                let name = &self.people.full_names[candidate].1;
                if is_surname { name.last() == Some(&word) } else { name.last() != Some(&word) }
            });
            let clusters: Vec<usize> = fits.map(|&candidate| self.people.full_names[candidate].0).collect();
            let before = clusters.iter().filter_map(|&cluster| Some((self.last_before(cluster, index)?, cluster))).max();
            before.map(|(_, cluster)| cluster).or(clusters.first().copied())
        };
        let cluster = pick(true).or_else(|| pick(false)).or_else(|| self.people.by_short_name.get(text).copied());
        let cluster = cluster.unwrap_or_else(|| self.new_cluster(EntityType::Person, None));
        self.people.by_short_name.insert(text.to_owned(), cluster);
        self.put(index, cluster);
    }

    /// The last name of a cluster in front of the name at `index`.
    fn last_before(&self, cluster: usize, index: usize) -> Option<usize> {
        let names = &self.clusters[cluster].names;
        let at = names.partition_point(|&name| name < index);
        at.checked_sub(1).map(|last| names[last])
    }

    /// Joins an organisation to the longer one that it shortens by leaving off its last word: "Labour", "the Labour Party".
    fn join_shortened(&mut self) {
        let mut shortened: HashMap<String, Option<usize>> = HashMap::new();
        for (index, name) in
            self.names.iter().enumerate().filter(|(_, name)| name.kind == EntityType::Organization && name.tokens.len() > 1)
        {
            let Some(cluster) = self.cluster_of[index] else { continue };
            let head = self.segments.slice(self.segments.span(name.tokens.start..name.tokens.end - 1));
            // Two organisations that shorten alike are not told apart by the short form.
            shortened.entry(folded(head)).and_modify(|known| *known = known.filter(|&known| known == cluster)).or_insert(Some(cluster));
        }
        for index in 0..self.names.len() {
            let Some(from) = self.cluster_of[index].filter(|_| self.names[index].kind == EntityType::Organization) else { continue };
            let text = folded(&plain(self.segments, &self.names[index]));
            let Some(to) = shortened
                .get(&text)
                .copied()
                .flatten()
                .filter(|&to| to != from && self.clusters[from].entry.is_none() && self.clusters[from].own.is_none())
            else {
                continue;
            };
            let moved = std::mem::take(&mut self.clusters[from].names);
            for &name in &moved {
                self.cluster_of[name] = Some(to);
            }
            self.clusters[to].names.extend(moved);
        }
    }
}

/// A name as it is compared: in lower case, without full stops.
fn folded(text: &str) -> String {
    text.to_lowercase().replace('.', "")
}
