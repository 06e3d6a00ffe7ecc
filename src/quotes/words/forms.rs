//! Which forms of a verb a word may be, from the lists of base forms.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::quotes::cues;

/// A set of forms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Forms(u8);

impl Forms {
    pub(super) const BASE: Forms = Forms(1);
    pub(super) const THIRD: Forms = Forms(2);
    pub(super) const PAST: Forms = Forms(4);
    pub(super) const PARTICIPLE: Forms = Forms(8);
    pub(super) const GERUND: Forms = Forms(16);
    /// A noun has the same shape.
    pub(super) const NOUN: Forms = Forms(32);

    pub(super) const fn and(self, other: Forms) -> Forms {
        Forms(self.0 | other.0)
    }

    pub(super) const fn has(self, other: Forms) -> bool {
        self.0 & other.0 == other.0
    }

    pub(super) const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

const REGULAR: &str = include_str!("verbs.txt");
const IRREGULAR: &str = include_str!("irregular.txt");
const NOUNS: &str = include_str!("nouns.txt");

static FORMS: LazyLock<HashMap<Box<str>, Forms>> = LazyLock::new(|| {
    let mut forms: HashMap<Box<str>, Forms> = HashMap::new();
    let mut add = |word: &str, form: Forms| {
        let known = forms.entry(word.into()).or_default();
        *known = known.and(form);
    };
    let lines = |table: &'static str| table.lines().filter(|line| !line.starts_with('#'));
    for base in lines(REGULAR).flat_map(str::split_whitespace) {
        add(base, Forms::BASE);
        add(&third(base), Forms::THIRD);
        for stem in stems(base) {
            add(&format!("{stem}ed"), Forms::PAST.and(Forms::PARTICIPLE));
            add(&format!("{stem}ing"), Forms::GERUND);
        }
        if let Some(stem) = base.strip_suffix('y').filter(|stem| !stem.ends_with(is_vowel)) {
            add(&format!("{stem}ied"), Forms::PAST.and(Forms::PARTICIPLE));
        }
    }
    for line in lines(IRREGULAR) {
        let mut words = line.split(' ');
        if let (Some(base), Some(past), Some(participle)) = (words.next(), words.next(), words.next()) {
            add(base, Forms::BASE);
            add(&third(base), Forms::THIRD);
            add(past, Forms::PAST);
            add(participle, Forms::PARTICIPLE);
            for stem in stems(base) {
                add(&format!("{stem}ing"), Forms::GERUND);
            }
        }
    }
    for noun in lines(NOUNS).flat_map(str::split_whitespace) {
        add(noun, Forms::NOUN);
        add(&third(noun), Forms::NOUN);
    }
    for (word, form) in cues::forms() {
        add(
            word,
            match form {
                cues::Form::Base => Forms::BASE,
                cues::Form::Third => Forms::THIRD,
                cues::Form::Past => Forms::PAST,
                cues::Form::Gerund => Forms::GERUND,
            },
        );
    }
    forms
});

/// The forms that `lower` may be, none if it is no verb that the lists know.
pub(super) fn of(lower: &str) -> Forms {
    FORMS.get(lower).copied().unwrap_or_default()
}

fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u')
}

fn third(base: &str) -> String {
    let sibilant = ["s", "x", "z", "ch", "sh", "o"].iter().any(|ending| base.ends_with(ending));
    match base.strip_suffix('y') {
        Some(stem) if !stem.ends_with(is_vowel) => format!("{stem}ies"),
        _ if sibilant => format!("{base}es"),
        _ => format!("{base}s"),
    }
}

/// What -ed and -ing are added to: without a last e, and, behind a single vowel, with the last letter doubled too.
fn stems(base: &str) -> Vec<String> {
    if let Some(stem) = base.strip_suffix('e').filter(|stem| !stem.ends_with('e')) {
        return vec![stem.to_owned()];
    }
    let mut letters = base.chars().rev();
    let doubled = match (letters.next(), letters.next(), letters.next()) {
        (Some(last), Some(vowel), third) if !is_vowel(last) && !matches!(last, 'w' | 'x' | 'y') && is_vowel(vowel) => {
            !third.is_some_and(is_vowel)
        }
        _ => false,
    };
    if doubled { vec![base.to_owned(), format!("{base}{}", &base[base.len() - 1..])] } else { vec![base.to_owned()] }
}
