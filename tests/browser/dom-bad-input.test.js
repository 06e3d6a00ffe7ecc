/** Whatever a page or a caller brings, there is a result or a clear error, and the page stays as it was. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inEachBrowser } from './harness.js';

inEachBrowser((browser) => {
  for (const [what, html] of [
    ['an empty page', ''],
    ['a page without a body', '<frameset></frameset>'],
    ['a page without an article', '<nav><a href="/">World</a></nav><form><input></form><p>Kerry met Lavrov in Paris.</p>'],
    [
      'a front page',
      ['Paris', 'Rome', 'Oslo']
        .map((town) => `<article><h2><a href="/">${town}</a></h2><p>The mayor of ${town} said that the bridge would open in May at last.</p></article>`)
        .join(''),
    ],
  ]) {
    test(`${what} gets an answer with nothing in it`, async () => {
      const page = await browser.open(/** @type {string} */ (html));
      const result = await page.evaluate(() => window.tools.mountAndUndo());
      const { version, ...answer } = result.answer;
      assert.match(version, /^\d+\.\d+\.\d+$/);
      assert.deepEqual(answer, { text: '', entities: [], values: [], quotes: [], timeline: [] });
      assert.equal(result.count, 0);
      assert.equal(result.difference, '');
      await page.close();
    });
  }

  test('lone surrogates, control characters and marks of direction move no offset', async () => {
    const page = await browser.article('<p id="p"></p>');
    const result = await page.evaluate(() => {
      const paragraph = document.getElementById('p');
      const text = '\uD800 The road to \u202BParis\u202C\u0000\u0007 and \uDC00New\u200F York\uD83D. \u202E“We are ready 🙂 to go,” she said.\u001B';
      paragraph?.append(text);
      const undone = window.tools.mountAndUndo();
      window.core.mount(undefined, {});
      const inPage = window.tools.marks();
      const { entities, quotes } = window.core.annotate(text);
      const spans = [...entities.flatMap((entity) => entity.mentions), ...quotes];
      return { undone, inPage, inText: spans.map(({ start, end }) => text.slice(start, end)) };
    });
    assert.equal(result.undone.difference, '');
    assert.ok(result.undone.sameText);
    assert.ok(result.inPage.includes('entity place: Paris'), result.inPage.join('\n'));
    assert.ok(result.inPage.includes('quote direct: We are ready 🙂 to go'), result.inPage.join('\n'));
    assert.ok(result.inText.includes('Paris'), result.inText.join('\n'));
    assert.ok(result.inText.includes('We are ready 🙂 to go'), result.inText.join('\n'));
    await page.close();
  });

  test('three thousand elements inside one another are read, marked and undone', async () => {
    const page = await browser.article('');
    const result = await page.evaluate(() => {
      let deepest = /** @type {Element} */ (document.querySelector('article'));
      for (let depth = 0; depth < 3000; depth += 1) {
        const inner = document.createElement(depth % 2 ? 'div' : 'b');
        deepest.append(inner);
        deepest = inner;
      }
      deepest.append('The engineers had seen to both pillars of the bridge to Paris before the snow came from the Alps.');
      return window.tools.mountAndUndo();
    });
    assert.ok(result.count > 0);
    assert.equal(result.difference, '');
    await page.close();
  });

  test('two hundred thousand nodes around an article, and texts of ten million characters, are passed over', async () => {
    const page = await browser.article('<p>The road to Paris was open again before the snow came, and the engineers had gone home.</p>');
    const result = await page.evaluate(() => {
      // No list, whose items WebKit takes minutes to number, without us too.
      const list = document.createElement('section');
      for (let index = 0; index < 100_000; index += 1) list.append(Object.assign(document.createElement('div'), { textContent: String(index) }));
      const noise = [document.createElement('pre'), document.createElement('aside')];
      for (const each of noise) each.append('x'.repeat(10_000_000));
      document.body.append(list, ...noise);
      const { handle, answer } = window.core.mount(undefined, {});
      const marks = window.tools.marks();
      window.core.unmount(handle);
      return { text: answer.text, marks, left: document.querySelectorAll('newsgloss-mark').length, texts: document.querySelector('article p')?.childNodes.length };
    });
    assert.equal(result.text, 'The road to Paris was open again before the snow came, and the engineers had gone home.');
    assert.deepEqual([result.marks, result.left, result.texts], [['entity place: Paris'], 0, 1]);
    await page.close();
  });

  test('one text with ten thousand names in it is marked, known at a point, read again and undone', async () => {
    const page = await browser.article('<p></p>');
    const result = await page.evaluate(() => {
      const { core, tools } = window;
      document.querySelector('p')?.append('The road from Paris to Rome was open again before the snow came. '.repeat(5000));
      const before = tools.snapshot();
      const { handle } = core.mount(undefined, {});
      const count = document.querySelectorAll('newsgloss-mark').length;
      const last = [...document.querySelectorAll('newsgloss-mark')].at(-1)?.firstChild;
      const at = last ? core.markAt(handle, last, 1) : undefined;
      core.refresh(handle);
      while (core.advance(handle) === undefined);
      const again = document.querySelectorAll('newsgloss-mark').length;
      core.unmount(handle);
      return { count, at, again, difference: tools.difference(before, tools.snapshot()) };
    });
    assert.deepEqual(result, { count: 10_000, at: 9999, again: 10_000, difference: '' });
    await page.close();
  });

  for (const paint of /** @type {const} */ (['markup', 'highlight'])) {
    test(`nodes that vanish or change between reading and marking are left alone (${paint})`, async () => {
      const page = await browser.article(
        ['Paris', 'Rome', 'Oslo'].map((town) => `<p>The road to ${town} was open again before the snow came, and the engineers had gone home.</p>`).join(''),
      );
      const result = await page.evaluate((way) => {
        const { core, tools } = window;
        const handle = core.begin(undefined, { paint: way });
        // Until the first mark is there, all has been read and is yet to be marked.
        const shown = () => [...tools.marks(), ...tools.highlighted()];
        const [, second, third] = document.querySelectorAll('p');
        let steps = 0;
        while (core.revision(handle) === 0) {
          core.advance(handle);
          steps += 1;
        }
        second?.remove();
        if (third?.firstChild) third.firstChild.nodeValue = 'Nothing is said here of a town.';
        while (core.advance(handle) === undefined);
        const marks = shown();
        core.unmount(handle);
        return { steps: steps > 3, marks, html: document.querySelector('article')?.innerHTML, left: shown() };
      }, paint);
      assert.ok(result.steps);
      assert.deepEqual(result.marks.map((mark) => mark.replace(/^entity /, '')), ['place: Paris']);
      assert.equal(result.html, '<p>The road to Paris was open again before the snow came, and the engineers had gone home.</p><p>Nothing is said here of a town.</p>');
      assert.deepEqual(result.left, []);
      await page.close();
    });
  }

  test('an element that is in no page can be mounted on', async () => {
    const page = await browser.open('');
    const result = await page.evaluate(() => {
      const root = document.createElement('div');
      root.innerHTML = '<p>The road to Paris.</p><aside>The road to Rome.</aside><p hidden>Oslo</p>';
      const undone = window.tools.mountAndUndo(root);
      window.core.mount(root, {});
      return { undone, marks: window.tools.marks(root) };
    });
    assert.deepEqual(result.marks, ['entity place: Paris']);
    assert.equal(result.undone.difference, '');
    await page.close();
  });

  // The module is the same everywhere, and so is the memory that it may have.
  const elsewhere = browser.name !== 'chromium' && 'one engine shows whether the module has room for it';
  test('a text of a million words gets an answer', { skip: elsewhere }, async () => {
    const page = await browser.open('');
    const said = await page.evaluate(() => {
      const sentence = 'The mayor of Paris said on Friday that the bridge would open again. ';
      const text = sentence.repeat(1_000_000 / 13 + 1);
      const { entities } = window.core.annotate(text);
      const mentions = entities.flatMap((entity) => entity.mentions);
      const last = mentions.at(-1);
      return [text.split(' ').length > 1_000_000, last && text.slice(last.start, last.end)];
    });
    assert.deepEqual(said, [true, 'Paris']);
    await page.close();
  });

  test('wrong arguments are refused with a code, and nothing breaks', async () => {
    const page = await browser.article('<p>The road to Paris was open again before the snow came, and the engineers had gone home.</p>');
    const said = await page.evaluate(async () => {
      const { thrown } = window.tools;
      const core = /** @type {any} */ (window.core);
      /** @param {string} name */
      const data = async (name) => new Uint8Array(await (await fetch(`/pkg/${name}`)).arrayBuffer());
      const [lexicon, weights] = [await data('lexicon.txt'), await data('weights.bin')];
      const ready = (/** @type {Uint8Array} */ names, /** @type {Uint8Array} */ numbers) => {
        core.load(names, numbers);
        while (!core.index());
      };
      const before = window.tools.snapshot();
      return [
        thrown(() => core.annotate(42)),
        thrown(() => core.annotate(undefined)),
        thrown(() => core.annotate('Paris', { published: 'last Friday' })),
        thrown(() => core.annotate('Paris', { published: 20160827 })),
        thrown(() => core.annotate('Paris', { minConfidence: 2 })),
        thrown(() => core.annotate('Paris', { minConfidence: NaN })),
        thrown(() => core.mount(document.createTextNode("Paris"), {})),
        thrown(() => core.mount('article', {})),
        thrown(() => core.mount(undefined, { published: '2016-02-30' })),
        thrown(() => { ready(new Uint8Array([1, 2, 3]), weights); }),
        thrown(() => { ready(lexicon, weights.slice(0, 1000)); }),
        window.tools.difference(before, window.tools.snapshot()),
        core.annotate('The road to Paris', null).entities.length,
      ];
    });
    assert.deepEqual(said, [
      'NewsglossError bad-text',
      'NewsglossError bad-text',
      'NewsglossError bad-date',
      'NewsglossError bad-date',
      'NewsglossError bad-confidence',
      'NewsglossError bad-confidence',
      'NewsglossError bad-root',
      'NewsglossError bad-root',
      'NewsglossError bad-date',
      'NewsglossError bad-lexicon',
      'NewsglossError bad-weights',
      '',
      1,
    ]);
    await page.close();
  });

  test('before the data is there, everything says so', async () => {
    const page = await browser.open('');
    const said = await page.evaluate(async () => {
      const fresh = await import(/** @type {string} */ ('/pkg/newsgloss_core.js?fresh'));
      await fresh.default({ module_or_path: '/pkg/newsgloss_core_bg.wasm' });
      return [window.tools.thrown(() => fresh.annotate('Paris')), window.tools.thrown(() => fresh.mount())];
    });
    assert.deepEqual(said, ['NewsglossError not-loaded', 'NewsglossError not-loaded']);
    await page.close();
  });
});
