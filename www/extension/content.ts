/**
 * The extension's script in a page: marks it when the background asks for that, and takes everything out again.
 *
 * It is small, since it comes into every page of a site that is always on. The shell is loaded, from the extension and from nowhere else,
 * once there is something to be marked; it is the same that publishers load. Here stands when, and what is told of it; nothing of how.
 */

import type { Handle } from '../handle.js';
import type * as newsgloss from '../newsgloss.js';
import { statementsIn } from '../statements.js';

import { browser } from './browser.js';
import { isArticle } from './detect.js';
import type { Moment } from './follow.js';
import { followPage } from './follow.js';
import { isAlive, whenOrphaned } from './orphan.js';
import type { Ask, Count, Question, Reply, Trouble } from './protocol.js';
import { ALIVE, LOOK } from './signals.js';
import { isOf } from './sites.js';
import type { Kept } from './store.js';
import { listen, read, shellStore } from './store.js';

declare const chrome: typeof browser;

/** Where it is kept that this page has the script: scripts of an extension share a global object, which no page sees. */
const KEY = Symbol.for('newsgloss');

class Content {
  #handle: Handle | undefined;
  /** Whether it is there because the site is always on, and so goes with the page's being an article. */
  #isAutomatic = false;
  /** The page is followed, since its site is always on. */
  #following: AbortController | undefined;
  /** The reader has taken the marks off here. */
  #isUnwanted = false;
  #store: ReturnType<typeof shellStore> | undefined;
  readonly #listening = new AbortController();
  #marking = new AbortController();
  /** One thing after the other. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor() {
    // Before this answers for what an earlier version may have left.
    document.dispatchEvent(new CustomEvent(LOOK));
    // Not by a promise, which Chromium takes for an answer only since 2026.
    browser.runtime.onMessage.addListener((message: unknown, _, respond: (reply: Reply) => void) => {
      void this.#inTurn(() => this.#answer((message as Question).ask)).then(respond);
      return true;
    });
    const { signal } = this.#listening;
    document.addEventListener(
      ALIVE,
      (event) => {
        event.preventDefault();
      },
      { signal },
    );
    listen((now) => {
      this.#keepTo(now);
    }, signal);
    void read().then((now) => {
      this.#keepTo(now);
    });
    // A page that comes back as it was has its marks, but no number on the button.
    window.addEventListener(
      'pageshow',
      ({ persisted }) => {
        if (persisted && this.#handle !== undefined) this.#count();
      },
      { signal },
    );
  }

  get isAlive(): boolean {
    return !this.#listening.signal.aborted && isAlive();
  }

  /** Leaves the page as it would be without. */
  end(): void {
    this.#listening.abort();
    this.#following?.abort();
    this.#marking.abort();
    this.#handle?.unmount();
    this.#handle = undefined;
  }

