//! The tagger on small texts, by phenomenon, and on weights and texts that are no good.

#![allow(clippy::unwrap_used)]

use std::sync::LazyLock;

use super::lattice::Lattice;
use super::tags::OUTSIDE;
use super::*;
use crate::document::Document;

static TAGGER: LazyLock<Tagger> = LazyLock::new(|| Tagger::embedded().unwrap());
static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::embedded().unwrap());

/// How a type is written in marked texts.
pub(in crate::names) fn letters(kind: EntityType) -> &'static str {
    match kind {
        EntityType::Person => "per",
        EntityType::Organization => "org",
        EntityType::Place => "loc",
        EntityType::Group => "grp",
        EntityType::Event => "evt",
        EntityType::Misc => "misc",
    }
}

/// The text with what the tagger says marked in it: `[per Ada Stone]`.
fn tagged(text: &str) -> String {
    let document = Document::from_plain_text(text, None).unwrap();
    let mut marked = String::new();
    let mut at = 0;
    for name in TAGGER.tag(&Segments::new(&document), &LEXICON).0 {
        marked.push_str(&text[at..name.span.start as usize]);
        marked.push_str(&format!("[{} {}]", letters(name.kind), document.slice(name.span)));
        at = name.span.end as usize;
    }
    marked + &text[at..]
}

/// A marked text without its marks.
pub(in crate::names) fn unmarked(marked: &str) -> String {
    let mut text = String::new();
    let mut rest = marked;
    while let Some((before, tail)) = rest.split_once('[') {
        let (mark, after) = tail.split_once(']').unwrap();
        text.push_str(before);
        text.push_str(mark.split_once(' ').unwrap().1);
        rest = after;
    }
    text + rest
}

/// What is known to be hard, with texts of our own: the phenomenon, how many of its texts are wrong today, the texts.
/// A number may only go down; when new weights change one, the message says which texts are wrong.
const PHENOMENA: &[(&str, usize, &[&str])] = &[
    (
        "words that begin a sentence",
        0,
        &[
            "Farmers blocked the road to [loc Nairobi] on Monday.",
            "Protesters marched in [loc Oslo]. Police watched.",
            "However, [per Marit Solberg] disagreed.",
            "Yesterday [per Solberg] left [loc Norway] for talks.",
            "Officials in [loc Ghana] said the dam was safe.",
        ],
    ),
    (
        "headlines",
        0,
        &[
            "Storm Warning Lifted as Ships Return to [loc Lagos]\n\nThe harbour opened again on Friday after two days of heavy rain.",
            "[per Merkel] says talks with [loc Greece] will go on\n\nThe chancellor spoke to reporters on Friday after the meeting.",
            "[loc Brazil] floods kill dozens\n\nRescue teams were still searching on Sunday, officials said.",
        ],
    ),
    (
        "capitals throughout",
        1,
        &[
            "[loc KENYA] AND [loc UGANDA] SIGN TRADE DEAL\n\nThe two ministers met on Monday and signed the papers.",
            "The [org WHO] and [org UNICEF] asked for help.",
        ],
    ),
    (
        "teams named by places",
        1,
        &["[org Manchester United] beat [org Liverpool] 2-1 on Saturday.", "[org Chicago Bulls] guard [per Tom Ellery] scored 30 points."],
    ),
    (
        "organisations with places inside",
        0,
        &[
            "She studied at the [org University of Oslo] for years.",
            "The [org Bank of England] kept its rate.",
            "The [org Norwegian Refugee Council] opened an office.",
            "He works for the [org Kenya Wildlife Service] now.",
        ],
    ),
    (
        "hyphens and apostrophes",
        0,
        &[
            "The [loc US]-led mission ended in [loc Afghanistan].",
            "[per Jean-Luc Moreau] met [per Sean O'Hara] on Monday.",
            "[loc Norway]'s minister thanked [per Lee Min-ho] for the visit.",
        ],
    ),
    (
        "names from many languages",
        0,
        &[
            "Mr [per Ngozi Adeyemi] told [per Nguyen Van Hoa] about it.",
            "President [per Ibrahim Al-Rashid] met [per José Álvarez] in [loc Doha].",
            "[per Zhang Wei], a spokesman, declined to comment.",
        ],
    ),
    (
        "coordinated names",
        0,
        &[
            "[per John] and [per Mary Smith] were there.",
            "Leaders of [loc France], [loc Germany] and [loc Italy] met.",
            "Both [per Kerry] and [per Lavrov] spoke in [loc Geneva].",
        ],
    ),
    (
        "titles",
        2,
        &[
            "[org UN] Special Envoy for [loc Kenya] [per Marit de Vries] agreed.",
            "Mr. [per Tveit] and Dr [per Oyelaran] disagreed.",
            "Foreign Minister [per Sergei Orlov] and Sen. [per Ann Whitfield] met.",
            "Prime Minister [per Anna Berg] resigned.",
        ],
    ),
    (
        "ambiguous words",
        0,
        &[
            "In May, [per Theresa May] went to [loc Turkey].",
            "He will go to [loc Reading] in March.",
            "[per Will Parker] will read the will.",
        ],
    ),
    (
        "lists and captions",
        0,
        &["Image: [per Tom Ellery].", "The teams come from [loc Peru], [loc Chile], [loc Bolivia] and [loc Ecuador]."],
    ),
];

