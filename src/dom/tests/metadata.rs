//! What a page says of its article outside the text.

#![allow(clippy::unwrap_used)]

use super::{declared, tree};
use crate::document::parse_date;
use crate::dom::metadata::{Declared, language, published};

/// The day of publication by what `say` tells and what `html` shows.
#[track_caller]
fn check(say: impl FnOnce(&mut Declared), html: &str, day: Option<&str>) {
    let declared = declared(say);
    let said = published(&declared, &tree(html), 0, None, parse_date("2022-05-01").unwrap());
    assert_eq!(said.map(|date| date.to_string()).as_deref(), day, "{declared:?} {html}");
}

#[test]
fn the_article_says_when_it_was_published() {
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
        check(|declared| declared.json_ld(script.to_owned()), "", day);
    }
}

#[test]
fn heads_state_the_day_of_publication_in_many_ways() {
    for (name, content, day) in [
        ("article:published_time", "2016-08-27T23:40:00+10:00", Some("2016-08-27")),
        ("sailthru.date", "August 27th, 2016", Some("2016-08-27")),
        ("DC.date.issued", "27 Aug 2016 at 8.15pm", Some("2016-08-27")),
        ("pubdate", "20160827", Some("2016-08-27")),
        ("Pub_Date", "2016/08/27 06:40", Some("2016-08-27")),
        ("date", "Sat, 27 Sept 2016 06:40:00 GMT", Some("2016-09-27")),
        // The day of the last change, a day and month that could be either, no day at all.
        ("article:modified_time", "2016-08-27", None),
        ("date", "05/06/2016", None),
        ("date", "31 June 2016", None),
        ("date", "2016", None),
        ("date", "", None),
    ] {
        let meta = |declared: &mut Declared| {
            declared.meta(|wanted| match wanted {
                "name" => Some(name.to_owned()),
                "content" => Some(content.to_owned()),
                _ => None,
            });
        };
        check(meta, "", day);
    }
}

#[test]
fn what_the_page_shows_is_asked_last() {
    for (html, day) in [
        ("<time datetime=2016-08-27T06:40Z>Saturday</time>", Some("2016-08-27")),
        ("<time>27 August 2016</time>", Some("2016-08-27")),
        ("<time datetime=2016-08-30>Updated</time><time datetime=2016-08-27>3 days ago</time>", Some("2016-08-27")),
        ("<time datetime=2015-01-01>then</time><time datetime=2016-08-27 itemprop=datePublished>now</time>", Some("2016-08-27")),
        ("<p class=post-date>Posted on <b>August 27, 2016</b> by Jane Roe</p>", Some("2016-08-27")),
        ("<p class=last-updated-date>Updated 27 August 2016</p>", None),
        ("<p>It was on 27 August 2016.</p>", None),
    ] {
        check(|_| (), html, day);
    }
}

#[test]
fn the_nearest_language_is_that_of_the_article() {
    let nothing = Declared::default();
    let page = tree("<div lang=de><p lang=fr>un</p><p>two</p></div><p>three</p>");
    assert_eq!(language(&nothing, &page, 1).as_deref(), Some("de"));
    assert_eq!(language(&nothing, &page, 2).as_deref(), Some("fr"));
    assert_eq!(language(&nothing, &page, 0), None);
    let english = declared(|declared| declared.language = Some(" en-GB ".to_owned()));
    assert_eq!(language(&english, &page, 0).as_deref(), Some("en-GB"));
}
