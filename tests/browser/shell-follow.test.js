/** A page that changes: what is new is marked, what is gone is forgotten, and nothing of the page's own work is undone. */
import assert from 'node:assert/strict';
import { it } from 'node:test';

import { inEachBrowser } from './harness.js';
import { ARTICLE, load } from './shell-page.js';

inEachBrowser((browser) => {
  for (const paint of /** @type {const} */ (['markup', 'highlight'])) {
    /**
     * A page with marks on its article.
     * @param {string} [body]
     */
    const followed = async (body = ARTICLE) => {
      const page = await browser.page(body);
      const newsgloss = await load(page);
      const handle = await newsgloss.evaluateHandle(async ({ mount }, way) => {
        const texts = /** @type {string[]} */ ([]);
        const mounted = await mount(undefined, { paint: way, onChange: ({ text = '' }) => texts.push(text) });
        return { mounted, texts };
      }, paint);
      /** The texts that are marked, once `words` is among them, or is not any more. */
      const shown = (/** @type {string} */ words, there = true) =>
        page.evaluate(
          async (wanted, expected) => {
            const texts = () => {
              const ranges = [...CSS.highlights.values()].flatMap((highlight) => [...highlight]).map((range) => {
                const live = document.createRange();
                live.setStart(range.startContainer, range.startOffset);
                live.setEnd(range.endContainer, range.endOffset);
                return live.toString();
              });
              return [...ranges, ...[...document.querySelectorAll('newsgloss-mark')].map((mark) => mark.textContent)];
            };
            for (let tries = 0; tries < 200 && texts().includes(wanted) !== expected; tries += 1) await new Promise((done) => setTimeout(done, 25));
            return texts();
          },
          words,
          there,
        );
      return { page, handle, shown };
    };

    it(`marks what is inserted, also at the very start and as a whole subtree (${paint})`, async () => {
      const { page, shown } = await followed();
      await page.evaluate(() => {
        const update = document.createElement('section');
        update.innerHTML = '<h2>Update</h2><p>The delegates from Norway left for Copenhagen on Monday, as their spokeswoman Anna Holm said.</p>';
        document.querySelector('article')?.append(update);
        document.querySelector('article p')?.before(Object.assign(document.createElement('p'), { textContent: 'It was raining in Lisbon when the news came in, and nobody was on the road.' }));
      });
      const texts = await shown('Anna Holm');
      for (const words of ['Norway', 'Copenhagen', 'Monday', 'Lisbon', 'Marek Dreyer']) assert.ok(texts.includes(words), `${words} is not in ${texts.join(', ')}`);
      await page.close();
    });

    it(`forgets what is removed or says something else (${paint})`, async () => {
      const { page, handle, shown } = await followed();
      await page.evaluate(() => {
        document.querySelector('article p:last-of-type')?.remove();
        const first = document.querySelector('article p');
        if (first) first.textContent = 'The talks were put off, and the delegates from Portugal went home before the snow came.';
      });
      const texts = await shown('Portugal');
      assert.ok(!texts.some((text) => /Nobody wins|Vienna/.test(text)), texts.join(', '));
      const told = await handle.evaluate(async ({ mounted, texts: heard }) => {
        for (let tries = 0; tries < 200 && heard.length === 0; tries += 1) await new Promise((done) => setTimeout(done, 25));
        return { last: heard.at(-1), now: mounted.annotations.text };
      });
      assert.match(told.now ?? '', /Portugal/);
      assert.equal(told.last, told.now);
      await page.close();
    });

    it(`goes along when another article takes the place of this one (${paint})`, async () => {
      const { page, shown } = await followed();
      await page.evaluate(() => {
        document.querySelector('article')?.remove();
        const next = document.createElement('article');
        next.innerHTML =
          '<h1>A ferry for Bergen</h1><p>The harbour of Bergen gets a new ferry, Minister Anna Holm told reporters on Tuesday in Oslo.</p>' +
          '<p>“We have waited for it since the flood,” she said, and the masters of the ships agreed with her at once.</p>';
        document.body.prepend(next);
      });
      const texts = await shown('Bergen');
      assert.ok(!texts.some((text) => /Dreyer|Vienna/.test(text)), texts.join(', '));
      await page.close();
    });

    it(`leaves the page as the page has made it (${paint})`, async () => {
      const { page, handle, shown } = await followed();
      const expected = await page.evaluate(() => {
        const copy = /** @type {HTMLElement} */ (document.querySelector('article'));
        copy.querySelector('p:last-of-type')?.remove();
        copy.append(Object.assign(document.createElement('p'), { textContent: 'The delegates from Norway left for Copenhagen on Monday, and the rest were to follow.' }));
        return copy.textContent;
      });
      await shown('Norway');
      const left = await handle.evaluate(({ mounted }) => {
        mounted.unmount();
        const article = document.querySelector('article');
        article?.normalize();
        return { text: article?.textContent, ours: document.querySelectorAll('newsgloss-mark, newsgloss-card').length, highlights: CSS.highlights.size, texts: article?.querySelector('p:last-of-type')?.childNodes.length };
      });
      assert.deepEqual(left, { text: expected, ours: 0, highlights: 0, texts: 1 });
      await page.close();
    });

    it(`does not take its own work for the page's, and is at rest when the page is (${paint})`, async () => {
      const { page, handle } = await followed();
      const changes = await handle.evaluate(async ({ mounted, texts }) => {
        const article = /** @type {Element} */ (document.querySelector('article'));
        let seen = 0;
        const observer = new MutationObserver((records) => (seen += records.length));
        observer.observe(article, { subtree: true, childList: true, characterData: true });
        document.querySelector('#after')?.append(' Or so it was thought.');
        document.body.append(document.createElement('iframe'));
        article.querySelector('p')?.setAttribute('class', 'lead');
        await new Promise((done) => setTimeout(done, 900));
        observer.disconnect();
        return { seen, told: texts.length, there: mounted.annotations.entities.length > 3 };
      });
      assert.deepEqual(changes, { seen: 0, told: 0, there: true });
      await page.close();
    });
  }

  it('shows highlights from then on, where a page that showed no sign of it works on its text itself', async () => {
    const page = await browser.page(ARTICLE);
    const newsgloss = await load(page);
    const shown = await newsgloss.evaluate(async ({ mount }) => {
      const mounted = await mount();
      const counts = () => [document.querySelectorAll('newsgloss-mark').length > 0, CSS.highlights.size > 0];
      const first = counts();
      const text = /** @type {Text} */ (document.createTreeWalker(/** @type {Node} */ (document.querySelector('article p')), NodeFilter.SHOW_TEXT).nextNode());
      text.data = 'The minister Anna Holm met the delegates in Oslo on Monday, and nobody had known of it before.';
      for (let tries = 0; tries < 200 && counts()[1] !== true; tries += 1) await new Promise((done) => setTimeout(done, 25));
      const later = counts();
      mounted.unmount();
      return { first, later, left: counts() };
    });
    assert.deepEqual(shown, { first: [true, false], later: [false, true], left: [false, false] });
    await page.close();
  });

  it('never shows what its caller or its reader does not want, nor takes other marks out for it, whatever comes into the page', async () => {
    const page = await browser.page(ARTICLE);
    const newsgloss = await load(page);
    const found = await newsgloss.evaluate(async ({ mount }) => {
      const marks = () => [...document.querySelectorAll('newsgloss-mark')].map((mark) => mark.textContent);
      const isMark = (/** @type {Node} */ { nodeName }) => nodeName === 'NEWSGLOSS-MARK';
      /** @type {(string | null)[]} */
      const added = [];
      let removed = 0;
      new MutationObserver((records) => {
        for (const { addedNodes, removedNodes } of records) {
          added.push(...[...addedNodes].filter(isMark).map(({ textContent }) => textContent));
          removed += [...removedNodes].filter(isMark).length;
        }
      }).observe(document.body, { subtree: true, childList: true });
      // What a reader has hidden is kept by what it is.
      localStorage.setItem('newsgloss', JSON.stringify({ hidden: { [location.host + location.pathname]: ['place Vienna'] } }));
      // A veto that remembers is asked once of each mark.
      const known = new Set();
      const mounted = await mount(undefined, { paint: 'markup', veto: ({ text, start }) => text === 'Geneva' || known.has(start) || !known.add(start) });
      const first = marks();
      known.clear();
      document.querySelector('article p')?.before(Object.assign(document.createElement('p'), { textContent: 'It was raining in Lisbon and in Geneva when the news came in from Vienna, as Anna Holm said.' }));
      for (let tries = 0; tries < 200 && !marks().includes('Anna Holm'); tries += 1) await new Promise((done) => setTimeout(done, 25));
      const found = { first, second: marks(), added, removed };
      mounted.unmount();
      localStorage.clear();
      return found;
    });
    assert.ok(found.first.includes('Marek Dreyer'), found.first.join());
    assert.ok(found.second.includes('Lisbon') && found.second.includes('Anna Holm'), found.second.join());
    assert.deepEqual(found.added.filter((text) => text === 'Geneva' || text === 'Vienna'), []);
    assert.equal(found.removed, 0, 'marks went that were to stay');
    await page.close();
  });

  /** A short article about a ferry. @param {string} town @param {string} name */
  const FERRY = (town, name) => `<article><h2>A ferry for ${town}</h2>
    <p>The harbour of ${town} gets a new ferry in the spring, Minister ${name} told reporters on Tuesday, after years of talks about it.</p>
    <p>“We have waited for it since the flood,” she said, and the masters of the ships agreed with her at once, as did the pilots.</p>
    <p>The old ferry had been built before the bridge, and nobody had thought that it would last for so long in such weather.</p>
    <p>It will be sold when the new one is there, or broken up where it was built, as the owners of the harbour had wished all along.</p>
    <p>Tickets are to cost as much as before, and children will go free of charge until the summer is over and the school begins.</p></article>`;

  it('marks every article that stands on the page in full, each by itself, also one that comes later', async () => {
    const page = await browser.page(`<main>${FERRY('Bergen', 'Anna Holm')}${FERRY('Lisbon', 'Lena Ruiz')}</main>`);
    const newsgloss = await load(page);
    const found = await newsgloss.evaluate(async ({ mount }, third) => {
      const mounted = await mount(undefined, { paint: 'markup' });
      const told = () => mounted.articles.map(({ headline, quotes, entities }) => [headline, entities.find(({ id }) => quotes[0]?.entities?.includes(id))?.name]);
      const first = told();
      document.querySelector('main')?.insertAdjacentHTML('beforeend', third);
      for (let tries = 0; tries < 200 && told().length < 3; tries += 1) await new Promise((done) => setTimeout(done, 25));
      const later = told();
      const marked = [...document.querySelectorAll('article')].map((article) => article.querySelectorAll('newsgloss-mark').length > 2);
      mounted.unmount();
      return { first, later, marked, left: document.querySelectorAll('newsgloss-mark').length };
    }, FERRY('Oslo', 'Mira Lund'));
    const first = [
      ['A ferry for Bergen', 'Anna Holm'],
      ['A ferry for Lisbon', 'Lena Ruiz'],
    ];
    assert.deepEqual(found, { first, later: [...first, ['A ferry for Oslo', 'Mira Lund']], marked: [true, true, true], left: 0 });
    await page.close();
  });

  it('stops following when it is told not to begin, and when it is unmounted', async () => {
    const page = await browser.page(ARTICLE);
    const newsgloss = await load(page);
    const counts = await newsgloss.evaluate(async ({ mount }) => {
      const add = async (/** @type {string} */ words) => {
        document.querySelector('article')?.append(Object.assign(document.createElement('p'), { textContent: words }));
        await new Promise((done) => setTimeout(done, 500));
        return [...document.querySelectorAll('newsgloss-mark')].filter((mark) => /Norway|Denmark/.test(mark.textContent)).length;
      };
      const still = await mount(undefined, { paint: 'markup', follow: false });
      const first = await add('The delegates from Norway left on Monday, and the rest of them were to follow.');
      still.unmount();
      const moving = await mount(undefined, { paint: 'markup' });
      moving.unmount();
      const second = await add('The delegates from Denmark left on Monday, and the rest of them were to follow.');
      return [first, second];
    });
    assert.deepEqual(counts, [0, 0]);
    await page.close();
  });
});
