/**
 * The files that are fetched beside the scripts: where each is served, and what it must be.
 *
 * The build gives each the name that it has in the package, which tells its content, and its hash: a browser takes no other
 * content for it (https://www.w3.org/TR/sri-2/). They are written so that bundlers find them.
 */

/** A file of the package. */
export interface PackageFile {
  readonly url: URL;
  /** What `fetch` checks it by; empty where this module is used without having been built. */
  readonly integrity: string;
}

export const MODULE: PackageFile = { url: new URL('newsgloss_core_bg.wasm', import.meta.url), integrity: '' };
export const LEXICON: PackageFile = { url: new URL('lexicon.txt', import.meta.url), integrity: '' };
export const WEIGHTS: PackageFile = { url: new URL('weights.bin', import.meta.url), integrity: '' };
