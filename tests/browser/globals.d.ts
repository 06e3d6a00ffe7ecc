/** What `harness.js` puts into the pages of the DOM tests. */
interface Window {
  core: typeof import('../../pkg/newsgloss_core.js');
  tools: typeof import('./page-tools.js');
}

/** Packages without types, which tests alone use. */
declare module '@vocabulary/*';
declare module 'jsonld';
declare module 'n3';
declare module 'rdf-validate-shacl';
