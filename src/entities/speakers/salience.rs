//! Who stands out at a point of the article, and so whom a pronoun means there.
//!
//! After Lappin and Leass ("An Algorithm for Pronominal Anaphora Resolution", 1994): each sentence gives those it mentions a
//! weight by their grammatical function, what earlier sentences gave fades by half with each one, and a pronoun means the
//! heaviest candidate that agrees with it. A candidate must lead the next one by a margin; else the pronoun means nobody.
//! The functions are read off the neighbouring words, without a parse. Only as many candidates are kept as a reader would
//! have in mind, so that the cost of a pronoun has a bound.

use super::super::nouns::{is_modifier, is_person_noun, is_plain_preposition};
use super::scene::Scene;
use crate::annotations::EntityType;
use crate::lists::list;
use crate::order;
use crate::segment::{Kind, TokenIndex};

/// What part somebody plays in a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Function {
    /// Says what is reported.
    Speaker,
    /// Subject of a clause.
    Subject,
    /// Object of a verb.
    Object,
    /// Hangs on a preposition.
    Oblique,
    /// Somebody's or something's owner: "Ada's", "her".
    Owner,
    /// Spoken of in what somebody else says: whom somebody speaks of is not who speaks next.
    Reported,
}

impl Function {
    const fn weight(self) -> u32 {
        match self {
            Function::Speaker => 260,
            Function::Subject => 200,
            Function::Object => 140,
            Function::Oblique => 120,
            Function::Owner => 100,
            Function::Reported => 20,
        }
    }
}

/// Candidates that are kept at a time.
const MOST: usize = 32;
/// Who weighs less has faded from the reader's mind.
const LEAST: u32 = 6;
/// The heaviest candidate must outweigh the next one by this, in percent.
const MARGIN: u32 = 120;
/// How much more one weighs of whom it is known that the pronoun agrees, in percent.
const AGREEMENT: u32 = 150;
/// How much one weighs of whom other pronouns have shown another gender, in percent: they may have been misread.
const DISAGREEMENT: u32 = 40;
/// How much more one weighs whom the article names as a speaker, in percent.
const SPEAKS: u32 = 140;
/// How much more one weighs whom the last sentence was about, in percent.
const LEADS: u32 = 260;

/// How a candidate fits a pronoun that nothing keeps from meaning it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Fit {
    /// Whether the gender agrees, as far as pronouns have shown one.
    pub agrees: Option<bool>,
    /// Whether the pronoun speaks, and the article names the candidate as a speaker elsewhere.
    pub speaks: bool,
    /// Whether the last sentence was about the candidate alone.
    pub leads: bool,
}

#[derive(Debug)]
struct Standing {
    cluster: usize,
    /// What earlier sentences left.
    faded: u32,
    /// The most that this sentence gives.
    here: u32,
}

/// Who stands out, up to the point that the walk through the article has reached.
#[derive(Debug, Default)]
pub(super) struct Salience {
    standings: Vec<Standing>,
}

impl Salience {
    /// Notes a mention in the sentence at hand.
    pub(super) fn mention(&mut self, cluster: usize, function: Function) {
        let weight = function.weight();
        if let Some(standing) = self.standings.iter_mut().find(|standing| standing.cluster == cluster) {
            standing.here = standing.here.max(weight);
            return;
        }
        if self.standings.len() == MOST
            && let Some(least) = (0..MOST).min_by_key(|&at| self.standings[at].faded + self.standings[at].here)
        {
            self.standings.remove(least);
        }
        self.standings.push(Standing { cluster, faded: 0, here: weight });
    }

    /// Ends a sentence.
    pub(super) fn fade(&mut self) {
        for standing in &mut self.standings {
            standing.faded = (standing.faded + standing.here) / 2;
            standing.here = 0;
        }
        self.standings.retain(|standing| standing.faded >= LEAST);
    }

    /// The weight of one of the candidates; nothing for who does not stand out.
    pub(super) fn weight(&self, cluster: usize) -> u32 {
        self.standings.iter().find(|standing| standing.cluster == cluster).map_or(0, |standing| standing.faded + standing.here)
    }

    /// Those who stand out among whom `fits` lets pass, in the order of the clusters.
    pub(super) fn standing(&self, fits: impl Fn(usize) -> bool) -> Vec<usize> {
        let mut all: Vec<usize> = self.standings.iter().map(|standing| standing.cluster).filter(|&cluster| fits(cluster)).collect();
        order::by_number(&mut all, |&cluster| cluster as u64);
        all
    }

    /// The one who stands out most among those who fit, if by enough.
    pub(super) fn pick(&self, fit: impl Fn(usize) -> Option<Fit>) -> Option<usize> {
        let mut candidates: Vec<(u32, usize)> = self
            .standings
            .iter()
            .filter_map(|standing| {
                let fit = fit(standing.cluster)?;
                let agrees = match fit.agrees {
                    Some(true) => AGREEMENT,
                    Some(false) => DISAGREEMENT,
                    None => 100,
                };
                let speaks = if fit.speaks { SPEAKS } else { 100 };
                let leads = if fit.leads { LEADS } else { 100 };
                // In hundredths, so that four factors stay in range.
                Some(((standing.faded + standing.here) * agrees / 100 * speaks / 100 * leads, standing.cluster))
            })
            .collect();
        order::by_number(&mut candidates, |&(weight, cluster)| order::pair(!weight, cluster as u32));
        let &(best, cluster) = candidates.first()?;
        let next = candidates.get(1).map_or(0, |&(weight, _)| weight);
        (best * 100 >= next * MARGIN).then_some(cluster)
    }
}

