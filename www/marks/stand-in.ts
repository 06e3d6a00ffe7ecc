/**
 * What takes the focus for a mark that is no element: an empty button of ours that stands over it, with a ring around.
 *
 * It is in a shadow root at the end of the page, so that the page's own tree stays as it is, and no pointer meets it. That
 * another mark is the stop is told by a focus that moves to another button: of one that only changes its name, or its active
 * descendant, some screen readers say nothing.
 */

import { Host } from '../host.js';
import { bringIntoView, follow } from '../placing.js';
import type { Anchor } from './anchor.js';
import css from './stand-in.css';

export class StandIn {
  readonly #page: Document;
  readonly #host: Host;
  #piece: HTMLElement | undefined;
  #anchor: Anchor | undefined;
  #stopFollowing: (() => void) | undefined;

  constructor(page: Document) {
    this.#page = page;
    this.#host = new Host(page, 'stop', css);
  }

  /** The button, which stands for the mark at `anchor` from now on: another one than before, if it is to be heard of `anew`. */
  standFor(anchor: Anchor, anew: boolean): HTMLElement {
    this.#host.show(anchor.contextElement);
    this.#anchor = anchor;
    const piece = anew || this.#piece === undefined ? this.#add() : this.#piece;
    piece.ariaLabel = String(anchor);
    if (piece === this.#host.root.activeElement) this.#follow();
    return piece;
  }

  /** Takes it out of the page. */
  remove(): void {
    this.#rest();
    this.#piece = undefined;
    this.#host.root.replaceChildren();
    this.#host.element.remove();
  }

  #add(): HTMLElement {
    const piece = this.#page.createElement('div');
    piece.tabIndex = 0;
    piece.role = 'button';
    piece.onfocus = () => {
      if (this.#anchor !== undefined) bringIntoView(this.#anchor);
      this.#follow();
    };
    piece.onblur = () => {
      this.#rest();
      if (piece !== this.#piece) piece.remove();
    };
    // One that has the focus goes when the focus does.
    if (this.#piece !== this.#host.root.activeElement) this.#piece?.remove();
    this.#piece = piece;
    this.#host.root.append(piece);
    return piece;
  }

  #follow(): void {
    this.#rest();
    const anchor = this.#anchor;
    if (anchor === undefined) return;
    this.#stopFollowing = follow(this.#page, anchor, ({ x, y, width, height }) => {
      this.#host.set({ x, y, width, height });
    });
  }

  #rest(): void {
    this.#stopFollowing?.();
    this.#stopFollowing = undefined;
  }
}
