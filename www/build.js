/**
 * Bundles the page side: `npm run build:www`, after the core has been generated into `pkg/`.
 *
 * It writes `pkg/newsgloss.js`, the ES module that a page loads, with the types of all that it exports, `pkg/messages/`, a
 * module for each language but English, which is in the first, `pkg/atlas.js`, which draws maps, and `target/demo/demo.js`, the script of
 * the demonstration. It builds nothing of the core, and fetches nothing.
 */

import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { build } from 'esbuild';
import ts from 'typescript';

import { languageFiles } from './messages/compile.js';
import { cssAsText, messages, noMarkup } from './plugins.js';

const www = fileURLToPath(new URL('.', import.meta.url));
const pkg = path.join(www, '../pkg');

/** The modules whose types are part of what users see, and no others. */
const PUBLIC = ['newsgloss', 'answer', 'errors', 'mount', 'settings'];

/** @type {import('esbuild').BuildOptions} */
const COMMON = {
  bundle: true,
  format: 'esm',
  target: 'es2022',
  minify: true,
  // Modules are read as UTF-8 wherever they come from.
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
};

/**
 * The demonstration loads the package as any page does, from where it is served.
 * @type {import('esbuild').Plugin}
 */
const packageAsServed = {
  name: 'package-as-served',
  setup(bundler) {
    bundler.onResolve({ filter: /\/newsgloss\.js$/ }, () => ({ path: '/pkg/newsgloss.js', external: true }));
  },
};

await build({ ...COMMON, entryPoints: [path.join(www, 'newsgloss.ts')], outfile: path.join(pkg, 'newsgloss.js'), plugins: [cssAsText, messages, noMarkup] });
await build({ ...COMMON, entryPoints: languageFiles(), outdir: path.join(pkg, 'messages'), plugins: [messages] });
await build({ ...COMMON, entryPoints: [path.join(www, 'charts/atlas.ts')], outfile: path.join(pkg, 'atlas.js') });
await build({
  ...COMMON,
  entryPoints: [path.join(www, 'demo/demo.ts')],
  outfile: path.join(www, '../target/demo/demo.js'),
  plugins: [packageAsServed],
});
await writeTypes();

/** Writes `pkg/types/`: what the public modules declare, with the core's types where they stand in the package. */
async function writeTypes() {
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined };
  const options = ts.getParsedCommandLineOfConfigFile(path.join(www, '../tsconfig.json'), undefined, host)?.options;
  const program = ts.createProgram([path.join(www, 'newsgloss.ts'), path.join(www, 'css.d.ts')], {
    ...options,
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
  });
  await mkdir(path.join(pkg, 'types'), { recursive: true });
  for (const name of PUBLIC) {
    /** @type {string | undefined} */
    let declared;
    program.emit(program.getSourceFile(path.join(www, `${name}.ts`)), (_, text) => (declared = text));
    if (declared === undefined) throw new Error(`www/${name}.ts gave no types`);
    await writeFile(path.join(pkg, 'types', `${name}.d.ts`), declared.replaceAll("'../pkg/", "'../"));
  }
}
