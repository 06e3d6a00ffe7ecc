//! Which names of persons are one person's.
//!
//! Full names are one person's if the surnames agree and the given names can: equal, initials, nicknames, middle names left
//! out, or slips of the pen. A single name is the person's whose surname it is, or else whose given name; where several bear
//! it, form of address and title decide, and then whom the article has named most. Whatever contradicts (gender, other given
//! names) keeps two people apart.

use std::collections::HashMap;

use super::super::nouns::gender_of_noun;
use super::super::roles::Titles;
use super::spelling::{folded, is_variant};
use crate::lexicon::{Gender, Lexicon};
use crate::lists::{List, list};
use crate::names::Name;
use crate::segment::{Kind, Segments};

/// Bearers of one word of a name that are looked at.
const MOST_BEARERS: usize = 64;

/// How many times as often as somebody named just now somebody else must have been named for a surname to mean them still.
const DOMINANT: usize = 4;

/// Surnames that an unknown one is compared with, for slips.
const MOST_COMPARED: usize = 200;

/// Given names and what those who bear them are called, all in lower case.
const NICKNAMES: &List = list!(
    "abigail=abby|albert=al bert|alexander=alec alex sasha|alexandra=alex sandra sasha|andrew=andy drew|anthony=tony|antonio=tony|\
    barbara=barb babs|benjamin=ben benny bibi|bernard=bernie|bradley=brad|caroline=carrie|catherine=cathy kate cate|\
    charles=charlie chuck|christina=chris tina|christine=chris|christopher=chris kit|daniel=dan danny|david=dave davy|\
    deborah=deb debbie|dennis=denny|donald=don donnie|douglas=doug|edward=ed eddie ned ted teddy|edwin=ed|\
    elizabeth=beth betsy betty eliza liz lizzie|eugene=gene|francis=frank|frederick=fred freddie|gabrielle=gabby gaby|\
    geoffrey=geoff|gerald=gerry jerry|gregory=greg|harold=harry hal|henry=hank harry|jacob=jake|james=jamie jim jimmy|\
    jeffrey=jeff|jennifer=jen jenny|jerome=jerry|jessica=jess jessie|john=jack johnny|jonathan=jon|joseph=joe joey|joshua=josh|\
    judith=judy|katherine=kate kathy katie kitty|kathleen=kathy kate|kenneth=ken kenny|kimberly=kim|lawrence=larry|\
    leonard=len lenny leo|lewis=lew|madeleine=maddie|margaret=maggie marge meg peggy|martin=marty|matthew=matt|michael=mick mike|\
    mikhail=misha|mitchell=mitch|nancy=nan|nathaniel=nat nate|nicholas=nick nicky|pamela=pam|patricia=pat patty tricia|\
    patrick=pat paddy|peter=pete|philip=phil|rafael=rafa|raymond=ray|rebecca=becky|richard=dick rich rick|\
    robert=bob bobby rob robbie|ronald=ron ronnie|samantha=sam|samuel=sam|stephen=steve|steven=steve|susan=sue susie|\
    theodore=ted teddy theo|theresa=terry tess|thomas=tom tommy|timothy=tim|valerie=val|victoria=vicky tori|vincent=vince|\
    vladimir=volodya|walter=walt|william=bill billy liam will|zachary=zach zack"
);

/// The words of a person's name that tell people apart, folded: no suffixes, no particles; hyphened words are one.
pub(super) fn parts(segments: &Segments<'_>, name: &Name) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    let mut joins = false;
    for at in name.tokens.clone() {
        let Some(token) = segments.tokens.get(at) else { continue };
        let word = segments.word(at);
        let lower = segments.lower(at);
        if matches!(word, "-" | "‐" | "‑") {
            // "al-Amir" is Amir; "Anne-Marie" is one name.
            joins = !parts.is_empty() && !is_particle(segments.lower(at - 1));
            continue;
        }
        let skipped = token.kind != Kind::Word || matches!(word, "Jr" | "Jr." | "Sr" | "Sr." | "II" | "III" | "IV") || is_particle(lower);
        match parts.last_mut().filter(|_| joins) {
            Some(last) if token.kind == Kind::Word => last.push_str(&folded(word)),
            _ if skipped || !token.is_capitalised => {}
            _ => parts.push(folded(word)),
        }
        joins = false;
    }
    parts
}

/// Words of names that one newspaper writes and the next leaves out.
fn is_particle(lower: &str) -> bool {
    list!("ad|al|an|ar|as|ash|at|bin|bint|da|de|del|den|der|di|dos|du|el|ibn|van|von").contains(lower)
}

