/** Starts a real Chromium and a real Firefox with the built extension in them. What is then done with it is others' business. */
import { fileURLToPath } from 'node:url';

import { chromium } from 'playwright-core';
import { launch } from 'puppeteer-core';

import { ARGUMENTS, PROGRAM as CHROMIUM } from '../../../scripts/chromium.js';
import { PROGRAM as FIREFOX } from '../engines/firefox.js';

/**
 * `store` is the build that stores get; in `test` the extension may be on 127.0.0.1 from the beginning, since no driver can answer when the
 * browser asks. Nothing but these permissions differs.
 * @typedef {'store' | 'test'} Build
 */

/** What Firefox calls the extension. */
export const ID = 'newsgloss@newsgloss.invalid';
/** Where Firefox has it: it takes another place for each reader, unless it is told one. */
const UUID = '2c2fc3a2-7c0e-4c58-9d1f-6a4d3a1c9a00';

/** @param {Build} build @param {'chrome' | 'firefox'} target */
const built = (build, target) => fileURLToPath(new URL(`../../../target/extension/${build === 'test' ? 'test/' : ''}${target}`, import.meta.url));

/**
 * Chromium, where the extension's pages stand there, and its worker.
 * @param {Build} build
 * @param {import('playwright-core').BrowserContextOptions} [options]
 */
export async function startChromium(build, options) {
  const folder = built(build, 'chrome');
  const context = await chromium.launchPersistentContext('', {
    ...options,
    executablePath: CHROMIUM,
    locale: 'en-GB',
    args: [
      ...ARGUMENTS,
      ...[`--disable-extensions-except=${folder}`, `--load-extension=${folder}`],
      // Lets a driver press the button.
      '--enable-unsafe-extension-debugging',
    ],
  });
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  return { context, worker, origin: new URL('.', worker.url()).href.replace(/\/$/, '') };
}

/**
 * Firefox, and where the extension's pages stand there.
 * @param {Build} build
 * @param {Record<string, string | number>} [preferences]
 */
export async function startFirefox(build, preferences) {
  const browser = await launch({
    browser: 'firefox',
    executablePath: FIREFOX,
    defaultViewport: null,
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: { 'extensions.webextensions.uuids': JSON.stringify({ [ID]: UUID }), 'intl.accept_languages': 'en-GB', ...preferences },
  });
  await browser.installExtension(built(build, 'firefox'));
  return { browser, origin: `moz-extension://${UUID}` };
}
