/** Sites that are always on or always left alone, in pages that change under the reader's eyes. */
import assert from 'node:assert/strict';
import { it } from 'node:test';

import { inEachBrowser } from './extension/browsers.js';
import { html, marked, NOTHING, traces, words } from './extension/page.js';
import { ARTICLE, cardText } from './shell-page.js';

const NEWS = '<meta property="og:type" content="article">';
/** As much text as the article of a newspaper has. */
const LONG = ARTICLE.replace('</article>', `${'<p>The harbour was quiet that day, and nobody could say when the ferries would go out again.</p>'.repeat(8)}</article>`);

/** @param {import('./page.js').Page} control @param {{ allowed?: string[], excluded?: string[] }} sites */
function choose(control, sites) {
  return control.evaluate(async (/** @type {object} */ some) => {
    const { storage, scripting } = /** @type {any} */ (globalThis)['browser'] ?? /** @type {any} */ (globalThis)['chrome'];
    await storage.local.set(some);
    // The background registers what it finds there.
    const wanted = /** @type {any} */ (some).allowed.length;
    for (;;) {
      const scripts = await scripting.getRegisteredContentScripts();
      if (scripts.length === Math.min(1, wanted)) return;
      await new Promise((done) => setTimeout(done, 20));
    }
  }, sites);
}

inEachBrowser('test', (extension) => {
  it('marks articles of an allowed site by itself, through navigations within the page, and nothing else', async () => {
    const control = await extension.control();
    await choose(control, { allowed: ['127.0.0.1'], excluded: [] });

    const page = await extension.open('/story', html(LONG, NEWS));
    await marked(page);
    await page.evaluate((/** @type {string} */ next) => {
      history.pushState({}, '', '/next');
      document.body.innerHTML = next;
    }, LONG.replaceAll('Marek Dreyer', 'Ola Tveit').replaceAll('Dreyer', 'Tveit'));
    await page.waitFor(() => [.../** @type {any} */ (CSS.highlights.get('newsgloss-person') ?? [])].some(({ startContainer }) => startContainer.data.includes('Tveit')));
    assert.deepEqual(await words(page, 'person'), ['Ola Tveit', 'Tveit']);

    const bank = await extension.open('/bank', html(`${LONG}<input type="password">`, NEWS));
    const front = await extension.open('/front', html('<article><p>Talks end.</p></article>'.repeat(20)));
    // What is read first is done first: once this one has marks, the others have been looked at.
    const other = await extension.open('/other', html(LONG, NEWS));
    await marked(other);
    for (const left of [bank, front]) {
      assert.deepEqual(await traces(left), NOTHING);
      assert.equal(await left.evaluate(() => performance.getEntriesByType('resource').filter(({ name }) => name.includes('-extension:')).length), 0, 'nothing of the core is loaded');
      await left.close();
    }
    await other.close();

    // Excluded while it is open, and from then on.
    await choose(control, { allowed: [], excluded: ['127.0.0.1'] });
    await marked(page, false);
    await extension.press(page);
    await extension.shows(/message\.html#excluded$/);
    assert.deepEqual(await traces(page), NOTHING);
    await page.close();
    await control.close();
  });

  it('says of what is selected whose words they are, and says so where they are nobody’s', async () => {
    const control = await extension.control();
    await choose(control, { allowed: [], excluded: [] });
    await control.close();
    const page = await extension.open('/who', html(ARTICLE));
    const select = (/** @type {number} */ from, /** @type {number} */ paragraph) =>
      page.evaluate(
        (at, which) => {
          const text = document.querySelectorAll('article p')[which]?.firstChild;
          if (text) getSelection()?.setBaseAndExtent(text, at, text, at + 8);
        },
        from,
        paragraph,
      );
    const who = async () => extension.driver.choose('who', await page.evaluate(() => location.href));
    await select(4, 0);
    await who();
    assert.match(await cardText(page), /Marek Dreyer/);
    await page.press('Escape');
    await select(2, 1);
    await who();
    await extension.shows(/message\.html#noQuotation$/);
    assert.equal(await page.evaluate(() => document.querySelector('newsgloss-card[data-open]')), null);
    await page.close();
  });

  it('takes what is stored for nothing where it is corrupt', async () => {
    const control = await extension.control();
    await control.evaluate(async () => {
      const { storage } = /** @type {any} */ (globalThis)['browser'] ?? /** @type {any} */ (globalThis)['chrome'];
      await storage.local.set({ settings: { not: 'a text' }, allowed: 'everywhere', excluded: [1, null, 'A b'], lexicon: 7 });
    });
    const page = await extension.open('/frame', html('<iframe src="/framed"></iframe>'.replace('/framed', '/story')));
    await extension.press(page);
    await extension.counts(control, ['4']);
    await page.close();
    await control.close();
  });
});
