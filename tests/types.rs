//! The types of the answer are told in three languages: Rust, which is the one to believe, JSON Schema and TypeScript, which are made
//! from it.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::fmt::Write;
use std::{env, fs};

use newsgloss::annotations::schema;
use serde_json::{Map, Value};

/// Where the page's types are kept.
const TYPES: &str = "src/web/answer.d.ts";

/// The JSON Schema in TypeScript's words: an interface for each object, and a type for each list of words.
fn typescript(schema: &Value) -> String {
    let mut text = "/* Made from the Rust types by tests/types.rs, which says how. */\n".to_owned();
    let answer = ("Answer".to_owned(), schema.clone());
    let definitions = schema["$defs"].as_object().unwrap();
    for (name, definition) in definitions.clone().into_iter().chain([answer]) {
        if definition["type"] == "object" {
            _ = write!(text, "\n{}export interface {name} {{\n", comment(&definition, ""));
            let required: Vec<&str> = definition["required"].as_array().unwrap().iter().map(|name| name.as_str().unwrap()).collect();
            for (field, of) in definition["properties"].as_object().unwrap() {
                let mark = if required.contains(&field.as_str()) { "" } else { "?" };
                _ = writeln!(text, "{}    {field}{mark}: {};", comment(of, "    "), kind(of, definitions));
            }
            text.push_str("}\n");
        } else if definition.get("enum").is_some() {
            _ = write!(text, "\n{}export type {name} = {};\n", comment(&definition, ""), kind(&definition, definitions));
        }
    }
    text
}

fn comment(of: &Value, indent: &str) -> String {
    let said = of["description"].as_str().map(|said| said.replace('\n', " "));
    said.map_or_else(String::new, |said| format!("{indent}/** {said} */\n"))
}

/// What TypeScript calls a value of this schema.
fn kind(of: &Value, definitions: &Map<String, Value>) -> String {
    if let Some(name) = of["$ref"].as_str() {
        let name = name.strip_prefix("#/$defs/").unwrap();
        let definition = &definitions[name];
        let is_named = definition["type"] == "object" || definition.get("enum").is_some();
        return if is_named { name.to_owned() } else { kind(definition, definitions) };
    }
    if let Some(either) = of["anyOf"].as_array() {
        let mut kinds: Vec<String> = either.iter().map(|one| kind(one, definitions)).collect();
        kinds.dedup();
        return kinds.join(" | ");
    }
    if let Some(words) = of["enum"].as_array() {
        return words.iter().map(Value::to_string).collect::<Vec<_>>().join(" | ");
    }
    match of["type"].as_str().unwrap() {
        "string" => "string".to_owned(),
        "number" | "integer" => "number".to_owned(),
        "boolean" => "boolean".to_owned(),
        "array" => match of["prefixItems"].as_array() {
            Some(items) => format!("[{}]", items.iter().map(|item| kind(item, definitions)).collect::<Vec<_>>().join(", ")),
            None => format!("{}[]", kind(&of["items"], definitions)),
        },
        other => panic!("{other} has no name in TypeScript yet"),
    }
}

/// `UPDATE_TYPES=1 cargo test --test types` writes them anew.
#[test]
fn typescript_has_the_types_of_rust() {
    let made = typescript(schema().as_value());
    if env::var_os("UPDATE_TYPES").is_some() {
        fs::write(TYPES, &made).unwrap();
    }
    assert_eq!(fs::read_to_string(TYPES).unwrap(), made, "{TYPES} is out of date: UPDATE_TYPES=1 cargo test --test types");
}

#[test]
fn the_schema_knows_no_null_and_says_what_is_always_there() {
    let schema = schema();
    let schema = schema.as_value();
    assert!(!schema.to_string().contains("\"null\""), "{schema:#}");
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    assert_eq!(schema["required"], serde_json::json!(["version", "entities", "values", "quotes", "timeline"]));
    let quote = &schema["$defs"]["Quote"];
    assert_eq!(quote["required"], serde_json::json!(["id", "kind", "start", "end", "confidence", "inferred"]));
}
