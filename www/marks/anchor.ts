/**
 * A line of a mark as something to stand beside, wherever it moves: the card and the Tab stop follow it.
 *
 * It reads where the text is laid out, each time that it is asked.
 */

import { isElement } from '../nodes.js';

/** A point of the window, in CSS pixels. */
export interface Point {
  x: number;
  y: number;
}

export class Anchor {
  /** What its place depends on. */
  readonly contextElement: Element;
  /** Where the mark stands; they follow the page's text. */
  readonly ranges: readonly Range[];
  readonly #line: number;

  /** The line of what `ranges` hold that `at` is on, or the first. */
  private constructor(ranges: readonly Range[], contextElement: Element, at: Point | undefined) {
    this.ranges = ranges;
    this.contextElement = contextElement;
    this.#line = at === undefined ? 0 : Math.max(0, this.#lines().findIndex((line) => holds(line, at)));
  }

  /** Nothing where the ranges are in no text of a page. */
  static of(ranges: readonly Range[], at?: Point): Anchor | undefined {
    const parent = ranges[0]?.startContainer.parentNode;
    const context = isElement(parent) ? parent : (parent as Partial<ShadowRoot> | null | undefined)?.host;
    return isElement(context) ? new Anchor(ranges, context, at) : undefined;
  }

  /** Of no size where the text has left the page, or is hidden. */
  getBoundingClientRect(): DOMRect {
    const lines = this.#lines();
    return lines[this.#line] ?? lines.at(-1) ?? new DOMRect();
  }

  /** The text, in one line. */
  toString(): string {
    return this.ranges.join('').replace(/\s+/g, ' ').trim();
  }

  #lines(): DOMRect[] {
    return this.ranges.flatMap((range) => [...range.getClientRects()]).filter(({ width }) => width > 0);
  }
}

/** Whether `at` is in `box`. */
export function holds(box: DOMRect, { x, y }: Point): boolean {
  return box.left <= x && x < box.right && box.top <= y && y < box.bottom;
}
