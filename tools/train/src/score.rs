//! Precision, recall and F1 of names, counted as `score.py names` counts them.

use std::collections::BTreeSet;

use crate::corpus::{Labelled, Laid, Span, kind_of};

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
    /// Adds other counts.
    pub fn add(&mut self, other: Count) {
        self.gold += other.gold;
        self.said += other.said;
        self.hit += other.hit;
    }

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
    /// Gold names that no tagger over these tokens can find exactly.
    pub unreachable: usize,
}

impl Score {
    /// Person, organisation and place together.
    pub fn main(&self) -> Count {
        let mut sum = Count::default();
        self.types[..3].iter().for_each(|count| sum.add(*count));
        sum
    }

    /// Adds one document; a gold name that does not begin and end with a token counts as missed.
    pub fn add(&mut self, document: &Labelled, gold: &[Laid], said: &[Span]) {
        let skipped: Vec<usize> = document.unannotated.iter().filter_map(|name| kind_of(name)).collect();
        let said: BTreeSet<Span> = said.iter().copied().collect();
        for name in gold.iter().filter(|name| !skipped.contains(&name.span.kind)) {
            self.types[name.span.kind].gold += 1;
            self.types[name.span.kind].hit += usize::from(name.exact && said.contains(&name.span));
            self.unreachable += usize::from(!name.exact);
        }
        for span in said.iter().filter(|span| !skipped.contains(&span.kind)) {
            self.types[span.kind].said += 1;
        }
        let of_three = |span: &&Span| span.kind < 3;
        let wanted: BTreeSet<(usize, usize)> =
            gold.iter().filter(|name| name.exact).map(|name| &name.span).filter(of_three).map(|span| (span.start, span.end)).collect();
        let found: BTreeSet<(usize, usize)> = said.iter().filter(of_three).map(|span| (span.start, span.end)).collect();
        self.untyped.gold += gold.iter().filter(|name| name.span.kind < 3).count();
        self.untyped.said += found.len();
        self.untyped.hit += wanted.intersection(&found).count();
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
