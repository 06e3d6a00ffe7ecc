//! Marks as elements around the text: they can be read by crawlers, copied and reached with the keyboard.
//!
//! Text nodes are split where a mark begins or ends; the page's own node keeps the first part, so that undoing gives back the
//! very same node. The elements are ones that browsers do not know: they change no layout, and how they look is a style
//! sheet's business.

use wasm_bindgen::prelude::*;
use web_sys::{Element, Node, Text};

use super::RawText;
use crate::dom::marks::{Mark, MarkIndex, Segment, beginnings};

/// The element that marks are.
pub(in crate::dom) const MARK: &str = "newsgloss-mark";
/// The attribute of a mark whose like is lit up.
const LIT: &str = "data-lit";

/// A text node that elements of ours go around.
#[derive(Default)]
pub(super) struct Shown {
    /// The elements, each with its mark, in the order in which they begin and from the outermost in.
    wrappers: Vec<(Element, MarkIndex)>,
    /// The parts of the text in order. The first is the page's own node.
    parts: Vec<Part>,
}

/// A part of a text node that was split.
pub(super) struct Part {
    text: Text,
    /// The string that it held when it was split off.
    data: JsValue,
    /// Where it began in the whole text, in UTF-16 code units.
    start: u32,
    /// How long it is, in the same.
    length: u32,
}

impl Part {
    pub(super) fn text(&self) -> &Text {
        &self.text
    }

    /// What it holds now.
    fn raw(&self) -> &RawText {
        self.text.unchecked_ref()
    }

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
        let wanted = self.split(text, segments)?;
        // The elements around the segment before, from the outermost in: what goes on around the next one stays open.
        let mut around: Vec<Element> = Vec::new();
        for ((begun, segment), part) in beginnings(segments).zip(segments).zip(wanted) {
            around.truncate(begun);
            for &index in segment.marks.iter().skip(begun) {
                let Some(mark) = marks.get(index) else { continue };
                let wrapper = element(&part, mark)?;
                match around.last() {
                    Some(outer) => outer.append_child(&wrapper).map(drop)?,
                    None => insert_before(&wrapper, &part)?,
                }
                self.wrappers.push((wrapper.clone(), index));
                around.push(wrapper);
            }
            if let Some(innermost) = around.last() {
                innermost.append_child(&part)?;
            }
        }
        Ok(())
    }

    /// Splits `text` at the ends of `segments`; the part of each comes back.
    fn split(&mut self, text: &Text, segments: &[Segment]) -> Result<Vec<Text>, JsValue> {
        let mut cuts: Vec<u32> = segments.iter().flat_map(|segment| [segment.start, segment.end]).collect();
        cuts.dedup();
        let mut end = text.length();
        cuts.retain(|&cut| cut > 0 && cut < end);
        // From the last to the first, so that offsets hold and the page's own node is left with the beginning.
        for start in cuts.into_iter().rev() {
            let part = text.split_text(start)?;
            self.parts.push(Part { data: part.unchecked_ref::<RawText>().data(), text: part, start, length: end - start });
            end = start;
        }
        self.parts.push(Part { data: text.unchecked_ref::<RawText>().data(), text: text.clone(), start: 0, length: end });
        self.parts.reverse();
        Ok(segments
            .iter()
            .filter_map(|segment| self.parts.iter().find(|part| part.start == segment.start))
            .map(|part| part.text.clone())
            .collect())
    }

    /// Lets the elements stand for the marks of `segments`, which look as those do that are shown.
    ///
    /// # Errors
    /// What the browser threw.
    pub(super) fn rename(&mut self, segments: &[Segment], marks: &[Mark]) -> Result<(), JsValue> {
        let begun = beginnings(segments).zip(segments).flat_map(|(begun, segment)| segment.marks.iter().skip(begun).copied());
        for ((wrapper, index), now) in self.wrappers.iter_mut().zip(begun) {
            *index = now;
            if let Some(mark) = marks.get(now)
                && wrapper.get_attribute("data-id").as_deref() != Some(&mark.id)
            {
                wrapper.set_attribute("data-id", &mark.id)?;
            }
        }
        Ok(())
    }

    /// Takes the elements out. What the page has removed or rewritten since stays as the page has it.
    pub(super) fn undo(self) {
        for (wrapper, _) in &self.wrappers {
            unwrap(wrapper);
        }
        rejoin(self.parts);
    }

    /// Whether everything is where it was put, with the text that it had.
    pub(super) fn is_intact(&self) -> bool {
        let unchanged = self.parts.iter().all(|part| !part.is_rewritten() && part.text.is_connected());
        let whole: u32 = self.parts.iter().map(|part| part.length).sum();
        let outermost: Vec<Node> = self.parts.iter().filter_map(|part| self.outermost(&part.text)).collect();
        // Side by side, in one parent, and with nothing of the page's in between or inside.
        unchanged
            && outermost.windows(2).all(|pair| pair[0] == pair[1] || pair[0].next_sibling().as_ref() == Some(&pair[1]))
            && self.wrappers.iter().all(|(wrapper, _)| self.holds_only_ours(wrapper))
            && outermost.iter().zip(&self.parts).all(|(node, _)| node.parent_node().is_some())
            && whole > 0
    }

    fn holds_only_ours(&self, wrapper: &Element) -> bool {
        let mut child = wrapper.first_child();
        while let Some(node) = child {
            let ours = self.parts.iter().any(|part| same(&part.text, &node)) || self.wrappers.iter().any(|(inner, _)| same(inner, &node));
            if !ours {
                return false;
            }
            child = node.next_sibling();
        }
        true
    }

    /// What stands among the page's own nodes for the part `text`: itself, or the outermost element around it.
    fn outermost(&self, text: &Text) -> Option<Node> {
        let mut node: Node = text.clone().into();
        while let Some(parent) = node.parent_node().filter(|parent| self.wrappers.iter().any(|(wrapper, _)| same(wrapper, parent))) {
            node = parent;
        }
        Some(node)
    }

    /// The last of the page's nodes that stand for the text.
    pub(super) fn last(&self) -> Option<Node> {
        self.outermost(&self.parts.last()?.text)
    }

    pub(super) fn texts(&self) -> &[Part] {
        &self.parts
    }

    /// Where the part `node` begins in the whole text, in UTF-16 code units.
    pub(super) fn start_of(&self, node: &Node) -> Option<u32> {
        self.parts.iter().find(|part| same(&part.text, node)).map(|part| part.start)
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
        for (wrapper, index) in &self.wrappers {
            let is_lit = id.is_some() && marks.get(*index).map(|mark| mark.id.as_str()) == id;
            if is_lit != wrapper.has_attribute(LIT) {
                wrapper.toggle_attribute_with_force(LIT, is_lit)?;
            }
        }
        Ok(())
    }
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
