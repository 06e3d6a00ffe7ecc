//! Puts marks into a page and takes them out again, leaving the tree node for node what it was.
//!
//! Text nodes are split where a mark begins or ends; the page's own node keeps the first part, so that undoing gives back the
//! very same node. Marks are elements that browsers do not know: they change no layout, and how they look is a style
//! sheet's business. No markup is ever parsed.

use wasm_bindgen::prelude::*;
use web_sys::{Element, Node, Text};

use super::live::Page;
use super::marks::{Mark, MarkIndex, Plan, Segment};

#[wasm_bindgen]
extern "C" {
    /// A text node whose text never becomes a Rust string: a lone surrogate would not come back from there.
    type RawText;

    #[wasm_bindgen(method, getter, structural)]
    fn data(this: &RawText) -> JsValue;

    #[wasm_bindgen(method, structural, catch, js_name = appendData)]
    fn append_data(this: &RawText, data: &JsValue) -> Result<(), JsValue>;
}

/// The element that marks are.
pub(super) const MARK: &str = "newsgloss-mark";

/// What was put into a page, and is needed to take it out again.
#[derive(Default)]
pub(super) struct Painted {
    wrappers: Vec<Element>,
    texts: Vec<Vec<Part>>,
}

/// A part of a text node that was split. The first is the page's own node.
struct Part {
    text: Text,
    /// The string that it held when it was split off.
    data: JsValue,
}

impl Part {
    fn new(text: Text) -> Part {
        let data = text.unchecked_ref::<RawText>().data();
        Part { text, data }
    }

    /// What it holds now.
    fn raw(&self) -> &RawText {
        self.text.unchecked_ref()
    }

    fn is_rewritten(&self) -> bool {
        self.raw().data() != self.data
    }
}

impl Painted {
    /// Carries out `plan` on `page`.
    ///
    /// # Errors
    /// What the browser threw; the page is then as it was.
    pub(super) fn new(page: &Page, plan: &Plan) -> Result<Painted, JsValue> {
        let mut painted = Painted::default();
        for (id, segments) in &plan.texts {
            if let Some(node) = page.node(*id)
                && let Err(error) = painted.paint(node.unchecked_ref(), segments, &plan.marks)
            {
                painted.undo();
                return Err(error);
            }
        }
        Ok(painted)
    }

    /// Takes every mark out. What the page has removed or rewritten since stays as the page has it.
    pub(super) fn undo(self) {
        for wrapper in &self.wrappers {
            unwrap(wrapper);
        }
        for parts in self.texts {
            rejoin(parts);
        }
    }

    fn paint(&mut self, text: &Text, segments: &[Segment], marks: &[Mark]) -> Result<(), JsValue> {
        if segments.last().is_none_or(|last| last.end > text.length()) {
            return Ok(());
        }
        let parts = self.split(text, segments)?;
        // The elements around the segment before, from the outermost in: what goes on around the next one stays open.
        let mut around: Vec<(MarkIndex, Element)> = Vec::new();
        let mut reached = 0;
        for (segment, part) in segments.iter().zip(parts) {
            if segment.start != reached {
                around.clear();
            }
            reached = segment.end;
            let shared = around.iter().zip(&segment.marks).take_while(|((open, _), mark)| open == *mark).count();
            around.truncate(shared);
            for &index in segment.marks.iter().skip(shared) {
                let Some(mark) = marks.get(index) else { continue };
                let wrapper = element(&part, mark)?;
                match around.last() {
                    Some((_, outer)) => outer.append_child(&wrapper).map(drop)?,
                    None => insert_before(&wrapper, &part)?,
                }
                self.wrappers.push(wrapper.clone());
                around.push((index, wrapper));
            }
            if let Some((_, innermost)) = around.last() {
                innermost.append_child(&part)?;
            }
        }
        Ok(())
    }

    /// Splits `text` at the ends of `segments`, which lie in it; the part of each comes back.
    fn split(&mut self, text: &Text, segments: &[Segment]) -> Result<Vec<Text>, JsValue> {
        let mut parts = Vec::new();
        let mut wanted = Vec::new();
        // From the last to the first, so that offsets hold and the page's own node is left with the beginning.
        let mut end = text.length();
        for segment in segments.iter().rev() {
            if segment.end < end {
                parts.push(text.split_text(segment.end)?);
            }
            let part = if segment.start > 0 { text.split_text(segment.start)? } else { text.clone() };
            if segment.start > 0 {
                parts.push(part.clone());
            }
            wanted.push(part);
            end = segment.start;
        }
        parts.push(text.clone());
        parts.reverse();
        wanted.reverse();
        self.texts.push(parts.into_iter().map(Part::new).collect());
        Ok(wanted)
    }
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
        let is_beside = part.text.previous_sibling().is_some_and(|before| before == *head.text.as_ref());
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
