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
    /// Its text.
    pub text: String,
    /// The names in it.
    pub entities: Vec<LabelledName>,
    /// The types that its annotators did not mark.
    #[serde(default)]
    pub unannotated: Vec<String>,
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

/// A labelled name and where it lies.
#[derive(Debug, Clone, Copy)]
pub struct Laid {
    /// Its tokens and type.
    pub span: Span,
    /// How sure the teacher was.
    pub confidence: f32,
    /// Whether it begins and ends where tokens do.
    pub exact: bool,
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

/// Words before a person's name that some annotators took into it. They are no part of a name here.
const TITLES: &[&str] = &[
    "Mr",
    "Mrs",
    "Ms",
    "Miss",
    "Dr",
    "Sir",
    "Lord",
    "Lady",
    "Rev",
    "Father",
    "Pope",
    "King",
    "Queen",
    "Prince",
    "Princess",
    "President",
    "Prime Minister",
    "Minister",
    "Secretary",
    "Chairman",
    "Ambassador",
    "Senator",
    "Sen",
    "Congressman",
    "Congresswoman",
    "Representative",
    "Rep",
    "Governor",
    "Gov",
    "Judge",
    "Justice",
    "Professor",
    "Prof",
    "General",
    "Gen",
    "Colonel",
    "Col",
    "Lt",
    "Captain",
    "Capt",
    "Sgt",
];

/// Roles that some annotators took into the names of people, with all that stands before them.
const ROLES: &[&str] = &[
    "President",
    "Minister",
    "Envoy",
    "Secretary",
    "Ambassador",
    "Senator",
    "Chancellor",
    "Premier",
    "Director",
    "Leader",
    "Chief",
    "Spokesman",
    "Spokeswoman",
    "Representative",
    "Congressman",
    "Congresswoman",
    "Commissioner",
    "Governor",
    "Mayor",
    "Professor",
    "General",
    "Colonel",
    "Captain",
    "Chairman",
    "Officer",
    "Major",
    "Sergeant",
];

/// The length of a title, with the stop and space behind it, at the start of `name`.
fn title(name: &str) -> Option<usize> {
    TITLES.iter().find_map(|title| {
        let head = name.get(..title.len()).filter(|head| head.eq_ignore_ascii_case(title))?;
        let rest = name[head.len()..].strip_prefix('.').unwrap_or(&name[head.len()..]).strip_prefix(' ')?;
        (head.starts_with(char::is_uppercase) && !rest.is_empty()).then(|| name.len() - rest.len())
    })
}

impl Labelled {
    /// The document as newsgloss reads it.
    pub fn document(&self) -> Result<Document, Box<dyn Error>> {
        Ok(Document::from_plain_text(&self.text, None)?)
    }

    /// A name's bytes without a leading article and a trailing possessive.
    fn bare(&self, name: &LabelledName, bytes: &[usize]) -> (usize, usize) {
        let byte = |at: usize| bytes.get(at).copied().unwrap_or(self.text.len());
        let (mut start, mut end) = (byte(name.start), byte(name.end));
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

    /// The names over tokens. One that does not begin and end with a token is widened to the tokens it touches.
    /// `untitled` takes titles off the names of people, which some annotators left on and the product does not mark.
    pub fn names(&self, segments: &Segments<'_>, untitled: bool) -> Vec<Laid> {
        let bytes: Vec<usize> = self.text.char_indices().map(|(at, _)| at).collect();
        let mut names = Vec::new();
        for name in &self.entities {
            let (mut from, to) = self.bare(name, &bytes);
            while let Some(length) = title(&self.text[from..to]).filter(|_| untitled && name.kind == "person") {
                from += length;
            }
            let Some(kind) = kind_of(&name.kind) else { continue };
            let mut start = segments.token_at(from as u32);
            let end = segments.tokens.partition_point(|token| (token.span.start as usize) < to);
            if untitled && name.kind == "person" {
                let role = (start..end).rfind(|&index| ROLES.contains(&segments.word(index)));
                if let Some(role) = role {
                    // "US President Barack Obama": what stands before the name may be names of other things.
                    let after = role + 1;
                    let named = after < end && segments.tokens[after].is_capitalised;
                    let until = if named { after } else { end };
                    names.push(Laid { span: Span { start, end: until, kind }, confidence: 0.0, exact: false });
                    start = until;
                }
            }
            if start < end {
                let covered = segments.span(start..end);
                let exact = (covered.start as usize, covered.end as usize) == (from, to);
                names.push(Laid { span: Span { start, end, kind }, confidence: name.confidence, exact });
            }
        }
        names.sort_by_key(|name| name.span);
        names
    }

    /// For each token the set of tags that its labels allow: one tag where it is labelled, and where it is not, "outside" and
    /// the types that nobody looked for.
    pub fn allowed(&self, names: &[Laid], tokens: usize, least_confidence: f32) -> Vec<u16> {
        let mut open: u16 = 1 << OUTSIDE;
        for kind in self.unannotated.iter().filter_map(|name| kind_of(name)) {
            open |= 1 << begin(kind) | 1 << inside(kind);
        }
        let mut allowed = vec![open; tokens];
        for Laid { span, confidence, .. } in names {
            for (offset, allowed) in allowed[span.start..span.end].iter_mut().enumerate() {
                let tag: Tag = if offset == 0 { begin(span.kind) } else { inside(span.kind) };
                *allowed = if *confidence < least_confidence { (1 << TAGS) - 1 } else { 1 << tag };
            }
        }
        allowed
    }
}
