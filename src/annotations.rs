//! The answer: entities, values and quotations, as `annotate` gives them and as they are written on the wire.
//!
//! Inside the crate every span counts bytes. [`Annotations::in_units`] turns a whole answer into the unit a caller counts in,
//! and only such an answer is worth serialising. Absent means unknown: no nulls and no empty strings are written.

#[cfg(not(target_arch = "wasm32"))]
use schemars::JsonSchema;
use serde::Serialize;
use serde::ser::Serializer;
use time::Date;

use crate::document::{Bytes, Document, OffsetMap, Span, WireUnit};

#[macro_use]
mod schema;
#[cfg(not(target_arch = "wasm32"))]
pub use schema::schema;

/// How sure a stage is, in thousandths, so that every build answers alike to the last digit. Written as 0.97.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Confidence(u16);

impl Confidence {
    /// Certain.
    pub const FULL: Confidence = Confidence(1000);

    /// From thousandths; more than a thousand counts as certain.
    pub const fn from_thousandths(thousandths: u16) -> Self {
        Confidence(if thousandths > 1000 { 1000 } else { thousandths })
    }

    /// From hundredths.
    pub const fn percent(percent: u16) -> Self {
        Self::from_thousandths(percent * 10)
    }

    /// In thousandths.
    pub const fn thousandths(self) -> u16 {
        self.0
    }
}

impl Serialize for Confidence {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(f64::from(self.0) / 1000.0)
    }
}

has_schema!(Confidence, { "description": "How sure newsgloss is.", "type": "number", "minimum": 0, "maximum": 1 });

/// Gives each variant of an enum the word that it is written as, in answers and exports alike.
macro_rules! written_as {
    ($type:ident { $($variant:ident $word:literal),* }) => {
        has_schema!($type, { "type": "string", "enum": [$($word),*] });

        impl $type {
            /// The word that it is written as.
            pub const fn word(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)*
                }
            }
        }

        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.word())
            }
        }
    };
}

/// What kind of thing an entity is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntityType {
    /// A human being, without the title.
    Person,
    /// A company, agency, party, team or newspaper.
    Organization,
    /// A country, town, region, river or building.
    Place,
    /// A nationality, people or religion, or a political adjective.
    Group,
    /// A war, conference, storm.
    Event,
    /// A work, law, treaty, product, award or language.
    Misc,
}

written_as!(EntityType { Person "person", Organization "organization", Place "place", Group "group", Event "event", Misc "misc" });

impl EntityType {
    /// How many types there are.
    pub(crate) const COUNT: usize = EntityType::Misc as usize + 1;
}

/// Names an entity inside one answer: "e1".
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntityId(pub u32);

/// Names a quotation inside one answer: "q1".
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct QuoteId(pub u32);

/// Names a statement, of which several quotations may be parts: "s1".
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StatementId(pub u32);

macro_rules! written_with {
    ($id:ident, $letter:literal) => {
        has_schema!($id, { "type": "string", "pattern": concat!("^", $letter, "[1-9][0-9]*$") });

        impl Serialize for $id {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(&format_args!(concat!($letter, "{}"), self.0))
            }
        }
    };
}
written_with!(EntityId, "e");
written_with!(QuoteId, "q");
written_with!(StatementId, "s");

/// One stretch of text that names an entity.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema), schemars(rename = "Mention", bound = ""))]
#[serde(bound = "")]
pub struct Mention<U = Bytes> {
    /// Where, without a leading article or a trailing possessive.
    #[serde(flatten)]
    pub span: Span<U>,
    /// How sure it is that this names an entity of this type.
    pub confidence: Confidence,
}

/// One real thing that the article names.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema), schemars(rename = "Entity", bound = ""))]
#[serde(bound = "")]
pub struct Entity<U = Bytes> {
    /// Its id in this answer.
    pub id: EntityId,
    /// What kind of thing it is.
    #[serde(rename = "type")]
    pub kind: EntityType,
    /// Its fullest form in the article, or the name of the item it is linked to.
    pub name: String,
    /// What the article calls it besides: "Secretary of State".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// The Wikidata item.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wikidata: Option<String>,
    /// A few words that tell a reader what it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Where a publisher says that more is told about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Of a group: the entity, or else the Wikidata item, it belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<Belonging>,
    /// Of a place: its latitude and longitude in degrees, north and east positive.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub coordinates: Option<Coordinates>,
    /// Where the article names it, in reading order.
    pub mentions: Vec<Mention<U>>,
}

/// A place on earth, in hundredths of a degree, so that every build answers alike to the last digit. Written as
/// `[latitude, longitude]` in degrees, north and east positive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Coordinates {
    /// From -9000 to 9000.
    pub latitude: i16,
    /// From -18000 to 18000.
    pub longitude: i16,
}

has_schema!(Coordinates, {
    "type": "array",
    "prefixItems": [{ "type": "number", "minimum": -90, "maximum": 90 }, { "type": "number", "minimum": -180, "maximum": 180 }],
    "items": false,
    "minItems": 2
});

