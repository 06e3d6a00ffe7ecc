/** What the background and the script in a page say to each other: one question and its answer at a time. */

/** What the background asks of a page. */
export type Ask =
  /** Mark it or, where it is marked, take everything out again. */
  | 'toggle'
  /** Open the panel, marking it first. */
  | 'panel'
  /** Open the card of the quotation that is selected, marking the page first. */
  | 'who';

/** What became of it, where there is something to tell the reader; the keys of what is said: `told…` in `_locales`. */
export type Trouble =
  /** There is no article in the page. */
  | 'noArticle'
  /** No quotation is selected. */
  | 'noQuotation'
  /** The reader wants newsgloss to stay out of this site. */
  | 'excluded'
  /** Another newsgloss has marked the page, such as its publisher's own. */
  | 'marked'
  /** The page could not be read. */
  | 'failed'
  /** The browser lets no extension into this page. */
  | 'closed'
  /** The reader must first allow it to open files. */
  | 'file'
  /** It is a PDF, which no extension can read. */
  | 'pdf'
  /** The reader's own list of names cannot be used, and was left aside. */
  | 'lexicon';

export interface Reply {
  /** Whether the page has marks of this extension. */
  isOn: boolean;
  trouble?: Trouble;
}

export interface Question {
  ask: Ask;
}

/** What a page tells of its own accord: how many statements it quotes; nothing once the marks are off. */
export interface Count {
  quotations: number | undefined;
}
