//! Where a document's text stands in its page: the one place that turns a span into pieces of text nodes.
//!
//! The document's text is the page's, less white space that browsers do not show and plus line breaks that they do, so
//! stretches of it run in step with stretches of text nodes. Offsets here count UTF-16 code units on both sides.

use crate::document::{Document, OffsetMap, Span, Utf16};

use super::tree::NodeId;

/// A stretch of text that runs in step in a block and in a text node.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stretch {
    /// Where it begins in the text; while a block is read, in that block's.
    pub at: u32,
    /// The text node.
    pub node: NodeId,
    /// Where it begins in that node.
    pub node_at: u32,
    /// How long it is.
    pub length: u32,
}

/// A part of one text node.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Piece {
    /// The text node.
    pub node: NodeId,
    /// The first code unit inside.
    pub start: u32,
    /// The first code unit after.
    pub end: u32,
}

/// The stretches of a whole document, in order.
#[derive(Debug, Default)]
pub(super) struct TextMap {
    stretches: Vec<Stretch>,
}

impl TextMap {
    /// The map of `document`, of whose blocks each comes with its byte span and its stretches.
    pub(super) fn new(document: &Document, blocks: Vec<(Span, Vec<Stretch>)>) -> TextMap {
        let offsets = OffsetMap::<Utf16>::new(document.text());
        let mut stretches = Vec::with_capacity(blocks.iter().map(|(_, stretches)| stretches.len()).sum());
        for (span, block) in blocks {
            let base = offsets.offset(span.start);
            stretches.extend(block.into_iter().map(|stretch| Stretch { at: base + stretch.at, ..stretch }));
        }
        TextMap { stretches }
    }

    /// Whether no text stands anywhere.
    #[cfg(any(not(target_arch = "wasm32"), feature = "node"))]
    pub(super) fn is_empty(&self) -> bool {
        self.stretches.is_empty()
    }

    /// The first stretch that `is_before` does not say of, which it must say of all before; the first of all where it says so of each.
    pub(super) fn first(&self, is_before: impl Fn(&Stretch) -> bool) -> Option<Stretch> {
        let first = self.stretches.partition_point(is_before);
        self.stretches.get(first).or(self.stretches.first()).copied()
    }

    /// The text node of each stretch, in order.
    #[cfg(target_arch = "wasm32")]
    pub(super) fn nodes(&self) -> impl Iterator<Item = NodeId> {
        self.stretches.iter().map(|stretch| stretch.node)
    }

    /// The parts of text nodes that `span` is shown by, in order: one for each node, white space that is not shown included.
    pub(super) fn pieces(&self, span: Span<Utf16>) -> Vec<Piece> {
        let first = self.stretches.partition_point(|stretch| stretch.at + stretch.length <= span.start);
        let mut pieces: Vec<Piece> = Vec::new();
        for stretch in self.stretches.iter().skip(first).take_while(|stretch| stretch.at < span.end) {
            let from = span.start.max(stretch.at) - stretch.at;
            let to = span.end.min(stretch.at + stretch.length) - stretch.at;
            let piece = Piece { node: stretch.node, start: stretch.node_at + from, end: stretch.node_at + to };
            match pieces.last_mut() {
                Some(last) if last.node == piece.node => last.end = piece.end,
                _ if from < to => pieces.push(piece),
                _ => {}
            }
        }
        pieces
    }
}
