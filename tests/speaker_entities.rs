//! How often the speaker of a quotation is resolved to the right entity, on the 24 news articles of which both the quotations
//! and the chains of coreference are annotated (`quotes/dev/wikinews` and `coreference/dev/wikinews` in `../shared/corpora`;
//! without them the test says that it was skipped). `SPEAKER_MISSES=1 cargo test --test speaker_entities -- --nocapture` lists
//! what went wrong.
//!
//! *Asked* is every gold quotation of speech with a speaker phrase that holds a mention of a gold chain at its start (after an
//! article or "both"). Its speakers are the chains of the widest such mention, or those of the parts of a coordination ("A and
//! B"). *Found* is one that an answered quotation, not a scare quote, overlaps with an intersection over union of 0.3 or more.
//!
//! *Right*: as many entities are given as there are speakers, each of a chain of its own. An entity is of the chain in which
//! most of its mentions lie, so that an answer that makes everything one thing is not right everywhere. A mention lies in the
//! smallest gold mention around it, if it is the end of that, or if a comma, a bracket or, behind an organisation, nothing but
//! plain words follow ("[Skyways] news agency"): "[Oslo] mayor" is nobody's name. *Not given*: no entity. *Wrong*: anything else.
//!
//! The kinds of phrase: a *pronoun*; a *full name* or a *short name*, of two or more and of one capitalised word at the end of
//! the phrase, titles aside; a *noun phrase*: everything else. Speakers whose chain names nobody ("researchers … they") are
//! counted apart, as *unnamed*: to give nothing is right there. The floor is for names and pronouns among what was found.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::ops::Range;
use std::path::Path;

use newsgloss::annotations::{EntityType, Quote, QuoteKind};
use newsgloss::document::{Bytes, CodePoints, OffsetMap, Span};
use newsgloss::{Annotations, Annotator, Confidence, Document, Options};
use serde_json::Value;

/// The share, in hundredths, of names and pronouns among the speakers of quotations found that must be right.
const FLOOR: usize = 85;

const PRONOUNS: &[&str] = &["both", "he", "i", "it", "she", "they", "we", "which", "who", "you"];

/// Capitalised words at the end of a phrase that are an office, not a name.
const OFFICES: &[&str] = &[
    "Administrator",
    "Ambassador",
    "Chancellor",
    "Chief",
    "Commissioner",
    "Director",
    "General",
    "Governor",
    "Judge",
    "Leader",
    "Mayor",
    "Minister",
    "Mr",
    "Mr.",
    "Mrs",
    "Mrs.",
    "Ms",
    "Ms.",
    "President",
    "Professor",
    "Secretary",
    "Senator",
    "Speaker",
];

/// Words of a phrase after which it is no longer a name: "a letter seen by Harbour News".
const MODIFIERS: &[&str] = &["as", "by", "from", "on", "such"];

