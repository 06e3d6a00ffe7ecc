/**
 * Turns the compiled core into JavaScript: `node www/extension/core/plain.js FOLDER`, after `bindgen … FOLDER newsgloss_core --plain`.
 *
 * In Chromium the policy of a page can forbid an extension's content script to compile WebAssembly. It then runs this, which is the very
 * same core, translated instruction by instruction. Written into FOLDER are `newsgloss_core_plain.js`, the core with its glue in one
 * module, and `newsgloss_core.js`, which the shell loads as it does elsewhere: it compiles the core where that is allowed, and loads the
 * other only where it is not. The core's data are no part of them. Nothing is optimised: that takes four times as long and is no faster.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

import { build } from 'esbuild';

/** What JavaScript has no instruction for, and in what else it can be said. */
const LOWERED = [
  ...['--enable-bulk-memory', '--enable-bulk-memory-opt', '--enable-mutable-globals', '--enable-nontrapping-float-to-int', '--enable-sign-ext'],
  ...['--llvm-memory-copy-fill-lowering', '--llvm-nontrapping-fptoint-lowering', '--signext-lowering'],
];

/** Bytes of the memory that it begins with. An article of a thousand words needs 5.4 million, for which it grows once. */
const ROOM = 4 << 20;

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('usage: node www/extension/core/plain.js FOLDER');
const at = (/** @type {string} */ name) => path.join(folder, name);
const programs = path.join(path.dirname(createRequire(import.meta.url).resolve('binaryen')), 'bin');

run('wasm-opt', at('newsgloss_core_bg.wasm'), ...LOWERED, '--strip-debug', '--strip-producers', '--strip-target-features', '--output', at('lowered.wasm'));
run('wasm2js', at('lowered.wasm'), '--output', at('translated.js'));
rewrite('translated.js', roomy);
rewrite('newsgloss_core_bg.js', fresh);
rewrite('newsgloss_core.js', (glue) => glue.replace('newsgloss_core_bg.wasm', 'translated.js'));
const { metafile } = await build({
  entryPoints: [at('newsgloss_core.js')],
  outfile: at('newsgloss_core_plain.js'),
  bundle: true,
  format: 'esm',
  target: 'es2022',
  minify: true,
  legalComments: 'none',
  // It is large, and known to be.
  logLevel: 'error',
  metafile: true,
});
const names = Object.values(metafile.outputs).flatMap((output) => output.exports);
writeFileSync(at('newsgloss_core.js'), either(names.sort().join(', ')));

/** @param {string} program @param {string[]} given */
function run(program, ...given) {
  execFileSync(process.execPath, [path.join(programs, program), ...given], { stdio: 'inherit' });
}

/** @param {string} name @param {(text: string) => string} change */
function rewrite(name, change) {
  writeFileSync(at(name), change(readFileSync(at(name), 'utf8')));
}

/**
 * Memory that is copied into a larger one seldom: as translated, it grows by what was asked for, page by page.
 * @param {string} script
 */
function roomy(script) {
  const [first, begun] = /var buffer = new ArrayBuffer\((\d+)\);/.exec(script) ?? [];
  if (first === undefined) throw new Error('the translated core has no memory');
  const grown = 'var newBuffer = new ArrayBuffer(newPages << 16);';
  return [
    [first, `var pages = ${Number(begun) >> 16}; var buffer = new ArrayBuffer(${Math.max(ROOM, Number(begun))});`],
    ['return buffer.byteLength >> 16;', 'return pages;'],
    [grown, `pages = newPages; if (pages << 16 <= buffer.byteLength) return oldPages; ${grown.replace('newPages << 16', 'newPages << 17')}`],
  ].reduce((text, [before = '', after = '']) => {
    const parts = text.split(before);
    if (parts.length !== 2) throw new Error(`the translated core has "${before}" ${parts.length - 1} times`);
    return parts.join(after);
  }, script);
}

/**
 * Views of the memory as it is now. Memory of WebAssembly takes its old views with it when it grows; this does not.
 * @param {string} glue
 */
function fresh(glue) {
  const made = glue
    .replace(/(cached\w+)\.byteLength === 0/g, '$1.buffer !== wasm.memory.buffer')
    .replace(/(cached\w+)\.buffer\.detached === true \|\| \(\1\.buffer\.detached === undefined && (\1\.buffer !== wasm\.memory\.buffer)\)/g, '$2');
  const views = made.match(/if \(cached\w+Memory0 === null \|\| .*\)/g) ?? [];
  if (views.length === 0 || !views.every((view) => /\|\| (cached\w+)\.buffer !== wasm\.memory\.buffer\)$/.test(view))) throw new Error('the glue keeps views of the memory in another way');
  return made;
}

/** The module that the shell loads. @param {string} names What the core exports. */
function either(names) {
  return `import init, * as compiled from './newsgloss_core_wasm.js';
export let { ${names} } = compiled;
export let isPlain = false;
export default async function (given) {
  try {
    await init(given);
  } catch (error) {
    if (!(error instanceof WebAssembly.CompileError)) throw error;
    ({ ${names} } = await import('./newsgloss_core_plain.js'));
    isPlain = true;
  }
}
`;
}
