/** The pages about newsgloss, as they are served: that they open, lead somewhere, can be read by everybody, and that what is live on them works. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

import { launchChromium } from '../../scripts/chromium.js';
import { serve } from '../../scripts/serve.js';
import { PAGES } from '../../www/site/pages.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const DOCS = path.join(ROOT, 'target/demo/docs');
const AXE = path.join(ROOT, 'node_modules/axe-core/axe.min.js');

/** What a page has to do before it is as readers find it, by its name. @type {Record<string, string>} */
const READY = { 'index.html': '#story newsgloss-mark', 'theming.html': '#controls button' };

/** @param {string} page */
const htmlOf = (page) => readFile(path.join(DOCS, page), 'utf8');

/** @type {{ server: Awaited<ReturnType<typeof serve>>, browser: import('playwright-core').Browser }} */
let on;

/**
 * Opens a page, once it is ready.
 * @param {string} name
 * @param {{ colorScheme?: 'light' | 'dark', width?: number }} [options]
 */
async function open(name, { colorScheme = 'light', width = 1280 } = {}) {
  const page = await on.browser.newPage({ colorScheme, viewport: { width, height: 900 }, reducedMotion: 'reduce' });
  /** @type {string[]} */
  const complaints = [];
  page.on('console', (message) => {
    if (['warning', 'error'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => {
    if (!request.url().startsWith(on.server.origin)) complaints.push(`asks for ${request.url()}`);
  });
  await page.goto(`${on.server.origin}/docs/${name}`);
  const ready = READY[name];
  if (ready !== undefined) await page.locator(ready).first().waitFor();
  return { page, complaints };
}

describe('the pages about newsgloss', () => {
  before(async () => {
    const [server, browser] = await Promise.all([serve(), launchChromium()]);
    on = { server, browser };
  });
  after(async () => {
    await on.browser.close();
    on.server.close();
  });

  it('lead to pages and headings that are there, and every page is led to', async () => {
    const broken = [];
    /** @type {Set<string>} */
    const reached = new Set(['index.html']);
    for (const { to } of PAGES) {
      for (const [, href = ''] of (await htmlOf(to)).matchAll(/<a [^>]*?href="([^"]*)"/g)) {
        const { origin, pathname, hash } = new URL(href, 'http://here/docs/' + to);
        if (origin !== 'http://here' || pathname === '/') continue;
        const name = pathname.slice('/docs/'.length) || 'index.html';
        reached.add(name);
        if (!existsSync(path.join(DOCS, name))) broken.push(`${to}: ${href}`);
        else if (hash !== '' && !(await htmlOf(name)).includes(` id="${decodeURIComponent(hash.slice(1))}"`)) broken.push(`${to}: ${href}`);
      }
    }
    assert.deepEqual(broken, []);
    assert.deepEqual([...reached].sort(), PAGES.map(({ to }) => to).sort());
  });

  it('are led to by the demonstration', async () => {
    assert.match(await readFile(path.join(ROOT, 'www/demo/index.html'), 'utf8'), /<a [^>]*href="docs\/"/);
  });

  it('tell of nothing that could not be filled in', async () => {
    for (const { to } of PAGES) assert.doesNotMatch(await htmlOf(to), /\{\{|\bNaN\b/, to);
  });

  it('tell of all that the package exports', async () => {
    const html = await htmlOf('options.html');
    const types = await readFile(path.join(ROOT, 'pkg/types/newsgloss.d.ts'), 'utf8');
    const names = [...types.matchAll(/export (?:type )?\{([^}]*)\}|export declare (?:const|function|class) (\w+)/g)].flatMap(([, list, one]) => list?.split(',') ?? one ?? []);
    assert.ok(names.length > 5);
    for (const name of names) assert.ok(html.includes(`id="${name.trim().toLowerCase()}"`), `${name} is not told of`);
  });

  it('tell of no custom property that the package does not know', async () => {
    const scripts = (await readdir(path.join(ROOT, 'pkg'))).filter((name) => name.endsWith('.js'));
    const all = (await Promise.all(scripts.map((name) => readFile(path.join(ROOT, 'pkg', name), 'utf8')))).join('\n');
    const types = await readFile(path.join(ROOT, 'pkg/newsgloss_core.d.ts'), 'utf8');
    const properties = [...new Set((await htmlOf('theming.html')).match(/--newsgloss-[a-z]+/g))].map((each) => each.slice('--newsgloss-'.length));
    assert.ok(properties.length > 5);
    assert.ok(all.includes('var(--newsgloss-${'), 'types have no properties');
    for (const name of properties) assert.ok(all.includes(`var(--newsgloss-${name}`) || types.includes(`"${name}"`), `--newsgloss-${name}`);
  });

  for (const { to } of PAGES) {
    it(`${to} opens without a complaint, fits a phone, and axe finds nothing, light or dark`, async () => {
      const { page, complaints } = await open(to);
      await page.evaluate(await readFile(AXE, 'utf8'));
      // What is the same in the dark is looked at once.
      const dark = { runOnly: ['color-contrast'] };
      for (const [colorScheme, width, rules] of /** @type {const} */ ([['light', 1280, {}], ['dark', 390, dark]])) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 900 });
        const violations = await page.evaluate(async (only) => {
          const { axe } = /** @type {{ axe: typeof import('axe-core') }} */ (/** @type {unknown} */ (window));
          const found = await axe.run(document, { resultTypes: ['violations'], ...only });
          return found.violations.flatMap(({ id, nodes }) => nodes.map(({ target, html }) => `${id}: ${JSON.stringify(target)} ${html.slice(0, 120)}`));
        }, rules);
        assert.deepEqual(violations, [], colorScheme);
        assert.equal(await page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - innerWidth)), 0, `it is wider than ${width}`);
      }
      assert.deepEqual(complaints, []);
      await page.close();
    });
  }

  it('have a story that is marked, can be unmarked, and opens the panel', async () => {
    const { page } = await open('index.html');
    const marks = page.locator('#story newsgloss-mark');
    const texts = await marks.allTextContents();
    assert.equal(await page.evaluate(() => localStorage.length), 0, 'something is kept before anything is chosen');
    for (const text of ['Lisbon', 'Teresa Quintal', 'European Investment Bank', '€14 million']) assert.ok(texts.includes(text), `${text} is not marked`);
    await page.getByRole('button', { name: 'Who says what' }).click();
    await page.locator('newsgloss-panel[data-open]').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('switch', { name: 'Marks', exact: true }).click();
    await page.locator('#marks[aria-checked="false"]').waitFor();
    assert.equal(await marks.count(), 0);
    await page.close();
  });

  it('show what a colour does, and the style sheet for it', async () => {
    const { page, complaints } = await open('theming.html');
    const line = () => page.locator('#story newsgloss-mark[data-type="person"]').first().evaluate((mark) => getComputedStyle(mark).textDecorationColor);
    const [before, css] = [await line(), page.locator('#css')];
    await page.getByLabel('People').fill('#c2185b');
    assert.notEqual(await line(), before);
    assert.match((await css.textContent()) ?? '', /^:root \{\n {2}--newsgloss-person: #c2185b;\n\}\n$/);
    await page.getByRole('combobox', { name: 'Letters' }).selectOption({ label: 'Serif' });
    assert.match(await page.locator('newsgloss-control').evaluate((host) => getComputedStyle(/** @type {Element} */ (host.shadowRoot?.querySelector('[part]'))).fontFamily), /^Georgia/);
    await page.getByRole('button', { name: 'As it was' }).click();
    assert.equal(await line(), before);
    assert.doesNotMatch((await css.textContent()) ?? '', /--/);
    assert.deepEqual(complaints, []);
    await page.close();
  });
});
