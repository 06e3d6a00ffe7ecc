//! How a block gives itself away, by its own words, as a part of the frame around an article: where it asks readers for something,
//! says when it was published, names who helped to write it, or heads a list of other stories.
//!
//! Tables that can be extended, and their matching only. A block that is a sentence of an article must not match, so that each
//! row is a turn that articles do not use of themselves, and long blocks are compared with few of them.

use super::words;
use crate::lists::{List, list};

/// Bytes: a longer block asks for nothing.
const LONGEST_REQUEST: usize = 400;
/// Bytes: a longer block heads no list.
const LONGEST_HEADING: usize = 60;
/// Bytes: a longer block is more than a date.
const LONGEST_DATE: usize = 120;

/// Whole blocks: what players, galleries and tools say.
const LABELS: &List = list!(
    "ad feedback|advertisement|article continues below|back to gallery|caption|categories|click to hide|close|contact us|copy link|\
    end of article|just watched|loading|loading content|more videos|must watch|no comments yet|order reprints|play now|print|\
    print article|replay|save|share|subjects|subscribe|tags|text size|topics|up next|video loading|video unavailable|what's this"
);

/// How headings begin under which other stories are listed.
const RELATED: &[&str] = &[
    "also read",
    "don't miss",
    "editors' picks",
    "editor's picks",
    "explore more",
    "further reading",
    "hot picks",
    "keep reading",
    "latest from",
    "latest news",
    "latest on",
    "latest stories",
    "latest videos",
    "more from",
    "more great",
    "more like this",
    "more news",
    "more on this",
    "more stories",
    "more to read",
    "most popular",
    "most read",
    "most viewed",
    "our latest",
    "popular on",
    "read also",
    "read more",
    "read next",
    "recommended",
    "related",
    "see also",
    "suggested articles",
    "suggested for you",
    "top stories",
    "top trending",
    "trending",
    "what to read next",
    "you may also",
    "you might also",
    "you may like",
    "you might like",
];

/// How blocks begin that ask for something, and what makes a request of them: a block must begin by the first and hold one of the second.
const REQUESTS: &[(&[&str], &[&str])] = &[
    (
        &[
            "already a",
            "create a",
            "enjoy",
            "get ",
            "join ",
            "like this story",
            "log in",
            "register",
            "sign in",
            "sign up",
            "stay ",
            "subscribe",
            "support our",
            "to continue",
            "want ",
        ],
        &[
            "an account",
            "breaking news alert",
            "free account",
            "invest in",
            "join our",
            "newsletter",
            "our forums",
            "our journalism",
            "podcast",
            "sign up",
            "subscri",
            "to continue",
            "whatsapp",
            "with a friend",
            "your inbox",
        ],
    ),
    (
        &[
            "click ",
            "contact ",
            "do you have",
            "download ",
            "email ",
            "find her",
            "find him",
            "find us",
            "follow ",
            "get in touch",
            "have a story",
            "have a tip",
            "join us",
            "join our",
            "like our",
            "like us",
            "listen to",
            "reach her",
            "reach him",
            "reach the",
            "send us",
            "tips?",
            "tweet us",
            "watch us",
            "write to ",
        ],
        &[
            "@",
            "click here",
            "newsletter",
            "on facebook",
            "on google news",
            "on instagram",
            "on linkedin",
            "on telegram",
            "on tiktok",
            "on twitter",
            "on whatsapp",
            "on youtube",
            "our app",
            "our page",
        ],
    ),
];

/// What blocks hold that say who helped, or under which rules, wherever in them it stands.
const CREDITS: &[&str] = &[
    "contributed to this report",
    "contributed to this article",
    "contributed to this story",
    "contributed reporting",
    "additional reporting by",
    "may earn an affiliate",
    "may earn a commission",
    "all rights reserved",
    "sign up for our newsletter",
    "sign up for our free",
    "sign up to our newsletter",
    "sign up to our free",
    "subscribe to our newsletter",
    "subscribing to our newsletter",
    "do not necessarily reflect the views",
    "do not reflect the views",
    "create a free account",
    "create an account to continue",
    "this content is reserved for subscribers",
    "already a subscriber",
    "unlock more articles",
    "while an ad blocker is enabled",
    "turn off your ad blocker",
    "disable your ad blocker",
];

