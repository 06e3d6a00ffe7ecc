//! Whom a speaker phrase means.
//!
//! A phrase that names somebody means that person or organisation (`named`); "he" means the one who stands out among those
//! spoken of before (`salience`); "the minister" means the one whom the article calls so (`descriptions`). One pass through the
//! article keeps who stands out; phrases are resolved where they are met. Where two would do, a phrase means nobody: a wrong
//! speaker is worse than none. Nothing but the article is evidence, and the gender of given names.
//! Cost: linear in the text and the names.

mod descriptions;
mod named;
mod salience;
mod scene;

use std::ops::Range;

use super::roles::Titles;
use super::{Cluster, id};
use crate::annotations::{EntityType, Quote};
use crate::document::{Role, Span};
use crate::lexicon::Gender;
use crate::names::Name;
use crate::order;
use crate::segment::{Case, Segments, TokenIndex};
use descriptions::Index;
use salience::{Fit, Function, Salience};
use scene::{Said, Scene};

/// Fills in the entities of every quotation that has a speaker phrase.
pub(super) fn resolve(segments: &Segments<'_>, names: &[Name], titles: &Titles, clusters: &[Cluster<'_>], quotes: &mut [Quote]) {
    let scene = Scene::new(segments, names, titles, clusters, quotes);
    let mut phrases: Vec<Phrase> =
        quotes.iter().filter_map(|quote| quote.speaker).map(|speaker| Phrase::new(scene.tokens(speaker))).collect();
    order::by_number(&mut phrases, |phrase| order::pair(phrase.tokens.start as u32, phrase.tokens.end as u32));
    phrases.dedup_by(|a, b| a.tokens == b.tokens);
    Walk::new(&scene).resolve(&mut phrases);
    // The quotations that hold the one at hand, with whom they were resolved to.
    let mut around: Vec<(Span, Vec<usize>)> = Vec::new();
    for quote in quotes.iter_mut() {
        while around.last().is_some_and(|(span, _)| span.end <= quote.span.start) {
            around.pop();
        }
        let Some(speaker) = quote.speaker else { continue };
        let tokens = scene.tokens(speaker);
        let at = phrases.partition_point(|phrase| (phrase.tokens.start, phrase.tokens.end) < (tokens.start, tokens.end));
        let mut found = phrases.get(at).map(|phrase| phrase.means.clone()).unwrap_or_default();
        // Who says "I" in a quotation is who is quoted.
        if tokens.len() == 1 && segments.word(tokens.start) == "I" {
            let outer = around.last().filter(|(span, found)| span.start <= speaker.start && speaker.end <= span.end && found.len() == 1);
            found = outer.map(|(_, found)| found.clone()).unwrap_or_default();
        }
        quote.entities = found.iter().copied().map(id).collect();
        around.push((quote.span, found));
    }
}

/// A speaker phrase, and whom it was found to mean.
struct Phrase {
    tokens: Range<TokenIndex>,
    means: Vec<usize>,
}

impl Phrase {
    fn new(tokens: Range<TokenIndex>) -> Self {
        Phrase { tokens, means: Vec::new() }
    }
}

/// The gender that a pronoun of the third person asks for.
fn gender_of_pronoun(lower: &str) -> Option<Gender> {
    match lower {
        "he" | "him" | "his" | "himself" => Some(Gender::Male),
        "she" | "her" | "hers" | "herself" => Some(Gender::Female),
        _ => None,
    }
}

/// Some of the article's entities, and in which sentence they were met, counting from 1 those in which the narrator speaks.
#[derive(Debug, Default)]
struct Met {
    clusters: Vec<usize>,
    sentence: usize,
}

/// How often a pronoun of either gender was found to mean somebody.
#[derive(Debug, Clone, Default)]
struct Shown {
    male: u32,
    female: u32,
}

/// By how many pronouns one gender must outnumber the other to be believed.
const SHOWN: u32 = 2;

impl Shown {
    fn add(&mut self, gender: Gender) {
        match gender {
            Gender::Male => self.male += 1,
            Gender::Female => self.female += 1,
        }
    }

    fn gender(&self) -> Option<Gender> {
        if self.male >= self.female + SHOWN {
            Some(Gender::Male)
        } else if self.female >= self.male + SHOWN {
            Some(Gender::Female)
        } else {
            None
        }
    }
}

/// One pass through the article, up to the token at hand.
struct Walk<'s, 'a, 'd, 'l> {
    scene: &'s Scene<'a, 'd, 'l>,
    index: Index,
    salience: Salience,
    /// Of every cluster, what pronouns have shown, if it is a person whose name tells no gender.
    genders: Vec<Shown>,
    /// Of every cluster, whether it is named as a speaker anywhere in the article.
    named: Vec<bool>,
    /// Who spoke last.
    last: Met,
    /// What the last sentence with words of the narrator's was about, where that is a name.
    subject: Met,
    /// The persons of the last coordination: "Ada Stone and Ola Tveit".
    together: Met,
}

