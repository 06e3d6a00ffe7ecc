//! Cuts a file into tokens for the tree, and keeps where in the file each stretch of text stood.
//!
//! Two well-kept parts work together: `html5gum` finds the tokens and knows the place of each in the file, `html5ever` knows
//! what a browser makes of them. What is here only carries tokens from the one to the other, and guards against pages that
//! would keep the second busy for ever.

use std::convert::Infallible;
use std::ops::Range;

use html5ever::interface::{Attribute, QualName};
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult};
use html5ever::tree_builder::TreeBuilder;
use html5ever::{LocalName, ns};
use html5gum::emitters::callback::{Callback, CallbackEmitter, CallbackEvent};
use html5gum::{Emitter, ForwardingEmitter, Span, State, Tokenizer};

use super::ahead::{Own, SCRIPT};
use super::sink::{Handle, Sink};
use super::sources::Sources;
use crate::dom::marks::MARK;

/// Elements inside each other; a deeper one is left out and its content kept, as in Chromium, which stops at the same depth.
const DEEPEST: u32 = 512;

/// Elements that a page may have beyond four for each tag: what is never closed is opened again in each paragraph, and a page
/// can be written so that this never ends. Reading ends there.
const MOST_REOPENED: usize = 100_000;

/// Attributes that some reader looks at; the others are not worth keeping.
const ATTRIBUTES: &[&[u8]] = &[
    b"aria-hidden",
    b"class",
    b"content",
    b"contenteditable",
    b"data-newsgloss",
    b"datetime",
    b"hidden",
    b"href",
    b"id",
    b"itemprop",
    b"lang",
    b"name",
    b"property",
    b"pubdate",
    b"rel",
    b"role",
    b"shadowrootmode",
    b"slot",
    b"style",
    b"type",
    // What the tree is built by.
    b"color",
    b"encoding",
    b"face",
    b"size",
];

/// Elements whose content is no markup: one that is left out would spill it.
const RAW: &[&[u8]] = &[b"iframe", b"noembed", b"noframes", b"noscript", b"plaintext", b"script", b"style", b"textarea", b"title", b"xmp"];

/// Whether the content of the element `name` is no markup.
pub(super) fn is_raw(name: &str) -> bool {
    RAW.contains(&name.as_bytes())
}

/// Parses `html`, with what it makes of it left in the sink. What newsgloss has written into the file is passed over as if it were
/// not there, unless it is to be `seen`. Cost: linear in the file.
pub(super) fn parse(html: &str, seen: bool) -> (Sink, Sources, Own) {
    let builder = TreeBuilder::new(Sink::default(), Default::default());
    let bridge = Bridge {
        builder: &builder,
        sources: Sources::default(),
        own: Own::default(),
        seen,
        tag: None,
        is_mark: false,
        script: None,
        place: 0..0,
        left_out: 0,
        tags: 0,
        next_state: None,
    };
    let mut tokens = Tokens { inner: CallbackEmitter::new(bridge), html, position: 0, tag_start: 0, reached: 0, text_end: 0 };
    // The tokenizer takes its emitter; lent, it gives back what the emitter has gathered.
    let Ok(()) = Tokenizer::new_with_emitter(html, Lent(&mut tokens)).finish();
    let bridge = tokens.inner.callback_mut();
    let (sources, own) = (std::mem::take(&mut bridge.sources), std::mem::take(&mut bridge.own));
    drop(tokens);
    (builder.sink, sources, own)
}

struct Lent<'a, 't>(&'a mut Tokens<'t>);

impl ForwardingEmitter for Lent<'_, '_> {
    type Token = Infallible;

    fn inner(&mut self) -> &mut impl Emitter<Token = Infallible> {
        &mut *self.0
    }
}

/// Follows the tokenizer's place in the file.
struct Tokens<'t> {
    inner: CallbackEmitter<Bridge<'t>>,
    html: &'t str,
    /// Bytes of the file that were read.
    position: usize,
    /// Where the tag begins that is being read.
    tag_start: usize,
    /// Where the text or the tag that was read last ends.
    reached: usize,
    /// Where the text that was read last ends.
    text_end: usize,
}

