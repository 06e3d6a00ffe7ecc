/**
 * Loads the compiled core and its data, once, from where this module itself is served, and a publisher's list from there too.
 *
 * They are fetched side by side. A load that failed is forgotten, so that a later call may try again. Nothing else is fetched but the
 * words of another language, by `messages.ts`, and maps, by `charts/`; and nothing is sent: all are plain reads of files of this package.
 */

import type * as core from '../pkg/newsgloss_core.js';

import { asAddress } from './address.js';
import { NewsglossError } from './errors.js';
import { inSlices } from './pause.js';

/** The core's functions. */
export type Core = typeof core;

const SCRIPT = new URL('newsgloss_core.js', import.meta.url);
const MODULE = new URL('newsgloss_core_bg.wasm', import.meta.url);
const LEXICON = new URL('lexicon.txt', import.meta.url);
const WEIGHTS = new URL('weights.bin', import.meta.url);

let loading: Promise<Core> | undefined;

/** The core, ready to be called. Throws NewsglossError `core-unavailable` or `data-unavailable`. */
export function loadCore(): Promise<Core> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw NewsglossError.from(error);
  });
  return loading;
}

async function load(): Promise<Core> {
  const [lexicon, weights, core] = await Promise.all([fetchData(LEXICON), fetchData(WEIGHTS), compile()]);
  core.load(lexicon, weights);
  await inSlices(() => core.index() || undefined);
  return core;
}

async function compile(): Promise<Core> {
  try {
    // Side by side with what it works on.
    const module = fetch(MODULE);
    // That it failed is told below, by who waits for it; until then it must not count as told to nobody.
    module.catch(() => undefined);
    const core = (await import(SCRIPT.href)) as Core;
    await core.default({ module_or_path: module });
    return core;
  } catch (cause) {
    throw new NewsglossError(
      'core-unavailable',
      `${MODULE.href} could not be loaded: see that it and ${SCRIPT.href} are served, and that the page's Content-Security-Policy allows 'wasm-unsafe-eval'`,
      { cause },
    );
  }
}

/**
 * The text of a publisher's own list, of which `address` counts from the page's. Nothing is fetched from elsewhere than where
 * newsgloss is served: such an address, or a redirection to one, is refused. Throws NewsglossError `bad-list` or `data-unavailable`.
 */
export async function fetchList(address: string): Promise<string> {
  const file = asAddress(address, document.baseURI);
  if (file?.origin !== MODULE.origin) {
    throw new NewsglossError(
      'bad-list',
      `the list of names at ${address} is not on ${MODULE.origin}, and newsgloss fetches nothing from elsewhere: serve it there, or pass its text as mount(root, { lexicon: text })`,
    );
  }
  return new TextDecoder().decode(await fetchData(file, { redirect: 'error' }));
}

async function fetchData(file: URL, how?: RequestInit): Promise<Uint8Array> {
  try {
    const response = await fetch(file, how);
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  } catch (cause) {
    throw new NewsglossError('data-unavailable', `${file.href} could not be loaded: see that it is served`, { cause });
  }
}
