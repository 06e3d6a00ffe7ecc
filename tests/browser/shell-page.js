/**
 * Opens pages with the built shell in Chromium, for the tests of the shell beside this file.
 *
 * The demonstration and pages of a test's own come from this machine's server, and load the package as any page does.
 */
import { launchChromium } from '../../scripts/chromium.js';
import { serve } from '../../scripts/serve.js';

/** A short article of our own, with a name inside a quotation, inline markup and text that must stay unmarked. */
export const ARTICLE = `
  <nav><a href="#">Talks in Geneva</a></nav>
  <article>
    <h1>Talks in Geneva end with a handshake</h1>
    <p>“We will meet the United Nations in Vienna again,” Foreign Minister Marek Dreyer told reporters in Geneva on Friday.</p>
    <p>Dreyer, who has led the talks for <em>the United</em> <strong>States</strong> since March, said that $3 million had been spent.</p>
    <p>“Nobody wins here,” he added. The talks in Geneva are to go on, and the delegates from the United Nations have asked for rooms until the end of the month.</p>
  </article>
  <p id="after">Nothing else stands on this page.</p>`;

/**
 * A browser and a server for one file of tests. Call `close` when done with both.
 */
export async function startShell() {
  /** @type {Map<string, string>} */
  const pages = new Map();
  const server = await serve({ pages });
  const browser = await launchChromium();

  /** @param {import('playwright-core').BrowserContextOptions} [options] */
  async function blank(options) {
    const page = await browser.newPage(options);
    page.on('pageerror', (error) => {
      throw new Error(`the page threw: ${error.message}`, { cause: error });
    });
    return page;
  }

  return {
    browser,
    origin: server.origin,
    /**
     * The demonstration, once it is marked.
     * @param {import('playwright-core').BrowserContextOptions} [options]
     */
    async demo(options) {
      const page = await blank(options);
      await page.goto(`${server.origin}/`);
      await page.waitForSelector('newsgloss-mark');
      return page;
    },
    /**
     * A page of a test's own with this body. Nothing of newsgloss is loaded yet.
     * @param {string} body
     * @param {import('playwright-core').BrowserContextOptions} [options]
     */
    async page(body, options) {
      pages.set('/page', `<!doctype html><html lang="en"><meta charset="utf-8"><title>Test</title><body>${body}</body></html>`);
      const page = await blank(options);
      await page.goto(`${server.origin}/page`);
      return page;
    },
    async close() {
      await browser.close();
      server.close();
    },
  };
}

/**
 * The package, loaded in the page as any page loads it: by import, which adds nothing to its globals.
 * @param {import('playwright-core').Page} page
 * @param {string} [address]
 * @returns {Promise<import('playwright-core').JSHandle<typeof import('../../www/newsgloss.js')>>}
 */
export function load(page, address = '/pkg/newsgloss.js') {
  return page.evaluateHandle((module) => /** @type {Promise<typeof import('../../www/newsgloss.js')>} */ (import(module)), address);
}

/**
 * Mounts newsgloss on the page's article.
 * @param {import('playwright-core').Page} page
 */
export async function mount(page) {
  const newsgloss = await load(page);
  return newsgloss.evaluateHandle(({ mount }) => mount());
}

/**
 * The first mark whose text begins with these words.
 * @param {import('playwright-core').Page} page
 * @param {string} words
 * @param {string} [kind]
 */
export function mark(page, words, kind) {
  const escaped = words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return page.locator(kind === undefined ? 'newsgloss-mark' : `newsgloss-mark[data-kind="${kind}"]`, { hasText: new RegExp(`^${escaped}`) }).first();
}

/**
 * A point on the first line of a mark: the box of one that runs over several lines holds other text too.
 * @param {import('playwright-core').Locator} piece
 * @returns {Promise<[number, number]>}
 */
export async function firstLine(piece) {
  await piece.scrollIntoViewIfNeeded();
  return piece.evaluate((element) => {
    const { left, top, height } = element.getClientRects()[0] ?? element.getBoundingClientRect();
    return [left + 12, top + height / 2];
  });
}

/**
 * The open card's text, line by line, once there is one.
 * @param {import('playwright-core').Page} page
 */
export async function cardText(page) {
  await page.locator('newsgloss-card[data-open]').waitFor();
  const text = await page.locator('newsgloss-card .card').innerText();
  return text.replace(/\n+/g, '\n');
}

/** @param {import('playwright-core').Page} page */
export async function cardIsOpen(page) {
  return (await page.locator('newsgloss-card[data-open]').count()) > 0;
}
