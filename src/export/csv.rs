//! The quotations as a table: CSV by RFC 4180, in UTF-8, with a line of names first. Cells that hold text are in quotation marks.
//!
//! Text that a spreadsheet would take for a formula, since it begins with `=`, `+`, `-`, `@`, a tab or a line's end, gets an
//! apostrophe in front: `"'=SUM(A1)"`. Several speakers stand in one cell, apart by `; `, and so do their roles and items, in
//! the same order.

use super::Material;
use super::written::{Form, Written};
use crate::annotations::{Entity, Quote};

const HEADER: &str =
    "id,kind,quotation,speaker,speaker_as_written,role,wikidata,cue,addressee,place,date_said,inferred,confidence,start,end,statement\r\n";

/// One line for each quotation of the answer, marks that quote nobody's statement among them: `kind` tells.
pub(super) fn write(material: &Material<'_>) -> String {
    let mut table = Table { material, written: Written::new(Form::Csv) };
    table.written.raw(HEADER);
    for quote in &material.annotations.quotes {
        table.row(quote);
    }
    table.written.text
}

struct Table<'a> {
    material: &'a Material<'a>,
    written: Written,
}

impl Table<'_> {
    fn row(&mut self, quote: &Quote) {
        let material = self.material;
        let span = material.units.span(quote.span);
        self.written.raw("q");
        self.written.number(i64::from(quote.id.0), 0);
        self.written.raw(",");
        self.written.raw(quote.kind.word());
        let start = self.open();
        self.written.exact(material.document.slice(quote.span));
        self.close(start);
        self.speakers(quote, |entity| Some(&entity.name));
        self.brief(material.words(quote.speaker));
        self.speakers(quote, |entity| entity.role.as_ref());
        self.speakers(quote, |entity| entity.wikidata.as_ref());
        for span in [quote.cue, quote.addressee, quote.place] {
            self.brief(material.words(span));
        }
        self.brief(quote.time.and_then(|time| material.value(time)));
        self.written.raw(if quote.inferred { ",true," } else { ",false," });
        self.written.number(i64::from(quote.confidence.thousandths()), 3);
        for offset in [span.start, span.end] {
            self.written.raw(",");
            self.written.number(i64::from(offset), 0);
        }
        self.written.raw(",");
        if let Some(statement) = quote.statement {
            self.written.raw("s");
            self.written.number(i64::from(statement.0), 0);
        }
        self.written.raw("\r\n");
    }

    /// What is known of each speaker; nothing where it is known of none.
    fn speakers(&mut self, quote: &Quote, what: fn(&Entity) -> Option<&String>) {
        let start = self.open();
        let mut is_known = false;
        for (index, entity) in self.material.speakers(quote).enumerate() {
            if index > 0 {
                self.written.raw("; ");
            }
            if let Some(what) = what(entity) {
                is_known = true;
                self.written.brief(what);
            }
        }
        if !is_known {
            self.written.text.truncate(start);
        }
        self.close(start);
    }

    fn brief(&mut self, words: Option<&str>) {
        let start = self.open();
        self.written.brief(words.unwrap_or_default());
        self.close(start);
    }

    /// Begins a cell that holds text, and says where that begins.
    fn open(&mut self) -> usize {
        self.written.raw(",\"");
        self.written.text.len()
    }

    /// Ends the cell whose text begins at `start`; an empty one has no quotation marks.
    fn close(&mut self, start: usize) {
        match self.written.text.as_bytes().get(start) {
            None => self.written.text.truncate(start - 1),
            Some(b'=' | b'+' | b'-' | b'@' | b'\t' | b'\r' | b'\n') => {
                self.written.text.insert(start, '\'');
                self.written.raw("\"");
            }
            Some(_) => self.written.raw("\""),
        }
    }
}
