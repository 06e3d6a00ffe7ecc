//! What a page says of its article outside the text: what it is called, the day of publication and the language.
//!
//! A page says it in several places, and some of them speak of something else; each place is asked in the order in which it is
//! believed. Works on a copy ([`Declared`] and the tree) and touches no page.

use time::{Date, Month};

use crate::document::has_come;

use super::json_ld::Script;
use super::tags::Tag;
use super::tree::{Content, Element, NodeId, Tree};
use super::words::{self, Sign};

/// Bytes: a date stands in the first ones or in none.
const LONGEST_DATE: usize = 160;

/// What a page declares in its head.
#[derive(Debug, Default)]
pub(super) struct Declared {
    /// Its title.
    pub title: String,
    /// The language of what is around the tree's root, as a BCP 47 tag.
    pub language: Option<String>,
    /// It calls its article a live blog.
    pub is_live: bool,
    metas: Vec<(&'static str, String)>,
    scripts: Vec<String>,
}

/// Names under which `meta` elements state the day of publication, in the order in which they are believed.
const DATES: &[&str] = &[
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "date.created",
    "parsely-pub-date",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.date",
    "dc.date",
    "prism.publicationdate",
    "citation_publication_date",
    "citation_date",
    "sailthru.date",
    "publish-date",
    "publish_date",
    "publication_date",
    "pubdate",
    "pub_date",
    "published",
    "cxenseparse:publishtime",
    "article.published",
    "article_date_original",
    "originalpublicationdate",
    "date",
];

/// Names under which `meta` elements state what the article is called.
const TITLES: &[&str] = &["og:title", "twitter:title", "headline"];

/// Names under which `meta` elements state who wrote the article.
const AUTHORS: &[&str] = &["author", "article:author_name", "parsely-author", "byl", "dc.creator", "sailthru.author"];

impl Declared {
    /// Takes in a `meta` element, by its attributes.
    pub(super) fn meta(&mut self, attribute: impl Fn(&str) -> Option<String>) {
        let name = ["property", "name", "itemprop"].into_iter().find_map(&attribute);
        let Some(name) = name.map(|name| name.to_ascii_lowercase()) else { return };
        let known = [DATES, TITLES, AUTHORS].into_iter().flatten().find(|known| **known == name);
        if let (Some(known), Some(content)) = (known, attribute("content")) {
            self.metas.push((known, content));
        }
    }

    /// Takes in the text of a `script` element that holds JSON-LD.
    pub(super) fn json_ld(&mut self, script: String) {
        self.is_live |= script.contains("\"LiveBlogPosting\"");
        if Script::new(&script).is_some() {
            self.scripts.push(script);
        }
    }

    /// What the article is called: in the title, and elsewhere.
    pub(super) fn titles(&self) -> Vec<String> {
        let declared = self.scripts().flat_map(|script| script.values("headline").next().map(str::to_owned)).take(1);
        let metas = self.of(TITLES).map(str::to_owned);
        std::iter::once(self.title.clone()).chain(declared).chain(metas).filter(|title| !title.is_empty()).collect()
    }

    /// Who wrote it, in the order in which they are believed.
    #[cfg(any(not(target_arch = "wasm32"), feature = "node"))]
    pub(super) fn authors(&self) -> impl Iterator<Item = &str> {
        self.of(AUTHORS)
    }

    pub(super) fn scripts(&self) -> impl Iterator<Item = Script<'_>> {
        self.scripts.iter().filter_map(|text| Script::new(text))
    }

    /// What `meta` elements say under `names`, in their order.
    fn of(&self, names: &[&str]) -> impl Iterator<Item = &str> {
        names.iter().flat_map(|name| self.metas.iter().filter(move |(known, _)| known == name).map(|(_, content)| content.as_str()))
    }
}

