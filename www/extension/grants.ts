/**
 * Where newsgloss marks pages by itself: on sites that the reader has chosen and the browser permits, and on no others.
 *
 * What is chosen is kept in the store, what is permitted by the browser. Only where both say so is the script registered, and whenever one
 * of them changes, it is registered anew. What the browser no longer permits is no longer chosen either.
 */

import { browser } from './browser.js';
import { patternsOf } from './sites.js';
import type { Outcome } from './store.js';
import { read, write } from './store.js';

/** The id of the one registered script. */
const SCRIPT = 'always';

/**
 * Asks the reader, by the browser's own question, to permit a site, and keeps that it is always on. To be called at once when the reader
 * acts, before anything is waited for: browsers ask for nothing else. `denied` where the reader says no.
 */
export async function allow(site: string): Promise<Outcome | 'denied'> {
  const isPermitted = await browser.permissions.request({ origins: patternsOf(site) }).catch(() => false);
  if (!isPermitted) return 'denied';
  const { allowed, excluded } = await read();
  return write({ allowed: [...allowed.filter((each) => each !== site), site], excluded: excluded.filter((each) => each !== site) });
}

/** Keeps newsgloss out of a site, and gives back the permission for it. */
export async function exclude(site: string): Promise<Outcome> {
  const { allowed, excluded } = await read();
  const outcome = await write({ allowed: allowed.filter((each) => each !== site), excluded: [...excluded.filter((each) => each !== site), site] });
  await giveBack(site);
  return outcome;
}

/** Nothing is chosen for a site any more, and the permission for it is given back. */
export async function reset(site: string): Promise<Outcome> {
  const { allowed, excluded } = await read();
  const outcome = await write({ allowed: allowed.filter((each) => each !== site), excluded: excluded.filter((each) => each !== site) });
  await giveBack(site);
  return outcome;
}

/** Which of `sites` the browser permits. */
export async function permitted(sites: readonly string[]): Promise<string[]> {
  const are = await Promise.all(sites.map((site) => browser.permissions.contains({ origins: patternsOf(site) }).catch(() => false)));
  return sites.filter((_, at) => are[at]);
}

/** Something is no longer permitted: what was always on there is so no more. */
export async function forget(): Promise<void> {
  const { allowed } = await read();
  const still = await permitted(allowed);
  if (still.length < allowed.length) await write({ allowed: still });
  else await follow();
}

let following = Promise.resolve();

/** Has the browser run the script on the sites that it is to run on now, and nowhere else. */
export function follow(): Promise<void> {
  return (following = following.then(register).catch(() => undefined));
}

async function register(): Promise<void> {
  const { allowed, excluded } = await read();
  const matches = (await permitted(allowed)).flatMap(patternsOf);
  const excludeMatches = excluded.flatMap(patternsOf);
  const before = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT] });
  if (matches.length === 0) {
    if (before.length > 0) await browser.scripting.unregisterContentScripts({ ids: [SCRIPT] });
    return;
  }
  const script = { id: SCRIPT, js: ['content.js'], matches, excludeMatches, runAt: 'document_idle', persistAcrossSessions: true } as const;
  const wanted = { ...script, js: [...script.js] };
  if (before.length > 0) await browser.scripting.updateContentScripts([wanted]);
  else await browser.scripting.registerContentScripts([wanted]);
}

/** What the browser permits beyond what it must is given back; what the manifest itself asks for cannot be. */
async function giveBack(site: string): Promise<void> {
  await browser.permissions.remove({ origins: patternsOf(site) }).catch(() => undefined);
}
