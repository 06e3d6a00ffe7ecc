/**
 * newsgloss in a page: `mount()` marks who and what an article names and who says what, `annotate()` does the same for text.
 *
 * The front door of the package; everything that users may rely on is exported here. Nothing leaves the page.
 */

import { defineElement } from './element.js';

export type * from './answer.js';
export { NewsglossError } from './errors.js';
export type { NewsglossErrorCode } from './errors.js';
export { annotate, mount } from './mount.js';
export type { Handle, MountOptions } from './mount.js';
export type { View } from './settings.js';

defineElement();
