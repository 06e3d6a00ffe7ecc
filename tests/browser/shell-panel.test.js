/** The panel by itself, with made-up articles: that it opens, stands, moves and closes as it should, and is as it was left the next time. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { inEachBrowser } from './harness.js';
import { panelIn } from './panel/staged.js';
import { BRIDGE } from './panel/story.js';

inEachBrowser((browser) => {
  const { staged, show, opened, inside, box, asked, focused, names, again, pull } = panelIn(browser);

  describe('the panel', () => {
    it('stands beside the text without moving a letter of it, and leaves the focus where it is', async () => {
      const page = await staged();
      await page.locator('#opener').focus();
      const before = await page.locator('#text').box();
      await show(page, 'bridge');
      assert.deepEqual(await page.locator('#text').box(), before);
      assert.equal(await focused(page), '#opener');
      const { x, width, height } = await box(page);
      assert.deepEqual([x + width, height], [1280, 720]);
      await page.close();
    });

    it('takes the focus where it is asked to, and gives it back by Escape', async () => {
      const page = await opened('bridge', { focus: true });
      assert.equal(await focused(page), 'People');
      await page.press('Escape');
      assert.equal(await focused(page), '#opener');
      assert.deepEqual((await asked(page)).slice(-1), ['close']);
      assert.equal(await page.locator('newsgloss-panel[data-open]').count(), 0);
      await page.close();
    });

    it('has one stop for its tabs, and arrow keys between them, round and round', async () => {
      const page = await opened('bridge', { focus: true });
      assert.equal(await inside(page, '[role=tab][tabindex="0"]').count(), 1);
      const seen = [];
      for (const key of ['ArrowRight', 'ArrowRight', 'End', 'ArrowRight', 'ArrowLeft', 'Home']) {
        await page.press(key);
        seen.push(await focused(page));
      }
      assert.deepEqual(seen, ['Who says what', 'Timeline', 'Settings', 'People', 'Settings', 'People']);
      await page.press('End');
      assert.equal(await inside(page, '[role=tab][aria-selected=true]').attribute('id'), 'tab-settings');
      assert.equal(await inside(page, '[role=tabpanel]').attribute('aria-labelledby'), 'tab-settings');
      await again(page);
      assert.equal(await inside(page, '[role=tab][aria-selected=true]').attribute('id'), 'tab-settings', 'the view is forgotten');
      await page.close();
    });

    it('turns its arrow keys round where the language runs from right to left', async () => {
      const page = await opened('bridge', { focus: true });
      await page.evaluate(() => {
        /** @type {any} */ (window).stage.panel.host.dir = 'rtl';
      });
      await page.press('ArrowLeft');
      assert.equal(await focused(page), 'Who says what');
      await page.close();
    });

    it('keeps what is typed in it from the page, but for shortcuts, and the focus from a page that fetches it', async () => {
      const page = await opened('bridge', {}, {
        head: `<script>
          window.stolen = [];
          for (const type of ['keydown', 'keyup', 'keypress']) document.addEventListener(type, ({ key }) => { window.stolen.push(key); });
          document.addEventListener('focusin', ({ target }) => { if (target.id !== 'opener') document.getElementById('opener').focus(); });
        </script>`,
      });
      await inside(page, '[type=search]').focus();
      await page.press('j');
      assert.equal(await focused(page), 'Search names');
      assert.equal(await inside(page, '[type=search]').evaluate((field) => /** @type {HTMLInputElement} */ (field).value), 'j');
      assert.deepEqual(await page.evaluate(() => /** @type {any} */ (window).stolen), []);
      await page.press('Alt+Shift+M');
      assert.match(await page.evaluate(() => String(/** @type {any} */ (window).stolen[0])), /^(Alt|Shift)$/);
      await page.close();
    });

    it('offers what can be taken away, by a menu that Escape closes first', async () => {
      const page = await opened();
      await inside(page, '.export summary').click();
      assert.deepEqual(await inside(page, '.export li').texts(), [
        'Web Annotation',
        'schema.org',
        'Quotations as a table (CSV)',
        'Summary to print',
        'Copy the summary',
      ]);
      await inside(page, '.export button', 'Quotations').focus();
      await page.press('Escape');
      assert.equal(await inside(page, '.export[open]').count(), 0);
      assert.equal(await focused(page), 'Export');
      await inside(page, '.export summary').click();
      await inside(page, '.export button', 'Quotations').click();
      assert.deepEqual(await asked(page), [`export ${BRIDGE.headline ?? ''} csv`]);
      await inside(page, '.said', 'csv is done.').waitFor();
      assert.equal(await inside(page, '.export[open]').count(), 0);
      await page.close();
    });

    it('has a choice of articles where there are several', async () => {
      const page = await opened('both');
      assert.equal((await names(page)).length, 10);
      await inside(page, 'select.headline').evaluate((element) => {
        const field = /** @type {HTMLSelectElement} */ (element);
        field.selectedIndex = 1;
        field.dispatchEvent(new Event('change', { bubbles: true }));
      });
      assert.deepEqual(await names(page), ['Ostmark']);
      await page.evaluate(() => {
        /** @type {any} */ (window).stage.update('bridge');
      });
      assert.equal((await names(page)).length, 10, 'the one that is left is not shown');
      await page.close();
    });

    it('says plainly where there is nothing to show, or not all', async () => {
      const page = await staged();
      /** @type {[import('./panel/page.js').AnswerName, RegExp][]} */
      const states = [
        ['none', /no article on this page/],
        ['nothing', /Nobody and nothing is named/],
        ['german', /seems to be in Austrian German[^]*Łucja Brandt/],
      ];
      for (const [name, words] of states) {
        await show(page, name, { view: 'people' });
        assert.match(await inside(page, '.body').text(), words, name);
      }
      await show(page, 'none', { view: 'settings' });
      assert.ok((await inside(page, '[type=checkbox]').count()) > 10, 'there are no settings without an article');
      await page.close();
    });

    it('shows names as they are, whatever is in them', async () => {
      const page = await opened('hostile');
      assert.deepEqual((await names(page))[0], '<script>window.harmed = true</script>');
      assert.equal(await inside(page, 'h1, img, script').count(), 0);
      const width = (await box(page)).width;
      for (const overflow of await inside(page, '.name').evaluateAll((rows) => rows.map((row) => [row.scrollWidth, row.offsetHeight]))) {
        assert.ok((overflow[0] ?? 0) <= width && (overflow[1] ?? 0) < 70, `a row of ${String(overflow)} pixels`);
      }
      await inside(page, '.name').click();
      await inside(page, '.excerpt').waitFor();
      assert.equal(await page.evaluate(() => 'harmed' in window), false);
      await page.close();
    });

    it('works where nothing can be kept', async () => {
      const page = await opened('bridge', {}, {
        head: `<script>Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('refused', 'SecurityError'); } });</script>`,
      });
      await inside(page, '#tab-settings').click();
      await inside(page, '.width').focus();
      const { width } = await box(page);
      await page.press('ArrowLeft');
      assert.equal((await box(page)).width, width + 16);
      await page.close();
    });
  });

  describe('the place of the panel', () => {
    it('is as wide as its edge is pulled to, by pointer and keys, and stays so', async () => {
      const page = await opened();
      const edge = inside(page, '[role=separator]');
      assert.equal(await edge.attribute('aria-valuenow'), '380');
      await pull(page, '[role=separator]', [-120, 0]);
      assert.equal((await box(page)).width, 500);
      await edge.focus();
      await page.press('ArrowRight');
      assert.equal((await box(page)).width, 484);
      await page.press('Shift+ArrowLeft');
      assert.equal((await box(page)).width, 548);
      assert.equal(await edge.attribute('aria-valuenow'), '548');
      await again(page);
      assert.equal((await box(page)).width, 548);
      await pull(page, '[role=separator]', [-5000, 0]);
      const { x, width } = await box(page);
      assert.ok(x >= 200 && x + width === 1280, `from ${x}, ${width} wide`);
      await page.close();
    });

    it('is right, left, or wherever it floats, which it is dragged to by its bar', async () => {
      const page = await opened();
      const move = () => inside(page, '.bar .icon:nth-last-child(2)').click();
      await move();
      assert.equal((await box(page)).x, 0);
      assert.equal(await page.locator('newsgloss-panel').attribute('role'), 'complementary');
      await move();
      assert.equal(await page.locator('newsgloss-panel').attribute('role'), 'dialog');
      const from = await box(page);
      await pull(page, '.head', [200, 50]);
      assert.deepEqual([(await box(page)).x, (await box(page)).y], [from.x + 200, from.y + 50]);
      await inside(page, '.bar .icon[aria-label="Move with the arrow keys"]').focus();
      await page.press('ArrowLeft');
      await page.press('ArrowDown');
      assert.deepEqual([(await box(page)).x, (await box(page)).y], [from.x + 184, from.y + 66]);
      await pull(page, '.corner', [40, -100]);
      const { width, height } = await box(page);
      assert.deepEqual([width, height], [from.width + 40, from.height - 100]);
      await inside(page, '.edge.height').focus();
      await page.press('ArrowDown');
      assert.equal((await box(page)).height, height + 16);
      const left = await box(page);
      await again(page);
      assert.deepEqual(await box(page), left);
      await move();
      assert.equal((await box(page)).x + (await box(page)).width, 1280);
      await page.close();
    });

    it('is inside the window of today', async () => {
      const page = await staged();
      await page.evaluate(() => {
        localStorage.setItem('newsgloss', JSON.stringify({ panel: { at: 'float', x: 4000, y: 3000, width: 2600, height: 1500 } }));
      });
      await again(page);
      const { x, y, width, height } = await box(page);
      assert.ok(x >= 0 && y >= 0 && x + width <= 1280 && y + height <= 720, String([x, y, width, height]));
      await page.close();
    });

    it('is below on a phone, as high as it is pulled, and leaves some text to see', async () => {
      const page = await opened('bridge', {}, { viewport: { width: 390, height: 844 } });
      const { x, y, width, height } = await box(page);
      assert.deepEqual([x, width, y + height], [0, 390, 844]);
      await pull(page, '.edge.height', [0, -100]);
      assert.equal((await box(page)).height, height + 100);
      await pull(page, '.edge.height', [0, -2000]);
      assert.ok((await box(page)).y >= 80, 'it covers the page');
      await inside(page, '.edge.height').focus();
      await page.press('ArrowDown');
      const left = (await box(page)).height;
      await again(page);
      assert.equal((await box(page)).height, left);
      await page.close();
    });

    it('has everything within reach in the smallest of windows', async () => {
      const page = await opened('bridge', {}, { viewport: { width: 320, height: 256 } });
      const wide = await inside(page, '*').evaluateAll((all) => all.filter((each) => each.getBoundingClientRect().right > innerWidth + 0.5).map(({ className }) => className));
      assert.deepEqual(wide, []);
      await inside(page, '.name', 'Port Selm').click();
      await inside(page, '.excerpt', 'whose').count();
      assert.match(await inside(page, '.excerpt').text(), /Port Selm/);
      await page.close();
    });
  });
});
