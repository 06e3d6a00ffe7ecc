//! Reads an article passage by passage, in steps that each take some milliseconds, and keeps what it has read.
//!
//! A passage is some thousand words, and most articles are a single one. Names, values and quotations are found in each passage
//! by itself, so that a page can be used in between, and a change to a long article costs the passages that it has touched.
//! Which names mean one thing is settled for the whole article, from all that has been read by then. Where a passage ends
//! depends on the text around that place alone: what stays the same far from a change is cut as before it.

use std::ops::Range;

use crate::annotations::{Annotations, Language, Quote, QuoteId, StatementId, Value};
use crate::document::{Document, Role, Span};
use crate::entities::{Assembly, Sources};
use crate::names::{Name, Naming};
use crate::segment::{Cut, Segments, Sentence, Token};
use crate::{Annotator, Options, lexicon, names, quotes, timeline, values};

/// Bytes, some 2,500 words: no passage ends before it has so many, unless the article does.
const SHORTEST: u32 = 15_000;
/// Bytes: a passage ends behind the paragraph with which it has so many.
const LONGEST: u32 = 21_000;
/// Between the two, a passage ends before a subheading, or behind one paragraph in so many.
const ONE_IN: u32 = 4;

/// An article that is being annotated.
#[derive(Debug)]
pub struct Annotating {
    passages: Vec<Passage>,
    /// Where in the list to begin.
    first: usize,
    /// How many have been read, from the first on and then from the start of the list.
    read: usize,
}

/// A stretch of an article, as a document of its own.
#[derive(Debug)]
struct Passage {
    document: Document,
    /// Where it begins in the article, in bytes.
    base: u32,
    /// The number of its first block in the article.
    first_block: usize,
    state: State,
}

#[derive(Debug)]
enum State {
    Unread,
    Naming(Cut, Box<Naming>),
    Named(Named),
    Valued(Named, Vec<Value>),
    Read(Box<Found>),
}

/// The names of a passage; offsets and numbers count from its own start.
#[derive(Debug)]
struct Named {
    cut: Cut,
    names: Vec<Name>,
    language: Language,
}

/// What was found in a passage; offsets and numbers count from its own start.
#[derive(Debug)]
struct Found {
    named: Named,
    values: Vec<Value>,
    quotes: Vec<Quote>,
}

impl Annotating {
    /// Begins to annotate `document`. What `before` has read of the same text, with the same options, is taken over.
    pub fn new(document: &Document, before: Option<Annotating>) -> Annotating {
        let mut known = before.map_or_else(Vec::new, |before| before.passages);
        let passages = ranges(document).into_iter().map(|blocks| {
            let (part, base) = document.part(blocks.clone());
            let same = known.iter().position(|passage| passage.document == part);
            let state = same.map_or(State::Unread, |same| known.swap_remove(same).state);
            Passage { document: part, base, first_block: blocks.start, state }
        });
        Annotating { passages: passages.collect(), first: 0, read: 0 }
    }

    /// Whether there is more than one passage.
    pub fn is_long(&self) -> bool {
        self.passages.len() > 1
    }

    /// Begins with the passage that holds the byte `offset` of the document's text.
    pub fn begin_at(&mut self, offset: u32) {
        self.first = self.passages.partition_point(|passage| passage.base <= offset).saturating_sub(1);
    }

    /// Whether everything has been read.
    pub fn is_read(&self) -> bool {
        self.read >= self.passages.len()
    }

    /// Whether some passage has been read.
    pub fn has_read_some(&self) -> bool {
        self.read > 0
    }

    /// Reads on for one step: some names of one passage, or its values or quotations. Cost: linear in that passage.
    pub fn advance(&mut self, annotator: &Annotator, options: &Options) {
        while self.read < self.passages.len() {
            let index = (self.first + self.read) % self.passages.len();
            let Some(passage) = self.passages.get_mut(index) else { return };
            let took_step = passage.step(annotator, options);
            self.read += usize::from(matches!(passage.state, State::Read(_)));
            if took_step {
                return;
            }
        }
    }

    /// Begins to put together what follows from all that has been read. `document` is the one that this was begun with.
    pub fn conclude(&self, document: &Document) -> Concluding {
        let mut whole = Whole::default();
        let found = self.passages.iter().filter_map(|passage| match &passage.state {
            State::Read(found) => Some((passage, found)),
            _ => None,
        });
        for (passage, found) in found {
            whole.add(passage, found);
        }
        let Whole { tokens, sentences, names, values, quotes, .. } = whole;
        let cut = Cut::new(document, tokens, sentences);
        Concluding { cut, names, values, assembly: Assembly::new(quotes), is_assembled: false, language: self.language() }
    }

    /// The language of most of the text.
    fn language(&self) -> Language {
        let mut bytes = [0; 2];
        for passage in &self.passages {
            let State::Read(found) = &passage.state else { continue };
            match found.named.language {
                Language::English => bytes[0] += passage.document.text().len(),
                Language::Other => bytes[1] += passage.document.text().len(),
                Language::Unknown => {}
            }
        }
        match bytes {
            [0, 0] => Language::Unknown,
            [english, other] if english >= other => Language::English,
            _ => Language::Other,
        }
    }
}

/// What follows from all that has been read of an article, as it is put together.
#[derive(Debug)]
pub struct Concluding {
    cut: Cut,
    names: Vec<Name>,
    values: Vec<Value>,
    assembly: Assembly,
    is_assembled: bool,
    language: Language,
}

