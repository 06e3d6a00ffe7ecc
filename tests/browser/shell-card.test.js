/** The card: that it opens for every way of pointing, says the right thing, and goes away again. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';

import { inEachBrowser } from './harness.js';
import { ARTICLE, cardIsOpen, cardText, mark, mount } from './shell-page.js';

inEachBrowser((browser) => {
  describe('the card, by mouse', () => {
    it('says of a name what it is and how often it is named', async () => {
      const page = await browser.demo();
      await mark(page, 'Marek Dreyer').hover();
      const text = await cardText(page);
      assert.match(text, /^Person\nMarek Dreyer\nKarvistani Foreign Minister\n/);
      assert.match(text, /Named\s+3 times/);
      await page.close();
    });

    it('says of a quotation who said it, as written and by name, and how it is reported', async () => {
      const page = await browser.demo();
      await page.move(...(await mark(page, 'A treaty that nobody', 'quote').point(12)));
      const text = await cardText(page);
      assert.match(text, /^Direct quotation\nIlse Varga\n/);
      assert.match(text, /In the text\s+“she”/);
      assert.match(text, /Reported with\s+“said”/);
      assert.match(text, /Certainty\s+(Very high|High|Fair)/);
      await page.close();
    });

    it('says to whom, where and when it was said', async () => {
      const page = await browser.demo();
      await page.move(...(await mark(page, 'We are ready', 'quote').point(12)));
      const text = await cardText(page);
      assert.match(text, /^Direct quotation\nMarek Dreyer\n/);
      assert.match(text, /To\s+reporters/);
      assert.match(text, /Where\s+Palais des Nations/);
      assert.match(text, /When\s+Wednesday,? 11 March 2026, evening/);
      await page.close();
    });

    it('shows a name inside a quotation first, then the quotation', async () => {
      const page = await browser.demo();
      await page.locator('newsgloss-mark newsgloss-mark', { begins: 'Halden' }).hover();
      const text = await cardText(page);
      assert.match(text, /^Place\nHalden\n[^]*\nDirect quotation\n/);
      await page.close();
    });

    it('says a date in words', async () => {
      const page = await browser.demo();
      await mark(page, 'Wednesday', 'value').hover();
      assert.match(await cardText(page), /^Date\nWednesday,? 11 March 2026$/);
      await page.close();
    });

    it('stays while the pointer is on it, and goes when the pointer goes', async () => {
      const page = await browser.demo();
      await mark(page, 'Marek Dreyer').hover();
      await cardText(page);
      await page.locator('newsgloss-card').hover();
      await sleep(500);
      assert.ok(await cardIsOpen(page), 'the card closed under the pointer');
      await page.move(1, 1);
      await page.locator('newsgloss-card[data-open]').waitForGone();
      await page.close();
    });

    it('stands beside its mark, inside the window', async () => {
      const page = await browser.demo({ viewport: { width: 390, height: 700 } });
      for (const words of ['Marek Dreyer', 'Amina Soler', 'Holloway']) {
        const target = mark(page, words, 'entity');
        await target.click();
        await cardText(page);
        const box = await page.locator('newsgloss-card').box();
        // A mark that runs over two lines is pressed on the first.
        const near = await target.evaluate((element) => {
          const { y, height } = element.getClientRects()[0] ?? element.getBoundingClientRect();
          return { y, height };
        });
        assert.ok(box);
        assert.ok(box.x >= 0 && box.x + box.width <= 390, `${words}: the card leaves the window`);
        const gap = Math.max(box.y - (near.y + near.height), near.y - (box.y + box.height));
        assert.ok(gap >= 0 && gap < 24, `${words}: the card stands ${gap} px from its mark`);
      }
      await page.close();
    });

    it('leaves a link in the text to the page', async () => {
      const page = await browser.demo();
      await mark(page, 'Vienna', 'entity').click();
      assert.ok(!(await cardIsOpen(page)), 'a press on a link opened a card');
      assert.ok(await page.evaluate(() => location.href.endsWith('#')), 'the link was not followed');
      await page.close();
    });
  });

  describe('the card, by touch', () => {
    it('opens at a tap and closes at a tap elsewhere', { skip: browser.cannot('touch') }, async () => {
      const page = await browser.demo({ touch: true, viewport: { width: 390, height: 844 } });
      await mark(page, 'Marek Dreyer').tap();
      assert.match(await cardText(page), /^Person\nMarek Dreyer/);
      await page.locator('.kicker').tap();
      await page.locator('newsgloss-card[data-open]').waitForGone();
      await page.close();
    });
  });

  describe('the card, by keyboard', () => {
    it('is reached by one stop of the Tab key and then by arrow keys', async () => {
      const page = await browser.demo();
      await page.locator('.byline a').focus();
      const stops = await page.locator('newsgloss-mark[tabindex]').count();
      assert.equal(stops, 1);
      await page.locator('newsgloss-mark[tabindex]').focus();
      await page.press('End');
      const last = await page.evaluate(() => document.activeElement?.textContent);
      assert.equal(last, 'Holloway');
      await page.press('ArrowLeft');
      assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Soler');
      assert.match(await cardText(page), /^Person\nAmina Soler\n/);
      await page.press('Tab');
      assert.notEqual(await page.evaluate(() => document.activeElement?.localName), 'newsgloss-mark');
      await page.locator('newsgloss-card[data-open]').waitForGone();
      await page.press('Shift+Tab');
      assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Soler', 'the way back leads to another mark');
      await page.close();
    });

    it('takes a name across inline markup for one mark', async () => {
      const page = await browser.page(ARTICLE);
      await mount(page);
      const pieces = await page.locator('em newsgloss-mark, strong newsgloss-mark').count();
      assert.ok(pieces > 1, 'the name is painted in one piece');
      await page.locator('newsgloss-mark[tabindex]').focus();
      const begun = () => page.evaluate(() => document.activeElement?.closest('em, strong')?.localName);
      while ((await begun()) !== 'em') await page.press('ArrowRight');
      assert.match(await cardText(page), /^Place\nUnited States\n/);
      assert.equal(await page.locator(':is(em, strong) newsgloss-mark[data-lit]').count(), pieces);
      await page.press('ArrowRight');
      assert.equal(await begun(), undefined, 'the second piece is a stop of its own');
      await page.close();
    });

    it('closes at Escape, keeps the focus, and opens again at Enter and at Space', async () => {
      const page = await browser.demo();
      await page.press('Tab');
      await page.locator('newsgloss-mark[tabindex]').focus();
      const name = await page.evaluate(() => document.activeElement?.textContent);
      for (const key of ['Enter', ' ']) {
        await cardText(page);
        await page.press('Escape');
        assert.ok(!(await cardIsOpen(page)), 'Escape left the card open');
        assert.equal(await page.evaluate(() => document.activeElement?.textContent), name);
        await page.press(key);
      }
      await cardText(page);
      await page.close();
    });

    it('lets the focus into a card with a link and back to the mark', async () => {
      const page = await browser.demo();
      await page.locator('newsgloss-mark[tabindex]').focus();
      while (!/Wikidata/.test(await cardText(page))) await page.press('ArrowRight');
      const name = await page.evaluate(() => document.activeElement?.textContent);
      const inCard = () => page.evaluate(() => document.activeElement?.localName === 'newsgloss-card');
      for (const leave of ['Escape', 'Tab', 'Shift+Tab']) {
        await page.press('Enter');
        assert.ok(await inCard(), 'Enter did not lead into the card');
        await page.press(leave);
        assert.equal(await page.evaluate(() => document.activeElement?.textContent), name, `${leave} did not lead back`);
        if (leave === 'Escape') await page.press('Enter');
      }
      await page.close();
    });

    it('closes at Escape when the pointer had opened it, and leaves the focus where it was', async () => {
      const page = await browser.demo();
      await page.locator('.byline a').focus();
      await mark(page, 'Marek Dreyer').hover();
      await cardText(page);
      await page.press('Escape');
      assert.ok(!(await cardIsOpen(page)));
      assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Hanna Lindqvist');
      await page.close();
    });

    it('takes no key that it does not use', async () => {
      const page = await browser.demo();
      const keys = await page.evaluateHandle(() => {
        /** @type {string[]} */
        const seen = [];
        document.addEventListener('keydown', (event) => {
          seen.push(event.defaultPrevented ? `${event.key}!` : event.key);
        });
        return seen;
      });
      await page.locator('newsgloss-mark[tabindex]').focus();
      for (const key of ['Escape', 'Escape', 'a', 'ArrowDown', 'Control+ArrowRight']) await page.press(key);
      assert.deepEqual(await keys.evaluate((seen) => seen), ['Escape', 'a', 'ArrowDown', 'Control', 'ArrowRight']);
      await page.close();
    });
  });

  describe('the card, for those who listen', () => {
    it('has nothing that axe objects to, open or closed, light or dark', async () => {
      const axe = await readFile('node_modules/axe-core/axe.min.js', 'utf8');
      for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
        const page = await browser.demo({ colorScheme });
        await page.run(`() => { ${axe} }`, { args: [] });
        for (const open of [false, true]) {
          if (open) {
            await page.locator('newsgloss-mark newsgloss-mark', { begins: 'Halden' }).hover();
            await cardText(page);
            // Colours are judged as they are painted: not while the card fades in.
            await sleep(300);
          }
          const complaints = await page.evaluate(async () => {
            const { violations } = await /** @type {{ axe: typeof import('axe-core') }} */ (/** @type {unknown} */ (window)).axe.run();
            return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`));
          });
          assert.deepEqual(complaints, [], `${colorScheme}, card ${open ? 'open' : 'closed'}`);
        }
        await page.close();
      }
    });

    it('describes the mark that is the stop, and no other', async () => {
      const page = await browser.demo();
      await page.locator('newsgloss-mark[tabindex]').focus();
      await page.press('End');
      const described = page.locator('newsgloss-mark[aria-description]');
      assert.equal(await described.count(), 1);
      assert.match((await described.attribute('aria-description')) ?? '', /^Person: Miriam Holloway\. .*Deputy Secretary of State\. Named \d times\. Quoted \w+\.$/);
      assert.equal(await page.locator('newsgloss-mark[role]').count(), 1);
      await page.close();
    });
  });
});
