//! A page's elements and texts, copied once in document order, so that everything that judges a page runs on plain data.
//!
//! Each node knows its parent and where its subtree ends, so that every walk is a loop over indices: no recursion, however
//! deep the page. Comments are left out. Nothing here knows where the copy came from.

use super::layout::{self, Layout};
use super::tags::Tag;
use super::words::{self, Sign};

/// The index of a node in its [`Tree`], in document order.
pub(super) type NodeId = usize;

/// A copied page or part of one.
#[derive(Debug, Default)]
pub(super) struct Tree {
    nodes: Vec<Node>,
}

/// One element or text.
#[derive(Debug)]
pub(super) struct Node {
    /// Nothing for the root.
    pub parent: Option<NodeId>,
    /// The first node after this one's subtree.
    pub end: NodeId,
    /// What it is.
    pub content: Content,
}

/// What a node is.
#[derive(Debug)]
pub(super) enum Content {
    /// An element.
    Element(Element),
    /// A text, with a lone surrogate as U+FFFD.
    Text(String),
}

/// What a reader needs to know of an element.
#[derive(Debug, Clone)]
pub(super) struct Element {
    /// What its name makes of it.
    pub tag: Tag,
    /// How it is laid out; from the name until a style says otherwise.
    pub layout: Layout,
    /// Line breaks in its text are shown.
    pub keeps_lines: bool,
    /// What its class and id are a sign of.
    pub sign: Sign,
    /// It says that it is the article's body, in microdata.
    pub is_article_body: bool,
    /// It says that it is the article's headline, in microdata.
    pub is_headline: bool,
    /// It says that it names who wrote the article, in microdata or by its relation.
    #[cfg_attr(all(target_arch = "wasm32", not(feature = "node")), expect(dead_code, reason = "no byline is asked for in a page"))]
    pub is_author: bool,
    /// It says that it is the day of publication, in microdata or as HTML once had it.
    pub is_publication_date: bool,
    /// The date and time that a `time` element states.
    pub datetime: Option<Box<str>>,
    /// The language that it says its text is in.
    pub language: Option<Box<str>>,
}

impl Element {
    /// From an element's local name in lower case and its attributes.
    pub(super) fn new(name: &str, attribute: impl Fn(&str) -> Option<String>) -> Element {
        let mut tag = Tag::from_name(name);
        let role = attribute("role").unwrap_or_default();
        match role.as_str() {
            "article" => tag = Tag::Article,
            "main" => tag = Tag::Main,
            role if words::is_outside_role(role) && tag != Tag::Body => tag = Tag::Outside,
            _ => {}
        }
        let itemprop = attribute("itemprop").unwrap_or_default();
        let has = |property: &str| itemprop.split_ascii_whitespace().any(|word| word == property);
        let is_author = tag == Tag::Link && attribute("rel").is_some_and(|rel| rel == "author");
        let by_class = attribute("class").map_or(Sign::None, |class| words::sign(&class));
        let sign = match by_class {
            _ if is_author => Sign::Beside,
            Sign::None => attribute("id").map_or(Sign::None, |id| words::sign(&id)),
            sign => sign,
        };
        let sign = if sign == Sign::None && has("description") { Sign::Standfirst } else { sign };
        let hidden = attribute("hidden").is_some()
            || attribute("aria-hidden").is_some_and(|value| value == "true")
            || attribute("contenteditable").is_some_and(|value| value != "false")
            || attribute("style").is_some_and(|style| layout::hides(&style))
            || sign == Sign::Unseen;
        let layout = if hidden { Layout::Hidden } else { Layout::of_tag(tag) };
        let is_time = tag == Tag::Time;
        Element {
            tag,
            layout,
            keeps_lines: tag == Tag::Pre,
            sign,
            is_article_body: has("articleBody"),
            is_headline: has("headline"),
            is_author: is_author || has("author"),
            is_publication_date: has("datePublished") || is_time && attribute("pubdate").is_some(),
            datetime: if is_time { attribute("datetime").map(Into::into) } else { None },
            language: attribute("lang").map(Into::into),
        }
    }

    /// Whether its subtree can hold nothing of the article, whatever the rest of the page.
    pub(super) fn is_outside(&self) -> bool {
        self.layout == Layout::Hidden || matches!(self.tag, Tag::Outside | Tag::Object | Tag::Picture)
    }

