//! Writes JSON piece by piece, so that the page's core needs no library for it, and both builds print the same.
//!
//! Whoever calls keeps brackets and keys in order; here it is only commas and escapes.

use super::written::{Form, Written};

/// JSON that is being written.
pub(super) struct Json {
    written: Written,
}

impl Json {
    /// Nothing yet.
    pub(super) fn new() -> Json {
        Json { written: Written::new(Form::Json) }
    }

    /// Opens an object, an array or a string.
    pub(super) fn open(&mut self, mark: char) {
        self.separate();
        self.written.text.push(mark);
    }

    /// Closes it.
    pub(super) fn close(&mut self, mark: char) {
        self.written.text.push(mark);
    }

    /// Begins a field, whose value comes next. The key is one of ours.
    pub(super) fn key(&mut self, key: &str) {
        self.raw("\"");
        self.written.raw(key);
        self.written.raw("\":");
    }

    /// A field that holds a text.
    pub(super) fn field(&mut self, key: &str, value: &str) {
        self.key(key);
        self.open('"');
        self.written.exact(value);
        self.close('"');
    }

    /// A field that holds a text, if there is one.
    pub(super) fn optional(&mut self, key: &str, value: Option<&str>) {
        if let Some(value) = value {
            self.field(key, value);
        }
    }

    /// A field that holds a text on one line, cut where it is very long, if there is one.
    pub(super) fn brief(&mut self, key: &str, value: Option<&str>) {
        if let Some(value) = value {
            self.key(key);
            self.open('"');
            self.written.brief(value);
            self.close('"');
        }
    }

    /// A field that holds a number of which `10^places` make one.
    pub(super) fn number(&mut self, key: &str, number: i64, places: u32) {
        self.key(key);
        self.written.number(number, places);
    }

    /// What is JSON already: a constant.
    pub(super) fn raw(&mut self, json: &str) {
        self.separate();
        self.written.raw(json);
    }

    /// The inside of a string that is open.
    pub(super) fn inside(&mut self) -> &mut Written {
        &mut self.written
    }

    /// The whole, as one line.
    pub(super) fn finish(mut self) -> String {
        self.written.raw("\n");
        self.written.text
    }

    /// Puts a comma where something stands before: a string ends with a quotation mark, so that no bracket or colon in one misleads.
    fn separate(&mut self) {
        if !matches!(self.written.text.as_bytes().last(), None | Some(b'{' | b'[' | b':')) {
            self.written.text.push(',');
        }
    }
}
