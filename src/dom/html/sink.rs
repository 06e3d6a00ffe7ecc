//! The nodes of a page as the tree builder makes them: an arena of links, since it moves them about while it reads.

use std::borrow::Cow;
use std::cell::{Cell, Ref, RefCell};
use std::collections::VecDeque;

use html5ever::interface::{Attribute, ElementFlags, NodeOrText, QualName, QuirksMode, TreeSink};
use html5ever::tendril::StrTendril;
use html5ever::{LocalName, ns};

/// The index of a node.
pub(super) type Handle = u32;

/// The document itself.
pub(super) const DOCUMENT: Handle = 0;
/// No node.
const NONE: Handle = u32::MAX;

/// What a node is.
#[derive(Debug)]
pub(super) enum Kind {
    /// The document, or what no reader asks for.
    Other,
    /// An element, by its attributes.
    Element(Vec<Attribute>),
    /// A text.
    Text(Text),
}

/// A text, and where it is from.
#[derive(Debug, Default)]
pub(super) struct Text {
    /// Its characters.
    pub text: String,
    /// By where each part of it begins, where that stands in the tokens' text.
    pub parts: Vec<(u32, u32)>,
    /// Whether some of it stands elsewhere in the tree than in the file: in front of the table that it was written into.
    pub is_moved: bool,
}

#[derive(Debug)]
struct Node {
    parent: Handle,
    first: Handle,
    last: Handle,
    before: Handle,
    after: Handle,
    /// Elements around it.
    depth: u32,
    /// Of an element; elsewhere empty.
    name: QualName,
    kind: Kind,
}

/// All nodes, and the name of those that are no elements.
#[derive(Debug)]
struct Arena {
    nodes: Vec<Node>,
    no_name: QualName,
}

/// A page that is being built, and what the tokenizer has said of the text that is on its way.
#[derive(Debug)]
pub(super) struct Sink {
    arena: RefCell<Arena>,
    /// Text that was handed in and has not come out, with where it stands in the tokens' text. The tree builder keeps the order
    /// of texts, and leaves out some white space.
    expected: RefCell<VecDeque<(u32, StrTendril)>>,
    /// How many elements are around what comes next.
    depth: Cell<u32>,
    /// How many elements there are.
    created: Cell<usize>,
    /// Whether a `body` is among them.
    has_body: Cell<bool>,
}

impl Default for Sink {
    fn default() -> Sink {
        let sink = Sink {
            arena: RefCell::new(Arena { nodes: Vec::new(), no_name: no_name() }),
            expected: RefCell::default(),
            depth: Cell::default(),
            created: Cell::default(),
            has_body: Cell::default(),
        };
        sink.push(no_name(), Kind::Other);
        sink
    }
}

fn no_name() -> QualName {
    QualName::new(None, ns!(), LocalName::default())
}

impl Sink {
    /// `text`, which stands at `at` in the tokens' text, is handed in next.
    pub(super) fn expect(&self, at: u32, text: StrTendril) {
        self.expected.borrow_mut().push_back((at, text));
    }

    /// How many elements are open.
    pub(super) fn depth(&self) -> u32 {
        self.depth.get()
    }

    /// How many elements were made.
    pub(super) fn created(&self) -> usize {
        self.created.get()
    }

    /// Whether the page's head is over.
    pub(super) fn has_body(&self) -> bool {
        self.has_body.get()
    }

    /// The parent of `of`.
    pub(super) fn parent(&self, of: Handle) -> Option<Handle> {
        self.link(of, |node| node.parent)
    }

    /// The first child of `of`.
    pub(super) fn first_child(&self, of: Handle) -> Option<Handle> {
        self.link(of, |node| node.first)
    }

    /// The node after `of` and its subtree, with the same parent.
    pub(super) fn next_sibling(&self, of: Handle) -> Option<Handle> {
        self.link(of, |node| node.after)
    }

