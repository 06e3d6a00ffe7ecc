//! Marks as elements around the text: they can be read by crawlers, copied and reached with the keyboard.
//!
//! Text nodes are split where a mark begins or ends; the page's own node keeps the first part, so that undoing gives back the
//! very same node. The elements are ones that browsers do not know: they change no layout, and how they look is a style
//! sheet's business.

use wasm_bindgen::prelude::*;
use web_sys::{Element, Node, Text};

use super::{Look, RawText, and_type};
use crate::dom::marks::{AHEAD, MARK, Mark, MarkIndex, Segment, beginnings};

/// The attribute of a mark whose like is lit up.
const LIT: &str = "data-lit";

/// A text node that elements of ours go around.
#[derive(Default)]
pub(super) struct Shown {
    /// The elements, in the order in which they begin and from the outermost in.
    wrappers: Vec<Wrapper>,
    /// The parts of the text in order. The first is the page's own node.
    parts: Vec<Part>,
}

/// An element of ours.
struct Wrapper {
    element: Element,
    mark: MarkIndex,
    /// The place among the wrappers of the one that it was put into; nothing where it stands among the page's own nodes.
    outer: Option<usize>,
    /// How many nodes were put into it.
    children: u32,
}

/// A part of a text node that was split.
pub(super) struct Part {
    text: Text,
    /// The string that it held when it was split off.
    data: JsValue,
    /// Where it began in the whole text, in UTF-16 code units.
    start: u32,
    /// The place among the wrappers of the one that it was put into, if it was.
    inside: Option<usize>,
}

impl Part {
    fn new(text: Text, start: u32) -> Part {
        Part { data: text.unchecked_ref::<RawText>().data(), text, start, inside: None }
    }

    pub(super) fn text(&self) -> &Text {
        &self.text
    }

    /// What it holds now.
    fn raw(&self) -> &RawText {
        self.text.unchecked_ref()
    }

    /// Whether the page has given it another text.
    fn is_rewritten(&self) -> bool {
        self.raw().data() != self.data
    }
}

impl Shown {
    /// Puts elements around the parts of `text` that `segments` say; they lie in it.
    ///
    /// # Errors
    /// What the browser threw; the text is then as it was.
    pub(super) fn new(text: &Text, segments: &[Segment], marks: &[Mark]) -> Result<Shown, JsValue> {
        let mut shown = Shown::default();
        match shown.wrap(text, segments, marks) {
            Ok(()) => Ok(shown),
            Err(error) => {
                shown.undo();
                Err(error)
            }
        }
    }

    fn wrap(&mut self, text: &Text, segments: &[Segment], marks: &[Mark]) -> Result<(), JsValue> {
        self.split(text, segments)?;
        // The elements around the segment before, from the outermost in: what goes on around the next one stays open.
        let mut around: Vec<usize> = Vec::new();
        let mut next = 0;
        for (begun, segment) in beginnings(segments).zip(segments) {
            while self.parts.get(next).is_some_and(|part| part.start < segment.start) {
                next += 1;
            }
            let Some(part) = self.parts.get_mut(next) else { return Ok(()) };
            around.truncate(begun);
            for &mark in segment.marks.iter().skip(begun) {
                let Some(of) = marks.get(mark) else { continue };
                let element = element(&part.text, of)?;
                let outer = around.last().copied();
                match outer.and_then(|outer| self.wrappers.get_mut(outer)) {
                    Some(outer) => {
                        outer.element.append_child(&element)?;
                        outer.children += 1;
                    }
                    None => insert_before(&element, &part.text)?,
                }
                around.push(self.wrappers.len());
                self.wrappers.push(Wrapper { element, mark, outer, children: 0 });
            }
            if let Some((index, innermost)) = around.last().and_then(|&index| Some((index, self.wrappers.get_mut(index)?))) {
                innermost.element.append_child(&part.text)?;
                innermost.children += 1;
                part.inside = Some(index);
            }
        }
        Ok(())
    }

