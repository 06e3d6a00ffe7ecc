//! Shows a plan in a page, brings what is shown from one plan to the next, and takes it out again.
//!
//! Two ways with one interface: elements of ours around the text (`markup`), or custom highlights that leave the tree alone
//! (`highlights`). What is shown already is kept where the new plan wants the same, so that a change to a long article costs
//! what has changed. Undoing leaves the tree node for node what it was. No markup is ever parsed.

mod highlights;
mod markup;

use js_sys::Map;
use serde::Serialize;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Node, Range, Text};

use super::live::Page;
use super::marks::{Mark, MarkIndex, Plan, Segment, beginnings};
use super::tree::NodeId;

/// What was written into a page's file, and not taken over yet.
const WRITTEN: &str = "newsgloss-mark[data-ahead]";

pub(super) use highlights::Highlights;

#[wasm_bindgen]
extern "C" {
    /// A text node whose text never becomes a Rust string: a lone surrogate would not come back from there.
    type RawText;

    #[wasm_bindgen(method, getter, structural)]
    fn data(this: &RawText) -> JsValue;

    #[wasm_bindgen(method, structural, catch, js_name = appendData)]
    fn append_data(this: &RawText, data: &JsValue) -> Result<(), JsValue>;
}

/// How marks are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Way {
    /// By elements around the text.
    Markup,
    /// By custom highlights.
    Highlight,
}

/// The place of a painted text in its [`Painter`].
type TextNumber = usize;

/// What is shown of one article.
pub(super) struct Painter {
    way: Way,
    /// What holds the article, which may be in no page.
    root: Element,
    marks: Vec<Mark>,
    /// Nothing where one has been taken out again, which is `free` for another.
    texts: Vec<Option<Painted>>,
    free: Vec<TextNumber>,
    /// From each text node that shows something of ours to the number of its text. The nodes are held in `texts` too.
    numbers: Map,
    highlights: Highlights,
    /// Whether the page has changed what elements of ours stood around.
    is_disturbed: bool,
    /// What is still to be shown, if anything.
    pending: Option<Pending>,
}

/// A plan that is being shown.
struct Pending {
    texts: std::vec::IntoIter<(NodeId, Vec<Segment>)>,
    /// Of each text that was shown before, whether it is not known to be wanted any more.
    is_stale: Vec<bool>,
}

/// One text node of the page that shows something.
struct Painted {
    /// The page's own node.
    node: Text,
    /// All of its text, as the page had it.
    data: JsValue,
    segments: Vec<Segment>,
    looks: Vec<Look>,
    shown: Shown,
}

enum Shown {
    Markup(markup::Shown),
    Highlight(highlights::Shown),
}

impl Painter {
    /// A painter that shows nothing yet. Highlights want a browser that has them, and are elements elsewhere.
    pub(super) fn new(way: Way, root: &Element) -> Painter {
        let highlights = Highlights::of(root);
        let way = if highlights.are_possible() { way } else { Way::Markup };
        Painter {
            way,
            root: root.clone(),
            marks: Vec::new(),
            texts: Vec::new(),
            free: Vec::new(),
            numbers: Map::new(),
            highlights,
            is_disturbed: false,
            pending: None,
        }
    }

    /// Has `painter` take over the marks in `root` that were written into the page's file, as if it had shown them before. One that is
    /// needed for that shows marks in this `way`.
    pub(super) fn take_over(painter: &mut Option<Painter>, way: Way, root: &Element) {
        let Ok(found) = root.query_selector_all(WRITTEN) else { return };
        for element in (0..found.length()).filter_map(|index| found.item(index)) {
            // It has been with one before, in the same text.
            if !markup::is_ahead(&element) {
                continue;
            }
            let painter = painter.get_or_insert_with(|| Painter::new(way, root));
            let before = element.previous_sibling().filter(|before| before.node_type() == Node::TEXT_NODE);
            if let Some((shown, looks)) = markup::Shown::standing(before.unwrap_or(element))
                && let Some(first) = shown.texts().first()
            {
                let (node, data) = (first.text().clone(), shown.text().into());
                painter.keep(Painted { node, data, segments: Vec::new(), looks, shown: Shown::Markup(shown) });
            }
        }
    }

