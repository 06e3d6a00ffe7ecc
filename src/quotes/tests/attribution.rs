//! Who says what stands between marks.

use super::{check_all, statements};

#[test]
fn the_whole_phrase_names_the_speaker() {
    check_all(&[
        (
            "“It is safe,” said Ingrid Falk, who has run the town since 2011.",
            &[("direct", "It is safe", "Ingrid Falk, who has run the town since 2011", "said")],
        ),
        (
            "“It is safe,” said Ola Tveit, one of the many farmers who cross the bridge every day.",
            &[("direct", "It is safe", "Ola Tveit, one of the many farmers who cross the bridge every day", "said")],
        ),
        ("“It is safe,” said Ola Tveit, 52.", &[("direct", "It is safe", "Ola Tveit, 52", "said")]),
        ("“It is safe,” said Ola Tveit, a farmer, after the meeting.", &[("direct", "It is safe", "Ola Tveit, a farmer", "said")]),
        (
            "“It is safe,” said Ingrid Falk, adding that nobody need worry.",
            &[("direct", "It is safe", "Ingrid Falk", "said"), ("indirect", "nobody need worry", "Ingrid Falk", "adding")],
        ),
        ("“It is safe,” a spokeswoman for the ministry said.", &[("direct", "It is safe", "a spokeswoman for the ministry", "said")]),
        ("“It is safe,” Mayor Ingrid Falk, R-Ore., said.", &[("direct", "It is safe", "Mayor Ingrid Falk, R-Ore.", "said")]),
        ("“It is safe,” according to the mayor.", &[("direct", "It is safe", "the mayor", "according to")]),
        (
            "In the words of Ingrid Falk, “it is safe enough for now.”",
            &[("direct", "it is safe enough for now.", "Ingrid Falk", "In the words of")],
        ),
    ]);
}

#[test]
fn the_cue_stands_in_front() {
    check_all(&[
        ("Falk laughed and said, “It is safe.”", &[("direct", "It is safe.", "Falk", "said")]),
        ("But, said Ingrid Falk, “it will not hold for ever.”", &[("direct", "it will not hold for ever.", "Ingrid Falk", "said")]),
        ("On Monday, Falk attacked the plan, saying, “It is not safe.”", &[("direct", "It is not safe.", "Falk", "saying")]),
        ("In a statement Friday, Falk said: “It is safe.”", &[("direct", "It is safe.", "Falk", "said")]),
        ("The letter reads: “The bridge is safe.”", &[("direct", "The bridge is safe.", "The letter", "reads")]),
        ("Falk went on to say: “It is safe.”", &[("direct", "It is safe.", "Falk", "went on to say")]),
        ("Asked about the cracks, Falk said, “It is safe.”", &[("direct", "It is safe.", "Falk", "said")]),
        ("Falk issued a statement saying, “It is safe.”", &[("direct", "It is safe.", "Falk", "saying")]),
        ("OSLO, May 8 — Ingrid Falk lost patience, saying, “It is safe.”", &[("direct", "It is safe.", "Ingrid Falk", "saying")]),
        (
            "Falk mocked the “plan” on Friday, saying, “It is not safe.”",
            &[("scare", "plan", "", ""), ("direct", "It is not safe.", "Falk", "saying")],
        ),
        ("Drivers blocked the road, chanting, “Open it now.”", &[("direct", "Open it now.", "Drivers", "chanting")]),
    ]);
}

#[test]
fn a_name_behind_a_dash_signs() {
    check_all(&[
        ("“It is safe.” — Ingrid Falk, mayor", &[("direct", "It is safe.", "Ingrid Falk, mayor", "")]),
        ("“It is safe.” – Ingrid Falk", &[("direct", "It is safe.", "Ingrid Falk", "")]),
        ("“It is safe.” ― Mayor Ingrid Falk", &[("direct", "It is safe.", "Mayor Ingrid Falk", "")]),
        ("“It is safe.”— Ingrid Falk, who runs the town", &[("direct", "It is safe.", "Ingrid Falk, who runs the town", "")]),
        ("\"It is safe.\" -- Ingrid Falk", &[("direct", "It is safe.", "Ingrid Falk", "")]),
        ("“The bridge is safe.”\n\n— Ingrid Falk, mayor\n\nIt rained.", &[("direct", "The bridge is safe.", "Ingrid Falk, mayor", "")]),
        // The narrator goes on behind the dash.
        ("“It is safe” — the sign on the bridge was new.", &[("scare", "It is safe", "", "")]),
        ("“Ready or not” — Falk left before the vote.", &[("scare", "Ready or not", "", "")]),
    ]);
}

