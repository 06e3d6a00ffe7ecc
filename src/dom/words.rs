//! What publishers call things in classes, ids and roles, and how what is not the article gives itself away.
//!
//! Word lists and their matching only; whether a suspicion is acted upon depends on the rest of the page (see `body`).

/// What an element's class and id are a sign of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    /// Nothing.
    None,
    /// Readers' comments, or a notice on top of the page. There may be more of it than there is article.
    Foreign,
    /// Something beside the article: advertisements, related stories, sharing, tags. Wrappers of whole pages are sometimes
    /// called so too.
    Beside,
    /// Text for screen readers only: it is in the page, but readers do not see it.
    Unseen,
    /// A standfirst under the headline.
    Standfirst,
    /// Text under a picture.
    Caption,
    /// The day of publication.
    Date,
}

/// Words of classes and ids for what readers or the law put on a page.
const FOREIGN: &[&str] = &["comment", "comments", "consent", "cookie", "cookies", "disqus", "gdpr", "respond"];

/// Words of classes and ids for what stands beside an article.
const BESIDE: &[&str] = &[
    "ad",
    "ads",
    "adslot",
    "advert",
    "advertisement",
    "advertising",
    "adverts",
    "author",
    "authors",
    "banner",
    "bio",
    "breadcrumb",
    "breadcrumbs",
    "byline",
    "copyright",
    "credit",
    "credits",
    "follow",
    "footer",
    "keywords",
    "login",
    "masthead",
    "menu",
    "meta",
    "metadata",
    "modal",
    "mostpopular",
    "mostread",
    "nav",
    "navbar",
    "navigation",
    "newsletter",
    "outbrain",
    "pager",
    "pagination",
    "paywall",
    "popular",
    "popup",
    "promo",
    "promoted",
    "promotion",
    "promos",
    "readmore",
    "recirc",
    "recommendation",
    "recommendations",
    "recommended",
    "related",
    "seealso",
    "share",
    "sharebar",
    "sharing",
    "sidebar",
    "signup",
    "social",
    "sponsor",
    "sponsored",
    "subscribe",
    "subscription",
    "taboola",
    "taglist",
    "tags",
    "teasers",
    "toolbar",
    "topics",
    "trending",
    "widget",
    "widgets",
];

/// Whole class names that hide text from everybody but screen readers.
const UNSEEN: &[&str] = &["screen-reader-only", "screen-reader-text", "sr-only", "visually-hidden", "visuallyhidden"];

/// Words of classes for the sentence under a headline.
const STANDFIRST: &[&str] = &["dek", "standfirst", "subheadline", "subtitle"];

/// Words of classes for text under a picture.
const CAPTION: &[&str] = &["caption", "figcaption"];

/// Words of classes for the day of publication.
const DATE: &[&str] = &["date", "dateline", "datetime", "posted", "pubdate", "published", "time", "timestamp"];

/// Words of classes, and of texts, for the day of the last change.
const UPDATE: &[&str] = &["modified", "moddate", "updated", "update"];

/// Roles whose content is never the article.
const OUTSIDE_ROLES: &[&str] = &[
    "alert",
    "alertdialog",
    "banner",
    "button",
    "complementary",
    "contentinfo",
    "dialog",
    "form",
    "img",
    "listbox",
    "menu",
    "menubar",
    "navigation",
    "search",
    "searchbox",
    "status",
    "tablist",
    "textbox",
    "toolbar",
    "tooltip",
];

/// What the class attribute or the id `names` is a sign of. Cost: linear in it.
pub(super) fn sign(names: &str) -> Sign {
    let mut found = Sign::None;
    for name in names.split_ascii_whitespace() {
        if UNSEEN.contains(&name) {
            return Sign::Unseen;
        }
        for word in words(name) {
            if is_in(FOREIGN, word) {
                return Sign::Foreign;
            } else if is_in(BESIDE, word) {
                found = Sign::Beside;
            } else if found == Sign::None && is_in(STANDFIRST, word) {
                found = Sign::Standfirst;
            } else if found == Sign::None && is_in(CAPTION, word) {
                found = Sign::Caption;
            } else if found == Sign::None && is_in(DATE, word) {
                found = Sign::Date;
            }
        }
    }
    found
}

/// Whether an element of this role is never the article.
pub(super) fn is_outside_role(role: &str) -> bool {
    is_in(OUTSIDE_ROLES, role.trim())
}

/// Whether a block with this text says who wrote the article rather than being part of it.
pub(super) fn is_byline(text: &str) -> bool {
    /// Bytes; longer blocks that begin so are sentences.
    const LONGEST: usize = 90;
    let begins = text.get(..3).is_some_and(|start| start.eq_ignore_ascii_case("by "));
    begins && text.len() <= LONGEST && !ends_sentence(text)
}

/// Whether `text` says when something was changed rather than published.
pub(super) fn is_update(text: &str) -> bool {
    text.split(|c: char| !c.is_alphanumeric()).take(3).any(|word| is_in(UPDATE, word))
}

/// Whether `text` ends as a sentence does, closing marks and brackets aside.
pub(super) fn ends_sentence(text: &str) -> bool {
    text.trim_end_matches(['"', '\'', '”', '’', '»', ')', ']']).ends_with(['.', '!', '?', '…', ':', ';'])
}

/// The words of one class name or id: "relatedStories-2" is "related", "Stories" and "2".
fn words(name: &str) -> impl Iterator<Item = &str> {
    name.split(|c: char| !c.is_alphanumeric()).flat_map(|part| {
        let mut rest = part;
        std::iter::from_fn(move || {
            let mut before = rest.chars().next()?;
            let hump = rest.char_indices().skip(1).find(|&(_, c)| {
                let starts = c.is_uppercase() && !before.is_uppercase();
                before = c;
                starts
            });
            let (word, left) = rest.split_at(hump.map_or(rest.len(), |(at, _)| at));
            rest = left;
            Some(word)
        })
    })
}

fn is_in(list: &[&str], word: &str) -> bool {
    list.iter().any(|entry| entry.eq_ignore_ascii_case(word))
}
