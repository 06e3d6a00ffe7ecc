/**
 * What a reader has chosen: which marks are shown and how, the language, the shortcuts, where the panel stands.
 *
 * It is kept in the storage of the page's origin, and nowhere else; where that is refused or full it holds for as long as the
 * page does. What is stored may be anything: each field is checked by itself, and what is not understood counts as not chosen.
 */

import type { EntityType, QuoteKind, ValueType } from './answer.js';

/** The answer's own word for what a mark is of: "person", "date", "direct". */
export type Type = EntityType | ValueType | QuoteKind;

export const NAMES = ['person', 'organization', 'place', 'group', 'event', 'misc'] as const satisfies readonly EntityType[];
export const VALUES = ['date', 'time', 'duration', 'set', 'money', 'percent', 'quantity'] as const satisfies readonly ValueType[];
export const QUOTES = ['direct', 'mixed', 'indirect', 'scare'] as const satisfies readonly QuoteKind[];
export const TYPES: readonly Type[] = [...NAMES, ...VALUES, ...QUOTES];

/** How marks look: a line under names and a tint behind quotations, colours, or notes beside the text. */
export const LOOKS = ['line', 'colour', 'margin'] as const;
export type Look = (typeof LOOKS)[number];

/** What a reader can do by a shortcut. */
export const COMMANDS = ['panel', 'marks', 'next', 'previous'] as const;
export type Command = (typeof COMMANDS)[number];

export const PLACES = ['left', 'right', 'float'] as const;

export const VIEWS = ['people', 'quotes', 'timeline', 'places', 'settings'] as const;
export type View = (typeof VIEWS)[number];

/** Where the panel stands; lengths in CSS pixels. */
export interface PanelPlace {
  at: (typeof PLACES)[number];
  width: number;
  /** Where it floats: its height, and its upper left corner. */
  height: number;
  x: number;
  y: number;
  /** Its height where the window is so narrow that it is a sheet from below. */
  sheet: number;
}

export interface Choices {
  /** Whether marks are shown at all. */
  marks: boolean;
  /** What is not marked. */
  hiddenTypes: readonly Type[];
  look: Look;
  /** The language of the interface: "de"; the reader's own, where it is not chosen. */
  language: string | undefined;
  /** Keys, as `input/shortcuts.ts` writes them: "Alt+Shift+N". Empty for none. */
  shortcuts: Readonly<Record<Command, string>>;
  panel: PanelPlace;
  /** What the panel showed last. */
  view: View;
  /** What was hidden one by one, by the address of the page, from its host on. */
  hidden: Readonly<Record<string, readonly string[]>>;
}

export const DEFAULTS: Choices = {
  marks: true,
  hiddenTypes: [],
  look: 'line',
  language: undefined,
  shortcuts: { panel: 'Alt+Shift+N', marks: 'Alt+Shift+M', next: 'Alt+Shift+ArrowDown', previous: 'Alt+Shift+ArrowUp' },
  panel: { at: 'right', width: 380, height: 560, x: 24, y: 24, sheet: 420 },
  view: 'people',
  hidden: {},
};

/** Under which name all of it is stored, as one text. */
const KEY = 'newsgloss';

/** Of how many pages it is kept what was hidden there: the latest. */
const PAGES = 50;

/** Keeps texts by name, as the storage of an origin does. */
export interface Store extends Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  /** Takes what is to be called whenever a text has become another elsewhere, where that can be told. */
  onChange?: (changed: () => void) => void;
}

export class Settings {
  #choices: Choices;
  readonly #store: () => Store;
  readonly #listeners = new Set<(now: Choices, before: Choices) => void>();

  /** Reads what is in `store`, which may throw whenever it is asked for or used. */
  constructor(store: () => Store) {
    this.#store = store;
    this.#choices = understood(this.#read());
    try {
      store().onChange?.(() => {
        this.#take(understood(this.#read()));
      });
    } catch {
      // Then nothing is kept either.
    }
  }

