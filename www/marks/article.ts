/**
 * One article whose marks stand in the page: its answer, its marks, and the one Tab stop that leads to them.
 *
 * It may be mounted by several callers at once; only the last one to let go takes the marks out.
 */

import type { Answer, Relations } from '../answer.js';
import type { Facts } from '../card/facts.js';
import { factsOf, inOneLine } from '../card/facts.js';
import { MARK, Marks, outwards } from './marks.js';
import type { Mark } from './marks.js';
import { Roving } from './roving.js';
import { lendStyle } from './style.js';

export class Article {
  readonly answer: Answer;
  /** Who has to do with whom, once somebody has asked. */
  relations: Relations | undefined;
  readonly marks: Marks;
  readonly roving: Roving;
  /** How many callers hold it. */
  holders = 0;
  readonly #returnStyle: () => void;

  /** From an answer and the element that its marks stand in; of these, `isNew` tells those of this article. */
  constructor(answer: Answer, root: Element | Document, isNew: (piece: Element) => boolean) {
    this.answer = answer;
    this.marks = new Marks([...root.querySelectorAll<HTMLElement>(MARK)].filter(isNew));
    this.roving = new Roving(this.marks, (mark) => inOneLine(this.facts(mark)));
    this.#returnStyle = lendStyle(root);
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
