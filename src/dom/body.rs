//! Finds the article in a page: its container, its headline, and what in the container is not the article.
//!
//! In order of trust: what the caller names, what the page declares (microdata, `article`), and the container that holds the
//! running text. A page that is a list of other articles has none, and nothing is better than a wrong one. Each step judges by
//! what `survey` has counted, first of everything, then without what `excluded` has thrown out.
//! It reads no sentence and touches no page: it works on the copy alone.

mod container;
mod excluded;
mod headline;
mod pictured;
mod survey;

use std::ops::Range;
use std::rc::Rc;

use super::metadata::Declared;
use super::tags::Tag;
use super::tree::{Element, NodeId, Tree};
use container::{container, densest_core, widened};
use excluded::{exclude_others, exclusions};
use headline::headline;
use pictured::pictured;
use survey::Survey;

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

/// The elements that are `wanted`, are not excluded and are in no other such.
fn outermost(tree: &Tree, excluded: &[bool], wanted: &dyn Fn(&Element) -> bool) -> Vec<NodeId> {
    let mut found = Vec::new();
    tree.walk(|id, element| {
        let is_wanted = !is_set(excluded, id) && wanted(element);
        if is_wanted {
            found.push(id);
        }
        !is_wanted && !is_set(excluded, id)
    });
    found
}

fn is_set(flags: &[bool], id: NodeId) -> bool {
    flags.get(id).copied().unwrap_or_default()
}