#[test]
fn no_phenomenon_gets_worse() {
    let mut worse = String::new();
    for &(phenomenon, known, texts) in PHENOMENA {
        let wrong: Vec<String> = texts.iter().map(|text| tagged(&unmarked(text))).filter(|said| !texts.contains(&said.as_str())).collect();
        if wrong.len() > known {
            worse += &format!("{phenomenon}: {} wrong, {known} known\n  {}\n", wrong.len(), wrong.join("\n  "));
        }
    }
    assert!(worse.is_empty(), "{worse}");
}

#[test]
fn the_article_decides_what_a_sentence_leaves_open() {
    let said = tagged("Ola Tveitnes came late to the hearing, his lawyer said. Reporters waited for Tveitnes outside the court.");
    assert!(said.contains("waited for [per Tveitnes] outside"), "{said}");
}

#[test]
fn other_languages_are_left_alone_but_for_what_the_lexicon_knows() {
    let said = tagged(
        "Die Regierung hat am Montag in Berlin beschlossen, dass der Ausbau der Strecke nach Norden im kommenden Jahr beginnen soll, \
         wie ein Sprecher des Ministeriums sagte, und dass die Kosten vom Bund und von den Ländern getragen werden.",
    );
    assert_eq!(said.matches('[').count(), said.matches("[loc Berlin]").count(), "{said}");
}

#[test]
fn nothing_is_found_where_there_is_nothing() {
    for text in ["", " ", "\n\n", "...", "it rained all day.", "12 34 56", "—", "\u{0}\u{FFFD}", "I", "(((((", "'s 's 's"] {
        assert_eq!(tagged(text), text);
    }
}

#[test]
fn a_token_of_any_length_is_one_token() {
    let long = "A".repeat(20_000);
    let text = format!("{long} met Kerry in Geneva on Friday.");
    assert!(tagged(&text).ends_with("[loc Geneva] on Friday."));
}

#[test]
fn weights_that_are_cut_short_or_of_another_version_are_refused() {
    let file = include_bytes!("../../../data/weights.bin");
    assert_eq!(Weights::parse(b"").unwrap_err(), WeightsError::NotWeights);
    assert_eq!(Weights::parse(&file[..20]).unwrap_err(), WeightsError::NotWeights);
    assert_eq!(Weights::parse(&[b'x'; 200]).unwrap_err(), WeightsError::NotWeights);
    for length in [weights::HEADER, 1000, file.len() / 2, file.len() - 1] {
        let error = Weights::parse(&file[..length]).unwrap_err();
        assert_eq!(error, WeightsError::WrongLength { expected: file.len(), found: length });
    }
    let mut longer = file.to_vec();
    longer.push(0);
    assert!(matches!(Weights::parse(&longer), Err(WeightsError::WrongLength { .. })));
    let mut newer = file.to_vec();
    newer[4] += 1;
    assert_eq!(Weights::parse(&newer).unwrap_err(), WeightsError::OtherVersion { found: weights::VERSION + 1 });
    let message = WeightsError::OtherVersion { found: 9 }.to_string();
    assert!(message.contains("version 9"), "{message}");
}

#[test]
fn damaged_weights_are_refused_or_do_no_harm() {
    let file = include_bytes!("../../../data/weights.bin");
    let document = Document::from_plain_text("Kerry met Lavrov in Geneva. The UN was there.", None).unwrap();
    let segments = Segments::new(&document);
    for at in (weights::HEADER..file.len()).step_by(file.len() / 40) {
        let mut damaged = file.to_vec();
        damaged[at] ^= 0xA5;
        if let Ok(tagger) = Tagger::parse(&damaged) {
            for name in tagger.tag(&segments, &LEXICON).0 {
                assert!(!document.slice(name.span).is_empty());
            }
        }
    }
}

#[test]
fn slots_answer_for_their_members_alone() {
    let mut slots = slots::Slots::new(10);
    for slot in [0, 1, 63, 64, 700, 1023] {
        assert!(slots.insert(slot));
    }
    assert!(!slots.insert(64), "it is there already");
    assert!(!slots.insert(1024), "it is too large");
    slots.rank();
    let hash = |slot: u32| slot << 22 | 5;
    assert_eq!([0, 1, 63, 64, 700, 1023].map(|slot| slots.find(hash(slot))), [0, 1, 2, 3, 4, 5].map(Some));
    assert_eq!([2, 62, 65, 699, 1022].map(|slot| slots.find(hash(slot))), [None; 5]);
}

#[test]
fn only_legal_sequences_are_decoded() {
    // Every score asks for the inside of a person; the first token can only begin one.
    let mut score = [0; tags::TAGS];
    score[usize::from(tags::inside(0))] = 100;
    score[usize::from(tags::inside(1))] = 99;
    let mut tags = [OUTSIDE; 3];
    let mut lattice = Lattice::default();
    lattice.decode(&[score; 3], &[[0; tags::TAGS]; tags::TAGS], &mut tags);
    assert_eq!(tags, [tags::begin(0), tags::inside(0), tags::inside(0)]);
    lattice.look_back(&[score; 3], &[[0; tags::TAGS]; tags::TAGS]);
    // The best rival is the same name of the other type, two points below.
    assert_eq!(lattice.margin(&tags, 0, 3), 2);
}
