/** A whole news page, where the workspace has one beside the repository. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { inEachBrowser } from './harness.js';

const PAGE = new URL('../../../shared/seed/article.html', import.meta.url);
const skip = existsSync(PAGE) ? false : 'there is no ../shared/seed/article.html beside the repository';

inEachBrowser((browser) => {
  test('a whole news page is marked in its article alone, and undone exactly', { skip }, async () => {
    const page = await browser.open(readFileSync(PAGE, 'utf8'));
    const result = await page.evaluate(() => {
      const undone = window.tools.mountAndUndo();
      window.core.mount(undefined, {});
      const once = window.tools.snapshot();
      window.core.mount(undefined, {});
      return {
        undone,
        twice: window.tools.difference(once, window.tools.snapshot()),
        outside: document.querySelectorAll(
          ':is(nav, body > header, aside, footer, form, head, .related, .comments, .tags, .ad-slot, .byline) newsgloss-mark',
        ).length,
        inside: document.querySelectorAll('article :is(h1, figcaption, .body > p) newsgloss-mark').length,
      };
    });
    assert.equal(result.outside, 0);
    assert.ok(result.inside > 40, `${result.inside} marks`);
    assert.ok(result.undone.sameText);
    assert.equal(result.undone.difference, '');
    assert.equal(result.twice, '');
    await page.close();
  });
});
