/**
 * Takes out of a page what an extension that is gone has left in it, in Firefox: there a script of an extension ends the moment that the
 * extension does, and can take nothing out itself.
 *
 * So this one runs among the page's own, which stay. It knows whether the extension is gone by asking it: while its script is there, it
 * answers an event. A page that meddles with that can keep marks or lose them, and nothing more.
 */

import { ALIVE, LOOK } from './signals.js';

/** What newsgloss puts at the end of a page. */
const HOSTS = ['card', 'control', 'notes', 'panel', 'spot', 'stop'].map((name) => `newsgloss-${name}`).join();
const HIGHLIGHT = 'newsgloss-';

const DONE = Symbol.for('newsgloss leftovers');

function isGone(): boolean {
  return document.dispatchEvent(new CustomEvent(ALIVE, { cancelable: true }));
}

/** A page and its frames that may be looked into. */
function* pages(page: Document): Iterable<Document> {
  yield page;
  for (const frame of page.querySelectorAll('iframe')) {
    try {
      if (frame.contentDocument !== null) yield* pages(frame.contentDocument);
    } catch {
      // It is of another origin.
    }
  }
}

function* trees(page: Document): Iterable<Document | ShadowRoot> {
  yield page;
  for (const { shadowRoot } of page.querySelectorAll('*')) if (shadowRoot !== null) yield shadowRoot;
}

function clean(page: Document): void {
  for (const host of page.querySelectorAll(HOSTS)) host.remove();
  const { highlights } = page.defaultView?.CSS ?? {};
  for (const name of [...(highlights?.keys() ?? [])]) if (name.startsWith(HIGHLIGHT)) highlights?.delete(name);
  const isOurs = (sheet: CSSStyleSheet): boolean => [...sheet.cssRules].some(({ cssText }) => cssText.includes(`::highlight(${HIGHLIGHT}`));
  for (const tree of trees(page)) {
    if (tree.adoptedStyleSheets.some(isOurs)) tree.adoptedStyleSheets = tree.adoptedStyleSheets.filter((sheet) => !isOurs(sheet));
  }
}

function watch(): void {
  const listening = new AbortController();
  const look = (): void => {
    if (!isGone()) return;
    listening.abort();
    Reflect.deleteProperty(window, DONE);
    for (const page of pages(document)) clean(page);
  };
  const how = { signal: listening.signal, capture: true, passive: true };
  // What a reader does who comes back, or has been there all the time; and what the next version's script asks for.
  for (const type of ['pointerover', 'pointerdown', 'keydown', 'visibilitychange', LOOK]) document.addEventListener(type, look, how);
  window.addEventListener('focus', look, how);
}

if (!(DONE in window)) {
  Object.defineProperty(window, DONE, { value: true, configurable: true });
  watch();
}
