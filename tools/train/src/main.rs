//! experiments
#![allow(missing_docs)]
mod corpus;
mod crf;
mod ftrl;
mod gazetteer;
mod score;

use std::collections::HashMap;
use std::error::Error;
use std::path::Path;
use std::time::Instant;

use corpus::{Labelled, Span};
use crf::{Lane, Lattice, Transitions, WIDTH};
use ftrl::{Rates, Weights, to_lanes, to_tags};
use newsgloss::segment::Segments;
use newsgloss::training::evidence::Evidence;
use newsgloss::training::features::{Context, features};
use newsgloss::training::tags::{OUTSIDE, TAGS, Tag, begins, continues, kind};
use newsgloss::training::view::{Word, candidates, casing, word_hash, words};

struct Item {
    labelled: Labelled,
    words: Vec<Word>,
    gold: Vec<Span>,
    unreachable: Vec<usize>,
    allowed: Vec<u16>,
    first: Vec<bool>,
    chains: Vec<(usize, usize)>,
    /// flat feature index of each chain's first token
    flat: Vec<usize>,
    weight: u32,
}

#[derive(Default)]
struct Flat {
    starts: Vec<u32>,
    ids: Vec<u32>,
}
impl Flat {
    fn of(&self, token: usize) -> &[u32] {
        &self.ids[self.starts[token] as usize..self.starts[token + 1] as usize]
    }
}

fn env(name: &str, default: f32) -> f32 {
    std::env::var(name).ok().and_then(|v| v.parse().ok()).unwrap_or(default)
}

fn load(path: &Path, gaz: &gazetteer::Gazetteer, clusters: &HashMap<u64, [u16; 2]>, weight: u32, items: &mut Vec<Item>, flat: &mut Flat, least: f32) -> Result<(), Box<dyn Error>> {
    let mut odd_total = 0;
    let mut total = 0;
    let mut lost = 0;
    for mut labelled in corpus::read(path)? {
        let document = labelled.document()?;
        let segments = Segments::new(&document);
        let hints = gaz.hints(&segments);
        let words = words(&segments, &hints, |h| clusters.get(&(h >> (64 - gazetteer::BITS))).copied().unwrap_or([0, 0]));
        let (spans, odd) = labelled.spans(&segments);
        if std::env::var("ODD").is_ok() {
            for o in &odd { println!("{o}"); }
        }
        odd_total += odd.len();
        total += labelled.entities.len();
        let allowed = labelled.allowed(&spans, words.len(), least);
        let mut first = vec![false; words.len()];
        let mut chains = Vec::new();
        let mut flats = Vec::new();
        let mut marks = Vec::new();
        let mut inchain = vec![false; words.len()];
        for sentence in &segments.sentences {
            let ws = &words[sentence.tokens.clone()];
            let context = Context { words: ws, casing: casing(ws, sentence.role), role: sentence.role };
            for i in sentence.tokens.clone() {
                first[i] = true;
                if matches!(words[i].kind, newsgloss::segment::Kind::Word | newsgloss::segment::Kind::Number) { break; }
            }
            candidates(ws, &mut marks);
            let mut at = 0;
            while at < ws.len() {
                if !marks[at] { at += 1; continue; }
                let start = at;
                flats.push(flat.starts.len());
                while at < ws.len() && marks[at] {
                    flat.starts.push(flat.ids.len() as u32);
                    features(&context, at, |id| flat.ids.push(id));
                    inchain[sentence.tokens.start + at] = true;
                    at += 1;
                }
                chains.push((sentence.tokens.start + start, sentence.tokens.start + at));
                // sentinel so that of() of the last token works
                flat.starts.push(flat.ids.len() as u32);
            }
        }
        let mut gold: Vec<Span> = spans.iter().map(|s| s.0).collect();
        lost += gold.iter().filter(|s| (s.start..s.end).any(|i| !inchain[i])).count();
        let mut unreachable = vec![];
        // spans whose ends do not fit are unreachable: approximate by counting them apart
        if !odd.is_empty() {
            let bytes: Vec<usize> = labelled.text.char_indices().map(|(at, _)| at).chain([labelled.text.len()]).collect();
            let _ = bytes;
            let (ok, un) = labelled.split(&segments);
            gold = ok;
            unreachable = un;
        }
        if let Some((lo, hi)) = labelled.eval_span { let _ = (lo, hi); }
        if !path.to_string_lossy().contains("/dev/") { labelled.text = String::new(); }
        items.push(Item { labelled, words, gold, unreachable, allowed, first, chains, flat: flats, weight });
    }
    eprintln!("{}: {total} names, {odd_total} not on token bounds, {lost} outside candidates", path.file_name().unwrap().to_string_lossy());
    Ok(())
}

