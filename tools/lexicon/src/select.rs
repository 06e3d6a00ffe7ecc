//! What ships: which rows of which tables, with which of their names.
//!
//! A thing earns its bytes by how often news uses its name, or by how well known it is; its homonyms come with it where they
//! are not much less known, so that a name that is found always says what else it may mean. Tables that come first win where
//! two describe one item.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;

use crate::common::Common;
use crate::countries::Countries;
use crate::tables::{Row, parse, read};
use crate::things::{Thing, Things, Trust, without_article};
use crate::usage::Usage;

/// Peoples whom fewer Wikidata persons belong to are left out.
const PEOPLE_COUNT: f64 = 20.0;
/// How well known a thing must be to ship though running text does not name it, by type.
const LEAST_FAME: [(&str, f64); 5] = [("person", 6.5), ("place", 3.6), ("organization", 4.0), ("group", 0.0), ("event", 5.0)];
/// A homonym that is this much less known than the best bearer of the name is left out.
const HOMONYM: f64 = 4.5;
/// An alias that begins so is a name with its title.
const TITLES: [&str; 8] = ["President", "Governor", "Senator", "Sir", "Captain", "General", "Lord", "Dr."];
/// Events whose names begin with a year or a number are too many, and hardly named so.
const NUMBERED: &str = "0123456789";

/// Offices whose holders news names, whatever the weight that the table of office-holders gives them.
const HIGH_OFFICES: [&str; 10] = [
    "Minister",
    "President",
    "president",
    "Premier",
    "Monarch",
    "Chancellor",
    "Governor",
    "Secretary of",
    "United States senator",
    "United States representative",
];

/// What no table has, each looked up by hand; the weight is the fame.
const OWN_ADDITIONS: &str = include_str!("../own/additions.tsv");
/// Names in the list by hand that are another thing's, with the item that does not bear them.
const NOT_NAMES: &str = include_str!("../own/not_names.tsv");
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