    /// How it shows marks in fact.
    pub(super) fn way(&self) -> Way {
        self.way
    }

    /// Whether the page works on what elements of ours stand around, as a framework does that renders it: then highlights are the
    /// better way, if the browser has them.
    pub(super) fn is_disturbed(&self) -> bool {
        self.is_disturbed && self.way == Way::Markup && self.highlights.are_possible()
    }

    /// Every mark of the plan that is shown.
    pub(super) fn marks(&self) -> &[Mark] {
        &self.marks
    }

    /// Whether anything is shown.
    pub(super) fn is_empty(&self) -> bool {
        self.painted().next().is_none()
    }

    /// Begins to show `plan` in place of what is shown; [`Painter::advance`] does it. `first` is the text node to begin with.
    pub(super) fn begin(&mut self, plan: Plan, first: NodeId) {
        let Plan { marks, mut texts } = plan;
        self.marks = marks;
        let at = texts.partition_point(|&(node, _)| node < first);
        texts.rotate_left(at);
        self.pending = Some(Pending { texts: texts.into_iter(), is_stale: vec![true; self.texts.len()] });
    }

    /// Paints the next `count` texts, and says whether everything is shown.
    ///
    /// # Errors
    /// What the browser threw. What is shown by then stays until [`Painter::undo`].
    pub(super) fn advance(&mut self, page: &Page, count: usize) -> Result<bool, JsValue> {
        let Some(mut pending) = self.pending.take() else { return Ok(true) };
        for _ in 0..count {
            let Some((id, segments)) = pending.texts.next() else {
                for (number, _) in pending.is_stale.into_iter().enumerate().filter(|&(_, is_stale)| is_stale) {
                    self.is_disturbed |= self.text(number).is_some_and(|painted| !self.is_intact(painted));
                    self.remove(number);
                }
                return Ok(true);
            };
            if let (Some(node), Some(text)) = (page.node(id), page.tree.text(id)) {
                self.show(node.unchecked_ref(), text, segments, &mut pending.is_stale)?;
            }
        }
        self.pending = Some(pending);
        Ok(false)
    }

    /// Shows `segments` in `node`, which held `text` when it was read.
    fn show(&mut self, node: &Text, text: &str, segments: Vec<Segment>, is_stale: &mut [bool]) -> Result<(), JsValue> {
        let looks = looks(&segments, &self.marks);
        if let Some(number) = self.number(node) {
            if let Some(is_stale) = is_stale.get_mut(number) {
                *is_stale = false;
            }
            let is_kept =
                self.text(number).is_some_and(|painted| painted.way() == self.way && self.is_intact(painted) && painted.looks == looks);
            if let Some(painted) = self.texts.get_mut(number).and_then(Option::as_mut).filter(|_| is_kept) {
                match &mut painted.shown {
                    Shown::Markup(shown) => shown.rename(&segments, &self.marks)?,
                    Shown::Highlight(shown) => shown.rename(&segments),
                }
                painted.segments = segments;
                return Ok(());
            }
            self.remove(number);
        }
        // A node that has changed or left since it was read is not what was judged.
        if !self.is_there(node) || node.data() != text {
            return Ok(());
        }
        let data = node.unchecked_ref::<RawText>().data();
        let shown = match self.way {
            Way::Markup => Shown::Markup(markup::Shown::new(node, &segments, &self.marks)?),
            Way::Highlight => Shown::Highlight(self.highlights.show(node, &segments, &self.marks)?),
        };
        let number = self.keep(Painted { node: node.clone(), data, segments, looks, shown });
        if let Some(is_stale) = is_stale.get_mut(number) {
            *is_stale = false;
        }
        Ok(())
    }

    /// Keeps what is shown, and gives its number.
    fn keep(&mut self, painted: Painted) -> TextNumber {
        let number = self.free.pop().unwrap_or(self.texts.len());
        for node in painted.nodes() {
            self.numbers.set(node, &(number as u32).into());
        }
        match self.texts.get_mut(number) {
            Some(text) => *text = Some(painted),
            None => self.texts.push(Some(painted)),
        }
        number
    }

