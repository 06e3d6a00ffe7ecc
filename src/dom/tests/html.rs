//! Files as they come: what a browser would make of them, in linear time, and with the place of each text in the file.

use proptest::prelude::*;

use crate::document::Span;
use crate::dom::html::decode;
use crate::html::Article;

fn article(html: &str) -> Article {
    let today = crate::parse_date("2022-05-01").unwrap();
    Article::parse(html, None, today).unwrap()
}

/// Three paragraphs that any finder takes for an article.
fn page(text: &str) -> String {
    let more = "<p>The engineers will come back in the spring, the spokesman said, and look at every one of the pillars again.</p>";
    format!("<!DOCTYPE html><title>Bridge</title><body><article><h1>A bridge</h1><p>{text}</p>{more}{more}</article>")
}

const SENTENCE: &str = "The bridge was closed for repairs on Monday after a storm had damaged it.";

#[test]
fn a_file_is_read_as_a_browser_reads_it() {
    for (html, expected) in [
        (SENTENCE.to_owned(), SENTENCE),
        (
            format!("Caf&eacute; &amp; more. {SENTENCE}"),
            "Café & more. The bridge was closed for repairs on Monday after a storm had damaged it.",
        ),
        (format!("{SENTENCE}<script>if (a<b) '</p>'</script>"), SENTENCE),
        (
            format!("{SENTENCE}<table>astray<tr><td>1</table>"),
            "The bridge was closed for repairs on Monday after a storm had damaged it.astray",
        ),
        ("<b>The <i>bridge</b> was</i> closed for repairs on Monday after a storm had damaged it.".to_owned(), SENTENCE),
        (format!("{SENTENCE}<noscript>Turn it on</noscript>"), SENTENCE),
        (format!("{SENTENCE}<p hidden>Secret</p><p style='color:red; display: none !important'>Secret</p>"), SENTENCE),
    ] {
        let body = article(&page(&html)).body().unwrap();
        assert_eq!(body.split("\n\n").next(), Some(expected), "{html}");
    }
}

#[test]
fn an_open_shadow_root_is_what_its_host_shows() {
    let shadow = |mode: &str| {
        format!(
            "<x-card><template shadowrootmode={mode}><p>{SENTENCE} <slot name=a>Nobody</slot></p><slot></slot></template>\
                 <b slot=a>Ola Tveit</b><p>The rest of it, in the light, is a sentence as well.</p></x-card>"
        )
    };
    let body = article(&page(&shadow("open"))).body().unwrap();
    assert!(body.starts_with(&format!("{SENTENCE} Ola Tveit\n\nThe rest of it, in the light")), "{body}");
    let body = article(&page(&shadow("closed"))).body().unwrap();
    assert!(!body.contains("storm") && body.contains("in the light"), "{body}");
}

#[test]
fn the_encoding_is_what_the_file_says() {
    for (bytes, expected) in [
        (&b"\xEF\xBB\xBFcaf\xC3\xA9"[..], "café"),
        (b"\xFE\xFF\x00c\x00\xE9", "cé"),
        (b"<meta charset=iso-8859-1>\x93caf\xE9\x94", "<meta charset=iso-8859-1>“café”"),
        (
            b"<META http-equiv=x content='text/html; charset=\"windows-1251\"'>\xCC\xE8\xF0",
            "<META http-equiv=x content='text/html; charset=\"windows-1251\"'>Мир",
        ),
        (b"caf\xC3\xA9", "café"),
        (b"caf\xE9", "café"),
        // It says one thing and is another.
        (b"<meta charset=windows-1252>caf\xC3\xA9", "<meta charset=windows-1252>café"),
        (b"<meta charset=utf-16>caf\xC3\xA9", "<meta charset=utf-16>café"),
        (b"<meta charset=no-such>caf\xE9", "<meta charset=no-such>café"),
        (b"<meta charset", "<meta charset"),
        (b"", ""),
    ] {
        assert_eq!(decode(bytes).text, expected, "{:?}", String::from_utf8_lossy(bytes));
    }
    let mostly = [&b"\xC3\xA9".repeat(200)[..], b"\xE9"].concat();
    assert!(decode(&mostly).text.starts_with("éé"));
}

