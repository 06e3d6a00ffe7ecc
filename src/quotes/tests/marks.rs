//! Which marks open and close, and what they hold.

use super::{Row, check_all, check_page};

const SAFE: Row<'_> = ("direct", "The bridge is safe", "Falk", "said");

#[test]
fn marks_of_every_shape_pair() {
    for text in [
        "“The bridge is safe,” Falk said.",
        "\"The bridge is safe,\" Falk said.",
        "‘The bridge is safe,’ Falk said.",
        "'The bridge is safe,' Falk said.",
        "''The bridge is safe,'' Falk said.",
        "``The bridge is safe,'' Falk said.",
        "«The bridge is safe», Falk said.",
        "»The bridge is safe«, Falk said.",
        "« The bridge is safe », Falk said.",
        "‹The bridge is safe›, Falk said.",
        "„The bridge is safe“, Falk said.",
        "„The bridge is safe”, Falk said.",
        "‚The bridge is safe‘, Falk said.",
        "”The bridge is safe”, Falk said.",
        "「The bridge is safe」, Falk said.",
    ] {
        check_all(&[(text, &[SAFE])]);
    }
}

#[test]
fn mixed_and_misplaced_marks_pair() {
    for text in [
        "“The bridge is safe,\" Falk said.",
        "\"The bridge is safe,” Falk said.",
        "“The bridge is safe“, Falk said.",
        "” The bridge is safe,” Falk said.",
        "“ The bridge is safe, ” Falk said.",
        "\" The bridge is safe, \" Falk said.",
        "“The bridge is safe.” Falk said.",
        "““The bridge is safe,”” Falk said.",
    ] {
        let expected = if text.contains("safe.”") { ("direct", "The bridge is safe.", "Falk", "said") } else { SAFE };
        check_all(&[(text, &[expected])]);
    }
    check_all(&[
        ("Falk said,\" The bridge is safe.\"", &[("direct", "The bridge is safe.", "Falk", "said")]),
        ("Falk said:“The bridge is safe.”", &[("direct", "The bridge is safe.", "Falk", "said")]),
        // An attribute of markup that came along with the text.
        ("The post with data-id=\"Ferry\" and lang=\"en\" was deleted.", &[]),
    ]);
}

#[test]
fn apostrophes_close_nothing() {
    check_all(&[
        ("‘The workers’ union is ready,’ Falk said.", &[("direct", "The workers’ union is ready", "Falk", "said")]),
        ("'It's the drivers' turn,' Falk said.", &[("direct", "It's the drivers' turn", "Falk", "said")]),
        ("‘We don’t know whose fault it is,’ Falk said.", &[("direct", "We don’t know whose fault it is", "Falk", "said")]),
        ("The growers' union and the drivers' union met.", &[]),
        ("He grew up in the ’hood. The neighbours’ dogs barked.", &[]),
        ("They recalled the ’90s, rock ’n’ roll and the boys’ first car.", &[]),
        ("“Get ’em out of the workers’ hall,” Falk said.", &[("direct", "Get ’em out of the workers’ hall", "Falk", "said")]),
        ("The so-called ‘experts’ left, but the drivers’ union stayed.", &[("scare", "experts", "", "")]),
    ]);
}

#[test]
fn nested_marks_belong_to_the_words() {
    check_all(&[
        ("“He told me ‘no’ twice,” Falk said.", &[("direct", "He told me ‘no’ twice", "Falk", "said")]),
        ("‘He told me “no” twice,’ Falk said.", &[("direct", "He told me “no” twice", "Falk", "said")]),
        ("\"He called it a “disaster” for us,\" Falk said.", &[("direct", "He called it a “disaster” for us", "Falk", "said")]),
        ("“He called it a “disaster” for us,” Falk said.", &[("direct", "He called it a “disaster” for us", "Falk", "said")]),
        ("“The sign says ‘closed,’” Falk said.", &[("direct", "The sign says ‘closed,’", "Falk", "said")]),
        ("''The sign says 'closed for repairs,' '' Falk said.", &[("direct", "The sign says 'closed for repairs,'", "Falk", "said")]),
        ("«He told me “no” twice», Falk said.", &[("direct", "He told me “no” twice", "Falk", "said")]),
        // What is said inside somebody's words is his.
        (
            "“Tveit said ‘the bridge is safe,’ and I believed him,” Falk said.",
            &[("direct", "Tveit said ‘the bridge is safe,’ and I believed him", "Falk", "said")],
        ),
    ]);
}

