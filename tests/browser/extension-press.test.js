/** A press of the extension's button, in the very build that stores get: with no permission but that of the press itself. */
import assert from 'node:assert/strict';
import { it } from 'node:test';

import { inEachBrowser } from './extension/browsers.js';
import { html, marked, NOTHING, traces, words } from './extension/page.js';
import { ARTICLE, cardText } from './shell-page.js';

const STRICT = { 'content-security-policy': "default-src 'none'; script-src 'self'; img-src 'self'" };

/** A page that has made its own of what scripts are built from, before anything else runs. */
const HOSTILE = `<script>
  Array.prototype.map = Array.prototype.filter = Array.prototype[Symbol.iterator] = () => { throw new Error('taken') };
  document.querySelector = document.querySelectorAll = Element.prototype.attachShadow = () => { throw new Error('taken') };
  customElements.define = customElements.get = () => { throw new Error('taken') };
  [Array, Object, Map, Set, Promise, Element, Node, Document].forEach((kind) => { Object.freeze(kind.prototype); });
</script>`;

/** An empty page. */
const PDF = `%PDF-1.1
1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
3 0 obj <</Type /Page /MediaBox [0 0 300 300] /Parent 2 0 R>> endobj
trailer <</Root 1 0 R>>`;

inEachBrowser('store', (extension) => {
  it('says hello once it is installed', async () => {
    await extension.shows(/\/welcome\.html$/);
  });

  it('marks the page, shows cards and the panel, counts, and takes everything out again', async () => {
    const page = await extension.open('/plain', html(ARTICLE));
    const control = await extension.control();
    const before = await page.evaluate(() => document.documentElement.outerHTML);
    assert.deepEqual(await traces(page), NOTHING, 'nobody has asked yet');
    await extension.press(page);
    await marked(page);
    assert.deepEqual(await words(page, 'person'), ['Marek Dreyer', 'Dreyer']);
    assert.equal(await page.evaluate(() => customElements.get('news-gloss') === undefined && localStorage.length === 0), true, 'the page is left alone');
    await extension.counts(control, ['4']);

    await page.move(...(await page.locator('em').point(48)));
    assert.match(await cardText(page), /United States/);
    await page.press('Alt+Shift+N');
    await page.locator('[role=tab]', { host: 'newsgloss-panel' }).waitFor();
    await page.press('Escape');

    await extension.press(page);
    await marked(page, false);
    assert.deepEqual(await traces(page), NOTHING);
    assert.equal(await page.evaluate(() => document.documentElement.outerHTML), before);
    await extension.counts(control, []);
    assert.deepEqual(await page.complaints(), []);
    await control.close();
    await page.close();
  });

  it('marks a page whose policy allows nothing', async () => {
    const page = await extension.open('/strict', html(ARTICLE), STRICT);
    await extension.press(page);
    await marked(page);
    assert.deepEqual(await words(page, 'person'), ['Marek Dreyer', 'Dreyer']);
    await page.close();
  });

  it('marks a page that has frozen and taken over what scripts are built from', async () => {
    const page = await extension.open('/hostile', html(ARTICLE, HOSTILE));
    const control = await extension.control();
    await extension.driver.press(`${extension.origin}/hostile`);
    await extension.counts(control, ['4']);
    await extension.driver.press(`${extension.origin}/hostile`);
    await extension.counts(control, []);
    await control.close();
    await page.close();
  });

  it('leaves one set of marks beside the publisher’s own, and says so', async () => {
    const page = await extension.open('/own', html(`<news-gloss>${ARTICLE}</news-gloss>`, '<script type="module" src="/pkg/newsgloss.js"></script>'));
    await page.waitFor(() => document.querySelector('newsgloss-mark') !== null);
    await page.waitFor(() => /** @type {any} */ (document.querySelector('news-gloss')).annotations !== undefined);
    const marks = () => page.evaluate(() => document.querySelectorAll('newsgloss-mark').length + CSS.highlights.size);
    const before = await marks();
    await extension.press(page);
    await extension.shows(/message\.html#marked$/);
    assert.equal(await marks(), before);
    await page.close();
  });

  it('says so where there is no article', async () => {
    const page = await extension.open('/none', html('<p>Nothing to read.</p>'));
    await extension.press(page);
    await extension.shows(/message\.html#noArticle$/);
    assert.deepEqual(await traces(page), NOTHING);
    await page.close();
  });

  it('says so of a PDF', async () => {
    // Firefox lets no script in there, so that only the address tells of it.
    const address = extension.name === 'firefox' ? '/document.pdf' : '/document';
    const page = await extension.open(address, PDF, { 'content-type': 'application/pdf' });
    await extension.driver.press(extension.origin + address);
    await extension.shows(/message\.html#pdf$/);
    await page.close();
  });

  it('says so where no extension may be', { skip: extension.name === 'firefox' && 'Firefox’s driver waits for ever for a press on a page of the extension' }, async () => {
    const own = await extension.driver.own('options.html');
    await extension.press(own);
    await extension.shows(/message\.html#closed$/);
    await own.close();
  });

  it('leaves a page as it would be without, once it is gone', async () => {
    const page = await extension.open('/left', html(ARTICLE));
    await extension.press(page);
    await marked(page);
    // It comes a moment after the marks.
    if (extension.name === 'firefox') await page.waitFor(() => Symbol.for('newsgloss leftovers') in window);
    await extension.driver.end();
    // A reader is there, and moves the mouse about; when exactly the extension is gone, only the browser knows.
    const areMarked = () => page.evaluate(() => [...CSS.highlights.keys()].some((name) => name.startsWith('newsgloss-')));
    for (let turn = 0; turn < 100 && (await areMarked()); turn += 1) {
      await page.move(40, turn % 2 === 0 ? 40 : 500);
    }
    await marked(page, false);
    assert.deepEqual(await traces(page), NOTHING);
    await page.close();
  });

  it('asks nothing of anybody elsewhere', () => {
    assert.deepEqual(extension.asked(), []);
  });
});
