/**
 * Every block of code in what is written about newsgloss does what the text around it says.
 *
 * A block is known by its name, the second word of its fence. Whoever writes a block says here how it is run, or why it cannot be.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

import { launchChromium } from '../../scripts/chromium.js';
import { DEMO, serve } from '../../scripts/serve.js';
import { slug } from '../../www/site/markdown.js';

import { allBlocks } from './docs-blocks.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PROGRAM = path.join(ROOT, 'target/release/newsgloss');

/** Why blocks are not run, by their names. @type {Record<string, string>} */
const NOT_RUN = {
  'plan-of-the-core': 'a picture in letters',
  'plan-of-the-shell': 'a picture in letters',
  'cache-hashed': 'what a publisher’s own server is to say',
  'cache-loader': 'what a publisher’s own server is to say',
  cors: 'what a publisher’s own server is to say',
};

/** The article of the pages that blocks are tried on. */
const STORY = `
<h1>Ferries stay in port as Oslo waits</h1>
<p>“We are ready,” Foreign Minister Ola Tveit told reporters in Oslo on Friday. “The boats are fuelled, and the crews have slept.”</p>
<p>Tveit, whom some call the Fox of Velda, said that Road seven would stay open for lorries. He asked the <a href="#union">Norwegian Seafarers’ Union</a> for a week of patience.</p>
<p>“Nobody here has slept,” said Karin Lunde, who leads the crews. Lunde said that $3 million had been spent since Monday, and that nobody had asked them.</p>
<p class="correction">Correction: an earlier version said that Henrik Moe had spoken in Bergen. “I was in bed,” Henrik Moe said.</p>`;

const blocks = await allBlocks();
/** @param {string} name */
const codeOf = (name) => blocks.find((block) => block.name === name)?.code ?? assert.fail(`there is no block ${name}`);