struct Model {
    weights: Weights,
    trans: [Transitions; 2],
}

fn emissions(model: &Model, base: &Flat, extra: Option<&Flat>, from: usize, len: usize, out: &mut Vec<Lane>) {
    out.clear();
    for t in from..from + len {
        let mut lanes = [0.0; WIDTH];
        for &id in base.of(t) { model.weights.add(id, &mut lanes); }
        if let Some(extra) = extra { for &id in extra.of(t) { model.weights.add(id, &mut lanes); } }
        out.push(to_tags(&lanes));
    }
}

fn train(model: &mut Model, items: &[Item], base: &Flat, extra: Option<&Flat>, pick: impl Fn(usize) -> bool, epochs: usize, views: &[usize]) {
    let mut order: Vec<(u32, u32, u8)> = Vec::new();
    for (i, item) in items.iter().enumerate() {
        if pick(i) {
            for c in 0..item.chains.len() {
                for _ in 0..item.weight {
                    for &view in views { order.push((i as u32, c as u32, view as u8)); }
                }
            }
        }
    }
    let mut seed = 0x1234_5678_9ABC_DEF1_u64;
    let mut random = move || { seed ^= seed << 13; seed ^= seed >> 7; seed ^= seed << 17; seed };
    let mut lattice = Lattice::default();
    let drop = env("DROP", 0.0);
    let limit = (drop * 65536.0) as u64;
    let kept = |id: u32, salt: u64| ((u64::from(id) ^ salt).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 48) >= limit;
    let (mut em, mut grad) = (Vec::new(), Vec::new());
    let mut pairs = [[0.0; WIDTH]; TAGS];
    let mut allowed: Vec<u16> = Vec::new();
    for epoch in 0..epochs {
        let start = Instant::now();
        for i in (1..order.len()).rev() { order.swap(i, (random() % (i as u64 + 1)) as usize); }
        let mut loss = 0.0;
        let mut count = 0;
        for (n, &(i, c, view)) in order.iter().enumerate() {
            let item = &items[i as usize];
            let (a, b) = item.chains[c as usize];
            let flat = item.flat[c as usize];
            let view = view as usize;
            let ex = if view == 1 { extra } else { None };
            let salt = random();
            if drop == 0.0 { emissions(model, base, ex, flat, b - a, &mut em); } else {
                em.clear();
                for t in flat..flat + b - a {
                    let mut lanes = [0.0; WIDTH];
                    for &id in base.of(t) { if kept(id, salt) { model.weights.add(id, &mut lanes); } }
                    if let Some(extra) = ex { for &id in extra.of(t) { if kept(id, salt) { model.weights.add(id, &mut lanes); } } }
                    for l in &mut lanes { *l /= 1.0 - drop; }
                    em.push(to_tags(&lanes));
                }
            }
            allowed.clear();
            allowed.extend_from_slice(&item.allowed[a..b]);
            // a chain cannot begin inside a name
            if allowed[0].count_ones() == 1 && continues(allowed[0].trailing_zeros() as Tag) { allowed[0] >>= 1; }
            let Some(l) = lattice.gradient(&em, &allowed, &model.trans[view], &mut grad, &mut pairs) else { continue };
            loss += l as f64;
            count += b - a;
            for (k, g) in grad.iter().enumerate() {
                if g.iter().all(|x| x.abs() < 1e-4) { continue; }
                let mut lanes = to_lanes(g);
                if drop > 0.0 { for l in &mut lanes { *l /= 1.0 - drop; } }
                for &id in base.of(flat + k) { if drop == 0.0 || kept(id, salt) { model.weights.update(id, &lanes); } }
                if let Some(ex) = ex { for &id in ex.of(flat + k) { if drop == 0.0 || kept(id, salt) { model.weights.update(id, &lanes); } } }
            }
            model.trans[view].update(&pairs, 0.05);
            if n % 8 == 0 { model.trans[view].refresh(); }
        }
        model.trans[0].refresh();
        model.trans[1].refresh();
        eprintln!("  epoch {epoch}: loss {:.4} a token, {} tokens, {:.1} s", loss / count as f64, count, start.elapsed().as_secs_f32());
    }
}

