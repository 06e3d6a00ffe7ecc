/** How the bundler reads what is neither script nor JSON as it stands: for build.js, and for tests that bundle parts of the shell. */

import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { transform } from 'esbuild';

import { compile } from './messages/compile.js';

/**
 * Style sheets are adopted, not linked: they travel in the module as text.
 * @type {import('esbuild').Plugin}
 */
export const cssAsText = {
  name: 'css-as-text',
  setup(bundler) {
    bundler.onLoad({ filter: /\.css$/ }, async ({ path: file }) => {
      const { code } = await transform(await readFile(file, 'utf8'), { loader: 'css', minify: true });
      return { contents: code.trim(), loader: 'text' };
    });
  },
};

/**
 * Messages travel as they are read from their files, not as they are written there.
 * @type {import('esbuild').Plugin}
 */
export const messages = {
  name: 'messages',
  setup(bundler) {
    bundler.onLoad({ filter: /[/\\]messages[/\\]\w+\.json$/ }, async ({ path: file }) => {
      const read = compile(JSON.parse(await readFile(file, 'utf8')), path.basename(file, '.json'));
      return { contents: `export default ${JSON.stringify(read)}`, loader: 'js' };
    });
  },
};

/**
 * Preact without what it could write markup by: nothing of ours may ever do that, and who reviews the script is not left wondering.
 * @type {import('esbuild').Plugin}
 */
export const noMarkup = {
  name: 'no-markup',
  setup(bundler) {
    bundler.onLoad({ filter: /[/\\]preact[/\\]dist[/\\]preact\.mjs$/ }, async ({ path: file }) => {
      const text = await readFile(file, 'utf8');
      const contents = text.replace(/\w+\.innerHTML=\w+\.__html/, '0');
      if (contents === text || contents.includes('innerHTML=')) throw new Error(`${file} writes markup in another way than it did`);
      return { contents, loader: 'js' };
    });
  },
};

/**
 * Gives what is fetched its name and its hash, in the modules that say so by `new URL('NAME', import.meta.url), integrity: ''`, and
 * the core its name.
 *
 * In development Vite before 8 copies the scripts of packages into `node_modules/.vite/deps/`, and not what stands beside them
 * (https://github.com/vitejs/vite/issues/8427): from there, it is looked for where npm has put the package.
 * @param {(name: string) => { file: string, integrity: string }} fileOf
 * @returns {import('esbuild').Plugin}
 */
export function filesAsNamed(fileOf) {
  return {
    name: 'files-as-named',
    setup(bundler) {
      bundler.onLoad({ filter: /[/\\](files|outlines)\.ts$/ }, async ({ path: file }) => {
        const text = await readFile(file, 'utf8');
        const contents = text.replaceAll(/new URL\('([\w.]+)', import\.meta\.url\), integrity: ''/g, (_, name) => {
          const { file: named, integrity } = fileOf(name);
          return `new URL(new URL('${named}', import.meta.url).href.replace('/.vite/deps/', '/newsgloss/')), integrity: '${integrity}'`;
        });
        return { contents, loader: 'ts' };
      });
      void scriptAsNamed(/\/newsgloss_core\.js$/, fileOf('newsgloss_core.js').file).setup(bundler);
    },
  };
}

/**
 * A module that stands beside what is bundled, under its name there.
 * @param {RegExp} filter
 * @param {string} file
 * @returns {import('esbuild').Plugin}
 */
export function scriptAsNamed(filter, file) {
  return {
    name: `${file}-as-named`,
    setup(bundler) {
      bundler.onResolve({ filter }, () => ({ path: `./${file}`, external: true }));
    },
  };
}