impl<'s, 'a, 'd, 'l> Walk<'s, 'a, 'd, 'l> {
    fn new(scene: &'s Scene<'a, 'd, 'l>) -> Self {
        let (last, subject, together) = Default::default();
        Walk {
            scene,
            index: Index::new(scene),
            salience: Salience::default(),
            genders: vec![Shown::default(); scene.clusters.len()],
            named: vec![false; scene.clusters.len()],
            last,
            subject,
            together,
        }
    }

    /// Resolves speaker phrases, which come in the order of their first tokens.
    fn resolve(mut self, phrases: &mut [Phrase]) {
        let scene = self.scene;
        for phrase in phrases.iter_mut() {
            phrase.means = scene.named(&phrase.tokens);
            phrase.means.iter().for_each(|&cluster| self.named[cluster] = true);
        }
        let mut phrases = phrases.iter_mut().peekable();
        let mut names = 0..scene.names.len();
        let mut number = 1;
        for sentence in &scene.segments.sentences {
            let narrates = !(sentence.role.is_title() || matches!(sentence.role, Role::Subheading | Role::Caption));
            let mut is_narrated = false;
            for at in sentence.tokens.clone() {
                let said = scene.said.get(at).copied().unwrap_or(Said::No);
                is_narrated |= narrates && said == Said::No;
                let mut is_speaker = false;
                while let Some(phrase) = phrases.next_if(|phrase| phrase.tokens.start <= at) {
                    // "the Norwegian" may be one of them.
                    let is_people = phrase.means.iter().all(|&one| scene.kind(one) == EntityType::Group);
                    if is_people {
                        let means = self.means(&phrase.tokens, number);
                        phrase.means = if means.is_empty() { std::mem::take(&mut phrase.means) } else { means };
                    }
                    is_speaker = true;
                    if said != Said::Quoted && !phrase.means.is_empty() {
                        for &cluster in &phrase.means {
                            self.salience.mention(cluster, Function::Speaker);
                        }
                        self.last = Met { clusters: phrase.means.clone(), sentence: number };
                        self.subject = Met { clusters: phrase.means.clone(), sentence: number };
                    }
                }
                if names.start < names.end && scene.names[names.start].tokens.start <= at {
                    if narrates {
                        self.meet(names.start, number, said);
                    }
                    names.start += 1;
                } else if !is_speaker && narrates && said == Said::No {
                    self.pronoun(at, number);
                    self.description(at, number);
                }
            }
            if is_narrated {
                self.salience.fade();
                number += 1;
            }
        }
    }

    /// Notes a name in the text.
    fn meet(&mut self, index: usize, sentence: usize, said: Said) {
        let scene = self.scene;
        let Some(cluster) = scene.cluster_of[index] else { return };
        let function = match said {
            Said::Quoted => return,
            Said::Reported => Function::Reported,
            Said::No if scene.in_title.get(index).copied().unwrap_or(false) => Function::Owner,
            Said::No => salience::function(scene, index),
        };
        self.salience.mention(cluster, function);
        let leads = matches!(function, Function::Subject | Function::Speaker);
        if leads && (function == Function::Speaker || self.subject.sentence != sentence || self.subject.clusters.is_empty()) {
            self.subject = Met { clusters: vec![cluster], sentence };
        }
        if said == Said::No && scene.is_person(cluster) {
            let joins = self.together.sentence == sentence && !self.together.clusters.is_empty() && scene.is_joined_to_last(index);
            if !joins {
                self.together = Met { clusters: Vec::new(), sentence };
            }
            if !self.together.clusters.contains(&cluster) && self.together.clusters.len() < MOST_TOGETHER {
                self.together.clusters.push(cluster);
            }
            if joins
                && scene.is_joined_by_and(index)
                && self.subject.sentence == sentence
                && self.subject.clusters.first() == self.together.clusters.first()
            {
                self.subject.clusters.clone_from(&self.together.clusters);
            }
        }
    }

    /// Follows a description of the narrator's that opens a sentence: "The minister left early."
    fn description(&mut self, at: TokenIndex, number: usize) {
        let scene = self.scene;
        let sentence = scene.sentence(at);
        if scene.lower(at) != "the" || at > sentence.start + 1 {
            return;
        }
        let Some(noun) = descriptions::noun_of(scene, at, sentence.end) else { return };
        if let Some(cluster) = descriptions::described(scene, &self.index, &self.salience, |cluster| self.gender(cluster), &(at..noun + 1))
        {
            self.salience.mention(cluster, Function::Subject);
            self.subject = Met { clusters: vec![cluster], sentence: number };
        }
    }

