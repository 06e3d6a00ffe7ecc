//! What publishers call things in classes, ids and roles, and how what is not the article gives itself away.
//!
//! Word lists and their matching only; whether a suspicion is acted upon depends on the rest of the page (see `body`).

use crate::lists::{List, list};

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

/// Words of classes and ids for what readers or the law put on a page, and for boxes that tell something else at length.
const FOREIGN: &List = list!("comment|comments|consent|cookie|cookies|disqus|factbox|gdpr|infobox|respond|tweet");

/// Words of classes and ids for what stands beside an article.
const BESIDE: &List = list!(
    "actionbar|actions|ad|ads|adslot|advert|advertisement|advertising|adverts|alert|attribution|author|authors|banner|bio|\
    breadcrumb|breadcrumbs|byline|carousel|copyright|credit|credits|cta|disclaimer|disclosure|follow|footer|instagram|jwplayer|\
    keywords|latest|login|masthead|menu|meta|metadata|modal|mostpopular|mostread|nav|navbar|navigation|newsletter|outbrain|pager|\
    pagination|player|popular|popup|prev|promo|promos|promoted|promotion|readmore|recirc|recirculation|recommendation|\
    recommendations|recommended|register|registration|related|resizer|seealso|share|sharebar|sharing|sidebar|signin|signup|\
    slideshow|social|sponsor|sponsored|subscribe|subscriber|subscription|taboola|taglist|tags|teasers|textresizer|toc|toolbar|\
    tools|topics|trending|twitter|video|videos|wall|widget|widgets"
);

/// Whole class names that keep what they are given to out of sight until a script takes them away; where a wide page shows it all the
/// same, another class says so.
const CONCEALED: &List = list!("d-none|hidden|hide|is-hidden|u-hidden");

/// Whole class names that hide text from everybody but screen readers.
const UNSEEN: &List = list!("screen-reader-only|screen-reader-text|sr-only|visually-hidden|visuallyhidden");

/// Words of classes for the sentence under a headline.
const STANDFIRST: &List = list!("deck|dek|excerpt|standfirst|strapline|subhead|subheading|subheadline|subline|subtitle");

/// Words of classes for text under a picture.
const CAPTION: &List = list!("caption|captions|figcaption");

/// Words of classes for the day of publication.
const DATE: &List = list!("date|dateline|datetime|posted|pubdate|published|time|timestamp");

/// Words of classes, and of texts, for the day of the last change.
const UPDATE: &List = list!("moddate|modified|update|updated");

/// Roles whose content is never the article.
const OUTSIDE_ROLES: &List = list!(
    "alert|alertdialog|banner|button|complementary|contentinfo|dialog|form|img|listbox|menu|menubar|navigation|search|searchbox|\
    status|tablist|textbox|toolbar|tooltip"
);

/// What the class attribute or the id `names` is a sign of. Cost: linear in it.
pub(super) fn sign(names: &str) -> Sign {
    let mut found = Sign::None;
    for name in names.split_ascii_whitespace() {
        if UNSEEN.contains(name) {
            return Sign::Unseen;
        }
        // "hidden md:block", "d-none d-md-block"
        let on_narrow_pages = || names.contains([':', '@']) || names.matches("d-").count() > 1;
        if CONCEALED.contains(name) && !on_narrow_pages() {
            return Sign::Beside;
        }
        for word in words(name) {
            let word = &*word.to_ascii_lowercase();
            if FOREIGN.contains(word) {
                return Sign::Foreign;
            } else if BESIDE.contains(word) {
                found = Sign::Beside;
            } else if found == Sign::None && STANDFIRST.contains(word) {
                found = Sign::Standfirst;
            } else if found == Sign::None && CAPTION.contains(word) {
                found = Sign::Caption;
            } else if found == Sign::None && DATE.contains(word) {
                found = Sign::Date;
            }
        }
    }
    found
}

/// Whether an element of this role is never the article.
pub(super) fn is_outside_role(role: &str) -> bool {
    OUTSIDE_ROLES.contains(&role.trim().to_ascii_lowercase())
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
    text.split(|c: char| !c.is_alphanumeric()).take(3).any(|word| UPDATE.contains(&word.to_ascii_lowercase()))
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
