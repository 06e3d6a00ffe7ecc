/**
 * What the panel is given of the page: its articles, and ways to act on them. The session gives both.
 *
 * The panel knows nothing else of the page, and never touches it by itself.
 */

import type { Answer, Span } from '../answer.js';
import type { Settings } from '../settings.js';

/** An article as the panel knows it. Offsets count in `answer.text`, in UTF-16 code units. */
export interface Source {
  readonly answer: Answer;
  /** The sentence that holds `span`; of a span over several, from the first to the last. */
  sentenceAround(span: Span): Span;
}

/** As what an article's answer is taken away; `copy` is what `summary` says, as plain text on the clipboard. */
export const FORMATS = ['webannotation', 'schema', 'csv', 'summary', 'copy'] as const;
export type Format = (typeof FORMATS)[number];

/** What a reader may want done with an article, from the panel. */
export interface Actions {
  /** Scrolls the page to `span`, lights it up, and moves the focus there where the keyboard is in use. */
  goTo(source: Source, span: Span): void;
  /** Takes the marks with the answer's id `id` out of the page, or puts them back. */
  hide(source: Source, id: string, isHidden: boolean): void;
  isHidden(source: Source, id: string): boolean;
  /** Shows the words of `text` to a screen reader, soon and once. */
  announce(text: string): void;
  /** Hands the article's answer to the reader in this form, and says what became of it. */
  export(source: Source, format: Format): Promise<string>;
  /** The reader has closed the panel, which is still open and may hold the focus: called before it goes. */
  close(): void;
  readonly settings: Settings;
}
