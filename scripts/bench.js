/**
 * What newsgloss costs a page in Chromium, beside what else a user could take: `node scripts/bench.js [PATTERN]`, after a build.
 *
 * It measures on the saved pages in ../shared/pages that the pattern picks, or on the demonstration's where there are none, and
 * on an article of 1,000 words. The figures are printed, and written to target/bench.json. Times are milliseconds in a page at
 * rest on this machine, alone on it; the others' are those of the same page in the same run, so that ratios mean something
 * also where the machine is slow.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

import { bundlePeers } from './bench/peers.js';
import { measureArticle, measurePage, measurePanel, mountOnce } from './bench/in-page.js';
import { launchChromium } from './chromium.js';
import { ROUTES, openPage, savedPage, savedPages } from './pages.js';
import { serve } from './serve.js';
import { traced } from './trace.js';

/** Of which the median is taken, after one that is not counted. */
const RUNS = 3;
const ARTICLE_RUNS = 20;
const ARTICLE_WORDS = 1000;
const LONG_WORDS = 5000;
const PANEL_RUNS = 9;
/** What opening the panel on a long article may take. */
const PANEL_GOAL_MS = 50;
/** What an article of so many words may take, annotated and with its marks applied. */
const ARTICLE_GOAL = { ms: 15, times_faster_than_compromise: 3 };
const PAINTS = /** @type {const} */ (['highlight', 'markup']);

const at = (/** @type {string} */ path) => new URL(path, import.meta.url);
const DEMO = at('../www/demo/index.html');
const SEED = at('../../shared/seed/article.html');

/** The demonstration without its own script and policy: it would mark itself. */
const withoutScript = (/** @type {string} */ html) =>
  html.replaceAll(/<script type="module"[^>]*><\/script>|<meta http-equiv="Content-Security-Policy"[^>]*>/g, '');

/** @typedef {'highlight' | 'markup'} Paint */
/** @typedef {Awaited<ReturnType<typeof measurePage>> & {shell: {mount: number, longest_task: number}}} Figures */

const names = savedPages(process.argv[2]);
if (names.length === 0) console.log('../shared/pages has no such page: measuring on the demonstration alone');
const pages = names.length > 0 ? names.map((/** @type {string} */ name) => () => savedPage(name)) : [() => ({ name: 'demo', html: withoutScript(readFileSync(DEMO, 'utf8')) })];

const peers = await bundlePeers();
const server = await serve({ routes: ROUTES });
const browser = await launchChromium();

/**
 * Runs `use` in a page of a context of its own.
 * @template T
 * @param {import('./pages.js').SavedPage} saved
 * @param {(page: import('playwright-core').Page) => Promise<T>} use
 */
async function inPage(saved, use) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await openPage(context, server.origin, saved);
  const result = await use(page);
  await context.close();
  return result;
}

/** @param {import('playwright-core').Page} page */
async function heap(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize;
}

// --- What everything weighs ---

const empty = { name: 'empty', html: '<!doctype html><title>Empty</title><p>Nothing.</p>' };
/** @type {Record<string, {brotli: number, load: number, heap: number}>} */
const loading = {};
for (const [peer, { brotli }] of Object.entries(peers)) {
  loading[peer] = await inPage(empty, async (page) => {
    const before = await heap(page);
    const load = await page.evaluate(async (name) => {
      const begun = performance.now();
      const { run } = await import(/** @type {any} */ (`/bench/${name}.js`));
      // What it makes ready at its first use is a part of loading it.
      if (!['readability', 'markjs'].includes(name)) run('Nothing.');
      return performance.now() - begun;
    }, peer);
    return { brotli, load, heap: (await heap(page)) - before };
  });
}
const sizes = JSON.parse(readFileSync(at('../pkg/sizes.json'), 'utf8'));
loading['newsgloss'] = await inPage(empty, async (page) => {
  const before = await heap(page);
  const load = await page.evaluate(async () => {
    const begun = performance.now();
    await (await import(/** @type {any} */ ('/pkg/newsgloss.js'))).annotate('Nothing.');
    return performance.now() - begun;
  });
  // The core's memory stands beside the page's heap, and is listed with the stages.
  return { brotli: sizes.sum.brotli, load, heap: (await heap(page)) - before };
});

