//! The JSON Schema of the answer, made from its Rust types: natively alone, since a page has no use for it.
//!
//! It says how an answer is written, and decides nothing of that.

#[cfg(not(target_arch = "wasm32"))]
use schemars::Schema;

#[cfg(not(target_arch = "wasm32"))]
use super::Answer;
#[cfg(not(target_arch = "wasm32"))]
use crate::document::CodePoints;

/// Tells the JSON Schema of a type that writes itself: natively, where it is asked for.
#[cfg(not(target_arch = "wasm32"))]
macro_rules! has_schema {
    ($type:ident, $schema:tt) => {
        impl schemars::JsonSchema for $type {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($type).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!($schema)
            }
        }
    };
}
#[cfg(target_arch = "wasm32")]
macro_rules! has_schema {
    ($type:ident, $schema:tt) => {};
}

/// The JSON Schema of an [`Answer`], by draft 2020-12: of what is absent if it is not known it says no null. It holds for what is to
/// come too, since objects may have more fields.
#[cfg(not(target_arch = "wasm32"))]
pub fn schema() -> Schema {
    let settings = schemars::generate::SchemaSettings::draft2020_12().for_serialize();
    let mut schema = settings.into_generator().into_root_schema_for::<Answer<CodePoints>>();
    schemars::transform::transform_subschemas(&mut WithoutNull, &mut schema);
    schema
}

/// Takes out that a field may be null: those that would be are not written.
#[cfg(not(target_arch = "wasm32"))]
struct WithoutNull;

#[cfg(not(target_arch = "wasm32"))]
impl schemars::transform::Transform for WithoutNull {
    fn transform(&mut self, schema: &mut Schema) {
        use serde_json::Value;

        if let Some(Value::Array(types)) = schema.get_mut("type") {
            types.retain(|name| name != "null");
            if let [only] = types.as_slice() {
                let only = only.clone();
                schema.insert("type".to_owned(), only);
            }
        }
        if let Some(Value::Array(mut either)) = schema.remove("anyOf") {
            either.retain(|one| one.get("type").is_none_or(|name| name != "null"));
            match either.as_mut_slice() {
                [Value::Object(only)] => std::mem::take(only).into_iter().for_each(|(key, value)| _ = schema.insert(key, value)),
                _ => _ = schema.insert("anyOf".to_owned(), either.into()),
            }
        }
        schemars::transform::transform_subschemas(self, schema);
    }
}
