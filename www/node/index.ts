/**
 * newsgloss in Node: `annotateHtml()` annotates a page before anybody loads it, `annotate()` plain text.
 *
 * It reads its core, the lexicon and the weights from the folder that it lies in, once, when it is first asked for something; no
 * other file, and nothing from anywhere else. Nothing is decided here.
 */

import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import * as core from '../../target/node/newsgloss_node.js';
import type { AnnotateHtmlOptions } from '../../target/node/newsgloss_node.js';
import type { AnnotateOptions, Answer } from '../answer.js';
import { NewsglossError } from '../errors.js';
import { CORE, LEXICON, WEIGHTS } from './files.js';

export type * from '../answer.js';
export { NewsglossError } from '../errors.js';
export type { NewsglossErrorCode } from '../errors.js';
export type { AnnotateHtmlOptions } from '../../target/node/newsgloss_node.js';

/**
 * The HTML file `html` with marks for what newsgloss finds in its article, and with that in schema.org's words: what
 * `newsgloss annotate --format html` prints. All the rest of it stays what it was. A file without an article comes back as it is; of one
 * that was annotated before, the marks are replaced. Throws NewsglossError: with the code `page` where its markup is so broken
 * that with marks in it browsers would show another page.
 */
export function annotateHtml(html: string, options?: AnnotateHtmlOptions): Promise<string> {
  return attempt(() => core.annotateHtml(html, options));
}

/** Annotates plain text. Offsets count UTF-16 code units of `text`. Throws NewsglossError. */
export function annotate(text: string, options?: AnnotateOptions): Promise<Answer> {
  return attempt(() => core.annotate(text, options));
}

let loading: Promise<void> | undefined;

/** Has the core do what it is asked for, once it is ready. */
async function attempt<Given>(work: () => Given): Promise<Given> {
  try {
    loading ??= load().catch((error: unknown) => {
      // A later call may try again.
      loading = undefined;
      throw error;
    });
    await loading;
    return work();
  } catch (error) {
    throw NewsglossError.from(error);
  }
}

async function load(): Promise<void> {
  const [module, lexicon, weights] = await Promise.all([read(CORE, 'core-unavailable'), read(LEXICON, 'data-unavailable'), read(WEIGHTS, 'data-unavailable')]);
  core.initSync({ module });
  core.load(lexicon, weights);
  while (!core.index());
}

async function read(file: URL, code: 'core-unavailable' | 'data-unavailable'): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return await readFile(file);
  } catch (cause) {
    throw new NewsglossError(code, `${fileURLToPath(file)} could not be read: it belongs to the package newsgloss, and lies beside what asks for it`, { cause });
  }
}
