//! Copies an HTML file into a [`Tree`]: what `live` does for a page in a browser, natively and in Node.
//!
//! The tree is the one that a browser would build. Nothing is judged here, and no style is known but what stands in the file.

mod ahead;
#[cfg(not(target_arch = "wasm32"))]
mod encoding;
mod sink;
mod sources;
mod tokens;

use std::collections::BTreeMap;
use std::ops::Range;

use html5ever::interface::Attribute;
use time::Date;

use crate::document::{Document, Span, Utf16};
use crate::lexicon::own::is_web_address;

use super::article::Found;
use super::marks::MARK;
use super::metadata::Declared;
use super::text_map::TextMap;
use super::tree::{Element, NodeId, Tree, TreeBuilder};
use super::{article, byline};
pub(crate) use ahead::Edit;
use ahead::Own;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use encoding::decode;
use sink::{DOCUMENT, Handle, Kind, Sink, Text};
use sources::Sources;

/// A file as it was read.
#[derive(Debug)]
pub(crate) struct Page {
    /// Its `body`, or all of it where it has none.
    tree: Tree,
    declared: Declared,
    /// The address that it says is its own.
    address: Option<String>,
    /// Where the text of its article stands in the tree, once it is read.
    map: TextMap,
    sources: Sources,
    /// By text node and where in it each part begins, in bytes: where that stands in the tokens' text.
    parts: Vec<(NodeId, u32, u32)>,
    /// What newsgloss has written into the file before.
    own: Own,
    /// Texts into which no mark can be written, in order.
    untouchable: Vec<NodeId>,
    /// The elements that are marks, in order, where those were to be seen.
    marks: Vec<NodeId>,
}

impl Page {
    /// Parses `html`. Cost: linear in it, however it is nested.
    pub(crate) fn parse(html: &str) -> Page {
        Page::parse_seeing(html, false)
    }

    /// The same, where what newsgloss has written into the file before is `seen`, rather than passed over as if it were not there.
    fn parse_seeing(html: &str, seen: bool) -> Page {
        let (sink, sources, own) = tokens::parse(html, seen);
        let mut copy = Copy {
            sink: &sink,
            builder: TreeBuilder::default(),
            declared: Declared::default(),
            address: None,
            parts: Vec::new(),
            untouchable: Vec::new(),
            marks: Vec::new(),
            nodes: 0,
        };
        let root = copy.declare();
        copy.copy(root);
        let Copy { builder, declared, address, parts, untouchable, marks, .. } = copy;
        Page { tree: builder.finish(), declared, address, map: TextMap::default(), sources, parts, own, untouchable, marks }
    }

    /// The article in it, and who wrote it. See [`article::find`].
    pub(crate) fn read(&mut self, published: Option<Date>, today: Date) -> Option<(Document, Option<String>)> {
        let Found { body, reading, .. } = article::find(&self.tree, &self.declared, false, published, today)?;
        let byline = byline::find(&self.declared, &self.tree, body.container, body.headline);
        self.map = reading.map;
        Some((reading.document, byline))
    }

    /// The address that it says is its own, in full.
    pub(crate) fn address(&self) -> Option<&str> {
        self.address.as_deref()
    }

    /// What it says that its article is called.
    pub(crate) fn title(&self) -> Option<String> {
        self.declared.titles().into_iter().next()
    }

    /// Where in the file the part `span` of the article's text stands, in bytes: one range for each stretch without markup. A
    /// character reference is inside as a whole or not at all. Cost: linear in the texts it stands in.
    pub(crate) fn source(&self, span: Span<Utf16>) -> Vec<Range<usize>> {
        self.map.pieces(span).into_iter().flat_map(|piece| self.node_source(piece.node, piece.start..piece.end)).collect()
    }

    /// Where in the file the UTF-16 code units `part` of the text node `node` stand.
    fn node_source(&self, node: NodeId, part: Range<u32>) -> Vec<Range<usize>> {
        let part = self.tree.text(node).and_then(|text| bytes(text, [part]).pop());
        part.map_or_else(Vec::new, |part| self.byte_source(node, part))
    }

