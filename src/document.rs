//! What an article is to the rest of the crate: one text, cut into blocks that each have a role.
//!
//! [`Document`] is made once, by [`Document::from_plain_text`] or block by block through
//! [`DocumentBuilder`], and never changes. Offsets inside the crate are UTF-8 bytes ([`Span`]);
//! [`OffsetMap`] is the only place that turns them into what callers count in.
//! This module interprets no words: that begins in `segment`.

use std::marker::PhantomData;

use serde::Serialize;
use serde::ser::{SerializeStruct, Serializer};
use thiserror::Error;
use time::Date;

mod plain;

pub(crate) use plain::is_boilerplate;

/// Counts UTF-8 bytes: the unit of every offset inside the crate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Bytes;
/// Counts Unicode code points: the unit of the command line's answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CodePoints;
/// Counts UTF-16 code units: the unit of the browser's answers, so that they index a JavaScript string.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Utf16;

/// A half-open stretch of a document's text, `start <= end`, counted in the unit `U`.
///
/// The unit rides in the type, so that a byte span cannot be handed to a caller who counts otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span<U = Bytes> {
    /// First unit inside.
    pub start: u32,
    /// First unit after.
    pub end: u32,
    unit: PhantomData<U>,
}

impl<U> Span<U> {
    /// The stretch from `start` up to, not including, `end`. An `end` before `start` is read as empty.
    pub fn new(start: u32, end: u32) -> Self {
        Span { start, end: end.max(start), unit: PhantomData }
    }

    /// How many units it holds.
    pub fn len(&self) -> u32 {
        self.end - self.start
    }

    /// Whether it holds nothing.
    pub fn is_empty(&self) -> bool {
        self.start == self.end
    }

    /// Whether every unit of `other` is inside.
    pub fn contains(&self, other: &Span<U>) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one unit.
    pub fn overlaps(&self, other: &Span<U>) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that holds both.
    pub fn cover(&self, other: &Span<U>) -> Span<U> {
        Span::new(self.start.min(other.start), self.end.max(other.end))
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl<U> schemars::JsonSchema for Span<U> {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Span".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let unit = serde_json::json!({ "type": "integer", "minimum": 0, "maximum": u32::MAX });
        schemars::json_schema!({
            "description": "A half-open stretch of the text, in Unicode code points on the command line and in UTF-16 code units in JavaScript.",
            "type": "object",
            "properties": { "start": unit, "end": unit },
            "required": ["start", "end"]
        })
    }
}

impl<U> Serialize for Span<U> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Span", 2)?;
        object.serialize_field("start", &self.start)?;
        object.serialize_field("end", &self.end)?;
        object.end()
    }
}

/// What a block of text is in its article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// The article's title.
    Headline,
    /// A title inside the article.
    Subheading,
    /// Running text.
    Paragraph,
    /// Text under a picture.
    Caption,
    /// One item of a list.
    ListItem,
    /// A quotation set apart as a block.
    BlockQuote,
    /// Text around the article that is not the article: it is kept, so that offsets hold, and never marked.
    Boilerplate,
    /// The sentence or two under the title that say what the article is about. Last, since the tagger's weights were learnt with
    /// the others in this order.
    Standfirst,
}

impl Role {
    /// Whether it stands above the article, written in the style of titles.
    pub fn is_title(self) -> bool {
        matches!(self, Role::Headline | Role::Standfirst)
    }
}

/// One block: its role and where it stands in the document's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Block {
    /// Where it stands, without the white space around it.
    pub span: Span,
    /// What it is.
    pub role: Role,
}

/// An article, ready to be annotated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    text: String,
    blocks: Vec<Block>,
    published: Option<Date>,
    language: Option<String>,
}

/// A text too long to be counted in 32 bits. It carries the length in bytes.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("the text has {0} bytes, and at most {max} can be annotated: cut it into articles", max = u32::MAX)]
pub struct TextTooLong(pub usize);

