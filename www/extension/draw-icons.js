/**
 * Draws `icons/icon.svg` in the sizes that browsers and stores want: `node www/extension/draw-icons.js`.
 *
 * The pictures are kept beside it, since building the extension must need no browser.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { launchChromium } from '../../scripts/chromium.js';

const SIZES = [16, 32, 48, 96, 128];

const here = fileURLToPath(new URL('icons/', import.meta.url));
const icon = readFileSync(`${here}icon.svg`, 'utf8');
const browser = await launchChromium();
for (const size of SIZES) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:100vw}</style>${icon}`);
  await page.screenshot({ path: `${here}${size}.png`, omitBackground: true });
  await page.close();
}
await browser.close();
