//! Cuts plain text into blocks.
//!
//! Paragraphs stand apart by an empty line; a single line break ends a block too, unless the next line goes on in lower
//! case, as hard-wrapped text does. It never changes the text: blocks are spans of what was given.

use super::{Block, Role, Span};

/// A first block longer than this many bytes is running text, not a headline.
const LONGEST_HEADLINE: usize = 160;
/// A block longer than this many bytes is never taken for boilerplate.
const LONGEST_BOILERPLATE: usize = 120;

/// How blocks begin that publishers put around an article, in lower case. Only short blocks are compared.
const BOILERPLATE: &[&str] = &[
    "posted in",
    "leave a comment",
    "leave a reply",
    "post a comment",
    "share this",
    "share on",
    "follow us",
    "read more",
    "read also",
    "also read",
    "related:",
    "related articles",
    "related stories",
    "related news",
    "sign up",
    "subscribe",
    "advertisement",
    "filed under",
    "tags:",
    "tagged",
    "click here",
    "print this",
    "email this",
    "comments (",
    "view comments",
    "copyright",
    "all rights reserved",
    "most read",
    "most popular",
    "recommended for you",
    "continue reading",
    "see also:",
    "more from",
    "more on this",
    "newsletter",
    "join the conversation",
    "categories:",
    "topics:",
];

/// The blocks of `text` in order.
pub(super) fn blocks(text: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut open = false;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let start = at + (line.len() - line.trim_start().len());
        let content = line.trim();
        at += line.len();
        if content.is_empty() {
            open = false;
            continue;
        }
        let span = Span::new(start as u32, (start + content.len()) as u32);
        match blocks.last_mut() {
            Some(block) if open && content.starts_with(char::is_lowercase) => block.span = block.span.cover(&span),
            _ => blocks.push(Block { span, role: Role::Paragraph }),
        }
        open = true;
    }
    for block in &mut blocks {
        if is_boilerplate(&text[block.span.start as usize..block.span.end as usize]) {
            block.role = Role::Boilerplate;
        }
    }
    mark_headline(text, &mut blocks);
    blocks
}

/// The first block is a headline if it is short, has no full stop, and an article follows.
fn mark_headline(text: &str, blocks: &mut [Block]) {
    if blocks.len() < 2 {
        return;
    }
    if let Some(first) = blocks.first_mut().filter(|block| block.role == Role::Paragraph) {
        let line = &text[first.span.start as usize..first.span.end as usize];
        if line.len() <= LONGEST_HEADLINE && !line.ends_with(['.', ':', ',', ';', '"', '”']) {
            first.role = Role::Headline;
        }
    }
}

/// Whether `block`, the text of one, is what publishers put around an article ("Posted In: World").
pub(crate) fn is_boilerplate(block: &str) -> bool {
    if block.len() > LONGEST_BOILERPLATE {
        return false;
    }
    if block.starts_with('©') {
        return true;
    }
    let lower = block.to_ascii_lowercase();
    // A whole sentence that happens to begin so ("Newsletter sales rose.") is the article's.
    let sentence = block.ends_with(['.', '”', '"']);
    BOILERPLATE
        .iter()
        .any(|opening| lower.starts_with(opening) && (!sentence || lower.starts_with("copyright") || lower.starts_with("read more")))
}
