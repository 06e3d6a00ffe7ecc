//! Reads a list written as CSV, by the rules of RFC 4180 and no others.
//!
//! Readers that take whatever they get let one lost quotation mark swallow the rest of a list unseen; here every departure
//! from the rules is a problem with a line.

use std::borrow::Cow;

use super::problems::{Problem, Problems, shown};
use super::rows::{Cell, Field, Row};

/// Hands every entry of `text` to `entry`, until the form itself is broken.
pub(super) fn read(text: &str, problems: &mut Problems, mut entry: impl FnMut(Row, &mut Problems)) {
    let mut records = Records { rest: text, line: 1 };
    let header = match records.next_record() {
        Ok(Some(record)) => record,
        Ok(None) => return problems.add_at(1, "the list is empty: give JSON, or CSV with a line of field names".to_owned()),
        Err(broken) => return problems.add(broken),
    };
    let Some(fields) = fields(&header, problems) else { return };
    loop {
        match records.next_record() {
            Ok(Some(record)) if record.cells.len() == fields.len() => {
                let cells = fields.iter().zip(record.cells).filter(|(_, (_, text))| !text.trim().is_empty());
                let cells = cells.map(|(&field, (line, text))| (field, line, cell(field, &text)));
                entry(Row { line: record.line, entry: None, cells: cells.collect() }, problems);
            }
            Ok(Some(record)) => problems.add_at(
                record.line,
                format!(
                    "there are {} fields, and {} in the first line: see whether a comma is missing, or stands in a field without quotation marks",
                    record.cells.len(),
                    fields.len()
                ),
            ),
            Ok(None) => return,
            Err(broken) => return problems.add(broken),
        }
    }
}

/// The fields that the first line names, if it names fields, `name` among them and none twice.
fn fields(header: &Record<'_>, problems: &mut Problems) -> Option<Vec<Field>> {
    let mut fields = Vec::new();
    let mut problem = |written: &str, message: String| {
        problems.add(Problem { line: header.line, entry: None, field: Some(written.chars().take(40).collect()), message });
        None
    };
    for (_, written) in &header.cells {
        let written = written.trim();
        let Some(field) = Field::named(written) else {
            let separated = if written.contains([';', '\t']) { "; fields are apart by commas" } else { "" };
            return problem(written, format!("{}{separated}", Field::unknown()));
        };
        if fields.contains(&field) {
            return problem(written, "the field is named twice: take one column out".to_owned());
        }
        fields.push(field);
    }
    if fields.contains(&Field::Name) {
        Some(fields)
    } else {
        problem("name", "there is no such column: every entry needs a name".to_owned())
    }
}

fn cell(field: Field, text: &str) -> Cell {
    match text.trim() {
        "true" if field.is_flag() => Cell::Flag(true),
        "false" if field.is_flag() => Cell::Flag(false),
        other if field.is_flag() => Cell::Other(shown(other)),
        _ if field == Field::Aliases => Cell::Texts(text.split('|').map(str::to_owned).collect()),
        _ => Cell::Text(text.to_owned()),
    }
}

/// One line of the file, or several where a field runs over its line.
struct Record<'t> {
    line: usize,
    /// With the line that each begins at.
    cells: Vec<(usize, Cow<'t, str>)>,
}

struct Records<'t> {
    rest: &'t str,
    line: usize,
}

impl<'t> Records<'t> {
    /// The next record; empty lines are passed over.
    fn next_record(&mut self) -> Result<Option<Record<'t>>, Problem> {
        while let Some(rest) = self.rest.strip_prefix('\n').or_else(|| self.rest.strip_prefix("\r\n")) {
            self.rest = rest;
            self.line += 1;
        }
        if self.rest.is_empty() {
            return Ok(None);
        }
        let mut record = Record { line: self.line, cells: Vec::new() };
        loop {
            record.cells.push((self.line, self.next_cell()?));
            if let Some(rest) = self.rest.strip_prefix(',') {
                self.rest = rest;
                continue;
            }
            self.rest = self.rest.strip_prefix("\r\n").or_else(|| self.rest.strip_prefix('\n')).unwrap_or(self.rest);
            self.line += 1;
            return Ok(Some(record));
        }
    }

    /// The field that the rest begins with; what is left begins with a comma or an end of line, or is empty.
    fn next_cell(&mut self) -> Result<Cow<'t, str>, Problem> {
        if let Some(rest) = self.rest.strip_prefix('"') {
            return self.quoted(rest);
        }
        let end = self.rest.find([',', '\n']).unwrap_or(self.rest.len());
        let (cell, rest) = self.rest.split_at(end);
        let cell = if rest.starts_with(',') { cell } else { cell.strip_suffix('\r').unwrap_or(cell) };
        if cell.contains('"') {
            return Err(self.broken(
                self.line,
                format!(
                    "the field {} has a quotation mark inside: put the whole field in quotation marks, and write the one inside twice",
                    shown(cell)
                ),
            ));
        }
        self.rest = rest;
        Ok(Cow::Borrowed(cell))
    }

    /// The field behind an opening quotation mark.
    fn quoted(&mut self, mut rest: &'t str) -> Result<Cow<'t, str>, Problem> {
        let opened = self.line;
        let mut cell: Cow<'t, str> = Cow::Borrowed("");
        loop {
            let Some((part, behind)) = rest.split_once('"') else {
                return Err(self.broken(
                    opened,
                    "a quotation mark opens here and never closes: close it, or write it twice if it is part of a field".to_owned(),
                ));
            };
            self.line += part.matches('\n').count();
            if cell.is_empty() {
                cell = Cow::Borrowed(part)
            } else {
                cell.to_mut().push_str(part)
            }
            if let Some(behind) = behind.strip_prefix('"') {
                cell.to_mut().push('"');
                rest = behind;
                continue;
            }
            if !(behind.is_empty() || behind.starts_with([',', '\n']) || behind.starts_with("\r\n")) {
                return Err(self.broken(
                    self.line,
                    format!("the field {} goes on behind its closing quotation mark: write a mark inside a field twice", shown(&cell)),
                ));
            }
            self.rest = behind;
            return Ok(cell);
        }
    }

    fn broken(&self, line: usize, message: String) -> Problem {
        Problem { line, entry: None, field: None, message }
    }
}
