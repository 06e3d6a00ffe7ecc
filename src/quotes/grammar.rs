//! The closed word classes of English that the light parse rests on. All words in lower case.

/// I, we, you, he, she, they and it, as subjects.
pub(super) fn is_subject_pronoun(word: &str) -> bool {
    matches!(word, "i" | "we" | "you" | "he" | "she" | "they" | "it")
}

/// Words that open a noun phrase.
pub(super) fn is_determiner(word: &str) -> bool {
    matches!(
        word,
        "the"
            | "a"
            | "an"
            | "this"
            | "that"
            | "these"
            | "those"
            | "his"
            | "her"
            | "their"
            | "its"
            | "our"
            | "my"
            | "your"
            | "some"
            | "many"
            | "most"
            | "all"
            | "both"
            | "several"
            | "few"
            | "other"
            | "another"
            | "any"
            | "no"
            | "each"
            | "every"
            | "one"
            | "two"
            | "three"
            | "four"
            | "five"
            | "more"
            | "neither"
            | "either"
            | "such"
            | "much"
    )
}

/// Words that stand between a subject and its verb.
pub(super) fn is_auxiliary_or_adverb(word: &str) -> bool {
    matches!(
        word,
        "has"
            | "have"
            | "had"
            | "also"
            | "later"
            | "then"
            | "earlier"
            | "still"
            | "now"
            | "already"
            | "again"
            | "just"
            | "only"
            | "once"
            | "often"
            | "however"
            | "too"
            | "even"
            | "first"
            | "today"
            | "yesterday"
            | "itself"
            | "himself"
            | "herself"
            | "themselves"
            | "both"
            | "all"
            | "nonetheless"
            | "nevertheless"
            | "meanwhile"
            | "previously"
            | "recently"
            | "repeatedly"
            | "consistently"
            | "always"
            | "long"
            | "since"
            | "further"
            | "simply"
            | "instead"
            | "is"
            | "are"
            | "was"
            | "were"
            | "been"
            | "be"
            | "did"
            | "does"
            | "do"
            | "famously"
            | "tonight"
            | "there"
            | "jokingly"
            | "angrily"
    ) || word.ends_with("ly")
        && word.len() > 4
        && !matches!(
            word,
            "family"
                | "ally"
                | "italy"
                | "assembly"
                | "july"
                | "reply"
                | "supply"
                | "daily"
                | "weekly"
                | "bully"
                | "rally"
                | "monopoly"
                | "emily"
                | "kelly"
                | "sally"
                | "billy"
                | "holy"
                | "molly"
                | "early"
        )
}

/// Auxiliaries behind which a past participle is passive: "was told", "is said to".
pub(super) fn is_passive_auxiliary(word: &str) -> bool {
    matches!(word, "is" | "are" | "was" | "were" | "been" | "be" | "being" | "get" | "got" | "as" | "when" | "if")
}

/// Words that keep a verb from reporting what was said: "would say", "did not say", "to say", "declined to comment".
pub(super) fn is_unreal(word: &str) -> bool {
    matches!(
        word,
        "to" | "would" | "could" | "should" | "can" | "might" | "may" | "must" | "not" | "never" | "cannot" | "shall" | "let" | "n't"
    ) || word.ends_with("n't")
        || word.ends_with("n’t")
}

/// Conjunctions that open a clause of their own.
pub(super) fn is_conjunction(word: &str) -> bool {
    matches!(
        word,
        "but"
            | "and"
            | "while"
            | "although"
            | "though"
            | "whereas"
            | "as"
            | "because"
            | "after"
            | "before"
            | "when"
            | "since"
            | "if"
            | "unless"
            | "until"
            | "or"
            | "so"
            | "yet"
            | "where"
            | "once"
    )
}

/// Prepositions that open a phrase beside the subject, in front of it or behind.
pub(super) fn is_preposition(word: &str) -> bool {
    matches!(
        word,
        "on" | "in"
            | "at"
            | "after"
            | "before"
            | "during"
            | "following"
            | "by"
            | "from"
            | "since"
            | "under"
            | "amid"
            | "despite"
            | "ahead"
            | "with"
            | "for"
            | "to"
            | "about"
            | "through"
            | "via"
            | "near"
            | "outside"
            | "inside"
            | "as"
            | "over"
            | "against"
            | "among"
            | "between"
            | "until"
            | "like"
            | "unlike"
            | "without"
            | "within"
            | "across"
    )
}

/// Prepositions that go on with a noun phrase: "a spokesman for the group", "the mayor of London".
pub(super) fn is_phrase_preposition(word: &str) -> bool {
    matches!(word, "of" | "for" | "from" | "with")
}

/// Relative pronouns.
pub(super) fn is_relative(word: &str) -> bool {
    matches!(word, "who" | "which" | "whom" | "whose")
}

/// Question words and "whether", which open reported questions.
pub(super) fn is_question_word(word: &str) -> bool {
    matches!(word, "whether" | "if" | "why" | "how" | "what" | "when" | "where" | "who" | "which")
}
