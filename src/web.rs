//! What a page calls: thin functions over the core, plain objects in and out, nothing to free.
//!
//! Every type that crosses is described here for TypeScript or, as JSON, in `annotations.rs`. Failures are thrown as
//! `NewsglossError` with a `code` to branch on. Nothing is decided here: not what a name is, not what an article is.

#[cfg(feature = "node")]
mod ahead;
mod error;
mod types;
mod warming;

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::document::{OffsetMap, Span, Utf16, day_of_clock};
use crate::dom::{self, Hidden, Mark, MountError, Settings, Way};
use crate::export::{About, Format, Labels, export};
use crate::lexicon::{Indexing, LexiconError};
use crate::segment::Segments;
use crate::{Annotator, Answer, Confidence, Document, Lexicon, Options, OwnList, Relations, Tagger, parse_published};
use error::Code;
use types::{JsAnnotateOptions, JsAnswer, JsExportOptions, JsMarks, JsMountOptions, JsMounted, JsRelations, JsSpan};
use warming::Warming;

thread_local! {
    /// What `load` took in, until `index` has been through it.
    static LOADING: RefCell<Option<Loading>> = const { RefCell::new(None) };
    /// Set once by `index`.
    static ANNOTATOR: RefCell<Option<Rc<Annotator>>> = const { RefCell::new(None) };
}

/// Bytes of the lexicon that one call of `index` takes in: some milliseconds, also on a slow machine that has not compiled this
/// code to the full yet.
const SLICE: usize = 64 * 1024;

/// What is being made ready.
enum Loading {
    Weights(Vec<u8>, Vec<u8>),
    Lexicon(Vec<u8>, Tagger),
    Index(Indexing, Tagger),
    Warm(Annotator, Warming),
}

/// Takes in the compiled data, which `index` then reads. Loading again replaces it.
#[wasm_bindgen]
pub fn load(
    #[wasm_bindgen(unchecked_param_type = "Uint8Array")] lexicon: Vec<u8>,
    #[wasm_bindgen(unchecked_param_type = "Uint8Array")] weights: Vec<u8>,
) {
    LOADING.set(Some(Loading::Weights(lexicon, weights)));
}

/// Makes some more of what `load` took in ready, for a few milliseconds. Call it, with pauses for the page, until it returns true:
/// then everything that was loaded is in use.
///
/// @throws NewsglossError with code "bad-lexicon" or "bad-weights" where the data cannot be used; it is dropped, and what was loaded
/// before stays.
#[wasm_bindgen]
pub fn index() -> Result<bool, JsValue> {
    let bad = |error: LexiconError| error::new(Code::BadLexicon, &error.to_string());
    let next = match LOADING.take() {
        None => return Ok(true),
        Some(Loading::Weights(lexicon, weights)) => {
            let tagger = Tagger::parse(&weights).map_err(|error| error::new(Code::BadWeights, &error.to_string()))?;
            Loading::Lexicon(lexicon, tagger)
        }
        Some(Loading::Lexicon(lexicon, tagger)) => Loading::Index(Lexicon::begin(lexicon).map_err(bad)?, tagger),
        Some(Loading::Index(mut lexicon, tagger)) => {
            if lexicon.advance(SLICE).map_err(bad)? {
                Loading::Warm(Annotator::new(lexicon.finish().map_err(bad)?, tagger), Warming::default())
            } else {
                Loading::Index(lexicon, tagger)
            }
        }
        Some(Loading::Warm(annotator, mut warming)) => {
            if warming.advance(&annotator)? {
                ANNOTATOR.set(Some(Rc::new(annotator)));
                return Ok(true);
            }
            Loading::Warm(annotator, warming)
        }
    };
    LOADING.set(Some(next));
    Ok(false)
}