    /// Where in the file the bytes `part` of the text node `node` stand.
    fn byte_source(&self, node: NodeId, part: Range<u32>) -> Vec<Range<usize>> {
        let first = self.parts.partition_point(|&(known, at, _)| (known, at) <= (node, part.start)).saturating_sub(1);
        let parts = self.parts.get(first..).unwrap_or_default();
        let mut ranges: Vec<Range<usize>> = Vec::new();
        for (index, &(_, at, text)) in parts.iter().enumerate().take_while(|(_, (known, at, _))| *known == node && *at < part.end) {
            let end = parts.get(index + 1).filter(|next| next.0 == node).map_or(part.end, |next| next.1.min(part.end));
            let start = part.start.max(at);
            for range in self.sources.ranges(text + (start - at)..text + (end - at)) {
                match ranges.last_mut() {
                    Some(last) if last.end == range.start => last.end = range.end,
                    _ => ranges.push(range),
                }
            }
        }
        ranges
    }
}

/// The bytes of the UTF-16 code units `parts` of `text`, which are in order and do not overlap. Cost: linear in the text.
fn bytes(text: &str, parts: impl IntoIterator<Item = Range<u32>>) -> Vec<Range<u32>> {
    let mut characters = text.char_indices();
    let (mut units, mut byte) = (0, 0);
    let mut byte_at = |unit: u32| {
        while units < unit
            && let Some((at, character)) = characters.next()
        {
            units += character.len_utf16() as u32;
            byte = (at + character.len_utf8()) as u32;
        }
        byte
    };
    parts.into_iter().map(|part| byte_at(part.start)..byte_at(part.end)).collect()
}

struct Copy<'s> {
    sink: &'s Sink,
    builder: TreeBuilder,
    declared: Declared,
    address: Option<String>,
    parts: Vec<(NodeId, u32, u32)>,
    untouchable: Vec<NodeId>,
    marks: Vec<NodeId>,
    nodes: NodeId,
}

