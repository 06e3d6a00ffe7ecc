/** The examples that publishers start from: each is built as its head says, opened, and has its marks. */
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, before, describe, it } from 'node:test';

import { build as esbuild } from 'esbuild';
import { build as vite } from 'vite';
import webpack from 'webpack';

import { serve } from '../../scripts/serve.js';
import { inEachBrowser, start } from './harness.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const EXAMPLES = join(ROOT, 'examples');
/** Where they are built, with the package installed as npm does. */
const BUILT = join(ROOT, 'target/examples');

const example = (/** @type {string} */ path) => readFileSync(join(EXAMPLES, path), 'utf8');

/** How many marks there are, by elements or highlights: those that a person is named by. */
const people = () => document.querySelectorAll('newsgloss-mark[data-type=person]').length + ('highlights' in CSS ? (CSS.highlights.get('newsgloss-person')?.size ?? 0) : 0);

inEachBrowser((browser) => {
  it('a plain page is marked by one tag', async () => {
    const page = await browser.load(example('plain/index.html'));
    await page.locator('newsgloss-control[data-seen]').waitFor();
    assert.ok((await page.evaluate(people)) >= 2);
    assert.deepEqual(await page.complaints(), []);
    await page.close();
  });
});

const isChosen = process.env['BROWSERS']?.split(',').includes('chromium') ?? true;

describe('in Chromium', { skip: !isChosen && 'BROWSERS leaves Chromium out' }, () => {
  /** @type {Awaited<ReturnType<typeof start>>} */
  let browser;
  /** @type {Awaited<ReturnType<typeof serve>>} */
  let server;
  before(async () => {
    rmSync(BUILT, { recursive: true, force: true });
    cpSync(EXAMPLES, BUILT, { recursive: true });
    mkdirSync(join(BUILT, 'node_modules'));
    cpSync(join(ROOT, 'pkg'), join(BUILT, 'node_modules/newsgloss'), { recursive: true });
    server = await serve({ routes: [{ prefix: '/', folder: 'target/examples' }], pages: new Map([['/favicon.ico', '']]) });
    browser = await start();
  });
  after(async () => {
    server.close();
    await browser.close();
  });

  it('a strict page is marked without a complaint', async () => {
    const page = await browser.load(example('strict/index.html'));
    await page.waitFor(people);
    assert.deepEqual(await page.complaints(), []);
    await page.close();
  });

  it('a post of WordPress is marked but for its pull quote', async () => {
    const page = await browser.page(example('wordpress/post.html'));
    await page.waitFor(people);
    assert.equal(await page.locator('.wp-block-pullquote newsgloss-mark').count(), 0);
    assert.deepEqual(await page.complaints(), []);
    await page.close();
  });

  /** @type {Record<string, (folder: string) => Promise<unknown>>} */
  const BUNDLERS = {
    'vite-vue': (folder) => vite({ root: folder, base: './', logLevel: 'warn', configFile: false, build: { outDir: 'dist', target: 'es2022' } }),
    async 'esbuild-react'(folder) {
      await esbuild({ entryPoints: [join(folder, 'main.js')], bundle: true, splitting: true, format: 'esm', outdir: join(folder, 'dist'), define: { 'process.env.NODE_ENV': '"production"' } });
      const files = join(BUILT, 'node_modules/newsgloss');
      for (const file of readdirSync(files)) if (/\.(wasm|txt|bin)$/.test(file)) cpSync(join(files, file), join(folder, 'dist', file));
      cpSync(join(folder, 'index.html'), join(folder, 'dist/index.html'));
    },
    async webpack(folder) {
      const stats = await new Promise((resolve, reject) => {
        webpack({ mode: 'production', context: folder, entry: './main.js', output: { path: join(folder, 'dist') }, performance: false }, (error, result) => {
          if (error) reject(error);
          else resolve(result);
        });
      });
      assert.equal(stats.hasErrors(), false, stats.toString({ all: false, errors: true }));
      cpSync(join(folder, 'index.html'), join(folder, 'dist/index.html'));
    },
  };

  for (const [name, bundle] of Object.entries(BUNDLERS)) {
    it(`${name} builds without a configuration, and its page is marked, with a panel`, async () => {
      await bundle(join(BUILT, name));
      const page = await browser.page('');
      await page.chromium?.goto(`${server.origin}/${name}/dist/`);
      await page.locator('newsgloss-control[data-seen]').waitFor();
      assert.ok((await page.evaluate(people)) >= 2);
      await page.locator('button.open', { host: 'newsgloss-control' }).click();
      await page.locator('newsgloss-panel[data-open]').waitFor();
      assert.deepEqual((await page.complaints()).filter((each) => !each.includes('favicon')), []);
      await page.close();
    });
  }
});
