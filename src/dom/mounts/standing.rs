//! Where an article's text stands in its page once the work on it is done: what is needed to find any part of it again.
//!
//! It keeps the page's text nodes and where they were when they were read. It asks the page nothing.

use wasm_bindgen::JsCast;
use web_sys::{Node, Text};

use crate::document::{Span, Utf16};
use crate::dom::live::Page;
use crate::dom::text_map::{Piece, TextMap};
use crate::dom::tree::NodeId;

pub(super) struct Standing {
    map: TextMap,
    /// In the order of their numbers.
    nodes: Vec<(NodeId, Node)>,
}

impl Standing {
    /// Of a text that `map` says where in `page` it is.
    pub(super) fn new(map: TextMap, page: &Page) -> Standing {
        let mut nodes: Vec<(NodeId, Node)> = Vec::new();
        for id in map.nodes() {
            if nodes.last().is_none_or(|&(last, _)| last < id)
                && let Some(node) = page.node(id)
            {
                nodes.push((id, node.clone()));
            }
        }
        Standing { map, nodes }
    }

    /// The text nodes that `span` is shown by, in order, each with the first code unit inside and the first after.
    pub(super) fn pieces(&self, span: Span<Utf16>) -> impl Iterator<Item = (&Text, u32, u32)> {
        self.map.pieces(span).into_iter().filter_map(|Piece { node, start, end }| {
            let at = self.nodes.binary_search_by_key(&node, |&(id, _)| id).ok()?;
            Some((self.nodes.get(at)?.1.unchecked_ref(), start, end))
        })
    }
}