#[test]
fn a_quotation_goes_on_behind_its_attribution() {
    check_all(&[
        ("“The bridge,” Falk said, “is safe.”", &[("direct", "The bridge", "Falk", "said"), ("direct", "is safe.", "Falk", "said")]),
        (
            "“The bridge is safe,” Falk told reporters. “We have checked every bolt. We will do so again.”",
            &[
                ("direct", "The bridge is safe", "Falk", "told"),
                ("direct", "We have checked every bolt. We will do so again.", "?Falk", "told"),
            ],
        ),
        (
            "“Is it safe?” Falk asked. “Nobody knows.”",
            &[("direct", "Is it safe?", "Falk", "asked"), ("direct", "Nobody knows.", "?Falk", "asked")],
        ),
        (
            "“It is safe,” said Falk, the mayor. “We checked it.”",
            &[("direct", "It is safe", "Falk, the mayor", "said"), ("direct", "We checked it.", "?Falk, the mayor", "said")],
        ),
        (
            "“The bridge is safe,” Falk said.\n\n“We have checked every bolt of it.”\n\n“Nobody need worry about it.”",
            &[
                ("direct", "The bridge is safe", "Falk", "said"),
                ("direct", "We have checked every bolt of it.", "?Falk", ""),
                ("direct", "Nobody need worry about it.", "?Falk", ""),
            ],
        ),
        // Another one speaks.
        (
            "“The bridge is safe,” Falk said. “It is not,” Tveit replied.",
            &[("direct", "The bridge is safe", "Falk", "said"), ("direct", "It is not", "Tveit", "replied")],
        ),
        (
            "“The bridge is safe,” Falk said.\n\n“It is not,” Tveit replied.",
            &[("direct", "The bridge is safe", "Falk", "said"), ("direct", "It is not", "Tveit", "replied")],
        ),
    ]);
}

#[test]
fn the_sentence_in_front_says_who_speaks() {
    check_all(&[
        (
            "Falk said the bridge was safe. “We have checked every bolt of it.”",
            &[("indirect", "the bridge was safe", "Falk", "said"), ("direct", "We have checked every bolt of it.", "?Falk", "")],
        ),
        (
            "Falk said the bridge was safe.\n\n“We have checked every bolt of it.”",
            &[("indirect", "the bridge was safe", "Falk", "said"), ("direct", "We have checked every bolt of it.", "?Falk", "")],
        ),
        (
            "The bridge is “very old,” Falk said. “We have checked every bolt of it.”",
            &[("mixed", "The bridge is “very old", "Falk", "said"), ("direct", "We have checked every bolt of it.", "?Falk", "said")],
        ),
        (
            "“The bridge is safe,” Falk said. She did not smile. “We have checked every bolt of it.”",
            &[("direct", "The bridge is safe", "Falk", "said"), ("direct", "We have checked every bolt of it.", "?Falk", "")],
        ),
        ("Ingrid Falk was blunt: “Nobody asked us about it.”", &[("direct", "Nobody asked us about it.", "?Ingrid Falk", "")]),
        (
            "After the vote, Ingrid Falk was blunt: “Nobody asked us about it.”",
            &[("direct", "Nobody asked us about it.", "?Ingrid Falk", "")],
        ),
        ("He was blunt: “Nobody asked us about it.”", &[("direct", "Nobody asked us about it.", "?He", "")]),
        ("Falk wrote:\n\n“Nobody asked us about it.”", &[("direct", "Nobody asked us about it.", "Falk", "wrote")]),
        ("Falk wrote,\n\n“Nobody asked us about it.”", &[("direct", "Nobody asked us about it.", "Falk", "wrote")]),
    ]);
}

