//! Which heading is the article's headline, and how a heading is known by the page's title.

use super::super::tags::Tag;
use super::super::tree::{NodeId, Tree};
use super::survey::SHORTEST_PROSE;
use super::{is_set, outermost};

/// The article's headline: the first in its container or, failing that, the one before it that shares most words with the
/// page's title. Titles are often another wording, so that no more than one word is asked for.
pub(super) fn headline(tree: &Tree, container: NodeId, excluded: &[bool], titles: &[String]) -> Option<NodeId> {
    let headings = outermost(tree, excluded, &|element| element.tag == Tag::Heading(1) || element.is_headline);
    let inside = |id: &&NodeId| (container..tree.end(container)).contains(*id);
    if let Some(&first) = headings.iter().find(inside) {
        return Some(first);
    }
    let title: Vec<String> = titles.iter().flat_map(|title| title_words(title)).collect();
    let before = headings.iter().copied().filter(|&id| id < container);
    let called = before.map(|id| (shared_words(tree, id, &title), id)).filter(|&(words, _)| words > 0 || title.is_empty()).max();
    called.map(|(_, id)| id).or_else(|| opening(tree, container, excluded))
}

/// The second-rank heading that the container begins with, before any running text: one of several articles on a page has no other.
fn opening(tree: &Tree, container: NodeId, excluded: &[bool]) -> Option<NodeId> {
    let is_text = |id: NodeId| tree.text(id).is_some_and(|text| text.trim().len() >= SHORTEST_PROSE as usize);
    let mut id = container;
    while id < tree.end(container) {
        match tree.element(id) {
            _ if is_set(excluded, id) => id = tree.end(id),
            Some(element) if element.tag == Tag::Heading(2) => return Some(id),
            None if is_text(id) => return None,
            _ => id += 1,
        }
    }
    None
}

/// How many words of the text in `id` are among `words`.
pub(super) fn shared_words(tree: &Tree, id: NodeId, words: &[String]) -> usize {
    let text = (id..tree.end(id)).filter_map(|inside| tree.text(inside)).flat_map(title_words);
    text.filter(|word| words.contains(word)).count()
}

/// The words that titles are compared by: case and marks are set one way here, another way there.
pub(super) fn title_words(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 2).map(str::to_lowercase)
}
