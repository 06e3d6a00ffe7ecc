/**
 * The keys of a shortcut as the settings keep them, "Alt+Shift+N", and whether a reader may choose them.
 *
 * It looks at what a page declares of its own keys. What its scripts listen for, nobody can know: a page that has used a key
 * says so by `defaultPrevented`, and comes first.
 */

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