#[test]
fn bad_pages_are_answered_in_linear_time() {
    let deep =
        |tag: &str, depth: usize| page(&format!("{}{SENTENCE}{}", format!("<{tag}>").repeat(depth), format!("</{tag}>").repeat(depth)));
    let many = (0..5_000).map(|n| format!("<b id=b{n}>")).collect::<String>();
    for html in [
        String::new(),
        "<frameset><frame src=a></frameset>".to_owned(),
        "<".repeat(100_000),
        "&".repeat(100_000),
        format!("<p {}", "a=b ".repeat(100_000)),
        deep("div", 3_000),
        deep("div", 100_000),
        deep("x-a", 3_000),
        deep("table", 3_000),
        deep("blockquote", 3_000),
        // What is never closed is opened again in each paragraph.
        format!("{many}{}", "<p>x".repeat(100_000)),
        "<a href=x><div>".repeat(20_000),
        page(&"<i>a</i>".repeat(100_000)),
        page(&"word ".repeat(2_000_000)),
        format!(
            "<x-a><template shadowrootmode=open>{}</template>{}</x-a>",
            "<slot name=b></slot>".repeat(20_000),
            "<i slot=c>x</i>".repeat(20_000)
        ),
    ] {
        let begin = std::time::Instant::now();
        let found = article(&html);
        // Far more than any of them takes, far less than what grows with the square.
        assert!(begin.elapsed().as_secs() < 20, "{} took {:?}", html.chars().take(60).collect::<String>(), begin.elapsed());
        if html.contains(SENTENCE) {
            assert!(found.body().is_some_and(|body| body.contains(SENTENCE)), "{}", html.chars().take(90).collect::<String>());
        }
    }
}

/// Each character of the document is in the file where its place says, as itself or as something that stands for it.
#[track_caller]
fn assert_sources(html: &str) {
    let article = article(html);
    let document = article.document();
    for (at, character) in document.text().char_indices() {
        let ranges = article.source(Span::new(at as u32, (at + character.len_utf8()) as u32));
        let source: Vec<&str> = ranges.iter().map(|range| &html[range.clone()]).collect();
        match source.as_slice() {
            [] => assert!(character.is_whitespace() || "“”".contains(character), "{character:?} is nowhere in {html}"),
            [source] => assert!(
                source.chars().eq([character])
                    || source.starts_with('&')
                    || character == ' ' && source.trim().is_empty()
                    || *source == "\0",
                "{character:?} is {source:?} in {html}"
            ),
            more => panic!("{character:?} is {more:?} in {html}"),
        }
    }
}

#[test]
fn every_text_knows_its_place_in_the_file() {
    let html = page(
        "Kerry met <b>Ser&shy;gey</b> Lav&amp;rov&nbsp;&#x2014; \r\n&eacute;&notin;&bogus; é 🙂 & <!-- c -->then <i>left</i> Pa</>ris, &amp;</></>&amp; more.",
    );
    assert_sources(&html);
    let article = article(&html);
    let text = article.document().text();
    let source = |wanted: &str| -> Vec<&str> {
        let at = text.find(wanted).unwrap() as u32;
        article.source(Span::new(at, at + wanted.len() as u32)).into_iter().map(|range| &html[range]).collect()
    };
    assert_eq!(source("Sergey Lav&rov"), ["Ser&shy;gey", " Lav&amp;rov"]);
    assert_eq!(source("\u{A0}— é∉&bogus;"), ["&nbsp;&#x2014; \r\n&eacute;&notin;&bogus;"]);
    assert_eq!(source("then left"), ["then ", "left"]);
    assert_eq!(source("🙂 & then"), ["🙂 & ", "then"]);
    // An end tag without a name is nothing at all.
    assert_eq!(source("left Paris"), ["left", " Pa", "ris"]);
    assert_eq!(source("ari"), ["a", "ri"]);
    assert_eq!(source("&& more"), ["&amp;", "&amp; more"]);
}

#[test]
fn a_byte_order_mark_is_no_part_of_the_file() {
    let html = page(SENTENCE).replace("<h1>A bridge</h1>", "");
    let (marked, article) = (article(&format!("\u{feff}{html}")), article(&html));
    assert_eq!(marked.document(), article.document());
    let all = Span::new(0, article.document().text().len() as u32);
    assert_eq!(marked.source(all), article.source(all));
    // The mark would begin the body, and the title be a part of it.
    assert_eq!(marked.headline(), Some("Bridge"));
}

proptest! {
    #[test]
    fn any_file_maps_back(parts in prop::collection::vec(prop::sample::select(vec![
        "<p>", "</p>", "<div>", "</div>", "<b>", "</b>", "<i>", "<q>", "</q>", "<br>", "<img>", "<pre>", "</pre>", "\n", "\r\n", "\r", "\t", " ",
        "<table>", "<tr>", "<td>", "</table>", "<a>", "</a>", "<li>", "<!-- c -->", "<!", "</", "</>", "<", "&", "&amp;", "&amp", "&ampx", "&#65;",
        "&#65", "&#;", "&#x;", "&nbsp;", "&shy;", "&lt", "&notit;", "&NotEqualTilde;", "word", "Ж", "é", "e\u{301}", "🙂", "\u{202E}", "\0",
        "<select>", "<option>", "</select>", "<svg>", "</svg>", "<![CDATA[", "]]>", "<script>", "</script>", "<textarea>", "</textarea>",
        "<template>", "</template>", "<frameset>", "</body>", "<title>", "</title>", "<plaintext>", "<x-a>", "</x-a>", ";", "=", ">",
    ]), 0..60)) {
        assert_sources(&page(&parts.concat()));
        assert_sources(&parts.concat());
    }
}
