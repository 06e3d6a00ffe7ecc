//! Writes marks into the file that a page was read from: the elements that `paint` would put into the page, and a script with what
//! the article is about. Not a byte of the rest becomes another.
//!
//! What newsgloss has written into a file before is no part of it: it is passed over when the file is read, and replaced when it is
//! written again. Whoever reads the new file is to see the page that the old one was, which is made sure of by reading it.

use std::ops::Range;

use crate::annotations::Answer;
use crate::document::Utf16;
use crate::dom::marks::{AHEAD, Hidden, MARK, Mark, MarkIndex, Plan, Segment, beginnings};
use crate::dom::tags::Tag;
use crate::dom::tree::{Content, NodeId, Tree};

use super::{Page, bytes};

/// The attribute that tells the script of ours; its value is the version that wrote it.
pub(super) const SCRIPT: &str = "data-newsgloss";

/// Elements around a text into which marks are written at most: browsers build no page that is deeper than 512.
pub(super) const DEEPEST: u32 = 500;

/// What newsgloss has written into a file, and where it may write.
#[derive(Debug, Default)]
pub(super) struct Own {
    /// Its tags, and its scripts as a whole, in order.
    places: Vec<Range<usize>>,
    /// Where the tag stands at which the page's head ends.
    pub head_end: Option<usize>,
}

impl Own {
    pub(super) fn push(&mut self, place: Range<usize>) {
        self.places.push(place);
    }
}

/// A change of a file: what stands at `place`, if anything, becomes `text`.
#[derive(Debug)]
pub(crate) struct Edit {
    /// In bytes of the file as UTF-8.
    pub place: Range<usize>,
    /// ASCII, so that it is the same in every encoding that has that.
    pub text: String,
}

impl Page {
    /// What makes the file show `answer`, in order and without overlaps; `about` is JSON for its script. Nothing is written of an
    /// article that there is not. Cost: n log n in the marks, and linear in the texts that they stand in.
    pub(crate) fn edits(&self, answer: &Answer<Utf16>, about: &str, length: usize) -> Vec<Edit> {
        let mut edits: Vec<Edit> = self.own.places.iter().map(|place| Edit { place: place.clone(), text: String::new() }).collect();
        if !self.map.is_empty() {
            let can_show = |id| self.tree.can_wrap(id) && self.untouchable.binary_search(&id).is_err();
            let Plan { marks, texts } = Plan::new(answer, &Hidden::default(), &self.map, can_show);
            for (node, segments) in texts {
                self.mark(node, &segments, &marks, &mut edits);
            }
            let at = self.own.head_end.unwrap_or(length);
            let (version, about) = (answer.version, ascii(about.trim_end()));
            let text = format!("<script type=\"application/ld+json\" {SCRIPT}=\"{version}\">{about}</script>");
            edits.push(Edit { place: at..at, text });
        }
        // What ends at a place stands before what begins there.
        edits.sort_by_key(|edit| (edit.place.start, edit.place.end));
        edits
    }

    /// The tags of the marks around `segments`, which are parts of the text node `node`.
    fn mark(&self, node: NodeId, segments: &[Segment], marks: &[Mark], edits: &mut Vec<Edit>) {
        let Some(text) = self.tree.text(node) else { return };
        let parts = bytes(text, segments.iter().map(|segment| segment.start..segment.end));
        let begun: Vec<usize> = beginnings(segments).collect();
        for (index, (segment, part)) in segments.iter().zip(parts).enumerate() {
            let places = self.byte_source(node, part);
            let (Some(first), Some(last)) = (places.first(), places.last()) else { continue };
            let open = segment.marks.iter().skip(begun.get(index).copied().unwrap_or_default());
            let tags: String = open.filter_map(|&mark| marks.get(mark)).map(start_tag).collect();
            edits.push(Edit { place: first.start..first.start, text: tags });
            let go_on = begun.get(index + 1).copied().unwrap_or_default();
            edits.push(Edit { place: last.end..last.end, text: end_tags(&segment.marks, go_on) });
        }
    }

    /// Whether the file `written`, which was made of this one's, shows the same page but for marks: whatever the file's errors, it
    /// must be read as before.
    pub(crate) fn is_same_in(&self, written: &str) -> bool {
        let other = Page::parse_seeing(written, true);
        steps(&self.tree, &[]).eq(steps(&other.tree, &other.marks))
    }
}

fn start_tag(mark: &Mark) -> String {
    format!("<{MARK} data-kind=\"{}\" data-id=\"{}\" data-type=\"{}\" {AHEAD}>", mark.kind, mark.id, mark.subtype)
}

fn end_tags(marks: &[MarkIndex], go_on: usize) -> String {
    format!("</{MARK}>").repeat(marks.len().saturating_sub(go_on))
}

/// `json` with everything beyond ASCII as escapes, which stand in strings alone.
fn ascii(json: &str) -> String {
    let mut text = String::with_capacity(json.len());
    for character in json.chars() {
        if character.is_ascii() {
            text.push(character);
        } else {
            character.encode_utf16(&mut [0; 2]).iter().for_each(|unit| text.push_str(&format!("\\u{unit:04x}")));
        }
    }
    text
}

/// What a walk through a page meets.
#[derive(Debug, PartialEq, Eq)]
enum Step {
    Enter(Tag),
    Leave,
    Text(String),
}

/// A walk through `tree` that sees nothing of the elements `marks`, which are in order, and finds each text whole.
fn steps(tree: &Tree, marks: &[NodeId]) -> impl Iterator<Item = Step> {
    let mut open: Vec<NodeId> = Vec::new();
    let mut id = 0;
    std::iter::from_fn(move || {
        let mut text = String::new();
        loop {
            if let Some(&last) = open.last().filter(|&&last| tree.end(last) <= id) {
                if !text.is_empty() && marks.binary_search(&last).is_err() {
                    return Some(Step::Text(text));
                }
                open.pop();
                if marks.binary_search(&last).is_ok() {
                    continue;
                }
                return Some(Step::Leave);
            }
            match &tree.get(id).map(|node| &node.content) {
                Some(Content::Text(part)) => text.push_str(part),
                Some(Content::Element(_)) if marks.binary_search(&id).is_ok() => open.push(id),
                Some(_) | None if !text.is_empty() => return Some(Step::Text(text)),
                // A script of ours may stand anywhere.
                Some(Content::Element(element)) if element.tag == Tag::Outside => {
                    id = tree.end(id);
                    continue;
                }
                Some(Content::Element(element)) => {
                    open.push(id);
                    id += 1;
                    return Some(Step::Enter(element.tag));
                }
                None => return None,
            }
            id += 1;
        }
    })
}