  get choices(): Choices {
    return this.#choices;
  }

  /** Takes these over, keeps them where it can, and tells who listens. */
  change(some: Partial<Choices>): void {
    // Before anybody is told, who may come to look.
    const choices = { ...this.#choices, ...some };
    try {
      const hidden = Object.fromEntries(Object.entries(choices.hidden).slice(-PAGES));
      this.#store().setItem(KEY, JSON.stringify({ ...choices, hidden }));
    } catch {
      // Refused, or full: then it holds until the page goes.
    }
    this.#take(some);
  }

  #take(some: Partial<Choices>): void {
    const before = this.#choices;
    this.#choices = { ...before, ...some };
    for (const listener of this.#listeners) listener(this.#choices, before);
  }

  /** Has marks look so, as long as the reader has chosen nothing. */
  suggest(look: Look): void {
    const { look: chosen } = fields(this.#read());
    if (chosen === undefined && look !== this.#choices.look) this.#take({ ...this.#choices, look });
  }

  /** Calls `listener` at each change, until `signal` ends that, if it is given. */
  listen(listener: (now: Choices, before: Choices) => void, signal?: AbortSignal): void {
    this.#listeners.add(listener);
    signal?.addEventListener('abort', () => this.#listeners.delete(listener));
  }

  /** Forgets everything, here and where it is kept. */
  reset(): void {
    this.change(DEFAULTS);
    try {
      this.#store().removeItem(KEY);
    } catch {
      // Nothing could be kept either.
    }
  }

  #read(): unknown {
    try {
      return JSON.parse(this.#store().getItem(KEY) ?? '{}');
    } catch {
      return {};
    }
  }
}

/** What of `stored` can be used, and the defaults for the rest. */
function understood(stored: unknown): Choices {
  const given = fields(stored);
  const panel = fields(given['panel']);
  const shortcuts = fields(given['shortcuts']);
  const { marks, hiddenTypes, language } = given;
  const length = (name: 'width' | 'height' | 'x' | 'y' | 'sheet'): number => {
    const value = panel[name];
    return typeof value === 'number' && value >= 0 && value < 10_000 ? value : DEFAULTS.panel[name];
  };
  const keys = COMMANDS.map((command) => {
    const value = shortcuts[command];
    return [command, typeof value === 'string' && value.length < 40 ? value : DEFAULTS.shortcuts[command]];
  });
  const hidden = Object.entries(fields(given['hidden'])).filter((entry): entry is [string, string[]] => isTexts(entry[1]));
  return {
    marks: typeof marks === 'boolean' ? marks : DEFAULTS.marks,
    hiddenTypes: isTexts(hiddenTypes) ? TYPES.filter((type) => hiddenTypes.includes(type)) : DEFAULTS.hiddenTypes,
    look: oneOf(LOOKS, given['look']) ?? DEFAULTS.look,
    language: typeof language === 'string' && language.length < 40 ? language : undefined,
    shortcuts: Object.fromEntries(keys) as Record<Command, string>,
    panel: {
      at: oneOf(PLACES, panel['at']) ?? DEFAULTS.panel.at,
      width: length('width'),
      height: length('height'),
      x: length('x'),
      y: length('y'),
      sheet: length('sheet'),
    },
    view: oneOf(VIEWS, given['view']) ?? DEFAULTS.view,
    hidden: Object.fromEntries(hidden.slice(-PAGES)),
  };
}

function fields(it: unknown): Record<string, unknown> {
  return typeof it === 'object' && it !== null ? (it as Record<string, unknown>) : {};
}

function isTexts(it: unknown): it is string[] {
  return Array.isArray(it) && it.every((each) => typeof each === 'string');
}

function oneOf<T extends string>(all: readonly T[], it: unknown): T | undefined {
  return all.find((each) => each === it);
}
