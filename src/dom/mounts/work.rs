//! The work on one article, as a machine that takes a step of some milliseconds at a time.

use std::rc::Rc;

use web_sys::Element;

use super::standing::Standing;
use super::{Mount, MountError, Settings};
use crate::document::{Document, DocumentBuilder, OffsetMap, Utf16};
use crate::dom::article::{self, Found};
use crate::dom::body;
use crate::dom::layout::Layout;
use crate::dom::live::{self, Copying, Page};
use crate::dom::marks::{MARK, Plan};
use crate::dom::metadata::Declared;
use crate::dom::paint::{Highlights, Painter, Way};
use crate::dom::read::Reading;
use crate::dom::text_map::Stretch;
use crate::dom::tree::NodeId;
use crate::{Annotating, Annotations, Answer, Concluded, Concluding};

/// Nodes that are copied in one step.
const NODES: usize = 100;
/// Elements whose computed style is asked for in one step.
const STYLES: usize = 40;
/// Texts that are painted in one step.
const TEXTS: usize = 16;
/// How many containers in turn may seem to hold the article and turn out to be hidden.
const MOST_HIDDEN: usize = 4;

/// What was read and found.
pub(super) struct Article {
    /// What holds it; nothing where there is no article.
    pub container: Option<Element>,
    pub document: Document,
    pub annotations: Annotations,
    pub answer: Rc<Answer<Utf16>>,
    pub standing: Standing,
    annotating: Annotating,
}

/// What is to be done next.
pub(super) enum Work {
    Rest,
    /// Nothing more: the article is that of another mount, with this handle.
    Same(u32),
    /// Copying what the caller calls the article or, where that is nothing, the whole page.
    Copy(Copying),
    /// Asking for the styles of the elements in the container that seems to hold the article, from the node `next` on. So many
    /// others seemed to before.
    LayOut {
        page: Page,
        declared: Declared,
        container: NodeId,
        next: NodeId,
        tries: usize,
    },
    Annotate(Box<Read>),
    /// Putting together what follows from all that has been annotated.
    Conclude(Box<Read>, Concluding),
    /// Planning how it is shown.
    Plan(Box<Read>),
    Paint(Box<Read>),
}

/// An article that has been read and is being annotated and shown.
pub(super) struct Read {
    page: Page,
    container: Option<Element>,
    reading: Reading,
    /// The first text node in view.
    first: NodeId,
    annotating: Annotating,
    /// Whether what is in view is to be shown before the rest is annotated.
    hurries: bool,
    /// What has been found, when that is to be shown, and the same as it is answered.
    found: Option<Annotations>,
    answer: Option<Rc<Answer<Utf16>>>,
}

impl Work {
    /// Reads `root`, or looks for an article in the page where that is none.
    pub(super) fn on(root: Option<&Element>) -> Work {
        let page = || web_sys::window()?.document()?.body().map(Into::into);
        root.cloned().or_else(page).map_or(Work::Rest, |start: Element| Work::Copy(Copying::new(&start)))
    }
}

impl Mount {
    /// Takes the next step of the work. Cost: a bounded number of calls of the browser, or one stage for one passage.
    pub(super) fn step(&mut self) -> Result<(), MountError> {
        self.work = match std::mem::replace(&mut self.work, Work::Rest) {
            work @ (Work::Rest | Work::Same(_)) => work,
            Work::Copy(mut copying) => {
                if copying.advance(NODES, &mut self.painter, self.settings.way) {
                    let page = copying.finish();
                    let declared = page.element(0).map(live::declared).unwrap_or_default();
                    self.look_in(page, declared, 0)
                } else {
                    Work::Copy(copying)
                }
            }
            Work::LayOut { mut page, declared, container, next, tries } => {
                let end = page.tree.end(container);
                let next = page.lay_out(next..end, STYLES);
                if next < end {
                    Work::LayOut { page, declared, container, next, tries }
                } else {
                    self.read(page, declared, container, tries)?
                }
            }
            Work::Annotate(read) => self.annotate(read),
            Work::Conclude(read, concluding) => self.conclude(read, concluding),
            Work::Plan(read) => self.plan(read),
            Work::Paint(read) => self.paint(read)?,
        };
        Ok(())
    }

    /// Looks for the container of the article in `page`, after so many tries.
    fn look_in(&mut self, mut page: Page, declared: Declared, mut tries: usize) -> Work {
        while let Some(body) = body::find(&page.tree, self.is_given, &declared).into_iter().next() {
            let is_hidden = || page.element(body.container).is_some_and(live::is_hidden);
            if tries < MOST_HIDDEN && !self.is_given && is_hidden() {
                page.tree.lay_out(body.container, Layout::Hidden, false);
                tries += 1;
            } else {
                return Work::LayOut { next: body.container + 1, container: body.container, page, declared, tries };
            }
        }
        self.read_nothing(page)
    }

    /// Reads the article in `page`, in whose part `container` it is known how everything is laid out.
    fn read(&mut self, page: Page, declared: Declared, container: NodeId, tries: usize) -> Result<Work, MountError> {
        let Settings { published, today, .. } = self.settings;
        let Some(Found { body, reading, others }) = article::find(&page.tree, &declared, self.is_given, published, today) else {
            return Ok(self.read_nothing(page));
        };
        if body.container != container && tries < MOST_HIDDEN {
            return Ok(self.look_in(page, declared, tries + 1));
        }
        let Some(container) = page.element(body.container).cloned() else { return Ok(self.read_nothing(page)) };
        if let Some(other) = super::with(|other| other.container() == Some(&container), |other| other.handle) {
            if self.revision == 0 {
                return Ok(Work::Same(other));
            }
            // What was this page's article is another's by now; what is shown of its own stays while it is there.
            let stays = self.container().is_some_and(|container| container.is_connected());
            return Ok(if stays { Work::Rest } else { self.read_nothing(page) });
        }
        if self.painter.as_ref().is_none_or(Painter::is_empty) && is_marked(&container)? {
            return Err(MountError::AlreadyMarked);
        }
        self.others = others.into_iter().filter_map(|other| page.element(other).cloned()).collect();
        Ok(self.take_up(page, Some(container), reading))
    }

