//! The article in schema.org's words, as JSON-LD that a page may carry in a `script` element: a `NewsArticle`.
//!
//! `mentions` are the entities, each under an identifier that holds in this text alone; a group or a work is a `Thing`, since the
//! answer does not know better. `hasPart` are the statements that the article quotes word for word, the parts of an interrupted
//! one together, as `Quotation`; speech that the article reports in its own words is no quotation of anybody's and is
//! left out. `creator` is the person or the organisation that the article names as the speaker: schema.org uses it for real
//! people and `spokenByCharacter` for characters. A speaker who is only inferred is left out, and so are places that speak
//! for their government, which `creator` cannot be.

use super::Material;
use super::json::Json;
use crate::annotations::{Entity, EntityType, Quote, QuoteKind};

pub(super) fn write(material: &Material<'_>) -> String {
    let mut json = Json::new();
    json.open('{');
    json.raw(r#""@context":"https://schema.org","@type":"NewsArticle""#);
    json.optional("url", material.about.url());
    json.optional("headline", material.document.headline());
    json.optional("datePublished", material.published().as_deref());
    json.optional("inLanguage", material.language().as_deref());
    let annotations = material.annotations;
    if !annotations.entities.is_empty() {
        json.key("mentions");
        json.open('[');
        annotations.entities.iter().for_each(|entity| mention(&mut json, entity));
        json.close(']');
    }
    let mut last = None;
    for quote in annotations.quotes.iter().filter(|quote| quote.kind == QuoteKind::Direct) {
        let is_more = last.is_some_and(|last: &Quote| last.statement.is_some() && last.statement == quote.statement);
        if is_more {
            json.inside().raw(" ");
        } else {
            match last {
                Some(last) => end(&mut json, material, last),
                None => {
                    json.key("hasPart");
                    json.open('[');
                }
            }
            json.open('{');
            json.raw(r#""@type":"Quotation""#);
            json.key("text");
            json.open('"');
        }
        json.inside().line(material.document.slice(quote.span));
        last = Some(quote);
    }
    if let Some(last) = last {
        end(&mut json, material, last);
        json.close(']');
    }
    json.close('}');
    json.finish()
}

fn mention(json: &mut Json, entity: &Entity) {
    json.open('{');
    id(json, entity);
    let kind = match entity.kind {
        EntityType::Person => "Person",
        EntityType::Organization => "Organization",
        EntityType::Place => "Place",
        EntityType::Event => "Event",
        EntityType::Group | EntityType::Misc => "Thing",
    };
    json.field("@type", kind);
    json.brief("name", Some(&entity.name));
    let mut description = entity.description.as_deref();
    if entity.kind == EntityType::Person {
        json.brief("jobTitle", entity.role.as_deref());
    } else {
        description = description.or(entity.role.as_deref());
    }
    json.brief("description", description);
    json.optional("url", entity.url.as_deref());
    if let Some(item) = &entity.wikidata {
        json.key("sameAs");
        json.open('"');
        json.inside().raw("https://www.wikidata.org/wiki/");
        json.inside().exact(item);
        json.close('"');
    }
    if let Some(lies) = entity.coordinates.filter(|_| entity.kind == EntityType::Place) {
        json.key("geo");
        json.open('{');
        json.raw(r#""@type":"GeoCoordinates""#);
        json.number("latitude", i64::from(lies.latitude), 2);
        json.number("longitude", i64::from(lies.longitude), 2);
        json.close('}');
    }
    json.close('}');
}

/// Ends a quotation, of which `quote` is the last part.
fn end(json: &mut Json, material: &Material<'_>, quote: &Quote) {
    json.close('"');
    let mut is_named = false;
    for speaker in material.speakers(quote).filter(|_| !quote.inferred) {
        if matches!(speaker.kind, EntityType::Person | EntityType::Organization) {
            if !is_named {
                json.key("creator");
                json.open('[');
                is_named = true;
            }
            json.open('{');
            id(json, speaker);
            json.close('}');
        }
    }
    if is_named {
        json.close(']');
    }
    json.close('}');
}

/// A blank node: the thing has no address of its own here.
fn id(json: &mut Json, entity: &Entity) {
    json.key("@id");
    json.open('"');
    json.inside().raw("_:e");
    json.inside().number(i64::from(entity.id.0), 0);
    json.close('"');
}
