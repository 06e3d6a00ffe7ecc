/**
 * Makes the marks of one article one stop of the Tab key, from which the arrow keys go on.
 *
 * Only the mark that is the stop carries anything for it: a reader who tabs through the page meets one stop, and a screen
 * reader that reads the article aloud is told of one mark, not of hundreds. It never opens or closes anything.
 */

import { QUOTATION } from '../messages.js';
import type { Mark, Marks } from './marks.js';

/** What can be used by itself; a button must not hold any. */
const CONTROLS = 'a[href], button, input, select, textarea, summary, audio[controls], video[controls], [tabindex]';

const STEPS: Partial<Record<string, (at: number, last: number) => number>> = {
  ArrowLeft: (at) => at - 1,
  ArrowRight: (at) => at + 1,
  Home: () => 0,
  End: (_, last) => last,
};

export class Roving {
  readonly #marks: Marks;
  /** What a screen reader says of a mark after its text. */
  readonly #describe: (mark: Mark) => string;
  #stop: Mark | undefined;

  constructor(marks: Marks, describe: (mark: Mark) => string) {
    this.#marks = marks;
    this.#describe = describe;
    const [first] = marks.all;
    if (first !== undefined) this.#moveTo(first);
  }

  /** Whether `piece` is where the Tab key leads. */
  isStop(piece: Element): boolean {
    return this.#stop?.pieces[0] === piece;
  }

  /** Moves the focus as `key` says; says whether the key means anything here. */
  step(key: string): boolean {
    const next = STEPS[key];
    if (next === undefined || this.#stop === undefined) return false;
    const mark = this.#marks.all[next(this.#marks.all.indexOf(this.#stop), this.#marks.all.length - 1)];
    if (mark !== undefined) {
      this.#moveTo(mark);
      mark.pieces[0].focus();
    }
    return true;
  }

  #moveTo(mark: Mark): void {
    const left = this.#stop?.pieces[0];
    for (const name of ['tabindex', 'role', 'aria-label', 'aria-description']) left?.removeAttribute(name);
    this.#stop = mark;
    const [piece] = mark.pieces;
    // A button's content is flat to a screen reader, which a name may be but a quotation with links in it must not.
    const flat = mark.kind !== 'quote' && piece.querySelector(CONTROLS) === null;
    piece.tabIndex = 0;
    piece.setAttribute('role', flat ? 'button' : 'group');
    if (!flat) piece.setAttribute('aria-label', QUOTATION);
    // A description by reference would need an element in the same tree; the attribute works in every tree.
    piece.setAttribute('aria-description', this.#describe(mark));
  }
}