    fn read_nothing(&mut self, page: Page) -> Work {
        self.others.clear();
        let document = DocumentBuilder::new().finish(self.settings.published, None);
        self.take_up(page, None, Reading::nothing(document))
    }

    /// Goes on from what was read: annotates it, unless the same has been.
    fn take_up(&mut self, page: Page, container: Option<Element>, reading: Reading) -> Work {
        let known = self.article.take_if(|article| article.container == container);
        // What was written into the file of an article that is new here is taken over.
        if known.is_none() && (self.article.is_some() || container.is_none()) {
            self.undo();
        }
        let hurries = known.is_none() && self.painter.as_ref().is_none_or(Painter::is_empty);
        match known {
            // The same words, if perhaps in other nodes.
            Some(Article { annotations, answer, annotating, document, .. }) if document == reading.document => {
                let (found, answer) = (Some(annotations), Some(answer));
                Work::Plan(Box::new(Read { page, container, reading, first: 0, annotating, hurries, found, answer }))
            }
            known => {
                let mut annotating = Annotating::new(&reading.document, known.map(|article| article.annotating));
                let mut first = 0;
                // Not asked for a short article, since the answer costs a layout.
                if hurries
                    && annotating.is_long()
                    && let Some(stretch) = first_in_view(&page, &reading)
                {
                    first = stretch.node;
                    annotating.begin_at(byte_at(&reading.document, stretch.at));
                }
                Work::Annotate(Box::new(Read { page, container, reading, first, annotating, hurries, found: None, answer: None }))
            }
        }
    }

    fn annotate(&mut self, mut read: Box<Read>) -> Work {
        read.annotating.advance(&self.settings.annotator, &self.settings.options);
        let is_due = read.annotating.is_read() || read.hurries && read.annotating.has_read_some();
        if !is_due {
            return Work::Annotate(read);
        }
        read.hurries = false;
        let concluding = read.annotating.conclude(&read.reading.document);
        Work::Conclude(read, concluding)
    }

    fn conclude(&mut self, mut read: Box<Read>, concluding: Concluding) -> Work {
        match concluding.advance(&self.settings.annotator, &read.reading.document, &self.settings.options) {
            Concluded::Not(more) => Work::Conclude(read, more),
            Concluded::All(found) => {
                read.found = Some(found);
                read.answer = None;
                self.revision += 1;
                Work::Plan(read)
            }
        }
    }

    fn plan(&mut self, mut read: Box<Read>) -> Work {
        let Some(found) = &read.found else { return Work::Rest };
        let is_new = read.answer.is_none();
        let answer = read.answer.get_or_insert_with(|| Rc::new(Answer::new(&read.reading.document, found.clone(), true)));
        if self.settings.may_change_way
            && let Some(mut painter) = self.painter.take_if(|painter| painter.is_disturbed())
        {
            painter.undo();
            self.settings.way = Way::Highlight;
        }
        if let Some(container) = &read.container {
            let painter = self.painter.get_or_insert_with(|| Painter::new(self.settings.way, container));
            self.is_held |= is_new && self.settings.hidden.holds_new();
            if self.is_held {
                return Work::Paint(read);
            }
            // Highlights go on any text; elements only where they disturb nothing.
            let can_show = |id| painter.way() == Way::Highlight || read.page.tree.can_wrap(id);
            let plan = Plan::new(answer, &self.settings.hidden, &read.reading.map, can_show);
            painter.begin(plan, read.first);
        }
        Work::Paint(read)
    }

    fn paint(&mut self, read: Box<Read>) -> Result<Work, MountError> {
        if let Some(painter) = &mut self.painter
            && !painter.advance(&read.page, TEXTS).map_err(MountError::Page)?
        {
            return Ok(Work::Paint(read));
        }
        if !read.annotating.is_read() {
            return Ok(Work::Annotate(read));
        }
        let Read { page, container, reading, annotating, found, answer, .. } = *read;
        let Reading { document, map, .. } = reading;
        let standing = Standing::new(map, &page);
        self.article =
            found.zip(answer).map(|(annotations, answer)| Article { container, document, annotations, answer, standing, annotating });
        Ok(Work::Rest)
    }
}

/// Whether another mount, which may be another copy of newsgloss, shows something in `container`.
fn is_marked(container: &Element) -> Result<bool, MountError> {
    let elements = container.query_selector(MARK).map_err(MountError::Page)?;
    Ok(elements.is_some() || Highlights::of(container).are_in(container))
}

/// Where the text begins that is in view, or below it where none is.
fn first_in_view(page: &Page, reading: &Reading) -> Option<Stretch> {
    let is_above = |stretch: &Stretch| {
        let element = page.node(stretch.node).and_then(|node| node.parent_element());
        element.is_some_and(|element| element.get_bounding_client_rect().bottom() < 0.0)
    };
    reading.map.first(is_above)
}

/// The byte at which the block begins that holds the code unit `at`.
fn byte_at(document: &Document, at: u32) -> u32 {
    let offsets = OffsetMap::<Utf16>::new(document.text());
    let after = document.blocks().partition_point(|block| offsets.offset(block.span.start) <= at);
    after.checked_sub(1).and_then(|index| document.blocks().get(index)).map_or(0, |block| block.span.start)
}
