//! The command line as its users meet it: whole answers, errors that say what to do, and exit statuses.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use serde_json::{Value, json};

fn run(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_newsgloss"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let bytes = input.to_vec();
    let writer = std::thread::spawn(move || _ = stdin.write_all(&bytes));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    output
}

fn answers(output: &Output) -> Vec<Value> {
    String::from_utf8(output.stdout.clone()).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn file(name: &str, content: &[u8]) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, content).unwrap();
    path
}

#[test]
fn an_article_is_answered_in_code_points() {
    let text = "💛 Norway waits\n\n“We are ready,” Foreign Minister Ola Tveit told reporters in Oslo on Friday.";
    let path = file("oslo.txt", text.as_bytes());
    let output = run(&["annotate", path.to_str().unwrap(), "--published", "2016-08-27"], b"");
    assert!(output.status.success());
    let answer = &answers(&output)[0];
    assert_eq!(answer["id"], "oslo");
    assert_eq!(answer["version"], env!("CARGO_PKG_VERSION"));
    assert_eq!(answer["headline"], "💛 Norway waits");
    assert_eq!(answer["published"], "2016-08-27");
    assert_eq!(answer.get("text"), None);
    let at = |span: &Value| -> String {
        let (start, end) = (span["start"].as_u64().unwrap() as usize, span["end"].as_u64().unwrap() as usize);
        text.chars().skip(start).take(end - start).collect()
    };
    let quote = &answer["quotes"][0];
    assert_eq!(at(quote), "We are ready");
    assert_eq!(at(&quote["speaker"]), "Foreign Minister Ola Tveit");
    assert_eq!(at(&quote["cue"]), "told");
    assert_eq!(at(&quote["addressee"]), "reporters");
    assert_eq!(
        (&quote["id"], &quote["kind"], &quote["statement"], &quote["inferred"]),
        (&json!("q1"), &json!("direct"), &json!("s1"), &json!(false))
    );
    let tveit = answer["entities"].as_array().unwrap().iter().find(|entity| entity["name"] == "Ola Tveit").unwrap();
    assert_eq!((&tveit["type"], &tveit["role"]), (&json!("person"), &json!("Foreign Minister")));
    assert_eq!(quote["entities"], json!([tveit["id"]]));
    let friday = &answer["values"][0];
    assert_eq!((at(friday).as_str(), &friday["type"], &friday["value"]), ("Friday", &json!("date"), &json!("2016-08-26")));
    let event = &answer["timeline"][0];
    assert_eq!((&event["date"], &event["quotes"]), (&json!("2016-08-26"), &json!(["q1"])));
    assert!(event["entities"].as_array().unwrap().contains(&tveit["id"]));
}

#[test]
fn nothing_is_null_or_empty() {
    fn check(value: &Value, path: &str) {
        match value {
            Value::Null => panic!("null at {path}"),
            Value::String(text) => assert!(!text.is_empty(), "an empty string at {path}"),
            Value::Array(items) => items.iter().for_each(|item| check(item, path)),
            Value::Object(fields) => fields.iter().for_each(|(name, field)| check(field, &format!("{path}.{name}"))),
            _ => {}
        }
    }
    for text in ["", "\n\n", "Friday.", "Norwegian farmers and Kurdish shepherds met the UN.", "“A quotation nobody claims stands here.”"]
    {
        check(&answers(&run(&["annotate"], text.as_bytes()))[0], text);
    }
}

