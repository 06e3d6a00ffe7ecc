/**
 * The options that can be written into a page: as attributes of the tag or the element, or as JSON. One table says of each what is
 * allowed, and how it is read.
 *
 * What is not understood is named on the console, with what is allowed, and counts as not said. It never touches the page.
 */

import { asAddress } from '../address.js';
import type { MountOptions } from '../handle.js';
import { LOOKS, TYPES } from '../settings.js';
import { warn } from './warn.js';

/** What can be written into a page. */
export interface WrittenOptions extends Pick<MountOptions, 'control' | 'deny' | 'exclude' | 'follow' | 'include' | 'kinds' | 'language' | 'look' | 'minConfidence' | 'paint' | 'published'> {
  /** A selector for the articles to mark; the page's, where it is not given. */
  article?: string;
  /** The address of a publisher's own list. */
  lexicon?: URL;
}

export type OptionName = keyof WrittenOptions;

/** Reads what is written, text or JSON; gives nothing where it is not allowed. */
interface Field<T> {
  allowed: string;
  read: (written: unknown) => T | undefined;
}

const oneOf = <T extends string>(...all: readonly T[]): Field<T> => ({ allowed: all.join(', '), read: (written) => all.find((each) => each === written) });

const selector: Field<string> = {
  allowed: 'a CSS selector',
  read: (written) => {
    try {
      document.createDocumentFragment().querySelector(String(written));
      return String(written);
    } catch {
      return undefined;
    }
  },
};

const flag: Field<boolean> = {
  allowed: 'on, off',
  read: (written) => (['', 'on', 'true', true].includes(written as string) ? true : ['off', 'false', false].includes(written as string) ? false : undefined),
};

/** Texts, apart by `mark` where they are one. */
const texts = (written: unknown, mark: RegExp): string[] => (Array.isArray(written) ? (written as unknown[]) : String(written).split(mark)).map((each) => String(each).trim()).filter(Boolean);

const FIELDS: { readonly [Name in OptionName]-?: Field<NonNullable<WrittenOptions[Name]>> } = {
  article: selector,
  include: selector,
  exclude: selector,
  kinds: {
    allowed: TYPES.join(' '),
    read: (written) => {
      const all = texts(written, /[\s,]+/);
      const known = TYPES.filter((type) => all.includes(type));
      return known.length === new Set(all).size ? known : undefined;
    },
  },
  minConfidence: {
    allowed: 'a number from 0 to 1',
    read: (written) => {
      const number = String(written).trim() === '' ? NaN : Number(written);
      return number >= 0 && number <= 1 ? number : undefined;
    },
  },
  paint: oneOf('markup', 'highlight'),
  look: oneOf(...LOOKS),
  language: {
    allowed: 'a language tag: de, pt-BR',
    read: (written) => {
      try {
        return Intl.getCanonicalLocales(String(written))[0];
      } catch {
        return undefined;
      }
    },
  },
  published: {
    allowed: 'a day: 2016-08-27',
    read: (written) => (/^\d{4}-\d\d-\d\d$/.test(String(written)) && !isNaN(Date.parse(String(written))) ? String(written) : undefined),
  },
  lexicon: {
    allowed: 'an address',
    read: (written) => (written === '' ? undefined : asAddress(String(written), document.baseURI)),
  },
  deny: { allowed: 'names apart by ;', read: (written) => texts(written, /;/) },
  control: flag,
  follow: flag,
};

export const NAMES = Object.keys(FIELDS) as OptionName[];

/** How an option is written as an attribute. */
export function attributeOf(name: OptionName): string {
  return name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);
}

/** What `written` gives for each option, read; `called` says how one is called there. */
export function readOptions(written: (name: OptionName) => unknown, called: (name: OptionName) => string): WrittenOptions {
  const options: Record<string, unknown> = {};
  for (const name of NAMES) {
    const given = written(name);
    if (given === undefined || given === null) continue;
    const { allowed, read } = FIELDS[name];
    options[name] = read(given);
    if (options[name] !== undefined) continue;
    warn(`${called(name)} cannot be ${JSON.stringify(given)}. Allowed: ${allowed}. The default is used.`);
    // What is not understood is not said, rather than said to be nothing.
    Reflect.deleteProperty(options, name);
  }
  return options;
}

/** The same of the text of a JSON object. */
export function readJson(text: string, called: string): WrittenOptions {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    // It is told below.
  }
  if (typeof given !== 'object' || given === null) {
    warn(`${called} is no JSON object. Allowed: {"kinds": ["person", "direct"]}. The defaults are used.`);
    return {};
  }
  const fields = given as Record<string, unknown>;
  for (const name of Object.keys(fields)) {
    if (!(name in FIELDS)) warn(`${called} has no "${name}". Allowed: ${NAMES.join(', ')}.`);
  }
  return readOptions(
    (name) => fields[name],
    (name) => `"${name}" in ${called}`,
  );
}