/// How far [`Concluding`] has come.
#[derive(Debug)]
pub enum Concluded {
    /// There is more to do.
    Not(Concluding),
    /// This was found.
    All(Annotations),
}

impl Concluding {
    /// Takes a step. `document` and `options` are the same each time. Cost: linear in the text.
    pub fn advance(mut self, annotator: &Annotator, document: &Document, options: &Options) -> Concluded {
        let segments = Segments::of(document, self.cut);
        let list = options.list.as_deref();
        let sources = Sources { segments: &segments, lexicon: &annotator.lexicon, list, names: &self.names };
        if !self.is_assembled {
            self.is_assembled = self.assembly.advance(sources);
            self.cut = segments.into_cut();
            return Concluded::Not(self);
        }
        let mut annotations = self.assembly.finish(sources);
        annotations.values = self.values;
        annotations.language = self.language;
        let mut annotations = annotations.at_least(options.min_confidence);
        annotations.timeline = timeline::of(&segments, &annotations);
        Concluded::All(annotations)
    }

    /// Takes all steps.
    pub fn finish(mut self, annotator: &Annotator, document: &Document, options: &Options) -> Annotations {
        loop {
            match self.advance(annotator, document, options) {
                Concluded::Not(more) => self = more,
                Concluded::All(annotations) => return annotations,
            }
        }
    }
}

impl Passage {
    /// Takes one step; says whether there was one to take.
    fn step(&mut self, annotator: &Annotator, options: &Options) -> bool {
        let document = &self.document;
        self.state = match std::mem::replace(&mut self.state, State::Unread) {
            State::Unread => {
                let segments = Segments::new(document);
                let naming = Naming::new(&segments, &annotator.lexicon, &annotator.tagger);
                State::Naming(segments.into_cut(), Box::new(naming))
            }
            State::Naming(cut, mut naming) => {
                let segments = Segments::of(document, cut);
                if naming.advance(&segments, &annotator.tagger) {
                    let (mut names, language) = naming.finish(&segments, &annotator.lexicon);
                    if let Some(list) = &options.list {
                        names = names::own::overlay(&segments, list, names);
                    }
                    State::Named(Named { cut: segments.into_cut(), names, language })
                } else {
                    State::Naming(segments.into_cut(), naming)
                }
            }
            State::Named(Named { cut, names, language }) => {
                let segments = Segments::of(document, cut);
                let values = values::find(&segments, document.published());
                State::Valued(Named { cut: segments.into_cut(), names, language }, values)
            }
            State::Valued(Named { cut, names, language }, values) => {
                let segments = Segments::of(document, cut);
                let quotes = quotes::find(&segments, &names, &values);
                State::Read(Box::new(Found { named: Named { cut: segments.into_cut(), names, language }, values, quotes }))
            }
            State::Read(found) => {
                self.state = State::Read(found);
                return false;
            }
        };
        true
    }
}

/// What was found in several passages, put together.
#[derive(Default)]
struct Whole {
    tokens: Vec<Token>,
    sentences: Vec<Sentence>,
    names: Vec<Name>,
    values: Vec<Value>,
    quotes: Vec<Quote>,
    statements: u32,
}

impl Whole {
    /// Adds what was found in `passage`, counted from the start of the article.
    fn add(&mut self, passage: &Passage, found: &Found) {
        let first_token = self.tokens.len();
        let span = |span: Span| Span::new(span.start + passage.base, span.end + passage.base);
        let tokens = |tokens: &Range<usize>| tokens.start + first_token..tokens.end + first_token;
        let Found { named: Named { cut, names, .. }, values, quotes } = found;
        self.tokens.extend(cut.tokens.iter().map(|token| Token { span: span(token.span), ..*token }));
        self.sentences.extend(cut.sentences.iter().map(|sentence| Sentence {
            tokens: tokens(&sentence.tokens),
            block: sentence.block + passage.first_block,
            role: sentence.role,
        }));
        self.names.extend(names.iter().map(|name| Name { tokens: tokens(&name.tokens), span: span(name.span), ..name.clone() }));
        self.values.extend(values.iter().map(|value| Value { span: span(value.span), ..value.clone() }));
        let first_quote = self.quotes.len() as u32;
        let first_statement = self.statements;
        for quote in quotes {
            let statement = quote.statement.map(|statement| StatementId(statement.0 + first_statement));
            self.statements = self.statements.max(statement.map_or(0, |statement| statement.0));
            self.quotes.push(Quote {
                id: QuoteId(quote.id.0 + first_quote),
                statement,
                span: span(quote.span),
                speaker: quote.speaker.map(span),
                cue: quote.cue.map(span),
                addressee: quote.addressee.map(span),
                place: quote.place.map(span),
                time: quote.time.map(span),
                ..quote.clone()
            });
        }
    }
}

/// The blocks of each passage of `document`.
fn ranges(document: &Document) -> Vec<Range<usize>> {
    let blocks = document.blocks();
    let mut ranges = Vec::new();
    let mut start = 0;
    let mut length = 0;
    for (index, block) in blocks.iter().enumerate() {
        length += block.span.len();
        let Some(next) = blocks.get(index + 1) else { break };
        let may_end = length >= SHORTEST
            && (next.role == Role::Subheading || lexicon::index::hash(document.slice(block.span).as_bytes()).is_multiple_of(ONE_IN));
        if may_end || length >= LONGEST {
            ranges.push(start..index + 1);
            start = index + 1;
            length = 0;
        }
    }
    if start < blocks.len() {
        ranges.push(start..blocks.len());
    }
    ranges
}

#[cfg(test)]
mod tests;