    /// Takes everything out. What the page has removed or rewritten since stays as the page has it.
    pub(super) fn undo(&mut self) {
        self.pending = None;
        for number in 0..self.texts.len() {
            self.remove(number);
        }
        self.highlights.end();
        self.numbers.clear();
    }

    fn remove(&mut self, number: TextNumber) {
        let Some(painted) = self.texts.get_mut(number).and_then(Option::take) else { return };
        self.free.push(number);
        for node in painted.nodes() {
            self.numbers.delete(node);
        }
        match painted.shown {
            Shown::Markup(shown) => shown.undo(),
            Shown::Highlight(shown) => self.highlights.undo(shown),
        }
    }

    fn painted(&self) -> impl Iterator<Item = &Painted> {
        self.texts.iter().flatten()
    }

    fn text(&self, number: TextNumber) -> Option<&Painted> {
        self.texts.get(number)?.as_ref()
    }

    /// Whether `node` is still in the page, as far as the article is in one.
    fn is_there(&self, node: &Node) -> bool {
        node.is_connected() == self.root.is_connected()
    }

    /// Whether the page has left `painted` in it, and as it was painted.
    fn is_intact(&self, painted: &Painted) -> bool {
        self.is_there(&painted.node) && painted.is_intact()
    }

    fn number(&self, node: &JsValue) -> Option<TextNumber> {
        self.numbers.get(node).as_f64().map(|number| number as TextNumber)
    }

    /// The page has changed the text `node`: what is shown there would go over other words.
    pub(super) fn forget(&mut self, node: &Node) {
        let number = self.number(node);
        if let Some(number) = number.filter(|&number| self.text(number).is_some_and(|painted| !self.is_intact(painted))) {
            self.is_disturbed = true;
            self.remove(number);
        }
    }

    /// The page's own text that begins at `node`, if that is the first of what was made of it: the page's own node, its text, and
    /// the last node that was made of it. What the page has changed meanwhile is undone first.
    pub(super) fn whole(&mut self, node: &Node) -> Option<Whole> {
        let first = markup::first_text(node)?;
        let number = self.number(&first)?;
        let painted = self.text(number)?;
        if !self.is_intact(painted) {
            self.is_disturbed = true;
            self.remove(number);
            return None;
        }
        let Shown::Markup(shown) = &painted.shown else { return None };
        Some(Whole { node: painted.node.clone().into(), text: painted.data.as_string().unwrap_or_default(), last: shown.last()? })
    }

    /// The innermost mark at the offset `at` of the text node `node`, in UTF-16 code units.
    pub(super) fn mark_at(&self, node: &Node, at: u32) -> Option<MarkIndex> {
        let painted = self.text(self.number(node)?)?;
        let before = match &painted.shown {
            Shown::Markup(shown) => shown.start_of(node)?,
            Shown::Highlight(_) => self.is_intact(painted).then_some(0)?,
        };
        let at = before + at;
        painted.segments.iter().find(|segment| (segment.start..segment.end).contains(&at))?.marks.last().copied()
    }

    /// Where the mark `mark` is shown, in reading order: one range for each text node.
    pub(super) fn ranges(&self, mark: MarkIndex) -> Result<Vec<Range>, JsValue> {
        let mut ranges = Vec::new();
        let mut painted: Vec<&Painted> =
            self.painted().filter(|painted| painted.segments.iter().any(|segment| segment.marks.contains(&mark))).collect();
        // Numbers are in the order of painting, which is not the page's.
        painted.sort_by(|a, b| {
            let follows = a.node.compare_document_position(&b.node) & Node::DOCUMENT_POSITION_FOLLOWING != 0;
            if follows { std::cmp::Ordering::Less } else { std::cmp::Ordering::Greater }
        });
        for painted in painted {
            ranges.push(painted.range(stretch(&painted.segments, mark))?);
        }
        Ok(ranges)
    }