fn predict(model: &Model, item: &Item, base: &Flat, extra: Option<&Flat>, view: usize) -> Vec<Tag> {
    let mut tags = vec![OUTSIDE; item.words.len()];
    let (mut em, mut out) = (Vec::new(), Vec::new());
    for (c, &(a, b)) in item.chains.iter().enumerate() {
        emissions(model, base, extra, item.flat[c], b - a, &mut em);
        crf::decode(&em, &model.trans[view], &mut out);
        tags[a..b].copy_from_slice(&out);
    }
    tags
}

fn spans(tags: &[Tag]) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    for (at, &tag) in tags.iter().enumerate() {
        if begins(tag) { spans.push(Span { start: at, end: at + 1, kind: kind(tag) }); }
        else if continues(tag) { if let Some(last) = spans.last_mut() { last.end = at + 1; } }
    }
    spans
}

/// doc features of all items, given first-pass tags
fn extra_of(items: &[Item], tags: &[Vec<Tag>]) -> Flat {
    let mut flat = Flat::default();
    for (item, tags) in items.iter().zip(tags) {
        let evidence = Evidence::new(&item.words, tags);
        for &(a, b) in &item.chains {
            for t in a..b {
                flat.starts.push(flat.ids.len() as u32);
                evidence.features(&item.words, tags, t, item.first[t], |id| flat.ids.push(id));
            }
            flat.starts.push(flat.ids.len() as u32);
        }
    }
    flat
}

struct Dev { name: String, items: Vec<Item>, base: Flat }

fn evaluate(model: &Model, devs: &[Dev], map: &dyn Fn(u32) -> Option<u32>, label: &str) {
    let (mut gold, mut said, mut hit, mut uhit, mut firsts) = (0, 0, 0, 0, String::new());
    for dev in devs {
        let base = remap(&dev.base, map);
        let first: Vec<Vec<Tag>> = dev.items.iter().map(|item| predict(model, item, &base, None, 0)).collect();
        let mut extra = remap(&extra_of(&dev.items, &first), map);
        for _ in 0..env("ITER", 0.0) as usize {
            let second: Vec<Vec<Tag>> = dev.items.iter().map(|item| predict(model, item, &base, Some(&extra), 1)).collect();
            extra = remap(&extra_of(&dev.items, &second), map);
        }
        let (mut one, mut two) = (score::Score::default(), score::Score::default());
        for (item, tags) in dev.items.iter().zip(&first) {
            one.add(&item.labelled, &item.gold, &item.unreachable, &spans(tags));
            let said = spans(&predict(model, item, &base, Some(&extra), 1));
            if std::env::var("ERRORS").is_ok() { errors(item, &said, &dev.name); }
            two.add(&item.labelled, &item.gold, &item.unreachable, &said);
        }
        let (m, u) = (two.main(), two.untyped);
        gold += m.gold; said += m.said; hit += m.hit; uhit += u.hit;
        firsts += &format!("{:.1} ({:.1}) ", m.f1(), one.main().f1());
        if !std::env::var("SHORT").is_ok() { println!("{label} {:11} pass 1 {:.1} | {}", dev.name, one.main().f1(), two.line()); }
    }
    println!("{label} ALL {:.2} untyped {:.2} | {firsts}", 200.0 * hit as f64 / (gold + said) as f64, 200.0 * uhit as f64 / (gold + said) as f64);
}

