//! How sure a quotation between marks or a report is, by how it was found.
//!
//! The tables say what share of the quotations of each kind are right, in hundredths: they overlap somebody's words, as people
//! marked them, by four fifths (IoU 0.8). Measured on the 840 political news articles of PolNeAR's training part, whose
//! annotators leave most interviews out, make one of a quotation that runs over several paragraphs, and do not mark what is
//! repeated apart: those three rows of quotations between marks are estimates. A kind of which there were fewer than thirty is
//! drawn towards its neighbour.

use super::marks::Marked;

/// How a quotation between marks came by its kind and its speaker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Path {
    /// A cue and a speaker behind it.
    Behind,
    /// A cue and a speaker in front.
    InFront,
    /// A sentence about somebody that ends in a colon.
    Colon,
    /// A name as under a letter.
    Signed,
    /// A turn of a transcript.
    Turn,
    /// A part of a clause that ends with it, the cue behind.
    Clause,
    /// A part of a clause that goes on behind it, the cue at its end.
    Rest,
    /// The head of a clause that goes on behind it, the cue in front.
    Opening,
    /// What something is called.
    Label,
    /// Behind an attribution in the same paragraph.
    SameBlock,
    /// A paragraph behind an attribution.
    NextBlock,
    /// Marks that the paragraph before left open.
    Continued,
    /// Behind a sentence in which somebody is reported to speak.
    Near,
    /// In a paragraph in which one person speaks.
    Around,
    /// Repeats what is said elsewhere.
    Repeated,
    /// A statement by nobody known.
    Nobody,
    /// No statement. The share is of those that nobody says.
    Scare,
}

/// The confidence in hundredths: of marks that close, and of those that do not.
const SHARES: &[(Path, u16, u16)] = &[
    (Path::Behind, 97, 60),
    (Path::InFront, 88, 50),
    (Path::Colon, 79, 50),
    (Path::Signed, 95, 80),
    (Path::Turn, 70, 60),
    (Path::Clause, 73, 50),
    (Path::Rest, 87, 50),
    (Path::Opening, 86, 50),
    (Path::Label, 62, 50),
    (Path::SameBlock, 97, 64),
    (Path::NextBlock, 79, 50),
    (Path::Continued, 75, 65),
    (Path::Near, 57, 40),
    (Path::Around, 70, 40),
    (Path::Repeated, 60, 50),
    (Path::Nobody, 56, 10),
    (Path::Scare, 66, 10),
];

/// The confidence of a quotation found by `path`, in hundredths.
pub(super) fn of(path: Path, mark: &Marked) -> u16 {
    let closed = mark.close.is_some() || mark.set_apart;
    SHARES.iter().find(|(row, ..)| *row == path).map_or(50, |&(_, closes, open)| if closed { closes } else { open })
}

/// How a report without marks of its own was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Construction {
    /// "Ada said that …"
    That,
    /// "Ada said the tolls …"
    Bare,
    /// "Ada asked whether …"
    Question,
    /// "Ada vowed to …"
    Infinitive,
    /// "Ada denied taking …"
    Gerund,
    /// "Ada announced a bridge", "Ada called for a bridge", "Ada criticised the bridge"
    Object,
    /// "Ada touted the bridge": what is judged or shown, hardly what was said.
    Topic,
    /// "Ada called the bridge a mess"
    Predicate,
    /// "the bridge, which Ada said will open", "what Ada called a mess"
    Gap,
    /// "The bridge is old, Ada said", "…, said Ada"
    Behind,
    /// "The bridge, Ada said, is old"
    Middle,
    /// "As Ada said, …"
    As,
    /// "According to Ada, …"
    AccordingInFront,
    /// "…, according to Ada"
    AccordingBehind,
    /// "Ada's claim that …"
    Noun,
    /// "Ada was asked whether …"
    Passive,
    /// "Reuters quoted Ada as saying …"
    AsSaying,
    /// "…, adding that …", with nobody found who adds it
    NoSubject,
}

/// The confidence of a report in hundredths, measured in the same way: 40 to 2100 reports a row. Of `Gerund`, `As` and `AsSaying`
/// there were fewer than thirty. What is only judged or shown, and what hangs on a noun, is right too seldom to be shown unasked.
const REPORTS: &[(Construction, u16)] = &[
    (Construction::That, 77),
    (Construction::Bare, 77),
    (Construction::Question, 73),
    (Construction::Infinitive, 54),
    (Construction::Gerund, 55),
    (Construction::Object, 59),
    (Construction::Topic, 30),
    (Construction::Predicate, 63),
    (Construction::Gap, 51),
    (Construction::Behind, 81),
    (Construction::Middle, 83),
    (Construction::As, 80),
    (Construction::AccordingInFront, 75),
    (Construction::AccordingBehind, 76),
    (Construction::Noun, 25),
    (Construction::Passive, 79),
    (Construction::AsSaying, 70),
    (Construction::NoSubject, 52),
];

/// The confidence of a report in `construction`, in hundredths.
pub(super) fn of_report(construction: Construction) -> u16 {
    REPORTS.iter().find(|(row, _)| *row == construction).map_or(50, |&(_, share)| share)
}
