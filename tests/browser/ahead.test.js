/**
 * A page that was annotated ahead of time: once a script mounts it, it is what it would be without that, and its marks are those that
 * stood in it.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { inEachBrowser } from './harness.js';
import { cardText, load, mark } from './shell-page.js';

const ROOT = new URL('../../', import.meta.url);

/** The demonstration's story, with all that HTML can do to a text, and a part that only styles make another article of. */
const [STORY] = /<article>[\s\S]*<\/article>/.exec(readFileSync(new URL('www/demo/index.html', ROOT), 'utf8')) ?? [''];
const PAGE = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Story</title><style>.bar { display: flex }</style></head><body>${STORY.replace(
  '</article>',
  `<p>“We &amp; <em>they</em> are ready,” said Anna Holm of AT&amp;T<!-- c --> on Fri&shy;day, in Os</b>lo.\r\n</p>
  <p class="bar">The United Nations asked for $3 million. “Nobody wins here,” said Anna Holm of Geneva.</p></article>`,
)}</body></html>`;

/** @param {string} html */
function annotated(html) {
  const { status, stdout, stderr } = spawnSync(new URL('target/release/newsgloss', ROOT).pathname, ['annotate', '--format', 'html'], { input: html, encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  return stdout;
}

inEachBrowser((browser) => {
  /**
   * What becomes of a page: its article before, while and after it is mounted, and which of its marks were there before.
   * @param {string} html
   * @param {{ paint?: 'markup' | 'highlight', minConfidence?: number }} options
   */
  async function mounted(html, options = {}) {
    const page = await browser.open(html);
    const result = await page.evaluate((how) => {
      const article = document.querySelector('article');
      if (article === null) throw new Error('there is no article');
      const marks = () => [...article.querySelectorAll('newsgloss-mark')];
      const texts = () => {
        const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
        let count = 0;
        while (walker.nextNode()) count += 1;
        return count;
      };
      const stood = marks();
      const { handle, answer } = window.core.mount(undefined, how);
      const shown = window.core.marks(handle)?.marks.length;
      const said = { shown, answer: JSON.stringify(answer), html: article.outerHTML, texts: texts(), stood: stood.length, kept: marks().filter((mark) => stood.includes(mark)).length };
      // A mark is known wherever it stands.
      const [first] = marks();
      const known = first === undefined || window.core.markAt(handle, /** @type {Node} */ (document.createTreeWalker(first, NodeFilter.SHOW_TEXT).nextNode()), 0) !== undefined;
      window.core.unmount(handle);
      return { ...said, known, undone: article.outerHTML, undoneTexts: texts() };
    }, options);
    await page.close();
    return result;
  }

  test('once it is mounted, it is as if it had not been annotated, and undone to that', async () => {
    const ahead = annotated(PAGE);
    assert.equal(annotated(ahead), ahead);
    const live = await mounted(PAGE);
    const { stood, kept, ...rest } = await mounted(ahead);
    assert.ok(stood > 50, `${stood} marks`);
    // The line that is laid out by a style, of which a file's reader does not know, has no marks in a page.
    assert.ok(kept < stood && kept > stood - 10, `${kept} of ${stood} marks`);
    assert.deepEqual({ ...rest, kept: 0, stood: 0 }, live);
    assert.equal(live.undone, /<article>[\s\S]*<\/article>/.exec(live.undone)?.[0]);
  });

  test('what is to be shown otherwise than it was written is shown afresh', async () => {
    const ahead = annotated(PAGE);
    const edited = (/** @type {string} */ html) => html.replaceAll('Anna Holm', 'nobody at all');
    for (const [html, options] of /** @type {const} */ ([
      [ahead, { paint: 'highlight' }],
      [ahead, { minConfidence: 0.97 }],
      // An editor has been at the file, and a program has put something between.
      [edited(ahead), {}],
      [ahead.replace(/(<newsgloss-mark [^>]*>)(\w)/g, '$1<b></b>$2'), {}],
    ])) {
      const bare = html.replaceAll(/<newsgloss-mark [^>]*>|<\/newsgloss-mark>|<script type="application\/ld\+json" data-newsgloss.*?<\/script>/g, '');
      const [{ stood, kept, ...is }, { stood: none, kept: no, ...wanted }] = [await mounted(html, options), await mounted(bare, options)];
      assert.ok(stood > 50 && none === 0 && no === 0 && kept < stood);
      assert.deepEqual(is, wanted);
    }
  });

  test('whoever comes first takes the marks over, and nobody else does', async () => {
    const page = await browser.open(annotated(PAGE));
    const result = await page.evaluate(async () => {
      const { core, tools } = window;
      const from = (/** @type {string} */ address) => /** @type {Promise<typeof core>} */ (import(address));
      const other = await from('/pkg/newsgloss_core.js?another');
      const data = ['lexicon.txt', 'weights.bin'].map(async (name) => new Uint8Array(await (await fetch('/pkg/' + name)).arrayBuffer()));
      await other.default({ module_or_path: '/pkg/newsgloss_core_bg.wasm' });
      const [lexicon, weights] = await Promise.all(data);
      if (lexicon !== undefined && weights !== undefined) other.load(lexicon, weights);
      while (!other.index());
      // Both at once, step by step.
      const [first, second] = [core.begin(undefined, {}), other.begin(undefined, {})];
      let said = '';
      for (let done; done === undefined;) {
        done = core.advance(first);
        said ||= /** @type {string | undefined} */ (tools.thrown(() => other.advance(second))) ?? '';
      }
      return { said, marks: core.marks(first)?.marks.length, stand: document.querySelectorAll('newsgloss-mark').length, left: document.querySelectorAll('[data-ahead]').length };
    });
    assert.match(result.said, /already-marked/);
    assert.ok((result.marks ?? 0) > 50 && result.stand >= (result.marks ?? 0));
    assert.equal(result.left, 0);
    await page.close();
  });

  test('a reader meets its marks like any others', async () => {
    const page = await browser.load(annotated(PAGE));
    const newsgloss = await load(page);
    const handle = await newsgloss.evaluateHandle(({ mount }) => mount());
    await mark(page, 'AT&T').hover();
    assert.match(await cardText(page), /AT&T/);
    await handle.evaluate((it) => {
      it.unmount();
    });
    assert.equal(await page.locator('newsgloss-mark').count(), 0);
    await page.close();
  });
});
