//! Finds the article in a page: its container, its headline, and what in the container is not the article.
//!
//! First version. In order of trust: what the caller names, what the page declares (microdata, `article`), and the container
//! that holds the running text. A page that is a list of other articles has none, and nothing is better than a wrong one.
//! It reads no sentence and touches no page: it works on the copy alone. Cost: a few passes over the nodes.

use super::tags::Tag;
use super::tree::{Content, Element, NodeId, Tree};
use super::words::Sign;

/// Bytes without white space: a block with less is no running text but a label, a teaser's title or a date.
const SHORTEST_PROSE: u32 = 40;
/// Bytes of running text from which what the page declares an article is believed.
const LEAST_DECLARED: u32 = 60;
/// Bytes of running text from which a container is taken for an article though nothing declares it.
const LEAST_UNDECLARED: u32 = 250;
/// Blocks of running text in such a container.
const LEAST_BLOCKS: u32 = 2;

/// Where the article is.
#[derive(Debug)]
pub(super) struct Body {
    /// The element that holds its text.
    pub container: NodeId,
    /// Its headline, in the container or before it.
    pub headline: Option<NodeId>,
    /// By node: not the article. The subtree of such a node is not either.
    excluded: Vec<bool>,
}

impl Body {
    /// Whether the node `id` is judged not to be the article; its subtree then is not either.
    pub(super) fn is_excluded(&self, id: NodeId) -> bool {
        self.excluded.get(id).copied().unwrap_or(true)
    }
}

/// The article in `tree`. Where `given`, the tree's root is what the caller calls the article, however little it holds.
/// `title` is the page's title, which tells the headline from other headings.
pub(super) fn find(tree: &Tree, given: bool, title: &str) -> Option<Body> {
    let survey = Survey::new(tree, |_| false);
    let excluded = exclusions(tree, &survey, given);
    let survey = Survey::new(tree, |id| excluded.get(id).copied().unwrap_or(true));
    let container = if given { 0 } else { container(tree, &survey, &excluded)? };
    let headline = headline(tree, container, &excluded, title);
    Some(Body { container, headline, excluded })
}

/// How much of what is in each node's subtree, in bytes without white space.
struct Survey {
    /// Running text: blocks long enough, less their links; no headings.
    prose: Vec<u32>,
    /// Blocks of running text.
    blocks: Vec<u32>,
    /// Headings that are links as a whole, as above teasers.
    linked_headings: Vec<u32>,
    /// `h1` elements.
    titles: Vec<u32>,
}

impl Survey {
    /// Counts what is not `excluded` (by node; its subtree is left out with it).
    fn new(tree: &Tree, excluded: impl Fn(NodeId) -> bool) -> Survey {
        let count = tree.len();
        // The block that each node's text belongs to, and what each block holds directly.
        let mut block = vec![0; count];
        let mut linked = vec![false; count];
        let mut text = vec![0_u32; count];
        let mut link_text = vec![0_u32; count];
        let mut next = 0;
        while let Some(node) = tree.get(next) {
            let id = next;
            next += 1;
            let above = node.parent.unwrap_or(0);
            block[id] = block[above];
            linked[id] = linked[above];
            match &node.content {
                Content::Element(_) if excluded(id) => next = node.end,
                Content::Element(element) => {
                    if element.is_block() {
                        block[id] = id;
                    }
                    linked[id] |= element.tag == Tag::Link;
                }
                Content::Text(content) => {
                    let length = content.bytes().filter(|byte| !byte.is_ascii_whitespace()).count() as u32;
                    text[block[id]] += length;
                    if linked[id] {
                        link_text[block[id]] += length;
                    }
                }
            }
        }
        let mut survey = Survey { prose: vec![0; count], blocks: vec![0; count], linked_headings: vec![0; count], titles: vec![0; count] };
        // Children come after their parents, so that one pass backwards adds everything up.
        for (id, node) in tree.nodes().rev() {
            if let Content::Element(element) = &node.content {
                match element.tag {
                    Tag::Heading(level) => {
                        survey.titles[id] += u32::from(level == 1);
                        survey.linked_headings[id] += u32::from(text[id] > 0 && link_text[id] * 2 > text[id]);
                    }
                    _ if text[id] >= SHORTEST_PROSE && link_text[id] * 2 < text[id] => {
                        survey.prose[id] += text[id] - link_text[id];
                        survey.blocks[id] += 1;
                    }
                    _ => {}
                }
            }
            if let Some(parent) = node.parent {
                survey.prose[parent] += survey.prose[id];
                survey.blocks[parent] += survey.blocks[id];
                survey.linked_headings[parent] += survey.linked_headings[id];
                survey.titles[parent] += survey.titles[id];
            }
        }
        survey
    }
}

/// By node, whether it is judged not to be the article. `survey` has counted everything.
fn exclusions(tree: &Tree, survey: &Survey, given: bool) -> Vec<bool> {
    let mut excluded = vec![false; tree.len()];
    let total = survey.prose.first().copied().unwrap_or(0);
    for (id, node) in tree.nodes() {
        let Content::Element(element) = &node.content else { continue };
        if given && id == 0 {
            continue;
        }
        excluded[id] = element.is_outside()
            || match sign(tree, id, element) {
                Sign::Foreign => survey.titles[id] == 0 && !holds_body(tree, id),
                // Wrappers of the article itself are called so too; what stands beside it has no title and little text.
                Sign::Beside => survey.titles[id] == 0 && survey.prose[id] <= total / 3 && !holds_body(tree, id),
                _ => false,
            };
    }
    excluded
}

