//! Quotations in small texts: each row is a text and what must be found in it, in order, and nothing else.

#![allow(clippy::unwrap_used)]

mod attribution;
mod circumstances;
mod edges;
mod marks;
mod reports;

use crate::annotations::{Confidence, QuoteKind};
use crate::{Annotator, Document, Options};

/// Kind, content, speaker, cue; an empty speaker or cue stands for none, a speaker behind `?` is inferred.
type Row<'a> = (&'a str, &'a str, &'a str, &'a str);

/// What was found in a document where that is not what was expected.
fn mismatch(annotator: &Annotator, document: &Document, options: &Options, expected: &[Row<'_>]) -> Option<String> {
    let annotations = annotator.annotate(document, options);
    let slice = |span| document.slice(span).to_owned();
    let found: Vec<(String, String, String, String)> = annotations
        .quotes
        .iter()
        .map(|quote| {
            let kind = match quote.kind {
                QuoteKind::Direct => "direct",
                QuoteKind::Mixed => "mixed",
                QuoteKind::Indirect => "indirect",
                QuoteKind::Scare => "scare",
            };
            let speaker = quote.speaker.map(slice).unwrap_or_default();
            let speaker = if quote.inferred { format!("?{speaker}") } else { speaker };
            (kind.to_owned(), slice(quote.span), speaker, quote.cue.map(slice).unwrap_or_default())
        })
        .collect();
    let found: Vec<Row<'_>> = found.iter().map(|(kind, content, speaker, cue)| (&**kind, &**content, &**speaker, &**cue)).collect();
    (found != expected).then(|| format!("in: {}\n   found: {found:?}\nexpected: {expected:?}", document.text()))
}

/// Each text holds these quotations, in order, and no others.
#[track_caller]
fn check_all(rows: &[(&str, &[Row<'_>])]) {
    check_with(&Options::default(), rows);
}

/// Each text holds these quotations where everything is asked for, and none by default: they are right too seldom.
#[track_caller]
fn check_unsure(rows: &[(&str, &[Row<'_>])]) {
    check_with(&Options { min_confidence: Confidence::percent(0), ..Options::default() }, rows);
    let nothing: Vec<(&str, &[Row<'_>])> = rows.iter().map(|(text, _)| (*text, [].as_slice())).collect();
    check_all(&nothing);
}

#[track_caller]
fn check_with(options: &Options, rows: &[(&str, &[Row<'_>])]) {
    let annotator = Annotator::embedded().unwrap();
    let document = |text| Document::from_plain_text(text, None).unwrap();
    let wrong = rows.iter().filter_map(|(text, expected)| mismatch(&annotator, &document(text), options, expected));
    let wrong: Vec<String> = wrong.collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// The same for the article of a page.
#[track_caller]
fn check_page(html: &str, expected: &[Row<'_>]) {
    let wrong = mismatch(&Annotator::embedded().unwrap(), &crate::dom::tests::document(html), &Options::default(), expected);
    assert_eq!(wrong, None);
}

/// The text, and of its first quotation the addressee, the place and the time; empty for none.
#[track_caller]
fn check_around(rows: &[(&str, &str, &str, &str)]) {
    let annotator = Annotator::embedded().unwrap();
    let mut wrong = Vec::new();
    for (text, addressee, place, time) in rows {
        let document = Document::from_plain_text(text, None).unwrap();
        let annotations = annotator.annotate(&document, &Options::default());
        let slice = |span: Option<_>| span.map(|span| document.slice(span)).unwrap_or_default();
        let found = annotations.quotes.first().map(|quote| (slice(quote.addressee), slice(quote.place), slice(quote.time)));
        if found != Some((*addressee, *place, *time)) {
            wrong.push(format!("in: {text}\n   found: {found:?}"));
        }
        // What is named there is a name, and when it was is a value.
        for quote in &annotations.quotes {
            let mut names = annotations.entities.iter().flat_map(|entity| &entity.mentions);
            assert!(quote.place.is_none_or(|place| names.any(|name| name.span == place)), "in: {text}");
            assert!(quote.time.is_none_or(|time| annotations.values.iter().any(|value| value.span == time)), "in: {text}");
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The numbers of the statements that the quotations of a text are parts of.
fn statements(text: &str) -> Vec<u32> {
    let document = Document::from_plain_text(text, None).unwrap();
    let quotes = Annotator::embedded().unwrap().annotate(&document, &Options::default()).quotes;
    quotes.iter().filter_map(|quote| quote.statement).map(|statement| statement.0).collect()
}

#[test]
fn the_cue_stands_behind() {
    check_all(&[
        ("“The bridge is safe,” said Mayor Ingrid Falk.", &[("direct", "The bridge is safe", "Mayor Ingrid Falk", "said")]),
        ("“The bridge is safe,” Falk told reporters in Oslo.", &[("direct", "The bridge is safe", "Falk", "told")]),
        ("\"The bridge is safe,\" she added.", &[("direct", "The bridge is safe", "she", "added")]),
        (
            "‘The bridge is safe,’ said Ingrid Falk, the mayor of the town.",
            &[("direct", "The bridge is safe", "Ingrid Falk, the mayor of the town", "said")],
        ),
        ("«The bridge is safe», Falk said.", &[("direct", "The bridge is safe", "Falk", "said")]),
        ("„The bridge is safe“, Falk said.", &[("direct", "The bridge is safe", "Falk", "said")]),
        ("“Is the bridge safe?” Ingrid Falk asked.", &[("direct", "Is the bridge safe?", "Ingrid Falk", "asked")]),
        (
            "“The bridge is safe”, Ingrid Falk on Thursday told reporters in Oslo.",
            &[("direct", "The bridge is safe", "Ingrid Falk", "told")],
        ),
        (
            "“We saw nothing wrong,” Falk, who has run the town since 2011, said.",
            &[("direct", "We saw nothing wrong", "Falk, who has run the town since 2011", "said")],
        ),
        ("“The bridge is safe,” according to Ingrid Falk.", &[("direct", "The bridge is safe", "Ingrid Falk", "according to")]),
    ]);
}

#[test]
fn the_cue_stands_in_front_or_in_the_middle() {
    check_all(&[
        ("Ingrid Falk said: “The bridge is safe.”", &[("direct", "The bridge is safe.", "Ingrid Falk", "said")]),
        ("Falk told the council on Monday, “The bridge is safe.”", &[("direct", "The bridge is safe.", "Falk", "told")]),
        (
            "“The bridge,” Falk said, “is safe enough for now.”",
            &[("direct", "The bridge", "Falk", "said"), ("direct", "is safe enough for now.", "Falk", "said")],
        ),
        (
            "“The bridge is safe,” Falk said. “We have checked every bolt.”",
            &[("direct", "The bridge is safe", "Falk", "said"), ("direct", "We have checked every bolt.", "?Falk", "said")],
        ),
        (
            "“The bridge is safe,” Falk said.\n\n“We have checked every bolt of it.”",
            &[("direct", "The bridge is safe", "Falk", "said"), ("direct", "We have checked every bolt of it.", "?Falk", "")],
        ),
        ("She wrote to the council. Falk wrote:\n\n“The bridge is safe.”", &[("direct", "The bridge is safe.", "Falk", "wrote")]),
        // The narrator's sentence in between breaks the chain: nobody is named.
        (
            "Falk said the bridge was safe. Divers went down twice that night.\n\n“We have checked every bolt of it.”",
            &[("indirect", "the bridge was safe", "Falk", "said"), ("direct", "We have checked every bolt of it.", "", "")],
        ),
        (
            "“The first paragraph stays open, Falk said.\n\n“The second one closes,” she said.",
            &[("direct", "The first paragraph stays open, Falk said.", "she", "said"), ("direct", "The second one closes", "she", "said")],
        ),
        (
            "It rained. Mayor Ingrid Falk lost patience: “Nobody asked us about it.”",
            &[("direct", "Nobody asked us about it.", "?Mayor Ingrid Falk", "")],
        ),
    ]);
}

#[test]
fn speech_is_reported_without_marks() {
    check_all(&[
        ("Falk said that the bridge was safe.", &[("indirect", "the bridge was safe", "Falk", "said")]),
        ("Falk said the bridge was safe.", &[("indirect", "the bridge was safe", "Falk", "said")]),
        ("The council has announced that tolls will rise.", &[("indirect", "tolls will rise", "The council", "announced")]),
        ("Falk told the engineers that the bridge was safe.", &[("indirect", "the bridge was safe", "Falk", "told")]),
        ("Falk vowed on Tuesday to repair the bridge.", &[("indirect", "to repair the bridge", "Falk", "vowed")]),
        ("Ingrid Falk stressed the need for a new bridge.", &[("indirect", "the need for a new bridge", "Ingrid Falk", "stressed")]),
        (
            "The engineers made it clear the bridge would not last.",
            &[("indirect", "the bridge would not last", "The engineers", "made it clear")],
        ),
        ("Tolls will rise next year, officials said.", &[("indirect", "Tolls will rise next year", "officials", "said")]),
        ("Tolls will rise next year, said Ingrid Falk.", &[("indirect", "Tolls will rise next year", "Ingrid Falk", "said")]),
        ("Tolls will rise, according to the ministry.", &[("indirect", "Tolls will rise", "the ministry", "according to")]),
        ("According to the ministry, tolls will rise.", &[("indirect", "tolls will rise", "the ministry", "According to")]),
        ("Falk asked whether the bridge was safe.", &[("indirect", "whether the bridge was safe", "Falk", "asked")]),
        ("Following talks in Oslo, Falk said a deal was near.", &[("indirect", "a deal was near", "Falk", "said")]),
        ("Ingrid Falk, the mayor, said the bridge was safe.", &[("indirect", "the bridge was safe", "Ingrid Falk, the mayor", "said")]),
        (
            "Experts said the steel was old, but both Falk and Tveit said it would hold.",
            &[("indirect", "the steel was old", "Experts", "said"), ("indirect", "it would hold", "both Falk and Tveit", "said")],
        ),
        (
            "Falk said tolls would rise, adding that nobody was happy.",
            &[("indirect", "tolls would rise", "Falk", "said"), ("indirect", "nobody was happy", "Falk", "adding")],
        ),
        (
            "Ola Tveit, a farmer who heads the growers' union there, said that nobody was happy.",
            &[("indirect", "nobody was happy", "Ola Tveit, a farmer who heads the growers' union there", "said")],
        ),
        // Nobody says what is thought, denied, wished for or done to somebody.
        ("Falk believes the bridge is safe. Engineers fear that it is not.", &[]),
        ("Falk did not say that the bridge was safe. She declined to say why.", &[]),
        ("The reported damage was small. He was told to leave.", &[]),
    ]);
}

#[test]
fn marks_hold_a_part_or_no_statement_at_all() {
    check_all(&[
        (
            "Falk said there were “a few small cracks” in the steel.",
            &[("mixed", "there were “a few small cracks” in the steel", "Falk", "said")],
        ),
        ("Falk said only that “nobody was counting cracks”.", &[("direct", "nobody was counting cracks", "Falk", "said")]),
        ("The cracks were “very small indeed,” Falk said.", &[("mixed", "The cracks were “very small indeed", "Falk", "said")]),
        ("The so-called “experts” left early.", &[("scare", "experts", "", "")]),
        ("She starred in “The Long Winter Road” last year.", &[("scare", "The Long Winter Road", "", "")]),
        ("Mayor ‘losing patience’ over bridge\n\nThe bridge stayed closed.", &[("scare", "losing patience", "", "")]),
        // Apostrophes, feet and inches are no quotations.
        ("The workers' union met the drivers' union. It's six o'clock, and he is 6'2\" tall.", &[]),
        ("They recalled the '90s and rock 'n' roll.", &[]),
    ]);
}

#[test]
fn parts_of_one_statement_share_it() {
    let annotator = Annotator::embedded().unwrap();
    let document = Document::from_plain_text("“The bridge,” Falk said, “is safe enough for now.” “It is old,” he said.", None).unwrap();
    let statements: Vec<_> = annotator.annotate(&document, &Options::default()).quotes.iter().map(|quote| quote.statement).collect();
    assert_eq!(statements[0], statements[1]);
    assert_ne!(statements[1], statements[2]);
}