/// Whether two full names can be one person's.
fn is_same(a: &Bearer, b: &Bearer) -> bool {
    let contradicts = a.gender.is_some() && b.gender.is_some() && a.gender != b.gender;
    let (short, long) = if a.words.len() <= b.words.len() { (&a.words, &b.words) } else { (&b.words, &a.words) };
    // "Peña Nieto" of "Enrique Peña Nieto", "Ada Maria" of "Ada Maria Stone".
    if short.len() >= 2 && (long.ends_with(short) || long.starts_with(short)) {
        return !contradicts;
    }
    // "Anne-Marie Lund" of "Anne Marie Lund".
    if short.len() != long.len() && short.concat() == long.concat() {
        return !contradicts;
    }
    let (Some((surname, given)), Some((other_surname, other_given))) = (short.split_last(), long.split_last()) else { return false };
    let (Some(first), Some(other)) = (given.first(), other_given.first()) else { return false };
    if surname == other_surname {
        let alike = first == other
            || is_initial_of(first, other)
            || is_initial_of(other, first)
            || other_given.contains(first)
            || is_nickname(first, other)
            || is_variant(first, other);
        // "George H. W." and "George W." are two; whoever is called by a middle name has no other.
        let middles = given.get(1).zip(other_given.get(1)).filter(|_| first == other);
        let middle = middles.is_none_or(|(a, b)| a == b || is_initial_of(a, b) || is_initial_of(b, a));
        return alike && middle && !contradicts;
    }
    is_variant(surname, other_surname) && first == other && !contradicts
}

/// Whether one given name is the first letter of the other, or of several given names.
fn is_initial_of(short: &str, long: &str) -> bool {
    short.chars().count() == 1 && long.starts_with(short)
}

fn is_nickname(a: &str, b: &str) -> bool {
    let has = |short: &str, name: &str| short.split(' ').any(|one| one == name);
    let is_short_for = |short: &str, given: &str| NICKNAMES.get(given).is_some_and(|names| has(names, short));
    let of_one = |(_, names): (&str, &str)| has(names, a) && has(names, b);
    is_short_for(a, b) || is_short_for(b, a) || NICKNAMES.entries().filter_map(|row| row.split_once('=')).any(of_one)
}

/// One full name, and what is known of who bears it.
struct Bearer {
    cluster: usize,
    words: Vec<String>,
    gender: Option<Gender>,
    /// The words of the titles in front of it, in lower case.
    titles: Vec<String>,
}

/// The people of the article by the words of their full names.
#[derive(Default)]
pub(super) struct People {
    bearers: Vec<Bearer>,
    by_full_name: HashMap<String, usize>,
    by_word: HashMap<String, Vec<usize>>,
    by_short_name: HashMap<String, usize>,
    /// Distinct surnames by their first letter.
    surnames: HashMap<char, Vec<String>>,
    /// The full and the single names that mean each cluster, each in order.
    named: Vec<(Vec<usize>, Vec<usize>)>,
}

/// What surrounds a name.
pub(super) struct Surroundings {
    gender: Option<Gender>,
    title: Vec<String>,
}

impl Surroundings {
    /// Reads the form of address and the title in front of the name at `index`.
    pub(super) fn read(segments: &Segments<'_>, names: &[Name], titles: &Titles, index: usize) -> Surroundings {
        let before = names.get(index).and_then(|name| name.tokens.start.checked_sub(1)).map_or("", |at| segments.lower(at));
        let title = titles.get(index).cloned().flatten().unwrap_or(0..0);
        Surroundings {
            gender: gender_of_noun(before),
            title: title.map(|at| segments.lower(at)).filter(|word| word.len() > 3 && *word != "former").map(str::to_owned).collect(),
        }
    }
}

impl People {
    /// The cluster that the full name at `index` belongs to, if one is known.
    pub(super) fn known(&self, words: &[String], gender: Option<Gender>) -> Option<usize> {
        if let Some(&bearer) = self.by_full_name.get(&words.join(" ")) {
            return Some(self.bearers[bearer].cluster);
        }
        let new = Bearer { cluster: 0, words: words.to_vec(), gender, titles: Vec::new() };
        let mut same = None;
        for word in words.iter().rev().take(4) {
            for &bearer in self.by_word.get(word).map_or(&[][..], Vec::as_slice).iter().rev().take(MOST_BEARERS) {
                let known = &self.bearers[bearer];
                if is_same(&new, known) {
                    // A name that can be two people's is neither's.
                    if same.is_some_and(|same| same != known.cluster) {
                        return None;
                    }
                    same = Some(known.cluster);
                }
            }
        }
        same
    }

