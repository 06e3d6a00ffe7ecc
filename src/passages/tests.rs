//! A long article is read in passages: nothing is lost at their edges, and what has been read is not read again.

use super::{Annotating, LONGEST, State, ranges};
use crate::annotations::Annotations;
use crate::document::{Document, DocumentBuilder, Role};
use crate::{Annotator, Options};

/// A live report of this many posts, of some 60 words each; post `changed`, if any, says something else.
fn report(posts: usize, changed: Option<usize>) -> Document {
    let mut builder = DocumentBuilder::new();
    builder.push(Role::Headline, "Storm over Norway");
    for post in 0..posts {
        if post % 7 == 0 {
            builder.push(Role::Subheading, &format!("Update {post}"));
        }
        let town = if changed == Some(post) { "Madrid" } else { ["Bergen", "Oslo", "Vienna"][post % 3] };
        builder.push(
            Role::Paragraph,
            &format!(
                "Number {post}: “We are ready for the storm,” Foreign Minister Marek Dreyer told reporters in {town} on Friday. \
                 Dreyer said that $3 million had been spent on the harbour, and that the ferries would stay in port until the wind \
                 had gone down and the masters of the ships had been heard by those who keep the lights along the coast."
            ),
        );
    }
    builder.finish(crate::parse_date("2026-03-12").ok(), None)
}

fn whole(annotator: &Annotator, document: &Document) -> Annotations {
    annotator.annotate(document, &Options::default())
}

#[test]
fn passages_hold_every_block_once_and_none_is_long() {
    for posts in [0, 1, 40, 400] {
        let document = report(posts, None);
        let ranges = ranges(&document);
        let mut next = 0;
        for range in &ranges {
            assert_eq!(range.start, next);
            next = range.end;
            let length: u32 = document.blocks()[range.clone()].iter().map(|block| block.span.len()).sum();
            assert!(length < LONGEST + 1000, "{length} bytes in a passage");
        }
        assert_eq!(next, document.blocks().len());
    }
}

#[test]
fn a_long_report_is_found_in_as_a_whole() -> Result<(), crate::DataError> {
    let annotator = Annotator::embedded()?;
    let document = report(400, None);
    assert!(ranges(&document).len() > 5);
    let found = whole(&annotator, &document);
    let dreyer: Vec<_> = found.entities.iter().filter(|entity| entity.name == "Marek Dreyer").collect();
    assert_eq!(dreyer.len(), 1, "one man is one entity, in whatever passage he is named");
    assert_eq!(dreyer[0].mentions.len(), 800);
    let said = found.quotes.iter().filter(|quote| document.slice(quote.span) == "We are ready for the storm");
    assert_eq!(said.filter(|quote| quote.entities == [dreyer[0].id]).count(), 400);
    let numbers: Vec<u32> = found.quotes.iter().map(|quote| quote.id.0).collect();
    assert!(numbers.is_sorted() && numbers.first() == Some(&1) && numbers.last() == Some(&(numbers.len() as u32)));
    assert_eq!(found.values.iter().filter(|value| document.slice(value.span) == "$3 million").count(), 400);
    assert!(found.timeline.iter().all(|event| document.slice(event.span).contains("Friday")));
    Ok(())
}

#[test]
fn a_change_costs_the_passage_that_it_is_in() -> Result<(), crate::DataError> {
    let annotator = Annotator::embedded()?;
    let options = Options::default();
    let first = report(400, None);
    let mut before = Annotating::new(&first, None);
    while !before.is_read() {
        before.advance(&annotator, &options);
    }
    for (changed, posts) in [(Some(3), 400), (Some(200), 400), (None, 401)] {
        let second = report(posts, changed);
        let mut after = Annotating::new(&second, Some(before));
        let unread = after.passages.iter().filter(|passage| matches!(passage.state, State::Unread)).count();
        assert!((1..=2).contains(&unread), "{unread} passages to read again");
        while !after.is_read() {
            after.advance(&annotator, &options);
        }
        assert_eq!(
            after.conclude(&second).finish(&annotator, &second, &options),
            whole(&annotator, &second),
            "the same as if it had been read at once"
        );
        before = after;
    }
    Ok(())
}

#[test]
fn what_is_in_view_is_read_first() -> Result<(), crate::DataError> {
    let annotator = Annotator::embedded()?;
    let options = Options::default();
    let document = report(400, None);
    let in_view = document.text().find("Number 300:").unwrap_or_default() as u32;
    let mut annotating = Annotating::new(&document, None);
    annotating.begin_at(in_view);
    while !annotating.has_read_some() {
        annotating.advance(&annotator, &options);
    }
    assert!(!annotating.is_read());
    let found = annotating.conclude(&document).finish(&annotator, &document, &options);
    assert!(found.quotes.iter().any(|quote| quote.span.start.abs_diff(in_view) < 100));
    assert!(found.quotes.iter().all(|quote| quote.span.start.abs_diff(in_view) < 2 * LONGEST));
    Ok(())
}
