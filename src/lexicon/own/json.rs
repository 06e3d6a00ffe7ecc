//! Reads a list written as JSON, and knows at which line each of its fields stands.
//!
//! It reads what a list is made of and no more: objects of text, flags and lists of text. The usual crate would bring numbers
//! and nesting along, which are a twelfth of the core's size on the wire and can only be wrong here.

use super::problems::{Problem, Problems, shown};
use super::rows::{Cell, Field, Row};

/// Hands every entry of `text` to `entry`, until the form itself is broken.
pub(super) fn read(text: &str, problems: &mut Problems, mut entry: impl FnMut(Row, &mut Problems)) {
    let mut reader = Reader { rest: text, line: 1, entry: None };
    if let Err(broken) = list(&mut reader, problems, &mut entry) {
        problems.add(broken);
    }
}

/// An array of entries, or an object that holds one as "entries" and nothing else.
fn list(reader: &mut Reader<'_>, problems: &mut Problems, entry: &mut impl FnMut(Row, &mut Problems)) -> Result<(), Problem> {
    if reader.takes('{') {
        let name = reader.text()?;
        if name != "entries" {
            return Err(
                reader.problem(Some(name), "a list is an array of entries, or an object with \"entries\" and nothing else".to_owned())
            );
        }
        reader.needs(':', "behind \"entries\"")?;
        entries(reader, problems, entry)?;
        reader.needs('}', "behind the entries")?;
    } else {
        entries(reader, problems, entry)?;
    }
    if reader.next().is_some() { Err(reader.unexpected("the end of the list")) } else { Ok(()) }
}

fn entries(reader: &mut Reader<'_>, problems: &mut Problems, entry: &mut impl FnMut(Row, &mut Problems)) -> Result<(), Problem> {
    reader.needs('[', "before the entries")?;
    if reader.takes(']') {
        return Ok(());
    }
    for number in 1.. {
        reader.entry = Some(number);
        reader.needs('{', "before an entry, which is written as {\"name\": …}")?;
        let line = reader.line;
        let cells = cells(reader, problems)?;
        entry(Row { line, entry: reader.entry, cells }, problems);
        if !reader.takes(',') {
            break;
        }
    }
    reader.entry = None;
    reader.needs(']', "or a comma behind an entry")
}

/// The fields of one entry, behind its opening brace.
fn cells(reader: &mut Reader<'_>, problems: &mut Problems) -> Result<Vec<(Field, usize, Cell)>, Problem> {
    let mut cells: Vec<(Field, usize, Cell)> = Vec::new();
    if reader.takes('}') {
        return Ok(cells);
    }
    loop {
        let written = reader.text()?;
        reader.needs(':', "behind the name of a field")?;
        reader.next();
        let line = reader.line;
        let cell = cell(reader)?;
        match (Field::named(&written), cell) {
            (None, _) => problems.add(Problem {
                line,
                entry: reader.entry,
                field: Some(written.chars().take(40).collect()),
                message: Field::unknown(),
            }),
            (Some(field), _) if cells.iter().any(|&(known, ..)| known == field) => {
                problems.add(Problem {
                    line,
                    entry: reader.entry,
                    field: Some(written),
                    message: "the field is given twice: take one out".to_owned(),
                });
            }
            (Some(field), Some(cell)) => cells.push((field, line, cell)),
            (Some(_), None) => {}
        }
        if !reader.takes(',') {
            reader.needs('}', "or a comma behind a field")?;
            return Ok(cells);
        }
    }
}

/// What a field holds; nothing for null.
fn cell(reader: &mut Reader<'_>) -> Result<Option<Cell>, Problem> {
    Ok(Some(match reader.next() {
        Some('"') => Cell::Text(reader.text()?),
        Some('[') => Cell::Texts(reader.texts()?),
        Some('a'..='z') => match reader.word() {
            "true" => Cell::Flag(true),
            "false" => Cell::Flag(false),
            "null" => return Ok(None),
            other => Cell::Other(shown(other)),
        },
        Some('-' | '0'..='9') => Cell::Other(format!("the number {}", reader.word())),
        _ => return Err(reader.unexpected("text in quotation marks, a list of texts, true or false")),
    }))
}

