//! Whom a speaker phrase means: the entities of the last quotation of each text.

use super::assembled;

/// Compares the names of the entities that the last quotation's speaker is resolved to.
fn check(cases: &[(&str, &[&str])]) {
    for (text, expected) in cases {
        let (_, annotations, _) = assembled(text);
        let quote = annotations.quotes.last().unwrap();
        let found: Vec<&str> =
            annotations.entities.iter().filter(|entity| quote.entities.contains(&entity.id)).map(|entity| entity.name.as_str()).collect();
        assert_eq!(found, *expected, "in: {text}");
    }
}

#[test]
fn phrases_that_name_somebody_mean_them() {
    check(&[
        ("[grp Norwegian] Foreign Minister [per Ola Tveit] said that tolls would rise.", &["Ola Tveit"]),
        ("Both [per Ingrid Falk] and [per Peter Lund] said that tolls would rise.", &["Ingrid Falk", "Peter Lund"]),
        ("Ms [per Bowles]’ father, [per Peter Lund], said that tolls would rise.", &["Peter Lund"]),
        ("[per Ingrid Falk] left early. [per Falk] adviser [per Peter Lund] said that tolls would rise.", &["Peter Lund"]),
        ("[per Ingrid Falk] left early. [per Falk] allies said that tolls would rise.", &[]),
        ("[per Ingrid Falk] (Labour) said that tolls would rise.", &["Ingrid Falk"]),
        ("A lawyer for [per Ingrid Falk] said that tolls would rise.", &[]),
        ("[per Ingrid Falk]'s lawyer said that tolls would rise.", &[]),
        ("Critics like [per Ingrid Falk] and [per Peter Lund] said that tolls would rise.", &[]),
        ("They thanked [per Peter Lund], who said that tolls would rise.", &["Peter Lund"]),
        ("Officials said that tolls would rise.", &[]),
    ]);
}

#[test]
fn organisations_and_places_speak_too() {
    check(&[
        ("[loc Norway] said that tolls would rise.", &["Norway"]),
        ("The [org Harbour Union] said that tolls would rise.", &["Harbour Union"]),
        ("Both the [org Harbour Union] and the [org Forest Board] said that tolls would rise.", &["Harbour Union", "Forest Board"]),
        ("[per Ingrid Falk] and the [org Forest Board] said that tolls would rise.", &["Ingrid Falk", "Forest Board"]),
        ("The [org Velda Post] newspaper said that tolls would rise.", &["Velda Post"]),
        ("The [org Skynet] news agency said that tolls would rise.", &["Skynet"]),
        ("The newspaper [org Velda Post] said that tolls would rise.", &["Velda Post"]),
        ("[org Harbour Union] members said that tolls would rise.", &[]),
        ("An official of the [org Harbour Union] said that tolls would rise.", &[]),
        ("[grp Liberal] and independent analysts said that tolls would rise.", &[]),
    ]);
}

#[test]
fn pronouns_mean_whom_nobody_rivals() {
    check(&[
        ("[per Ingrid Falk] said tolls would rise. She said that nobody was happy.", &["Ingrid Falk"]),
        // The gender of the last speaker contradicts: the other one.
        ("[per Ingrid Falk] met [per Peter Lund]. He said that nobody was happy.", &["Peter Lund"]),
        ("[per Ingrid Falk] met [per Peter Lund]. She said that nobody was happy.", &["Ingrid Falk"]),
        // Two men would do: nobody.
        ("The visit of [per Peter Lund] pleased [per Otto Berg]. Then he said that nobody was happy.", &[]),
        // The subject, not the object, and not whose the subject is.
        ("[per Peter Lund] met [per Otto Berg]. He said that nobody was happy.", &["Peter Lund"]),
        ("[per Otto Berg]'s friend [per Peter Lund] left. He said that nobody was happy.", &["Peter Lund"]),
        // Whom he spoke of is not who speaks next.
        ("[per Peter Lund] said that [per Otto Berg] was late. He said that nobody was happy.", &["Peter Lund"]),
        ("“[per Otto Berg] was late,” [per Peter Lund] said. “Nobody was happy,” he said.", &["Peter Lund"]),
        // Who came up since.
        ("[per Peter Lund] said tolls would rise. Later [per Otto Berg] arrived. He said that nobody was happy.", &["Otto Berg"]),
        // By pronouns alone.
        (
            "[per Ingrid Falk] arrived. She sat down. She drank. She waited. She ate. She slept. She said that nobody was happy.",
            &["Ingrid Falk"],
        ),
        // A name inside a title is not who is meant.
        ("[org Lars Falk Institute] director [per Peter Lund] arrived. He said that nobody was happy.", &["Peter Lund"]),
        // What forms of address and nouns tell of a gender.
        ("Mr. [per Quill] met Ms. [per Prynne]. She said that nobody was happy.", &["Prynne"]),
        ("Spokeswoman [per Tay Quill] met chairman [per Wim Prynne]. He said that nobody was happy.", &["Wim Prynne"]),
        // Nobody of that gender.
        ("Mr. [per Quill] arrived. She said that nobody was happy.", &[]),
        ("He said that nobody was happy.", &[]),
        // "what he calls" is said by the subject of its sentence, whoever spoke before.
        ("[per Peter Lund] spoke. Minister [per Otto Berg] has mocked what he called a “shabby trick of [loc Norway].”", &["Otto Berg"]),
        ("[per Peter Lund] spoke. The town's minister has mocked what he called a “shabby trick of [loc Norway].”", &[]),
        ("For [per Peter Lund], [per Otto Berg] was a hero. He said that nobody was happy.", &["Peter Lund"]),
    ]);
}

