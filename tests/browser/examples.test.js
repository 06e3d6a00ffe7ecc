/** The examples that publishers start from: each is built as its head says, opened, and has its marks. */
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, before, describe, it } from 'node:test';

import { build as esbuild } from 'esbuild';
import { createServer, build as vite } from 'vite';
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
  /** @type {import('../../scripts/serve.js').Pages} */
  const pages = new Map([['/favicon.ico', '']]);
  before(async () => {
    rmSync(BUILT, { recursive: true, force: true });
    cpSync(EXAMPLES, BUILT, { recursive: true });
    mkdirSync(join(BUILT, 'node_modules'));
    cpSync(join(ROOT, 'pkg'), join(BUILT, 'node_modules/newsgloss'), { recursive: true });
    // What tells Vite where a project is, and with it where to keep what it makes of packages.
    writeFileSync(join(BUILT, 'package.json'), '{ "private": true, "type": "module" }');
    server = await serve({ routes: [{ prefix: '/', folder: 'target/examples' }], pages });
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

  /** The page at this address has its marks, and a panel. @param {string} address */
  async function isMarked(address) {
    const page = await browser.page('');
    await page.chromium?.goto(address);
    await page.locator('newsgloss-control[data-seen]').waitFor();
    assert.ok((await page.evaluate(people)) >= 2);
    await page.locator('button.open', { host: 'newsgloss-control' }).click();
    await page.locator('newsgloss-panel[data-open]').waitFor();
    assert.deepEqual((await page.complaints()).filter((each) => !/favicon|__VUE_/.test(each)), []);
    await page.close();
  }

  for (const [name, bundle] of Object.entries(BUNDLERS)) {
    it(`${name} builds without a configuration, and its page is marked, with a panel`, async () => {
      await bundle(join(BUILT, name));
      await isMarked(`${server.origin}/${name}/dist/`);
    });
  }

  it('Vite shows a page in development without a configuration', async () => {
    mkdirSync(join(BUILT, 'vite-vue/public'));
    writeFileSync(join(BUILT, 'vite-vue/public/favicon.ico'), '');
    const development = await createServer({ root: join(BUILT, 'vite-vue'), configFile: false, logLevel: 'warn' });
    try {
      await development.listen();
      await isMarked(development.resolvedUrls?.local[0] ?? assert.fail('Vite serves nothing'));
    } finally {
      await development.close();
    }
  });

  it('is found whole in development by Vite before 8, which copies scripts alone to a folder of its own', async () => {
    const folder = join(BUILT, 'node_modules/.vite/deps');
    await esbuild({ entryPoints: [join(BUILT, 'node_modules/newsgloss/newsgloss.js')], bundle: true, splitting: true, format: 'esm', outdir: folder });
    const tag = '<script type="module">import { mount } from "/node_modules/.vite/deps/newsgloss.js"; await mount();</script>';
    pages.set('/copied', `<!doctype html><html lang="en"><title>Harbour of Velda</title><article><h1>Harbour of Velda to be deepened</h1><p>“The larger ferries will come in spring,” Mayor Ola Tveit told reporters in Oslo on Friday.</p><p>Tveit, who has led the town since 2019, said that the work would cost $3 million.</p></article>${tag}</html>`);
    await isMarked(`${server.origin}/copied`);
  });
});
