/**
 * What the package holds: its version, which is the crate's, and under which name and hash each file stands in `pkg/`.
 *
 * Read by what builds on the package and by its tests; it writes nothing.
 */
import { readFileSync } from 'node:fs';

const ROOT = new URL('../', import.meta.url);

/** @typedef {{ file: string, integrity: string }} PackageFile Its name in `pkg/`, and by what a browser can tell its content. */

/** The version of the crate. */
export function version() {
  const found = /^version = "([^"]+)"$/m.exec(readFileSync(new URL('Cargo.toml', ROOT), 'utf8'))?.[1];
  if (found === undefined) throw new Error('Cargo.toml has no line `version = "…"`');
  return found;
}

/**
 * All files of the package, by their names without a hash.
 * @returns {Record<string, PackageFile>}
 */
export function packageFiles() {
  return JSON.parse(readFileSync(new URL('pkg/integrity.json', ROOT), 'utf8'));
}

/**
 * One of them.
 * @param {string} name
 */
export function packaged(name) {
  const found = packageFiles()[name];
  if (found === undefined) throw new Error(`pkg/integrity.json does not name ${name}`);
  return found;
}
