//! What ships: which rows of which tables, with which of their names.
//!
//! A thing earns its bytes by how often news uses its name, or by how well known it is; its homonyms come with it where they
//! are not much less known, so that a name that is found always says what else it may mean.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::common::Common;
use crate::countries::Countries;
use crate::describe::is_english;
use crate::names::{names, settle};
use crate::sources::gather;
use crate::things::Thing;
use crate::usage::Usage;

/// How well known a thing must be to ship though running text does not name it, by type.
const LEAST_FAME: [(&str, f64); 5] = [("person", 6.5), ("place", 3.6), ("organization", 4.0), ("group", 0.0), ("event", 5.0)];
/// A homonym that is this much less known than the best bearer of the name is left out.
const HOMONYM: f64 = 4.5;
/// Events whose names begin with a year or a number are too many, and hardly named so.
const NUMBERED: &str = "0123456789";

const OWN_GIVEN_NAMES: &str = include_str!("../own/given_names.txt");

/// Everything that ships.
pub struct Selection {
    /// The things, with the names that ship: the first one is the usual one. Those that others may well bear begin with a
    /// question mark.
    pub things: Vec<(Thing, Vec<String>)>,
    /// First names that mostly women bear.
    pub female: BTreeSet<String>,
    /// First names that mostly men bear.
    pub male: BTreeSet<String>,
}

/// Selects from the tables in `folder`.
pub fn select(folder: &Path, usage: &Usage) -> Result<Selection, String> {
    let (things, countries) = gather(folder)?;
    let mut things = things.into_all();
    settle(&mut things, usage);
    let common = Common::new(&things);
    let mut things: Vec<(Thing, Vec<String>)> = things
        .into_iter()
        .map(|mut thing| {
            locate(&mut thing, &countries);
            let names = names(&thing, usage);
            (thing, names)
        })
        .filter(|(_, names)| !names.is_empty())
        .collect();
    let kept = kept(&things, usage);
    for (thing, used) in things.iter_mut().map(|(thing, _)| thing).zip(&kept.used) {
        thing.fame += f64::from(*used).ln_1p() / 3.0;
    }
    let mut keep = kept.keep.into_iter();
    things.retain(|_| keep.next().unwrap_or(false));
    for (thing, _) in things.iter_mut().filter(|(thing, _)| !is_english(&thing.description, usage)) {
        thing.description.clear();
    }
    for (thing, names) in &mut things {
        for name in names {
            if common.is_common(name, &thing.kind, usage) {
                name.insert(0, '?');
            }
        }
    }
    let own = |gender: &str| -> BTreeSet<String> {
        OWN_GIVEN_NAMES.lines().filter_map(|line| line.strip_prefix(gender)).flat_map(str::split_whitespace).map(str::to_owned).collect()
    };
    Ok(Selection { things, female: own("female "), male: own("male ") })
}

/// Fills in the country, and where a country lies.
fn locate(thing: &mut Thing, countries: &Countries) {
    if thing.of.is_empty() && thing.kind != "group" && thing.kind != "event" {
        let description = &thing.description;
        let of = if thing.kind == "person" { countries.first(description) } else { countries.last(description) };
        let of = of.or_else(|| if thing.kind == "organization" { countries.first(&thing.name) } else { None });
        thing.of = of.unwrap_or_default().to_owned();
    }
    if thing.of == thing.qid {
        thing.of.clear();
    }
    if thing.kind == "place" && thing.coordinates.is_none() {
        thing.coordinates = countries.middle(&thing.qid);
    }
}

/// Which things are kept, and how many documents use the names by which each is the best known.
struct Kept {
    keep: Vec<bool>,
    used: Vec<u32>,
}

fn kept(things: &[(Thing, Vec<String>)], usage: &Usage) -> Kept {
    let mut bearers: BTreeMap<(&str, &str), Vec<usize>> = BTreeMap::new();
    for (index, (thing, names)) in things.iter().enumerate() {
        for name in names {
            bearers.entry((&thing.kind, name)).or_default().push(index);
        }
    }
    let mut used = vec![0; things.len()];
    let fame = |&index: &usize| things[index].0.fame;
    for ((kind, name), bearers) in &bearers {
        // Which of those that are about as well known is meant, the counts do not tell.
        let best = bearers.iter().map(fame).fold(f64::MIN, f64::max);
        for &index in bearers.iter().filter(|index| fame(index) >= best - 1.0) {
            used[index] += usage.documents(name, kind);
        }
    }
    let mut keep: Vec<bool> = things
        .iter()
        .zip(&used)
        .map(|((thing, _), &used)| {
            let least = LEAST_FAME.iter().find(|(kind, _)| *kind == thing.kind).map_or(f64::MAX, |&(_, least)| least);
            let numbered = thing.kind == "event" && thing.name.starts_with(|c| NUMBERED.contains(c));
            thing.trusted || (used > 0 || thing.fame >= least) && !numbered
        })
        .collect();
    for bearers in bearers.values().filter(|bearers| bearers.len() > 1) {
        let best = bearers.iter().filter(|&&index| keep[index]).map(fame).fold(f64::MIN, f64::max);
        // A party of another country is meant there, however little known, and a town behind which stands where it is.
        let close = |index: &&usize| {
            let thing = &things[**index].0;
            let elsewhere = thing.kind == "organization" || thing.kind == "place" && thing.fame >= 2.5;
            thing.fame >= best - HOMONYM || elsewhere && !thing.of.is_empty()
        };
        for &index in bearers.iter().filter(close).filter(|_| best > f64::MIN) {
            keep[index] = true;
        }
    }
    Kept { keep, used }
}
