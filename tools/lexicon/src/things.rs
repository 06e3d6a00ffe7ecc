//! The things that may ship, one for each item, as the tables together describe them.

use std::collections::{BTreeMap, HashMap};

use crate::tables::Row;

/// How far a table's names can be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Trust {
    /// Aliases are of all languages, or of no use: the name alone is taken.
    NameOnly,
    /// An alias is taken where running text uses it so.
    IfUsed,
    /// Aliases are what everybody says, but some are everyday words.
    NotEveryday,
    /// Somebody looked at every name.
    Full,
}

/// One thing.
#[derive(Debug, Clone)]
pub struct Thing {
    /// The Wikidata item, or nothing.
    pub qid: String,
    /// person, organization, place, group or event.
    pub kind: String,
    /// Its usual English name.
    pub name: String,
    /// Other names, with how far they can be trusted.
    pub aliases: BTreeMap<String, Trust>,
    /// A few words on what it is.
    pub description: String,
    /// The country, or the people's item, that it belongs to.
    pub of: String,
    /// How well known it is, about the logarithm of how often others point to it.
    pub fame: f64,
    /// Whether somebody looked at it: its name may be an everyday word.
    pub trusted: bool,
    /// Latitude and longitude in hundredths of a degree.
    pub coordinates: Option<(i32, i32)>,
}

/// Things in the order in which they came, found by item, or by type and name where a table gives no item.
#[derive(Debug, Default)]
pub struct Things {
    all: Vec<Thing>,
    by_item: HashMap<String, usize>,
    by_name: HashMap<(String, String), usize>,
}

impl Things {
    /// Adds a row: a new thing, or more on one that is there. What came first wins.
    pub fn add(&mut self, row: Row, fame: f64, trust: Trust) -> &mut Thing {
        let key = (row.kind.clone(), without_article(&row.name).to_owned());
        let known = if row.qid.is_empty() { self.by_name.get(&key) } else { self.by_item.get(&row.qid) };
        let index = known.copied().unwrap_or_else(|| {
            self.all.push(Thing {
                qid: row.qid.clone(),
                kind: row.kind,
                name: key.1.clone(),
                aliases: BTreeMap::new(),
                description: String::new(),
                of: String::new(),
                fame,
                trusted: trust == Trust::Full,
                coordinates: None,
            });
            self.all.len() - 1
        });
        if !row.qid.is_empty() {
            self.by_item.insert(row.qid, index);
        }
        self.by_name.entry(key.clone()).or_insert(index);
        let thing = &mut self.all[index];
        thing.fame = thing.fame.max(fame);
        let name = (key.1 != thing.name).then_some(key.1);
        let aliases = if trust == Trust::NameOnly { Vec::new() } else { row.aliases };
        for alias in name.into_iter().chain(aliases) {
            let alias = without_article(&alias).to_owned();
            if alias != thing.name {
                let there = thing.aliases.entry(alias).or_insert(trust);
                *there = trust.max(*there);
            }
        }
        for (there, new) in [(&mut thing.description, row.description), (&mut thing.of, row.of)] {
            if there.is_empty() {
                *there = new;
            }
        }
        thing
    }

    /// Describes an item that no table describes.
    pub fn describe(&mut self, qid: &str, description: String) {
        if let Some(thing) = self.by_item.get(qid).map(|&index| &mut self.all[index]).filter(|thing| thing.description.is_empty()) {
            thing.description = description;
        }
    }

    /// The things of a type.
    pub fn of_kind<'s>(&'s mut self, kind: &'s str) -> impl Iterator<Item = &'s mut Thing> + 's {
        self.all.iter_mut().filter(move |thing| thing.kind == kind)
    }

    /// All of them.
    pub fn into_all(self) -> Vec<Thing> {
        self.all
    }
}

/// A name without its leading article, which a mention leaves out too.
pub fn without_article(name: &str) -> &str {
    name.strip_prefix("the ").or_else(|| name.strip_prefix("The ")).filter(|rest| rest.starts_with(char::is_uppercase)).unwrap_or(name)
}