/// All things of all tables.
fn gather(folder: &Path) -> Result<(Things, Countries), String> {
    let mut things = Things::default();
    let slice = read(folder, "kgtk_wikidata.tsv")?;
    let labels: HashMap<&str, &str> = slice.iter().map(|row| (row.qid.as_str(), row.name.as_str())).collect();
    let by_hand = read(folder, "curated.tsv")?;
    let mut states = read(folder, "countries.tsv")?;
    for row in &mut states {
        "country".clone_into(&mut row.description);
        // "Congo - Kinshasa" is nobody's way to write it.
        if row.name.contains([',', '(', '&']) || row.name.contains(" - ") {
            row.aliases.push(row.name.clone());
            row.name = labels.get(row.qid.as_str()).map_or_else(|| row.name.clone(), |&label| label.to_owned());
        }
    }
    let demonyms = read(folder, "demonyms.tsv")?;
    let known: BTreeSet<&str> = states.iter().map(|row| row.qid.as_str()).collect();
    let called = by_hand.iter().filter(|row| row.kind == "place" && known.contains(row.qid.as_str()));
    let mut countries = Countries::new(states.iter().chain(called).chain(&demonyms));
    let capitals: BTreeSet<String> = states.iter().filter_map(|row| row.more.get(1).cloned()).collect();
    let usual: HashMap<String, String> =
        states.iter().chain(&by_hand).map(|row| (row.qid.clone(), without_article(&row.name).to_owned())).collect();
    let wrong: BTreeSet<(&str, &str)> = NOT_NAMES.lines().filter_map(|line| line.split_once('\t')).collect();
    for mut row in by_hand {
        row.aliases.retain(|alias| !wrong.contains(&(row.qid.as_str(), alias.as_str())));
        // A surname alone never says who somebody is.
        if row.kind == "person" {
            row.aliases.retain(|alias| without_article(alias).contains(' '));
        }
        things.add(row, 6.0, Trust::Full);
    }
    for row in states {
        things.add(row, 7.0, Trust::Full);
    }
    for row in parse(OWN_ADDITIONS, "additions.tsv")? {
        let fame = row.weight;
        things.add(row, fame, Trust::Full);
    }
    for mut row in read(folder, "ethnic_groups.tsv")?.into_iter().filter(|row| row.weight >= PEOPLE_COUNT) {
        row.of.clear();
        if let Some(singular) = row.name.strip_suffix('s').filter(|name| name.ends_with(|c: char| c.is_alphabetic())) {
            row.aliases.push(singular.to_owned());
        }
        things.add(row, 4.0, Trust::Full);
    }
    for mut row in demonyms {
        // "Korean" is of two countries, and "Congo" of none.
        row.aliases.retain(|alias| !alias.starts_with("Korean") && !alias.starts_with("Congos") && alias != "Congo");
        add_demonym(&mut things, row);
    }
    let mut towns = Vec::new();
    for mut row in read(folder, "places.tsv")? {
        row.name = row.name.trim_matches(|c: char| !c.is_alphanumeric() && c != '.').to_owned();
        let fame = (row.weight / 100_000.0).max(0.25).log2() + 2.3;
        let fame = if capitals.contains(&row.name) && row.description.starts_with("capital") { fame.max(5.0) } else { fame };
        let at = coordinates(&row);
        if let Some(at) = at {
            countries.add_town(&row.of, at);
        }
        // "city in Congo (Kinshasa)": by the country's usual name, and only where no table says more.
        let country = usual.get(&row.of).cloned().unwrap_or_default();
        let what = if row.description.starts_with("capital of") { "capital of" } else { "city in" };
        row.description.clear();
        towns.push((row.qid.clone(), format!("{what} {country}")));
        things.add(row, fame, Trust::NameOnly).coordinates = at;
    }
    for row in slice {
        let logarithm = row.weight.max(1.0).log2();
        let fame = match row.kind.as_str() {
            "person" => logarithm * 1.5,
            "place" => logarithm + 0.3,
            _ => logarithm + 1.0,
        };
        add_described(&mut things, row, fame);
    }
    for row in read(folder, "fb15k_wikidata.tsv")? {
        let fame = if row.kind == "person" { 3.0 + row.weight.max(1.0).log2() / 2.0 } else { row.weight.max(1.0).log2() };
        add_described(&mut things, row, fame);
    }
    for row in read(folder, "officeholders.tsv")? {
        let high = HIGH_OFFICES.iter().any(|office| row.description.contains(office));
        let fame = row.weight.max(1.0).log2() + if high { 3.5 } else { 1.0 };
        things.add(row, fame, Trust::NameOnly);
    }
    for row in read(folder, "us_congress.tsv")? {
        things.add(row, 6.5, Trust::NameOnly);
    }
    for mut row in read(folder, "partyfacts_parties.tsv")? {
        if let Some(country) = usual.get(&row.of) {
            row.description = format!("political party in {country}");
        }
        things.add(row, 2.0, Trust::IfUsed);
    }
    for row in read(folder, "reep_football.tsv")? {
        let fame = (row.weight - 3.0).clamp(0.0, 4.4);
        things.add(row, fame, Trust::NotEveryday);
    }
    for row in read(folder, "ror_orgs.tsv")? {
        let fame = (row.weight.max(1.0).log2() - 1.0).clamp(0.0, 4.0);
        things.add(row, fame, Trust::IfUsed);
    }
    for row in read(folder, "us_newspapers.tsv")? {
        things.add(row, 1.0, Trust::NameOnly);
    }
    for mut row in read(folder, "brands.tsv")? {
        // What maps show of it is no description: "car wash".
        row.description.clear();
        let fame = (row.weight.max(1.0).log2() - 2.0).max(0.0);
        things.add(row, fame, Trust::NameOnly);
    }
    for row in read(folder, "historic_events.tsv")? {
        things.add(row, 1.0, Trust::NameOnly);
    }
    for (qid, description) in towns {
        things.describe(&qid, description);
    }
    Ok((things, countries))
}

/// Adds a row whose type may have been guessed wrong, which its description tells.
fn add_described(things: &mut Things, mut row: Row, fame: f64) {
    let begins = |words: &[&str]| words.iter().any(|word| row.description.split([' ', ',']).next() == Some(word));
    let is_place =
        begins(&["city", "town", "village", "municipality", "province", "region", "county", "canton", "commune", "prefecture", "borough"])
            || ["state in ", "state of ", "capital of ", "capital city ", "federal subject", "autonomous community", "regional state"]
                .iter()
                .any(|start| row.description.starts_with(start));
    if row.kind == "organization" && is_place {
        "place".clone_into(&mut row.kind);
    }
    // "California's 12th congressional district", "Cook County", "Eastern Time", lists of things: no names of places in news.
    let is_list = ["UTC", "Time Zone", "district", "Wikimedia", "List of"].iter().any(|part| row.name.contains(part))
        || row.description.contains("Wikimedia");
    if matches!(row.kind.as_str(), "person" | "place" | "organization" | "event") && !is_list {
        things.add(row, fame, Trust::IfUsed);
    }
}