// --- The pages ---

/** @type {{name: string, ways: Record<Paint, Figures>}[]} */
const measured = [];
for (const open of pages) {
  const saved = open();
  const ways = { highlight: await measureWay(saved, 'highlight', []), markup: await measureWay(saved, 'markup', Object.keys(peers)) };
  measured.push({ name: saved.name, ways });
  process.stderr.write(`\r${measured.length} of ${pages.length} pages`);
}
process.stderr.write('\n');

/**
 * @param {import('./pages.js').SavedPage} saved
 * @param {Paint} paint
 * @param {string[]} beside the peers to run on the same
 * @returns {Promise<Figures>}
 */
async function measureWay(saved, paint, beside) {
  const shell = await inPage(saved, async (page) => {
    const { result, longestTask } = await traced(browser, page, () => page.evaluate(mountOnce, paint));
    return { mount: result, longest_task: longestTask('mount') };
  });
  const stages = await inPage(saved, (page) => page.evaluate(measurePage, { runs: RUNS, paint, peers: beside }));
  return { ...stages, shell };
}

// --- The article of 1,000 words ---

const source = existsSync(SEED) ? SEED : DEMO;
const paragraphs = await inPage({ name: 'source', html: withoutScript(readFileSync(source, 'utf8')) }, (page) =>
  page.evaluate(() => [...document.querySelectorAll('article p')].map((paragraph) => paragraph.textContent.trim()).filter((text) => text.includes(' '))),
);
if (paragraphs.length === 0) throw new Error(`${source.pathname} has no <article> with paragraphs`);
const article = { name: 'article', html: articleOf(paragraphs, ARTICLE_WORDS) };
/** @type {Record<string, Awaited<ReturnType<typeof measureArticle>>>} */
const articles = {};
for (const paint of PAINTS) {
  articles[paint] = await inPage(article, (page) => page.evaluate(measureArticle, { runs: ARTICLE_RUNS, paint }));
}
const panel = await inPage({ name: 'long', html: articleOf(paragraphs, LONG_WORDS) }, (page) => page.evaluate(measurePanel, { runs: PANEL_RUNS }));
await browser.close();
server.close();

/**
 * A page with an article of as many words, from the paragraphs over and over.
 * @param {string[]} given
 * @param {number} words
 */
