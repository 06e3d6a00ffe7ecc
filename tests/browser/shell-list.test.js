/** A publisher's own list: through the API and the attribute, and that a bad one costs nobody anything. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { inEachBrowser } from './harness.js';
import { ARTICLE, cardText, load, mark } from './shell-page.js';

inEachBrowser((browser) => {
  /** Who is who here: a link and markup in the description of one, a name that nobody would take for one, one left alone. */
  const LIST = [
    {
      name: 'Marek Dreyer',
      type: /** @type {const} */ ('person'),
      url: 'https://paper.example/dreyer?a=1&b=2',
      description: '<img src=x onerror="window.ran = true"><b>bold</b> &amp; more',
    },
    { name: 'handshake', type: /** @type {const} */ ('event') },
    { name: 'Geneva', leave: true },
  ];

  /**
   * Mounts with this list, and says how that ended and what the page then is.
   * @param {import('./page.js').Handle<typeof import('../../www/newsgloss.js')>} newsgloss
   * @param {any} lexicon
   */
  function outcome(newsgloss, lexicon) {
    return newsgloss.evaluate(async ({ mount, NewsglossError }, list) => {
      const before = document.documentElement.outerHTML;
      const ended = await mount(undefined, { lexicon: list }).then(
        () => ({ code: 'mounted', message: '' }),
        (/** @type {unknown} */ thrown) => {
          if (!(thrown instanceof NewsglossError)) throw thrown;
          return { code: thrown.code, message: thrown.message };
        },
      );
      return { ...ended, untouched: before === document.documentElement.outerHTML };
    }, lexicon);
  }

  describe('a list given to mount()', () => {
    it('counts in whatever form it is, with names to deny and without', async () => {
      const csv = 'name,type\n"Marek\nDreyer",person\nhandshake,event';
      browser.pages.set('/own/forms.json', { type: 'application/json', body: JSON.stringify(LIST) });
      browser.pages.set('/own/forms.csv', { type: 'text/csv', body: csv });
      const page = await browser.page(ARTICLE);
      const newsgloss = await load(page);
      /** @param {any} lexicon @param {string[]} [deny] */
      const marked = (lexicon, deny) =>
        newsgloss.evaluate(
          async ({ mount }, list, names) => {
            const isAddress = typeof list === 'string' && list.startsWith('/');
            const handle = await mount(undefined, { paint: 'markup', lexicon: isAddress ? new URL(list, location.href) : list, ...(names && { deny: names }) });
            const events = [...document.querySelectorAll('newsgloss-mark[data-type="event"]')].map((mark) => mark.textContent);
            const entities = [...document.querySelectorAll('newsgloss-mark[data-kind="entity"]')].map((mark) => mark.textContent);
            handle.unmount();
            return { events, names: entities };
          },
          lexicon,
          deny,
        );
      for (const [form, list, isLeft] of /** @type {const} */ ([
        ['entries', LIST, true],
        ['an object', { entries: LIST }, true],
        ['JSON', JSON.stringify(LIST), true],
        ['JSON with an object', ` ${JSON.stringify({ entries: LIST })}`, true],
        ['the address of JSON', '/own/forms.json', true],
        ['CSV', csv, false],
        ['CSV with names to leave alone', 'leave,name,type\r\n,handshake,event\r\ntrue,Geneva,\r\n', true],
        ['the address of CSV', '/own/forms.csv', false],
      ])) {
        for (const deny of [undefined, ['Vienna', 'Nobody, "here"']]) {
          const { events, names } = await marked(list, deny);
          assert.deepEqual(events, ['handshake'], form);
          assert.deepEqual([names.includes('Geneva'), names.includes('Vienna'), names.includes('Marek Dreyer')], [!isLeft, deny === undefined, true], `${form}: ${names.join(', ')}`);
        }
      }
      // Lines are those of the list, whatever is denied besides.
      await assert.rejects(marked('name,type\nVelda,hill', ['Vienna']), /line 2, "type": "hill" is no type/);
      await page.close();
    });

    it('shows markup in a description as text, and the link', async () => {
      const page = await browser.page(ARTICLE);
      const newsgloss = await load(page);
      await outcome(newsgloss, LIST);
      await mark(page, 'Marek Dreyer').hover();
      const text = await cardText(page);
      assert.ok(text.includes('<img src=x onerror="window.ran = true"><b>bold</b> &amp; more'), text);
      assert.equal(await page.locator('img, b', { host: 'newsgloss-card' }).count(), 0);
      assert.equal(await page.evaluate(() => 'ran' in window), false);
      const link = page.locator('a', { begins: 'More on paper.example', host: 'newsgloss-card' });
      assert.deepEqual(
        [await link.attribute('href'), await link.attribute('rel')],
        ['https://paper.example/dreyer?a=1&b=2', 'noopener noreferrer'],
      );
      await page.close();
    });

    it('is refused where anything in it is wrong, before the page is touched, and a right one is taken after it', async () => {
      const page = await browser.page(ARTICLE);
      const newsgloss = await load(page);
      for (const [list, said] of /** @type {[any, RegExp][]} */ ([
        ['name,type\nVelda,hill', /line 2, "type": "hill" is no type/],
        [[{ name: 'Velda', type: 'place', url: 'javascript:alert(1)' }], /entry 1, "url": "javascript:alert\(1\)" is no web address/],
        [[{ name: 'Velda', type: 'place', pattern: '(' }], /entry 1, "pattern": it is no regular expression/],
        [[{ name: 'Velda', type: 'place' }, { name: 'Velda', type: 'place' }], /entry 2, "name": "Velda" is a name of the entry at line 1 too/],
        [[{ name: 'Velda', typ: 'place' }], /"typ": there is no such field: the fields are name, type/],
        ['', /the list is empty/],
        [7, /there is no such field/],
      ])) {
        const { code, message, untouched } = await outcome(newsgloss, list);
        assert.deepEqual({ code, untouched }, { code: 'bad-list', untouched: true }, message);
        assert.match(message, said);
      }
      const circle = await newsgloss.evaluate(({ annotate }) => {
        const list = /** @type {any[]} */ ([]);
        list.push(list);
        return annotate('Velda.', { lexicon: list }).then(
          () => 'annotated',
          (/** @type {unknown} */ thrown) => /** @type {import('../../www/newsgloss.js').NewsglossError} */ (thrown).code,
        );
      });
      assert.equal(circle, 'bad-list');
      assert.equal((await outcome(newsgloss, LIST)).code, 'mounted');
      await page.close();
    });

    it('may have a hundred thousand entries', async () => {
      const page = await browser.page(ARTICLE);
      const newsgloss = await load(page);
      const rows = Array.from({ length: 100_000 }, (_, at) => `Velda ${at} Holding,organization,https://paper.example/${at}`);
      const list = ['name,type,url', ...rows, 'handshake,event,'].join('\n');
      assert.equal((await outcome(newsgloss, list)).code, 'mounted');
      assert.equal(await page.locator('newsgloss-mark[data-type="event"]').count(), 1);
      await page.close();
    });
  });

  describe('<news-gloss lexicon>', () => {
    /**
     * The code or, with the mounted answer, the names of events, for an element with this attribute.
     * @param {string} address
     * @param {string} list
     */
    async function told(address, list) {
      const page = await browser.page(`<news-gloss lexicon="${address}">${ARTICLE}</news-gloss>`);
      browser.pages.delete('/own/list.csv');
      if (list !== '') browser.pages.set('/own/list.csv', { type: 'text/csv', body: list });
      const before = browser.asked().length;
      const told = await page.evaluateHandle(() => ({
        answer: new Promise((resolve) => {
          document.addEventListener('newsgloss:ready', (event) => {
            resolve(/** @type {CustomEvent} */ (event).detail.annotations.entities.filter((/** @type {any} */ entity) => entity.type === 'event').map((/** @type {any} */ entity) => entity.name));
          });
          document.addEventListener('newsgloss:error', (event) => {
            resolve(/** @type {CustomEvent} */ (event).detail.code);
          });
        }),
      }));
      await load(page);
      const found = await told.evaluate(({ answer }) => answer);
      const marks = await page.locator('newsgloss-mark').count();
      await page.close();
      return { found, marks, elsewhere: browser.asked().slice(before) };
    }

    it('takes a list from where newsgloss is served', async () => {
      const { found, marks } = await told('/own/list.csv', 'name,type\nhandshake,event\n');
      assert.deepEqual(found, ['handshake']);
      assert.ok(marks > 5);
    });

    it('asks nobody elsewhere, and leaves the page whole where the list is bad or missing', async () => {
      for (const [address, list, code] of /** @type {const} */ ([
        ['https://elsewhere.example/list.csv', '', 'bad-list'],
        ['/own/list.csv', 'name,type\nhandshake,evening\n', 'bad-list'],
        ['/own/list.csv', '<!doctype html><title>Sign in</title>', 'bad-list'],
        ['/own/missing.csv', '', 'data-unavailable'],
      ])) {
        assert.deepEqual(await told(address, list), { found: code, marks: 0, elsewhere: [] }, address);
      }
    });
  });
});
