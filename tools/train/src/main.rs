//! Trains the names tagger: from labelled corpora to the weights file that ships.
//!
//! `train errors CORPUS.jsonl WEIGHTS LEAST` prints what the tagger gets wrong on one corpus among names of at least LEAST
//! thousandths of confidence.
//!
//! `train CORPORA TABLES WEIGHTS [name=value…]`: CORPORA is the folder of the names corpora with `train/` and
//! `word-clusters.tsv`, TABLES that of the lexicon's tables; WEIGHTS is written. If CORPORA has a folder `dev/`, it is
//! measured on, never learnt from. The log goes to standard output; the same input gives the same bytes.

mod corpus;
mod crf;
mod examples;
mod ftrl;
mod learn;
mod measure;
mod pack;
mod score;
mod settings;
mod tables;

use std::error::Error;
use std::path::Path;
use std::time::Instant;

use examples::{Features, Knowledge};
use learn::{Model, Views, cross_fit};
use newsgloss::Lexicon;
use newsgloss::training::Tagger;
use newsgloss::training::weights::{FEATURE_BITS, MARGINS, Weights};
use settings::Settings;

/// The corpora, and whether people labelled them; of a teacher's labels the less sure ones are left open.
const CORPORA: [(&str, bool); 9] = [
    ("crossner-politics", true),
    ("gum", true),
    ("re3d", true),
    ("redocred", true),
    ("uner-ewt", true),
    ("wikigold", true),
    ("wikinews-relabelled", false),
    ("gmb-relabelled", false),
    ("congress-relabelled", false),
];
/// What is measured on.
const DEV: [&str; 3] = ["world-news", "pud-news", "wikinews"];

/// Names of events and works are marked from this confidence on, as the tagger does.
const RARE: u16 = 800;

/// The names that are evidence in training, in the form of the lexicon: those of countries, large towns, big organisations and
/// peoples. The tagger meets the well-known things of the lexicon that ships in their place; weights that learned from all of
/// those found fewer names.
const EVIDENCE: &[u8] = include_bytes!("../evidence.txt");

/// No row.
const NONE: u32 = u32::MAX;

/// Upper bits of a hash that features are counted by: enough that rare ones do not add up.
const COUNT_BITS: u32 = 28;

fn slot(feature: u32) -> usize {
    (feature >> (32 - FEATURE_BITS)) as usize
}

fn main() -> Result<(), Box<dyn Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    if let [command, corpus, weights, least] = args.as_slice()
        && command == "errors"
    {
        return errors(Path::new(corpus), Path::new(weights), least.parse()?);
    }
    let [corpora, tables, weights, rest @ ..] = args.as_slice() else {
        return Err("usage: train CORPORA TABLES WEIGHTS [name=value…]".into());
    };
    let settings = Settings::from_args(rest.iter().map(String::as_str))?;
    train(Path::new(corpora), Path::new(tables), Path::new(weights), &settings)
}

/// Prints what the tagger gets wrong on one corpus.
fn errors(corpus: &Path, weights: &Path, least: u16) -> Result<(), Box<dyn Error>> {
    let (file, lexicon) = (std::fs::read(weights)?, Lexicon::embedded()?);
    let readings = measure::read(corpus, &Tagger::parse(&file)?, &lexicon, false, |_| true)?;
    measure::errors(&readings, &Weights::parse(&file)?, least)?.iter().for_each(|line| println!("{line}"));
    Ok(())
}

