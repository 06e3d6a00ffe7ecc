/** Bundles a page's script with the parts of the shell that it imports, as the package is bundled. */
import { build } from 'esbuild';

import { cssAsText, messages } from '../../../www/plugins.js';

/** @param {string} file */
export async function bundle(file) {
  const { outputFiles } = await build({ entryPoints: [file], bundle: true, format: 'esm', target: 'es2022', write: false, plugins: [cssAsText, messages] });
  return outputFiles[0]?.text ?? '';
}
