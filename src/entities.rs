//! From names to things: which names mean one entity, what its role is, which item it is linked to, and whom a speaker
//! phrase means.
//!
//! Nothing here finds a name or a quotation; it reads those that `names` and `quotes` found. Where two things would do, there is
//! none: a wrong link or speaker is worse than none.

mod links;
mod merge;
mod nouns;
mod roles;
mod speakers;

use std::collections::HashMap;

use crate::annotations::{Annotations, Belonging, Entity, EntityId, EntityType, Language, Mention, Quote};
use crate::lexicon::own::{OwnEntry, OwnList};
use crate::lexicon::{Entry, Gender, Lexicon};
use crate::names::Name;
use crate::segment::Segments;
use roles::Titles;

/// An entity as it is put together: the names that mean it, by their index.
#[derive(Debug)]
struct Cluster<'l> {
    kind: EntityType,
    names: Vec<usize>,
    entry: Option<Entry<'l>>,
    /// What the publisher's list says of it, which goes before the lexicon's entry.
    own: Option<&'l OwnEntry>,
    gender: Option<Gender>,
    /// In years.
    age: Option<u16>,
    /// The fullest of `called`.
    role: Option<String>,
    /// What the article calls it besides its names, in lower case: titles and appositions.
    called: Vec<String>,
}

/// Phrases that are kept of one entity.
const MOST_CALLED: usize = 12;

impl Cluster<'_> {
    /// Notes that the article calls it `phrase`.
    fn call(&mut self, phrase: String) {
        let lower = phrase.to_lowercase();
        if self.called.len() < MOST_CALLED && !self.called.contains(&lower) {
            self.called.push(lower);
        }
        if self.role.as_ref().is_none_or(|role| phrase.len() > role.len()) {
            self.role = Some(phrase);
        }
    }
}

impl<'l> Cluster<'l> {
    /// The Wikidata item, without its Q: what the publisher says, or else the lexicon.
    fn item(&self) -> Option<&'l str> {
        let own = self.own.map(|own| own.wikidata.as_deref().unwrap_or_default().trim_start_matches('Q'));
        own.or_else(|| self.entry.map(|entry| entry.item)).filter(|item| !item.is_empty())
    }

    /// A few words on what it is.
    fn description(&self) -> Option<&'l str> {
        let own = self.own.and_then(|own| own.description.as_deref());
        own.or_else(|| self.entry.map(|entry| entry.description)).filter(|text| !text.is_empty())
    }

    /// What it is called, where that is not for the article to say.
    fn name(&self) -> Option<&'l str> {
        self.own.map(|own| own.name.as_str()).or_else(|| self.entry.map(|entry| entry.name))
    }
}

/// The entities of an article as they are put together, a stage at a time.
#[derive(Debug)]
pub(crate) struct Assembly {
    stage: Stage,
    titles: Titles,
    clusters: Vec<Resting>,
    quotes: Vec<Quote>,
}

/// What comes next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    Merge,
    Describe,
    Link,
    Resolve,
    Done,
}

/// What all stages work with.
#[derive(Clone, Copy)]
pub(crate) struct Sources<'a> {
    pub segments: &'a Segments<'a>,
    pub lexicon: &'a Lexicon,
    pub list: Option<&'a OwnList>,
    pub names: &'a [Name],
}

/// A cluster between two stages: it holds on to nothing.
#[derive(Debug)]
struct Resting {
    /// Without what it knows from elsewhere.
    cluster: Cluster<'static>,
    /// Where the lexicon has its entry.
    entry: Option<usize>,
    is_own: bool,
}

impl Assembly {
    /// Begins with `quotes`, whose speakers are to be resolved.
    pub(crate) fn new(quotes: Vec<Quote>) -> Assembly {
        Assembly { stage: Stage::Merge, titles: Titles::new(), clusters: Vec::new(), quotes }
    }

