//! What a page says of its article outside the text: the day of publication and the language.

use time::Date;
use web_sys::{Document, Element};

use crate::document::parse_published;

use super::json_ld;

/// Where pages state the day of publication, in the order in which they are believed, and the attribute that has it.
const DATES: &[(&str, &str)] = &[
    (r#"meta[property="article:published_time"]"#, "content"),
    (r#"meta[itemprop="datePublished"]"#, "content"),
    (r#"meta[name="parsely-pub-date"],meta[name="date"],meta[name="DC.date.issued"],meta[name="pubdate"]"#, "content"),
    (r#"time[itemprop="datePublished"],time[pubdate]"#, "datetime"),
    ("article time[datetime]", "datetime"),
];

/// The day on which the article in `root` was published, if its page says so and the day has come `today`. A root in no page
/// has only its own word.
pub(super) fn published(root: &Element, today: Date) -> Option<Date> {
    if !root.is_connected() {
        return first_date(today, |selector| root.query_selector(selector).ok().flatten());
    }
    let document = root.owner_document()?;
    from_json_ld(&document, today).or_else(|| first_date(today, |selector| document.query_selector(selector).ok().flatten()))
}

/// The language of `root` as a BCP 47 tag.
pub(super) fn language(root: &Element) -> Option<String> {
    let tag = root.closest("[lang]").ok().flatten()?.get_attribute("lang")?;
    let tag = tag.trim();
    (!tag.is_empty()).then(|| tag.to_owned())
}

fn first_date(today: Date, find: impl Fn(&str) -> Option<Element>) -> Option<Date> {
    DATES.iter().find_map(|(selector, attribute)| parse_published(find(selector)?.get_attribute(attribute)?.trim(), today).ok())
}

fn from_json_ld(document: &Document, today: Date) -> Option<Date> {
    let scripts = document.query_selector_all(r#"script[type="application/ld+json"]"#).ok()?;
    (0..scripts.length()).find_map(|index| json_ld::published(&scripts.item(index)?.text_content()?, today))
}
