//! TypeScript's view of what crosses: the options that come in, and what is answered.

use wasm_bindgen::prelude::*;

/// The answer's own types, made from those in `annotations.rs`: see `tests/types.rs`.
#[wasm_bindgen(typescript_custom_section)]
const ANSWER: &str = include_str!("answer.d.ts");

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** What a caller may choose. */
export interface AnnotateOptions {
    /** The day of publication as 2016-08-27; "Friday" is resolved against it. For a page, it overrides what the page says. */
    published?: string;
    /** From 0 to 1: nothing of less confidence is marked. */
    minConfidence?: number;
    /** A publisher's own list, whose word counts before that of newsgloss: the text of a list as JSON or CSV, or its entries. */
    lexicon?: string | OwnEntry[] | { entries: OwnEntry[] };
}

/** How marks are shown: by elements around the text, or by custom highlights, which leave the page's tree alone. */
export type Paint = "markup" | "highlight";

/** What a caller may choose for a page. */
export interface MountOptions extends AnnotateOptions {
    /** Elements around the text, "markup", or custom highlights, "highlight"; elements where the browser has no highlights. */
    paint?: Paint;
    /** Whether marks that are elements become highlights where the page turns out to work on its text itself. */
    mayRepaint?: boolean;
    /** What is not marked: types of entities and values, and kinds of quotations; "new" for all that is found, until `hide` is called. The answer holds them all the same. */
    hidden?: (EntityType | ValueType | QuoteKind | "new")[];
}

/** One thing of a publisher's own list, under names that are looked for in whole words. */
export interface OwnEntry {
    /** How it is called. With a leading article it is found behind one only, and marked without it. */
    name: string;
    /** Required, but for names to leave alone. */
    type?: EntityType;
    /** Other names of it. */
    aliases?: string[];
    /** A regular expression for more of them, in the syntax of Rust's crate regex-lite; tried at each word, in linear time. */
    pattern?: string;
    /** Where more is told, beginning with https:// or http://: the card links there. */
    url?: string;
    /** A few words for the card: text, never markup. */
    description?: string;
    /** An item: "Q567". */
    wikidata?: string;
    /** Whether capitals make no difference, in names and pattern. */
    ignoreCase?: boolean;
    /** Whether it is the thing also inside a longer name that newsgloss is sure of. */
    prefer?: boolean;
    /** Whether it is never marked, by these names or a surname. */
    leave?: boolean;
}

/** Who has to do with whom in an article: the sentences that have things together, and the quotations by and of each. */
export interface Relations {
    /** The sentences that anything is in, in reading order. */
    sentences: RelatingSentence[];
    /** For each entity of the answer, in its order. */
    entities: EntityRelations[];
}

/** A sentence, or a whole headline, that names something or quotes somebody. */
export interface RelatingSentence extends Span {
    /** Ids of what is in it, each once, in order. */
    entities: string[];
}

/** What one entity has to do with the others. */
export interface EntityRelations {
    id: string;
    /** The sentences that it is in, as indexes into `Relations.sentences`. */
    sentences: number[];
    /** With whom it is in one sentence, the most often first. */
    companions: { id: string; sentences: number[] }[];
    /** Ids of the quotations that it speaks. */
    speaks: string[];
    /** Ids of the quotations that name it. */
    spokenOf: string[];
}

/** A form that an answer can be saved in: W3C Web Annotations, schema.org, quotations as CSV, or an HTML document to print. */
export type ExportFormat = "webannotation" | "schema" | "csv" | "summary";

/** What a caller knows of an article when it is exported. */
export interface ExportOptions {
    /** The address of its page, in full: the source of what is marked. */
    url?: string;
    /** When the annotations were made, in UTC: `new Date().toISOString()`. Left out where it is not given. */
    created?: string;
    /** The words of a summary; each that is left out is English. */
    labels?: SummaryLabels;
}

