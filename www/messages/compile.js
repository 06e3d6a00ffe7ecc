/**
 * Turns a file of messages, in ICU MessageFormat, into what the page reads: `messages.ts` says what that looks like.
 *
 * It runs when the package is built, so that no page loads a parser. A message that uses more of the format than the page
 * can write, or a plural form that its language has not, stops the build.
 */

import { parse } from '@messageformat/parser';

/**
 * @typedef {import('../messages.js').Message} Message
 * @typedef {import('../messages.js').Part} Part
 * @typedef {{ [key: string]: string | Texts }} Texts
 */

/**
 * The messages of a file, nested as they are there.
 * @param {Texts} texts
 * @param {string} language
 * @returns {import('../messages.js').Messages}
 */
export function compile(texts, language) {
  const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
  const grammar = { cardinal: pluralCategories, ordinal: [], strict: true };
  return Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [name, typeof text === 'string' ? written(name, parse(text, grammar)) : compile(text, language)]),
  );
}

/**
 * The texts of a file by their keys with dots: "card.part".
 * @param {Texts} texts
 * @param {string} prefix
 * @returns {[string, string][]}
 */
export function flat(texts, prefix = '') {
  return Object.entries(texts).flatMap(([name, text]) =>
    typeof text === 'string' ? [/** @type {[string, string]} */ ([prefix + name, text])] : flat(text, `${prefix}${name}.`),
  );
}

/**
 * @param {string} key
 * @param {import('@messageformat/parser').Token[]} tokens
 * @returns {Message}
 */
function written(key, tokens) {
  const parts = tokens.map((token) => part(key, token));
  return parts.every((each) => typeof each === 'string') ? parts.join('') : parts;
}

/**
 * @param {string} key
 * @param {import('@messageformat/parser').Token} token
 * @returns {Part}
 */
function part(key, token) {
  switch (token.type) {
    case 'content':
      return token.value;
    case 'octothorpe':
      return 0;
    case 'argument':
      return [token.arg];
    case 'plural':
    case 'select':
      if (token.pluralOffset) break;
      return [token.arg, casesOf(key, token.cases)];
  }
  throw new Error(`the message ${key} uses what the page cannot write: ${token.ctx.text}`);
}

/**
 * The messages of a plural or a choice. A form like the last resort is left to it: a language may have six forms where a word has one.
 * @param {string} key
 * @param {import('@messageformat/parser').SelectCase[]} cases
 */
function casesOf(key, cases) {
  const all = cases.map((each) => /** @type {const} */ ([each.key, written(key, each.tokens)]));
  const rest = JSON.stringify(all.find(([form]) => form === 'other')?.[1]);
  return Object.fromEntries(all.filter(([form, message]) => form === 'other' || form.startsWith('=') || JSON.stringify(message) !== rest));
}
