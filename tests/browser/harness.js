/**
 * Opens pages in each of the engines that readers have, for the tests beside this file.
 *
 * Pages are served from this machine, and requests to any other fail. Nothing is mocked: the page, the module and the browser
 * are what users have. BROWSERS narrows the engines: `BROWSERS=firefox,webkit npm test`.
 */
import { readFileSync } from 'node:fs';
import { after, before, describe } from 'node:test';

import { packaged } from '../../scripts/packaged.js';
import { DEMO, PLAIN, serve } from '../../scripts/serve.js';
import { CHROMIUM } from './engines/chromium.js';
import { FIREFOX } from './engines/firefox.js';
import { WEBKIT } from './engines/webkit.js';
import { startOutside } from './outside.js';
import { Page } from './page.js';

const ENGINES = { chromium: CHROMIUM, firefox: FIREFOX, webkit: WEBKIT };

/** @typedef {keyof typeof ENGINES} EngineName */

const ALL = /** @type {EngineName[]} */ (Object.keys(ENGINES));

/** The page of the demonstration, as it is served. */
const DEMO_PAGE = new URL('../../www/demo/index.html', import.meta.url);

/** Makes the core ready in the page, as the shell does, and brings the tests' tools. */
async function loadCore() {
  const from = (/** @type {string} */ address) => import(address);
  const [core, tools] = await Promise.all([from('/pkg/newsgloss_core.js'), from('/tests/page-tools.js')]);
  const data = ['lexicon.txt', 'weights.bin'].map(async (name) => new Uint8Array(await (await fetch('/pkg/' + name)).arrayBuffer()));
  await core.default({ module_or_path: '/pkg/newsgloss_core_bg.wasm' });
  core.load(...(await Promise.all(data)));
  while (!core.index());
  Object.assign(window, { core, tools });
}

/** The engines that run, each with what it takes for the world outside: for all tests of this process, since most take less time than an engine to start. */
const running = /** @type {Map<EngineName, ReturnType<typeof launch>>} */ (new Map());

/** @param {EngineName} name */
async function launch(name) {
  const outside = await startOutside();
  return { outside, engine: await ENGINES[name].launch(outside.port) };
}

/** @param {EngineName} name */
function launched(name) {
  const launching = running.get(name) ?? launch(name);
  running.set(name, launching);
  return launching;
}

after(async () => {
  for (const launching of running.values()) {
    const { engine, outside } = await launching;
    await engine.close();
    outside.close();
  }
});

/**
 * @param {EngineName} name
 * @param {import('../../scripts/serve.js').Pages} pages
 */
async function run(name, pages) {
  const { outside, engine } = await launched(name);
  const server = await serve({ pages, routes: [{ prefix: '/tests/', folder: 'tests/browser' }, { prefix: '/newsgloss/', folder: 'pkg' }, ...DEMO, ...PLAIN] });
  return { outside, engine, server, askedBefore: outside.asked().length };
}

/**
 * Where a file of the package is served, by the name that it has without a hash.
 * @param {string} name
 */
export function served(name) {
  return `/pkg/${packaged(name).file}`;
}

/** An engine under test and a server for its pages. */
export class Browser {
  /** What the server answers with, by path, before any file. @type {import('../../scripts/serve.js').Pages} */
  pages = new Map([['/favicon.ico', '']]);
  #engine;
  /** @type {Awaited<ReturnType<typeof run>> | undefined} */
  #running;

  /** @type {EngineName} */
  name;

  /** @param {EngineName} name */
  constructor(name) {
    this.name = name;
    this.#engine = ENGINES[name];
  }

  /** Why the engine cannot do something, for a test to be skipped for; false if it can. @param {import('./engines/engine.js').Ability} ability */
  cannot(ability) {
    return this.#engine.cannot[ability] ?? false;
  }

  async start() {
    this.#running = await run(this.name, this.pages);
  }

  get #started() {
    if (this.#running === undefined) throw new Error(`${this.#engine.name} has not been started`);
    return this.#running;
  }