impl Copy<'_> {
    /// Reads what the page says outside the text, and gives the node to be copied.
    fn declare(&mut self) -> Handle {
        let mut body = None;
        let mut open = vec![DOCUMENT];
        let mut titled = false;
        while let Some(node) = open.pop() {
            open.extend(self.sink.next_sibling(node));
            open.extend(self.sink.first_child(node));
            let Some(kind) = self.sink.kind(node) else { continue };
            let Kind::Element(attributes) = &*kind else { continue };
            let attribute = |name: &str| value(attributes, name);
            match &*self.sink.name(node).local {
                "html" => self.declared.language = attribute("lang"),
                "body" if body.is_none() => body = Some(node),
                "meta" => {
                    if self.address.is_none() && attribute("property").is_some_and(|property| property == "og:url") {
                        self.address = attribute("content").filter(|address| is_web_address(address));
                    }
                    self.declared.meta(attribute);
                }
                // This one is made for saying it, and goes before the other.
                "link" if attribute("rel").is_some_and(|rel| rel.split_whitespace().any(|rel| rel.eq_ignore_ascii_case("canonical"))) => {
                    self.address = attribute("href").filter(|address| is_web_address(address)).or(self.address.take());
                }
                "script" if attribute("type").is_some_and(|kind| kind.contains("ld+json")) => {
                    self.declared.json_ld(self.text(node));
                }
                "title" if !titled && body.is_none() => {
                    titled = true;
                    self.declared.title = self.text(node);
                }
                _ => {}
            }
        }
        body.or_else(|| self.sink.first_child(DOCUMENT)).unwrap_or(DOCUMENT)
    }

    /// The text directly in `node`.
    fn text(&self, node: Handle) -> String {
        let children = std::iter::successors(self.sink.first_child(node), |&child| self.sink.next_sibling(child));
        let texts = children.filter_map(|child| match &*self.sink.kind(child)? {
            Kind::Text(text) => Some(text.text.clone()),
            _ => None,
        });
        texts.collect()
    }

    /// Copies the subtree of `root`.
    fn copy(&mut self, root: Handle) {
        let mut steps = vec![Step::Enter(root)];
        // The hosts of shadow trees that the walk is inside of.
        let mut hosts: Vec<Slotted> = Vec::new();
        while let Some(step) = steps.pop() {
            let node = match step {
                Step::Enter(node) => node,
                Step::Close => {
                    self.builder.close();
                    continue;
                }
                Step::Host(children) => {
                    hosts.push(children);
                    continue;
                }
                Step::Unhost => {
                    hosts.pop();
                    continue;
                }
            };
            if let Some(Text { text, parts, is_moved }) = self.sink.take_text(node) {
                let is_raw = self.sink.parent(node).is_some_and(|parent| tokens::is_raw(&self.sink.name(parent).local));
                // A script looks for marks in the page itself, and in no shadow tree.
                if is_moved || is_raw || !hosts.is_empty() || self.sink.depth_of(node) > ahead::DEEPEST {
                    self.untouchable.push(self.nodes);
                }
                self.parts.extend(parts.into_iter().map(|(at, place)| (self.nodes, at, place)));
                self.builder.text(text);
                self.nodes += 1;
                continue;
            }
            let Some(kind) = self.sink.kind(node) else { continue };
            let Kind::Element(attributes) = &*kind else { continue };
            let name = &*self.sink.name(node).local;
            let element = Element::new(name, |name| value(attributes, name));
            let is_outside = element.is_outside() && node != root;
            if name == MARK {
                self.marks.push(self.nodes);
            }
            self.builder.open(element);
            self.nodes += 1;
            steps.push(Step::Close);
            if is_outside {
                continue;
            }
            if name == "slot"
                && let Some(mut host) = hosts.pop()
            {
                let here = host.remove(&value(attributes, "name").unwrap_or_default());
                if let Some(here) = here {
                    // What stands in a slot belongs to the page around the host.
                    steps.push(Step::Host(host));
                    steps.extend(here.into_iter().rev().map(Step::Enter));
                } else {
                    hosts.push(host);
                    self.enter_children(node, &mut steps);
                }
                continue;
            }
            if let Some(shadow) = self.shadow(node) {
                let mut host = Slotted::new();
                for child in self.children(node).filter(|&child| child != shadow) {
                    host.entry(self.attribute(child, "slot").unwrap_or_default()).or_default().push(child);
                }
                steps.push(Step::Unhost);
                self.enter_children(shadow, &mut steps);
                steps.push(Step::Host(host));
                continue;
            }
            self.enter_children(node, &mut steps);
        }
    }

    fn children(&self, node: Handle) -> impl Iterator<Item = Handle> {
        std::iter::successors(self.sink.first_child(node), |&child| self.sink.next_sibling(child))
    }

    fn enter_children(&self, node: Handle, steps: &mut Vec<Step>) {
        let from = steps.len();
        steps.extend(self.children(node).map(Step::Enter));
        if let Some(entered) = steps.get_mut(from..) {
            entered.reverse();
        }
    }

    /// The open shadow tree of the element `node`: a template that the page declares to be one.
    fn shadow(&self, node: Handle) -> Option<Handle> {
        self.children(node).find(|&child| self.attribute(child, "shadowrootmode").is_some_and(|mode| mode.eq_ignore_ascii_case("open")))
    }

    fn attribute(&self, node: Handle, name: &str) -> Option<String> {
        match &*self.sink.kind(node)? {
            Kind::Element(attributes) => value(attributes, name),
            _ => None,
        }
    }
}

/// What is left of a walk.
enum Step {
    Enter(Handle),
    /// The element that was entered last ends.
    Close,
    /// A shadow tree begins, of a host with these children.
    Host(Slotted),
    /// It ends.
    Unhost,
}

/// The children of the host of a shadow tree, by the name of the slot that each stands in.
type Slotted = BTreeMap<String, Vec<Handle>>;

fn value(attributes: &[Attribute], name: &str) -> Option<String> {
    attributes.iter().find(|attribute| &*attribute.name.local == name).map(|attribute| attribute.value.to_string())
}
