/**
 * One article whose marks stand in the page: its answer, its marks, and the one Tab stop that leads to them.
 *
 * It may be mounted by several callers at once; only the last one to let go takes the marks out.
 */

import type * as core from '../../pkg/newsgloss_core.js';
import type { Answer } from '../answer.js';
import type { Facts } from '../card/facts.js';
import { factsOf, inOneLine } from '../card/facts.js';
import { MARK, Marks, outwards } from './marks.js';
import type { Mark } from './marks.js';
import { Roving } from './roving.js';
import { lendStyle } from './style.js';

type Core = typeof core;

export class Article {
  answer: Answer;
  marks: Marks;
  roving: Roving;
  readonly #returnStyle: () => void;

  readonly #root: Element | Document;

  constructor(core: Core, handle: number, answer: Answer) {
    this.answer = answer;
    this.#root = core.container(handle) ?? document;
    this.marks = new Marks(this.#root.querySelectorAll<HTMLElement>(MARK));
    this.roving = new Roving(this.marks, (mark) => inOneLine(this.facts(mark)));
    this.#returnStyle = lendStyle(this.#root);
  }

  renew(answer: Answer): void {
    this.answer = answer;
    this.marks = new Marks(this.#root.querySelectorAll<HTMLElement>(MARK));
    this.roving = new Roving(this.marks, (mark) => inOneLine(this.facts(mark)));
  }

  /** What a card says of `mark`, and then of what it stands inside. */
  facts(mark: Mark): Facts[] {
    return outwards(mark)
      .map((each) => factsOf(this.answer, each.id))
      .filter((facts) => facts !== undefined);
  }

  /** Lights up `mark` and its like, or none. */
  light(mark: Mark | undefined): void {
    const lit = new Set(mark && this.marks.alike(mark));
    for (const each of this.marks.all) {
      for (const piece of each.pieces) piece.toggleAttribute('data-lit', lit.has(each));
    }
  }

  /** Gives back what it borrowed of the page; the marks themselves are the core's to remove. */
  release(): void {
    this.#returnStyle();
  }
}
