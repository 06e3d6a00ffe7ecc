//! The article is found, and where there is none, nothing is.

use super::{article, blocks, with_title};

/// Running text of our own, of some 120 bytes a paragraph; each begins with its letter, to be told apart.
fn prose(letters: &str) -> String {
    let paragraph = |letter| {
        format!(
            "<p>{letter} company spokesman said that the bridge would open again when the engineers had seen to its pillars, and not before.</p>"
        )
    };
    letters.chars().map(paragraph).collect()
}

/// The first letters of the blocks that were read.
#[track_caller]
fn check(html: &str, letters: &str) {
    let read = article(html).map(|(_, reading)| reading);
    let read: Option<String> =
        read.map(|reading| reading.document.blocks().iter().filter_map(|b| reading.document.slice(b.span).chars().next()).collect());
    assert_eq!(read.unwrap_or_default(), letters, "{html}");
}

#[test]
fn the_page_says_where_it_is() {
    check(&format!("<article>{}</article><div>{}</div>", prose("AB"), prose("XYZ")), "AB");
    check(&format!("<div role=article>{}</div><div>{}</div>", prose("AB"), prose("XYZ")), "AB");
    check(&format!("<div>{}</div><div itemprop=description+articleBody>{}</div>", prose("XYZ"), prose("AB")), "AB");
    check(&format!("<main>{}</main><div>{}</div>", prose("ABC"), prose("X")), "ABC");
}

#[test]
fn the_running_text_says_where_it_is() {
    check(&format!("<div><div>{}</div><div><a>One</a> <a>Two</a></div></div>", prose("ABC")), "ABC");
    check(&format!("<div>Menu</div><table><tr><td>{}</td></tr></table>", prose("ABC")), "ABC");
}

#[test]
fn the_frame_inside_the_article_is_not_it() {
    check(&format!("<article>{}<aside>{}</aside>{}</article>", prose("A"), prose("X"), prose("B")), "AB");
    check(&format!("<article>{}<article>{}</article></article>", prose("AB"), prose("X")), "AB");
    // More comments than article.
    check(&format!("<article>{}<ol class=comment-list><li>{}</li></ol></article>", prose("AB"), prose("UVWXYZ")), "AB");
}

#[test]
fn a_wrapper_with_a_suspicious_name_is_not_a_frame() {
    check(&format!("<div class=has-sidebar+ad-free><article>{}</article></div>", prose("AB")), "AB");
    check(&format!("<div class=comments-open><h1>T</h1><div>{}</div></div>", prose("ABC")), "TABC");
    check(&format!("<form id=aspnetForm><div>{}</div></form>", prose("ABC")), "ABC");
}

#[test]
fn a_page_without_an_article_has_none() {
    check("", "");
    check("<p>Nothing to see here.</p>", "");
    check(&format!("<nav>{}</nav>", prose("XYZ")), "");
    // A front page: teasers, each an article, none of them the page's.
    check(&["X", "Y", "Z"].map(|letter| format!("<article><h2><a>News</a></h2>{}</article>", prose(letter))).concat(), "");
    check(&["X", "Y", "Z"].map(|letter| format!("<div><h2><a>News</a></h2>{}</div>", prose(letter))).concat(), "");
}

#[test]
fn the_headline_may_stand_before_the_text() {
    let headline = |html: &str, title| {
        let (_, reading) = with_title(html, title).unwrap();
        blocks(&reading).into_iter().filter(|block| block.starts_with("Headline")).collect::<Vec<_>>()
    };
    let text = format!("<article>{}</article>", prose("ABC"));
    let page = format!("<h1>The Ledger</h1><div><h1>Bridge to open in May</h1></div>{text}");
    assert_eq!(headline(&page, "Old bridge to open - The Ledger"), ["Headline: Bridge to open in May"]);
    assert_eq!(headline(&format!("<h1>Follow us</h1>{text}"), "Old bridge to open"), [""; 0]);
    assert_eq!(headline(&format!("<h1>Bridge</h1><article><h1>Inside</h1>{}</article>", prose("A")), "Bridge"), ["Headline: Inside"]);
}
