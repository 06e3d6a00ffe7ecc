//! Annotates a page before anybody loads it: what `newsgloss annotate --format html` does, for programs that run in Node.
//!
//! In the module for Node alone. Nothing is decided here; `html` reads the file and writes into it.

use wasm_bindgen::prelude::*;

use super::error::{self, Code};
use super::types::JsAnnotateOptions;
use super::{annotator, read_options, today};
use crate::export::{About, AboutError};
use crate::html::{self, AheadError, Circumstances};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** What a caller may choose for a page that is annotated ahead of time. */
export interface AnnotateHtmlOptions extends AnnotateOptions {
    /** The address of the page, in full; it stands before what the page itself says. */
    url?: string;
}
"#;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(typescript_type = "AnnotateHtmlOptions")]
    pub type JsAnnotateHtmlOptions;

    #[wasm_bindgen(method, getter, structural)]
    fn url(this: &JsAnnotateHtmlOptions) -> JsValue;
}

/// The HTML file `html` with marks for what was found in its article, and with that in schema.org's words; all the rest stays what
/// it was. A file without an article comes back as it is; of one that was annotated before, the marks are replaced.
///
/// @throws NewsglossError with code "not-loaded", "bad-text", "text-too-long", "bad-date", "bad-confidence", "bad-list", "bad-address", or
/// "page" where its markup is so broken that with marks in it browsers would show another page.
#[wasm_bindgen(js_name = annotateHtml)]
pub fn annotate_html(
    #[wasm_bindgen(unchecked_param_type = "string")] html: JsValue,
    options: Option<JsAnnotateHtmlOptions>,
) -> Result<String, JsValue> {
    let annotator = annotator()?;
    let about = options.as_ref().map_or(Ok(About::default()), |options| read_about(&options.url()))?;
    let (options, published) = read_options(options.map(JsCast::unchecked_into::<JsAnnotateOptions>))?;
    let html = html.as_string().ok_or_else(|| error::new(Code::BadText, "the page to annotate is not a string"))?;
    let circumstances = Circumstances { published, today: today(), about };
    html::annotate_html(&html, circumstances, |document| annotator.annotate(document, &options)).map_err(|error| {
        let code = match error {
            AheadError::TooLong(_) => Code::TextTooLong,
            AheadError::Encoding(_) | AheadError::Broken => Code::Page,
        };
        error::new(code, &error.to_string())
    })
}

/// What the caller knows of the page: its address.
fn read_about(url: &JsValue) -> Result<About, JsValue> {
    let mut about = About::default();
    if !url.is_undefined() {
        let set = url.as_string().ok_or(AboutError::Address).and_then(|url| about.set_url(&url));
        set.map_err(|error| error::new(Code::BadAddress, error.advice()))?;
    }
    Ok(about)
}
