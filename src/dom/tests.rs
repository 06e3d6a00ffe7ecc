//! Pages written in a small HTML of their own: no document is parsed in the crate, so the tests bring a reader along.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod body;
mod html;
mod layout;
mod marks;
mod metadata;
mod read;
mod words;

use super::body::Body;
use super::metadata::Declared;
use super::read::Reading;
use super::tree::{Element, Tree, TreeBuilder};

const VOID: &[&str] = &["br", "hr", "img", "input"];

/// The tree of `html`, inside a `body`. Well-formed markup only, as far as tests need it.
fn tree(html: &str) -> Tree {
    let mut builder = TreeBuilder::default();
    builder.open(Element::new("body", |_| None));
    let mut open = Vec::new();
    let mut rest = html;
    while !rest.is_empty() {
        if let Some(comment) = rest.strip_prefix("<!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
        } else if let Some(tag) = rest.strip_prefix('<') {
            let (tag, after) = tag.split_once('>').unwrap();
            rest = after;
            match tag.strip_prefix('/') {
                Some(name) => {
                    if open.last() == Some(&name) {
                        open.pop();
                        builder.close();
                    }
                }
                None => {
                    let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
                    builder.open(Element::new(name, |wanted| attribute(attributes, wanted)));
                    if VOID.contains(&name) {
                        builder.close();
                    } else {
                        open.push(name);
                    }
                }
            }
        } else {
            let (text, _) = rest.split_at(rest.find('<').unwrap_or(rest.len()));
            rest = &rest[text.len()..];
            builder.text(text.replace("&nbsp;", "\u{A0}").replace("&shy;", "\u{AD}").replace("&amp;", "&"));
        }
    }
    builder.finish()
}

/// `class=a id=b hidden`: no spaces inside values but as `+`.
fn attribute(attributes: &str, wanted: &str) -> Option<String> {
    attributes.split(' ').find_map(|attribute| {
        let (name, value) = attribute.split_once('=').unwrap_or((attribute, ""));
        (name == wanted).then(|| value.replace('+', " "))
    })
}

/// The article in `html`, read.
fn article(html: &str) -> Option<(Tree, Reading)> {
    with_title(html, "")
}

fn with_title(html: &str, title: &str) -> Option<(Tree, Reading)> {
    let tree = tree(html);
    let body = super::body::find(&tree, false, &titled(title)).into_iter().next()?;
    let reading = super::read::read(&tree, &body, None, None);
    Some((tree, reading))
}

/// What a page declares, as `say` tells it.
fn declared(say: impl FnOnce(&mut Declared)) -> Declared {
    let mut declared = Declared::default();
    say(&mut declared);
    declared
}

fn titled(title: &str) -> Declared {
    declared(|declared| declared.title = title.to_owned())
}

/// All of `html` as an article, whatever it holds: as where a caller names the root.
fn given(html: &str) -> (Tree, Reading) {
    let tree = tree(html);
    let body: Body = super::body::find(&tree, true, &titled("")).into_iter().next().unwrap();
    let reading = super::read::read(&tree, &body, None, None);
    (tree, reading)
}

/// All of `html` as the document that an article in a page becomes, for tests of what is found in one.
pub(crate) fn document(html: &str) -> crate::Document {
    given(html).1.document
}

/// The blocks as "role: text", line breaks inside a block as " / ".
fn blocks(reading: &Reading) -> Vec<String> {
    let document = &reading.document;
    let block = |block: &crate::document::Block| format!("{:?}: {}", block.role, document.slice(block.span).replace('\n', " / "));
    document.blocks().iter().map(block).collect()
}
