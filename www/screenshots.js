/**
 * Takes pictures of the demonstration with a card open, light and dark, wide and on a phone: `npm run screenshots [FOLDER]`.
 *
 * The package must have been built. The pictures are for looking at, not for comparing: fonts differ between machines.
 */

import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { launchChromium } from '../scripts/chromium.js';
import { serve } from '../scripts/serve.js';

const folder = process.argv[2] ?? 'target/screenshots';

/** Which mark to open a card for: the first that begins with these words, `inside` what is named. */
const PICTURES = [
  // The one for the README: from the top of the page.
  { name: 'readme', width: 1080, height: 1352, scheme: 'light', mark: 'A treaty', fromTop: true },
  { name: 'light', width: 1280, height: 860, scheme: 'light', mark: 'We are ready' },
  { name: 'dark', width: 1280, height: 860, scheme: 'dark', mark: 'Halden', inside: 'newsgloss-mark' },
  { name: 'phone', width: 390, height: 844, scheme: 'light', mark: 'Marek Dreyer', touch: true },
  { name: 'phone-dark', width: 390, height: 844, scheme: 'dark', mark: 'A treaty', touch: true },
];

const server = await serve();
const browser = await launchChromium({ env: { ...process.env, FONTCONFIG_FILE: await fonts() } });
await mkdir(folder, { recursive: true });
for (const { name, width, height, scheme, mark, inside = '', touch = false, fromTop = false } of PICTURES) {
  const page = await browser.newPage({
    viewport: { width, height },
    colorScheme: scheme === 'dark' ? 'dark' : 'light',
    deviceScaleFactor: touch ? 2 : 1,
    hasTouch: touch,
  });
  await page.goto(`${server.origin}/`);
  await page.waitForSelector('newsgloss-mark');
  await page.screenshot({ path: path.join(folder, `${name}-page.png`), fullPage: true });
  const target = page.locator(`${inside} newsgloss-mark`, { hasText: new RegExp(`^${mark}`) }).first();
  // The first line of the mark, under the upper middle of the window: a mark of several lines has text of others in its box.
  const at = await target.evaluate((piece, stay) => {
    const line = () => piece.getClientRects()[0] ?? piece.getBoundingClientRect();
    if (!stay) window.scrollBy({ top: line().top - window.innerHeight * 0.42, behavior: 'instant' });
    return { x: line().left + 24, y: line().top + line().height / 2 };
  }, fromTop);
  await (touch ? page.touchscreen.tap(at.x, at.y) : page.mouse.click(at.x, at.y));
  await page.locator('newsgloss-card[data-open]').waitFor();
  await page.waitForTimeout(200);
  await page.screenshot({ path: path.join(folder, `${name}.png`) });
  await page.close();
}
await browser.close();
server.close();
console.log(`The pictures are in ${folder}.`);

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
