/** The words of the shell and the values in words, for tests outside browsers: the modules that a browser gets, with all languages. */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { build } from 'esbuild';

import { messages } from '../../www/plugins.js';

/** @typedef {Pick<typeof import('../../www/messages.js'), 'say' | 'speak' | 'locale' | 'direction' | 'allOf' | 'languageChange'>} Messages */
/** @typedef {Messages & Pick<typeof import('../../www/card/values.js'), 'inWords'>} Words */

/** @returns {Promise<Words>} */
export async function loadWords() {
  const folder = await mkdtemp(join(tmpdir(), 'newsgloss-words-'));
  const contents = "export * from './messages.ts'; export * from './card/values.ts';";
  /** @type {import('esbuild').BuildOptions} */
  const common = { bundle: true, format: 'esm', plugins: [messages] };
  await build({ ...common, stdin: { contents, resolveDir: 'www', loader: 'ts' }, outfile: join(folder, 'words.js') });
  await cp('package.json', join(folder, 'package.json'));
  process.on('exit', () => void rm(folder, { recursive: true, force: true }));
  return import(pathToFileURL(join(folder, 'words.js')).href);
}
