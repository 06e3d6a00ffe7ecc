//! Words whose part is known from a list: pronouns, prepositions, auxiliaries, and nouns that end like something else.

use super::Tag;
use crate::quotes::grammar::{is_determiner, is_preposition};

/// Determiners that are pronouns where no noun follows.
pub(super) fn stands_alone(lower: &str) -> bool {
    matches!(
        lower,
        "this"
            | "these"
            | "those"
            | "some"
            | "many"
            | "most"
            | "all"
            | "both"
            | "several"
            | "few"
            | "another"
            | "any"
            | "each"
            | "one"
            | "her"
            | "neither"
            | "either"
            | "such"
            | "much"
            | "more"
            | "two"
            | "three"
            | "four"
            | "five"
    )
}

/// The part of the words of closed classes.
pub(super) fn closed(lower: &str) -> Option<Tag> {
    Some(match lower {
        "six" | "seven" | "eight" | "nine" | "ten" | "eleven" | "twelve" | "twenty" | "thirty" | "forty" | "fifty" => Tag::Number,
        "that" => Tag::That,
        "to" => Tag::To,
        "and" | "or" | "nor" | "but" | "&" => Tag::Conjunction,
        "because" | "while" | "although" | "though" | "whereas" | "whether" | "if" | "unless" | "when" | "where" | "how" | "why"
        | "what" | "once" | "lest" | "whenever" | "wherever" | "whatever" | "as" => Tag::Subordinator,
        "who" | "which" | "whom" | "whose" => Tag::Relative,
        "is" | "are" | "was" | "were" | "am" | "has" | "have" | "had" | "do" | "does" | "did" | "isn't" | "aren't" | "wasn't"
        | "weren't" | "hasn't" | "haven't" | "hadn't" | "don't" | "doesn't" | "didn't" | "isn’t" | "aren’t" | "wasn’t" | "weren’t"
        | "hasn’t" | "haven’t" | "hadn’t" | "don’t" | "doesn’t" | "didn’t" | "ain't" | "ain’t" => Tag::Auxiliary,
        "be" => Tag::Base,
        "been" => Tag::Participle,
        "being" => Tag::Gerund,
        "will" | "would" | "can" | "could" | "may" | "might" | "must" | "should" | "shall" | "cannot" | "won't" | "can't" | "wouldn't"
        | "couldn't" | "shouldn't" | "won’t" | "can’t" | "wouldn’t" | "couldn’t" | "shouldn’t" => Tag::Modal,
        "i" | "we" | "you" | "he" | "she" | "they" | "it" | "there" | "nobody" | "everyone" | "everybody" | "someone" | "somebody"
        | "anyone" | "nothing" | "something" | "everything" | "anything" | "others" | "none" => Tag::Pronoun,
        "me" | "us" | "him" | "them" | "himself" | "herself" | "themselves" | "itself" | "myself" | "ourselves" | "yourself" => {
            Tag::ObjectPronoun
        }
        "not" | "never" | "n't" | "very" | "so" | "too" | "quite" | "rather" | "almost" | "ever" | "here" | "perhaps" | "maybe"
        | "anyway" | "ago" | "away" | "back" | "together" | "soon" | "well" | "sometimes" | "yet" | "else" | "otherwise" | "therefore"
        | "thus" | "indeed" => Tag::Adverb,
        "of" | "than" | "upon" | "toward" | "towards" | "behind" | "beyond" | "above" | "below" | "around" | "along" | "off" | "onto"
        | "into" | "out" | "up" | "down" | "per" | "throughout" | "except" | "besides" | "regarding" | "beside" | "beneath" | "versus" => {
            Tag::Preposition
        }
        "enough" | "own" | "same" | "new" | "old" | "good" | "bad" | "big" | "high" | "low" | "large" | "small" | "great" | "last"
        | "next" | "young" | "right" | "true" | "sure" | "ready" | "willing" | "likely" | "able" | "former" | "first" | "second"
        | "fresh" | "strong" | "tough" | "major" | "senior" | "huge" | "vast" | "brief" | "rare" | "severe" | "intense" | "recent"
        | "current" | "frequent" | "violent" | "urgent" | "joint" | "wide" | "broad" | "deep" | "cheap" | "strict" | "harsh" | "fierce"
        | "bitter" | "proper" | "modern" | "foreign" | "urban" | "sudden" | "bigger" | "larger" | "smaller" | "stronger" | "greater"
        | "key" => Tag::Adjective,
        _ if is_determiner(lower) => Tag::Determiner,
        _ if is_preposition(lower) => Tag::Preposition,
        _ => return None,
    })
}

/// Pronouns with a verb glued to them, and negated verbs.
pub(super) fn contraction(lower: &str) -> Option<Tag> {
    let at = lower.find(['\'', '’'])?;
    let (head, tail) = lower.split_at(at);
    let tail = tail.trim_start_matches(['\'', '’']);
    match tail {
        "re" | "ve" | "ll" | "d" | "m" => {
            let pronoun = matches!(head, "i" | "we" | "you" | "he" | "she" | "they" | "it" | "that" | "there" | "who" | "what");
            pronoun.then_some(Tag::Contraction)
        }
        "t" if head.ends_with('n') => Some(Tag::Modal),
        _ => None,
    }
}

/// Nouns that end like adjectives.
pub(super) fn is_noun_like_adjective(lower: &str) -> bool {
    matches!(
        lower,
        "official"
            | "rival"
            | "liberal"
            | "trial"
            | "deal"
            | "proposal"
            | "criminal"
            | "professional"
            | "individual"
            | "general"
            | "capital"
            | "hospital"
            | "journal"
            | "festival"
            | "arrival"
            | "approval"
            | "denial"
            | "appeal"
            | "removal"
            | "survival"
            | "signal"
            | "editorial"
            | "intellectual"
            | "executive"
            | "representative"
            | "detective"
            | "native"
            | "conservative"
            | "relative"
            | "initiative"
            | "objective"
            | "motive"
            | "narrative"
            | "operative"
            | "critic"
            | "republic"
            | "topic"
            | "traffic"
            | "music"
            | "public"
            | "mechanic"
            | "academic"
            | "skeptic"
            | "sceptic"
            | "cleric"
            | "table"
            | "cable"
            | "vegetable"
            | "goal"
            | "portal"
            | "animal"
            | "metal"
            | "meal"
            | "coal"
            | "principal"
            | "arsenal"
            | "tribunal"
            | "statistic"
            | "hive"
            | "archive"
            | "clinic"
            | "fabric"
            | "panic"
            | "mosaic"
            | "finish"
            | "fish"
            | "dish"
    )
}

/// Nouns that look like participles.
pub(super) fn is_noun_in_ing(lower: &str) -> bool {
    matches!(
        lower,
        "during"
            | "nothing"
            | "something"
            | "anything"
            | "everything"
            | "morning"
            | "evening"
            | "building"
            | "meeting"
            | "thing"
            | "king"
            | "spring"
            | "string"
            | "ring"
            | "wing"
            | "hearing"
            | "briefing"
            | "ceiling"
            | "wedding"
            | "offering"
            | "opening"
            | "setting"
            | "feeling"
    )
}
