//! Checks entries one by one, and puts those that are right into the list.

use super::index::{Names, plain};
use super::patterns::Patterns;
use super::problems::{Problem, Problems, shown};
use super::rows::{Cell, Field, Row};
use super::{LONGEST_NAME, OwnEntry, OwnId, OwnList};
use crate::annotations::EntityType;

/// Bytes of the longest description.
const LONGEST_DESCRIPTION: usize = 1000;
/// Bytes of the longest web address, which is what browsers and servers agree on.
const LONGEST_URL: usize = 2000;

/// A list while it is put together.
#[derive(Debug, Default)]
pub(super) struct Checker {
    entries: Vec<OwnEntry>,
    /// At which line each entry stands.
    lines: Vec<usize>,
    names: Names,
    patterns: Patterns,
}

impl Checker {
    /// Takes in one entry. Where something is wrong with it, the list is lost, and it only matters that more is found.
    pub(super) fn add(&mut self, row: Row, problems: &mut Problems) {
        let id = OwnId(self.entries.len() as u32);
        let start = row.line;
        let mut reader = Reader { entry: row.entry, line: row.line, problems };
        let mut new =
            OwnEntry { name: String::new(), kind: None, url: None, description: None, wikidata: None, prefer: false, leave: false };
        let (mut names, mut pattern, mut ignore_case, mut has_type) = (Vec::new(), None, false, false);
        for (field, line, cell) in row.cells {
            reader.line = line;
            match field {
                Field::Name => {
                    if let Some(name) = reader.name(field, cell) {
                        names.push((field, line, name.clone()));
                        new.name = name;
                    } else {
                        // Said already; not that it is missing.
                        new.name.push('?');
                    }
                }
                Field::Aliases => names.extend(reader.aliases(cell).into_iter().map(|alias| (field, line, alias))),
                Field::Type => {
                    has_type = true;
                    new.kind = reader.kind(cell);
                }
                Field::Url => new.url = reader.url(cell),
                Field::Description => new.description = reader.description(cell),
                Field::Wikidata => new.wikidata = reader.item(cell),
                Field::Pattern => pattern = reader.text(field, cell).map(|pattern| (line, pattern)),
                Field::IgnoreCase => ignore_case = reader.flag(field, cell),
                Field::Prefer => new.prefer = reader.flag(field, cell),
                Field::Leave => new.leave = reader.flag(field, cell),
            }
        }
        reader.line = start;
        if new.name.is_empty() {
            reader.problem(Field::Name, "it is missing: every entry needs one".to_owned());
        }
        if !has_type && !new.leave {
            reader.problem(Field::Type, format!("it is missing: give one of {TYPES}"));
        }
        for (field, line, name) in names {
            reader.line = line;
            if let Some(other) = self.names.add(&name, ignore_case, id).filter(|&other| other != id) {
                let other = self.lines.get(other.0 as usize).copied().unwrap_or_default();
                reader.problem(
                    field,
                    format!("{} is a name of the entry at line {other} too: join the two, or take it out of one", shown(&name)),
                );
            }
        }
        if let Some((line, pattern)) = pattern {
            reader.line = line;
            if let Err(message) = self.patterns.add(&pattern, ignore_case, id) {
                reader.problem(Field::Pattern, message);
            }
        }
        self.lines.push(start);
        self.entries.push(new);
    }

    /// The list of all that was taken in.
    pub(super) fn finish(self) -> OwnList {
        OwnList { entries: self.entries, names: self.names, patterns: self.patterns }
    }
}

/// Every type, for messages.
const TYPES: &str = "person, organization, place, group, event, misc";

/// Reads the cells of one entry, and says what is wrong with them.
struct Reader<'p> {
    entry: Option<usize>,
    line: usize,
    problems: &'p mut Problems,
}

