//! What is taken from which table, and how well known it makes a thing. Tables that come first win where two describe one item.

use std::collections::{BTreeSet, HashMap};
use std::path::Path;

use crate::countries::Countries;
use crate::tables::{Row, parse, read};
use crate::things::{Thing, Things, Trust, without_article};

/// Peoples whom fewer Wikidata persons belong to are left out.
const PEOPLE_COUNT: f64 = 20.0;
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

/// All things of all tables.
pub fn gather(folder: &Path) -> Result<(Things, Countries), String> {
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
