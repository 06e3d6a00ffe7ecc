//! Turns an article's part of a page into a [`Document`], and keeps where each character came from.
//!
//! A block ends where browsers begin a new line of their own accord, or at an empty line. White space is collapsed as
//! browsers show it. It judges blocks (a line of links is none of the article's), never words inside them.

mod block;

use time::Date;

use crate::document::{Document, DocumentBuilder, Role, Span, is_boilerplate};

use super::body::Body;
use super::frame;
use super::tags::Tag;
use super::text_map::{Stretch, TextMap};
use super::tree::{Content, Element, NodeId, Tree};
use super::words::{self, Sign};
use block::{BlockText, Setting};

/// Bytes: a table's cell with less is data, not text.
const SHORTEST_CELL: usize = 80;
/// Bytes: what stands before the headline is a label ("World") if it is shorter and no sentence.
const LONGEST_LABEL: usize = 60;

/// Bytes: a shorter heading under the headline is a part's.
const SHORTEST_STANDFIRST: usize = 40;

/// An article as it was read.
#[derive(Debug)]
pub(super) struct Reading {
    /// Its text.
    pub document: Document,
    /// Where that stands in the page.
    pub map: TextMap,
}

impl Reading {
    /// No article: `document` is empty.
    pub(super) fn nothing(document: Document) -> Reading {
        Reading { document, map: TextMap::default() }
    }
}

/// Reads the article that `body` has found in `tree`; `published` and `language` are what the page says of it.
/// Cost: linear in the nodes and the text of its container.
pub(super) fn read(tree: &Tree, body: &Body, published: Option<Date>, language: Option<String>) -> Reading {
    let mut reader = Reader {
        tree,
        body,
        open: Vec::new(),
        setting: Setting::default(),
        current: BlockText::default(),
        builder: DocumentBuilder::new(),
        blocks: Vec::new(),
        last: body.container,
        past_headline: body.headline.is_none(),
        past_text: false,
        past_others: false,
    };
    if let Some(headline) = body.headline.filter(|&headline| headline < body.container) {
        reader.walk(headline);
    }
    reader.walk(body.container);
    let document = reader.builder.finish(published, language);
    let map = TextMap::new(&document, reader.blocks);
    Reading { document, map }
}

struct Reader<'t> {
    tree: &'t Tree,
    body: &'t Body,
    /// The elements that the walk is inside of, less those that change nothing.
    open: Vec<NodeId>,
    setting: Setting,
    current: BlockText,
    builder: DocumentBuilder,
    blocks: Vec<(Span, Vec<Stretch>)>,
    /// The text node read last.
    last: NodeId,
    past_headline: bool,
    past_text: bool,
    /// Whether what is read stands right under a heading of other stories.
    past_others: bool,
}