impl Reader<'_> {
    fn problem(&mut self, field: Field, message: String) {
        self.problems.add(Problem { line: self.line, entry: self.entry, field: Some(field.name().to_owned()), message });
    }

    fn text(&mut self, field: Field, cell: Cell) -> Option<String> {
        let found = match cell {
            Cell::Text(text) => return Some(text),
            Cell::Texts(_) => "a list".to_owned(),
            Cell::Flag(flag) => flag.to_string(),
            Cell::Other(what) => what,
        };
        self.problem(field, format!("this is {found}: give text in quotation marks"));
        None
    }

    fn flag(&mut self, field: Field, cell: Cell) -> bool {
        let found = match cell {
            Cell::Flag(flag) => return flag,
            Cell::Text(text) => shown(&text),
            Cell::Texts(_) => "a list".to_owned(),
            Cell::Other(what) => what,
        };
        self.problem(field, format!("this is {found}: give true or false, without quotation marks"));
        false
    }

    fn name(&mut self, field: Field, cell: Cell) -> Option<String> {
        let name = self.text(field, cell)?;
        self.usable(field, &name, None).map(|()| one_line(&name))
    }

    fn aliases(&mut self, cell: Cell) -> Vec<String> {
        let field = Field::Aliases;
        let aliases = match cell {
            Cell::Texts(aliases) => aliases,
            _ => {
                self.problem(field, "give a list of names in square brackets, each in quotation marks".to_owned());
                return Vec::new();
            }
        };
        let numbered = aliases.iter().enumerate();
        numbered.filter_map(|(index, alias)| self.usable(field, alias, Some(index + 1)).map(|()| one_line(alias))).collect()
    }

    /// Says what keeps `name`, the one with that number if there are several, from being one, if anything.
    fn usable(&mut self, field: Field, name: &str, number: Option<usize>) -> Option<()> {
        let which = || number.map_or_else(|| "it".to_owned(), |number| format!("number {number}"));
        let (plain, _) = plain(name);
        let message = if plain.is_empty() {
            format!("{} is empty: fill it in or take it out", which())
        } else if !plain.contains(char::is_alphanumeric) {
            format!("{}, {}, has no letter and no digit: nothing is called so", which(), shown(name))
        } else if plain.len() > LONGEST_NAME {
            format!("{}, {}, is longer than {LONGEST_NAME} bytes: shorten it", which(), shown(name))
        } else {
            return Some(());
        };
        self.problem(field, message);
        None
    }

    fn kind(&mut self, cell: Cell) -> Option<EntityType> {
        let text = self.text(Field::Type, cell)?;
        let kind = match text.trim() {
            "person" => EntityType::Person,
            "organization" => EntityType::Organization,
            "place" => EntityType::Place,
            "group" => EntityType::Group,
            "event" => EntityType::Event,
            "misc" => EntityType::Misc,
            other => {
                self.problem(Field::Type, format!("{} is no type: give one of {TYPES}", shown(other)));
                return None;
            }
        };
        Some(kind)
    }

    fn url(&mut self, cell: Cell) -> Option<String> {
        let text = self.text(Field::Url, cell)?;
        let url = text.trim();
        if is_web_address(url) {
            return Some(url.to_owned());
        }
        self.problem(
            Field::Url,
            format!("{} is no web address: give one in full, which begins with https:// or http:// and holds no space", shown(url)),
        );
        None
    }

    fn description(&mut self, cell: Cell) -> Option<String> {
        let text = one_line(&self.text(Field::Description, cell)?);
        if text.len() > LONGEST_DESCRIPTION {
            self.problem(Field::Description, format!("it has {} bytes, and a card holds {LONGEST_DESCRIPTION}: shorten it", text.len()));
        }
        Some(text).filter(|text| !text.is_empty())
    }

    fn item(&mut self, cell: Cell) -> Option<String> {
        let text = self.text(Field::Wikidata, cell)?;
        let item = text.trim();
        let digits = item.strip_prefix('Q').unwrap_or_default();
        if (1..=12).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit()) && !digits.starts_with('0') {
            return Some(item.to_owned());
        }
        self.problem(Field::Wikidata, format!("{} is no item of Wikidata: write it as Q567", shown(item)));
        None
    }
}

/// Whether `url` is an absolute address of the web: nothing else may become a link, `javascript:` least of all.
pub(crate) fn is_web_address(url: &str) -> bool {
    let after = |scheme: &str| url.get(..scheme.len()).filter(|head| head.eq_ignore_ascii_case(scheme)).map(|_| &url[scheme.len()..]);
    let Some(rest) = after("https://").or_else(|| after("http://")) else { return false };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let odd = |c: char| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"' | '\\' | '`');
    host.contains(char::is_alphanumeric) && !url.contains(odd) && url.len() <= LONGEST_URL
}

/// `text` with every run of white space as one space.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
