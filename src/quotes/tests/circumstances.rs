//! Where, when and to whom something was said.

use super::check_around;

#[test]
fn somebody_is_spoken_to() {
    check_around(&[
        ("“It is safe,” Falk told reporters.", "reporters", "", ""),
        ("Falk told the council, “It is safe.”", "the council", "", ""),
        ("Falk told the council that it was safe.", "the council", "", ""),
        ("“It is safe,” Falk said to the farmers.", "the farmers", "", ""),
        ("“It is safe,” Falk said in a letter to the committee.", "the committee", "", ""),
        ("Falk wrote to the council: “It is safe.”", "the council", "", ""),
        ("Falk said in a letter to Ola Tveit, “It is safe.”", "Ola Tveit", "", ""),
        // No addressee.
        ("“It is safe,” Falk said to be sure.", "", "", ""),
        ("“It is safe,” Falk said in a statement.", "", "", ""),
    ]);
}

#[test]
fn something_is_said_somewhere() {
    check_around(&[
        ("“It is safe,” Falk told reporters in Oslo.", "reporters", "Oslo", ""),
        ("“It is safe,” Falk said in Oslo.", "", "Oslo", ""),
        ("Falk said in Oslo that it was safe.", "", "Oslo", ""),
        ("In Oslo, Falk said it was safe.", "", "Oslo", ""),
        ("“It is safe,” Falk said at a meeting in Oslo.", "", "Oslo", ""),
        ("“It is safe,” Falk said during a visit to Oslo.", "", "Oslo", ""),
        ("Speaking in Oslo, Falk said it was safe.", "", "Oslo", ""),
        // Part of another phrase.
        ("Falk said the talks in Oslo were over.", "", "", ""),
        ("“It is safe,” said Falk, the mayor of Oslo.", "", "", ""),
        ("“It is safe,” Falk said of the bridge in Oslo.", "", "", ""),
        ("“It is safe,” Falk said in Oslo's town hall.", "", "", ""),
    ]);
}

#[test]
fn something_is_said_some_day() {
    check_around(&[
        ("“It is safe,” Falk said on Friday.", "", "", "Friday"),
        ("“It is safe,” Falk said Friday.", "", "", "Friday"),
        ("Falk said on Friday that it was safe.", "", "", "Friday"),
        ("Falk on Friday said that it was safe.", "", "", "Friday"),
        ("On Friday, Falk said it was safe.", "", "", "Friday"),
        ("“It is safe,” Falk said in a statement Monday.", "", "", "Monday"),
        ("“It is safe,” Falk told reporters in Oslo on Friday.", "reporters", "Oslo", "Friday"),
        ("“It is safe,” Falk told the council on Friday in Oslo.", "the council", "Oslo", "Friday"),
        ("“It is safe,” said Ingrid Falk on Friday.", "", "", "Friday"),
        // Part of what is said, or of another phrase.
        ("Falk said it would open on Friday.", "", "", ""),
        ("“It is safe,” Falk said of the Friday meeting.", "", "", ""),
        ("“It is safe,” Falk said after the 2011 flood.", "", "", ""),
        ("“It is safe,” Falk said for two hours.", "", "", ""),
        ("“It is safe,” Falk now says.", "", "", ""),
        ("“It is safe,” according to the Bridge Act of 1996.", "", "", ""),
        ("“It is safe,” Falk said in 2011.", "", "", "2011"),
    ]);
}

#[test]
fn a_report_has_circumstances_too() {
    check_around(&[
        ("The tolls will rise, Falk said on Friday.", "", "", "Friday"),
        ("The tolls will rise, Falk told reporters in Oslo.", "reporters", "Oslo", ""),
        ("Falk told reporters in Oslo on Thursday that there were “small cracks” in it.", "reporters", "Oslo", "Thursday"),
        ("Falk vowed in Oslo on Monday to repair the bridge.", "", "Oslo", "Monday"),
        ("The cracks are “very small,” Falk said in Oslo on Friday.", "", "Oslo", "Friday"),
        ("Falk called it “a bad joke” on Friday.", "", "", "Friday"),
    ]);
}
