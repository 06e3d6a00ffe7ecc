/**
 * Puts what runs in Node into the package: `node www/node/build.js`, after `pkg/` holds what a page loads and `target/node/` the core for
 * Node, which reads HTML itself.
 *
 * It writes `pkg/node/`: the script `index.js` with its types, and the core. The lexicon and the weights are those of pages.
 */

import { readFileSync } from 'node:fs';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { build } from 'esbuild';
import ts from 'typescript';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = path.join(here, '../..');
const core = path.join(root, 'target/node');
const out = path.join(root, 'pkg/node');

/** @type {Record<string, { file: string }>} */
const files = JSON.parse(readFileSync(path.join(root, 'pkg/integrity.json'), 'utf8'));

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
    const contents = text.replaceAll(/'\.\.\/([\w.]+)'/g, (_, name) => {
      const found = files[name];
      if (found === undefined) throw new Error(`pkg/integrity.json does not name ${name}`);
      return `'../${found.file}'`;
    });
    return { contents, loader: 'ts' };
  });
}

/** Writes `index.d.ts`, which refers to the types that are in the package already. */
async function writeTypes() {
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined };
  const options = ts.getParsedCommandLineOfConfigFile(path.join(root, 'tsconfig.json'), undefined, host)?.options;
  const entry = path.join(here, 'index.ts');
  const program = ts.createProgram([entry], { ...options, noEmit: false, declaration: true, emitDeclarationOnly: true });
  /** @type {string | undefined} */
  let declared;
  program.emit(program.getSourceFile(entry), (_, text) => (declared = text));
  if (declared === undefined) throw new Error('www/node/index.ts gave no types');
  await writeFile(path.join(out, 'index.d.ts'), declared.replaceAll("'../../target/node/", "'./").replaceAll(/'(\.\.\/\w+\.js)'/g, (_, file) => `'${file.replace('../', '../types/')}'`));
}
