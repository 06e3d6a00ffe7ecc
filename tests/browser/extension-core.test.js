/**
 * The core as JavaScript, which the extension runs where Chromium forbids it to compile WebAssembly, gives the same answer as the compiled one.
 */
import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { test } from 'node:test';

import { packaged } from '../../scripts/packaged.js';
import { serve } from '../../scripts/serve.js';
import { LAUNCHERS } from './extension-page.js';

const ROOT = new URL('../../', import.meta.url);
const PLAIN = new URL('target/plain-core/newsgloss_core_plain.js', ROOT);

const TEXTS = {
  'speech, names and values':
    '“We are ready,” Foreign Minister Ola Tveit told reporters in Oslo on Friday. Tveit, 52, said the harbour had cost $3.5 million, 12 percent more than planned.\n\nShe warned that the ferries would stay in port for two days.',
  'characters of every length': 'Zoë Łukasz said: “Das 🚢 fährt nicht.” Айгуль Нурова lives in Kraków. 東京 was quiet on 12 March 2021.',
  nothing: '',
};
const LIST = '[{"name": "the Fox of Velda", "type": "person", "url": "https://paper.example/fox"}, {"name": "Route 7", "type": "misc", "pattern": "Route (7|seven)"}]';

/** @param {string} file */
const bytes = (file) => new Uint8Array(readFileSync(new URL(file, ROOT)));

/** @param {typeof import('../../pkg/newsgloss_core.js')} core */
function ready(core) {
  core.load(bytes('data/lexicon.txt'), bytes('data/weights.bin'));
  while (!core.index());
  return core;
}

const from = (/** @type {URL} */ module) => import(module.href);

test('the core as JavaScript answers as the compiled one does', async () => {
  const compiled = await from(new URL('target/core/newsgloss_core.js', ROOT));
  await compiled.default({ module_or_path: bytes('target/core/newsgloss_core_bg.wasm') });
  const cores = [ready(compiled), ready(await from(PLAIN))];
  for (const [what, text] of Object.entries(TEXTS)) {
    const [expected, given] = cores.map((core) => core.annotate(text, { published: '2026-03-12', minConfidence: 0 }));
    assert.deepEqual(given, expected, what);
  }
  const listed = cores.map((core) => core.annotate('The Fox of Velda took Route seven.', { lexicon: LIST }));
  assert.deepEqual(listed[0]?.entities.map(({ name }) => name), ['the Fox of Velda', 'Route 7']);
  assert.deepEqual(listed[1], listed[0]);
  // A long article. Memory has had to grow before, for the lexicon.
  const long = Array.from({ length: 60 }, (_, index) => `${TEXTS['speech, names and values']} It was day ${index}.`).join('\n\n');
  const [expected, given] = cores.map((core) => core.annotate(long));
  assert.deepEqual(given, expected);
  const refusals = cores.map((core) => message(() => core.annotate('Text.', { lexicon: 'name,type\nTveit,planet' })));
  assert.match(refusals[0] ?? '', /line 2/);
  assert.equal(refusals[1], refusals[0]);
});

const isChromiumChosen = process.env['BROWSERS']?.split(',').includes('chromium') ?? true;

test('a page whose policy forbids WebAssembly is marked by it as any other', { skip: isChromiumChosen ? false : 'BROWSERS leaves Chromium out' }, async () => {
  const story = TEXTS['speech, names and values'].split('\n\n').map((each) => `<p>${each} The ferries of the Harbour Authority were full.</p>`).join('');
  const html = (/** @type {string} */ head) => `<!doctype html><html lang="en"><head><meta charset="utf-8">${head}<title>Ferries</title></head><body><article><h1>Ferries at work</h1>${story.repeat(3)}</article></body></html>`;
  const strict = '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; script-src \'self\'">';
  const server = await serve({ pages: new Map([['/open', html('')], ['/strict', html(strict)]]) });
  const page = await LAUNCHERS.chromium();
  try {
    const { file: core } = packaged('newsgloss_core.js');
    await page.open('options');
    const [open, under] = [await page.marked(`${server.origin}/open`, core), await page.marked(`${server.origin}/strict`, core)];
    assert.deepEqual([open.isPlain, under.isPlain], [false, true]);
    assert.ok(open.marks.some(([type]) => type === 'newsgloss-direct'));
    assert.deepEqual(under.marks, open.marks);
  } finally {
    await page.close();
    server.close();
  }
});

test('stores take the script', () => {
  assert.ok(statSync(PLAIN).size < 5_000_000);
});

/** @param {() => unknown} act */
function message(act) {
  try {
    act();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return undefined;
}
