//! The compiled file, whose form is described where it is read, in the crate's lexicon module.

use std::collections::BTreeMap;

use crate::describe::short;
use crate::select::Selection;
use crate::things::Thing;

/// The compiled file.
pub fn write(selection: &Selection) -> String {
    let mut out = String::from("newsgloss lexicon 2\n");
    for (heading, names) in [("female", &selection.female), ("male", &selection.male)] {
        out.push_str(heading);
        for name in names {
            out.push(' ');
            out.push_str(name);
        }
        out.push('\n');
    }
    let mut sections: BTreeMap<(char, String, String), Vec<String>> = BTreeMap::new();
    for (thing, names) in &selection.things {
        let of = number(&thing.of).to_owned();
        sections.entry((letter(&thing.kind), short(&thing.description), of)).or_default().push(line(thing, names));
    }
    for ((letter, description, of), mut lines) in sections {
        out.push_str(format!("={letter}\t{of}\t{description}").trim_end_matches('\t'));
        out.push('\n');
        lines.sort_unstable();
        for line in lines {
            out.push_str(&line);
            out.push('\n');
        }
    }
    out.push_str("end\n");
    out
}

fn line(thing: &Thing, names: &[String]) -> String {
    let fame = char::from_digit(thing.fame.round().clamp(0.0, 15.0) as u32, 16).unwrap_or('0');
    let at = thing.coordinates.map_or_else(String::new, |(latitude, longitude)| format!("\t{latitude} {longitude}"));
    format!("{}\t{}\t{fame}{at}", names.join("|"), number(&thing.qid))
}

fn number(qid: &str) -> &str {
    qid.strip_prefix('Q').unwrap_or_default()
}

fn letter(kind: &str) -> char {
    match kind {
        "person" => 'P',
        "organization" => 'O',
        "place" => 'L',
        "group" => 'G',
        "event" => 'E',
        _ => 'M',
    }
}

/// What was selected, in numbers.
pub fn report(selection: &Selection) -> String {
    let mut kinds: BTreeMap<&str, u32> = BTreeMap::new();
    for (thing, _) in &selection.things {
        *kinds.entry(&thing.kind).or_default() += 1;
    }
    let names: usize = selection.things.iter().map(|(_, names)| names.len()).sum();
    format!("{kinds:?}, {names} names, {} first names", selection.female.len() + selection.male.len())
}
