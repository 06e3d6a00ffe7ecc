//! The answer in the [Web Annotation Data Model](https://www.w3.org/TR/annotation-model/): an `AnnotationCollection` whose one
//! page holds an `Annotation` for each mention, value and quotation, in the order of the answer.
//!
//! **Targets.** The source is the page, by its address. There a `TextQuoteSelector` says what is marked, with about 32
//! characters on each side, which never reach beyond the paragraph: what a page puts between two paragraphs
//! is no text of the article. A `TextPositionSelector` counts code points, as the model demands, in the plain text that was read,
//! which of a page is the article alone. So the two are the selectors of one target only where that text is the source; where the
//! page is, the text is a second target with a source of its own. Both say the same; neither refines the other.
//!
//! **Bodies.** Each `label` is the field of the answer that the body is of. What a thing is: `identifying`, its Wikidata item or,
//! without one, a name in this text that all its mentions share; of a quotation the statement that it is a part of. Types and
//! kinds: `classifying`. Names and normalised values: `tagging`. Roles, cues, addressees, places and times: `describing`. Who speaks
//! is a thing that a quotation is `linking` to; the label of a speaker who is not stated says `inferred speaker`. The confidence
//! is an `assessing` body: the model has no place of its own for it.
//!
//! **Names.** Everything needs an IRI, and nothing of a text has one. They are UUIDs of version 8 (RFC 9562) over the text and what
//! was found in it: the same answer has the same ones whenever and wherever it is given.

use super::Material;
use super::json::Json;
use super::written::hex_digit;
use crate::annotations::{Confidence, Entity, Quote, Value};
use crate::document::Span;

/// Bytes of the text on each side that tell a quoted piece from others like it: as many characters of English, fewer of others.
const CONTEXT: usize = 32;

pub(super) fn write(material: &Material<'_>) -> String {
    let mut hash = Hash::new();
    hash.add(material.document.text().as_bytes());
    let plain = hash.uuid();
    hash.add(env!("CARGO_PKG_VERSION").as_bytes());
    hash.add(material.about.url().unwrap_or_default().as_bytes());
    let mut total = 0;
    let mut count = |span: Span| {
        total += 1;
        hash.add(&span.start.to_le_bytes());
        hash.add(&span.end.to_le_bytes());
    };
    let annotations = material.annotations;
    annotations.entities.iter().flat_map(|entity| &entity.mentions).for_each(|mention| count(mention.span));
    annotations.values.iter().for_each(|value| count(value.span));
    annotations.quotes.iter().for_each(|quote| count(quote.span));
    let mut writer = Writer { json: Json::new(), material, plain, base: hash.uuid() };
    writer.collection(total);
    writer.json.finish()
}

struct Writer<'a> {
    json: Json,
    material: &'a Material<'a>,
    /// The IRI of the plain text.
    plain: String,
    /// The IRI of the collection; those of all that is in it begin with it.
    base: String,
}