/// A gold article: code points, so that its offsets index it.
struct Gold {
    id: String,
    text: Vec<char>,
    chains: Vec<Vec<Range<usize>>>,
    /// Spans of speech with the spans of their speaker phrases.
    quotes: Vec<(Range<usize>, Range<usize>)>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Form {
    FullName,
    ShortName,
    Pronoun,
    NounPhrase,
    Unnamed,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Verdict {
    Right,
    Wrong,
    NotGiven,
    NotFound,
}

#[test]
fn speakers_that_are_names_or_pronouns_are_resolved() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpora");
    let (Ok(quotes), Ok(chains)) =
        (fs::read_to_string(folder.join("quotes/dev/wikinews.jsonl")), fs::read_to_string(folder.join("coreference/dev/wikinews.jsonl")))
    else {
        eprintln!("skipped: the corpora are not beside the repository");
        return;
    };
    let articles = read(&quotes, &chains);
    let common: BTreeSet<String> = articles.iter().flat_map(|gold| lower_case_words(&gold.text)).collect();
    let annotator = Annotator::embedded().unwrap();
    let mut counts: BTreeMap<(Form, Verdict), usize> = BTreeMap::new();
    let mut unspoken = 0;
    for gold in &articles {
        let text: String = gold.text.iter().collect();
        let document = Document::from_plain_text(&text, None).unwrap();
        let annotations = annotator.annotate(&document, &Options { min_confidence: Confidence::percent(0), ..Options::default() });
        let answer = Answered::new(&annotations, &OffsetMap::new(&text), gold);
        for (quote, phrase) in &gold.quotes {
            let speakers = gold.speakers(phrase);
            if speakers.is_empty() {
                continue;
            }
            let form = form(gold, phrase, &speakers, &common);
            let (mut verdict, given) = answer.judge(quote, &speakers);
            if form == Form::Unnamed && verdict == Verdict::NotGiven {
                verdict = Verdict::Right;
            }
            unspoken += usize::from(form < Form::NounPhrase && verdict == Verdict::NotGiven && !given.has_phrase);
            *counts.entry((form, verdict)).or_default() += 1;
            if verdict != Verdict::Right && std::env::var_os("SPEAKER_MISSES").is_some() {
                println!("{verdict:?}, {form:?}, {}: “{}” {} {:?}", gold.id, gold.slice(phrase), phrase.start, given);
            }
        }
    }
    let total = report(&counts);
    println!("{unspoken} of those not given had no speaker phrase");
    assert!(100 * total.right >= FLOOR * total.found, "{} of {} is less than {FLOOR} %", total.right, total.found);
}

struct Total {
    right: usize,
    found: usize,
}

/// Prints the table and returns the figures of names and pronouns.
fn report(counts: &BTreeMap<(Form, Verdict), usize>) -> Total {
    let count = |forms: &[Form], verdict| forms.iter().map(|&form| counts.get(&(form, verdict)).copied().unwrap_or_default()).sum();
    let names = [Form::FullName, Form::ShortName, Form::Pronoun];
    println!("{:20} {:>6} {:>6} {:>10} {:>14} {:>12}", "speaker", "right", "wrong", "not given", "right of found", "right of all");
    let mut total = Total { right: 0, found: 0 };
    for (title, forms) in [
        ("full name", &names[..1]),
        ("short name", &names[1..2]),
        ("pronoun", &names[2..]),
        ("names and pronouns", &names[..]),
        ("noun phrase", &[Form::NounPhrase]),
        ("unnamed", &[Form::Unnamed]),
    ] {
        let [right, wrong, absent, missed] =
            [Verdict::Right, Verdict::Wrong, Verdict::NotGiven, Verdict::NotFound].map(|verdict| count(forms, verdict));
        let found: usize = right + wrong + absent;
        let all = found + missed;
        let share = |of: usize| format!("{:.1} % of {of}", 100.0 * right as f64 / of.max(1) as f64);
        println!("{title:20} {right:6} {wrong:6} {absent:10} {:>14} {:>12}", share(found), share(all));
        if forms.len() == names.len() {
            total = Total { right, found };
        }
    }
    total
}

fn read(quotes: &str, chains: &str) -> Vec<Gold> {
    let chains: BTreeMap<String, Value> = chains
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap())
        .map(|article| (article["id"].as_str().unwrap().to_owned(), article))
        .collect();
    let articles = quotes.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    articles
        .map(|article| {
            let id = article["id"].as_str().unwrap().to_owned();
            let text: Vec<char> = article["text"].as_str().unwrap().chars().collect();
            let coreference = &chains[&id];
            assert_eq!(coreference["text"], article["text"], "{id}: the two corpora differ");
            let speech = |quote: &&Value| quote["speech"] != false && quote["speaker"].is_object();
            Gold {
                text,
                chains: coreference["chains"]
                    .as_array()
                    .unwrap()
                    .iter()
                    .map(|c| c.as_array().unwrap().iter().map(span).collect())
                    .collect(),
                quotes: article["quotes"].as_array().unwrap().iter().filter(speech).map(|q| (span(q), span(&q["speaker"]))).collect(),
                id,
            }
        })
        .collect()
}