impl Serialize for Coordinates {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        [self.latitude, self.longitude].map(|hundredths| f64::from(hundredths) / 100.0).serialize(serializer)
    }
}

/// Of a group: the id of the entity, or else the Wikidata item, that it belongs to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema), schemars(inline))]
#[serde(untagged)]
pub enum Belonging {
    /// An entity of the article.
    Entity(EntityId),
    /// A Wikidata item that the article does not name.
    Wikidata(String),
}

/// What kind of value an expression states.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ValueType {
    /// A day, week, month, season, year or decade.
    Date,
    /// A time of day.
    Time,
    /// A length of time.
    Duration,
    /// A time that returns: "every Friday".
    Set,
    /// A sum of money, or a range of sums.
    Money,
    /// A share of a hundred.
    Percent,
    /// An amount of a unit.
    Quantity,
}

written_as!(ValueType {
    Date "date",
    Time "time",
    Duration "duration",
    Set "set",
    Money "money",
    Percent "percent",
    Quantity "quantity"
});

/// One date, time, duration, sum, share or amount.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema), schemars(rename = "Value", bound = ""))]
#[serde(bound = "")]
pub struct Value<U = Bytes> {
    /// What kind of value it is.
    #[serde(rename = "type")]
    pub kind: ValueType,
    /// Where it stands.
    #[serde(flatten)]
    pub span: Span<U>,
    /// Its normalised form; absent where the text does not determine it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// How sure it is.
    pub confidence: Confidence,
    /// Of a date or a time whose value says which: the first day of it. Not written; the timeline is in its order.
    #[serde(skip)]
    pub first_day: Option<Date>,
}

/// How words are quoted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum QuoteKind {
    /// A statement inside marks.
    Direct,
    /// Reported speech of which a part is inside marks.
    Mixed,
    /// Reported speech without marks.
    Indirect,
    /// Marks that quote nobody's statement.
    Scare,
}

written_as!(QuoteKind { Direct "direct", Mixed "mixed", Indirect "indirect", Scare "scare" });

/// One quotation.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema), schemars(rename = "Quote", bound = ""))]
#[serde(bound = "")]
pub struct Quote<U = Bytes> {
    /// Its id in this answer.
    pub id: QuoteId,
    /// How the words are quoted.
    pub kind: QuoteKind,
    /// The statement it is the whole or a part of; scare quotes state nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub statement: Option<StatementId>,
    /// The content, without outer marks, cue and leading "that".
    #[serde(flatten)]
    pub span: Span<U>,
    /// How sure it is that this is a quotation with these ends.
    pub confidence: Confidence,
    /// The whole phrase that names who spoke.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub speaker: Option<Span<U>>,
    /// Whom the speaker phrase resolves to; none where that is unknown.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub entities: Vec<EntityId>,
    /// Whether the speaker is not stated but follows from the surroundings.
    pub inferred: bool,
    /// The word or phrase that reports the speech.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cue: Option<Span<U>>,
    /// The phrase that names who was spoken to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub addressee: Option<Span<U>>,
    /// The name of the place where it was said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<Span<U>>,
    /// The expression that says when it was said; one of the answer's `values`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time: Option<Span<U>>,
}

/// A sentence that says when something happens, happened or will happen.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema), schemars(rename = "TimelineEvent", bound = ""))]
#[serde(bound = "")]
pub struct TimelineEvent<U = Bytes> {
    /// When, as TIMEX3 writes it: a day, or a longer stretch of the calendar. Without the time of day.
    pub date: String,
    /// The sentence.
    #[serde(flatten)]
    pub span: Span<U>,
    /// What the sentence names, and who says something in it, in reading order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub entities: Vec<EntityId>,
    /// The quotations that begin in the sentence.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub quotes: Vec<QuoteId>,
}

/// The language of an article, as far as its words tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Language {
    /// The one that everything here is made for.
    English,
    /// Another one: only names that the lexicon knows are marked.
    Other,
    /// Too few words to tell.
    Unknown,
}

/// Everything that was found in one article.
#[derive(Debug, Clone, PartialEq)]
pub struct Annotations<U = Bytes> {
    /// In which language it is.
    pub language: Language,
    /// Things and where they are named, in order of their first mention.
    pub entities: Vec<Entity<U>>,
    /// Values in reading order; they do not overlap one another.
    pub values: Vec<Value<U>>,
    /// Quotations in reading order.
    pub quotes: Vec<Quote<U>>,
    /// Sentences that say when, in order of their dates; those of one date in reading order.
    pub timeline: Vec<TimelineEvent<U>>,
}

impl Annotations {
    /// The same answer without what is less sure than `least`; quotations forget speakers whose entity is gone.
    pub fn at_least(mut self, least: Confidence) -> Annotations {
        for entity in &mut self.entities {
            entity.mentions.retain(|mention| mention.confidence >= least);
        }
        self.values.retain(|value| value.confidence >= least);
        self.quotes.retain(|quote| quote.confidence >= least);
        self.without(|entity| entity.mentions.is_empty())
    }