impl ForwardingEmitter for Tokens<'_> {
    type Token = Infallible;

    fn inner(&mut self) -> &mut impl Emitter<Token = Infallible> {
        &mut self.inner
    }

    fn move_position(&mut self, offset: isize) {
        self.position = self.position.saturating_add_signed(offset);
    }

    fn should_emit_errors(&mut self) -> bool {
        false
    }

    fn init_string(&mut self) {
        self.reached = self.reached.max(self.position);
        self.inner.init_string();
    }

    fn emit_string(&mut self, text: &[u8]) {
        let bytes = self.html.as_bytes();
        let start = self.position.saturating_sub(text.len());
        // White space that is not handed on: the second half of a line break.
        let is_passed_over = |from: usize, to: usize| matches!(bytes.get(from..to).unwrap_or_default(), b"" | b"\n");
        // As written. Anything else stands for other characters.
        let is_verbatim = bytes.get(start..self.position) == Some(text) && is_passed_over(self.reached, start);
        let start = if is_verbatim { start } else { self.reached };
        let is_apart = !is_passed_over(self.text_end, start);
        self.inner.callback_mut().sources.push(text.len(), start..self.position, is_apart);
        self.reached = self.position;
        self.text_end = self.position;
        self.inner.emit_string(text);
    }

    fn init_start_tag(&mut self) {
        self.begin_tag();
        self.inner.init_start_tag();
    }

    fn init_end_tag(&mut self) {
        self.begin_tag();
        self.inner.init_end_tag();
    }

    fn emit_current_tag(&mut self) -> Option<State> {
        self.inner.callback_mut().place = self.tag_start..self.position;
        // What it asks for here is decided by the tag itself, in the bridge.
        _ = self.inner.emit_current_tag();
        self.reached = self.position;
        self.inner.callback_mut().next_state.take()
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&mut self) -> bool {
        self.inner.callback_mut().builder.adjusted_current_node_present_but_not_in_html_namespace()
    }

    fn emit_eof(&mut self) {
        self.inner.emit_eof();
        let bridge = self.inner.callback_mut();
        bridge.send(Token::EOFToken);
        bridge.builder.end();
    }
}

impl Tokens<'_> {
    /// A tag is being read, of which no more than `</` and a letter has been.
    fn begin_tag(&mut self) {
        let read = self.html.as_bytes().get(..self.position).unwrap_or_default();
        self.tag_start = self.position - read.iter().rev().take(3).position(|&byte| byte == b'<').map_or(0, |back| back + 1);
    }
}

/// Hands the tokenizer's events to the tree.
struct Bridge<'t> {
    builder: &'t TreeBuilder<Handle, Sink>,
    sources: Sources,
    /// What newsgloss has written into the file, and whether the tree is to have it.
    own: Own,
    seen: bool,
    /// The start tag that is being read.
    tag: Option<Tag>,
    /// Whether that is one of a mark of ours.
    is_mark: bool,
    /// Where the script of ours begins that is being read.
    script: Option<usize>,
    /// Where the tag stands that was read last.
    place: Range<usize>,
    /// Elements left out that have not ended.
    left_out: u32,
    /// Tags so far.
    tags: usize,
    next_state: Option<State>,
}

impl Bridge<'_> {
    fn send(&mut self, token: Token) {
        if self.builder.sink.created() > self.tags.saturating_mul(4).saturating_add(MOST_REOPENED) && token != Token::EOFToken {
            return;
        }
        // Nothing is reported by line, so that the number of the line is of no use.
        self.next_state = match self.builder.process_token(token, 1) {
            TokenSinkResult::Plaintext => Some(State::PlainText),
            TokenSinkResult::RawData(RawKind::Rcdata) => Some(State::RcData),
            TokenSinkResult::RawData(RawKind::Rawtext) => Some(State::RawText),
            TokenSinkResult::RawData(RawKind::ScriptData | RawKind::ScriptDataEscaped(_)) => Some(State::ScriptData),
            TokenSinkResult::Script(_) => Some(State::Data),
            TokenSinkResult::Continue | TokenSinkResult::EncodingIndicator(_) => None,
        };
    }

    /// Whether a tag of this name is one of a mark of ours, to be passed over.
    fn is_own(&self, name: &[u8]) -> bool {
        !self.seen && name == MARK.as_bytes()
    }

    /// The head of the page ends at the tag that is being read, where that `ends_it` and nothing before it has.
    fn reach_body(&mut self, ends_it: bool) {
        if ends_it && self.own.head_end.is_none() && !self.builder.sink.has_body() {
            self.own.head_end = Some(self.place.start);
        }
    }

    fn text(&mut self, text: &[u8]) {
        let Ok(text) = std::str::from_utf8(text) else { return };
        let mut at = self.sources.take_text(text.len());
        if self.script.is_some() {
            return;
        }
        for part in text.split('\0') {
            if !part.is_empty() {
                let part = StrTendril::from_slice(part);
                self.builder.sink.expect(at, part.clone());
                self.send(Token::CharacterTokens(part));
            }
            at += part.len() as u32 + 1;
        }
    }
}