impl Document {
    /// Reads plain text: paragraphs apart by an empty line, the first a headline if it looks like one,
    /// and what publishers put after an article ("Posted In:") told from it. Offsets count in `text` as given.
    /// Cost: one pass over the text.
    ///
    /// # Errors
    /// [`TextTooLong`] from 4 GiB.
    pub fn from_plain_text(text: &str, published: Option<Date>) -> Result<Document, TextTooLong> {
        if u32::try_from(text.len()).is_err() {
            return Err(TextTooLong(text.len()));
        }
        Ok(Document { text: text.to_owned(), blocks: plain::blocks(text), published, language: None })
    }

    /// The whole text that every offset counts in.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The blocks in reading order; they do not overlap.
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// The day of publication, against which "Friday" is resolved.
    pub fn published(&self) -> Option<Date> {
        self.published
    }

    /// The language that the page says it is in, as a BCP 47 tag.
    pub fn language(&self) -> Option<&str> {
        self.language.as_deref()
    }

    /// The blocks with these numbers as a document of their own, and the byte at which its text begins in this one's.
    pub(crate) fn part(&self, blocks: std::ops::Range<usize>) -> (Document, u32) {
        let blocks = self.blocks.get(blocks).unwrap_or_default();
        let whole = blocks.iter().map(|block| block.span).reduce(|a, b| a.cover(&b)).unwrap_or(Span::new(0, 0));
        let own = |block: &Block| Block { span: Span::new(block.span.start - whole.start, block.span.end - whole.start), ..*block };
        let part = Document {
            text: self.slice(whole).to_owned(),
            blocks: blocks.iter().map(own).collect(),
            published: self.published,
            language: self.language.clone(),
        };
        (part, whole.start)
    }

    /// The text of the first headline, if there is one.
    pub fn headline(&self) -> Option<&str> {
        self.blocks.iter().find(|block| block.role == Role::Headline).map(|block| self.slice(block.span))
    }

    /// The text of `span`, or nothing where the span is none of this document's.
    pub fn slice(&self, span: Span) -> &str {
        self.text.get(span.start as usize..span.end as usize).unwrap_or_default()
    }
}

/// Builds a [`Document`] block by block, as a page is read.
#[derive(Debug, Default)]
pub struct DocumentBuilder {
    text: String,
    blocks: Vec<Block>,
}

impl DocumentBuilder {
    /// An empty document.
    pub fn new() -> Self {
        Self::default()
    }

    /// Appends a block, apart from the one before by an empty line, and says where it stands.
    /// Text beyond 4 GiB is left out: no page holds it.
    pub fn push(&mut self, role: Role, text: &str) -> Span {
        if self.text.len() + text.len() + 2 > u32::MAX as usize {
            return Span::new(self.text.len() as u32, self.text.len() as u32);
        }
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
        }
        let start = self.text.len() as u32;
        self.text.push_str(text);
        let span = Span::new(start, self.text.len() as u32);
        self.blocks.push(Block { span, role });
        span
    }

    /// The document, published on the day given, in the language that its page names.
    pub fn finish(self, published: Option<Date>, language: Option<String>) -> Document {
        Document { text: self.text, blocks: self.blocks, published, language }
    }
}

/// Reads a day written as ISO 8601: `2016-08-27`, or a date and time that begins with it.
///
/// # Errors
/// [`BadDate`] where it is not a day of the calendar.
pub fn parse_date(text: &str) -> Result<Date, BadDate> {
    let bad = || BadDate::NoDate(text.chars().take(40).collect());
    let digits = |range: std::ops::Range<usize>| -> Option<u16> {
        text.get(range).filter(|part| part.bytes().all(|b| b.is_ascii_digit()))?.parse().ok()
    };
    let shape = text.len() == 10 || matches!(text.as_bytes().get(10), Some(b'T' | b' '));
    if !shape || text.as_bytes().get(4) != Some(&b'-') || text.as_bytes().get(7) != Some(&b'-') {
        return Err(bad());
    }
    let (Some(year), Some(month), Some(day)) = (digits(0..4), digits(5..7), digits(8..10)) else {
        return Err(bad());
    };
    let month = time::Month::try_from(month as u8).map_err(|_| bad())?;
    Date::from_calendar_date(i32::from(year), month, day as u8).map_err(|_| bad())
}

