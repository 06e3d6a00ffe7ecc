//! Counts what each node of a page holds: running text, links, headings, pictures.
//!
//! Two passes over the nodes, and only numbers: what they mean is decided by those who ask. All bytes are without white space.

use super::super::tags::Tag;
use super::super::tree::{Content, Element, NodeId, Tree};
use super::is_set;

/// Bytes without white space: a block with less is no running text but a label, a teaser's title or a date.
pub(super) const SHORTEST_PROSE: u32 = 40;
/// Blocks of running text from which one of several articles on a page is one of its own, and no teaser; and bytes of it.
const LEAST_FULL: (u32, u32) = (3, 400);
/// Elements around a text alone that are looked at.
const MOST_WRAPPERS: usize = 8;

/// What there is in one node's subtree.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Tally {
    /// Running text, in bytes without white space: blocks long enough, less their links; no headings.
    pub prose: u32,
    /// Blocks of running text.
    pub blocks: u32,
    /// Headings that are links as a whole, as above teasers.
    pub linked_headings: u32,
    /// `h1` elements.
    pub titles: u32,
    /// Elements that say that they are the article's body.
    pub bodies: u32,
    /// All text, in bytes without white space.
    pub text: u32,
    /// Pictures.
    pub pictures: u32,
}

/// What there is in every node's subtree.
pub(super) struct Survey {
    tallies: Vec<Tally>,
    held: Vec<Held>,
}

/// What one block holds directly, that is, in no block inside it.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Held {
    /// Text, in bytes without white space.
    pub text: u32,
    /// Text that is a link.
    pub links: u32,
    /// Line breaks.
    pub breaks: u32,
}

impl Survey {
    /// Counts what is not `excluded` (by node; its subtree is left out with it).
    pub(super) fn new(tree: &Tree, excluded: &[bool]) -> Survey {
        let held = held(tree, excluded);
        let mut tallies = vec![Tally::default(); tree.len()];
        // Children come after their parents, so that one pass backwards adds everything up.
        for ((id, node), held) in tree.nodes().zip(&held).rev() {
            let Some(tally) = tallies.get_mut(id) else { continue };
            if let Content::Element(element) = &node.content {
                tally.bodies += u32::from(element.is_article_body);
                tally.text += held.text;
                tally.pictures += u32::from(element.tag == Tag::Picture);
                match element.tag {
                    Tag::Heading(level) => {
                        tally.titles += u32::from(level == 1);
                        tally.linked_headings += u32::from(held.text > 0 && held.links * 2 > held.text);
                    }
                    _ if held.text >= SHORTEST_PROSE && held.links * 2 < held.text => {
                        tally.prose += held.text - held.links;
                        // Two line breaks part paragraphs where nothing else does.
                        tally.blocks += 1 + held.breaks / 2;
                    }
                    _ => {}
                }
            }
            let Tally { prose, blocks, linked_headings, titles, bodies, text, pictures } = *tally;
            if let Some(parent) = node.parent.and_then(|parent| tallies.get_mut(parent)) {
                parent.prose += prose;
                parent.blocks += blocks;
                parent.linked_headings += linked_headings;
                parent.titles += titles;
                parent.bodies += bodies;
                parent.text += text;
                parent.pictures += pictures;
            }
        }
        Survey { tallies, held }
    }

    pub(super) fn of(&self, id: NodeId) -> Tally {
        self.tallies.get(id).copied().unwrap_or_default()
    }

    pub(super) fn held(&self, id: NodeId) -> Held {
        self.held.get(id).copied().unwrap_or_default()
    }

    /// Whether `id` holds enough to be an article of its own rather than a teaser, or a list of them.
    pub(super) fn is_full(&self, id: NodeId) -> bool {
        let Tally { prose, blocks, linked_headings, .. } = self.of(id);
        blocks >= LEAST_FULL.0 && prose >= LEAST_FULL.1 && linked_headings < blocks
    }
}

/// By node, what it holds directly if it is a block; what is not in any is the root's.
fn held(tree: &Tree, excluded: &[bool]) -> Vec<Held> {
    let mut held = vec![Held::default(); tree.len()];
    // Where the innermost block around each node begins, and whether the node is in a link.
    let mut around: Vec<(NodeId, bool)> = Vec::with_capacity(tree.len());
    let mut left_out = 0;
    for (id, node) in tree.nodes() {
        let (block, linked) = node.parent.and_then(|parent| around.get(parent).copied()).unwrap_or_default();
        let is_out = id < left_out || is_set(excluded, id);
        match &node.content {
            Content::Element(element) => {
                if is_out {
                    left_out = left_out.max(node.end);
                } else if element.tag == Tag::Break
                    && let Some(held) = held.get_mut(block)
                {
                    held.breaks += 1;
                }
                around.push((if element.is_block() { id } else { block }, linked || element.tag == Tag::Link));
            }
            Content::Text(text) => {
                around.push((block, linked));
                let length = text.bytes().filter(|byte| !byte.is_ascii_whitespace()).count() as u32;
                if let Some(held) = held.get_mut(block).filter(|_| !is_out) {
                    held.text += length;
                    held.links += if linked { length } else { 0 };
                }
            }
        }
    }
    held
}

/// Whether what `element` holds directly is running text.
pub(super) fn is_running(element: &Element, held: Held) -> bool {
    element.is_block() && !matches!(element.tag, Tag::Heading(_)) && held.text >= SHORTEST_PROSE && held.links * 2 < held.text
}

/// The outermost element that holds no more text than `id`.
pub(super) fn alone(tree: &Tree, survey: &Survey, id: NodeId) -> NodeId {
    let text = survey.of(id).text;
    let mut around = std::iter::successors(Some(id), |&inside| tree.parent(inside).filter(|&parent| survey.of(parent).text == text));
    // A chain of wrappers may be long, but what is looked at is never more than the page is deep.
    around.by_ref().take(MOST_WRAPPERS).last().unwrap_or(id)
}