fn errors(item: &Item, said: &[Span], name: &str) {
    let doc = item.labelled.document().unwrap();
    let seg = Segments::new(&doc);
    let show = |s: &Span| {
        let t = seg.slice(seg.span(s.start..s.end));
        let si = seg.sentence_of(s.start);
        let sen = &seg.sentences[si];
        let l = seg.slice(seg.span(s.start.saturating_sub(6).max(sen.tokens.start)..s.start));
        let r = seg.slice(seg.span(s.end..(s.end + 5).min(sen.tokens.end.max(s.end))));
        format!("{} [{}] {}", if s.start == sen.tokens.start { "^" } else { l }, t, r).replace('\n', " ")
    };
    const N: [&str; 6] = ["per", "org", "pla", "grp", "evt", "mis"];
    let un: Vec<usize> = item.labelled.unannotated.iter().filter_map(|n| corpus::kind_of(n)).collect();
    for g in &item.gold {
        if said.contains(g) || un.contains(&g.kind) { continue; }
        let over: Vec<&Span> = said.iter().filter(|s| s.start < g.end && g.start < s.end).collect();
        let what = match over[..] {
            [] => "MISS".to_string(),
            [s] if s.start == g.start && s.end == g.end => format!("TYPE {}", N[s.kind]),
            _ => format!("BOUND {}", over.iter().map(|s| format!("{}:{}", seg.slice(seg.span(s.start..s.end)), N[s.kind])).collect::<Vec<_>>().join(" + ")),
        };
        println!("ERR {name} gold {} {what} | {}", N[g.kind], show(g));
    }
    for s in said {
        if un.contains(&s.kind) { continue; }
        if !item.gold.iter().any(|g| s.start < g.end && g.start < s.end) { println!("ERR {name} SPUR {} | {}", N[s.kind], show(s)); }
    }
}

fn remap(flat: &Flat, map: &dyn Fn(u32) -> Option<u32>) -> Flat {
    let mut new = Flat { starts: Vec::with_capacity(flat.starts.len()), ids: Vec::with_capacity(flat.ids.len() / 2) };
    let mut at = 0;
    for &start in &flat.starts {
        while at < start as usize { new.ids.extend(map(flat.ids[at])); at += 1; }
        new.starts.push(new.ids.len() as u32);
    }
    while at < flat.ids.len() { new.ids.extend(map(flat.ids[at])); at += 1; }
    new
}

const SLOT_BITS: u32 = 22;

