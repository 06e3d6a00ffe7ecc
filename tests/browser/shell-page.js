/** What the tests of the shell do with a page: load the package as any page does, find marks, read the card. */

/** A short article of our own, with a name inside a quotation, inline markup and text that must stay unmarked. */
export const ARTICLE = `
  <nav><a href="#">Talks in Geneva</a></nav>
  <article>
    <h1>Talks in Geneva end with a handshake</h1>
    <p>“We will meet the United Nations in Vienna again,” Foreign Minister Marek Dreyer told reporters in Geneva on Friday.</p>
    <p>Dreyer, who has led the talks for <em>the United</em> <strong>States</strong> since March, said that $3 million had been spent.</p>
    <p>“Nobody wins here,” he added. The talks in Geneva are to go on, and the delegates from the United Nations have asked for rooms until the end of the month.</p>
  </article>
  <p id="after">Nothing else stands on this page.</p>`;

/**
 * The package, loaded in the page as any page loads it: by import, which adds nothing to its globals.
 * @param {import('./page.js').Page} page
 * @param {string} [address]
 * @returns {Promise<import('./page.js').Handle<typeof import('../../www/newsgloss.js')>>}
 */
export function load(page, address = '/pkg/newsgloss.js') {
  return page.evaluateHandle((/** @type {string} */ module) => /** @type {Promise<typeof import('../../www/newsgloss.js')>} */ (import(module)), address);
}

/**
 * Mounts newsgloss on the page's article.
 * @param {import('./page.js').Page} page
 * @param {import('../../www/answer.js').Paint} [paint]
 */
export async function mount(page, paint = 'markup') {
  const newsgloss = await load(page);
  return newsgloss.evaluateHandle(({ mount }, how) => mount(undefined, { paint: how }), paint);
}

/**
 * The first mark whose text begins with these words.
 * @param {import('./page.js').Page} page
 * @param {string} words
 * @param {string} [kind]
 */
export function mark(page, words, kind) {
  return page.locator(kind === undefined ? 'newsgloss-mark' : `newsgloss-mark[data-kind="${kind}"]`, { begins: words });
}

/**
 * The field whose label begins with these words.
 * @param {import('./page.js').Page} page
 * @param {string} words
 */
export async function labelled(page, words) {
  const id = await page.locator('label', { begins: words }).attribute('for');
  return page.locator(`#${String(id)}`);
}

/**
 * What the open card says, line by line, once there is one; what can be done there is not part of it.
 * @param {import('./page.js').Page} page
 */
export async function cardText(page) {
  await page.locator('newsgloss-card[data-open]').waitFor();
  const card = page.locator('.card', { host: 'newsgloss-card' });
  await card.waitFor();
  const text = await card.evaluate((it) =>
    [...it.querySelectorAll(':scope > section > :not(.acts)')].map((each) => /** @type {HTMLElement} */ (each).innerText).join('\n'),
  );
  return text.replace(/\n+/g, '\n').trim();
}

/** @param {import('./page.js').Page} page */
export async function cardIsOpen(page) {
  return (await page.locator('newsgloss-card[data-open]').count()) > 0;
}
