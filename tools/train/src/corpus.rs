//! Reads the labelled corpora and lays their names over tokens.

use std::error::Error;
use std::path::Path;

use newsgloss::Document;
use newsgloss::segment::Segments;
use newsgloss::training::tags::{OUTSIDE, TAGS, Tag, begin, inside};
use serde::Deserialize;

/// One labelled document as the corpora write it; offsets count code points.
#[derive(Debug, Deserialize)]
pub struct Labelled {
    /// The document's name.
    pub id: String,
    /// Its text.
    pub text: String,
    /// The names in it.
    pub entities: Vec<LabelledName>,
    /// The types that its annotators did not mark.
    #[serde(default)]
    pub unannotated: Vec<String>,
    /// Where its labels count when it is measured.
    pub eval_span: Option<(usize, usize)>,
}

/// One name in a labelled document.
#[derive(Debug, Deserialize)]
pub struct LabelledName {
    /// First code point.
    pub start: usize,
    /// First code point after.
    pub end: usize,
    /// Its type.
    #[serde(rename = "type")]
    pub kind: String,
    /// How sure the teacher was, where a teacher labelled it.
    #[serde(default = "certain")]
    pub confidence: f32,
}

fn certain() -> f32 {
    1.0
}

/// A name laid over tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First token.
    pub start: usize,
    /// First token after.
    pub end: usize,
    /// Index of its type.
    pub kind: usize,
}

/// The index of a type's name.
pub fn kind_of(name: &str) -> Option<usize> {
    ["person", "organization", "place", "group", "event", "misc"].iter().position(|&known| known == name)
}

/// Reads a file of one labelled document a line.
pub fn read(path: &Path) -> Result<Vec<Labelled>, Box<dyn Error>> {
    let content = std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let line = |(number, line): (usize, &str)| {
        serde_json::from_str(line).map_err(|error| format!("{}, line {}: {error}", path.display(), number + 1).into())
    };
    content.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()).map(line).collect()
}

fn env_titles() -> usize { std::env::var("TITLES").ok().and_then(|v| v.parse().ok()).unwrap_or(0) }
impl Labelled {
    /// The document as newsgloss reads it.
    pub fn document(&self) -> Result<Document, Box<dyn Error>> {
        Ok(Document::from_plain_text(&self.text, None)?)
    }

    /// A name's bytes without a leading article and a trailing possessive.
    fn bare(&self, name: &LabelledName, bytes: &[usize]) -> (usize, usize) {
        let (mut start, mut end) = self.bare_(name, bytes);
        if name.kind == "person" && std::env::var("TITLES").is_ok() {
            for title in ["Mr ", "Mr. ", "Mrs ", "Mrs. ", "Ms ", "Ms. ", "Dr ", "Dr. ", "MR ", "MRS ", "MR. ", "Sen. ", "Rep. ", "President ", "Senator ", "Congressman ", "Congresswoman ", "Prime Minister ", "Gov. ", "Governor ", "Representative ", "Prof ", "Prof. ", "Professor ", "Justice ", "Judge ", "Secretary ", "Minister ", "Gen. ", "General ", "Col. ", "Lt. ", "Capt. ", "Captain ", "Sgt. ", "Chairman ", "Sir ", "Miss ", "Ambassador ", "Rev. ", "Father ", "King ", "Queen ", "Prince ", "Princess ", "Lord ", "Lady ", "Pope "].iter().take(env_titles()) {
                if self.text[start..end].starts_with(title) && title.len() < end - start { start += title.len(); }
            }
        }
        let _ = &mut end;
        (start, end)
    }

    fn bare_(&self, name: &LabelledName, bytes: &[usize]) -> (usize, usize) {
        let (mut start, mut end) = (bytes[name.start.min(bytes.len() - 1)], bytes[name.end.min(bytes.len() - 1)]);
        for article in ["the ", "The ", "THE ", "a ", "A ", "an ", "An "] {
            if self.text[start..end].starts_with(article) && article.len() < end - start {
                start += article.len();
            }
        }
        for possessive in ["'s", "’s"] {
            if self.text[start..end].ends_with(possessive) && end - start > possessive.len() {
                end -= possessive.len();
            }
        }
        (start, end)
    }

    /// The names over tokens, with the teacher's confidence, and how many of them do not begin and end with a token.
    pub fn spans(&self, segments: &Segments<'_>) -> (Vec<(Span, f32)>, Vec<String>) {
        let bytes: Vec<usize> = self.text.char_indices().map(|(at, _)| at).chain([self.text.len()]).collect();
        let (mut spans, mut odd) = (Vec::new(), Vec::new());
        for name in &self.entities {
            let (from, to) = self.bare(name, &bytes);
            let Some(kind) = kind_of(&name.kind) else { continue };
            let start = segments.token_at(from as u32);
            let mut end = start;
            while segments.tokens.get(end).is_some_and(|token| (token.span.start as usize) < to) {
                end += 1;
            }
            let exact = start < end
                && segments.tokens[start].span.start as usize == from
                && segments.tokens[end - 1].span.end as usize == to;
            if !exact {
                let shown: Vec<&str> = (start..end).map(|index| segments.word(index)).collect();
                odd.push(format!("{:?} as {}", &self.text[from..to], shown.join("|")));
            }
            if start < end {
                spans.push((Span { start, end, kind }, name.confidence));
            }
        }
        spans.sort_by_key(|(span, _)| *span);
        (spans, odd)
    }

    /// The names that tokens can tell exactly, and the types of the others.
    pub fn split(&self, segments: &Segments<'_>) -> (Vec<Span>, Vec<usize>) {
        let bytes: Vec<usize> = self.text.char_indices().map(|(at, _)| at).chain([self.text.len()]).collect();
        let (mut spans, mut others) = (Vec::new(), Vec::new());
        for name in &self.entities {
            let (from, to) = self.bare(name, &bytes);
            let Some(kind) = kind_of(&name.kind) else { continue };
            let start = segments.tokens.iter().position(|token| token.span.start as usize == from);
            let end = segments.tokens.iter().position(|token| token.span.end as usize == to);
            match (start, end) {
                (Some(start), Some(end)) if start <= end => spans.push(Span { start, end: end + 1, kind }),
                _ => others.push(kind),
            }
        }
        (spans, others)
    }

    /// For each token the set of tags that its labels allow: one tag where it is labelled, and where it is not, "outside" and
    /// the types that nobody looked for.
    pub fn allowed(&self, spans: &[(Span, f32)], tokens: usize, least_confidence: f32) -> Vec<u16> {
        let mut open: u16 = 1 << OUTSIDE;
        for kind in self.unannotated.iter().filter_map(|name| kind_of(name)) {
            open |= 1 << begin(kind) | 1 << inside(kind);
        }
        let mut allowed = vec![open; tokens];
        for (span, confidence) in spans {
            for index in span.start..span.end {
                let tag: Tag = if index == span.start { begin(span.kind) } else { inside(span.kind) };
                allowed[index] = if *confidence < least_confidence { (1 << TAGS) - 1 } else { 1 << tag };
            }
        }
        allowed
    }
}
