/**
 * Tells a script in a page that its extension is gone: updated, disabled or removed. What it has put into the page is then nobody's.
 */

import { browser } from './browser.js';

/** After the first sign that an extension goes, until it is gone, in milliseconds. */
const DONE_MS = 300;

/** Calls `end` once the extension is gone, as soon as that can be known, unless `signal` comes first. */
export function whenOrphaned(end: () => void, signal: AbortSignal): void {
  const look = (): void => {
    if (!isAlive()) end();
  };
  // It breaks off when the extension goes; but also when its background only falls asleep, and then nobody is woken for this.
  const port = browser.runtime.connect({ name: 'page' });
  port.onDisconnect.addListener(() => {
    setTimeout(look, DONE_MS);
  });
  signal.addEventListener('abort', () => {
    if (isAlive()) port.disconnect();
  });
  // So it is looked at again when the reader comes back to the page, since they have been elsewhere to do away with it.
  document.addEventListener('visibilitychange', look, { signal });
  window.addEventListener('focus', look, { signal });
}

/** Whether the extension that this script is of is still there. */
export function isAlive(): boolean {
  try {
    return (browser.runtime.id as string | undefined) !== undefined;
  } catch {
    return false;
  }
}
