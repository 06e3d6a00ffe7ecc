//! Who wrote an article: what its page declares, else what stands under the headline. Natively only, where it is asked for.

use serde_json::Value;

use super::metadata::Declared;
use super::tree::{Content, NodeId, Tree};
use super::words;

/// Bytes: a longer byline is something else.
const LONGEST: usize = 200;

/// The names of those who wrote the article in `container`, apart by commas, or as the page has them.
pub(super) fn find(declared: &Declared, tree: &Tree, container: NodeId, headline: Option<NodeId>) -> Option<String> {
    let in_scripts = declared.scripts().find_map(|script| joined(&names(serde_json::from_str(script.value("author")?).ok()?)));
    let in_metas = || declared.authors().filter_map(name).next();
    in_scripts.or_else(in_metas).or_else(|| on_page(tree, container, headline))
}

/// The names in an author as JSON-LD has it: a string, an object with a name, or several.
fn names(author: Value) -> Vec<String> {
    let several = match author {
        Value::Array(several) => several,
        one => vec![one],
    };
    let mut names = Vec::new();
    for one in several {
        let said = match &one {
            Value::String(said) => Some(said.as_str()),
            one => one.get("name").and_then(Value::as_str),
        };
        names.extend(said.and_then(name).filter(|name| !names.contains(name)));
    }
    names
}

fn joined(names: &[String]) -> Option<String> {
    (!names.is_empty()).then(|| names.join(", "))
}

/// `said` as a name: without "By", and none where it is the address of a page.
fn name(said: &str) -> Option<String> {
    let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
    let bare = said.get(..3).filter(|start| start.eq_ignore_ascii_case("by ")).and_then(|_| said.get(3..)).unwrap_or(&said);
    (!bare.is_empty() && bare.len() <= LONGEST && !bare.contains("://")).then(|| bare.to_owned())
}

/// The first thing near the article that says it is its author, or begins as bylines do.
fn on_page(tree: &Tree, container: NodeId, headline: Option<NodeId>) -> Option<String> {
    let from = headline.map_or(container, |headline| headline.min(container));
    let authors = (from..tree.end(container)).filter(|&id| tree.element(id).is_some_and(|element| element.is_author));
    let mut said = Vec::new();
    let mut reached = 0;
    for id in authors {
        if id >= reached {
            reached = tree.end(id);
            said.extend(name(&tree.text_of(id, LONGEST)).filter(|name| !said.contains(name)));
        }
    }
    joined(&said).or_else(|| {
        let texts = tree.nodes().take(tree.end(container)).skip(from);
        let mut short = texts.filter_map(|(_, node)| match &node.content {
            Content::Text(text) if words::is_byline(text.trim()) => name(text),
            _ => None,
        });
        short.next()
    })
}
