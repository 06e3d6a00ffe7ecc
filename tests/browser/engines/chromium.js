/** Chromium, by playwright. */
import { launchChromium } from '../../../scripts/chromium.js';

/** @type {import('./engine.js').Engine} */
export const CHROMIUM = { name: 'Chromium', cannot: {}, needsRecorder: false, launch };

/**
 * @param {number} proxyPort
 * @returns {Promise<import('./engine.js').Running>}
 */
async function launch(proxyPort) {
  const browser = await launchChromium({ proxy: { server: `http://127.0.0.1:${proxyPort}`, bypass: '127.0.0.1' } });
  return {
    async open({ viewport = { width: 1280, height: 720 }, colorScheme = 'light', reducedMotion, forcedColors, touch = false, language = 'en-GB' }) {
      const page = await browser.newPage({
        viewport,
        locale: language,
        colorScheme,
        reducedMotion: reducedMotion === true ? 'reduce' : 'no-preference',
        forcedColors: forcedColors === true ? 'active' : 'none',
        hasTouch: touch,
        isMobile: touch,
      });
      return tabOf(page);
    },
    async rest() {
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
    close: () => browser.close(),
  };
}

/**
 * A page of playwright's, as the tests see it.
 * @param {import('playwright-core').Page} page
 * @returns {import('./engine.js').Tab}
 */
export function tabOf(page) {
  /** @type {import('./engine.js').Complaint[]} */
  const complaints = [];
  page.on('console', (message) => {
    if (['warning', 'error'].includes(message.type())) complaints.push({ kind: 'console', text: message.text() });
  });
  page.on('pageerror', (error) => complaints.push({ kind: 'thrown', text: String(error) }));
  return {
    chromium: page,
    async goto(address) {
      await page.goto(address);
    },
    call: (source, argument) => page.evaluate(`(${source})(${JSON.stringify(argument)})`),
    move: (x, y) => page.mouse.move(x, y),
    click: (x, y) => page.mouse.click(x, y),
    async drag(from, to) {
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move(to.x, to.y, { steps: 3 });
      await page.mouse.up();
    },
    tap: (x, y) => page.touchscreen.tap(x, y),
    keys: (names) => page.keyboard.press(names.join('+')),
    media: (medium) => page.emulateMedia({ media: medium }),
    complaints: () => Promise.resolve(complaints),
    close: () => page.close(),
  };
}
