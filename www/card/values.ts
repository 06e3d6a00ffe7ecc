/**
 * Says a normalised value in words: "2016-08-26" becomes "Friday 26 August 2016".
 *
 * Times are read as TIMEX3 writes them, money, shares and quantities as the specification of the answers does. What is
 * not understood gives nothing, never a guess. This module never sees the article's text.
 */

import type { Value } from '../answer.js';
import { amount, amounts, money, percent } from './amounts.js';
import { duration, recurring } from './durations.js';
import { date, time } from './dates.js';

/** The value in words, or nothing where it has none or one of a form not known here. */
export function inWords({ type, value }: Pick<Value, 'type' | 'value'>): string | undefined {
  if (value === undefined) return undefined;
  switch (type) {
    case 'date':
      return date(value);
    case 'time':
      return time(value);
    case 'duration':
      return duration(value);
    case 'set':
      return recurring(value);
    case 'money':
      return money(value);
    case 'percent':
      return percent(value);
    case 'quantity':
      return quantity(value);
  }
}

/** UCUM units that a reader would not know by their code. */
const UNIT: Partial<Record<string, string>> = {
  '[mi_i]': 'miles',
  '[ft_i]': 'feet',
  '[yd_i]': 'yards',
  '[in_i]': 'inches',
  '[nmi_i]': 'nautical miles',
  '[lb_av]': 'pounds',
  '[oz_av]': 'ounces',
  '[ston_av]': 'short tons',
  '[acr_us]': 'acres',
  '[gal_us]': 'gallons',
  '[bbl_us]': 'barrels',
  '[degF]': '°F',
  '[kn_i]': 'knots',
  '[sft_i]': 'sq ft',
  '[smi_us]': 'sq miles',
  '[mi_i]2': 'square miles',
  '[ft_i]2': 'square feet',
  '[mi_i]/h': 'miles per hour',
  'km/h': 'km/h',
  Cel: '°C',
  har: 'hectares',
  t: 'tonnes',
  m2: 'm²',
  km2: 'km²',
  m3: 'm³',
  'kW.h': 'kWh',
};

function quantity(value: string): string | undefined {
  const [, numbers, unit] = /^(\S+)(?: (\S+))?$/.exec(value) ?? [];
  if (numbers === undefined) return undefined;
  const written = amounts(numbers, (number) => amount(number));
  if (written === undefined || unit === undefined) return written;
  // A no-break space: number and unit belong on one line.
  return `${written}\u00A0${UNIT[unit] ?? unit}`;
}

