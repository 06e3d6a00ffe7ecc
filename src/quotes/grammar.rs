//! The closed word classes of English that the light parse rests on. All words in lower case.

use crate::lists::list;

/// I, we, you, he, she, they and it, as subjects.
pub(super) fn is_subject_pronoun(word: &str) -> bool {
    matches!(word, "i" | "we" | "you" | "he" | "she" | "they" | "it")
}

/// Words that open a noun phrase.
pub(super) fn is_determiner(word: &str) -> bool {
    list!(
        "a|all|an|another|any|both|each|either|every|few|five|four|her|his|its|many|more|most|much|my|neither|no|one|other|our|\
        several|some|such|that|the|their|these|this|those|three|two|your"
    )
    .contains(word)
}

/// Words that stand between a subject and its verb.
pub(super) fn is_auxiliary_or_adverb(word: &str) -> bool {
    list!(
        "again|all|already|also|always|angrily|are|be|been|both|consistently|did|do|does|earlier|even|famously|first|further|had|\
        has|have|herself|himself|however|instead|is|itself|jokingly|just|later|long|meanwhile|nevertheless|nonetheless|now|often|\
        once|only|previously|recently|repeatedly|simply|since|still|themselves|then|there|today|tonight|too|was|were|yesterday"
    )
    .contains(word)
        || word.ends_with("ly")
            && word.len() > 4
            && !list!(
                "ally|assembly|billy|bully|daily|early|emily|family|holy|italy|july|kelly|molly|monopoly|rally|reply|sally|supply|\
            weekly"
            )
            .contains(word)
}

/// Auxiliaries behind which a past participle is passive: "was told", "is said to".
pub(super) fn is_passive_auxiliary(word: &str) -> bool {
    list!("are|as|be|been|being|get|got|if|is|was|were|when").contains(word)
}

/// Words that keep a verb from reporting what was said: "would say", "did not say", "to say", "declined to comment".
pub(super) fn is_unreal(word: &str) -> bool {
    list!("can|cannot|could|let|may|might|must|n't|never|not|shall|should|to|would").contains(word)
        || word.ends_with("n't")
        || word.ends_with("n’t")
}

/// Conjunctions that open a clause of their own.
pub(super) fn is_conjunction(word: &str) -> bool {
    list!("after|although|and|as|because|before|but|if|once|or|since|so|though|unless|until|when|where|whereas|while|yet").contains(word)
}

/// Prepositions that open a phrase beside the subject, in front of it or behind.
pub(super) fn is_preposition(word: &str) -> bool {
    list!(
        "about|across|after|against|ahead|amid|among|as|at|before|between|by|despite|during|following|for|from|in|inside|like|near|\
        on|outside|over|since|through|to|under|unlike|until|via|with|within|without"
    )
    .contains(word)
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
    list!("how|if|what|when|where|whether|which|who|why").contains(word)
}
