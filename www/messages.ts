/**
 * Every word that the shell itself puts before a reader, in the reader's own language where it is one of ours, else in English.
 *
 * English is in the bundle; another language is a module of its own, loaded once, when it is wanted. The words stand in
 * `messages/`, in ICU MessageFormat; the bundler hands them over as `messages/compile.js` has read them. What is said is plain
 * text, never markup. This module never reads the page, and knows nothing of where its words are shown.
 */

import texts from './messages/en.json';

/** The languages that there are words in, English first, since all else falls back to it. */
export const LANGUAGES = ['en', 'de', 'fr', 'es', 'ar', 'ru'] as const;
export type Language = (typeof LANGUAGES)[number];

/** What can be said: "card.part". */
export type Key = Keys<typeof texts>;
/** The keys of the messages of a file. */
export type Keys<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${Keys<T[K]>}` }[keyof T & string];

/** What messages are filled in with. Numbers are written as the reader's locale does. */
export type Arguments = Readonly<Record<string, string | number>>;

/** A message, read from MessageFormat. */
export type Message = string | readonly Part[];
/** Text, an argument, an argument's message by its plural form or its value, or 0 for the number of the plural around. */
export type Part = string | 0 | readonly [name: string] | readonly [name: string, cases: Readonly<Record<string, Message>>];
/** All of a language, nested as its file is. */
export interface Messages {
  readonly [name: string]: Message | Messages | undefined;
}

const ENGLISH = texts as unknown as Messages;

interface Spoken {
  language: Language;
  locale: string;
  messages: Messages;
  /** What writes numbers and dates, by its options. Each is made once: that takes far longer than writing one. */
  formats: Map<string, unknown>;
}

let spoken: Spoken = { language: 'en', locale: 'en-GB', messages: ENGLISH, formats: new Map() };
/** How often another language was asked for. */
let asked = 0;
const loaded: Partial<Record<Language, Promise<Messages>>> = { en: Promise.resolve(ENGLISH) };

/** Where to listen for `change`: everything is said in another way from then on. */
export const languageChange = new EventTarget();

/** The message in the reader's language, filled in. Arguments that are text keep their own direction inside it. */
export function say(key: Key, args: Arguments = {}): string {
  // English has all of them; a file of another version of the package might not.
  return write(find(spoken.messages, key) ?? find(ENGLISH, key) ?? key, args);
}

/** The language that is spoken, as BCP 47 has it, for `lang`. */
export function language(): Language {
  return spoken.language;
}

/** The locale that dates, numbers and lists are written in; it is one of the language that is spoken. */
export function locale(): string {
  return spoken.locale;
}

/** Which way the language that is spoken runs, for `dir`. */
export function direction(): 'ltr' | 'rtl' {
  return spoken.language === 'ar' ? 'rtl' : 'ltr';
}

/** What writes numbers in the language that is spoken, as `options` say. */
export function numbers(options?: Intl.NumberFormatOptions): Intl.NumberFormat {
  return made('number', options, () => new Intl.NumberFormat(locale(), options));
}

/** What writes days and times, as `options` say: by the calendar of the text, whatever the reader counts by, and in UTC. */
export function dates(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return made('date', options, () => new Intl.DateTimeFormat(locale(), { ...options, calendar: 'gregory', timeZone: 'UTC' }));
}

/** All of these, as an enumeration in a sentence. */
export function allOf(names: readonly string[]): string {
  const list = made('list', undefined, () => new Intl.ListFormat(locale(), { type: 'conjunction' }));
  return list.format(names.length > 1 ? names.map(isolated) : names);
}

/**
 * Speaks from now on the first of the languages in `wanted` (BCP 47, the dearest first) that there are words in, else English, as
 * their regions write numbers and dates. Where the words cannot be had, it is English too. Settles when it is spoken.
 */
export async function speak(wanted: readonly string[]): Promise<void> {
  const turn = (asked += 1);
  let chosen = wanted.map(languageOf).find((each) => each !== undefined) ?? 'en';
  let messages = ENGLISH;
  try {
    messages = await (loaded[chosen] ??= load(chosen));
  } catch {
    // Another time, perhaps.
    loaded[chosen] = undefined;
    chosen = 'en';
  }
  if (turn !== asked) return;
  const chosenLocale = localeOf(chosen, wanted);
  if (chosenLocale === spoken.locale) return;
  spoken = { language: chosen, locale: chosenLocale, messages, formats: new Map() };
  languageChange.dispatchEvent(new Event('change'));
}

/** The modules of the other languages, each named as a bundler finds it. */
const FILES: Record<Exclude<Language, 'en'>, () => Promise<{ default: unknown }>> = {
  de: () => import('./messages/de.json'),
  fr: () => import('./messages/fr.json'),
  es: () => import('./messages/es.json'),
  ar: () => import('./messages/ar.json'),
  ru: () => import('./messages/ru.json'),
};

async function load(name: Language): Promise<Messages> {
  return name === 'en' ? ENGLISH : ((await FILES[name]()).default as Messages);
}

function languageOf(tag: string): Language | undefined {
  const [base] = tag.toLowerCase().split('-');
  return LANGUAGES.find((each) => each === base);
}

/** The first locale of the language in `wanted` that says more than the language, if there is one. */
function localeOf(name: Language, wanted: readonly string[]): string {
  const own = wanted.find((tag) => languageOf(tag) === name && tag.length > name.length);
  try {
    const [known] = Intl.getCanonicalLocales(own ?? []);
    if (known !== undefined) return known;
  } catch {
    // It is no tag at all.
  }
  return name === 'en' ? 'en-GB' : name;
}

function made<T>(kind: string, options: object | undefined, make: () => T): T {
  const key = kind + JSON.stringify(options);
  const format = (spoken.formats.get(key) as T | undefined) ?? make();
  spoken.formats.set(key, format);
  return format;
}

/** The message of a key with dots, where there is one. */
export function find(messages: Messages, key: string): Message | undefined {
  const found = key.split('.').reduce<Message | Messages | undefined>((all, name) => (all as Messages | undefined)?.[name], messages);
  return found as Message | undefined;
}

/** A message of the language that is spoken, filled in. */
export function write(message: Message, args: Arguments, number = ''): string {
  if (typeof message === 'string') return message;
  return message.map((part) => (typeof part === 'string' ? part : part === 0 ? number : fill(part, args))).join('');
}

function fill([name, cases]: Exclude<Part, string | 0>, args: Arguments): string {
  const value = args[name] ?? '';
  const written = typeof value === 'number' ? numbers().format(value) : isolated(value);
  if (cases === undefined) return written;
  const form = typeof value === 'number' ? made('plural', undefined, () => new Intl.PluralRules(locale())).select(value) : value;
  return write(cases[`=${value}`] ?? cases[form] ?? cases['other'] ?? '', args, written);
}

/** Text from elsewhere that must not change the order of what is said around it, in case it runs the other way. */
function isolated(text: string): string {
  const mayRunOtherwise = direction() === 'rtl' ? /[a-z\u00C0-\u058F]/i : /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/;
  return mayRunOtherwise.test(text) ? `\u2068${text}\u2069` : text;
}
