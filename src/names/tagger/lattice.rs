//! The best legal sequence of tags for one chain of tokens, and by how much it beats every other.
//!
//! Viterbi forwards gives the sequence; the same backwards gives for each token and tag the best sequence that runs through it
//! (max-marginals), whose distance from the best one is the margin. Integers throughout.

use super::tags::{OUTSIDE, TAGS, Tag, begin, continues, inside, kind};
use super::weights::{Scores, Transitions};

/// Less than any score: tags that cannot be reached.
const NEVER: i32 = i32::MIN / 4;

/// Room for one chain, kept between chains.
#[derive(Debug, Default)]
pub struct Lattice {
    forward: Vec<Scores>,
    backward: Vec<Scores>,
    from: Vec<[Tag; TAGS]>,
}

/// Tags that may follow any tag: outside and the six beginnings.
const OPEN: [Tag; 7] = [OUTSIDE, begin(0), begin(1), begin(2), begin(3), begin(4), begin(5)];

impl Lattice {
    /// Writes the best sequence for `scores` to `tags`, which is of the same length.
    pub fn decode(&mut self, scores: &[Scores], transitions: &Transitions, tags: &mut [Tag]) {
        self.forward.clear();
        self.from.clear();
        let mut best = [NEVER; TAGS];
        for (at, score) in scores.iter().enumerate() {
            let mut next = [NEVER; TAGS];
            let mut from = [OUTSIDE; TAGS];
            for tag in OPEN.map(usize::from) {
                if at == 0 {
                    next[tag] = transitions[usize::from(OUTSIDE)][tag] + score[tag];
                    continue;
                }
                let (mut top, mut before) = (NEVER, OUTSIDE);
                for (last, row) in transitions.iter().enumerate() {
                    if best[last] + row[tag] > top {
                        (top, before) = (best[last] + row[tag], last as Tag);
                    }
                }
                (next[tag], from[tag]) = (top + score[tag], before);
            }
            for kind in 0..6 {
                let (first, tag) = (usize::from(begin(kind)), usize::from(inside(kind)));
                let (starts, goes_on) = (best[first] + transitions[first][tag], best[tag] + transitions[tag][tag]);
                from[tag] = if starts >= goes_on { begin(kind) } else { inside(kind) };
                next[tag] = (starts.max(goes_on) + score[tag]).max(NEVER);
            }
            best = next;
            self.forward.push(next);
            self.from.push(from);
        }
        let mut tag = (0..TAGS).fold(0, |top, tag| if best[tag] > best[top] { tag } else { top }) as Tag;
        for (said, from) in tags.iter_mut().zip(&self.from).rev() {
            *said = tag;
            tag = from[usize::from(tag)];
        }
    }

    /// Prepares [`Lattice::margin`] for the chain that was last decoded.
    pub fn look_back(&mut self, scores: &[Scores], transitions: &Transitions) {
        self.backward.clear();
        self.backward.resize(scores.len(), [0; TAGS]);
        for at in (1..scores.len()).rev() {
            let after = self.backward[at];
            let through: Scores = std::array::from_fn(|tag| after[tag] + scores[at][tag]);
            for (last, row) in transitions.iter().enumerate() {
                let mut top = NEVER;
                for tag in OPEN.map(usize::from) {
                    top = top.max(row[tag] + through[tag]);
                }
                if last != usize::from(OUTSIDE) {
                    let tag = usize::from(inside(kind(last as Tag)));
                    top = top.max(row[tag] + through[tag]);
                }
                self.backward[at - 1][last] = top;
            }
        }
    }

    /// By how much the best sequence beats every one in which the name from `start` to `end` has another end or type.
    pub fn margin(&self, tags: &[Tag], start: usize, end: usize) -> i32 {
        let through = |at: usize, tag: usize| match (self.forward.get(at), self.backward.get(at)) {
            (Some(forward), Some(backward)) => forward[tag].saturating_add(backward[tag]),
            _ => NEVER,
        };
        let Some(&first) = tags.get(start) else { return 0 };
        let best = through(start, usize::from(first));
        let mut rival = NEVER;
        for at in start..end {
            let said = tags.get(at).copied().unwrap_or(OUTSIDE);
            for tag in (0..TAGS).filter(|&tag| tag != usize::from(said)) {
                rival = rival.max(through(at, tag));
            }
        }
        // The name might go on; that it is continued is said by the tag after it alone.
        if end < tags.len() && !continues(tags[end]) {
            rival = rival.max(through(end, usize::from(inside(kind(first)))));
        }
        best.saturating_sub(rival)
    }
}