    /// Takes a stage, and says whether it was the last. `sources` are the same each time. Cost: linear in the names.
    pub(crate) fn advance(&mut self, sources: Sources<'_>) -> bool {
        let Sources { segments, lexicon, list, names } = sources;
        let mut clusters = self.wake(sources);
        self.stage = match self.stage {
            Stage::Merge => {
                self.titles = roles::titles(segments, names);
                clusters = merge::merge(segments, lexicon, list, names, &self.titles);
                Stage::Describe
            }
            Stage::Describe => {
                roles::describe(segments, lexicon, names, &self.titles, &mut clusters);
                Stage::Link
            }
            Stage::Link => {
                links::link(segments, lexicon, names, &mut clusters);
                Stage::Resolve
            }
            Stage::Resolve | Stage::Done => {
                speakers::resolve(segments, names, &self.titles, &clusters, &mut self.quotes);
                Stage::Done
            }
        };
        self.clusters = clusters.into_iter().map(Cluster::rest).collect();
        self.stage == Stage::Done
    }

    /// The entities, and the quotations with their speakers resolved to them.
    pub(crate) fn finish(mut self, sources: Sources<'_>) -> Annotations {
        let clusters = self.wake(sources);
        let Sources { segments, names, .. } = sources;
        let mut by_item: HashMap<&str, usize> = HashMap::new();
        for (index, cluster) in clusters.iter().enumerate().filter(|(_, cluster)| cluster.kind != EntityType::Group) {
            cluster.item().and_then(|item| by_item.insert(item, index));
        }
        let entities = clusters.iter().enumerate().map(|(index, cluster)| entity(segments, names, index, cluster, &by_item)).collect();
        let is_left = |entity: &Entity| clusters[index_of(entity.id)].own.is_some_and(|own| own.leave);
        Annotations { language: Language::Unknown, entities, values: Vec::new(), quotes: self.quotes, timeline: Vec::new() }
            .without(is_left)
    }

    /// The clusters, with what they know from elsewhere.
    fn wake<'l>(&mut self, sources: Sources<'l>) -> Vec<Cluster<'l>> {
        let Sources { lexicon, list, names, .. } = sources;
        let awake = |Resting { cluster, entry, is_own }: Resting| {
            let own = cluster.names.iter().filter(|_| is_own).find_map(|&name| list?.entry(names.get(name)?.own?));
            Cluster { entry: entry.and_then(|at| lexicon.entry_at(at)), own, ..cluster }
        };
        std::mem::take(&mut self.clusters).into_iter().map(awake).collect()
    }
}

impl Cluster<'_> {
    fn rest(self) -> Resting {
        let Cluster { kind, names, entry, own, gender, age, role, called } = self;
        let cluster = Cluster { kind, names, entry: None, own: None, gender, age, role, called };
        Resting { cluster, entry: entry.map(|entry| entry.at), is_own: own.is_some() }
    }
}

fn id(cluster: usize) -> EntityId {
    EntityId(cluster as u32 + 1)
}

fn index_of(id: EntityId) -> usize {
    id.0 as usize - 1
}

fn entity(segments: &Segments<'_>, names: &[Name], index: usize, cluster: &Cluster<'_>, by_item: &HashMap<&str, usize>) -> Entity {
    let longest = cluster.names.iter().map(|&name| segments.slice(names[name].span)).reduce(|a, b| if b.len() > a.len() { b } else { a });
    let of = cluster.entry.filter(|_| cluster.kind == EntityType::Group).map(|entry| entry.of).filter(|of| !of.is_empty());
    Entity {
        id: id(index),
        kind: cluster.kind,
        name: cluster.name().map_or_else(|| longest.unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" "), str::to_owned),
        role: cluster.role.clone(),
        wikidata: cluster.item().map(|item| format!("Q{item}")),
        description: cluster.description().map(str::to_owned),
        url: cluster.own.and_then(|own| own.url.clone()),
        coordinates: cluster.entry.filter(|entry| cluster.item() == Some(entry.item)).and_then(|entry| entry.coordinates),
        of: of.map(|item| by_item.get(item).map_or_else(|| Belonging::Wikidata(format!("Q{item}")), |&of| Belonging::Entity(id(of)))),
        mentions: cluster.names.iter().map(|&name| Mention { span: names[name].span, confidence: names[name].confidence }).collect(),
    }
}

#[cfg(test)]
mod tests;