#[test]
fn a_batch_is_answered_in_order_and_bad_lines_cost_nothing() {
    let mut input = Vec::new();
    input.extend_from_slice("{\"id\": \"a\", \"text\": \"Ola Tveit left Oslo.\"}\n".as_bytes());
    input.extend_from_slice(b"not json\n\n");
    input.extend_from_slice(b"{\"id\": 7, \"text\": \"On Friday.\", \"published\": \"2016-08-27\"}\n");
    input.extend_from_slice(b"{\"id\": \"c\", \"text\": \"x\", \"published\": \"27 August\"}\n");
    input.extend_from_slice(b"{\"id\": \"c2\", \"text\": \"x\", \"published\": \"2999-01-01\"}\n");
    input.extend_from_slice(b"{\"id\": \"d\", \"text\": \"\xff\xfe\"}\n");
    input.extend_from_slice(b"{\"id\": \"e\", \"text\": \"\\ud800\"}\n");
    input.extend_from_slice(b"{\"id\": \"f\"}\n{\"id\": \"f\", \"text\": \"x\", \"html\": \"x\"}\n{\"id\": \"g\", \"text\": \"\"}\n");
    input.extend_from_slice(b"[\"h\", \"Ola Tveit left Oslo.\"]");
    let output = run(&["annotate", "--jsonl"], &input);
    assert_eq!(output.status.code(), Some(1));
    let answers = answers(&output);
    let ids: Vec<_> = answers.iter().map(|answer| answer.get("id").or(answer.get("line")).unwrap().clone()).collect();
    assert_eq!(ids, [json!("a"), json!(2), json!("7"), json!(5), json!(6), json!(7), json!(8), json!(9), json!(10), json!("g"), json!(12)]);
    assert_eq!(answers[2]["values"][0]["value"], "2016-08-26");
    assert_eq!(answers[3]["error"], "\"published\": \"27 August\" is not a date: write it as 2016-08-27");
    assert_eq!(answers[4]["error"], "\"published\": 2999-01-01 lies in the future: give the day on which the article was published");
    assert!(answers[5]["error"].as_str().unwrap().starts_with("not UTF-8"));
    assert!(String::from_utf8(output.stderr).unwrap().contains("line 2"));
}

#[test]
fn a_batch_without_bad_lines_succeeds_and_is_the_same_each_time() {
    let lines: String =
        (0..200).map(|n| format!("{{\"id\": \"{n}\", \"text\": \"Ola Tveit said in Oslo that {n} ships left.\"}}\n")).collect();
    let (first, second) = (run(&["annotate", "--jsonl"], lines.as_bytes()), run(&["annotate", "--jsonl"], lines.as_bytes()));
    assert!(first.status.success());
    assert_eq!(first.stdout, second.stdout);
    let ids: Vec<String> = answers(&first).iter().map(|answer| answer["id"].as_str().unwrap().to_owned()).collect();
    assert_eq!(ids, (0..200).map(|n| n.to_string()).collect::<Vec<_>>());
}

#[test]
fn bad_input_is_refused_by_name_and_with_advice() {
    let latin = file("latin1.txt", b"caf\xe9");
    let utf16 = file("utf16.html", b"\xff\xfe<\0p\0>\0");
    for (arguments, status, message) in [
        (vec!["annotate", "no-such-file.txt"], 1, "no-such-file.txt: "),
        (vec!["annotate", latin.to_str().unwrap()], 1, "not UTF-8: the first bad byte is number 4"),
        (vec!["read", "no-such-file.html"], 1, "no-such-file.html: "),
        (vec!["read"], 2, "Usage"),
        (vec!["annotate", "--published", "27.8.2016"], 2, "is not a date: write it as 2016-08-27"),
        (vec!["annotate", "--min-confidence", "2"], 2, "give a number from 0 to 1"),
        (vec!["annotate", "--format", "pdf"], 2, "[possible values: json, webannotation, schema, csv, summary, html]"),
        (vec!["annotate", "--format", "csv", "--jsonl"], 2, "give json, webannotation or schema"),
        (vec!["annotate", "--jsonl", "--format", "summary"], 2, "give json, webannotation or schema"),
        (vec!["annotate", "--jsonl", "--format", "html"], 2, "give json, webannotation or schema"),
        (vec!["annotate", "--format", "html"], 1, "standard input is plain text, and --format html writes marks into a page"),
        (vec!["annotate", "--format", "html", utf16.to_str().unwrap()], 1, "utf16.html: marks cannot be written into a page in UTF-16LE"),
        (vec!["annotate", "--url", "/news/1"], 2, "give a web address in full, beginning with https://"),
        (vec!["annotate", "--url", "https://paper.example/1", "--jsonl"], 2, "--jsonl"),
        (vec!["annotate", "--created", "yesterday"], 2, "give a time in UTC as 2016-08-27T09:30:00Z"),
        (vec!["annotate", "--no-such-option"], 2, "--no-such-option"),
        (vec![], 2, "Usage"),
    ] {
        let output = run(&arguments, b"");
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(status), "{arguments:?}: {said}");
        assert!(said.contains(message), "{arguments:?}: {said}");
        assert!(output.stdout.is_empty(), "{arguments:?}");
    }
}

