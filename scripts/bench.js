/**
 * How long an article takes in Chromium: `node scripts/bench.js [PAGE.html]`, after a build.
 *
 * Without a page, the one in ../shared/seed where there is one, else the demonstration's article. Each figure is the median of
 * twenty runs after one that is not counted, in milliseconds, on a page that is laid out and at rest: `load` indexes the lexicon
 * and the weights, `mount` reads, annotates and marks the page, `annotate` is given its text alone. The figures are printed, and written to target/bench.json.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { start } from '../tests/browser/harness.js';

const RUNS = 20;
const SEED = fileURLToPath(new URL('../../shared/seed/article.html', import.meta.url));
const DEMO = fileURLToPath(new URL('../www/demo/index.html', import.meta.url));

const file = process.argv[2] ?? (existsSync(SEED) ? SEED : DEMO);
// The demonstration without its own script and policy: it would mark itself, and keep this script out.
const html = readFileSync(file, 'utf8').replaceAll(/<script type="module"[^>]*><\/script>|<meta http-equiv="Content-Security-Policy"[^>]*>/g, '');

const browser = await start();
const page = await browser.open(html);
const result = await page.evaluate(async (runs) => {
  const { core } = window;
  const atRest = () =>
    new Promise((done) => {
      requestAnimationFrame(() => setTimeout(done));
    });
  const fetched = ['lexicon.txt', 'weights.bin'].map(async (name) => new Uint8Array(await (await fetch(`/pkg/${name}`)).arrayBuffer()));
  const [lexicon, weights] = await Promise.all(fetched);
  if (lexicon === undefined || weights === undefined) throw new Error('there is no data in pkg/');
  /** @type {Record<'load' | 'mount' | 'annotate', number[]>} */
  const times = { load: [], mount: [], annotate: [] };
  let marks = 0;
  let words = 0;
  for (let run = 0; run <= runs; run += 1) {
    await atRest();
    const fresh = performance.now();
    core.load(lexicon, weights);
    while (!core.index());
    const loaded = performance.now();
    await atRest();
    const begun = performance.now();
    const { handle, answer } = core.mount(undefined, {});
    const mounted = performance.now();
    marks = document.querySelectorAll('newsgloss-mark').length;
    core.unmount(handle);
    const text = answer.text ?? '';
    words = text.split(/\s+/).filter((word) => word !== '').length;
    await atRest();
    const given = performance.now();
    core.annotate(text, {});
    const annotated = performance.now();
    if (run > 0) {
      times.load.push(loaded - fresh);
      times.mount.push(mounted - begun);
      times.annotate.push(annotated - given);
    }
  }
  return { times, marks, words };
}, RUNS);
await browser.close();

/** @param {number[]} times */
function median(times) {
  const sorted = [...times].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return Number((((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2).toFixed(2));
}

// A page without marks would be quick for the wrong reason.
if (result.marks === 0) throw new Error(`nothing was marked in ${file}`);
const figures = {
  article: file === SEED ? 'seed' : file === DEMO ? 'demo' : file,
  words: result.words,
  marks: result.marks,
  runs: RUNS,
  median_ms: { load: median(result.times.load), mount: median(result.times.mount), annotate: median(result.times.annotate) },
};
writeFileSync(new URL('../target/bench.json', import.meta.url), `${JSON.stringify(figures, null, 2)}\n`);
console.log(`${figures.article}: ${figures.words} words, ${figures.marks} marks; median of ${RUNS}: load ${figures.median_ms.load} ms, mount ${figures.median_ms.mount} ms, annotate ${figures.median_ms.annotate} ms`);