impl Callback<Infallible, ()> for Bridge<'_> {
    fn handle_event(&mut self, event: CallbackEvent<'_>, _: Span<()>) -> Option<Infallible> {
        match event {
            CallbackEvent::OpenStartTag { name } if self.is_own(name) => self.is_mark = true,
            CallbackEvent::OpenStartTag { name } => {
                let is_deep = self.builder.sink.depth() >= DEEPEST && !RAW.contains(&name);
                self.tag = (!is_deep).then(|| tag(TagKind::StartTag, name));
                self.left_out += u32::from(is_deep);
            }
            CallbackEvent::AttributeName { name } => {
                if let Some(tag) = &mut self.tag {
                    // One that is not kept takes its value with it: the next value has nowhere to go.
                    let local = if ATTRIBUTES.contains(&name) { local(name) } else { LocalName::default() };
                    if tag.attrs.last().is_some_and(|last| last.name.local.is_empty()) {
                        tag.attrs.pop();
                    }
                    tag.attrs.push(Attribute { name: QualName::new(None, ns!(), local), value: StrTendril::new() });
                }
            }
            CallbackEvent::AttributeValue { value } => {
                let attribute = self.tag.as_mut().and_then(|tag| tag.attrs.last_mut());
                if let Some(attribute) = attribute.filter(|attribute| !attribute.name.local.is_empty()) {
                    attribute.value.push_slice(&String::from_utf8_lossy(value));
                }
            }
            CallbackEvent::CloseStartTag { .. } if std::mem::take(&mut self.is_mark) => self.own.push(self.place.clone()),
            CallbackEvent::CloseStartTag { self_closing } => {
                if let Some(mut tag) = self.tag.take() {
                    if tag.attrs.last().is_some_and(|last| last.name.local.is_empty()) {
                        tag.attrs.pop();
                    }
                    tag.self_closing = self_closing;
                    self.tags += 1;
                    let is_script = &*tag.name == "script" && tag.attrs.iter().any(|attribute| &*attribute.name.local == SCRIPT);
                    if is_script && !self.seen {
                        self.script = Some(self.place.start);
                        self.next_state = Some(State::ScriptData);
                        return None;
                    }
                    self.reach_body(&*tag.name == "body");
                    self.send(Token::TagToken(tag));
                }
            }
            CallbackEvent::EndTag { name } if self.is_own(name) => self.own.push(self.place.clone()),
            CallbackEvent::EndTag { name } => {
                if let Some(start) = self.script.take() {
                    self.own.push(start..self.place.end);
                    return None;
                }
                self.reach_body(name == b"head");
                if self.left_out > 0 && !RAW.contains(&name) {
                    self.left_out -= 1;
                } else {
                    self.send(Token::TagToken(tag(TagKind::EndTag, name)));
                }
            }
            CallbackEvent::String { value } => self.text(value),
            CallbackEvent::Comment { .. } | CallbackEvent::Doctype { .. } | CallbackEvent::Error(_) => {}
        }
        None
    }
}

fn tag(kind: TagKind, name: &[u8]) -> Tag {
    Tag { kind, name: local(name), self_closing: false, attrs: Vec::new(), had_duplicate_attributes: false }
}

fn local(name: &[u8]) -> LocalName {
    LocalName::from(&*String::from_utf8_lossy(name))
}
