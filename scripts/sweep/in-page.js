/**
 * What the sweep does inside a page, as a module that the page imports. Every check gives what is wrong, as `{kind, what}`.
 *
 * Nothing in here knows how marks are made: it sees newsgloss from outside, as the page's own scripts would.
 */
import { difference, snapshot } from '../../tests/browser/page-tools.js';
import { beginOf, endOf } from '../trace.js';

/** @typedef {'highlight' | 'markup'} Paint */
/** @typedef {{kind: string, what: string}} Violation */

/** After a change, what following it may take to come to rest on a page that is not slowed down. */
const SETTLE_MS = 400;
const OUR_ELEMENTS = ['mark', 'card', 'panel', 'control', 'stop', 'spot', 'notes'].map((name) => `newsgloss-${name}`).join();

/** @type {typeof import('../../www/newsgloss.js')} */
let newsgloss;

const sleep = (/** @type {number} */ ms) => new Promise((done) => setTimeout(done, ms));
const frame = () =>
  new Promise((done) => {
    requestAnimationFrame(() => setTimeout(done));
  });

/**
 * Loads the package and makes the core ready.
 * @returns {Promise<Violation[]>}
 */
export async function load() {
  const watch = await Watch.begin('loading');
  newsgloss = await import(/** @type {any} */ ('/pkg/newsgloss.js'));
  await newsgloss.annotate('');
  return watch.end();
}

/**
 * Mounts on a page at rest, undoes, and compares.
 * @param {Paint} paint
 * @returns {Promise<{marked: boolean, violations: Violation[]}>}
 */
export async function mountAndUndo(paint) {
  const before = snapshot(document);
  const text = document.documentElement.textContent;
  await quiet();
  const watch = await Watch.begin(`mounting ${paint}`);
  const handle = await newsgloss.mount(undefined, { paint, follow: false });
  await frame();
  const violations = await watch.end();
  const marked = shown();
  if (document.documentElement.textContent !== text) violations.push({ kind: 'text changed', what: firstOther(document.documentElement.textContent, text) });

  const undoing = await Watch.begin(`undoing ${paint}`);
  handle.unmount();
  await frame();
  violations.push(...(await undoing.end()));
  const other = difference(before, snapshot(document));
  if (other !== '') violations.push({ kind: 'undo inexact', what: other });
  return { marked: marked.length > 0, violations: [...violations, ...leftBehind()] };
}

/**
 * Changes the article under the marks as a framework would, then replaces all of it.
 *
 * The same is done to a copy that newsgloss never sees: what it is in the end, the page has to be too.
 * @param {Paint} paint
 * @returns {Promise<Violation[]>}
 */
export async function rerender(paint) {
  const first = await newsgloss.mount(undefined, { paint });
  const area = common(shown());
  first.unmount();
  if (area === undefined) return [];
  const [copy, next] = [/** @type {Element} */ (area.cloneNode(true)), /** @type {Element} */ (area.cloneNode(true))];
  return [...(await update(paint, area, copy)), ...(await replace(paint, area, next)), ...leftBehind()];
}

/**
 * @param {Paint} paint
 * @param {Element} area
 * @param {Element} copy
 */
async function update(paint, area, copy) {
  /** @type {Violation[]} */
  const violations = [];
  const [change, changeCopy] = [changes(area), changes(copy)];
  const handle = await newsgloss.mount(undefined, { paint });
  for (const step of /** @type {const} */ (['rewrite', 'move'])) {
    try {
      change[step]();
    } catch (error) {
      violations.push({ kind: 'a change failed', what: String(error) });
    }
    changeCopy[step]();
    await sleep(SETTLE_MS);
    if (area.textContent !== copy.textContent) violations.push({ kind: `text wrong after the page did ${step}`, what: firstOther(area.textContent, copy.textContent) });
    if (shown().length === 0) violations.push({ kind: 'not followed', what: `no marks after the page did ${step}` });
  }
  handle.unmount();
  if (!area.isEqualNode(copy)) violations.push({ kind: 'undo inexact after changes', what: firstOtherNode(area, copy) });
  if (change.present() !== changeCopy.present()) violations.push({ kind: 'undo inexact after changes', what: "the page's own text nodes were exchanged" });
  return violations;
}

/**
 * @param {Paint} paint
 * @param {Element} area
 * @param {Element} next
 */
async function replace(paint, area, next) {
  /** @type {Violation[]} */
  const violations = [];
  const before = snapshot(next);
  const text = next.textContent;
  const handle = await newsgloss.mount(undefined, { paint });
  area.replaceWith(next);
  await sleep(SETTLE_MS);
  if (next.textContent !== text) violations.push({ kind: 'text wrong after replacing', what: firstOther(next.textContent, text) });
  if (!shown().some((node) => next.contains(node))) violations.push({ kind: 'not followed', what: 'no marks in what replaced the article' });
  handle.unmount();
  // Where it hangs in the page is another place than where it was copied.
  const after = snapshot(next);
  for (const entry of [before[0], after[0]]) if (entry !== undefined) Object.assign(entry, { parent: null, next: null });
  const other = difference(before, after);
  if (other !== '') violations.push({ kind: 'undo inexact after replacing', what: other });
  return violations;
}

