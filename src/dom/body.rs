//! Finds the article in a page: its container, its headline, and what in the container is not the article.
//!
//! First version. In order of trust: what the caller names, what the page declares (microdata, `article`), and the container
//! that holds the running text. A page that is a list of other articles has none, and nothing is better than a wrong one.
//! It reads no sentence and touches no page: it works on the copy alone. Cost: a few passes over the nodes.

use std::ops::Range;
use std::rc::Rc;

use super::frame;
use super::metadata::Declared;
use super::tags::Tag;
use super::tree::{Content, Element, Node, NodeId, Tree};
use super::words::{self, Sign};

/// Bytes without white space: a block with less is no running text but a label, a teaser's title or a date.
const SHORTEST_PROSE: u32 = 40;
/// Bytes of running text from which what the page declares an article is believed.
const LEAST_DECLARED: u32 = 60;
/// Bytes of running text from which a container is taken for an article though nothing declares it.
const LEAST_UNDECLARED: u32 = 250;
/// Blocks of running text in such a container.
const LEAST_BLOCKS: u32 = 2;

/// Blocks of running text from which one of several articles on a page is one of its own, and no teaser; and bytes of it.
const LEAST_FULL: (u32, u32) = (3, 400);
/// Bytes: what stands alone with a picture is no text under it if it is longer, or a sentence and longer than the second.
const LONGEST_CAPTION: (u32, u32) = (300, 150);
/// Elements around a text alone that are looked at.
const MOST_WRAPPERS: usize = 8;
/// Posts from which articles inside an article make it a live blog.
const LEAST_POSTS: u32 = 3;

/// Where an article is.
#[derive(Debug)]
pub(super) struct Body {
    /// The element that holds it, with standfirst and pictures.
    pub container: NodeId,
    /// The nodes of the element that holds its running text; the container's own where that is not known.
    pub core: Range<NodeId>,
    /// Its headline, in the container or before it.
    pub headline: Option<NodeId>,
    judged: Rc<Judged>,
}

/// What was made of each node.
#[derive(Debug, Default)]
struct Judged {
    /// By node: not the article. The subtree of such a node is not either.
    excluded: Vec<bool>,
    /// By node: it stands alone with a picture, as the text under one does.
    pictured: Vec<bool>,
}

impl Body {
    /// Whether the node `id` is judged not to be the article; its subtree then is not either.
    pub(super) fn is_excluded(&self, id: NodeId) -> bool {
        self.judged.excluded.get(id).copied().unwrap_or(true)
    }

    /// Whether the block `id` is judged to be the text under a picture.
    pub(super) fn is_pictured(&self, id: NodeId) -> bool {
        is_set(&self.judged.pictured, id)
    }
}

/// The articles in `tree`: the page's own first, then, in their order, others that stand on it in full. Where `given`, the tree's
/// root is what the caller calls the article, however little it holds, and the only one. What the page `declared` tells the
/// headline from other headings, and a live blog from a list. Cost: a few passes over the nodes.
pub(super) fn find(tree: &Tree, given: bool, declared: &Declared) -> Vec<Body> {
    let everything = Survey::new(tree, &[]);
    let mut excluded = exclusions(tree, &everything, given);
    exclude_others(tree, &Survey::new(tree, &excluded), &mut excluded);
    let survey = Survey::new(tree, &excluded);
    let titles = declared.titles();
    let main = if given { Some(0) } else { container(tree, &survey, &excluded, declared.is_live, &titles) };
    let Some(main) = main else { return Vec::new() };
    let pictured = pictured(tree, &survey);
    let judged = Rc::new(Judged { excluded, pictured });
    let headline = headline(tree, main, &judged.excluded, &titles);
    let wide = if given { main } else { widened(tree, &survey, main, headline) };
    let core = if wide == main { densest_core(tree, &survey, &judged.excluded, main, given) } else { main };
    let mut found = vec![Body { container: wide, core: core..tree.end(core), headline, judged: judged.clone() }];
    if !given && !declared.is_live {
        let others = outermost(tree, &judged.excluded, &|element| element.tag == Tag::Article);
        let is_apart = |id: &NodeId| !(wide..tree.end(wide)).contains(id) && !(*id..tree.end(*id)).contains(&wide);
        let headings = outermost(tree, &judged.excluded, &|element| matches!(element.tag, Tag::Heading(1 | 2)) || element.is_headline);
        for other in others.into_iter().filter(is_apart).filter(|&id| survey.is_full(id)) {
            let first = headings.get(headings.partition_point(|&id| id < other));
            let headline = first.copied().filter(|&id| id < tree.end(other));
            found.push(Body { container: other, core: other..tree.end(other), headline, judged: judged.clone() });
        }
    }
    found
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
    /// All text, in bytes without white space.
    text: u32,
    /// Pictures.
    pictures: u32,
}

