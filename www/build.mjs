/**
 * Bundles the shell and the demo into `pkg/`: `npm run build:www`, after the core has been generated there.
 *
 * Writes `newsgloss.js`, the ES module that a page loads, with the types of all it exports, and `demo/`, a page that uses it.
 * It builds nothing of the core, and fetches nothing.
 */

import { cp, mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { build, transform } from 'esbuild';

const here = path.dirname(fileURLToPath(import.meta.url));
const pkg = path.join(here, '../pkg');
/** Relative colours and light-dark() need browsers of 2024; the code itself asks for less. */
const TARGET = ['es2022', 'chrome120', 'firefox121', 'safari17.4'];

/** @type {import('esbuild').Plugin} */
const cssAsText = {
  name: 'css-as-text',
  setup(bundler) {
    bundler.onLoad({ filter: /\.css$/ }, async ({ path: file }) => {
      const { code } = await transform(await readFile(file, 'utf8'), { loader: 'css', minify: true });
      return { contents: code.trim(), loader: 'text' };
    });
  },
};

/** @type {import('esbuild').BuildOptions} */
const common = { bundle: true, format: 'esm', target: TARGET, minify: true, legalComments: 'linked', logLevel: 'warning' };

await build({ ...common, entryPoints: [path.join(here, 'newsgloss.ts')], outfile: path.join(pkg, 'newsgloss.js'), plugins: [cssAsText], sourcemap: true });

// The demonstration is served at /, and the package below it at /pkg/.
await build({
  ...common,
  entryPoints: [path.join(here, 'demo/demo.ts')],
  outfile: path.join(pkg, 'demo/demo.js'),
  plugins: [
    {
      name: 'package-as-served',
      setup(bundler) {
        bundler.onResolve({ filter: /\/newsgloss\.js$/ }, () => ({ path: './pkg/newsgloss.js', external: true }));
      },
    },
  ],
});
await mkdir(path.join(pkg, 'demo'), { recursive: true });
for (const file of ['index.html', 'demo.css', 'selm.svg', 'icon.svg']) await cp(path.join(here, 'demo', file), path.join(pkg, 'demo', file));
