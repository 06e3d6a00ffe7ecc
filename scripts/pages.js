/**
 * The saved news pages in ../shared/pages, and how they are opened in Chromium so that each stays most like itself.
 *
 * Its HTML is served as it was saved, from this machine. A policy in the answer's header keeps its scripts from running and all
 * of its requests from leaving, and lets in what this machine serves. Scripting is not switched off, so that `<noscript>`
 * stays closed as readers have it.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { DEMO, PLAIN } from './serve.js';

const SAVED = fileURLToPath(new URL('../../shared/pages/', import.meta.url));

/** What answers beside the page itself. */
export const ROUTES = [{ prefix: '/bench/', folder: 'target/bench' }, ...DEMO, ...PLAIN];

/**
 * @typedef {{name: string, html: string}} SavedPage
 */

/**
 * The names of the saved pages that the pattern picks, as "aeb/*" does; none where they are not on this machine.
 * @param {string} [pattern]
 */
export function savedPages(pattern) {
  if (!existsSync(SAVED)) return [];
  const picked = new RegExp(`^${(pattern || '*/*').replace(/\.html$/, '').replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '[^/]*')}\\.html$`);
  const names = ['aeb', 'fundus'].flatMap((folder) => readdirSync(SAVED + folder).map((file) => `${folder}/${file}`));
  return names.filter((name) => picked.test(name)).sort();
}

/**
 * A saved page.
 * @param {string} name
 * @returns {SavedPage}
 */
export function savedPage(name) {
  return { name, html: readFileSync(SAVED + name, 'utf8') };
}

/**
 * Opens a page, with nothing of newsgloss in it.
 * @param {import('playwright-core').BrowserContext} context
 * @param {string} origin what serves `ROUTES`
 * @param {SavedPage} saved
 */
export async function openPage(context, origin, { html }) {
  const page = await context.newPage();
  const policy = `default-src 'self' data: blob:; style-src 'self' data: 'unsafe-inline'; script-src 'self' 'wasm-unsafe-eval'`;
  await page.route(`${origin}/page`, (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', headers: { 'content-security-policy': policy }, body: html }),
  );
  await page.goto(`${origin}/page`);
  return page;
}