/// What there is in every node's subtree.
struct Survey {
    tallies: Vec<Tally>,
    held: Vec<Held>,
}

/// What one block holds directly, that is, in no block inside it.
#[derive(Debug, Clone, Copy, Default)]
struct Held {
    /// Text, in bytes without white space.
    text: u32,
    /// Text that is a link.
    links: u32,
    /// Line breaks.
    breaks: u32,
}

impl Survey {
    /// Counts what is not `excluded` (by node; its subtree is left out with it).
    fn new(tree: &Tree, excluded: &[bool]) -> Survey {
        let held = held(tree, excluded);
        let mut tallies = vec![Tally::default(); tree.len()];
        // Children come after their parents, so that one pass backwards adds everything up.
        for ((id, node), held) in tree.nodes().zip(&held).rev() {
            let Some(tally) = tallies.get_mut(id) else { continue };
            if let Content::Element(element) = &node.content {
                tally.bodies += u32::from(element.is_article_body);
                tally.text += held.text;
                tally.pictures += u32::from(element.tag == Tag::Picture);
                match element.tag {
                    Tag::Heading(level) => {
                        tally.titles += u32::from(level == 1);
                        tally.linked_headings += u32::from(held.text > 0 && held.links * 2 > held.text);
                    }
                    _ if held.text >= SHORTEST_PROSE && held.links * 2 < held.text => {
                        tally.prose += held.text - held.links;
                        // Two line breaks part paragraphs where nothing else does.
                        tally.blocks += 1 + held.breaks / 2;
                    }
                    _ => {}
                }
            }
            let Tally { prose, blocks, linked_headings, titles, bodies, text, pictures } = *tally;
            if let Some(parent) = node.parent.and_then(|parent| tallies.get_mut(parent)) {
                parent.prose += prose;
                parent.blocks += blocks;
                parent.linked_headings += linked_headings;
                parent.titles += titles;
                parent.bodies += bodies;
                parent.text += text;
                parent.pictures += pictures;
            }
        }
        Survey { tallies, held }
    }

    fn of(&self, id: NodeId) -> Tally {
        self.tallies.get(id).copied().unwrap_or_default()
    }

    fn held(&self, id: NodeId) -> Held {
        self.held.get(id).copied().unwrap_or_default()
    }

