/** Ten saved news pages: what axe finds there with marks, card and panel, it has found without, and nothing of it is ours. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';

import { launchChromium } from '../../scripts/chromium.js';
import { ROUTES, openPage, savedPage, savedPages } from '../../scripts/pages.js';
import { serve } from '../../scripts/serve.js';

const ALL = savedPages();
/** Every so many of them. */
const PICKED = ALL.filter((_, at) => at % Math.ceil(ALL.length / 10) === 0);
const skip = ALL.length > 0 ? false : 'there is no ../shared/pages beside the repository';

describe('on saved pages', { skip }, () => {
  /** @type {{ server: Awaited<ReturnType<typeof serve>>, browser: import('playwright-core').Browser, axe: string }} */
  let on;
  before(async () => {
    const [server, browser, axe] = await Promise.all([serve({ routes: ROUTES }), launchChromium(), readFile('node_modules/axe-core/axe.min.js', 'utf8')]);
    on = { server, browser, axe };
  });
  after(async () => {
    await on.browser.close();
    on.server.close();
  });

  for (const name of PICKED) {
    it(`card and panel bring nothing that axe objects to: ${name}`, async () => {
      const context = await on.browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
      const page = await openPage(context, on.server.origin, savedPage(name));
      await page.evaluate(on.axe);
      const complaints = () =>
        page.evaluate(async () => {
          const { axe } = /** @type {{ axe: typeof import('axe-core') }} */ (/** @type {unknown} */ (window));
          const { violations } = await axe.run(document, { resultTypes: ['violations'] });
          return violations.flatMap(({ id, nodes }) => nodes.map(({ target, html }) => ({ id, where: JSON.stringify(target), html: html.slice(0, 100) })));
        });
      const known = new Set((await complaints()).map(({ id }) => id));
      // Of what a page does wrong itself, axe names now these elements and now those.
      const fresh = async () => (await complaints()).filter(({ id, where }) => !known.has(id) || /newsgloss-(?!mark)/.test(where));

      await page.evaluate(async () => {
        const { mount } = /** @type {typeof import('../../www/newsgloss.js')} */ (await import(/** @type {any} */ ('/pkg/newsgloss.js')));
        const handle = await mount();
        Object.assign(window, { openPanel: handle.open.bind(handle) });
      });
      // The focus opens the card of the first mark, where there is one.
      await page.keyboard.press('Alt+Shift+ArrowDown');
      await page.waitForTimeout(100);
      assert.deepEqual(await fresh(), [], 'with the card');
      for (const view of ['people', 'quotes']) {
        await page.evaluate((which) => { /** @type {any} */ (window).openPanel(which); }, view);
        await page.locator('newsgloss-panel[data-open]').waitFor();
        assert.deepEqual(await fresh(), [], `with the panel, ${view}`);
      }
      await context.close();
    });
  }
});
