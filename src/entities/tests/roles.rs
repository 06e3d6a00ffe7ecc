//! What the article calls somebody.

use super::{assembled, entity_named};

fn check(cases: &[(&str, &str, Option<&str>)]) {
    for (text, name, role) in cases {
        let (document, annotations, _) = assembled(text);
        assert_eq!(entity_named(&document, &annotations, name).role.as_deref(), *role, "in: {text}");
    }
}

#[test]
fn titles_in_front_are_roles() {
    check(&[
        ("[grp Norwegian] Foreign Minister [per Ola Tveit] arrived.", "Ola Tveit", Some("Norwegian Foreign Minister")),
        ("[org UN] Special Envoy for [loc Kenya] [per Marit Lund] arrived.", "Marit Lund", Some("UN Special Envoy for Kenya")),
        ("They met [loc Velda]'s prime minister [per Ola Tveit].", "Ola Tveit", Some("Velda's prime minister")),
        ("They met Deputy Chief Inspector [per Ola Tveit].", "Ola Tveit", Some("Deputy Chief Inspector")),
        ("They met economist [per Ola Tveit].", "Ola Tveit", Some("economist")),
        ("They met [org Skyways] co-founder [per Ola Tveit].", "Ola Tveit", Some("Skyways co-founder")),
        ("They met the former mayor and author [per Ola Tveit].", "Ola Tveit", Some("former mayor and author")),
        ("They met [org Skyways] editor-in-chief [per Ola Tveit].", "Ola Tveit", Some("Skyways editor-in-chief")),
        // The start of a sentence is no part of it.
        ("Former minister [per Ola Tveit] arrived.", "Ola Tveit", Some("former minister")),
        ("Secretary of State [per Ola Tveit] arrived.", "Ola Tveit", Some("Secretary of State")),
        // A form of address, a verb and a weekday are none.
        ("Mr. [per Peter Lund] arrived.", "Peter Lund", None),
        ("On Monday [per Peter Lund] arrived.", "Peter Lund", None),
        ("They told [per Peter Lund] the truth.", "Peter Lund", None),
        // Somebody else's title.
        ("They met an aide to [per Peter Lund].", "Peter Lund", None),
        ("They met an aide to President [per Peter Lund].", "Peter Lund", Some("President")),
        // Whose relative somebody is says not what she is.
        ("They met his sister [per Ada Lund].", "Ada Lund", None),
    ]);
}

#[test]
fn appositions_behind_are_roles() {
    check(&[
        ("[per Ingrid Falk], the mayor of the town, arrived.", "Ingrid Falk", Some("mayor of the town")),
        (
            "[per Ingrid Falk], a professor of geosciences at [org Velda University], arrived.",
            "Ingrid Falk",
            Some("professor of geosciences at Velda University"),
        ),
        ("“We waited,” said [per Ingrid Falk], a spokeswoman for [org Skyways].", "Ingrid Falk", Some("spokeswoman for Skyways")),
        ("[per Ingrid Falk], who is the head of the school, arrived.", "Ingrid Falk", Some("head of the school")),
        ("[per Ingrid Falk], 59, a retired nurse, arrived.", "Ingrid Falk", Some("retired nurse")),
        (
            "[per Ingrid Falk], head of the school and author of two books, arrived.",
            "Ingrid Falk",
            Some("head of the school and author of two books"),
        ),
        ("[per Ingrid Falk], [org Skyways] director, arrived.", "Ingrid Falk", Some("Skyways director")),
        // A clause, a list, a party and state, a place.
        ("[per Ingrid Falk], who met the mayor, arrived.", "Ingrid Falk", None),
        ("[per Ingrid Falk], mayor [per Ola Tveit] and others arrived.", "Ingrid Falk", None),
        ("[per Ingrid Falk] (D-[loc Velda]) arrived.", "Ingrid Falk", None),
        ("[per Ingrid Falk], of [loc Velda], arrived.", "Ingrid Falk", None),
        ("[per Ingrid Falk], the mayor said, arrived.", "Ingrid Falk", None),
    ]);
}

#[test]
fn appositions_in_front_are_roles() {
    check(&[
        ("The mayor, [per Ingrid Falk], arrived.", "Ingrid Falk", Some("mayor")),
        ("The group's leader, [per Ingrid Falk], arrived.", "Ingrid Falk", Some("leader")),
        ("[org Skyways]'s director, [per Ingrid Falk], arrived.", "Ingrid Falk", Some("Skyways's director")),
        ("The head of the school, [per Ingrid Falk], arrived.", "Ingrid Falk", Some("head of the school")),
        // A list and an adverbial are none.
        ("The mayor, [per Ingrid Falk] and [per Ola Tveit] arrived.", "Ingrid Falk", None),
        ("Before the mayor left, [per Ingrid Falk], arrived.", "Ingrid Falk", None),
    ]);
}

#[test]
fn the_fullest_role_wins() {
    check(&[(
        "Minister [per Ola Tveit] arrived. [per Tveit], the minister of fisheries and trade, spoke.",
        "Ola Tveit",
        Some("minister of fisheries and trade"),
    )]);
}

#[test]
fn organisations_have_roles_where_an_apposition_says_so() {
    check(&[
        ("[org Harbour Watch], a charity, gave money.", "Harbour Watch", Some("charity")),
        ("[org Skyways], the country's largest airline, flew.", "Skyways", Some("country's largest airline")),
        ("[org Skyways], an airline and [org Harbour Watch] agreed.", "Skyways", None),
        ("[org Skyways], which owns an airline, flew.", "Skyways", None),
        ("[org Skyways], the company said, flew.", "Skyways", None),
        ("With [org Skyways], the airline made a new start.", "Skyways", None),
    ]);
}
