//! Where what is reported begins and ends, and what may stand between it and its cue.

use super::check_all;

#[test]
fn phrases_stand_between_the_cue_and_its_clause() {
    check_all(&[
        ("Falk wrote in her 1990 memoir that the bridge was a gift.", &[("indirect", "the bridge was a gift", "Falk", "wrote")]),
        (
            "The ferry line reported to the harbour board that the fares had fallen.",
            &[("indirect", "the fares had fallen", "The ferry line", "reported")],
        ),
        ("Falk said during this week’s toll debate that the bridge was old.", &[("indirect", "the bridge was old", "Falk", "said")]),
        ("Falk said – in writing, as it happens – that tolls would rise.", &[("indirect", "tolls would rise", "Falk", "said")]),
        ("Falk told cheering pupils that the school would stay.", &[("indirect", "the school would stay", "Falk", "told")]),
        ("Falk says despite the rain, boats will sail.", &[("indirect", "despite the rain, boats will sail", "Falk", "says")]),
        // What the phrase is about is no report.
        ("Falk wrote in the year that followed.", &[]),
    ]);
}

#[test]
fn an_infinitive_may_be_denied() {
    check_all(&[
        ("Falk promised not to raise the toll.", &[("indirect", "not to raise the toll", "Falk", "promised")]),
        ("Falk urged drivers not to use the tunnel.", &[("indirect", "drivers not to use the tunnel", "Falk", "urged")]),
    ]);
}

#[test]
fn a_dateline_is_nobodys_words() {
    check_all(&[
        ("NATO said the tunnel – an old one – was safe.", &[("indirect", "the tunnel – an old one – was safe", "NATO", "said")]),
        (
            "BERGEN — Tolls will rise next year, according to a study.",
            &[("indirect", "Tolls will rise next year", "a study", "according to")],
        ),
        ("BERGEN, May 8 — According to the ministry, tolls will rise.", &[("indirect", "tolls will rise", "the ministry", "According to")]),
    ]);
}

#[test]
fn words_that_look_like_others_are_verbs_all_the_same() {
    check_all(&[
        // A verb that no list knows.
        ("Many drivers say they empathise with the guards.", &[("indirect", "they empathise with the guards", "Many drivers", "say")]),
        ("The new polling suggests that tolls are unloved.", &[("indirect", "tolls are unloved", "The new polling", "suggests")]),
        (
            "The rival counterproposal argued that boats were cheaper.",
            &[("indirect", "boats were cheaper", "The rival counterproposal", "argued")],
        ),
        (
            "Several papers reported on Monday the ferry had been sold.",
            &[("indirect", "the ferry had been sold", "Several papers", "reported")],
        ),
        (
            "A study published Monday said the steel was brittle.",
            &[("indirect", "the steel was brittle", "A study published Monday", "said")],
        ),
        ("Falk said in an Oslo interview that the bridge was safe.", &[("indirect", "the bridge was safe", "Falk", "said")]),
    ]);
}

#[test]
fn a_verb_goes_on_with_the_subject_in_front_of_the_cue() {
    check_all(&[(
        "The trouble they face, Falk says, is the toll.",
        &[("indirect", "The trouble they face", "Falk", "says"), ("indirect", "is the toll", "Falk", "says")],
    )]);
}

#[test]
fn coordinated_verbs_are_the_speakers_or_the_narrators() {
    check_all(&[
        // A past tense goes on with a past tense.
        (
            "Tveit said he was alarmed by the cracks and wanted to see them.",
            &[("indirect", "he was alarmed by the cracks and wanted to see them", "Tveit", "said")],
        ),
        // What the narrator thinks of it.
        ("Falk said the bridge was safe – a point that divers dispute.", &[("indirect", "the bridge was safe", "Falk", "said")]),
        (
            "Falk said the bridge, a gift that the town loves, was safe.",
            &[("indirect", "the bridge, a gift that the town loves, was safe", "Falk", "said")],
        ),
        ("Tveit said he is tired and left the room.", &[("indirect", "he is tired", "Tveit", "said")]),
    ]);
}

#[test]
fn the_clause_around_a_quotation() {
    check_all(&[
        (
            "Falk's “single greatest joy was the ferry,” Tveit says.",
            &[("mixed", "Falk's “single greatest joy was the ferry", "Tveit", "says")],
        ),
        // The title of a programme is no quotation.
        (
            "On the harbour radio's “Morning Tide,” Falk said the bridge was safe.",
            &[("scare", "Morning Tide", "", ""), ("indirect", "the bridge was safe", "Falk", "said")],
        ),
    ]);
}
