/**
 * An element of ours at the end of a page: what is in it is out of reach of the page's styles, and stands above whatever the page
 * stacks.
 *
 * It comes into the page when it is first shown. It never decides when that is, nor what is in it.
 */

import { schemeAround } from './card/scheme.js';
import common from './host.css';
import { hueRules } from './hues.js';
import { direction, language } from './messages.js';
import { adopt } from './nodes.js';

export class Host {
  readonly element: HTMLElement;
  readonly root: ShadowRoot;
  readonly #page: Document;
  readonly #css: string;
  #isDressed = false;

  /** An element called `newsgloss-` and `name`, with these styles; in no page yet. */
  constructor(page: Document, name: string, css: string) {
    this.#page = page;
    this.#css = css;
    this.element = page.createElement(`newsgloss-${name}`);
    // A popover stands in the top layer; where there is none, a high z-index has to do.
    if ('popover' in this.element) this.element.popover = 'manual';
    this.root = this.element.attachShadow({ mode: 'open' });
  }

  /** Shows it, light or dark as what is around it, in the reader's language, at the end of the page wherever that is now. */
  show(around: Element): void {
    const { element } = this;
    // The page may have replaced its body.
    if (!element.isConnected) this.#page.body.append(element);
    // Not before, since the browser has to read them: most of what is there to be shown never is.
    if (!this.#isDressed) adopt(this.root, common + hueRules() + this.#css);
    this.#isDressed = true;
    element.style.setProperty('--scheme', schemeAround(around));
    this.speak();
    element.dataset['open'] = '';
    this.#toggle(true);
  }

  /** Is in the language that is spoken now. */
  speak(): void {
    this.element.lang = language();
    this.element.dir = direction();
  }

  hide(): void {
    delete this.element.dataset['open'];
    this.#toggle(false);
  }

  /** Sets custom properties in pixels: `--x` and the like. */
  set(lengths: Record<string, number>): void {
    for (const [name, value] of Object.entries(lengths)) this.element.style.setProperty(`--${name}`, `${value}px`);
  }

  #toggle(isOpen: boolean): void {
    const { element } = this;
    // What the page has taken out of its tree, or what is in a frame that is gone, cannot be shown, and would throw.
    if (!('popover' in element) || !element.isConnected || this.#page.defaultView === null) return;
    if (element.matches(':popover-open') !== isOpen) element.togglePopover(isOpen);
  }
}
