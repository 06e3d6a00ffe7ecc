/**
 * The longest task of a page's main thread, from Chromium's own trace.
 *
 * It is measured in the thread's processor time, so that what else the machine does is not taken for the page's. A task that is
 * slowed down on purpose takes the longer in that, too.
 */

/** @typedef {{name: string, ph: string, pid: number, tid: number, ts: number, dur?: number, tdur?: number}} TraceEvent */

/** Marks, in a page, where a stretch begins and ends: performance.mark(beginOf(name)). */
export const beginOf = (/** @type {string} */ stretch) => `${stretch}: begin`;
export const endOf = (/** @type {string} */ stretch) => `${stretch}: end`;

/**
 * What `use` gives, and the longest task in milliseconds of any stretch that the page has marked meanwhile.
 * @template T
 * @param {import('playwright-core').Browser} browser
 * @param {import('playwright-core').Page} page
 * @param {() => Promise<T>} use
 */
export async function traced(browser, page, use) {
  await browser.startTracing(page, { categories: ['toplevel', 'blink.user_timing'] });
  const result = await use();
  /** @type {TraceEvent[]} */
  const events = JSON.parse((await browser.stopTracing()).toString()).traceEvents;
  /** @param {string} stretch */
  function longestTask(stretch) {
    const begin = events.find(({ name }) => name === beginOf(stretch));
    const end = events.find(({ name }) => name === endOf(stretch));
    if (begin === undefined || end === undefined) throw new Error(`the trace lacks ${stretch}`);
    const isInside = (/** @type {TraceEvent} */ { ph, pid, tid, ts, dur = 0 }) => ph === 'X' && pid === begin.pid && tid === begin.tid && ts < end.ts && ts + dur > begin.ts;
    return Math.max(0, ...events.filter(isInside).map(({ dur = 0, tdur = dur }) => tdur)) / 1000;
  }
  return { result, longestTask };
}