#[test]
fn several_paragraphs_are_one_statement() {
    check_all(&[
        (
            "“The bridge is old.\n\n“It will hold for now,” Falk said.",
            &[("direct", "The bridge is old.", "Falk", "said"), ("direct", "It will hold for now", "Falk", "said")],
        ),
        (
            "Falk said: “The bridge is old.\n\n“It will hold.\n\n“Nobody need worry.”",
            &[
                ("direct", "The bridge is old.", "Falk", "said"),
                ("direct", "It will hold.", "Falk", "said"),
                ("direct", "Nobody need worry.", "Falk", "said"),
            ],
        ),
        (
            "\"The bridge is old,\" Falk said. \"It was built in a hurry.\n\n\"It will hold for now.\"",
            &[
                ("direct", "The bridge is old", "Falk", "said"),
                ("direct", "It was built in a hurry.", "?Falk", "said"),
                ("direct", "It will hold for now.", "?Falk", "said"),
            ],
        ),
        // Nothing opens it again.
        (
            "Falk said: “The bridge is old.\n\nIt will hold for now.”",
            &[("direct", "The bridge is old.", "Falk", "said"), ("direct", "It will hold for now.", "Falk", "said")],
        ),
        (
            "«The bridge is old.\n\n«It will hold for now», Falk said.",
            &[("direct", "The bridge is old.", "Falk", "said"), ("direct", "It will hold for now", "Falk", "said")],
        ),
        // The paragraph after the closing mark is another matter.
        (
            "“The bridge is old.\n\n“It will hold for now,” Falk said.\n\nDivers went down twice.",
            &[("direct", "The bridge is old.", "Falk", "said"), ("direct", "It will hold for now", "Falk", "said")],
        ),
    ]);
}

#[test]
fn marks_that_never_close_end_at_their_attribution() {
    check_all(&[
        ("“The bridge is safe, said Ingrid Falk.", &[("direct", "The bridge is safe", "Ingrid Falk", "said")]),
        ("\"The bridge is safe, Falk said. Divers went down.", &[SAFE]),
        ("“The bridge is safe, Falk told reporters.", &[("direct", "The bridge is safe", "Falk", "told")]),
        ("“It is old. The bridge is safe, said Falk.", &[("direct", "It is old. The bridge is safe", "Falk", "said")]),
        ("“It is safe. “We have checked every bolt,” Falk said.", &[("direct", "We have checked every bolt", "Falk", "said")]),
        // Without one nobody can tell how far it goes.
        ("“The bridge is safe and everybody went home.", &[]),
        ("A lone \" stood on the sign.", &[]),
    ]);
}

#[test]
fn feet_inches_and_minutes_quote_nothing() {
    check_all(&[
        ("He is 6'2\" tall and she is 5'11\".", &[]),
        ("The board is 12\" wide and 3' long.", &[]),
        ("“He is 6'2\" tall,” Falk said.", &[("direct", "He is 6'2\" tall", "Falk", "said")]),
        ("\"He is 6'2\" tall,\" Falk said.", &[("direct", "He is 6'2\" tall", "Falk", "said")]),
        ("Berg scored in the 43' and the 87' for the visitors.", &[]),
        ("The ship lay at 59°54' N, 10°45' E.", &[]),
        ("\"We won in 1968\" was on the wall. \"We lost\" was not.", &[("scare", "We won in 1968", "", ""), ("scare", "We lost", "", "")]),
    ]);
}

#[test]
fn headlines_quote_fragments() {
    check_all(&[
        ("Mayor ‘losing patience’ over bridge\n\nThe bridge stayed closed.", &[("scare", "losing patience", "", "")]),
        ("Bridge ‘safe for years’\n\nThe bridge stayed open.", &[("scare", "safe for years", "", "")]),
        ("'Old and tired' bridge to close\n\nThe bridge stayed open.", &[("scare", "Old and tired", "", "")]),
        ("Drivers' union backs ‘toll-free’ bridge\n\nThe bridge stayed open.", &[("scare", "toll-free", "", "")]),
        ("“Miracle” bridge opens\n\nThe bridge stayed open.", &[("scare", "Miracle", "", "")]),
        // A subheading between single marks takes words from the text.
        ("“The bridge is safe,” Falk said.\n\n‘Every bolt’\n\nDivers went down.", &[SAFE, ("scare", "Every bolt", "", "")]),
        (
            "“The bridge is safe,” Falk said.\n\n'We checked every bolt'\n\nDivers went down.",
            &[SAFE, ("scare", "We checked every bolt", "", "")],
        ),
    ]);
}

