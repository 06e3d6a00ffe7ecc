/**
 * Says what a page loads: `node scripts/sizes.js` prints the size of each file of the package in `pkg/` in bytes, by what it is for, as
 * JSON. `sum` is what a page loads to show its marks; what is `later` is loaded when a reader asks for something, and is not in it.
 * `shell` is all that is ours to look at, in English: the loader, the marks with their cards, and the panel.
 *
 * Brotli at its highest setting, as a server that compresses once ahead of time would send it.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

import { packageFiles } from './packaged.js';

const BEST = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };

/** @typedef {{ part: string, file: string, raw: number, brotli: number }} Size */

/** What a file is for, by its name without a hash. @param {string} name */
function partOf(name) {
  if (name === 'newsgloss.js') return 'loader';
  if (/^(shell|chunk)\b/.test(name)) return 'shell';
  if (name.startsWith('newsgloss_core')) return 'core';
  if (/^(lexicon|weights)/.test(name)) return 'data';
  if (name.startsWith('panel')) return 'panel';
  return /^(atlas|outlines)/.test(name) ? 'atlas' : 'language';
}

const ORDER = ['loader', 'shell', 'core', 'data', 'panel', 'atlas', 'language'];
const AT_FIRST = ['loader', 'shell', 'core', 'data'];

const sizes = Object.entries(packageFiles())
  .map(([name, { file }]) => {
    const content = readFileSync(join('pkg', file));
    return { part: partOf(name), file, raw: content.length, brotli: brotliCompressSync(content, BEST).length };
  })
  .sort((one, other) => ORDER.indexOf(one.part) - ORDER.indexOf(other.part));

/** @param {string[]} parts */
function sumOf(parts) {
  const sum = { raw: 0, brotli: 0 };
  for (const { part, raw, brotli } of sizes) {
    if (!parts.includes(part)) continue;
    sum.raw += raw;
    sum.brotli += brotli;
  }
  return sum;
}

const report = {
  files: sizes.filter(({ part }) => AT_FIRST.includes(part)),
  sum: sumOf(AT_FIRST),
  shell: sumOf(['loader', 'shell', 'panel']),
  later: sizes.filter(({ part }) => !AT_FIRST.includes(part)),
};
console.log(JSON.stringify(report, null, 2));
