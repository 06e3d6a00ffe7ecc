//! The one thing wanted of a page's JSON-LD: the day on which its article was published.
//!
//! Found by its key rather than by parsing: much of the JSON-LD on news pages is not quite JSON, and a parser is dear.

use time::Date;

use crate::document::parse_published;

/// The first date of publication in `script` that has come `today`, if it speaks of an article at all.
pub(super) fn published(script: &str, today: Date) -> Option<Date> {
    // "NewsArticle", "Article", "ReportageNewsArticle", "BlogPosting"
    if !script.contains("Article\"") && !script.contains("Posting\"") {
        return None;
    }
    let after_key = script.split("\"datePublished\"").skip(1);
    after_key.filter_map(string_value).find_map(|value| parse_published(value.trim(), today).ok())
}

/// The string in `: "…"` that `rest` begins with.
fn string_value(rest: &str) -> Option<&str> {
    rest.trim_start().strip_prefix(':')?.trim_start().strip_prefix('"')?.split('"').next()
}
