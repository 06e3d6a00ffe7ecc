/** Marks as highlights: the page's tree is never touched, and nothing but ours comes and goes among the highlights. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inEachBrowser } from './harness.js';

inEachBrowser((browser) => {
  const ARTICLE = `
  <h1>Talks in Geneva end</h1>
  <p id="first">“We <em>are</em> ready for <a href="/paris">Paris</a>,” Foreign Minister Marek <b>Drey</b><!-- sic -->er said on Friday.</p>
  <p id="second">The talks in Vienna will go on until the delegates from Italy have seen to both pillars of the bridge.</p>`;

  test('every node stays as it is, while the marks are there and after', async () => {
    const page = await browser.article(ARTICLE);
    const result = await page.evaluate(() => {
      const { core, tools } = window;
      const before = tools.snapshot();
      const { handle } = core.mount(undefined, { paint: 'highlight' });
      const during = tools.difference(before, tools.snapshot());
      const shown = tools.highlighted();
      core.unmount(handle);
      return { during, shown, after: tools.difference(before, tools.snapshot()), left: [...CSS.highlights.keys()] };
    });
    assert.deepEqual(result.shown, [
      'place: Geneva',
      'direct: We ',
      'direct: are',
      'direct:  ready for ',
      'direct: Paris',
      'place: Paris',
      'person: Marek ',
      'person: Drey',
      'person: er',
      'date: Friday',
      'place: Vienna',
      'place: Italy',
    ]);
    assert.deepEqual([result.during, result.after, result.left], ['', '', []]);
    await page.close();
  });

  test('the highlights of others are left alone, also those of another copy', async () => {
    const page = await browser.article(ARTICLE);
    const result = await page.evaluate(() => {
      const found = new Highlight(new StaticRange({ startContainer: document.body, startOffset: 0, endContainer: document.body, endOffset: 1 }));
      const elsewhere = document.body.appendChild(document.createElement('p'));
      const other = new Highlight(new StaticRange({ startContainer: elsewhere, startOffset: 0, endContainer: elsewhere, endOffset: 0 }));
      CSS.highlights.set('search-results', found);
      CSS.highlights.set('newsgloss-place', other);
      const { handle } = window.core.mount(undefined, { paint: 'highlight' });
      const shared = CSS.highlights.get('newsgloss-place') === other && other.size > 1;
      window.core.unmount(handle);
      return { shared, names: [...CSS.highlights.keys()], same: CSS.highlights.get('search-results') === found, sizes: [found.size, other.size] };
    });
    assert.deepEqual(result, { shared: true, names: ['search-results', 'newsgloss-place'], same: true, sizes: [1, 1] });
    await page.close();
  });

  for (const paint of /** @type {const} */ (['markup', 'highlight'])) {
    test(`a second copy does not mark over what is there (${paint})`, async () => {
      const page = await browser.article(ARTICLE);
      const said = await page.evaluate(async (way) => {
        const { tools } = window;
        const { handle } = window.core.mount(undefined, { paint: way });
        const second = await import(/** @type {string} */ ('/pkg/newsgloss_core.js?second'));
        await second.default({ module_or_path: '/pkg/newsgloss_core_bg.wasm' });
        const data = ['lexicon.txt', 'weights.bin'].map(async (name) => new Uint8Array(await (await fetch(`/pkg/${name}`)).arrayBuffer()));
        second.load(...(await Promise.all(data)));
        while (!second.index());
        const before = [tools.snapshot(), tools.highlighted()];
        const refused = ['markup', 'highlight'].map((mine) => tools.thrown(() => second.mount(undefined, { paint: mine })));
        const difference = tools.difference(/** @type {any} */ (before[0]), tools.snapshot());
        const sameHighlights = JSON.stringify(before[1]) === JSON.stringify(tools.highlighted());
        window.core.unmount(handle);
        return { refused, difference, sameHighlights, after: second.mount(undefined, { paint: way }).answer.entities.length > 2 };
      }, paint);
      const refused = 'NewsglossError already-marked';
      assert.deepEqual(said, { refused: [refused, refused], difference: '', sameHighlights: true, after: true });
      await page.close();
    });

    test(`a point in the text knows its mark, and a mark where it stands (${paint})`, async () => {
      const page = await browser.article(ARTICLE);
      const said = await page.evaluate((way) => {
        const { core } = window;
        const { handle } = core.mount(undefined, { paint: way });
        const list = core.marks(handle)?.marks ?? [];
        const text = (/** @type {number} */ index) => core.ranges(handle, index).map(String).join('|');
        const deepest = document.querySelector('#first b')?.firstChild;
        const inner = deepest?.firstChild ?? deepest;
        const at = inner ? core.markAt(handle, inner, 2) : undefined;
        const after = document.querySelector('#second')?.firstChild;
        return {
          marks: list.map((mark, index) => `${mark.type} ${text(index)}${mark.around === undefined ? '' : ` in ${list[mark.around]?.type}`}`),
          at: at === undefined ? 'nothing' : text(at),
          outside: after && core.markAt(handle, after, 1),
        };
      }, paint);
      assert.deepEqual(said.marks, [
        'place Geneva',
        'direct We |are| ready for |Paris',
        'place Paris in direct',
        'person Marek |Drey|er',
        'date Friday',
        'place Vienna',
        'place Italy',
      ]);
      assert.equal(said.at, 'Marek |Drey|er');
      assert.equal(said.outside, undefined);
      await page.close();
    });

    test(`read again after a change, the page shows what it says now, and is the page's own afterwards (${paint})`, async () => {
      const page = await browser.article(ARTICLE);
      const said = await page.evaluate((way) => {
        const { core, tools } = window;
        const again = (/** @type {number} */ handle) => {
          core.refresh(handle);
          while (core.advance(handle) === undefined);
        };
        const shown = () => (way === 'markup' ? tools.marks() : tools.highlighted()).map((mark) => mark.replace(/^\w+ (?=\w+:)/, ''));
        const { handle } = core.mount(undefined, { paint: way });
        const revision = core.revision(handle);
        const nodes = tools.snapshot();
        again(handle);
        const unchanged = [tools.difference(nodes, tools.snapshot()), core.revision(handle) === revision];
        const second = document.querySelector('#second');
        const kept = way === 'markup' ? document.querySelector('#first newsgloss-mark') : document.querySelector('#first b');
        second?.before(Object.assign(document.createElement('p'), { textContent: 'Anna Holm met them in Rome before the snow came from the Alps, as everybody had hoped.' }));
        const text = document.createTreeWalker(/** @type {Node} */ (second), NodeFilter.SHOW_TEXT).nextNode();
        if (text) text.nodeValue = 'Nobody came to Oslo when the talks were to begin, and the delegates left for Madrid by the night train.';
        again(handle);
        const now = shown();
        const isKept = kept?.isConnected;
        core.unmount(handle);
        return { unchanged, now, isKept, html: document.querySelector('article')?.innerHTML, left: CSS.highlights.size };
      }, paint);
      assert.deepEqual(said.unchanged, ['', true]);
      assert.ok(said.isKept, 'what has not changed is not marked anew');
      for (const mark of ['place: Geneva', 'person: Anna Holm', 'place: Rome', 'place: Oslo', 'place: Madrid']) assert.ok(said.now.includes(mark), `${mark} is not in ${said.now.join(', ')}`);
      assert.ok(!said.now.some((mark) => /Vienna|Italy/.test(mark)), said.now.join(', '));
      assert.equal(
        said.html,
        ARTICLE.replace(/(<p id="second">).*(<\/p>)/, '<p>Anna Holm met them in Rome before the snow came from the Alps, as everybody had hoped.</p>$1Nobody came to Oslo when the talks were to begin, and the delegates left for Madrid by the night train.$2'),
      );
      assert.equal(said.left, 0);
      await page.close();
    });
  }

  test('a text that the page has changed shows nothing until it is read again', async () => {
    const page = await browser.article(ARTICLE);
    const said = await page.evaluate(() => {
      const { core, tools } = window;
      const { handle } = core.mount(undefined, { paint: 'highlight' });
      const text = document.querySelector('#second')?.firstChild;
      if (text) {
        text.nodeValue = 'Nothing is said here of any town or of anybody whom you might know by name.';
        core.forget(handle, text);
      }
      return tools.highlighted().filter((mark) => !/Geneva|direct|Paris|person|date/.test(mark));
    });
    assert.deepEqual(said, []);
    await page.close();
  });

  test('an open shadow tree is read in its place, and marked', async () => {
    const page = await browser.article(`<h1>Talks in Geneva end</h1><news-body></news-body>`);
    const said = await page.evaluate(() => {
      const host = document.querySelector('news-body');
      const root = host?.attachShadow({ mode: 'open' });
      root?.append(Object.assign(document.createElement('p'), { textContent: 'The talks in Vienna will go on until the delegates from Italy have seen to the bridge.' }), document.createElement('slot'));
      host?.append(Object.assign(document.createElement('p'), { textContent: 'Anna Holm met them in Rome before the snow came from the Alps, as everybody had hoped.' }));
      const before = window.tools.snapshot(root);
      const { handle, answer } = window.core.mount(undefined, { paint: 'markup' });
      const marks = [...window.tools.marks(root), ...window.tools.marks()];
      window.core.unmount(handle);
      return { text: answer.text, marks, difference: window.tools.difference(before, window.tools.snapshot(root)) };
    });
    assert.match(said.text ?? '', /Geneva end\n\nThe talks in Vienna.*\n\nAnna Holm/);
    for (const mark of ['entity place: Vienna', 'entity place: Italy', 'entity place: Geneva', 'entity person: Anna Holm']) assert.ok(said.marks.includes(mark), `${mark} is not in ${said.marks.join(', ')}`);
    assert.equal(said.difference, '');
    await page.close();
  });
});
