//! The articles of this page that have marks in them, by handle.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use thiserror::Error;
use time::Date;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Node};

use crate::document::{Document, DocumentBuilder, Utf16};
use crate::{Annotations, Answer};

use super::article;
use super::live::{self, Page};
use super::marks::Plan;
use super::paint::{MARK, Painted};
use super::read::Reading;

thread_local! {
    static MOUNTS: RefCell<Vec<Mount>> = const { RefCell::new(Vec::new()) };
    static LAST_HANDLE: Cell<u32> = const { Cell::new(0) };
}

struct Mount {
    handle: u32,
    /// What the caller named, if anything.
    asked: Option<Element>,
    /// What holds the article.
    container: Element,
    /// What the article was when it was read, and what was found in it.
    document: Document,
    annotations: Annotations,
    answer: Rc<Answer<Utf16>>,
    painted: Painted,
}

/// Why nothing could be marked. The page is as it was.
#[derive(Debug, Error)]
pub(crate) enum MountError {
    /// The root is no element.
    #[error("the root to mount on is not an element: give one, or leave it out to use the page's article")]
    NotAnElement,
    /// Somebody else's marks are there: an extension's, beside the publisher's own.
    #[error("the article has marks in it already, by another mount: unmount that first")]
    AlreadyMarked,
    /// The browser threw.
    #[error("the page could not be marked, and is left as it was")]
    Page(JsValue),
}

/// Reads the article in `root`, or the page's where that is undefined, has it annotated and puts the marks in. A day of
/// publication that the page states and that is after `today` is not believed.
/// The handle and the answer of an article that is mounted already are given again.
pub(crate) fn mount(
    root: &JsValue,
    published: Option<Date>,
    today: Date,
    annotate: impl FnOnce(&Document) -> Annotations,
) -> Result<(u32, Rc<Answer<Utf16>>), MountError> {
    let asked = if root.is_undefined() || root.is_null() { None } else { Some(as_element(root)?) };
    if let Some(known) = known(|mount| mount.asked == asked && (asked.is_some() || mount.container.is_connected())) {
        return Ok(known);
    }
    let Some((container, page, reading)) = find(asked.as_ref(), published, today) else {
        let nothing = DocumentBuilder::new().finish(published, None);
        let annotations = annotate(&nothing);
        return Ok((new_handle(), Rc::new(Answer::new(&nothing, annotations, true))));
    };
    if let Some(known) = known(|mount| mount.container == container) {
        return Ok(known);
    }
    if container.query_selector(MARK).map_err(MountError::Page)?.is_some() {
        return Err(MountError::AlreadyMarked);
    }
    let annotations = annotate(&reading.document);
    let answer = Rc::new(Answer::new(&reading.document, annotations.clone(), true));
    let plan = Plan::new(&answer, &reading.map, |id| page.tree.can_wrap(id));
    let painted = Painted::new(&page, &plan).map_err(MountError::Page)?;
    let handle = new_handle();
    let mount = Mount { handle, asked, container, document: reading.document, annotations, answer: answer.clone(), painted };
    MOUNTS.with_borrow_mut(|mounts| mounts.push(mount));
    Ok((handle, answer))
}

/// What `from` makes of the article of `handle` and of what was found in it; nothing where no article is mounted so.
pub(crate) fn of_article<T>(handle: u32, from: impl FnOnce(&Document, &Annotations) -> T) -> Option<T> {
    MOUNTS.with_borrow(|mounts| {
        let mount = mounts.iter().find(|mount| mount.handle == handle)?;
        Some(from(&mount.document, &mount.annotations))
    })
}

/// Takes the marks of `handle` out of the page. An unknown handle does nothing.
pub(crate) fn unmount(handle: u32) {
    let mount = MOUNTS.with_borrow_mut(|mounts| {
        let index = mounts.iter().position(|mount| mount.handle == handle)?;
        Some(mounts.swap_remove(index))
    });
    if let Some(mount) = mount {
        mount.painted.undo();
    }
}

/// The article in `asked`, or in the page: the element that holds it, the copied page and what was read of it.
fn find(asked: Option<&Element>, published: Option<Date>, today: Date) -> Option<(Element, Page, Reading)> {
    let root = match asked {
        Some(root) => root.clone(),
        None => web_sys::window()?.document()?.body()?.into(),
    };
    let page = Page::copy(&root);
    let (body, reading) = article::find(&page.tree, &live::declared(&root), asked.is_some(), published, today)?;
    let container: Element = page.node(body.container)?.clone().unchecked_into();
    Some((container, page, reading))
}

fn as_element(root: &JsValue) -> Result<Element, MountError> {
    let node: &Node = root.unchecked_ref();
    let is_element = root.is_object() && node.node_type() == Node::ELEMENT_NODE;
    is_element.then(|| root.clone().unchecked_into()).ok_or(MountError::NotAnElement)
}

fn known(is_it: impl Fn(&Mount) -> bool) -> Option<(u32, Rc<Answer<Utf16>>)> {
    MOUNTS.with_borrow(|mounts| {
        let mount = mounts.iter().find(|mount| is_it(mount))?;
        Some((mount.handle, mount.answer.clone()))
    })
}

fn new_handle() -> u32 {
    LAST_HANDLE.set(LAST_HANDLE.get().wrapping_add(1));
    LAST_HANDLE.get()
}
