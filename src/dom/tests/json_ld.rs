//! The day of publication is read from JSON-LD as pages have it, and from no other of its dates.

use super::super::json_ld::published;

#[track_caller]
fn check(script: &str, expected: Option<&str>) {
    let day = published(script).map(|date| format!("{}-{:02}-{:02}", date.year(), u8::from(date.month()), date.day()));
    assert_eq!(day.as_deref(), expected, "{script}");
}

#[test]
fn the_article_s_own_date_is_found() {
    check(r#"{"@type":"NewsArticle","datePublished":"2016-08-27T06:40:00Z"}"#, Some("2016-08-27"));
    check(r#"{"@type": ["Article"], "dateModified": "2016-09-01", "datePublished" : "2016-08-27"}"#, Some("2016-08-27"));
    check("[{\"@type\":\"BlogPosting\",\n\"datePublished\":\n\" 2016-08-27 06:40\"}]", Some("2016-08-27"));
    check(r#"{"@type":"NewsArticle","datePublished":"","isPartOf":{"datePublished":"2016-08-27"}}"#, Some("2016-08-27"));
}

#[test]
fn what_is_no_date_of_an_article_is_left() {
    check(r#"{"@type":"Organization","datePublished":"2016-08-27"}"#, None);
    check(r#"{"@type":"NewsArticle","datePublished":"27 August 2016"}"#, None);
    check(r#"{"@type":"NewsArticle","datePublished":"2016-13-27"}"#, None);
    check(r#"{"@type":"NewsArticle","datePublished":null}"#, None);
    check(r#"{"@type":"NewsArticle","datePublished"#, None);
    check("", None);
}
