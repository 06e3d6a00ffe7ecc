//! Copies a live page into a [`Tree`], and keeps which node of the page each copy stands for.
//!
//! It works in steps, since a page may have a hundred thousand nodes, and asks for computed styles only where it is told to:
//! they are dear. Open shadow trees are read in place of their hosts' children. It changes nothing and judges nothing.

use wasm_bindgen::prelude::*;
use web_sys::{CssStyleDeclaration, Element, HtmlSlotElement, Node, Window};

use super::layout::{self, Layout};
use super::metadata::Declared;
use super::paint::{Painter, Way, Whole};
use super::tags::Tag;
use super::tree::{self, NodeId, Tree, TreeBuilder};

#[wasm_bindgen]
extern "C" {
    /// What browsers since 2023 know of an element.
    type Visible;

    #[wasm_bindgen(method, getter, structural, js_name = checkVisibility)]
    fn can_tell(this: &Visible) -> JsValue;

    #[wasm_bindgen(method, structural, js_name = checkVisibility)]
    fn check_visibility(this: &Visible) -> bool;

    /// What might be a slot. Not by `instanceof`: an element of another frame is none of this window's.
    type Slot;

    #[wasm_bindgen(method, getter, structural, js_name = assignedNodes)]
    fn can_be_given(this: &Slot) -> JsValue;
}

/// A copied page or part of one.
pub(super) struct Page {
    /// The copy.
    pub tree: Tree,
    nodes: Vec<Node>,
}

impl Page {
    /// The page's own node that `id` is the copy of.
    pub(super) fn node(&self, id: NodeId) -> Option<&Node> {
        self.nodes.get(id)
    }

    /// The element that `id` is the copy of.
    pub(super) fn element(&self, id: NodeId) -> Option<&Element> {
        self.tree.element(id).and_then(|_| self.node(id)).map(element)
    }

    /// Looks how the elements with these numbers, at most `count` of them, are laid out in fact; gives the number at which to go on.
    /// Cost: a computed style for each.
    pub(super) fn lay_out(&mut self, within: std::ops::Range<NodeId>, count: usize) -> NodeId {
        let window = web_sys::window();
        let mut asked = 0;
        let mut id = within.start;
        while id < within.end && asked < count {
            let next = match self.tree.element(id) {
                Some(facts) if facts.is_outside() => self.tree.end(id),
                Some(facts) if facts.tag != Tag::Break => {
                    asked += 1;
                    let around =
                        self.tree.parent(id).and_then(|parent| self.tree.element(parent)).map_or(Layout::Block, |parent| parent.layout);
                    let laid_out = self.element(id).and_then(|element| laid_out(element, facts.tag, window.as_ref(), around));
                    if let Some((layout, keeps_lines)) = laid_out {
                        self.tree.lay_out(id, layout, keeps_lines);
                    }
                    id + 1
                }
                _ => id + 1,
            };
            id = next;
        }
        id
    }
}

/// A page that is being copied.
pub(super) struct Copying {
    builder: TreeBuilder,
    nodes: Vec<Node>,
    open: Vec<Children>,
}

/// The children of an element that are still to be copied.
enum Children {
    /// Those after the one copied last: they are asked for one by one.
    After(Node),
    /// All of this element or shadow root.
    Of(Node),
    /// What is shown in a slot.
    Listed(std::vec::IntoIter<Node>),
}

impl Copying {
    /// Begins to copy the subtree of `root`, which is taken for shown.
    pub(super) fn new(root: &Element) -> Copying {
        let mut copying = Copying { builder: TreeBuilder::default(), nodes: Vec::new(), open: Vec::new() };
        let mut facts = facts(root);
        facts.layout = Layout::Block;
        copying.open(root, facts);
        copying
    }

    /// Copies `count` more nodes, and says whether that was all. What `painter` has put into the page is seen through, and so is what was
    /// written into its file, which it takes over; one that is needed for that shows marks in this `way`.
    pub(super) fn advance(&mut self, count: usize, painter: &mut Option<Painter>, way: Way) -> bool {
        if let [root] = self.nodes.as_slice() {
            Painter::take_over(painter, way, element(root));
        }
        for _ in 0..count {
            match self.open.last_mut().map(Children::next) {
                None => return true,
                Some(None) => {
                    self.open.pop();
                    self.builder.close();
                }
                Some(Some(node)) => self.copy(node, painter.as_mut()),
            }
        }
        false
    }

    /// The copy, as far as it has come.
    pub(super) fn finish(self) -> Page {
        Page { tree: self.builder.finish(), nodes: self.nodes }
    }

