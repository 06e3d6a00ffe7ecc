//! Which names others may well bear too: "Supreme Court", "John Smith".

use std::collections::HashMap;

use crate::things::Thing;
use crate::usage::{OFTEN, Usage};

/// People of whom news may tell, for an estimate of how many share a name by chance.
const PEOPLE: f64 = 1e8;
/// From this many expected bearers on, a person's name is common.
const BEARERS: f64 = 20.0;

/// A name that stands in lower case once in so many documents where it is a name is a word too.
const WORD: u32 = 100;

/// Shares of first and last names among the people of the tables.
#[derive(Debug, Default)]
pub struct Common {
    given: HashMap<String, f64>,
    family: HashMap<String, f64>,
    people: f64,
}

impl Common {
    /// Counts the people among `things`.
    pub fn new(things: &[Thing]) -> Common {
        let mut common = Common::default();
        for thing in things.iter().filter(|thing| thing.kind == "person") {
            if let Some((given, family)) = ends(&thing.name) {
                *common.given.entry(given.to_owned()).or_default() += 1.0;
                *common.family.entry(family.to_owned()).or_default() += 1.0;
                common.people += 1.0;
            }
        }
        common
    }

    /// Whether others may well bear `name`, by which a thing of the type `kind` is called.
    pub fn is_common(&self, name: &str, kind: &str, usage: &Usage) -> bool {
        match kind {
            "person" => ends(name).is_some_and(|(given, family)| {
                let share = |counts: &HashMap<String, f64>, word: &str| counts.get(word).copied().unwrap_or(0.5) / self.people.max(1.0);
                share(&self.given, given) * share(&self.family, family) * PEOPLE > BEARERS
            }),
            "organization" | "event" => {
                let words = || name.split([' ', '-']);
                // "Congress" is a name more often than a word, and a word all the same.
                let alone =
                    !name.contains(' ') && usage.in_lower(name) >= OFTEN && usage.in_lower(name) * WORD >= usage.documents(name, kind);
                let together = name.contains([' ', '-']) && words().all(|word| word.len() > 1 && usage.in_lower(word) > 0);
                words().any(|word| word.contains(char::is_lowercase)) && (alone || together)
            }
            _ => false,
        }
    }
}

fn ends(name: &str) -> Option<(&str, &str)> {
    Some((name.split(' ').next()?, name.split(' ').next_back()?)).filter(|(given, family)| given != family)
}