fn span(value: &Value) -> Range<usize> {
    value["start"].as_u64().unwrap() as usize..value["end"].as_u64().unwrap() as usize
}

fn lower_case_words(text: &[char]) -> Vec<String> {
    let text: String = text.iter().collect();
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.starts_with(char::is_lowercase)).map(str::to_owned).collect()
}

impl Gold {
    fn slice(&self, span: &Range<usize>) -> String {
        self.text[span.clone()].iter().collect()
    }

    /// The mentions inside `span`, each with its chain, the wider ones of one start first.
    fn mentions_in(&self, span: &Range<usize>) -> Vec<(Range<usize>, usize)> {
        let all = self.chains.iter().enumerate().flat_map(|(chain, mentions)| mentions.iter().map(move |mention| (mention.clone(), chain)));
        let mut inside: Vec<_> = all.filter(|(mention, _)| span.start <= mention.start && mention.end <= span.end).collect();
        inside.sort_by_key(|(mention, _)| (mention.start, std::cmp::Reverse(mention.end)));
        inside
    }

    /// The chains of those whom a speaker phrase means.
    fn speakers(&self, phrase: &Range<usize>) -> BTreeSet<usize> {
        let inside = self.mentions_in(phrase);
        let mut speakers = BTreeSet::new();
        let Some((first, chain)) = inside.first() else { return speakers };
        let opening = self.slice(&(phrase.start..first.start)).to_lowercase();
        if !matches!(opening.trim(), "" | "the" | "a" | "an" | "both" | "\"") {
            return speakers;
        }
        // The parts of a coordination, whether or not it is a mention itself.
        let is_coordination = inside.iter().any(|(part, _)| {
            part.start == first.start
                && part.end < first.end
                && inside.iter().any(|(other, _)| other.end == first.end && self.is_joined(part, other))
        });
        let Some((mut last, chain)) =
            inside.iter().find(|(part, _)| !is_coordination || part != first).map(|(part, of)| (part, of)).or(Some((first, chain)))
        else {
            return speakers;
        };
        speakers.insert(*chain);
        for (part, chain) in &inside {
            if self.is_joined(last, part) {
                speakers.insert(*chain);
                last = part;
            }
        }
        speakers
    }

    fn is_joined(&self, before: &Range<usize>, behind: &Range<usize>) -> bool {
        before.end <= behind.start && matches!(self.slice(&(before.end..behind.start)).trim(), "and" | ", and")
    }

    /// The chain in which an answered mention lies.
    fn chain_of(&self, mention: &Range<usize>, kind: EntityType) -> Option<usize> {
        let all = self.chains.iter().enumerate().flat_map(|(chain, mentions)| mentions.iter().map(move |around| (around, chain)));
        let around = all.filter(|(around, _)| around.start <= mention.start && mention.end <= around.end);
        let (smallest, chain) = around.min_by_key(|(around, _)| around.len())?;
        let behind = self.slice(&(mention.end..smallest.end));
        let is_said_of = kind == EntityType::Organization && behind.starts_with(' ') && !behind.contains(char::is_uppercase);
        let ends = is_said_of || matches!(behind.as_str(), "" | "'s" | "’s") || behind.trim_start().starts_with([',', '(']);
        ends.then_some(chain)
    }
}

fn form(gold: &Gold, phrase: &Range<usize>, speakers: &BTreeSet<usize>, common: &BTreeSet<String>) -> Form {
    let own = form_of(&gold.slice(phrase), common);
    let is_named = |chain: &usize| {
        gold.chains[*chain].iter().any(|mention| matches!(form_of(&gold.slice(mention), common), Form::FullName | Form::ShortName))
    };
    if matches!(own, Form::Pronoun | Form::NounPhrase) && !speakers.iter().any(is_named) { Form::Unnamed } else { own }
}

