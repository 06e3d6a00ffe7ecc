/**
 * What a page exports is, to the last byte, what the command line writes of the same article, in every form.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { inEachBrowser } from './harness.js';

const ROOT = new URL('../../', import.meta.url);

/** The demonstration's story, with characters beyond the first plane, names that look like markup and formulas among it. */
const [STORY] = /<article>[\s\S]*<\/article>/.exec(readFileSync(new URL('www/demo/index.html', ROOT), 'utf8')) ?? [''];
const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Story</title><body>${STORY.replace(
  '</article>',
  '<p>“💛 We &lt;b&gt; are = ready,” said Anna &lt;i&gt; Holm of “Route ‘7’ &amp; Sons” on Friday.</p></article>',
)}</body></html>`;

inEachBrowser((browser) => {
  test('the browser and the command line write the same', async () => {
    const options = { published: '2026-03-12', minConfidence: 0 };
    const known = { url: 'https://paper.example/story?a=1&b=2', created: '2026-03-12T10:00:00.250Z' };
    const page = await browser.open(PAGE);
    for (const format of /** @type {const} */ (['webannotation', 'schema', 'csv', 'summary'])) {
      const given = ['annotate', '--published', options.published, '--min-confidence', '0', '--format', format, '--url', known.url, '--created', known.created];
      const native = spawnSync(new URL('target/release/newsgloss', ROOT).pathname, given, { input: PAGE, encoding: 'utf8' });
      assert.equal(native.status, 0, native.stderr);
      const inBrowser = await page.evaluate(
        (form, given, told) => {
          const { handle } = window.core.mount(undefined, given);
          const text = window.core.exportAs(handle, form, told);
          window.core.unmount(handle);
          return text;
        },
        format,
        options,
        known,
      );
      assert.ok(native.stdout.length > 1000);
      assert.equal(inBrowser, native.stdout, format);
    }
    await page.close();
  });

  test('a summary has the words that the caller gives, and what cannot be exported is said by code', async () => {
    const page = await browser.article('<h1>Norway waits</h1><p>“We are ready for this winter,” Ola Tveit told reporters in Oslo on Friday.</p>'.repeat(3));
    const [arabic, bare, gone, ...codes] = await page.evaluate(() => {
      const { core } = window;
      const code = (/** @type {() => unknown} */ call) => {
        try {
          call();
        } catch (error) {
          return /** @type {import('../../pkg/newsgloss_core.js').NewsglossError} */ (error).code;
        }
      };
      const { handle } = core.mount(undefined, {});
      return [
        core.exportAs(handle, 'summary', { labels: { language: 'ar', direction: 'rtl', quotations: 'من يقول ماذا <b>' } }),
        core.exportAs(handle, 'webannotation'),
        core.exportAs(handle + 1, 'csv'),
        code(() => core.exportAs(handle, /** @type {any} */ ('pdf'))),
        code(() => core.exportAs(handle, 'schema', { url: 'javascript:alert(1)' })),
        code(() => core.exportAs(handle, 'webannotation', { created: 'yesterday' })),
      ];
    });
    assert.match(arabic ?? '', /<html lang="ar" dir="rtl">[\s\S]*<h2>من يقول ماذا &lt;b&gt;<\/h2>[\s\S]*<h2>People<\/h2>/);
    assert.ok(!(bare ?? '').includes('"created"'));
    assert.equal(gone ?? undefined, undefined);
    assert.deepEqual(codes, ['bad-format', 'bad-address', 'bad-date']);
    await page.close();
  });
});
