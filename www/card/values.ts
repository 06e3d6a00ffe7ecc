/**
 * Says a normalised value in words: "2016-08-26" becomes "Friday 26 August 2016".
 *
 * Times are read as TIMEX3 writes them, money, shares and quantities as the specification of the answers does. What is
 * not understood gives nothing, never a guess. This module never sees the article's text.
 */

import type { Value } from '../answer.js';
import { locale, say } from '../messages.js';
import { amount, counted, measured, money, numbersOf, percent } from './amounts.js';
import { duration, recurring } from './durations.js';
import { date, time } from './dates.js';

/** The value in words, or nothing where it has none or one of a form not known here. */
export function inWords({ type, value }: Pick<Value, 'type' | 'value'>): string | undefined {
  if (value === undefined) return undefined;
  switch (type) {
    case 'date':
      return capital(date(value));
    case 'time':
      return capital(time(value));
    case 'duration':
      return capital(duration(value));
    case 'set':
      return capital(recurring(value));
    case 'money':
      return money(value);
    case 'percent':
      return percent(value);
    case 'quantity':
      return quantity(value);
  }
}

/** UCUM's codes of the units that the browser has names for. */
const UNIT: Partial<Record<string, string>> = {
  km: 'kilometer',
  m: 'meter',
  cm: 'centimeter',
  mm: 'millimeter',
  '[mi_i]': 'mile',
  '[yd_i]': 'yard',
  '[ft_i]': 'foot',
  '[in_i]': 'inch',
  kg: 'kilogram',
  g: 'gram',
  '[lb_av]': 'pound',
  '[oz_av]': 'ounce',
  '[stone_av]': 'stone',
  har: 'hectare',
  '[acr_us]': 'acre',
  L: 'liter',
  mL: 'milliliter',
  'km/h': 'kilometer-per-hour',
  '[mi_i]/h': 'mile-per-hour',
  'm/s': 'meter-per-second',
  Cel: 'celsius',
  '[degF]': 'fahrenheit',
  a: 'year',
  mo: 'month',
  wk: 'week',
  d: 'day',
  MBy: 'megabyte',
  GBy: 'gigabyte',
  TBy: 'terabyte',
};

/** Of those that it has none for, but that readers would not know by a symbol. */
const NOUNS = ['[mi_i]2', '[ft_i]2', '[yd_i]2', '[ft_i]3', '[nmi_i]', '[ly]', 't', '[bbl_us]', '[kn_i]', '[Cal]'] as const;

function quantity(value: string): string | undefined {
  const [, written = '', code] = /^(\S+)(?: (\S+))?$/.exec(value) ?? [];
  const numbers = numbersOf(written);
  if (numbers === undefined || code === undefined) return numbers && amount(numbers);
  const unit = UNIT[code];
  if (unit !== undefined) return measured(numbers, { style: 'unit', unit, unitDisplay: 'long' });
  const noun = NOUNS.find((each) => each === code);
  // What is left has a symbol, in most languages its code but for the dot: "kW.h".
  return counted(numbers, noun ? say(`value.unit.${noun}`, { count: numbers.at(-1) ?? 0 }) : say('value.symbol', { code: code.replace('.', '') }));
}

/** Other languages begin even the names of days with a small letter. */
function capital(words: string | undefined): string | undefined {
  return words && words.charAt(0).toLocaleUpperCase(locale()) + words.slice(1);
}
