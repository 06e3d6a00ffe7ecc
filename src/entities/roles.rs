//! What the article calls somebody besides the name: the title in front, or the apposition on either side.
//!
//! The fullest one becomes the entity's role; all are kept, so that "the minister" can be looked up among them. An organisation
//! has a role only where an apposition with an article says what it is. Titles also tell a person's gender, and appositions
//! the age, as evidence for whom a phrase means, never as output. Cost: linear in the names, each looking at a few words.

use std::ops::Range;

use super::Cluster;
use super::nouns::{gender_of_noun, is_kin, is_modifier, is_organization_noun, is_person_noun, is_plain_preposition};
use crate::annotations::EntityType;
use crate::lexicon::{Gender, Lexicon};
use crate::lists::list;
use crate::names::Name;
use crate::segment::{Kind, Segments, TokenIndex};

/// Words that a role may take; a longer phrase is not one any more.
const LONGEST: usize = 14;

/// Words of an apposition among which the noun stands that says what somebody is.
const HEAD_WITHIN: usize = 7;

/// Forms of address, which are no role.
fn is_address(lower: &str) -> bool {
    list!("dame|dr|dr.|hon.|lady|lord|madam|madame|miss|mr|mr.|mrs|mrs.|ms|ms.|sir").contains(lower)
}

fn is_article(lower: &str) -> bool {
    matches!(lower, "the" | "a" | "an")
}

/// Fills in what persons and organisations are called, and of persons the gender and age.
pub(super) fn describe(segments: &Segments<'_>, lexicon: &Lexicon, names: &[Name], titles: &Titles, clusters: &mut [Cluster<'_>]) {
    let reader = Reader { segments, names };
    for cluster in clusters.iter_mut() {
        let mut called = None;
        for at in 0..cluster.names.len() {
            let Some(&index) = cluster.names.get(at) else { continue };
            match cluster.kind {
                EntityType::Person => {
                    let title = titles.get(index).cloned().flatten();
                    let phrases = [title.clone(), reader.apposition_behind(index), reader.apposition_in_front(index)];
                    let address = reader.gender_of_address(index);
                    for phrase in phrases.into_iter().flatten() {
                        let noun = phrase.clone().find(|&at| is_person_noun(segments.lower(at))).map_or("", |at| segments.lower(at));
                        called = called.or_else(|| gender_of_noun(noun));
                        // Whose wife somebody is does not tell what she is.
                        if !is_kin(noun) {
                            cluster.call(reader.role(phrase));
                        }
                    }
                    cluster.gender = cluster.gender.or(address);
                    cluster.age = cluster.age.or_else(|| reader.age(index, title));
                }
                EntityType::Organization => {
                    if let Some(phrase) = reader.apposition_of_organization(index) {
                        cluster.call(reader.role(phrase));
                    }
                }
                _ => {}
            }
        }
        if cluster.kind == EntityType::Person && cluster.gender.is_none() {
            // A title is surer than a given name, which may be anybody's.
            let given = || {
                let full = cluster.names.iter().map(|&index| &names[index]).filter(|name| name.tokens.len() > 1);
                full.filter_map(|name| lexicon.gender(segments.word(name.tokens.start))).next()
            };
            cluster.gender = called.or_else(given);
        }
    }
}

/// The tokens of the title in front of each name, if it is a person's and has one: "Kenyan Foreign Minister".
pub(super) type Titles = Vec<Option<Range<TokenIndex>>>;

/// Reads the titles in front of all names.
pub(super) fn titles(segments: &Segments<'_>, names: &[Name]) -> Titles {
    let reader = Reader { segments, names };
    names.iter().enumerate().map(|(index, name)| if name.kind == EntityType::Person { reader.title(index) } else { None }).collect()
}

struct Reader<'a, 'd> {
    segments: &'a Segments<'d>,
    names: &'a [Name],
}

