/**
 * Makes the marks of one article one stop of the Tab key, from which the arrow keys go on.
 *
 * Only the mark that is the stop carries anything for it: a reader who tabs through the page meets one stop, and a screen
 * reader that reads the article aloud is told of one mark, not of hundreds. Where marks are elements, the stop is the mark's
 * own; where they are highlights, a stand-in of ours. It never opens or closes anything.
 */

import { say } from '../messages.js';
import { Anchor } from './anchor.js';
import type { Mark, Marks } from './marks.js';
import { StandIn } from './stand-in.js';

const STEPS: Partial<Record<string, (at: number, last: number) => number>> = {
  ArrowLeft: (at) => at - 1,
  ArrowRight: (at) => at + 1,
  Home: () => 0,
  End: (_, last) => last,
};

interface Stop {
  mark: Mark;
  anchor: Anchor;
  /** What takes the focus. */
  piece: HTMLElement;
}

export class Roving {
  /** What a screen reader says of a mark after its text. */
  readonly #describe: (mark: Mark) => string;
  readonly #standIn: StandIn;
  #marks: Marks | undefined;
  #stop: Stop | undefined;

  constructor(page: Document, describe: (mark: Mark) => string) {
    this.#standIn = new StandIn(page);
    this.#describe = describe;
  }

  /** The mark that is the stop, if `piece` is what takes its focus. */
  stopAt(piece: EventTarget | undefined): Mark | undefined {
    return piece !== undefined && this.#stop?.piece === piece ? this.#stop.mark : undefined;
  }

  /** Leads to these marks from now on, to the one that the stop was already if it is there still. */
  lead(marks: Marks): void {
    this.#marks = marks;
    const { mark, anchor } = this.#stop ?? {};
    const same = mark && anchor && marks.successorOf(mark, anchor.ranges);
    const next = same ?? marks.all[Math.min(mark?.index ?? 0, marks.all.length - 1)];
    if (next === undefined || !this.#moveTo(next)) this.release();
  }

  /** Moves the stop and the focus to `mark`. */
  focus(mark: Mark): void {
    const isAnother = mark !== this.#stop?.mark;
    if (this.#moveTo(mark, isAnother)) this.#stop?.piece.focus();
  }

  /** Moves the focus as `key` says, and gives the mark where it is then; nothing if the key means nothing here. */
  step(key: string): Mark | undefined {
    const next = STEPS[key];
    const from = this.#stop?.mark;
    if (next === undefined || from === undefined) return undefined;
    const all = this.#marks?.all ?? [];
    const to = all[next(from.index, all.length - 1)] ?? from;
    this.focus(to);
    return this.#stop?.mark;
  }

  /** Takes the stop away. */
  release(): void {
    this.#leave();
    this.#stop = undefined;
    this.#standIn.remove();
  }

  /** Makes `mark` the stop, if it is anywhere; `anew` has the stop announced although the focus is on it. */
  #moveTo(mark: Mark, anew = false): boolean {
    const marks = this.#marks;
    const anchor = marks && Anchor.of(marks.rangesOf(mark));
    if (anchor === undefined) return false;
    let piece: HTMLElement;
    if (marks?.paint === 'highlight') {
      piece = this.#standIn.standFor(anchor, anew);
    } else {
      const own = anchor.contextElement.closest<HTMLElement>(`[data-id="${mark.id}"]`);
      if (own === null) return false;
      piece = own;
      if (piece !== this.#stop?.piece) this.#leave();
      piece.tabIndex = 0;
      piece.role = mark.kind === 'quote' ? 'group' : 'button';
      // A group is not named by what is in it, as a button is.
      if (mark.kind === 'quote') piece.ariaLabel = say('mark.quotation');
    }
    this.#stop = { mark, anchor, piece };
    if (anew) this.describe();
    return true;
  }

  /**
   * Says of the stop what a screen reader tells after its text. To be called when the focus comes to it: words for dates and numbers
   * take the browser long to make for the first time, and most readers never hear them.
   */
  describe(): void {
    const { mark, piece } = this.#stop ?? {};
    // A description by reference would need an element in the same tree; the attribute works in every tree.
    if (mark !== undefined) piece?.setAttribute('aria-description', this.#describe(mark));
  }

  #leave(): void {
    for (const name of ['tabindex', 'role', 'aria-label', 'aria-description']) this.#stop?.piece.removeAttribute(name);
  }
}