/** The way of running each block, by its name. @type {Record<string, (code: string) => void | Promise<void>>} */
const RUN = {
  // --- On the command line ---

  'two-commands': onlyMake,
  'make-extension': onlyMake,
  'readme-extension': onlyMake,
  async 'fuzz-finding'(code) {
    await onlyMake(code);
    for (const [, target = ''] of code.matchAll(/TARGET=(\w+)/g)) assert.ok(existsSync(path.join(ROOT, 'fuzz/targets', `${target}.rs`)), target);
  },
  async 'command-line'(code) {
    const { text } = await inShell(code.replace(/^make build\n/, ''));
    const [annotated, page] = text('').split(/\n(?=\{)/);
    assert.match(annotated ?? '', /"name": ?"Ola Tveit"/);
    assert.match(page ?? '', /"text": ?"Ferries stay in port/);
    assert.match(text('answers.jsonl'), /^\{"id": ?"one".*\}\n\{"id": ?"two".*\}\n$/);
    assert.match(text('texts.jsonl'), /"headline": ?"Ferries stay in port as Oslo waits"/);
  },
  async ahead(code) {
    await inShell(code);
    const [before, after] = await Promise.all(['page.html', 'marked.html'].map((name) => readFile(path.join(on.folder, name), 'utf8')));
    assert.match(after ?? '', /<newsgloss-mark [^>]*>Ola Tveit</);
    assert.match(after ?? '', /<script type="application\/ld\+json" data-newsgloss/);
    assert.equal(after?.replaceAll(/<\/?newsgloss-mark[^>]*>|<script type="application\/ld\+json" data-newsgloss[^]*?<\/script>/g, ''), before);
  },
  'an-answer'(code) {
    const said = blocks.find(({ name }) => name === 'an-answer') && textBefore(code);
    const answer = JSON.parse(execFileSync(PROGRAM, ['annotate', '--published', '2016-08-27'], { input: said, encoding: 'utf8' }));
    for (const [part, all] of Object.entries(JSON.parse(code))) {
      for (const each of all) assert.ok(answer[part].some((/** @type {unknown} */ found) => isPart(each, found)), `${part} has no ${JSON.stringify(each)}, but ${JSON.stringify(answer[part])}`);
    }
  },
  'readme-list': isList,
  'own-list': isList,
  async 'readme-lexicon'(code) {
    const { text } = await inShell(code);
    assert.match(text(''), /"url": ?"https:\/\/paper\.example\/tveit"/);
  },

  // --- In a page ---

  async 'readme-module'(code) {
    const { said } = await open(code, { until: 2 });
    assert.match(said[0] ?? '', /entities/);
    assert.match(said[1] ?? '', /sentences/);
  },
  async 'one-tag'(code) {
    const { marked, page } = await open(code);
    for (const type of ['person', 'place', 'organization', 'date', 'money', 'direct', 'indirect']) assert.ok(marked(type).length > 0, `no ${type} is marked`);
    await page.locator('newsgloss-control[data-seen]').waitFor({ state: 'attached' });
  },
  async 'tag-options'(code) {
    const { marked, page } = await open(code);
    assert.ok(marked('person').includes('Ola Tveit'));
    assert.ok(marked('direct').includes('We are ready'));
    assert.deepEqual([...marked('date'), ...marked('money'), ...marked('organization')], []);
    assert.ok(!marked('person').includes('Henrik Moe'), 'a correction is marked');
    const control = await page.locator('newsgloss-control').evaluate((host) => host.shadowRoot?.querySelector('.open')?.ariaLabel ?? host.shadowRoot?.textContent);
    assert.match(control ?? '', /Zitat/);
  },
  async 'json-script'(code) {
    const { marked, page } = await open(code);
    assert.ok(marked('person').includes('Ola Tveit'));
    assert.deepEqual([...marked('date'), ...marked('place')], []);
    assert.ok(!marked('person').includes('Henrik Moe'), 'a correction is marked');
    assert.equal(await page.locator('newsgloss-control[data-seen]').count(), 0);
  },
  async element(code) {
    const { marked } = await open(code, { story: '' });
    assert.deepEqual(marked('person'), ['Ines Valdor']);
    assert.deepEqual(marked('direct'), ['The tide will not wait']);
    assert.deepEqual(marked('date'), []);
  },
  async module(code) {
    const { said, marked } = await open(script(code), { until: 3 });
    assert.ok(said.includes('direct We are ready'), said.join('\n'));
    assert.deepEqual(marked(), []);
  },
  async annotate(code) {
    const { said, marked } = await open(script(code), { until: 1 });
    assert.deepEqual(said, ['Ola Tveit We are ready']);
    assert.deepEqual(marked(), []);
  },
  async 'own-list-tag'(code) {
    const { marked } = await open(code, { files: { '/names.json': { type: 'application/json', body: codeOf('own-list') } } });
    assert.ok(marked('person').includes('Fox of Velda'), marked('person').join(', '));
    assert.ok(marked('misc').includes('Road seven'));
  },
  async deny(code) {
    const { marked } = await open(code);
    assert.ok(marked('person').includes('Karin Lunde'));
    assert.ok(!marked('person').some((name) => name.includes('Tveit')));
  },
  async veto(code) {
    const { page } = await open(script(code));
    assert.equal(await page.locator('a newsgloss-mark').count(), 0);
    const { page: without } = await open(codeOf('one-tag'));
    assert.ok((await without.locator('a newsgloss-mark').count()) > 0, 'the link has no mark in it anyway');
  },
  async events(code) {
    const { page, said } = await open(`<script>${code}</script>${codeOf('one-tag')}`, { until: 1 });
    assert.match(said[0] ?? '', /^\d+ quotations$/);
    await page.keyboard.press('Alt+Shift+ArrowDown');
    await page.keyboard.press('Alt+Shift+N');
    await page.locator('newsgloss-panel[data-open]').waitFor();
    assert.ok(said.some((line) => line.startsWith('a card: ')), said.join('\n'));
    assert.ok(said.some((line) => line.startsWith('the panel: ')), said.join('\n'));
  },
  async 'ahead-in-node'(code) {
    const file = path.join(on.folder, 'story.html');
    await mkdir(path.join(on.folder, 'node_modules'));
    await Promise.all([copyFile(path.join(on.folder, 'page.html'), file), symlink(path.join(ROOT, 'pkg'), path.join(on.folder, 'node_modules/newsgloss'))]);
    execFileSync(process.execPath, ['--input-type=module', '--eval', code], { cwd: on.folder });
    assert.match(await readFile(file, 'utf8'), /<newsgloss-mark [^>]*>Ola Tveit</);
  },
  async colours(code) {
    const { page } = await open(`<style>${code}</style>${codeOf('one-tag')}`);
    const line = () => page.locator('newsgloss-mark[data-type="person"]').first().evaluate((mark) => getComputedStyle(mark).textDecorationColor);
    const { page: plain } = await open(codeOf('one-tag'));
    const light = await line();
    assert.notEqual(light, await plain.locator('newsgloss-mark[data-type="person"]').first().evaluate((mark) => getComputedStyle(mark).textDecorationColor));
    await page.emulateMedia({ colorScheme: 'dark' });
    assert.notEqual(await line(), light);
  },
  async parts(code) {
    const { page } = await open(`<style>${code}</style>${codeOf('one-tag')}`);
    await page.keyboard.press('Alt+Shift+ArrowDown');
    await page.keyboard.press('Alt+Shift+N');
    await page.locator('newsgloss-panel[data-open]').waitFor();
    /** @param {string} host @param {string} part @param {'borderRadius' | 'opacity' | 'fontSize'} property */
    const of = (host, part, property) =>
      page.locator(host).evaluate((it, [name, key]) => getComputedStyle(/** @type {Element} */ (it.shadowRoot?.querySelector(`[part="${name}"]`)))[/** @type {'opacity'} */ (key)], [part, property]);
    assert.equal(await of('newsgloss-card', 'card', 'borderRadius'), '0px');
    assert.equal(await of('newsgloss-control', 'control', 'opacity'), '0.9');
    assert.equal(await of('newsgloss-panel', 'panel', 'fontSize'), '15px');
  },
  async policy(code) {
    const policy = code.replace('Content-Security-Policy: ', '');
    const { marked, complaints } = await open(codeOf('one-tag'), { policy });
    assert.ok(marked('direct').includes('We are ready'));
    assert.deepEqual(complaints, []);
    for (const word of ["'wasm-unsafe-eval'", "connect-src 'self'"]) {
      const { complaints, page } = await open(codeOf('one-tag'), { policy: policy.replace(word, ''), until: 0 });
      await until(() => complaints.some((each) => each.startsWith('newsgloss: ')), `the console to say what is wrong without ${word}`);
      assert.equal(await page.locator('newsgloss-mark').count(), 0);
    }
  },
  async integrity(code) {
    const { marked, complaints } = await open(code);
    assert.ok(marked('direct').includes('We are ready'));
    assert.deepEqual(complaints, []);
    // The map is allowed by a nonce, as the text says.
    const policy = codeOf('policy').replace('Content-Security-Policy: ', '').replace("'self'", "'self' 'nonce-abc'");
    const strict = await open(code.replace('type="importmap"', '$& nonce="abc"'), { policy });
    assert.ok(strict.marked('direct').includes('We are ready'));
    assert.deepEqual(strict.complaints, []);
    const wrong = code.replaceAll(/sha384-[^"]{8}/g, 'sha384-00000000');
    const { complaints: refused, page } = await open(wrong, { until: 0 });
    await until(() => refused.some((each) => each.includes('integrity')), 'the browser to refuse other content');
    assert.equal(await page.locator('newsgloss-mark').count(), 0);
  },
};

/** @type {{ server: Awaited<ReturnType<typeof serve>>, browser: import('playwright-core').Browser, folder: string }} */
let on;
/** @type {import('../../scripts/serve.js').Pages} */
const pages = new Map([['/favicon.ico', '']]);

describe('in what is written about newsgloss', () => {
  before(async () => {
    const [server, browser, folder] = await Promise.all([
      serve({ pages, routes: [{ prefix: '/newsgloss/', folder: 'pkg' }, ...DEMO] }),
      launchChromium(),
      mkdtemp(path.join(tmpdir(), 'newsgloss-docs-')),
    ]);
    on = { server, browser, folder };
    const page = `<!doctype html><title>Ferries</title><meta property="article:published_time" content="2026-11-20"><article>${STORY}</article>`;
    const text = STORY.replaceAll(/<[^>]*>/g, '').trim().replaceAll('\n', '\n\n');
    await Promise.all([
      symlink(path.join(ROOT, 'target'), path.join(folder, 'target')),
      writeFile(path.join(folder, 'article.txt'), text),
      writeFile(path.join(folder, 'page.html'), page),
      writeFile(path.join(folder, 'articles.jsonl'), ['one', 'two'].map((id) => `${JSON.stringify({ id, text })}\n`).join('')),
      writeFile(path.join(folder, 'list.csv'), 'name,type,url\nOla Tveit,person,https://paper.example/tveit\n'),
    ]);
  });
  after(async () => {
    await on.browser.close();
    on.server.close();
    await rm(on.folder, { recursive: true });
  });

  it('every block of code has a name of its own, and is run, or it is said why not', () => {
    const names = blocks.map(({ name }) => name);
    const unknown = blocks.filter(({ name }, at) => (!(name in RUN) && !(name in NOT_RUN)) || names.indexOf(name) !== at);
    assert.deepEqual(unknown.map(({ file, language, name, code }) => `${file}: ${language} ${name}: ${code.slice(0, 60)}`), []);
    const gone = [...Object.keys(RUN), ...Object.keys(NOT_RUN)].filter((name) => !names.includes(name));
    assert.deepEqual(gone, [], 'these are told here, but written nowhere');
  });

  it('the README of the package has the blocks of the pages, and leads to nothing that is not in it', async () => {
    const readme = await readFile(path.join(ROOT, 'pkg/README.md'), 'utf8');
    for (const name of ['one-tag', 'element', 'module', 'policy', 'integrity']) assert.ok(readme.includes(`\n${codeOf(name)}\n\`\`\``), name);
    const ids = [...readme.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => slug(heading));
    for (const [, address = ''] of readme.matchAll(/(?:\]\(|href=")([^)"]*)/g)) assert.ok(address.startsWith('https://') || ids.includes(address.slice(1)), address);
    // What a deprecated option is told of by on the console.
    assert.ok(ids.includes('hidden'));
  });

  for (const { file, name, code } of blocks) {
    const run = RUN[name];
    if (run !== undefined) it(`${file}: ${name}`, () => run(code));
  }
});

// --- How blocks are run ---

/** A block of nothing but calls of make: that it has what is called. @param {string} code */
async function onlyMake(code) {
  const makefile = await readFile(path.join(ROOT, 'Makefile'), 'utf8');
  for (const line of code.split('\n')) {
    const [, target] = /^make (\w+)(?: [A-Z]+=\S+)*(?:\s+#.*)?$/.exec(line) ?? assert.fail(`this is no call of make: ${line}`);
    assert.match(makefile, new RegExp(`^${target}:`, 'm'));
  }
}

/** Runs a block in a folder with an article as text and as HTML; `text` is what it has written into a file, or has printed. @param {string} code */
async function inShell(code) {
  // What reads standard input in a block reads what is redirected; nothing else is there.
  const printed = execFileSync('sh', ['-e', '-c', code], { cwd: on.folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  /** @type {Record<string, string>} */
  const files = { '': printed };
  for (const name of ['answers.jsonl', 'texts.jsonl']) if (existsSync(path.join(on.folder, name))) files[name] = await readFile(path.join(on.folder, name), 'utf8');
  return { text: (/** @type {string} */ name) => files[name] ?? assert.fail(`${name} has not been written`) };
}

/** A list that the program takes, and that does what it says. @param {string} code */
async function isList(code) {
  const file = path.join(on.folder, 'list.json');
  await writeFile(file, code);
  const input = 'Iris was late. The tanker took Road seven, said the Fox of Velda.';
  const answer = JSON.parse(execFileSync(PROGRAM, ['annotate', '--lexicon', file], { input, encoding: 'utf8' }));
  /** @type {{ mentions: { start: number, end: number }[], url?: string }[]} */
  const entities = answer.entities;
  const names = entities.flatMap(({ mentions }) => mentions.map(({ start, end }) => input.slice(start, end)));
  assert.deepEqual(names.sort(), ['Fox of Velda', 'Road seven']);
  assert.ok(entities.some(({ url }) => url === 'https://paper.example/tveit'));
}

/** The sentence that the README has before its answer. @param {string} code */
function textBefore(code) {
  const readme = execFileSync('cat', ['README.md'], { cwd: ROOT, encoding: 'utf8' });
  const [, said] = /For (“.*?) it finds, among others:\s+$/s.exec(readme.slice(0, readme.indexOf(code)).replace(/```json an-answer\n$/, '')) ?? [];
  return said ?? assert.fail('README.md has no text before its answer');
}

/** Whether `found` has all that `part` has. @param {unknown} part @param {unknown} found @returns {boolean} */
function isPart(part, found) {
  if (Array.isArray(part)) return Array.isArray(found) && part.length === found.length && part.every((each, at) => isPart(each, found[at]));
  if (typeof part !== 'object' || part === null) return part === found;
  return typeof found === 'object' && found !== null && Object.entries(part).every(([key, value]) => isPart(value, /** @type {Record<string, unknown>} */ (found)[key]));
}

/** @param {string} code */
const script = (code) => `<script type="module">${code}</script>`;

/**
 * Opens a page with an article and a block in it, and waits until newsgloss says that it is ready, or the page has written so many lines on its console.
 * @param {string} block
 * @param {{ story?: string, policy?: string, until?: number, files?: Record<string, { type: string, body: string }> }} [options]
 */
async function open(block, { story = `<article>${STORY}</article>`, policy, until: lines, files = {} } = {}) {
  const meta = policy === undefined ? '' : `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
  const imports = block.includes("from 'newsgloss'") ? '<script type="importmap">{"imports":{"newsgloss":"/newsgloss/newsgloss.js"}}</script>' : '';
  pages.set('/page', `<!doctype html><html lang="en"><meta charset="utf-8">${meta}${imports}<title>Test</title><body>${story}${block}</body></html>`);
  for (const [at, file] of Object.entries(files)) pages.set(at, file);
  const page = await on.browser.newPage({ viewport: { width: 1280, height: 720 } });
  /** @type {string[]} */
  const said = [];
  /** @type {string[]} */
  const complaints = [];
  page.on('console', (message) => (message.type() === 'log' ? said : complaints).push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.addInitScript(() => {
    addEventListener('newsgloss:ready', () => {
      document.documentElement.setAttribute('data-ready', '');
    });
  });
  await page.goto(`${on.server.origin}/page`);
  if (lines === undefined) await page.locator('[data-ready]').waitFor();
  else await until(() => said.length >= lines, `${lines} lines on the console; there are ${[...said, ...complaints].join('\n')}`);
  /** @type {{ type: string | undefined, text: string }[]} */
  const marks = await page
    .locator('newsgloss-mark')
    .evaluateAll((all) => all.map((mark) => ({ type: /** @type {HTMLElement} */ (mark).dataset['type'], text: mark.textContent })));
  return {
    page,
    said,
    complaints,
    /** The texts of the marks of a type. @param {string} [type] */
    marked: (type) => marks.filter((mark) => type === undefined || mark.type === type).map(({ text }) => text),
  };
}

/** Waits until something has come true. @param {() => boolean} isSo @param {string} what */
async function until(isSo, what) {
  for (const end = Date.now() + 30_000; !isSo(); await new Promise((done) => setTimeout(done, 20))) {
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
  }
}
