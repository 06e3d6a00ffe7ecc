//! What running text says of names: how often news uses each, and which are everyday words too.

use std::collections::{BTreeSet, HashMap};
use std::fs;
use std::path::Path;

/// From this many lower-case occurrences on, a word that is also a name is no evidence for the name.
pub const OFTEN: u32 = 8;
const TYPES: [&str; 6] = ["person", "organization", "place", "group", "event", "misc"];
/// A labelled name of less confidence is not counted.
const LEAST_CONFIDENCE: f64 = 0.6;

/// Counts over texts.
#[derive(Debug, Default)]
pub struct Usage {
    lower: HashMap<String, u32>,
    /// In how many documents a name stands with a type.
    names: HashMap<(String, String), u32>,
}

impl Usage {
    /// Counts the words and labelled names of every `.jsonl` file in `folder`.
    pub fn read(folder: &Path) -> Result<Usage, String> {
        let fail = |path: &Path, error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
        let mut usage = Usage::default();
        let listing = fs::read_dir(folder).map_err(|error| fail(folder, &error))?;
        for path in listing.filter_map(Result::ok).map(|entry| entry.path()).filter(|path| path.extension().is_some_and(|e| e == "jsonl")) {
            for line in fs::read_to_string(&path).map_err(|error| fail(&path, &error))?.lines() {
                usage.count(&serde_json::from_str(line).map_err(|error| fail(&path, &error))?);
            }
        }
        Ok(usage)
    }

    fn count(&mut self, document: &serde_json::Value) {
        let text = document.get("text").and_then(serde_json::Value::as_str).unwrap_or_default();
        for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.starts_with(char::is_lowercase)) {
            *self.lower.entry(word.to_owned()).or_insert(0) += 1;
        }
        // Offsets count code points.
        let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let mut seen = BTreeSet::new();
        for name in document.get("entities").and_then(serde_json::Value::as_array).into_iter().flatten() {
            let offset = |key: &str| name.get(key).and_then(serde_json::Value::as_u64).and_then(|at| starts.get(at as usize)).copied();
            let (Some(start), Some(end)) = (offset("start"), offset("end")) else { continue };
            let sure = name.get("confidence").and_then(serde_json::Value::as_f64).is_none_or(|confidence| confidence >= LEAST_CONFIDENCE);
            let (Some(kind), Some(slice)) = (name.get("type").and_then(serde_json::Value::as_str), text.get(start..end)) else { continue };
            if sure {
                seen.insert((
                    crate::things::without_article(&slice.split_whitespace().collect::<Vec<_>>().join(" ")).to_owned(),
                    kind.to_owned(),
                ));
            }
        }
        for key in seen {
            *self.names.entry(key).or_insert(0) += 1;
        }
    }

    /// In how many documents `name` stands for something of that type.
    pub fn documents(&self, name: &str, kind: &str) -> u32 {
        self.names.get(&(name.to_owned(), kind.to_owned())).copied().unwrap_or(0)
    }

    /// How often running text writes `word` in lower case.
    pub fn in_lower(&self, word: &str) -> u32 {
        self.lower.get(&word.to_lowercase()).copied().unwrap_or(0)
    }

    /// Whether `name` is one word that running text often writes in lower case, more often than it is a name: "facebook" is a name
    /// in a hurry.
    pub fn is_everyday(&self, name: &str) -> bool {
        let as_name = TYPES.iter().map(|kind| self.documents(name, kind)).sum();
        !name.contains(' ') && self.in_lower(name) >= OFTEN && self.in_lower(name) >= as_name
    }
}
