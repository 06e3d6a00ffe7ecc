//! What the command line's batch reads: one JSON object a line. The batch itself is compiled in, so no process is started.
#![no_main]

#[path = "../../src/cli/batch.rs"]
mod batch;

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use newsgloss::document::day_of_clock;
use newsgloss_fuzz::{ANNOTATOR, everything, steps};
use serde::Deserialize;
use serde_json::Value;

/// What of a line shows in its answer. Other fields may hold what no value can, such as 1e400.
#[derive(Deserialize)]
struct Given {
    text: Option<String>,
    id: Option<Value>,
}

fuzz_target!(|data: &[u8]| {
    let (output, complaints, complete) = run(data);
    assert_eq!(run(data), (output.clone(), complaints.clone(), complete), "another answer the second time");

    let lines: Vec<(usize, &[u8])> =
        data.split(|&byte| byte == b'\n').enumerate().filter(|(_, line)| !line.trim_ascii().is_empty()).collect();
    let output = String::from_utf8(output).expect("answers are UTF-8");
    assert_eq!(output.lines().count(), lines.len(), "not one answer for each line");
    let mut refused = 0;
    for ((index, line), answer) in lines.into_iter().zip(output.lines()) {
        let answer: Value = serde_json::from_str(answer).expect("an answer is JSON");
        if answer.get("version").is_none() {
            assert_eq!(answer["line"], index + 1, "a refusal names another line");
            assert!(!answer["error"].as_str().expect("a refusal says why").is_empty());
            refused += 1;
            continue;
        }
        let given: Given = serde_json::from_slice(line).expect("what was answered can be read");
        // The text of a page is in its answer.
        let text = given.text.as_deref().or(answer["text"].as_str()).expect("an answer is about a text");
        check_spans(&answer, text.chars().count() as u64);
        match &given.id {
            None => assert!(answer.get("id").is_none()),
            Some(Value::String(id)) => assert_eq!(answer["id"], *id),
            Some(number) => assert_eq!(answer["id"], number.to_string()),
        }
    }
    assert_eq!(complete, refused == 0);
    assert_eq!(String::from_utf8(complaints).expect("complaints are UTF-8").lines().count() > 0, refused > 0);
});

/// What the batch writes, what it complains of, and whether every line could be read.
fn run(data: &[u8]) -> (Vec<u8>, Vec<u8>, bool) {
    let (mut output, mut complaints) = (Vec::new(), Vec::new());
    let options = everything();
    let batch = batch::Batch { annotator: &ANNOTATOR, options: &options, published: None, today: day_of_clock(1_500_000_000) };
    LazyLock::force(&ANNOTATOR);
    let complete = steps::bounded("a batch", data.len(), 3_000, 100_000, || batch.run(data, &mut output, &mut complaints));
    (output, complaints, complete.expect("a buffer can be read and written"))
}

/// Every object with a start and an end has them inside the text, in order.
fn check_spans(answer: &Value, characters: u64) {
    match answer {
        Value::Array(values) => values.iter().for_each(|value| check_spans(value, characters)),
        Value::Object(fields) => {
            if let (Some(start), Some(end)) = (fields.get("start"), fields.get("end")) {
                let (start, end) = (start.as_u64().expect("a number"), end.as_u64().expect("a number"));
                assert!(start < end && end <= characters, "a span from {start} to {end} in a text of {characters} characters");
            }
            fields.values().for_each(|value| check_spans(value, characters));
        }
        _ => {}
    }
}
