//! What speaks for and against a candidate, in whole points: from zero on it is good enough.

use super::callings::Callings;
use super::{FAMOUS, Form, Linker, is_club, is_country, is_region, names_it};
use crate::annotations::EntityType;
use crate::entities::Cluster;
use crate::lexicon::Entry;

/// What the article speaks against, whatever speaks for it.
const REJECTED: i32 = -100;
/// Points for a country that the article is about, or speaks of at all.
const ABOUT: i32 = 4;
const SPOKEN_OF: i32 = 3;
/// Points that a candidate of another country than the article's loses.
const ELSEWHERE: i32 = 3;
/// Points for a region that the article names and the description too.
const REGION: i32 = 2;
/// Points for what the article says that a person does, where the description says the same.
const CALLING: i32 = 4;

impl<'l> Linker<'_, '_, 'l> {
    /// Points for the country of a candidate. One that has rivals is less easily believed to be abroad.
    fn country(&self, entry: &Entry<'l>, cluster: &Cluster<'l>, rivals: bool) -> i32 {
        let own = if cluster.entry.is_some_and(|known| known.of == entry.of) { cluster.names.len() } else { 0 };
        let own = if cluster.kind == EntityType::Person { own.min(1) } else { own };
        match entry.of {
            "" => 0,
            of if self.setting.is_about(of, own) => ABOUT,
            of if self.setting.mentions(of, own) > 0 => SPOKEN_OF,
            _ if self.setting.is_elsewhere(if rivals { 1 } else { 2 }, own) && (rivals || entry.fame < 9) => -ELSEWHERE,
            _ => 0,
        }
    }

    /// A person: nobody whose calling the article contradicts, and where others may well bear the name, only with a witness.
    pub(super) fn person(&self, cluster: &Cluster<'l>, entry: &Entry<'l>, rivals: bool, callings: Callings) -> i32 {
        let described = Callings::of(entry.description);
        if callings.contradict(described) {
            return REJECTED;
        }
        let agrees = callings.agree(described);
        let country = self.country(entry, cluster, rivals).clamp(-2, 2);
        if entry.is_common && !agrees && country <= 0 && entry.fame < FAMOUS + 3 {
            return REJECTED;
        }
        let common = if entry.is_common { 4 } else { 0 };
        i32::from(entry.fame) + country + if agrees { CALLING } else { 0 } - common - 3
    }

    /// A place: where the article is, or so well known that no other is meant.
    pub(super) fn place(&self, cluster: &Cluster<'l>, entry: &Entry<'l>, rivals: bool, form: Form) -> i32 {
        // A team, a person of that surname, or of that first name: the article would be in the place somewhere.
        let spoken_of = self.setting.mentions(if is_country(entry) { entry.item } else { entry.of }, cluster.names.len()) > 0;
        let is_somebody = form.is_word && (self.is_surname(cluster) || !spoken_of && self.is_given_name(cluster));
        if (self.setting.is_sport() || is_somebody) && !self.is_located(cluster) {
            return REJECTED;
        }
        let is_region_meant = self.is_region_called_so(cluster) || self.has_governor(cluster);
        let is_region_meant = is_region_meant || self.holds_towns(cluster);
        if !is_region(entry) && (is_region_meant || !spoken_of && self.is_never_a_place(cluster)) {
            return REJECTED;
        }
        let fame = i32::from(entry.fame);
        if is_country(entry) {
            return fame + self.setting.mentions(entry.item, cluster.names.len()).min(3) as i32 - 5;
        }
        let region = self.regions.iter().any(|region| *region != entry.name && names_it(entry.description, region));
        fame + self.country(entry, cluster, rivals) + self.container(cluster, entry) + if region { REGION } else { 0 }
            - if form.is_usual { 5 } else { 6 }
    }

    /// A people: the one of its name, or the one whose country the article speaks of.
    pub(super) fn group(&self, cluster: &Cluster<'l>, entry: &Entry<'l>, rivals: bool) -> i32 {
        if self.is_language(cluster) { REJECTED } else { self.country(entry, cluster, rivals) + ELSEWHERE }
    }

    /// Everything else. Names of everyday words, short forms and acronyms need a witness.
    pub(super) fn organization(&self, cluster: &Cluster<'l>, entry: &Entry<'l>, rivals: bool, form: Form) -> i32 {
        let is_other_club = is_club(entry) && !form.is_usual && !self.setting.is_football();
        // "Ford said": in an article on Ada Ford it is she.
        let is_surname = form.is_word && self.is_surname(cluster);
        if is_other_club || is_surname || self.is_cut_short(cluster) || form.is_acronym && self.is_short_for_another(cluster, entry) {
            return REJECTED;
        }
        let mut points = i32::from(entry.fame) + self.country(entry, cluster, rivals);
        if entry.is_common {
            // Every country has a supreme court.
            points -= match entry.of {
                "" => 4,
                of if self.setting.is_about(of, 0) => 2,
                _ => return REJECTED,
            };
        }
        let short = form.is_word && !form.is_usual && !is_club(entry);
        if form.is_acronym || short {
            points -= 2;
        }
        points - if form.is_word { 4 } else { 2 }
    }
}
