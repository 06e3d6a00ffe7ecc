//! Reads a list written as JSON, and knows at which line each of its fields stands.

use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::problems::{Problem, Problems};
use super::rows::{Cell, Field, Row};

/// Hands every entry of `text` to `entry`; none where the text is not JSON throughout.
pub(super) fn read(text: &str, problems: &mut Problems, mut entry: impl FnMut(Row, &mut Problems)) {
    let mut lines = Lines { text, at: 0, line: 1 };
    let Some(entries) = entries(text, &mut lines, problems) else { return };
    for (index, raw) in entries.into_iter().enumerate() {
        let line = lines.of(raw.get());
        let number = Some(index + 1);
        let mut problem = |line, field, message| problems.add(Problem { line, entry: number, field, message });
        let Ok(Members(members)) = serde_json::from_str(raw.get()) else {
            problem(line, None, "an entry is an object: write it as {\"name\": …}".to_owned());
            continue;
        };
        let mut cells: Vec<(Field, usize, Cell)> = Vec::with_capacity(members.len());
        for (written, raw) in members {
            let line = lines.of(raw.get());
            let Some(field) = Field::named(&written) else {
                problem(line, Some(written.chars().take(40).collect()), Field::unknown());
                continue;
            };
            if cells.iter().any(|&(known, ..)| known == field) {
                problem(line, Some(written), "the field is given twice: take one out".to_owned());
            } else if let Some(cell) = cell(raw) {
                cells.push((field, line, cell));
            }
        }
        entry(Row { line, entry: number, cells }, problems);
    }
}

/// The entries, of an array or of an object that holds one.
fn entries<'t>(text: &'t str, lines: &mut Lines<'t>, problems: &mut Problems) -> Option<Vec<&'t RawValue>> {
    let not_json = |error: serde_json::Error, problems: &mut Problems| {
        let said = error.to_string();
        let said = said.split(" at line ").next().unwrap_or_default();
        problems.add_at(error.line().max(1), format!("this is not JSON, at column {}: {said}", error.column()));
    };
    if text.trim_start().starts_with('[') {
        return serde_json::from_str(text).map_err(|error| not_json(error, problems)).ok();
    }
    let Members(members) = serde_json::from_str(text).map_err(|error| not_json(error, problems)).ok()?;
    let mut entries = None;
    for (written, raw) in members {
        let line = lines.of(raw.get());
        if written != "entries" {
            let message = "a list is an array of entries, or an object whose \"entries\" is one and that has nothing else".to_owned();
            problems.add(Problem { line, entry: None, field: Some(written.chars().take(40).collect()), message });
            return None;
        }
        entries = serde_json::from_str(raw.get()).ok();
        // The entries stand behind where this array begins.
        if entries.is_none() {
            problems.add(Problem { line, entry: None, field: Some(written), message: "give an array of entries".to_owned() });
            return None;
        }
    }
    if entries.is_none() {
        problems.add_at(1, "there is no \"entries\": give an array of entries".to_owned());
    }
    entries
}

/// What a field holds; nothing for null.
fn cell(raw: &RawValue) -> Option<Cell> {
    let text = raw.get();
    let read = match text.as_bytes().first() {
        Some(b'n') => return None,
        Some(b'"') => serde_json::from_str(text).map(Cell::Text),
        Some(b'[') => serde_json::from_str(text).map(Cell::Texts),
        Some(b't' | b'f') => serde_json::from_str(text).map(Cell::Flag),
        Some(b'{') => Ok(Cell::Other("an object".to_owned())),
        _ => Ok(Cell::Other("a number".to_owned())),
    };
    Some(read.unwrap_or_else(|_| Cell::Other("something that cannot be read as text".to_owned())))
}

/// The members of an object in the order written, each value as it stands in the text.
struct Members<'t>(Vec<(String, &'t RawValue)>);

impl<'de> Deserialize<'de> for Members<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct InOrder;
        impl<'de> Visitor<'de> for InOrder {
            type Value = Members<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(Members(members))
            }
        }
        deserializer.deserialize_map(InOrder)
    }
}

/// Counts lines, for parts of the text asked for in their order.
struct Lines<'t> {
    text: &'t str,
    at: usize,
    line: usize,
}

impl Lines<'_> {
    /// The line, from 1, at which `part` begins, which is a slice of the text.
    fn of(&mut self, part: &str) -> usize {
        let at = (part.as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize);
        let between = self.text.as_bytes().get(self.at..at).unwrap_or_default();
        self.line += between.iter().filter(|&&byte| byte == b'\n').count();
        self.at = self.at.max(at);
        self.line
    }
}
