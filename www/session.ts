/**
 * What is there once for a page, however many articles are mounted in it: the card, and the listeners that open it.
 *
 * The first article brings it and the last one takes it away again, with everything that it added. It knows when a card
 * opens and closes; how a card looks, and what a mark is, are others' business.
 */

import { Card } from './card/card.js';
import type { Article } from './marks/article.js';
import type { Mark } from './marks/marks.js';
import { listenToKeys } from './input/keys.js';
import { listenToPointer } from './input/pointer.js';

/** What opened the card: the pointer resting on a mark, the focus arriving there, or a press. */
export type Reason = 'hover' | 'focus' | 'press';

/** An open card's mark, and the article that it stands in. */
export interface Shown {
  article: Article;
  mark: Mark;
  /** The one of its elements that the card stands beside. */
  piece: HTMLElement;
  reason: Reason;
}

export class Session {
  readonly card = new Card(document);
  readonly #articles = new Set<Article>();
  readonly #listening = new AbortController();
  #shown: Shown | undefined;

  constructor() {
    // On the document, not on the articles: a screen reader would call an article with listeners of its own clickable.
    listenToPointer(this, this.#listening.signal);
    listenToKeys(this, this.#listening.signal);
  }

  get isEmpty(): boolean {
    return this.#articles.size === 0;
  }

  get shown(): Shown | undefined {
    return this.#shown;
  }

  add(article: Article): void {
    this.#articles.add(article);
  }

  remove(article: Article): void {
    if (this.#shown?.article === article) this.close();
    this.#articles.delete(article);
    article.release();
  }

  /** Whether `piece` belongs to an article that is here already. */
  owns(piece: Element): boolean {
    return this.find(piece) !== undefined;
  }

  /** The article and the mark that `piece` is an element of. */
  find(piece: Element): { article: Article; mark: Mark } | undefined {
    for (const article of this.#articles) {
      const mark = article.marks.of(piece);
      if (mark !== undefined) return { article, mark };
    }
    return undefined;
  }

  /** Opens the card beside `piece`, in place of any other; `at` is where the pointer is, in CSS pixels of the window. */
  open(piece: HTMLElement, reason: Reason, at?: { x: number; y: number }): void {
    const found = this.find(piece);
    if (found === undefined) return;
    const facts = found.article.facts(found.mark);
    if (facts.length === 0) return;
    if (this.#shown?.article !== found.article) this.#shown?.article.light(undefined);
    this.#shown = { ...found, piece, reason };
    found.article.light(found.mark);
    this.card.open(piece, facts, at);
  }

  close(): void {
    this.#shown?.article.light(undefined);
    this.#shown = undefined;
    this.card.close();
  }

  /** Takes everything out of the page that this put there. */
  end(): void {
    this.#listening.abort();
    this.close();
    this.card.remove();
  }
}
