//! What in a page is not the article: by what it is, by what its name says where it stands, by the heading above it.
//!
//! A name alone is weak: wrappers of the article itself are called after what they hold besides. So it counts only against what
//! holds no headline and little of the page's text.

use super::super::frame;
use super::super::tags::Tag;
use super::super::tree::{Content, Element, Node, NodeId, Tree};
use super::super::words::Sign;
use super::is_set;
use super::survey::{Survey, Tally, alone, is_running};

/// Posts from which articles inside an article make it a live blog.
const LEAST_POSTS: u32 = 3;

/// By node, whether it is judged not to be the article. `survey` has counted everything.
pub(super) fn exclusions(tree: &Tree, survey: &Survey, given: bool) -> Vec<bool> {
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
pub(super) fn exclude_others(tree: &Tree, survey: &Survey, excluded: &mut [bool]) {
    /// Bytes without white space.
    const LONGEST_HEADING: u32 = 50;
    tree.walk(|id, element| {
        if is_set(excluded, id) {
            return false;
        }
        let held = survey.held(id);
        if !element.is_block()
            || !(4..=LONGEST_HEADING).contains(&held.text)
            || !frame::may_head_others(tree.text_of(id, LONGEST_HEADING as usize * 2).trim())
        {
            return true;
        }
        let heading = alone(tree, survey, id);
        let Some(parent) = tree.parent(heading) else { return true };
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
        true
    });
}
