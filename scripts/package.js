/**
 * Makes a folder with what a page loads a package of npm's: `node scripts/package.js FOLDER` writes its package.json, README and LICENSE.
 *
 * Its version is the crate's. What the folder holds is read from its integrity.json; nothing is published.
 */
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2] ?? 'pkg';
const version = /^version = "([^"]+)"$/m.exec(readFileSync('Cargo.toml', 'utf8'))?.[1];
if (version === undefined) throw new Error('Cargo.toml has no line `version = "…"`');
/** @type {Record<string, {file: string}>} */
const files = JSON.parse(readFileSync(join(folder, 'integrity.json'), 'utf8'));

/** What may be asked for by a plain name, which stays the same. */
const PLAIN = ['newsgloss_core_bg.wasm', 'lexicon.txt', 'weights.bin', 'outlines.bin'];

const manifest = {
  name: 'newsgloss',
  version,
  description: 'Marks up who and what a news article names, and who says what, in the browser',
  keywords: ['news', 'journalism', 'annotation', 'named-entity-recognition', 'quotations', 'webassembly'],
  license: 'MIT',
  type: 'module',
  exports: {
    '.': { types: './types/newsgloss.d.ts', default: './newsgloss.js' },
    './node': { types: './node/index.d.ts', default: './node/index.js' },
    './core': { types: './newsgloss_core.d.ts', default: `./${files['newsgloss_core.js']?.file ?? ''}` },
    './integrity.json': './integrity.json',
    './answer.schema.json': './answer.schema.json',
    ...Object.fromEntries(PLAIN.map((name) => [`./${name}`, `./${files[name]?.file ?? ''}`])),
  },
  files: ['*.js', '*.d.ts', '*.wasm', '*.txt', '*.bin', 'integrity.json', 'answer.schema.json', 'NOTICE', 'types', 'node'],
  // It makes <news-gloss> known, wherever it is imported.
  sideEffects: ['./newsgloss.js'],
};

writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
copyFileSync('www/embed.md', join(folder, 'README.md'));
copyFileSync('LICENSE', join(folder, 'LICENSE'));
