/** The panel by itself in a page, with made-up articles, for the tests of what is in it. */
import { setTimeout as sleep } from 'node:timers/promises';

import { bundle } from './bundle.js';
import { BRIDGE } from './story.js';

const SCRIPT = await bundle('tests/browser/panel/page.js');

/** The page that the panel stands beside. @param {string} head */
const html = (head) => `<!doctype html>
  <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Ostmark</title>
  <style>body { margin: 0 2rem; color: CanvasText; background: Canvas; color-scheme: light dark }</style>${head}</head>
  <body><main><button id="opener">Read closer</button><h1>${BRIDGE.headline}</h1><p id="text">${BRIDGE.text}</p></main>
  <script type="module" src="/pkg/page.js"></script></body></html>`;

/** @typedef {import('./page.js').AnswerName} AnswerName */

/** What tests do with it in one browser. @param {import('../harness.js').Browser} browser */
export function panelIn(browser) {
  // Where the package is served, since what draws maps is looked for beside the module.
  browser.pages.set('/pkg/page.js', { type: 'text/javascript', body: SCRIPT });

  /**
   * A page with the panel, closed.
   * @param {import('../engines/engine.js').PageOptions & { head?: string }} [options]
   */
  async function staged({ head = '', ...options } = {}) {
    // What is kept by the test before is kept from this one.
    const page = await browser.load(html(`<script>if (!sessionStorage.staged) localStorage.clear(); sessionStorage.staged = true;</script>${head}`), options);
    await page.waitFor(() => 'stage' in window);
    return page;
  }

  /**
   * @param {import('../page.js').Page} page
   * @param {AnswerName} name
   * @param {{ view?: import('../../../www/settings.js').View, focus?: boolean }} [opening]
   */
  async function show(page, name, opening = {}) {
    await page.evaluate(
      (which, how) => {
        /** @type {any} */ (window).stage.open(which, how);
      },
      name,
      opening,
    );
  }

  /**
   * A page with the panel open, showing articles of this name.
   * @param {AnswerName} [name]
   * @param {{ view?: import('../../../www/settings.js').View, focus?: boolean }} [opening]
   * @param {Parameters<typeof staged>[0]} [options]
   */
  async function opened(name = 'bridge', opening, options) {
    const page = await staged(options);
    await show(page, name, opening);
    return page;
  }

  /** @param {import('../page.js').Page} page @param {string} css @param {string} [begins] */
  const inside = (page, css, begins = '') => page.locator(css, { host: 'newsgloss-panel', begins });

  /** The box of the panel in the window. @param {import('../page.js').Page} page */
  const box = (page) => page.locator('newsgloss-panel').box();

  /** What the panel has asked for. @param {import('../page.js').Page} page @returns {Promise<string[]>} */
  const asked = (page) => page.evaluate(() => /** @type {any} */ (window).stage.asked);

  /** What has the focus: the text or label of what has it in the panel, or the id of what has it in the page. @param {import('../page.js').Page} page */
  const focused = (page) =>
    page.evaluate(() => {
      const { activeElement } = document;
      const within = activeElement?.shadowRoot?.activeElement;
      return within ? (within.getAttribute('aria-label') ?? within.textContent) : `#${activeElement?.id}`;
    });

  /** What is kept. @param {import('../page.js').Page} page @returns {Promise<import('../../../www/settings.js').Choices>} */
  const kept = (page) => page.evaluate(() => JSON.parse(localStorage.getItem('newsgloss') ?? '{}'));

  /** Names that are listed. @param {import('../page.js').Page} page */
  const names = async (page) => (await inside(page, '.name bdi').texts()).map((name) => name.trim());

  /** Lets go of the panel's settings, and loads the page again. @param {import('../page.js').Page} page */
  async function again(page) {
    await page.evaluate(() => {
      location.reload();
    });
    await sleep(300);
    await page.waitFor(() => document.readyState === 'complete' && 'stage' in window);
    await show(page, 'bridge');
  }

  /**
   * Drags what is found by `css` so far to the right and down, or as far as the window goes.
   * @param {import('../page.js').Page} page
   * @param {string} css
   * @param {[right: number, down: number]} by
   */
  async function pull(page, css, [right, down]) {
    const { x, y, width, height } = await inside(page, css).box();
    const from = { x: Math.round(x + Math.min(width / 2, 60)), y: Math.round(y + Math.min(height / 2, 12)) };
    await page.drag(from, { x: Math.max(0, from.x + right), y: Math.max(0, from.y + down) });
  }

  return { staged, show, opened, inside, box, asked, focused, kept, names, again, pull };
}
