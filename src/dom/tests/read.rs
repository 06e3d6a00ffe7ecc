//! What a reader sees is what the document holds, and each character of it is found again in the page.

use proptest::prelude::*;

use super::super::read::Reading;
use super::super::tree::{Content, Tree};
use super::{blocks, given};
use crate::document::{OffsetMap, Span, Utf16};

#[track_caller]
fn check(html: &str, expected: &[&str]) {
    let (tree, reading) = given(html);
    assert_eq!(blocks(&reading), expected, "{html}");
    assert_maps_back(&tree, &reading);
}

/// Every character of the document is in the page where the map says, white space being any white space there.
#[track_caller]
fn assert_maps_back(tree: &Tree, reading: &Reading) {
    let document = &reading.document;
    let units = OffsetMap::<Utf16>::new(document.text());
    for (at, character) in document.text().char_indices() {
        let span = units.span(Span::new(at as u32, (at + character.len_utf8()) as u32));
        let pieces = reading.map.pieces(span);
        match pieces.as_slice() {
            [] => assert!(character.is_whitespace() || "“”".contains(character), "{character:?} is nowhere"),
            [piece] => {
                let Content::Text(text) = &tree.get(piece.node).unwrap().content else { panic!("not a text") };
                let units: Vec<u16> = text.encode_utf16().collect();
                let there = String::from_utf16(&units[piece.start as usize..piece.end as usize]).unwrap();
                let same = there.chars().eq([character]) || character == ' ' && there.chars().all(|c| c.is_ascii_whitespace());
                assert!(same, "{character:?} is {there:?} in the page");
            }
            more => panic!("{character:?} is in {} places", more.len()),
        }
    }
}

#[test]
fn white_space_is_what_browsers_show() {
    check("<p>\n  Two\n  words </p>", &["Paragraph: Two words"]);
    check("<p>Sergey <b>Lav</b>rov</p>", &["Paragraph: Sergey Lavrov"]);
    check("<p>one <b> two</b> <i> three</i></p>", &["Paragraph: one two three"]);
    check("<p>President&nbsp;Bashar <!-- sic -->Assad</p>", &["Paragraph: President\u{A0}Bashar Assad"]);
    check("<p>gov&shy;ern&shy;ment</p>", &["Paragraph: government"]);
    check("<p>before<img>after</p>", &["Paragraph: before after"]);
    check("<p>  </p><p></p>", &[]);
}

#[test]
fn lines_end_where_browsers_end_them() {
    check("<p>one<br>two</p>", &["Paragraph: one / two"]);
    check("<p>one <br> <br> two</p>", &["Paragraph: one", "Paragraph: two"]);
    check("<div>one<p>two</p>three</div>", &["Paragraph: one", "Paragraph: two", "Paragraph: three"]);
    check("<div>one<span>two<div>three</div></span></div>", &["Paragraph: onetwo", "Paragraph: three"]);
    check("<pre>one\ntwo\n\nthree</pre>", &["Paragraph: one / two", "Paragraph: three"]);
}

#[test]
fn quotation_marks_that_browsers_add_are_there() {
    check("<p>He said <q>we are ready</q>.</p>", &["Paragraph: He said “we are ready”."]);
    check("<p>He said <q> we are <b>ready</b> </q>.</p>", &["Paragraph: He said “ we are ready ”."]);
}

#[test]
fn roles_come_from_the_innermost_element_that_has_one() {
    check("<h1>A <b>title</b></h1><h2>A part</h2>", &["Headline: A title", "Subheading: A part"]);
    check("<h1>Title</h1><h2 class=article-subtitle>So it goes</h2>", &["Headline: Title", "Standfirst: So it goes"]);
    check("<figure><img><figcaption><p>The bridge</p></figcaption></figure>", &["Caption: The bridge"]);
    check("<div class=wp-caption-text>The bridge</div>", &["Caption: The bridge"]);
    check("<ul><li>one</li><li><p>two</p></li></ul>", &["ListItem: one", "ListItem: two"]);
    check("<blockquote><p>one</p>two</blockquote>", &["BlockQuote: one", "BlockQuote: two"]);
}

#[test]
fn text_that_stands_alone_with_a_picture_is_its_caption() {
    check(
        "<div>one<div><img><div>The bridge at dawn</div></div>two</div>",
        &["Paragraph: one", "Caption: The bridge at dawn", "Paragraph: two"],
    );
    check(
        "<div>one<span><img><span class=photo-caption>The bridge</span></span>two</div>",
        &["Paragraph: one", "Caption: The bridge", "Paragraph: two"],
    );
    check("<p><img>The bridge was closed.</p>", &["Paragraph: The bridge was closed."]);
}

#[test]
fn the_standfirst_stands_between_headline_and_text() {
    let long = "The bridge over the river will be closed until the spring";
    let text = "<p>It was closed on Monday.</p>";
    for html in [format!("<h2>{long}</h2>"), format!("<header><p>{long}</p></header>"), format!("<p itemprop=description>{long}</p>")] {
        check(
            &format!("<h1>A bridge</h1>{html}{text}"),
            &["Headline: A bridge", &format!("Standfirst: {long}"), "Paragraph: It was closed on Monday."],
        );
    }
    check(
        &format!("<h1>A bridge</h1>{text}<h2>{long}</h2>"),
        &["Headline: A bridge", "Paragraph: It was closed on Monday.", &format!("Subheading: {long}")],
    );
}

