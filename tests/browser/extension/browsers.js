/**
 * The built extension in a real Chromium and a real Firefox, for the tests beside this folder.
 *
 * In the build that stores get, the press of the button is the reader's own.
 */
import { after, before, describe } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';

import { serve } from '../../../scripts/serve.js';
import { tabOf as chromiumTab } from '../engines/chromium.js';
import { tabOf as firefoxTab } from '../engines/firefox.js';
import { startOutside } from '../outside.js';
import { Page } from '../page.js';

import { ID, startChromium, startFirefox } from './launch.js';

/** A page of the extension that does nothing by itself. */
const CONTROL = 'message.html';
/** How long to wait for something to come true, in milliseconds: long, since a busy machine may run several browsers at once. */
const PATIENCE = 60_000;

/** @typedef {'chromium' | 'firefox'} Name */
/** @typedef {import('./launch.js').Build} Build */

/**
 * What differs between the browsers.
 * @typedef {object} Driver
 * @property {(address: string) => Promise<Page>} open A page in a tab of its own, in front.
 * @property {(address: string) => Promise<void>} press Presses the button in the toolbar, as a reader does, on the page with this address.
 * @property {(item: string, address: string) => Promise<void>} choose Chooses an item of the extension's menus, as the browser tells it, on the page with this address.
 * @property {(file: string) => Promise<Page>} own A page of the extension.
 * @property {() => Promise<string[]>} addresses What tabs and pop-ups show.
 * @property {() => Promise<void>} end Does away with the extension as it is, by uninstalling it or by loading it anew.
 * @property {() => Promise<void>} close
 */

/** @param {Build} build @param {number} proxy @returns {Promise<Driver>} */
async function driveChromium(build, proxy) {
  const { context, worker, origin } = await startChromium(build, {
    proxy: { server: `http://127.0.0.1:${proxy}`, bypass: '127.0.0.1' },
    viewport: { width: 1280, height: 720 },
  });
  const { host: id } = new URL(origin);
  const browser = context.browser();
  if (browser === null) throw new Error('Chromium runs without a browser');
  const session = await browser.newBrowserCDPSession();
  const send = /** @type {(method: string, params?: object) => Promise<any>} */ (session.send.bind(session));
  const open = async (/** @type {string} */ address) => {
    const page = await context.newPage();
    const tab = chromiumTab(page);
    await tab.goto(address);
    await page.bringToFront();
    return new Page(tab);
  };
  return {
    open,
    own: (file) => open(`${origin}/${file}`),
    async press(address) {
      const page = context.pages().find((each) => each.url() === address);
      await page?.bringToFront();
      // A page may have made its own of what this asks with; then it has to do without.
      await page?.waitForFunction(() => document.visibilityState === 'visible').catch(() => undefined);
      const { targetInfos } = await send('Target.getTargets', { filter: [{ type: 'tab' }] });
      const target = targetInfos.find((/** @type {{ url: string }} */ { url }) => url === address);
      await send('Extensions.triggerAction', { id, targetId: target.targetId });
    },
    choose: (item, address) =>
      worker.evaluate(
        async ([menuItemId, url]) => {
          const { tabs, contextMenus } = /** @type {any} */ (globalThis)['chrome'];
          const tab = (await tabs.query({})).find((/** @type {{ url: string }} */ each) => each.url === url);
          contextMenus.onClicked.dispatch({ menuItemId, pageUrl: url }, tab);
        },
        [item, address],
      ),
    addresses: async () => (await send('Target.getTargets')).targetInfos.map((/** @type {{ url: string }} */ { url }) => url),
    async end() {
      // What was loaded by the command line, no driver can uninstall; for its scripts in pages it is all the same.
      await worker.evaluate(() => {
        setTimeout(() => {
          /** @type {any} */ (globalThis)['chrome'].runtime.reload();
        });
      });
    },
    close: () => context.close(),
  };
}

