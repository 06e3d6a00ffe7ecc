/** Ten saved news pages, whose markup and styles are as wild as the web's: a press marks them, and another leaves them as they were. */
import assert from 'node:assert/strict';
import { it } from 'node:test';

import { savedPage, savedPages } from '../../scripts/pages.js';

import { inEachBrowser } from './extension/browsers.js';
import { marked, NOTHING, traces } from './extension/page.js';

const ALL = savedPages();
/** Every so many of them. */
const PICKED = ALL.filter((_, at) => at % Math.ceil(ALL.length / 10) === 0);
const skip = ALL.length > 0 ? false : 'there is no ../shared/pages beside the repository';
/** Their own scripts do not run, and what they would fetch elsewhere is not asked for. */
const QUIET = { 'content-security-policy': "default-src 'self' data: blob:; style-src 'self' data: 'unsafe-inline'; script-src 'none'" };

if (ALL.length === 0) it('on saved pages', { skip });
else
  inEachBrowser('test', (extension) => {
    for (const name of PICKED) {
      it(`marks, card, panel and nothing afterwards: ${name}`, async () => {
        const page = await extension.open(`/${name}`, savedPage(name).html, QUIET);
        const html = () => page.evaluate(() => document.documentElement.outerHTML);
        const before = await html();
        await extension.press(page);
        await marked(page);
        // The focus goes to the first mark, whose card it opens.
        await page.press('Alt+Shift+ArrowDown');
        await page.waitFor(() => document.querySelector('newsgloss-card[data-open]') !== null);
        await page.press('Alt+Shift+N');
        await page.waitFor(() => document.querySelector('newsgloss-panel[data-open]') !== null);
        await extension.press(page);
        await marked(page, false);
        assert.deepEqual(await traces(page), NOTHING);
        assert.ok((await html()) === before, 'the page is as it was');
        // The page itself has much to complain of, since its policy lets nothing in; of ours there is to be nothing.
        await page.close().catch((/** @type {unknown} */ thrown) => {
          assert.doesNotMatch(String(thrown), /-extension:/);
        });
      });
    }
  });
