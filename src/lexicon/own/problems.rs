//! What is wrong with a list, said so that its author can mend it.

use std::fmt;

/// How many problems an error names; the others are counted.
const MOST_NAMED: usize = 10;

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The line of the list, from 1.
    pub line: usize,
    /// In JSON, whose lines mean little to whoever wrote it by program: the entry's number, from 1.
    pub entry: Option<usize>,
    /// The field.
    pub field: Option<String>,
    /// What is wrong, and what to do.
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}", self.line)?;
        if let Some(entry) = self.entry {
            write!(f, ", entry {entry}")?;
        }
        if let Some(field) = &self.field {
            write!(f, ", \"{field}\"")?;
        }
        write!(f, ": {}", self.message)
    }
}

/// A list that cannot be used: what is wrong with it, in its order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListError {
    /// The first problems, at least one.
    pub problems: Vec<Problem>,
    /// How many more there are.
    pub more: usize,
}

impl fmt::Display for ListError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, problem) in self.problems.iter().enumerate() {
            write!(f, "{}{problem}", if index == 0 { "" } else { "\n" })?;
        }
        if self.more > 0 { write!(f, "\nand {} more problems", self.more) } else { Ok(()) }
    }
}

impl std::error::Error for ListError {}

/// Gathers problems while a list is read.
#[derive(Debug, Default)]
pub(super) struct Problems {
    named: Vec<Problem>,
    more: usize,
}

impl Problems {
    /// Notes one problem.
    pub(super) fn add(&mut self, problem: Problem) {
        if self.named.len() < MOST_NAMED {
            self.named.push(problem);
        } else {
            self.more += 1;
        }
    }

    /// Notes a problem of the list as a whole, or of its form.
    pub(super) fn add_at(&mut self, line: usize, message: String) {
        self.add(Problem { line, entry: None, field: None, message });
    }

    /// `list`, if nothing is wrong.
    pub(super) fn into_result<T>(self, list: T) -> Result<T, ListError> {
        if self.named.is_empty() { Ok(list) } else { Err(ListError { problems: self.named, more: self.more }) }
    }
}

/// What the author wrote, cut to a length that fits a message.
pub(super) fn shown(text: &str) -> String {
    const MOST: usize = 40;
    let cut: String = text.chars().take(MOST).collect();
    if cut.len() < text.len() { format!("\"{cut}…\"") } else { format!("\"{cut}\"") }
}
