//! What is written of small articles.

#![allow(clippy::unwrap_used, clippy::panic)]

use serde_json::{Value as Read, json};

use super::json::Json;
use super::written::{Form, Written};
use super::*;
use crate::annotations::{Confidence, EntityType, Language, Mention, QuoteId, QuoteKind, StatementId, TimelineEvent};
use crate::{Annotator, Options, parse_date};

/// What newsgloss finds in `text`, published on a Saturday, in this form.
fn exported(text: &str, format: Format, about: &About) -> String {
    let document = Document::from_plain_text(text, parse_date("2016-08-27").ok()).unwrap();
    let annotations = Annotator::embedded().unwrap().annotate(&document, &Options::default());
    export(&document, &annotations, format, about)
}

fn read(text: &str, format: Format, about: &About) -> Read {
    let written = exported(text, format, about);
    assert_eq!(written.find('\n'), Some(written.len() - 1), "it is one line: {written}");
    serde_json::from_str(&written).unwrap()
}

fn at_home() -> About {
    let mut about = About::default();
    about.set_url("https://paper.example/oslo").unwrap();
    about
}

fn called(id: &str, mut about: About) -> About {
    about.id = Some(id.to_owned());
    about
}

/// The rows of a table of ours, which none of these texts breaks a line in.
fn rows(written: &str) -> Vec<String> {
    assert!(written.ends_with("\r\n"));
    written.split("\r\n").filter(|row| !row.is_empty()).map(str::to_owned).collect()
}

/// An answer of somebody else's making: one person of this name, who says all of the text.
fn named(name: &str, text: &str) -> (Document, Annotations) {
    let document = Document::from_plain_text(text, None).unwrap();
    let whole = Span::new(0, text.len() as u32);
    let entity = Entity {
        id: EntityId(1),
        kind: EntityType::Person,
        name: name.to_owned(),
        role: Some(name.to_owned()),
        wikidata: None,
        description: Some(name.to_owned()),
        url: None,
        of: None,
        coordinates: None,
        mentions: vec![Mention { span: whole, confidence: Confidence::FULL }],
    };
    let quote = Quote {
        id: QuoteId(1),
        kind: QuoteKind::Direct,
        statement: Some(StatementId(1)),
        span: whole,
        confidence: Confidence::FULL,
        speaker: Some(whole),
        entities: vec![EntityId(1)],
        inferred: false,
        cue: Some(whole),
        addressee: None,
        place: None,
        time: None,
    };
    let event = TimelineEvent { date: "2016-08-26".to_owned(), span: whole, entities: vec![EntityId(1)], quotes: vec![QuoteId(1)] };
    let annotations =
        Annotations { language: Language::English, entities: vec![entity], values: Vec::new(), quotes: vec![quote], timeline: vec![event] };
    (document, annotations)
}

const FORMATS: [Format; 4] = [Format::WebAnnotation, Format::Schema, Format::Csv, Format::Summary];

const READY: &str = "Norway waits 💛\n\n“We are ready,” Foreign Minister Ola Tveit told reporters in Oslo on Friday.";

