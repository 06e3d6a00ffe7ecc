/**
 * Follows a page that changes: has the articles read again whose text may have become another.
 *
 * It sees what the page does and never what newsgloss does: whoever changes the page for us does so inside `unseen`. A page that changes
 * all the time is looked at ever more seldom while that alters nothing. It decides when to read again, never what was read.
 */

import { documentOf, isElement } from './nodes.js';

/** After the last change, before the page is read again. */
const REST_MS = 120;
/** However often a page changes, it is read again so long after the first change. */
const LATEST_MS = 1000;
/** The longest rest of a page whose changes have not altered its article. */
const LONGEST_REST_MS = 8000;

/** Attributes that show and hide text. */
const SHOWS = ['hidden', 'open', 'class', 'style', 'aria-hidden'];

/** Added elsewhere than in an article, these may be the next one. */
const TEXT = 'p,article,h1';

/** An article as far as following goes. */
export interface Followed {
  /** The document that it is looked for in. */
  page(): Document;
  /** The element that holds it; none while there is no article. */
  container(): Element | undefined;
  /** The page has changed this text node. */
  forget(text: Node): void;
  /** Reads the page again; says whether anything has become another. */
  refresh(): Promise<boolean>;
}

export class Follower {
  readonly #followed = new Map<Followed, State>();
  readonly #roots = new Set<Node>();
  readonly #observer = new MutationObserver((records) => {
    this.#see(records);
  });

  get isEmpty(): boolean {
    return this.#followed.size === 0;
  }

  add(followed: Followed): void {
    this.#followed.set(followed, { rest: REST_MS, busy: false, again: false });
    this.#watch(followed);
  }

  remove(followed: Followed): void {
    clearTimeout(this.#followed.get(followed)?.timer);
    this.#followed.delete(followed);
    // Nothing can be left out alone, and a frame that is gone would stay in memory.
    this.#see(this.#observer.takeRecords());
    this.#observer.disconnect();
    this.#roots.clear();
    for (const each of this.#followed.keys()) this.#watch(each);
  }

  /** What `change` does to the page is not taken for the page's doing. */
  unseen<T>(change: () => T): T {
    this.#see(this.#observer.takeRecords());
    try {
      return change();
    } finally {
      this.#observer.takeRecords();
    }
  }

  #watch(followed: Followed): void {
    this.#observe(followed.page());
    const root = followed.container()?.getRootNode();
    if (root !== undefined) this.#observe(root);
  }

  #observe(root: Node): void {
    if (this.#roots.has(root)) return;
    this.#roots.add(root);
    this.#observer.observe(root, { subtree: true, childList: true, characterData: true, attributeFilter: SHOWS });
  }

  #see(all: MutationRecord[]): void {
    for (const [followed, state] of this.#followed) {
      const records = all.filter(({ target }) => documentOf(target) === followed.page());
      if (records.length === 0) continue;
      const container = followed.container();
      // Before it is known where the article is, everything may be in it.
      let concerns = container?.isConnected !== true;
      for (const record of records) {
        const { target } = record;
        const inside = container?.contains(target) === true;
        if (inside && record.type === 'characterData') followed.forget(target);
        concerns ||= inside ? !isOurs(record) : record.type === 'attributes' ? container !== undefined && target.contains(container) : bringsText(record);
      }
      if (concerns) this.#schedule(followed, state);
    }
  }

  #schedule(followed: Followed, state: State): void {
    if (state.busy) {
      state.again = true;
      return;
    }
    const now = performance.now();
    state.since ??= now;
    clearTimeout(state.timer);
    const rest = Math.min(state.rest, Math.max(0, state.since + Math.max(LATEST_MS, state.rest) - now));
    state.timer = setTimeout(() => void this.#refresh(followed, state), rest);
  }

  async #refresh(followed: Followed, state: State): Promise<void> {
    state.since = undefined;
    state.busy = true;
    const altered = await followed.refresh();
    state.busy = false;
    state.rest = altered ? REST_MS : Math.min(state.rest * 2, LONGEST_REST_MS);
    if (!this.#followed.has(followed)) return;
    this.#watch(followed);
    if (!state.again) return;
    state.again = false;
    this.#schedule(followed, state);
  }
}

interface State {
  timer?: ReturnType<typeof setTimeout> | undefined;
  /** When the first change was seen that has not been read yet. */
  since?: number | undefined;
  rest: number;
  busy: boolean;
  /** The page has changed while it was being read. */
  again: boolean;
}

/** Whether a change is that of an element of ours: the card opens and closes, marks light up. */
function isOurs({ target, addedNodes, removedNodes }: MutationRecord): boolean {
  const named = (node: Node) => node.nodeName.startsWith('NEWSGLOSS-');
  if (named(target)) return true;
  return addedNodes.length + removedNodes.length > 0 && [...addedNodes, ...removedNodes].every(named);
}

/** Whether text has come or gone that may be an article's. */
function bringsText({ addedNodes }: MutationRecord): boolean {
  return [...addedNodes].some((node) => isElement(node) && (node.matches(TEXT) || node.querySelector(TEXT) !== null));
}
