/** What the tests of the extension see of a page: what readers see, asked in the page's own world. */

/**
 * What newsgloss has put into a page.
 * @param {import('../page.js').Page} page
 */
export function traces(page) {
  return page.evaluate(() => ({
    highlights: [...CSS.highlights.keys()].filter((name) => name.startsWith('newsgloss-')).length,
    sheets: document.adoptedStyleSheets.length,
    elements: [...document.querySelectorAll('*')].filter(({ localName }) => localName.startsWith('newsgloss-')).length,
  }));
}

export const NOTHING = { highlights: 0, sheets: 0, elements: 0 };

/**
 * Settles once the page has marks, or has none any more.
 * @param {import('../page.js').Page} page
 * @param {boolean} isMarked
 */
export function marked(page, isMarked = true) {
  return page.waitFor((/** @type {boolean} */ wanted) => {
    const isThere = [...CSS.highlights.keys()].some((name) => name.startsWith('newsgloss-')) && document.querySelector('newsgloss-control[data-open]') !== null;
    return isThere === wanted;
  }, isMarked);
}

/**
 * The words of the page that are marked as `type`.
 * @param {import('../page.js').Page} page
 * @param {string} type
 */
export function words(page, type) {
  return page.evaluate(
    (/** @type {string} */ name) =>
      [.../** @type {Set<StaticRange>} */ (/** @type {unknown} */ (CSS.highlights.get(name) ?? []))].map(({ startContainer, startOffset, endOffset }) =>
        (startContainer.textContent ?? '').slice(startOffset, endOffset),
      ),
    `newsgloss-${type}`,
  );
}

/** @param {string} body @param {string} [head] */
export function html(body, head = '') {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Test</title>${head}</head><body>${body}</body></html>`;
}
