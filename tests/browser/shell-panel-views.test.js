/** What is in the panel, with made-up articles: people and organisations, and the settings, by pointer and keyboard. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';

import { inEachBrowser } from './harness.js';
import { panelIn } from './panel/staged.js';
import { BRIDGE } from './panel/story.js';

inEachBrowser((browser) => {
  const { staged, show, opened, inside, asked, focused, kept, names, again } = panelIn(browser);

  describe('people and organisations', () => {
    it('are listed by type with how often each is named, or as they appear', async () => {
      const page = await opened();
      assert.deepEqual(
        (await inside(page, 'section').texts()).map((text) => text.split('\n')[0]?.trim()),
        ['People 3', 'Organisations 2', 'Places 3', 'Groups 1', 'Events 1'],
      );
      assert.deepEqual((await names(page)).slice(3, 8), ['Nordia Bank', 'Ostmark Rowing Club', 'Ostmark', 'Tallis', 'Port Selm']);
      assert.match((await inside(page, '.entities li').text()).trim(), /^Łucja Brandt\s+4\s+(named 4 times\s+)?Mayor$/);
      await inside(page, '.tools select').evaluate((element) => {
        const field = /** @type {HTMLSelectElement} */ (element);
        field.selectedIndex = 1;
        field.dispatchEvent(new Event('change', { bubbles: true }));
      });
      await page.waitFor(() => document.querySelector('newsgloss-panel')?.shadowRoot?.querySelectorAll('.name bdi')[3]?.textContent === 'Ostmark Rowing Club');
      await page.close();
    });

    it('are found without their accents, by role, description and what they are called in the text', async () => {
      const page = await opened();
      for (const [words, found] of /** @type {[string, string[]][]} */ ([
        ['lucja', ['Łucja Brandt']],
        ['OKORO emile', ['Émile Okoro']],
        ['savings', ['Nordia Bank']],
        ['zzz', []],
        ['', await names(page)],
      ])) {
        await inside(page, '[type=search]').fill(words);
        await page.waitFor((/** @type {string} */ wanted) => [...(document.querySelector('newsgloss-panel')?.shadowRoot?.querySelectorAll('.name bdi') ?? [])].map((name) => name.textContent).join() === wanted, found.join());
        if (found.length === 0) assert.match(await inside(page, '.body').text(), /No name matches/);
      }
      assert.deepEqual((await asked(page)).slice(0, 2), ['announce 1 name', 'announce 1 name']);
      await page.close();
    });

    it('are shown of some types only', async () => {
      const page = await opened();
      await inside(page, '.chips button', 'Organisations').click();
      await inside(page, '.chips button', 'Events').click();
      await page.waitFor(() => document.querySelector('newsgloss-panel')?.shadowRoot?.querySelectorAll('.name').length === 3);
      assert.deepEqual(await names(page), ['Nordia Bank', 'Ostmark Rowing Club', 'Lantern Festival']);
      assert.equal(await inside(page, '.chips button', 'Events').attribute('aria-pressed'), 'true');
      await page.close();
    });

    it('lead to each mention, which is shown in its sentence', async () => {
      const page = await opened();
      await inside(page, '.name', 'Nordia Bank').click();
      assert.equal(await inside(page, '.name', 'Nordia Bank').attribute('aria-expanded'), 'true');
      await inside(page, '.excerpt').waitFor();
      assert.deepEqual(await inside(page, '.excerpt').texts(), [
        'The bridge is to cost 42 million crowns, of which the Nordia Bank lends two thirds.',
        'The Nordia Bank declined to comment.',
      ]);
      assert.deepEqual(await inside(page, '.excerpt mark').texts(), ['Nordia Bank', 'Nordia Bank']);
      assert.deepEqual(
        await inside(page, '.links a').evaluateAll((links) => links.map((link) => /** @type {HTMLAnchorElement} */ (link).href)),
        ['https://www.wikidata.org/wiki/Special:GoToLinkedPage/enwiki/Q102', 'https://www.wikidata.org/wiki/Q102'],
      );
      await inside(page, '.excerpt', 'The Nordia').focus();
      await page.press('Enter');
      const start = BRIDGE.text?.lastIndexOf('Nordia Bank') ?? 0;
      assert.deepEqual(await asked(page), [`goTo ${start} ${start + 11} Nordia Bank`]);
      await page.close();
    });

    it('are hidden one by one, listed as hidden, and shown again', async () => {
      const page = await opened();
      await inside(page, '.name', 'Émile').click();
      await inside(page, '.link', 'Hide').click();
      await inside(page, '.link', 'Show').waitFor();
      assert.match(await inside(page, '.name', 'Émile').text(), /hidden/);
      await inside(page, '.link', 'Show').click();
      await inside(page, '.link', 'Hide').waitFor();
      assert.deepEqual(await asked(page), ['hide e2', 'show e2']);
      await page.close();
    });

    it('are shown in parts where there are thousands, and the focus goes on with them', async () => {
      const page = await opened('crowd');
      const count = async () => (await names(page)).length;
      await page.waitFor(() => (document.querySelector('newsgloss-panel')?.shadowRoot?.querySelectorAll('.name').length ?? 0) >= 100);
      const first = await count();
      assert.ok(first >= 100 && first <= 110, `${first} at first`);
      await inside(page, '.more').focus();
      await page.press('Enter');
      await page.waitFor((/** @type {number} */ before) => (document.querySelector('newsgloss-panel')?.shadowRoot?.querySelectorAll('.name').length ?? 0) > before, first);
      assert.equal(await count(), first + 100);
      assert.match(await focused(page), /^Aldo Name/);
      await inside(page, '.chips button', 'Groups').click();
      await page.waitFor(() => document.querySelector('newsgloss-panel')?.shadowRoot?.querySelectorAll('.name').length === 100);
      assert.equal(await inside(page, 'section').count(), 1);
      await page.close();
    });
  });

  describe('the settings', () => {
    it('say which kinds are marked and how, and keep it', async () => {
      const page = await opened('bridge', { view: 'settings' });
      await inside(page, 'label', 'Organisation').click();
      await inside(page, 'label', 'Direct').click();
      await inside(page, 'label', 'Colours').click();
      await inside(page, 'label', 'Show marks').click();
      const { hiddenTypes, look, marks } = await kept(page);
      assert.deepEqual({ hiddenTypes, look, marks }, { hiddenTypes: ['organization', 'direct'], look: 'colour', marks: false });
      await again(page);
      assert.equal(await inside(page, 'input:checked + span', 'Organisation').count(), 0);
      assert.equal(await inside(page, 'input:checked + span', 'Place').count(), 1);
      assert.equal(await inside(page, 'input:checked + span', 'Colours').count(), 1);
      await inside(page, 'label', 'Organisation').click();
      assert.deepEqual((await kept(page)).hiddenTypes, ['direct']);
      await page.close();
    });

    it('show of each kind what its mark looks like', async () => {
      const page = await opened('bridge', { view: 'settings' });
      const plain = await inside(page, '.kinds .sample').evaluateAll((samples) =>
        samples.filter((sample) => {
          const { textDecorationLine, backgroundColor } = getComputedStyle(sample);
          return !textDecorationLine.includes('underline') && /, 0\)$|^transparent$/.test(backgroundColor);
        }).map((sample) => sample.textContent),
      );
      assert.deepEqual(plain, []);
      assert.equal(await inside(page, '.kinds .sample').count(), 17);
      await page.close();
    });

    it('have languages by their own names, the browser’s first', async () => {
      const page = await opened('bridge', { view: 'settings' });
      const languages = inside(page, 'select[aria-label=Language]');
      assert.deepEqual(await languages.evaluate((element) => [.../** @type {HTMLSelectElement} */ (element).options].map(({ value }) => value)), ['', 'en', 'de', 'fr', 'es', 'ar', 'ru']);
      assert.match(await languages.evaluate((element) => element.textContent), /EnglishDeutschfrançaisespañolالعربيةрусский$/i);
      await languages.fill('fr');
      assert.equal((await kept(page)).language, 'fr');
      await languages.fill('');
      assert.equal((await kept(page)).language, undefined);
      await page.close();
    });

    it('take new keys as they are pressed, and refuse those that are not safe or have a use', async () => {
      const page = await opened('bridge', { view: 'settings' }, {
        head: `<link accesskey="k"><script>window.heard = []; document.addEventListener('keydown', ({ key }) => { window.heard.push(key); }, true);</script>`,
      });
      const next = inside(page, '#press-next');
      const shown = async () => (await next.text()).replace(/\s/g, '');
      assert.equal(await shown(), 'AltShift↓');
      await next.focus();
      await page.press('Enter');
      for (const [keys, reason] of /** @type {[string, RegExp][]} */ ([
        ['x', /X may mean something to the browser/],
        ['Control+b', /Ctrl\+B may mean/],
        ['Alt+Shift+M', /Alt\+Shift\+M is already used for “Show or hide all marks”/],
        ['Alt+Shift+K', /already used by this page/],
      ])) {
        await page.press(keys);
        await page.waitFor((/** @type {string} */ words) => new RegExp(words).test(document.querySelector('newsgloss-panel')?.shadowRoot?.querySelector('.refused')?.textContent ?? ''), reason.source);
      }
      await page.press('Alt+Shift+J');
      await page.waitFor(() => JSON.parse(localStorage.getItem('newsgloss') ?? '{}').shortcuts?.next === 'Alt+Shift+J');
      assert.equal(await shown(), 'AltShiftJ');
      assert.deepEqual(await page.evaluate(() => /** @type {any} */ (window).heard.filter((/** @type {string} */ key) => key !== 'Enter')), []);
      await page.press('Enter');
      await page.press('Escape');
      assert.equal(await page.locator('newsgloss-panel[data-open]').count(), 1, 'Escape closed the panel');
      assert.equal(await shown(), 'AltShiftJ');
      await page.press('Enter');
      await page.press('Backspace');
      await page.waitFor(() => JSON.parse(localStorage.getItem('newsgloss') ?? '{}').shortcuts.next === '');
      assert.equal(await shown(), 'none');
      await page.close();
    });

    it('are forgotten when that is asked for', async () => {
      const page = await opened('bridge', { view: 'settings' });
      await inside(page, 'label', 'Colours').click();
      await inside(page, '.push').click();
      assert.equal(await page.evaluate(() => localStorage.getItem('newsgloss')), null);
      assert.deepEqual((await asked(page)).slice(-1), ['announce Everything is forgotten.']);
      await page.close();
    });
  });

  it('has nothing in any view that axe objects to, light or dark, wide or on a phone', async () => {
    const axe = await readFile('node_modules/axe-core/axe.min.js', 'utf8');
    const settings = /** @type {const} */ ([['light', 1280], ['dark', 1280], ['light', 390]]);
    // Elsewhere a reader who likes it dark needs a browser of its own; what axe reads there is the same, and colours are measured with the charts.
    for (const [colorScheme, width] of browser.name === 'chromium' ? settings : settings.slice(0, 1)) {
      const page = await staged({ colorScheme, viewport: { width, height: 844 }, reducedMotion: true });
      await page.run(`() => { ${axe} }`, { args: [] });
      for (const view of /** @type {const} */ (['people', 'quotes', 'timeline', 'places', 'settings'])) {
        await show(page, 'both', { view });
        if (view === 'people') {
          await inside(page, '.name').click();
          await inside(page, '.export summary').click();
          await inside(page, '.chips button').click();
        }
        // Colours are judged as they are painted: not while the panel fades in.
        await sleep(300);
        const complaints = await page.evaluate(async () => {
          const { violations } = await /** @type {{ axe: typeof import('axe-core') }} */ (/** @type {unknown} */ (window)).axe.run();
          return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
        });
        assert.deepEqual(complaints, [], `${colorScheme}, ${width} px, ${view}`);
      }
      await page.close();
    }
  });
});