    fn copy(&mut self, node: Node, painter: Option<&mut Painter>) {
        if let Some(painter) = painter {
            let (before, parent) = (node.previous_sibling(), node.parent_node());
            if let Some(Whole { node: own, text, last }) = painter.whole(&node) {
                self.goes_on(Children::After(last));
                return self.text(own, text);
            }
            if node.parent_node() != parent {
                // It was an element of ours around what the page has changed since, and is gone.
                return self.goes_on(before.map(Children::After).or(parent.map(Children::Of)).unwrap_or(Children::After(node)));
            }
        }
        match node.node_type() {
            Node::ELEMENT_NODE => {
                let element: &Element = element(&node);
                let facts = facts(element);
                // What is certainly not the article is not gone into: it may be large.
                if facts.is_outside() {
                    self.nodes.push(node);
                    self.builder.open(facts);
                    self.builder.close();
                } else {
                    self.open(element, facts);
                }
            }
            Node::TEXT_NODE => {
                let text = node.node_value().unwrap_or_default();
                self.text(node, text);
            }
            _ => {}
        }
    }

    fn text(&mut self, node: Node, text: String) {
        self.nodes.push(node);
        self.builder.text(text);
    }

    fn open(&mut self, element: &Element, facts: tree::Element) {
        self.nodes.push(element.clone().into());
        self.builder.open(facts);
        let shown = match element.shadow_root() {
            Some(root) => Children::Of(root.into()),
            None => match slotted(element) {
                Some(nodes) => Children::Listed(nodes.into_iter()),
                None => Children::Of(element.clone().into()),
            },
        };
        self.open.push(shown);
    }

    /// Goes on elsewhere than behind the node that was copied last.
    fn goes_on(&mut self, from: Children) {
        if let Some(children @ Children::After(_)) = self.open.last_mut() {
            *children = from;
        }
    }
}

impl Children {
    fn next(&mut self) -> Option<Node> {
        let next = match self {
            Children::Of(parent) => parent.first_child(),
            Children::After(node) => node.next_sibling(),
            Children::Listed(nodes) => return nodes.next(),
        }?;
        *self = Children::After(next.clone());
        Some(next)
    }
}

/// What is shown in `element` instead of its own children, if it is a slot that has been given something.
fn slotted(element: &Element) -> Option<Vec<Node>> {
    if !element.unchecked_ref::<Slot>().can_be_given().is_function() {
        return None;
    }
    let nodes = element.unchecked_ref::<HtmlSlotElement>().assigned_nodes();
    (nodes.length() > 0).then(|| nodes.iter().map(JsCast::unchecked_into).collect())
}

/// What the page of `root` says of its article outside the text; of a root in no page, what that says itself.
pub(super) fn declared(root: &Element) -> Declared {
    let mut declared = Declared::default();
    declared.language = root.closest("[lang]").ok().flatten().and_then(|said| said.get_attribute("lang"));
    let document = root.owner_document().filter(|_| root.is_connected());
    declared.title = document.as_ref().map(|document| document.title()).unwrap_or_default();
    let scope = document.and_then(|document| document.document_element());
    let Ok(found) = scope.as_ref().unwrap_or(root).query_selector_all("meta[content],script[type*='ld+json']:not([data-newsgloss])") else {
        return declared;
    };
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

/// What a reader needs to know of `element` besides how it is laid out.
fn facts(element: &Element) -> tree::Element {
    let has_attributes = element.has_attributes();
    tree::Element::new(&element.local_name(), |name| if has_attributes { element.get_attribute(name) } else { None })
}

/// How `element` is laid out in a parent that is laid out `within`, and whether line breaks in it are shown. The style of an
/// element in no page says nothing.
fn laid_out(element: &Element, tag: Tag, window: Option<&Window>, within: Layout) -> Option<(Layout, bool)> {
    let style: CssStyleDeclaration = window?.get_computed_style(element).ok().flatten()?;
    let property = |name: &str| style.get_property_value(name).unwrap_or_default();
    let layout = Layout::of_style(tag, &property("display"), within, || property("float") != "none")?;
    let layout = if property("visibility") == "visible" { layout } else { Layout::Hidden };
    Some((layout, layout::keeps_lines(&property("white-space"))))
}

/// Whether `element` is in its page and not shown there, by its own style or that of what is around it. Asks for no layout, and says
/// no where the browser cannot tell.
pub(super) fn is_hidden(element: &Element) -> bool {
    let shown = element.unchecked_ref::<Visible>();
    element.is_connected() && shown.can_tell().is_truthy() && !shown.check_visibility()
}

/// `node`, which is an element. Not by `instanceof`: an element of another frame is none of this window's.
fn element(node: &Node) -> &Element {
    node.unchecked_ref()
}
