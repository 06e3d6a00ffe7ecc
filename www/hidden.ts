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

export class HiddenMarks {
  readonly #page: Document;
  readonly #settings: Settings;

  constructor(page: Document, settings: Settings) {
    this.#page = page;
    this.#settings = settings;
  }

  /** The ids of what is hidden in `answer`. */
  ids({ entities, values, quotes, text = '' }: Answer): string[] {
    const keys = this.#keys;
    if (keys.length === 0) return [];
    const named = (
      [
        ...entities.map(({ id, type, name }) => [id, keyOf(type, name)]),
        ...values.map(({ type, start, end }, at) => [`v${at + 1}`, keyOf(type, text.slice(start, end))]),
        ...quotes.map(({ id, kind, start, end }) => [id, keyOf(kind, text.slice(start, end))]),
      ] as [id: string, key: string][]
    ).filter(([, key]) => keys.includes(key));
    return named.map(([id]) => id);
  }

  /** Hides what has this id in `answer`, or shows it again. */
  set(answer: Answer, id: string, isHidden: boolean): void {
    const { entities, values, quotes, text = '' } = answer;
    const entity = entities.find((each) => each.id === id);
    const quote = quotes.find((each) => each.id === id);
    const value = /^v\d+$/.test(id) ? values[Number(id.slice(1)) - 1] : undefined;
    const words = (at: { start: number; end: number }): string => text.slice(at.start, at.end);
    const key =
      (entity && keyOf(entity.type, entity.name)) ?? (quote && keyOf(quote.kind, words(quote))) ?? (value && keyOf(value.type, words(value)));
    if (key === undefined) return;
    const others = this.#keys.filter((each) => each !== key);
    const keys = isHidden ? [...others, key].slice(-MOST) : others;
    const pages = Object.entries(this.#settings.choices.hidden).filter(([path]) => path !== this.#path);
    // This page comes last, since the oldest are forgotten first.
    this.#settings.change({ hidden: Object.fromEntries(keys.length === 0 ? pages : [...pages, [this.#path, keys]]) });
  }

  get #path(): string {
    return this.#page.location.pathname;
  }

  get #keys(): readonly string[] {
    return this.#settings.choices.hidden[this.#path] ?? [];
  }
}

function keyOf(type: string, words: string): string {
  return `${type} ${words.slice(0, ENOUGH)}`;
}
