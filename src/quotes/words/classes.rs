//! Words whose part is known from a list: pronouns, prepositions, auxiliaries, and nouns that end like something else.

use super::Tag;
use crate::lists::{List, list};
use crate::quotes::grammar::{is_determiner, is_preposition};

/// Determiners that are pronouns where no noun follows.
pub(super) fn stands_alone(lower: &str) -> bool {
    list!(
        "all|another|any|both|each|either|few|five|four|her|many|more|most|much|neither|one|several|some|such|these|this|those|\
        three|two"
    )
    .contains(lower)
}

/// The words of closed classes, and of each the letter of its class.
const CLOSED: &List = list!(
    "&=c|able=j|above=i|ago=v|ain't=x|ain’t=x|almost=v|along=i|although=s|am=x|and=c|anyone=n|anything=n|anyway=v|are=x|aren't=x|\
    aren’t=x|around=i|as=s|away=v|back=v|bad=j|be=b|because=s|been=p|behind=i|being=g|below=i|beneath=i|beside=i|besides=i|\
    beyond=i|big=j|bigger=j|bitter=j|brief=j|broad=j|but=c|can=m|can't=m|cannot=m|can’t=m|cheap=j|could=m|couldn't=m|couldn’t=m|\
    current=j|deep=j|did=x|didn't=x|didn’t=x|do=x|does=x|doesn't=x|doesn’t=x|don't=x|don’t=x|down=i|eight=#|eleven=#|else=v|\
    enough=j|ever=v|everybody=n|everyone=n|everything=n|except=i|fierce=j|fifty=#|first=j|foreign=j|former=j|forty=#|frequent=j|\
    fresh=j|good=j|great=j|greater=j|had=x|hadn't=x|hadn’t=x|harsh=j|has=x|hasn't=x|hasn’t=x|have=x|haven't=x|haven’t=x|he=n|\
    here=v|herself=o|high=j|him=o|himself=o|how=s|huge=j|i=n|if=s|indeed=v|intense=j|into=i|is=x|isn't=x|isn’t=x|it=n|itself=o|\
    joint=j|key=j|large=j|larger=j|last=j|lest=s|likely=j|low=j|major=j|may=m|maybe=v|me=o|might=m|modern=j|must=m|myself=o|n't=v|\
    never=v|new=j|next=j|nine=#|nobody=n|none=n|nor=c|not=v|nothing=n|of=i|off=i|old=j|once=s|onto=i|or=c|others=n|otherwise=v|\
    ourselves=o|out=i|own=j|per=i|perhaps=v|proper=j|quite=v|rare=j|rather=v|ready=j|recent=j|regarding=i|right=j|same=j|second=j|\
    senior=j|seven=#|severe=j|shall=m|she=n|should=m|shouldn't=m|shouldn’t=m|six=#|small=j|smaller=j|so=v|somebody=n|someone=n|\
    something=n|sometimes=v|soon=v|strict=j|strong=j|stronger=j|sudden=j|sure=j|ten=#|than=i|that=T|them=o|themselves=o|there=n|\
    therefore=v|they=n|thirty=#|though=s|throughout=i|thus=v|to=t|together=v|too=v|tough=j|toward=i|towards=i|true=j|twelve=#|\
    twenty=#|unless=s|up=i|upon=i|urban=j|urgent=j|us=o|vast=j|versus=i|very=v|violent=j|was=x|wasn't=x|wasn’t=x|we=n|well=v|\
    were=x|weren't=x|weren’t=x|what=s|whatever=s|when=s|whenever=s|where=s|whereas=s|wherever=s|whether=s|which=r|while=s|who=r|\
    whom=r|whose=r|why=s|wide=j|will=m|willing=j|won't=m|won’t=m|would=m|wouldn't=m|wouldn’t=m|yet=v|you=n|young=j|yourself=o"
);

/// What the letters stand for.
const CLASSES: [(&str, Tag); 16] = [
    ("#", Tag::Number),
    ("T", Tag::That),
    ("t", Tag::To),
    ("c", Tag::Conjunction),
    ("s", Tag::Subordinator),
    ("r", Tag::Relative),
    ("x", Tag::Auxiliary),
    ("b", Tag::Base),
    ("p", Tag::Participle),
    ("g", Tag::Gerund),
    ("m", Tag::Modal),
    ("n", Tag::Pronoun),
    ("o", Tag::ObjectPronoun),
    ("v", Tag::Adverb),
    ("i", Tag::Preposition),
    ("j", Tag::Adjective),
];

/// The part of the words of closed classes.
pub(super) fn closed(lower: &str) -> Option<Tag> {
    let known = CLOSED.get(lower).and_then(|letter| CLASSES.iter().find(|(known, _)| *known == letter)).map(|(_, tag)| *tag);
    known.or_else(|| is_determiner(lower).then_some(Tag::Determiner)).or_else(|| is_preposition(lower).then_some(Tag::Preposition))
}

/// Pronouns with a verb glued to them, and negated verbs.
pub(super) fn contraction(lower: &str) -> Option<Tag> {
    let at = lower.find(['\'', '’'])?;
    let (head, tail) = lower.split_at(at);
    let tail = tail.trim_start_matches(['\'', '’']);
    match tail {
        "re" | "ve" | "ll" | "d" | "m" => {
            let pronoun = list!("he|i|it|she|that|there|they|we|what|who|you").contains(head);
            pronoun.then_some(Tag::Contraction)
        }
        "t" if head.ends_with('n') => Some(Tag::Modal),
        _ => None,
    }
}

/// Nouns that end like adjectives.
pub(super) fn is_noun_like_adjective(lower: &str) -> bool {
    list!(
        "academic|animal|appeal|approval|archive|arrival|arsenal|cable|capital|cleric|clinic|coal|conservative|criminal|critic|\
        deal|denial|detective|dish|editorial|executive|fabric|festival|finish|fish|general|goal|hive|hospital|individual|\
        initiative|intellectual|journal|liberal|meal|mechanic|metal|mosaic|motive|music|narrative|native|objective|official|\
        operative|panic|portal|principal|professional|proposal|public|relative|removal|representative|republic|rival|sceptic|\
        signal|skeptic|statistic|survival|table|topic|traffic|trial|tribunal|vegetable"
    )
    .contains(lower)
}

/// Nouns that look like participles.
pub(super) fn is_noun_in_ing(lower: &str) -> bool {
    list!(
        "anything|briefing|building|ceiling|during|evening|everything|feeling|hearing|king|meeting|morning|nothing|offering|\
        opening|ring|setting|something|spring|string|thing|wedding|wing"
    )
    .contains(lower)
}
