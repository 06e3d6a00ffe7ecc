/** What a caller may choose when an article is mounted, and what it gets: types alone, which the loader and the shell have in common. */

import type { AnnotateOptions, Answer, MountOptions as CoreMountOptions, QuoteKind, Relations, Span } from './answer.js';
import type { Look, Store, Type, View } from './settings.js';

/** What a caller may choose for a page. Of one article, what the first caller chose holds for all. */
export interface MountOptions extends Omit<AnnotateOptions, 'lexicon'>, Pick<CoreMountOptions, 'paint' | 'mayRepaint'> {
  /**
   * A publisher's own list, whose word counts before that of newsgloss: the text of a list as JSON or CSV, its entries, or the address
   * of one, on the page's origin or on that of newsgloss.
   */
  lexicon?: AnnotateOptions['lexicon'] | URL;
  /** What is marked: types of entities and values, and kinds of quotations; all of them where nothing is said. The answer holds the others all the same. */
  kinds?: readonly Type[];
  /** @deprecated since 0.1.0: say by `kinds` what is marked. */
  hidden?: readonly Type[];
  /** A selector: only what stands in such an element is marked. */
  include?: string;
  /** A selector: what stands in such an element is not marked. */
  exclude?: string;
  /** Names that are never marked, nor in the answer: of a person, neither by the surname. */
  deny?: readonly string[];
  /** Called for each mark before it is shown, and anew when the page or an option has changed; where it says `true`, there is none. The answer stays what it is. */
  veto?: (mark: MarkInPage) => boolean;
  /** How marks look, unless the reader has chosen: fine lines, colours, or notes in the margin. */
  look?: Look;
  /** Whether a small button opens the panel and turns marks off and on; it does where a whole page is mounted, unless this says false. */
  control?: boolean;
  /** Whether marks follow a page that changes; they do unless this says false. */
  follow?: boolean;
  /** Called when the page has changed and something else was found in its article. */
  onChange?: (annotations: Answer) => void;
  /** The language of cards and all else that readers see, as BCP 47 has it; the reader's own where nothing is said, or it is not spoken here. */
  language?: string;
  /** Keeps what readers choose, in place of the storage of the page's origin. What the first caller gives holds for all. */
  store?: Store;
  /** Where events are dispatched; at the root that is mounted, else at the article that is found. */
  target?: EventTarget;
}

/** A mark as `veto` is asked of it; offsets count in the answer's `text`. */
export interface MarkInPage extends Span {
  kind: 'entity' | 'value' | 'quote';
  type: Type;
  /** In the answer: "e1", "q1"; of a value, "v" and its number from 1. */
  id: string;
  /** The words that would be marked. */
  text: string;
  /** What they stand in. */
  element: Element;
}

/** An article with its marks in the page. */
export interface Handle {
  /** What was found, by the latest reading of the page. Its offsets count in its `text`, in UTF-16 code units. */
  readonly annotations: Answer;
  /**
   * The same, and after it what was found in other articles that stand on the page in full, where no root was given: in frames of its
   * origin, where the page itself holds none.
   */
  readonly articles: readonly Answer[];
  /** Where its events are dispatched. */
  readonly target: EventTarget;
  /**
   * Who has to do with whom in the article. Worked out when it is first asked for; once the article is unmounted, it is known only if
   * it was asked for before, and else empty.
   */
  relations(): Relations;
  /** Opens the panel, with the focus in it, at what it showed last or at `view`. */
  open(view?: View): void;
  /** Opens the card of the innermost quotation that is shown at `range`; says whether there is one. */
  show(range: Range): boolean;
  /**
   * Chooses otherwise: what is not among `options` stays as it is, `undefined` is as if it had never been said. Settles when the page shows it.
   * Rejects with NewsglossError, and leaves everything as it is. Where others have mounted the same article, what they chose first holds.
   */
  update(options: MountOptions): Promise<void>;
  /** Takes everything out again that mounting put into the page. Calling it twice does nothing more. */
  unmount(): void;
}

/** A reader has opened something. */
export type Opened =
  /** The card of a mark: by resting on it, by the keyboard, or by a press. */
  | { what: 'card'; reason: 'hover' | 'focus' | 'press'; kind: 'entity' | 'value' | 'quote'; type: Type; id: string; text: string }
  | { what: 'panel'; view: View };

/** A reader has taken a quotation away: copied it with its source, or copied a link to it. */
export interface Quoted {
  as: 'text' | 'link';
  kind: QuoteKind;
  id: string;
  text: string;
  /** Whoever the article says it is by, in its own words; absent where it does not say. */
  speaker?: string;
}
