//! Blocks, dates and offsets.

#![allow(clippy::unwrap_used)]

use super::*;

#[test]
fn plain_text_is_cut_into_blocks_with_roles() {
    let text = "Bridge reopens\n\nThe first paragraph.\r\n\r\nA second one that is\nwrapped in lower case.\nA third.\n\nPosted In:\n\nLeave a Comment\n";
    let document = Document::from_plain_text(text, None).unwrap();
    let blocks: Vec<(Role, &str)> = document.blocks().iter().map(|block| (block.role, document.slice(block.span))).collect();
    assert_eq!(
        blocks,
        [
            (Role::Headline, "Bridge reopens"),
            (Role::Paragraph, "The first paragraph."),
            (Role::Paragraph, "A second one that is\nwrapped in lower case."),
            (Role::Paragraph, "A third."),
            (Role::Boilerplate, "Posted In:"),
            (Role::Boilerplate, "Leave a Comment"),
        ]
    );
    assert_eq!(document.headline(), Some("Bridge reopens"));
}

#[test]
fn a_single_paragraph_is_no_headline() {
    assert_eq!(Document::from_plain_text("Only a few words", None).unwrap().headline(), None);
    assert_eq!(Document::from_plain_text("", None).unwrap().blocks(), []);
}

#[test]
fn dates_are_read_or_refused() {
    for (text, day) in
        [("2016-08-27", Some((2016, 8, 27))), ("2016-08-27T06:40:00Z", Some((2016, 8, 27))), ("2024-02-29", Some((2024, 2, 29)))]
    {
        let date = parse_date(text).ok().map(|date| (date.year(), u8::from(date.month()), date.day()));
        assert_eq!(date, day, "{text}");
    }
    for text in ["", "2016", "27-08-2016", "2016-13-01", "2016-02-30", "2016-08-270", "２０１６-08-27", "2016-08-2é", "yesterday"] {
        assert!(parse_date(text).is_err(), "{text}");
    }
    assert_eq!(parse_date("never").unwrap_err().to_string(), "\"never\" is not a date: write it as 2016-08-27");
}

#[test]
fn offsets_count_what_the_caller_counts() {
    let text = "ä\tcde\u{301}f💛g\r\nhi\u{feff}j";
    let (points, units) = (OffsetMap::<CodePoints>::new(text), OffsetMap::<Utf16>::new(text));
    for (byte, _) in text.char_indices().chain([(text.len(), ' ')]) {
        assert_eq!(points.offset(byte as u32) as usize, text[..byte].chars().count(), "at {byte}");
        assert_eq!(units.offset(byte as u32) as usize, text[..byte].encode_utf16().count(), "at {byte}");
        let back = Span::new(byte as u32, text.len() as u32);
        assert_eq!((points.bytes(points.span(back)), units.bytes(units.span(back))), (back, back), "at {byte}");
    }
}
