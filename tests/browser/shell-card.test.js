/** The card: that it opens for every way of pointing, says the right thing, and goes away again, however marks are shown. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';

import { inEachBrowser } from './harness.js';
import { PAINTS, Painted } from './painted.js';
import { ARTICLE, cardIsOpen, cardText, mount } from './shell-page.js';

/** @type {('light' | 'dark')[]} */
const SCHEMES = ['light', 'dark'];

inEachBrowser((browser) => {
  // Elements are found under a pointer in one way everywhere; highlights in each browser's own.
  for (const paint of PAINTS.filter((each) => each === 'highlight' || browser.name === 'chromium')) {
    describe(`marks by ${paint}`, () => {
      /** @param {import('./engines/engine.js').PageOptions} [options] */
      async function demo(options) {
        const page = await browser.demo(options, paint);
        return { page, marks: new Painted(page, paint) };
      }

      /**
       * A page with this in its body, mounted.
       * @param {string} body
       * @param {import('./engines/engine.js').PageOptions} [options]
       */
      async function article(body, options) {
        const page = await browser.page(body, options);
        await mount(page, paint);
        return { page, marks: new Painted(page, paint) };
      }

      describe('the card, by mouse', () => {
        describe('says', () => {
          /** @type {Awaited<ReturnType<typeof demo>>} */
          let on;
          before(async () => {
            on = await demo();
          });
          after(() => on.page.close());

          /**
           * What the card says of these words, opened anew.
           * @param {string} words
           * @param {string} [behind]
           */
          async function said(words, behind) {
            await on.page.move(1, 1);
            await on.page.locator('newsgloss-card[data-open]').waitForGone();
            await on.marks.words(words, behind).hover();
            return cardText(on.page);
          }

          it('of a name what it is and how often it is named', async () => {
            const text = await said('Marek Dreyer');
            assert.match(text, /^Person\nMarek Dreyer\nKarvistani Foreign Minister\n/);
            assert.match(text, /Named\s+3 times/);
          });

          it('of a quotation who said it, as written and by name, and how it is reported', async () => {
            const text = await said('A treaty that');
            assert.match(text, /^Direct quotation\nIlse Varga\n/);
            assert.match(text, /In the text\s+“she”/);
            assert.match(text, /Reported with\s+“said”/);
            assert.match(text, /Certainty\s+(Very high|High|Fair)/);
          });

          it('to whom, where and when it was said', async () => {
            const text = await said('We are ready');
            assert.match(text, /^Direct quotation\nMarek Dreyer\n/);
            assert.match(text, /To\s+reporters/);
            assert.match(text, /Where\s+Palais des Nations/);
            assert.match(text, /When\s+Wednesday,? 11 March 2026, evening/);
          });

          it('of a name inside a quotation that first, then the quotation', async () => {
            assert.match(await said('Halden', 'the gauges at '), /^Place\nHalden\n[^]*\nDirect quotation\n/);
          });

          it('a date in words', async () => {
            assert.match(await said('Wednesday'), /^Date\nWednesday,? 11 March 2026$/);
          });
        });

        it('stays while the pointer is on it, and goes when the pointer goes', async () => {
          const { page, marks } = await demo();
          await marks.words('Marek Dreyer').hover();
          await cardText(page);
          await page.locator('newsgloss-card').hover();
          await sleep(500);
          assert.ok(await cardIsOpen(page), 'the card closed under the pointer');
          await page.move(1, 1);
          await page.locator('newsgloss-card[data-open]').waitForGone();
          await page.close();
        });

        it('stands beside its mark, inside the window', async () => {
          const { page, marks } = await demo({ viewport: { width: 390, height: 700 } });
          for (const words of ['Marek Dreyer', 'Amina Soler', 'Holloway']) {
            const target = marks.words(words);
            // The card of the one before may stand over it.
            await page.press('Escape');
            await target.click();
            await cardText(page);
            const box = await page.locator('newsgloss-card').box();
            // A mark that runs over two lines is pressed on the first.
            const near = await target.box();
            assert.ok(box);
            assert.ok(box.x >= 0 && box.x + box.width <= 390, `${words}: the card leaves the window`);
            const gap = Math.max(box.y - (near.y + near.height), near.y - (box.y + box.height));
            assert.ok(gap >= 0 && gap < 24, `${words}: the card stands ${gap} px from its mark`);
          }
          await page.close();
        });

        it('opens on the text of a mark alone: not in the margin beside it, nor between its lines', async () => {
          const { page, marks } = await article(`<style>p { width: 420px; line-height: 3 }</style>${ARTICLE}`);
          const { x, y, height } = await marks.words('We will meet').box();
          for (const [left, top] of /** @type {[number, number][]} */ ([[x - 12, y + height / 2], [x + 40, y + height + 8], [600, y + height / 2]])) {
            await page.move(left, top);
            await sleep(400);
            assert.ok(!(await cardIsOpen(page)), `a card opened at ${left}, ${top}`);
          }
          await page.move(x + 40, y + height / 2);
          assert.match(await cardText(page), /^Direct quotation\n/);
          await page.close();
        });

        it('stands beside the line that is pointed at', async () => {
          const { page, marks } = await article(`<style>article { width: 260px; padding-bottom: 900px }</style>${ARTICLE}`);
          const last = await marks.words('again', 'in Vienna ').box();
          await marks.words('again', 'in Vienna ').hover();
          assert.match(await cardText(page), /^Direct quotation\n/);
          await sleep(200);
          const { y } = await page.locator('newsgloss-card').box();
          assert.ok(y >= last.y + last.height && y < last.y + last.height + 24, `the card stands at ${y}, the line at ${last.y}`);
          await page.close();
        });

        it('goes when its text leaves the page', async () => {
          const { page, marks } = await article(ARTICLE);
          await marks.words('Marek Dreyer').click();
          await cardText(page);
          await page.evaluate(() => document.querySelector('article p')?.remove());
          await page.locator('newsgloss-card[data-open]').waitForGone();
          await page.close();
        });

        it('leaves a selection of text alone, and what is copied as it was', async () => {
          const { page, marks } = await article(ARTICLE);
          const [x, y] = await marks.words('Nobody').point();
          const copied = await page.evaluate(() => {
            const article = /** @type {HTMLElement} */ (document.querySelector('article p:last-child'));
            getSelection()?.selectAllChildren(article);
            const box = document.createElement('div');
            box.append(.../** @type {Selection} */ (getSelection()).getRangeAt(0).cloneContents().childNodes);
            return { text: String(getSelection()), html: box.innerHTML };
          });
          assert.ok(copied.text.startsWith('“Nobody wins here,” he added.'), copied.text);
          // Elements of no effect travel along where marks are elements.
          assert.equal(copied.html.includes('newsgloss'), paint === 'markup');
          await page.evaluate(() => getSelection()?.removeAllRanges());
          await page.move(x, y);
          assert.match(await cardText(page), /^Direct quotation\n/);
          await page.close();
        });

        it('leaves a link in the text to the page', async () => {
          const { page, marks } = await demo();
          // Whether a card is open right before anybody hears of the press, and right after all have: one that rested there may open it too.
          const open = await page.evaluateHandle(() => {
            /** @type {boolean[]} */
            const states = [];
            for (const capture of [true, false]) {
              window.addEventListener('click', () => states.push(document.querySelector('newsgloss-card[data-open]') !== null), { capture });
            }
            return states;
          });
          await marks.words('Vienna').click();
          const [before, after] = await open.evaluate((states) => states);
          assert.equal(after, before, 'a press on a link opened a card');
          assert.equal(typeof after, 'boolean', 'nobody heard of the press');
          assert.ok(await page.evaluate(() => location.href.endsWith('#')), 'the link was not followed');
          await page.close();
        });
      });

      describe('the card, by touch', () => {
        it('opens at a tap and closes at a tap elsewhere', { skip: browser.cannot('touch') }, async () => {
          const { page, marks } = await demo({ touch: true, viewport: { width: 390, height: 844 } });
          await marks.words('Marek Dreyer').tap();
          assert.match(await cardText(page), /^Person\nMarek Dreyer/);
          await page.locator('.kicker').tap();
          await page.locator('newsgloss-card[data-open]').waitForGone();
          await page.close();
        });
      });

      describe('the card, by keyboard', () => {
        it('is reached by one stop of the Tab key and then by arrow keys', async () => {
          const { page, marks } = await demo();
          await page.locator('.byline a').focus();
          const stops = await marks.stop.count();
          assert.equal(stops, 1);
          await marks.focus();
          await page.press('End');
          assert.equal(await marks.focused(), 'Holloway');
          await page.press('ArrowLeft');
          assert.equal(await marks.focused(), 'Soler');
          assert.match(await cardText(page), /^Person\nAmina Soler\n/);
          await page.press('Shift+Tab');
          assert.equal(await marks.focused(), undefined);
          await page.locator('newsgloss-card[data-open]').waitForGone();
          await page.press('Tab');
          assert.equal(await marks.focused(), 'Soler', 'the way back leads to another mark');
          await page.close();
        });

        it('lets the focus go on, forwards and back, without leading it into the card', async () => {
          const { page, marks } = await article('<a href="#">Home</a><article><p>Foreign Minister Marek Dreyer told reporters in Geneva that the talks in Vienna were over, and that the United Nations had been told.</p></article><a href="#">More</a>');
          // Forwards last, since that may lead out of the page.
          for (const key of ['Shift+Tab', 'Tab']) {
            await marks.focus();
            while (!/Wikidata/.test(await cardText(page))) await page.press('ArrowRight');
            await page.press(key);
            await page.locator('newsgloss-card[data-open]').waitForGone();
          }
          await page.close();
        });

        it('puts the ring of the focus around the mark, brings it into view, and lets the pointer through', async () => {
          const { page, marks } = await demo({ viewport: { width: 700, height: 500 } });
          await marks.focus();
          await page.press('End');
          await page.waitFor(() => scrollY > 400);
          for (const by of [0, 40]) {
            await page.evaluate((top) => { scrollBy({ top, behavior: 'instant' }); }, by);
            await sleep(200);
            // The words first, since their box waits until the page has come to rest.
            const line = await marks.words('Holloway', 'in the presence of Soler and ').box();
            const ring = await marks.stop.box();
            assert.ok(line.y > 0 && line.y + line.height < 500, `the mark is at ${line.y}`);
            for (const side of /** @type {const} */ (['x', 'y', 'width', 'height'])) assert.ok(Math.abs(ring[side] - line[side]) < 2, `${side}: ${ring[side]}, not ${line[side]}`);
          }
          const [x, y] = await marks.words('Holloway', 'in the presence of Soler and ').point();
          assert.notEqual(await page.evaluate((left, top) => document.elementFromPoint(left, top)?.localName, x, y), 'newsgloss-stop');
          await page.close();
        });

        it('stays at its mark when the page gets another text before it', async () => {
          const { page, marks } = await article(ARTICLE);
          await marks.focus();
          while ((await marks.focused()) !== 'Marek Dreyer') await page.press('ArrowRight');
          await page.evaluate(() => {
            const added = document.createElement('p');
            added.textContent = 'Amina Soler had told the United States in Vienna on Monday that the talks would end soon, as everybody there had hoped.';
            document.querySelector('article h1')?.after(added);
          });
          const before = await marks.count();
          while ((await marks.count()) === before) await sleep(50);
          assert.equal(await marks.focused(), 'Marek Dreyer');
          assert.match(await cardText(page), /^Person\nMarek Dreyer/);
          await page.press('ArrowLeft');
          assert.equal(await marks.focused(), 'Vienna');
          await page.press('Home');
          await page.press('ArrowRight');
          assert.equal(await marks.focused(), 'Amina Soler');
          await page.close();
        });

        it('has no stop where there is no mark', async () => {
          const { page, marks } = await article('<article><p>It rained, and nobody knew for how long it would, or what to make of it all in the end.</p></article>');
          assert.equal(await marks.count(), 0);
          assert.equal(await marks.stop.count(), 0);
          await page.close();
        });

        it('takes a name across inline markup for one mark', async () => {
          const { page, marks } = await article(ARTICLE);
          await marks.words('States').click();
          assert.match(await cardText(page), /^Place\nUnited States\n/);
          assert.deepEqual(await marks.lit(), ['United', ' ', 'States']);
          // With its card still open, the name of another that begins so would be taken for it.
          await page.press('Escape');
          await page.locator('newsgloss-card[data-open]').waitForGone();
          await marks.focus();
          const begun = async () => (await marks.focused())?.startsWith('United') === true && /^Place\nUnited States\n/.test(await cardText(page));
          while (!(await begun())) await page.press('ArrowRight');
          await page.press('ArrowRight');
          assert.equal(await marks.focused(), 'March', 'the second piece is a stop of its own');
          await page.close();
        });

        it('closes at Escape, keeps the focus, and opens again at Enter and at Space', async () => {
          const { page, marks } = await demo();
          await marks.focus();
          const name = await marks.focused();
          for (const key of ['Enter', ' ']) {
            await cardText(page);
            await page.press('Escape');
            assert.ok(!(await cardIsOpen(page)), 'Escape left the card open');
            assert.equal(await marks.focused(), name);
            await page.press(key);
          }
          await cardText(page);
          await page.close();
        });

        it('lets the focus into a card and back to the mark', async () => {
          const { page, marks } = await demo();
          await marks.focus();
          while (!/Wikidata/.test(await cardText(page))) await page.press('ArrowRight');
          const name = await marks.focused();
          const inCard = () => page.evaluate(() => document.activeElement?.localName === 'newsgloss-card');
          for (const leave of ['Escape', 'Tab', 'Shift+Tab']) {
            await page.press('Enter');
            assert.ok(await inCard(), 'Enter did not lead into the card');
            do await page.press(leave);
            while (leave === 'Tab' && (await inCard()));
            assert.equal(await marks.focused(), name, `${leave} did not lead back`);
            if (leave === 'Escape') await page.press('Enter');
          }
          await page.close();
        });

        it('closes at Escape when the pointer had opened it, and leaves the focus where it was', async () => {
          const { page, marks } = await demo();
          await page.locator('.byline a').focus();
          await marks.words('Marek Dreyer').hover();
          await cardText(page);
          await page.press('Escape');
          assert.ok(!(await cardIsOpen(page)));
          assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Hanna Lindqvist');
          await page.close();
        });

        it('takes no key that it does not use', async () => {
          const { page, marks } = await demo();
          await marks.focus();
          const keys = await page.evaluateHandle(() => {
            /** @type {string[]} */
            const seen = [];
            document.addEventListener('keydown', (event) => {
              seen.push(event.defaultPrevented ? `${event.key}!` : event.key);
            });
            return seen;
          });
          for (const key of ['Escape', 'Escape', 'a', 'ArrowDown', 'Control+ArrowRight']) await page.press(key);
          assert.deepEqual(await keys.evaluate((seen) => seen), ['Escape', 'a', 'ArrowDown', 'Control', 'ArrowRight']);
          await page.close();
        });
      });

      describe('the card, for those who listen', () => {
        it('has nothing that axe objects to, open or closed, light or dark', async () => {
          const axe = await readFile('node_modules/axe-core/axe.min.js', 'utf8');
          // A reader who likes it dark needs a browser of its own elsewhere; that colours are the same there, the tests of the charts see.
          for (const colorScheme of browser.name === 'chromium' ? SCHEMES : SCHEMES.slice(0, 1)) {
            const { page, marks } = await demo({ colorScheme });
            await page.run(`() => { ${axe} }`, { args: [] });
            for (const open of [false, true]) {
              if (open) {
                await marks.words('Halden', 'the gauges at ').hover();
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
          const { page, marks } = await demo();
          await marks.focus();
          await page.press('End');
          assert.equal(await page.locator('newsgloss-mark[aria-description]').count(), paint === 'markup' ? 1 : 0);
          assert.match((await marks.stop.attribute('aria-description')) ?? '', /^Person: Miriam Holloway\. .*Deputy Secretary of State\. Named \d times\. Quoted \w+\.$/);
          assert.equal(await marks.stop.attribute('role'), 'button');
          await page.close();
        });
      });
    });
  }
});
