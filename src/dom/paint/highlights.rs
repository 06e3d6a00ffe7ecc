//! Marks as custom highlights: the page's tree is not touched at all.
//!
//! There is one highlight for each type of mark, under a name that begins with "newsgloss-". Another copy of newsgloss may use the
//! same ones: each puts in and takes out its own ranges, and whoever takes out the last one takes the highlight away.
//! Highlights of others are never touched.

use js_sys::{Array, Object};
use wasm_bindgen::prelude::*;
use web_sys::{Element, Node, Text};

use super::stretch;
use crate::dom::marks::{Mark, MarkIndex, QUOTE, Segment};

#[wasm_bindgen]
extern "C" {
    /// The window that a page's document is shown in, which may be a frame's.
    type View;
    #[wasm_bindgen(method, getter, structural, js_name = CSS)]
    fn css(this: &View) -> Option<Css>;

    type Css;
    #[wasm_bindgen(method, getter, structural)]
    fn highlights(this: &Css) -> Option<Registry>;

    #[derive(Clone)]
    type Registry;
    #[wasm_bindgen(method, structural)]
    fn get(this: &Registry, name: &str) -> Option<Highlight>;
    #[wasm_bindgen(method, structural)]
    fn set(this: &Registry, name: &str, highlight: &Highlight);
    #[wasm_bindgen(method, structural)]
    fn delete(this: &Registry, name: &str) -> bool;

    #[derive(Clone)]
    type Highlight;
    #[wasm_bindgen(constructor, catch)]
    fn new() -> Result<Highlight, JsValue>;
    #[wasm_bindgen(method, structural)]
    fn add(this: &Highlight, range: &StaticRange);
    #[wasm_bindgen(method, structural, js_name = delete)]
    fn remove(this: &Highlight, range: &StaticRange) -> bool;
    #[wasm_bindgen(method, getter, structural)]
    fn size(this: &Highlight) -> u32;
    #[wasm_bindgen(method, setter, structural)]
    fn set_priority(this: &Highlight, priority: i32);

    /// Not a live range: the browser has nothing to keep up with while the page changes.
    #[derive(Clone)]
    type StaticRange;
    #[wasm_bindgen(constructor, catch)]
    fn new(ends: &Ends) -> Result<StaticRange, JsValue>;

    type AnyRange;
    #[wasm_bindgen(method, getter, structural, js_name = startContainer)]
    fn start_container(this: &AnyRange) -> Node;

    type Ends;
    #[wasm_bindgen(method, setter, structural, js_name = startContainer)]
    fn set_start_container(this: &Ends, node: &Text);
    #[wasm_bindgen(method, setter, structural, js_name = startOffset)]
    fn set_start_offset(this: &Ends, at: u32);
    #[wasm_bindgen(method, setter, structural, js_name = endContainer)]
    fn set_end_container(this: &Ends, node: &Text);
    #[wasm_bindgen(method, setter, structural, js_name = endOffset)]
    fn set_end_offset(this: &Ends, at: u32);
}

/// How the names of our highlights begin.
const PREFIX: &str = "newsgloss-";

/// What the marks that are lit up are called besides their type.
const LIT: &str = "lit";
/// Seen above every type.
const LIT_PRIORITY: i32 = 2;

/// The highlights of one document.
pub(in crate::dom) struct Highlights {
    registry: Option<Registry>,
    /// By the type of mark, those that have been used.
    used: Vec<(&'static str, Highlight)>,
    lit: Vec<StaticRange>,
}

/// The ranges of one text node, each with its mark's place in the plan.
pub(super) struct Shown {
    ranges: Vec<(&'static str, StaticRange, MarkIndex)>,
}

impl Highlights {
    /// Those of the document that `root` is in.
    pub(in crate::dom) fn of(root: &Element) -> Highlights {
        let view = root.owner_document().and_then(|document| document.default_view());
        let registry = view.and_then(|view| view.unchecked_ref::<View>().css()).and_then(|css| css.highlights());
        Highlights { registry, used: Vec::new(), lit: Vec::new() }
    }

    /// Whether this browser has them.
    pub(super) fn are_possible(&self) -> bool {
        self.registry.is_some()
    }

    /// Whether anybody, which may be another copy of newsgloss, highlights something in `container`.
    pub(in crate::dom) fn are_in(&self, container: &Element) -> bool {
        let Some(registry) = &self.registry else { return false };
        let ours = items(registry).map(JsCast::unchecked_into::<Array>).filter(|entry| is_ours(&entry.get(0)));
        ours.flat_map(|entry| items(&entry.get(1)).collect::<Vec<_>>())
            .any(|range| container.contains(Some(&range.unchecked_into::<AnyRange>().start_container())))
    }

