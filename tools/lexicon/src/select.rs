//! What ships: which rows of which tables, with which of their aliases.
//!
//! A name earns its bytes by how often news uses it, and costs trust where it is also an everyday word or another thing's
//! name. Tables that come first win where two name one item.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;

use crate::tables::{Row, read};
use crate::words::Everyday;

/// Towns of fewer inhabitants are left out, unless they are capitals.
const INHABITANTS: f64 = 200_000.0;
/// Places and organisations of less PageRank (in millionths) in the Wikidata slice are left out.
const PLACE_RANK: f64 = 20.0;
const ORGANIZATION_RANK: f64 = 20.0;
/// Peoples whom fewer Wikidata persons belong to are left out.
const PEOPLE_COUNT: f64 = 20.0;
/// Descriptions are cut after this many bytes, at a word.
const DESCRIPTION: usize = 60;

const OWN_GIVEN_NAMES: &str = include_str!("../own/given_names.txt");

/// Everything that ships.
pub struct Selection {
    things: BTreeMap<(String, String), Row>,
    female: BTreeSet<String>,
    male: BTreeSet<String>,
}

/// Selects from the tables in `folder`.
pub fn select(folder: &Path, everyday: &Everyday) -> Result<Selection, String> {
    let mut things = Things { rows: BTreeMap::new(), items: HashMap::new(), everyday };
    for row in read(folder, "curated.tsv")? {
        things.add(row, true);
    }
    let countries = read(folder, "countries.tsv")?;
    let capitals: BTreeSet<String> = countries.iter().filter_map(|row| row.more.get(1).cloned()).collect();
    for mut row in countries {
        "country".clone_into(&mut row.description);
        things.add(row, true);
    }
    for mut row in read(folder, "ethnic_groups.tsv")?.into_iter().filter(|row| row.weight >= PEOPLE_COUNT) {
        row.of.clear();
        if let Some(singular) = row.name.strip_suffix('s').filter(|name| name.ends_with(|c: char| c.is_alphabetic())) {
            row.aliases.push(singular.to_owned());
        }
        things.add(row, true);
    }
    for mut row in read(folder, "demonyms.tsv")? {
        row.description.clear();
        // The item of the table is the country's, not the people's.
        row.qid.clear();
        things.add_demonym(row);
    }
    for mut row in read(folder, "places.tsv")?.into_iter().filter(|row| row.weight >= INHABITANTS || capitals.contains(&row.name)) {
        // The aliases are of all languages; a town is called by its English name in English news.
        row.aliases.clear();
        things.add(row, false);
    }
    let slice = read(folder, "kgtk_wikidata.tsv")?;
    let bearers = Bearers::of(&slice);
    for mut row in slice.into_iter().chain(read(folder, "fb15k_wikidata.tsv")?) {
        let enough = match row.kind.as_str() {
            "place" => row.weight >= PLACE_RANK && ![" County", ",", " Time"].iter().any(|part| row.name.contains(part)),
            "organization" => row.weight >= ORGANIZATION_RANK,
            _ => false,
        };
        let (is_place, qid) = (row.kind == "place", row.qid.clone());
        let known = things.knows(&row);
        row.aliases.retain(|alias| !known && is_acronym(alias) || is_place && bearers.is_best_known_by(&qid, alias));
        // The name of a thing that is better known by it stays that thing's: Washington is the city before the state.
        if enough && bearers.best(&row) || known && !row.aliases.is_empty() {
            things.add(row, false);
        }
    }
    let own = |gender: &str| -> BTreeSet<String> {
        OWN_GIVEN_NAMES.lines().filter_map(|line| line.strip_prefix(gender)).flat_map(str::split_whitespace).map(str::to_owned).collect()
    };
    let (female, male) = (own("female "), own("male "));
    Ok(Selection { things: things.rows, female, male })
}

/// Who bears each name of the Wikidata slice, and who is best known by it.
struct Bearers(HashMap<String, (f64, String, u32)>);

impl Bearers {
    fn of(rows: &[Row]) -> Bearers {
        let mut bearers: HashMap<String, (f64, String, u32)> = HashMap::new();
        for row in rows.iter().filter(|row| row.kind == "place") {
            for (name, own) in std::iter::once((&row.name, 1)).chain(row.aliases.iter().map(|alias| (alias, 0))) {
                let best = bearers.entry(name.clone()).or_insert((row.weight, row.qid.clone(), 0));
                if row.weight > best.0 {
                    (best.0, best.1) = (row.weight, row.qid.clone());
                }
                best.2 += own;
            }
        }
        Bearers(bearers)
    }

    /// Whether no other place is better known by the row's name.
    fn best(&self, row: &Row) -> bool {
        row.kind != "place" || self.0.get(&row.name).is_none_or(|(_, qid, _)| *qid == row.qid)
    }

    /// Whether `alias` is another place's name, and the item is better known by it.
    fn is_best_known_by(&self, item: &str, alias: &str) -> bool {
        self.0.get(alias).is_some_and(|(_, qid, own)| qid == item && *own > 0)
    }
}

/// Rows by type and name, one for each item.
struct Things<'a> {
    rows: BTreeMap<(String, String), Row>,
    items: HashMap<(String, String), (String, String)>,
    everyday: &'a Everyday,
}