/// The part that the name at `index` plays in its sentence.
pub(super) fn function(scene: &Scene<'_, '_, '_>, index: usize) -> Function {
    let mut index = index;
    // A name joined to another one plays the same part.
    for _ in 0..4 {
        match own_function(scene, index) {
            Some(function) => return function,
            None => match index.checked_sub(1) {
                Some(before) => index = before,
                None => break,
            },
        }
    }
    Function::Object
}

/// The part that a name plays, or nothing if it is joined to the name before it.
fn own_function(scene: &Scene<'_, '_, '_>, index: usize) -> Option<Function> {
    let name = &scene.names.get(index)?.tokens;
    // "Ada's been late" tells nothing of an owner.
    let is_verb = list!("a|also|always|an|been|got|just|never|not|the").contains(scene.lower(name.end + 1));
    if scene.is_possessive(name.end) && !is_verb {
        return Some(Function::Owner);
    }
    let sentence = scene.sentence(name.start);
    let start = scene.phrase_start(index, &sentence);
    let Some(before) = start.checked_sub(1).filter(|_| start > sentence.start) else { return Some(Function::Subject) };
    let lower = scene.lower(before);
    if is_preposition(lower) {
        // "For Ada Stone, …" and "As for Ada Stone, …" say whom the sentence is about.
        let topic = lower == "for" && (before == sentence.start || before == sentence.start + 1 && scene.lower(sentence.start) == "as");
        return Some(if topic { Function::Subject } else { Function::Oblique });
    }
    // "Later Ada Stone", "But Ada Stone".
    if start <= sentence.start + 2 && !matches!(lower, "said" | "says") {
        return Some(Function::Subject);
    }
    if list!("added|argued|asked|explained|recalled|replied|said|says|wrote").contains(lower) {
        return Some(Function::Speaker);
    }
    if lower == "and" || lower == "or" {
        let joined = index > 0 && scene.names[index - 1].tokens.end == before && scene.names[index - 1].tokens.start >= sentence.start;
        return if joined { None } else { Some(Function::Subject) };
    }
    if list!(":|;|although|because|but|if|that|then|though|when|where|whether|while").contains(lower) {
        return Some(Function::Subject);
    }
    if lower == "," {
        let verb = scene.segments.tokens.get(name.end).is_some_and(|token| token.kind == Kind::Word && !token.is_capitalised);
        let next = scene.lower(name.end);
        return Some(if verb && !is_preposition(next) && !matches!(next, "and" | "or") { Function::Subject } else { Function::Object });
    }
    Some(Function::Object)
}

impl Scene<'_, '_, '_> {
    /// Where the noun phrase of the name at `index` begins, with its title and article.
    pub(super) fn phrase_start(&self, index: usize, sentence: &std::ops::Range<TokenIndex>) -> TokenIndex {
        let Some(name) = self.names.get(index) else { return 0 };
        let mut start = self.title(index).map_or(name.tokens.start, |title| title.start);
        for _ in 0..4 {
            let Some(before) = start.checked_sub(1).filter(|&before| before >= sentence.start) else { break };
            let lower = self.lower(before);
            if list!("a|an|dr|dr.|mr|mr.|mrs|mrs.|ms|ms.|the").contains(lower) || is_modifier(lower) || is_person_noun(lower) {
                start = before;
            } else {
                break;
            }
        }
        start
    }

    /// Whether "and" stands in front of the name's phrase.
    pub(super) fn is_joined_by_and(&self, index: usize) -> bool {
        let Some(name) = self.names.get(index) else { return false };
        let start = self.phrase_start(index, &self.sentence(name.tokens.start));
        start > 0 && self.lower(start - 1) == "and"
    }

    /// Whether nothing but "and" or a comma, and a title, stands between the name and the person named before.
    pub(super) fn is_joined_to_last(&self, index: usize) -> bool {
        let Some(before) = index.checked_sub(1) else { return false };
        let Some(before) = (0..=before).rev().take(3).find(|&other| self.names[other].kind == EntityType::Person) else { return false };
        let sentence = self.sentence(self.names[index].tokens.start);
        let start = self.phrase_start(index, &sentence);
        let end = self.names[before].tokens.end;
        end < start && start - end <= 2 && (end..start).all(|at| matches!(self.lower(at), "and" | ","))
    }
}

/// Prepositions that a name hangs on.
pub(super) fn is_preposition(lower: &str) -> bool {
    is_plain_preposition(lower)
        || list!("about|among|around|between|during|inside|into|like|outside|over|per|than|through|toward|towards|via|without")
            .contains(lower)
}