/** @param {Build} build @param {number} proxy @returns {Promise<Driver>} */
async function driveFirefox(build, proxy) {
  const { browser, origin } = await startFirefox(build, {
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': proxy,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': proxy,
  });
  // Puppeteer has no words for the browser's own window, nor for a page that it does not see load.
  const { connection } = /** @type {{ connection: { send(method: string, params: object): Promise<{ result: any }> } }} */ (/** @type {unknown} */ (browser));
  const send = async (/** @type {string} */ method, /** @type {object} */ params) => (await connection.send(method, params)).result;
  const [{ context }] = (await send('browsingContext.getTree', { 'moz:scope': 'chrome' })).contexts;
  /** Calls `fn` in the browser's window. @param {string} source @param {unknown[]} args */
  const inWindow = async (source, ...args) => {
    const expression = `(async () => JSON.stringify(await (${source})(...${JSON.stringify(args)})))()`;
    const answer = await send('script.evaluate', { expression, target: { context }, awaitPromise: true });
    if (answer.type !== 'success') throw new Error(`in Firefox's window: ${answer.exceptionDetails.text}`);
    return JSON.parse(answer.result.value ?? 'null');
  };
  const press = `async (id, address) => {
    // With what was said last still open, a press would only close that.
    for (const panel of document.querySelectorAll('panel')) panel.hidePopup();
    gBrowser.selectedTab = gBrowser.tabs.find((tab) => tab.linkedBrowser.currentURI.spec === address);
    const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
    await ExtensionParent.apiManager.global.browserActionFor(WebExtensionPolicy.getByID(id).extension).triggerAction(window);
  }`;
  const choose = `(id, menuItemId, address) => {
    const tab = gBrowser.tabs.find((each) => each.linkedBrowser.currentURI.spec === address);
    WebExtensionPolicy.getByID(id).extension.emit('webext-menu-menuitem-click', { menuItemId, pageUrl: address }, tab);
  }`;
  const newTab = async () => {
    const page = await browser.newPage();
    await page.setViewport({ width: 1280, height: 720 });
    return { page, tab: firefoxTab(page, () => page.close()) };
  };
  return {
    async open(address) {
      const { page, tab } = await newTab();
      await tab.goto(address);
      await page.bringToFront();
      return new Page(tab);
    },
    async own(file) {
      const { page, tab } = await newTab();
      // It is another process's, for which puppeteer would wait in vain.
      const id = /** @type {{ _id: string }} */ (/** @type {unknown} */ (page.mainFrame()))._id;
      await send('browsingContext.navigate', { context: id, url: `${origin}/${file}`, wait: 'complete' });
      await page.bringToFront();
      return new Page(tab);
    },
    press: (address) => inWindow(press, ID, address),
    choose: (item, address) => inWindow(choose, ID, item, address),
    addresses: () => inWindow("async () => [...document.querySelectorAll('browser')].map((each) => each.currentURI?.spec ?? '')"),
    end: () => browser.uninstallExtension(ID),
    close: () => browser.close(),
  };
}

const DRIVE = { chromium: driveChromium, firefox: driveFirefox };

export class Extension {
  name;
  #build;
  /** What the server answers with, by path. @type {import('../../../scripts/serve.js').Pages} */
  pages = new Map([['/favicon.ico', '']]);
  /** @type {{ driver: Driver, server: Awaited<ReturnType<typeof serve>>, outside: Awaited<ReturnType<typeof startOutside>> } | undefined} */
  #running;

  /** @param {Name} name @param {Build} build */
  constructor(name, build) {
    this.name = name;
    this.#build = build;
  }

  async start() {
    const outside = await startOutside();
    const server = await serve({ pages: this.pages, routes: [{ prefix: '/pkg/', folder: 'pkg' }] });
    this.#running = { outside, server, driver: await DRIVE[this.name](this.#build, outside.port) };
  }

  get driver() {
    return this.#started.driver;
  }

  get origin() {
    return this.#started.server.origin;
  }

  /** What has been asked for elsewhere, in vain. */
  asked() {
    return this.#started.outside.asked();
  }

  /**
   * A page with this HTML, in a tab of its own.
   * @param {string} path
   * @param {string} html
   * @param {Record<string, string>} [headers]
   */
  open(path, html, headers = {}) {
    this.pages.set(path, { type: 'text/html; charset=utf-8', body: html, headers });
    return this.driver.open(this.origin + path);
  }

  /** Presses the button on the page in front. @param {Page} page */
  async press(page) {
    await this.driver.press(await page.evaluate(() => location.href));
  }

  /** Settles once a tab or a pop-up shows such an address. @param {RegExp} address */
  async shows(address) {
    for (const end = Date.now() + PATIENCE; ;) {
      await sleep(20);
      if ((await this.driver.addresses()).some((each) => address.test(each))) return;
      if (Date.now() > end) throw new Error(`waited in vain for ${address}`);
    }
  }

  /** What stands on the button in each tab where anything does, asked by `control`. @param {Page} control @returns {Promise<string[]>} */
  badges(control) {
    return control.evaluate(async () => {
      const { tabs, action } = /** @type {any} */ (globalThis)['browser'] ?? /** @type {any} */ (globalThis)['chrome'];
      const texts = await Promise.all((await tabs.query({})).map((/** @type {{ id: number }} */ { id }) => action.getBadgeText({ tabId: id })));
      return texts.filter((text) => text !== '');
    });
  }

  /** Settles once exactly this stands on buttons. @param {Page} control @param {string[]} texts */
  async counts(control, texts) {
    for (const end = Date.now() + PATIENCE; ;) {
      await sleep(20);
      const badges = await this.badges(control);
      if (String(badges) === String(texts)) return;
      if (Date.now() > end) throw new Error(`the buttons say ${JSON.stringify(badges)}, not ${JSON.stringify(texts)}`);
    }
  }

  /** A page of the extension from which all that the extension can do may be done. */
  control() {
    return this.driver.own(CONTROL);
  }

  get #started() {
    if (this.#running === undefined) throw new Error(`${this.name} has not been started`);
    return this.#running;
  }

  async close() {
    const { driver, server, outside } = this.#started;
    await driver.close();
    server.close();
    outside.close();
  }
}

/**
 * Defines the same tests for each browser that has the extension.
 * @param {Build} build
 * @param {(extension: Extension) => void} define
 */
export function inEachBrowser(build, define) {
  const wanted = process.env['BROWSERS']?.split(',');
  for (const name of /** @type {Name[]} */ (['chromium', 'firefox'])) {
    if (wanted !== undefined && !wanted.includes(name)) continue;
    describe(name, () => {
      const extension = new Extension(name, build);
      before(() => extension.start());
      after(() => extension.close());
      define(extension);
    });
  }
}
