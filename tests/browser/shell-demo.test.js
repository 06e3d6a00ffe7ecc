/** The demonstration: that its story is marked, all kinds of marks are there, and the box takes any text. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { inEachBrowser } from './harness.js';
import { cardText, labelled } from './shell-page.js';

inEachBrowser((browser) => {
  /**
   * The marks of a kind below a place in the page, as "type: text".
   * @param {import('./page.js').Page} page
   * @param {string} kind
   */
  function marks(page, kind, inside = 'article') {
    return page.locator(`${inside} newsgloss-mark[data-kind="${kind}"]`).evaluateAll((all) => {
      /** @type {Map<string, string>} */
      const texts = new Map();
      for (const each of /** @type {HTMLElement[]} */ (all)) {
        const { id = '', kind, type = '' } = each.dataset;
        const key = kind === 'entity' ? `${id} ${texts.size}` : id;
        texts.set(key, (texts.get(key) ?? `${type}: `) + each.textContent);
      }
      return [...texts.values()];
    });
  }

  /** Waits until the pasted text has all its marks, which is when the page says how many. @param {import('./page.js').Page} page */
  function isRead(page) {
    return page.waitFor(() => document.getElementById('paste-status')?.textContent !== '');
  }

  describe('the story', () => {
    it('has its people, places and organisations marked', async () => {
      const page = await browser.demo();
      const found = await marks(page, 'entity');
      for (const name of [
        'person: Marek Dreyer',
        'person: Ilse Varga',
        'person: Amina Soler',
        'person: Miriam Holloway',
        'person: Tomas Teral',
        'person: Dreyer',
        'place: Geneva',
        'place: United States',
        'place: US',
        'place: U.S.',
        'place: Washington',
        'place: Vienna',
        'organization: United Nations',
        'organization: European Union',
        'organization: World Bank',
      ]) {
        assert.ok(found.includes(name), `${name} is not marked`);
      }
      await page.close();
    });

    it('has its dates and amounts marked', async () => {
      const page = await browser.demo();
      const found = await marks(page, 'value');
      for (const value of ['date: Wednesday', 'money: $2.5 billion', 'money: €120 million', 'date: January', 'date: 20 March']) {
        assert.ok(found.includes(value), `${value} is not marked`);
      }
      assert.ok(found.some((each) => each.startsWith('percent: 60')));
      await page.close();
    });

    it('has quotations of every kind marked', async () => {
      const page = await browser.demo();
      const found = await marks(page, 'quote');
      for (const quote of [
        'scare: ready to sign',
        'direct: We are ready to sign, the text is ready, and the pens are on the table',
        'direct: The figures are agreed',
        'mixed: there were still “two short paragraphs” on dry summers to be settled',
        'indirect: a treaty was only hours away',
        'scare: the long bath',
      ]) {
        assert.ok(
          found.some((each) => each.startsWith(quote)),
          `${quote} is not marked`,
        );
      }
      await page.close();
    });

    it('leaves everything around the article unmarked', async () => {
      const page = await browser.demo();
      assert.equal(await page.locator(':is(.tool, .masthead, aside, .after, .comments, .paste, .colophon) newsgloss-mark').count(), 0);
      await page.close();
    });

    it('loses its marks and gets them back at the switch', async () => {
      const page = await browser.demo();
      const marked = await page.locator('newsgloss-mark').count();
      const toggle = page.locator('[role="switch"]', { begins: 'Marks' });
      await toggle.click();
      await page.locator('newsgloss-mark').waitForGone();
      assert.equal(await toggle.attribute('aria-checked'), 'false');
      await toggle.click();
      // It is turned on once the last mark is there.
      await page.locator('[role="switch"][aria-checked="true"]', { begins: 'Marks' }).waitFor();
      assert.equal(await page.locator('newsgloss-mark').count(), marked);
      await page.close();
    });
  });

  describe('the box for any text', () => {
    it('marks what is pasted, with dates by the day given', async () => {
      const page = await browser.demo();
      await (await labelled(page, 'Text, with an empty line')).fill('Talks reopen\n\n“We will go on,” Tomas Teral told reporters in Geneva on Friday.');
      await (await labelled(page, 'Published on')).fill('2026-03-12');
      await page.locator('button', { begins: 'Annotate' }).click();
      await isRead(page);
      assert.deepEqual(await marks(page, 'entity', '#paste-result'), ['person: Tomas Teral', 'place: Geneva']);
      await page.locator('#paste-result newsgloss-mark[data-kind="value"]').hover();
      assert.match(await cardText(page), /^Date\nFriday,? 6 March 2026$/);
      await page.close();
    });

    it('takes markup for the text it is', async () => {
      const page = await browser.demo();
      const text = '<img src=x onerror="document.title=1"> Tomas Teral said: “<b>No</b> & no <script>more</script>.”';
      await (await labelled(page, 'Text, with an empty line')).fill(text);
      await page.locator('button', { begins: 'Annotate' }).click();
      await isRead(page);
      assert.equal(await page.locator('#paste-result').evaluate((result) => result.textContent), text);
      assert.equal(await page.locator('#paste-result :is(img, b, script)').count(), 0);
      await page.locator('#paste-result newsgloss-mark', { begins: 'Tomas Teral' }).hover();
      assert.match(await cardText(page), /Tomas Teral/);
      assert.equal(await page.locator('img, b, script', { host: 'newsgloss-card' }).count(), 0);
      await page.close();
    });
  });
});
