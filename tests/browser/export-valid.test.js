/**
 * What `newsgloss annotate --format` writes is what the standards say: web annotations by the model's shapes and vocabulary,
 * schema.org by the domains and ranges of its properties. Of real answers of the command line, and the checks can fail.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { suite, test } from 'node:test';

import Validator from 'rdf-validate-shacl';

import { AS, OA, RDF, RDFS, SCHEMA, graphOf, turtle, vocabularies } from './linked-data.js';

const ROOT = new URL('../../', import.meta.url);
const TYPE = `${RDF}type`;
const SHAPES = turtle(readFileSync(new URL('tests/shapes/webannotation.ttl', ROOT), 'utf8'));

const TEXT = [
  'Norway waits 💛',
  '“We are ready,” Foreign Minister Ola Tveit told reporters in Oslo on Friday, “and we will <wait>.”',
  'Moscow warned that the harbour would stay closed. “Nobody sleeps here,” she said, and paid $3 million to the Red Cross.',
].join('\n\n');
const STORY = readFileSync(new URL('www/demo/index.html', ROOT), 'utf8');

/**
 * What the command line writes of `input`.
 * @param {string} input
 * @param {string} format
 * @param {string[]} [more]
 */
function written(input, format, more = []) {
  const given = ['annotate', '--published', '2026-03-12', '--min-confidence', '0', '--format', format, ...more];
  const run = spawnSync(new URL('target/release/newsgloss', ROOT).pathname, given, { input, encoding: 'utf8', maxBuffer: 1 << 28 });
  assert.equal(run.status, 0, run.stderr);
  return JSON.parse(run.stdout);
}

/**
 * What the shapes find wrong.
 * @param {object} collection
 * @returns {Promise<string[]>}
 */
async function complaints(collection) {
  const report = await new Validator(SHAPES).validate(await graphOf(collection));
  return report.results.map((/** @type {any} */ { focusNode, path, message }) => `${focusNode?.value}: ${path?.value} ${message[0]?.value}`);
}

suite('web annotations', () => {
  for (const [name, input, more] of /** @type {[string, string, string[]][]} */ ([
    ['plain text', TEXT, []],
    ['a page with an address', STORY, ['--url', 'https://paper.example/story?a=1#b', '--created', '2026-03-12T10:00:00Z']],
    ['an empty article', '', []],
    ['one without quotations', 'Oslo is cold.', []],
  ])) {
    test(`of ${name} are valid`, async () => {
      const collection = written(input, 'webannotation', more);
      assert.deepEqual(await complaints(collection), []);
      const graph = await graphOf(collection);
      assert.equal(graph.countQuads(null, TYPE, `${OA}Annotation`, null), collection.total);
      if (input === STORY) assert.ok(collection.total > 50, collection.total);
      // Every name that is of a vocabulary is in it, properties as such and classes as such.
      for (const { predicate, object } of graph) {
        for (const { value } of predicate.value === TYPE ? [predicate, object] : [predicate]) {
          const vocabulary = Object.entries(vocabularies).find(([prefix]) => value.startsWith(prefix));
          if (vocabulary !== undefined) assert.ok(vocabulary[1].countQuads(value, null, null, null) > 0, value);
        }
      }
    });
  }

  test('find what they mark by words and by place', () => {
    const { items } = written(TEXT, 'webannotation').first;
    assert.ok(items.length > 10);
    for (const { target } of items) {
      const [{ exact, prefix, suffix }, { start, end }] = target[0].selector;
      assert.equal(Array.from(TEXT).slice(start, end).join(''), exact);
      assert.ok(TEXT.includes(`${prefix}${exact}${suffix}`));
    }
  });

  const broken = /** @type {[string, (collection: any, annotation: any) => void][]} */ ([
    ['no name', (_, annotation) => delete annotation.id],
    ['no target', (_, annotation) => delete annotation.target],
    ['no source', (_, annotation) => delete annotation.target[0].source],
    ['no selector', (_, annotation) => delete annotation.target[0].selector],
    ['no exact text', (_, annotation) => delete annotation.target[0].selector[0].exact],
    ['a negative place', (_, annotation) => (annotation.target[0].selector[1].start = -1)],
    ['an end before the start', (_, annotation) => (annotation.target[0].selector[1].end = 0)],
    ['two motivations', (_, annotation) => (annotation.motivation = ['tagging', 'linking'])],
    ['a purpose of its own making', (_, annotation) => (annotation.body[0].purpose = 'https://paper.example/purpose')],
    ['two values of a body', (_, annotation) => (annotation.body[1].value = ['a', 'b'])],
    ['a local time', (_, annotation) => (annotation.created = '2026-03-12T10:00:00+01:00')],
    ['no label', (collection) => delete collection.label],
    ['no page', (collection) => delete collection.first],
    ['an empty page', (collection) => (collection.first.items = [])],
    ['a page of no collection', (collection) => delete collection.first.partOf],
  ]);
  for (const [what, breaks] of broken) {
    test(`with ${what} are refused`, async () => {
      const collection = written(TEXT, 'webannotation');
      breaks(collection, collection.first.items[0]);
      assert.notDeepEqual(await complaints(collection), []);
    });
  }

  test('with a key or an address that means nothing are refused', async () => {
    const collection = written(TEXT, 'webannotation');
    await assert.rejects(graphOf({ ...collection, headline: 'x' }));
    await assert.rejects(graphOf({ ...collection, id: 'x' }));
  });
});

