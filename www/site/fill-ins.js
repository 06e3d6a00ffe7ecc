/** What is filled into the pages at the places that they name: sizes, hashes and types, as the package has them. */

import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { reference } from './reference.js';

/** What each file is for, by its name without hash and ending; the first that matches. @type {[RegExp, string][]} */
const PURPOSES = [
  [/^newsgloss\.js/, 'what your page names'],
  [/^newsgloss_core\b.*\.js/, 'starts the core'],
  [/\.wasm$/, 'the core: reads and marks'],
  [/^lexicon\b/, 'what names mean'],
  [/^weights\b/, 'how names are recognised'],
  [/^outlines\b/, 'shores and borders, once a reader opens the map'],
  [/^atlas\b/, 'draws the map, once a reader opens it'],
  [/^panel\b/, 'the panel, once a reader opens it'],
  [/^card\b/, 'the card, once a reader opens one'],
  [/^shell\b/, 'marks, card and control'],
  [/^(ar|de|es|fr|ru)\b/, 'a language, where the reader has it'],
];

/** @param {number} bytes */
const kilobytes = (bytes) => `${(bytes / 1000).toLocaleString('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 })} KB`;

/**
 * Gives what fills a page's places in.
 * @param {string} root
 * @returns {Promise<(markdown: string, page: string) => Promise<string>>}
 */
export async function fillIns(root) {
  const types = reference(root);
  /** @type {{ files: Size[], later: Size[], sum: { brotli: number } }} */
  const sizes = JSON.parse(await readFile(path.join(root, 'pkg/sizes.json'), 'utf8'));
  const hashes = path.join(root, 'pkg/integrity.json');
  /** @type {Record<string, { file: string, integrity: string }>} */
  const integrity = existsSync(hashes) ? JSON.parse(await readFile(hashes, 'utf8')) : {};

  const story = await readFile(path.join(root, 'www/site/story.html'), 'utf8');

  /** @type {Record<string, (...words: string[]) => string>} */
  const fillers = {
    story: () => story.trim(),
    sizes: () => sizeTable(sizes.files, sizes.sum.brotli),
    later: () => sizeTable(sizes.later),
    sum: () => `${(sizes.sum.brotli / 1e6).toFixed(2)} MB`,
    size: (file = '') => kilobytes([...sizes.files, ...sizes.later].find((each) => plain(each.file) === file)?.brotli ?? NaN),
    integrity: (name = '') => integrity[name]?.integrity ?? `(no ${name})`,
    integrities: () => `| file | \`integrity\` |\n| --- | --- |\n${Object.values(integrity).map(({ file, integrity }) => `| \`${file}\` | \`${integrity}\` |`).join('\n')}`,
    types: (...names) => types.tell(names),
    rest: () => types.rest(),
    values: (name = '') => types.values(name).map((each) => `\`${each}\``).join(', '),
  };
  return (markdown, page) =>
    Promise.resolve(
      markdown.replaceAll(/\{\{(\w+)((?: [\w.]+)*)\}\}/g, (_, name, words) => {
        const filler = fillers[name];
        if (filler === undefined) throw new Error(`${page} asks for ${name}, which nothing fills in`);
        return filler(...words.trim().split(' ').filter(Boolean));
      }),
    );
}

/** A file's name without the hash of its content. @param {string} file */
function plain(file) {
  return file.replace(/-\w{8}(\.\w+)$/, '$1');
}

/** @typedef {{ file: string, raw: number, brotli: number }} Size */

/** @param {Size[]} files @param {number} [sum] */
function sizeTable(files, sum) {
  const rows = files.map(({ file, brotli }) => `| \`${file}\` | ${PURPOSES.find(([name]) => name.test(plain(file)))?.[1] ?? ''} | ${kilobytes(brotli)} |`);
  const total = sum === undefined ? [] : [`| all of it | | **${kilobytes(sum)}** |`];
  return ['| file | what for | Brotli |', '| --- | --- | ---: |', ...rows, ...total].join('\n');
}