    /// Whether it begins and ends a line.
    pub(super) fn is_block(&self) -> bool {
        self.layout.is_block()
    }
}

impl Tree {
    /// How many nodes there are.
    pub(super) fn len(&self) -> usize {
        self.nodes.len()
    }

    /// The node `id`, if there is one.
    pub(super) fn get(&self, id: NodeId) -> Option<&Node> {
        self.nodes.get(id)
    }

    /// The node `id` if it is an element.
    pub(super) fn element(&self, id: NodeId) -> Option<&Element> {
        match &self.nodes.get(id)?.content {
            Content::Element(element) => Some(element),
            Content::Text(_) => None,
        }
    }

    /// Hands every element to `visit`, in document order; what it holds is passed over where that says no.
    pub(super) fn walk(&self, mut visit: impl FnMut(NodeId, &Element) -> bool) {
        let mut id = 0;
        while let Some(node) = self.nodes.get(id) {
            id = match &node.content {
                Content::Element(element) if !visit(id, element) => node.end,
                _ => id + 1,
            };
        }
    }

    /// Notes how the element `id` is laid out in fact.
    pub(super) fn lay_out(&mut self, id: NodeId, layout: Layout, keeps_lines: bool) {
        if let Some(Content::Element(element)) = self.nodes.get_mut(id).map(|node| &mut node.content) {
            element.layout = layout;
            element.keeps_lines = keeps_lines;
        }
    }

    /// The text of the node `id` if it is one.
    pub(super) fn text(&self, id: NodeId) -> Option<&str> {
        match &self.nodes.get(id)?.content {
            Content::Element(_) => None,
            Content::Text(text) => Some(text),
        }
    }

    /// The text in `id`, its parts apart by spaces, up to about as many bytes as are asked for.
    pub(super) fn text_of(&self, id: NodeId, bytes: usize) -> String {
        let mut text = String::new();
        for part in (id..self.end(id)).filter_map(|inside| self.text(inside)) {
            text.push_str(part.get(..part.floor_char_boundary(bytes)).unwrap_or(part));
            text.push(' ');
            if text.len() > bytes {
                break;
            }
        }
        text
    }

    /// The parent of `id`.
    pub(super) fn parent(&self, id: NodeId) -> Option<NodeId> {
        self.nodes.get(id)?.parent
    }

    /// The first node after the subtree of `id`.
    pub(super) fn end(&self, id: NodeId) -> NodeId {
        self.nodes.get(id).map_or(self.nodes.len(), |node| node.end)
    }

    /// All nodes with their ids, in document order.
    pub(super) fn nodes(&self) -> impl DoubleEndedIterator<Item = (NodeId, &Node)> + ExactSizeIterator {
        self.nodes.iter().enumerate()
    }

    /// Whether an element may be put around a part of the text `id` without disturbing the page.
    pub(super) fn can_wrap(&self, id: NodeId) -> bool {
        let parent = self.parent(id).and_then(|parent| self.element(parent));
        parent.is_some_and(|parent| parent.tag.takes_elements() && !parent.layout.places_children())
    }
}

/// Copies a page in document order: each element is opened and closed.
#[derive(Debug, Default)]
pub(super) struct TreeBuilder {
    tree: Tree,
    open: Vec<NodeId>,
}

impl TreeBuilder {
    /// An element whose children follow, until [`TreeBuilder::close`].
    pub(super) fn open(&mut self, element: Element) {
        self.open.push(self.tree.nodes.len());
        self.push(Content::Element(element));
    }

    /// Ends the element that was opened last.
    pub(super) fn close(&mut self) {
        let end = self.tree.nodes.len();
        if let Some(node) = self.open.pop().and_then(|id| self.tree.nodes.get_mut(id)) {
            node.end = end;
        }
    }

    /// A text.
    pub(super) fn text(&mut self, text: String) {
        self.push(Content::Text(text));
    }

    /// The copy, with every element closed.
    pub(super) fn finish(mut self) -> Tree {
        while !self.open.is_empty() {
            self.close();
        }
        self.tree
    }

    fn push(&mut self, content: Content) {
        let id = self.tree.nodes.len();
        // The element just opened is on the stack already: its own parent is the one below.
        let parent = self.open.iter().rev().find(|&&open| open != id).copied();
        self.tree.nodes.push(Node { parent, end: id + 1, content });
    }
}
