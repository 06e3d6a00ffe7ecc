//! Copies a live page into a [`Tree`], and keeps which node of the page each copy stands for.
//!
//! It adds what only a browser knows: how each element is laid out in fact. It changes nothing and judges nothing.

use web_sys::{CssStyleDeclaration, Element, Node, Window};

use super::layout::{self, Layout};
use super::metadata::Declared;
use super::tags::Tag;
use super::tree::{self, NodeId, Tree, TreeBuilder};

/// A copied page or part of one.
pub(super) struct Page {
    /// The copy.
    pub tree: Tree,
    nodes: Vec<Node>,
}

impl Page {
    /// Copies the subtree of `root`, in one walk that does not recurse. Cost: some calls into the browser for each element,
    /// the dearest of which asks for its computed style.
    pub(super) fn copy(root: &Element) -> Page {
        let window = web_sys::window();
        let mut builder = TreeBuilder::default();
        let mut nodes = Vec::new();
        let mut open: Vec<(Node, Layout)> = Vec::new();
        let mut here: Node = root.clone().into();
        loop {
            let mut first_child = None;
            match here.node_type() {
                Node::ELEMENT_NODE => {
                    let facts = facts(element(&here), window.as_ref(), open.last().map(|&(_, layout)| layout));
                    // What is certainly not the article is not gone into: it may be large.
                    if open.is_empty() || !facts.is_outside() {
                        first_child = here.first_child();
                    }
                    nodes.push(here.clone());
                    open.push((here.clone(), facts.layout));
                    builder.open(facts);
                }
                Node::TEXT_NODE => {
                    nodes.push(here.clone());
                    builder.text(here.node_value().unwrap_or_default());
                }
                _ => {}
            }
            here = match first_child {
                Some(child) => child,
                None => match next(&mut open, here, &mut builder) {
                    Some(next) => next,
                    None => return Page { tree: builder.finish(), nodes },
                },
            };
        }
    }

    /// The page's own node that `id` is the copy of.
    pub(super) fn node(&self, id: NodeId) -> Option<&Node> {
        self.nodes.get(id)
    }
}

/// What the page of `root` says of its article outside the text; of a root in no page, what that says itself.
pub(super) fn declared(root: &Element) -> Declared {
    let mut declared = Declared::default();
    declared.language = root.closest("[lang]").ok().flatten().and_then(|said| said.get_attribute("lang"));
    let document = root.owner_document().filter(|_| root.is_connected());
    declared.title = document.as_ref().map(|document| document.title()).unwrap_or_default();
    let scope = document.and_then(|document| document.document_element());
    let Ok(found) = scope.as_ref().unwrap_or(root).query_selector_all("meta[content],script[type*='ld+json']") else { return declared };
    for node in (0..found.length()).filter_map(|index| found.item(index)) {
        let element = element(&node);
        if element.local_name() == "meta" {
            declared.meta(|name| element.get_attribute(name));
        } else {
            declared.json_ld(node.text_content().unwrap_or_default());
        }
    }
    declared
}

/// The node after the subtree of `here`, with every element closed that ends before it; nothing at the end of the root.
fn next(open: &mut Vec<(Node, Layout)>, mut here: Node, builder: &mut TreeBuilder) -> Option<Node> {
    loop {
        if open.last().is_some_and(|(node, _)| *node == here) {
            open.pop();
            builder.close();
        }
        if open.is_empty() {
            return None;
        }
        if let Some(sibling) = here.next_sibling() {
            return Some(sibling);
        }
        here = open.last()?.0.clone();
    }
}

/// What a reader needs to know of `element`, whose parent is laid out `within`; a root, which has none, is taken for shown.
fn facts(element: &Element, window: Option<&Window>, within: Option<Layout>) -> tree::Element {
    let has_attributes = element.has_attributes();
    let mut facts = tree::Element::new(&element.local_name(), |name| if has_attributes { element.get_attribute(name) } else { None });
    let Some(within) = within else {
        facts.layout = Layout::Block;
        return facts;
    };
    if !facts.is_outside()
        && facts.tag != Tag::Break
        && let Some(style) = window.and_then(|window| window.get_computed_style(element).ok().flatten())
    {
        lay_out(&mut facts, &style, within);
    }
    facts
}

/// Takes over what the style says. That of an element in no page says nothing, and its name decides.
fn lay_out(facts: &mut tree::Element, style: &CssStyleDeclaration, within: Layout) {
    let property = |name: &str| style.get_property_value(name).unwrap_or_default();
    let Some(layout) = Layout::of_style(facts.tag, &property("display"), within, || property("float") != "none") else { return };
    facts.layout = if property("visibility") == "visible" { layout } else { Layout::Hidden };
    facts.keeps_lines = layout::keeps_lines(&property("white-space"));
}

/// `node`, which is an element. Not by `instanceof`: an element of another frame is none of this window's.
fn element(node: &Node) -> &Element {
    wasm_bindgen::JsCast::unchecked_ref(node)
}
