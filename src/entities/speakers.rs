//! Whom a speaker phrase means.
//!
//! A phrase that names somebody means that person; "he" and "she" mean the person last spoken of whom nothing contradicts;
//! "the minister" means the one whose role that is. Where two people would do, it means nobody: a wrong speaker is worse
//! than none.

use std::ops::Range;

use super::{Cluster, id};
use crate::annotations::{EntityId, EntityType, Quote, QuoteKind};
use crate::document::Span;
use crate::lexicon::Gender;
use crate::names::{Name, titles::is_title};
use crate::segment::{Kind, Segments, TokenIndex};

/// Sentences that a pronoun looks back.
const LOOK_BACK: usize = 5;

/// Fills in the entities of every quotation that has a speaker phrase.
pub(super) fn resolve(segments: &Segments<'_>, names: &[Name], clusters: &[Cluster<'_>], quotes: &mut [Quote]) {
    let mut cluster_of = vec![None; names.len()];
    for (index, cluster) in clusters.iter().enumerate() {
        for &name in &cluster.names {
            cluster_of[name] = Some(index);
        }
    }
    let said = said(segments, quotes);
    let resolver = Resolver { segments, names, clusters, cluster_of, said };
    // The one who spoke last, and in which sentence.
    let mut last: Option<(usize, usize)> = None;
    for quote in quotes.iter_mut() {
        let Some(speaker) = quote.speaker else { continue };
        let tokens = resolver.tokens(speaker);
        let found = resolver.speakers(&tokens, last);
        if let [one] = found.as_slice() {
            last = Some((*one, segments.sentence_of(tokens.start)));
        }
        quote.entities = found.into_iter().map(id).collect::<Vec<EntityId>>();
    }
}

/// For each token, whether it is part of what somebody says, and so no narrator's.
fn said(segments: &Segments<'_>, quotes: &[Quote]) -> Vec<bool> {
    let mut said = vec![false; segments.tokens.len()];
    let mut end = 0;
    for quote in quotes.iter().filter(|quote| quote.kind != QuoteKind::Scare) {
        // Quotations come in order; what one inside another covers is covered already.
        let start = segments.token_at(quote.span.start).max(end);
        end = end.max(segments.token_at(quote.span.end.saturating_sub(1)) + 1).min(said.len());
        if start < end {
            said[start..end].fill(true);
        }
    }
    said
}

struct Resolver<'a, 'd, 'l> {
    segments: &'a Segments<'d>,
    names: &'a [Name],
    clusters: &'a [Cluster<'l>],
    cluster_of: Vec<Option<usize>>,
    said: Vec<bool>,
}

