//! The articles of this page that are mounted, by handle, and the work on each: a few milliseconds at a time.
//!
//! ```text
//! copy ─▶ lay out ─▶ read ─▶ annotate, passage by passage ─▶ paint ─▶ at rest ─▶ (the page has changed) copy …
//! ```
//!
//! What is in view is annotated and painted first. When the page has changed, what is still the same is neither annotated nor
//! painted again. It decides the order of the work; what the work is, is told elsewhere.

mod standing;
mod work;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use thiserror::Error;
use time::Date;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Node, Range};

use crate::document::{Document, Span, Utf16};
use crate::{Annotations, Annotator, Answer, Options};

use super::marks::{Hidden, Mark, MarkIndex};
use super::paint::{Painter, Way};
use work::{Article, Work};

thread_local! {
    static MOUNTS: RefCell<Vec<Mount>> = const { RefCell::new(Vec::new()) };
    static LAST_HANDLE: Cell<u32> = const { Cell::new(0) };
}

/// How an article is to be mounted.
#[derive(Debug)]
pub(crate) struct Settings {
    pub annotator: Rc<Annotator>,
    pub options: Options,
    /// The day of publication, whatever the page says.
    pub published: Option<Date>,
    /// No day of publication that a page states after this one is believed.
    pub today: Date,
    pub way: Way,
    pub hidden: Hidden,
    /// Whether it may become another way, where the page turns out to work on its text itself.
    pub may_change_way: bool,
}

struct Mount {
    handle: u32,
    /// What the caller named, if anything.
    asked: Option<Element>,
    /// Whether that is the article, rather than a page that has one.
    is_given: bool,
    settings: Settings,
    article: Option<Article>,
    painter: Option<Painter>,
    work: Work,
    /// The page has changed since the work began.
    is_stale: bool,
    /// What was found last is not shown before it is said what of it is hidden; what was shown before stays so long.
    is_held: bool,
    revision: u32,
    /// What holds other articles that stand on the same page in full.
    others: Vec<Element>,
}

/// Why nothing could be marked. The page is as it was.
#[derive(Debug, Error)]
pub(crate) enum MountError {
    /// The root is no element.
    #[error("the root to mount on is neither an element nor a document: give one, or leave it out to use the page's article")]
    NotAnElement,
    /// Somebody else's marks are there: an extension's, beside the publisher's own.
    #[error("the article has marks in it already, by another mount: unmount that first")]
    AlreadyMarked,
    /// The browser threw.
    #[error("the page could not be marked, and is left as it was")]
    Page(JsValue),
}

/// Begins to mount the article that `root` is, or the one in it where it is a document, or the page's where it is undefined;
/// [`advance`] does the work. A root that is mounted already has the handle that it had.
pub(crate) fn begin(root: &JsValue, settings: Settings) -> Result<u32, MountError> {
    let asked = if root.is_undefined() || root.is_null() { None } else { Some(as_element(root)?) };
    let is_given = asked.is_some() && !is_document(root);
    let known = with(|mount| mount.asked == asked && (asked.is_some() || mount.is_in_page()), |mount| mount.handle);
    if let Some(handle) = known {
        return Ok(handle);
    }
    let handle = LAST_HANDLE.get().wrapping_add(1);
    LAST_HANDLE.set(handle);
    let work = Work::on(asked.as_ref());
    MOUNTS.with_borrow_mut(|mounts| {
        mounts.push(Mount {
            handle,
            asked,
            is_given,
            settings,
            article: None,
            painter: None,
            work,
            is_stale: false,
            is_held: false,
            revision: 0,
            others: Vec::new(),
        })
    });
    Ok(handle)
}

/// Works on for some milliseconds at most. When there is nothing more to do, it gives the handle that the article is known by,
/// which is another one where its container had been mounted before.
///
/// # Errors
/// Whatever is wrong; the mount is then gone, and the page as it was.
pub(crate) fn advance(handle: u32) -> Result<Option<u32>, MountError> {
    // Taken out, so that what the browser calls meanwhile finds nothing half done.
    let Some(mut mount) = take(handle) else { return Ok(Some(handle)) };
    match mount.step() {
        Ok(()) => {
            let done = match mount.work {
                Work::Same(other) => {
                    mount.undo();
                    return Ok(Some(other));
                }
                Work::Rest if mount.is_stale => {
                    mount.begin();
                    None
                }
                Work::Rest => Some(handle),
                _ => None,
            };
            MOUNTS.with_borrow_mut(|mounts| mounts.push(mount));
            Ok(done)
        }
        Err(error) => {
            mount.undo();
            Err(error)
        }
    }
}

/// The page has changed: what is mounted as `handle` is to be read again, by [`advance`]. Where the caller named no article, it
/// is looked for again, since it may be another one now.
pub(crate) fn refresh(handle: u32) {
    with_mut(handle, |mount| match mount.work {
        Work::Rest => mount.begin(),
        _ => mount.is_stale = true,
    });
}

/// Only what is not `hidden` is to be shown from now on; [`advance`] does it. Says whether there is anything to do for that.
pub(crate) fn hide(handle: u32, hidden: Hidden) -> bool {
    let is_new = with_mut(handle, |mount| {
        let is_other = std::mem::replace(&mut mount.settings.hidden, hidden) != mount.settings.hidden;
        std::mem::take(&mut mount.is_held) || is_other
    }) == Some(true);
    if is_new {
        // Read again, since nobody keeps where each node was; what is the same is neither annotated nor painted twice.
        refresh(handle);
    }
    is_new
}

