/**
 * Opens pages of our own in Chromium with the core loaded, for the tests beside this file.
 *
 * Pages are served by the demo's own server from this machine. Nothing is mocked: the page, the module and the browser are
 * what users have.
 */
import { existsSync, readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { serve } from '../../scripts/serve.js';

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
/** No sandbox, since tests run as root in containers; no traffic of the browser's own. */
const ARGUMENTS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** @typedef {import('../../pkg/newsgloss_core.js')} Core */

/** A browser and a server. Call `close` when done with both. */
export async function start() {
  /** @type {Map<string, string>} */
  const pages = new Map();
  const server = await serve({ pages });
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS });
  return {
    /**
     * A page with this HTML, the core loaded as `window.core` and the tools of `page-tools.js` as `window.tools`.
     * @param {string} html
     */
    async open(html) {
      const page = await browser.newPage();
      page.on('pageerror', (error) => {
        console.error(`the page threw: ${error.message}`);
      });
      pages.set('/page', html);
      await page.goto(`${server.origin}/page`);
      await page.addScriptTag({ type: 'module', content: LOAD });
      await page.waitForFunction(() => 'ready' in window);
      return page;
    },
    async close() {
      await browser.close();
      server.close();
    },
  };
}
