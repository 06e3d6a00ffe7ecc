/**
 * Takes pictures of the demonstration: cards and each view of the panel, light and dark, wide and on a phone, from left to right and from
 * right to left: `npm run screenshots [FOLDER]`.
 *
 * The package must have been built. The pictures are for looking at, not for comparing: fonts differ between machines.
 */

import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { launchChromium } from '../scripts/chromium.js';
import { serve } from '../scripts/serve.js';

const folder = process.argv[2] ?? 'target/screenshots';

/**
 * @typedef {object} Picture
 * @property {string} name
 * @property {number} [width]
 * @property {number} [height]
 * @property {'light' | 'dark'} [scheme]
 * @property {boolean} [touch]
 * @property {string} [language] of the reader
 * @property {Partial<import('./settings.js').Choices>} [choices] what the reader has chosen before
 * @property {string} [mark] the first mark that begins with these words has its card opened
 * @property {string} [inside] what that mark is in
 * @property {boolean} [fromTop] whether the page stays at its top
 * @property {import('./settings.js').View} [view] what the panel shows
 */

const PHONE = { width: 390, height: 844, touch: true };

/** @type {Picture[]} */
const PICTURES = [
  // The two for the README.
  { name: 'readme', width: 1080, height: 1352, mark: 'A treaty', fromTop: true },
  { name: 'readme-panel', width: 1320, height: 900, view: 'quotes', fromTop: true },
  { name: 'light', mark: 'We are ready' },
  { name: 'dark', scheme: 'dark', mark: 'Halden', inside: 'newsgloss-mark' },
  { name: 'phone', ...PHONE, mark: 'Marek Dreyer' },
  { name: 'phone-dark', ...PHONE, scheme: 'dark', mark: 'A treaty' },
  { name: 'arabic', language: 'ar', mark: 'Marek Dreyer' },
  { name: 'colours', choices: { look: 'colour' }, mark: 'We are ready' },
  { name: 'margin', width: 1440, choices: { look: 'margin' }, mark: 'We are ready' },
  ...(/** @type {const} */ (['people', 'quotes', 'timeline', 'places', 'settings'])).flatMap((view) => [
    { name: `panel-${view}`, view },
    { name: `panel-${view}-dark`, view, scheme: /** @type {const} */ ('dark') },
    { name: `panel-${view}-phone`, view, ...PHONE },
    { name: `panel-${view}-arabic`, view, language: 'ar' },
  ]),
  { name: 'panel-floating', view: 'people', choices: { panel: { at: 'float', width: 420, height: 560, x: 700, y: 120, sheet: 480 } } },
];

const server = await serve();
const browser = await launchChromium({ env: { ...process.env, FONTCONFIG_FILE: await fonts() } });
await mkdir(folder, { recursive: true });
for (const picture of PICTURES) await take(picture);
await browser.close();
server.close();
console.log(`The pictures are in ${folder}.`);

/** @param {Picture} picture */
async function take({ name, width = 1280, height = 860, scheme = 'light', touch = false, language = 'en-GB', choices = {}, mark, inside = '', fromTop = false, view }) {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme: scheme, deviceScaleFactor: touch ? 2 : 1, hasTouch: touch, locale: language });
  await page.goto(`${server.origin}/`);
  await page.evaluate((chosen) => {
    localStorage.setItem('newsgloss', JSON.stringify(chosen));
  }, { ...choices, ...(view && { view }) });
  await page.reload();
  await page.waitForSelector('newsgloss-control[data-seen]', { state: 'attached' });
  if (mark !== undefined) {
    const target = page.locator(`${inside} newsgloss-mark`, { hasText: new RegExp(`^${mark}`) }).first();
    // The first line of the mark, under the upper middle of the window: a mark of several lines has text of others in its box.
    const at = await target.evaluate((piece, stay) => {
      const line = () => piece.getClientRects()[0] ?? piece.getBoundingClientRect();
      if (!stay) window.scrollBy({ top: line().top - window.innerHeight * 0.42, behavior: 'instant' });
      return { x: line().left + 24, y: line().top + line().height / 2 };
    }, fromTop);
    await (touch ? page.touchscreen.tap(at.x, at.y) : page.mouse.click(at.x, at.y));
    await page.locator('newsgloss-card[data-open]').waitFor();
  }
  if (view !== undefined) {
    await page.locator('newsgloss-control .open').click();
    await page.locator('newsgloss-panel[data-open]').waitFor();
  }
  // What fades in is there, and what stands where there is room has found it.
  await page.waitForTimeout(600);
  await page.screenshot({ path: path.join(folder, `${name}.png`) });
  await page.close();
}

/** The path of a fontconfig file that gives bare Linux machines, too, a sans serif face fit for pictures. */
async function fonts() {
  const file = path.join(await mkdtemp(path.join(tmpdir(), 'newsgloss-')), 'fonts.conf');
  const face = (/** @type {string} */ generic) =>
    `<match target="pattern"><test name="family"><string>${generic}</string></test>` +
    '<edit name="family" mode="prepend" binding="strong"><string>Inter</string><string>Liberation Sans</string></edit></match>';
  const faces = ['system-ui', 'sans-serif'].map(face).join('');
  await writeFile(file, `<?xml version="1.0"?><fontconfig><include>/etc/fonts/fonts.conf</include>${faces}</fontconfig>`);
  return file;
}