fn main() -> Result<(), Box<dyn Error>> {
    let shared = Path::new("/work/shared");
    let began = Instant::now();
    let gaz = gazetteer::Gazetteer::read(&shared.join("lexicon"));
    {
        let mut last = 0; let mut out = Vec::new();
        for &slot in &gaz.raw.0 { let mut d = slot - last; last = slot; while d >= 255 { out.push(255); d -= 255; } out.push(d as u8); }
        let keys = brotli(&out); let flags: Vec<u8> = gaz.raw.1.iter().map(|f| (f >> 8) as u8).collect();
        println!("gazetteer full {} names, {} + {} bytes", gaz.names, keys, brotli(&flags));
    }
    let mut clusters = HashMap::new();
    let most = env("CLUSTERS", 0.0) as usize;
    for line in std::fs::read_to_string(shared.join("corpora/names/word-clusters.tsv"))?.lines().take(most) {
        let c: Vec<&str> = line.split('\t').collect();
        clusters.insert(word_hash(c[0]) >> (64 - gazetteer::BITS), [c[1].parse::<u16>()? + 1, c[2].parse::<u16>()? + 1]);
    }
    let least = env("LEASTCONF", 0.0);
    let mut items = Vec::new();
    let mut base = Flat::default();
    let which = std::env::var("TRAIN").unwrap_or("all".into());
    let files: &[(&str, u32)] = match which.as_str() {
        "hand" => &[("crossner-politics", 1), ("gum", 1), ("re3d", 1), ("redocred", 1), ("uner-ewt", 1), ("wikigold", 1)],
        "mid" => &[("crossner-politics", 2), ("gum", 2), ("re3d", 2), ("redocred", 2), ("uner-ewt", 2), ("wikigold", 2), ("wikinews-relabelled", 1), ("gmb-relabelled", 1)],
        _ => &[("crossner-politics", 2), ("gum", 2), ("re3d", 2), ("redocred", 2), ("uner-ewt", 2), ("wikigold", 2), ("wikinews-relabelled", 1), ("gmb-relabelled", 1), ("congress-relabelled", 1)],
    };
    for (file, weight) in files {
        load(&shared.join(format!("corpora/names/train/{file}.jsonl")), &gaz, &clusters, if *weight == 2 { env("HAND", 2.0) as u32 } else { *weight }, &mut items, &mut base, least)?;
    }
    let mut devs = Vec::new();
    for name in ["world-news", "pud-news", "wikinews"] {
        let (mut items, mut base) = (Vec::new(), Flat::default());
        load(&shared.join(format!("corpora/names/dev/{name}.jsonl")), &gaz, &clusters, 1, &mut items, &mut base, 0.0)?;
        devs.push(Dev { name: name.into(), items, base });
    }
    eprintln!("{} features in {} tokens, {:.1} s", base.ids.len(), base.starts.len(), began.elapsed().as_secs_f32());
    // rare features are left out
    let cut = env("CUT", 3.0) as u8;
    let mut counts = vec![0u8; 1 << 28];
    for &id in &base.ids { let c = &mut counts[(id >> 4) as usize]; *c = c.saturating_add(1); }
    let mut row_of = vec![u32::MAX; 1 << SLOT_BITS];
    let mut rows = 0u32;
    let mut claim = |slot: usize, row_of: &mut Vec<u32>| { if row_of[slot] == u32::MAX { row_of[slot] = rows; rows += 1; } };
    for &id in &base.ids {
        if counts[(id >> 4) as usize] >= cut { claim((id >> (32 - SLOT_BITS)) as usize, &mut row_of); }
    }
    // evidence features: all of them; found by a dry run below, so room is made for them
    let base_rows = rows;
    eprintln!("{base_rows} rows of base features, {:.1} s", began.elapsed().as_secs_f32());
    let rates = Rates { alpha: env("ALPHA", 0.1), beta: 1.0, lasso: env("LASSO", 1.0), ridge: env("RIDGE", 0.0) };
    let keep = |id: u32, row_of: &[u32], counts: &[u8]| -> Option<u32> {
        let row = row_of[(id >> (32 - SLOT_BITS)) as usize];
        (row != u32::MAX && counts[(id >> 4) as usize] >= cut).then_some(row)
    };
    let mapped = remap(&base, &|id| keep(id, &row_of, &counts));
    eprintln!("{} features kept, {:.1} s", mapped.ids.len(), began.elapsed().as_secs_f32());
    // cross-fitting of the first pass
    let e1 = env("E1", 2.0) as usize;
    let e2 = env("E2", 4.0) as usize;
    let mut first: Vec<Vec<Tag>> = vec![Vec::new(); items.len()];
    let halves: Vec<Vec<(usize, Vec<Tag>)>> = std::thread::scope(|scope| {
        let handles: Vec<_> = [0usize, 1].into_iter().map(|fold| {
            let (items, mapped) = (&items, &mapped);
            scope.spawn(move || {
                let mut model = Model { weights: Weights::new(base_rows as usize, rates), trans: Default::default() };
                train(&mut model, items, mapped, None, |i| i % 2 != fold, e1, &[0]);
                items.iter().enumerate().filter(|(i, _)| i % 2 == fold).map(|(i, item)| (i, predict(&model, item, mapped, None, 0))).collect()
            })
        }).collect();
        handles.into_iter().map(|h| h.join().unwrap()).collect()
    });
    for (i, tags) in halves.into_iter().flatten() { first[i] = tags; }
    let extra_raw = extra_of(&items, &first);
    for &id in &extra_raw.ids {
        let slot = (id >> (32 - SLOT_BITS)) as usize;
        if row_of[slot] == u32::MAX { row_of[slot] = rows; rows += 1; }
        counts[(id >> 4) as usize] = 255;
    }
    let extra = remap(&extra_raw, &|id| keep(id, &row_of, &counts));
    eprintln!("{} rows in all, {:.1} s", rows, began.elapsed().as_secs_f32());
    let mut model = Model { weights: Weights::new(rows as usize, rates), trans: Default::default() };
    train(&mut model, &items, &mapped, Some(&extra), |_| true, e2, &[0, 1]);
    let nonzero = (0..rows).filter(|&r| model.weights.row(r).iter().any(|w| *w != 0.0)).count();
    let values: usize = (0..rows).map(|r| model.weights.row(r).iter().filter(|w| **w != 0.0).count()).sum();
    println!("full: {nonzero} rows, {values} values, {:.1} s", began.elapsed().as_secs_f32());
    evaluate(&model, &devs, &|id| keep(id, &row_of, &counts), "full");
    drop(mapped); drop(extra);
    // keep what matters most
    let sizes = std::env::var("KEEP").unwrap_or("120000,60000".into());
    let e3 = env("E3", 4.0) as usize;
    let mut ranked: Vec<(f32, u32)> = (0..1u32 << SLOT_BITS).filter_map(|slot| {
        let row = row_of[slot as usize];
        if row == u32::MAX { return None; }
        let w = model.weights.row(row);
        let norm: f32 = w.iter().map(|w| w * w).sum();
        (norm > 0.0).then(|| (norm * model.weights.activity(row).powf(env("POWER", 0.5)), slot))
    }).collect();
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    for size in sizes.split(',').filter_map(|s| s.parse::<usize>().ok()) {
        let mut small = vec![u32::MAX; 1 << SLOT_BITS];
        let mut slots: Vec<u32> = ranked.iter().take(size).map(|r| r.1).collect();
        slots.sort_unstable();
        for (row, &slot) in slots.iter().enumerate() { small[slot as usize] = row as u32; }
        let map = |id: u32| { let row = small[(id >> (32 - SLOT_BITS)) as usize]; (row != u32::MAX).then_some(row) };
        let mapped = remap(&base, &map);
        let extra = remap(&extra_raw, &map);
        let rates = Rates { lasso: env("LASSO2", 1.0), ..rates };
        let mut model = Model { weights: Weights::new(slots.len(), rates), trans: Default::default() };
        train(&mut model, &items, &mapped, Some(&extra), |_| true, e3, &[0, 1]);
        evaluate(&model, &devs, &map, &format!("keep {size}"));
        for step in [0.15f32, 0.25] {
            let mut dump: Vec<u8> = Vec::new();
            let mut q = Model { weights: Weights::new(slots.len(), rates), trans: model.trans.clone() };
            let (mut deltas, mut masks, mut masks2, mut values) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
            let mut last = 0u32;
            let mut alive = 0;
            for row in 0..slots.len() as u32 {
                let mut w = *model.weights.row(row);
                let mut mask = 0u16;
                let before = values.len();
                for (lane, value) in w.iter_mut().enumerate() {
                    let n = (*value / step).round().clamp(-31.0, 31.0);
                    *value = n * step;
                    if n != 0.0 { mask |= 1 << lane; values.push(n as i8 as u8); }
                }
                q.weights.set(row, w);
                if values.len() == before { continue; }
                dump.extend_from_slice(&slots[row as usize].to_le_bytes()); dump.extend(w.iter().map(|v| (v / step).round() as i8 as u8));
                alive += 1;
                let mut delta = slots[row as usize] - last;
                last = slots[row as usize];
                while delta >= 255 { deltas.push(255); delta -= 255; }
                deltas.push(delta as u8);
                masks.push(mask as u8);
                masks2.push((mask >> 8) as u8);
            }
            let count = values.len();
            std::fs::write(format!("/tmp/dump-{size}-{step}.bin"), &dump)?;
            let mut sizes = Vec::new();
            let mut all = Vec::new();
            for part in [&deltas, &masks, &masks2, &values] { all.extend_from_slice(part); sizes.push(brotli(part)); }
            println!("keep {size} step {step}: {alive} rows {count} values, {} bytes of {:?}", brotli(&all), sizes);
            evaluate(&q, &devs, &map, &format!("keep {size} step {step}"));
        }
        eprintln!("{:.1} s", began.elapsed().as_secs_f32());
    }
    Ok(())
}

fn brotli(data: &[u8]) -> usize {
    std::fs::write("/tmp/tagger-part.bin", data).unwrap();
    let out = std::process::Command::new("brotli").args(["-q", "11", "-w", "24", "-c", "/tmp/tagger-part.bin"]).output().unwrap();
    out.stdout.len()
}