fn train(corpora: &Path, tables: &Path, output: &Path, settings: &Settings) -> Result<(), Box<dyn Error>> {
    let begun = Instant::now();
    let knowledge = Knowledge {
        lexicon: Lexicon::parse(EVIDENCE)?,
        parts: tables::parts(tables, settings)?,
        clusters: tables::clusters(&corpora.join("word-clusters.tsv"), settings)?,
    };
    println!("words: {} that names are made of, {} with a cluster", knowledge.parts.len(), knowledge.clusters.small.len());
    let is_aside = |name: &str, number: usize| {
        // Sentences of gmb stand alone, and press releases are one kind of text: few of them are enough.
        let every = if matches!(name, "gmb-relabelled" | "congress-relabelled") { 5 * settings.held_aside } else { settings.held_aside };
        number % every == every / 2
    };
    let (mut examples, mut base) = (Vec::new(), Features::default());
    for (name, by_hand) in CORPORA {
        let weight = if by_hand { settings.hand_weight } else { 1 };
        let path = corpora.join("train").join(format!("{name}.jsonl"));
        let keep = |number: usize| !is_aside(name, number);
        examples::read(&path, &knowledge, settings, weight, keep, &mut examples, &mut base)?;
    }
    println!("{} documents, {} tokens near capitals, {} features of them", examples.len(), base.tokens(), base.all().len());

    // Rows for the features that are not rare, and for all evidence.
    let mut counts = vec![0u8; 1 << COUNT_BITS];
    for &feature in base.all() {
        let count = &mut counts[(feature >> (32 - COUNT_BITS)) as usize];
        *count = count.saturating_add(1);
    }
    let is_frequent = |feature: u32| counts[(feature >> (32 - COUNT_BITS)) as usize] >= settings.least_count;
    let mut row_of = vec![NONE; 1 << FEATURE_BITS];
    let mut rows = 0;
    let mut number = |row_of: &mut [u32], feature: u32| {
        if row_of[slot(feature)] == NONE {
            row_of[slot(feature)] = rows;
            rows += 1;
        }
        rows as usize
    };
    let frequent = base.all().iter().copied().filter(|&feature| is_frequent(feature));
    let base_rows = frequent.fold(0, |_, feature| number(&mut row_of, feature));
    let known = base.renumbered(|feature| Some(row_of[slot(feature)]).filter(|&row| row != NONE && is_frequent(feature)));
    let first = cross_fit(&examples, &known, base_rows, settings);
    let evidence = examples::evidence(&examples, &first);
    let all_rows = evidence.all().iter().fold(base_rows, |_, &feature| number(&mut row_of, feature));
    let known_evidence = evidence.renumbered(|feature| Some(row_of[slot(feature)]));
    println!("{all_rows} features are not rare; {:.0} s", begun.elapsed().as_secs_f32());

    // The first model says which features matter, the second learns with those alone.
    let mut model = Model::new(all_rows, settings, settings.lasso);
    let views = Views { base: &known, evidence: Some(&known_evidence) };
    model.learn(&examples, views, |_| true, settings.rounds[1], settings);
    let slots = select(&model, &row_of, settings.features);
    println!("{} features selected; {:.0} s", slots.len(), begun.elapsed().as_secs_f32());
    row_of.fill(NONE);
    for (row, &slot) in slots.iter().enumerate() {
        row_of[slot as usize] = row as u32;
    }
    let find = |feature: u32| Some(row_of[slot(feature)]).filter(|&row| row != NONE);
    let (known, known_evidence) = (base.renumbered(find), evidence.renumbered(find));
    drop((base, evidence));
    let mut model = Model::new(slots.len(), settings, settings.last_lasso);
    let views = Views { base: &known, evidence: Some(&known_evidence) };
    model.learn(&examples, views, |_| true, settings.rounds[2], settings);

    let unknown = [[0; MARGINS]; 6];
    let file = pack::file(&model, &slots, &knowledge.parts, &knowledge.clusters, &unknown, settings);
    let tagger = Tagger::parse(&file)?;
    let mut aside = Vec::new();
    for (name, _) in CORPORA {
        let path = corpora.join("train").join(format!("{name}.jsonl"));
        aside.extend(measure::read(&path, &tagger, &knowledge.lexicon, true, |number| is_aside(name, number))?);
    }
    let calibration = measure::calibrate(&aside, settings);
    let file = pack::file(&model, &slots, &knowledge.parts, &knowledge.clusters, &calibration, settings);
    std::fs::write(output, &file).map_err(|error| format!("{}: {error}", output.display()))?;
    let compressed = pack::compressed(&file).map_or(String::new(), |bytes| format!(", {bytes} as Brotli"));
    println!("{} bytes{compressed}; {:.0} s", file.len(), begun.elapsed().as_secs_f32());
    report(corpora, &file, &Lexicon::embedded()?, &aside)
}

/// The places of the features that matter most, ascending: those whose weights are large and often used.
fn select(model: &Model, row_of: &[u32], most: usize) -> Vec<u32> {
    let mut ranked = Vec::new();
    for (slot, &row) in row_of.iter().enumerate().filter(|&(_, &row)| row != NONE) {
        let norm: f32 = model.weights.row(row).iter().map(|weight| weight * weight).sum();
        if norm > 0.0 {
            ranked.push((norm * model.weights.activity(row).sqrt(), slot as u32));
        }
    }
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    ranked.truncate(most);
    let mut slots: Vec<u32> = ranked.into_iter().map(|(_, slot)| slot).collect();
    slots.sort_unstable();
    slots
}

/// Says how well the file does on what was held aside and on `dev/`.
fn report(corpora: &Path, file: &[u8], lexicon: &Lexicon, aside: &[measure::Reading]) -> Result<(), Box<dyn Error>> {
    let (tagger, weights) = (Tagger::parse(file)?, Weights::parse(file)?);
    println!("held aside   {}", measure::score(aside, &weights, 0, 0).line());
    let mut all = score::Count::default();
    for name in DEV {
        let path = corpora.join("dev").join(format!("{name}.jsonl"));
        if !path.exists() {
            continue;
        }
        let readings = measure::read(&path, &tagger, lexicon, false, |_| true)?;
        for least in [0, 500, 600, 700, 800, 900] {
            let score = measure::score(&readings, &weights, least, RARE);
            println!("{name:11} {least:3} {}", score.line());
            if least == 0 {
                all.add(score.main());
            }
        }
    }
    println!("all          F1 {:.2}", all.f1());
    Ok(())
}
