//! The page: finds the article in it, reads it into a `Document`, puts marks around what was found and takes them out again.
//!
//! ```text
//! elements ──live──▶ Tree ──body──▶ container ──read──▶ Document, TextMap
//! file ──────html──────▶ ″
//!                                               Answer ──marks──▶ Plan ──paint──▶ elements
//! ```
//!
//! What judges (tags, layout, words, frame, body, metadata, read, marks) works on a copy and touches no page, so it runs natively
//! too, on files that `html` has parsed. Only `live`, `paint` and `mounts` call the browser. Nothing in here decides what a name or a
//! quotation is, and nothing from a live page is ever read as HTML.

mod article;
mod body;
#[cfg(any(not(target_arch = "wasm32"), feature = "node"))]
mod byline;
mod frame;
#[cfg(any(not(target_arch = "wasm32"), feature = "node"))]
pub(crate) mod html;
mod json_ld;
mod layout;
mod marks;
mod metadata;
mod read;
mod tags;
mod text_map;
mod tree;
mod words;

#[cfg(target_arch = "wasm32")]
mod live;
#[cfg(target_arch = "wasm32")]
mod mounts;
#[cfg(target_arch = "wasm32")]
mod paint;

#[cfg(target_arch = "wasm32")]
pub(crate) use mounts::{
    MountError, Settings, advance, answer, begin, container, forget, hide, light, locate, mark_at, marks, of_article, others, ranges,
    refresh, revision, unmount,
};
#[cfg(target_arch = "wasm32")]
pub(crate) use {
    marks::{Hidden, Mark},
    paint::Way,
};

#[cfg(test)]
pub(crate) mod tests;