/// The day on which the article in `container` was published, if its page says so and the day has come `today`.
/// Cost: one pass over the tree.
pub(super) fn published(declared: &Declared, tree: &Tree, container: NodeId, headline: Option<NodeId>, today: Date) -> Option<Date> {
    let day = |text: &str| day(text).filter(|day| has_come(*day, today));
    let in_scripts = || declared.scripts().find_map(|script| script.values("datePublished").find_map(day));
    let in_metas = || declared.of(DATES).find_map(day);
    in_scripts().or_else(in_metas).or_else(|| on_page(tree, container, headline, &day))
}

/// What the page shows: a `time` that is said to be of publication, then any between the headline and the end of the article,
/// then what is called a date there.
fn on_page(tree: &Tree, container: NodeId, headline: Option<NodeId>, day: &dyn Fn(&str) -> Option<Date>) -> Option<Date> {
    let from = headline.map_or(container, |headline| headline.min(container));
    let near = |id: NodeId| (from..tree.end(container)).contains(&id);
    let of = |wanted: &dyn Fn(NodeId, &Element) -> bool| {
        tree.nodes().find_map(|(id, node)| match &node.content {
            Content::Element(element) if wanted(id, element) => {
                let text = tree.text_of(id, LONGEST_DATE);
                if words::is_update(&text) {
                    return None;
                }
                element.datetime.as_deref().and_then(day).or_else(|| day(&text))
            }
            _ => None,
        })
    };
    of(&|_, element| element.is_publication_date)
        .or_else(|| of(&|id, element| element.tag == Tag::Time && near(id)))
        .or_else(|| of(&|id, element| element.sign == Sign::Date && near(id)))
}

/// The first day of the calendar in `text`: as ISO 8601 has it, "2 May 2024", "May 2nd, 2024", "20240502" or "2024/05/02".
/// Nothing where day and month could be either.
fn day(text: &str) -> Option<Date> {
    let text = text.get(..text.floor_char_boundary(LONGEST_DATE)).unwrap_or(text);
    let words = text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let mut last = ["", ""];
    for word in words {
        let [first, second] = last;
        let date = match (number(first), number(second), number(word)) {
            (None, Some(day), Some(year)) => date(year, month(first), day),
            (Some(day), None, Some(year)) => date(year, month(second), day),
            (Some(year), Some(month), Some(day)) => date(year, month, day),
            // Eight digits are a day of their own.
            (_, _, Some(all)) if word.len() == 8 => date(all / 10_000, all / 100 % 100, all % 100),
            _ => None,
        };
        if date.is_some() {
            return date;
        }
        last = [second, word];
    }
    None
}

/// The number that `word` begins with: of "2nd", and of "02T10".
fn number(word: &str) -> Option<u32> {
    word.get(..word.bytes().take_while(u8::is_ascii_digit).count())?.parse().ok()
}

/// The number of the month that `word` names or shortens; zero where it names none.
fn month(word: &str) -> u32 {
    const MONTHS: &[&str] =
        &["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
    let word = word.to_ascii_lowercase();
    let names = |month: &&str| word.len() >= 3 && month.starts_with(&word) || word == "sept" && **month == *"september";
    MONTHS.iter().position(names).map_or(0, |index| index as u32 + 1)
}

/// Years before print had news are something else: an hour, a number.
fn date(year: u32, month: u32, day: u32) -> Option<Date> {
    let month = Month::try_from(month as u8).ok()?;
    Date::from_calendar_date(i32::try_from(year).ok().filter(|year| (1600..10_000).contains(year))?, month, u8::try_from(day).ok()?).ok()
}

/// The language of the article in `container` as a BCP 47 tag.
pub(super) fn language(declared: &Declared, tree: &Tree, container: NodeId) -> Option<String> {
    let around = std::iter::successors(Some(container), |&inside| tree.parent(inside));
    let said = around.filter_map(|id| tree.element(id)?.language.as_deref()).next().or(declared.language.as_deref());
    said.map(str::trim).filter(|tag| !tag.is_empty()).map(str::to_owned)
}
