//! The article is found, and where there is none, nothing is.

use super::super::body::find;
use super::super::metadata::Declared;
use super::super::read::{self, Reading};
use super::{article, blocks, titled, tree, with_title};

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
    let first = |reading: Reading| -> String {
        let blocks = reading.document.blocks().iter();
        blocks.filter_map(|block| reading.document.slice(block.span).chars().next()).collect()
    };
    let read = article(html).map(|(_, reading)| first(reading)).unwrap_or_default();
    assert_eq!(read, letters, "{html}");
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

/// The first letters of the blocks of each article, those of several apart by bars.
fn all(html: &str, declared: &Declared) -> String {
    let page = tree(html);
    let letters = |body| -> String {
        let document = read::read(&page, &body, None, None).document;
        document.blocks().iter().filter_map(|block| document.slice(block.span).chars().next()).collect()
    };
    find(&page, false, declared).into_iter().map(letters).collect::<Vec<_>>().join("|")
}

#[test]
fn several_articles_are_found_the_pages_own_first() {
    let full = |title: &str, letters: &str| format!("<article><h1>{title}</h1>{}</article>", prose(letters));
    let page = [full("Ferry late again", "ABCDE"), full("Old bridge opens", "FGHIJKLM"), full("Vineyard sold", "NOPQR")].concat();
    assert_eq!(all(&page, &titled("Vineyard sold - The Ledger")), "VNOPQR|FABCDE|OFGHIJKLM");
    assert_eq!(all(&page, &titled("The Ledger")), "FABCDE|OFGHIJKLM|VNOPQR");
    // Teasers beside it are none.
    let teasers = "<article><h2><a>News</a></h2><p>A few words.</p></article>".repeat(4);
    assert_eq!(all(&format!("{}{teasers}", full("Ferry late", "ABCD")), &titled("Ferry late")), "FABCD");
}

#[test]
fn all_posts_of_a_live_blog_are_read_in_their_order() {
    let posts = ["A", "BC", "DEFGH", "I"].map(|letters| format!("<article>{}</article>", prose(letters))).concat();
    check(&format!("<article><h1>The day</h1><div>{posts}</div></article>"), "TABCDEFGHI");
    let mut live = titled("The day");
    live.json_ld(r#"{"@type": "LiveBlogPosting", "headline": "The day"}"#.to_owned());
    assert_eq!(all(&format!("<h1>The day</h1><div>{posts}</div>"), &live), "TABCDEFGHI");
}

#[test]
fn a_text_of_line_breaks_is_an_article() {
    let text = prose("ABC").replace("<p>", "").replace("</p>", "<br><br>");
    check(&format!("<div><h1>Title</h1><div>{text}</div></div>"), "TABC");
}

#[test]
fn other_stories_under_a_heading_are_left_out() {
    let teaser = |letter: &str| format!("<div><h3><a>Other news</a></h3>{}</div>", prose(letter));
    check(&format!("<main>{}<h2>More stories</h2><div>{}{}</div></main>", prose("ABCDE"), teaser("X"), teaser("Y")), "ABCDE");
    check(
        &format!("<main>{}<div><b>Related</b></div><ul><li><a>Other news</a> of the day</li></ul>{}</main>", prose("AB"), prose("CD")),
        "ABCD",
    );
    // A heading of the article's own.
    check(&format!("<main>{}<h2>More trouble</h2>{}</main>", prose("AB"), prose("CD")), "ABMCD");
}

#[test]
fn what_leads_up_to_the_text_is_read_and_what_follows_it_is_not() {
    let lead = "<div>Lead words that say in one sentence what has happened at the bridge.</div>";
    let page = format!(
        "<div><h1>Title</h1>{lead}<div>12 shares</div><div itemprop=articleBody>{}</div><p>Zed is our man at the bridge, and he likes it.</p></div>",
        prose("ABCDE")
    );
    check(&page, "TLABCDE");
}
