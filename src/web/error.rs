//! The one error that the surface throws: a JavaScript `Error` named `NewsglossError` with a `code`.

use wasm_bindgen::prelude::*;

/// What went wrong, for callers to branch on. The TypeScript union `NewsglossErrorCode` lists the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Code {
    /// The bytes given to `load` are no lexicon of this version.
    BadLexicon,
    /// The bytes given to `load` are no weights of this version.
    BadWeights,
    /// `load` has not been called.
    NotLoaded,
    /// The text is not a string.
    BadText,
    /// The text has 4 GiB or more.
    TextTooLong,
    /// The day of publication, or the time of an export, cannot be read.
    BadDate,
    /// `minConfidence` is not a number from 0 to 1.
    BadConfidence,
    /// The publisher's own list cannot be used; the message names lines and fields.
    BadList,
    /// There is no such form to export in.
    BadFormat,
    /// The address of the page is none of the web.
    BadAddress,
    /// The root is not an element.
    BadRoot,
    /// `paint` is no way of showing marks.
    BadPaint,
    /// The article carries marks of another mount.
    AlreadyMarked,
    /// The page refused a change.
    Page,
    /// A fault of newsgloss itself.
    Internal,
}

impl Code {
    fn name(self) -> &'static str {
        match self {
            Code::BadLexicon => "bad-lexicon",
            Code::BadWeights => "bad-weights",
            Code::NotLoaded => "not-loaded",
            Code::BadText => "bad-text",
            Code::TextTooLong => "text-too-long",
            Code::BadDate => "bad-date",
            Code::BadConfidence => "bad-confidence",
            Code::BadList => "bad-list",
            Code::BadFormat => "bad-format",
            Code::BadAddress => "bad-address",
            Code::BadRoot => "bad-root",
            Code::BadPaint => "bad-paint",
            Code::AlreadyMarked => "already-marked",
            Code::Page => "page",
            Code::Internal => "internal",
        }
    }
}

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** What went wrong. */
export type NewsglossErrorCode =
    | "bad-lexicon" | "bad-weights" | "not-loaded" | "bad-text" | "text-too-long" | "bad-date" | "bad-confidence" | "bad-list"
    | "bad-format" | "bad-address" | "bad-root" | "bad-paint" | "already-marked" | "page" | "internal";

/** Everything that this module throws, unless it has a fault of its own. */
export interface NewsglossError extends Error {
    name: "NewsglossError";
    code: NewsglossErrorCode;
}
"#;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = Error)]
    type JsError;

    #[wasm_bindgen(constructor, js_class = "Error")]
    fn new(message: &str) -> JsError;

    #[wasm_bindgen(method, setter)]
    fn set_name(this: &JsError, name: &str);

    #[wasm_bindgen(method, setter, structural)]
    fn set_code(this: &JsError, code: &str);
}

/// The error to throw for `code`; the message says what to do.
pub(super) fn new(code: Code, message: &str) -> JsValue {
    let error = JsError::new(message);
    error.set_name("NewsglossError");
    error.set_code(code.name());
    error.into()
}