    /// Highlights what `segments` say of `text`.
    ///
    /// # Errors
    /// What the browser threw; nothing of the text is highlighted then.
    pub(super) fn show(&mut self, text: &Text, segments: &[Segment], marks: &[Mark]) -> Result<Shown, JsValue> {
        let mut shown = Shown { ranges: Vec::new() };
        for index in appearances(segments) {
            let Some(mark) = marks.get(index) else { continue };
            let added = range(text, stretch(segments, index)).and_then(|range| {
                self.highlight(mark.subtype, priority(mark))?.add(&range);
                Ok(range)
            });
            match added {
                Ok(range) => shown.ranges.push((mark.subtype, range, index)),
                Err(error) => {
                    self.undo(shown);
                    return Err(error);
                }
            }
        }
        Ok(shown)
    }

    /// Takes the ranges of `shown` out.
    pub(super) fn undo(&mut self, shown: Shown) {
        for (subtype, range, _) in shown.ranges {
            if let Some(highlight) = self.known(subtype) {
                highlight.remove(&range);
            }
        }
    }

    /// Lights up what of `shown` has this id.
    ///
    /// # Errors
    /// What the browser threw.
    pub(super) fn light(&mut self, shown: &Shown, id: &str, marks: &[Mark]) -> Result<(), JsValue> {
        for (_, range, index) in &shown.ranges {
            if marks.get(*index).is_some_and(|mark| mark.id == id) {
                self.highlight(LIT, LIT_PRIORITY)?.add(range);
                self.lit.push(range.clone());
            }
        }
        Ok(())
    }

    /// Lights nothing up.
    pub(super) fn unlight(&mut self) {
        if let Some(highlight) = self.known(LIT) {
            for range in self.lit.drain(..) {
                highlight.remove(&range);
            }
        }
    }

    /// Takes every highlight away that nobody has anything in any more.
    pub(super) fn end(&mut self) {
        self.unlight();
        let Some(registry) = &self.registry else { return };
        for (subtype, highlight) in std::mem::take(&mut self.used) {
            let name = name(subtype);
            if highlight.size() == 0 && registry.get(&name).is_some_and(|known| *known == *highlight) {
                registry.delete(&name);
            }
        }
    }

    fn known(&self, subtype: &str) -> Option<Highlight> {
        self.used.iter().find(|(used, _)| *used == subtype).map(|(_, highlight)| highlight.clone())
    }

    /// The highlight of `subtype`, which may be there already.
    fn highlight(&mut self, subtype: &'static str, priority: i32) -> Result<Highlight, JsValue> {
        let registry = self.registry.as_ref().ok_or(JsValue::UNDEFINED)?;
        if let Some(highlight) = self.known(subtype) {
            return Ok(highlight);
        }
        let name = name(subtype);
        let highlight = match registry.get(&name) {
            Some(highlight) => highlight,
            None => {
                let highlight = Highlight::new()?;
                highlight.set_priority(priority);
                registry.set(&name, &highlight);
                highlight
            }
        };
        self.used.push((subtype, highlight.clone()));
        Ok(highlight)
    }
}

impl Shown {
    /// Lets the ranges stand for the marks of `segments`, which look as those do that are shown.
    pub(super) fn rename(&mut self, segments: &[Segment]) {
        for ((_, _, index), now) in self.ranges.iter_mut().zip(appearances(segments)) {
            *index = now;
        }
    }
}

/// The marks of `segments`, each once, in the order in which they begin and from the outermost in.
fn appearances(segments: &[Segment]) -> Vec<MarkIndex> {
    let mut found: Vec<MarkIndex> = Vec::new();
    for &mark in segments.iter().flat_map(|segment| &segment.marks) {
        // A text of the page is short: it seldom has more than ten marks.
        if !found.contains(&mark) {
            found.push(mark);
        }
    }
    found
}

/// What the browser's collection `of` holds.
fn items(of: &JsValue) -> impl Iterator<Item = JsValue> {
    js_sys::try_iter(of).ok().flatten().into_iter().flatten().flatten()
}

fn is_ours(name: &JsValue) -> bool {
    name.as_string().is_some_and(|name| name.starts_with(PREFIX))
}

/// What the highlight of a type of mark is called; the shell's style sheet says the same.
fn name(subtype: &str) -> String {
    [PREFIX, subtype].concat()
}

/// Where two highlights paint the same, the one further in is seen.
fn priority(mark: &Mark) -> i32 {
    i32::from(mark.kind != QUOTE)
}

fn range(text: &Text, (start, end): (u32, u32)) -> Result<StaticRange, JsValue> {
    let ends: Ends = Object::new().unchecked_into();
    ends.set_start_container(text);
    ends.set_start_offset(start);
    ends.set_end_container(text);
    ends.set_end_offset(end);
    StaticRange::new(&ends)
}
