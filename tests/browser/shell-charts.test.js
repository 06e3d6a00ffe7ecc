/** Who says what, the timeline and the places, in the panel: what charts and lists show, and where they lead. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';

import { inEachBrowser } from './harness.js';
import { bundle } from './panel/bundle.js';

const SCRIPT = await bundle('tests/browser/charts/page.js');

const HTML = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The island</title>
  <style>body { color: CanvasText; background: Canvas; color-scheme: light dark }</style></head>
  <body><main><h1>The island</h1></main><script type="module" src="/pkg/page.js"></script></body></html>`;

/** @typedef {import('./charts/page.js').AnswerName} AnswerName */
/** @typedef {'quotes' | 'timeline' | 'places'} ViewName */

const VIEWS = /** @type {const} */ (['quotes', 'timeline', 'places']);

inEachBrowser((browser) => {
  // Where the package is served, since what draws maps is looked for beside the module.
  browser.pages.set('/pkg/page.js', { type: 'text/javascript', body: SCRIPT });

  /**
   * @param {import('./page.js').Page} page
   * @param {ViewName} view
   * @param {AnswerName} which
   * @param {number} [width]
   */
  const show = (page, view, which, width) =>
    page.evaluate(
      (...args) => {
        /** @type {any} */ (window).stage.show(...args);
      },
      view,
      which,
      width ?? 380,
    );

  /**
   * A page with this view of an answer.
   * @param {ViewName} view
   * @param {AnswerName} [which]
   * @param {import('./engines/engine.js').PageOptions & { width?: number }} [options]
   */
  async function shown(view, which = 'island', { width, ...options } = {}) {
    const page = await browser.load(HTML, options);
    await page.waitFor(() => 'stage' in window);
    await show(page, view, which, width);
    return page;
  }

  /** @param {import('./page.js').Page} page @param {string} css @param {string} [begins] */
  const inside = (page, css, begins = '') => page.locator(css, { host: 'newsgloss-panel', begins });

  /** Waits until so many statements are listed: what is hardly in sight comes after the rest. @param {import('./page.js').Page} page @param {number} count */
  const lists = (page, count) =>
    page.waitFor((wanted) => document.querySelector('newsgloss-panel')?.shadowRoot?.querySelectorAll('.statements > li').length === wanted, count);

  /** What was asked for. @param {import('./page.js').Page} page @returns {Promise<string[]>} */
  const asked = (page) => page.evaluate(() => /** @type {any} */ (window).stage.asked);

  /** The text of each, on one line. @param {import('./page.js').Page} page @param {string} css */
  const texts = async (page, css) => (await inside(page, css).texts()).map((text) => text.replace(/\s+/g, ' ').trim());

  /** A chart's picture as it is for those who listen. @param {import('./page.js').Page} page @param {string} id */
  const picture = (page, id) =>
    inside(page, `svg[aria-labelledby="${id}-title"]`).evaluate((svg) => ({
      role: svg.getAttribute('role'),
      title: svg.querySelector('title')?.textContent,
      finding: svg.querySelector('desc')?.textContent,
      described: svg.getAttribute('aria-describedby') === svg.querySelector('desc')?.id,
    }));

  /** The table behind a chart, once it is opened: its caption, and its cells row by row. @param {import('./page.js').Page} page @param {number} index */
  async function table(page, index) {
    await inside(page, '.chart details').evaluateAll((all, at) => {
      const details = /** @type {HTMLDetailsElement | undefined} */ (all[at]);
      if (details) details.open = true;
    }, index);
    await inside(page, 'table').waitFor();
    return inside(page, 'table').evaluateAll((all) => {
      const found = /** @type {HTMLTableElement | undefined} */ (all[0]);
      return {
        caption: found?.caption?.textContent,
        heads: [...(found?.querySelectorAll('th') ?? [])].map((head) => head.scope),
        rows: [...(found?.rows ?? [])].map(({ cells }) => [...cells].map((cell) => cell.textContent).join(' | ')),
      };
    });
  }

  describe('who says what', () => {
    it('lists quotations by speaker, who says most first, those of nobody known apart, and leads to each', async () => {
      const page = await shown('quotes');
      assert.deepEqual(await texts(page, '.speaker h3'), [
        'Greta Lindahl 1',
        '“Officials” 1',
        'Greta Lindahl and Omar Brekke 1',
        'Omar Brekke 1',
        'Speaker not stated 1',
        'In quotation marks, quoting nobody 1',
      ]);
      assert.match((await texts(page, '.speaker'))[0] ?? '', /Mayor/);
      assert.deepEqual((await texts(page, '.statements .excerpt')).slice(0, 2), [
        '“We have waited for this, … and our children have waited.”',
        'the bridge would open in 2031',
      ]);
      const about = await texts(page, '.statements .quiet');
      assert.match(about[0] ?? '', /^Direct · “said” · in 2 parts$/);
      assert.match(about[3] ?? '', /^Probably: .*Partly direct/, 'who is inferred is not said to be probable');
      await inside(page, '.excerpt', 'the bridge would open').click();
      await inside(page, '.excerpt', '“We have').click();
      assert.deepEqual(await asked(page), ['to the bridge would open in 2031', 'to We have waited for this,']);
      await page.close();
    });

    it('is narrowed by kind and by words, and says what is found', async () => {
      const page = await shown('quotes');
      await inside(page, '.chips button', 'Reported').click();
      assert.deepEqual(await texts(page, '.speaker h3'), ['“Officials” 1', 'Greta Lindahl and Omar Brekke 1']);
      assert.equal(await inside(page, '.chips button', 'Reported').attribute('aria-pressed'), 'true');
      await inside(page, '[type=search]').fill('lindahl FERRIES');
      assert.deepEqual(await texts(page, '.speaker h3'), ['Greta Lindahl and Omar Brekke 1']);
      await inside(page, '[type=search]').fill('nothing of the kind');
      assert.deepEqual(await texts(page, '.statements li'), []);
      assert.equal(await inside(page, '.empty').text(), 'No quotation matches.');
      assert.deepEqual(await asked(page), ['announce 2 quotations', 'announce 1 quotation', 'announce 0 quotations']);
      await page.close();
    });

    it('draws how much is quotation and who says how much, with the same in a sentence and in a table', async () => {
      const page = await shown('quotes');
      assert.deepEqual(await picture(page, 'shares'), {
        role: 'img',
        title: 'Each speaker’s share of the quoted words',
        finding: 'Of 4 speakers, Greta Lindahl says most: 36% of the quoted words.',
        described: true,
      });
      assert.match((await picture(page, 'composition')).finding ?? '', /^\d\d% of the article’s words are quotation\.$/);
      assert.deepEqual(
        await inside(page, 'svg[aria-labelledby="shares-title"] text').evaluateAll((all) => all.map((text) => text.textContent)),
        ['Greta Lindahl', '36%', '“Officials”', '21%', 'Greta Lindahl and Omar Brekke', '18%', 'Omar Brekke', '14%', 'Speaker not stated', '11%'],
      );
      const { caption, heads, rows } = await table(page, 1);
      assert.equal(caption, 'Each speaker’s share of the quoted words');
      assert.deepEqual(rows, [
        'Speaker | Quotations | Words | Share',
        'Greta Lindahl | 1 | 10 | 36%',
        '“Officials” | 1 | 6 | 21%',
        'Greta Lindahl and Omar Brekke | 1 | 5 | 18%',
        'Omar Brekke | 1 | 4 | 14%',
        'Speaker not stated | 1 | 3 | 11%',
      ]);
      assert.deepEqual(heads, ['col', 'col', 'col', 'col', 'row', 'row', 'row', 'row', 'row']);
      await page.close();
    });

    it('has bars as long as shares are, from the side at which lines begin', async () => {
      const page = await shown('quotes');
      const bars = () =>
        inside(page, 'svg[aria-labelledby="shares-title"]').evaluate((svg) => {
          const { left, right } = svg.getBoundingClientRect();
          return [...svg.querySelectorAll('rect')].map((bar) => {
            const box = bar.getBoundingClientRect();
            return { start: box.left - left, end: right - box.right, length: box.width };
          });
        });
      const before = await bars();
      assert.ok(before.every(({ start }) => Math.abs(start) < 1), JSON.stringify(before));
      assert.ok(Math.abs((before[1]?.length ?? 0) / (before[0]?.length ?? 1) - 0.6) < 0.02, '6 words are not 0.6 times as long as 10');
      await page.evaluate(() => /** @type {any} */ (window).stage.speak(['ar']));
      await show(page, 'quotes', 'island', 340);
      await page.waitFor(() => {
        const svg = document.querySelector('newsgloss-panel')?.shadowRoot?.querySelector('svg[aria-labelledby="shares-title"]');
        return svg && svg.getBoundingClientRect().width < 320 && svg.querySelector('.number')?.getAttribute('x') === '0';
      });
      const after = await bars();
      assert.ok(after.every(({ end }) => Math.abs(end) < 1), JSON.stringify(after));
      assert.ok((after[1]?.start ?? 0) > 50, 'a short bar reaches the end of the line');
      await page.close();
    });

    it('shows the first of very many, and more on request; the chart shows eight speakers and the others together', async () => {
      const page = await shown('quotes', 'crowd');
      await lists(page, 100);
      await inside(page, '.more').click();
      await lists(page, 200);
      const names = await inside(page, 'svg[aria-labelledby="shares-title"] text').evaluateAll((all) => all.map((text) => text.textContent));
      assert.equal(names.length, 18);
      assert.equal(names.at(-2), '292 others');
      const { rows } = await table(page, 1);
      assert.equal(rows.length, 101);
      await page.close();
    });

    it('says plainly where nobody is quoted, or nobody who is known', async () => {
      const page = await shown('quotes', 'nothing');
      assert.deepEqual(await texts(page, '.body'), ['Nobody is quoted in this article.']);
      await show(page, 'quotes', 'scare');
      assert.equal(await inside(page, '.chart').count(), 0);
      assert.deepEqual(await texts(page, '.empty'), ['Nobody is quoted in this article.']);
      await show(page, 'quotes', 'unknown');
      assert.equal((await picture(page, 'shares')).finding, 'The article does not say who speaks.');
      await page.close();
    });
  });

  describe('the timeline', () => {
    it('lists what is dated in order, with who is in it, what is to come apart, and leads to each', async () => {
      const page = await shown('timeline');
      assert.deepEqual(
        (await texts(page, 'h3.speaker')).map((text) => text.replace(/^(\w+day),/, '$1')),
        ['1998', 'Tuesday 10 March 2026', '2031'],
      );
      assert.equal((await texts(page, '.statements > li'))[1]?.endsWith('Greta Lindahl'), true);
      assert.deepEqual(
        await inside(page, '.statements > li').evaluateAll((all) => all.map((item) => item.querySelector('.turn') !== null)),
        [false, false, true],
      );
      await inside(page, '.excerpt', 'Officials').click();
      assert.deepEqual(await asked(page), ['to Officials said that the bridge would open in 2031.']);
      await inside(page, '[type=search]').fill('miracle');
      assert.deepEqual(await texts(page, 'h3.speaker'), ['1998']);
      await show(page, 'timeline', 'undated');
      assert.equal(await inside(page, '.turn').count(), 0);
      assert.equal(await inside(page, '.later').count(), 0);
      await page.close();
    });

    it('draws each date on its side of the day of publication, with the same in a sentence and in a table', async () => {
      const page = await shown('timeline');
      const { title, finding, role } = await picture(page, 'strip');
      assert.deepEqual([title, finding, role], ['When things happen', '3 dates, from 1998 to 2031. 1 lies after publication.', 'img']);
      const { today, before, after, dot } = await inside(page, 'svg[aria-labelledby="strip-title"]').evaluate((svg) => {
        const x = (/** @type {string} */ css) => [...svg.querySelectorAll(css)].map((each) => each.getBoundingClientRect()).map(({ left, width }) => left + width / 2);
        return { today: x('.today')[0] ?? 0, before: x('rect.full')[0] ?? 0, after: x('rect.later')[0] ?? 0, dot: x('circle.full')[0] ?? 0 };
      });
      assert.ok(before < today && today < after && Math.abs(dot - today) < 1, JSON.stringify({ today, before, after, dot }));
      const { rows } = await table(page, 0);
      assert.equal(rows.length, 4);
      assert.deepEqual([rows[0], rows[1], rows[3]], ['Date | Who', '1998 | ', '2031 | ']);
      await page.close();
    });

    it('holds a thousand dates', async () => {
      const page = await shown('timeline', 'crowd');
      await lists(page, 100);
      const { width, height } = await inside(page, 'svg[aria-labelledby="strip-title"]').box();
      assert.ok(width < 380 && height < 250, `${width} by ${height}`);
      await show(page, 'timeline', 'nothing');
      assert.deepEqual(await texts(page, '.body'), ['No sentence in this article says a date.']);
      await page.close();
    });
  });

  describe('places', () => {
    it('are on a map, the larger the more often they are named, and in a list with links', async () => {
      const page = await shown('places');
      await inside(page, '.map').waitFor();
      const radii = await inside(page, '.map circle').evaluateAll((all) => all.map((dot) => Number(dot.getAttribute('r'))));
      assert.equal(radii.length, 2);
      assert.ok((radii[0] ?? 0) > (radii[1] ?? 0), String(radii));
      assert.deepEqual(await inside(page, '.map text:not(.tick)').evaluateAll((all) => all.map((text) => text.textContent)), ['Hven', 'Malmö']);
      assert.ok((await inside(page, '.land').attribute('d'))?.startsWith('M'), 'there is no land');
      assert.equal((await picture(page, 'map')).finding, '2 places; Hven is named most often, 4 times.');
      assert.deepEqual(await texts(page, '.places .name bdi'), ['Hven', 'Malmö', 'bridge']);
      assert.deepEqual(
        await inside(page, '.places a').evaluateAll((all) => all.map((link) => /** @type {HTMLAnchorElement} */ (link).hostname)),
        ['www.openstreetmap.org', 'www.wikidata.org', 'www.wikidata.org', 'www.openstreetmap.org'],
      );
      assert.equal(await inside(page, '.places a').attribute('rel'), 'noopener noreferrer');
      assert.match((await texts(page, 'h3')).join(), /Not on the map 1/);
      await inside(page, '.places .name', 'Malmö').click();
      assert.deepEqual(await asked(page), ['to Malmö']);
      const { rows } = await table(page, 0);
      assert.deepEqual(rows, ['Place | Named | Latitude, longitude', 'Hven | 4 | 55.90, 12.70', 'Malmö | 1 | 55.60, 13.00']);
      assert.deepEqual(browser.asked(), []);
      await page.close();
    });

    it('load what draws the map when they are shown, and not before', async () => {
      const page = await shown('quotes');
      const loaded = () =>
        page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name.replace(/.*\//, '')).filter((name) => /outlines|atlas/.test(name)));
      assert.deepEqual(await loaded(), []);
      await show(page, 'places', 'island');
      await inside(page, '.map').waitFor();
      assert.deepEqual((await loaded()).sort(), ['outlines.bin']);
      await page.close();
    });

    it('are a list alone where the map cannot be had, and the next time a map again', async () => {
      browser.pages.set('/pkg/outlines.bin', '<!doctype html><p>Not here</p>');
      const page = await shown('places');
      await inside(page, '.quiet', 'The map could not be loaded').waitFor();
      assert.equal(await inside(page, '.places .name').count(), 3);
      browser.pages.delete('/pkg/outlines.bin');
      await show(page, 'places', 'island');
      await inside(page, '.map').waitFor();
      await page.close();
    });

    it('are all over the world, and thousands', async () => {
      const page = await shown('places', 'crowd');
      await inside(page, '.map').waitFor();
      assert.equal(await inside(page, '.map circle').count(), 100);
      assert.equal(await inside(page, '.places > li').count(), 100);
      await inside(page, '[type=search]').fill('place 4711');
      assert.deepEqual(await texts(page, '.places .name bdi'), ['Place 4711']);
      await show(page, 'places', 'nothing');
      assert.deepEqual(await texts(page, '.body'), ['No place is named in this article.']);
      await page.close();
    });
  });

  describe('all of them', () => {
    it('show names and words as they are, whatever is in them and however long, in the narrowest panel', async () => {
      for (const which of /** @type {const} */ (['hostile', 'island'])) {
        const page = await shown('quotes', which, { width: 280 });
        for (const view of VIEWS) {
          await show(page, view, which, 280);
          if (view === 'places') await inside(page, '.map').waitFor();
          for (let index = 0; index < (await inside(page, '.chart').count()); index += 1) await table(page, index);
          // Charts take a frame to see how much room there is.
          await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50)))));
          const { scrollWidth, clientWidth } = await inside(page, '.body').evaluate((body) => ({ scrollWidth: body.scrollWidth, clientWidth: body.clientWidth }));
          assert.ok(scrollWidth <= clientWidth, `${which}, ${view}: ${scrollWidth} px in ${clientWidth}`);
          assert.equal(await inside(page, '.body script, .body img').count(), 0);
        }
        assert.equal(await page.evaluate(() => 'harmed' in window), false);
        await page.close();
      }
    });

    // Elsewhere axe reads the same, as it does of the panel's views; their colours are measured below in every browser.
    const elsewhere = browser.name !== 'chromium' && 'axe reads charts in one browser';
    it('have nothing that axe objects to, light or dark, with tables open', { skip: elsewhere }, async () => {
      const axe = await readFile('node_modules/axe-core/axe.min.js', 'utf8');
      for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
        const page = await shown('quotes', 'island', { colorScheme, reducedMotion: true });
        await page.run(`() => { ${axe} }`, { args: [] });
        for (const view of VIEWS) {
          await show(page, view, 'island');
          if (view === 'places') await inside(page, '.map').waitFor();
          await inside(page, '.chart details').evaluateAll((all) => {
            for (const details of all) /** @type {HTMLDetailsElement} */ (details).open = true;
          });
          await inside(page, 'table').waitFor();
          await sleep(200);
          const complaints = await page.evaluate(async () => {
            const { violations } = await /** @type {{ axe: typeof import('axe-core') }} */ (/** @type {unknown} */ (window)).axe.run();
            return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
          });
          assert.deepEqual(complaints, [], `${colorScheme}, ${view}`);
        }
        await page.close();
      }
    });

    it('are drawn with a contrast of 3 to 1 at least, light or dark', async () => {
      for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
        const page = await shown('quotes', 'island', { colorScheme });
        for (const view of VIEWS) {
          await show(page, view, 'island');
          if (view === 'places') await inside(page, '.map').waitFor();
          const weak = await inside(page, '.panel').evaluate((panel) => {
            const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
            if (canvas === null) throw new Error('no canvas');
            const luminance = (/** @type {string} */ color) => {
              canvas.fillStyle = color;
              canvas.fillRect(0, 0, 1, 1);
              const [r = 0, g = 0, b = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map((byte) => (byte / 255 <= 0.04045 ? byte / 255 / 12.92 : ((byte / 255 + 0.055) / 1.055) ** 2.4));
              return 0.2126 * r + 0.7152 * g + 0.0722 * b;
            };
            const ratio = (/** @type {string} */ one, /** @type {string} */ other) => {
              const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
              return (high + 0.05) / (low + 0.05);
            };
            const ground = getComputedStyle(panel).backgroundColor;
            const land = panel.querySelector('.land');
            return [...panel.querySelectorAll('.full, .bar rect, .later, .outline, .unknown rect, .map circle')].flatMap((mark) => {
              const { fill, stroke } = getComputedStyle(mark);
              const isFilled = mark.matches('.full, .bar rect, .map circle');
              const behind = isFilled && mark.closest('.map') && land ? getComputedStyle(land).fill : ground;
              const contrast = ratio(isFilled ? fill : stroke, behind);
              if (mark.matches('.later, .rest .outline, .unknown rect') && ratio(fill, ground) > 1.05) return [`${mark.outerHTML.slice(0, 80)} is not hollow: ${fill}`];
              return contrast < 3 ? [`${mark.outerHTML.slice(0, 80)}: ${contrast.toFixed(2)}`] : [];
            });
          });
          assert.deepEqual(weak, [], `${colorScheme}, ${view}`);
        }
        await page.close();
      }
    });
  });
});