function articleOf(given, words) {
  const escaped = (/** @type {string} */ text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  let [left, html] = [words, ''];
  for (let index = 0; left > 0; index += 1) {
    const some = (given[index % given.length] ?? '').split(/\s+/).slice(0, left);
    left -= some.length;
    html += `<p>${escaped(some.join(' '))}</p>`;
  }
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Article</title><article>${html}</article></html>`;
}

// --- The report ---

/** @param {number[]} values */
const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;
/** @param {number} value */
const round = (value) => Number(value.toFixed(2));

/**
 * The median over all pages, and the worst page.
 * @param {(page: (typeof measured)[0]) => number | undefined} figure
 */
function over(figure) {
  const values = measured.flatMap((page) => {
    const value = figure(page);
    return value === undefined ? [] : [{ name: page.name, value }];
  });
  const worst = values.reduce((most, next) => (next.value > most.value ? next : most), { name: '', value: -Infinity });
  return { median: round(median(values.map(({ value }) => value))), worst: round(worst.value), page: worst.name };
}

const STAGES = /** @type {const} */ (['read', 'annotate', 'paint', 'layout', 'undo']);
/** @type {Record<string, ReturnType<typeof over>>} */
const figures = {
  'load: fetch, compile': over((page) => page.ways.markup.load.fetch),
  'load: index': over((page) => page.ways.markup.load.index),
};
for (const paint of PAINTS) {
  for (const heat of /** @type {const} */ (['cold', 'warm'])) {
    for (const stage of STAGES) figures[`${paint}, ${heat}: ${stage}`] = over((page) => page.ways[paint][heat][stage]);
  }
  figures[`${paint}: mount(), cold, pauses included`] = over((page) => page.ways[paint].shell.mount);
  figures[`${paint}: longest step, cold`] = over((page) => page.ways[paint].cold.longest);
  figures[`${paint}: longest task of mount(), cold`] = over((page) => page.ways[paint].shell.longest_task);
}
figures['memory of the core, MB'] = over((page) => page.ways.markup.wasmMemory / 2 ** 20);

/**
 * How many times as long as ours the others take, over the pages where ours found something to do.
 * @type {Record<import('./bench/peers.js').Stage, (typeof STAGES)[number][]>}
 */
const OURS = { find: ['read'], paint: ['paint', 'undo'], annotate: ['annotate'] };
/** @type {Record<string, {stage: string, version: string, median_ms: number, median_ratio: number}>} */
const ratios = {};
for (const [peer, { stage, version }] of Object.entries(peers)) {
  const pairs = measured.map(({ ways }) => {
    const ours = OURS[stage].reduce((sum, part) => sum + ways.markup.warm[part], 0);
    return { theirs: ways.markup.peers[peer] ?? NaN, ours };
  });
  ratios[peer] = {
    stage,
    version,
    median_ms: round(median(pairs.map(({ theirs }) => theirs))),
    median_ratio: round(median(pairs.filter(({ ours }) => ours > 0).map(({ theirs, ours }) => theirs / ours))),
  };
}

const report = { pages: measured.length, runs: RUNS, figures, peers: ratios, loading, article: articles, goal: ARTICLE_GOAL, panel: { ...panel, goal_ms: PANEL_GOAL_MS }, by_page: measured };
writeFileSync(at('../target/bench.json'), `${JSON.stringify(report, null, 1)}\n`);

/**
 * @param {string[]} head
 * @param {(string | number)[][]} rows
 */
function table(head, rows) {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => String(row[column]).length)));
  const line = (/** @type {(string | number)[]} */ row) =>
    row.map((cell, column) => (typeof cell === 'number' ? String(cell).padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0))).join('  ');
  console.log([line(head), ...rows.map(line), ''].join('\n'));
}

console.log(`\n${measured.length} pages, milliseconds\n`);
table(['stage', 'median', 'worst', 'page'], Object.entries(figures).map(([stage, { median: middle, worst, page }]) => [stage, middle, worst, page]));
table(
  ['beside ours, warm', 'stage', 'median', 'times ours'],
  Object.entries(ratios).map(([peer, { stage, version, median_ms, median_ratio }]) => [`${peer} ${version}`, stage, median_ms, median_ratio]),
);
table(
  ['loading', 'KB on the wire', 'ms', 'heap MB'],
  Object.entries(loading).map(([name, { brotli, load, heap: used }]) => [name, Math.round(brotli / 1024), round(load), round(used / 2 ** 20)]),
);
for (const [paint, { words, marks, mount, annotate, paint: painting, layout, undo, compromise }] of Object.entries(articles)) {
  const ours = annotate + painting;
  console.log(
    `An article of ${words} words, ${marks} marks, ${paint}: annotated in ${round(annotate)} ms, marks applied in ${round(painting)} ms, together ${round(ours)} of at most ${ARTICLE_GOAL.ms}; ` +
      `with reading the page ${round(mount)}; layout ${round(layout)}, undo ${round(undo)}; compromise alone ${round(compromise)}, ${round(compromise / ours)} times ours (goal ${ARTICLE_GOAL.times_faster_than_compromise})`,
  );
}
const { cold, views } = panel;
console.log(
  `\nThe panel on an article of ${panel.words} words, ${panel.entities} entities, ${panel.quotes} quotations: first opened in ${round(cold.call)} ms, shown after ${round(cold.shown)} (goal ${PANEL_GOAL_MS}); then ` +
    Object.entries(views)
      .map(([view, { call, shown }]) => `${view} ${round(call)} (${round(shown)})`)
      .join(', '),
);
