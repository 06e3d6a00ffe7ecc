/**
 * A page of the built extension in the two browsers that have one, as the tests of those pages need it.
 *
 * What is loaded is the build for tests: it may be on 127.0.0.1 without asking, since no driver answers the browser's question.
 */
import { startChromium, startFirefox } from './extension/launch.js';

/** Longer than anything takes on a busy machine. */
const PATIENCE_MS = 20_000;

/**
 * What the two drivers have in common.
 * @typedef {object} Driven
 * @property {(address: string) => Promise<unknown>} goto
 * @property {(script: any, argument?: any) => Promise<any>} evaluate
 * @property {(size: { width: number, height: number }) => Promise<void>} setSize
 * @property {(scheme: Scheme) => Promise<void>} setScheme
 * @property {(selector: string) => Promise<void>} click
 * @property {{ press(key: any): Promise<void>, type(text: string): Promise<void> }} keyboard
 * @property {string[]} complaints
 * @property {() => Promise<void>} close
 */

/** @typedef {'light' | 'dark'} Scheme */

export class ExtensionPage {
  #driven;
  #origin;
  /** Which the driver can show. @type {Scheme[]} */
  schemes;

  /** @param {Driven} driven @param {string} origin @param {Scheme[]} schemes */
  constructor(driven, origin, schemes) {
    this.#driven = driven;
    this.#origin = origin;
    this.schemes = schemes;
  }

  /** All that the page has warned of or thrown since it was opened. */
  get complaints() {
    return this.#driven.complaints;
  }

  /** @param {'options' | 'welcome'} name @param {{ width?: number, scheme?: Scheme }} [how] */
  async open(name, { width = 1100, scheme = 'light' } = {}) {
    await this.#driven.setSize({ width, height: 800 });
    await this.#driven.setScheme(scheme);
    this.complaints.length = 0;
    await this.#driven.goto(`${this.#origin}/${name}.html`);
    await this.until(() => this.evaluate(() => document.querySelector('h1') !== null), `${name} is shown`);
    await this.evaluate(() => {
      const counted = Object.assign(window, { filesRead: 0 });
      // eslint-disable-next-line @typescript-eslint/unbound-method -- it is called on what it was called on
      Blob.prototype.arrayBuffer = new Proxy(Blob.prototype.arrayBuffer, {
        apply(read, blob, given) {
          counted.filesRead += 1;
          return Reflect.apply(read, blob, given);
        },
      });
    });
  }

  /**
   * @template T
   * @param {string | (() => T | Promise<T>)} script
   * @returns {Promise<T>}
   */
  evaluate(script) {
    return this.#driven.evaluate(script);
  }

