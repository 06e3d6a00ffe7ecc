/**
 * What is there once for a page or frame, however many articles are mounted in it: the card, and the listeners that open it.
 *
 * The first article brings it and the last one takes it away again, with everything that it added. It knows when a card
 * opens and closes; how a card looks, and what a mark is, are others' business.
 */

import { Card } from './card/card.js';
import { characterAt } from './input/point.js';
import { listenToKeys } from './input/keys.js';
import { listenToPointer } from './input/pointer.js';
import type { Point } from './marks/anchor.js';
import { Anchor } from './marks/anchor.js';
import type { Article } from './marks/article.js';
import type { Mark } from './marks/marks.js';

/** What opened the card: the pointer resting on a mark, the focus arriving there, or a press. */
export type Reason = 'hover' | 'focus' | 'press';

/** A mark, and the article that it stands in. */
export interface Found {
  article: Article;
  mark: Mark;
}

/** The mark of an open card. */
export interface Shown extends Found {
  anchor: Anchor;
  reason: Reason;
}

export class Session {
  readonly page: Document;
  readonly card: Card;
  readonly #articles = new Set<Article>();
  readonly #listening = new AbortController();
  #shown: Shown | undefined;

  constructor(page: Document) {
    this.page = page;
    this.card = new Card(page, () => {
      this.close();
    });
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
    article.onRenewed = () => {
      this.#follow(article);
    };
  }

  remove(article: Article): void {
    if (this.#shown?.article === article) this.close();
    this.#articles.delete(article);
  }

  /** Whether an event that goes through `path` happens in an article. */
  isNear(path: EventTarget[]): boolean {
    return [...this.#articles].some(({ container }) => container !== undefined && path.includes(container));
  }

  /** The innermost mark at a point of the window, where `path` is what an event there goes through. */
  markAt(path: EventTarget[], at: Point): Found | undefined {
    const place = this.isNear(path) ? characterAt(path[0], at) : undefined;
    return place && this.#find((article) => article.marks.at(...place));
  }

  /** The mark that has the focus, if `piece` is what has it. */
  stopAt(piece: EventTarget | undefined): Found | undefined {
    return this.#find((article) => article.roving.stopAt(piece));
  }

  /** Opens the card beside a mark, in place of any other: beside its line that `at` is on, or the first. */
  open({ article, mark }: Found, reason: Reason, at?: Point): void {
    if (reason === 'focus' && this.#shown?.mark === mark) return;
    const facts = article.facts(mark);
    const anchor = Anchor.of(article.marks.rangesOf(mark), at);
    if (facts.length === 0 || anchor === undefined) return;
    if (this.#shown?.article !== article) this.#shown?.article.light(undefined);
    this.#shown = { article, mark, anchor, reason };
    article.light(mark);
    this.card.open(anchor, facts);
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

  /** The marks of `article` are others now: the open card stays with its own, if that is still where it was. */
  #follow(article: Article): void {
    if (this.#shown?.article !== article) return;
    const { mark, anchor, reason } = this.#shown;
    const now = article.marks.successorOf(mark, anchor.ranges);
    if (now === undefined) {
      this.close();
      return;
    }
    this.#shown = { article, mark: now, anchor, reason };
    article.light(now);
    this.card.tell(article.facts(now));
  }

  #find(mark: (article: Article) => Mark | undefined): Found | undefined {
    for (const article of this.#articles) {
      const found = mark(article);
      if (found !== undefined) return { article, mark: found };
    }
    return undefined;
  }
}
