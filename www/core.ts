/**
 * Loads the compiled core and its data, once, from where this module itself is served, and a publisher's list, from there or the page's origin.
 *
 * They are fetched side by side. A load that failed is forgotten, so that a later call may try again. Nothing else is fetched but
 * other scripts of this package, when they are needed, and maps, by `charts/`; and nothing is sent: all are plain reads of files.
 */

import type * as core from '../pkg/newsgloss_core.js';

import { asAddress } from './address.js';
import { NewsglossError } from './errors.js';
import type { PackageFile } from './files.js';
import { LEXICON, MODULE, WEIGHTS } from './files.js';
import { inSlices } from './pause.js';

/** The core's functions. */
export type Core = typeof core;

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
    const module = fetch(MODULE.url, { integrity: MODULE.integrity });
    // That it failed is told below, by who waits for it; until then it must not count as told to nobody.
    module.catch(() => undefined);
    const core = await import('../pkg/newsgloss_core.js');
    await core.default({ module_or_path: module });
    return core;
  } catch (cause) {
    throw new NewsglossError('core-unavailable', isForbidden() || /content.security/i.test(String(cause)) ? FORBIDDEN : notLoaded(MODULE.url), { cause });
  }
}

const FORBIDDEN = "this page's Content-Security-Policy forbids WebAssembly: 'wasm-unsafe-eval' is missing in its script-src";

/** Whether the page's policy lets no WebAssembly be compiled, not even an empty module: its magic number, and version 1. */
function isForbidden(): boolean {
  try {
    return !(new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]))) instanceof WebAssembly.Instance);
  } catch {
    return true;
  }
}

function notLoaded({ href, origin }: URL): string {
  const elsewhere = origin === location.origin ? '' : `, with Access-Control-Allow-Origin for ${location.origin},`;
  return `${href} could not be loaded: see that it is served${elsewhere} and that the page's Content-Security-Policy allows ${origin} in connect-src and script-src`;
}

/**
 * The text of a publisher's own list, of which `address` counts from the page's. Nothing is fetched from elsewhere than where
 * the page or newsgloss is served: such an address, or a redirection to one, is refused. Throws NewsglossError `bad-list` or
 * `data-unavailable`.
 */
export async function fetchList(address: URL | string): Promise<string> {
  const file = asAddress(String(address), document.baseURI);
  if (file?.origin !== MODULE.url.origin && file?.origin !== location.origin) {
    throw new NewsglossError(
      'bad-list',
      `the list of names at ${String(address)} is neither on ${location.origin} nor on ${MODULE.url.origin}, and newsgloss fetches nothing from elsewhere: serve it there, or pass its text as mount(root, { lexicon: text })`,
    );
  }
  const text = new TextDecoder().decode(await fetchData({ url: file, integrity: '' }, 'error'));
  if (text.trimStart().startsWith('<')) {
    throw new NewsglossError('bad-list', `${file.href} answers with a page, not with a list of names as JSON or CSV: see whether the address is right`);
  }
  return text;
}

async function fetchData({ url, integrity }: PackageFile, redirect: RequestRedirect = 'follow'): Promise<Uint8Array> {
  try {
    const response = await fetch(url, { integrity, redirect });
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  } catch (cause) {
    throw new NewsglossError('data-unavailable', notLoaded(url), { cause });
  }
}