/// What there is against an element: its class and id, or what its name says where it stands.
fn sign(tree: &Tree, id: NodeId, element: &Element) -> Sign {
    let within = |tags: &[Tag]| tree.ancestors(id).filter_map(|above| tree.element(above)).any(|above| tags.contains(&above.tag));
    match (element.sign, element.tag) {
        (Sign::Foreign, _) => Sign::Foreign,
        (_, Tag::Footer | Tag::Form) => Sign::Beside,
        // The page's own header, not an article's; and an article in an article: a comment, or a related story.
        (_, Tag::Header) if !within(&[Tag::Article, Tag::Main]) => Sign::Beside,
        (_, Tag::Article) if within(&[Tag::Article]) => Sign::Beside,
        (_, Tag::Body | Tag::Main) => Sign::None,
        (sign, _) => sign,
    }
}

fn holds_body(tree: &Tree, id: NodeId) -> bool {
    (id..tree.end(id)).any(|inside| tree.element(inside).is_some_and(|element| element.is_article_body))
}

/// The element that holds the article's text.
fn container(tree: &Tree, survey: &Survey, excluded: &[bool]) -> Option<NodeId> {
    let declared = |wanted: &dyn Fn(&Element) -> bool| outermost(tree, excluded, wanted);
    let most = |ids: &[NodeId]| ids.iter().copied().max_by_key(|&id| (survey.prose[id], std::cmp::Reverse(id)));
    let bodies = declared(&|element| element.is_article_body);
    let articles = declared(&|element| element.tag == Tag::Article);
    for declared in [&bodies, &articles] {
        let all: u32 = declared.iter().map(|&id| survey.prose[id]).sum();
        // One of several that is not most of the text is a teaser among teasers.
        if let Some(best) = most(declared).filter(|&best| survey.prose[best] >= LEAST_DECLARED && survey.prose[best] > all / 2) {
            return Some(around(tree, survey, best));
        }
    }
    let with_prose = articles.iter().filter(|&&id| survey.prose[id] > 0).count();
    if with_prose > 2 {
        return None;
    }
    let start = most(&declared(&|element| element.tag == Tag::Main)).filter(|&main| survey.prose[main] >= LEAST_UNDECLARED);
    let dense = densest(tree, survey, excluded, start.unwrap_or(0));
    let is_list = survey.linked_headings[dense] >= survey.blocks[dense];
    (survey.prose[dense] >= LEAST_UNDECLARED && survey.blocks[dense] >= LEAST_BLOCKS && !is_list).then_some(dense)
}

/// From a declared body to the `article` around it, if that is its own: captions and standfirst stand there.
fn around(tree: &Tree, survey: &Survey, body: NodeId) -> NodeId {
    let article = tree.ancestors(body).find(|&above| tree.element(above).is_some_and(|element| element.tag == Tag::Article));
    // Nine tenths: what else the article holds is its frame, not a second text.
    article.filter(|&article| survey.prose[body] >= survey.prose[article] / 10 * 9).unwrap_or(body)
}

/// The elements that are `wanted`, are not excluded and are in no other such.
fn outermost(tree: &Tree, excluded: &[bool], wanted: &dyn Fn(&Element) -> bool) -> Vec<NodeId> {
    let mut found = Vec::new();
    let mut next = 0;
    while let Some(node) = tree.get(next) {
        let id = next;
        next += 1;
        let Content::Element(element) = &node.content else { continue };
        if excluded.get(id).copied().unwrap_or(true) {
            next = node.end;
        } else if wanted(element) {
            found.push(id);
            next = node.end;
        }
    }
    found
}

/// Goes down from `start` while one child holds nearly all of the running text.
fn densest(tree: &Tree, survey: &Survey, excluded: &[bool], start: NodeId) -> NodeId {
    let mut here = start;
    loop {
        let mut child = here + 1;
        let mut best = None;
        while child < tree.end(here) {
            if !excluded.get(child).copied().unwrap_or(true) && best.is_none_or(|best: NodeId| survey.prose[child] > survey.prose[best]) {
                best = Some(child);
            }
            child = tree.end(child);
        }
        match best {
            // One paragraph is not yet a text.
            Some(best) if survey.blocks[best] >= LEAST_BLOCKS && survey.prose[best] >= survey.prose[here] / 4 * 3 => here = best,
            _ => return here,
        }
    }
}

/// The article's headline: the first in its container or, failing that, the one before it that shares most words with the
/// page's title. Titles are often another wording, so that no more than one word is asked for.
fn headline(tree: &Tree, container: NodeId, excluded: &[bool], title: &str) -> Option<NodeId> {
    let headings = outermost(tree, excluded, &|element| element.tag == Tag::Heading(1) || element.is_headline);
    let inside = |id: &&NodeId| (container..tree.end(container)).contains(*id);
    if let Some(&first) = headings.iter().find(inside) {
        return Some(first);
    }
    let title: Vec<String> = title_words(title).collect();
    let shared = |id: NodeId| {
        let words = (id..tree.end(id)).filter_map(|inside| tree.text(inside)).flat_map(title_words);
        words.filter(|word| title.contains(word)).count()
    };
    let before = headings.iter().copied().filter(|&id| id < container);
    before.map(|id| (shared(id), id)).filter(|&(words, _)| words > 0 || title.is_empty()).max().map(|(_, id)| id)
}

/// The words that titles are compared by: case and marks are set one way here, another way there.
fn title_words(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 2).map(str::to_lowercase)
}
