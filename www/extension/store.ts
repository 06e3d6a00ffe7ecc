/**
 * What the extension keeps, and nothing else does: all of it is in `browser.storage.local`, on this machine, and is read and written here.
 *
 * What is stored may be anything, since disks fail and versions change: each value is checked by itself, and what is not understood
 * counts as never chosen. Reading never throws; writing says what became of it, for the reader to be told where they acted.
 */

import type { Store } from '../settings.js';

import { browser } from './browser.js';
import { isSite } from './sites.js';

export interface Kept {
  /** The choices of the shell, as `../settings.ts` writes them: one text; empty before there are any. */
  settings: string;
  /** Sites that newsgloss marks by itself, as long as the browser permits it to be there: see `sites.ts`. */
  allowed: readonly string[];
  /** Sites that it stays out of, even where they are allowed. */
  excluded: readonly string[];
  /** The reader's own list of names, as the core takes it: JSON or CSV. Empty for none. */
  lexicon: string;
}

export const DEFAULTS: Kept = { settings: '', allowed: [], excluded: [], lexicon: '' };

/** What became of a wish to keep something. */
export type Outcome =
  | 'kept'
  /** There is no room for it. */
  | 'full'
  /** It is longer than is ever kept: nothing was tried. */
  | 'too-long'
  /** The browser keeps nothing now, for another reason. */
  | 'refused';

/** UTF-16 units of the longest own list: some 20,000 names, read in each tab with an article. */
export const LONGEST_LEXICON = 2 << 20;
/** UTF-16 units of the longest text of choices. */
const LONGEST_SETTINGS = 1 << 18;
/** How many sites are kept of each kind, and how long an address may be. */
const MOST_SITES = 2000;

/** All that is kept, with defaults for what is not. */
export async function read(): Promise<Kept> {
  try {
    return understood(await browser.storage.local.get(Object.keys(DEFAULTS)));
  } catch {
    return DEFAULTS;
  }
}

/** Keeps these, and leaves the rest as it is. */
export async function write(some: Partial<Kept>): Promise<Outcome> {
  if ((some.lexicon?.length ?? 0) > LONGEST_LEXICON || (some.settings?.length ?? 0) > LONGEST_SETTINGS) return 'too-long';
  if ([some.allowed, some.excluded].some((sites) => (sites?.length ?? 0) > MOST_SITES)) return 'too-long';
  try {
    await browser.storage.local.set(some);
    return 'kept';
  } catch (error) {
    return /quota|full|space|NS_ERROR_FILE_NO_DEVICE_SPACE/i.test(String(error)) ? 'full' : 'refused';
  }
}

/** Calls `listener` with all that is kept whenever any of it has become another, here or elsewhere, until `signal` ends that. */
export function listen(listener: (now: Kept) => void, signal?: AbortSignal): void {
  const changed = (_: unknown, area: string): void => {
    if (area === 'local') void read().then(listener);
  };
  browser.storage.onChanged.addListener(changed);
  signal?.addEventListener('abort', () => {
    browser.storage.onChanged.removeListener(changed);
  });
}

/** Forgets everything that the extension keeps. What the browser permits is not kept here: see `sites.ts`. */
export async function erase(): Promise<Outcome> {
  try {
    await browser.storage.local.clear();
    return 'kept';
  } catch {
    return 'refused';
  }
}

/**
 * What is kept of the shell's choices, as `Settings` wants it: read at once, and written in the background; `tell` hears what became of
 * that. What is chosen elsewhere is taken over. In a private window nothing is written.
 */
export function shellStore({ settings }: Kept, tell: (outcome: Outcome) => void = () => undefined): Store {
  let text = settings;
  const keep = (now: string): void => {
    text = now;
    if (!browser.extension.inIncognitoContext) void write({ settings: now }).then(tell);
  };
  return {
    getItem: () => (text === '' ? null : text),
    setItem: (_, now) => {
      keep(now);
    },
    removeItem: () => {
      keep('');
    },
    onChange: (changed) => {
      listen((now) => {
        // What this itself has written comes back.
        if (now.settings === text) return;
        text = now.settings;
        changed();
      });
    },
  };
}

function understood(stored: Record<string, unknown>): Kept {
  const { settings, lexicon } = stored;
  const text = (it: unknown, longest: number): string => (typeof it === 'string' && it.length <= longest ? it : '');
  return {
    settings: text(settings, LONGEST_SETTINGS),
    allowed: sites(stored['allowed']),
    excluded: sites(stored['excluded']),
    lexicon: text(lexicon, LONGEST_LEXICON),
  };
}

function sites(it: unknown): string[] {
  return Array.isArray(it) ? [...new Set(it.filter(isSite))].slice(0, MOST_SITES) : [];
}
