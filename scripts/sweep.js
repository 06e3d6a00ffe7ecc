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
import { traced } from './trace.js';

const SLOWER = 4;
/** The longest task that is no trouble, by the definition of browsers. */
const LONG_MS = 50;
/** What browsers say of a page that is cut off from its scripts and its network. */
const OF_THE_PAGE = /Content Security Policy|Failed to load|Unsafe attempt to load|net::ERR|preload|Permissions|Unrecognized|sandbox|iframe|quirks/i;

/** @typedef {{page: string, paint: string, kind: string, what: string}} Row */

const names = savedPages(process.argv[2]);
if (names.length === 0) {
  console.log('sweep: skipped, since ../shared/pages has no such page');
  process.exit(0);
}

const server = await serve({ routes: [...['scripts', 'tests/browser'].map((folder) => ({ prefix: `/${folder}/`, folder })), ...ROUTES] });
let browser = await launchChromium();

/**
 * Everything that is wrong with one page.
 * @param {string} name
 * @param {('highlight' | 'markup')[]} paints the first meets code that is not compiled yet
 */
async function sweep(name, paints) {
  // One that has crashed is told of once, by the page that it crashed on.
  if (!browser.isConnected()) browser = await launchChromium();
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  /** @type {Row[]} */
  const rows = [];
  let paint = 'loading';
  const page = await openPage(context, server.origin, savedPage(name));
  const session = await context.newCDPSession(page);
  const slower = (/** @type {number} */ rate) => session.send('Emulation.setCPUThrottlingRate', { rate });
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
    const { longestTask } = await traced(browser, page, async () => {
      add(await sweeper.evaluate(({ load }) => load()));
      for (paint of paints) {
        const result = await sweeper.evaluate(({ mountAndUndo }, way) => mountAndUndo(/** @type {any} */ (way)), paint);
        marked ||= result.marked;
        add(result.violations);
      }
    });
    await slower(1);
    const stretches = [['loading', 'loading'], ...paints.flatMap((way) => [[way, `mounting ${way}`], [way, `undoing ${way}`]])];
    for (const [way = '', stretch = ''] of stretches) {
      const longest = longestTask(stretch);
      paint = way;
      if (longest > LONG_MS) add([{ kind: `long task while ${stretch.split(' ')[0] ?? ''}`, what: `${longest.toFixed(0)} ms` }]);
    }
    for (paint of paints) add(await sweeper.evaluate(({ rerender }, way) => rerender(/** @type {any} */ (way)), paint));
  } catch (error) {
    add([{ kind: 'error', what: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error) }]);
  }
  if (browser.isConnected()) await context.close();
  return { rows, marked };
}

/** @param {Row} row */
const line = ({ page, paint, kind, what }) => `${page.padEnd(40)}  ${paint.padEnd(9)}  ${kind.padEnd(30)}  ${what.replaceAll('\n', ' ').slice(0, 160)}`;

/** @type {Row[]} */
const violations = [];
let [count, marked] = [0, 0];
for (const name of names) {
  // Each way meets cold code on half of the pages.
  const paints = /** @type {('highlight' | 'markup')[]} */ (count % 2 === 0 ? ['highlight', 'markup'] : ['markup', 'highlight']);
  const { rows, marked: isMarked } = await sweep(name, paints);
  violations.push(...rows);
  count += 1;
  marked += isMarked ? 1 : 0;
  for (const row of rows) console.log(line(row));
}
await browser.close();
server.close();

/** @type {Map<string, Set<string>>} */
const kinds = new Map();
for (const { page, paint, kind } of violations) {
  const key = `${kind} (${paint})`;
  kinds.set(key, (kinds.get(key) ?? new Set()).add(page));
}
console.log(`\n${names.length} pages in both ways of painting, of which ${marked} have marks: ${violations.length} violations`);
for (const [kind, pages] of [...kinds].sort()) console.log(`  ${kind}: on ${pages.size} pages`);
process.exitCode = violations.length === 0 ? 0 : 1;