  async #answer(ask: Ask): Promise<Reply> {
    let trouble: Trouble | undefined;
    if (this.#handle === undefined) trouble = await this.#mark();
    else if (ask === 'toggle') this.#takeOff(true);
    if (ask === 'panel') this.#handle?.open();
    if (ask === 'who' && this.#handle !== undefined && !this.#showSelected(this.#handle)) trouble = 'noQuotation';
    return { isOn: this.#handle !== undefined, ...(trouble && { trouble }) };
  }

  /** The reader has chosen something, anywhere in the extension. */
  #keepTo(kept: Kept): void {
    const isExcluded = isOf(kept.excluded, location.href);
    if (isOf(kept.allowed, location.href) && !isExcluded) {
      if (this.#following !== undefined) return;
      this.#following = new AbortController();
      followPage(document, (moment) => void this.#inTurn(() => this.#look(moment)), this.#following.signal);
      return;
    }
    this.#following?.abort();
    this.#following = undefined;
    void this.#inTurn(() => {
      if (this.#handle !== undefined && (isExcluded || this.#isAutomatic)) this.#takeOff(false);
      return Promise.resolve();
    });
  }

  /** Marks the page if it is an article now, since its site is always on. */
  async #look(moment: Moment): Promise<void> {
    if (this.#following === undefined) return;
    if (!isAlive()) {
      this.end();
      return;
    }
    if (moment === 'moved') this.#isUnwanted = false;
    if (isArticle(document)) {
      if (this.#handle !== undefined || this.#isUnwanted || hasOwn(document)) return;
      this.#isAutomatic = (await this.#mark()) === undefined;
    } else if (moment === 'settled' && this.#isAutomatic) {
      this.#takeOff(false);
    }
  }

  async #mark(): Promise<Trouble | undefined> {
    const kept = await read();
    if (isOf(kept.excluded, location.href)) return 'excluded';
    try {
      // By this name, which both browsers know, reviewers of extensions see that nothing is loaded from elsewhere.
      const { mount } = (await import(chrome.runtime.getURL('newsgloss.js'))) as typeof newsgloss;
      // Never elements: the page is somebody else's, and what renders it must find it as it was.
      const store = (this.#store ??= shellStore(kept));
      const onChange = (): void => {
        this.#count();
      };
      // And no page is told that a reader has this.
      const options = { paint: 'highlight', store, onChange, target: new EventTarget() } as const;
      let trouble: Trouble | undefined;
      const handle = await mount(undefined, kept.lexicon === '' ? options : { ...options, lexicon: kept.lexicon }).catch((error: unknown) => {
        if (codeOf(error) !== 'bad-list') throw error;
        trouble = 'lexicon';
        return mount(undefined, options);
      });
      if (handle.articles.every(({ text }) => !text)) {
        handle.unmount();
        // Chromium lets scripts into the page around what it shows of a PDF, whatever its address is.
        return document.contentType === 'application/pdf' ? 'pdf' : 'noArticle';
      }
      this.#handle = handle;
      this.#isUnwanted = false;
      this.#count();
      this.#marking = new AbortController();
      whenOrphaned(() => {
        this.end();
      }, this.#marking.signal);
      return trouble;
    } catch (error) {
      console.warn('newsgloss:', error);
      return codeOf(error) === 'already-marked' ? 'marked' : 'failed';
    }
  }

  #takeOff(isUnwanted: boolean): void {
    this.#isUnwanted ||= isUnwanted;
    this.#isAutomatic = false;
    this.#marking.abort();
    this.#handle?.unmount();
    this.#handle = undefined;
    this.#count();
  }

  /** Opens the card of the quotation that is selected, in the page or one of its frames; says whether there is one. */
  #showSelected(handle: Handle): boolean {
    const pages = [document, ...[...document.querySelectorAll('iframe')].map(({ contentDocument }) => contentDocument)];
    return pages.some((page) => {
      const selection = page?.getSelection();
      return selection && !selection.isCollapsed && selection.rangeCount > 0 && handle.show(selection.getRangeAt(0));
    });
  }

  #count(): void {
    const articles = this.#handle?.articles;
    const count: Count = { quotations: articles?.reduce((sum, answer) => sum + statementsIn(answer), 0) };
    // Nobody may be there to hear it.
    void browser.runtime.sendMessage(count).catch(() => undefined);
  }

  /** Does `what` after all that has been asked for before. */
  #inTurn<T>(what: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(what);
    this.#turn = done.catch(() => undefined);
    return done;
  }
}

/** Whether the page's publisher has newsgloss in it already. */
function hasOwn(page: Document): boolean {
  const isOwn = ({ name }: PerformanceEntry): boolean => /^https?:.*\/newsgloss(_core-\w+)?\.js$/.test(name);
  return page.querySelector('news-gloss') !== null || performance.getEntriesByType('resource').some(isOwn);
}

function codeOf(error: unknown): unknown {
  return (error as { code?: unknown } | null)?.code;
}

const place = globalThis as { [KEY]?: Content };
if (place[KEY]?.isAlive !== true) {
  place[KEY]?.end();
  place[KEY] = new Content();
}