/// Annotates plain text. Offsets in the answer count UTF-16 code units of `text`, so that they index the string as given.
///
/// @throws NewsglossError with code "not-loaded", "bad-text", "text-too-long", "bad-date", "bad-confidence" or "bad-list".
#[wasm_bindgen]
pub fn annotate(
    #[wasm_bindgen(unchecked_param_type = "string")] text: JsValue,
    options: Option<JsAnnotateOptions>,
) -> Result<JsAnswer, JsValue> {
    let annotator = annotator()?;
    let (options, published) = read_options(options)?;
    // A lone surrogate becomes U+FFFD, which is one code unit too: offsets hold.
    let text = text.as_string().ok_or_else(|| error::new(Code::BadText, "the text to annotate is not a string"))?;
    let document = Document::from_plain_text(&text, published).map_err(|error| error::new(Code::TextTooLong, &error.to_string()))?;
    let annotations = annotator.annotate(&document, &options);
    Ok(to_js(&Answer::<Utf16>::new(&document, annotations, false))?.unchecked_into())
}

/// Begins to mount the article that `root` is, or the one in it where it is a document, or the page's where it is not given, and
/// gives its handle; `advance` does the work. The same root has the same handle until it is unmounted.
///
/// @throws NewsglossError with code "not-loaded", "bad-root", "bad-date", "bad-confidence", "bad-list" or "bad-paint".
#[wasm_bindgen]
pub fn begin(
    #[wasm_bindgen(unchecked_param_type = "Element | Document | undefined")] root: JsValue,
    options: Option<JsMountOptions>,
) -> Result<u32, JsValue> {
    let annotator = annotator()?;
    let way = options.as_ref().map_or(Ok(Way::Markup), |options| read_way(&options.paint()))?;
    let may_change_way = options.as_ref().is_some_and(|options| options.may_repaint().is_truthy());
    let hidden = options.as_ref().map_or_else(Hidden::default, |options| options.hidden().into_iter().flatten().collect());
    let (options, published) = read_options(options.map(JsCast::unchecked_into))?;
    dom::begin(&root, Settings { annotator, options, published, today: today(), way, hidden, may_change_way })
        .map_err(|error| mount_error(&error))
}

/// Works on what is to be done for `handle`, for some milliseconds at most: reads the page, annotates, shows the marks. Call it, with
/// pauses for the page, until it returns a number: the handle that the article has, which is another one where it was mounted before.
///
/// @throws NewsglossError with code "already-marked" or "page"; the page is then as it was, and the handle marks nothing.
#[wasm_bindgen]
pub fn advance(handle: u32) -> Result<Option<u32>, JsValue> {
    dom::advance(handle).map_err(|error| mount_error(&error))
}

/// Has the article of `handle` read again, since the page has changed; `advance` does the work. What is still the same is
/// neither annotated nor shown again.
#[wasm_bindgen]
pub fn refresh(handle: u32) {
    dom::refresh(handle);
}

/// A number that is another one once something else was found in the article of `handle` than before.
#[wasm_bindgen]
pub fn revision(handle: u32) -> u32 {
    dom::revision(handle)
}

/// The page has changed the text node `node`: takes out what goes over other words now.
#[wasm_bindgen]
pub fn forget(handle: u32, node: &web_sys::Node) {
    dom::forget(handle, node);
}

/// What was found in the article of `handle`.
#[wasm_bindgen]
pub fn answer(handle: u32) -> Result<Option<JsAnswer>, JsValue> {
    dom::answer(handle).map(|answer| Ok(to_js(&*answer)?.unchecked_into())).transpose()
}

/// The element that holds the article of `handle`.
#[wasm_bindgen]
pub fn container(handle: u32) -> Option<web_sys::Element> {
    dom::container(handle)
}

/// The elements that hold other articles, which stand on the page of `handle` in full: each can be mounted by itself.
#[wasm_bindgen]
pub fn others(handle: u32) -> Vec<web_sys::Element> {
    dom::others(handle)
}

/// The marks of `handle` in reading order: what stands in another after it. The functions below know each by its place in this
/// list, until the work for the handle goes on.
#[wasm_bindgen]
pub fn marks(handle: u32) -> Result<Option<JsMarks>, JsValue> {
    dom::marks(handle, |paint, marks| Ok(to_js(&Shown { paint, marks })?.unchecked_into())).transpose()
}

/// The innermost mark of `handle` at an offset in a text node, in UTF-16 code units.
#[wasm_bindgen(js_name = markAt)]
pub fn mark_at(handle: u32, node: &web_sys::Node, offset: u32) -> Option<usize> {
    dom::mark_at(handle, node, offset)
}

