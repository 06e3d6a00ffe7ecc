/**
 * Opens pages of our own in Chromium with the core loaded, for the tests of the DOM beside this file.
 *
 * Pages are served by the demo's own server from this machine. Nothing is mocked: the page, the module and the browser are
 * what users have.
 */
import { launchChromium } from '../../scripts/chromium.js';
import { DEMO, serve } from '../../scripts/serve.js';

/** Makes the core ready in the page, as the shell does, and brings the tests' tools. */
const LOAD = `
  import init, * as core from '/pkg/newsgloss_core.js';
  import * as tools from '/tests/page-tools.js';
  const data = ['lexicon.txt', 'weights.bin'].map(async (name) => new Uint8Array(await (await fetch('/pkg/' + name)).arrayBuffer()));
  await init({ module_or_path: '/pkg/newsgloss_core_bg.wasm' });
  core.load(...(await Promise.all(data)));
  while (!core.index());
  Object.assign(window, { tools, core });
`;

/** A browser and a server. Call `close` when done with both. */
export async function start() {
  /** @type {Map<string, string>} */
  const pages = new Map();
  const server = await serve({ pages, routes: [{ prefix: '/tests/', folder: 'tests/browser' }, ...DEMO] });
  const browser = await launchChromium();
  return {
    /**
     * A page with this HTML, the core ready as `window.core` and the tools as `window.tools`. The script that brought them is
     * gone again. Requests to anywhere else than this machine fail.
     * @param {string} html
     */
    async open(html) {
      const page = await browser.newPage();
      await page.route((url) => url.origin !== server.origin, (route) => route.abort());
      pages.set('/page', html);
      await page.goto(`${server.origin}/page`);
      const script = await page.addScriptTag({ type: 'module', content: LOAD });
      await page.waitForFunction(() => 'core' in window);
      await script.evaluate((node) => {
        /** @type {Element} */ (node).remove();
      });
      return page;
    },
    /**
     * A page whose article has this body.
     * @param {string} body
     */
    article(body) {
      return this.open(`<!doctype html><html lang="en"><title>Test</title><body><article>${body}</article></body></html>`);
    },
    async close() {
      await browser.close();
      server.close();
    },
  };
}
