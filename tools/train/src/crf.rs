//! A linear-chain conditional random field over the tagger's tags (Lafferty, McCallum and Pereira 2001), trained on labels that
//! may leave a choice: where several tags are allowed, their probabilities are summed (Tsuboi et al. 2008).

// Sums over tags are written with their indices, as the literature writes them.
#![allow(clippy::needless_range_loop)]

use newsgloss::training::tags::{OUTSIDE, TAGS, Tag, continues, kind};

/// Tags, padded to a power of two.
pub const WIDTH: usize = 16;
/// One number for each tag.
pub type Lane = [f32; WIDTH];

/// Whether `next` may follow `before`: a name is only continued by its own type.
pub fn may_follow(before: Tag, next: Tag) -> bool {
    !continues(next) || (before != OUTSIDE && kind(before) == kind(next))
}

/// Scores of one tag after another; the row of [`OUTSIDE`] also opens a chain.
#[derive(Debug, Clone)]
pub struct Transitions {
    /// `weights[before][next]`.
    pub weights: [Lane; TAGS],
    squares: [Lane; TAGS],
    odds: [Lane; TAGS],
}

impl Default for Transitions {
    fn default() -> Self {
        let mut new = Transitions { weights: [[0.0; WIDTH]; TAGS], squares: [[0.0; WIDTH]; TAGS], odds: [[0.0; WIDTH]; TAGS] };
        new.refresh();
        new
    }
}

impl Transitions {
    /// Brings the exponentials up to date with the weights.
    pub fn refresh(&mut self) {
        for before in 0..TAGS {
            for next in 0..TAGS {
                let legal = may_follow(before as Tag, next as Tag);
                self.odds[before][next] = if legal { self.weights[before][next].exp() } else { 0.0 };
            }
        }
    }

    /// One AdaGrad step.
    pub fn update(&mut self, gradient: &[Lane; TAGS], rate: f32) {
        for before in 0..TAGS {
            for next in 0..TAGS {
                let g = gradient[before][next];
                if g != 0.0 {
                    self.squares[before][next] += g * g;
                    self.weights[before][next] -= rate * g / (1e-3 + self.squares[before][next].sqrt());
                }
            }
        }
    }
}

/// Room for the sums over one chain, kept between chains.
#[derive(Debug, Default)]
pub struct Lattice {
    odds: Vec<Lane>,
    forward: Vec<Lane>,
    backward: Vec<Lane>,
    scale: Vec<f32>,
}

impl Lattice {
    /// The marginals of every token added to `marginals`, times `sign`, and those of every transition to `pairs`.
    /// The log of the sum over all allowed sequences, or nothing where no sequence is allowed.
    fn sum(
        &mut self,
        emissions: &[Lane],
        allowed: Option<&[u16]>,
        transitions: &Transitions,
        sign: f32,
        marginals: &mut [Lane],
        pairs: &mut [Lane; TAGS],
    ) -> Option<f32> {
        let length = emissions.len();
        self.odds.resize(length, [0.0; WIDTH]);
        self.forward.resize(length, [0.0; WIDTH]);
        self.backward.resize(length, [0.0; WIDTH]);
        self.scale.resize(length, 0.0);
        let mut log = 0.0;
        for at in 0..length {
            let best = emissions[at][..TAGS].iter().copied().fold(f32::MIN, f32::max);
            for tag in 0..TAGS {
                let open = allowed.is_none_or(|allowed| allowed[at] >> tag & 1 == 1);
                self.odds[at][tag] = if open { (emissions[at][tag] - best).exp() } else { 0.0 };
            }
            log += best;
            let mut next = [0.0; WIDTH];
            if at == 0 {
                next = transitions.odds[usize::from(OUTSIDE)];
            } else {
                for before in 0..TAGS {
                    let from = self.forward[at - 1][before];
                    for tag in 0..WIDTH {
                        next[tag] += from * transitions.odds[before][tag];
                    }
                }
            }
            let mut total = 0.0;
            for tag in 0..WIDTH {
                next[tag] *= self.odds[at][tag];
                total += next[tag];
            }
            if total <= 0.0 || !total.is_finite() {
                return None;
            }
            let scale = 1.0 / total;
            for value in &mut next {
                *value *= scale;
            }
            self.forward[at] = next;
            self.scale[at] = scale;
            log += total.ln();
        }
        let mut last = [0.0; WIDTH];
        last[..TAGS].fill(1.0);
        self.backward[length - 1] = last;
        for at in (1..length).rev() {
            let mut weighted = [0.0; WIDTH];
            for tag in 0..WIDTH {
                weighted[tag] = self.backward[at][tag] * self.odds[at][tag] * self.scale[at];
            }
            for before in 0..TAGS {
                let from = self.forward[at - 1][before];
                let mut sum = 0.0;
                for tag in 0..WIDTH {
                    let pair = transitions.odds[before][tag] * weighted[tag];
                    sum += pair;
                    pairs[before][tag] += sign * from * pair;
                }
                self.backward[at - 1][before] = sum;
            }
        }
        for at in 0..length {
            for tag in 0..TAGS {
                let value = sign * self.forward[at][tag] * self.backward[at][tag];
                marginals[at][tag] += value;
                if at == 0 {
                    pairs[usize::from(OUTSIDE)][tag] += value;
                }
            }
        }
        Some(log)
    }

    /// The gradient of the loss by each emission and each transition, and the loss. Nothing where the labels are no legal sequence.
    pub fn gradient(
        &mut self,
        emissions: &[Lane],
        allowed: &[u16],
        transitions: &Transitions,
        gradient: &mut Vec<Lane>,
        pairs: &mut [Lane; TAGS],
    ) -> Option<f32> {
        gradient.clear();
        gradient.resize(emissions.len(), [0.0; WIDTH]);
        *pairs = [[0.0; WIDTH]; TAGS];
        let wanted = self.sum(emissions, Some(allowed), transitions, -1.0, gradient, pairs)?;
        let all = self.sum(emissions, None, transitions, 1.0, gradient, pairs)?;
        Some(all - wanted)
    }
}

/// The best legal sequence, by Viterbi.
pub fn decode(emissions: &[Lane], transitions: &Transitions, tags: &mut Vec<Tag>) {
    tags.clear();
    let mut back: Vec<[Tag; TAGS]> = Vec::with_capacity(emissions.len());
    let mut scores = [f32::MIN / 4.0; TAGS];
    for (at, emission) in emissions.iter().enumerate() {
        let mut next = [f32::MIN / 4.0; TAGS];
        let mut from = [OUTSIDE; TAGS];
        for tag in 0..TAGS {
            for before in 0..TAGS {
                if !may_follow(before as Tag, tag as Tag) || (at == 0 && before != usize::from(OUTSIDE)) {
                    continue;
                }
                let base = if at == 0 { 0.0 } else { scores[before] };
                let score = base + transitions.weights[before][tag] + emission[tag];
                if score > next[tag] {
                    (next[tag], from[tag]) = (score, before as Tag);
                }
            }
        }
        scores = next;
        back.push(from);
    }
    let mut tag = (0..TAGS).fold(0, |best, tag| if scores[tag] > scores[best] { tag } else { best }) as Tag;
    for from in back.iter().rev() {
        tags.push(tag);
        tag = from[usize::from(tag)];
    }
    tags.reverse();
}
