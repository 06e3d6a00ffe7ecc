//! Learning: rounds over the chains of all documents, in both passes' views, in an order that is shuffled the same way each time.

use std::time::Instant;

use newsgloss::training::tags::{OUTSIDE, TAGS, Tag, continues};

use crate::crf::{self, Lane, Lattice, Transitions, WIDTH};
use crate::examples::{Example, Features};
use crate::ftrl::{Rates, Weights, to_lanes, to_tags};
use crate::settings::Settings;

/// The size of a step of the transitions, which are few and always in use.
const TRANSITION_RATE: f32 = 0.05;
/// Chains after which the exponentials of the transitions are brought up to date.
const REFRESH: usize = 8;
/// How often in the last round the weights are remembered, to be averaged.
const SAMPLES: usize = 16;
/// Gradients smaller than this change nothing worth the time.
const SMALL: f32 = 1e-4;

/// Weights of features and of transitions, these apart for the first and the second pass.
#[derive(Debug)]
pub struct Model {
    /// Of features, for both passes.
    pub weights: Weights,
    /// Of transitions.
    pub transitions: [Transitions; 2],
}

/// The features of both passes: the second has those of the evidence besides.
#[derive(Debug, Clone, Copy)]
pub struct Views<'f> {
    /// What both passes see.
    pub base: &'f Features,
    /// What the second pass sees besides; without it there is only the first.
    pub evidence: Option<&'f Features>,
}

impl<'f> Views<'f> {
    fn of(&self, token: usize, pass: usize) -> impl Iterator<Item = u32> + use<'f> {
        let evidence = self.evidence.filter(|_| pass == 1).map_or(&[][..], |evidence| evidence.of(token));
        self.base.of(token).iter().chain(evidence).copied()
    }
}

/// A generator of numbers that shuffle alike on every run (Marsaglia's xorshift).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }
}

impl Model {
    /// A model of so many features that knows nothing.
    pub fn new(features: usize, settings: &Settings, lasso: f32) -> Self {
        let rates = Rates { alpha: settings.alpha, beta: 1.0, lasso };
        Model { weights: Weights::new(features, rates), transitions: Default::default() }
    }

    /// Learns from the examples that `pick` accepts, in so many rounds.
    pub fn learn(&mut self, examples: &[Example], views: Views<'_>, pick: impl Fn(usize) -> bool, rounds: usize, settings: &Settings) {
        let passes = if views.evidence.is_some() { 2 } else { 1 };
        let mut order: Vec<(u32, u32, u8)> = Vec::new();
        for (index, example) in examples.iter().enumerate().filter(|&(index, _)| pick(index)) {
            for chain in 0..example.chains.len() as u32 {
                for _ in 0..example.weight {
                    order.extend((0..passes).map(|pass| (index as u32, chain, pass)));
                }
            }
        }
        let mut random = Random(0x1234_5678_9ABC_DEF1);
        let limit = (settings.dropout * 65536.0) as u64;
        let boost = 1.0 / (1.0 - settings.dropout);
        let mut lattice = Lattice::default();
        let (mut scores, mut gradient, mut allowed) = (Vec::new(), Vec::new(), Vec::new());
        let mut pairs = [[0.0; WIDTH]; TAGS];
        let sample_every = (order.len() / SAMPLES).max(1);
        for round in 0..rounds {
            let begun = Instant::now();
            for last in (1..order.len()).rev() {
                order.swap(last, (random.next() % (last as u64 + 1)) as usize);
            }
            let (mut loss, mut tokens) = (0.0, 0);
            for (number, &(index, chain, pass)) in order.iter().enumerate() {
                if round + 1 == rounds && number % sample_every == sample_every - 1 {
                    self.weights.sample();
                }
                let example = &examples[index as usize];
                let (start, end, first) = example.chains[chain as usize];
                let pass = usize::from(pass);
                let salt = random.next();
                let kept = |feature: &u32| ((u64::from(*feature) ^ salt).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 48) >= limit;
                scores.clear();
                for token in first..first + end - start {
                    let mut lanes = [0.0; WIDTH];
                    views.of(token, pass).filter(kept).for_each(|feature| self.weights.add(feature, &mut lanes));
                    scores.push(to_tags(&lanes.map(|lane| lane * boost)));
                }
                allowed.clear();
                allowed.extend_from_slice(&example.allowed[start..end]);
                // A name whose first word is far from any capital begins where its chain does.
                if allowed[0].count_ones() == 1 && continues(allowed[0].trailing_zeros() as Tag) {
                    allowed[0] >>= 1;
                }
                let transitions = &mut self.transitions[pass];
                let Some(cost) = lattice.gradient(&scores, &allowed, transitions, &mut gradient, &mut pairs) else { continue };
                loss += f64::from(cost);
                tokens += end - start;
                transitions.update(&pairs, TRANSITION_RATE);
                if number % REFRESH == 0 {
                    transitions.refresh();
                }
                for (offset, gradient) in gradient.iter().enumerate().filter(|(_, g)| g.iter().any(|g| g.abs() >= SMALL)) {
                    let lanes = to_lanes(gradient).map(|lane| lane * boost);
                    views.of(first + offset, pass).filter(kept).for_each(|feature| self.weights.update(feature, &lanes));
                }
            }
            if round + 1 == rounds {
                self.weights.settle();
            }
            eprintln!("  round {round}: loss {:.4} a token, {:.1} s", loss / tokens.max(1) as f64, begun.elapsed().as_secs_f32());
        }
    }

    /// The tags of one document in the first pass.
    pub fn first_pass(&self, example: &Example, base: &Features) -> Vec<Tag> {
        let mut tags = vec![OUTSIDE; example.words.len()];
        let (mut scores, mut best): (Vec<Lane>, _) = (Vec::new(), Vec::new());
        for &(start, end, first) in &example.chains {
            scores.clear();
            for token in first..first + end - start {
                let mut lanes = [0.0; WIDTH];
                base.of(token).iter().for_each(|&feature| self.weights.add(feature, &mut lanes));
                scores.push(to_tags(&lanes));
            }
            crf::decode(&scores, &self.transitions[0], &mut best);
            tags[start..end].copy_from_slice(&best);
        }
        tags
    }
}

/// What a first pass says of documents it did not learn from: two models, each taught on the half that the other one reads.
pub fn cross_fit(examples: &[Example], base: &Features, rows: usize, settings: &Settings) -> Vec<Vec<Tag>> {
    let read = |half: usize| {
        let mut model = Model::new(rows, settings, settings.lasso);
        model.learn(examples, Views { base, evidence: None }, |index| index % 2 != half, settings.rounds[0], settings);
        let half = examples.iter().skip(half).step_by(2);
        half.map(|example| model.first_pass(example, base)).collect::<Vec<_>>()
    };
    let (even, odd) = std::thread::scope(|scope| {
        let even = scope.spawn(|| read(0));
        let odd = read(1);
        (even.join().unwrap_or_default(), odd)
    });
    let mut halves = [even.into_iter(), odd.into_iter()];
    (0..examples.len()).map(|index| halves[index % 2].next().unwrap_or_default()).collect()
}
