/** Where marks stand in a page, and where they do not. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { inEachBrowser } from './harness.js';

inEachBrowser((browser) => {
  /** Enough running text for a page to have an article. */
  const PROSE = '<p>The engineers had seen to both pillars of the bridge before the snow came, and the road was open again.</p>';

  describe('in a paragraph', () => {
    /** One for all paragraphs, since loading the core takes longer than marking. @type {import('./page.js').Page} */
    let page;
    before(async () => {
      page = await browser.article(`<p id="p"></p>${PROSE}`);
    });
    after(() => page.close());

    /**
     * The first paragraph of an article, marked, with each mark as "[subtype …]"; its text must be what it was.
     * @param {string} paragraph
     */
    async function marked(paragraph) {
      const result = await page.evaluate((html) => {
        const element = /** @type {HTMLElement} */ (document.getElementById('p'));
        element.innerHTML = html;
        const { textContent: text, innerHTML: before } = element;
        const { handle } = window.core.mount(undefined, {});
        const marked = window.tools.marked(element);
        const isSameText = text === element.textContent;
        window.core.unmount(handle);
        return { marked, isSameText, isAsBefore: element.innerHTML === before };
      }, paragraph);
      assert.ok(result.isSameText, 'marking has changed the text');
      assert.ok(result.isAsBefore, 'something is left of the marks');
      return result.marked;
    }

    for (const [what, paragraph, expected] of [
      [
        'a name that markup divides is marked in pieces',
        'Talks with Foreign Minister Sergey <b>Lav</b>rov went on.',
        'Talks with Foreign Minister [person Sergey ]<b>[person Lav]</b>[person rov] went on.',
      ],
      ['a name that is a link stays one', 'The road to <a href="/x">Paris</a> was open.', 'The road to <a href="/x">[place Paris]</a> was open.'],
      [
        'a comment inside a name stays where it is',
        'The road to Saudi <!-- sic -->Arabia was open.',
        'The road to [place Saudi ]<!-- sic -->[place Arabia] was open.',
      ],
      ['a name across a line of the source is one', 'The road to Saudi\n  Arabia was open.', 'The road to [place Saudi\n  Arabia] was open.'],
      ['what is not a name is left alone', 'The road was &lt;open&gt; &amp; dry.', 'The road was &lt;open&gt; &amp; dry.'],
    ]) {
      test(/** @type {string} */ (what), async () => {
        assert.equal(await marked(/** @type {string} */ (paragraph)), expected);
      });
    }

    test('names and dates stand inside quotations, and quotations go across markup', async () => {
      const html = await marked('“We will meet in <em>Geneva</em> on Friday,” she said.');
      assert.equal(html, '“[direct We will meet in ]<em>[direct [place Geneva]]</em>[direct  on [date Friday]],” she said.');
    });

    test('a quotation in a quotation stands inside it', async () => {
      const html = await marked('“They told me ‘we will go to Paris tomorrow’ and left,” she said.');
      assert.match(html, /^“\[direct They told me ‘(\[direct )?we will go to \[place Paris\]/);
    });
  });

  test('marks stand in the article and nowhere else', async () => {
    const frame = 'Kerry said “we are ready” in Paris on Friday.';
    const page = await browser.open(`<!doctype html><html lang="en"><title>Bridge</title><body>
    <header><p>${frame}</p><nav><a href="/">${frame}</a></nav></header>
    <main><article><h1>France mends a bridge</h1><figure><img alt="${frame}"><figcaption>The bridge in Paris</figcaption></figure>
      ${PROSE}
      <aside><p>${frame}</p></aside><div class="related-stories"><p>${frame}</p></div><div class="ad-slot"><p>${frame}</p></div>
      <div aria-hidden="true"><p>${frame}</p></div><div hidden><p>${frame}</p></div><div style="display:none"><p>${frame}</p></div>
      <div style="visibility:hidden"><p>${frame}</p></div><p contenteditable="true">${frame}</p>
      <p>It leads to Spain.</p><p title="${frame}"><svg><text>${frame}</text></svg></p><noscript>${frame}</noscript>
      <template><p>${frame}</p></template><iframe srcdoc="<p>${frame}</p>"></iframe><script type="text/plain">${frame}</script>
      <form><textarea>${frame}</textarea><select><option>${frame}</option></select><button>${frame}</button><label>${frame}</label></form>
      <p class="tags">Posted In: <a href="/">${frame}</a></p><ul><li><a href="/">Paris mayor in Spain</a></li></ul>
      <section id="comments"><h2>Comments</h2><p>${frame}</p></section></article></main>
    <footer><p>${frame}</p></footer></body></html>`);
    const { marks, text } = await page.evaluate(() => {
      const { answer } = window.core.mount(undefined, {});
      return { marks: window.tools.marks(), text: answer.text };
    });
    assert.deepEqual(marks, ['entity place: France', 'entity place: Paris', 'entity place: Spain']);
    assert.match(text ?? '', /^France mends a bridge\n\nThe bridge in Paris\n\nThe engineers[^\n]*\n\nIt leads to Spain\.$/);
    await page.close();
  });

  test('text that a box is made of by itself is left alone', async () => {
    const page = await browser.article(`<p style="display:flex" id="p">The road to Paris <b>was in France</b></p>${PROSE}`);
    const html = await page.evaluate(() => {
      window.core.mount(undefined, {});
      return window.tools.marked(document.getElementById('p'));
    });
    assert.equal(html, 'The road to Paris <b>was in [place France]</b>');
    await page.close();
  });

  test('what floats or is placed within a line does not end the sentence', async () => {
    const page = await browser.article(`<style>.initial { float: left } .chip { display: inline-flex }</style>
    <p id="p"><span class="initial">S</span>audi <a class="chip" href="/x">Arabia and <b>Spain</b></a> signed.</p>${PROSE}`);
    const { html, text } = await page.evaluate(() => {
      const { answer } = window.core.mount(undefined, {});
      return { html: window.tools.marked(document.getElementById('p')), text: answer.text };
    });
    assert.match(text ?? '', /^Saudi Arabia and Spain signed\.\n\nThe engineers/);
    assert.equal(html, '<span class="initial">[place S]</span>[place audi ]<a class="chip" href="/x">Arabia and <b>[place Spain]</b></a> signed.');
    await page.close();
  });

  test('offsets count in the answer’s text, in UTF-16 code units', async () => {
    const page = await browser.article(`<p>🙂 A road to <b>Pa</b>ris — “we are <i>ready</i> 🙂”, she said.</p>${PROSE}`);
    const said = await page.evaluate(() => {
      const { answer } = window.core.mount(undefined, {});
      const slice = (/** @type {{start: number, end: number}} */ { start, end }) => answer.text?.slice(start, end);
      return [...answer.entities.flatMap((entity) => entity.mentions), ...answer.quotes].map(slice);
    });
    assert.deepEqual(said, ['Paris', 'we are ready 🙂']);
    await page.close();
  });

  test('the day comes from the page unless the caller gives one, and the language from the page', async () => {
    const page = await browser.open(`<!doctype html><html lang="en-GB"><title>T</title>
    <script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2016-08-27T06:40:00Z"}</script>
    <article><h1>Bridge</h1><p>The talks failed on Friday.</p>${PROSE}</article></html>`);
    const answers = await page.evaluate(() => {
      const first = window.core.mount(undefined, {});
      window.core.unmount(first.handle);
      return [first.answer, window.core.mount(undefined, { published: '2016-09-05' }).answer].map((answer) => [
        answer.published,
        answer.values[0]?.value,
        answer.language,
        answer.headline,
      ]);
    });
    assert.deepEqual(answers, [
      ['2016-08-27', '2016-08-26', 'en-GB', 'Bridge'],
      ['2016-09-05', '2016-09-02', 'en-GB', 'Bridge'],
    ]);
    await page.close();
  });
});