/**
 * The IRIs of terms.
 * @param {{ value: string }[]} terms
 */
function valuesOf(terms) {
  return terms.map(({ value }) => value);
}

/**
 * The class and those that it is a kind of.
 * @param {string} name
 * @returns {string[]}
 */
function kinds(name) {
  const above = vocabularies[SCHEMA].getObjects(name, `${RDFS}subClassOf`, null);
  return [name, ...valuesOf(above).flatMap(kinds)];
}

/**
 * What is said of things that are not of the kind that a property is for, or by values that are not.
 * @param {object} article
 */
async function misuses(article) {
  const graph = await graphOf(article);
  const vocabulary = vocabularies[SCHEMA];
  const typesOf = (/** @type {any} */ term) => valuesOf(graph.getObjects(term, TYPE, null)).flatMap(kinds);
  const found = [];
  for (const { subject, predicate, object } of graph) {
    if (predicate.value === TYPE) {
      if (vocabulary.countQuads(object, TYPE, `${RDFS}Class`, null) === 0) found.push(object.value);
      continue;
    }
    const allowed = (/** @type {string} */ what) => valuesOf(vocabulary.getObjects(predicate, SCHEMA + what, null));
    if (!allowed('domainIncludes').some((name) => typesOf(subject).includes(name))) found.push(`${predicate.value} of ${typesOf(subject)[0]}`);
    const range = allowed('rangeIncludes');
    const isLiteral = object.termType === 'Literal';
    const literals = ['Text', 'Date', 'DateTime', 'Number', 'URL'].map((name) => SCHEMA + name);
    const fits = isLiteral ? range.some((name) => literals.includes(name)) : range.includes(`${SCHEMA}URL`) || range.some((name) => typesOf(object).includes(name));
    if (!fits) found.push(`${predicate.value} is ${isLiteral ? object.value : typesOf(object)[0]}`);
  }
  return found;
}

suite('schema.org', () => {
  for (const [name, input, more] of /** @type {[string, string, string[]][]} */ ([
    ['plain text', TEXT, []],
    ['a page with an address', STORY, ['--url', 'https://paper.example/story']],
    ['an empty article', '', []],
  ])) {
    test(`of ${name} uses its words as they are meant`, async () => {
      const article = written(input, 'schema', more);
      assert.deepEqual(await misuses(article), []);
      if (input === STORY) assert.ok(article.hasPart.length > 3 && article.mentions.length > 10);
    });
  }

  test('misused is noticed', async () => {
    const article = written(TEXT, 'schema');
    assert.notDeepEqual(await misuses({ ...article, jobTitle: 'x' }), []);
    assert.notDeepEqual(await misuses({ ...article, '@type': 'Person' }), []);
    article.hasPart[0].creator = { '@type': 'Place', name: 'Moscow' };
    assert.notDeepEqual(await misuses(article), []);
  });
});

test('the vocabularies are the ones that are meant', () => {
  assert.ok(vocabularies[OA].countQuads(`${OA}hasTarget`, null, null, null) > 0);
  assert.ok(vocabularies[AS].countQuads(`${AS}items`, null, null, null) > 0);
  assert.ok(vocabularies[SCHEMA].countQuads(`${SCHEMA}Quotation`, null, null, null) > 0);
});
