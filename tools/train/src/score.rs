//! Precision, recall and F1 of names, counted as `score.py names` counts them.

use std::collections::BTreeSet;

use crate::corpus::{Labelled, Span, kind_of};

/// Counts of one type or of several together.
#[derive(Debug, Default, Clone, Copy)]
pub struct Count {
    /// Names that should be found.
    pub gold: usize,
    /// Names that were found.
    pub said: usize,
    /// Names found that should be.
    pub hit: usize,
}

impl Count {
    /// F1 in percent.
    pub fn f1(&self) -> f64 {
        200.0 * self.hit as f64 / (self.gold + self.said).max(1) as f64
    }

    /// Precision in percent.
    pub fn precision(&self) -> f64 {
        100.0 * self.hit as f64 / self.said.max(1) as f64
    }

    /// Recall in percent.
    pub fn recall(&self) -> f64 {
        100.0 * self.hit as f64 / self.gold.max(1) as f64
    }
}

/// The counts of one corpus.
#[derive(Debug, Default, Clone)]
pub struct Score {
    /// Each type.
    pub types: [Count; 6],
    /// Person, organisation and place, whatever type was said of the three.
    pub untyped: Count,
    /// Gold names that no tagger over these tokens can find exactly, of the three types.
    pub unreachable: usize,
}

impl Score {
    /// Person, organisation and place together.
    pub fn main(&self) -> Count {
        let mut sum = Count::default();
        for count in &self.types[..3] {
            sum.gold += count.gold;
            sum.said += count.said;
            sum.hit += count.hit;
        }
        sum
    }

    /// Adds one document; gold spans that match no token count as missed.
    pub fn add(&mut self, document: &Labelled, gold: &[Span], unreachable: &[usize], said: &[Span]) {
        let gold: BTreeSet<Span> = gold.iter().copied().collect();
        let said: BTreeSet<Span> = said.iter().copied().collect();
        let skipped: Vec<usize> = document.unannotated.iter().filter_map(|name| kind_of(name)).collect();
        for span in gold.iter().filter(|span| !skipped.contains(&span.kind)) {
            self.types[span.kind].gold += 1;
            self.types[span.kind].hit += usize::from(said.contains(span));
        }
        for span in said.iter().filter(|span| !skipped.contains(&span.kind)) {
            self.types[span.kind].said += 1;
        }
        for &kind in unreachable.iter().filter(|kind| !skipped.contains(kind)) {
            self.types[kind].gold += 1;
            if kind < 3 {
                self.untyped.gold += 1;
                self.unreachable += 1;
            }
        }
        let bare = |spans: &BTreeSet<Span>| -> BTreeSet<(usize, usize)> {
            spans.iter().filter(|span| span.kind < 3).map(|span| (span.start, span.end)).collect()
        };
        let (gold, said) = (bare(&gold), bare(&said));
        self.untyped.gold += gold.len();
        self.untyped.said += said.len();
        self.untyped.hit += gold.intersection(&said).count();
    }

    /// One line of a log.
    pub fn line(&self) -> String {
        let main = self.main();
        format!(
            "F1 {:.1} (P {:.1} R {:.1}) untyped {:.1} | per {:.1} org {:.1} pla {:.1} grp {:.1} evt {:.1}/p{:.0} misc {:.1}/p{:.0}",
            main.f1(),
            main.precision(),
            main.recall(),
            self.untyped.f1(),
            self.types[0].f1(),
            self.types[1].f1(),
            self.types[2].f1(),
            self.types[3].f1(),
            self.types[4].f1(),
            self.types[4].precision(),
            self.types[5].f1(),
            self.types[5].precision()
        )
    }
}