    /// What stands in the page from `first` on, a text or an element that [`is_ahead`], as one text node that elements of ours go around;
    /// and how it looks. Nobody else takes the elements over from now on. Nothing where the page has put something of its own into
    /// them: they are then taken out.
    pub(super) fn standing(first: Node) -> Option<(Shown, Vec<Look>)> {
        let mut shown = Shown::default();
        let mut looks = Vec::new();
        // The elements around what comes next, from the outermost in, each with the types so far, and how many go on from the text before.
        let mut around: Vec<(usize, u64)> = Vec::new();
        let (mut begun, mut units) = (0, 0);
        let mut is_ours = true;
        let mut next = Some(first);
        loop {
            let Some(node) = next else {
                let Some(ended) = around.pop().and_then(|(index, _)| shown.wrappers.get(index)) else { break };
                next = ended.element.next_sibling();
                begun = begun.min(around.len());
                continue;
            };
            next = node.next_sibling();
            let is_text = node.node_type() == Node::TEXT_NODE;
            if !is_text && !is_ahead(&node) {
                if around.is_empty() {
                    break;
                }
                is_ours = false;
                continue;
            }
            let (outer, types) = around.last().map_or((None, 0), |&(index, types)| (Some(index), types));
            if is_text {
                let text: Text = node.unchecked_into();
                let start = units;
                units += text.length();
                if outer.is_some() {
                    looks.push((start, units, begun, types));
                }
                begun = around.len();
                shown.parts.push(Part { inside: outer, ..Part::new(text, start) });
            } else {
                let element: Element = node.unchecked_into();
                next = element.first_child();
                is_ours &= next.is_some() && element.remove_attribute(AHEAD).is_ok();
                let subtype = element.get_attribute("data-type").unwrap_or_default();
                around.push((shown.wrappers.len(), and_type(types, &subtype)));
                let children = element.child_nodes().length();
                shown.wrappers.push(Wrapper { element, mark: 0, outer, children });
            }
        }
        if is_ours {
            return Some((shown, looks));
        }
        shown.undo();
        None
    }

    /// All of the text.
    pub(super) fn text(&self) -> String {
        self.parts.iter().filter_map(|part| part.data.as_string()).collect()
    }

    /// Splits `text` at the ends of `segments`.
    fn split(&mut self, text: &Text, segments: &[Segment]) -> Result<(), JsValue> {
        let mut cuts: Vec<u32> = segments.iter().flat_map(|segment| [segment.start, segment.end]).collect();
        cuts.dedup();
        let length = text.length();
        cuts.retain(|&cut| cut > 0 && cut < length);
        // From the last to the first, so that offsets hold and the page's own node is left with the beginning.
        for start in cuts.into_iter().rev() {
            self.parts.push(Part::new(text.split_text(start)?, start));
        }
        self.parts.push(Part::new(text.clone(), 0));
        self.parts.reverse();
        Ok(())
    }

    /// Lets the elements stand for the marks of `segments`, which look as those do that are shown.
    ///
    /// # Errors
    /// What the browser threw.
    pub(super) fn rename(&mut self, segments: &[Segment], marks: &[Mark]) -> Result<(), JsValue> {
        let begun = beginnings(segments).zip(segments).flat_map(|(begun, segment)| segment.marks.iter().skip(begun).copied());
        for (wrapper, now) in self.wrappers.iter_mut().zip(begun) {
            wrapper.mark = now;
            if let Some(mark) = marks.get(now)
                && wrapper.element.get_attribute("data-id").as_deref() != Some(&mark.id)
            {
                wrapper.element.set_attribute("data-id", &mark.id)?;
            }
        }
        Ok(())
    }

    /// Takes the elements out. What the page has removed or rewritten since stays as the page has it.
    pub(super) fn undo(self) {
        for wrapper in &self.wrappers {
            unwrap(&wrapper.element);
        }
        rejoin(self.parts);
    }

    /// Whether everything is where it was put, with the text that it had, and nothing of the page's in between. Cost: some calls of
    /// the browser for each part and element.
    pub(super) fn is_intact(&self) -> bool {
        let tops: Vec<&Node> = self.parts.iter().map(|part| self.top(part)).collect();
        let Some(parent) = tops.first().and_then(|first| first.parent_node()) else { return false };
        let stands_in = |node: &Node, outer: Option<usize>| {
            let expected = outer.and_then(|outer| self.wrappers.get(outer)).map_or(&parent, |outer| &outer.element);
            node.parent_node().is_some_and(|parent| same(&parent, expected))
        };
        self.parts.iter().all(|part| stands_in(&part.text, part.inside) && !part.is_rewritten())
            && self.wrappers.iter().all(|it| stands_in(&it.element, it.outer) && it.element.child_nodes().length() == it.children)
            && tops.windows(2).all(|pair| pair[0] == pair[1] || pair[0].next_sibling().as_ref() == Some(pair[1]))
    }

