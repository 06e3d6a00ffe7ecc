/**
 * newsgloss in a page: `mount()` marks who and what an article names and who says what, `annotate()` does the same for text.
 *
 * The front door of the package; everything that users may rely on is exported here. It is small, and loads the rest when it is
 * first asked for something. Loaded by a tag that says so, it marks that tag's page. Nothing leaves the page.
 */

import type { AnnotateOptions, Answer } from './answer.js';
import { renamed } from './embed/deprecated.js';
import { defineElement } from './embed/element.js';
import { mountTags } from './embed/tag.js';
import { NewsglossError } from './errors.js';
import { tell } from './events.js';
import type { Handle, MountOptions } from './handle.js';

export type * from './answer.js';
export type { NewsGlossElement } from './embed/element.js';
export { NewsglossError } from './errors.js';
export type { NewsglossErrorCode } from './errors.js';
export type { NewsglossEvents } from './events.js';
export type { Handle, MarkInPage, MountOptions, Opened, Quoted } from './handle.js';
export type { Look, Store, Type, View } from './settings.js';

/** The version of this package, by https://semver.org: what is to go is told of on the console for at least one minor version before. */
export const version = VERSION;

/**
 * Marks the article in `root`, or the one that the page holds where `root` is not given. Mounting a root again shares the
 * marks that are there. Throws NewsglossError.
 */
export async function mount(root?: Element | Document, options?: MountOptions): Promise<Handle> {
  const handle = await mountUntold(root, options);
  tell(handle.target, 'newsgloss:ready', handle);
  return handle;
}

/** The same, and whoever calls it tells that it is done, but for an error. */
async function mountUntold(root?: Element | Document, options: MountOptions = {}): Promise<Handle> {
  try {
    return await (await shell()).mount(root, renamed(options));
  } catch (thrown) {
    const error = NewsglossError.from(thrown);
    if (error instanceof NewsglossError) tell(options.target ?? root ?? document, 'newsgloss:error', error);
    throw error;
  }
}

/** Annotates plain text; the page is left alone. Offsets count UTF-16 code units of `text`. Throws NewsglossError. */
export async function annotate(text: string, options?: AnnotateOptions): Promise<Answer> {
  try {
    return await (await shell()).annotate(text, options);
  } catch (error) {
    throw NewsglossError.from(error);
  }
}

/** All the rest. */
async function shell(): Promise<typeof import('./mount.js')> {
  try {
    return await import('./mount.js');
  } catch (cause) {
    throw new NewsglossError('core-unavailable', `the scripts of newsgloss beside ${import.meta.url} could not be loaded: see that they are served, and that the page's Content-Security-Policy allows them`, { cause });
  }
}

// The first of several copies: another would only mark again what is marked.
if (defineElement(mountUntold, version)) mountTags(import.meta.url, mount);
