/**
 * Makes `pkg/` a package of npm's: `node scripts/package.js` writes its package.json, README and LICENSE. What else it holds has been built
 * before; nothing is published.
 */
import { copyFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { readme } from '../www/site/readme.js';

import { packaged, version } from './packaged.js';

/** What may be asked for by a plain name, which stays the same. */
const PLAIN = ['newsgloss_core_bg.wasm', 'lexicon.txt', 'weights.bin', 'outlines.bin'];

const manifest = {
  name: 'newsgloss',
  version: version(),
  description: 'Marks up who and what a news article names, and who says what, in the browser',
  keywords: ['news', 'journalism', 'annotation', 'named-entity-recognition', 'quotations', 'webassembly'],
  license: 'MIT',
  type: 'module',
  exports: {
    '.': { types: './types/newsgloss.d.ts', default: './newsgloss.js' },
    './node': { types: './node/index.d.ts', default: './node/index.js' },
    './core': { types: './newsgloss_core.d.ts', default: `./${packaged('newsgloss_core.js').file}` },
    './integrity.json': './integrity.json',
    './answer.schema.json': './answer.schema.json',
    ...Object.fromEntries(PLAIN.map((name) => [`./${name}`, `./${packaged(name).file}`])),
  },
  files: ['*.js', '*.d.ts', '*.wasm', '*.txt', '*.bin', 'integrity.json', 'answer.schema.json', 'NOTICE', 'types', 'node'],
  // It makes <news-gloss> known, wherever it is imported.
  sideEffects: ['./newsgloss.js'],
};

writeFileSync('pkg/package.json', `${JSON.stringify(manifest, null, 2)}\n`);
writeFileSync('pkg/README.md', await readme(fileURLToPath(new URL('..', import.meta.url))));
copyFileSync('LICENSE', 'pkg/LICENSE');