    /// Whether `id` holds enough to be an article of its own rather than a teaser, or a list of them.
    fn is_full(&self, id: NodeId) -> bool {
        let Tally { prose, blocks, linked_headings, .. } = self.of(id);
        blocks >= LEAST_FULL.0 && prose >= LEAST_FULL.1 && linked_headings < blocks
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
                } else if element.tag == Tag::Break
                    && let Some(held) = held.get_mut(block)
                {
                    held.breaks += 1;
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
    let posts = posts(tree, survey);
    // Where the outermost article, and article or main part, that has begun ends.
    let mut article_end = 0;
    let mut main_end = 0;
    let judge = |(id, node): (NodeId, &Node)| {
        let Content::Element(element) = &node.content else { return false };
        let is_post = node.parent.is_some_and(|parent| is_set(&posts, parent));
        let sign = sign(element, id < article_end && !is_post, id < main_end);
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

/// By node: whether the articles directly inside are the posts of a live blog, that is, most of the text of the article around them.
fn posts(tree: &Tree, survey: &Survey) -> Vec<bool> {
    let mut articles: Vec<(u32, u32)> = vec![(0, 0); tree.len()];
    let mut around = vec![None; tree.len()];
    for (id, node) in tree.nodes() {
        let is_article = tree.element(id).is_some_and(|element| element.tag == Tag::Article && element.sign != Sign::Foreign);
        let outer: Option<NodeId> = node.parent.and_then(|parent| around.get(parent).copied().flatten());
        if let (true, Some(_), Some(articles)) = (is_article, outer, node.parent.and_then(|parent| articles.get_mut(parent))) {
            articles.0 += 1;
            articles.1 += survey.of(id).prose;
        }
        if let Some(around) = around.get_mut(id) {
            *around = outer.or(is_article.then_some(id));
        }
    }
    let most = |(&(count, prose), outer): (&(u32, u32), Option<NodeId>)| {
        count >= LEAST_POSTS && outer.is_some_and(|outer| prose > survey.of(outer).prose / 2)
    };
    articles.iter().zip(around).map(most).collect()
}

/// Excludes what stands under a heading of other stories, up to the next running text beside it.
fn exclude_others(tree: &Tree, survey: &Survey, excluded: &mut [bool]) {
    /// Bytes without white space.
    const LONGEST_HEADING: u32 = 50;
    let mut next = 0;
    while let Some(node) = tree.get(next) {
        let id = next;
        next += 1;
        let Content::Element(element) = &node.content else { continue };
        if is_set(excluded, id) {
            next = node.end;
            continue;
        }
        let held = survey.held(id);
        if !element.is_block()
            || !(4..=LONGEST_HEADING).contains(&held.text)
            || !frame::may_head_others(tree.text_of(id, LONGEST_HEADING as usize * 2).trim())
        {
            continue;
        }
        let heading = alone(tree, survey, id);
        let Some(parent) = tree.parent(heading) else { continue };
        let mut sibling = tree.end(heading);
        while sibling < tree.end(parent) {
            let Tally { prose, blocks, linked_headings, titles, .. } = survey.of(sibling);
            let goes_on = tree.element(sibling).is_some_and(|element| match element.tag {
                Tag::Heading(_) => survey.held(sibling).links == 0,
                _ => is_running(element, survey.held(sibling)),
            });
            // Teasers have titles that are links; what has none may be the rest of the article.
            let are_teasers = prose == 0 || linked_headings > 0 && linked_headings * 3 >= blocks;
            if goes_on || titles > 0 || !are_teasers {
                break;
            }
            if let Some(excluded) = excluded.get_mut(sibling) {
                *excluded = true;
            }
            sibling = tree.end(sibling);
        }
    }
}

/// Whether what `element` holds directly is running text.
fn is_running(element: &Element, held: Held) -> bool {
    element.is_block() && !matches!(element.tag, Tag::Heading(_)) && held.text >= SHORTEST_PROSE && held.links * 2 < held.text
}

/// The outermost element that holds no more text than `id`.
fn alone(tree: &Tree, survey: &Survey, id: NodeId) -> NodeId {
    let text = survey.of(id).text;
    let mut around = std::iter::successors(Some(id), |&inside| tree.parent(inside).filter(|&parent| survey.of(parent).text == text));
    // A chain of wrappers may be long, but what is looked at is never more than the page is deep.
    around.by_ref().take(MOST_WRAPPERS).last().unwrap_or(id)
}

/// By node: whether it is a short block that stands alone with a picture.
fn pictured(tree: &Tree, survey: &Survey) -> Vec<bool> {
    let is_pictured = |(id, node): (NodeId, &Node)| {
        let Content::Element(element) = &node.content else { return false };
        let held = survey.held(id);
        matches!(element.tag, Tag::Block | Tag::Paragraph)
            && held.text > 0
            && held.text <= LONGEST_CAPTION.0
            && held.links * 2 < held.text
            && {
                let top = alone(tree, survey, id);
                let is_inside = tree.element(top).is_some_and(|element| matches!(element.tag, Tag::Block | Tag::Figure));
                // A picture inside a paragraph is a part of it.
                is_inside
                    && top != 0
                    && top != id
                    && survey.of(top).pictures > survey.of(id).pictures
                    && (held.text <= LONGEST_CAPTION.1 || !words::ends_sentence(tree.text_of(id, usize::MAX).trim()))
            }
    };
    tree.nodes().map(is_pictured).collect()
}

/// The element that holds the article's text.
fn container(tree: &Tree, survey: &Survey, excluded: &[bool], is_live: bool, titles: &[String]) -> Option<NodeId> {
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

/// The smallest ancestor of `body` that holds the headline too, if it holds little other running text: what leads up to the text
/// stands there.
fn widened(tree: &Tree, survey: &Survey, body: NodeId, headline: Option<NodeId>) -> NodeId {
    let Some(headline) = headline.filter(|&headline| headline < body) else { return body };
    let mut ancestors = std::iter::successors(tree.parent(body), |&above| tree.parent(above));
    let both = ancestors.find(|&above| above < headline && headline < tree.end(above));
    both.filter(|&both| survey.of(both).prose <= survey.of(body).prose / 4 * 5).unwrap_or(body)
}

/// The element inside `container` that holds nearly all of its running text.
fn densest_core(tree: &Tree, survey: &Survey, excluded: &[bool], container: NodeId, given: bool) -> NodeId {
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

/// The article's headline: the first in its container or, failing that, the one before it that shares most words with the
/// page's title. Titles are often another wording, so that no more than one word is asked for.
fn headline(tree: &Tree, container: NodeId, excluded: &[bool], titles: &[String]) -> Option<NodeId> {
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
fn shared_words(tree: &Tree, id: NodeId, words: &[String]) -> usize {
    let text = (id..tree.end(id)).filter_map(|inside| tree.text(inside)).flat_map(title_words);
    text.filter(|word| words.contains(word)).count()
}

/// The words that titles are compared by: case and marks are set one way here, another way there.
fn title_words(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 2).map(str::to_lowercase)
}