/// How blocks begin that say who wrote, edited or first published an article.
const BYLINES: &[&str] = &[
    "(image credit",
    "(reporting by ",
    "editing by ",
    "image credit",
    "photo credit",
    "reporting by ",
    "this article was first published",
    "this article was originally published",
    "this story was originally published",
    "writing by ",
];

/// The same where they are no sentences: "Written by Jane Roe", but not "Written by Jane Roe in 1968, the essay was forgotten."
const BARE_BYLINES: &[&str] = &["edited by ", "first published", "originally published", "photo by ", "photos by ", "written by "];

/// Words of blocks that state a date and nothing else, beside numbers, days, months and zones of time.
const DATE_WORDS: &List = list!(
    "ago|am|at|by|day|days|est|first|hour|hours|hrs|image|last|min|mins|minute|minutes|modified|nd|of|on|page|photo|pm|posted|\
    published|rd|read|slide|st|th|the|time|today|updated|week|weeks|yesterday"
);

/// The first letters of days and months.
const CALENDAR: &List = list!("apr|aug|dec|feb|fri|jan|jul|jun|mar|may|mon|nov|oct|sat|sep|sun|thu|tue|wed");

/// Whether the block `text` is a part of the frame, whatever stands around it. `links` says that links are a good part of it.
pub(super) fn is_frame(text: &str, links: bool) -> bool {
    if !text.contains(char::is_alphanumeric) {
        return true;
    }
    if text.len() > LONGEST_REQUEST {
        return false;
    }
    let text = plain(text);
    LABELS.contains(text.trim_end_matches(['.', ' ', '!', '?', ':', '…']))
        || is_address(&text)
        || CREDITS.iter().any(|credit| text.contains(credit))
        || begins(&text, BYLINES)
        || !words::ends_sentence(&text) && begins(&text, BARE_BYLINES)
        || REQUESTS.iter().any(|(openings, objects)| begins(&text, openings) && objects.iter().any(|object| text.contains(object)))
        || links && begins(&text, RELATED) && text.get(..LONGEST_HEADING).unwrap_or(&text).contains(':')
}

/// Whether `text` is a heading under which other stories are listed.
pub(super) fn heads_others(text: &str) -> bool {
    text.len() <= LONGEST_HEADING && !text.ends_with('.') && begins(&plain(text), RELATED)
}

/// Whether `text` may be such a heading, if what stands under it looks like other stories.
pub(super) fn may_head_others(text: &str) -> bool {
    heads_others(text) || text.len() <= LONGEST_HEADING && begins(&plain(text), &["more ", "latest", "top "])
}

/// In lower case, with plain apostrophes and single spaces.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !plain.is_empty() {
            plain.push(' ');
        }
        plain.extend(word.chars().map(|c| if c == '’' { '\'' } else { c.to_ascii_lowercase() }));
    }
    plain
}

fn begins(text: &str, openings: &[&str]) -> bool {
    openings.iter().any(|opening| text.starts_with(opening))
}

/// "Published 2 May 2024 at 4:07 pm", "8 hours ago", "Image 1 of 5": numbers, and words of time alone.
pub(super) fn is_date(text: &str) -> bool {
    if text.len() > LONGEST_DATE {
        return false;
    }
    let text = plain(text);
    let mut numbers = 0;
    let is_of_time = |word: &str| {
        let is_number = word.starts_with(|c: char| c.is_ascii_digit());
        numbers += u32::from(is_number);
        // Zones of time are short; so are names, of which there are none in lower case.
        is_number || DATE_WORDS.contains(word) || word.get(..3).is_some_and(|start| CALENDAR.contains(start)) || ZONES.contains(word)
    };
    text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).all(is_of_time) && numbers > 0
}

/// Zones of time.
const ZONES: &List = list!("aedt|aest|amt|bst|cdt|cest|cet|cst|edt|et|gmt|ist|mdt|mst|pdt|pst|pt|sast|utc");

/// The address of a page, or of a person.
fn is_address(text: &str) -> bool {
    !text.contains(' ') && (text.contains("://") || text.contains('@') || text.starts_with("twitter.com/") || text.starts_with("www."))
}