  /** Waits for a state of the page. @param {() => Promise<boolean>} is @param {string} what */
  async until(is, what) {
    const end = Date.now() + PATIENCE_MS;
    while (!(await is())) {
      if (Date.now() > end) throw new Error(`it does not come about that ${what}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** What is shown of an element, as text. @param {string} selector @returns {Promise<string>} */
  text(selector) {
    return this.#driven.evaluate((/** @type {string} */ of) => document.querySelector(of)?.textContent ?? '', selector);
  }

  /** @param {string} selector */
  async click(selector) {
    await this.until(() => this.#driven.evaluate((/** @type {string} */ of) => document.querySelector(of) !== null, selector), `there is ${selector}`);
    await this.#driven.click(selector);
  }

  /** @param {string} key */
  press(key) {
    return this.#driven.keyboard.press(key);
  }

  /** Writes into a field, in place of what is there; a line break presses Enter. @param {string} selector @param {string} text */
  async type(selector, text) {
    await this.#driven.evaluate((/** @type {string} */ of) => {
      const field = /** @type {HTMLInputElement} */ (document.querySelector(of));
      field.focus();
      field.select();
    }, selector);
    await this.#driven.keyboard.type(text.trimEnd());
    if (text.endsWith('\n')) await this.press('Enter');
  }

  /**
   * Chooses a file in the page's field for one.
   * @param {string} name
   * @param {string | { bytes: number }} content
   * @param {'utf8' | 'latin1'} [encoding]
   */
  choose(name, content, encoding = 'utf8') {
    const given = typeof content === 'string' ? [...Buffer.from(content, encoding)] : content.bytes;
    return this.#driven.evaluate((/** @type {{ name: string, given: number | number[] }} */ file) => {
      const field = /** @type {HTMLInputElement} */ (document.querySelector('input[type=file]'));
      const files = new DataTransfer();
      files.items.add(new File([typeof file.given === 'number' ? new Uint8Array(file.given) : Uint8Array.from(file.given)], file.name));
      field.files = files.files;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    }, { name, given });
  }

  /** What a press on this saves as a file. @param {string} selector @returns {Promise<string>} */
  exported(selector) {
    return this.#driven.evaluate(async (/** @type {string} */ of) => {
      const saved = /** @type {Promise<Blob>} */ (new Promise((resolve) => {
        URL.createObjectURL = (blob) => {
          resolve(/** @type {Blob} */ (blob));
          return '#';
        };
      }));
      /** @type {HTMLElement} */ (document.querySelector(of)).click();
      return (await saved).text();
    }, selector);
  }

  /** All that the extension has stored. @returns {Promise<Record<string, any>>} */
  stored() {
    return this.#driven.evaluate(() => /** @type {any} */ (window).chrome.storage.local.get());
  }

  /** @param {Record<string, unknown>} some */
  store(some) {
    return this.#driven.evaluate((/** @type {unknown} */ what) => /** @type {any} */ (window).chrome.storage.local.set(what), some);
  }

  /** From now on, until it is opened again, the page cannot store anything. @param {string} message */
  refuseToStore(message) {
    return this.#driven.evaluate((/** @type {string} */ why) => {
      const { browser, chrome } = /** @type {any} */ (window);
      for (const { storage } of [browser, chrome].filter(Boolean)) storage.local.set = () => Promise.reject(new Error(why));
    }, message);
  }

  /**
   * Has the extension mark a page, and says what it has marked, by type, and whether with the core as JavaScript. The script of the core has the name `core`.
   * @param {string} address
   * @param {string} core
   * @returns {Promise<{ isPlain: boolean, marks: [string, string[]][] }>}
   */
  marked(address, core) {
    return this.#driven.evaluate(async (/** @type {string[]} */ [where, script]) => {
      const { chrome } = /** @type {any} */ (window);
      const { id: tabId } = await chrome.tabs.create({ url: where, active: false });
      while ((await chrome.tabs.get(tabId)).status !== 'complete') await new Promise((resolve) => setTimeout(resolve, 20));
      await chrome.scripting.executeScript({ target: { tabId }, files: ['content.js'] });
      const reply = await chrome.tabs.sendMessage(tabId, { ask: 'toggle' });
      if (reply.trouble !== undefined) throw new Error(reply.trouble);
      const [{ result }] = await chrome.scripting.executeScript({
        target: { tabId },
        args: [chrome.runtime.getURL(script)],
        func: async (/** @type {string} */ from) => {
          const { isPlain } = await import(from);
          const highlights = /** @type {[string, Iterable<Range>][]} */ ([.../** @type {any} */ (CSS.highlights)]);
          return { isPlain, marks: highlights.map(([type, ranges]) => [type, [...ranges].map(String)]) };
        },
      });
      await chrome.tabs.remove(tabId);
      return result;
    }, [address, core]);
  }

  close() {
    return this.#driven.close();
  }
}

export const LAUNCHERS = {
  async chromium() {
    const { context, origin } = await startChromium('test');
    const page = await context.newPage();
    /** @type {string[]} */
    const complaints = [];
    page.on('console', (message) => {
      if (['warning', 'error'].includes(message.type())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    return new ExtensionPage(
      {
        goto: (address) => page.goto(address),
        evaluate: (script, argument) => page.evaluate(script, argument),
        setSize: (size) => page.setViewportSize(size),
        setScheme: (colorScheme) => page.emulateMedia({ colorScheme }),
        click: (selector) => page.locator(selector).first().click(),
        keyboard: page.keyboard,
        complaints,
        close: () => context.close(),
      },
      origin,
      ['light', 'dark'],
    );
  },

  async firefox() {
    const { browser, origin } = await startFirefox('test', { 'layout.css.prefers-color-scheme.content-override': 1 });
    // The driver may not open a page of an extension; the extension opens its first page itself, and from there it goes on.
    const page = await opened(browser, `${origin}/`);
    /** @type {string[]} */
    const complaints = [];
    page.on('console', (message) => {
      if (['warn', 'error'].includes(message.type())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    return new ExtensionPage(
      {
        async goto(address) {
          await page.evaluate((to) => {
            Object.assign(window, { isLeft: true });
            location.assign(to);
          }, address);
          await page.waitForFunction('!window.isLeft');
        },
        evaluate: (script, argument) => page.evaluate(script, argument),
        setSize: (size) => page.setViewport(size),
        // What it prefers is a preference of the whole browser.
        setScheme: () => Promise.resolve(),
        click: (selector) => page.click(selector),
        keyboard: page.keyboard,
        complaints,
        close: () => browser.close(),
      },
      origin,
      ['light'],
    );
  },
};

/**
 * The page that an extension has opened, once it is there.
 * @param {import('puppeteer-core').Browser} browser
 * @param {string} origin
 */
async function opened(browser, origin) {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 50))) {
    for (const page of await browser.pages()) {
      // Its address is not told before something has been asked of it.
      const is = await page.evaluate((of) => location.href.startsWith(of) && document.querySelector('h1') !== null, origin).catch(() => false);
      if (is) return page;
    }
  }
  throw new Error('the extension has not opened its first page');
}