#[test]
fn json_is_written_as_any_reader_takes_it() {
    for (text, written) in [
        ("plain", r#""plain""#),
        (r#"a "b" \c"#, r#""a \"b\" \\c""#),
        ("line\nend\ttab\0", r#""line\u000aend\u0009tab\u0000""#),
        ("</script>", r#""\u003c/script>""#),
        ("💛 \u{2028}", r#""💛 \u2028""#),
        ("ends in {[:", r#""ends in {[:""#),
    ] {
        let mut json = Json::new();
        json.open('{');
        json.field("a", text);
        json.close('}');
        let json = json.finish();
        assert_eq!(json, format!("{{\"a\":{written}}}\n"));
        assert_eq!(serde_json::from_str::<Read>(&json).unwrap(), json!({"a": text}));
    }
    let mut json = Json::new();
    json.open('{');
    json.field("a:", "b{");
    json.key("c[");
    json.open('[');
    json.raw("\"x:\"");
    json.raw("1");
    json.open('{');
    json.close('}');
    json.close(']');
    json.close('}');
    assert_eq!(json.finish(), "{\"a:\":\"b{\",\"c[\":[\"x:\",1,{}]}\n");
}

#[test]
fn decimals_have_no_zeros_at_their_end() {
    for (number, places, written) in
        [(970, 3, "0.97"), (1000, 3, "1"), (0, 3, "0"), (5, 3, "0.005"), (4821, 2, "48.21"), (-5, 2, "-0.05"), (-18000, 2, "-180")]
    {
        let mut digits = Written::new(Form::Csv);
        digits.number(number, places);
        assert_eq!(digits.text, written);
    }
}

#[test]
fn addresses_and_times_are_checked() {
    for (url, is_good) in [
        ("https://paper.example/a?b=c#d", true),
        ("HTTP://paper.example", true),
        ("javascript:alert(1)", false),
        ("/news/1", false),
        ("https://paper.example/a b", false),
        ("", false),
    ] {
        assert_eq!(About::default().set_url(url).is_ok(), is_good, "{url}");
    }
    for (time, is_good) in [
        ("2016-08-27T09:30:00Z", true),
        ("2016-08-27T09:30:00.250Z", true),
        ("2016-08-27T09:30:00+02:00", false),
        ("2016-08-27T24:00:00Z", false),
        ("2016-08-27T09:60:00Z", false),
        ("2016-02-30T09:30:00Z", false),
        ("2016-08-27T9:30:00Z", false),
        ("2016-08-27T09:30:00.Z", false),
        ("2016-08-27T09:30Z", false),
        ("2016-08-27 09:30:00Z", false),
        ("2016-08-27Z", false),
        ("💛", false),
    ] {
        assert_eq!(About::default().set_created(time).is_ok(), is_good, "{time}");
    }
    let refused = About::default().set_url("ftp://x").unwrap_err().to_string();
    assert_eq!(refused, "give a web address in full, beginning with https:// or http://");
}

/// The bodies of an annotation: label, purpose, and what it is.
fn bodies(annotation: &Read) -> Vec<String> {
    let body = |body: &Read| {
        let what = body.get("value").or(body.get("source")).unwrap().as_str().unwrap();
        let what = what.split_once('#').map_or(what, |(_, name)| name);
        format!("{} {} {what}", body["label"].as_str().unwrap(), body["purpose"].as_str().unwrap())
    };
    annotation["body"].as_array().unwrap().iter().map(body).collect()
}

#[test]
fn every_mention_value_and_quotation_is_an_annotation() {
    let collection = read(READY, Format::WebAnnotation, &About::default());
    assert_eq!(collection["@context"], "http://www.w3.org/ns/anno.jsonld");
    assert_eq!((&collection["type"], &collection["label"]), (&json!("AnnotationCollection"), &json!("Norway waits 💛")));
    let items = collection["first"]["items"].as_array().unwrap();
    assert_eq!(collection["total"], items.len());
    let of = |name: &str| -> Vec<String> {
        let item = items.iter().find(|item| item["id"].as_str().unwrap().ends_with(&format!("#{name}"))).unwrap();
        assert_eq!(item["type"], "Annotation");
        [vec![item["motivation"].as_str().unwrap().to_owned()], bodies(item)].concat()
    };
    let name = |words: &str| {
        let item = items.iter().find(|item| item["target"][0]["selector"][0]["exact"] == words).unwrap();
        item["id"].as_str().unwrap().split_once('#').unwrap().1.to_owned()
    };
    let (tveit, oslo) = (name("Ola Tveit"), name("Oslo"));
    assert_eq!(
        of(&tveit)[..5],
        [
            "identifying",
            &format!("id identifying {}", tveit.strip_suffix(".1").unwrap()),
            "type classifying person",
            "name tagging Ola Tveit",
            "role describing Foreign Minister"
        ]
    );
    assert_eq!(of(&oslo)[1], "id identifying http://www.wikidata.org/entity/Q585");
    assert_eq!(of("v1")[..3], ["tagging", "type classifying date", "value tagging 2016-08-26"]);
    assert_eq!(
        of("q1")[..9],
        [
            "classifying",
            "kind classifying direct",
            "statement identifying s1",
            &format!("speaker linking {}", tveit.strip_suffix(".1").unwrap()),
            "speaker describing Foreign Minister Ola Tveit",
            "cue describing told",
            "addressee describing reporters",
            "place describing Oslo",
            "time describing 2016-08-26"
        ]
    );
    let confidence: f64 = of("q1")[9].strip_prefix("confidence assessing ").unwrap().parse().unwrap();
    assert!((0.5..=1.0).contains(&confidence));
}

#[test]
fn a_target_is_found_by_its_words_and_by_its_place() {
    let target = |text: &str, about: &About, words: &str| -> Read {
        let collection = read(text, Format::WebAnnotation, about);
        let items = collection["first"]["items"].as_array().unwrap();
        items.iter().map(|item| &item["target"]).find(|target| target[0]["selector"][0]["exact"] == words).unwrap().clone()
    };
    // Plain text is its own source. Positions count code points, and the words around end with the paragraph.
    let whole = target(READY, &About::default(), "Oslo");
    assert_eq!(whole.as_array().unwrap().len(), 1);
    assert!(whole[0]["source"].as_str().unwrap().starts_with("urn:uuid:"));
    assert_eq!(
        whole[0]["selector"],
        json!([
            {"type": "TextQuoteSelector", "exact": "Oslo", "prefix": "ter Ola Tveit told reporters in ", "suffix": " on Friday."},
            {"type": "TextPositionSelector", "start": 77, "end": 81}
        ])
    );
    // On a page positions count in the article's text, which is another source.
    let both = target(READY, &at_home(), "Oslo");
    assert_eq!((&both[0]["source"], both[0]["selector"].as_array().unwrap().len()), (&json!("https://paper.example/oslo"), 1));
    assert_eq!(both[1]["source"], whole[0]["source"]);
    assert_eq!(both[1]["selector"], json!([whole[0]["selector"][1]]));
    // Nothing before, nothing after.
    let alone = target("Norway waits\n\nOslo", &About::default(), "Oslo");
    assert_eq!((&alone[0]["selector"][0]["prefix"], &alone[0]["selector"][0]["suffix"]), (&json!(""), &json!("")));
}

#[test]
fn the_same_answer_has_the_same_names_and_another_has_others() {
    let id = |text: &str, about: &About| read(text, Format::WebAnnotation, about)["id"].as_str().unwrap().to_owned();
    let first = id(READY, &About::default());
    assert_eq!(first, id(READY, &called("oslo", About::default())));
    assert_ne!(first, id(READY, &at_home()));
    assert_ne!(first, id(&READY.replace("Friday", "Monday"), &About::default()));
    // urn:uuid:XXXXXXXX-XXXX-8XXX-[89ab]XXX-XXXXXXXXXXXX
    let uuid = first.strip_prefix("urn:uuid:").unwrap();
    let lengths: Vec<usize> = uuid.split('-').map(str::len).collect();
    assert_eq!((uuid.len(), lengths, &uuid[14..15]), (36, vec![8, 4, 4, 4, 12], "8"));
    assert!("89ab".contains(&uuid[19..20]) && uuid.chars().all(|c| c == '-' || c.is_ascii_hexdigit() && !c.is_ascii_uppercase()), "{uuid}");
}

#[test]
fn what_the_caller_knows_is_told() {
    let mut about = called("n1", at_home());
    about.set_created("2016-08-28T10:00:00Z").unwrap();
    let collection = read(READY, Format::WebAnnotation, &about);
    assert_eq!((&collection["dcterms:identifier"], &collection["created"]), (&json!("n1"), &json!("2016-08-28T10:00:00Z")));
    assert_eq!(collection["first"]["items"][0]["created"], "2016-08-28T10:00:00Z");
    assert_eq!(collection["generator"]["name"], "newsgloss");
    assert_eq!(collection["generator"]["schema:softwareVersion"], env!("CARGO_PKG_VERSION"));
    assert_eq!(collection["first"]["items"][0]["generator"], collection["generator"]["id"]);
    let collection = read(READY, Format::WebAnnotation, &About::default());
    assert!(collection.get("created").is_none() && collection["first"]["items"][0].get("created").is_none());
}

#[test]
fn an_article_mentions_and_quotes_in_the_words_of_schema_org() {
    let article = read(READY, Format::Schema, &at_home());
    assert_eq!(
        (&article["@type"], &article["url"], &article["headline"], &article["datePublished"]),
        (&json!("NewsArticle"), &json!("https://paper.example/oslo"), &json!("Norway waits 💛"), &json!("2016-08-27"))
    );
    let mentions = article["mentions"].as_array().unwrap();
    let of = |name: &str| mentions.iter().find(|mention| mention["name"] == name).unwrap();
    let tveit = of("Ola Tveit");
    assert_eq!((&tveit["@type"], &tveit["jobTitle"]), (&json!("Person"), &json!("Foreign Minister")));
    let oslo = of("Oslo");
    assert_eq!((&oslo["@type"], &oslo["sameAs"]), (&json!("Place"), &json!("https://www.wikidata.org/wiki/Q585")));
    assert_eq!(oslo["geo"]["@type"], "GeoCoordinates");
    assert!(
        (oslo["geo"]["latitude"].as_f64().unwrap() - 59.9).abs() < 0.1 && (oslo["geo"]["longitude"].as_f64().unwrap() - 10.7).abs() < 0.2
    );
    assert_eq!(article["hasPart"], json!([{"@type": "Quotation", "text": "We are ready", "creator": [{"@id": tveit["@id"]}]}]));
}

#[test]
fn only_words_that_were_said_are_quotations_and_only_speakers_who_are_named_their_creators() {
    for (text, expected) in [
        // An interrupted statement is one.
        (
            "“We are ready,” Ola Tveit said in Oslo, “and we will wait for them.”",
            vec![("We are ready and we will wait for them.", vec!["Ola Tveit"])],
        ),
        // The reporter's own words are nobody's quotation.
        ("Ola Tveit said on Friday that the harbour would stay closed until the spring.", vec![]),
        // Officials are nobody in particular.
        ("“We are not ready for this winter,” officials said.", vec![("We are not ready for this winter", vec![])]),
    ] {
        let article = read(text, Format::Schema, &About::default());
        let name = |id: &Read| {
            let mentions = article["mentions"].as_array().unwrap();
            mentions.iter().find(|mention| mention["@id"] == id["@id"]).unwrap()["name"].as_str().unwrap().to_owned()
        };
        let parts = article.get("hasPart").and_then(Read::as_array).cloned().unwrap_or_default();
        let found: Vec<(String, Vec<String>)> = parts
            .iter()
            .map(|part| {
                let creators = part.get("creator").and_then(Read::as_array).cloned().unwrap_or_default();
                (part["text"].as_str().unwrap().to_owned(), creators.iter().map(name).collect())
            })
            .collect();
        let expected: Vec<(String, Vec<String>)> =
            expected.into_iter().map(|(text, by)| (text.to_owned(), by.into_iter().map(str::to_owned).collect())).collect();
        assert_eq!(found, expected, "in: {text}");
    }
    // A speaker who is inferred is a guess, and a place is no creator.
    for (kind, inferred, is_creator) in [
        (EntityType::Person, false, true),
        (EntityType::Organization, false, true),
        (EntityType::Person, true, false),
        (EntityType::Place, false, false),
        (EntityType::Group, false, false),
    ] {
        let (document, mut annotations) = named("Velda", "We are ready for the winter.");
        annotations.entities[0].kind = kind;
        annotations.quotes[0].inferred = inferred;
        let article: Read = serde_json::from_str(&export(&document, &annotations, Format::Schema, &About::default())).unwrap();
        assert_eq!(article["hasPart"][0].get("creator").is_some(), is_creator, "{kind:?}, inferred: {inferred}");
    }
}

#[test]
fn quotations_are_rows_of_a_table() {
    let rows = rows(&exported(READY, Format::Csv, &About::default()));
    assert_eq!(
        rows[0],
        "id,kind,quotation,speaker,speaker_as_written,role,wikidata,cue,addressee,place,date_said,inferred,confidence,start,end,statement"
    );
    assert_eq!(rows.len(), 2);
    let row: Vec<&str> = rows[1].split(',').collect();
    assert_eq!(
        row[..7],
        ["q1", "direct", "\"We are ready\"", "\"Ola Tveit\"", "\"Foreign Minister Ola Tveit\"", "\"Foreign Minister\"", ""]
    );
    assert_eq!(row[7..12], ["\"told\"", "\"reporters\"", "\"Oslo\"", "\"2016-08-26\"", "false"]);
    assert_eq!(row[13..], ["17", "29", "s1"]);
}

#[test]
fn no_cell_is_a_formula_or_breaks_its_row() {
    for (name, cell) in [
        ("Velda", "Velda"),
        ("=HYPERLINK(A1)", "'=HYPERLINK(A1)"),
        ("+47", "'+47"),
        ("-1", "'-1"),
        ("@SUM", "'@SUM"),
        ("\tVelda", "Velda"),
        ("a = b", "a = b"),
        ("=A1,\"B\"", "'=A1,\"\"B\"\""),
        ("Ola \"the Fox\" Tveit", "Ola \"\"the Fox\"\" Tveit"),
        ("\"=A1", "\"\"=A1"),
        ("Velda, Inc.", "Velda, Inc."),
    ] {
        let (document, annotations) = named(name, "Ready.");
        let rows = rows(&export(&document, &annotations, Format::Csv, &About::default()));
        assert_eq!(rows[1], format!("q1,direct,\"Ready.\",\"{cell}\",\"Ready.\",\"{cell}\",,\"Ready.\",,,,false,1,0,6,s1"));
    }
    // Words of a text that was wrapped keep their ends of line, in quotation marks; a tab before them is guarded.
    let (document, annotations) = named("Velda", "\tWe are\nready.");
    let table = export(&document, &annotations, Format::Csv, &About::default());
    assert!(table.contains("\r\nq1,direct,\"'\tWe are\nready.\",\"Velda\",\"We are ready.\","), "{table}");
}

#[test]
fn a_summary_says_who_says_what_and_when() {
    let text = "Norway waits\n\n“We are ready,” Foreign Minister Ola Tveit told reporters in Oslo on Friday, “and we will wait.”\n\n\
                Tveit said that the port was open. “Nobody sleeps here,” officials said. The Red Cross sent blankets to Oslo.";
    let summary = exported(text, Format::Summary, &at_home());
    let places: Vec<usize> = [
        "<!DOCTYPE html>\n<html lang=\"en\" dir=\"ltr\">",
        "<title>Norway waits</title>",
        "<h1 lang=\"en\" dir=\"auto\">Norway waits</h1>",
        "<p>2016-08-27 <a href=\"https://paper.example/oslo\">https://paper.example/oslo</a></p>",
        "<h2>Who says what</h2>",
        ">Ola Tveit</h3>",
        ">Foreign Minister</p>",
        ">We are ready</q> … <q lang=\"en\" dir=\"auto\">and we will wait.</q></p><small>told · reporters · Oslo · 2016-08-26</small>",
        ">the port was open</span></p><small>reported speech · said</small>",
        "<h3>Speaker not identified</h3>",
        ">Nobody sleeps here</q></p><small>officials · said</small>",
        "<h2>People</h2>",
        ">Ola Tveit</b>",
        "<td>2\n",
        "<h2>Organisations</h2>",
        "<h2>Timeline</h2>",
        "<tr><td>2016-08-26<td",
        "Made with newsgloss",
    ]
    .iter()
    .map(|piece| summary.find(piece).unwrap_or_else(|| panic!("{piece} is not in {summary}")))
    .collect();
    assert!(places.is_sorted(), "{places:?} in {summary}");
}

#[test]
fn the_words_around_are_the_callers() {
    let words = [("language", "ar"), ("direction", "rtl"), ("quotations", "<b>"), ("nobody", "none")];
    let labels = Labels::from_words(|key| words.iter().find(|(known, _)| *known == key).map(|(_, word)| (*word).to_owned()));
    let mut about = About::default();
    about.labels = labels;
    let summary = exported("Ola Tveit left.", Format::Summary, &about);
    assert!(summary.contains("<html lang=\"ar\" dir=\"rtl\">") && summary.contains("<h2>&lt;b&gt;</h2>"), "{summary}");
    assert!(summary.contains("<p>none</p>") && summary.contains("<h2>People</h2>"), "{summary}");
}

#[test]
fn what_an_article_says_is_never_markup() {
    let name = "<script>alert(1)</script>\" onload=\"x' & <!-- ]]>";
    let (document, annotations) = named(name, &format!("{name}\n\n{name} came."));
    let summary = export(&document, &annotations, Format::Summary, &About::default());
    assert!(!summary.contains("<script") && !summary.contains("<!--") && !summary.contains("\" onload"), "{summary}");
    assert!(summary.contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot; onload=&quot;x' &amp; &lt;!-- ]]&gt;"), "{summary}");
    for format in [Format::WebAnnotation, Format::Schema] {
        let json = export(&document, &annotations, format, &About::default());
        assert!(!json.contains('<'), "it could end a script element: {json}");
        assert!(json.contains("\\u003cscript>alert(1)"), "{json}");
        serde_json::from_str::<Read>(&json).unwrap();
    }
}

#[test]
fn articles_with_little_in_them_have_an_answer() {
    for text in ["", "\n\n", "It rained.", "Oslo", "In 1999."] {
        let collection = read(text, Format::WebAnnotation, &About::default());
        let total = collection["total"].as_u64().unwrap();
        assert_eq!(total > 0, collection.get("first").is_some(), "{text}");
        assert!(!collection["label"].as_str().unwrap().is_empty());
        assert_eq!(read(text, Format::Schema, &About::default())["@type"], "NewsArticle");
        assert_eq!(rows(&exported(text, Format::Csv, &About::default())).len(), 1);
        let summary = exported(text, Format::Summary, &About::default());
        assert!(summary.contains("Nobody is quoted.") && summary.ends_with("</html>\n") && !summary.contains("<title></title>"));
    }
}

#[test]
fn long_names_are_cut_and_what_is_long_costs_no_more_than_its_length() {
    let long = "Ola ".repeat(500);
    let (document, mut annotations) = named(&long, "Ola said so.");
    let mention = annotations.entities[0].mentions[0].clone();
    annotations.entities[0].mentions = vec![mention; 5_000];
    annotations.quotes = vec![annotations.quotes[0].clone(); 5_000];
    for format in FORMATS {
        let written = export(&document, &annotations, format, &About::default());
        assert!(written.len() < 5_000 * 2_500, "{format:?} takes {} bytes", written.len());
        assert!(written.contains('…') && !written.contains(&long), "{format:?}");
    }
    // One sentence that says when six hundred times.
    let dates: String = (0..600).map(|day| format!("on {} May {}, ", day % 28 + 1, 1400 + day)).collect();
    let once = exported(&dates, Format::Summary, &About::default());
    let twice = exported(&format!("{dates}\n\n{dates}"), Format::Summary, &About::default());
    assert!(once.len() > 100_000 && twice.len() < once.len() * 5 / 2, "{} and {}", once.len(), twice.len());
    for piece in ["“Oslo said that ", "Oslo said “", "<b>=Oslo & Ola Tveit said ", "“Oslo” "] {
        let text = piece.repeat(5_000) + &"”".repeat(5_000);
        let document = Document::from_plain_text(&text, None).unwrap();
        let annotations = Annotator::embedded().unwrap().annotate(&document, &Options::default());
        for format in FORMATS {
            let written = export(&document, &annotations, format, &About::default());
            assert!(written.len() < text.len() * 200, "{format:?} of {piece} takes {} bytes", written.len());
        }
    }
}

#[test]
fn five_thousand_things_are_all_there() {
    let text: String = (0..5_000).map(|number| format!("Thing{number} ")).collect();
    let (document, mut annotations) = named("Thing", &text);
    let one = annotations.entities[0].clone();
    annotations.entities = (0..5_000)
        .map(|number| Entity {
            id: EntityId(number + 1),
            name: format!("Thing{number}"),
            mentions: vec![Mention { span: Span::new(0, 5), confidence: Confidence::FULL }],
            ..one.clone()
        })
        .collect();
    let written: Read = serde_json::from_str(&export(&document, &annotations, Format::WebAnnotation, &About::default())).unwrap();
    assert_eq!(written["total"], 5_001);
    assert_eq!(written["first"]["items"].as_array().unwrap().len(), 5_001);
    let written: Read = serde_json::from_str(&export(&document, &annotations, Format::Schema, &About::default())).unwrap();
    assert_eq!(written["mentions"].as_array().unwrap().len(), 5_000);
    assert!(export(&document, &annotations, Format::Summary, &About::default()).contains(">Thing4999</b>"));
}