/// A page of our own with a frame around its article.
const PAGE: &str = r#"<!DOCTYPE html><html lang="en-IE"><head><meta charset="utf-8"><title>Norway waits | The Ledger</title>
<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2016-08-27T23:40:00+10:00", "dateModified": "2016-08-30"}</script>
</head><body><nav><a href="/">World</a></nav><article><h1>Norway waits 💛</h1><p class="standfirst">A port town holds its breath.</p>
<p class="byline">By <a rel="author" href="/j">Jane Roe</a></p><time datetime="2016-08-30">Updated on Tuesday</time>
<figure><img src="a.jpg"><figcaption>The port of Narvik &amp; its ships</figcaption></figure>
<p>“We are ready,” Foreign Minister <b>Ola</b> Tveit told reporters in Oslo on Friday, after a week of talks.</p>
<h2>A long winter</h2><ul><li>The harbour stays closed until the spring.</li></ul><aside>Most read</aside>
<blockquote>The ships will wait as long as they have to, and not a day longer.</blockquote></article><footer>© The Ledger</footer></body></html>"#;

#[test]
fn files_are_read_one_a_line_and_a_bad_one_costs_the_others_nothing() {
    let page = file("narvik.html", PAGE.as_bytes());
    let empty = file("empty.html", b"");
    let output = run(&["read", page.to_str().unwrap(), "no-such-file.html", empty.to_str().unwrap()], b"");
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8(output.stderr.clone()).unwrap().contains("no-such-file.html: "));
    assert_eq!(
        answers(&output),
        [
            json!({
                "id": "narvik",
                "headline": "Norway waits 💛",
                "standfirst": "A port town holds its breath.",
                "byline": "Jane Roe",
                "published": "2016-08-27",
                "language": "en-IE",
                "text": "“We are ready,” Foreign Minister Ola Tveit told reporters in Oslo on Friday, after a week of talks.\n\n\
                         A long winter\n\nThe harbour stays closed until the spring.\n\n\
                         The ships will wait as long as they have to, and not a day longer.",
                "captions": ["The port of Narvik & its ships"],
            }),
            json!({"id": "empty"}),
        ]
    );
}

#[test]
fn html_is_annotated_in_its_own_text() {
    let path = file("narvik.htm", PAGE.as_bytes());
    let line = json!({"id": "narvik", "html": PAGE}).to_string();
    for output in [
        run(&["annotate", path.to_str().unwrap()], b""),
        run(&["annotate"], format!("\u{FEFF}\n {PAGE}").as_bytes()),
        run(&["annotate", "--jsonl"], line.as_bytes()),
    ] {
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let answer = &answers(&output)[0];
        let text = answer["text"].as_str().unwrap();
        assert!(
            text.starts_with("Norway waits 💛\n\nA port town holds its breath.\n\nThe port of Narvik & its ships\n\n“We are ready,”"),
            "{text}"
        );
        let at = |span: &Value| -> String {
            let (start, end) = (span["start"].as_u64().unwrap() as usize, span["end"].as_u64().unwrap() as usize);
            text.chars().skip(start).take(end - start).collect()
        };
        assert_eq!((&answer["headline"], &answer["published"]), (&json!("Norway waits 💛"), &json!("2016-08-27")));
        assert_eq!(at(&answer["quotes"][0]["speaker"]), "Foreign Minister Ola Tveit");
        // "Friday" is counted from the day on which the page was published, not from that of its last change.
        assert_eq!((at(&answer["values"][0]).as_str(), &answer["values"][0]["value"]), ("Friday", &json!("2016-08-26")));
    }
    let output = run(&["annotate", path.to_str().unwrap(), "--published", "2016-08-20"], b"");
    assert_eq!(answers(&output)[0]["values"][0]["value"], "2016-08-19");
}

#[test]
fn confidence_hides_what_is_unsure() {
    let text = "Ola Tveit said that May came. “Nobody claims these six words.”";
    let count = |least: &str| {
        let answer = &answers(&run(&["annotate", "--min-confidence", least], text.as_bytes()))[0];
        ["entities", "values", "quotes"].iter().map(|kind| answer[kind].as_array().unwrap().len()).sum::<usize>()
    };
    assert!(count("0") >= count("0.5") && count("0.5") > count("1"));
    assert_eq!(count("1"), 0);
}