    /// Notes that the full name at `index` means `cluster`.
    pub(super) fn add(&mut self, index: usize, cluster: usize, words: Vec<String>, gender: Option<Gender>, surroundings: Surroundings) {
        self.named(cluster).0.push(index);
        if let Some(&bearer) = self.by_full_name.get(&words.join(" ")) {
            let known = &mut self.bearers[bearer];
            if known.titles.len() < MOST_BEARERS {
                known.titles.extend(surroundings.title);
            }
            known.gender = known.gender.or(gender);
            return;
        }
        let number = self.bearers.len();
        for word in &words {
            let bearers = self.by_word.entry(word.clone()).or_default();
            if bearers.last() != Some(&number) {
                bearers.push(number);
            }
        }
        if let Some(surname) = words.last()
            && let Some(letter) = surname.chars().next()
        {
            let known = self.surnames.entry(letter).or_default();
            if known.len() < MOST_COMPARED && !known.contains(surname) {
                known.push(surname.clone());
            }
        }
        self.by_full_name.insert(words.join(" "), number);
        self.bearers.push(Bearer { cluster, words, gender, titles: surroundings.title });
    }

    fn named(&mut self, cluster: usize) -> &mut (Vec<usize>, Vec<usize>) {
        if self.named.len() <= cluster {
            self.named.resize_with(cluster + 1, Default::default);
        }
        &mut self.named[cluster]
    }

    /// The cluster of the person whom the single name `word` at `index` means, if one is known.
    pub(super) fn short(&self, index: usize, word: &str, surroundings: &Surroundings) -> Option<usize> {
        self.bearing(index, word, surroundings).or_else(|| self.by_short_name.get(word).copied()).or_else(|| {
            // A slip of the pen, if it can be nobody else's.
            let letter = word.chars().next()?;
            let mut alike = self.surnames.get(&letter)?.iter().filter(|surname| is_variant(surname, word));
            let only = alike.next().filter(|_| alike.next().is_none())?;
            self.bearing(index, only, surroundings)
        })
    }

    /// Notes that the single name at `index` means `cluster`.
    pub(super) fn add_short(&mut self, index: usize, cluster: usize, word: String) {
        self.by_short_name.insert(word, cluster);
        self.named(cluster).1.push(index);
    }

    /// Who bears `word`, as a surname before as another name: the one who fits best.
    fn bearing(&self, index: usize, word: &str, surroundings: &Surroundings) -> Option<usize> {
        let bearers = self.by_word.get(word)?;
        let fits = |bearer: &&Bearer| surroundings.gender.is_none() || bearer.gender.is_none() || bearer.gender == surroundings.gender;
        let (surname, other): (Vec<&Bearer>, Vec<&Bearer>) = bearers
            .iter()
            .take(MOST_BEARERS)
            .filter_map(|&bearer| self.bearers.get(bearer))
            .filter(fits)
            .partition(|bearer| bearer.words.last().is_some_and(|last| last == word));
        self.best(index, &surname, surroundings).or_else(|| self.best(index, &other, surroundings))
    }

    /// Who has the title, else whom the article has named last, or far more often up to there, else whom it names first.
    fn best(&self, index: usize, bearers: &[&Bearer], surroundings: &Surroundings) -> Option<usize> {
        let fit = |bearer: &Bearer| {
            let titled = surroundings.title.iter().any(|word| bearer.titles.contains(word));
            (titled, surroundings.gender.is_some() && bearer.gender.is_some())
        };
        let most = bearers.iter().map(|bearer| fit(bearer)).max()?;
        let mut fitting: Vec<(Option<usize>, usize, usize)> = Vec::new();
        for bearer in bearers.iter().filter(|bearer| fit(bearer) == most) {
            let (last, count) = self.before(bearer.cluster, index);
            if !fitting.iter().any(|&(_, _, cluster)| cluster == bearer.cluster) {
                fitting.push((last, count, bearer.cluster));
            }
        }
        // The first one of those who are not named before.
        let (_, recent, last) = *fitting.iter().rev().max_by_key(|(last, ..)| *last)?;
        let dominant = fitting.iter().filter(|(_, count, _)| *count >= DOMINANT * recent.max(1)).max_by_key(|(_, count, _)| *count);
        Some(dominant.map_or(last, |&(_, _, cluster)| cluster))
    }

    /// The last name in front of `index` that means `cluster`, and how many there are.
    fn before(&self, cluster: usize, index: usize) -> (Option<usize>, usize) {
        let Some((full, single)) = self.named.get(cluster) else { return (None, 0) };
        let up_to = |names: &[usize]| names.partition_point(|&name| name < index);
        let (full_names, single_names) = (up_to(full), up_to(single));
        let last = |names: &[usize], count: usize| count.checked_sub(1).and_then(|at| names.get(at)).copied();
        (last(full, full_names).max(last(single, single_names)), full_names + single_names)
    }
}

/// What a full name and its form of address tell of the gender of its bearer.
pub(super) fn gender(lexicon: &Lexicon, segments: &Segments<'_>, name: &Name, surroundings: &Surroundings) -> Option<Gender> {
    surroundings.gender.or_else(|| lexicon.gender(segments.word(name.tokens.start)))
}
