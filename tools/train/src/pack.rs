//! Rounds the weights and writes the file that ships.

use newsgloss::training::tags::{TAGS, Tag};
use newsgloss::training::weights::{FAR, FINE, HEADER, MAGIC, MARGINS, SECTIONS, STORED_LANES, VERSION};

use crate::crf::may_follow;
use crate::learn::Model;
use crate::settings::Settings;
use crate::tables::{Clusters, Table};

/// For each type and margin, thousandths.
pub type Calibration = [[u16; MARGINS]; 6];

fn distances(slots: impl Iterator<Item = u32>) -> Vec<u8> {
    let (mut bytes, mut last) = (Vec::new(), 0);
    for slot in slots {
        let mut distance = slot - last;
        last = slot;
        while distance >= u32::from(FAR) {
            bytes.push(FAR);
            distance -= u32::from(FAR);
        }
        bytes.push(distance as u8);
    }
    bytes
}

/// The file. `slots` are the features' places, ascending, in the order of the model's rows.
pub fn file(model: &Model, slots: &[u32], parts: &Table, clusters: &Clusters, calibration: &Calibration, settings: &Settings) -> Vec<u8> {
    let (mut kept, mut low, mut high, mut values) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for (row, &slot) in slots.iter().enumerate() {
        let mut set = 0u16;
        for (lane, weight) in model.weights.row(row as u32).iter().take(STORED_LANES).enumerate() {
            let steps = (weight / settings.step).round().clamp(-127.0, 127.0) as i8;
            if steps != 0 {
                set |= 1 << lane;
                values.push(steps.cast_unsigned());
            }
        }
        if set != 0 {
            kept.push(slot);
            low.push(set.to_le_bytes()[0]);
            high.push(set.to_le_bytes()[1]);
        }
    }
    let fine = |weight: f32| (weight / settings.step * FINE as f32).round().clamp(-32000.0, 32000.0) as i16;
    let mut transitions = Vec::new();
    for pass in &model.transitions {
        for before in 0..TAGS {
            for next in 0..TAGS {
                let legal = may_follow(before as Tag, next as Tag);
                transitions.extend((if legal { fine(pass.weights[before][next]) } else { 0 }).to_le_bytes());
            }
        }
    }
    let sections: [Vec<u8>; SECTIONS] = [
        distances(kept.into_iter()),
        low,
        high,
        values,
        distances(parts.keys().copied()),
        parts.values().copied().collect(),
        distances(clusters.small.keys().copied()),
        clusters.small.values().copied().collect(),
        clusters.large.to_vec(),
        transitions,
        calibration.iter().flatten().flat_map(|entry| entry.to_le_bytes()).collect(),
    ];
    let mut file = Vec::with_capacity(HEADER + sections.iter().map(Vec::len).sum::<usize>());
    file.extend(MAGIC);
    file.extend(VERSION.to_le_bytes());
    file.extend([0, 0]);
    for section in &sections {
        file.extend((section.len() as u32).to_le_bytes());
    }
    for section in sections {
        file.extend(section);
    }
    file
}

/// The bytes that Brotli makes of the file on the wire, if its program is at hand.
pub fn compressed(file: &[u8]) -> Option<usize> {
    let path = std::env::temp_dir().join(format!("newsgloss-weights-{}", std::process::id()));
    std::fs::write(&path, file).ok()?;
    let output = std::process::Command::new("brotli").args(["-q", "11", "-w", "24", "-c"]).arg(&path).output().ok();
    std::fs::remove_file(&path).ok()?;
    output.filter(|output| output.status.success()).map(|output| output.stdout.len())
}
