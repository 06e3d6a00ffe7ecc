//! Finds the article in a page: its container, its headline, and what in the container is not the article.
//!
//! First version. In order of trust: what the caller names, what the page declares (microdata, `article`), and the container
//! that holds the running text. A page that is a list of other articles has none, and nothing is better than a wrong one.
//! It reads no sentence and touches no page: it works on the copy alone. Cost: a few passes over the nodes.

use super::tags::Tag;
use super::tree::{Content, Element, Node, NodeId, Tree};
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
/// `titles` is what the page says that the article is called, which tells the headline from other headings.
pub(super) fn find(tree: &Tree, given: bool, titles: &[String]) -> Option<Body> {
    let excluded = exclusions(tree, &Survey::new(tree, &[]), given);
    let survey = Survey::new(tree, &excluded);
    let container = if given { 0 } else { container(tree, &survey, &excluded)? };
    let headline = headline(tree, container, &excluded, titles);
    Some(Body { container, headline, excluded })
}

/// What there is in one node's subtree.
#[derive(Debug, Clone, Copy, Default)]
struct Tally {
    /// Running text, in bytes without white space: blocks long enough, less their links; no headings.
    prose: u32,
    /// Blocks of running text.
    blocks: u32,
    /// Headings that are links as a whole, as above teasers.
    linked_headings: u32,
    /// `h1` elements.
    titles: u32,
    /// Elements that say that they are the article's body.
    bodies: u32,
}

/// What there is in every node's subtree.
struct Survey(Vec<Tally>);

/// What one block holds directly, that is, in no block inside it.
#[derive(Debug, Clone, Copy, Default)]
struct Held {
    /// Text, in bytes without white space.
    text: u32,
    /// Text that is a link.
    links: u32,
}

impl Survey {
    /// Counts what is not `excluded` (by node; its subtree is left out with it).
    fn new(tree: &Tree, excluded: &[bool]) -> Survey {
        let held = held(tree, excluded);
        let mut tallies = vec![Tally::default(); tree.len()];
        // Children come after their parents, so that one pass backwards adds everything up.
        for ((id, node), held) in tree.nodes().zip(held).rev() {
            let Some(tally) = tallies.get_mut(id) else { continue };
            if let Content::Element(element) = &node.content {
                tally.bodies += u32::from(element.is_article_body);
                match element.tag {
                    Tag::Heading(level) => {
                        tally.titles += u32::from(level == 1);
                        tally.linked_headings += u32::from(held.text > 0 && held.links * 2 > held.text);
                    }
                    _ if held.text >= SHORTEST_PROSE && held.links * 2 < held.text => {
                        tally.prose += held.text - held.links;
                        tally.blocks += 1;
                    }
                    _ => {}
                }
            }
            let Tally { prose, blocks, linked_headings, titles, bodies } = *tally;
            if let Some(parent) = node.parent.and_then(|parent| tallies.get_mut(parent)) {
                parent.prose += prose;
                parent.blocks += blocks;
                parent.linked_headings += linked_headings;
                parent.titles += titles;
                parent.bodies += bodies;
            }
        }
        Survey(tallies)
    }

    fn of(&self, id: NodeId) -> Tally {
        self.0.get(id).copied().unwrap_or_default()
    }
}

/// By node, what it holds directly if it is a block; what is not in any is the root's.
fn held(tree: &Tree, excluded: &[bool]) -> Vec<Held> {
    let mut held = vec![Held::default(); tree.len()];
    // Where the innermost block around each node begins, and whether the node is in a link.
    let mut around: Vec<(NodeId, bool)> = Vec::with_capacity(tree.len());
    let mut left_out = 0;
    for (id, node) in tree.nodes() {
        let (block, linked) = node.parent.and_then(|parent| around.get(parent).copied()).unwrap_or_default();
        let is_out = id < left_out || is_set(excluded, id);
        match &node.content {
            Content::Element(element) => {
                if is_out {
                    left_out = left_out.max(node.end);
                }
                around.push((if element.is_block() { id } else { block }, linked || element.tag == Tag::Link));
            }
            Content::Text(text) => {
                around.push((block, linked));
                let length = text.bytes().filter(|byte| !byte.is_ascii_whitespace()).count() as u32;
                if let Some(held) = held.get_mut(block).filter(|_| !is_out) {
                    held.text += length;
                    held.links += if linked { length } else { 0 };
                }
            }
        }
    }
    held
}

fn is_set(flags: &[bool], id: NodeId) -> bool {
    flags.get(id).copied().unwrap_or_default()
}