/// Where a mark is shown: one range for each text node, in reading order.
#[wasm_bindgen]
pub fn ranges(handle: u32, mark: usize) -> Vec<web_sys::Range> {
    dom::ranges(handle, mark)
}

/// Where the text of `handle` from `start` to `end` stands in the page, in UTF-16 code units of the answer's text: one range for each
/// text node, marked or not.
#[wasm_bindgen]
pub fn locate(handle: u32, start: u32, end: u32) -> Vec<web_sys::Range> {
    dom::locate(handle, Span::new(start, end))
}

/// The sentence of the text of `handle` that holds what is from `start` to `end`; of what goes over several, all of them.
#[wasm_bindgen]
pub fn sentence(handle: u32, start: u32, end: u32) -> Result<Option<JsSpan>, JsValue> {
    let found = dom::of_article(handle, |document, _| {
        let map = OffsetMap::<Utf16>::new(document.text());
        map.span(Segments::around(document, map.bytes(Span::new(start, end))))
    });
    found.map(|span| Ok(to_js(&span)?.unchecked_into())).transpose()
}

/// From now on, only what is not in `hidden` is shown of `handle`: types and kinds ("person", "direct"), ids ("e1"), and single
/// mentions by the id and where they begin ("e1@17"). The answer stays what it is. Says whether `advance` has anything to do for that.
///
/// Ids are others in each answer. Where "new" is in `hidden` too, `advance` comes to its end without having shown anything of an answer
/// that is another than before, so that it can be said what of that is hidden; what was shown stays until then.
#[wasm_bindgen]
pub fn hide(handle: u32, hidden: Vec<String>) -> bool {
    dom::hide(handle, hidden.into_iter().collect())
}

/// Lights up all marks with this id, or none.
#[wasm_bindgen]
pub fn light(handle: u32, id: Option<String>) {
    dom::light(handle, id.as_deref());
}

/// Mounts all at once, without a pause for the page.
///
/// @throws NewsglossError as `begin` and `advance` do.
#[wasm_bindgen]
pub fn mount(
    #[wasm_bindgen(unchecked_param_type = "Element | Document | undefined")] root: JsValue,
    options: Option<JsMountOptions>,
) -> Result<JsMounted, JsValue> {
    let begun = begin(root, options)?;
    let handle = loop {
        if let Some(handle) = advance(begun)? {
            break handle;
        }
    };
    let answer = dom::answer(handle).ok_or_else(|| error::new(Code::Internal, "nothing was read"))?;
    Ok(to_js(&Mounted { handle, answer: &answer })?.unchecked_into())
}

/// Who has to do with whom in the article that is mounted as `handle`: worked out when it is asked for. Of a handle that marks
/// nothing, because there was nothing to mark or it is unmounted, there is none.
#[wasm_bindgen]
pub fn relations(handle: u32) -> Result<Option<JsRelations>, JsValue> {
    let found = dom::of_article(handle, |document, annotations| {
        Relations::new(document, annotations).in_units(&OffsetMap::<Utf16>::new(document.text()))
    });
    found.map(|relations| Ok(to_js(&relations)?.unchecked_into())).transpose()
}

/// What was found in the article of `handle` as a text to save, in a form that others read: what `newsgloss annotate --format` prints.
/// Offsets in it count Unicode code points. Of a handle that marks nothing there is none.
///
/// @throws NewsglossError with code "bad-format", "bad-address" or "bad-date".
#[wasm_bindgen(js_name = exportAs)]
pub fn export_as(
    handle: u32,
    #[wasm_bindgen(unchecked_param_type = "ExportFormat")] format: &str,
    options: Option<JsExportOptions>,
) -> Result<Option<String>, JsValue> {
    let format = Format::named(format)
        .ok_or_else(|| error::new(Code::BadFormat, "give one of the formats \"webannotation\", \"schema\", \"csv\" and \"summary\""))?;
    let about = options.map_or(Ok(About::default()), |options| read_about(&options))?;
    Ok(dom::of_article(handle, |document, annotations| export(document, annotations, format, &about)))
}

/// Takes every mark of a mount out of the page again: the tree is node for node what it was. An unknown handle does nothing.
#[wasm_bindgen]
pub fn unmount(handle: u32) {
    dom::unmount(handle);
}

