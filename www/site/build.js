/**
 * Writes the pages about newsgloss, into `target/demo/docs/`: `npm run build:site`, after the package has been built.
 *
 * The pages are the Markdown files in `pages/`, and those of the repository that `pages.js` names. What must not become untrue is not written
 * there: a line like `{{sizes}}` or `{{type Handle}}` is filled in from the package itself. It fetches nothing.
 */

import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { build } from 'esbuild';

import { fillIns } from './fill-ins.js';
import { framed } from './frame.js';
import { rendered } from './markdown.js';
import { PAGES } from './pages.js';

const site = fileURLToPath(new URL('.', import.meta.url));
const root = path.join(site, '../..');
const out = path.join(root, 'target/demo/docs');

/**
 * The pages load the package as any page does, from where it is served.
 * @type {import('esbuild').Plugin}
 */
const packageAsServed = {
  name: 'package-as-served',
  setup(bundler) {
    bundler.onResolve({ filter: /\/newsgloss\.js$/ }, () => ({ path: '/pkg/newsgloss.js', external: true }));
  },
};

const fill = await fillIns(root);
await mkdir(out, { recursive: true });
for (const page of PAGES) {
  const markdown = await fill(await readFile(path.join(root, page.from), 'utf8'), page.from);
  await writeFile(path.join(out, page.to), framed(page, rendered(markdown), PAGES));
}
for (const style of ['site.css', 'code.css']) await cp(path.join(site, style), path.join(out, style));
await cp(path.join(root, 'www/demo/ground.css'), path.join(out, 'ground.css'));
await cp(path.join(root, 'www/demo/icon.svg'), path.join(out, 'icon.svg'));

await build({
  entryPoints: ['site.ts', 'live.ts', 'theming.ts'].map((name) => path.join(site, name)),
  outdir: out,
  bundle: true,
  format: 'esm',
  target: 'es2022',
  minify: true,
  charset: 'utf8',
  logLevel: 'warning',
  plugins: [packageAsServed],
});
