/**
 * Puts what runs in Node into the package: `node www/node/build.js`, after `pkg/` holds what a page loads and `target/node/` the core for
 * Node, which reads HTML itself.
 *
 * It writes `pkg/node/`: the script `index.js` with its types, and the core. The lexicon and the weights are those of pages.
 */

import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { build } from 'esbuild';

import { packaged } from '../../scripts/packaged.js';
import { declarations } from '../../scripts/types.js';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = path.join(here, '../..');
const core = path.join(root, 'target/node');
const out = path.join(root, 'pkg/node');

await mkdir(out, { recursive: true });
await copyFile(path.join(core, 'newsgloss_node_bg.wasm'), path.join(out, 'newsgloss_node_bg.wasm'));
await copyFile(path.join(core, 'newsgloss_node.d.ts'), path.join(out, 'newsgloss_node.d.ts'));
await writeTypes();
await build({
  entryPoints: [path.join(here, 'index.ts')],
  outfile: path.join(out, 'index.js'),
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
  plugins: [{ name: 'data-as-named', setup: dataAsNamed }],
});

/** Gives what pages load too the name that it has in the package. @param {import('esbuild').PluginBuild} bundler */
function dataAsNamed(bundler) {
  bundler.onLoad({ filter: /[/\\]node[/\\]files\.ts$/ }, async ({ path: file }) => {
    const text = await readFile(file, 'utf8');
    const contents = text.replaceAll(/'\.\.\/([\w.]+)'/g, (_, name) => `'../${packaged(name).file}'`);
    return { contents, loader: 'ts' };
  });
}

/** Writes `index.d.ts`, which refers to the types that are in the package already. */
async function writeTypes() {
  const [declared = ''] = declarations([path.join(here, 'index.ts')]);
  await writeFile(path.join(out, 'index.d.ts'), declared.replaceAll("'../../target/node/", "'./").replaceAll(/'(\.\.\/\w+\.js)'/g, (_, file) => `'${file.replace('../', '../types/')}'`));
}