#[test]
fn titles_and_terms_quote_nobody() {
    check_all(&[
        ("She starred in “The Long Winter Road” last year.", &[("scare", "The Long Winter Road", "", "")]),
        ("He spoke on the radio's “Morning Hour.”", &[("scare", "Morning Hour.", "", "")]),
        ("The so-called “experts” left early.", &[("scare", "experts", "", "")]),
        ("Berg, known as “The Hammer,” left early.", &[("scare", "The Hammer", "", "")]),
        ("A boat called “Sea Rose” sank.", &[("scare", "Sea Rose", "", "")]),
        ("They lived with “cracks” in the steel.", &[("scare", "cracks", "", "")]),
        (
            "“It is safe,” Falk said on “The Late Hour.” “We checked every bolt of it.”",
            &[
                ("direct", "It is safe", "Falk", "said"),
                ("scare", "The Late Hour.", "", ""),
                ("direct", "We checked every bolt of it.", "?Falk", "said"),
            ],
        ),
    ]);
}

#[test]
fn what_stands_apart_and_repeats_words_is_said_by_the_same() {
    let body = "The mayor was angry. “We have checked every bolt of this bridge, and nobody thanked us,” said Ingrid Falk.";
    let said = ("direct", "We have checked every bolt of this bridge, and nobody thanked us", "Ingrid Falk", "said");
    let repeated = |content| ("direct", content, "?Ingrid Falk", "");
    for (apart, content) in [
        ("“We have checked every bolt of this bridge”", "We have checked every bolt of this bridge"),
        (
            "“We have checked every bolt of this bridge, and nobody thanked us.”",
            "We have checked every bolt of this bridge, and nobody thanked us.",
        ),
        ("\"We have checked every bolt\"", "We have checked every bolt"),
        ("“Checked every bolt of this bridge”", "Checked every bolt of this bridge"),
    ] {
        check_all(&[(&format!("{body}\n\nIt rained all day.\n\n{apart}\n\nDivers went down."), &[said, repeated(content)])]);
        check_all(&[(&format!("It rained all day.\n\n{apart}\n\nDivers went down.\n\n{body}"), &[repeated(content), said])]);
    }
    // Words that nobody says elsewhere have no speaker.
    check_all(&[(
        &format!("{body}\n\nIt rained all day.\n\n“We have painted every bolt of that tower.”"),
        &[said, ("direct", "We have painted every bolt of that tower.", "", "")],
    )]);
    check_page(
        "<p>It rained.</p><p>“We have checked every bolt,” said Ingrid Falk.</p><p>Divers went down.</p>\
         <figure><img><figcaption>“We have checked every bolt.”</figcaption></figure>",
        &[("direct", "We have checked every bolt", "Ingrid Falk", "said"), ("direct", "We have checked every bolt.", "?Ingrid Falk", "")],
    );
}

#[test]
fn pages_say_what_is_quoted() {
    let words = "The bridge is old and will not hold.";
    check_page(
        &format!("<p>Falk wrote:</p><blockquote><p>{words}</p></blockquote><p>It rained.</p>"),
        &[("direct", words, "Falk", "wrote")],
    );
    check_page(
        "<p>Falk wrote:</p><blockquote><p>The bridge is old.</p><p>It will not hold.</p></blockquote>",
        &[("direct", "The bridge is old.", "Falk", "wrote"), ("direct", "It will not hold.", "Falk", "wrote")],
    );
    check_page(
        &format!("<p>It rained.</p><blockquote><p>{words}</p><p>— Ingrid Falk, mayor</p></blockquote>"),
        &[("direct", words, "Ingrid Falk, mayor", "")],
    );
    check_page(&format!("<p>It rained.</p><blockquote>{words}</blockquote>"), &[("direct", words, "", "")]);
    // With marks of its own it is read as any paragraph.
    check_page(&format!("<blockquote>“{words}” said Ingrid Falk.</blockquote>"), &[("direct", words, "Ingrid Falk", "said")]);
    check_page("<p>Falk said <q>we are ready for it now</q>.</p>", &[("direct", "we are ready for it now", "Falk", "said")]);
    check_page("<p><q>The bridge is <b>safe</b></q>, Falk said.</p>", &[SAFE]);
    // A page whose style sheet takes the marks away that browsers add, and sets its own.
    check_page("<p>“<q>The bridge is safe</q>,” Falk said.</p>", &[SAFE]);
}

