/** Mounting: what it adds to a page, and that nothing of it stays. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import { ARTICLE, cardText, mark, mount, startShell, unmount } from './shell-page.js';

/** @type {Awaited<ReturnType<typeof startShell>>} */
let shell;
before(async () => {
  shell = await startShell();
});
after(() => shell.close());

/**
 * How many listeners the page has on each object that the shell might listen on.
 * @param {import('playwright-core').Page} page
 */
async function listeners(page) {
  const session = await page.context().newCDPSession(page);
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
  it('leaves nothing: not a node, a style sheet, a listener or a global', async () => {
    const page = await shell.page(ARTICLE);
    await page.evaluate(() => {
      document.adoptedStyleSheets = [new CSSStyleSheet()];
      const nodes = () => {
        const walker = document.createTreeWalker(document);
        const all = [];
        while (walker.nextNode()) all.push(walker.currentNode);
        return all;
      };
      const state = () => ({ html: document.documentElement.outerHTML, nodes: nodes(), sheets: [...document.adoptedStyleSheets], globals: Reflect.ownKeys(window) });
      Object.assign(window, { state, before: undefined });
      Object.assign(window, { before: state() });
    });
    const heard = await listeners(page);
    await mount(page);
    await mark(page, 'Marek Dreyer').hover();
    await cardText(page);
    assert.ok((await page.locator('newsgloss-mark').count()) > 5);
    await unmount(page);
    const differences = await page.evaluate(() => {
      const { state, before } = /** @type {any} */ (window);
      const now = state();
      const ours = ['handle'];
      return {
        html: now.html === before.html,
        nodes: now.nodes.length === before.nodes.length && now.nodes.every((/** @type {Node} */ node, /** @type {number} */ at) => node === before.nodes[at]),
        sheets: now.sheets.length === before.sheets.length && now.sheets[0] === before.sheets[0],
        globals: now.globals.filter((/** @type {string} */ key) => !before.globals.includes(key) && !ours.includes(key)),
      };
    });
    assert.deepEqual(differences, { html: true, nodes: true, sheets: true, globals: [] });
    assert.deepEqual(await listeners(page), heard);
    await page.close();
  });

  it('waits for the last of several mounts of one article', async () => {
    const page = await shell.page(ARTICLE);
    const counts = await page.evaluate(async () => {
      const { mount } = await import(/** @type {string} */ ('/pkg/newsgloss.js'));
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
  it('moves nothing: no layout shift, no letter elsewhere, whatever the page sets on everything in its story', async () => {
    const page = await shell.page(`<style>
      article { font: 18px/1.6 serif; width: 480px } article * { color: #123; letter-spacing: 0 }
      article p > :first-child { padding: 0 12px; font-weight: 700; display: block } article :not(p, h1, em, strong) { margin: 5px; border: 1px solid }
    </style>${ARTICLE}`);
    const words = () =>
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
            places.push(`${text.data[index] ?? ''} ${x.toFixed(1)} ${y.toFixed(1)}`);
          }
        }
        return places;
      });
    await page.evaluate(() => {
      const shifts = Object.assign(window, { shifts: /** @type {number[]} */ ([]) }).shifts;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.push(/** @type {any} */ (entry).value);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    const before = await words();
    await mount(page);
    assert.ok((await page.locator('newsgloss-mark').count()) > 5);
    assert.deepEqual(await words(), before);
    await page.waitForTimeout(300);
    assert.deepEqual(await page.evaluate(() => /** @type {any} */ (window).shifts), []);
    await page.close();
  });

  it('suits a dark page although the reader prefers light ones', async () => {
    const page = await shell.page(`<style>body { background: #111; color: #eee }</style>${ARTICLE}`, { colorScheme: 'light' });
    await mount(page);
    await mark(page, 'Marek Dreyer').hover();
    await cardText(page);
    const { scheme, line } = await page.evaluate(() => {
      const card = document.querySelector('newsgloss-card');
      const name = document.querySelector('newsgloss-mark[data-kind="entity"]');
      return { scheme: card && getComputedStyle(card).colorScheme, line: name && getComputedStyle(name).textDecorationColor };
    });
    assert.equal(scheme, 'dark');
    // A line's lightness in oklab: light on a dark page.
    assert.ok(Number(/^oklab\(([\d.]+)/.exec(line ?? '')?.[1]) > 0.7, `the line is ${String(line)}`);
    await page.close();
  });

  it('leaves no line or tint on paper', async () => {
    const page = await shell.page(ARTICLE);
    await mount(page);
    await page.emulateMedia({ media: 'print' });
    const styles = await page.evaluate(() => [
      ...new Set([...document.querySelectorAll('newsgloss-mark')].map((each) => `${getComputedStyle(each).textDecorationLine} ${getComputedStyle(each).backgroundColor}`)),
    ]);
    assert.deepEqual(styles, ['none rgba(0, 0, 0, 0)']);
    await page.close();
  });

  it('says with a code what is wrong', async () => {
    const page = await shell.page(ARTICLE);
    const error = await page.evaluate(async () => {
      const { mount, NewsglossError } = await import(/** @type {string} */ ('/pkg/newsgloss.js'));
      return mount(undefined, { published: 'yesterday' }).catch((/** @type {any} */ thrown) => ({
        ours: thrown instanceof NewsglossError,
        code: thrown.code,
        message: thrown.message,
      }));
    });
    assert.deepEqual({ ours: error.ours, code: error.code }, { ours: true, code: 'bad-date' });
    assert.match(error.message, /yesterday/);
    await page.close();
  });

  it('says so where the lexicon cannot be had, and tries again when asked again', async () => {
    const page = await shell.page(ARTICLE);
    await page.route('**/lexicon.txt', (route) => route.abort(), { times: 1 });
    const codes = await page.evaluate(async () => {
      const { mount } = await import(/** @type {string} */ ('/pkg/newsgloss.js'));
      const outcome = () => mount().then(() => 'mounted', (/** @type {any} */ thrown) => thrown.code);
      return [await outcome(), await outcome()];
    });
    assert.deepEqual(codes, ['lexicon-unavailable', 'mounted']);
    await page.close();
  });

  it('annotates text without touching the page', async () => {
    const page = await shell.page(ARTICLE);
    const result = await page.evaluate(async () => {
      const { annotate } = await import(/** @type {string} */ ('/pkg/newsgloss.js'));
      const text = '“We agree,” the 😀 minister Marek Dreyer told reporters in Geneva on Friday.';
      const html = document.documentElement.outerHTML;
      const answer = await annotate(text, { published: '2026-03-12' });
      return {
        names: answer.entities.flatMap((/** @type {any} */ e) => e.mentions.map((/** @type {any} */ m) => text.slice(m.start, m.end))),
        quotes: answer.quotes.map((/** @type {any} */ q) => text.slice(q.start, q.end)),
        dates: answer.values.map((/** @type {any} */ v) => v.value),
        untouched: html === document.documentElement.outerHTML,
      };
    });
    assert.deepEqual(result, { names: ['Marek Dreyer', 'Geneva'], quotes: ['We agree'], dates: ['2026-03-06'], untouched: true });
    await page.close();
  });
});

describe('<news-gloss>', () => {
  it('marks what stands inside it, tells the page, and unmarks when it leaves', async () => {
    const page = await shell.page(`<p id="outside">Dreyer met the United Nations in Vienna.</p><news-gloss published="2026-03-12">${ARTICLE}</news-gloss>`);
    const told = await page.evaluate(async () => {
      const done = new Promise((resolve) => document.addEventListener('newsgloss-mounted', (event) => {
        resolve(/** @type {CustomEvent} */ (event).detail.published);
      }));
      await import(/** @type {string} */ ('/pkg/newsgloss.js'));
      return done;
    });
    assert.equal(told, '2026-03-12');
    assert.ok((await page.locator('news-gloss newsgloss-mark').count()) > 5);
    assert.equal(await page.locator('#outside newsgloss-mark').count(), 0);
    await page.evaluate(() => {
      const gloss = document.querySelector('news-gloss');
      const article = gloss?.querySelector('article');
      if (gloss && article) Object.assign(window, { article }), gloss.remove();
    });
    await page.waitForFunction(() => /** @type {any} */ (window).article.querySelector('newsgloss-mark') === null);
    assert.equal(await page.locator('newsgloss-card').count(), 0);
    await page.close();
  });

  it('is defined once however many copies load', async () => {
    const page = await shell.page('<news-gloss></news-gloss>');
    const copies = await page.evaluate(async () => {
      await import(/** @type {string} */ ('/pkg/newsgloss.js?first'));
      const first = customElements.get('news-gloss');
      await import(/** @type {string} */ ('/pkg/newsgloss.js?second'));
      return first !== undefined && first === customElements.get('news-gloss');
    });
    assert.ok(copies);
    await page.close();
  });
});
