//! Which names are one thing: equal numbers name one, others name others.

use std::collections::BTreeMap;

use super::assembled;

fn check(cases: &[&str]) {
    for case in cases {
        let (_, annotations, marks) = assembled(case);
        let found = |start: usize| {
            let holds = |entity: &&crate::annotations::Entity| entity.mentions.iter().any(|mention| mention.span.start as usize == start);
            annotations.entities.iter().find(holds).map(|entity| entity.id.0)
        };
        let mut thing_of: BTreeMap<u32, &str> = BTreeMap::new();
        let mut entity_of: BTreeMap<&str, u32> = BTreeMap::new();
        for mark in &marks {
            let entity = found(mark.start).unwrap();
            assert_eq!(*thing_of.entry(entity).or_insert(&mark.thing), mark.thing, "two things are one in: {case}");
            assert_eq!(*entity_of.entry(&mark.thing).or_insert(entity), entity, "thing {} is two in: {case}", mark.thing);
        }
    }
}

#[test]
fn what_the_lexicon_knows_is_one_whatever_it_is_called() {
    check(&[
        "The [loc1 US] and the [loc1 U.S.] and the [loc1 United States] met the [loc1 USA].",
        "[grp1 Norwegian] and [grp1 Norwegians], and [loc2 Norway].",
    ]);
}

#[test]
fn surnames_are_the_persons_named_in_full() {
    check(&[
        "[per1 Ingrid Falk] came. [per1 Falk] left. Reporters saw [per1 Falk].",
        // A headline's surname is the person named in full below it.
        "[per1 Falk] opens the bridge\n\nMayor [per1 Ingrid Falk] cut the ribbon.",
        "[per1 FALK] OPENS BRIDGE\n\nMayor [per1 Ingrid Falk] cut the ribbon.",
        // Given names alone.
        "[per1 Ingrid Falk] came. [per1 Ingrid] left.",
        // Nobody of that name.
        "[per1 Ingrid Falk] came. [per2 Tveit] left.",
    ]);
}

#[test]
fn people_of_one_surname_stay_apart() {
    check(&[
        "[per1 Ingrid Falk] met [per2 Peter Falk].",
        // Forms of address tell them apart,
        "[per1 Anna Falk] met [per2 Peter Falk]. Mr. [per2 Falk] spoke. Ms. [per1 Falk] listened.",
        "[per2 Peter Falk] met [per1 Anna Falk]. Mrs [per1 Falk] spoke before Mr [per2 Falk].",
        // and titles,
        "Senator [per1 Ona Falk] met Governor [per2 Ulla Falk]. Later Senator [per1 Falk] spoke, then Governor [per2 Falk].",
        // else who was named last,
        "[per1 Ona Falk] spoke. [per1 Falk] left. Then [per2 Ulla Falk] spoke. [per2 Falk] left.",
        // unless the article is about somebody else.
        "[per1 Ona Falk] spoke. [per1 Falk] left. [per1 Falk] came. [per1 Falk] sat. Her sister [per2 Ulla Falk] came. [per1 Falk] smiled.",
        // Middle initials that differ.
        "[per1 Ole A. Falk] met [per2 Ole B. Falk].",
        // Initials that could be either.
        "[per1 Anna Falk] met [per2 Arne Falk]. [per3 A. Falk] signed.",
    ]);
}

#[test]
fn given_names_may_be_initials_nicknames_or_left_out() {
    check(&[
        "[per1 William Tveit] came. [per1 Bill Tveit] left.",
        "[per1 Liz Tveit] came. [per1 Elizabeth Tveit] left.",
        "[per1 Bob Tveit] came. [per1 Rob Tveit] left.",
        "[per1 Mike Tveit] came. [per2 Paul Tveit] left.",
        "[per1 K. Tveit] came. [per1 Karin Tveit] left.",
        "[per1 K.L. Tveit] came. [per1 K. L. Tveit] left.",
        "[per1 Karin Tveit] came. [per2 L. Tveit] left.",
        "[per1 Karin Maria Tveit] came. [per1 Karin Tveit] left. [per1 Maria Tveit] returned.",
        "[per1 Karin M. Tveit] came. [per1 Karin Maria Tveit] left.",
        "[per1 Karin Tveit Jr.] came. [per1 Tveit] left. [per1 Karin Tveit] spoke.",
    ]);
}

#[test]
fn names_have_other_orders_and_particles_elsewhere() {
    check(&[
        // The family name comes first.
        "President [per1 Bo Jianwen] came. [per1 Bo] left.",
        "President [per1 Nam Soo-jin] came. Mr. [per1 Nam] left.",
        "[per1 Wong Sau-kin] met [per2 Wong Sau-hing].",
        // Two surnames.
        "[per1 Enrique Salas Prieto] came. [per1 Salas Prieto] left. [per1 Salas] spoke.",
        "[per1 Marta Ruiz de la Cruz] came. [per1 Ruiz] left.",
        // Particles.
        "[per1 Karim al-Hadri] came. [per1 Hadri] left. [per1 Al-Hadri] spoke. [per1 el-Hadri] sat.",
        "Prince [per1 Faris bin Talal] came. [per1 Talal] left.",
        "[per1 Jan de Wit] came. [per1 de Wit] left. [per1 De Wit] spoke.",
    ]);
}

