//! Reads labelled documents with the tagger as it ships, to calibrate it and to say how well it does.

use std::error::Error;
use std::path::Path;

use newsgloss::Lexicon;
use newsgloss::segment::Segments;
use newsgloss::training::Tagger;
use newsgloss::training::weights::{MARGIN_STEP, MARGINS, Weights};

use crate::corpus::{self, Laid, Span, kind_of};
use crate::pack::Calibration;
use crate::score::Score;
use crate::settings::Settings;

/// A name that the tagger said, and by how much it won.
pub type Said = (Span, i32);

/// A document with its labels and what the tagger said of it.
#[derive(Debug)]
pub struct Reading {
    labelled: corpus::Labelled,
    gold: Vec<Laid>,
    said: Vec<Said>,
}

/// Reads the documents of a corpus that `keep` accepts by their number; for `untitled` see [`corpus::Labelled::names`].
pub fn read(
    path: &Path,
    tagger: &Tagger,
    lexicon: &Lexicon,
    untitled: bool,
    keep: impl Fn(usize) -> bool,
) -> Result<Vec<Reading>, Box<dyn Error>> {
    let mut readings = Vec::new();
    for (_, labelled) in corpus::read(path)?.into_iter().enumerate().filter(|&(number, _)| keep(number)) {
        let document = labelled.document()?;
        let segments = Segments::new(&document);
        let mut said = Vec::new();
        tagger.decide(&segments, lexicon, |tokens, kind, margin| {
            said.push((Span { start: tokens.start, end: tokens.end, kind }, margin));
        });
        readings.push(Reading { gold: labelled.names(&segments, untitled), labelled, said });
    }
    Ok(readings)
}

/// The score of the names that have at least `least` thousandths of confidence.
pub fn score(readings: &[Reading], weights: &Weights, least: u16, least_rare: u16) -> Score {
    let mut score = Score::default();
    for reading in readings {
        let sure = |(span, margin): &&Said| {
            let least = if span.kind < 4 { least } else { least.max(least_rare) };
            weights.confidence(span.kind, *margin) >= least
        };
        let said: Vec<Span> = reading.said.iter().filter(sure).map(|said| said.0).collect();
        score.add(&reading.labelled, &reading.gold, &said);
    }
    score
}

/// Every name of at least `least` thousandths that is wrong, and every gold name that was not said, with the words around it.
pub fn errors(readings: &[Reading], weights: &Weights, least: u16) -> Result<Vec<String>, Box<dyn Error>> {
    const TYPES: [&str; 6] = ["person", "organization", "place", "group", "event", "misc"];
    let mut lines = Vec::new();
    for Reading { labelled, gold, said } in readings {
        let document = labelled.document()?;
        let segments = Segments::new(&document);
        let skipped: Vec<usize> = labelled.unannotated.iter().filter_map(|name| kind_of(name)).collect();
        let shown = |span: Span| {
            let before = segments.slice(segments.span(span.start.saturating_sub(6)..span.start));
            let after = segments.slice(segments.span(span.end..(span.end + 5).min(segments.tokens.len())));
            format!("{before} [{}] {after}", segments.slice(segments.span(span.start..span.end))).replace('\n', " ")
        };
        let sure = |&&(span, margin): &&Said| weights.confidence(span.kind, margin) >= least && !skipped.contains(&span.kind);
        for &(span, margin) in said.iter().filter(sure) {
            if gold.iter().any(|name| name.exact && name.span == span) {
                continue;
            }
            let meant = gold.iter().find(|name| name.span.start < span.end && span.start < name.span.end);
            let meant = meant.map_or("nothing".to_owned(), |name| {
                let same = (name.span.start, name.span.end) == (span.start, span.end);
                let text = segments.slice(segments.span(name.span.start..name.span.end));
                if same { TYPES[name.span.kind].to_owned() } else { format!("{} \"{text}\"", TYPES[name.span.kind]) }
            });
            let confidence = weights.confidence(span.kind, margin);
            lines.push(format!("{confidence:4} said {} meant {meant}: {}", TYPES[span.kind], shown(span)));
        }
        for name in gold.iter().filter(|name| !skipped.contains(&name.span.kind)) {
            if !said.iter().filter(sure).any(|(span, _)| span.start < name.span.end && name.span.start < span.end) {
                lines.push(format!("     missed {}: {}", TYPES[name.span.kind], shown(name.span)));
            }
        }
    }
    Ok(lines)
}

/// How often a name of each type and margin is right: counted on documents held aside, smoothed, and made to rise with the
/// margin by pooling neighbours that do not (Ayer et al. 1955).
pub fn calibrate(readings: &[Reading], settings: &Settings) -> Calibration {
    let mut counts = [[(0.0f64, 0.0f64); MARGINS]; 6];
    for reading in readings {
        let skipped: Vec<usize> = reading.labelled.unannotated.iter().filter_map(|name| kind_of(name)).collect();
        for (span, margin) in reading.said.iter().filter(|(span, _)| !skipped.contains(&span.kind)) {
            let unsure = |name: &&Laid| name.confidence < settings.least_confidence;
            let touches = |name: &Laid| name.span.start < span.end && span.start < name.span.end;
            if reading.gold.iter().filter(unsure).any(touches) {
                continue;
            }
            let entry = (margin / MARGIN_STEP).clamp(0, MARGINS as i32 - 1) as usize;
            let right = reading.gold.iter().any(|name| name.exact && name.span == *span);
            counts[span.kind][entry].0 += f64::from(u8::from(right));
            counts[span.kind][entry].1 += 1.0;
        }
    }
    counts.map(|counts| {
        let all = counts.iter().fold((0.5, 1.0), |sum, count| (sum.0 + count.0, sum.1 + count.1));
        // Pools of neighbouring margins: how many right, of how many, over how many entries.
        let mut pools: Vec<(f64, f64, usize)> = Vec::new();
        for count in counts {
            pools.push((count.0 + 0.5 * all.0 / all.1, count.1 + 0.5, 1));
            while let [.., before, last] = pools[..] {
                if before.0 * last.1 <= last.0 * before.1 {
                    break;
                }
                pools.truncate(pools.len() - 2);
                pools.push((before.0 + last.0, before.1 + last.1, before.2 + last.2));
            }
        }
        let mut table = [0; MARGINS];
        let rates = pools.iter().flat_map(|&(right, of, entries)| std::iter::repeat_n(right / of, entries));
        for (entry, rate) in table.iter_mut().zip(rates) {
            *entry = (rate * 1000.0).round() as u16;
        }
        table
    })
}
