//! From names to things: which names mean one entity, what its role is, which item it is linked to, and whom a speaker
//! phrase means.
//!
//! Nothing here finds a name or a quotation; it reads those that `names` and `quotes` found. Where two things would do, there is
//! none: a wrong link or speaker is worse than none.

mod links;
mod merge;
mod roles;
mod speakers;

use std::collections::BTreeMap;

use crate::annotations::{Annotations, Belonging, Entity, EntityId, EntityType, Language, Mention, Quote};
use crate::lexicon::{Entry, Gender, Lexicon};
use crate::names::Name;
use crate::segment::Segments;

/// An entity as it is put together: the names that mean it, by their index.
#[derive(Debug)]
struct Cluster<'l> {
    kind: EntityType,
    names: Vec<usize>,
    entry: Option<Entry<'l>>,
    gender: Option<Gender>,
    role: Option<String>,
}

/// The entities behind `names`, and `quotes` with their speakers resolved to them.
pub(crate) fn assemble(segments: &Segments<'_>, lexicon: &Lexicon, names: &[Name], mut quotes: Vec<Quote>) -> Annotations {
    let mut clusters = merge::merge(segments, lexicon, names);
    roles::describe(segments, lexicon, names, &mut clusters);
    links::link(segments, lexicon, names, &mut clusters);
    speakers::resolve(segments, names, &clusters, &mut quotes);
    let by_item: BTreeMap<&str, EntityId> = clusters
        .iter()
        .enumerate()
        .filter_map(|(index, cluster)| {
            Some((cluster.entry?.item, id(index))).filter(|(item, _)| !item.is_empty() && cluster.kind != EntityType::Group)
        })
        .collect();
    let entities = clusters.iter().enumerate().map(|(index, cluster)| entity(segments, names, index, cluster, &by_item)).collect();
    Annotations { language: Language::Unknown, entities, values: Vec::new(), quotes }
}

fn id(cluster: usize) -> EntityId {
    EntityId(cluster as u32 + 1)
}

fn entity(segments: &Segments<'_>, names: &[Name], index: usize, cluster: &Cluster<'_>, by_item: &BTreeMap<&str, EntityId>) -> Entity {
    let longest = cluster.names.iter().map(|&name| segments.slice(names[name].span)).reduce(|a, b| if b.len() > a.len() { b } else { a });
    let filled = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let of = cluster.entry.filter(|_| cluster.kind == EntityType::Group).map(|entry| entry.of).filter(|of| !of.is_empty());
    Entity {
        id: id(index),
        kind: cluster.kind,
        name: cluster
            .entry
            .map_or_else(|| longest.unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" "), |entry| entry.name.to_owned()),
        role: cluster.role.clone(),
        wikidata: cluster.entry.and_then(|entry| filled(entry.item)).map(|item| format!("Q{item}")),
        description: cluster.entry.and_then(|entry| filled(entry.description)),
        url: None,
        coordinates: cluster.entry.and_then(|entry| entry.coordinates),
        of: of.map(|item| by_item.get(item).map_or_else(|| Belonging::Wikidata(format!("Q{item}")), |&id| Belonging::Entity(id))),
        mentions: cluster.names.iter().map(|&name| Mention { span: names[name].span, confidence: names[name].confidence }).collect(),
    }
}

#[cfg(test)]
mod tests;
