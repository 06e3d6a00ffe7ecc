//! Dates of publication in JSON-LD as pages write it.

#![allow(clippy::unwrap_used)]

use crate::document::parse_date;
use crate::dom::json_ld::published;

#[test]
fn the_article_says_when_it_was_published() {
    let today = parse_date("2022-05-01").unwrap();
    for (script, day) in [
        (r#"{"@type": "NewsArticle", "datePublished": "2016-08-27T06:40:00Z"}"#, Some("2016-08-27")),
        (r#"[{"@type":"WebSite"},{"@type":"BlogPosting","datePublished":"2020-02-29"}]"#, Some("2020-02-29")),
        // Not quite JSON, as on many pages.
        (r#"{"@type": "Article", "headline": "A "quoted" word", "datePublished" : "2021-01-02 08:00",}"#, Some("2021-01-02")),
        // The day of its last change is another.
        (r#"{"@type": ["Article"], "dateModified": "2016-09-01", "datePublished": "2016-08-27"}"#, Some("2016-08-27")),
        // A day that has not come is not believed; tomorrow's may have come elsewhere.
        (r#"{"@type": "NewsArticle", "datePublished": "2022-05-02"}"#, Some("2022-05-02")),
        (r#"{"@type": "NewsArticle", "datePublished": "2022-05-03"}"#, None),
        // A page that is no article, a date that is none, a script cut short.
        (r#"{"@type": "VideoObject", "datePublished": "2016-08-27"}"#, None),
        (r#"{"@type": "NewsArticle", "datePublished": "yesterday"}"#, None),
        (r#"{"@type": "NewsArticle", "datePublished": "#, None),
        ("", None),
    ] {
        assert_eq!(published(script, today).map(|date| date.to_string()).as_deref(), day, "{script}");
    }
}
