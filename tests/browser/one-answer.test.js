/**
 * The core gives one answer everywhere: WebAssembly in the browser and the native command line agree to the last digit.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { inEachBrowser } from './harness.js';

const ROOT = new URL('../../', import.meta.url);

/** The demonstration's story as plain text: many names, dates and quotations, and no character beyond the first plane. */
const STORY = readFileSync(new URL('www/demo/index.html', ROOT), 'utf8')
  .replace(/^[\s\S]*<article>|<\/article>[\s\S]*$/g, '')
  .split(/<\/?(?:h1|h2|p|figcaption|li)\b[^>]*>/)
  .map((block) => block.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ').trim())
  .filter(Boolean)
  .join('\n\n');

inEachBrowser((browser) => {
  test('the browser and the command line give the same answer', async () => {
    const options = { published: '2026-03-12', minConfidence: 0 };
    const native = spawnSync(
      new URL('target/release/newsgloss', ROOT).pathname,
      ['annotate', '--published', options.published, '--min-confidence', String(options.minConfidence)],
      { input: STORY, encoding: 'utf8' },
    );
    assert.equal(native.status, 0, native.stderr);
    const page = await browser.open('');
    const inBrowser = await page.evaluate((text, given) => window.core.annotate(text, given), STORY, options);
    const expected = JSON.parse(native.stdout);
    assert.ok(expected.entities.length > 10 && expected.values.length > 10 && expected.quotes.length > 10);
    assert.deepEqual(inBrowser, expected);
    await page.close();
  });
});
