/**
 * A page in any of the engines, as the tests see it: they ask it by functions that run in it, and point and type as readers do.
 *
 * All that is not pointing and typing is done by the same code of ours in every engine. What goes in and out is JSON.
 */

/** How long to wait for something to come true, in milliseconds: long, since a busy machine may run six browsers at once. */
const PATIENCE = 60_000;

/**
 * Runs `fn` with what stands in `json`, and says as JSON what came of it. Sent to the page as text.
 * @param {(...args: any[]) => unknown} fn
 * @param {string} json
 */
async function call(fn, json) {
  const key = Symbol.for('kept');
  if (!(key in window)) Object.defineProperty(window, key, { value: [] });
  const kept = /** @type {unknown[]} */ (/** @type {any} */ (window)[key]);
  const { args, from, keep } = JSON.parse(json);
  try {
    const value = await (from === undefined ? fn(...args) : fn(kept[from], ...args));
    return JSON.stringify(keep === true ? { value: kept.push(value) - 1 } : { value });
  } catch (error) {
    return JSON.stringify({ error: error instanceof Error ? `${error.name}: ${error.message}\n${error.stack ?? ''}` : String(error) });
  }
}

/**
 * Elements by selector, in the shadow root of `host` where one is named, whose text begins with `begins`. Sent to the page as text.
 * @param {{ css: string, begins: string, host?: string }} query
 * @returns {HTMLElement[]}
 */
function find({ css, begins, host }) {
  const root = host === undefined ? document : document.querySelector(host)?.shadowRoot;
  const all = /** @type {HTMLElement[]} */ ([...(root?.querySelectorAll(css) ?? [])]);
  return all.filter((element) => element.textContent.replace(/\s+/g, ' ').trimStart().startsWith(begins));
}

export class Page {
  #tab;

  /**
   * @param {import('./engines/engine.js').Tab} tab
   */
  constructor(tab) {
    this.#tab = tab;
  }

  /** Loads the page again, as a reader does who comes back to it. */
  async reload() {
    await this.#tab.goto(await this.evaluate(() => location.href));
  }

  /** The page as playwright has it, where the engine is Chromium. */
  get chromium() {
    return this.#tab.chromium;
  }

  /**
   * Calls `fn` in the page, with arguments and a result that JSON can say; a promise is waited for.
   * @template {any[]} A
   * @template R
   * @param {(...args: A) => R} fn
   * @param {A} args
   * @returns {Promise<Awaited<R>>}
   */
  evaluate(fn, ...args) {
    return this.run(String(fn), { args });
  }

  /**
   * Calls `fn` in the page, and keeps there what it results in.
   * @template {any[]} A
   * @template R
   * @param {(...args: A) => R} fn
   * @param {A} args
   * @returns {Promise<Handle<Awaited<R>>>}
   */
  async evaluateHandle(fn, ...args) {
    return new Handle(this, await this.run(String(fn), { args, keep: true }));
  }