#[test]
fn the_language_is_said_where_the_words_tell_it() {
    for (text, language) in [
        ("The two ministers met again on Monday and said that the talks would go on until an agreement was found.", Some("en")),
        (
            "Die beiden Minister trafen sich am Montag erneut und sagten, dass die Gespräche weitergehen sollen, bis eine Lösung gefunden ist.",
            None,
        ),
        ("Oslo.", None),
    ] {
        let answer = &answers(&run(&["annotate"], text.as_bytes()))[0];
        assert_eq!(answer.get("language").and_then(Value::as_str), language, "{text}");
    }
}

/// A publisher's own list in a file of its own.
fn list(name: &str, content: &str) -> String {
    file(name, content.as_bytes()).to_str().unwrap().to_owned()
}

#[test]
fn a_publishers_list_goes_before_what_newsgloss_thinks() {
    let list = list("own.csv", "name,type,url,aliases\r\nVelda Works,organization,https://paper.example/vw,VW|the Works\r\n");
    let text = "“We reopen,” Velda Works told reporters in Oslo. VW had closed.";
    for jsonl in [false, true] {
        let output = if jsonl {
            run(&["annotate", "--jsonl", "--lexicon", &list], json!({"text": text}).to_string().as_bytes())
        } else {
            run(&["annotate", "--lexicon", &list], text.as_bytes())
        };
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let entity = &answers(&output)[0]["entities"][0];
        assert_eq!((&entity["name"], &entity["url"]), (&json!("Velda Works"), &json!("https://paper.example/vw")));
        assert_eq!(entity["mentions"].as_array().unwrap().len(), 2);
    }
}

#[test]
fn a_bad_list_is_refused_by_line_and_field_and_nothing_is_annotated() {
    let bad = list("bad.json", "[\n{\"name\": \"Velda\", \"type\": \"place\",\n \"url\": \"javascript:alert(1)\"}]");
    for (path, messages) in [
        (
            bad.as_str(),
            ["bad.json cannot be used as a list of names", "line 3, entry 1, \"url\": \"javascript:alert(1)\" is no web address"],
        ),
        ("no-such-list.csv", ["no-such-list.csv: ", "No such file"]),
    ] {
        let output = run(&["annotate", "--lexicon", path], b"Velda.");
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(1), "{said}");
        assert!(messages.iter().all(|message| said.contains(message)), "{said}");
        assert!(output.stdout.is_empty());
    }
}

#[test]
fn an_article_is_written_in_the_form_that_is_asked_for() {
    let page = PAGE.replace("<meta charset", "<link rel=\"canonical\" href=\"https://ledger.example/narvik\"><meta charset");
    let path = file("forms.html", page.as_bytes());
    let written = |arguments: &[&str]| {
        let output = run(&[&["annotate", path.to_str().unwrap()], arguments].concat(), b"");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    };
    assert!(written(&["--format", "json"]).starts_with("{\"id\":\"forms\",\"version\""));
    assert_eq!(written(&["--format", "json"]), written(&[]));
    let annotations = written(&["--format", "webannotation", "--created", "2016-08-28T10:00:00Z"]);
    assert!(
        annotations.contains("\"source\":\"https://ledger.example/narvik\"")
            && annotations.contains("\"created\":\"2016-08-28T10:00:00Z\"")
    );
    // What the caller says of the address stands before what the page says.
    let schema = written(&["--format", "schema", "--url", "https://mirror.example/1"]);
    assert!(schema.contains("\"url\":\"https://mirror.example/1\"") && schema.contains("\"@type\":\"Quotation\""), "{schema}");
    let csv = written(&["--format", "csv"]);
    assert!(csv.starts_with("id,kind,quotation,speaker,") && csv.contains("\r\nq1,direct,\"We are ready\",\"Ola Tveit\","), "{csv}");
    let summary = written(&["--format", "summary"]);
    assert!(
        summary.starts_with("<!DOCTYPE html>\n") && summary.ends_with("</html>\n") && summary.contains(">We are ready</q>"),
        "{summary}"
    );
}

