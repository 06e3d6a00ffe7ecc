//! How often a link is right: a sample of linked mentions, judged by hand, against what is linked today.
//!
//! The verdicts stand in `links/verdicts.tsv`: corpus, document, start and end in code points, the mention, the item, right or
//! wrong, and why. The sample was drawn from the articles under `../shared/corpora/names/dev` (see `CORPORA`) with the seed that
//! the file's first line names. Where those articles are not there, nothing is measured, and the test says so. A mention that
//! is linked elsewhere today, or no longer, counts as not judged.
//!
//! A new sample: `LINK_SAMPLE=SEED cargo test --test link_precision -- --nocapture` prints 200 rows without verdicts, each with
//! the words around it, which are not to be kept.

#![allow(clippy::unwrap_used, clippy::print_stdout)]

use std::collections::BTreeMap;
use std::path::Path;

use newsgloss::annotations::EntityType;
use newsgloss::document::{CodePoints, OffsetMap};
use newsgloss::{Annotator, Document, Options, parse_date};

const CORPORA: [&str; 2] = ["wikinews", "world-news"];
const SAMPLE: usize = 200;
const VERDICTS: &str = include_str!("links/verdicts.tsv");
/// The least share of right links among those judged, in percent.
const LEAST_PRECISION: usize = 97;

/// Where a mention stands: corpus, document, start and end.
type Place = (&'static str, String, u32, u32);

struct Link {
    name: String,
    item: String,
    thing: String,
    around: String,
}

/// The linked mentions of all articles, and how many of each type there are: mentions, and those linked.
fn links(folder: &Path) -> (BTreeMap<Place, Link>, BTreeMap<EntityType, (u32, u32)>) {
    let annotator = Annotator::embedded().unwrap();
    let (mut links, mut counts) = (BTreeMap::new(), BTreeMap::new());
    for corpus in CORPORA {
        for line in std::fs::read_to_string(folder.join(format!("{corpus}.jsonl"))).unwrap().lines() {
            let article: serde_json::Value = serde_json::from_str(line).unwrap();
            let text = article["text"].as_str().unwrap();
            let published = article["published"].as_str().and_then(|day| parse_date(day).ok());
            let document = Document::from_plain_text(text, published).unwrap();
            let points = OffsetMap::<CodePoints>::new(text);
            for entity in annotator.annotate(&document, &Options::default()).entities {
                let count: &mut (u32, u32) = counts.entry(entity.kind).or_default();
                for mention in &entity.mentions {
                    count.0 += 1;
                    let Some(item) = &entity.wikidata else { continue };
                    count.1 += 1;
                    let span = points.span(mention.span);
                    let start = text.floor_char_boundary((mention.span.start as usize).saturating_sub(160));
                    let end = text.ceil_char_boundary((mention.span.end as usize + 120).min(text.len()));
                    let link = Link {
                        name: document.slice(mention.span).replace(['\n', '\t'], " "),
                        item: item.clone(),
                        thing: format!("{}, {}", entity.name, entity.description.as_deref().unwrap_or("?")),
                        around: text[start..end].split_whitespace().collect::<Vec<_>>().join(" "),
                    };
                    links.insert((corpus, article["id"].as_str().unwrap().to_owned(), span.start, span.end), link);
                }
            }
        }
    }
    (links, counts)
}

/// SplitMix64 (Steele, Lea and Flood): the same numbers for the same seed everywhere.
fn next(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mixed = (*state ^ (*state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

fn draw(links: &BTreeMap<Place, Link>, seed: u64) {
    let mut state = seed;
    let mut all: Vec<_> = links.iter().collect();
    for at in 0..SAMPLE.min(all.len()) {
        let other = at + (next(&mut state) % (all.len() - at) as u64) as usize;
        all.swap(at, other);
    }
    all.truncate(SAMPLE);
    all.sort_by_key(|(place, _)| *place);
    for ((corpus, document, start, end), link) in all {
        println!("{corpus}\t{document}\t{start}\t{end}\t{}\t{}\t?\t{} | {}", link.name, link.item, link.thing, link.around);
    }
}

#[test]
fn links_are_right() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpora/names/dev");
    if !folder.exists() {
        println!("links are not measured: {} is not there", folder.display());
        return;
    }
    let (links, counts) = links(&folder);
    if let Some(seed) = std::env::var("LINK_SAMPLE").ok().and_then(|seed| seed.parse().ok()) {
        return draw(&links, seed);
    }
    let (mut right, mut wrong, mut changed) = (0, Vec::new(), 0);
    for row in VERDICTS.lines().filter(|line| !line.starts_with('#')) {
        let fields: Vec<&str> = row.split('\t').collect();
        let [corpus, document, start, end, name, item, verdict, _note] = fields[..] else { unreachable!("eight fields: {row}") };
        let corpus = CORPORA.into_iter().find(|known| *known == corpus).unwrap();
        let place = (corpus, document.to_owned(), start.parse().unwrap(), end.parse().unwrap());
        match links.get(&place).filter(|link| link.item == item) {
            None => changed += 1,
            Some(_) if verdict == "right" => right += 1,
            Some(_) => wrong.push(format!("{name} {item}")),
        }
    }
    let judged = right + wrong.len();
    println!("links: {right} of {judged} judged mentions are right; {changed} are linked otherwise today; wrong: {}", wrong.join(", "));
    for (kind, (mentions, linked)) in counts {
        println!("  {kind:?}: {linked} of {mentions} mentions are linked, {} %", linked * 100 / mentions.max(1));
    }
    assert!(judged * 2 >= SAMPLE, "too few of the verdicts still hold: draw a new sample");
    assert!(right * 100 >= judged * LEAST_PRECISION, "{right} of {judged} links are right");
}
