//! Lays a publisher's own list over the names that were found.
//!
//! A name of the list is what the list says, whatever was found there, in whole words and the longest first. Only a longer
//! name that the tagger is sure of keeps it from being one, unless the publisher prefers it. What is left alone stays a name
//! to those who look for speakers, and is dropped once surnames have found to it: see `entities`.

use super::Name;
use crate::annotations::{Confidence, EntityType};
use crate::lexicon::own::OwnList;
use crate::segment::Segments;

/// From this confidence on, a longer name stands against a name of the list inside it.
const SURE: Confidence = Confidence::percent(50);

/// `names` with those of `list`, in order. Cost: a look-up in the list for each token.
pub(crate) fn overlay(segments: &Segments<'_>, list: &OwnList, names: Vec<Name>) -> Vec<Name> {
    let mut laid: Vec<Name> = Vec::with_capacity(names.len());
    let mut found = names.into_iter().peekable();
    for sentence in &segments.sentences {
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            let Some((length, id)) = list.longest(segments, at, sentence.tokens.end) else {
                at += 1;
                continue;
            };
            let tokens = at..at + length;
            while let Some(before) = found.next_if(|name| name.tokens.end <= tokens.start) {
                laid.push(before);
            }
            let Some(entry) = list.entry(id) else { break };
            let is_inside = |name: &Name| name.tokens.start <= tokens.start && tokens.end <= name.tokens.end && name.tokens != tokens;
            if let Some(longer) = found.peek().filter(|name| !entry.prefer && is_inside(name) && name.confidence >= SURE) {
                at = longer.tokens.end;
                continue;
            }
            let mut replaced: Option<EntityType> = None;
            while let Some(name) = found.next_if(|name| name.tokens.start < tokens.end) {
                replaced = replaced.or(Some(name.kind));
            }
            // What is left alone need not be named where nobody took it for a name.
            if let Some(kind) = if entry.leave { replaced } else { entry.kind } {
                laid.push(Name { span: segments.span(tokens.clone()), tokens, kind, confidence: Confidence::FULL, own: Some(id) });
            }
            at += length;
        }
    }
    laid.extend(found);
    laid
}

#[cfg(test)]
mod tests;
