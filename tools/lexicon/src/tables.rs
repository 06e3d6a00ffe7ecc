//! Reads the tab-separated tables.

use std::fs;
use std::path::Path;

/// One row of a table.
#[derive(Debug, Clone)]
pub struct Row {
    /// The Wikidata item, or nothing.
    pub qid: String,
    /// person, organization, place, group, event or misc.
    pub kind: String,
    /// Its usual English name.
    pub name: String,
    /// Other names.
    pub aliases: Vec<String>,
    /// A few words on what it is.
    pub description: String,
    /// How popular it is, as its source counts.
    pub weight: f64,
    /// The item that a group or party belongs to.
    pub of: String,
    /// Columns of this table alone.
    pub more: Vec<String>,
}

/// The rows of `name` in `folder`; malformed rows are an error, since silence would lose names.
pub fn read(folder: &Path, name: &str) -> Result<Vec<Row>, String> {
    let path = folder.join(name);
    let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    parse(&text, &path.display().to_string())
}

/// The rows of the table `text`, which an error calls `path`.
pub fn parse(text: &str, path: &str) -> Result<Vec<Row>, String> {
    let mut rows = Vec::new();
    for (number, line) in text.lines().enumerate().skip(1) {
        let mut fields = line.split('\t').map(str::to_owned);
        let mut next = || fields.next().unwrap_or_default();
        let (qid, kind, title, aliases) = (next(), next(), next(), next());
        if title.is_empty() {
            return Err(format!("{path}: line {} has no name", number + 1));
        }
        let (description, weight, of) = (next(), next(), next());
        rows.push(Row {
            qid,
            kind,
            name: title,
            aliases: aliases.split('|').filter(|alias| !alias.is_empty()).map(str::to_owned).collect(),
            description,
            weight: weight.parse().unwrap_or(0.0),
            of,
            more: fields.collect(),
        });
    }
    Ok(rows)
}