/// The page has changed the text node `node`: a mark would go over other words.
pub(crate) fn forget(handle: u32, node: &Node) {
    with_mut(handle, |mount| mount.painter.as_mut().map(|painter| painter.forget(node)));
}

/// What was found in the article of `handle`.
pub(crate) fn answer(handle: u32) -> Option<Rc<Answer<Utf16>>> {
    with(|mount| mount.handle == handle, |mount| mount.article.as_ref().map(|article| article.answer.clone()))?
}

/// How often what was found in the article of `handle` has become another.
pub(crate) fn revision(handle: u32) -> u32 {
    with(|mount| mount.handle == handle, |mount| mount.revision).unwrap_or_default()
}

/// The element that holds the article of `handle`.
pub(crate) fn container(handle: u32) -> Option<Element> {
    with(|mount| mount.handle == handle, |mount| mount.container().cloned())?
}

/// What holds other articles, which stand on the page of `handle` in full.
pub(crate) fn others(handle: u32) -> Vec<Element> {
    with(|mount| mount.handle == handle, |mount| mount.others.clone()).unwrap_or_default()
}

/// What `from` makes of the article of `handle` and of what was found in it; nothing where no article is mounted so.
pub(crate) fn of_article<T>(handle: u32, from: impl FnOnce(&Document, &Annotations) -> T) -> Option<T> {
    with(|mount| mount.handle == handle, |mount| mount.article.as_ref().map(|article| from(&article.document, &article.annotations)))?
}

/// How the marks of `handle` are shown, and what `from` makes of them.
pub(crate) fn marks<T>(handle: u32, from: impl FnOnce(Way, &[Mark]) -> T) -> Option<T> {
    of_painter(handle, |painter| from(painter.way(), painter.marks()))
}

/// The innermost mark of `handle` at the offset `at` of the text node `node`, in UTF-16 code units.
pub(crate) fn mark_at(handle: u32, node: &Node, at: u32) -> Option<MarkIndex> {
    of_painter(handle, |painter| painter.mark_at(node, at))?
}

/// Where a mark of `handle` is shown, in reading order; nowhere while the page changes.
pub(crate) fn ranges(handle: u32, mark: MarkIndex) -> Vec<Range> {
    of_painter(handle, |painter| painter.ranges(mark).unwrap_or_default()).unwrap_or_default()
}

/// Where `span` of the text of `handle` stands in the page, in reading order: one range for each text node that has been left as it
/// was read.
pub(crate) fn locate(handle: u32, span: Span<Utf16>) -> Vec<Range> {
    let located = with(
        |mount| mount.handle == handle,
        |mount| {
            let pieces = mount.article.as_ref()?.standing.pieces(span);
            let painter = mount.painter.as_ref()?;
            Some(pieces.filter_map(|(node, start, end)| painter.range(node, start, end)).collect())
        },
    );
    located.flatten().unwrap_or_default()
}

/// Lights up every mark of `handle` with this id, or none.
pub(crate) fn light(handle: u32, id: Option<&str>) {
    // Whatever the browser throws here, the marks are only less bright.
    with_mut(handle, |mount| mount.painter.as_mut().map(|painter| painter.light(id).is_ok()));
}

/// Takes the marks of `handle` out of the page. An unknown handle does nothing.
pub(crate) fn unmount(handle: u32) {
    if let Some(mut mount) = take(handle) {
        mount.undo();
    }
}

impl Mount {
    /// Whether its article is in the page still, as far as is known.
    fn is_in_page(&self) -> bool {
        self.container().is_none_or(|container| container.is_connected())
    }

    fn container(&self) -> Option<&Element> {
        self.article.as_ref()?.container.as_ref()
    }

    /// Reads the page, from its start.
    fn begin(&mut self) {
        self.is_stale = false;
        self.work = Work::on(self.asked.as_ref());
    }

    fn undo(&mut self) {
        self.work = Work::Rest;
        if let Some(mut painter) = self.painter.take() {
            painter.undo();
        }
    }
}

fn take(handle: u32) -> Option<Mount> {
    MOUNTS.with_borrow_mut(|mounts| {
        let index = mounts.iter().position(|mount| mount.handle == handle)?;
        Some(mounts.swap_remove(index))
    })
}

fn with<T>(is_it: impl Fn(&Mount) -> bool, from: impl FnOnce(&Mount) -> T) -> Option<T> {
    MOUNTS.with_borrow(|mounts| mounts.iter().find(|mount| is_it(mount)).map(from))
}

fn with_mut<T>(handle: u32, from: impl FnOnce(&mut Mount) -> T) -> Option<T> {
    MOUNTS.with_borrow_mut(|mounts| mounts.iter_mut().find(|mount| mount.handle == handle).map(from))
}

fn of_painter<T>(handle: u32, from: impl FnOnce(&Painter) -> T) -> Option<T> {
    with(|mount| mount.handle == handle, |mount| mount.painter.as_ref().map(from))?
}

/// The element that `root` is, or the body of the document that it is.
fn as_element(root: &JsValue) -> Result<Element, MountError> {
    let node: &Node = root.unchecked_ref();
    match root.is_object().then(|| node.node_type()) {
        Some(Node::ELEMENT_NODE) => Ok(root.clone().unchecked_into()),
        Some(Node::DOCUMENT_NODE) => root.unchecked_ref::<web_sys::Document>().body().map(Into::into).ok_or(MountError::NotAnElement),
        _ => Err(MountError::NotAnElement),
    }
}

fn is_document(root: &JsValue) -> bool {
    root.unchecked_ref::<Node>().node_type() == Node::DOCUMENT_NODE
}
