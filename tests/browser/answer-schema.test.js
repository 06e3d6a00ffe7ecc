/** Real answers are what the JSON Schema in the package says, and nothing in them is unknown to it. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { Ajv2020 } from 'ajv/dist/2020.js';

const ROOT = new URL('../../', import.meta.url);

const DEMO = readFileSync(new URL('www/demo/index.html', ROOT), 'utf8');
const ARTICLES = [
  { id: 'demo', html: DEMO, published: '2026-03-12' },
  { id: 'bare', text: '' },
  // What answers have only at times: a group of its country, a range, a set, a speaker who is inferred, a time, an address of the publisher's.
  { id: 7, text: 'Norwegian farmers met Ola Tveit, the “Fox of Velda”, in Oslo at 5 p.m. on Friday.\n\n“We have had $3 to $4 million every Monday,” he told reporters in Bergen. “For 40 km, or 3 percent, that took two years.”\n\n“Nobody wins.”', published: '2016-08-27' },
];

/** The schema, of whose objects none may have more than it says. @param {any} schema */
function closed(schema) {
  for (const object of [schema, ...Object.values(schema.$defs)]) if (object.type === 'object') object.additionalProperties = false;
  return schema;
}

test('answers are as the schema says', () => {
  const schema = closed(JSON.parse(readFileSync(new URL('pkg/answer.schema.json', ROOT), 'utf8')));
  const validate = new Ajv2020({ strict: true, allErrors: true, formats: { uint: true, uint32: true } }).compile(schema);
  const lines = ARTICLES.map((article) => JSON.stringify(article)).join('\n');
  const { stdout, stderr } = spawnSync(new URL('target/release/newsgloss', ROOT).pathname, ['annotate', '--jsonl', '--min-confidence', '0'], { input: lines, encoding: 'utf8' });
  const answers = stdout.trim().split('\n').map((line) => JSON.parse(line));
  assert.equal(answers.length, ARTICLES.length, stderr);
  const seen = new Set();
  for (const answer of answers) {
    assert.ok(validate(answer), JSON.stringify(validate.errors));
    JSON.stringify(answer, (key, value) => (seen.add(key), value));
  }
  // It has been asked about nearly all that there can be.
  for (const field of ['of', 'role', 'wikidata', 'description', 'coordinates', 'speaker', 'cue', 'addressee', 'place', 'statement', 'timeline', 'text']) {
    assert.ok(seen.has(field), `no answer has "${field}"`);
  }
  // It can tell: each of these is wrong in one place.
  const [good] = answers;
  for (const bad of [
    { ...good, version: undefined },
    { ...good, text: null },
    { ...good, entities: [{ ...good.entities[0], type: 'thing' }] },
    { ...good, entities: [{ ...good.entities[0], coordinates: [91, 0] }] },
    { ...good, quotes: [{ ...good.quotes[0], start: -1 }] },
    { ...good, values: [{ ...good.values[0], confidence: 2 }] },
    { ...good, surprise: true },
  ]) {
    assert.ok(!validate(JSON.parse(JSON.stringify(bad))));
  }
});