    /// The same answer without the entities that `is_gone` picks: quotations forget such a speaker, and what belongs to one
    /// belongs to its item, if that is known. The ids of the others stay.
    pub(crate) fn without(mut self, is_gone: impl Fn(&Entity) -> bool) -> Annotations {
        let (gone, kept): (Vec<Entity>, Vec<Entity>) = self.entities.into_iter().partition(|entity| is_gone(entity));
        self.entities = kept;
        // Entities are in the order of their ids.
        let find = |id: &EntityId| gone.binary_search_by_key(id, |entity| entity.id).ok().map(|at| &gone[at]);
        for entity in &mut self.entities {
            if let Some(Belonging::Entity(id)) = &entity.of
                && let Some(owner) = find(id)
            {
                entity.of = owner.wikidata.clone().map(Belonging::Wikidata);
            }
        }
        for quote in &mut self.quotes {
            quote.entities.retain(|id| find(id).is_none());
        }
        self
    }

    /// The same answer in the unit that `map` counts. Cost: a binary search for each offset.
    pub fn in_units<U: WireUnit>(self, map: &OffsetMap<U>) -> Annotations<U> {
        let span = |span: Span| map.span(span);
        let entity = |e: Entity| Entity {
            mentions: e.mentions.into_iter().map(|m| Mention { span: span(m.span), confidence: m.confidence }).collect(),
            id: e.id,
            kind: e.kind,
            name: e.name,
            role: e.role,
            wikidata: e.wikidata,
            description: e.description,
            url: e.url,
            of: e.of,
            coordinates: e.coordinates,
        };
        let value = |v: Value| Value { span: span(v.span), kind: v.kind, value: v.value, confidence: v.confidence, first_day: v.first_day };
        let quote = |q: Quote| Quote {
            span: span(q.span),
            speaker: q.speaker.map(span),
            cue: q.cue.map(span),
            addressee: q.addressee.map(span),
            place: q.place.map(span),
            time: q.time.map(span),
            id: q.id,
            kind: q.kind,
            statement: q.statement,
            confidence: q.confidence,
            entities: q.entities,
            inferred: q.inferred,
        };
        let event = |e: TimelineEvent| TimelineEvent { span: span(e.span), date: e.date, entities: e.entities, quotes: e.quotes };
        Annotations {
            language: self.language,
            entities: self.entities.into_iter().map(entity).collect(),
            values: self.values.into_iter().map(value).collect(),
            quotes: self.quotes.into_iter().map(quote).collect(),
            timeline: self.timeline.into_iter().map(event).collect(),
        }
    }
}

/// Everything found in one article. Absent means unknown: there are no nulls and no empty strings.
#[derive(Debug, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema), schemars(rename = "Answer", bound = ""))]
#[serde(bound = "")]
pub struct Answer<U> {
    /// The caller's name for the article.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The version of newsgloss that answered.
    pub version: &'static str,
    /// The language of the article as a BCP 47 tag: what its words tell, else what its page says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// The article's headline.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub headline: Option<String>,
    /// The day of publication, as 2016-08-27.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<String>,
    /// The plain text that offsets count in, where the caller did not give it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Things and where they are named, in order of their first mention.
    pub entities: Vec<Entity<U>>,
    /// Values in reading order; they do not overlap one another.
    pub values: Vec<Value<U>>,
    /// Quotations in reading order.
    pub quotes: Vec<Quote<U>>,
    /// Sentences that say when, in order of their dates; those of one date in reading order.
    pub timeline: Vec<TimelineEvent<U>>,
}

impl<U: WireUnit> Answer<U> {
    /// The answer for `document`, counted in `U`; `with_text` adds the text that the offsets count in.
    pub fn new(document: &Document, annotations: Annotations, with_text: bool) -> Self {
        let Annotations { language, entities, values, quotes, timeline } = annotations.in_units(&OffsetMap::<U>::new(document.text()));
        Answer {
            id: None,
            version: env!("CARGO_PKG_VERSION"),
            language: self::language(document, language),
            headline: document.headline().map(str::to_owned),
            published: document.published().map(iso),
            text: with_text.then(|| document.text().to_owned()),
            entities,
            values,
            quotes,
            timeline,
        }
    }
}

/// The tag of a document's language. A page may say more ("en-GB"), or be wrong.
pub(crate) fn language(document: &Document, detected: Language) -> Option<String> {
    let claimed = document.language();
    let is_english = |tag: &&str| tag.split('-').next().is_some_and(|primary| primary.eq_ignore_ascii_case("en"));
    let tag = match detected {
        Language::English => claimed.filter(is_english).or(Some("en")),
        Language::Other => claimed.filter(|tag| !is_english(tag)),
        Language::Unknown => claimed,
    };
    tag.map(str::to_owned)
}

/// As ISO 8601 writes it.
pub(crate) fn iso(date: Date) -> String {
    format!("{:04}-{:02}-{:02}", date.year(), u8::from(date.month()), date.day())
}