/// Reads the day on which an article was published, of which `today` is the latest: every relative date in it would be
/// resolved wrongly against a day that has not come. A day more is granted to those who live east of the clock.
///
/// # Errors
/// [`BadDate`] where it is not a day of the calendar, or lies in the future.
pub fn parse_published(text: &str, today: Date) -> Result<Date, BadDate> {
    let day = parse_date(text)?;
    if has_come(day, today) { Ok(day) } else { Err(BadDate::ToCome(day)) }
}

/// Whether an article can have been published on `day`, seen from `today`.
pub(crate) fn has_come(day: Date, today: Date) -> bool {
    day <= today.next_day().unwrap_or(today)
}

/// The day, in UTC, that holds the moment this many seconds after 1970 began, as clocks give it; the last day of the
/// calendar for what lies beyond.
pub fn day_of_clock(seconds: u64) -> Date {
    /// The Julian day of 1 January 1970.
    const EPOCH: i32 = 2_440_588;
    let days = i32::try_from(seconds / 86_400).ok().and_then(|days| EPOCH.checked_add(days));
    days.and_then(|day| Date::from_julian_day(day).ok()).unwrap_or(Date::MAX)
}

/// A day that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum BadDate {
    /// Not a day of the calendar. It carries the text as given, at most 40 characters of it.
    #[error("\"{0}\" is not a date: write it as 2016-08-27")]
    NoDate(String),
    /// No article can have been published on it.
    #[error("{0} lies in the future: give the day on which the article was published")]
    ToCome(Date),
}

/// A unit that callers count in, and how many of it a character takes.
pub trait WireUnit: Copy {
    /// Units that `character` takes.
    fn width(character: char) -> u32;
}

impl WireUnit for CodePoints {
    fn width(_: char) -> u32 {
        1
    }
}

impl WireUnit for Utf16 {
    fn width(character: char) -> u32 {
        character.len_utf16() as u32
    }
}

/// Turns byte offsets of one text into another unit.
///
/// Built in one pass; it stores one entry for each character that is not ASCII, so a plain English text
/// costs nothing and a conversion is a binary search.
#[derive(Debug, Clone)]
pub struct OffsetMap<U> {
    /// Byte offset just after a character that is not ASCII, and how many bytes more than units stood before it.
    surplus: Vec<(u32, u32)>,
    unit: PhantomData<U>,
}

impl<U: WireUnit> OffsetMap<U> {
    /// The map of `text`.
    pub fn new(text: &str) -> Self {
        let mut surplus = Vec::new();
        let mut total = 0;
        for (at, character) in text.char_indices().filter(|(_, character)| !character.is_ascii()) {
            total += character.len_utf8() as u32 - U::width(character);
            surplus.push(((at + character.len_utf8()) as u32, total));
        }
        OffsetMap { surplus, unit: PhantomData }
    }

    /// The offset in `U` of the byte offset `byte`, which must lie between two characters.
    pub fn offset(&self, byte: u32) -> u32 {
        let known = self.surplus.partition_point(|&(after, _)| after <= byte);
        byte - known.checked_sub(1).map_or(0, |last| self.surplus[last].1)
    }

    /// The span in `U` of a byte span.
    pub fn span(&self, span: Span) -> Span<U> {
        Span::new(self.offset(span.start), self.offset(span.end))
    }

    /// The byte span of a span in `U`, whose ends must lie between two characters.
    pub fn bytes(&self, span: Span<U>) -> Span {
        let byte = |offset: u32| {
            let known = self.surplus.partition_point(|&(after, surplus)| after - surplus <= offset);
            offset.saturating_add(known.checked_sub(1).map_or(0, |last| self.surplus[last].1))
        };
        Span::new(byte(span.start), byte(span.end))
    }
}

#[cfg(test)]
mod tests;
