/**
 * The events by which newsgloss tells a page what happens. They bubble, and leave shadow trees; none can be cancelled.
 *
 * They are all that a publisher learns of what readers do; newsgloss itself counts and keeps nothing.
 */

import type { NewsglossError } from './errors.js';
import type { Handle, Opened, Quoted } from './handle.js';

/** By name, with what `detail` is. */
export interface NewsglossEvents {
  /** The marks of an article are in the page: once for each mount. */
  'newsgloss:ready': CustomEvent<Handle>;
  'newsgloss:open': CustomEvent<Opened>;
  'newsgloss:quote': CustomEvent<Quoted>;
  /** A mount has failed, or something that a reader asked for could not be loaded. */
  'newsgloss:error': CustomEvent<NewsglossError>;
}

/** Dispatches an event at `target`. */
export function tell<Name extends keyof NewsglossEvents>(target: EventTarget, name: Name, detail: NewsglossEvents[Name]['detail']): void {
  target.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
}

declare global {
  interface GlobalEventHandlersEventMap {
    'newsgloss:ready': NewsglossEvents['newsgloss:ready'];
    'newsgloss:open': NewsglossEvents['newsgloss:open'];
    'newsgloss:quote': NewsglossEvents['newsgloss:quote'];
    'newsgloss:error': NewsglossEvents['newsgloss:error'];
  }
}