#[test]
fn a_word_may_lead_on() {
    check_all(&[
        (
            "“The bridge is safe,” Falk said, but “nobody can be sure.”",
            &[("direct", "The bridge is safe", "Falk", "said"), ("mixed", "but “nobody can be sure.”", "?Falk", "said")],
        ),
        (
            "“The bridge is safe,” Falk said. Still, “nobody can be sure.”",
            &[("direct", "The bridge is safe", "Falk", "said"), ("mixed", "Still, “nobody can be sure.”", "?Falk", "said")],
        ),
        (
            "“The bridge is safe,” Falk said, adding, “Nobody can be sure.”",
            &[("direct", "The bridge is safe", "Falk", "said"), ("direct", "Nobody can be sure.", "Falk", "adding")],
        ),
        (
            "“The bridge is safe,” Falk said, adding that “nobody can be sure.”",
            &[("direct", "The bridge is safe", "Falk", "said"), ("direct", "nobody can be sure.", "Falk", "adding")],
        ),
        (
            "“The bridge is safe,” Falk said. “It is safe” for all of us.",
            &[("direct", "The bridge is safe", "Falk", "said"), ("scare", "It is safe", "", "")],
        ),
        // A clause of the narrator's leads nowhere.
        (
            "“The bridge is safe,” Falk said. But the gate was “closed.”",
            &[("direct", "The bridge is safe", "Falk", "said"), ("scare", "closed.", "", "")],
        ),
    ]);
}

#[test]
fn the_paragraph_below_says_who_spoke() {
    for (below, speaker, cue) in [
        ("So said Ingrid Falk on Monday.", "Ingrid Falk", "So said"),
        ("So says the mayor.", "the mayor", "So says"),
        ("Those were the words of Ingrid Falk, the mayor, on Monday.", "Ingrid Falk, the mayor", "Those were the words of"),
        ("That was the message from Ingrid Falk.", "Ingrid Falk", "That was the message from"),
        ("That was the verdict of the two engineers.", "the two engineers", "That was the verdict of"),
    ] {
        check_all(&[(&format!("It rained.\n\n“The bridge is safe.”\n\n{below}"), &[("direct", "The bridge is safe.", speaker, cue)])]);
    }
    check_all(&[("It rained.\n\n“The bridge is safe.”\n\nThat was a relief.", &[("direct", "The bridge is safe.", "", "")])]);
}

#[test]
fn nobody_is_named_where_none_can_be_known() {
    check_all(&[
        ("“We have checked every bolt of it.”", &[("direct", "We have checked every bolt of it.", "", "")]),
        ("It rained all day. “We have checked every bolt of it.”", &[("direct", "We have checked every bolt of it.", "", "")]),
        (
            "“The bridge is safe,” Falk said. “It is not,” Tveit said. It rained. “We have checked every bolt of it.”",
            &[
                ("direct", "The bridge is safe", "Falk", "said"),
                ("direct", "It is not", "Tveit", "said"),
                ("direct", "We have checked every bolt of it.", "", ""),
            ],
        ),
        ("The rules are simple: “No dogs allowed on the bridge.”", &[("direct", "No dogs allowed on the bridge.", "", "")]),
        (
            "“The bridge is safe,” Falk said.\n\nIt rained. Divers went down.\n\n“We have checked every bolt of it.”",
            &[("direct", "The bridge is safe", "Falk", "said"), ("direct", "We have checked every bolt of it.", "", "")],
        ),
        ("Somebody had painted “Open the bridge again now.” on the wall.", &[("direct", "Open the bridge again now.", "", "")]),
    ]);
}

#[test]
fn several_people_may_speak() {
    check_all(&[
        ("“It is safe,” Ingrid Falk and Ola Tveit said.", &[("direct", "It is safe", "Ingrid Falk and Ola Tveit", "said")]),
        ("“It is safe,” said Ingrid Falk and Ola Tveit.", &[("direct", "It is safe", "Ingrid Falk and Ola Tveit", "said")]),
        ("“It is safe,” both Falk and Tveit said.", &[("direct", "It is safe", "both Falk and Tveit", "said")]),
        ("Ingrid Falk and Ola Tveit wrote: “It is safe.”", &[("direct", "It is safe.", "Ingrid Falk and Ola Tveit", "wrote")]),
        ("“It is safe,” they said.", &[("direct", "It is safe", "they", "said")]),
        ("“It is safe,” the two engineers said.", &[("direct", "It is safe", "the two engineers", "said")]),
    ]);
}