/** The words that a summary puts around what an article says, with what they are in English. */
export interface SummaryLabels {
    /** The language of these words, as a BCP 47 tag. "en" */
    language?: string;
    /** The direction that they run in: "ltr" or "rtl". "ltr" */
    direction?: string;
    /** In place of a headline, where there is none. "Article" */
    untitled?: string;
    /** Above the quotations. "Who says what" */
    quotations?: string;
    /** In their place, where there are none. "Nobody is quoted." */
    nobody?: string;
    /** Above quotations whose speaker is not known. "Speaker not identified" */
    unstated?: string;
    /** Beside a quotation whose speaker is not stated but follows from the surroundings. "speaker not stated, probably this one" */
    probably?: string;
    /** Beside reported speech, which is not in the speaker's own words or only partly. "reported speech" */
    reported?: string;
    /** Above the people. "People" */
    people?: string;
    /** Above the organisations. "Organisations" */
    organizations?: string;
    /** Above how often each is named. "Mentions" */
    mentions?: string;
    /** Above the sentences that say when. "Timeline" */
    timeline?: string;
    /** Before the name and version of this program. "Made with" */
    made?: string;
}

/** The marks of an article in reading order: what stands in another after it. */
export interface Marks {
    /** How they are shown in fact. */
    paint: Paint;
    marks: Mark[];
}

/** One mention, value or quotation that a page shows, and where in the answer's text it stands. */
export interface Mark extends Span {
    kind: "entity" | "value" | "quote";
    /** In the answer: "e1", "q1"; of a value, "v" and its number in `values` from 1. All mentions of an entity share theirs. */
    id: string;
    type: EntityType | ValueType | QuoteKind;
    /** The place in the list of the nearest mark that it stands in. */
    around?: number;
}

/** A page's article with marks in it. */
export interface Mounted {
    /** What `unmount` takes. */
    handle: number;
    answer: Answer;
}
"#;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(typescript_type = "AnnotateOptions")]
    pub type JsAnnotateOptions;

    #[wasm_bindgen(method, getter, structural)]
    pub(super) fn published(this: &JsAnnotateOptions) -> JsValue;

    #[wasm_bindgen(method, getter, structural, js_name = minConfidence)]
    pub(super) fn min_confidence(this: &JsAnnotateOptions) -> JsValue;

    #[wasm_bindgen(method, getter, structural)]
    pub(super) fn lexicon(this: &JsAnnotateOptions) -> JsValue;

    #[wasm_bindgen(typescript_type = "MountOptions")]
    pub type JsMountOptions;

    #[wasm_bindgen(method, getter, structural)]
    pub(super) fn paint(this: &JsMountOptions) -> JsValue;

    #[wasm_bindgen(method, getter, structural, js_name = mayRepaint)]
    pub(super) fn may_repaint(this: &JsMountOptions) -> JsValue;

    #[wasm_bindgen(method, getter, structural)]
    pub(super) fn hidden(this: &JsMountOptions) -> Option<Vec<String>>;

    #[wasm_bindgen(typescript_type = "Span")]
    pub type JsSpan;

    #[wasm_bindgen(typescript_type = "ExportOptions")]
    pub type JsExportOptions;

    #[wasm_bindgen(method, getter, structural)]
    pub(super) fn url(this: &JsExportOptions) -> JsValue;

    #[wasm_bindgen(method, getter, structural)]
    pub(super) fn created(this: &JsExportOptions) -> JsValue;

    #[wasm_bindgen(method, getter, structural)]
    pub(super) fn labels(this: &JsExportOptions) -> JsValue;

    #[wasm_bindgen(typescript_type = "Marks")]
    pub type JsMarks;

    #[wasm_bindgen(typescript_type = "Answer")]
    pub type JsAnswer;

    #[wasm_bindgen(typescript_type = "Mounted")]
    pub type JsMounted;

    #[wasm_bindgen(typescript_type = "Relations")]
    pub type JsRelations;
}
