/**
 * What the extension's own pages say, beside all that the shell says: in the same languages, and in the one that the shell speaks.
 *
 * All languages are in the bundle of a page, since it is read from the reader's own disk. Names and menus, which browsers show themselves,
 * stand in `_locales`.
 */

import type { Arguments, Keys, Language, Messages } from '../messages.js';
import { find, language, numbers, speak, write } from '../messages.js';
import type { Choices } from '../settings.js';

import ar from './messages/ar.json';
import de from './messages/de.json';
import en from './messages/en.json';
import es from './messages/es.json';
import fr from './messages/fr.json';
import ru from './messages/ru.json';

export type Word = Keys<typeof en>;

const ALL = { en, de, fr, es, ar, ru } as unknown as Record<Language, Messages>;

/** The message in the language that is spoken, filled in. */
export function word(key: Word, args: Arguments = {}): string {
  return write(find(ALL[language()], key) ?? find(ALL.en, key) ?? key, args);
}

/** Speaks the language that the reader has chosen, or else the browser's. */
export function speakAs({ language: chosen }: Choices): Promise<void> {
  return speak([chosen, ...navigator.languages].filter((each) => each !== undefined));
}

/** What bytes are counted in, the largest first. */
const UNITS = [
  [1e6, 'megabyte'],
  [1e3, 'kilobyte'],
  [1, 'byte'],
] as const;

/** A number of bytes, as readers are used to see it. */
export function size(bytes: number): string {
  const [of, unit] = UNITS.find(([least]) => bytes >= least) ?? [1, 'byte'];
  return numbers({ style: 'unit', unit, unitDisplay: of === 1 ? 'long' : 'short', maximumFractionDigits: 1 }).format(bytes / of);
}