#[test]
fn what_no_reader_takes_for_the_article_is_left_out() {
    for frame in [
        "<aside>Most read</aside>",
        "<nav>World</nav>",
        "<script>var kerry;</script>",
        "<noscript>Turn it on</noscript>",
        "<template><p>Paris</p></template>",
        "<button>Share</button>",
        "<textarea>Kerry said hello.</textarea>",
        "<select><option>France</option></select>",
        "<svg><text>France</text></svg>",
        "<p hidden>Paris</p>",
        "<p aria-hidden=true>Paris</p>",
        "<p contenteditable>Write to Paris.</p>",
        "<div class=ad-slot><p>Visit Dubai today.</p></div>",
        "<div id=comments><p>I met Kerry in Paris once, and he was very kind to me, I must say.</p></div>",
        "<p class=tags>World</p>",
        "<div class=relatedStories><p>Paris mayor resigns.</p></div>",
        "<p>Posted In: <a>World</a></p>",
        "<p><a>Oil prices climb</a></p>",
        "<ul><li><a>Berlin to host summit</a></li></ul>",
        "<h3><a>Berlin to host summit</a></h3>",
        "<p>By Jane Roe, Geneva</p>",
        "<p><time>27 August 2016</time></p>",
        "<table><tr><td>France</td><td>3</td></tr></table>",
        "<form><input><label>Your town</label></form>",
        "<footer>© The Ledger</footer>",
        "<span class=sr-only>opens in a new window</span>",
        "<span style=clip:rect(0+0+0+0)>opens in a new window</span>",
        "<p class=hidden>Paris</p>",
        "<blockquote class=twitter-tweet>I was there!</blockquote>",
        "<div class=infobox><p>The bridge in numbers: it has four pillars.</p></div>",
        "<p>Published 2 May 2024 at 4:07 pm GMT | Updated 3 hours ago</p>",
        "<div>Image 1 of 5</div>",
        "<p>Sign up for our weekly newsletter.</p>",
        "<p>Follow us on Twitter and Facebook.</p>",
        "<p>Email Jane Roe at roe@ledger.example or follow her @roe.</p>",
        "<p>Ola Tveit contributed to this report.</p>",
        "<p>Reporting by Jane Roe; Editing by Ola Tveit</p>",
        "<p>https://ledger.example/bridge</p>",
        "<p>* * *</p>",
        "<p>Read more: <a>the bridge that never was.</a></p>",
        "<p><a>Who will pay for the bridge?</a></p>",
        "<h3>You may also like</h3>",
    ] {
        let text = "<p>The bridge was closed for repairs on Monday after a storm had damaged two of its pillars.</p>";
        check(
            &format!("<h1>A bridge</h1>{frame}{text}"),
            &["Headline: A bridge", "Paragraph: The bridge was closed for repairs on Monday after a storm had damaged two of its pillars."],
        );
    }
}

#[test]
fn what_only_looks_like_a_frame_stays() {
    check("<p>The <a>mayor of Paris</a> said so.</p>", &["Paragraph: The mayor of Paris said so."]);
    check("<p><a>The mayor of Paris said so.</a></p>", &["Paragraph: The mayor of Paris said so."]);
    check("<p>By noon the square was full.</p>", &["Paragraph: By noon the square was full."]);
    check("<p>The talks began on <time>27 August</time>.</p>", &["Paragraph: The talks began on 27 August."]);
    check("<p class=social><b>", &[]);
    check("<p class=hidden+md:block>A wide page shows this.</p>", &["Paragraph: A wide page shows this."]);
    check("<p>Newsletters had a good year.</p>", &["Paragraph: Newsletters had a good year."]);
    check("<p>He told them to follow the river.</p>", &["Paragraph: He told them to follow the river."]);
    check("<p>On 2 May the square was full.</p>", &["Paragraph: On 2 May the square was full."]);
    check("<p>Like Twitter, it had trouble on Facebook.</p>", &["Paragraph: Like Twitter, it had trouble on Facebook."]);
    check("<p>First published in 1968, the essay was forgotten.</p>", &["Paragraph: First published in 1968, the essay was forgotten."]);
    check("<p>Words.</p><h3>2 May 2016</h3>", &["Paragraph: Words.", "Subheading: 2 May 2016"]);
    check("<p>More people came than in 2012.</p>", &["Paragraph: More people came than in 2012."]);
    let long = "The square in front of the town hall was full by noon, although it had rained since dawn.";
    check(&format!("<table><tr><td>{long}</td></tr></table>"), &[&format!("Paragraph: {long}")]);
    check(&format!("<div class=paywall><p>{long}</p></div>"), &[&format!("Paragraph: {long}")]);
}

#[test]
fn a_deep_page_is_read() {
    let depth = 3_000;
    let html = format!("{}a word{}", "<div><b>".repeat(depth), "</b></div>".repeat(depth));
    check(&html, &["Paragraph: a word"]);
}

proptest! {
    #[test]
    fn any_page_maps_back(parts in prop::collection::vec(prop::sample::select(vec![
        "<p>", "</p>", "<div>", "</div>", "<b>", "</b>", "<i>", "</i>", "<q>", "</q>", "<br>", "<img>", "<pre>", "</pre>",
        "<a>", "</a>", "<li>", "</li>", "<!-- c -->", " ", "\n", "\t", "&nbsp;", "&shy;", "word", "Ж", "é", "e\u{301}", "🙂", "\u{202E}", "\r\n",
    ]), 0..60)) {
        let (tree, reading) = given(&parts.concat());
        assert_maps_back(&tree, &reading);
        for block in reading.document.blocks() {
            let text = reading.document.slice(block.span);
            prop_assert!(!text.is_empty());
            prop_assert!(!text.starts_with([' ', '\n']) && !text.ends_with([' ', '\n']), "{text:?}");
        }
    }
}
