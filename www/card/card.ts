/**
 * The card: one element at the end of the page that says what the mark beside it is.
 *
 * It renders what it is given into a shadow root, stands in the top layer where the browser has one, and follows its mark
 * while the page scrolls. It never decides when to open, and never takes the focus by itself.
 */

import { h, render } from 'preact';

import type { Facts } from './facts.js';
import { Host } from '../host.js';
import type { Anchor } from '../marks/anchor.js';
import { beside, clipping, follow, isInSight } from '../placing.js';
import css from './card.css';
import type { CardActions, Outcome } from './view.js';
import { CardView } from './view.js';

export class Card {
  readonly #host: Host;
  readonly #page: Document;
  readonly #onGone: () => void;
  readonly #actions: CardActions;
  #stopFollowing: (() => void) | undefined;
  /** What it stands beside, what clips that, and which way that runs. */
  #line: DOMRect | undefined;
  #frames: readonly Element[] = [];
  #isRightToLeft = false;

  /** `onGone` is called when the text has left the page that the card stands beside. */
  constructor(page: Document, actions: CardActions, onGone: () => void) {
    this.#page = page;
    this.#actions = actions;
    this.#onGone = onGone;
    this.#host = new Host(page, 'card', css);
    // Not modal: the page stays in use beside it.
    this.host.role = 'dialog';
  }

  /** What stands in the page. */
  get host(): HTMLElement {
    return this.#host.element;
  }

  get isOpen(): boolean {
    return this.#stopFollowing !== undefined;
  }

  /** Shows `facts` beside `anchor`, which the card then follows. */
  open(anchor: Anchor, facts: Facts[]): void {
    this.#stopFollowing?.();
    this.tell(facts);
    this.#host.show(anchor.contextElement);
    this.#frames = clipping(anchor.contextElement);
    this.#isRightToLeft = getComputedStyle(anchor.contextElement).direction === 'rtl';
    this.#stopFollowing = follow(this.#page, anchor, (line) => {
      this.#line = line;
      this.#stand();
    });
  }

  /** Says something else, where it is; `outcome` is what became of what the reader has asked of it. */
  tell(facts: Facts[], outcome?: Outcome): void {
    this.host.ariaLabel = facts.map(({ label, title }) => title ?? label).join(', ');
    render(h(CardView, { facts, actions: this.#actions, outcome }), this.#host.root);
    // It may be higher now, and must not grow over its mark.
    if (this.isOpen) this.#stand();
  }

  close(): void {
    if (!this.isOpen) return;
    this.#stopFollowing?.();
    this.#stopFollowing = undefined;
    this.#host.hide();
  }

  /** Moves the focus to the first thing in the card that can be used; says whether there is one. */
  focusInside(): boolean {
    const [first] = this.#controls();
    first?.focus();
    return first !== undefined;
  }

  /** Whether tabbing on from where the focus is, forwards or `backwards`, leaves the card. */
  isAtEdge(backwards: boolean): boolean {
    return this.#host.root.activeElement === this.#controls().at(backwards ? 0 : -1);
  }

  /** Takes the card out of the page. */
  remove(): void {
    this.close();
    render(null, this.#host.root);
    this.host.remove();
  }

  #controls(): HTMLElement[] {
    return [...this.#host.root.querySelectorAll<HTMLElement>('a[href], button, textarea')];
  }

  /** Stands beside the line that it belongs to. */
  #stand(): void {
    const view = this.#page.defaultView;
    const line = this.#line;
    if (view === null || line === undefined) return;
    if (line.width === 0) {
      this.#onGone();
      return;
    }
    // As high as it would like to be.
    this.host.style.removeProperty('--available-height');
    const { offsetWidth, offsetHeight } = this.host;
    const { x, y, room } = beside(view, line, offsetWidth, offsetHeight, this.#isRightToLeft);
    this.#host.set({ 'available-height': Math.round(room), x: Math.round(x), y: Math.round(y) });
    this.host.toggleAttribute('data-away', !isInSight(line, view, this.#frames));
  }
}
