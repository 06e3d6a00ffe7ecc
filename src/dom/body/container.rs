//! Which element holds the article: the one that the page declares, by what it says and what it is called; else the one with the
//! running text; none where all that there is are teasers.

use super::super::tags::Tag;
use super::super::tree::{Element, NodeId, Tree};
use super::headline::{shared_words, title_words};
use super::survey::Survey;
use super::{is_set, outermost};

/// Bytes of running text from which what the page declares an article is believed.
const LEAST_DECLARED: u32 = 60;
/// Bytes of running text from which a container is taken for an article though nothing declares it.
const LEAST_UNDECLARED: u32 = 250;
/// Blocks of running text in such a container.
const LEAST_BLOCKS: u32 = 2;

/// The element that holds the article's text.
pub(super) fn container(tree: &Tree, survey: &Survey, excluded: &[bool], is_live: bool, titles: &[String]) -> Option<NodeId> {
    if is_live {
        return Some(densest(tree, survey, excluded, 0, (3, 4))).filter(|&id| survey.of(id).prose >= LEAST_UNDECLARED);
    }
    let declared = |wanted: &dyn Fn(&Element) -> bool| outermost(tree, excluded, wanted);
    let most = |ids: &[NodeId]| ids.iter().copied().max_by_key(|&id| (survey.of(id).prose, std::cmp::Reverse(id)));
    let bodies = declared(&|element| element.is_article_body);
    let articles = declared(&|element| element.tag == Tag::Article);
    // Several in full: the page's own is the one that it is called by, else what is most of the text, or the first.
    let full: Vec<NodeId> = articles.iter().copied().filter(|&id| survey.is_full(id)).collect();
    if full.len() > 1 {
        let titles: Vec<String> = titles.iter().flat_map(|title| title_words(title)).collect();
        let called = |id: NodeId| {
            let headings =
                (id..tree.end(id)).filter(|&inside| tree.element(inside).is_some_and(|element| matches!(element.tag, Tag::Heading(1 | 2))));
            headings.take(1).map(|heading| shared_words(tree, heading, &titles)).max().unwrap_or_default()
        };
        let best = full.iter().copied().max_by_key(|&id| (called(id), std::cmp::Reverse(id)));
        if let Some(best) = best.filter(|&best| called(best) > 1) {
            return Some(best);
        }
    }
    for declared in [&bodies, &articles] {
        let all: u32 = declared.iter().map(|&id| survey.of(id).prose).sum();
        // One of several that is not most of the text is a teaser among teasers.
        if let Some(best) = most(declared).filter(|&best| survey.of(best).prose >= LEAST_DECLARED && survey.of(best).prose > all / 2) {
            return Some(around(tree, survey, best));
        }
    }
    if let Some(&first) = full.first() {
        return Some(first);
    }
    let with_prose = articles.iter().filter(|&&id| survey.of(id).prose > 0).count();
    if with_prose > 2 {
        return None;
    }
    let start = most(&declared(&|element| element.tag == Tag::Main)).filter(|&main| survey.of(main).prose >= LEAST_UNDECLARED);
    let dense = densest(tree, survey, excluded, start.unwrap_or(0), (3, 4));
    let is_list = survey.of(dense).linked_headings >= survey.of(dense).blocks;
    (survey.of(dense).prose >= LEAST_UNDECLARED && survey.of(dense).blocks >= LEAST_BLOCKS && !is_list).then_some(dense)
}

/// From a declared body to the `article` around it, if that is its own: captions and standfirst stand there.
fn around(tree: &Tree, survey: &Survey, body: NodeId) -> NodeId {
    let mut ancestors = std::iter::successors(tree.parent(body), |&above| tree.parent(above));
    let article = ancestors.find(|&above| tree.element(above).is_some_and(|element| element.tag == Tag::Article));
    // Nine tenths: what else the article holds is its frame, not a second text.
    article.filter(|&article| survey.of(body).prose >= survey.of(article).prose / 10 * 9).unwrap_or(body)
}

/// The smallest ancestor of `body` that holds the headline too, if it holds little other running text: what leads up to the text
/// stands there.
pub(super) fn widened(tree: &Tree, survey: &Survey, body: NodeId, headline: Option<NodeId>) -> NodeId {
    let Some(headline) = headline.filter(|&headline| headline < body) else { return body };
    let mut ancestors = std::iter::successors(tree.parent(body), |&above| tree.parent(above));
    let both = ancestors.find(|&above| above < headline && headline < tree.end(above));
    both.filter(|&both| survey.of(both).prose <= survey.of(body).prose / 4 * 5).unwrap_or(body)
}

/// The element inside `container` that holds nearly all of its running text.
pub(super) fn densest_core(tree: &Tree, survey: &Survey, excluded: &[bool], container: NodeId, given: bool) -> NodeId {
    if given { container } else { densest(tree, survey, excluded, container, (19, 20)) }
}

/// Goes down from `start` while one child holds the given share of the running text.
fn densest(tree: &Tree, survey: &Survey, excluded: &[bool], start: NodeId, share: (u32, u32)) -> NodeId {
    let mut here = start;
    loop {
        let mut child = here + 1;
        let mut best = None;
        while child < tree.end(here) {
            if !is_set(excluded, child) && best.is_none_or(|best: NodeId| survey.of(child).prose > survey.of(best).prose) {
                best = Some(child);
            }
            child = tree.end(child);
        }
        match best {
            // One paragraph is not yet a text.
            Some(best) if survey.of(best).blocks >= LEAST_BLOCKS && survey.of(best).prose >= survey.of(here).prose / share.1 * share.0 => {
                here = best
            }
            _ => return here,
        }
    }
}