/// By node, whether it is judged not to be the article. `survey` has counted everything.
fn exclusions(tree: &Tree, survey: &Survey, given: bool) -> Vec<bool> {
    let total = survey.of(0).prose;
    // Where the outermost article, and article or main part, that has begun ends.
    let mut article_end = 0;
    let mut main_end = 0;
    let judge = |(id, node): (NodeId, &Node)| {
        let Content::Element(element) = &node.content else { return false };
        let sign = sign(element, id < article_end, id < main_end);
        if element.tag == Tag::Article {
            article_end = article_end.max(node.end);
        }
        if matches!(element.tag, Tag::Article | Tag::Main) {
            main_end = main_end.max(node.end);
        }
        let Tally { prose, titles, bodies, .. } = survey.of(id);
        let holds_article = titles > 0 || bodies > 0;
        // What the caller names is the article.
        !(given && id == 0)
            && (element.is_outside()
                || sign == Sign::Foreign && !holds_article
                // Wrappers of the article itself are called so too; what stands beside it has little text.
                || sign == Sign::Beside && !holds_article && prose <= total / 3)
    };
    tree.nodes().map(judge).collect()
}

/// What there is against an element: its class and id, or what its name says where it stands.
fn sign(element: &Element, in_article: bool, in_main: bool) -> Sign {
    match (element.sign, element.tag) {
        (Sign::Foreign, _) => Sign::Foreign,
        (_, Tag::Footer | Tag::Form) => Sign::Beside,
        // The page's own header, not an article's; and an article in an article: a comment, or a related story.
        (_, Tag::Header) if !in_main => Sign::Beside,
        (_, Tag::Article) if in_article => Sign::Beside,
        (_, Tag::Body | Tag::Main) => Sign::None,
        (sign, _) => sign,
    }
}

/// The element that holds the article's text.
fn container(tree: &Tree, survey: &Survey, excluded: &[bool]) -> Option<NodeId> {
    let declared = |wanted: &dyn Fn(&Element) -> bool| outermost(tree, excluded, wanted);
    let most = |ids: &[NodeId]| ids.iter().copied().max_by_key(|&id| (survey.of(id).prose, std::cmp::Reverse(id)));
    let bodies = declared(&|element| element.is_article_body);
    let articles = declared(&|element| element.tag == Tag::Article);
    for declared in [&bodies, &articles] {
        let all: u32 = declared.iter().map(|&id| survey.of(id).prose).sum();
        // One of several that is not most of the text is a teaser among teasers.
        if let Some(best) = most(declared).filter(|&best| survey.of(best).prose >= LEAST_DECLARED && survey.of(best).prose > all / 2) {
            return Some(around(tree, survey, best));
        }
    }
    let with_prose = articles.iter().filter(|&&id| survey.of(id).prose > 0).count();
    if with_prose > 2 {
        return None;
    }
    let start = most(&declared(&|element| element.tag == Tag::Main)).filter(|&main| survey.of(main).prose >= LEAST_UNDECLARED);
    let dense = densest(tree, survey, excluded, start.unwrap_or(0));
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

/// The elements that are `wanted`, are not excluded and are in no other such.
fn outermost(tree: &Tree, excluded: &[bool], wanted: &dyn Fn(&Element) -> bool) -> Vec<NodeId> {
    let mut found = Vec::new();
    let mut next = 0;
    while let Some(node) = tree.get(next) {
        let id = next;
        next += 1;
        let Content::Element(element) = &node.content else { continue };
        if is_set(excluded, id) {
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
            if !is_set(excluded, child) && best.is_none_or(|best: NodeId| survey.of(child).prose > survey.of(best).prose) {
                best = Some(child);
            }
            child = tree.end(child);
        }
        match best {
            // One paragraph is not yet a text.
            Some(best) if survey.of(best).blocks >= LEAST_BLOCKS && survey.of(best).prose >= survey.of(here).prose / 4 * 3 => here = best,
            _ => return here,
        }
    }
}

/// The article's headline: the first in its container or, failing that, the one before it that shares most words with the
/// page's title. Titles are often another wording, so that no more than one word is asked for.
fn headline(tree: &Tree, container: NodeId, excluded: &[bool], titles: &[String]) -> Option<NodeId> {
    let headings = outermost(tree, excluded, &|element| element.tag == Tag::Heading(1) || element.is_headline);
    let inside = |id: &&NodeId| (container..tree.end(container)).contains(*id);
    if let Some(&first) = headings.iter().find(inside) {
        return Some(first);
    }
    let title: Vec<String> = titles.iter().flat_map(|title| title_words(title)).collect();
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
