/**
 * The one kind of error that newsgloss throws at its callers.
 *
 * Anything else that escapes is a fault of newsgloss itself. This module never decides what went wrong: those who notice
 * it say so with a code.
 */

import type { NewsglossError as CoreError, NewsglossErrorCode as CoreErrorCode } from '../pkg/newsgloss_core.js';

/**
 * What went wrong, for programs:
 *
 * - `core-unavailable`: the WebAssembly module or a script of newsgloss could not be fetched, or this page's policy forbids to compile it;
 * - `data-unavailable`: the lexicon, the weights or a publisher's list could not be fetched;
 * - `bad-list`: a publisher's list cannot be used, and the message names lines and fields; or it lies where nothing is fetched from;
 * - `bad-selector`: `include` or `exclude` is no CSS selector;
 * - anything else is a code of the core, handed on unchanged.
 */
export type NewsglossErrorCode = 'core-unavailable' | 'data-unavailable' | 'bad-selector' | CoreErrorCode;

/** Thrown where newsgloss cannot do what it was asked. The message says what, where, and what to do about it. */
export class NewsglossError extends Error {
  override readonly name = 'NewsglossError';
  readonly code: NewsglossErrorCode;

  constructor(code: NewsglossErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }

  /** Gives an error of the core, or of a script loaded later, this class; leaves any other as it is. */
  static from(error: unknown): unknown {
    if (!(error instanceof Error) || error.name !== 'NewsglossError' || error instanceof NewsglossError) return error;
    return new NewsglossError((error as CoreError).code, error.message, { cause: error });
  }
}
