/** What the extension says, it says in every language, and its statement on privacy is one. */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';

const EXTENSION = new URL('../../www/extension/', import.meta.url);
const read = (/** @type {string} */ file) => readFileSync(new URL(file, EXTENSION), 'utf8');

/** The keys of texts, with the arguments of each. @param {any} texts @param {string} [prefix] @returns {string[]} */
function shape(texts, prefix = '') {
  return Object.entries(texts).flatMap(([key, text]) => {
    if (typeof text !== 'string') return shape(text, `${prefix}${key}.`);
    const args = [...text.matchAll(/\{(\w+)[,}]|\$(\w+)\$/g)].map(([, plain, placed]) => plain ?? placed);
    return `${prefix}${key}(${[...new Set(args)].sort().join(' ')})`;
  }).sort();
}

const LANGUAGES = readdirSync(new URL('messages/', EXTENSION)).map((file) => file.replace('.json', ''));

test('every language has all that is said, with the same to be filled in', () => {
  assert.deepEqual(readdirSync(new URL('_locales/', EXTENSION)).sort(), [...LANGUAGES].sort());
  const pages = (/** @type {string} */ language) => shape(JSON.parse(read(`messages/${language}.json`)));
  const shown = (/** @type {string} */ language) => {
    /** @type {Record<string, { message: string }>} */
    const all = JSON.parse(read(`_locales/${language}/messages.json`));
    return shape(Object.fromEntries(Object.entries(all).map(([key, { message }]) => [key, message])));
  };
  for (const language of LANGUAGES) {
    assert.deepEqual(pages(language), pages('en'), language);
    assert.deepEqual(shown(language), shown('en'), language);
  }
});

test('stores take name and description in every language', () => {
  for (const language of LANGUAGES) {
    const { name, description } = JSON.parse(read(`_locales/${language}/messages.json`));
    assert.ok(name.message.length <= 45 && description.message.length <= 132, language);
  }
});

test('the options and the statement on privacy say the same', () => {
  const statement = read('PRIVACY.md');
  for (const said of Object.values(JSON.parse(read('messages/en.json')).privacy)) assert.ok(statement.includes(said), said);
});
