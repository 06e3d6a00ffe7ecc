/** What a reader does beside reading: the control, shortcuts, what a card lets them do, and what is remembered of it. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';

import { inEachBrowser } from './harness.js';
import { PAINTS, Painted } from './painted.js';
import { ARTICLE, cardIsOpen, cardText, load } from './shell-page.js';

/** Where to paste, and what refuses to let anything be copied. */
const FIELD = '<textarea id="field" aria-label="Notes"></textarea>';
const REFUSING = `<script>Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) } });</script>`;

inEachBrowser((browser) => {
  // What the control does with highlights, it does in every browser.
  for (const paint of PAINTS.filter((each) => each === 'markup' || browser.name === 'chromium')) {
    describe(`marks by ${paint}`, () => {
      /**
       * A page of our own with this in its body, mounted; nothing is remembered of any before.
       * @param {string} [body]
       * @param {import('./engines/engine.js').PageOptions} [options]
       */
      async function reading(body = ARTICLE, options) {
        const page = await browser.page(`<script>if (!sessionStorage.been) localStorage.clear(); sessionStorage.been = true;</script>${body}`, options);
        await mounted(page);
        return { page, marks: new Painted(page, paint) };
      }

      /** @param {import('./page.js').Page} page @param {import('../../www/newsgloss.js').MountOptions} [options] */
      async function mounted(page, options) {
        const newsgloss = await load(page);
        return newsgloss.evaluateHandle(({ mount }, how, given) => mount(undefined, { paint: how, ...given }), paint, options);
      }

      /** The same page again, as a reader comes back to it. @param {import('./page.js').Page} page */
      async function again(page) {
        await page.reload();
        await mounted(page);
      }

      /** @param {import('./page.js').Page} page @param {string} css */
      const control = (page, css) => page.locator(css, { host: 'newsgloss-control' });

      /** @param {import('./page.js').Page} page @param {string} begins */
      const act = (page, begins) => page.locator('.acts button', { begins, host: 'newsgloss-card' });

      /** How many pieces of text are marked. @param {import('./page.js').Page} page */
      const count = (page) =>
        page.evaluate(() => {
          const highlights = [...CSS.highlights].filter(([name]) => name.startsWith('newsgloss-') && name !== 'newsgloss-lit');
          return document.querySelectorAll('newsgloss-mark').length + highlights.reduce((sum, [, { size }]) => sum + size, 0);
        });

      /** Waits until so many pieces of text are marked. @param {import('./page.js').Page} page @param {number} wanted */
      async function shows(page, wanted) {
        for (let turn = 0; turn < 200 && (await count(page)) !== wanted; turn += 1) await new Promise((done) => setTimeout(done, 20));
        assert.equal(await count(page), wanted);
      }

      /** The local name of what has the focus. @param {import('./page.js').Page} page */
      const focused = (page) => page.evaluate(() => document.activeElement?.localName);

      describe('the control', () => {
        it('opens the panel with the focus in it, and has it again when that closes', async () => {
          const { page } = await reading();
          assert.match((await control(page, '.open').attribute('aria-label')) ?? '', /^newsgloss: \d quotations\. Open/);
          await control(page, '.open').click();
          await page.locator('newsgloss-panel[data-open]').waitFor();
          assert.equal(await focused(page), 'newsgloss-panel');
          await page.press('Escape');
          await page.locator('newsgloss-panel[data-open]').waitForGone();
          assert.equal(await focused(page), 'newsgloss-control');
          await page.close();
        });

        it('turns marks off and on, and they stay so', async () => {
          const { page } = await reading();
          const all = await count(page);
          assert.ok(all > 0);
          await control(page, '.marks').click();
          await shows(page, 0);
          assert.equal(await control(page, '.marks').attribute('aria-checked'), 'false');
          await again(page);
          await shows(page, 0);
          await control(page, '.marks').click();
          await shows(page, all);
          await page.close();
        });

        // Where it stands is the same however marks are shown.
        if (paint === 'markup') {
          it('covers nothing that there is to read, however wide the window is and wherever it is scrolled', async () => {
            const lines = '<p>The delegates have asked for rooms until the end of the month, and the rooms have been given.</p>'.repeat(60);
            for (const [width, height] of /** @type {const} */ ([[1100, 700], [700, 500], [390, 700]])) {
              const { page } = await reading(ARTICLE.replace('</article>', `${lines}</article>`), { viewport: { width, height } });
              for (const top of [0, 333, 1400, 100_000]) {
                await page.evaluate((y) => { scrollTo({ top: y, behavior: 'instant' }); }, top);
                await page.waitFor(() => document.querySelector('newsgloss-control:not([data-moving])') !== null);
                // It finds its place once the page has come to rest.
                await new Promise((done) => setTimeout(done, 400));
                const covered = await page.evaluate(() => {
                  const box = document.querySelector('newsgloss-control')?.shadowRoot?.querySelector('[role=region]')?.getBoundingClientRect();
                  if (box === undefined) return ['nothing is there'];
                  const found = [];
                  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
                  while (walker.nextNode()) {
                    const range = document.createRange();
                    range.selectNodeContents(walker.currentNode);
                    for (const line of range.getClientRects()) {
                      if (line.right > box.left + 1 && line.left < box.right - 1 && line.bottom > box.top && line.top < box.bottom) found.push(range.toString());
                    }
                  }
                  return box.width > 0 ? found : ['it is not to be seen'];
                });
                assert.deepEqual(covered, [], `${width} px, at ${top}`);
              }
              await page.close();
            }
          });
        }

        // Each range is one more thing for the page to move whenever its nodes change, until it is collected as garbage.
        it('looks for its place with one range, and not with one for each point', async () => {
          const page = await browser.page(ARTICLE);
          const made = await page.evaluateHandle(() => {
            const count = { ranges: 0 };
            const create = /** @type {() => Range} */ (Reflect.get(document, 'createRange'));
            document.createRange = () => {
              count.ranges += 1;
              return create.call(document);
            };
            return count;
          });
          await mounted(page);
          await control(page, '.open').waitFor();
          assert.equal(await made.evaluate(({ ranges }) => ranges), 1);
          await page.close();
        });

        it('stays where it is while nothing comes there to be read', async () => {
          const { page } = await reading();
          const all = await count(page);
          await control(page, '.marks').point();
          const places = await page.evaluateHandle(() => {
            const host = /** @type {HTMLElement} */ (document.querySelector('newsgloss-control'));
            const seen = new Set([host.style.cssText]);
            new MutationObserver(() => seen.add(host.style.cssText)).observe(host, { attributeFilter: ['style'] });
            return seen;
          });
          // It looks for a place whenever what it shows is another.
          for (const wanted of [0, all, 0, all]) {
            await control(page, '.marks').click();
            await shows(page, wanted);
          }
          assert.equal(await places.evaluate(({ size }) => size), 1);
          await page.close();
        });

        it('is not there where the caller wants none, nor for a part of a page unless it is wanted', async () => {
          const page = await browser.page(ARTICLE);
          const newsgloss = await load(page);
          for (const [isPart, options, expected] of /** @type {const} */ ([
            [false, { control: false }, false],
            [true, {}, false],
            [true, { control: true }, true],
            [false, {}, true],
          ])) {
            const handle = await newsgloss.evaluateHandle(
              ({ mount }, part, given, how) => mount(part ? (document.querySelector('article') ?? undefined) : undefined, { paint: how, ...given }),
              isPart,
              options,
              paint,
            );
            // It is seen once it has found its place.
            await page.waitFor(() => document.querySelector('newsgloss-control:not([data-moving])') !== null);
            assert.equal(await control(page, '[role=region]').evaluate((it) => it.checkVisibility()), expected, JSON.stringify([isPart, options]));
            await handle.evaluate((it) => { it.unmount(); });
          }
          await page.close();
        });

        it('shows only what the caller wants marked', async () => {
          const page = await browser.page(ARTICLE);
          const handle = await mounted(page, { hidden: ['place', 'direct', 'organization', 'group', 'money', 'date', 'indirect', 'mixed'] });
          assert.equal(await count(page), 2);
          assert.ok((await handle.evaluate(({ annotations }) => annotations.quotes.length)) > 0, 'the answer is less, too');
          await page.close();
        });
      });

      describe('shortcuts', () => {
        it('open and close the panel from anywhere, and lead from mark to mark', async () => {
          const { page } = await reading();
          await page.press('Alt+Shift+N');
          await page.locator('newsgloss-panel[data-open]').waitFor();
          assert.equal(await focused(page), 'newsgloss-panel');
          await page.press('Escape');
          await page.locator('newsgloss-panel[data-open]').waitForGone();
          await page.press('Alt+Shift+ArrowDown');
          assert.match(await cardText(page), /^\w/);
          await page.close();
        });

        it('leave alone whoever writes, and what the page has used', async () => {
          const { page } = await reading(`${ARTICLE}${FIELD}`);
          await page.locator('#field').focus();
          await page.press('Alt+Shift+N');
          assert.equal(await page.locator('newsgloss-panel[data-open]').count(), 0);
          await page.evaluate(() => {
            document.getElementById('field')?.blur();
            document.addEventListener('keydown', (event) => { if (event.altKey) event.preventDefault(); });
          });
          await page.press('Alt+Shift+N');
          assert.equal(await page.locator('newsgloss-panel[data-open]').count(), 0);
          await page.close();
        });
      });

      describe('a card', () => {
        it('leads on to the next mention and back', async () => {
          const { page, marks } = await reading();
          await marks.words('Marek Dreyer').click();
          await cardText(page);
          assert.match(await act(page, '‹').attribute('aria-label') ?? '', /Previous/);
          assert.equal(await act(page, '‹').attribute('aria-disabled'), 'true');
          await act(page, '›').click();
          await page.waitFor(() => document.querySelector('newsgloss-card')?.shadowRoot?.textContent.includes('Mention 2 of 2') === true);
          await act(page, '‹').click();
          await page.waitFor(() => document.querySelector('newsgloss-card')?.shadowRoot?.textContent.includes('Mention 1 of 2') === true);
          await page.close();
        });

        it('shows what somebody says here, and leads there', async () => {
          const { page, marks } = await reading();
          await marks.words('Dreyer', 'Minister Marek ').click();
          await cardText(page);
          await page.locator('.words', { begins: '$3 million', host: 'newsgloss-card' }).click();
          await page.waitFor(() => document.querySelector('newsgloss-card')?.shadowRoot?.querySelector('.label')?.textContent === 'Reported speech');
          await page.close();
        });

        it('copies a quotation with its source', async () => {
          const { page, marks } = await reading(`${ARTICLE}${FIELD}`);
          await marks.words('We will meet').click();
          await cardText(page);
          await act(page, 'Copy').click();
          await page.locator('.outcome', { host: 'newsgloss-card' }).waitFor();
          const isRefused = (await page.locator('textarea', { host: 'newsgloss-card' }).count()) > 0;
          const text = isRefused
            // This browser lets no test copy: then the words are there to be taken.
            ? await page.locator('textarea', { host: 'newsgloss-card' }).evaluate((area) => /** @type {HTMLTextAreaElement} */ (area).value)
            : await (async () => {
                await page.press('Escape');
                await page.locator('#field').click();
                await page.press('Control+v');
                return page.locator('#field').evaluate((area) => /** @type {HTMLTextAreaElement} */ (area).value);
              })();
          assert.match(text, /^“We will meet the United Nations in Vienna again” – Marek Dreyer, in “Talks in Geneva end with a handshake”\n127\.0\.0\.1\nhttp:/);
          await page.close();
        });

        it('gives the words to be taken by hand where copying is refused: quotation, link to the sentence, report', async () => {
          const { page, marks } = await reading(`${REFUSING}${ARTICLE}`);
          for (const [name, expected] of /** @type {const} */ ([
            ['Copy', /^“Nobody wins here” – Marek Dreyer, in “Talks/],
            ['Copy link', /\/page#:~:text=%E2%80%9CNobody%20wins%20here%2C%E2%80%9D%20he%20added\.$/],
            ['Report', /^newsgloss \d[^]*\[Nobody wins here\]\nDirect quotation: Marek Dreyer\.[^]*he added\.\nhttp:/],
          ])) {
            await marks.words('Nobody wins').click();
            await cardText(page);
            await act(page, name).click();
            const area = page.locator('textarea', { host: 'newsgloss-card' });
            await area.waitFor();
            const { value, selected } = await area.evaluate((it) => {
              const { value, selectionStart, selectionEnd } = /** @type {HTMLTextAreaElement} */ (it);
              return { value, selected: selectionEnd - selectionStart };
            });
            assert.match(value, expected);
            assert.equal(selected, value.length);
            await page.press('Escape');
            await page.press('Escape');
          }
          await page.close();
        });

        it('stays clear of its mark, however much it has to say', async () => {
          const { page, marks } = await reading(`${REFUSING}<div style="height: 300px"></div>${ARTICLE}`, { viewport: { width: 800, height: 520 } });
          const target = marks.words('We will meet');
          await target.click();
          await cardText(page);
          await act(page, 'Report').click();
          await page.locator('textarea', { host: 'newsgloss-card' }).waitFor();
          const [card, line] = [await page.locator('newsgloss-card').box(), await target.box()];
          const gap = Math.max(line.y - (card.y + card.height), card.y - (line.y + line.height));
          assert.ok(gap >= 0 && gap < 24, `the card stands ${gap} px from its mark`);
          await page.close();
        });

        it('hides a mark, and the others of the same thing, for this page and for later, until the panel brings it back', async () => {
          const { page, marks } = await reading();
          const all = await count(page);
          await marks.words('Marek Dreyer').click();
          await cardText(page);
          await act(page, 'Hide').click();
          await shows(page, all - 2);
          assert.ok(!(await cardIsOpen(page)));
          await again(page);
          await shows(page, all - 2);
          await page.press('Alt+Shift+N');
          const row = page.locator('li', { begins: 'Marek Dreyer', host: 'newsgloss-panel' });
          await row.waitFor();
          assert.match(await row.text(), /hidden/);
          await page.locator('.entity, .row, li button', { begins: 'Marek Dreyer', host: 'newsgloss-panel' }).click();
          await page.locator('button', { begins: 'Show these marks', host: 'newsgloss-panel' }).click();
          await shows(page, all);
          await page.close();
        });
      });

      describe('what is remembered', () => {
        // It is the same however marks are shown.
        for (const [what, script] of paint === 'highlight' ? [] : /** @type {const} */ ([
          ['storage is refused', `Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('refused', 'SecurityError'); } });`],
          ['storage is full', `Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };`],
          ['storage holds nonsense', `localStorage.setItem('newsgloss', '{"marks": "maybe", "look": 7, "hiddenTypes": ["people"], "panel": [], "shortcuts": null, "hidden": {"/page": 3}}');`],
          ['storage holds no JSON', `localStorage.setItem('newsgloss', '{{');`],
        ])) {
          it(`is nothing, and all works, where ${what}`, async () => {
            const page = await browser.page(`<script>${script}</script>${ARTICLE}`);
            await mounted(page);
            const all = await count(page);
            assert.ok(all > 5);
            await control(page, '.marks').click();
            await shows(page, 0);
            await control(page, '.marks').click();
            await shows(page, all);
            await page.evaluate(() => { try { localStorage.clear(); } catch { /* It is refused. */ } });
            await page.close();
          });
        }

        it('is how marks look', async () => {
          const { page } = await reading();
          const looks = async () => page.evaluate((isMarkup) => {
            const style = isMarkup
              ? getComputedStyle(/** @type {Element} */ (document.querySelector('newsgloss-mark[data-type=person]')))
              : getComputedStyle(/** @type {Element} */ (document.querySelector('article p')), '::highlight(newsgloss-person)');
            return { line: style.textDecorationLine, isTinted: !/^(transparent|rgba\(0, 0, 0, 0\))$/.test(style.backgroundColor) };
          }, paint === 'markup');
          assert.deepEqual(await looks(), { line: 'underline', isTinted: false });
          await page.evaluate(() => { localStorage.setItem('newsgloss', '{"look": "colour"}'); });
          await again(page);
          assert.deepEqual(await looks(), { line: 'none', isTinted: true });
          await page.evaluate(() => { localStorage.clear(); });
          await page.close();
        });
      });

      describe('the panel', () => {
        it('leads to what is above it on a phone, and to the mark itself', async () => {
          const lines = '<p>The delegates have asked for rooms until the end of the month, and the rooms have been given.</p>'.repeat(8);
          const { page } = await reading(`${ARTICLE.replace('<p>“Nobody', `${lines}<p>“Nobody`)}<div style="height: 600px"></div>`, { viewport: { width: 390, height: 700 } });
          await page.press('Alt+Shift+N');
          await page.locator('button.name', { begins: 'Geneva', host: 'newsgloss-panel' }).click();
          const last = page.locator('.excerpt', { begins: 'The talks in', host: 'newsgloss-panel' });
          await last.waitFor();
          await last.click();
          await page.locator('newsgloss-spot[data-open]').waitFor();
          const [spot, panel] = [await page.locator('i', { host: 'newsgloss-spot' }).box(), await page.locator('newsgloss-panel').box()];
          assert.ok(spot.y >= 0 && spot.y + spot.height <= panel.y, `${spot.y} px is not above the panel at ${panel.y}`);
          await page.close();
        });

        it('saves what was found in each form, and says so', async () => {
          const { page } = await reading();
          await page.press('Alt+Shift+N');
          for (const [name, file, begins] of /** @type {const} */ ([
            ['Web Annotation', 'newsgloss-annotations.jsonld', '{"@context":"http://www.w3.org/ns/anno.jsonld"'],
            ['schema.org', 'newsgloss-schema.jsonld', '{"@context":"https://schema.org","@type":"NewsArticle"'],
            ['Quotations', 'newsgloss-quotations.csv', 'id,'],
            ['Summary', 'newsgloss-summary.html', '<!DOCTYPE html>'],
          ])) {
            await page.locator('.export summary', { host: 'newsgloss-panel' }).click();
            // What the browser has saved, only Chromium's driver tells.
            const download = page.chromium?.waitForEvent('download');
            await page.locator('.export button', { begins: name, host: 'newsgloss-panel' }).click();
            await page.locator('.said', { begins: `Saved as ${file}.`, host: 'newsgloss-panel' }).waitFor();
            const path = await (await download)?.path();
            if (path !== undefined) assert.ok((await readFile(path, 'utf8')).toLowerCase().startsWith(begins.toLowerCase()), file);
          }
          await page.close();
        });

        it('says where nothing can be copied', async () => {
          const { page } = await reading(`${REFUSING}${ARTICLE}`);
          await page.press('Alt+Shift+N');
          await page.locator('.export summary', { host: 'newsgloss-panel' }).click();
          await page.locator('.export button', { begins: 'Copy', host: 'newsgloss-panel' }).click();
          await page.locator('.said', { begins: 'The browser does not allow copying', host: 'newsgloss-panel' }).waitFor();
          await page.close();
        });
      });

      it('leaves nothing behind', async () => {
        const page = await browser.page(ARTICLE);
        const before = await page.evaluate(() => document.documentElement.outerHTML);
        const handle = await mounted(page);
        await page.press('Alt+Shift+N');
        await page.locator('newsgloss-panel[data-open]').waitFor();
        await handle.evaluate((it) => { it.unmount(); });
        assert.equal(await page.evaluate(() => document.documentElement.outerHTML), before);
        await page.close();
      });
    });
  }
});
