//! Which country a thing belongs to, read off the few words that describe it: "city in Texas", "Norwegian footballer".

use std::collections::{BTreeMap, HashMap};

use crate::tables::Row;

/// Words of regions, parliaments and the like with the country they belong to.
const OWN_REGIONS: &str = include_str!("../own/regions.tsv");
/// Words that the longest name of a country or region has.
const LONGEST: usize = 5;

/// Names of countries, peoples and regions, and where towns lie.
#[derive(Debug, Default)]
pub struct Countries {
    by_name: HashMap<String, String>,
    /// Latitudes and longitudes, in hundredths of a degree, of the towns of each country.
    towns: BTreeMap<String, (Vec<i32>, Vec<i32>)>,
}

impl Countries {
    /// Learns from rows of countries and of adjectives; own regions win.
    pub fn new<'r>(rows: impl IntoIterator<Item = &'r Row>) -> Countries {
        let mut by_name = HashMap::new();
        for row in rows {
            let item = if row.of.is_empty() { &row.qid } else { &row.of };
            for name in std::iter::once(&row.name).chain(&row.aliases) {
                by_name.entry(name.clone()).or_insert_with(|| item.clone());
            }
        }
        for (item, names) in OWN_REGIONS.lines().filter_map(|line| line.split_once('\t')) {
            for name in names.split('|') {
                by_name.insert(name.to_owned(), item.to_owned());
            }
        }
        Countries { by_name, towns: BTreeMap::new() }
    }

    /// Notes where a town lies.
    pub fn add_town(&mut self, country: &str, (latitude, longitude): (i32, i32)) {
        let towns = self.towns.entry(country.to_owned()).or_default();
        towns.0.push(latitude);
        towns.1.push(longitude);
    }

    /// The middle of a country's towns: half of them lie north of it, half of them east.
    pub fn middle(&self, country: &str) -> Option<(i32, i32)> {
        let (latitudes, longitudes) = self.towns.get(country)?;
        let spread = |values: &[i32]| Some(values.iter().max()? - values.iter().min()?);
        // A country across the date line is measured from the other side.
        let across = spread(longitudes)? > 30_000;
        let turned: Vec<i32> = longitudes.iter().map(|&l| if across && l < 0 { l + 36_000 } else { l }).collect();
        let longitude = median(turned)?;
        Some((median(latitudes.clone())?, if longitude > 18_000 { longitude - 36_000 } else { longitude }))
    }

    /// The country that a description names last ("…, Texas, United States"), or else nothing.
    pub fn last(&self, description: &str) -> Option<&str> {
        self.all(description).last().copied()
    }

    /// The country that a description names first ("Israeli-American actress").
    pub fn first(&self, description: &str) -> Option<&str> {
        self.all(description).first().copied()
    }

    fn all(&self, description: &str) -> Vec<&str> {
        let words: Vec<&str> = description
            .split([' ', ',', '-', '(', ')', ';'])
            .filter(|word| !word.is_empty())
            .map(|word| word.strip_suffix("'s").unwrap_or(word))
            .collect();
        let mut found = Vec::new();
        let mut at = 0;
        while at < words.len() {
            let longest = (1..=LONGEST.min(words.len() - at)).rev().find_map(|length| {
                let item = self.by_name.get(&words[at..at + length].join(" "))?;
                Some((length, item.as_str()))
            });
            if let Some((_, item)) = longest {
                found.push(item);
            }
            at += longest.map_or(1, |(length, _)| length);
        }
        found
    }
}

fn median(mut values: Vec<i32>) -> Option<i32> {
    values.sort_unstable();
    values.get(values.len() / 2).copied()
}
