/** Articles in frames: marked where the page holds none itself, each in its own document, and left as if nothing had been there. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { inEachBrowser } from './harness.js';
import { PAINTS } from './painted.js';
import { ARTICLE, load } from './shell-page.js';

/** A document of its own, with an article. */
const FRAMED = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Framed</title><body>${ARTICLE}</body></html>`;

/** A page without an article. */
const SHELL = '<p>Please wait.</p>';

/**
 * A frame of that document, or of what it says instead.
 * @param {string} [attributes]
 * @param {string} [html]
 */
const frame = (attributes = '', html = FRAMED) =>
  `<iframe ${attributes} style="width: 700px; height: 400px; margin: 40px; border: 7px solid" srcdoc="${html.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"></iframe>`;

inEachBrowser((browser) => {
  /**
   * A page with this in its body, once its frames have loaded.
   * @param {string} body
   */
  async function open(body) {
    const page = await browser.page(body);
    await page.waitFor(() => document.readyState === 'complete');
    return page;
  }

  /**
   * Mounts what the page has, or what its first frame shows.
   * @param {import('./page.js').Page} page
   * @param {import('../../www/answer.js').Paint} paint
   * @param {boolean} [named]
   */
  async function mount(page, paint, named = false) {
    const newsgloss = await load(page);
    return newsgloss.evaluateHandle(
      (module, how, isNamed) => module.mount(isNamed ? (document.querySelector('iframe')?.contentDocument ?? undefined) : undefined, { paint: how }),
      paint,
      named,
    );
  }

  /**
   * How many pieces of text are marked in the page and its frames, one number for each document, and what of ours stands there.
   * @param {import('./page.js').Page} page
   */
  function found(page) {
    return page.evaluate(() => {
      const views = [window, ...Array.from(frames, (each) => each)];
      return views.map((view) => {
        try {
          const { document, CSS } = /** @type {typeof window & typeof globalThis} */ (view);
          const highlights = [...CSS.highlights].filter(([name]) => name.startsWith('newsgloss-')).reduce((sum, [, { size }]) => sum + size, 0);
          const marks = document.querySelectorAll('newsgloss-mark').length + highlights;
          return { marks, hosts: document.querySelectorAll('newsgloss-card, newsgloss-stop').length, sheets: document.adoptedStyleSheets.length };
        } catch {
          return 'closed';
        }
      });
    });
  }

  /**
   * The middle of these words in the first frame, in CSS pixels of the page's window.
   * @param {import('./page.js').Page} page
   * @param {string} words
   * @returns {Promise<[number, number]>}
   */
  function pointIn(page, words) {
    return page.evaluate((said) => {
      const outer = /** @type {HTMLIFrameElement} */ (document.querySelector('iframe'));
      const inner = /** @type {Document} */ (outer.contentDocument);
      const walker = inner.createTreeWalker(/** @type {Element} */ (inner.querySelector('article')), NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const at = walker.currentNode.nodeValue?.indexOf(said) ?? -1;
        if (at < 0) continue;
        const range = inner.createRange();
        range.setStart(walker.currentNode, at);
        range.setEnd(walker.currentNode, at + said.length);
        const around = outer.getBoundingClientRect();
        const box = range.getBoundingClientRect();
        return [around.left + outer.clientLeft + box.left + box.width / 2, around.top + outer.clientTop + box.top + box.height / 2];
      }
      throw new Error(`there is no “${said}”`);
    }, words);
  }

  /**
   * The text of the card that is open in the first frame, once there is one, and whether it is laid out by its style sheet.
   * @param {import('./page.js').Page} page
   */
  async function card(page) {
    const host = () => document.querySelector('iframe')?.contentDocument?.querySelector('newsgloss-card[data-open]');
    await page.waitFor(host);
    return page.evaluate(() => {
      const host = document.querySelector('iframe')?.contentDocument?.querySelector('newsgloss-card');
      const shown = /** @type {HTMLElement} */ (host?.shadowRoot?.querySelector('.card'));
      return { text: shown.innerText, position: getComputedStyle(/** @type {Element} */ (host)).position };
    });
  }

  for (const paint of PAINTS) {
    for (const named of [false, true]) {
      describe(`a frame ${named ? 'that is named' : 'of a page without an article'}, by ${paint}`, () => {
        it('has its article marked and styled, a card for the mouse and one for the keyboard', async () => {
          const page = await open(SHELL + frame());
          const handle = await mount(page, paint, named);
          const [outside, inside] = await found(page);
          assert.deepEqual(outside, { marks: 0, hosts: 0, sheets: 0 });
          assert.ok(typeof inside === 'object' && inside.marks > 5 && inside.sheets === 1, JSON.stringify(inside));
          const texts = await handle.evaluate(({ articles }) => articles.map(({ text }) => text).filter((text) => text !== ''));
          assert.equal(texts.length, 1);
          assert.match(String(texts[0]), /Foreign Minister Marek Dreyer/);

          await page.move(...(await pointIn(page, 'Marek Dreyer')));
          const { text, position } = await card(page);
          assert.match(text, /Marek Dreyer/);
          assert.equal(position, 'fixed');

          await page.press('Escape');
          await page.waitFor(() => document.querySelector('iframe')?.contentDocument?.querySelector('newsgloss-card[data-open]') === null);
          await page.move(5, 5);
          await page.press('Shift');
          await page.evaluate((isMarkup) => {
            const inner = document.querySelector('iframe')?.contentDocument;
            const stop = isMarkup ? inner?.querySelector('newsgloss-mark[tabindex]') : inner?.querySelector('newsgloss-stop')?.shadowRoot?.querySelector('[tabindex]');
            /** @type {HTMLElement} */ (stop).focus();
          }, paint === 'markup');
          assert.match((await card(page)).text, /Geneva/);
          await page.press('ArrowRight');
          await page.press('Escape');
          await page.waitFor(() => document.querySelector('iframe')?.contentDocument?.querySelector('newsgloss-card[data-open]') === null);
          assert.deepEqual(await page.complaints(), []);
          await page.close();
        });

        it('is left as it was', async () => {
          const page = await open(SHELL + frame());
          const before = await page.evaluateHandle(() => {
            const inner = /** @type {Document} */ (document.querySelector('iframe')?.contentDocument);
            const state = () => {
              const walker = inner.createTreeWalker(inner);
              const nodes = [];
              while (walker.nextNode()) nodes.push(walker.currentNode);
              return { nodes, html: inner.documentElement.outerHTML };
            };
            return { state, then: state(), outer: document.documentElement.outerHTML };
          });
          const handle = await mount(page, paint, named);
          await page.move(...(await pointIn(page, 'Marek Dreyer')));
          await card(page);
          await handle.evaluate((mounted) => {
            mounted.unmount();
          });
          const same = await before.evaluate(({ state, then, outer }) => {
            const now = state();
            return now.html === then.html && now.nodes.length === then.nodes.length && now.nodes.every((node, at) => node === then.nodes[at]) && outer === document.documentElement.outerHTML;
          });
          assert.ok(same);
          assert.deepEqual(await found(page), Array(2).fill({ marks: 0, hosts: 0, sheets: 0 }));
          await page.close();
        });
      });
    }

    it(`follows what changes in a frame, by ${paint}`, async () => {
      const page = await open(SHELL + frame());
      await mount(page, paint);
      const [, before] = await found(page);
      await page.evaluate(() => {
        const inner = document.querySelector('iframe')?.contentDocument;
        inner?.querySelector('article')?.append(Object.assign(inner.createElement('p'), { textContent: 'Later the delegates from Portugal and Angola went to Zurich with Marek Dreyer.' }));
      });
      const marks = typeof before === 'object' ? before.marks : 0;
      await page.waitFor(
        (least) => {
          const view = /** @type {typeof globalThis} */ (/** @type {unknown} */ (document.querySelector('iframe')?.contentWindow));
          const highlights = [...view.CSS.highlights].filter(([name]) => name !== 'newsgloss-lit').reduce((sum, [, { size }]) => sum + size, 0);
          return view.document.querySelectorAll('newsgloss-mark').length + highlights >= least;
        },
        marks + 3,
      );
      await page.close();
    });
  }

  it('passes over a frame that refuses access, and one without an article', async () => {
    const page = await open(SHELL + frame('', '<p>Advertisement</p>') + frame('sandbox') + frame());
    const handle = await mount(page, 'markup');
    const [outside, empty, closed, inside] = await found(page);
    assert.deepEqual([outside, empty, closed], [{ marks: 0, hosts: 0, sheets: 0 }, { marks: 0, hosts: 0, sheets: 0 }, 'closed']);
    assert.ok(typeof inside === 'object' && inside.marks > 5);
    assert.deepEqual(await handle.evaluate(({ articles }) => articles.map(({ text }) => text !== '')), [false, true]);
    assert.deepEqual(await page.complaints(), []);
    await page.close();
  });

  it('leaves frames alone where the page holds an article itself', async () => {
    const page = await open(ARTICLE + frame());
    const handle = await mount(page, 'markup');
    const [outside, inside] = await found(page);
    assert.ok(typeof outside === 'object' && outside.marks > 5);
    assert.deepEqual(inside, { marks: 0, hosts: 0, sheets: 0 });
    assert.equal(await handle.evaluate(({ articles }) => articles.length), 1);
    await page.close();
  });

  it('marks a text in a slot of a shadow tree in a frame', async () => {
    const html = FRAMED.replace('</article>', '<x-more><p>The delegates went to Zurich with Marek Dreyer on Saturday, as the ministry said.</p></x-more></article>');
    const page = await open(SHELL + frame('', html));
    await page.evaluate(() => {
      const more = document.querySelector('iframe')?.contentDocument?.querySelector('x-more');
      if (more) more.attachShadow({ mode: 'open' }).innerHTML = '<div><slot></slot></div>';
    });
    const handle = await mount(page, 'highlight');
    assert.match(await handle.evaluate(({ articles }) => String(articles[1]?.text)), /went to Zurich/);
    await page.close();
  });

  it('marks a frame that comes later, lets it go where it is removed, and marks what it shows next', async () => {
    const page = await open(SHELL);
    const handle = await mount(page, 'markup');
    const texts = () => handle.evaluate(({ articles }) => articles.slice(1).map(({ text }) => text?.slice(0, 15)));
    /** @param {string[]} wanted */
    const until = async (wanted) => {
      for (const end = Date.now() + 30_000; JSON.stringify(await texts()) !== JSON.stringify(wanted); ) if (Date.now() > end) assert.deepEqual(await texts(), wanted);
    };
    await page.evaluate((html) => {
      document.body.insertAdjacentHTML('beforeend', html);
    }, frame());
    await until(['Talks in Geneva']);
    await page.evaluate((html) => {
      /** @type {HTMLIFrameElement} */ (document.querySelector('iframe')).srcdoc = html;
    }, FRAMED.replaceAll('Talks in Geneva', 'Talks in Warsaw'));
    await until(['Talks in Warsaw']);
    await page.move(...(await pointIn(page, 'Marek Dreyer')));
    await card(page);
    await page.evaluate(() => {
      document.querySelector('iframe')?.remove();
    });
    await until([]);
    await handle.evaluate((mounted) => {
      mounted.unmount();
    });
    assert.deepEqual(await page.complaints(), []);
    await page.close();
  });

  for (const paint of PAINTS) {
    it(`does no harm where a named frame is removed, by ${paint}`, async () => {
      const page = await open(SHELL + frame());
      const handle = await mount(page, paint, true);
      await page.move(...(await pointIn(page, 'Marek Dreyer')));
      await card(page);
      const left = await handle.evaluate(async (mounted) => {
        const outer = /** @type {HTMLIFrameElement} */ (document.querySelector('iframe'));
        const inner = /** @type {Document} */ (outer.contentDocument);
        outer.remove();
        await new Promise((done) => setTimeout(done, 500));
        mounted.unmount();
        return inner.querySelectorAll('newsgloss-mark, newsgloss-card, newsgloss-stop').length;
      });
      assert.equal(left, 0);
      assert.deepEqual(await page.complaints(), []);
      await page.close();
    });
  }
});