impl Writer<'_> {
    fn collection(&mut self, total: i64) {
        let Material { document, annotations, about, .. } = self.material;
        self.json.open('{');
        self.json.raw(r#""@context":"http://www.w3.org/ns/anno.jsonld","type":"AnnotationCollection""#);
        self.iri("id", "", 0, 0);
        let id = about.id.as_deref().filter(|id| !id.is_empty());
        self.json.brief("label", document.headline().or(id).or(about.url()).or(Some(&self.plain)));
        self.json.optional("dcterms:identifier", id);
        self.json.key("generator");
        self.json.open('{');
        self.iri("id", "newsgloss", 0, 0);
        self.json.raw(concat!(r#""type":"Software","name":"newsgloss","schema:softwareVersion":""#, env!("CARGO_PKG_VERSION"), "\""));
        self.json.close('}');
        self.json.optional("created", about.created());
        self.json.number("total", total, 0);
        if total > 0 {
            self.iri("last", "page", 0, 0);
            self.json.key("first");
            self.json.open('{');
            self.iri("id", "page", 0, 0);
            self.json.raw(r#""type":"AnnotationPage""#);
            self.iri("partOf", "", 0, 0);
            self.json.raw(r#""startIndex":0,"items":["#);
            for entity in &annotations.entities {
                for (index, mention) in entity.mentions.iter().enumerate() {
                    self.mention(entity, index as u32 + 1, mention.span, mention.confidence);
                }
            }
            for (index, value) in annotations.values.iter().enumerate() {
                self.value(index as u32 + 1, value);
            }
            for quote in &annotations.quotes {
                self.quote(quote);
            }
            self.json.close(']');
            self.json.close('}');
        }
        self.json.close('}');
    }

    fn mention(&mut self, entity: &Entity, number: u32, span: Span, confidence: Confidence) {
        self.begin("identifying", "e", entity.id.0, number);
        self.thing("id", "identifying", entity);
        self.text("type", "classifying", Some(entity.kind.word()));
        self.text("name", "tagging", Some(&entity.name));
        self.text("role", "describing", entity.role.as_deref());
        if let Some(url) = &entity.url {
            self.resource("url", "linking");
            self.json.field("source", url);
            self.json.close('}');
        }
        self.end(span, confidence);
    }

    fn value(&mut self, number: u32, value: &Value) {
        self.begin("tagging", "v", number, 0);
        self.text("type", "classifying", Some(value.kind.word()));
        self.text("value", "tagging", value.value.as_deref());
        self.end(value.span, value.confidence);
    }

    fn quote(&mut self, quote: &Quote) {
        let material = self.material;
        self.begin("classifying", "q", quote.id.0, 0);
        self.text("kind", "classifying", Some(quote.kind.word()));
        if let Some(statement) = quote.statement {
            self.resource("statement", "identifying");
            self.iri("source", "s", statement.0, 0);
            self.json.close('}');
        }
        let speaker = if quote.inferred { "inferred speaker" } else { "speaker" };
        for entity in material.speakers(quote) {
            self.thing(speaker, "linking", entity);
        }
        for (label, span) in [(speaker, quote.speaker), ("cue", quote.cue), ("addressee", quote.addressee), ("place", quote.place)] {
            self.text(label, "describing", material.words(span));
        }
        self.text("time", "describing", material.said_on(quote));
        self.end(quote.span, quote.confidence);
    }

    /// Begins the annotation that is named so.
    fn begin(&mut self, motivation: &str, letter: &str, number: u32, part: u32) {
        self.json.open('{');
        self.iri("id", letter, number, part);
        self.json.raw(r#""type":"Annotation""#);
        self.json.field("motivation", motivation);
        self.iri("generator", "newsgloss", 0, 0);
        self.json.optional("created", self.material.about.created());
        self.json.raw(r#""body":["#);
    }

    /// A body that is a text, if there is one.
    fn text(&mut self, label: &str, purpose: &str, value: Option<&str>) {
        if value.is_some() {
            self.body("TextualBody", label, purpose);
            self.json.brief("value", value);
            self.json.close('}');
        }
    }

    /// A body that is a thing: its item, or its name in this answer.
    fn thing(&mut self, label: &str, purpose: &str, entity: &Entity) {
        self.resource(label, purpose);
        match &entity.wikidata {
            Some(item) => {
                self.json.key("source");
                self.json.open('"');
                self.json.inside().raw("http://www.wikidata.org/entity/");
                self.json.inside().exact(item);
                self.json.close('"');
            }
            None => self.iri("source", "e", entity.id.0, 0),
        }
        self.json.close('}');
    }

    /// Begins a body that is something with an IRI.
    fn resource(&mut self, label: &str, purpose: &str) {
        self.body("SpecificResource", label, purpose);
    }

    fn body(&mut self, class: &str, label: &str, purpose: &str) {
        self.json.open('{');
        self.json.field("type", class);
        self.json.field("purpose", purpose);
        self.json.field("label", label);
    }

    /// A field that holds the IRI of something in this answer: "…#e1.2", or that of the answer itself.
    fn iri(&mut self, key: &str, name: &str, number: u32, part: u32) {
        self.json.key(key);
        self.json.open('"');
        let written = self.json.inside();
        written.raw(&self.base);
        if !name.is_empty() {
            written.raw("#");
            written.raw(name);
        }
        if number > 0 {
            written.number(i64::from(number), 0);
        }
        if part > 0 {
            written.raw(".");
            written.number(i64::from(part), 0);
        }
        self.json.close('"');
    }

    /// Ends an annotation of what stands at `span`.
    fn end(&mut self, span: Span, confidence: Confidence) {
        self.body("TextualBody", "confidence", "assessing");
        self.json.key("value");
        self.json.open('"');
        self.json.inside().number(i64::from(confidence.thousandths()), 3);
        self.json.close('"');
        self.json.close('}');
        self.json.close(']');
        let page = self.material.about.url();
        self.json.raw(r#""target":["#);
        self.begin_target(page);
        self.quote_selector(span);
        if page.is_some() {
            self.json.inside().raw("]}");
            self.begin_target(None);
        }
        let counted = self.material.units.span(span);
        self.json.open('{');
        self.json.raw(r#""type":"TextPositionSelector""#);
        self.json.number("start", i64::from(counted.start), 0);
        self.json.number("end", i64::from(counted.end), 0);
        self.json.inside().raw("}]}]}");
    }

    fn quote_selector(&mut self, span: Span) {
        let document = self.material.document;
        // The paragraph that it stands in.
        let after = document.blocks().partition_point(|block| block.span.start <= span.start);
        let block = after.checked_sub(1).and_then(|index| document.blocks().get(index)).map_or(span, |block| block.span.cover(&span));
        let text = document.text();
        let before = text.floor_char_boundary((span.start as usize).saturating_sub(CONTEXT)) as u32;
        let after = text.ceil_char_boundary(span.end as usize + CONTEXT) as u32;
        self.json.open('{');
        self.json.raw(r#""type":"TextQuoteSelector""#);
        self.json.field("exact", document.slice(span));
        self.json.field("prefix", document.slice(Span::new(before.max(block.start), span.start)));
        self.json.field("suffix", document.slice(Span::new(span.end, after.min(block.end))));
        self.json.close('}');
    }

    /// Begins a target in the page, or else in the plain text.
    fn begin_target(&mut self, page: Option<&str>) {
        self.json.open('{');
        self.json.raw(r#""type":"SpecificResource""#);
        self.json.field("source", page.unwrap_or(&self.plain));
        self.json.raw(r#""selector":["#);
    }
}

/// FNV-1a, 128 bits (Fowler, Noll and Vo; the constants are the published ones).
struct Hash(u128);

impl Hash {
    fn new() -> Hash {
        Hash(0x6c62_272e_07bb_0142_62b8_2175_6295_c58d)
    }

    /// Takes in `bytes`, and where they end.
    fn add(&mut self, bytes: &[u8]) {
        for &byte in bytes.iter().chain(&[0xff]) {
            self.0 = (self.0 ^ u128::from(byte)).wrapping_mul(0x0100_0000_0000_0000_0000_013b);
        }
    }

    /// What was taken in so far, as a UUID of version 8, variant 1.
    fn uuid(&self) -> String {
        let mut uuid = String::from("urn:uuid:");
        let mut digits = self.0;
        for place in 0..32 {
            if matches!(place, 8 | 12 | 16 | 20) {
                uuid.push('-');
            }
            let digit = (digits >> 124) as u32;
            digits <<= 4;
            uuid.push(hex_digit(match place {
                12 => 8,
                16 => digit & 3 | 8,
                _ => digit,
            }));
        }
        uuid
    }
}
