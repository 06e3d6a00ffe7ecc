//! Text that is being written in a form whose own marks mean something: what an article says is escaped, and cut where it
//! may stand many times.
//!
//! One way for all forms, which differ in what they escape alone.

use std::fmt::Write;

use super::LONGEST_NAME;

/// Whose marks are escaped.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// Inside a string of JSON. `<` too: the text may go into a `script` element as it is, which no name can then end.
    Json,
    /// In HTML, also inside an attribute.
    Html,
    /// Inside the quotation marks of a cell of CSV.
    Csv,
}

/// The text.
pub(super) struct Written {
    /// What is written so far.
    pub(super) text: String,
    form: Form,
}

impl Written {
    /// Nothing yet.
    pub(super) fn new(form: Form) -> Written {
        Written { text: String::new(), form }
    }

    /// The form's own marks, and whatever needs no escape.
    pub(super) fn raw(&mut self, marks: &str) {
        self.text.push_str(marks);
    }

    /// Words of an article or a caller, to the letter.
    pub(super) fn exact(&mut self, words: &str) {
        words.chars().for_each(|character| self.character(character));
    }

    /// The same on one line.
    pub(super) fn line(&mut self, words: &str) {
        self.cut(words, usize::MAX);
    }

    /// The same on one line, cut behind [`LONGEST_NAME`] characters.
    pub(super) fn brief(&mut self, words: &str) {
        self.cut(words, LONGEST_NAME);
    }

    /// A number of which `10^places` make one, as a decimal number without zeros at its end.
    pub(super) fn number(&mut self, number: i64, places: u32) {
        if number < 0 {
            self.text.push('-');
        }
        let one = 10_u64.pow(places);
        let (whole, mut part) = (number.unsigned_abs() / one, number.unsigned_abs() % one);
        // Writing to a String does not fail.
        _ = write!(self.text, "{whole}");
        if part > 0 {
            self.text.push('.');
        }
        let mut unit = one;
        while part > 0 {
            unit /= 10;
            self.text.push(char::from(b'0' + (part / unit) as u8));
            part %= unit;
        }
    }

    fn cut(&mut self, words: &str, most: usize) {
        let mut count = 0;
        let mut is_apart = false;
        for character in words.chars() {
            if character.is_whitespace() {
                is_apart = count > 0;
                continue;
            }
            if count >= most {
                return self.text.push('…');
            }
            if std::mem::take(&mut is_apart) {
                self.text.push(' ');
                count += 1;
            }
            self.character(character);
            count += 1;
        }
    }

    fn character(&mut self, character: char) {
        let escaped = match (self.form, character) {
            (Form::Json, '"') => "\\\"",
            (Form::Json, '\\') => "\\\\",
            (Form::Json, '\0'..='\x1f' | '<' | '\u{2028}' | '\u{2029}') => {
                self.text.push_str("\\u");
                for shift in [12, 8, 4, 0] {
                    self.text.push(hex_digit(u32::from(character) >> shift));
                }
                return;
            }
            (Form::Html, '&') => "&amp;",
            (Form::Html, '<') => "&lt;",
            (Form::Html, '>') => "&gt;",
            (Form::Html, '"') => "&quot;",
            (Form::Csv, '"') => "\"\"",
            _ => return self.text.push(character),
        };
        self.text.push_str(escaped);
    }
}

/// The last four bits of `number`.
pub(super) fn hex_digit(number: u32) -> char {
    char::from_digit(number & 0xf, 16).unwrap_or('0')
}
