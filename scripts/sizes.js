/**
 * Says what a page loads: `node scripts/sizes.js FILE...` prints each file's size and the sum, in bytes, as JSON.
 *
 * Brotli at its highest setting, as a server that compresses once ahead of time would send it.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const BEST = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };

const files = process.argv.slice(2).map((path) => {
  const content = readFileSync(path);
  return { file: basename(path), raw: content.length, brotli: brotliCompressSync(content, BEST).length };
});
const sum = { raw: 0, brotli: 0 };
for (const { raw, brotli } of files) {
  sum.raw += raw;
  sum.brotli += brotli;
}
console.log(JSON.stringify({ files, sum }, null, 2));
