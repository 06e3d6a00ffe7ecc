/** Prints the package.json of the package that users load; its version is the crate's. */
import { readFileSync } from 'node:fs';

const version = /^version = "([^"]+)"$/m.exec(readFileSync('Cargo.toml', 'utf8'))?.[1];
if (version === undefined) throw new Error('Cargo.toml has no line `version = "…"`');

console.log(
  JSON.stringify(
    {
      name: 'newsgloss',
      version,
      description: 'Marks up who and what a news article names, and who says what, in the browser',
      license: 'MIT',
      type: 'module',
      exports: {
        '.': { types: './types/newsgloss.d.ts', default: './newsgloss.js' },
        './core': { types: './newsgloss_core.d.ts', default: './newsgloss_core.js' },
        './newsgloss_core_bg.wasm': './newsgloss_core_bg.wasm',
        './lexicon.txt': './lexicon.txt',
        './weights.bin': './weights.bin',
        './outlines.bin': './outlines.bin',
      },
      files: ['*.js', '*.d.ts', '*.wasm', '*.txt', '*.bin', 'messages', 'types'],
      sideEffects: ['./newsgloss.js'],
    },
    null,
    2,
  ),
);
