//! Which names mean one thing.
//!
//! Things of the lexicon are one whatever they are called; beyond it, names are one that are spelled alike (`spelling`), an
//! acronym is the organisation that introduces it or whose initials it has, a shortened organisation is the one it shortens
//! (`short_forms`), and people are told apart by all that the article says of them (`people`). Where two would do, a name
//! stays a thing of its own. Types part things: a place and an organisation of one name are two. What a publisher's list makes
//! one thing is one, and no two of its things are.

mod people;
mod short_forms;
mod spelling;

use std::collections::HashMap;

use super::Cluster;
use super::roles::Titles;
use crate::annotations::EntityType;
use crate::lexicon::own::{OwnEntry, OwnId, OwnList};
use crate::lexicon::{Entry, Gender, Lexicon};
use crate::names::Name;
use crate::order;
use crate::segment::{Case, Segments};
use people::{People, Surroundings};
use spelling::folded;

/// By how many degrees of fame the best known thing must lead.
const CLEARLY: u8 = 3;

/// Groups `names` into clusters, in order of their first mention. Cost: linear in the names.
pub(super) fn merge<'l>(
    segments: &Segments<'_>,
    lexicon: &'l Lexicon,
    list: Option<&'l OwnList>,
    names: &[Name],
    titles: &Titles,
) -> Vec<Cluster<'l>> {
    let mut merger = Merger {
        segments,
        names,
        titles,
        clusters: Vec::new(),
        cluster_of: vec![None; names.len()],
        things: Default::default(),
        own: HashMap::new(),
        people: People::default(),
    };
    // What the publisher says is settled before anything is weighed.
    for (index, id) in names.iter().enumerate().filter_map(|(index, name)| Some((index, name.own?))) {
        let text = plain(segments, &names[index]);
        if let Some(own) = list.and_then(|list| list.entry(id)) {
            merger.add_own(index, lexicon, id, own, &text);
        }
    }
    // Full names first, so that a surname in the headline finds the person named below it.
    let mut later = Vec::new();
    for (index, name) in names.iter().enumerate().filter(|(_, name)| name.own.is_none()) {
        let text = plain(segments, name);
        match name.kind {
            EntityType::Person => {
                let words = people::parts(segments, name);
                if words.len() < 2 {
                    later.push(index);
                } else {
                    merger.add_full_name(index, lexicon, words, known(lexicon, &text, name.kind));
                }
            }
            EntityType::Organization | EntityType::Place if is_acronym(segments, name) => later.push(index),
            _ => merger.add_thing(index, &text, known(lexicon, &text, name.kind)),
        }
    }
    let initials = short_forms::initials(segments, names, &merger.cluster_of);
    for index in later {
        let text = plain(segments, &names[index]);
        match names[index].kind {
            EntityType::Person => merger.add_short_name(index, &text),
            kind => merger.add_acronym(index, &text, known(lexicon, &text, kind), &initials),
        }
    }
    for (short, long) in short_forms::introduced(segments, names) {
        if let (Some(from), Some(to)) = (merger.cluster_of[short], merger.cluster_of[long]) {
            merger.join(from, to);
        }
    }
    merger.join_short_forms(lexicon);
    let mut clusters = merger.clusters;
    for cluster in &mut clusters {
        order::by_number(&mut cluster.names, |&name| name as u64);
    }
    clusters.retain(|cluster| !cluster.names.is_empty());
    order::by_number(&mut clusters, |cluster| cluster.names.first().map_or(0, |&name| name as u64));
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

/// Whether the name is one word of capitals, which may be the initials of a longer one.
fn is_acronym(segments: &Segments<'_>, name: &Name) -> bool {
    name.tokens.len() == 1 && segments.tokens.get(name.tokens.start).is_some_and(|token| token.case == Case::Upper)
}

struct Merger<'a, 'd, 'l> {
    segments: &'a Segments<'d>,
    names: &'a [Name],
    titles: &'a Titles,
    clusters: Vec<Cluster<'l>>,
    cluster_of: Vec<Option<usize>>,
    /// Everything but people, by type and folded name.
    things: [HashMap<String, usize>; EntityType::COUNT],
    /// Things of the publisher's list.
    own: HashMap<OwnId, usize>,
    people: People,
}

impl<'l> Merger<'_, '_, 'l> {
    fn new_cluster(&mut self, kind: EntityType, entry: Option<Entry<'l>>) -> usize {
        self.clusters.push(Cluster { kind, names: Vec::new(), entry, own: None, gender: None, age: None, role: None, called: Vec::new() });
        self.clusters.len() - 1
    }

    fn put(&mut self, index: usize, cluster: usize) {
        self.cluster_of[index] = Some(cluster);
        self.clusters[cluster].names.push(index);
    }

    /// Makes two clusters one, of the type of `to`, unless the first is the publisher's. Each name is moved once for every longer
    /// one that it shortens.
    fn join(&mut self, from: usize, to: usize) {
        if from == to || self.clusters[from].own.is_some() {
            return;
        }
        let moved = std::mem::take(&mut self.clusters[from].names);
        for &name in &moved {
            self.cluster_of[name] = Some(to);
        }
        self.clusters[to].names.extend(moved);
        if self.clusters[to].own.is_none() {
            self.clusters[to].entry = self.clusters[to].entry.or(self.clusters[from].entry);
        }
    }