#[test]
fn many_articles_are_written_one_a_line_each_with_its_own_address() {
    let lines = [
        json!({"id": "a", "text": "Ola Tveit left Oslo.", "url": "https://paper.example/a"}),
        json!({"id": "https://paper.example/b", "text": "Ola Tveit left Oslo."}),
        json!({"id": "c", "text": "Ola Tveit left Oslo.", "url": 7}),
        json!({"id": "d", "html": "<link rel=canonical href=/d><meta property=og:url content=https://paper.example/d>".to_owned() + PAGE}),
    ];
    let input: String = lines.iter().map(|line| format!("{line}\nnot json\n")).collect();
    for (form, address) in [("webannotation", "/first/items/0/target/0/source"), ("schema", "/url")] {
        let output = run(&["annotate", "--jsonl", "--format", form], input.as_bytes());
        assert_eq!(output.status.code(), Some(1));
        let answers = answers(&output);
        assert_eq!(answers.len(), 8);
        let addresses: Vec<Option<&str>> = answers.iter().step_by(2).map(|answer| answer.pointer(address)?.as_str()).collect();
        let known = |at: usize| addresses[at].filter(|address| address.starts_with("https:"));
        assert_eq!(
            (known(0), known(1), known(2), known(3)),
            (Some("https://paper.example/a"), Some("https://paper.example/b"), None, Some("https://paper.example/d"))
        );
        assert!(answers.iter().skip(1).step_by(2).all(|answer| answer.get("error").is_some()));
    }
}

#[test]
fn a_page_is_annotated_ahead_of_time() {
    let more = "<p>The engineers will come back in the spring, and look at every one of the pillars of the old bridge again.</p>";
    let html = format!(
        "\u{feff}<!doctype html>\r\n<head><title>x</title></head><p>“We are ready,” Ola Tveit told reporters in Oslo.</p>{more}{more}{more}"
    );
    let path = file("ahead.html", html.as_bytes());
    let address = "https://paper.example/1";
    let output = run(&["annotate", "--format", "html", "--url", address, path.to_str().unwrap()], b"");
    assert!(output.status.success());
    let written = String::from_utf8(output.stdout).unwrap();
    assert!(written.contains(&format!("\"@type\":\"NewsArticle\",\"url\":\"{address}\"")), "{written}");
    let mark = "<newsgloss-mark data-kind=\"entity\" data-id=\"e1\" data-type=\"person\" data-ahead>Ola Tveit</newsgloss-mark>";
    assert!(written.contains(mark), "{written}");
    let again = run(&["annotate", "--format", "html", "--url", address], written.as_bytes());
    assert_eq!(String::from_utf8(again.stdout).unwrap(), written);
    // Nothing is added but tags of ours and one script: what is left without them is the file.
    let script = written.find("<script").unwrap()..written.find("</script>").unwrap() + "</script>".len();
    let mut left = format!("{}{}", &written[..script.start], &written[script.end..]).replace("</newsgloss-mark>", "");
    while let Some(start) = left.find("<newsgloss-mark") {
        let end = start + left[start..].find('>').unwrap();
        left.replace_range(start..=end, "");
    }
    assert_eq!(left, html);
}

#[test]
fn the_manual_and_the_help_tell_all_options_and_how_a_run_ends() {
    let manual = String::from_utf8(run(&["man"], b"").stdout).unwrap().replace('\\', "");
    let annotate = String::from_utf8(run(&["annotate", "--help"], b"").stdout).unwrap();
    let options =
        ["--published", "--jsonl", "--format", "--url", "--created", "--lexicon", "--min-confidence", "Exit status", "wrong usage"];
    for told in options {
        assert!(manual.contains(told), "{told} is not in the manual: {manual}");
        assert!(annotate.contains(told), "{told} is not in the help: {annotate}");
    }
    for told in ["NEWSGLOSS ANNOTATE", "NEWSGLOSS READ", "NEWSGLOSS SCHEMA", "<DATE>", "a schema.org script"] {
        assert!(manual.contains(told), "{told} is not in the manual: {manual}");
    }
    for arguments in [&["--help"][..], &["read", "--help"]] {
        assert!(String::from_utf8(run(arguments, b"").stdout).unwrap().contains("Exit status"), "{arguments:?}");
    }
}
