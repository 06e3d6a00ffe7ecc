/**
 * Says lengths of time and times that return, written as TIMEX3 does: "PT48H", "XXXX-WXX-5".
 *
 * What is not understood gives nothing. This module never converts one unit into another: 48 hours stay 48 hours.
 */

import { allOf } from '../messages.js';
import { amount } from './amounts.js';
import { monthName, weekday } from './dates.js';

/** The units of the part before the T and of the part after it, in the order in which ISO 8601 writes them. */
const DATE_UNITS: Partial<Record<string, string>> = {
  Y: 'year',
  M: 'month',
  W: 'week',
  D: 'day',
  WE: 'weekend',
  Q: 'quarter',
  DE: 'decade',
  CE: 'century',
};
const TIME_UNITS: Partial<Record<string, string>> = {
  H: 'hour',
  M: 'minute',
  S: 'second',
  NI: 'night',
  MO: 'morning',
  AF: 'afternoon',
  EV: 'evening',
};

/** A value of type duration. */
export function duration(value: string): string | undefined {
  const parts = units(value);
  if (parts === undefined) return undefined;
  return allOf(parts.map(counted));
}

/** A value of type set. */
export function recurring(value: string): string | undefined {
  const [, dayOfWeek] = /^XXXX-WXX-([1-7])/.exec(value) ?? [];
  if (dayOfWeek !== undefined) return `Every ${weekday(Number(dayOfWeek))}`;
  if (value === 'XXXX-WXX-WE') return 'Every weekend';
  if (/^XXXX-WXX$/.test(value)) return 'Every week';
  const [, month, dayOfMonth] = /^XXXX-(\d\d)(?:-(\d\d))?$/.exec(value) ?? [];
  if (month !== undefined && Number(month) >= 1 && Number(month) <= 12) {
    return dayOfMonth === undefined ? `Every ${monthName(Number(month))}` : `Every ${Number(dayOfMonth)} ${monthName(Number(month))}`;
  }
  if (/^XXXX-XX-XX/.test(value)) return 'Every day';
  if (value === 'XXXX-XX') return 'Every month';
  if (value === 'XXXX') return 'Every year';
  const [period, ...more] = units(value) ?? [];
  if (period?.count === undefined || more.length > 0) return undefined;
  return period.count === 1 ? `Every ${period.unit}` : `Every ${amount(period.count)} ${plural(period.unit)}`;
}

interface Part {
  /** How many; absent where the text does not say. */
  count?: number;
  unit: string;
}

function units(value: string): Part[] | undefined {
  const [, days = '', hours = ''] = /^P([^T]*)(?:T(.+))?$/.exec(value) ?? [];
  const parts = [...read(days, DATE_UNITS), ...read(hours, TIME_UNITS)];
  return parts.length === 0 || parts.includes(undefined) ? undefined : parts.filter((part) => part !== undefined);
}

function* read(written: string, known: Partial<Record<string, string>>): Iterable<Part | undefined> {
  if (written !== '' && !/^(?:(?:\d+(?:\.\d+)?|X+)[A-Z]+)+$/.test(written)) yield undefined;
  for (const [, count = '', letters = ''] of written.matchAll(/(\d+(?:\.\d+)?|X+)([A-WYZ]+)/g)) {
    const unit = known[letters];
    if (unit === undefined) yield undefined;
    else yield count.startsWith('X') ? { unit } : { count: Number(count), unit };
  }
}

function counted({ count, unit }: Part): string {
  if (count === undefined) return `Some ${plural(unit)}`;
  return `${amount(count)} ${count === 1 ? unit : plural(unit)}`;
}

function plural(unit: string): string {
  return unit === 'century' ? 'centuries' : `${unit}s`;
}
