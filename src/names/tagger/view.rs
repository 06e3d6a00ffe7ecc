//! What the tagger sees of each token, computed once per document: hashes of the word, of its ends and of its shape, and what
//! the lexicon says of it.
//!
//! Nothing here allocates per token. A token's cost is its length.

use crate::document::Role;
use crate::names::titles::is_title;
use crate::segment::{Case, Kind, Segments};

/// What the lexicon says of one token.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Hint(pub u16);

impl Hint {
    /// The token begins a name that the lexicon knows.
    pub const BEGINS: u16 = 1 << 6;
    /// That name has several tokens.
    pub const SEVERAL: u16 = 1 << 7;
    /// The token is a given name.
    pub const GIVEN: u16 = 1 << 8;
    /// The token is a family name.
    #[cfg(feature = "training")]
    pub const FAMILY: u16 = 1 << 9;
    /// The token alone names a place.
    #[cfg(feature = "training")]
    pub const PLACE: u16 = 1 << 10;
    /// The token alone names an organisation.
    #[cfg(feature = "training")]
    pub const ORGANIZATION: u16 = 1 << 11;

    /// The types that the lexicon knows the covering name by, as a set of indices of [`TYPES`](super::tags::TYPES).
    pub const fn kinds(self) -> u16 {
        self.0 & 0x3F
    }
}

/// One token as the tagger sees it. Hashes are zero where there is nothing to hash.
#[derive(Debug, Clone, Copy)]
pub struct Word {
    /// Hash of the word with ASCII letters in lower case.
    pub lower: u64,
    /// Hash of its shape: runs of capitals, small letters and digits, cut at two.
    pub shape: u64,
    /// Hashes of the first two, three and four characters.
    pub prefixes: [u64; 3],
    /// Hashes of the last two, three and four characters.
    pub suffixes: [u64; 3],
    /// What kind of token it is.
    pub kind: Kind,
    /// How it is cased.
    pub case: Case,
    /// Whether its first letter is a capital.
    pub is_capitalised: bool,
    /// Whether it stands before people's names as a title or role.
    pub is_title: bool,
    /// Whether it is a hyphen with no space on either side.
    pub is_inner_hyphen: bool,
    /// What the lexicon says of it.
    pub hint: Hint,
    /// Its clusters of similar words, a large and a small one; zero is none.
    pub clusters: [u16; 2],
}

/// How a sentence is cased as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Casing {
    /// As running text is.
    Running,
    /// Most words capitalised, as in a headline.
    Title,
    /// Most words in capitals.
    Capitals,
}

const SEED: u64 = 0x243F_6A88_85A3_08D3;
const STEP: u64 = 0x9E37_79B9_7F4A_7C15;

const fn step(hash: u64, value: u64) -> u64 {
    let mixed = (hash ^ value).wrapping_mul(STEP);
    mixed ^ (mixed >> 29)
}

/// The hash that a word is known by in the tables of the weights file: of its characters, ASCII letters in lower case, without
/// the full stop of an abbreviation, so that "Mr" and "Mr." are one word.
pub fn word_hash(lower: &str) -> u64 {
    lower.strip_suffix('.').unwrap_or(lower).chars().fold(SEED, |hash, character| step(hash, character as u64))
}

fn shape_class(character: char) -> u64 {
    match character {
        'a'..='z' => 1,
        'A'..='Z' => 2,
        '0'..='9' => 3,
        c if c.is_uppercase() => 2,
        c if c.is_alphabetic() => 1,
        c => 16 + c as u64,
    }
}

fn shape_hash(word: &str) -> u64 {
    let (mut hash, mut last, mut run) = (SEED, 0, 0);
    for class in word.chars().map(shape_class) {
        run = if class == last { run + 1 } else { 1 };
        last = class;
        if run <= 2 {
            hash = step(hash, class);
        }
    }
    hash
}

fn ends(characters: impl Iterator<Item = char>) -> [u64; 3] {
    let mut hashes = [0; 3];
    let mut hash = SEED;
    for (count, character) in characters.take(4).enumerate() {
        hash = step(hash, character as u64);
        if count >= 1 {
            hashes[count - 1] = hash;
        }
    }
    hashes
}

/// The words of a document; `hints` has one entry for each token, `clusters` knows words by [`word_hash`].
pub fn words(segments: &Segments<'_>, hints: &[Hint], clusters: impl Fn(u64) -> [u16; 2]) -> Vec<Word> {
    let word = |(index, token): (usize, &crate::segment::Token)| {
        let lower = segments.lower(index);
        let hash = word_hash(lower);
        Word {
            lower: hash,
            shape: shape_hash(segments.word(index)),
            prefixes: ends(lower.chars()),
            suffixes: ends(lower.chars().rev()),
            kind: token.kind,
            case: token.case,
            is_capitalised: token.is_capitalised,
            is_title: is_title(lower),
            is_inner_hyphen: matches!(segments.word(index), "-" | "\u{2010}" | "\u{2011}")
                && segments.is_glued(index)
                && segments.is_glued(index + 1),
            hint: hints.get(index).copied().unwrap_or_default(),
            clusters: clusters(hash),
        }
    };
    segments.tokens.iter().enumerate().map(word).collect()
}

/// How the words of one sentence are cased as a whole. Short sentences are running text: four words prove nothing.
pub fn casing(words: &[Word], role: Role) -> Casing {
    let (mut all, mut capitalised, mut upper) = (0, 0, 0);
    for word in words.iter().filter(|word| word.kind == Kind::Word) {
        all += 1;
        capitalised += usize::from(word.is_capitalised);
        upper += usize::from(matches!(word.case, Case::Upper | Case::Initial));
    }
    let least = if role == Role::Headline { 3 } else { 5 };
    if all >= least && upper * 10 >= all * 7 {
        Casing::Capitals
    } else if all >= least && capitalised * 10 >= all * 7 {
        Casing::Title
    } else {
        Casing::Running
    }
}

/// How many tokens from a capital a token may stand and still be part of a name: "Bank of the West", "al-Qaida".
const REACH: usize = 2;

/// Marks the tokens of a sentence that may be part of a name: those near a capital. The others are outside without asking.
pub fn candidates(words: &[Word], marks: &mut Vec<bool>) {
    marks.clear();
    marks.resize(words.len(), false);
    for (index, word) in words.iter().enumerate() {
        if word.is_capitalised || word.case == Case::Mixed {
            let end = (index + REACH + 1).min(words.len());
            marks[index.saturating_sub(REACH)..end].fill(true);
        }
    }
}