    /// A name of the publisher's list. The lexicon adds what it knows of the item that the publisher names.
    fn add_own(&mut self, index: usize, lexicon: &'l Lexicon, id: OwnId, own: &'l OwnEntry, text: &str) {
        let kind = self.names[index].kind;
        let entry = item_of(lexicon, own, text);
        let cluster = match self.own.get(&id) {
            Some(&cluster) => cluster,
            None => self.new_cluster(kind, None),
        };
        self.own.insert(id, cluster);
        self.put(index, cluster);
        self.clusters[cluster].own = Some(own);
        self.clusters[cluster].entry = self.clusters[cluster].entry.or(entry);
        if kind == EntityType::Person {
            let words = people::parts(self.segments, &self.names[index]);
            if words.len() > 1 {
                let (surroundings, gender) = self.surroundings(index, lexicon);
                self.people.add(index, cluster, words, gender, surroundings);
            }
            return;
        }
        let things = &mut self.things[kind as usize];
        things.insert(folded(text), cluster);
        if let Some(entry) = entry {
            things.insert(folded(entry.name), cluster);
        }
    }

    fn add_thing(&mut self, index: usize, text: &str, entry: Option<Entry<'l>>) {
        let kind = self.names[index].kind;
        let own = folded(text);
        let shared = entry.map_or_else(|| own.clone(), |entry| folded(entry.name));
        let things = &self.things[kind as usize];
        let known = things.get(&shared).or_else(|| things.get(&own)).copied();
        let cluster = known.unwrap_or_else(|| self.new_cluster(kind, entry));
        let things = &mut self.things[kind as usize];
        things.insert(shared, cluster);
        things.insert(own, cluster);
        self.put(index, cluster);
    }

    /// An acronym is the organisation of the article whose initials it has, unless the lexicon knows better; one that was taken
    /// for a place, too.
    fn add_acronym(&mut self, index: usize, text: &str, entry: Option<Entry<'l>>, initials: &HashMap<String, Option<usize>>) {
        let own = folded(text);
        let kind = self.names[index].kind as usize;
        let spelled = || initials.get(&own).filter(|_| own.len() > 2).copied().flatten().and_then(|name| self.cluster_of[name]);
        let known = self.things[kind].get(&own).copied();
        match known.or_else(|| if entry.is_none() { spelled() } else { None }) {
            Some(cluster) => {
                self.things[kind].insert(own, cluster);
                self.put(index, cluster);
            }
            None => self.add_thing(index, text, entry),
        }
    }

    fn add_full_name(&mut self, index: usize, lexicon: &Lexicon, words: Vec<String>, entry: Option<Entry<'l>>) {
        let (surroundings, gender) = self.surroundings(index, lexicon);
        let known = self.people.known(&words, gender);
        let cluster = known.unwrap_or_else(|| self.new_cluster(EntityType::Person, None));
        self.put(index, cluster);
        if self.clusters[cluster].own.is_none() {
            self.clusters[cluster].entry = self.clusters[cluster].entry.or(entry);
        }
        self.people.add(index, cluster, words, gender, surroundings);
    }

    /// What surrounds a full name, and what both tell of the gender of its bearer.
    fn surroundings(&self, index: usize, lexicon: &Lexicon) -> (Surroundings, Option<Gender>) {
        let surroundings = Surroundings::read(self.segments, self.names, self.titles, index);
        let gender = people::gender(lexicon, self.segments, &self.names[index], &surroundings);
        (surroundings, gender)
    }

    fn add_short_name(&mut self, index: usize, text: &str) {
        let word = people::parts(self.segments, &self.names[index]).pop().unwrap_or_else(|| folded(text));
        let surroundings = Surroundings::read(self.segments, self.names, self.titles, index);
        let known = self.people.short(index, &word, &surroundings);
        let cluster = known.unwrap_or_else(|| self.new_cluster(EntityType::Person, None));
        self.put(index, cluster);
        self.people.add_short(index, cluster, word);
    }

    /// Joins what shortens or misspells the name of one other thing to that. What the lexicon knows is what it says.
    fn join_short_forms(&mut self, lexicon: &Lexicon) {
        let mut forms = short_forms::Forms::default();
        // Each form once, however often the article repeats it.
        let mut distinct: Vec<(usize, String)> = Vec::new();
        let mut seen: HashMap<String, Vec<usize>> = HashMap::new();
        for (index, name) in self.names.iter().enumerate().filter(|(_, name)| name.kind != EntityType::Person) {
            let Some(cluster) = self.cluster_of[index] else { continue };
            let text = folded(&plain(self.segments, name));
            let clusters = seen.entry(text.clone()).or_default();
            if !clusters.contains(&cluster) {
                clusters.push(cluster);
                forms.add(self.segments, lexicon, &text, name, index, cluster);
                distinct.push((index, text));
            }
        }
        for (index, text) in distinct {
            let Some(from) = self.cluster_of[index].filter(|&from| self.clusters[from].entry.is_none()) else { continue };
            // A cluster may have moved since the forms were read.
            let to = forms.whole(self.names[index].kind, &text, from).and_then(|name| self.cluster_of[name]);
            if let Some(to) = to {
                self.join(from, to);
            }
        }
    }
}
