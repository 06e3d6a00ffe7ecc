/** Mounting: what it adds to a page, and that nothing of it stays. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';

import { inEachBrowser, served } from './harness.js';
import { PAINTS, Painted } from './painted.js';
import { ARTICLE, cardText, load, mark, mount } from './shell-page.js';

inEachBrowser((browser) => {
  /**
   * How many listeners the page has on each object that the shell might listen on.
   * @param {import('./page.js').Page} page
   */
  async function listeners(page) {
    const session = await page.chromium?.context().newCDPSession(/** @type {import('playwright-core').Page} */ (page.chromium));
    if (session === undefined) throw new Error('this is not Chromium');
    const counts = [];
    for (const expression of ['window', 'document', 'document.documentElement', 'document.body', 'document.querySelector("article")', 'visualViewport']) {
      const { result } = await session.send('Runtime.evaluate', { expression });
      if (result.objectId === undefined) throw new Error(`${expression} is nothing`);
      const { listeners } = await session.send('DOMDebugger.getEventListeners', { objectId: result.objectId });
      counts.push(`${expression}: ${listeners.length}`);
    }
    return counts;
  }

  describe('unmounting', () => {
    for (const paint of PAINTS) {
      it(`leaves nothing of ${paint}: not a node, a style sheet, a highlight or a global`, async () => {
        const page = await browser.page(ARTICLE);
        const newsgloss = await load(page);
        const before = await page.evaluateHandle(() => {
          document.adoptedStyleSheets = [new CSSStyleSheet()];
          const state = () => {
            const walker = document.createTreeWalker(document);
            const nodes = [];
            while (walker.nextNode()) nodes.push(walker.currentNode);
            return { nodes, html: document.documentElement.outerHTML, sheets: [...document.adoptedStyleSheets], highlights: CSS.highlights.size, globals: Reflect.ownKeys(window).map(String) };
          };
          return { state, then: state() };
        });
        const handle = await newsgloss.evaluateHandle(({ mount }, how) => mount(undefined, { paint: how }), paint);
        const marks = new Painted(page, paint);
        await marks.focus();
        await marks.words('Marek Dreyer').hover();
        await cardText(page);
        assert.ok((await marks.count()) > 5);
        await handle.evaluate((mounted) => {
          mounted.unmount();
        });
        const differences = await before.evaluate(({ state, then }) => {
          const now = state();
          return {
            html: now.html === then.html,
            nodes: now.nodes.length === then.nodes.length && now.nodes.every((node, at) => node === then.nodes[at]),
            sheets: now.sheets.length === then.sheets.length && now.sheets[0] === then.sheets[0],
            highlights: now.highlights - then.highlights,
            globals: now.globals.filter((key) => !then.globals.includes(key)),
          };
        });
        assert.deepEqual(differences, { html: true, nodes: true, sheets: true, highlights: 0, globals: [] });
        await page.close();
      });
    }

    // A browser computes styles anew for all that a selector means, and on some pages there are hundreds of divisions in one another.
    it('styles the article alone, among many that are named like it', async () => {
      const within = (/** @type {string} */ html) => `<div>`.repeat(9) + html + '</div>'.repeat(9);
      const page = await browser.page(within('<p>Elsewhere</p>') + within(`<div id="story.1">${ARTICLE.replaceAll(/<(\/?)article>/g, '<$1div>')}</div>`));
      const newsgloss = await load(page);
      await newsgloss.evaluateHandle(({ mount }) => mount(undefined, { paint: 'highlight' }));
      const styled = await page.evaluate(() => {
        const rules = document.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules]).flatMap((rule) => ('cssRules' in rule ? [.../** @type {CSSMediaRule} */ (rule).cssRules] : [rule]));
        const selectors = rules.flatMap((rule) => /** @type {CSSStyleRule} */ (rule).selectorText.split(/,(?![^(]*\))/)).filter((selector) => selector.includes('::highlight(newsgloss-person)') && !selector.includes('*'));
        return selectors.flatMap((selector) => [...document.querySelectorAll(selector.replace(/::highlight.*/, ''))].map(({ textContent }) => textContent.includes('Marek Dreyer')));
      });
      assert.deepEqual([...new Set(styled)], [true]);
      await page.close();
    });

    it('leaves no listener', { skip: browser.cannot('listeners') }, async () => {
      const page = await browser.page(ARTICLE);
      const newsgloss = await load(page);
      const heard = await listeners(page);
      const handle = await newsgloss.evaluateHandle(({ mount }) => mount());
      await mark(page, 'Marek Dreyer').hover();
      await cardText(page);
      assert.notDeepEqual(await listeners(page), heard);
      await handle.evaluate((mounted) => {
        mounted.unmount();
      });
      assert.deepEqual(await listeners(page), heard);
      await page.close();
    });

    it('waits for the last of several mounts of one article', async () => {
      const page = await browser.page(ARTICLE);
      const newsgloss = await load(page);
      const counts = await newsgloss.evaluate(async ({ mount }) => {
        const marks = () => document.querySelectorAll('newsgloss-mark').length;
        const first = await mount();
        const once = marks();
        const second = await mount();
        const twice = marks();
        first.unmount();
        first.unmount();
        const one = marks();
        second.unmount();
        return { once, twice, one, none: marks(), hosts: document.querySelectorAll('newsgloss-card').length };
      });
      assert.ok(counts.once > 5);
      assert.deepEqual(counts, { once: counts.once, twice: counts.once, one: counts.once, none: 0, hosts: 0 });
      await page.close();
    });
  });

  describe('mounting', () => {
    /** Sets something on everything in the story, as pages do. */
    const MEDDLING = `<style>
      article { font: 18px/1.6 serif; width: 480px } article * { color: #123; letter-spacing: 0 }
      article p > :not(em, strong) { display: block; padding: 0 12px; font-weight: 700 } article :not(p, h1, em, strong) { margin: 5px; border: 1px solid }
    </style>`;

    for (const kerned of [true, false]) {
      it(`moves no letter, whatever the page sets on everything in its story, letters ${kerned ? 'kerned' : 'not kerned'}`, { skip: kerned && browser.cannot('kerning across elements') }, async () => {
        const page = await browser.page(`${MEDDLING}<style>article { font-kerning: ${kerned ? 'normal' : 'none'} }</style>${ARTICLE}`);
        /** Where each letter stands, in CSS pixels. */
        const letters = () =>
          page.evaluate(() => {
            const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            const places = [];
            while (walker.nextNode()) {
              const text = /** @type {Text} */ (walker.currentNode);
              for (const { index } of text.data.matchAll(/\S/g)) {
                const range = document.createRange();
                range.setStart(text, index);
                range.setEnd(text, index + 1);
                const { x, y } = range.getBoundingClientRect();
                places.push({ x, y });
              }
            }
            return places;
          });
        const before = await letters();
        await mount(page);
        assert.ok((await page.locator('newsgloss-mark').count()) > 5);
        const now = await letters();
        const moved = Math.max(...now.map(({ x, y }, at) => Math.max(Math.abs(x - (before[at]?.x ?? NaN)), Math.abs(y - (before[at]?.y ?? NaN)))));
        // A browser lays out in steps of 1/64 pixel, and rounds where an element begins.
        assert.ok(now.length === before.length && moved < 0.2, `a letter moved by ${moved} px`);
        await page.close();
      });
    }

    it('shifts nothing by what the browser counts', { skip: browser.cannot('layout shifts') }, async () => {
      const page = await browser.page(MEDDLING + ARTICLE);
      const shifts = await page.evaluateHandle(() => {
        /** @type {PerformanceEntry[]} */
        const seen = [];
        new PerformanceObserver((list) => {
          seen.push(...list.getEntries());
        }).observe({ type: 'layout-shift', buffered: true });
        return seen;
      });
      await mount(page);
      assert.ok((await page.locator('newsgloss-mark').count()) > 5);
      await sleep(300);
      assert.equal(await shifts.evaluate((seen) => seen.length), 0);
      await page.close();
    });

    for (const paint of PAINTS) {
      /** What lines and tints of the marks the page has: of elements each, of highlights those that the article's text may have. */
      const looks = () =>
        [...document.querySelectorAll('newsgloss-mark, article, article p')].flatMap((element) => {
          const pseudos = element.localName === 'newsgloss-mark' ? [undefined] : ['person', 'place', 'direct', 'lit'].map((type) => `::highlight(newsgloss-${type})`);
          return pseudos.map((pseudo) => {
            const { textDecorationLine: line, textDecorationColor: color, backgroundColor: tint } = getComputedStyle(element, pseudo);
            return { line, color, tint };
          });
        });

      it(`suits a dark page although the reader prefers light ones, by ${paint}`, async () => {
        const page = await browser.page(`<style>body { background: #111; color: #eee }</style>${ARTICLE}`, { colorScheme: 'light' });
        await mount(page, paint);
        await new Painted(page, paint).words('Marek Dreyer').hover();
        await cardText(page);
        assert.equal(await page.locator('newsgloss-card').evaluate((card) => getComputedStyle(card).colorScheme), 'dark');
        const lines = (await page.evaluate(looks)).filter(({ line }) => line === 'underline');
        assert.ok(lines.length > 0);
        // A line's lightness in oklab: light on a dark page.
        for (const { color } of lines) assert.ok(Number(/^oklab\(([\d.]+)/.exec(color)?.[1]) > 0.7, `a line is ${color}`);
        await page.close();
      });

      it(`leaves no line or tint on paper, by ${paint}`, { skip: browser.cannot('print') }, async () => {
        const page = await browser.page(ARTICLE);
        await mount(page, paint);
        const seen = async () => (await page.evaluate(looks)).filter(({ line, tint }) => line !== 'none' || tint !== 'rgba(0, 0, 0, 0)').length;
        assert.ok((await seen()) > 0);
        await page.media('print');
        assert.equal(await seen(), 0);
        await page.close();
      });
    }

    for (const paint of PAINTS) {
      it(`works where a page lets nothing but trusted types become script or markup, by ${paint}`, async () => {
        const policy = "require-trusted-types-for 'script'; trusted-types 'none'";
        const page = await browser.load(
          `<!doctype html><html lang="en"><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><title>Test</title><body>${ARTICLE}</body></html>`,
        );
        await mount(page, paint);
        await new Painted(page, paint).words('Marek Dreyer').hover();
        assert.match(await cardText(page), /Marek Dreyer/);
        await page.close();
      });
    }

    it('says with a code what is wrong', async () => {
      const page = await browser.page(ARTICLE);
      const newsgloss = await load(page);
      const error = await newsgloss.evaluate(({ mount, NewsglossError }) =>
        mount(undefined, { published: 'yesterday' }).then(
          () => ({ ours: false, code: 'none', message: 'nothing was thrown' }),
          (/** @type {unknown} */ thrown) => {
            const { code, message } = /** @type {InstanceType<typeof NewsglossError>} */ (thrown);
            return { ours: thrown instanceof NewsglossError, code, message };
          },
        ),
      );
      assert.deepEqual({ ours: error.ours, code: error.code }, { ours: true, code: 'bad-date' });
      assert.match(error.message, /yesterday/);
      await page.close();
    });

    it('says so where the data cannot be had, and tries again when asked again', async () => {
      const page = await browser.page(ARTICLE);
      browser.pages.set(served('weights.bin'), null);
      const newsgloss = await load(page);
      const outcome = () =>
        newsgloss.evaluate(({ mount }) =>
          mount().then(
            () => 'mounted',
            (/** @type {unknown} */ thrown) => /** @type {import('../../www/newsgloss.js').NewsglossError} */ (thrown).code,
          ),
        );
      const first = await outcome();
      browser.pages.delete(served('weights.bin'));
      const codes = [first, await outcome()];
      assert.deepEqual(codes, ['data-unavailable', 'mounted']);
      await page.close();
    });

    it('annotates text without touching the page', async () => {
      const page = await browser.page(ARTICLE);
      const newsgloss = await load(page);
      const result = await newsgloss.evaluate(async ({ annotate }) => {
        const text = '“We agree,” the 😀 minister Marek Dreyer told reporters in Geneva on Friday.';
        const html = document.documentElement.outerHTML;
        const { entities, quotes, values } = await annotate(text, { published: '2026-03-12' });
        return {
          names: entities.flatMap(({ mentions }) => mentions.map(({ start, end }) => text.slice(start, end))),
          quotes: quotes.map(({ start, end }) => text.slice(start, end)),
          dates: values.map(({ value }) => value),
          untouched: html === document.documentElement.outerHTML,
        };
      });
      assert.deepEqual(result, { names: ['Marek Dreyer', 'Geneva'], quotes: ['We agree'], dates: ['2026-03-06'], untouched: true });
      await page.close();
    });
  });

  describe('relations', () => {
    it('tell who is named with whom, who speaks and of whom, in offsets of the text', async () => {
      const page = await browser.page(ARTICLE);
      const newsgloss = await load(page);
      const told = await newsgloss.evaluate(async ({ mount }) => {
        const mounted = await mount();
        const { entities, quotes, text } = mounted.annotations;
        const relations = mounted.relations();
        const name = (/** @type {string} */ id) => entities.find((entity) => entity.id === id)?.name;
        const words = (/** @type {string} */ id) => {
          const quote = quotes.find((each) => each.id === id);
          return quote && text?.slice(quote.start, quote.end);
        };
        const dreyer = relations.entities.find(({ id }) => name(id) === 'Marek Dreyer');
        const nations = relations.entities.find(({ id }) => name(id) === 'United Nations');
        const [first] = relations.sentences;
        mounted.unmount();
        return {
          of: relations.entities.length === entities.length,
          first: first && text?.slice(first.start, first.end),
          companions: dreyer?.companions.map(({ id }) => name(id)),
          speaks: dreyer?.speaks.map(words),
          spokenOf: nations?.spokenOf.map(words),
          kept: mounted.relations() === relations,
        };
      });
      assert.deepEqual(told, {
        of: true,
        first: 'Talks in Geneva end with a handshake',
        companions: ['Geneva', 'United Nations', 'Vienna', 'United States'],
        speaks: ['We will meet the United Nations in Vienna again', '$3 million had been spent', 'Nobody wins here'],
        spokenOf: ['We will meet the United Nations in Vienna again'],
        kept: true,
      });
      await page.close();
    });

    it('are empty where there is nothing to mark', async () => {
      const page = await browser.page('');
      const newsgloss = await load(page);
      assert.deepEqual(await newsgloss.evaluate(async ({ mount }) => (await mount()).relations()), { sentences: [], entities: [] });
      await page.close();
    });
  });

  describe('<news-gloss>', () => {
    it('marks what stands inside it, tells the page, and unmarks when it leaves', async () => {
      const page = await browser.page(`<p id="outside">Dreyer met the United Nations in Vienna.</p><news-gloss published="2026-03-12">${ARTICLE}</news-gloss>`);
      const told = await page.evaluateHandle(() => {
        /** @type {string[]} */
        const published = [];
        document.addEventListener('newsgloss:ready', (event) => {
          published.push(/** @type {CustomEvent<import('../../www/newsgloss.js').Handle>} */ (event).detail.annotations.published ?? 'none');
        });
        return published;
      });
      await load(page);
      await told.evaluate(async (seen) => {
        for (let tries = 0; tries < 200 && seen.length === 0; tries += 1) await new Promise((done) => setTimeout(done, 25));
      });
      assert.ok((await page.locator('news-gloss newsgloss-mark').count()) > 5);
      assert.deepEqual(await told.evaluate((seen) => seen), ['2026-03-12']);
      assert.equal(await page.locator('#outside newsgloss-mark').count(), 0);
      const marksLeft = await page.evaluateHandle(() => {
        const gloss = document.querySelector('news-gloss');
        gloss?.remove();
        return () => gloss?.querySelectorAll('newsgloss-mark').length;
      });
      await page.locator('newsgloss-card').waitForGone();
      assert.equal(await marksLeft.evaluate((count) => count()), 0);
      await page.close();
    });

    it('is defined once however many copies load', async () => {
      const page = await browser.page('<news-gloss></news-gloss>');
      await load(page, '/pkg/newsgloss.js?first');
      const first = await page.evaluateHandle(() => customElements.get('news-gloss'));
      await load(page, '/pkg/newsgloss.js?second');
      assert.ok(await first.evaluate((known) => known !== undefined && known === customElements.get('news-gloss')));
      await page.close();
    });
  });
});