  /** Where pages are served from. */
  get origin() {
    return this.#started.server.origin;
  }

  /** What pages have asked for elsewhere, in vain: an address each, or of https: a host. */
  asked() {
    const { outside, askedBefore } = this.#started;
    return outside.asked().slice(askedBefore);
  }

  /**
   * A page with this HTML. Nothing of newsgloss is loaded yet.
   * @param {string} html
   * @param {import('./engines/engine.js').PageOptions} [options]
   */
  async load(html, options) {
    return this.#open('/page', html, options);
  }

  /**
   * A page with this in its body. Nothing of newsgloss is loaded yet.
   * @param {string} body
   * @param {import('./engines/engine.js').PageOptions} [options]
   */
  page(body, options) {
    return this.load(`<!doctype html><html lang="en"><meta charset="utf-8"><title>Test</title><body>${body}</body></html>`, options);
  }

  /**
   * The demonstration, once it is marked: by highlights, where it looks like a page that a framework has rendered.
   * @param {import('./engines/engine.js').PageOptions} [options]
   * @param {import('../../www/answer.js').Paint} [paint]
   */
  async demo(options, paint = 'markup') {
    const html = readFileSync(DEMO_PAGE, 'utf8');
    const page = await this.#open('/', paint === 'markup' ? html : html.replace('<body>', '<body data-reactroot>'), options);
    await page.waitFor(() => document.querySelector('newsgloss-control') !== null);
    return page;
  }

  /**
   * A page with this HTML, the core ready as `window.core` and the tools as `window.tools`.
   * @param {string} html
   * @param {import('./engines/engine.js').PageOptions} [options]
   */
  async open(html, options) {
    const page = await this.load(html, options);
    try {
      await page.evaluate(loadCore);
    } catch (error) {
      // About once in a thousand times WebKitGTK traps in a core that it has just compiled, on data that it takes at every other time.
      if (this.name !== 'webkit' || !String(error).includes('Out of bounds memory access')) throw error;
      await page.reload();
      await page.evaluate(loadCore);
    }
    return page;
  }

  /**
   * A page whose article has this body, with the core and the tools ready.
   * @param {string} body
   */
  article(body) {
    return this.open(`<!doctype html><html lang="en"><meta charset="utf-8"><title>Test</title><body><article>${body}</article></body></html>`);
  }

  /**
   * @param {string} path
   * @param {string} html
   * @param {import('./engines/engine.js').PageOptions} options
   */
  async #open(path, html, options = {}) {
    const recorder = '<script src="/tests/recorder.js"></script>';
    this.pages.set(path, this.#engine.needsRecorder ? html.replace(/^(\s*<!doctype[^>]*>)?/i, `$1${recorder}`) : html);
    const tab = await this.#started.engine.open(options);
    await tab.goto(this.origin + path);
    return new Page(tab);
  }

  /** The engine runs on, for those who come after. */
  async close() {
    const { engine, server } = this.#started;
    await engine.rest();
    server.close();
  }
}

/**
 * Starts a server, and an engine where it does not run yet. Call `close` when done with both.
 * @param {EngineName} [name]
 */
export async function start(name = 'chromium') {
  const browser = new Browser(name);
  await browser.start();
  return browser;
}

/**
 * Defines the same tests for each engine, one after the other. The browser that they get runs once they do.
 * @param {(browser: Browser) => void} define
 */
export function inEachBrowser(define) {
  for (const name of chosen()) {
    describe(ENGINES[name].name, () => {
      const browser = new Browser(name);
      before(() => browser.start());
      after(() => browser.close());
      define(browser);
    });
  }
}

/** @returns {EngineName[]} */
function chosen() {
  const names = process.env['BROWSERS']?.split(',') ?? ALL;
  return names.map((name) => {
    const known = ALL.find((each) => each === name);
    if (known === undefined) throw new Error(`BROWSERS names ${name}: the browsers are ${ALL.join(', ')}`);
    return known;
  });
}