#[test]
fn transcripts_name_who_speaks() {
    check_all(&[
        (
            "It rained.\n\nFALK: The bridge is safe.\n\nTVEIT: Is it?\n\nFALK: It is.",
            &[("direct", "The bridge is safe.", "FALK", ""), ("direct", "Is it?", "TVEIT", ""), ("direct", "It is.", "FALK", "")],
        ),
        (
            "“FALK: The bridge is safe.\n\n“TVEIT: Is it?\n\n“FALK: It is.”",
            &[("direct", "The bridge is safe.", "FALK", ""), ("direct", "Is it?", "TVEIT", ""), ("direct", "It is.", "FALK", "")],
        ),
        (
            "It rained all day.\n\nIngrid Falk: The bridge is safe.\n\nOla Tveit: Is it?\n\nIngrid Falk: It is.",
            &[
                ("direct", "The bridge is safe.", "Ingrid Falk", ""),
                ("direct", "Is it?", "Ola Tveit", ""),
                ("direct", "It is.", "Ingrid Falk", ""),
            ],
        ),
        // Marks and reports inside a turn are its words.
        (
            "FALK: Tveit said the “bridge” was safe.\n\nTVEIT: I said so.\n\nFALK: He did.",
            &[
                ("direct", "Tveit said the “bridge” was safe.", "FALK", ""),
                ("direct", "I said so.", "TVEIT", ""),
                ("direct", "He did.", "FALK", ""),
            ],
        ),
        // Facts and notes are no turns.
        ("Place: Oslo in winter.\n\nLength: Two hours and a half.\n\nPrice: Free for all.", &[]),
        ("UPDATE: The bridge is open again.\n\nThe bridge stayed open.", &[]),
        ("The mayor has three rules: No cars. No dogs. No noise.", &[]),
    ]);
}

#[test]
fn questions_and_answers_take_turns() {
    check_all(&[
        (
            "It rained all day.\n\nQ: Is the bridge safe?\n\nA: It is.",
            &[("direct", "Is the bridge safe?", "Q", ""), ("direct", "It is.", "A", "")],
        ),
        (
            "It rained all day.\n\nQuestion: Is the bridge safe?\n\nAnswer: It is.",
            &[("direct", "Is the bridge safe?", "Question", ""), ("direct", "It is.", "Answer", "")],
        ),
        ("Q. Is the bridge safe?\n\nA. It is.", &[]),
        (
            "The mayor answers.\n\nQ: Why now?\n\nA: Because it is old.\n\nQ: Is it safe?\n\nA: It is.",
            &[
                ("direct", "Why now?", "Q", ""),
                ("direct", "Because it is old.", "A", ""),
                ("direct", "Is it safe?", "Q", ""),
                ("direct", "It is.", "A", ""),
            ],
        ),
        ("A: The first plan, with a tunnel.\n\nB: The second plan, without one.", &[]),
        ("Q: Is the bridge safe? Nobody knows.", &[]),
    ]);
}

#[test]
fn hostile_marks_harm_nothing() {
    let falk = "“The bridge is safe,” Falk said.";
    for noise in [
        "“".repeat(10_000),
        "\"".repeat(9_999),
        "'".repeat(10_000),
        "’ ‘ ".repeat(4_000),
        "“a ".repeat(10_000),
        "‘a ".repeat(10_000),
        "“Yes. ".repeat(5_000),
        "«»‹›„‟「」『』".repeat(1_000),
        "\"a, b\" he, ".repeat(4_000),
        "Q: “\n\n".repeat(3_000),
        "“你好”、『世界』 ".repeat(2_000),
    ] {
        let document = crate::Document::from_plain_text(&format!("{falk}\n\n{noise}\n\n{falk}"), None).unwrap();
        let quotes = crate::Annotator::embedded().unwrap().annotate(&document, &crate::Options::default()).quotes;
        let safe = quotes.iter().filter(|quote| document.slice(quote.span) == "The bridge is safe").count();
        assert!(safe >= 1, "{}", &noise[..noise.len().min(12)].escape_debug());
    }
}
