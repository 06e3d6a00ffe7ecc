/** Bundles a page's script with the parts of the shell that it imports, as the package is bundled. */
import { build } from 'esbuild';

import { alias, cssAsText, messages } from '../../../www/plugins.js';

/** @param {string} file */
export async function bundle(file) {
  const { outputFiles } = await build({ entryPoints: [file], bundle: true, format: 'esm', target: 'es2022', write: false, alias, plugins: [cssAsText, messages], jsx: 'automatic', jsxImportSource: 'preact' });
  return outputFiles[0]?.text ?? '';
}
