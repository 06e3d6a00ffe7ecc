/**
 * The reader's own shortcuts: their keys as the settings keep them, "Alt+Shift+N", whether a reader may choose them, and when
 * they are pressed.
 *
 * It looks at what a page declares of its own keys. What its scripts listen for, nobody can know: a page that has used a key
 * says so by `defaultPrevented`, and comes first.
 */

import { isElement } from '../nodes.js';
import type { Command, Settings } from '../settings.js';
import { COMMANDS } from '../settings.js';

/** Where somebody writes, so that keys are text. */
const WRITING = 'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]:not([contenteditable=false])';

const MODIFIERS = ['Control', 'Alt', 'Shift', 'Meta'] as const;

/** The keys that are held in `event`, or nothing while they are modifiers alone. */
export function keysOf(event: KeyboardEvent): string | undefined {
  const { key, code, ctrlKey, altKey, shiftKey, metaKey } = event;
  if ((MODIFIERS as readonly string[]).includes(key)) return undefined;
  // With Alt or Shift many keyboards write something else than the key says, and others have no Latin letters.
  const plain = /^[a-z0-9]$/i.test(key) ? key.toUpperCase() : code.replace(/^(Key|Digit)(?=.$)/, '');
  const held = [ctrlKey, altKey, shiftKey, metaKey];
  return [...MODIFIERS.filter((_, index) => held[index]), plain].join('+');
}

/** Whether neither a browser nor a system nor a screen reader is known to use such keys, and nobody types with them. */
export function areSafe(keys: string): boolean {
  return /^Alt\+Shift\+([A-Z0-9]|Arrow\w+|Home|End|Page\w+)$/.test(keys);
}

/** Whether `page` declares that it uses them. */
export function areOfPage(keys: string, page: Document): boolean {
  const last = keys.slice(keys.lastIndexOf('+') + 1).toLowerCase();
  return [...page.querySelectorAll('[accesskey],[aria-keyshortcuts]')].some((element) => {
    const declared = (name: string): string[] => (element.getAttribute(name) ?? '').toLowerCase().split(/\s+/);
    return declared('accesskey').includes(last) || declared('aria-keyshortcuts').includes(keys.toLowerCase());
  });
}

/** Calls `run` when a shortcut is pressed; what it says tells whether that has done anything, and the page is not to. */
export function listenToShortcuts(page: Document, settings: Settings, run: (command: Command) => boolean, signal: AbortSignal): void {
  // On the window and on the way up: everybody else comes first.
  page.defaultView?.addEventListener(
    'keydown',
    (event) => {
      if (event.defaultPrevented || event.isComposing || event.repeat || isWriting(event)) return;
      const keys = keysOf(event);
      const command = keys && COMMANDS.find((each) => settings.choices.shortcuts[each] === keys);
      if (command !== undefined && command !== '' && run(command)) event.preventDefault();
    },
    { signal },
  );
}

function isWriting(event: Event): boolean {
  return event.composedPath().some((each) => isElement(each) && each.matches(WRITING));
}
