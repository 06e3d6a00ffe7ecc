//! The words that a summary puts around what an article says.
//!
//! They are the caller's, since the languages of the interface live in the browser's shell; English is here.

/// What each word is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Label {
    Language,
    Direction,
    Untitled,
    Quotations,
    Nobody,
    Unstated,
    Probably,
    Reported,
    People,
    Organizations,
    Mentions,
    Timeline,
    Made,
}

/// By [`Label`]: the key that callers know it by, and the word in English.
const ENGLISH: [(&str, &str); 13] = [
    ("language", "en"),
    ("direction", "ltr"),
    ("untitled", "Article"),
    ("quotations", "Who says what"),
    ("nobody", "Nobody is quoted."),
    ("unstated", "Speaker not identified"),
    ("probably", "speaker not stated, probably this one"),
    ("reported", "reported speech"),
    ("people", "People"),
    ("organizations", "Organisations"),
    ("mentions", "Mentions"),
    ("timeline", "Timeline"),
    ("made", "Made with"),
];

/// The words of a summary, in one language: English, unless others are given.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Labels {
    /// In the order of [`ENGLISH`], or none at all.
    words: Vec<Option<String>>,
}

impl Labels {
    /// The words that `word` gives for each key; English stands for what it does not give.
    ///
    /// | key | in English | where |
    /// | --- | --- | --- |
    /// | `language` | en | the language of these words, as a BCP 47 tag |
    /// | `direction` | ltr | the direction that they run in: `ltr` or `rtl` |
    /// | `untitled` | Article | in place of a headline, where there is none |
    /// | `quotations` | Who says what | above the quotations |
    /// | `nobody` | Nobody is quoted. | in their place, where there are none |
    /// | `unstated` | Speaker not identified | above those whose speaker is not known |
    /// | `probably` | speaker not stated, probably this one | beside one whose speaker only follows from the surroundings |
    /// | `reported` | reported speech | beside one that is not in the speaker's own words, or only partly |
    /// | `people`, `organizations` | People, Organisations | above them |
    /// | `mentions` | Mentions | above how often each is named |
    /// | `timeline` | Timeline | above the sentences that say when |
    /// | `made` | Made with | before the name and version of this program |
    pub fn from_words(word: impl Fn(&str) -> Option<String>) -> Labels {
        Labels { words: ENGLISH.iter().map(|(key, _)| word(key)).collect() }
    }

    pub(super) fn word(&self, label: Label) -> &str {
        let given = self.words.get(label as usize).and_then(Option::as_deref);
        given.unwrap_or(ENGLISH[label as usize].1)
    }
}