#[test]
fn who_says_i_in_a_quotation_is_who_is_quoted() {
    check(&[
        ("“I said that tolls would rise,” [per Ingrid Falk] said.", &["Ingrid Falk"]),
        ("I said that tolls would rise.", &[]),
        ("[per Ingrid Falk] left. I said that tolls would rise.", &[]),
    ]);
}

#[test]
fn it_and_they_mean_what_the_last_sentence_was_about() {
    check(&[
        ("[org Skyways] said tolls would rise. It said that nobody was happy.", &["Skyways"]),
        ("[org Skyways] left the town. It said that nobody was happy.", &["Skyways"]),
        ("[per Peter Lund] works for [org Skyways]. It said that nobody was happy.", &[]),
        ("It said that nobody was happy.", &[]),
        ("The [org Harbour Union] said tolls would rise. They said that nobody was happy.", &["Harbour Union"]),
        ("[per Ingrid Falk] and [per Peter Lund] arrived. They said that nobody was happy.", &["Ingrid Falk", "Peter Lund"]),
        ("[per Ingrid Falk] arrived. They said that nobody was happy.", &[]),
        ("Workers arrived. They said that nobody was happy.", &[]),
    ]);
}

#[test]
fn the_two_are_two_people() {
    check(&[
        ("[per Ingrid Falk] met [per Peter Lund]. The two neighbours said that nobody was happy.", &["Ingrid Falk", "Peter Lund"]),
        ("[per Otto Berg] and [per Peter Lund] met. The two men said that nobody was happy.", &["Otto Berg", "Peter Lund"]),
        ("[per Otto Berg] met [per Peter Lund]. The two ministers said that nobody was happy.", &["Otto Berg", "Peter Lund"]),
        ("[per Ingrid Falk] and [per Peter Lund] met. The two men said that nobody was happy.", &[]),
        (
            "[per Otto Berg] met [per Peter Lund] and [per Ola Tveit]. The two neighbours said that nobody was happy.",
            &["Peter Lund", "Ola Tveit"],
        ),
        ("[per Otto Berg] arrived. The two neighbours said that nobody was happy.", &[]),
    ]);
}

#[test]
fn descriptions_mean_whom_the_article_calls_so() {
    check(&[
        ("Foreign Minister [per Ola Tveit] arrived late. The minister said that tolls would rise.", &["Ola Tveit"]),
        ("[per Ola Tveit], a former mayor, met [per Otto Berg]. The former mayor said that tolls would rise.", &["Ola Tveit"]),
        ("Sen. [per Ola Tveit] arrived late. The senator said that tolls would rise.", &["Ola Tveit"]),
        ("[per Ola Tveit], 59, met [per Otto Berg], 61. The 61-year-old said that tolls would rise.", &["Otto Berg"]),
        (
            "The [grp Norwegian] minister: [grp Norwegian] minister [per Ola Tveit] came. The [grp Norwegian] said that tolls would rise.",
            &["Ola Tveit"],
        ),
        ("Economist [per Ola Tveit] met lawyer [per Otto Berg]. The economist said that tolls would rise.", &["Ola Tveit"]),
        // Two ministers, and another office.
        ("Minister [per Ola Tveit] and Minister [per Otto Berg] met. The minister said that tolls would rise.", &[]),
        ("Minister [per Ola Tveit] arrived. The deputy minister said that tolls would rise.", &[]),
        ("Vice President [per Ola Tveit] arrived. The president said that tolls would rise.", &[]),
        (
            "Foreign Minister [per Ola Tveit] met Interior Minister [per Otto Berg]. The foreign minister said that tolls would rise.",
            &["Ola Tveit"],
        ),
        // Who speaks is somebody new, or somebody else's.
        ("Minister [per Ola Tveit] arrived. A minister said that tolls would rise.", &[]),
        ("Minister [per Ola Tveit] arrived. The minister's aide said that tolls would rise.", &[]),
        ("[per Ola Tveit] arrived. The businesswoman said that tolls would rise.", &[]),
    ]);
}

#[test]
fn kinds_of_organisation_mean_the_one_of_that_kind() {
    check(&[
        ("The [org Harbour Workers Union] met [org Skyways]. The union said that tolls would rise.", &["Harbour Workers Union"]),
        ("[org Skyways], an airline, met [org Harbour Watch]. The airline said that tolls would rise.", &["Skyways"]),
        ("[org Skyways] left the town. The company said that tolls would rise.", &["Skyways"]),
        ("The [org Ministry of Fisheries] wrote. The ministry said that tolls would rise.", &["Ministry of Fisheries"]),
        ("The [org Velda Police] came. The company said that tolls would rise.", &[]),
        ("[org Skyways] met [org Lindqvist]. The company said that tolls would rise.", &[]),
        ("The [org Harbour Union] met the [org Forest Union]. The union said that tolls would rise.", &[]),
        ("[org Skyways] left the town. The union said that tolls would rise.", &[]),
        // What is named only later is not meant.
        ("[org Skyways] wrote. The bank said that tolls would rise, so [org Velda Bank] left the town.", &[]),
    ]);
}