impl Resolver<'_, '_, '_> {
    fn tokens(&self, span: Span) -> Range<TokenIndex> {
        self.segments.token_at(span.start)..self.segments.token_at(span.end.saturating_sub(1)) + 1
    }

    /// The names that begin inside the tokens, by their index.
    fn names_in(&self, tokens: &Range<TokenIndex>) -> Range<usize> {
        let first = self.names.partition_point(|name| name.tokens.start < tokens.start);
        let end = self.names.partition_point(|name| name.tokens.start < tokens.end);
        first..end.max(first)
    }

    /// The clusters that a speaker phrase means.
    fn speakers(&self, phrase: &Range<TokenIndex>, last: Option<(usize, usize)>) -> Vec<usize> {
        let first = self.segments.lower(phrase.start);
        if phrase.len() == 1
            && let Some(gender) = gender_of(first)
        {
            return self.antecedent(phrase.start, gender, last).into_iter().collect();
        }
        if phrase.len() == 1 && first == "who" {
            return self.relative(phrase.start).into_iter().collect();
        }
        let named = self.named(phrase);
        if !named.is_empty() {
            return named;
        }
        self.by_role(phrase).into_iter().collect()
    }

    /// The people or, failing them, the organisation, place or group that the phrase is the name of.
    fn named(&self, phrase: &Range<TokenIndex>) -> Vec<usize> {
        let segments = self.segments;
        let mut found: Vec<usize> = Vec::new();
        let mut before: Option<&Name> = None;
        for index in self.names_in(phrase).filter(|&index| self.names[index].kind == EntityType::Person) {
            let name = &self.names[index];
            let behind = name.tokens.end;
            let apostrophe = matches!(segments.word(behind), "'" | "’") && segments.is_glued(behind) && behind + 1 < phrase.end;
            let owner = apostrophe || segments.tokens.get(behind).is_some_and(|token| token.kind == Kind::Possessive);
            // "Ada Stone's adviser", "Stone allies", "Stone adviser Otto Berg": a name in front of a noun or a
            // title says whose it is.
            let follows = segments.lower(behind);
            let is_head = behind >= phrase.end
                || matches!(follows, "," | "(" | "and" | "or" | "who" | "of" | "from" | "for" | "at" | "in" | "with" | "on" | "as")
                || segments.tokens.get(behind).is_some_and(|token| token.kind != Kind::Word);
            if owner || !is_head || self.is_governed(phrase.start, name.tokens.start) {
                continue;
            }
            let joined = before.is_none_or(|before| {
                let between = before.tokens.end..name.tokens.start;
                between.clone().any(|at| matches!(segments.lower(at), "and" | "or"))
                    || between.len() == 1 && segments.word(between.start) == ","
            });
            if joined && let Some(cluster) = self.cluster_of[index] {
                if !found.contains(&cluster) {
                    found.push(cluster);
                }
                before = Some(name);
            }
        }
        if !found.is_empty() {
            return found;
        }
        // "the White House", "Moscow": the whole phrase up to its first comma is one name.
        let start = if matches!(segments.lower(phrase.start), "the" | "a" | "an") { phrase.start + 1 } else { phrase.start };
        let end = phrase.clone().find(|&at| segments.word(at) == ",").unwrap_or(phrase.end);
        let whole = self.names_in(phrase).find(|&index| self.names[index].tokens == (start..end));
        whole.and_then(|index| self.cluster_of[index]).into_iter().collect()
    }

    /// Whom a relative pronoun at `at` stands for: the person named right in front of it, whose apposition may stand between.
    fn relative(&self, at: TokenIndex) -> Option<usize> {
        let sentence = self.segments.sentences[self.segments.sentence_of(at)].tokens.start;
        let end = if at > sentence && self.segments.word(at - 1) == "," { at - 1 } else { at };
        let index = self.names.partition_point(|name| name.tokens.end <= end).checked_sub(1)?;
        (self.names[index].tokens.end == end && self.names[index].kind == EntityType::Person).then(|| self.cluster_of[index]).flatten()
    }

    /// Whether the name at `at` hangs on a preposition: "a lawyer for Ada Stone".
    fn is_governed(&self, start: TokenIndex, at: TokenIndex) -> bool {
        let mut before = at;
        while before > start && (is_title(self.segments.lower(before - 1)) || self.segments.lower(before - 1) == "the") {
            before -= 1;
        }
        before > start
            && matches!(
                self.segments.lower(before - 1),
                "of" | "for" | "from" | "with" | "to" | "by" | "at" | "against" | "under" | "behind"
            )
    }

    /// The person that "he" or "she" at `at` means: the one who spoke last, unless somebody else came up since.
    fn antecedent(&self, at: TokenIndex, gender: Gender, last: Option<(usize, usize)>) -> Option<usize> {
        let here = self.segments.sentence_of(at);
        let fits = |cluster: usize| self.clusters[cluster].gender.is_none_or(|known| known == gender);
        for back in 0..=LOOK_BACK {
            let sentence = here.checked_sub(back)?;
            let mut tokens = self.segments.sentences[sentence].tokens.clone();
            if back == 0 {
                tokens.end = at;
            }
            let mut people: Vec<usize> = Vec::new();
            // Whom somebody speaks of is not who speaks next.
            let narrated = |index: &usize| self.names[*index].kind == EntityType::Person && !self.said[self.names[*index].tokens.start];
            for index in self.names_in(&tokens).filter(narrated) {
                if let Some(cluster) = self.cluster_of[index].filter(|&cluster| fits(cluster) && !people.contains(&cluster)) {
                    people.push(cluster);
                }
            }
            if let Some((speaker, spoke)) = last.filter(|&(speaker, spoke)| spoke >= sentence && fits(speaker)) {
                // Spoke in this sentence or behind it: still the one, if nobody else stands in front in between.
                let other = people.first().is_some_and(|&first| first != speaker && spoke < sentence);
                return (!other).then_some(speaker);
            }
            match people.as_slice() {
                [] => {}
                [one] => return Some(*one),
                // The subject stands first; it is the one if its gender is known to agree and it opens its sentence, or if
                // no other gender is known to agree.
                [first, rest @ ..] => {
                    let agrees = |cluster: usize| self.clusters[cluster].gender == Some(gender);
                    let opens = self.opens(*first, &tokens);
                    return (agrees(*first) && (opens || !rest.iter().any(|&other| agrees(other)))).then_some(*first);
                }
            }
        }
        None
    }

    /// Whether a name of the cluster opens the tokens of a sentence, but for its title.
    fn opens(&self, cluster: usize, sentence: &Range<TokenIndex>) -> bool {
        let first = self.names_in(sentence).find(|&index| self.cluster_of[index] == Some(cluster));
        first.is_some_and(|index| {
            let name = self.names[index].tokens.start;
            name - sentence.start <= 4 && !self.is_governed(sentence.start, name)
        })
    }

    /// The one person whose role the phrase repeats: "the minister", "the mayor".
    fn by_role(&self, phrase: &Range<TokenIndex>) -> Option<usize> {
        if self.segments.lower(phrase.start) != "the" || phrase.len() > 4 {
            return None;
        }
        let head = self.segments.lower(phrase.end - 1);
        if !is_title(head) {
            return None;
        }
        let mut bearers =
            self.clusters.iter().enumerate().filter(|(_, cluster)| {
                cluster.role.as_ref().is_some_and(|role| role.split(' ').any(|word| word.eq_ignore_ascii_case(head)))
            });
        let first = bearers.next()?;
        bearers.next().is_none().then_some(first.0)
    }
}

fn gender_of(pronoun: &str) -> Option<Gender> {
    match pronoun {
        "he" => Some(Gender::Male),
        "she" => Some(Gender::Female),
        _ => None,
    }
}
