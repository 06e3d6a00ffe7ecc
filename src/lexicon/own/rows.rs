//! An entry as it is written, in either form, before anything is checked.

/// The fields of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    Name,
    Type,
    Aliases,
    Pattern,
    Url,
    Description,
    Wikidata,
    IgnoreCase,
    Prefer,
    Leave,
}

/// Every field with how it is written, in the order that messages list them.
const FIELDS: [(&str, Field); 10] = [
    ("name", Field::Name),
    ("type", Field::Type),
    ("aliases", Field::Aliases),
    ("pattern", Field::Pattern),
    ("url", Field::Url),
    ("description", Field::Description),
    ("wikidata", Field::Wikidata),
    ("ignoreCase", Field::IgnoreCase),
    ("prefer", Field::Prefer),
    ("leave", Field::Leave),
];

impl Field {
    /// The field that is written so.
    pub(super) fn named(name: &str) -> Option<Field> {
        FIELDS.iter().find(|(known, _)| *known == name).map(|&(_, field)| field)
    }

    /// How it is written.
    pub(super) fn name(self) -> &'static str {
        FIELDS.iter().find(|&&(_, field)| field == self).map_or("", |&(name, _)| name)
    }

    /// Whether it is `true` or `false`.
    pub(super) fn is_flag(self) -> bool {
        matches!(self, Field::IgnoreCase | Field::Prefer | Field::Leave)
    }

    /// What to say of a field that there is not.
    pub(super) fn unknown() -> String {
        let known: Vec<&str> = FIELDS.iter().map(|&(name, _)| name).collect();
        format!("there is no such field: the fields are {}", known.join(", "))
    }
}

/// What a field holds.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Cell {
    Text(String),
    Texts(Vec<String>),
    Flag(bool),
    /// Something that no field takes, in words.
    Other(String),
}

/// One entry.
#[derive(Debug)]
pub(super) struct Row {
    /// The line that it begins at, from 1.
    pub(super) line: usize,
    /// Its number, from 1, where that is worth saying.
    pub(super) entry: Option<usize>,
    /// Its fields with the lines that they stand at, in the order written; none twice.
    pub(super) cells: Vec<(Field, usize, Cell)>,
}
