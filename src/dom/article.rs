//! From a copied page to the article in it, in one step: found, dated and read.

use time::Date;

use super::body::Body;
use super::metadata::Declared;
use super::read::Reading;
use super::tree::{NodeId, Tree};
use super::{body, metadata, read};

/// An article as it was found and read.
#[derive(Debug)]
pub(crate) struct Found {
    pub(super) body: Body,
    pub(super) reading: Reading,
    /// The elements that hold other articles, which stand on the same page in full.
    pub(super) others: Vec<NodeId>,
}

/// What was found in `tree` and read of it. Where `given`, the tree's root is what the caller calls
/// the article. `published` is what the caller knows; what the page says is believed if the day has come `today`.
pub(crate) fn find(tree: &Tree, declared: &Declared, given: bool, published: Option<Date>, today: Date) -> Option<Found> {
    let mut bodies = body::find(tree, given, declared).into_iter();
    let body = bodies.next()?;
    let published = published.or_else(|| metadata::published(declared, tree, body.container, body.headline, today));
    let language = metadata::language(declared, tree, body.container);
    let reading = read::read(tree, &body, published, language);
    Some(Found { body, reading, others: bodies.map(|other| other.container).collect() })
}
