/**
 * Runs the tests beside this file: `npm test`, or `npm test -- shell-card dom` for the files whose names begin so.
 *
 * Files are dealt into a few parts, each a process, of which two run at a time: within a part, browsers are started once. A file
 * alone is run by `node --test tests/browser/shell-card.test.js`. It judges nothing.
 */
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { fileURLToPath } from 'node:url';

/** So many that two which run to the end take about as long as each other, and few browsers are started. */
const PARTS = 4;

const here = fileURLToPath(new URL('.', import.meta.url));
const out = path.join(here, '../../target/test-parts');

const wanted = process.argv.slice(2);
const files = readdirSync(here).filter((file) => file.endsWith('.test.js') && (wanted.length === 0 || wanted.some((name) => file.startsWith(name))));
if (files.length === 0) throw new Error(`there are no tests that begin with ${wanted.join(' or ')}`);

/** @param {string} file */
const sizeOf = (file) => statSync(path.join(here, file)).size;

/** Each file goes to the part that has least, the large ones first: how long a file is says about how long it takes. */
const parts = Array.from({ length: Math.min(PARTS, files.length) }, () => ({ size: 0, files: /** @type {string[]} */ ([]) }));
for (const file of files.sort((a, b) => sizeOf(b) - sizeOf(a))) {
  const least = parts.reduce((a, b) => (b.size < a.size ? b : a));
  least.files.push(file);
  least.size += sizeOf(file);
}

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const entries = parts.map(({ files: names }, at) => {
  const entry = path.join(out, `part-${at + 1}.test.js`);
  writeFileSync(entry, names.map((name) => `import '../../tests/browser/${name}';\n`).join(''));
  return entry;
});

run({ files: entries, concurrency: 2 })
  .on('test:fail', () => { process.exitCode = 1; })
  .compose(/** @type {any} */ (spec))
  .pipe(process.stdout);
