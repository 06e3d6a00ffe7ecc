/** What `harness.js` puts into the pages of the DOM tests. */
interface Window {
  core: typeof import('../../pkg/newsgloss_core.js');
  tools: typeof import('./page-tools.js');
}