impl Things<'_> {
    /// Whether the row's item is there already.
    fn knows(&self, row: &Row) -> bool {
        self.items.contains_key(&(row.kind.clone(), row.qid.clone()))
    }

    /// Adds a row, or its aliases to the row that is there. Only a trusted table may name a thing by an everyday word.
    fn add(&mut self, mut row: Row, trusted: bool) {
        let fits = |name: &str| is_plain(name, trusted) && (trusted || !self.everyday.is_everyday(name));
        // "the Kingdom" names a country only together with its article, which a mention leaves out.
        let stands_alone = |alias: &str| strip_article(alias) == alias || !self.everyday.is_everyday(strip_article(alias));
        let aliases = row.aliases.iter().filter(|alias| stands_alone(alias)).map(|alias| strip_article(alias).to_owned());
        row.aliases = aliases.filter(|alias| fits(alias) && *alias != row.name).collect();
        row.name = strip_article(&row.name).to_owned();
        let key = (row.kind.clone(), row.name.clone());
        let item = (row.kind.clone(), row.qid.clone());
        let known = if row.qid.is_empty() { None } else { self.items.get(&item).cloned() };
        if let Some(there) = known.or_else(|| self.rows.contains_key(&key).then(|| key.clone())) {
            if let Some(first) = self.rows.get_mut(&there) {
                let names = trusted.then_some(row.name).into_iter().chain(row.aliases);
                for name in names {
                    if name != first.name && !first.aliases.contains(&name) {
                        first.aliases.push(name);
                    }
                }
                if first.of.is_empty() {
                    first.of = row.of;
                }
            }
            return;
        }
        if !fits(&row.name) {
            return;
        }
        if !row.qid.is_empty() {
            self.items.insert(item, key.clone());
        }
        self.rows.insert(key, row);
    }

    /// Adds a demonym to the people it names, or as a group of its own: "Albanian" and "Albanians" are one group.
    fn add_demonym(&mut self, row: Row) {
        let people = self.rows.values_mut().find(|known| {
            known.kind == "group"
                && (known.of.is_empty() || known.of == row.of)
                && std::iter::once(&row.name).chain(&row.aliases).any(|name| known.name == *name || known.aliases.contains(name))
        });
        let Some(people) = people else {
            return self.add(row, true);
        };
        people.of = row.of;
        for name in std::iter::once(row.name).chain(row.aliases) {
            if name != people.name && !people.aliases.contains(&name) {
                people.aliases.push(name);
            }
        }
    }
}

fn strip_article(name: &str) -> &str {
    name.strip_prefix("the ").or_else(|| name.strip_prefix("The ")).filter(|rest| rest.starts_with(char::is_uppercase)).unwrap_or(name)
}

/// A name that text can hold as it is: capitalised, of a sensible length, without the file's separators. A comma is part of a
/// name only where somebody looked ("Washington, D.C.").
fn is_plain(name: &str, trusted: bool) -> bool {
    let begins = name.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) || name.chars().nth(1).is_some_and(char::is_uppercase);
    begins
        && (2..=60).contains(&name.chars().count())
        && name.chars().any(char::is_alphabetic)
        && !name.contains(['\t', '|', '\n', '('])
        && (trusted || !name.contains(','))
}

fn is_acronym(alias: &str) -> bool {
    (3..=6).contains(&alias.len()) && alias.bytes().all(|b| b.is_ascii_uppercase())
}

impl Selection {
    /// The compiled file.
    pub fn write(&self) -> String {
        let mut out = String::from("newsgloss lexicon 1\n");
        for (heading, names) in [("female", &self.female), ("male", &self.male)] {
            out.push_str(heading);
            for name in names {
                out.push(' ');
                out.push_str(name);
            }
            out.push('\n');
        }
        for ((kind, _), row) in &self.things {
            let letter = match kind.as_str() {
                "person" => 'P',
                "organization" => 'O',
                "place" => 'L',
                "group" => 'G',
                "event" => 'E',
                _ => 'M',
            };
            let mut names = row.name.clone();
            for alias in &row.aliases {
                names.push('|');
                names.push_str(alias);
            }
            let number = |qid: &str| qid.strip_prefix('Q').unwrap_or_default().to_owned();
            let of = if letter == 'G' && row.of != row.qid { number(&row.of) } else { String::new() };
            let line = format!("{letter}\t{names}\t{}\t{of}\t{}", number(&row.qid), short(&row.description));
            out.push_str(line.trim_end());
            out.push('\n');
        }
        out.push_str("end\n");
        out
    }

    /// What was selected, in numbers.
    pub fn report(&self) -> String {
        let mut kinds: BTreeMap<&str, u32> = BTreeMap::new();
        for (kind, _) in self.things.keys() {
            *kinds.entry(kind).or_default() += 1;
        }
        format!("{kinds:?}, {} first names", self.female.len() + self.male.len())
    }
}

fn short(description: &str) -> &str {
    if description.len() <= DESCRIPTION {
        return description;
    }
    let end = (0..=DESCRIPTION).rev().find(|&at| description.is_char_boundary(at)).unwrap_or(0);
    let cut = &description[..end];
    cut.rsplit_once(' ').map_or(cut, |(head, _)| head.trim_end_matches([',', ';']))
}
