/**
 * Says what a page loads: `node scripts/sizes.js FILE... [-- FILE...]` prints each file's size and the sum, in bytes, as JSON. What
 * stands behind the dashes is loaded when a reader asks for something: it is listed as `later`, and is not in the sum.
 *
 * Brotli at its highest setting, as a server that compresses once ahead of time would send it.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const BEST = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };

/** @param {string} path */
const sizeOf = (path) => {
  const content = readFileSync(path);
  return { file: basename(path), raw: content.length, brotli: brotliCompressSync(content, BEST).length };
};

const paths = process.argv.slice(2);
const dashes = paths.includes('--') ? paths.indexOf('--') : paths.length;
const files = paths.slice(0, dashes).map(sizeOf);
const later = paths.slice(dashes + 1).map(sizeOf);
const sum = { raw: 0, brotli: 0 };
for (const { raw, brotli } of files) {
  sum.raw += raw;
  sum.brotli += brotli;
}
console.log(JSON.stringify({ files, sum, later }, null, 2));
