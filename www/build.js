/**
 * Bundles the page side: `npm run build:www`, after the core has been generated into `target/core/`.
 *
 * It writes into `pkg/` all that a page loads, and the types of what it exports. `newsgloss.js`, the loader, keeps its name; all
 * else is named by its content, so that it may be kept for ever: the core with its data, and the scripts that the loader asks
 * for, each when it is needed. `integrity.json` says under which name each file stands, and by which hash a page can tell it. What an
 * earlier build has left is taken away. The script of the demonstration goes to `target/demo/demo.js`. It fetches nothing.
 */

import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { build } from 'esbuild';
import { minify } from 'terser';

import { version } from '../scripts/packaged.js';
import { declarations } from '../scripts/types.js';

import { cssAsText, filesAsNamed, messages, noMarkup, scriptAsNamed } from './plugins.js';

const www = fileURLToPath(new URL('.', import.meta.url));
const root = path.join(www, '..');
const pkg = path.join(root, 'pkg');

/** The modules whose types are part of what users see, and no others. */
const PUBLIC = ['newsgloss', 'answer', 'errors', 'events', 'handle', 'settings', 'embed/element', 'embed/options', 'embed/tag'];

/** What the core is and works on, and the outlines of maps: the files that are not made here. */
const FILES = ['target/core/newsgloss_core.js', 'target/core/newsgloss_core_bg.wasm', 'data/lexicon.txt', 'data/weights.bin', 'target/core/outlines.bin'];

/** @type {import('esbuild').BuildOptions & {write: false}} */
const COMMON = {
  bundle: true,
  format: 'esm',
  target: 'es2022',
  minify: true,
  // Modules are read as UTF-8 wherever they come from.
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
  outdir: pkg,
  write: false,
};

/** How scripts are made smaller. @type {import('terser').MinifyOptions} */
const SMALLER = { module: true, ecma: 2020, compress: { passes: 3, unsafe_arrows: true, pure_getters: true } };

/** A file of the package: its name there, and what it holds. @typedef {{ file: string, content: Uint8Array }} Made */
/** By the name that each has without its hash. @type {Map<string, Made>} */
const made = new Map();

for (const each of FILES) keep(path.basename(each), await readFile(path.join(root, each)));

// What the loader asks for: all but the panel, which has a module of its own, as have maps and languages.
const shell = await build({
  ...COMMON,
  entryPoints: [{ in: path.join(www, 'mount.ts'), out: 'shell' }],
  splitting: true,
  entryNames: '[name]-[hash]',
  chunkNames: '[name]-[hash]',
  // The bundler's hashes are of scripts before they are made smaller: this has them be others once that is done otherwise.
  banner: { js: `/* ${await readFile(path.join(root, 'node_modules/terser/package.json'), 'utf8').then((text) => JSON.stringify([JSON.parse(text).version, SMALLER]))} */` },
  plugins: [cssAsText, messages, noMarkup, filesAsNamed(fileOf)],
});
for (const { path: output, text } of shell.outputFiles) {
  const file = path.basename(output);
  made.set(plain(file), { file, content: await smaller(text) });
}

const loader = await build({
  ...COMMON,
  entryPoints: [path.join(www, 'newsgloss.ts')],
  define: { VERSION: JSON.stringify(version()) },
  plugins: [scriptAsNamed(/\/mount\.js$/, fileOf('shell.js').file)],
});
made.set('newsgloss.js', { file: 'newsgloss.js', content: await smaller(loader.outputFiles[0]?.text ?? '') });

await mkdir(pkg, { recursive: true });
const names = new Set([...made.values()].map(({ file }) => file));
const FORMER = /-[\w]{8}\.(js|wasm|txt|bin)$|^(atlas|newsgloss_core)\.js$|^(lexicon\.txt|weights\.bin|outlines\.bin|newsgloss_core_bg\.wasm|messages)$/;
for (const file of await readdir(pkg)) {
  if (FORMER.test(file) && !names.has(file)) await rm(path.join(pkg, file), { recursive: true });
}
for (const { file, content } of made.values()) await writeFile(path.join(pkg, file), content);
await writeFile(path.join(pkg, 'integrity.json'), `${JSON.stringify(integrity(), null, 2)}\n`);

await build({
  ...COMMON,
  entryPoints: [path.join(www, 'demo/demo.ts')],
  write: true,
  outdir: path.join(root, 'target/demo'),
  plugins: [packageAsServed()],
});
await writeTypes();

// --- Names ---

/**
 * Keeps a file under its name with the hash of its content.
 * @param {string} name
 * @param {Uint8Array} content
 */
function keep(name, content) {
  const { name: stem, ext } = path.parse(name);
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 8);
  made.set(name, { file: `${stem}-${hash}${ext}`, content });
}

/** The name of a script of the bundler's without its hash; of chunks that share one, the first alone has it. @param {string} file */
function plain(file) {
  const name = file.replace(/-\w{8}\.js$/, '.js');
  return made.has(name) ? file : name;
}

/** What a file is called, and by what `fetch` can tell it. @param {string} name */
function fileOf(name) {
  const found = made.get(name);
  if (found === undefined) throw new Error(`${name} has not been made`);
  return { file: found.file, integrity: hashOf(found.content, 'sha256') };
}

/** @param {Uint8Array} content @param {'sha256' | 'sha384'} algorithm */
function hashOf(content, algorithm) {
  return `${algorithm}-${createHash(algorithm).update(content).digest('base64')}`;
}

/** Under which name each file stands, by the one without a hash, and by what a page can tell it. */
function integrity() {
  return Object.fromEntries([...made].sort().map(([name, { file, content }]) => [name, { file, integrity: hashOf(content, 'sha384') }]));
}

// --- How modules find each other ---

/**
 * The demonstration loads the package as any page does, from where it is served.
 * @returns {import('esbuild').Plugin}
 */
function packageAsServed() {
  return {
    name: 'package-as-served',
    setup(bundler) {
      bundler.onResolve({ filter: /\/newsgloss\.js$/ }, () => ({ path: '/pkg/newsgloss.js', external: true }));
    },
  };
}

/** What a script does, in fewer bytes. @param {string} script */
async function smaller(script) {
  const { code } = await minify(script, SMALLER);
  return new TextEncoder().encode(`${code ?? ''}\n`);
}

/** Writes `pkg/types/`: what the public modules declare, with the core's types where they stand in the package. */
async function writeTypes() {
  await rm(path.join(pkg, 'types'), { recursive: true, force: true });
  const declared = declarations(PUBLIC.map((name) => path.join(www, `${name}.ts`)), [path.join(www, 'globals.d.ts')]);
  for (const [at, name] of PUBLIC.entries()) {
    const file = path.join(pkg, 'types', `${name}.d.ts`);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, (declared[at] ?? '').replaceAll("'../pkg/", "'../"));
  }
}