fn form_of(phrase: &str, common: &BTreeSet<String>) -> Form {
    let is_one_word = !phrase.contains(' ');
    // "WHO" is no pronoun.
    let is_acronym = phrase.len() > 1 && phrase.chars().all(char::is_uppercase);
    if !is_acronym && PRONOUNS.contains(&phrase.to_lowercase().as_str()) {
        return Form::Pronoun;
    }
    if is_one_word && common.contains(&phrase.to_lowercase()) {
        return Form::NounPhrase;
    }
    let head = phrase.split([',', '(']).next().unwrap_or_default();
    let words: Vec<&str> = head.split_whitespace().collect();
    let open = words.first().is_some_and(|word| matches!(*word, "a" | "A" | "an" | "An" | "some" | "Some" | "other" | "Other"));
    if open || words.iter().any(|word| MODIFIERS.contains(word)) {
        return Form::NounPhrase;
    }
    match words.iter().rev().take_while(|word| word.starts_with(char::is_uppercase) && !OFFICES.contains(word)).count() {
        0 => Form::NounPhrase,
        1 => Form::ShortName,
        _ => Form::FullName,
    }
}

/// The answer on one article, in code points.
struct Answered<'a> {
    quotes: Vec<(Range<usize>, &'a Quote)>,
    /// The chain in which most of an entity's mentions lie, by the entity's id, and its name.
    entities: BTreeMap<u32, (Option<usize>, &'a str)>,
}

/// What was given for a speaker, to be read by people.
#[derive(Debug, Default)]
#[allow(dead_code, reason = "printed")]
struct Given<'a> {
    has_phrase: bool,
    names: Vec<&'a str>,
}

impl<'a> Answered<'a> {
    fn new(annotations: &'a Annotations, offsets: &OffsetMap<CodePoints>, gold: &Gold) -> Self {
        let span = |span: Span<Bytes>| {
            let span = offsets.span(span);
            span.start as usize..span.end as usize
        };
        let spoken = annotations.quotes.iter().filter(|quote| quote.kind != QuoteKind::Scare);
        let entities = annotations.entities.iter().map(|entity| {
            let mut chains: BTreeMap<usize, usize> = BTreeMap::new();
            for mention in entity.mentions.iter().filter(|_| entity.kind != EntityType::Group) {
                if let Some(chain) = gold.chain_of(&span(mention.span), entity.kind) {
                    *chains.entry(chain).or_default() += 1;
                }
            }
            let most = chains.into_iter().max_by_key(|&(chain, count)| (count, std::cmp::Reverse(chain)));
            (entity.id.0, (most.map(|(chain, _)| chain), entity.name.as_str()))
        });
        Answered { quotes: spoken.map(|quote| (span(quote.span), quote)).collect(), entities: entities.collect() }
    }

    fn judge(&self, quote: &Range<usize>, speakers: &BTreeSet<usize>) -> (Verdict, Given<'a>) {
        let overlap = |other: &Range<usize>| {
            let shared = other.end.min(quote.end).saturating_sub(other.start.max(quote.start));
            let both = other.end.max(quote.end) - other.start.min(quote.start);
            // In thousandths, so that it can be ordered.
            1000 * shared / both.max(1)
        };
        let best = self.quotes.iter().max_by_key(|(span, _)| overlap(span)).filter(|(span, _)| overlap(span) >= 300);
        let Some((_, best)) = best else { return (Verdict::NotFound, Given::default()) };
        let entities: Vec<_> = best.entities.iter().map(|id| self.entities[&id.0]).collect();
        let given = Given { has_phrase: best.speaker.is_some(), names: entities.iter().map(|(_, name)| *name).collect() };
        let chains: BTreeSet<usize> = entities.iter().filter_map(|(chain, _)| *chain).collect();
        let verdict = if entities.is_empty() {
            Verdict::NotGiven
        } else if entities.len() == speakers.len() && chains == *speakers {
            Verdict::Right
        } else {
            Verdict::Wrong
        };
        (verdict, given)
    }
}
