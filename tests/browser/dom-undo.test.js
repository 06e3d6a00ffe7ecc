/** Undoing: the tree is node for node what it was, and what the page has done meanwhile stays done. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inEachBrowser } from './harness.js';

inEachBrowser((browser) => {
  const ARTICLE = `
  <h1>France and Spain open a bridge</h1>
  <!-- lead -->
  <p>“We <em>are</em> ready for <a href="/paris">Paris</a>,” Foreign Minister Marek <b>Drey</b><!-- sic -->er said on Friday in Geneva.</p>
  <p id="second">Geneva, France and the United Nations asked for $3 million. “Nobody wins,” he added.</p>
  <p id="third">The talks in Vienna will go on until the delegates from Italy have seen to both pillars of the bridge.</p>
  <ul><li>A road to Rome</li>
  <li>A road to Berlin, “the shortest one”, as she said</li></ul>`;

  test('every node is the same and in its place, and the text is never touched', async () => {
    const page = await browser.article(ARTICLE);
    const result = await page.evaluate(() => {
      // Neighbouring and empty text nodes, as scripts leave them behind.
      const second = document.getElementById('second');
      second?.append('They met ', 'in Ro', '', 'me.', document.createComment('end'));
      return window.tools.mountAndUndo();
    });
    assert.ok(result.count > 12, `${result.count} marks`);
    assert.ok(result.answer.text?.includes('They met in Rome.'));
    assert.ok(result.sameText);
    assert.equal(result.difference, '');
    await page.close();
  });

  test('mounting twice changes nothing, undoing twice neither', async () => {
    const page = await browser.article(ARTICLE);
    const result = await page.evaluate(() => {
      const { core, tools } = window;
      const before = tools.snapshot();
      const first = core.mount(undefined, {});
      const once = tools.snapshot();
      const second = core.mount(undefined, { minConfidence: 0 });
      const container = document.querySelector('article') ?? document.body;
      const named = core.mount(container, {});
      const twice = tools.difference(once, tools.snapshot());
      core.unmount(first.handle);
      core.unmount(first.handle);
      core.unmount(12345);
      return {
        handles: [second.handle === first.handle, named.handle === first.handle],
        sameAnswer: JSON.stringify(first.answer) === JSON.stringify(second.answer),
        twice,
        undone: tools.difference(before, tools.snapshot()),
        again: core.mount(undefined, {}).handle !== first.handle,
      };
    });
    assert.deepEqual(result, { handles: [true, true], sameAnswer: true, twice: '', undone: '', again: true });
    await page.close();
  });

  test('marks of another mount are not marked over', async () => {
    const page = await browser.article(ARTICLE);
    const said = await page.evaluate(() => {
      const { core, tools } = window;
      core.mount(document.getElementById('second') ?? undefined, {});
      const before = tools.snapshot();
      return [tools.thrown(() => core.mount(undefined, {})), tools.difference(before, tools.snapshot())];
    });
    assert.deepEqual(said, ['NewsglossError already-marked', '']);
    await page.close();
  });

  test('what the page has removed stays removed, and the rest is as it was', async () => {
    const page = await browser.article(ARTICLE);
    const html = await page.evaluate(() => {
      const { handle } = window.core.mount(undefined, {});
      document.getElementById('third')?.remove();
      document.querySelector('#second newsgloss-mark')?.remove();
      document.querySelector('p b newsgloss-mark')?.replaceChildren();
      window.core.unmount(handle);
      return document.querySelector('article')?.innerHTML;
    });
    const expected = ARTICLE.replace(/\n {2}<p id="third">.*<\/p>/, '\n  ').replace('>Geneva,', '>,').replace('<b>Drey</b>', '<b></b>');
    assert.equal(html, expected);
    await page.close();
  });

  test('a text that the page has rewritten stays as the page wrote it', async () => {
    const page = await browser.article(ARTICLE);
    const html = await page.evaluate(() => {
      // As a framework does that keeps its text nodes: it knows nothing of what was split off.
      const text = document.getElementById('third')?.firstChild;
      const { handle } = window.core.mount(undefined, {});
      if (text) text.nodeValue = 'Nobody came.';
      window.core.unmount(handle);
      return document.getElementById('third')?.innerHTML;
    });
    assert.equal(html, 'Nobody came.');
    await page.close();
  });

  test('what the page has put into a mark stays in the text', async () => {
    const page = await browser.article(ARTICLE);
    const html = await page.evaluate(() => {
      const { handle } = window.core.mount(undefined, {});
      document.querySelector('#third newsgloss-mark')?.append(document.createElement('i'));
      window.core.unmount(handle);
      return document.getElementById('third')?.innerHTML;
    });
    assert.ok(html?.startsWith('The talks in Vienna<i></i> will go on'), html);
    await page.close();
  });
});
