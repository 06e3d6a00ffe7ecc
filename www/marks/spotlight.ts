/**
 * Lights up a passage of the page for a moment, so that whoever was brought to it sees where it is.
 *
 * Boxes of ours lie over its lines, in a shadow root at the end of the page; no pointer meets them, and the page's tree stays as it is.
 */

import { Host } from '../host.js';
import { bringIntoView, follow } from '../placing.js';
import { Anchor } from './anchor.js';
import css from './spotlight.css';

/** How long it is lit, in milliseconds. */
const LIT_MS = 2200;
/** A passage of more lines is plain enough. */
const MOST_LINES = 40;

export class Spotlight {
  readonly #page: Document;
  readonly #host: Host;
  #end: (() => void) | undefined;

  constructor(page: Document) {
    this.#page = page;
    this.#host = new Host(page, 'spot', css);
  }

  /** Brings what `ranges` hold into view, above the `covered` pixels at the bottom of the window, and lights it up. Says whether it is anywhere. */
  show(ranges: readonly Range[], covered?: number): boolean {
    this.end();
    const anchor = Anchor.of(ranges);
    if (anchor === undefined || anchor.getBoundingClientRect().width === 0) return false;
    bringIntoView(anchor, covered);
    const { element, root } = this.#host;
    this.#host.show(anchor.contextElement);
    const stop = follow(this.#page, anchor, () => {
      const lines = ranges.flatMap((range) => [...range.getClientRects()]).slice(0, MOST_LINES);
      root.replaceChildren(
        ...lines.map((line) => {
          const box = this.#page.createElement('i');
          for (const side of ['left', 'top', 'width', 'height'] as const) box.style[side] = `${line[side]}px`;
          return box;
        }),
      );
    });
    const timer = setTimeout(() => {
      this.end();
    }, LIT_MS);
    this.#end = () => {
      clearTimeout(timer);
      stop();
      element.remove();
    };
    return true;
  }

  end(): void {
    this.#end?.();
    this.#end = undefined;
  }
}
