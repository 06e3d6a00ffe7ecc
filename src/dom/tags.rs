//! What HTML's elements are to a reader of articles: which hold text, which end a line, which are never the article.
//!
//! Tables only. What a page says of an element besides its name (classes, roles, styles) is judged elsewhere.

/// What an element is, as far as reading goes. Names that are not listed are [`Tag::Inline`], as browsers have it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tag {
    /// `article`.
    Article,
    /// `main`.
    Main,
    /// `body` and `html`.
    Body,
    /// `header`: an article's own, or the page's.
    Header,
    /// `footer`.
    Footer,
    /// `form`: a few fields, or, as some publishing systems have it, the whole page.
    Form,
    /// `h1` to `h6`.
    Heading(u8),
    /// `p`.
    Paragraph,
    /// `li`, `dt` and `dd`.
    Item,
    /// `ul`, `ol` and `dl`, whose children are items.
    List,
    /// `blockquote`.
    BlockQuote,
    /// `figcaption`, and a table's `caption`.
    Caption,
    /// `figure`, whose text is its caption unless it is set apart as something else.
    Figure,
    /// `td` and `th`.
    Cell,
    /// `table` and its parts that hold no text themselves.
    TablePart,
    /// `pre`: white space stands as written.
    Pre,
    /// Any other element that stands on lines of its own.
    Block,
    /// `a`.
    Link,
    /// `time`.
    Time,
    /// `q`, around which browsers set quotation marks.
    Quotation,
    /// `br`.
    Break,
    /// Any element within a line.
    Inline,
    /// A picture or a film.
    Picture,
    /// Shown, but no text of the article: frames, fields, buttons.
    Object,
    /// Never shown as text, or text beside the article: scripts, `nav`, `aside`.
    Outside,
}

impl Tag {
    /// From an element's local name in lower case.
    pub(super) fn from_name(name: &str) -> Tag {
        match name {
            "article" => Tag::Article,
            "main" => Tag::Main,
            "body" | "html" => Tag::Body,
            "header" => Tag::Header,
            "footer" => Tag::Footer,
            "form" => Tag::Form,
            "h1" => Tag::Heading(1),
            "h2" => Tag::Heading(2),
            "h3" => Tag::Heading(3),
            "h4" => Tag::Heading(4),
            "h5" => Tag::Heading(5),
            "h6" => Tag::Heading(6),
            "p" => Tag::Paragraph,
            "li" | "dt" | "dd" => Tag::Item,
            "ul" | "ol" | "dl" => Tag::List,
            "blockquote" => Tag::BlockQuote,
            "figcaption" | "caption" => Tag::Caption,
            "figure" => Tag::Figure,
            "td" | "th" => Tag::Cell,
            "table" | "tbody" | "thead" | "tfoot" | "tr" | "colgroup" | "col" => Tag::TablePart,
            "pre" => Tag::Pre,
            "address" | "center" | "details" | "div" | "hgroup" | "hr" | "section" | "summary" => Tag::Block,
            "a" => Tag::Link,
            "time" => Tag::Time,
            "q" => Tag::Quotation,
            "br" => Tag::Break,
            "canvas" | "img" | "picture" | "video" => Tag::Picture,
            "audio" | "button" | "embed" | "fieldset" | "iframe" | "input" | "label" | "legend" | "marquee" | "math" | "meter"
            | "object" | "output" | "progress" | "select" | "svg" | "textarea" => Tag::Object,
            "area" | "aside" | "datalist" | "dialog" | "frame" | "frameset" | "head" | "link" | "map" | "menu" | "meta" | "nav"
            | "noframes" | "noscript" | "optgroup" | "option" | "param" | "rp" | "rt" | "script" | "search" | "source" | "style"
            | "template" | "title" | "track" => Tag::Outside,
            _ => Tag::Inline,
        }
    }

    /// Whether it stands on lines of its own where no style says otherwise.
    pub(super) fn is_block(self) -> bool {
        !matches!(self, Tag::Link | Tag::Time | Tag::Quotation | Tag::Break | Tag::Inline | Tag::Picture | Tag::Object | Tag::Outside)
    }

    /// Whether an element of ours may stand directly inside: not where only certain children are let in.
    pub(super) fn takes_elements(self) -> bool {
        !matches!(self, Tag::List | Tag::TablePart)
    }
}
