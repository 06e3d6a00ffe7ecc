/**
 * Firefox, by WebDriver BiDi: Debian's, or the one that FIREFOX names.
 *
 * What the reader prefers is a preference of the browser, not of a page: each set of preferences gets a browser of its own.
 */
import { launch as launchBrowser } from 'puppeteer-core';

export const PROGRAM = process.env['FIREFOX'] ?? '/usr/bin/firefox-esr';

const NO_EMULATION = 'WebDriver BiDi has no way to show a page to Firefox as another medium does';

/** @type {import('./engine.js').Engine} */
export const FIREFOX = {
  name: 'Firefox',
  cannot: {
    print: NO_EMULATION,
    'layout shifts': 'Firefox does not report layout shifts',
    listeners: 'only Chromium tells how many listeners an object has',
    tree: 'only Chromium’s driver tells its accessibility tree',
  },
  needsRecorder: false,
  launch,
};

/**
 * @param {number} proxyPort
 * @returns {Promise<import('./engine.js').Running>}
 */
function launch(proxyPort) {
  /** @type {Map<string, ReturnType<typeof launchBrowser>>} */
  const browsers = new Map();

  /** @param {import('./engine.js').PageOptions} options */
  function preferencesOf({ colorScheme = 'light', reducedMotion = false, forcedColors = false, language = 'en-GB' }) {
    return {
      'intl.accept_languages': language,
      'layout.css.prefers-color-scheme.content-override': colorScheme === 'dark' ? 0 : 1,
      'ui.prefersReducedMotion': reducedMotion ? 1 : 0,
      'browser.display.document_color_use': forcedColors ? 2 : 1,
    };
  }

  /** @param {import('./engine.js').PageOptions} options */
  function browserFor(options) {
    const preferences = preferencesOf(options);
    const key = JSON.stringify(preferences);
    const browser =
      browsers.get(key) ??
      launchBrowser({
        browser: 'firefox',
        executablePath: PROGRAM,
        defaultViewport: null,
        extraPrefsFirefox: {
          ...preferences,
          'network.proxy.type': 1,
          'network.proxy.http': '127.0.0.1',
          'network.proxy.http_port': proxyPort,
          'network.proxy.ssl': '127.0.0.1',
          'network.proxy.ssl_port': proxyPort,
        },
      });
    browsers.set(key, browser);
    return browser;
  }

  return Promise.resolve({
    async open(options) {
      const context = await (await browserFor(options)).createBrowserContext();
      const page = await context.newPage();
      await page.setViewport(options.viewport ?? { width: 1280, height: 720 });
      return tabOf(page, () => context.close());
    },
    async rest() {
      const usual = JSON.stringify(preferencesOf({}));
      for (const [key, launching] of browsers) {
        const browser = await launching;
        if (key === usual) {
          await Promise.all(browser.browserContexts().filter((context) => context !== browser.defaultBrowserContext()).map((context) => context.close()));
        } else {
          browsers.delete(key);
          await browser.close();
        }
      }
    },
    async close() {
      await Promise.all([...browsers.values()].map(async (browser) => (await browser).close()));
    },
  });
}

/**
 * A page of puppeteer's, as the tests see it.
 * @param {import('puppeteer-core').Page} page
 * @param {() => Promise<void>} close
 * @returns {import('./engine.js').Tab}
 */
export function tabOf(page, close) {
  /** @type {import('./engine.js').Complaint[]} */
  const complaints = [];
  page.on('console', (message) => {
    if (['warn', 'error'].includes(message.type())) complaints.push({ kind: 'console', text: message.text() });
  });
  page.on('pageerror', (error) => complaints.push({ kind: 'thrown', text: String(error) }));
  return {
    async goto(address) {
      await page.goto(address);
    },
    call: (source, argument) => /** @type {Promise<string>} */ (page.evaluate(`(${source})(${JSON.stringify(argument)})`)),
    move: (x, y) => page.mouse.move(x, y),
    click: (x, y) => page.mouse.click(x, y),
    async drag(from, to) {
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move(to.x, to.y, { steps: 3 });
      await page.mouse.up();
    },
    tap: (x, y) => page.touchscreen.tap(x, y),
    async keys(names) {
      const keys = /** @type {import('puppeteer-core').KeyInput[]} */ ([...names]);
      for (const key of keys) await page.keyboard.down(key);
      for (const key of keys.reverse()) await page.keyboard.up(key);
    },
    media: () => Promise.reject(new Error(NO_EMULATION)),
    complaints: () => Promise.resolve(complaints),
    close,
  };
}
