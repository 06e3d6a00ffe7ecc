/**
 * The card: one element at the end of the page that says what the mark beside it is.
 *
 * It renders what it is given into a shadow root, stands in the top layer where the browser has one, and follows its mark
 * while the page scrolls. It never decides when to open, and never takes the focus by itself.
 */

import { h, render } from 'preact';

import type { Facts } from './facts.js';
import { hueRules } from '../hues.js';
import type { Anchor } from '../marks/anchor.js';
import { direction, language } from '../messages.js';
import { adopt } from '../nodes.js';
import { beside, clipping, follow, isInSight } from '../placing.js';
import host from '../host.css';
import css from './card.css';
import { schemeAround } from './scheme.js';
import type { CardActions, Outcome } from './view.js';
import { CardView } from './view.js';

export class Card {
  /** What stands in the page. */
  readonly host: HTMLElement;
  readonly #root: ShadowRoot;
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
    this.host = page.createElement('newsgloss-card');
    // A popover stands above whatever the page stacks; where there is none, a high z-index has to do.
    if ('popover' in this.host) this.host.popover = 'manual';
    // Not modal: the page stays in use beside it.
    this.host.role = 'dialog';
    this.#root = this.host.attachShadow({ mode: 'open' });
    adopt(this.#root, host + css + hueRules('section'));
    page.body.append(this.host);
  }

  get isOpen(): boolean {
    return this.#stopFollowing !== undefined;
  }

  /** Shows `facts` beside `anchor`, which the card then follows. */
  open(anchor: Anchor, facts: Facts[]): void {
    this.#stopFollowing?.();
    // Where the page has replaced its body.
    if (!this.host.isConnected) this.#page.body.append(this.host);
    this.host.style.setProperty('--scheme', schemeAround(anchor.contextElement));
    this.tell(facts);
    this.host.dataset['open'] = '';
    this.#toggle(true);
    this.#frames = clipping(anchor.contextElement);
    this.#isRightToLeft = getComputedStyle(anchor.contextElement).direction === 'rtl';
    this.#stopFollowing = follow(this.#page, anchor, (line) => {
      this.#line = line;
      this.#stand();
    });
  }

  /** Says something else, where it is; `outcome` is what became of what the reader has asked of it. */
  tell(facts: Facts[], outcome?: Outcome): void {
    this.host.lang = language();
    this.host.dir = direction();
    this.host.ariaLabel = facts.map(({ label, title }) => title ?? label).join(', ');
    render(h(CardView, { facts, actions: this.#actions, outcome }), this.#root);
  }

  close(): void {
    if (!this.isOpen) return;
    this.#stopFollowing?.();
    this.#stopFollowing = undefined;
    delete this.host.dataset['open'];
    this.#toggle(false);
  }

  /** Moves the focus to the first thing in the card that can be used; says whether there is one. */
  focusInside(): boolean {
    const [first] = this.#controls();
    first?.focus();
    return first !== undefined;
  }

  /** Whether the focus is in it. */
  get hasFocus(): boolean {
    return this.#root.activeElement !== null;
  }

  /** Whether tabbing on from where the focus is, forwards or `backwards`, leaves the card. */
  isAtEdge(backwards: boolean): boolean {
    return this.#root.activeElement === this.#controls().at(backwards ? 0 : -1);
  }

  /** Takes the card out of the page. */
  remove(): void {
    this.close();
    render(null, this.#root);
    this.host.remove();
  }

  #controls(): HTMLElement[] {
    return [...this.#root.querySelectorAll<HTMLElement>('a[href], button, textarea')];
  }

  #toggle(open: boolean): void {
    // A host that the page has taken out of its tree, or whose frame is gone, cannot be shown, and would throw.
    if ('popover' in this.host && this.host.isConnected && this.#page.defaultView !== null && this.host.matches(':popover-open') !== open) this.host.togglePopover(open);
  }

  /** Stands beside the line that it belongs to. */
  #stand(): void {
    const { view, line } = { view: this.#page.defaultView, line: this.#line };
    if (view === null || line === undefined) return;
    if (line.width === 0) {
      this.#onGone();
      return;
    }
    const { style, offsetWidth } = this.host;
    // As high as it would like to be.
    style.removeProperty('--available-height');
    const { x, y, room } = beside(view, line, offsetWidth, this.host.offsetHeight, this.#isRightToLeft);
    for (const [name, value] of Object.entries({ 'available-height': room, x, y })) style.setProperty(`--${name}`, `${Math.round(value)}px`);
    this.host.toggleAttribute('data-away', !isInSight(line, view, this.#frames));
  }
}
