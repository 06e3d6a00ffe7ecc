/** In Node pages and texts are annotated as on the command line, without a browser. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const ROOT = new URL('../../', import.meta.url);

/** @type {{ exports: { './node': { default: string } } }} */
const { exports: entries } = JSON.parse(readFileSync(new URL('pkg/package.json', ROOT), 'utf8'));
/** @type {typeof import('../../www/node/index.js')} */
const { annotate, annotateHtml, NewsglossError } = await import(new URL(entries['./node'].default, new URL('pkg/', ROOT)).href);

/** A byte order mark, lines that end in two characters, characters beyond the first plane, and errors: all of it stays. */
const PAGE = `\u{feff}${readFileSync(new URL('www/demo/index.html', ROOT), 'utf8').replace('</article>', '<p>🦊 “We &amp; <em>they</em> are ready,” said Anna Holm of AT&amp;T on Fri&shy;day, in Os</b>lo.\r\n</p></article>')}`;
const TEXT = '🦊 Ola Tveit, the “Fox of Velda”, met farmers in Oslo on Friday.\n\n“We are 🦊 ready,” he told reporters.';
const LIST = '[{"name": "Ola Tveit", "type": "person", "url": "https://paper.example/tveit"}, {"name": "Anna Holm", "leave": true}]';

/** What the command line prints. @param {string} input @param {string[]} options */
function printed(input, ...options) {
  const { status, stdout, stderr } = spawnSync(new URL('target/release/newsgloss', ROOT).pathname, ['annotate', ...options], { input, encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  return stdout;
}

/** An answer of the command line whose offsets count as JavaScript does. @param {string} answer @param {string} text */
function inUtf16(answer, text) {
  const characters = Array.from(text);
  const units = [0];
  for (const character of characters) units.push((units.at(-1) ?? 0) + character.length);
  return JSON.parse(answer, (key, value) => (key === 'start' || key === 'end' ? units[value] : value));
}

test('a page becomes what the command line prints, to the last byte', async () => {
  const marked = await annotateHtml(PAGE);
  assert.ok(marked.split('<newsgloss-mark ').length > 50);
  assert.equal(marked, printed(PAGE, '--format', 'html'));
  assert.equal(await annotateHtml(marked), marked);
  const options = { published: '2026-03-11', minConfidence: 0.9, url: 'https://paper.example/story' };
  const asked = printed(PAGE, '--format', 'html', '--published', options.published, '--min-confidence', '0.9', '--url', options.url);
  assert.notEqual(asked, marked);
  assert.equal(await annotateHtml(PAGE, options), asked);
  assert.equal(await annotateHtml('<p>Nothing.'), printed('<p>Nothing.', '--format', 'html'));
});

test('a list of names counts, as text or as entries', async () => {
  const marked = await annotateHtml(PAGE, { lexicon: LIST });
  assert.notEqual(marked, await annotateHtml(PAGE));
  assert.equal(await annotateHtml(PAGE, { lexicon: JSON.parse(LIST) }), marked);
});

test('a text has the answer of the command line, with offsets that index the string', async () => {
  const answer = await annotate(TEXT, { published: '2016-08-27' });
  assert.deepEqual(answer, inUtf16(printed(TEXT, '--published', '2016-08-27'), TEXT));
  const [quote] = answer.quotes.filter(({ kind }) => kind === 'direct');
  assert.equal(TEXT.slice(quote?.start, quote?.end), 'We are 🦊 ready');
});

test('what cannot be used is told by a code', async () => {
  /** Given from where nothing is checked. @type {any} */
  const wrong = {};
  const cases = /** @type {const} */ ([
    ['bad-text', () => annotateHtml(wrong)],
    ['bad-text', () => annotate(wrong)],
    ['bad-date', () => annotateHtml(PAGE, { published: 'yesterday' })],
    ['bad-confidence', () => annotate(TEXT, { minConfidence: 2 })],
    ['bad-list', () => annotateHtml(PAGE, { lexicon: '<p>' })],
    ['bad-address', () => annotateHtml(PAGE, { url: '/story' })],
    ['bad-address', () => annotateHtml(PAGE, { url: wrong })],
  ]);
  for (const [code, call] of cases) {
    await assert.rejects(call, (error) => error instanceof NewsglossError && error.code === code && error.message !== '', code);
  }
  // It goes on as if nothing had been.
  assert.ok((await annotateHtml(PAGE)).includes('<newsgloss-mark '));
});
