/** A page that React renders on a server, hydrates, changes and takes away: none of it may fail or complain because of marks. */
import assert from 'node:assert/strict';
import { it } from 'node:test';

import { build } from 'esbuild';
import { createElement as h } from 'react';
import { renderToString } from 'react-dom/server';

import { inEachBrowser } from './harness.js';
import { Document, MORNING, Story } from './react/story.js';
import { load } from './shell-page.js';

// The development build of React, which says what it is not content with.
const bundle = await build({
  entryPoints: ['tests/browser/react/page.js'],
  bundle: true,
  format: 'iife',
  write: false,
  define: { 'process.env.NODE_ENV': '"development"' },
});
const SCRIPT = bundle.outputFiles[0]?.text ?? '';

/** How much of the page React holds: an element, or all of it. */
const HOLDS = {
  'an element': (/** @type {import('./react/story.js').News} */ news) =>
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>News</title></head><body><div id="root">${renderToString(h(Story, { news }))}</div><script src="/react/page.js"></script></body></html>`,
  'the document': (/** @type {import('./react/story.js').News} */ news) => `<!doctype html>${renderToString(h(Document, { news }))}`,
};

/** What happens to the page one after the other, each from the one before. */
const [opening, answer, money, doubt] = MORNING.paragraphs;
if (opening === undefined || answer === undefined || money === undefined || doubt === undefined) throw new Error('the story is too short');
const STEPS = {
  'other words in a text': { ...MORNING, paragraphs: [{ ...opening, said: 'We will meet the European Union in Oslo again' }, answer, money, doubt] },
  'another headline': { headline: 'Talks in Oslo begin', paragraphs: MORNING.paragraphs },
  'a text that goes and one that comes': { ...MORNING, paragraphs: [{ ...opening, when: null }, { ...answer, when: 'on Sunday' }, money, doubt] },
  'another order': { ...MORNING, paragraphs: [doubt, money, opening, answer] },
  'fewer paragraphs': { ...MORNING, paragraphs: [doubt, answer] },
  'more paragraphs': { ...MORNING, paragraphs: [opening, doubt, { ...money, id: 'new', who: 'Miriam Holloway' }, answer] },
};

/**
 * The text of the story as React says it is.
 * @param {import('./react/story.js').News} news
 */
function textOf(news) {
  return renderToString(h(Story, { news })).replace(/<[^>]*>/g, '');
}

/** @param {import('./page.js').Page} page */
function textIn(page) {
  return page.evaluate(() => document.querySelector('main')?.textContent ?? '');
}

/** @typedef {{ hydrate(news: unknown): Promise<void>, show(news: unknown): void, unmount(): void }} Hooks */

const hooks = {
  /** @param {import('./page.js').Page} page */
  hydrate: (page) => page.evaluate((news) => /** @type {any} */ (window).story.hydrate(news), MORNING),
  /** @param {import('./page.js').Page} page @param {unknown} news */
  show: (page, news) =>
    page.evaluate((given) => {
      /** @type {any} */ (window).story.show(given);
    }, news),
  /** @param {import('./page.js').Page} page */
  unmount: (page) =>
    page.evaluate(() => {
      /** @type {any} */ (window).story.unmount();
    }),
};

inEachBrowser((browser) => {
  browser.pages.set('/react/page.js', { type: 'text/javascript', body: SCRIPT });

  for (const [held, html] of Object.entries(HOLDS)) {
    for (const first of ['newsgloss', 'React']) {
      it(`is whole where React holds ${held} and ${first} comes first, through every change, until both are gone`, async () => {
        const page = await browser.load(html(MORNING));
        if (first === 'React') await hooks.hydrate(page);
        const newsgloss = await load(page);
        const mounted = await newsgloss.evaluateHandle(({ mount }) => mount());
        if (first === 'newsgloss') await hooks.hydrate(page);
        assert.deepEqual(await page.complaints(), [], 'hydrating');
        assert.equal(await textIn(page), textOf(MORNING));
        assert.ok((await page.evaluate(() => CSS.highlights.size)) > 0, 'nothing is marked');
        for (const [step, news] of Object.entries(STEPS)) {
          await hooks.show(page, news);
          assert.equal(await textIn(page), textOf(news), step);
          // And once newsgloss has seen it, too.
          await mounted.evaluate(async (handle, headline, last) => {
            const seen = () => handle.annotations.headline === headline && handle.annotations.text?.includes(last);
            for (let tries = 0; tries < 200 && !seen(); tries += 1) await new Promise((done) => setTimeout(done, 20));
            if (!seen()) throw new Error(`newsgloss has not seen ${headline}: ${JSON.stringify(handle.annotations.text)}`);
          }, news.headline, news.paragraphs.at(-1)?.said ?? '');
          assert.equal(await textIn(page), textOf(news), `${step}, marked`);
          assert.deepEqual(await page.complaints(), [], step);
        }
        await hooks.unmount(page);
        await mounted.evaluate((handle) => {
          handle.unmount();
        });
        assert.deepEqual(await page.complaints(), [], 'unmounting');
        const left = await page.evaluate(() => [document.querySelectorAll('main, newsgloss-mark, newsgloss-card').length, CSS.highlights.size]);
        assert.deepEqual(left, [0, 0]);
        await page.close();
      });
    }
  }
});