    /// The local name of the element `of`.
    pub(super) fn name(&self, of: Handle) -> Ref<'_, QualName> {
        Ref::map(self.arena.borrow(), |arena| arena.nodes.get(of as usize).map_or(&arena.no_name, |node| &node.name))
    }

    /// What the node `of` is.
    pub(super) fn kind(&self, of: Handle) -> Option<Ref<'_, Kind>> {
        Ref::filter_map(self.arena.borrow(), |arena| arena.nodes.get(of as usize).map(|node| &node.kind)).ok()
    }

    /// Takes the text of the node `of`, if it is one.
    pub(super) fn take_text(&self, of: Handle) -> Option<Text> {
        match &mut self.arena.borrow_mut().nodes.get_mut(of as usize)?.kind {
            Kind::Text(text) => Some(std::mem::take(text)),
            _ => None,
        }
    }

    /// How many elements are around the node.
    pub(super) fn depth_of(&self, node: Handle) -> u32 {
        self.arena.borrow().nodes.get(node as usize).map_or(0, |node| node.depth)
    }

    fn link(&self, of: Handle, link: impl Fn(&Node) -> Handle) -> Option<Handle> {
        self.arena.borrow().nodes.get(of as usize).map(link).filter(|&node| node != NONE)
    }

    fn push(&self, name: QualName, kind: Kind) -> Handle {
        let nodes = &mut self.arena.borrow_mut().nodes;
        nodes.push(Node { parent: NONE, first: NONE, last: NONE, before: NONE, after: NONE, depth: 0, name, kind });
        (nodes.len() - 1) as Handle
    }

    fn update(&self, node: Handle, change: impl FnOnce(&mut Node)) {
        if let Some(node) = self.arena.borrow_mut().nodes.get_mut(node as usize) {
            change(node);
        }
    }

    /// Puts `child` before `sibling`, or last into `parent`.
    fn insert(&self, parent: Handle, sibling: Option<Handle>, child: NodeOrText<Handle>) {
        let is_moved = sibling.is_some();
        let before = match sibling {
            Some(sibling) => self.link(sibling, |node| node.before),
            None => self.link(parent, |node| node.last),
        };
        let child = match child {
            NodeOrText::AppendNode(node) => node,
            NodeOrText::AppendText(text) => {
                let at = self.find(&text);
                if before.is_some_and(|before| self.append_text(before, &text, at, is_moved)) {
                    return;
                }
                self.push(no_name(), Kind::Text(Text { text: text.to_string(), parts: vec![(0, at)], is_moved }))
            }
        };
        self.detach(child);
        let after = sibling.unwrap_or(NONE);
        let before = before.unwrap_or(NONE);
        let depth = self.depth_of(parent) + 1;
        self.update(child, |node| (node.parent, node.before, node.after, node.depth) = (parent, before, after, depth));
        self.depth.set(depth);
        if before == NONE {
            self.update(parent, |node| node.first = child);
        } else {
            self.update(before, |node| node.after = child);
        }
        if after == NONE {
            self.update(parent, |node| node.last = child);
        } else {
            self.update(after, |node| node.before = child);
        }
    }

    /// Adds to the text node `node`; says whether it is one.
    fn append_text(&self, node: Handle, added: &str, at: u32, is_moved: bool) -> bool {
        match self.arena.borrow_mut().nodes.get_mut(node as usize).map(|node| &mut node.kind) {
            Some(Kind::Text(text)) => {
                text.parts.push((text.text.len() as u32, at));
                text.text.push_str(added);
                text.is_moved |= is_moved;
                true
            }
            _ => false,
        }
    }

    /// Where in the tokens' text the text stands that comes out.
    fn find(&self, text: &str) -> u32 {
        let mut expected = self.expected.borrow_mut();
        while let Some((at, next)) = expected.front_mut() {
            // White space may have been left out before it: a line break after `<pre>`, or all of it.
            let line = next.strip_prefix('\n').unwrap_or(next);
            let skipped = [next, line, next.trim_ascii_start()].into_iter().find(|rest| rest.starts_with(text));
            let skipped = skipped.map(|rest| next.len() - rest.len());
            if let Some(skipped) = skipped {
                let found = *at + skipped as u32;
                let length = skipped + text.len();
                *at += length as u32;
                if next.len() == length {
                    expected.pop_front();
                } else {
                    next.pop_front(length as u32);
                }
                return found;
            }
            expected.pop_front();
        }
        0
    }

    fn detach(&self, child: Handle) {
        let Some((parent, before, after)) = self
            .arena
            .borrow()
            .nodes
            .get(child as usize)
            .map(|node| (node.parent, node.before, node.after))
            .filter(|links| links.0 != NONE)
        else {
            return;
        };
        if before == NONE {
            self.update(parent, |node| node.first = after);
        } else {
            self.update(before, |node| node.after = after);
        }
        if after == NONE {
            self.update(parent, |node| node.last = before);
        } else {
            self.update(after, |node| node.before = before);
        }
        self.update(child, |node| (node.parent, node.before, node.after) = (NONE, NONE, NONE));
    }
}

impl TreeSink for Sink {
    type Handle = Handle;
    type Output = Sink;
    type ElemName<'a> = Ref<'a, QualName>;

    fn finish(self) -> Sink {
        self
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> Handle {
        DOCUMENT
    }

    fn elem_name<'a>(&'a self, target: &'a Handle) -> Ref<'a, QualName> {
        self.name(*target)
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, _: ElementFlags) -> Handle {
        self.created.set(self.created.get() + 1);
        self.has_body.set(self.has_body.get() || &*name.local == "body");
        self.push(name, Kind::Element(attributes))
    }

    fn create_comment(&self, _: StrTendril) -> Handle {
        self.push(no_name(), Kind::Other)
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> Handle {
        self.push(no_name(), Kind::Other)
    }

    fn append(&self, parent: &Handle, child: NodeOrText<Handle>) {
        self.insert(*parent, None, child);
    }

    fn append_based_on_parent_node(&self, element: &Handle, previous: &Handle, child: NodeOrText<Handle>) {
        match self.link(*element, |node| node.parent) {
            Some(parent) => self.insert(parent, Some(*element), child),
            None => self.insert(*previous, None, child),
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    fn pop(&self, node: &Handle) {
        self.depth.set(self.depth_of(*node).saturating_sub(1));
    }

    fn get_template_contents(&self, target: &Handle) -> Handle {
        *target
    }

    fn same_node(&self, one: &Handle, other: &Handle) -> bool {
        one == other
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &Handle, child: NodeOrText<Handle>) {
        if let Some(parent) = self.link(*sibling, |node| node.parent) {
            self.insert(parent, Some(*sibling), child);
        }
    }

    fn add_attrs_if_missing(&self, target: &Handle, added: Vec<Attribute>) {
        self.update(*target, |node| {
            if let Kind::Element(attributes) = &mut node.kind {
                for attribute in added {
                    if !attributes.iter().any(|known| known.name == attribute.name) {
                        attributes.push(attribute);
                    }
                }
            }
        });
    }

    fn remove_from_parent(&self, target: &Handle) {
        self.detach(*target);
    }

    fn reparent_children(&self, node: &Handle, new_parent: &Handle) {
        while let Some(child) = self.first_child(*node) {
            self.insert(*new_parent, None, NodeOrText::AppendNode(child));
        }
    }

    // The host's own reader finds the template, as it does in a page where scripts attach one.
    fn allow_declarative_shadow_roots(&self, _: &Handle) -> bool {
        false
    }
}
