/**
 * Builds the browser extension: `node www/extension/build.js`, after `pkg/` is whole.
 *
 * It writes `target/extension/chrome/` and `target/extension/firefox/`, which browsers load as they are, and beside them a zip of each, as
 * the stores take it, and `newsgloss-source.zip`, from which anyone can build the same bytes. It fetches nothing.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { build } from 'esbuild';
import { zipSync } from 'fflate';

import { packaged } from '../../scripts/packaged.js';
import { cssAsText, filesAsNamed, messages, noMarkup } from '../plugins.js';

import { manifest } from './manifest.js';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = path.join(here, '../..');
const out = path.join(root, 'target/extension');

/** The same for everyone who builds it, in local time, as zips have it. */
const DATE = new Date(2026, 0, 1);

/** @type {import('./manifest.js').Target[]} */
const TARGETS = ['chrome', 'firefox'];

process.chdir(root);
rmSync(out, { recursive: true, force: true });
for (const target of TARGETS) {
  const folder = path.join(out, target);
  await write(target, folder);
  zip(`newsgloss-${target}.zip`, folder, filesIn(folder));
  // The same for tests, whose drivers cannot answer when the browser asks the reader for a permission.
  const tested = path.join(out, 'test', target);
  cpSync(folder, tested, { recursive: true });
  writeManifest(target, tested, { grant: ['*://127.0.0.1/*'] });
}
zip('newsgloss-source.zip', root, sources());

/**
 * @param {import('./manifest.js').Target} target
 * @param {string} folder
 */
async function write(target, folder) {
  mkdirSync(folder, { recursive: true });
  // The same files as a publisher's page loads.
  for (const file of packageFiles()) cpSync(path.join('pkg', file), path.join(folder, file));
  if (target === 'chrome') addPlainCore(folder);
  /** @type {import('esbuild').BuildOptions} */
  const common = {
    bundle: true,
    target: 'es2022',
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
    outdir: folder,
    define: { TARGET: JSON.stringify(target) },
    plugins: [cssAsText, messages, noMarkup, filesAsNamed(packaged)],
  };
  await build({ ...common, format: 'iife', entryPoints: ['background.ts', 'content.ts', ...(target === 'firefox' ? ['leftovers.ts'] : [])].map((file) => path.join(here, file)) });
  await build({ ...common, format: 'esm', entryPoints: pages(['.ts', '.tsx']) });
  for (const file of pages(['.html', '.css', '.svg', '.png'])) cpSync(file, path.join(folder, path.basename(file)));
  for (const part of ['_locales', 'icons']) if (existsSync(path.join(here, part))) cpSync(path.join(here, part), path.join(folder, part), { recursive: true });
  for (const file of ['LICENSE', 'NOTICE']) cpSync(file, path.join(folder, file));
  writeManifest(target, folder);
}

/** Puts the core as JavaScript beside the compiled one, for where that is forbidden: see `core/plain.js`. @param {string} folder */
function addPlainCore(folder) {
  // The shell asks for it by the name that tells what is in it.
  const core = packaged('newsgloss_core.js').file;
  renameSync(path.join(folder, core), path.join(folder, 'newsgloss_core_wasm.js'));
  cpSync('target/plain-core/newsgloss_core.js', path.join(folder, core));
  cpSync('target/plain-core/newsgloss_core_plain.js', path.join(folder, 'newsgloss_core_plain.js'));
}

/**
 * @param {import('./manifest.js').Target} target
 * @param {string} folder
 * @param {{ grant?: string[] }} [more]
 */
function writeManifest(target, folder, more) {
  writeFileSync(path.join(folder, 'manifest.json'), JSON.stringify(manifest(target, more), null, 2) + '\n');
}

/** The pages of the extension: scripts to be bundled, or what is copied as it is. @param {string[]} endings */
function pages(endings) {
  const folder = path.join(here, 'pages');
  return readdirSync(folder).filter((file) => endings.includes(path.extname(file))).sort().map((file) => path.join(folder, file));
}

/** What the package is made of, but for its types and what runs in Node: its own list says so. */
function packageFiles() {
  /** @type {{ files: string[] }} */
  const { files } = JSON.parse(readFileSync('pkg/package.json', 'utf8'));
  const wanted = files.filter((name) => !['types', 'node', '*.d.ts', 'integrity.json'].includes(name));
  return filesIn('pkg').filter((file) => !file.endsWith('.d.ts') && wanted.some((name) => (name.startsWith('*') ? !file.includes(path.sep) && file.endsWith(name.slice(1)) : file.startsWith(name + path.sep))));
}

/** What it takes to build all of this: what git knows or, in what was unpacked from the source zip, everything that no build made. */
function sources() {
  if (existsSync('.git')) return execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' }).split('\0').filter((file) => file !== '' && existsSync(file));
  const made = readFileSync('.gitignore', 'utf8').split('\n').filter((line) => line !== '').map((line) => line.replaceAll('/', ''));
  return readdirSync('.').filter((name) => !made.includes(name)).flatMap((name) => (statSync(name).isDirectory() ? filesIn(name).map((file) => path.join(name, file)) : [name]));
}

/** All files under `folder`, by their paths there. @param {string} folder */
function filesIn(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => statSync(path.join(folder, file)).isFile());
}

/**
 * Zips files, to the same bytes whenever and wherever that is done.
 * @param {string} name
 * @param {string} folder
 * @param {string[]} files
 */
function zip(name, folder, files) {
  const contents = Object.fromEntries(files.sort().map((file) => [file.split(path.sep).join('/'), new Uint8Array(readFileSync(path.join(folder, file)))]));
  writeFileSync(path.join(out, name), zipSync(contents, { level: 9, mtime: DATE }));
}