    /// What stands among the page's own nodes for `part`: itself, or the outermost element around it.
    fn top<'s>(&'s self, part: &'s Part) -> &'s Node {
        let mut inside = part.inside;
        let mut top: &Node = &part.text;
        while let Some(wrapper) = inside.and_then(|index| self.wrappers.get(index)) {
            top = &wrapper.element;
            inside = wrapper.outer;
        }
        top
    }

    /// The last of the page's nodes that stand for the text.
    pub(super) fn last(&self) -> Option<Node> {
        Some(self.top(self.parts.last()?).clone())
    }

    pub(super) fn texts(&self) -> &[Part] {
        &self.parts
    }

    /// Where the part `node` begins in the whole text, in UTF-16 code units; nowhere once the page has rewritten it.
    pub(super) fn start_of(&self, node: &Node) -> Option<u32> {
        self.parts.iter().find(|part| same(&part.text, node)).filter(|part| !part.is_rewritten()).map(|part| part.start)
    }

    /// The part that holds the code unit at `at`, and where in it.
    pub(super) fn at(&self, at: u32) -> Option<(&Text, u32)> {
        let part = self.parts.iter().rev().find(|part| part.start <= at)?;
        Some((&part.text, at - part.start))
    }

    /// The part that holds the code unit before `end`, and where in it that ends.
    pub(super) fn until(&self, end: u32) -> Option<(&Text, u32)> {
        let part = self.parts.iter().rev().find(|part| part.start < end)?;
        Some((&part.text, end - part.start))
    }

    /// Lights up every mark with this id, and no other.
    ///
    /// # Errors
    /// What the browser threw.
    pub(super) fn light(&self, id: Option<&str>, marks: &[Mark]) -> Result<(), JsValue> {
        for Wrapper { element, mark, .. } in &self.wrappers {
            let is_lit = id.is_some() && marks.get(*mark).map(|mark| mark.id.as_str()) == id;
            if is_lit != element.has_attribute(LIT) {
                element.toggle_attribute_with_force(LIT, is_lit)?;
            }
        }
        Ok(())
    }
}

/// Whether `node` is an element of ours that was written into the page's file, and that no script has taken over yet.
pub(super) fn is_ahead(node: &Node) -> bool {
    let element: &Element = node.unchecked_ref();
    node.node_type() == Node::ELEMENT_NODE && element.local_name() == MARK && element.has_attribute(AHEAD)
}

/// The text node that stands first in `node`, if that is an element of ours.
pub(super) fn first_text(node: &Node) -> Option<Node> {
    let mut node = node.clone();
    while node.node_type() == Node::ELEMENT_NODE {
        if !node.unchecked_ref::<Element>().local_name().eq(MARK) {
            return None;
        }
        node = node.first_child()?;
    }
    Some(node)
}

fn same(a: &Node, b: &Node) -> bool {
    a == b
}

fn element(beside: &Node, mark: &Mark) -> Result<Element, JsValue> {
    let document = beside.owner_document().ok_or(JsValue::UNDEFINED)?;
    let element = document.create_element(MARK)?;
    element.set_attribute("data-kind", mark.kind)?;
    element.set_attribute("data-id", &mark.id)?;
    element.set_attribute("data-type", mark.subtype)?;
    Ok(element)
}

fn insert_before(new: &Node, reference: &Node) -> Result<(), JsValue> {
    let parent = reference.parent_node().ok_or(JsValue::UNDEFINED)?;
    parent.insert_before(new, Some(reference)).map(drop)
}

/// Puts what is inside `wrapper` in its place. A wrapper that the page has removed is left alone, with what is in it.
fn unwrap(wrapper: &Element) {
    let Some(parent) = wrapper.parent_node() else { return };
    while let Some(child) = wrapper.first_child() {
        if parent.insert_before(&child, Some(wrapper)).is_err() {
            return;
        }
    }
    wrapper.remove();
}

/// Joins the parts of a text that still stand side by side.
fn rejoin(parts: Vec<Part>) {
    let mut parts = parts.into_iter();
    let Some(mut head) = parts.next() else { return };
    let mut head_is_rewritten = head.is_rewritten();
    for part in parts {
        let is_beside = part.text.previous_sibling().is_some_and(|before| same(&before, &head.text));
        if is_beside && !head_is_rewritten && head.raw().append_data(&part.raw().data()).is_ok() {
            part.text.remove();
        } else if is_beside && head_is_rewritten && !part.is_rewritten() {
            // The page has given its own node a new text, for the whole of what was there: what was split off is stale.
            part.text.remove();
        } else {
            head_is_rewritten = part.is_rewritten();
            head = part;
        }
    }
}
