/**
 * Whether newsgloss is a good guest on all saved pages: `node scripts/sweep.js [PATTERN]`, after a build.
 *
 * Each page in ../shared/pages that the pattern picks is opened in Chromium with its own scripts kept out and its requests blocked,
 * and marked in both ways of painting. It must have the text that it had; undoing must give back every node as it was; nothing
 * may be thrown or logged; nothing may move; no task of ours may take 50 ms on a processor slowed down four times. Then the
 * article is changed under the marks as a framework would, and replaced. What is wrong is printed as a table and counted,
 * and is the exit status. It takes some minutes, so that `make test` leaves it out.
 */
import { launchChromium } from './chromium.js';
import { ROUTES, openPage, savedPage, savedPages } from './pages.js';
import { serve } from './serve.js';

const SLOWER = 4;
/** How often a page with a long task is looked at again: a machine has other things to do, a page of ours has them each time. */
const AGAIN = 1;
/** What browsers say of a page that is cut off from its scripts and its network. */
const OF_THE_PAGE = /Content Security Policy|Failed to load|net::ERR|preload|Permissions|Unrecognized|sandbox|iframe|quirks/i;

/** @typedef {{page: string, paint: string, kind: string, what: string}} Row */

const names = savedPages(process.argv[2]);
if (names.length === 0) {
  console.log('sweep: skipped, since ../shared/pages has no such page');
  process.exit(0);
}

const server = await serve({ routes: [...['scripts/sweep', 'tests/browser'].map((folder) => ({ prefix: `/${folder}/`, folder })), ...ROUTES] });
const browser = await launchChromium();

/**
 * Everything that is wrong with one page.
 * @param {string} name
 * @param {('highlight' | 'markup')[]} paints the first meets code that is not compiled yet
 */
async function sweep(name, paints) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await openPage(context, server.origin, savedPage(name));
  const session = await context.newCDPSession(page);
  const slower = (/** @type {number} */ rate) => session.send('Emulation.setCPUThrottlingRate', { rate });
  /** @type {Row[]} */
  const rows = [];
  let paint = 'loading';
  const add = (/** @type {{kind: string, what: string}[]} */ violations) => rows.push(...violations.map((violation) => ({ page: name, paint, ...violation })));
  page.on('pageerror', (error) => add([{ kind: 'error', what: error.message }]));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && !OF_THE_PAGE.test(message.text())) add([{ kind: 'console', what: message.text() }]);
  });
  let marked = false;
  try {
    const sweeper = await page.evaluateHandle(
      (address) => /** @type {Promise<typeof import('./sweep/in-page.js')>} */ (import(address)),
      '/scripts/sweep/in-page.js',
    );
    await slower(SLOWER);
    add(await sweeper.evaluate(({ load }) => load()));
    for (paint of paints) {
      const result = await sweeper.evaluate(({ mountAndUndo }, way) => mountAndUndo(/** @type {any} */ (way)), paint);
      marked ||= result.marked;
      add(result.violations);
    }
    await slower(1);
    for (paint of paints) add(await sweeper.evaluate(({ rerender }, way) => rerender(/** @type {any} */ (way)), paint));
  } catch (error) {
    add([{ kind: 'error', what: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error) }]);
  }
  await context.close();
  return { rows, marked };
}

const isLong = (/** @type {Row} */ { kind }) => kind.startsWith('long task');
/** @type {Row[]} */
const violations = [];
let [count, marked] = [0, 0];
for (const name of names) {
  // Each way meets cold code on half of the pages.
  const paints = /** @type {('highlight' | 'markup')[]} */ (count % 2 === 0 ? ['highlight', 'markup'] : ['markup', 'highlight']);
  const first = await sweep(name, paints);
  let { rows } = first;
  for (let again = 0; again < AGAIN && rows.some(isLong); again += 1) {
    const second = await sweep(name, paints);
    const isThereAgain = (/** @type {Row} */ row) => second.rows.some(({ kind, paint }) => kind === row.kind && paint === row.paint);
    rows = rows.filter((row) => !isLong(row) || isThereAgain(row));
  }
  violations.push(...rows);
  count += 1;
  marked += first.marked ? 1 : 0;
  process.stderr.write(`\r${count} of ${names.length} pages, ${violations.length} violations`);
}
process.stderr.write('\n');
await browser.close();
server.close();

for (const { page, paint, kind, what } of violations) console.log(`${page.padEnd(40)}  ${paint.padEnd(9)}  ${kind.padEnd(30)}  ${what.slice(0, 160)}`);
/** @type {Map<string, Set<string>>} */
const kinds = new Map();
for (const { page, paint, kind } of violations) {
  const key = `${kind} (${paint})`;
  kinds.set(key, (kinds.get(key) ?? new Set()).add(page));
}
console.log(`\n${names.length} pages in both ways of painting, of which ${marked} have marks: ${violations.length} violations`);
for (const [kind, pages] of [...kinds].sort()) console.log(`  ${kind}: on ${pages.size} pages`);
process.exitCode = violations.length === 0 ? 0 : 1;
