//! How sure a quotation between marks is, by how it was found.
//!
//! The table says what share of the quotations of each kind are right: a quotation of a news article overlaps somebody's words
//! as people marked them by four fifths (IoU 0.8). Measured on the 840 political news articles of PolNeAR's training part
//! (`score.py quotes` reads the same), and drawn towards its neighbours where there were fewer than thirty of a kind.

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
    (Path::Behind, 97, 70),
    (Path::InFront, 85, 60),
    (Path::Colon, 76, 60),
    (Path::Signed, 90, 80),
    (Path::Turn, 80, 60),
    (Path::Clause, 68, 50),
    (Path::Rest, 90, 60),
    (Path::Opening, 70, 60),
    (Path::Label, 60, 50),
    (Path::SameBlock, 97, 65),
    (Path::NextBlock, 78, 55),
    (Path::Continued, 75, 65),
    (Path::Near, 70, 55),
    (Path::Around, 75, 55),
    (Path::Repeated, 70, 60),
    (Path::Nobody, 51, 30),
    (Path::Scare, 65, 30),
];

/// The confidence of a quotation found by `path`, in hundredths.
pub(super) fn of(path: Path, mark: &Marked) -> u16 {
    let closed = mark.close.is_some() || mark.set_apart;
    SHARES.iter().find(|(row, ..)| *row == path).map_or(50, |&(_, closes, open)| if closed { closes } else { open })
}
