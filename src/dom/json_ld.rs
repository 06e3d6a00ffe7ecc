//! The few things wanted of a page's JSON-LD: what its article is called, and when it was published.
//!
//! Found by their keys rather than by parsing: much of the JSON-LD on news pages is not quite JSON, and a parser is dear.

use std::borrow::Cow;

/// How the names of the types end that are articles: "NewsArticle", "ReportageNewsArticle", "LiveBlogPosting".
const ARTICLES: &[&str] = &["Article\"", "Posting\""];

/// A script that speaks of an article.
pub(super) struct Script<'s> {
    text: Cow<'s, str>,
    /// Where the article's type stands: what comes before is often of something else.
    article: usize,
}

impl<'s> Script<'s> {
    /// `text` as it stands in the page, if it speaks of an article at all.
    pub(super) fn new(text: &'s str) -> Option<Script<'s>> {
        // Some systems write it as they write attributes.
        let text = if text.contains("&quot;") { Cow::Owned(text.replace("&quot;", "\"")) } else { Cow::Borrowed(text) };
        let article = ARTICLES.iter().filter_map(|name| text.find(name)).min()?;
        Some(Script { text, article })
    }

    /// The strings that `key` has, quotation marks left out and escapes as they stand: those of the article and what comes after
    /// it, then those before.
    pub(super) fn values(&self, key: &str) -> impl Iterator<Item = &str> {
        let (before, after) = self.text.split_at(self.article);
        strings(after, key).chain(strings(before, key))
    }

    /// What the article's `key` holds, as it stands: to the end of the string or of the bracket that it opens with.
    #[cfg(any(not(target_arch = "wasm32"), feature = "node"))]
    pub(super) fn value(&self, key: &str) -> Option<&str> {
        let (_, after) = self.text.split_at(self.article);
        let value = after.split_once(&format!("\"{key}\""))?.1.trim_start().strip_prefix(':')?.trim_start();
        let (mut depth, mut in_string, mut escaped) = (0_u32, false, false);
        for (at, byte) in value.bytes().enumerate() {
            match byte {
                _ if escaped => escaped = false,
                b'\\' => escaped = in_string,
                b'"' => in_string = !in_string,
                b'{' | b'[' if !in_string => depth += 1,
                b'}' | b']' if !in_string => depth = depth.saturating_sub(1),
                _ => {}
            }
            if depth == 0 && !in_string {
                return value.get(..=at);
            }
        }
        None
    }
}

/// The strings that `key` has in `script`.
fn strings<'t>(script: &'t str, key: &str) -> impl Iterator<Item = &'t str> {
    let key = format!("\"{key}\"");
    let mut rest = script;
    std::iter::from_fn(move || {
        loop {
            rest = rest.split_once(&key)?.1;
            let value = rest.trim_start().strip_prefix(':').and_then(|value| value.trim_start().strip_prefix('"'));
            if let Some(value) = value {
                let mut escaped = false;
                let end = value.bytes().position(|byte| {
                    let ends = byte == b'"' && !escaped;
                    escaped = byte == b'\\' && !escaped;
                    ends
                })?;
                return value.get(..end);
            }
        }
    })
}