  /**
   * Calls the function with this source: with what is kept under the number `from` first, where it is given.
   * @param {string} source
   * @param {{ args: unknown[], from?: number, keep?: boolean }} given
   * @returns {Promise<any>}
   */
  async run(source, given) {
    const { value, error } = JSON.parse(await this.#tab.call(`(json) => (${String(call)})(${source}, json)`, JSON.stringify(given)));
    if (error !== undefined) throw new Error(`in the page: ${error}`);
    return value;
  }

  /**
   * Waits until `fn` says something that is true.
   * @template {any[]} A
   * @param {(...args: A) => unknown} fn
   * @param {A} args
   */
  async waitFor(fn, ...args) {
    await this.waitUntil(String(fn), args, String(fn));
  }

  /**
   * @param {string} source
   * @param {unknown[]} args
   * @param {string} what
   */
  async waitUntil(source, args, what) {
    const came = await this.run(
      `async (patience, ...args) => {
        for (const end = performance.now() + patience; ; await new Promise((done) => setTimeout(done, 20))) {
          const value = await (${source})(...args);
          if (value || performance.now() > end) return Boolean(value);
        }
      }`,
      { args: [PATIENCE, ...args] },
    );
    if (!came) throw new Error(`waited in vain for ${what}`);
  }

  /**
   * The elements that a selector finds, and of them those whose text begins with these words, in the shadow root of `host`
   * where one is named. What is done to one is done to the first.
   * @param {string} css
   * @param {{ begins?: string, host?: string }} [narrow]
   */
  locator(css, { begins = '', host } = {}) {
    return new Locator(this, { css, begins, ...(host !== undefined && { host }) });
  }

  /**
   * @param {number} x
   * @param {number} y
   */
  move(x, y) {
    return this.#tab.move(x, y);
  }

  /**
   * @param {number} x
   * @param {number} y
   */
  click(x, y) {
    return this.#tab.click(x, y);
  }

  /**
   * @param {import('./engines/engine.js').Point} from
   * @param {import('./engines/engine.js').Point} to
   */
  drag(from, to) {
    return this.#tab.drag(from, to);
  }

  /**
   * @param {number} x
   * @param {number} y
   */
  tap(x, y) {
    return this.#tab.tap(x, y);
  }

  /**
   * Presses a key, named as `KeyboardEvent.key` has it, with others held: `Shift+Tab`.
   * @param {string} names
   */
  press(names) {
    return this.#tab.keys(names.split('+'));
  }

  /** @param {'screen' | 'print'} medium */
  media(medium) {
    return this.#tab.media(medium);
  }

  /** What the page has thrown or written on its console as a warning or an error, each as "kind: text". */
  async complaints() {
    // What the page has said so far arrives before this answer of it.
    await this.evaluate(() => new Promise((done) => setTimeout(done)));
    return this.#complaints();
  }

  async #complaints() {
    return (await this.#tab.complaints()).map(({ kind, text }) => `${kind}: ${text}`);
  }

  /** Closes the page. Throws where it has thrown what it did not catch. */
  async close() {
    const thrown = (await this.#complaints()).filter((each) => each.startsWith('thrown'));
    await this.#tab.close();
    if (thrown.length > 0) throw new Error(`the page has ${thrown.join('\n')}`);
  }
}

/**
 * Something that stays in its page.
 * @template T
 */
export class Handle {
  #page;
  #number;

  /**
   * @param {Page} page
   * @param {number} number
   */
  constructor(page, number) {
    this.#page = page;
    this.#number = number;
  }

  /**
   * Calls `fn` in the page with this and further arguments.
   * @template {any[]} A
   * @template R
   * @param {(kept: T, ...args: A) => R} fn
   * @param {A} args
   * @returns {Promise<Awaited<R>>}
   */
  evaluate(fn, ...args) {
    return this.#page.run(String(fn), { args, from: this.#number });
  }

  /**
   * @template {any[]} A
   * @template R
   * @param {(kept: T, ...args: A) => R} fn
   * @param {A} args
   * @returns {Promise<Handle<Awaited<R>>>}
   */
  async evaluateHandle(fn, ...args) {
    return new Handle(this.#page, await this.#page.run(String(fn), { args, from: this.#number, keep: true }));
  }
}

/** Elements of a page, looked up anew for each thing that is asked of them. */
export class Locator {
  #page;
  #query;
  #name;

  /**
   * @param {Page} page
   * @param {{ css: string, begins: string, host?: string }} query
   */
  constructor(page, query) {
    this.#page = page;
    this.#query = query;
    this.#name = `${query.css}${query.begins && ` that begins with “${query.begins}”`}${query.host === undefined ? '' : ` in ${query.host}`}`;
  }

  /**
   * Calls `fn` in the page with all of the elements.
   * @template {any[]} A
   * @template R
   * @param {(elements: HTMLElement[], ...args: A) => R} fn
   * @param {A} args
   * @returns {Promise<Awaited<R>>}
   */
  evaluateAll(fn, ...args) {
    return this.#page.run(`(query, ...args) => (${String(fn)})((${String(find)})(query), ...args)`, { args: [this.#query, ...args] });
  }

  /**
   * Calls `fn` in the page with the first of the elements, once there is one.
   * @template {any[]} A
   * @template R
   * @param {(element: HTMLElement, ...args: A) => R} fn
   * @param {A} args
   * @returns {Promise<Awaited<R>>}
   */
  async evaluate(fn, ...args) {
    await this.#page.waitUntil(`(query) => (${String(find)})(query).length > 0`, [this.#query], this.#name);
    return this.#page.run(`(query, ...args) => (${String(fn)})((${String(find)})(query)[0], ...args)`, { args: [this.#query, ...args] });
  }

  /** Waits until there is one that can be seen. */
  waitFor() {
    const seen = (/** @type {HTMLElement} */ element) => element.getClientRects().length > 0 && getComputedStyle(element).visibility === 'visible';
    return this.#page.waitUntil(`(query) => (${String(find)})(query).some(${String(seen)})`, [this.#query], this.#name);
  }

  waitForGone() {
    return this.#page.waitUntil(`(query) => (${String(find)})(query).length === 0`, [this.#query], `the end of ${this.#name}`);
  }

  count() {
    return this.evaluateAll((elements) => elements.length);
  }

  /** The text of each as it is laid out. */
  texts() {
    return this.evaluateAll((elements) => elements.map((element) => element.innerText));
  }

  /** The text of the first as it is laid out. */
  text() {
    return this.evaluate((element) => element.innerText);
  }

  /** @param {string} name */
  attribute(name) {
    return this.evaluate((element, attribute) => element.getAttribute(attribute), name);
  }

  /** Where the first stands in the window, in CSS pixels. */
  box() {
    return this.evaluate((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x, y, width, height };
    });
  }

  focus() {
    return this.evaluate((element) => {
      element.focus();
    });
  }

  /**
   * Writes this into a field, as if typed.
   * @param {string} text
   */
  fill(text) {
    return this.evaluate((element, value) => {
      const field = /** @type {HTMLInputElement} */ (element);
      field.focus();
      field.value = value;
      field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      field.dispatchEvent(new Event('change', { bubbles: true }));
    }, text);
  }

  async hover() {
    await this.#page.move(...(await this.point()));
  }

  async click() {
    await this.#page.click(...(await this.point()));
  }

  async tap() {
    await this.#page.tap(...(await this.point()));
  }

  /**
   * A point on the first line of the first element, once that is in the window, at rest and covered by nothing: the middle of
   * the line or, where `inset` is given, so many CSS pixels from its beginning.
   * @param {number} [inset]
   * @returns {Promise<[number, number]>}
   */
  async point(inset) {
    const found = await this.evaluate(
      async (element, inLine, patience) => {
        const line = () => element.getClientRects()[0] ?? element.getBoundingClientRect();
        const isInWindow = () => {
          const { top, bottom, left, right } = line();
          return top >= 0 && left >= 0 && bottom <= window.innerHeight && right <= window.innerWidth;
        };
        const frame = () => new Promise((done) => requestAnimationFrame(done));
        if (!isInWindow()) element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
        for (const end = performance.now() + patience; performance.now() < end; ) {
          const was = line();
          await frame();
          await frame();
          const { x, y, width, height } = line();
          const point = /** @type {[number, number]} */ ([x + (inLine ?? width / 2), y + height / 2]);
          const hit = /** @type {Document | ShadowRoot} */ (element.getRootNode()).elementFromPoint(...point);
          if (was.x === x && was.y === y && width > 0 && element.contains(hit)) return point;
        }
        return null;
      },
      inset ?? null,
      PATIENCE,
    );
    if (found === null) throw new Error(`${this.#name} cannot be pointed at`);
    return found;
  }
}
