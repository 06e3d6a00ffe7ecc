//! The article as far as speakers are concerned: its names and entities, and whose words each token is.

use std::ops::Range;

use super::super::Cluster;
use super::super::roles::Titles;
use crate::annotations::{EntityType, Quote, QuoteKind};
use crate::document::Span;
use crate::lexicon::Gender;
use crate::names::Name;
use crate::segment::{Kind, Segments, TokenIndex};

/// How a token is part of what somebody says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Said {
    /// The narrator's own words.
    No,
    /// Reported in the narrator's words.
    Reported,
    /// Quoted.
    Quoted,
}

/// For each token, whether it is part of what somebody says, and so no narrator's.
fn said(segments: &Segments<'_>, quotes: &[Quote]) -> Vec<Said> {
    let mut said = vec![Said::No; segments.tokens.len()];
    for (kind, how) in [(QuoteKind::Indirect, Said::Reported), (QuoteKind::Mixed, Said::Reported), (QuoteKind::Direct, Said::Quoted)] {
        let mut end = 0;
        for quote in quotes.iter().filter(|quote| quote.kind == kind) {
            // Quotations come in order; what one inside another covers is covered already.
            let start = segments.token_at(quote.span.start).max(end);
            end = end.max(segments.token_at(quote.span.end.saturating_sub(1)) + 1).min(said.len());
            if start < end {
                said[start..end].fill(how);
            }
        }
    }
    said
}

/// The article as far as speakers are concerned.
pub(super) struct Scene<'a, 'd, 'l> {
    pub(super) segments: &'a Segments<'d>,
    pub(super) names: &'a [Name],
    pub(super) clusters: &'a [Cluster<'l>],
    pub(super) cluster_of: Vec<Option<usize>>,
    /// The title in front of each person's name.
    titles: &'a Titles,
    /// Whether a name is a part of somebody's title.
    pub(super) in_title: Vec<bool>,
    pub(super) said: Vec<Said>,
}

impl<'a, 'd, 'l> Scene<'a, 'd, 'l> {
    pub(super) fn new(
        segments: &'a Segments<'d>,
        names: &'a [Name],
        titles: &'a Titles,
        clusters: &'a [Cluster<'l>],
        quotes: &[Quote],
    ) -> Self {
        let mut cluster_of = vec![None; names.len()];
        for (index, cluster) in clusters.iter().enumerate() {
            for &name in &cluster.names {
                cluster_of[name] = Some(index);
            }
        }
        let mut in_title = vec![false; names.len()];
        for (index, title) in titles.iter().enumerate().filter_map(|(index, title)| Some((index, title.as_ref()?))) {
            for before in (0..index).rev().take_while(|&before| names[before].tokens.start >= title.start) {
                in_title[before] = true;
            }
        }
        Scene { segments, names, clusters, cluster_of, titles, in_title, said: said(segments, quotes) }
    }

    /// The title in front of the name at `index`.
    pub(super) fn title(&self, index: usize) -> Option<&Range<TokenIndex>> {
        self.titles.get(index)?.as_ref()
    }
}

impl Scene<'_, '_, '_> {
    pub(super) fn tokens(&self, span: Span) -> Range<TokenIndex> {
        self.segments.token_at(span.start)..self.segments.token_at(span.end.saturating_sub(1)) + 1
    }

    pub(super) fn lower(&self, at: TokenIndex) -> &str {
        self.segments.lower(at)
    }

    pub(super) fn sentence(&self, at: TokenIndex) -> Range<TokenIndex> {
        self.segments.sentences.get(self.segments.sentence_of(at)).map_or(at..at, |sentence| sentence.tokens.clone())
    }

    pub(super) fn is_possessive(&self, at: TokenIndex) -> bool {
        let segments = self.segments;
        // "the Stones' adviser", "Mr Bowles' adviser".
        let apostrophe = || matches!(segments.word(at), "'" | "’") && segments.is_glued(at) && !segments.is_glued(at + 1);
        segments.tokens.get(at).is_some_and(|token| token.kind == Kind::Possessive || token.kind == Kind::Mark && apostrophe())
    }

    /// The names that begin inside the tokens, by their index.
    pub(super) fn names_in(&self, tokens: &Range<TokenIndex>) -> Range<usize> {
        let first = self.names.partition_point(|name| name.tokens.start < tokens.start);
        let end = self.names.partition_point(|name| name.tokens.start < tokens.end);
        first..end.max(first)
    }

    pub(super) fn kind(&self, cluster: usize) -> EntityType {
        self.clusters.get(cluster).map_or(EntityType::Misc, |cluster| cluster.kind)
    }

    pub(super) fn gender(&self, cluster: usize) -> Option<Gender> {
        self.clusters.get(cluster).and_then(|cluster| cluster.gender)
    }

    pub(super) fn is_person(&self, cluster: usize) -> bool {
        self.kind(cluster) == EntityType::Person
    }
}
