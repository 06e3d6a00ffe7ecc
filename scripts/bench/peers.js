/**
 * What a user would otherwise use, bundled for a page: each library alone, as small as it gets.
 *
 * Every bundle exports `run`, which takes what the table says and does the same work as the stage of ours beside it.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';

import { build } from 'esbuild';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** @typedef {'find' | 'paint' | 'annotate'} Stage */

/** @type {Record<string, {stage: Stage, source: string}>} */
const PEERS = {
  readability: {
    stage: 'find',
    source: `import { Readability } from '@mozilla/readability';
      export const run = (copy) => new Readability(copy).parse()?.textContent.length ?? 0;`,
  },
  markjs: {
    stage: 'paint',
    source: `import Mark from 'mark.js/dist/mark.es6.js';
      export const run = (root, names) => new Mark(root).mark(names, { separateWordSearch: false, accuracy: 'exactly', caseSensitive: true });
      export const undo = (root) => new Mark(root).unmark();`,
  },
  compromise: {
    stage: 'annotate',
    source: `import nlp from 'compromise';
      const found = (view) => view.json({ offset: true }).length;
      export const run = (text) => {
        const doc = nlp(text);
        return found(doc.people()) + found(doc.places()) + found(doc.organizations()) + found(doc.quotations());
      };`,
  },
  wink: {
    stage: 'annotate',
    source: `import winkNLP from 'wink-nlp';
      import model from 'wink-eng-lite-web-model';
      const nlp = winkNLP(model);
      export const run = (text) => nlp.readDoc(text).entities().out(nlp.its.detail).length;`,
  },
  chrono: {
    stage: 'annotate',
    source: `import * as chrono from 'chrono-node/en';
      export const run = (text) => chrono.parse(text, new Date(2016, 7, 27)).length;`,
  },
};

/**
 * Bundles them all into target/bench/, which `/bench/` serves.
 * @returns {Promise<Record<string, {stage: Stage, version: string, brotli: number}>>}
 */
export async function bundlePeers() {
  const folder = path.join(ROOT, 'target/bench');
  mkdirSync(folder, { recursive: true });
  /** @type {Record<string, {stage: Stage, version: string, brotli: number}>} */
  const peers = {};
  for (const [name, { stage, source }] of Object.entries(PEERS)) {
    const outfile = path.join(folder, `${name}.js`);
    await build({
      stdin: { contents: source, resolveDir: ROOT },
      outfile,
      bundle: true,
      format: 'esm',
      target: 'es2022',
      minify: true,
      legalComments: 'none',
      logLevel: 'error',
    });
    const module = /from '((?:@[\w-]+\/)?[\w.-]+)/.exec(source)?.[1] ?? '';
    const { version } = JSON.parse(readFileSync(path.join(ROOT, 'node_modules', module, 'package.json'), 'utf8'));
    peers[name] = { stage, version, brotli: brotliCompressSync(readFileSync(outfile)).length };
  }
  return peers;
}