#[derive(Serialize)]
struct Shown<'a> {
    paint: Way,
    marks: &'a [Mark],
}

#[derive(Serialize)]
struct Mounted<'a> {
    handle: u32,
    answer: &'a Answer<Utf16>,
}

fn annotator() -> Result<Rc<Annotator>, JsValue> {
    ANNOTATOR.with_borrow(Clone::clone).ok_or_else(|| {
        error::new(
            Code::NotLoaded,
            "nothing can be annotated before load() has been given the lexicon and the weights, and index() has been through them",
        )
    })
}

/// The core's options and the publication date that the caller gives, if any.
fn read_options(given: Option<JsAnnotateOptions>) -> Result<(Options, Option<time::Date>), JsValue> {
    let mut options = Options::default();
    let Some(given) = given else { return Ok((options, None)) };
    let confidence = given.min_confidence();
    if !confidence.is_undefined() {
        let share = confidence.as_f64().filter(|share| (0.0..=1.0).contains(share));
        let share = share.ok_or_else(|| error::new(Code::BadConfidence, "minConfidence is not a number from 0 to 1"))?;
        options.min_confidence = Confidence::from_thousandths((share * 1000.0 + 0.5) as u16);
    }
    options.list = read_list(&given.lexicon())?;
    let published = given.published();
    if published.is_undefined() {
        return Ok((options, None));
    }
    let day = published.as_string().ok_or_else(|| error::new(Code::BadDate, "published is not a string: write it as 2016-08-27"))?;
    let day = parse_published(&day, today()).map_err(|error| error::new(Code::BadDate, &error.to_string()))?;
    Ok((options, Some(day)))
}

/// What the caller knows of an article.
fn read_about(given: &JsExportOptions) -> Result<About, JsValue> {
    let labels = given.labels();
    let word = |key: &str| js_sys::Reflect::get(&labels, &key.into()).ok()?.as_string();
    let mut about = About::default();
    about.labels = Labels::from_words(word);
    if let Some(url) = given.url().as_string() {
        about.set_url(&url).map_err(|error| error::new(Code::BadAddress, error.advice()))?;
    }
    if let Some(created) = given.created().as_string() {
        about.set_created(&created).map_err(|error| error::new(Code::BadDate, error.advice()))?;
    }
    Ok(about)
}

/// How marks are to be shown.
fn read_way(given: &JsValue) -> Result<Way, JsValue> {
    match given.as_string().as_deref() {
        Some("markup") => Ok(Way::Markup),
        Some("highlight") => Ok(Way::Highlight),
        None if given.is_undefined() => Ok(Way::Markup),
        _ => Err(error::new(Code::BadPaint, "paint is neither \"markup\" nor \"highlight\": give one of them, or leave it out")),
    }
}

/// By the clock of the machine that the page is read on.
fn today() -> time::Date {
    day_of_clock((js_sys::Date::now() / 1000.0) as u64)
}

/// A publisher's own list, as text or as an object that JSON can say.
fn read_list(given: &JsValue) -> Result<Option<Arc<OwnList>>, JsValue> {
    if given.is_undefined() {
        return Ok(None);
    }
    let bad = |message: &str| error::new(Code::BadList, message);
    let text = given.as_string().or_else(|| js_sys::JSON::stringify(given).ok()?.as_string());
    let text = text.ok_or_else(|| {
        bad("lexicon is neither text nor an object that JSON can say: give a list as JSON or CSV, or an array of entries")
    })?;
    let list = OwnList::parse(&text).map_err(|error| bad(&format!("the list of names cannot be used\n{error}")))?;
    Ok(Some(Arc::new(list)))
}

fn mount_error(error: &MountError) -> JsValue {
    let code = match error {
        MountError::NotAnElement => Code::BadRoot,
        MountError::AlreadyMarked => Code::AlreadyMarked,
        MountError::Page(_) => Code::Page,
    };
    error::new(code, &error.to_string())
}

/// Objects for maps, `undefined` for nothing: the shape that JSON has.
fn to_js(value: &impl Serialize) -> Result<JsValue, JsValue> {
    let serializer = serde_wasm_bindgen::Serializer::new().serialize_maps_as_objects(true);
    value.serialize(&serializer).map_err(|error| error::new(Code::Internal, &error.to_string()))
}