#[test]
fn spelling_parts_nobody_where_nobody_else_is_meant() {
    check(&[
        "[per1 Siobhán O’Malley] came. [per1 O'Malley] left.",
        "[per1 Bjørn Åsen] came. [per1 Bjorn Asen] left.",
        "[per1 Kristin Vestergaard] came. [per1 Kristen Vestergaard] left.",
        "[per1 Ada Vestergaard] came. [per1 Vestergard] left.",
        "[per1 Anne-Marie Lund] came. [per1 Anne Marie Lund] left.",
        // Short names and two candidates are left alone.
        "[per1 Ada Lund] came. [per2 Lind] left.",
        "[per1 Ada Hanssen] met [per2 Ola Hansson]. [per3 Hanssin] left.",
        // Daniel is not Daniela.
        "[per1 Daniel Vestergaard] met [per2 Daniela Vestergaard].",
        "The [org1 Harbour Wrokers Union] met. The [org1 Harbour Workers Union] voted.",
        "The [org1 Northern Harbour Union] met the [org2 Southern Harbour Union].",
        "The [org1 Sailors' League] met. The [org1 Sailors’ League] voted. The [org1 Sailors League] won.",
    ]);
}

#[test]
fn acronyms_are_what_introduces_them() {
    check(&[
        "The [org1 Free Workers Army] ([org1 FWA]) met. The [org1 FWA] voted.",
        "The [org1 FWA] ([org1 Free Workers Army]) met.",
        "The [org1 Free Workers Army], or [org1 FWA], met.",
        "The [org1 Free Workers Army], known as [org1 FWA], met.",
        "The [org1 Free Workers Army] (“[org1 FWA]”) met.",
        // Initials of another language.
        "The [org1 Harbour Workers Union] ([org1 SKL]) met. [org1 SKL] voted.",
        // Not introduced at all.
        "The [org1 Harbour Workers Union] met. The [org1 HWU] voted.",
        "[org1 HWU] votes\n\nThe [org1 Harbour Workers Union] met.",
        // What was taken for a place.
        "The [loc1 Velda Ship Centre] ([org1 VSC]) opened.",
        "The [org1 Velda Ship Institute] opened. They met at [loc1 VSI].",
        // Two could be meant.
        "The [org1 Harbour Workers Union] met the [org2 Highland Widows Union]. The [org3 HWU] voted.",
        // No introduction: other initials, or a place in brackets.
        "The [org1 Free Workers Army] met. The [org2 XKQ] voted.",
        "The [org1 Harbour Workers Union] ([loc2 VLD]) met.",
    ]);
}

#[test]
fn organisations_are_shortened() {
    check(&[
        "The [org1 Harbour Commission] met. The [org1 Commission] voted.",
        "The [org1 Ministry of Fisheries] spoke. The [org1 Ministry] wrote.",
        "The [org1 Church of the Open Door] spoke. The [org1 Church] wrote.",
        "The [org1 Velda Gazette] wrote. The [org1 Gazette] found more.",
        "The [org1 Anna Lind Foundation for the Arts] gave. The [org1 Anna Lind Foundation] gave again.",
        "The [org1 Norwegian Harbour Guard] came. The [org1 Harbour Guard] left.",
        "[loc2 Norway]'s coast: [org1 Norway's Harbour Guard] came. The [org1 Harbour Guard] left.",
        "The [org1 Lindqvist Party] won. [org1 Lindqvist] lost.",
        "[org1 Lindqvist Holdings] sold. [org1 Lindqvist] bought.",
        // Two could be meant.
        "The [org1 Harbour Commission] met the [org2 Forest Commission]. The [org3 Commission] voted.",
        "The [org1 Ministry of Fisheries] met the [org2 Ministry of Forests]. The [org3 Ministry] wrote.",
        // Not a short form.
        "The [org1 Harbour Commission] met the [org2 Harbour Watch].",
        "The [org1 Harbour Radio] met the [org2 Harbour].",
    ]);
}

#[test]
fn types_and_longer_names_part_things() {
    check(&[
        "The [org1 Velda] team left [loc2 Velda].",
        "[loc1 Velda] sued the [org2 Velda Harbour Board].",
        "The [org1 University of Velda] is in [loc2 Velda].",
        "[loc1 North Torvia] and [loc2 South Torvia] spoke. The [loc1 North] left.",
        "[per1 Ada Velda] lives in [loc2 Velda]. [per1 Velda] likes it.",
    ]);
}