/**
 * What a framework does to an article, by the nodes that it has made and holds on to.
 * @param {Element} area
 */
function changes(area) {
  /** @type {Text[]} */
  const texts = [];
  const walker = document.createTreeWalker(area, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) texts.push(/** @type {Text} */ (node));
  const words = texts.filter((text) => text.data.trim() !== '' && text.parentElement?.closest('script, style, noscript, template') === null);
  const was = words.map((text) => text.data);
  const paragraphs = [...area.querySelectorAll('p')];
  return {
    /** Sets some texts anew, to others and to the same. */
    rewrite() {
      words.forEach((text, index) => {
        if (index % 7 === 3) text.data = `${was[index] ?? ''} again`;
        if (index % 7 === 5) text.data = was[index] ?? '';
      });
    },
    /** Takes paragraphs out, puts them back in, moves them to the end of where they stand, and drops some. */
    move() {
      paragraphs.forEach((paragraph, index) => {
        const { parentNode: parent, nextSibling: after } = paragraph;
        if (parent === null) return;
        if (index % 5 === 1) {
          paragraph.remove();
          parent.insertBefore(paragraph, after);
        }
        if (index % 5 === 2) parent.appendChild(paragraph);
        if (index % 9 === 4) paragraph.remove();
      });
    },
    /** How many of its own text nodes are still there. */
    present: () => texts.filter((text) => area.contains(text)).length,
  };
}

/** The nodes in which something is marked, however it is shown. */
function shown() {
  const elements = [...document.querySelectorAll('newsgloss-mark')];
  const ranges = [...ourHighlights()].flatMap(([, highlight]) => [...highlight]).map((range) => range.startContainer);
  return [...elements, ...ranges];
}

/** @returns {[string, Set<AbstractRange>][]} */
function ourHighlights() {
  const all = /** @type {[string, any][]} */ ([...CSS.highlights]);
  return all.filter(([name]) => name.startsWith('newsgloss'));
}

/**
 * The closest element that holds all of `nodes`; never more than the body.
 * @param {Node[]} nodes
 */
function common(nodes) {
  let area = nodes[0]?.parentElement ?? undefined;
  while (area !== undefined && area !== document.body && !nodes.every((node) => area?.contains(node))) area = area.parentElement ?? undefined;
  return area;
}

/** What should be gone once nothing is mounted. */
function leftBehind() {
  const elements = document.querySelectorAll(OUR_ELEMENTS).length;
  const highlights = ourHighlights().length;
  const sheets = document.adoptedStyleSheets.length;
  return elements + highlights + sheets === 0 ? [] : [{ kind: 'left behind', what: `${elements} elements, ${highlights} highlights, ${sheets} style sheets` }];
}

/** Waits until the page itself has come to rest. */
async function quiet() {
  let last = performance.now();
  const observer = new PerformanceObserver(() => (last = performance.now()));
  observer.observe({ type: 'layout-shift' });
  observer.observe({ type: 'longtask' });
  do await sleep(50);
  while (performance.now() - last < 200);
  observer.disconnect();
}

/** Watches a stretch of time, from `begin` until `end`: what moves in it, while the trace that is being made learns its tasks. */
class Watch {
  #stretch;
  #shift = 0;
  #add = (/** @type {PerformanceEntry[]} */ entries) => {
    for (const entry of entries) this.#shift += Number(/** @type {any} */ (entry).value);
  };
  #observer = new PerformanceObserver((list) => {
    this.#add(list.getEntries());
  });

  /**
   * In a task of its own, so that what the sweep has done before counts for nothing.
   * @param {string} stretch
   */
  static async begin(stretch) {
    await sleep(0);
    return new Watch(stretch);
  }

  /** @param {string} stretch */
  constructor(stretch) {
    this.#stretch = stretch;
    this.#observer.observe({ type: 'layout-shift' });
    performance.mark(beginOf(stretch));
  }

  /** @returns {Promise<Violation[]>} */
  async end() {
    performance.mark(endOf(this.#stretch));
    // Entries come some time after what they tell of.
    await sleep(60);
    this.#add(this.#observer.takeRecords());
    this.#observer.disconnect();
    return this.#shift > 0 ? [{ kind: 'layout shift', what: `${this.#shift.toFixed(4)} while ${this.#stretch}` }] : [];
  }
}

/**
 * Where two texts first differ.
 * @param {string} is
 * @param {string} should
 */
function firstOther(is, should) {
  let at = 0;
  while (at < is.length && is[at] === should[at]) at += 1;
  const around = (/** @type {string} */ text) => JSON.stringify(text.slice(Math.max(0, at - 20), at + 30));
  return `at ${at}: ${around(is)} instead of ${around(should)}`;
}

/**
 * Where two trees first differ.
 * @param {Node} is
 * @param {Node} should
 */
function firstOtherNode(is, should) {
  const [these, those] = [snapshot(is), snapshot(should)];
  const index = these.findIndex((entry, place) => entry.says !== those[place]?.says);
  const say = (/** @type {typeof these} */ entries) => JSON.stringify(entries[index]?.says.trim().slice(0, 60) ?? 'nothing');
  return `node ${index}: ${say(these)} instead of ${say(those)}`;
}
