/**
 * Which marks of a page a reader has hidden one by one.
 *
 * They are remembered by what they are and say, since ids are others with each reading. It hides nothing itself.
 */

import type { Answer } from './answer.js';
import type { Settings } from './settings.js';

/** Characters of a quotation that it is known by. */
const ENOUGH = 60;
/** How many are remembered of one page: the latest. */
const MOST = 200;

const NONE: readonly string[] = [];

/** What the core takes for all that it finds next, until it is said by ids what of that is hidden. */
export const NEW = 'new' as const;

export class HiddenMarks {
  readonly #page: Document;
  readonly #settings: Settings;
  #last: { answer?: Answer; keys?: readonly string[]; ids: ReadonlySet<string> } = { ids: new Set() };

  constructor(page: Document, settings: Settings) {
    this.#page = page;
    this.#settings = settings;
  }

  /** Whether anything of this page is. */
  get isAny(): boolean {
    return this.#keys.length > 0;
  }

  /** The ids of what is hidden in `answer`. The last answer that was asked for is remembered, since each row of a list asks. */
  ids(answer: Answer): ReadonlySet<string> {
    const keys = this.#keys;
    if (this.#last.answer !== answer || this.#last.keys !== keys) {
      const hidden = keys.length === 0 ? [] : keysIn(answer).filter(([, key]) => keys.includes(key));
      this.#last = { answer, keys, ids: new Set(hidden.map(([id]) => id)) };
    }
    return this.#last.ids;
  }

  /** Hides what has this id in `answer`, or shows it again. */
  set(answer: Answer, id: string, isHidden: boolean): void {
    const [, key] = keysIn(answer).find(([each]) => each === id) ?? [];
    if (key === undefined) return;
    const others = this.#keys.filter((each) => each !== key);
    const keys = isHidden ? [...others, key].slice(-MOST) : others;
    const pages = Object.entries(this.#settings.choices.hidden).filter(([path]) => path !== this.#path);
    // This page comes last, since the oldest are forgotten first.
    this.#settings.change({ hidden: Object.fromEntries(keys.length === 0 ? pages : [...pages, [this.#path, keys]]) });
  }

  get #path(): string {
    const { host, pathname } = this.#page.location;
    return host + pathname;
  }

  get #keys(): readonly string[] {
    return this.#settings.choices.hidden[this.#path] ?? NONE;
  }
}

/** What each thing that can be marked is known by, after its id. Values carry no id: "v3" is the third of the answer. */
function keysIn({ entities, values, quotes, text = '' }: Answer): (readonly [id: string, key: string])[] {
  const keyOf = (type: string, words: string): string => `${type} ${words.slice(0, ENOUGH)}`;
  return [
    ...entities.map(({ id, type, name }) => [id, keyOf(type, name)] as const),
    ...values.map(({ type, start, end }, at) => [`v${at + 1}`, keyOf(type, text.slice(start, end))] as const),
    ...quotes.map(({ id, kind, start, end }) => [id, keyOf(kind, text.slice(start, end))] as const),
  ];
}