impl Reader<'_, '_> {
    /// The phrase as it is written, but for the capital that the start of a sentence asks for.
    fn role(&self, tokens: Range<TokenIndex>) -> String {
        let segments = self.segments;
        let starts = self.sentence(tokens.start).start == tokens.start && self.name_at(tokens.start).is_none();
        // "Secretary of State" keeps its capital, "Head of the school" does not.
        let mut others = tokens.clone().skip(1).filter(|&at| !matches!(segments.lower(at), "of" | "for" | "to" | "and" | "the"));
        let is_plain = others.next().is_some_and(|at| !segments.tokens[at].is_capitalised);
        let lowered = starts && (is_plain || matches!(segments.lower(tokens.start), "former" | "acting" | "retired"));
        let first = if lowered { segments.lower(tokens.start) } else { segments.word(tokens.start) };
        let whole = segments.slice(segments.span(tokens.clone()));
        let rest = whole.get(segments.word(tokens.start).len()..).unwrap_or_default();
        format!("{first}{rest}").split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn sentence(&self, at: TokenIndex) -> Range<TokenIndex> {
        self.segments.sentences.get(self.segments.sentence_of(at)).map_or(at..at, |sentence| sentence.tokens.clone())
    }

    fn is_word(&self, at: TokenIndex) -> bool {
        self.segments.tokens.get(at).is_some_and(|token| token.kind == Kind::Word)
    }

    fn is_possessive(&self, at: TokenIndex) -> bool {
        self.segments.tokens.get(at).is_some_and(|token| token.kind == Kind::Possessive)
    }

    /// The name that holds the token, with its index.
    fn name_at(&self, at: TokenIndex) -> Option<&Name> {
        let index = self.names.partition_point(|name| name.tokens.end <= at);
        self.names.get(index).filter(|name| name.tokens.contains(&at))
    }

    fn title(&self, index: usize) -> Option<Range<TokenIndex>> {
        let segments = self.segments;
        let name = self.names.get(index)?.tokens.clone();
        let first = self.sentence(name.start).start;
        let (mut start, mut title): (TokenIndex, Option<TokenIndex>) = (name.start, None);
        while start > first && name.start - start < LONGEST {
            let at = start - 1;
            let lower = segments.lower(at);
            let named = self.name_at(at).filter(|other| other.tokens.end <= name.start);
            if let Some(other) = named {
                if other.kind == EntityType::Person {
                    break;
                }
                start = other.tokens.start.max(first);
            } else if self.is_word(at) && is_address(lower) {
                start = at;
            } else if self.is_word(at) && is_person_noun(lower) {
                // "candidate Senator Ada Stone" is a senator.
                let other = title.is_some_and(|noun| segments.tokens[noun].is_capitalised && !segments.tokens[at].is_capitalised);
                if other && segments.lower(start) != "and" {
                    break;
                }
                title = Some(at);
                start = at;
            } else if matches!(lower, "of" | "for" | "to" | "the") && at > first {
                // "an aide to President Ada Stone", "an aide to Ada Stone": what is in front is somebody else's title.
                if title.is_some() || start == name.start {
                    break;
                }
                start = at;
            } else if matches!(lower, "-" | "and") && at > first || self.is_word(at) && self.may_modify(at, first) {
                start = at;
            } else {
                break;
            }
        }
        let noun = title?;
        let start = self.with_modifiers(noun, first);
        let mut end = name.start;
        while end > start
            && (matches!(segments.lower(end - 1), "," | "and" | "of" | "for" | "to" | "the" | "-") || is_address(segments.lower(end - 1)))
        {
            end -= 1;
        }
        (start < end).then_some(start..end)
    }

    /// Whether the word may stand between an office and a name, or in front of an office.
    fn may_modify(&self, at: TokenIndex, first: TokenIndex) -> bool {
        // In a headline a capital says nothing.
        let plain = || self.segments.sentences.get(self.segments.sentence_of(at)).is_some_and(|sentence| !sentence.role.is_title());
        is_modifier(self.segments.lower(at)) || at > first && self.segments.tokens[at].is_capitalised && plain()
    }

    /// Where the phrase begins whose leftmost noun is at `noun`: its modifiers and the names in front belong to it.
    fn with_modifiers(&self, noun: TokenIndex, first: TokenIndex) -> TokenIndex {
        let mut start = noun;
        while start > first && noun - start < LONGEST {
            let at = start - 1;
            let other = self.name_at(at).filter(|other| other.kind != EntityType::Person && other.tokens.start >= first);
            let owned =
                || self.is_possessive(at) && at > first && self.name_at(at - 1).is_some_and(|owner| owner.kind != EntityType::Person);
            let hyphen = || self.segments.word(at) == "-" && at > first && self.is_word(at - 1);
            // "editor-in-chief": what a hyphen joins is one word.
            let joined = || self.is_word(at) && self.segments.word(at + 1) == "-" && self.segments.is_glued(at + 1);
            if let Some(other) = other {
                start = other.tokens.start;
            } else if owned() || hyphen() || joined() || self.is_word(at) && self.may_modify(at, first) {
                start = at;
            } else {
                break;
            }
        }
        // A hyphen, or the "s" of an owner who is no name, begins nothing.
        while start < noun && (self.is_possessive(start) || !self.is_word(start)) {
            start += 1;
        }
        start
    }

    /// The phrase between commas behind the name, if it says what the person is: "Ada Stone, the mayor of Oslo, said".
    fn apposition_behind(&self, index: usize) -> Option<Range<TokenIndex>> {
        let segments = self.segments;
        let name = &self.names.get(index)?.tokens;
        let sentence = self.sentence(name.start);
        let mut from = self.behind_age(name.end, sentence.end)?;
        if segments.lower(from) == "who" && matches!(segments.lower(from + 1), "is" | "was") {
            from += 2;
        }
        let has_article = is_article(segments.lower(from));
        from += usize::from(has_article);
        let close = self.close_of_phrase(from, sentence.end)?;
        let noun = (from..close.min(from + HEAD_WITHIN)).find(|&at| is_person_noun(segments.lower(at)) && self.name_at(at).is_none())?;
        // Without an article the noun must come at once, behind nothing but what belongs to it.
        let opens =
            has_article || (from..noun).all(|at| self.name_at(at).is_some() || self.may_modify(at, sentence.start) || !self.is_word(at));
        let leads = (from..noun).all(|at| !is_connective(segments.lower(at)));
        // "Ada Stone, mayor Ola Tveit and others" is a list.
        let other = self.names.iter().skip(index + 1).take(6).take_while(|other| other.tokens.start < close);
        let is_list =
            other.filter(|other| other.kind == EntityType::Person).any(|other| !is_connective(segments.lower(other.tokens.start - 1)));
        (opens && leads && !is_list).then_some(from..close)
    }

    /// The first token behind the comma and the age that may follow a name.
    fn behind_age(&self, comma: TokenIndex, end: TokenIndex) -> Option<TokenIndex> {
        if self.segments.word(comma) != "," {
            return None;
        }
        let number = self.segments.tokens.get(comma + 1)?.kind == Kind::Number;
        let from = if number && self.segments.word(comma + 2) == "," { comma + 3 } else { comma + 1 };
        (from < end).then_some(from)
    }

    /// The end of a phrase that says what somebody is, where nothing shows that it is a clause.
    fn close_of_phrase(&self, from: TokenIndex, end: TokenIndex) -> Option<TokenIndex> {
        for at in from..end.min(from + LONGEST + 1) {
            let lower = self.segments.lower(at);
            let kind = self.segments.tokens.get(at)?.kind;
            if list!("(|)|,|;|which|who|whose|–|—").contains(lower) || matches!(kind, Kind::Stop | Kind::Mark) {
                return (at > from).then_some(at);
            }
            if list!("are|but|had|has|is|said|says|told|was|were|when|while|will|would").contains(lower) {
                return None;
            }
        }
        (end > from && end - from <= LONGEST).then_some(end)
    }

    /// The phrase in front of the name and a comma: "The group's leader, Ada Stone, said".
    fn apposition_in_front(&self, index: usize) -> Option<Range<TokenIndex>> {
        let segments = self.segments;
        let name = &self.names.get(index)?.tokens;
        let sentence = self.sentence(name.start);
        let comma = name.start.checked_sub(1).filter(|&comma| comma > sentence.start && segments.word(comma) == ",")?;
        let behind = segments.tokens.get(name.end).filter(|_| name.end < sentence.end);
        let closes = behind.is_none_or(|token| token.kind == Kind::Stop || segments.word(name.end) == ",");
        if !closes || matches!(segments.lower(name.end + 1), "and" | "or") {
            return None;
        }
        // Back to the word that opens the phrase: an article, or whose it is.
        let floor = sentence.start.max(comma.saturating_sub(LONGEST));
        let opens = |at: TokenIndex| {
            is_article(segments.lower(at)) || matches!(segments.lower(at), "his" | "her" | "its" | "their") || self.is_possessive(at)
        };
        let noun = (floor..comma).rev().find(|&at| is_person_noun(segments.lower(at)) && self.name_at(at).is_none())?;
        let opening = (floor..noun).rev().find(|&at| opens(at))?;
        let plain = (opening + 1..comma).all(|at| self.is_word(at) || matches!(segments.word(at), "-") || self.is_possessive(at));
        let near = (opening + 1..noun).all(|at| self.name_at(at).is_some() || self.may_modify(at, sentence.start) || !self.is_word(at));
        let between = (noun + 1..comma).next().is_none_or(|at| is_connective(segments.lower(at)));
        // "the union's leader" is its leader; the owner's name is worth keeping.
        let owner = self.is_possessive(opening).then(|| self.name_at(opening.checked_sub(1)?)).flatten();
        let start = owner.filter(|owner| owner.kind != EntityType::Person).map_or(opening + 1, |owner| owner.tokens.start);
        (plain && near && between && start < comma).then_some(start..comma)
    }

    /// What an apposition with an article says that an organisation is: "Harbour Watch, a charity,".
    fn apposition_of_organization(&self, index: usize) -> Option<Range<TokenIndex>> {
        let segments = self.segments;
        let name = &self.names.get(index)?.tokens;
        let sentence = self.sentence(name.start);
        let from = name.end + 1;
        if segments.word(name.end) != "," || from >= sentence.end || !is_article(segments.lower(from)) {
            return None;
        }
        // "With Skyways, the company has its third airline": the comma ends what opens the sentence.
        let opening = name.start.saturating_sub(4)..name.start;
        if opening.start <= sentence.start && opening.clone().any(|at| at == sentence.start && is_connective(segments.lower(at))) {
            return None;
        }
        let close = self.close_of_phrase(from + 1, sentence.end)?;
        let noun =
            (from + 1..close.min(from + HEAD_WITHIN)).find(|&at| is_organization_noun(segments.lower(at)) && self.name_at(at).is_none())?;
        // "Harbour Watch, the union and others" is a list, as is "Harbour Watch, a charity, and".
        let listed =
            matches!(segments.lower(close + 1), "and" | "or") || (from..close).any(|at| matches!(segments.lower(at), "and" | "or"));
        let leads = (from + 1..noun).all(|at| !is_connective(segments.lower(at)));
        (leads && !listed && close < sentence.end).then_some(from + 1..close)
    }

    /// What the form of address in front of a name tells of its bearer.
    fn gender_of_address(&self, index: usize) -> Option<Gender> {
        let at = self.names.get(index)?.tokens.start.checked_sub(1)?;
        gender_of_noun(self.segments.lower(at))
    }

    /// The age that stands behind the name between commas, or in its title: "Ada Stone, 59,", "the 59-year-old Ada Stone".
    fn age(&self, index: usize, title: Option<Range<TokenIndex>>) -> Option<u16> {
        let segments = self.segments;
        let name = &self.names.get(index)?.tokens;
        let is_comma = |at: TokenIndex| segments.word(at) == ",";
        if is_comma(name.end) && (is_comma(name.end + 2) || segments.tokens.get(name.end + 2).is_some_and(|token| token.kind == Kind::Stop))
        {
            return years(segments.word(name.end + 1));
        }
        let end = title.map_or(name.start, |title| title.start);
        age_before(segments, end).or_else(|| {
            // "Ada Stone, a 59-year-old nurse".
            let from = name.end + 1 + usize::from(is_article(segments.lower(name.end + 1)));
            if is_comma(name.end) { age_before(segments, from + 5) } else { None }
        })
    }
}

/// The age that "59-year-old" states, where that ends in front of `end`.
pub(super) fn age_before(segments: &Segments<'_>, end: TokenIndex) -> Option<u16> {
    let start = end.checked_sub(5)?;
    let reads = |at: usize, word: &str| segments.lower(start + at) == word;
    (reads(1, "-") && (reads(2, "year") || reads(2, "years")) && reads(3, "-") && reads(4, "old"))
        .then(|| years(segments.word(start)))
        .flatten()
}

fn years(number: &str) -> Option<u16> {
    number.parse().ok().filter(|&years: &u16| years > 0 && years < 120)
}

/// Words behind which a phrase no longer says what somebody is, but what or whom that is of.
fn is_connective(lower: &str) -> bool {
    lower == "as" || is_plain_preposition(lower)
}