    /// Follows a pronoun of the narrator's, so that who is spoken of by pronouns alone still stands out.
    fn pronoun(&mut self, at: TokenIndex, sentence: usize) {
        let lower = self.scene.lower(at);
        let Some(gender) = gender_of_pronoun(lower) else { return };
        let Some(cluster) = self.person(gender, false, sentence) else { return };
        let is_subject = matches!(lower, "he" | "she");
        self.salience.mention(cluster, if is_subject { Function::Subject } else { Function::Owner });
        if is_subject && self.scene.sentence(at).start == at {
            self.subject = Met { clusters: vec![cluster], sentence };
        }
    }

    /// The clusters that a speaker phrase means which names nobody.
    fn means(&mut self, phrase: &Range<TokenIndex>, sentence: usize) -> Vec<usize> {
        let scene = self.scene;
        let first = scene.lower(phrase.start);
        if phrase.len() == 1 && scene.segments.tokens.get(phrase.start).is_some_and(|token| token.case != Case::Upper) {
            match first {
                "he" | "she" => {
                    let gender = gender_of_pronoun(first);
                    let meant = if phrase.start > 0 && scene.lower(phrase.start - 1) == "what" {
                        self.own_subject(gender, sentence)
                    } else {
                        gender.and_then(|gender| self.person(gender, true, sentence))
                    };
                    return meant.into_iter().collect();
                }
                "who" | "which" | "that" => return scene.relative(phrase.start).into_iter().collect(),
                "it" => return self.thing(sentence).into_iter().collect(),
                "they" => return self.several(sentence),
                "both" => return self.two(None),
                "i" | "we" | "you" => return Vec::new(),
                _ => {}
            }
        }
        if let Some(gender) = descriptions::of_two(scene, phrase) {
            return self.two(gender);
        }
        descriptions::described(scene, &self.index, &self.salience, |cluster| self.gender(cluster), phrase).into_iter().collect()
    }

    fn gender(&self, cluster: usize) -> Option<Gender> {
        self.scene.gender(cluster).or_else(|| self.genders[cluster].gender())
    }

    /// The person whom "he" or "she" means here.
    fn person(&mut self, gender: Gender, is_speaker: bool, sentence: usize) -> Option<usize> {
        let picked = self.salience.pick(|cluster| {
            let known = self.scene.gender(cluster);
            let fits = self.scene.is_person(cluster) && known.is_none_or(|known| known == gender);
            let shown = known.or_else(|| self.genders[cluster].gender());
            fits.then(|| Fit {
                agrees: shown.map(|shown| shown == gender),
                speaks: is_speaker && self.named[cluster],
                leads: self.subject.clusters.as_slice() == [cluster] && self.subject.sentence + 1 >= sentence,
            })
        })?;
        if self.scene.gender(picked).is_none() {
            let shown = &mut self.genders[picked];
            let contradicts = shown.gender().is_some_and(|shown| shown != gender);
            shown.add(gender);
            if contradicts {
                return None;
            }
        }
        Some(picked)
    }

    /// The subject of the sentence at hand, which is who speaks in "mocked what he called a trick".
    fn own_subject(&self, gender: Option<Gender>, sentence: usize) -> Option<usize> {
        let [subject] = self.subject.clusters.as_slice() else { return None };
        let agrees = self.gender(*subject).is_none_or(|known| Some(known) == gender);
        (self.subject.sentence == sentence && self.scene.is_person(*subject) && agrees).then_some(*subject)
    }

    /// The organisation or place whom "it" means: what spoke or was spoken of last, in this sentence or the one before.
    fn thing(&self, sentence: usize) -> Option<usize> {
        let [subject] = self.subject.clusters.as_slice() else { return None };
        let near = self.subject.sentence + 1 >= sentence;
        (near && matches!(self.scene.kind(*subject), EntityType::Organization | EntityType::Place)).then_some(*subject)
    }

    /// Whom "they" means: persons who spoke or acted together, or the organisation that spoke, just before.
    fn several(&self, sentence: usize) -> Vec<usize> {
        let near = |met: &Met| met.sentence + 1 >= sentence;
        let subject = &self.subject;
        let plural = subject.clusters.len() > 1;
        let organization =
            || subject.clusters.len() == 1 && subject.clusters.iter().all(|&one| self.scene.kind(one) == EntityType::Organization);
        if near(subject) && (plural || organization()) { subject.clusters.clone() } else { Vec::new() }
    }

    /// The two persons, of one gender if it is given, who alone stand out.
    fn two(&self, gender: Option<Gender>) -> Vec<usize> {
        if self.together.clusters.len() == 2 && self.last.sentence <= self.together.sentence {
            let fits = |&cluster: &usize| gender.is_none() || self.gender(cluster).is_none() || self.gender(cluster) == gender;
            return if self.together.clusters.iter().all(fits) { self.together.clusters.clone() } else { Vec::new() };
        }
        let persons = self.salience.standing(|cluster| {
            self.scene.is_person(cluster) && (gender.is_none() || self.gender(cluster).is_none() || self.gender(cluster) == gender)
        });
        if persons.len() == 2 { persons } else { Vec::new() }
    }
}

/// Persons of one coordination that are kept.
const MOST_TOGETHER: usize = 8;
