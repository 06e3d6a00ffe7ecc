/** The panel by itself, with made-up articles: that everything in it works by pointer and keyboard, and is as it was left the next time. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';

import { inEachBrowser } from './harness.js';
import { bundle } from './panel/bundle.js';
import { BRIDGE } from './panel/story.js';

const SCRIPT = await bundle('tests/browser/panel/page.js');

/** The page that the panel stands beside. @param {string} head */
const html = (head) => `<!doctype html>
  <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Ostmark</title>
  <style>body { margin: 0 2rem; color: CanvasText; background: Canvas; color-scheme: light dark }</style>${head}</head>
  <body><main><button id="opener">Read closer</button><h1>${BRIDGE.headline}</h1><p id="text">${BRIDGE.text}</p></main>
  <script type="module" src="/pkg/page.js"></script></body></html>`;

/** @typedef {{ stage: typeof import('./panel/page.js').stage }} Staged */
/** @typedef {import('./panel/page.js').AnswerName} AnswerName */

inEachBrowser((browser) => {
  // Where the package is served, since what draws maps is looked for beside the module.
  browser.pages.set('/pkg/page.js', { type: 'text/javascript', body: SCRIPT });

  /**
   * A page with the panel, closed.
   * @param {import('./engines/engine.js').PageOptions & { head?: string }} [options]
   */
  async function staged({ head = '', ...options } = {}) {
    // What is kept by the test before is kept from this one.
    const page = await browser.load(html(`<script>if (!sessionStorage.staged) localStorage.clear(); sessionStorage.staged = true;</script>${head}`), options);
    await page.waitFor(() => 'stage' in window);
    return page;
  }

  /**
   * @param {import('./page.js').Page} page
   * @param {AnswerName} name
   * @param {{ view?: import('../../www/settings.js').View, focus?: boolean }} [opening]
   */
  async function show(page, name, opening = {}) {
    await page.evaluate(
      (which, how) => {
        /** @type {any} */ (window).stage.open(which, how);
      },
      name,
      opening,
    );
  }

  /**
   * A page with the panel open, showing articles of this name.
   * @param {AnswerName} [name]
   * @param {{ view?: import('../../www/settings.js').View, focus?: boolean }} [opening]
   * @param {Parameters<typeof staged>[0]} [options]
   */
  async function opened(name = 'bridge', opening, options) {
    const page = await staged(options);
    await show(page, name, opening);
    return page;
  }

  /** @param {import('./page.js').Page} page @param {string} css @param {string} [begins] */
  const inside = (page, css, begins = '') => page.locator(css, { host: 'newsgloss-panel', begins });

  /** The box of the panel in the window. @param {import('./page.js').Page} page */
  const box = (page) => page.locator('newsgloss-panel').box();

  /** What the panel has asked for. @param {import('./page.js').Page} page @returns {Promise<string[]>} */
  const asked = (page) => page.evaluate(() => /** @type {any} */ (window).stage.asked);

  /** What has the focus: the text or label of what has it in the panel, or the id of what has it in the page. @param {import('./page.js').Page} page */
  const focused = (page) =>
    page.evaluate(() => {
      const { activeElement } = document;
      const within = activeElement?.shadowRoot?.activeElement;
      return within ? (within.getAttribute('aria-label') ?? within.textContent) : `#${activeElement?.id}`;
    });

  /** What is kept. @param {import('./page.js').Page} page @returns {Promise<import('../../www/settings.js').Choices>} */
  const kept = (page) => page.evaluate(() => JSON.parse(localStorage.getItem('newsgloss') ?? '{}'));

  /** Names that are listed. @param {import('./page.js').Page} page */
  const names = async (page) => (await inside(page, '.name bdi').texts()).map((name) => name.trim());

  /** Lets go of the panel's settings, and loads the page again. @param {import('./page.js').Page} page */
  async function again(page) {
    await page.evaluate(() => {
      location.reload();
    });
    await sleep(300);
    await page.waitFor(() => document.readyState === 'complete' && 'stage' in window);
    await show(page, 'bridge');
  }

  /**
   * Drags what is found by `css` so far to the right and down, or as far as the window goes.
   * @param {import('./page.js').Page} page
   * @param {string} css
   * @param {[right: number, down: number]} by
   */
  async function pull(page, css, [right, down]) {
    const { x, y, width, height } = await inside(page, css).box();
    const from = { x: Math.round(x + Math.min(width / 2, 60)), y: Math.round(y + Math.min(height / 2, 12)) };
    await page.drag(from, { x: Math.max(0, from.x + right), y: Math.max(0, from.y + down) });
  }

  describe('the panel', () => {
    it('stands beside the text without moving a letter of it, and leaves the focus where it is', async () => {
      const page = await staged();
      await page.locator('#opener').focus();
      const before = await page.locator('#text').box();
      await show(page, 'bridge');
      assert.deepEqual(await page.locator('#text').box(), before);
      assert.equal(await focused(page), '#opener');
      const { x, width, height } = await box(page);
      assert.deepEqual([x + width, height], [1280, 720]);
      await page.close();
    });

    it('takes the focus where it is asked to, and gives it back by Escape', async () => {
      const page = await opened('bridge', { focus: true });
      assert.equal(await focused(page), 'People');
      await page.press('Escape');
      assert.equal(await focused(page), '#opener');
      assert.deepEqual((await asked(page)).slice(-1), ['close']);
      assert.equal(await page.locator('newsgloss-panel[data-open]').count(), 0);
      await page.close();
    });

    it('has one stop for its tabs, and arrow keys between them, round and round', async () => {
      const page = await opened('bridge', { focus: true });
      assert.equal(await inside(page, '[role=tab][tabindex="0"]').count(), 1);
      const seen = [];
      for (const key of ['ArrowRight', 'ArrowRight', 'End', 'ArrowRight', 'ArrowLeft', 'Home']) {
        await page.press(key);
        seen.push(await focused(page));
      }
      assert.deepEqual(seen, ['Who says what', 'Timeline', 'Settings', 'People', 'Settings', 'People']);
      await page.press('End');
      assert.equal(await inside(page, '[role=tab][aria-selected=true]').attribute('id'), 'tab-settings');
      assert.equal(await inside(page, '[role=tabpanel]').attribute('aria-labelledby'), 'tab-settings');
      await again(page);
      assert.equal(await inside(page, '[role=tab][aria-selected=true]').attribute('id'), 'tab-settings', 'the view is forgotten');
      await page.close();
    });

    it('turns its arrow keys round where the language runs from right to left', async () => {
      const page = await opened('bridge', { focus: true });
      await page.evaluate(() => {
        /** @type {any} */ (window).stage.panel.host.dir = 'rtl';
      });
      await page.press('ArrowLeft');
      assert.equal(await focused(page), 'Who says what');
      await page.close();
    });

    it('keeps what is typed in it from the page, but for shortcuts, and the focus from a page that fetches it', async () => {
      const page = await opened('bridge', {}, {
        head: `<script>
          window.stolen = [];
          for (const type of ['keydown', 'keyup', 'keypress']) document.addEventListener(type, ({ key }) => { window.stolen.push(key); });
          document.addEventListener('focusin', ({ target }) => { if (target.id !== 'opener') document.getElementById('opener').focus(); });
        </script>`,
      });
      await inside(page, '[type=search]').focus();
      await page.press('j');
      assert.equal(await focused(page), 'Search names');
      assert.equal(await inside(page, '[type=search]').evaluate((field) => /** @type {HTMLInputElement} */ (field).value), 'j');
      assert.deepEqual(await page.evaluate(() => /** @type {any} */ (window).stolen), []);
      await page.press('Alt+Shift+M');
      assert.match(await page.evaluate(() => String(/** @type {any} */ (window).stolen[0])), /^(Alt|Shift)$/);
      await page.close();
    });

    it('offers what can be taken away, by a menu that Escape closes first', async () => {
      const page = await opened();
      await inside(page, '.export summary').click();
      assert.deepEqual(await inside(page, '.export li').texts(), [
        'Web Annotation',
        'schema.org',
        'Quotations as a table (CSV)',
        'Summary to print',
        'Copy the summary',
      ]);
      await inside(page, '.export button', 'Quotations').focus();
      await page.press('Escape');
      assert.equal(await inside(page, '.export[open]').count(), 0);
      assert.equal(await focused(page), 'Export');
      await inside(page, '.export summary').click();
      await inside(page, '.export button', 'Quotations').click();
      assert.deepEqual(await asked(page), [`export ${BRIDGE.headline ?? ''} csv`]);
      await inside(page, '.said', 'csv is done.').waitFor();
      assert.equal(await inside(page, '.export[open]').count(), 0);
      await page.close();
    });

    it('has a choice of articles where there are several', async () => {
      const page = await opened('both');
      assert.equal((await names(page)).length, 10);
      await inside(page, 'select.headline').evaluate((element) => {
        const field = /** @type {HTMLSelectElement} */ (element);
        field.selectedIndex = 1;
        field.dispatchEvent(new Event('change', { bubbles: true }));
      });
      assert.deepEqual(await names(page), ['Ostmark']);
      await page.evaluate(() => {
        /** @type {any} */ (window).stage.update('bridge');
      });
      assert.equal((await names(page)).length, 10, 'the one that is left is not shown');
      await page.close();
    });

    it('says plainly where there is nothing to show, or not all', async () => {
      const page = await staged();
      /** @type {[AnswerName, RegExp][]} */
      const states = [
        ['none', /no article on this page/],
        ['nothing', /Nobody and nothing is named/],
        ['german', /seems to be in Austrian German[^]*Łucja Brandt/],
      ];
      for (const [name, words] of states) {
        await show(page, name, { view: 'people' });
        assert.match(await inside(page, '.body').text(), words, name);
      }
      await show(page, 'none', { view: 'settings' });
      assert.ok((await inside(page, '[type=checkbox]').count()) > 10, 'there are no settings without an article');
      await page.close();
    });

    it('shows names as they are, whatever is in them', async () => {
      const page = await opened('hostile');
      assert.deepEqual((await names(page))[0], '<script>window.harmed = true</script>');
      assert.equal(await inside(page, 'h1, img, script').count(), 0);
      const width = (await box(page)).width;
      for (const overflow of await inside(page, '.name').evaluateAll((rows) => rows.map((row) => [row.scrollWidth, row.offsetHeight]))) {
        assert.ok((overflow[0] ?? 0) <= width && (overflow[1] ?? 0) < 70, `a row of ${String(overflow)} pixels`);
      }
      await inside(page, '.name').click();
      await inside(page, '.excerpt').waitFor();
      assert.equal(await page.evaluate(() => 'harmed' in window), false);
      await page.close();
    });

    it('works where nothing can be kept', async () => {
      const page = await opened('bridge', {}, {
        head: `<script>Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('refused', 'SecurityError'); } });</script>`,
      });
      await inside(page, '#tab-settings').click();
      await inside(page, '.width').focus();
      const { width } = await box(page);
      await page.press('ArrowLeft');
      assert.equal((await box(page)).width, width + 16);
      await page.close();
    });
  });

  describe('the place of the panel', () => {
    it('is as wide as its edge is pulled to, by pointer and keys, and stays so', async () => {
      const page = await opened();
      const edge = inside(page, '[role=separator]');
      assert.equal(await edge.attribute('aria-valuenow'), '380');
      await pull(page, '[role=separator]', [-120, 0]);
      assert.equal((await box(page)).width, 500);
      await edge.focus();
      await page.press('ArrowRight');
      assert.equal((await box(page)).width, 484);
      await page.press('Shift+ArrowLeft');
      assert.equal((await box(page)).width, 548);
      assert.equal(await edge.attribute('aria-valuenow'), '548');
      await again(page);
      assert.equal((await box(page)).width, 548);
      await pull(page, '[role=separator]', [-5000, 0]);
      const { x, width } = await box(page);
      assert.ok(x >= 200 && x + width === 1280, `from ${x}, ${width} wide`);
      await page.close();
    });

    it('is right, left, or wherever it floats, which it is dragged to by its bar', async () => {
      const page = await opened();
      const move = () => inside(page, '.bar .icon:nth-last-child(2)').click();
      await move();
      assert.equal((await box(page)).x, 0);
      assert.equal(await page.locator('newsgloss-panel').attribute('role'), 'complementary');
      await move();
      assert.equal(await page.locator('newsgloss-panel').attribute('role'), 'dialog');
      const from = await box(page);
      await pull(page, '.head', [200, 50]);
      assert.deepEqual([(await box(page)).x, (await box(page)).y], [from.x + 200, from.y + 50]);
      await inside(page, '.bar .icon[aria-label="Move with the arrow keys"]').focus();
      await page.press('ArrowLeft');
      await page.press('ArrowDown');
      assert.deepEqual([(await box(page)).x, (await box(page)).y], [from.x + 184, from.y + 66]);
      await pull(page, '.corner', [40, -100]);
      const { width, height } = await box(page);
      assert.deepEqual([width, height], [from.width + 40, from.height - 100]);
      await inside(page, '.edge.height').focus();
      await page.press('ArrowDown');
      assert.equal((await box(page)).height, height + 16);
      const left = await box(page);
      await again(page);
      assert.deepEqual(await box(page), left);
      await move();
      assert.equal((await box(page)).x + (await box(page)).width, 1280);
      await page.close();
    });

    it('is inside the window of today', async () => {
      const page = await staged();
      await page.evaluate(() => {
        localStorage.setItem('newsgloss', JSON.stringify({ panel: { at: 'float', x: 4000, y: 3000, width: 2600, height: 1500 } }));
      });
      await again(page);
      const { x, y, width, height } = await box(page);
      assert.ok(x >= 0 && y >= 0 && x + width <= 1280 && y + height <= 720, String([x, y, width, height]));
      await page.close();
    });

    it('is below on a phone, as high as it is pulled, and leaves some text to see', async () => {
      const page = await opened('bridge', {}, { viewport: { width: 390, height: 844 } });
      const { x, y, width, height } = await box(page);
      assert.deepEqual([x, width, y + height], [0, 390, 844]);
      await pull(page, '.edge.height', [0, -100]);
      assert.equal((await box(page)).height, height + 100);
      await pull(page, '.edge.height', [0, -2000]);
      assert.ok((await box(page)).y >= 80, 'it covers the page');
      await inside(page, '.edge.height').focus();
      await page.press('ArrowDown');
      const left = (await box(page)).height;
      await again(page);
      assert.equal((await box(page)).height, left);
      await page.close();
    });

    it('has everything within reach in the smallest of windows', async () => {
      const page = await opened('bridge', {}, { viewport: { width: 320, height: 256 } });
      const wide = await inside(page, '*').evaluateAll((all) => all.filter((each) => each.getBoundingClientRect().right > innerWidth + 0.5).map(({ className }) => className));
      assert.deepEqual(wide, []);
      await inside(page, '.name', 'Port Selm').click();
      await inside(page, '.excerpt', 'whose').count();
      assert.match(await inside(page, '.excerpt').text(), /Port Selm/);
      await page.close();
    });
  });

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
    for (const [colorScheme, width] of /** @type {const} */ ([['light', 1280], ['dark', 1280], ['light', 390]])) {
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