struct Reader<'t> {
    rest: &'t str,
    /// The line that the rest begins at.
    line: usize,
    /// The number of the entry that is read.
    entry: Option<usize>,
}

impl<'t> Reader<'t> {
    fn problem(&self, field: Option<String>, message: String) -> Problem {
        Problem { line: self.line, entry: self.entry, field, message }
    }

    fn unexpected(&self, expected: &str) -> Problem {
        let found = if self.rest.is_empty() {
            "the list ends".to_owned()
        } else {
            format!("{} stands", shown(self.rest.split(['\n', '\r']).next().unwrap_or_default()))
        };
        self.problem(None, format!("{found} where there should be {expected}"))
    }

    /// The next character that is no white space.
    fn next(&mut self) -> Option<char> {
        let rest = self.rest.trim_start_matches([' ', '\t', '\r', '\n']);
        let space = &self.rest[..self.rest.len() - rest.len()];
        self.line += space.bytes().filter(|&byte| byte == b'\n').count();
        self.rest = rest;
        rest.chars().next()
    }

    /// Whether the next character is `wanted`, which is then behind us.
    fn takes(&mut self, wanted: char) -> bool {
        let is_there = self.next() == Some(wanted);
        if is_there {
            self.rest = &self.rest[wanted.len_utf8()..];
        }
        is_there
    }

    fn needs(&mut self, wanted: char, place: &str) -> Result<(), Problem> {
        if self.takes(wanted) { Ok(()) } else { Err(self.unexpected(&format!("{wanted} {place}"))) }
    }

    /// Letters, digits and what numbers are written with.
    fn word(&mut self) -> &'t str {
        let end = self.rest.find(|c: char| !c.is_alphanumeric() && !matches!(c, '.' | '+' | '-')).unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at(end);
        self.rest = rest;
        word
    }

    /// A list of texts, from its opening bracket.
    fn texts(&mut self) -> Result<Vec<String>, Problem> {
        let mut texts = Vec::new();
        self.needs('[', "before a list")?;
        if self.takes(']') {
            return Ok(texts);
        }
        loop {
            texts.push(self.text()?);
            if !self.takes(',') {
                self.needs(']', "or a comma in a list of texts")?;
                return Ok(texts);
            }
        }
    }

    /// A text in quotation marks.
    fn text(&mut self) -> Result<String, Problem> {
        self.needs('"', "before a text")?;
        let mut text = String::new();
        loop {
            let end = self.rest.find(|c: char| matches!(c, '"' | '\\') || c < ' ').unwrap_or(self.rest.len());
            let (part, rest) = self.rest.split_at(end);
            text.push_str(part);
            self.rest = rest;
            if let Some(rest) = rest.strip_prefix('"') {
                self.rest = rest;
                return Ok(text);
            }
            let Some(rest) = rest.strip_prefix('\\') else {
                let message = format!(
                    "the text {} has no closing quotation mark on its line: close it, and write a new line inside as \\n",
                    shown(&text)
                );
                return Err(self.problem(None, message));
            };
            let (escaped, length) = escaped(rest).ok_or_else(|| {
                self.problem(
                    None,
                    format!("the text {} goes on with a \\ that escapes nothing: write \\\\ for one that is meant", shown(&text)),
                )
            })?;
            text.push(escaped);
            self.rest = &rest[length..];
        }
    }
}

/// The character that is written behind a backslash, and in how many bytes.
fn escaped(rest: &str) -> Option<(char, usize)> {
    let unit = |at: usize| {
        let digits = rest.get(at..at + 4).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()))?;
        u32::from_str_radix(digits, 16).ok()
    };
    Some(match rest.chars().next()? {
        plain @ ('"' | '\\' | '/') => (plain, 1),
        'b' => ('\u{8}', 1),
        'f' => ('\u{c}', 1),
        'n' => ('\n', 1),
        'r' => ('\r', 1),
        't' => ('\t', 1),
        'u' => match unit(1)? {
            high @ 0xd800..0xdc00 => {
                let low =
                    rest.get(5..7).filter(|escape| *escape == "\\u").and_then(|_| unit(7)).filter(|low| (0xdc00..0xe000).contains(low))?;
                (char::from_u32(0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00))?, 11)
            }
            unit => (char::from_u32(unit)?, 5),
        },
        _ => return None,
    })
}
