/* Made from the Rust types by tests/types.rs, which says how. */

/** One real thing that the article names. */
export interface Entity {
    /** Of a place: its latitude and longitude in degrees, north and east positive. */
    coordinates?: [number, number];
    /** A few words that tell a reader what it is. */
    description?: string;
    /** Its id in this answer. */
    id: string;
    /** Where the article names it, in reading order. */
    mentions: Mention[];
    /** Its fullest form in the article, or the name of the item it is linked to. */
    name: string;
    /** Of a group: the id of the entity, or else the Wikidata item, that it belongs to. */
    of?: string;
    /** What the article calls it besides: "Secretary of State". */
    role?: string;
    /** What kind of thing it is. */
    type: EntityType;
    /** Where a publisher says that more is told about it. */
    url?: string;
    /** The Wikidata item. */
    wikidata?: string;
}

export type EntityType = "person" | "organization" | "place" | "group" | "event" | "misc";

/** One stretch of text that names an entity. */
export interface Mention {
    /** How sure it is that this names an entity of this type. */
    confidence: number;
    end: number;
    start: number;
}

/** One quotation. */
export interface Quote {
    /** The phrase that names who was spoken to. */
    addressee?: Span;
    /** How sure it is that this is a quotation with these ends. */
    confidence: number;
    /** The word or phrase that reports the speech. */
    cue?: Span;
    end: number;
    /** Whom the speaker phrase resolves to; none where that is unknown. */
    entities?: string[];
    /** Its id in this answer. */
    id: string;
    /** Whether the speaker is not stated but follows from the surroundings. */
    inferred: boolean;
    /** How the words are quoted. */
    kind: QuoteKind;
    /** The name of the place where it was said. */
    place?: Span;
    /** The whole phrase that names who spoke. */
    speaker?: Span;
    start: number;
    /** The statement it is the whole or a part of; scare quotes state nothing. */
    statement?: string;
    /** The expression that says when it was said; one of the answer's `values`. */
    time?: Span;
}

export type QuoteKind = "direct" | "mixed" | "indirect" | "scare";

/** A half-open stretch of the text, in Unicode code points on the command line and in UTF-16 code units in JavaScript. */
export interface Span {
    end: number;
    start: number;
}

/** A sentence that says when something happens, happened or will happen. */
export interface TimelineEvent {
    /** When, as TIMEX3 writes it: a day, or a longer stretch of the calendar. Without the time of day. */
    date: string;
    end: number;
    /** What the sentence names, and who says something in it, in reading order. */
    entities?: string[];
    /** The quotations that begin in the sentence. */
    quotes?: string[];
    start: number;
}

/** One date, time, duration, sum, share or amount. */
export interface Value {
    /** How sure it is. */
    confidence: number;
    end: number;
    start: number;
    /** What kind of value it is. */
    type: ValueType;
    /** Its normalised form; absent where the text does not determine it. */
    value?: string;
}

export type ValueType = "date" | "time" | "duration" | "set" | "money" | "percent" | "quantity";

/** Everything found in one article. Absent means unknown: there are no nulls and no empty strings. */
export interface Answer {
    /** Things and where they are named, in order of their first mention. */
    entities: Entity[];
    /** The article's headline. */
    headline?: string;
    /** The caller's name for the article. */
    id?: string;
    /** The language of the article as a BCP 47 tag: what its words tell, else what its page says. */
    language?: string;
    /** The day of publication, as 2016-08-27. */
    published?: string;
    /** Quotations in reading order. */
    quotes: Quote[];
    /** The plain text that offsets count in, where the caller did not give it. */
    text?: string;
    /** Sentences that say when, in order of their dates; those of one date in reading order. */
    timeline: TimelineEvent[];
    /** Values in reading order; they do not overlap one another. */
    values: Value[];
    /** The version of newsgloss that answered. */
    version: string;
}
