/** What publishers write into a page: one tag, from another origin and under a strict policy; what they choose, what they are told, and what is wrong. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';

import { version } from '../../scripts/packaged.js';
import { DEMO, serve } from '../../scripts/serve.js';
import { inEachBrowser, served } from './harness.js';
import { ARTICLE, cardText, load } from './shell-page.js';

/** @type {Awaited<ReturnType<typeof serve>>} */
let elsewhere;
before(async () => {
  elsewhere = await serve({ routes: DEMO, headers: { 'access-control-allow-origin': '*' } });
});
after(() => {
  elsewhere.close();
});

/** What the page keeps of the events that it hears, from its beginning. */
const LISTENER = `const heard = window.heard = [];
for (const name of ['ready', 'open', 'quote', 'error']) {
  document.addEventListener('newsgloss:' + name, (event) => { heard.push({ name, at: event.target.localName ?? '#document', detail: event.detail }); });
}`;

inEachBrowser((browser) => {
  browser.pages.set('/listener.js', { type: 'text/javascript', body: LISTENER });

  /**
   * A page with this in its head and body, under this policy.
   * @param {string} head
   * @param {string} [body]
   * @param {string} [policy]
   */
  function pageWith(head, body = ARTICLE, policy = '') {
    const meta = policy && `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
    return browser.load(
      `<!doctype html><html lang="en"><head><meta charset="utf-8">${meta}<title>Test</title><script src="/listener.js"></script>${head}</head><body>${body}</body></html>`,
    );
  }

  /** @param {import('./page.js').Page} page @param {string} name */
  const heard = async (page, name) => {
    await page.waitFor((/** @type {string} */ wanted) => /** @type {any} */ (window).heard.some((/** @type {any} */ each) => each.name === wanted), name);
  };
  /** What newsgloss itself has said on the console. @param {import('./page.js').Page} page */
  const said = async (page) => (await page.complaints()).filter((each) => each.includes('newsgloss: ')).map((each) => each.replace(/^.*?newsgloss: /, ''));
  /** @param {import('./page.js').Page} page */
  const types = (page) => page.locator('newsgloss-mark').evaluateAll((all) => [...new Set(all.map(({ dataset }) => dataset['type']))].sort());

  describe('the tag', () => {
    it('marks a page from another origin, under a strict policy, once the page has loaded, as its attributes say', async () => {
      const { origin } = elsewhere;
      const policy = `default-src 'none'; script-src 'self' ${origin} 'wasm-unsafe-eval'; connect-src ${origin}; img-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'`;
      const tag = `<script type="module" src="${origin}/pkg/newsgloss.js" data-kinds="person, direct" data-paint="markup" data-look="colour" data-language="de"></script>`;
      const page = await pageWith(tag, ARTICLE, policy);
      await heard(page, 'ready');
      assert.deepEqual(await types(page), ['direct', 'person']);
      await page.locator('newsgloss-control[data-seen]').waitFor();
      const begun = await page.evaluate(() => {
        const [{ loadEventEnd }] = /** @type {[PerformanceNavigationTiming]} */ (/** @type {unknown} */ (performance.getEntriesByType('navigation')));
        const ours = performance.getEntriesByType('resource').filter(({ name }) => name.includes('/pkg/') && !name.endsWith('/newsgloss.js'));
        return { count: ours.length, early: ours.filter(({ startTime }) => startTime < loadEventEnd).map(({ name }) => name), panel: ours.some(({ name }) => name.includes('/panel-')) };
      });
      assert.ok(begun.count >= 5, `${begun.count} files`);
      assert.deepEqual([begun.early, begun.panel], [[], false]);
      // The panel comes when it is asked for.
      await page.evaluate(() => {
        /** @type {any} */ (window).heard[0].detail.open('people');
      });
      await page.locator('newsgloss-panel[data-open]').waitFor();
      // Both in the language that the tag says.
      assert.match(await page.locator('[role="tablist"]', { host: 'newsgloss-panel' }).text(), /Wer sagt was/);
      await page.locator('newsgloss-mark[data-type="person"]', { begins: 'Marek Dreyer' }).hover();
      assert.match(await cardText(page), /^Person\nMarek Dreyer\n[^]*Genannt/);
      assert.deepEqual(await said(page), []);
      await page.close();
    });

    it('says once which word is missing where the policy forbids WebAssembly', async () => {
      const page = await pageWith('<script type="module" src="/pkg/newsgloss.js" data-newsgloss></script>', ARTICLE + '<news-gloss></news-gloss>', "script-src 'self'");
      await heard(page, 'error');
      await page.waitFor(() => /** @type {any} */ (window).heard.length > 1);
      assert.deepEqual(await said(page), ["this page's Content-Security-Policy forbids WebAssembly: 'wasm-unsafe-eval' is missing in its script-src"]);
      assert.equal(await page.evaluate(() => /** @type {any} */ (window).heard[0].detail.code), 'core-unavailable');
      assert.equal(await page.locator('newsgloss-mark').count(), 0);
      // Firefox tells of it as something thrown.
      await page.close().catch((/** @type {unknown} */ error) => { assert.match(String(error), /blocked WebAssembly/); });
    });

    it('names what is not understood, with what is allowed, and does without it', async () => {
      const json = '<script type="application/json" data-newsgloss>{"kinds": ["person"], "threshhold": 1, "look": 3, "control": false}</script>';
      const tag = '<script type="module" src="/pkg/newsgloss.js" data-paint="crayon" data-min-confidence="most" data-include="##" data-language="x y" data-published="Friday" data-follow="maybe"></script>';
      const page = await pageWith(json + tag);
      await heard(page, 'ready');
      assert.deepEqual(await types(page), ['person']);
      const told = await said(page);
      for (const part of [
        '<script data-newsgloss> has no "threshhold". Allowed: article, include, exclude, kinds,',
        '"look" in <script data-newsgloss> cannot be 3. Allowed: line, colour, margin. The default is used.',
        'data-paint cannot be "crayon". Allowed: markup, highlight. The default is used.',
        'data-min-confidence cannot be "most". Allowed: a number from 0 to 1.',
        'data-include cannot be "##". Allowed: a CSS selector.',
        'data-language cannot be "x y". Allowed: a language tag',
        'data-published cannot be "Friday". Allowed: a day',
        'data-follow cannot be "maybe". Allowed: on, off.',
      ]) {
        assert.equal(told.filter((each) => each.startsWith(part)).length, 1, `${part}: ${told.join('\n')}`);
      }
      assert.equal(told.length, 8);
      await page.close();
    });

    it('marks nothing where its selector finds nothing, where it says nothing, or where the module is imported', async () => {
      const missing = await pageWith('<script type="module" src="/pkg/newsgloss.js" data-article=".story"></script>');
      await missing.waitFor(() => document.readyState === 'complete');
      for (const told = Date.now() + 60_000; (await said(missing)).length === 0 && Date.now() < told; );
      assert.deepEqual(await said(missing), ['no element is found by ".story": nothing is marked']);
      await missing.close();
      const empty = await pageWith('<script type="module" src="/pkg/newsgloss.js" data-include=".story"></script>');
      await heard(empty, 'ready');
      assert.deepEqual(await said(empty), ['no element is found by ".story": nothing is marked until there is one']);
      assert.equal(await empty.locator('newsgloss-mark').count(), 0);
      await empty.close();
      const plain = await pageWith('<script type="module" src="/pkg/newsgloss.js"></script><script type="module">import "/pkg/newsgloss.js?imported"</script>', `${ARTICLE}<news-gloss><p>Marek Dreyer spoke in Geneva.</p></news-gloss>`);
      await heard(plain, 'ready');
      assert.equal(await plain.locator('newsgloss-mark').count(), await plain.locator('news-gloss newsgloss-mark').count());
      await plain.close();
    });

    it('leaves the page to the first of two copies, of two versions too, and says so once', async () => {
      const other = readFileSync(new URL('../../pkg/newsgloss.js', import.meta.url), 'utf8').replace(`"${version()}"`, '"99.1.0"');
      browser.pages.set('/pkg/other.js', { type: 'text/javascript', body: other });
      const page = await pageWith(['newsgloss', 'other'].map((copy) => `<script type="module" src="/pkg/${copy}.js" data-newsgloss></script>`).join(''));
      await heard(page, 'ready');
      const told = await said(page);
      assert.equal(told.length, 1, told.join('\n'));
      assert.ok(told[0]?.startsWith(`version ${version()} is on this page already: version 99.1.0 leaves tags and <news-gloss> to it`), told[0]);
      await page.waitFor(() => document.querySelectorAll('newsgloss-control').length === 1);
      assert.equal(await page.evaluate(() => /** @type {any} */ (window).heard.length), 1);
      await page.close();
    });

    it('tells where a list fails or is a page, and touches nothing', async () => {
      browser.pages.set('/own/signin.csv', '<!doctype html><title>Sign in</title>');
      for (const [address, code] of [
        ['/own/signin.csv', 'bad-list'],
        ['/own/none.csv', 'data-unavailable'],
      ]) {
        const page = await pageWith(`<script type="module" src="/pkg/newsgloss.js" data-lexicon="${String(address)}"></script>`);
        await heard(page, 'error');
        assert.deepEqual(await page.evaluate(() => /** @type {any} */ (window).heard.map((/** @type {any} */ { name, detail }) => `${name} ${detail.code}`)), [`error ${String(code)}`]);
        assert.match((await said(page)).join(), new RegExp(String(address)));
        assert.equal(await page.locator('newsgloss-mark').count(), 0);
        await page.close();
      }
    });
  });

  describe('a handle', () => {
    it('marks what is wanted and nothing else, and changes its mind', async () => {
      const page = await pageWith('');
      const newsgloss = await load(page);
      const found = await newsgloss.evaluate(async ({ mount }) => {
        const marks = () => [...document.querySelectorAll('newsgloss-mark')].map((mark) => mark.textContent);
        /** @type {string[]} */
        const asked = [];
        const handle = await mount(undefined, {
          paint: 'markup',
          kinds: ['person', 'place', 'organization'],
          exclude: 'h1',
          deny: ['Vienna'],
          lexicon: 'name,type\n"handshake","event"\n',
          veto: ({ text, type, element }) => {
            asked.push(`${type} ${text} ${element.localName}`);
            return text === 'Geneva' && element.parentElement?.querySelector('p') === element;
          },
        });
        const begun = marks();
        const names = handle.annotations.entities.map(({ name }) => name);
        await handle.update({ veto: undefined, exclude: undefined, kinds: ['place'] });
        const places = marks();
        await handle.update({ deny: undefined, lexicon: undefined });
        const again = marks();
        const failed = await handle.update({ lexicon: 'no list' }).then(
          () => 'updated',
          (/** @type {unknown} */ error) => /** @type {import('../../www/newsgloss.js').NewsglossError} */ (error).code,
        );
        const kept = marks();
        await handle.update({ include: '.nowhere' });
        const nowhere = marks();
        await handle.update({ include: undefined, exclude: '.nowhere' });
        const everywhere = marks();
        handle.unmount();
        await handle.update({ kinds: ['person'] });
        return { begun, names, asked, places, again, failed, kept, nowhere, everywhere, left: marks() };
      });
      assert.ok(found.begun.includes('Marek Dreyer') && !found.begun.includes('Vienna') && !found.begun.includes('handshake'));
      assert.equal(found.begun.filter((text) => text === 'Geneva').length, 1, 'one is in the headline, one is vetoed, one is left');
      assert.ok(found.names.includes('handshake') && !found.names.includes('Vienna'), found.names.join());
      assert.ok(found.asked.includes('person Marek Dreyer p') && !found.asked.some((each) => each.endsWith(' h1')), found.asked.join());
      assert.deepEqual(found.places.filter((text) => text === 'Geneva').length, 3);
      assert.ok(!found.places.includes('Marek Dreyer') && !found.places.includes('Vienna'));
      assert.ok(found.again.includes('Vienna'));
      assert.deepEqual([found.failed, found.kept, found.left], ['bad-list', found.again, []]);
      // Selectors that find nothing.
      assert.deepEqual([found.nowhere, found.everywhere], [[], found.kept]);
      await page.close();
    });

    it('tells what readers do by events of the article, and nothing by itself', async () => {
      const page = await pageWith('');
      const newsgloss = await load(page);
      await newsgloss.evaluate(async ({ mount }) => {
        Object.assign(window, { handle: await mount(undefined, { paint: 'markup', hidden: ['date'] }) });
        await mount(undefined, { hidden: ['date'] });
      });
      assert.deepEqual((await said(page)).map((each) => each.replace(/: .*#/, ' #')), ['the option `hidden` is deprecated #hidden']);
      await page.locator('newsgloss-mark[data-type="person"]', { begins: 'Marek Dreyer' }).hover();
      await heard(page, 'open');
      await page.locator('newsgloss-mark[data-kind="quote"]', { begins: 'Nobody wins' }).click();
      await cardText(page);
      for (const name of ['Copy', 'Copy link', 'Report']) {
        await page.locator('.acts button', { begins: name, host: 'newsgloss-card' }).click();
        await page.locator('.outcome', { host: 'newsgloss-card' }).waitFor();
      }
      // Not told where the browser lets no test copy, for then nothing has been taken.
      const isRefused = (await page.locator('textarea', { host: 'newsgloss-card' }).count()) > 0;
      const taken = await page.evaluate(() => /** @type {any} */ (window).heard.filter((/** @type {any} */ { name }) => name === 'quote').map((/** @type {any} */ { at, detail: { id, ...detail } }) => ({ at, ...detail, hasId: /^q\d+$/.test(id) })));
      const quote = { at: 'article', kind: 'direct', text: 'Nobody wins here', speaker: 'he', hasId: true };
      assert.deepEqual(taken, isRefused ? [] : [{ ...quote, as: 'text' }, { ...quote, as: 'link' }]);
      await page.evaluate(() => {
        /** @type {any} */ (window).handle.open('quotes');
      });
      await page.locator('newsgloss-panel[data-open]').waitFor();
      const all = await page.evaluate(() => /** @type {any} */ (window).heard.map((/** @type {any} */ { name, at, detail }) => ({ name, at, ...(name === 'ready' ? { names: detail.annotations.entities.length > 0 } : { what: detail.what, text: detail.text ?? detail.view }) })));
      assert.deepEqual(all.slice(0, 3), [
        { name: 'ready', at: 'article', names: true },
        { name: 'ready', at: 'article', names: true },
        { name: 'open', at: 'article', what: 'card', text: 'Marek Dreyer' },
      ]);
      assert.deepEqual(all.at(-1), { name: 'open', at: 'article', what: 'panel', text: 'quotes' });
      await page.close();
    });

    it('says that the panel cannot be loaded', async () => {
      browser.pages.set(served('panel.js'), null);
      const page = await pageWith('');
      const newsgloss = await load(page);
      await newsgloss.evaluate(async ({ mount }) => {
        Object.assign(window, { handle: await mount(undefined) });
        /** @type {any} */ (window).handle.open();
      });
      await heard(page, 'error');
      assert.equal(await page.locator('newsgloss-panel').count(), 0);
      browser.pages.delete(served('panel.js'));
      await page.close();
    });
  });

  describe('<news-gloss>', () => {
    it('has options as attributes and properties alike, and follows them; it may be moved or taken away while it loads', async () => {
      const page = await pageWith('', `<main></main><news-gloss id="moved" kinds="person">${ARTICLE}</news-gloss><news-gloss id="gone"><p>Marek Dreyer spoke in Geneva.</p></news-gloss>`);
      await page.evaluate(async () => {
        await import(/** @type {string} */ ('/pkg/newsgloss.js'));
        // At once: nothing else has been loaded yet.
        document.getElementById('gone')?.remove();
        document.querySelector('main')?.append(/** @type {Element} */ (document.getElementById('moved')));
      });
      await heard(page, 'ready');
      await page.waitFor(() => document.querySelector('newsgloss-mark') !== null);
      assert.deepEqual(await types(page), ['person']);
      const element = await page.evaluateHandle(() => /** @type {import('../../www/newsgloss.js').NewsGlossElement} */ (document.querySelector('news-gloss')));
      const read = await element.evaluate((it) => {
        it.kinds = ['place', 'direct'];
        it.control = false;
        const { kinds, control, minConfidence, deny } = it;
        return { attribute: it.getAttribute('kinds'), kinds, control, minConfidence, deny, found: (it.annotations?.entities.length ?? 0) > 0 };
      });
      assert.deepEqual(read, { attribute: 'place direct', kinds: ['place', 'direct'], control: false, found: true });
      await page.waitFor(() => document.querySelector('newsgloss-mark[data-type=place]') !== null && document.querySelector('newsgloss-mark[data-type=person]') === null);
      await element.evaluate((it) => {
        it.veto = ({ text }) => text === 'Geneva';
      });
      // Marks come back in slices.
      await page.waitFor(() => {
        const marks = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('newsgloss-mark')]);
        return !marks.some((mark) => mark.textContent === 'Geneva') && [...new Set(marks.map(({ dataset }) => dataset['type']))].sort().join() === 'direct,place';
      });
      await element.evaluate((it) => {
        it.remove();
      });
      await page.locator('newsgloss-card').waitForGone();
      const events = await page.evaluate(() => /** @type {any} */ (window).heard.map((/** @type {any} */ { name, at }) => `${name} ${at}`));
      assert.deepEqual(events, ['ready news-gloss']);
      assert.deepEqual(await said(page), []);
      await page.close();
    });
  });
});
