//! Sparse weights by follow-the-regularised-leader (McMahan et al. 2013): each weight has its own rate, and one that does not
//! pay for itself stays exactly zero.
//!
//! A feature has one weight for each lane, and a tag's score is the sum of a few lanes: what a beginning and a
//! continuation of one type share is learnt, and stored, once.

use newsgloss::training::tags::TAGS;

use crate::crf::{Lane, WIDTH};

/// How learning goes.
#[derive(Debug, Clone, Copy)]
pub struct Rates {
    /// The size of a step.
    pub alpha: f32,
    /// What keeps early steps small.
    pub beta: f32,
    /// The price of a weight that is not zero.
    pub lasso: f32,
}

#[derive(Debug, Clone, Copy, Default)]
struct Row {
    weights: Lane,
    leader: Lane,
    squares: Lane,
}

/// Weights for features numbered from zero.
#[derive(Debug)]
pub struct Weights {
    rows: Vec<Row>,
    sums: Vec<Lane>,
    samples: u32,
    rates: Rates,
}

/// Scores of the tags from the sums of the lanes: outside; begins; continues; six types; what continuing adds to each type.
pub fn to_tags(lanes: &Lane) -> Lane {
    let mut tags = [0.0; WIDTH];
    tags[0] = lanes[0];
    for kind in 0..6 {
        tags[1 + 2 * kind] = lanes[1] + lanes[3 + kind];
        tags[2 + 2 * kind] = lanes[2] + lanes[3 + kind] + lanes[9 + kind];
    }
    tags
}

/// The gradient by lane from the gradient by tag.
pub fn to_lanes(tags: &Lane) -> Lane {
    let mut lanes = [0.0; WIDTH];
    lanes[0] = tags[0];
    for kind in 0..6 {
        let (begin, inside) = (tags[1 + 2 * kind], tags[2 + 2 * kind]);
        lanes[1] += begin;
        lanes[2] += inside;
        lanes[3 + kind] = begin + inside;
        lanes[9 + kind] = inside;
    }
    lanes
}

const _: () = assert!(TAGS == 13);

impl Weights {
    /// All zero, for `features` features.
    pub fn new(features: usize, rates: Rates) -> Self {
        Weights { rows: vec![Row::default(); features], sums: vec![[0.0; WIDTH]; features], samples: 0, rates }
    }

    /// The weights of a feature.
    pub fn row(&self, feature: u32) -> &Lane {
        &self.rows[feature as usize].weights
    }

    /// Remembers the weights as they stand, for [`Weights::settle`].
    pub fn sample(&mut self) {
        self.samples += 1;
        for (sum, row) in self.sums.iter_mut().zip(&self.rows) {
            for (sum, weight) in sum.iter_mut().zip(&row.weights) {
                *sum += weight;
            }
        }
    }

    /// Puts the mean of what was remembered in place of the weights: the last steps of learning are noise.
    pub fn settle(&mut self) {
        let share = 1.0 / self.samples.max(1) as f32;
        for (sum, row) in self.sums.iter().zip(&mut self.rows) {
            row.weights = sum.map(|sum| sum * share);
        }
    }

    /// How much a feature was used in learning: the sum of its squared gradients.
    pub fn activity(&self, feature: u32) -> f32 {
        self.rows[feature as usize].squares.iter().sum()
    }

    /// Adds a feature's weights to the sums of a token.
    pub fn add(&self, feature: u32, lanes: &mut Lane) {
        for (sum, weight) in lanes.iter_mut().zip(&self.rows[feature as usize].weights) {
            *sum += weight;
        }
    }

    /// Learns from one token that has the feature.
    pub fn update(&mut self, feature: u32, gradient: &Lane) {
        let Rates { alpha, beta, lasso } = self.rates;
        let row = &mut self.rows[feature as usize];
        for (lane, &g) in gradient.iter().enumerate() {
            let (before, after) = (row.squares[lane], row.squares[lane] + g * g);
            let (root_before, root) = (before.sqrt(), after.sqrt());
            row.squares[lane] = after;
            row.leader[lane] += g - (root - root_before) / alpha * row.weights[lane];
            let z = row.leader[lane];
            let shrunk = (z.abs() - lasso).max(0.0).copysign(z);
            row.weights[lane] = -shrunk / ((beta + root) / alpha);
        }
    }
}