/// Adds a demonym to the people it names, or as a group of its own: "Albanian" and "Albanians" are one group.
fn add_demonym(things: &mut Things, mut row: Row) {
    row.description.clear();
    // The item of the table is the country's, not the people's.
    row.qid.clear();
    let names: Vec<String> = std::iter::once(row.name.clone()).chain(row.aliases.iter().cloned()).collect();
    let bears = |thing: &Thing| names.iter().any(|name| *name == thing.name || thing.aliases.contains_key(name));
    let people = things.of_kind("group").find(|thing| (thing.of.is_empty() || thing.of == row.of) && bears(thing));
    let Some(people) = people else {
        things.add(row, 3.0, Trust::Full);
        return;
    };
    people.of = row.of;
    for name in names {
        if name != people.name {
            people.aliases.insert(name, Trust::Full);
        }
    }
}

fn coordinates(row: &Row) -> Option<(i32, i32)> {
    let hundredths =
        |field: Option<&String>| field.and_then(|text| text.parse::<f64>().ok()).map(|degrees| (degrees * 100.0).round() as i32);
    Some((hundredths(row.more.first())?, hundredths(row.more.get(1))?))
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

/// Takes aliases away from things where the name is surely another's.
fn settle(things: &mut [Thing], usage: &Usage) {
    // Who looked at a name decided what it means: nobody else is meant by it without need.
    let mut trusted: HashMap<String, Vec<(String, String)>> = HashMap::new();
    // What something is usually called it is called before anything that is called so too.
    let mut usual: HashMap<(String, String), f64> = HashMap::new();
    for thing in things.iter() {
        let fame = usual.entry((thing.kind.clone(), thing.name.clone())).or_insert(thing.fame);
        *fame = fame.max(thing.fame);
        let full = thing.aliases.iter().filter(|(_, trust)| **trust == Trust::Full).map(|(alias, _)| alias);
        for name in std::iter::once(&thing.name).chain(full).filter(|_| thing.trusted) {
            trusted.entry(name.clone()).or_default().push((thing.kind.clone(), thing.name.clone()));
        }
    }
    for thing in things.iter_mut() {
        let is_club = thing.description.contains("football");
        let called = |alias: &str, kind: &str| usual.get(&(kind.to_owned(), alias.to_owned())).copied().unwrap_or(f64::MIN);
        let (kind, name) = (thing.kind.clone(), thing.name.clone());
        thing.aliases.retain(|alias, trust| {
            // Every country has a supreme court, but there is one NBC News.
            let generic = alias.contains(' ') && alias.split(' ').all(|word| usage.in_lower(word) > 0);
            // ... and the White House is a building, whoever else is called so.
            let owner = |(owned, owner): &(String, String)| *owner != name && (!generic || *owned != kind);
            let others = trusted.get(alias).is_some_and(|owners| owners.iter().any(owner));
            let decided = *trust != Trust::Full && !is_club && others && kind != "person";
            let another = alias.contains(' ') && kind == "organization" && !generic && called(alias, &kind) >= 3.0;
            let town = *trust != Trust::Full && !is_club && kind == "organization" && !alias.contains(' ') && called(alias, "place") >= 5.0;
            !(decided || another || town)
        });
        let has_owner = trusted.get(&thing.name).is_some_and(|owners| owners.iter().any(|(kind, _)| *kind == thing.kind));
        if !thing.trusted && has_owner && thing.fame < 6.0 {
            thing.fame -= 2.0;
        }
    }
}

/// The names of a thing that ship, the usual one first; none where that one cannot be a name in text.
fn names(thing: &Thing, usage: &Usage) -> Vec<String> {
    let fits = |name: &str, trusted: bool| is_plain(name, trusted) && (trusted || !usage.is_everyday(name));
    let known = thing.name.chars().count() > 1 && (thing.kind != "person" || thing.trusted || thing.name.contains(' '));
    if !known || !fits(&thing.name, thing.trusted) {
        return Vec::new();
    }
    let used = |alias: &str| usage.documents(alias, &thing.kind) > 0;
    let surname = |name: &str| name.rsplit(' ').next().map(plain_letters);
    let fits_kind = |alias: &str| match thing.kind.as_str() {
        // Aliases of people are full of nicknames and of titles.
        "person" => {
            alias.contains(' ') && surname(alias) == surname(&thing.name) && !TITLES.contains(&alias.split(' ').next().unwrap_or_default())
        }
        // Two letters may be anything.
        _ => alias.len() > 2,
    };
    let mut names = vec![thing.name.clone()];
    for (alias, trust) in &thing.aliases {
        let taken = match trust {
            Trust::NameOnly => alias.contains(' ') && used(alias),
            Trust::IfUsed => fits_kind(alias) && (used(alias) || thing.kind == "organization" && thing.fame >= 3.0 && is_acronym(alias)),
            Trust::NotEveryday => true,
            Trust::Full => true,
        };
        if taken && fits(alias, *trust == Trust::Full) && *alias != thing.name {
            names.push(alias.clone());
        }
    }
    // News writes "the U.N. Security Council" and "Helmand province".
    for name in names.clone() {
        for variant in variants(&name).filter(|variant| used(variant)) {
            if !names.contains(&variant) {
                names.push(variant);
            }
        }
    }
    // And "Erdogan".
    for name in names.clone() {
        let plain = plain_letters(&name);
        if plain != name && !names.contains(&plain) && (thing.kind == "person" || used(&plain)) && fits(&plain, thing.trusted) {
            names.push(plain);
        }
    }
    names
}

/// Other ways to write a name of several words.
fn variants(name: &str) -> impl Iterator<Item = String> {
    const WRITTEN: [(&str, &str); 10] = [
        ("United States ", "U.S. "),
        ("United States ", "US "),
        ("United Nations ", "U.N. "),
        ("United Nations ", "UN "),
        ("UN ", "U.N. "),
        ("US ", "U.S. "),
        (" Province", " province"),
        (" River", " river"),
        (" Region", " region"),
        (" District", " district"),
    ];
    WRITTEN.into_iter().filter(|(long, _)| name.starts_with(long) || name.ends_with(long)).map(|(long, short)| name.replace(long, short))
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

/// A name that text can hold as it is: capitalised, of a sensible length, without the file's separators. A comma is part of a
/// name only where somebody looked ("Washington, D.C.").
fn is_plain(name: &str, trusted: bool) -> bool {
    let begins = name.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) || name.chars().nth(1).is_some_and(char::is_uppercase);
    let lower = trusted && name.starts_with(char::is_lowercase);
    (begins || lower)
        && (2..=72).contains(&name.chars().count())
        && name.chars().any(char::is_alphabetic)
        && !name.contains(['\t', '|', '\n', '(', '=', '?'])
        && (trusted || !name.contains(','))
}

fn is_acronym(alias: &str) -> bool {
    (3..=6).contains(&alias.len()) && alias.bytes().all(|b| b.is_ascii_uppercase())
}

/// The name without marks on its letters.
fn plain_letters(name: &str) -> String {
    const MARKED: &str = "áÁàÀâÂäÄãÃåÅāĀăĂąĄçÇćĆčČďĎđĐéÉèÈêÊëËēĒėĖęĘěĚğĞģĢíÍìÌîÎïÏīĪıİķĶłŁļĻñÑńŃňŇņŅóÓòÒôÔöÖõÕøØōŌőŐřŘśŚšŠşŞșȘťŤţŢțȚúÚùÙûÛüÜūŪůŮűŰýÝÿŸžŽźŹżŻ";
    const PLAIN: &str = "aAaAaAaAaAaAaAaAaAcCcCcCdDdDeEeEeEeEeEeEeEeEgGgGiIiIiIiIiIiIkKlLlLnNnNnNnNoOoOoOoOoOoOoOoOrRsSsSsSsStTtTtTuUuUuUuUuUuUuUyYyYzZzZzZ";
    name.chars().map(|c| MARKED.chars().position(|marked| marked == c).and_then(|at| PLAIN.chars().nth(at)).unwrap_or(c)).collect()
}
