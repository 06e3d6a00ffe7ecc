/** The extension's own pages, in the built extension: what readers choose there is kept, and what cannot be is told where they act. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';

import { LAUNCHERS } from './extension-page.js';

const AXE = readFileSync(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
const LIST = 'name,type\nOla Tveit,person\n';

for (const name of /** @type {const} */ (['chromium', 'firefox'])) {
  const isChosen = process.env['BROWSERS']?.split(',').includes(name) ?? true;
  describe(`the extension’s pages in ${name}`, { skip: isChosen ? false : 'BROWSERS leaves it out' }, () => {
    /** @type {import('./extension-page.js').ExtensionPage} */
    let page;
    before(async () => {
      page = await LAUNCHERS[name]();
    });
    after(() => page.close());

    test('choices are kept, and the page speaks the language that is chosen', async () => {
      await page.open('options');
      await page.click('.looks [data-look=colour] input');
      await page.click('.kinds label:has([data-type=person]) input');
      await page.until(async () => {
        const { look, hiddenTypes } = JSON.parse((await page.stored())['settings'] ?? '{}');
        return look === 'colour' && String(hiddenTypes) === 'person';
      }, 'the choices are stored');
      await page.open('options');
      assert.deepEqual(await page.evaluate(() => [...document.querySelectorAll('.looks :checked')].map((each) => each.closest('label')?.dataset['look'])), ['colour']);
      assert.equal(await page.evaluate(() => document.querySelectorAll('.kinds input:not(:checked)').length), 1);
      await page.store({ settings: '{"language":"ar"}' });
      await page.until(() => page.evaluate(() => document.documentElement.dir === 'rtl' && document.querySelector('h1')?.textContent === 'الخيارات'), 'the page is Arabic');
      for (const where of /** @type {const} */ (['options', 'welcome'])) {
        await page.open(where, { width: 320 });
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), `${where} is no wider than a small phone`);
        assert.equal(await page.evaluate(() => document.documentElement.lang), 'ar');
      }
      await page.store({ settings: '' });
    });

    test('sites are added and taken away, and what is none is told', async () => {
      await page.open('options');
      await page.type('#site-never', 'https://www.Paper.example/news\n');
      await page.until(async () => String((await page.stored())['excluded']) === 'paper.example', 'the site is excluded');
      await page.type('#site-never', 'not a site\n');
      await page.until(() => page.evaluate(() => document.querySelector('#site-never')?.getAttribute('aria-invalid') === 'true'), 'the field is wrong');
      assert.match(await page.text('section[aria-labelledby=sites-never] [role=status]'), /^This is not the address of a site/);
      // The browser need not ask: tests may be everywhere on this machine.
      await page.type('#site-always', '127.0.0.1\n');
      await page.until(async () => String((await page.stored())['allowed']) === '127.0.0.1', 'the site is always on');
      await page.click('section[aria-labelledby=sites-never] .remove');
      await page.until(async () => String((await page.stored())['excluded']) === '', 'the site is taken away');
      assert.equal(await page.evaluate(() => document.activeElement?.id), 'sites-never', 'the focus is not lost');
    });

    test('a list is imported when the core takes it, and else nothing changes', async () => {
      await page.open('options');
      const told = () => page.text('section[aria-labelledby=list] [role=status]');
      await page.choose('names.csv', LIST);
      await page.until(async () => /names\.csv is imported/.test(await told()), 'the list is imported');
      assert.equal((await page.stored())['lexicon'], LIST);

      await page.choose('wrong.csv', `${LIST}Iris,planet\n`);
      await page.until(async () => /wrong\.csv cannot be used/.test(await told()), 'the list is refused');
      assert.match(await told(), /line 3/, 'in the core’s own words');

      await page.choose('large.csv', { bytes: 50_000_000 });
      await page.until(async () => /large\.csv is 50\sMB, and a list may have 2\.1\sMB at most/.test(await told()), 'the large file is refused');
      assert.equal(await page.evaluate(() => /** @type {any} */ (window).filesRead), 2, 'before it is read');

      await page.choose('picture.csv', '\u0089PNG', 'latin1');
      await page.until(async () => /picture\.csv could not be read/.test(await told()), 'what is no text is refused');

      await page.refuseToStore('QUOTA_BYTES quota exceeded');
      await page.choose('more.csv', 'name,type\nVelda,place\n');
      await page.until(async () => /There is no room left/.test(await told()), 'a full storage is told');
      assert.equal((await page.stored())['lexicon'], LIST, 'and the list is as it was');

      assert.equal(await page.exported('section[aria-labelledby=list] .row > button:nth-of-type(2)'), LIST);
    });

    test('what is kept is said in figures, and is erased once that is certain', async () => {
      const hidden = { 'paper.example/story': ['e1'], 'paper.example/other': ['q2'] };
      await page.open('options');
      await page.store({ lexicon: LIST, excluded: ['paper.example'], allowed: ['127.0.0.1'], settings: JSON.stringify({ hidden }) });
      const figures = () => page.evaluate(() => [...document.querySelectorAll('.figures dd')].map((each) => each.textContent));
      await page.until(async () => String((await figures()).slice(1)) === '2 sites,2 pages,27 bytes', 'the figures are there');
      const inKept = 'section[aria-labelledby=kept]';
      await page.click(`${inKept} .content > button`);
      await page.until(() => page.evaluate(() => document.activeElement?.matches('.question button:not(.grave)') === true), 'the focus is on the way back');
      await page.press('Escape');
      await page.until(() => page.evaluate(() => document.querySelector('.question') === null), 'nothing is asked any more');
      assert.equal((await page.stored())['lexicon'], LIST);
      await page.click(`${inKept} .content > button`);
      await page.click(`${inKept} .grave`);
      await page.until(async () => (await page.text(`${inKept} [role=status]`)) === 'Everything is erased.', 'it says so');
      assert.deepEqual(await page.stored(), {});
      await page.until(async () => (await figures()).every((each) => each === 'nothing'), 'the figures say so');
    });

    test('settings that are damaged do no harm', async () => {
      await page.store({ settings: '{"look":7,"hiddenTypes":{"a":1},"language":[]', allowed: 'x', excluded: [1, {}, 'a b'], lexicon: { a: 1 } });
      await page.open('options');
      assert.deepEqual(await page.evaluate(() => [document.querySelectorAll('.sites li').length, document.querySelectorAll('.kinds input:not(:checked)').length]), [0, 0]);
      assert.equal(await page.text('#list-state'), 'You have no list.');
      assert.deepEqual(page.complaints, []);
      await page.store({ settings: '', allowed: [], excluded: [], lexicon: '' });
    });

    test('nothing that axe objects to', async () => {
      await page.store({ excluded: ['paper.example'], lexicon: LIST });
      for (const scheme of page.schemes) {
        for (const where of /** @type {const} */ (['options', 'welcome'])) {
          await page.open(where, { scheme });
          await page.evaluate(AXE);
          const found = await page.evaluate(async () => {
            const { violations } = await /** @type {any} */ (window).axe.run(document, { resultTypes: ['violations'] });
            return violations.flatMap((/** @type {any} */ { id, nodes }) => nodes.map((/** @type {any} */ { html }) => `${id}: ${html.slice(0, 120)}`));
          });
          assert.deepEqual(found, [], `${where}, ${scheme}`);
        }
      }
      assert.deepEqual(page.complaints, []);
    });
  });
}
