//! What an article is about, as far as it helps to tell things of one name apart: countries and sports.

use std::collections::HashMap;

use crate::lists::{List, list};
use crate::segment::{Kind, Segments};

/// Words that only football writes, or mostly; sorted.
const FOOTBALL: &List = list!(
    "defender|equaliser|fixture|fixtures|football|footballer|footballers|goalkeeper|kick-off|midfield|midfielder|offside|penalty|\
    premiership|scorer|semi-final|semi-finals|semifinal|semifinals|soccer|striker"
);
/// Words of other sports in which clubs are called after towns; sorted.
const OTHER_SPORTS: &List = list!(
    "baseball|basketball|batsman|bowler|cricket|handball|hockey|inning|innings|nba|netball|nfl|nhl|quarterback|rebounds|rugby|\
    scrum|touchdown|tries|volleyball|wicket|wickets"
);
/// Words of any sport; sorted.
const SPORTS: &List = list!(
    "championship|coach|cup|fifa|league|match|matches|players|playoffs|qualifier|qualifiers|qualifying|squad|team|\
    title|tournament|uefa"
);
/// So many words of a sport make an article one about it, if they are at least one in so many.
const ENOUGH: u32 = 2;
const ONE_IN: u32 = 150;

/// An article's countries, by how often it speaks of them, and its sports.
#[derive(Debug, Default)]
pub(super) struct Setting<'l> {
    countries: HashMap<&'l str, usize>,
    all: u32,
    football: u32,
    other_sports: u32,
    any_sport: u32,
    tokens: u32,
}

impl<'l> Setting<'l> {
    /// Counts the words of sports; the article's countries are added later. Cost: linear in the text.
    pub(super) fn new(segments: &Segments<'_>) -> Self {
        let mut setting = Setting { tokens: segments.tokens.len() as u32, ..Setting::default() };
        for (at, _) in segments.tokens.iter().enumerate().filter(|(_, token)| token.kind == Kind::Word) {
            let word = segments.lower(at);
            setting.football += u32::from(FOOTBALL.contains(word));
            setting.any_sport += u32::from(SPORTS.contains(word));
            setting.other_sports += u32::from(OTHER_SPORTS.contains(word));
        }
        setting
    }

    /// Forgets the countries.
    pub(super) fn forget(&mut self) {
        self.countries.clear();
        self.all = 0;
    }

    /// Notes that the article speaks `times` of the country that is `item`.
    pub(super) fn add(&mut self, item: &'l str, times: usize) {
        if !item.is_empty() {
            *self.countries.entry(item).or_insert(0) += times;
            self.all += times as u32;
        }
    }

    /// Notes a part of a country that has things of its own, such as parties, with `times` mentions that count for the country.
    pub(super) fn add_part(&mut self, item: &'l str, times: usize) {
        *self.countries.entry(item).or_insert(0) += times;
    }

    /// How often the article speaks of the country, leaving `own` mentions out.
    pub(super) fn mentions(&self, item: &str, own: usize) -> u32 {
        self.countries.get(item).map_or(0, |&times| times.saturating_sub(own) as u32)
    }

    /// Whether the country is one that the article is about: two in five of its mentions of countries are of it.
    pub(super) fn is_about(&self, item: &str, own: usize) -> bool {
        let mentions = self.mentions(item, own);
        mentions > 0 && mentions * 5 >= 2 * self.all.saturating_sub(own as u32)
    }

    /// Whether the article speaks so often of countries, `own` mentions aside, that one of which it does not speak is none of its own.
    pub(super) fn is_elsewhere(&self, least: u32, own: usize) -> bool {
        self.all.saturating_sub(own as u32) >= least
    }

    /// Whether the article is about football, and no other sport more.
    pub(super) fn is_football(&self) -> bool {
        self.football >= ENOUGH && self.football * ONE_IN >= self.tokens && self.football > self.other_sports
    }

    /// Whether the article is about some sport: by words of one, or of many with one among them.
    pub(super) fn is_sport(&self) -> bool {
        let of_one = self.football + self.other_sports;
        of_one >= 1 && of_one + self.any_sport >= 2 * ENOUGH && (of_one + self.any_sport) * ONE_IN >= 2 * self.tokens
            || of_one >= ENOUGH && of_one * ONE_IN >= self.tokens
    }
}