#[test]
fn whoever_is_quoted_speaks() {
    check_all(&[
        ("The Ledger quoted him as saying, “It is safe.”", &[("direct", "It is safe.", "him", "saying")]),
        ("“It is safe,” the Ledger quoted him as saying.", &[("direct", "It is safe", "him", "saying")]),
        ("“It is safe,” she was quoted as saying.", &[("direct", "It is safe", "she", "quoted as saying")]),
        ("Falk was quoted as saying, “It is safe.”", &[("direct", "It is safe.", "Falk", "quoted as saying")]),
        ("The Ledger quoted Ingrid Falk as saying: “It is safe.”", &[("direct", "It is safe.", "Ingrid Falk", "saying")]),
        ("“It is safe,” Falk was quoted by the Ledger as saying.", &[("direct", "It is safe", "Falk", "saying")]),
    ]);
}

#[test]
fn a_part_of_what_is_said_stands_between_marks() {
    check_all(&[
        ("The cracks were “very small indeed,” Falk said.", &[("mixed", "The cracks were “very small indeed", "Falk", "said")]),
        ("The “small cracks” are old, Falk said.", &[("mixed", "The “small cracks” are old", "Falk", "said")]),
        ("“Small cracks” are nothing new, said Ingrid Falk.", &[("mixed", "“Small cracks” are nothing new", "Ingrid Falk", "said")]),
        ("Falk said “small cracks” were nothing new.", &[("mixed", "“small cracks” were nothing new", "Falk", "said")]),
        ("Falk said that “small cracks” were nothing new.", &[("mixed", "“small cracks” were nothing new", "Falk", "said")]),
        ("Falk said “it is safe” during a visit to the bridge.", &[("direct", "it is safe", "Falk", "said")]),
        ("Falk said “it is safe enough” and left the room.", &[("direct", "it is safe enough", "Falk", "said")]),
        ("Falk asked the “experts” nothing.", &[("scare", "experts", "", "")]),
    ]);
}

#[test]
fn things_are_called_names() {
    check_all(&[
        ("Falk called the bridge “a miracle of steel.”", &[("mixed", "the bridge “a miracle of steel.”", "Falk", "called")]),
        ("Falk called it a “miracle.”", &[("mixed", "it a “miracle.”", "Falk", "called")]),
        ("Falk described the bridge as “a miracle of steel.”", &[("mixed", "the bridge as “a miracle of steel.”", "Falk", "described")]),
        ("They closed what Falk called “a miracle of steel.”", &[("direct", "a miracle of steel.", "Falk", "called")]),
        ("Falk attacked the plan, calling it “a bad joke.”", &[("mixed", "it “a bad joke.”", "Falk", "calling")]),
        ("Falk dismissed the report as “nonsense.”", &[("mixed", "the report as “nonsense.”", "Falk", "dismissed")]),
        ("Falk condemned “such a stupid plan” on Monday.", &[("direct", "such a stupid plan", "Falk", "condemned")]),
        ("Falk promised “a bridge for all of us.”", &[("direct", "a bridge for all of us.", "Falk", "promised")]),
        ("Falk called him “the boss” of the bridge.", &[("mixed", "him “the boss” of the bridge", "Falk", "called")]),
        // Nobody says so.
        ("They left places that had become unsafe, a process called “flight.”", &[("scare", "flight.", "", "")]),
        ("A boat called “Sea Rose” sank.", &[("scare", "Sea Rose", "", "")]),
        ("The bridge was called “a miracle of steel.”", &[("scare", "a miracle of steel.", "", "")]),
        ("Nobody would call the bridge “safe.”", &[("scare", "safe.", "", "")]),
    ]);
}

#[test]
fn statements_are_numbered() {
    for (text, expected) in [
        ("“The bridge,” Falk said, “is safe enough for now.”", &[1, 1][..]),
        ("“The bridge is safe,” Falk said. “It is old.”", &[1, 2]),
        ("“The bridge is old.\n\n“It will hold for now,” Falk said.", &[1, 1]),
        ("“The bridge is safe,” Falk said.\n\n“We have checked every bolt of it.”", &[1, 2]),
        ("“The bridge is safe,” Falk said. “It is not,” Tveit said.", &[1, 2]),
        ("“The bridge,” Falk said, adding, “is safe enough for now.”", &[1, 2]),
        ("It rained.\n\n“We have checked every bolt.”\n\nDivers went down. “We have checked every bolt,” said Falk.", &[1, 1]),
    ] {
        assert_eq!(statements(text), expected, "{text}");
    }
}
