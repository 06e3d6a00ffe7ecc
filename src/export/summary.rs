//! A summary of an article as one HTML document that needs nothing else: to read, to print, to keep.
//!
//! Headline and day; who says what, speaker by speaker; people and organisations, all in the order in which they are first named;
//! the timeline. No scripts, and a policy in the document that forbids any; every word of the article is text. Words
//! around it are the caller's [`Labels`](super::Labels).

use super::Material;
use super::labels::Label;
use super::written::{Form, Written};
use crate::annotations::{Entity, EntityType, Quote, QuoteKind};
use crate::relations::Relations;

/// What comes before the title. Nothing is fetched and nothing runs, whatever the rest says.
const HEAD: &str = r#"<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta http-equiv="Content-Security-Policy" content="default-src 'none';style-src 'unsafe-inline'"><style>body{font:1rem/1.5 Georgia,serif;max-width:42rem;margin:2rem auto;padding:0 1rem;overflow-wrap:anywhere}h3,p{margin:1rem 0 0}blockquote{margin:.5rem 0;padding:0 1rem;border-inline-start:2px solid}td,th{text-align:start;vertical-align:top;padding:0 .5rem}@media print{blockquote,tr{break-inside:avoid}h2,h3{break-after:avoid}}</style><title>"#;

pub(super) fn write(material: &Material<'_>) -> String {
    let language = material.language();
    let mut page = Page { written: Written::new(Form::Html), material, language: language.as_deref() };
    let headline = material.document.headline();
    page.raw("<!DOCTYPE html>\n<html lang=\"");
    page.label(Label::Language);
    page.raw("\" dir=\"");
    page.label(Label::Direction);
    page.raw("\">");
    page.raw(HEAD);
    match headline {
        Some(headline) => page.written.brief(headline),
        None => page.label(Label::Untitled),
    }
    page.raw("</title></head>\n<body>\n");
    if let Some(headline) = headline {
        page.said("h1", headline);
    }
    page.raw("<p>");
    if let Some(day) = material.published() {
        page.raw(&day);
        page.raw(" ");
    }
    if let Some(url) = material.about.url() {
        page.link("", url, url);
    }
    page.raw("</p>\n");
    page.quotations();
    page.named(EntityType::Person, Label::People);
    page.named(EntityType::Organization, Label::Organizations);
    page.timeline();
    page.raw("<p><small>");
    page.label(Label::Made);
    page.raw(concat!(" newsgloss ", env!("CARGO_PKG_VERSION"), "</small></p>\n</body>\n</html>\n"));
    page.written.text
}

/// HTML that is being written.
struct Page<'a> {
    written: Written,
    material: &'a Material<'a>,
    /// The language of what the article says, which the words around it need not be in.
    language: Option<&'a str>,
}

