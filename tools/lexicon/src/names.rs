//! The names of a thing, and which of them text can hold as they are.

use std::collections::HashMap;

use crate::things::{Thing, Trust};
use crate::usage::Usage;

/// An alias that begins so is a name with its title.
const TITLES: [&str; 8] = ["President", "Governor", "Senator", "Sir", "Captain", "General", "Lord", "Dr."];

/// Takes aliases away from things where the name is surely another's.
pub fn settle(things: &mut [Thing], usage: &Usage) {
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
pub fn names(thing: &Thing, usage: &Usage) -> Vec<String> {
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

/// A name that text can hold as it is: capitalised, of a sensible length, without the file's separators. A comma is part of a
/// name only where somebody looked ("Washington, D.C.").
fn is_plain(name: &str, trusted: bool) -> bool {
    let begins = name.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) || name.chars().nth(1).is_some_and(char::is_uppercase);
    // "al-Shabaab": a particle may stand in front, but no label that anybody could write.
    let particle = name.split(['-', ' ']).next().is_some_and(|first| first.len() <= 3 && first.len() < name.len());
    let lower = trusted && particle && name.contains(char::is_uppercase);
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
