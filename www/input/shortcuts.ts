/**
 * The reader's own shortcuts: which keys are one, and what they do.
 *
 * They never clash with the page's: each has a modifier that no text is written with, what the page has used first is not looked
 * at, and nothing is taken from who is writing.
 */

import type { Command, Settings } from '../settings.js';
import { COMMANDS } from '../settings.js';
import { isElement } from '../nodes.js';

/** Where somebody writes, so that keys are text. */
const WRITING = 'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]:not([contenteditable=false])';

const MODIFIERS = ['Control', 'Alt', 'Shift', 'Meta'];

/** The keys of an event as they are written and stored: "Alt+Shift+N". Nothing while only modifiers are down. */
export function keysOf(event: KeyboardEvent): string | undefined {
  const { key, code } = event;
  if (MODIFIERS.includes(key) || key === 'Dead' || key === 'Process') return undefined;
  // With Alt held, macOS makes other characters of letters; and other keyboards have no Latin ones.
  const [, onKey = key] = /^(?:Key|Digit)(.)$/.exec(code) ?? [];
  const plain = /^[a-z0-9]$/i.test(key) ? key : onKey;
  const held = [event.ctrlKey && 'Ctrl', event.altKey && 'Alt', event.metaKey && 'Meta', event.shiftKey && 'Shift'];
  return [...held, plain.length === 1 ? plain.toUpperCase() : plain].filter(Boolean).join('+');
}

/**
 * Whether a shortcut of these keys takes nothing from who writes, and nothing that browsers want for themselves. Ctrl and Alt are how
 * many keyboards write "@", and what VoiceOver listens to.
 */
export function areFree(keys: string): boolean {
  return /^Alt\+Shift\+([A-Z0-9]|Arrow\w+|Home|End|Page\w+)$/.test(keys);
}

/** Whether `page` declares that it uses these keys itself. */
export function areOfPage(keys: string, page: Document): boolean {
  const last = keys.slice(keys.lastIndexOf('+') + 1).toLowerCase();
  return [...page.querySelectorAll('[accesskey],[aria-keyshortcuts]')].some((element) => {
    const declares = (name: string, value: string): boolean => (element.getAttribute(name) ?? '').toLowerCase().split(/\s+/).includes(value);
    return declares('accesskey', last) || declares('aria-keyshortcuts', keys.toLowerCase());
  });
}

/** Calls `run` for each shortcut that is pressed, and says so to the page if it has done something. */
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
