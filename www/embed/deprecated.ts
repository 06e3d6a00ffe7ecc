/**
 * What is still understood but is to go: named on the console once, with what to say instead and where more is told.
 *
 * An entry is here for at least one minor version before it goes (https://semver.org/#how-should-i-handle-deprecating-functionality).
 */

import type { MountOptions } from '../handle.js';
import { warn } from './warn.js';

/** What takes the place of an option, by its name. */
const OPTIONS: Partial<Record<keyof MountOptions, string>> = { hidden: 'say by `kinds` what is marked' };

/** Where more is told of each, behind "#": the package's own README, which lies beside this. */
const MORE = `${import.meta.url.replace(/[^/]*$/, '')}README.md#`;

/** `options`, of which those that are to go are told. */
export function renamed(options: MountOptions): MountOptions {
  for (const [name, instead] of Object.entries(OPTIONS)) {
    if (options[name as keyof MountOptions] !== undefined) warn(`the option \`${name}\` is deprecated: ${instead}. ${MORE}${name}`);
  }
  return options;
}