    /// Where the code units from `start` to `end` of the page's text node `node` are, whatever has been put around them; nowhere where
    /// the page has changed it since it was read, as far as that can be seen.
    pub(super) fn range(&self, node: &Text, start: u32, end: u32) -> Option<Range> {
        if !self.is_there(node) {
            return None;
        }
        match self.number(node).and_then(|number| self.text(number)) {
            Some(painted) => self.is_intact(painted).then(|| painted.range((start, end)).ok())?,
            None => range((node, start), (node, end)).ok(),
        }
    }

    /// Lights up every mark with this id, or none.
    ///
    /// # Errors
    /// What the browser threw.
    pub(super) fn light(&mut self, id: Option<&str>) -> Result<(), JsValue> {
        self.highlights.unlight();
        for painted in self.texts.iter().flatten() {
            match &painted.shown {
                Shown::Markup(shown) => shown.light(id, &self.marks)?,
                Shown::Highlight(shown) => {
                    if let Some(id) = id.filter(|_| painted.is_intact()) {
                        self.highlights.light(shown, id, &self.marks)?;
                    }
                }
            }
        }
        Ok(())
    }
}

/// What a text node was before it was marked.
pub(super) struct Whole {
    /// The page's own node.
    pub node: Node,
    /// Its whole text.
    pub text: String,
    /// The last node that stands for it now.
    pub last: Node,
}

impl Painted {
    fn way(&self) -> Way {
        match self.shown {
            Shown::Markup(_) => Way::Markup,
            Shown::Highlight(_) => Way::Highlight,
        }
    }

    /// Every text node that shows a part of it.
    fn nodes(&self) -> impl Iterator<Item = &Text> {
        let parts = match &self.shown {
            Shown::Markup(shown) => shown.texts(),
            Shown::Highlight(_) => &[],
        };
        // The page's own node is the first part, and all that there is of a highlighted text.
        std::iter::once(&self.node).chain(parts.iter().skip(1).map(markup::Part::text))
    }

    /// Where the code units from `start` to `end` of its text are now.
    fn range(&self, (start, end): (u32, u32)) -> Result<Range, JsValue> {
        let whole = (&self.node, start);
        match &self.shown {
            Shown::Markup(shown) => range(shown.at(start).unwrap_or(whole), shown.until(end).unwrap_or((&self.node, end))),
            Shown::Highlight(_) => range(whole, (&self.node, end)),
        }
    }

    /// Whether it is as it was painted.
    fn is_intact(&self) -> bool {
        match &self.shown {
            Shown::Markup(shown) => shown.is_intact(),
            Shown::Highlight(_) => self.node.unchecked_ref::<RawText>().data() == self.data,
        }
    }
}

fn range((first, from): (&Text, u32), (last, to): (&Text, u32)) -> Result<Range, JsValue> {
    let range = Range::new()?;
    range.set_start(first, from)?;
    range.set_end(last, to)?;
    Ok(range)
}

/// How one of the segments of a text looks: from where to where it goes, how many elements go on into it, and a number for the types
/// of its marks, which [`and_type`] makes.
type Look = (u32, u32, usize, u64);

/// How each of `segments` looks. Which thing a mark stands for is not seen.
fn looks(segments: &[Segment], marks: &[Mark]) -> Vec<Look> {
    let types =
        |segment: &Segment| segment.marks.iter().filter_map(|&mark| marks.get(mark)).fold(0, |types, mark| and_type(types, mark.subtype));
    beginnings(segments).zip(segments).map(|(begun, segment)| (segment.start, segment.end, begun, types(segment))).collect()
}

/// The number for the types that have the number `types`, and one more inside them.
fn and_type(types: u64, subtype: &str) -> u64 {
    subtype.bytes().fold(types, |number, byte| number.wrapping_mul(31).wrapping_add(byte.into()))
}

/// From where to where `mark` goes in one text: it is never in two stretches of it.
fn stretch(segments: &[Segment], mark: MarkIndex) -> (u32, u32) {
    let mut own = segments.iter().filter(|segment| segment.marks.contains(&mark));
    let first = own.next();
    let start = first.map_or(0, |segment| segment.start);
    (start, own.next_back().or(first).map_or(start, |segment| segment.end))
}