impl Page<'_> {
    /// Who says what. A quotation by two stands with both; marks that quote nobody's statement are left out.
    fn quotations(&mut self) {
        let Material { annotations, document, .. } = self.material;
        self.heading(Label::Quotations);
        let start = self.written.text.len();
        let relations = Relations::new(document, annotations);
        for (entity, related) in annotations.entities.iter().zip(&relations.entities) {
            let quotes = related.speaks.iter().filter_map(|id| {
                let at = annotations.quotes.binary_search_by_key(id, |quote| quote.id).ok()?;
                annotations.quotes.get(at)
            });
            self.said_by(Some(entity), &mut quotes.into_iter());
        }
        self.said_by(None, &mut annotations.quotes.iter().filter(|quote| quote.entities.is_empty()));
        if self.written.text.len() == start {
            self.raw("<p>");
            self.label(Label::Nobody);
            self.raw("</p>\n");
        }
    }

    /// What one entity says, or nobody in particular, in reading order; nothing where that is nothing.
    fn said_by(&mut self, entity: Option<&Entity>, quotes: &mut dyn Iterator<Item = &Quote>) {
        let mut last: Option<&Quote> = None;
        for quote in quotes.filter(|quote| quote.kind != QuoteKind::Scare) {
            match last {
                Some(last) if last.statement.is_some() && last.statement == quote.statement => self.raw(" … "),
                _ => {
                    match (last, entity) {
                        (Some(last), _) => self.circumstances(last),
                        (None, Some(entity)) => {
                            self.said("h3", &entity.name);
                            self.known("p", entity);
                        }
                        (None, None) => {
                            self.raw("<h3>");
                            self.label(Label::Unstated);
                            self.raw("</h3>");
                        }
                    }
                    self.raw("<blockquote><p>");
                }
            }
            self.said(if quote.kind == QuoteKind::Direct { "q" } else { "span" }, self.material.document.slice(quote.span));
            last = Some(quote);
        }
        if let Some(last) = last {
            self.circumstances(last);
        }
    }

    /// Ends a statement, of which `quote` is the last part.
    fn circumstances(&mut self, quote: &Quote) {
        self.raw("</p><small>");
        let start = self.written.text.len();
        if quote.inferred {
            self.label(Label::Probably);
        }
        if quote.kind != QuoteKind::Direct {
            self.apart(start);
            self.label(Label::Reported);
        }
        let words = |span| self.material.words(span);
        let speaker = words(quote.speaker.filter(|_| quote.entities.is_empty()));
        let all = [speaker, words(quote.cue), words(quote.addressee), words(quote.place), self.material.said_on(quote)];
        for words in all.into_iter().flatten() {
            self.apart(start);
            self.written.brief(words);
        }
        self.raw("</small></blockquote>\n");
    }

    /// Parts what comes from what has been written since `start`.
    fn apart(&mut self, start: usize) {
        if self.written.text.len() > start {
            self.raw(" · ");
        }
    }

    /// The entities of one kind, and how often each is named.
    fn named(&mut self, kind: EntityType, heading: Label) {
        let mut is_first = true;
        for entity in self.material.annotations.entities.iter().filter(|entity| entity.kind == kind) {
            if std::mem::take(&mut is_first) {
                self.heading(heading);
                self.raw("<table><tr><td><td><th>");
                self.label(Label::Mentions);
                self.raw("\n");
            }
            self.raw("<tr><td>");
            match &entity.wikidata {
                Some(item) => self.link("https://www.wikidata.org/wiki/", item, &entity.name),
                None => self.said("b", &entity.name),
            }
            self.known("td", entity);
            self.raw("<td>");
            self.written.number(entity.mentions.len() as i64, 0);
            self.raw("\n");
        }
        if !is_first {
            self.raw("</table>\n");
        }
    }

    /// What the article and the lexicon tell of an entity.
    fn known(&mut self, element: &str, entity: &Entity) {
        self.open(element);
        let start = self.written.text.len();
        for told in [&entity.role, &entity.description].into_iter().flatten() {
            self.apart(start);
            self.written.brief(told);
        }
        self.close(element);
    }

    /// The sentences that say when. A sentence stands with each of its dates, so long ones are cut.
    fn timeline(&mut self) {
        let Material { annotations, document, .. } = self.material;
        if annotations.timeline.is_empty() {
            return;
        }
        self.heading(Label::Timeline);
        self.raw("<table>");
        for event in &annotations.timeline {
            self.raw("<tr><td>");
            self.written.exact(&event.date);
            self.open("td");
            self.written.brief(document.slice(event.span));
            self.raw("\n");
        }
        self.raw("</table>\n");
    }

    fn heading(&mut self, heading: Label) {
        self.raw("<h2>");
        self.label(heading);
        self.raw("</h2>\n");
    }

    /// An element that holds words of the article.
    fn said(&mut self, element: &str, words: &str) {
        self.open(element);
        // Quotations are said once, names many times.
        if matches!(element, "q" | "span" | "h1") {
            self.written.line(words)
        } else {
            self.written.brief(words)
        }
        self.close(element);
    }

    /// A link to an address, which has been checked or begins with `site`.
    fn link(&mut self, site: &str, address: &str, words: &str) {
        self.raw("<a href=\"");
        self.raw(site);
        self.written.exact(address);
        self.raw("\">");
        self.written.brief(words);
        self.raw("</a>");
    }

    /// Begins an element of the article's own words.
    fn open(&mut self, element: &str) {
        self.raw("<");
        self.raw(element);
        if let Some(language) = self.language {
            self.raw(" lang=\"");
            self.written.exact(language);
            self.raw("\"");
        }
        self.raw(" dir=\"auto\">");
    }

    fn close(&mut self, element: &str) {
        self.raw("</");
        self.raw(element);
        self.raw(">");
    }

    fn label(&mut self, label: Label) {
        self.written.exact(self.material.about.labels.word(label));
    }

    fn raw(&mut self, markup: &str) {
        self.written.raw(markup);
    }
}