impl Reader<'_> {
    /// Reads the subtree of `top`.
    fn walk(&mut self, top: NodeId) {
        let end = self.tree.end(top);
        let mut next = top;
        while next < end {
            self.leave(next);
            let id = next;
            next += 1;
            match self.tree.get(id).map(|node| &node.content) {
                Some(Content::Text(text)) => {
                    self.text(id, text);
                    self.last = id;
                }
                Some(Content::Element(element)) if id != top && self.body.is_excluded(id) => {
                    // Whatever it shows, it stands between the words around it.
                    if matches!(element.tag, Tag::Object | Tag::Picture) {
                        self.current.space();
                    } else if element.is_block() {
                        self.flush();
                    }
                    next = self.tree.end(id);
                }
                Some(Content::Element(element)) => self.enter(id, element),
                None => {}
            }
        }
        self.leave(end);
        self.flush();
    }

    fn enter(&mut self, id: NodeId, element: &Element) {
        if begins_block(element) {
            self.flush();
        }
        match element.tag {
            Tag::Break => self.line_break(),
            Tag::Quotation => self.current.add('“'),
            Tag::Link => self.setting.links += 1,
            Tag::Time => self.setting.times += 1,
            _ => {}
        }
        if begins_block(element) || matches!(element.tag, Tag::Quotation | Tag::Link | Tag::Time) {
            self.open.push(id);
        }
    }

    /// Leaves every element that ends at the node `next` or before.
    fn leave(&mut self, next: NodeId) {
        while let Some(id) = self.open.last().copied().filter(|&id| self.tree.end(id) <= next) {
            if let Some(element) = self.tree.element(id) {
                match element.tag {
                    Tag::Quotation => self.current.add('”'),
                    Tag::Link => self.setting.links -= 1,
                    Tag::Time => self.setting.times -= 1,
                    _ => {}
                }
                if begins_block(element) {
                    self.flush();
                }
            }
            self.open.pop();
        }
    }

    fn text(&mut self, id: NodeId, text: &str) {
        let keeps_lines = self.tree.parent(id).and_then(|parent| self.tree.element(parent)).is_some_and(|parent| parent.keeps_lines);
        let mut at = 0;
        for character in text.chars() {
            if character == '\n' && keeps_lines {
                self.line_break();
            } else {
                self.current.read(character, id, at, self.setting);
            }
            at += character.len_utf16() as u32;
        }
    }

    /// A line ends; where it is empty, so does the block.
    fn line_break(&mut self) {
        if self.current.ends_line() {
            self.flush();
        }
    }

    /// Ends the block that is being read, and keeps it if it is the article's.
    fn flush(&mut self) {
        let block = std::mem::take(&mut self.current);
        if block.text().is_empty() {
            return;
        }
        let mut role = self.role();
        if !self.is_article(&block, role) {
            self.past_others |= frame::heads_others(block.text());
            return;
        }
        if self.is_standfirst(&block, role) {
            role = Role::Standfirst;
        }
        self.past_others = false;
        self.past_headline |= role == Role::Headline;
        self.past_text |= role == Role::Paragraph;
        let span = self.builder.push(role, block.text());
        if !span.is_empty() {
            self.blocks.push((span, block.into_stretches()));
        }
    }

    /// The role of what stands inside the open elements: that of the innermost one that has any.
    fn role(&self) -> Role {
        let roles = self.open.iter().rev().filter_map(|&id| {
            let element = self.tree.element(id)?;
            match (element.tag, element.sign) {
                _ if Some(id) == self.body.headline => Some(Role::Headline),
                (_, Sign::Standfirst) if !self.past_text => Some(Role::Standfirst),
                (Tag::Heading(_), _) => Some(Role::Subheading),
                (Tag::Caption | Tag::Figure, _) | (_, Sign::Caption) => Some(Role::Caption),
                _ if self.body.is_pictured(id) => Some(Role::Caption),
                (Tag::Item, _) => Some(Role::ListItem),
                (Tag::BlockQuote, _) => Some(Role::BlockQuote),
                _ => None,
            }
        });
        roles.into_iter().next().unwrap_or(Role::Paragraph)
    }

    /// Whether `block` is a part of the article rather than of its frame.
    fn is_article(&self, block: &BlockText, role: Role) -> bool {
        if role.is_title() {
            return true;
        }
        let text = block.text();
        let is_sentence = words::ends_sentence(text);
        // A question that is a link as a whole is another story's title.
        let is_sentence_of_links = is_sentence && !text.ends_with('?');
        let in_cell = self.open.iter().rev().find_map(|&id| self.tree.element(id).filter(|element| element.is_block()));
        let frame = is_boilerplate(text)
            || !self.body.core.contains(&self.last) && role != Role::Caption && !self.is_lead(block, is_sentence)
            || frame::is_frame(text, block.has_links())
            // Days are headings too, as those of a timeline.
            || frame::is_date(text) && !(self.past_text && role == Role::Subheading)
            || frame::heads_others(text) && matches!(role, Role::Subheading | Role::Paragraph)
            || block.is_mostly_links() && !is_sentence_of_links
            || block.is_mostly_time()
            || self.past_others && (role == Role::ListItem || block.has_links() && !is_sentence)
            || !self.past_text && words::is_byline(text)
            || !self.past_headline && !is_sentence && text.len() <= LONGEST_LABEL
            || in_cell.is_some_and(|element| element.tag == Tag::Cell) && text.len() < SHORTEST_CELL;
        !frame
    }

    /// Whether `block`, outside the element that holds the running text, is running text all the same that leads up to it.
    fn is_lead(&self, block: &BlockText, is_sentence: bool) -> bool {
        self.last < self.body.core.start && is_sentence && !block.has_links() && block.text().len() >= SHORTEST_STANDFIRST
    }

    /// Whether `block` says under the headline what the article is about: a long heading, or a sentence in the article's header.
    fn is_standfirst(&self, block: &BlockText, role: Role) -> bool {
        let in_header = || self.open.iter().any(|&id| self.tree.element(id).is_some_and(|element| element.tag == Tag::Header));
        let is_candidate = role == Role::Subheading || role == Role::Paragraph && in_header();
        self.past_headline && !self.past_text && is_candidate && block.text().len() >= SHORTEST_STANDFIRST
    }
}

/// Whether `element` stands apart from what is around it: also where it is a part of a line by its name, as text under a picture
/// often is.
fn begins_block(element: &Element) -> bool {
    element.is_block() || element.sign == Sign::Caption
}
