//! Which words are everyday words, judged by how often running text writes them in lower case.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

/// From this many lower-case occurrences on, a word that is also a name is no evidence for the name.
const OFTEN: u32 = 4;

/// Counts of words in lower case.
pub struct Everyday(HashMap<String, u32>);

impl Everyday {
    /// Counts the words of every `.jsonl` file in `folder`.
    pub fn read(folder: &Path) -> Result<Everyday, String> {
        let fail = |path: &Path, error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
        let mut counts = HashMap::new();
        let listing = fs::read_dir(folder).map_err(|error| fail(folder, &error))?;
        for path in listing.filter_map(Result::ok).map(|entry| entry.path()).filter(|path| path.extension().is_some_and(|e| e == "jsonl")) {
            for line in fs::read_to_string(&path).map_err(|error| fail(&path, &error))?.lines() {
                let object: serde_json::Value = serde_json::from_str(line).map_err(|error| fail(&path, &error))?;
                let text = object.get("text").and_then(serde_json::Value::as_str).unwrap_or_default();
                for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.starts_with(char::is_lowercase)) {
                    *counts.entry(word.to_owned()).or_insert(0) += 1;
                }
            }
        }
        Ok(Everyday(counts))
    }

    /// Whether `name` is one word that running text often writes in lower case.
    pub fn is_everyday(&self, name: &str) -> bool {
        !name.contains(' ') && self.0.get(&name.to_lowercase()).is_some_and(|&count| count >= OFTEN)
    }
}
