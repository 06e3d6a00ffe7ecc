/**
 * Says lengths of time and times that return, written as TIMEX3 does: "PT48H", "XXXX-WXX-5".
 *
 * What is not understood gives nothing. This module never converts one unit into another: 48 hours stay 48 hours.
 */

import { allOf, say } from '../messages.js';
import { measured, range } from './amounts.js';
import { dayAndTime, monthName, partOfDay } from './dates.js';

/** The units of the part before the T and of the part after it, in the order in which ISO 8601 writes them. */
const DATE_UNITS = { Y: 'year', M: 'month', W: 'week', D: 'day' } as const;
const TIME_UNITS = { H: 'hour', M: 'minute', S: 'second' } as const;
/** Those that are not counted: "decades". */
const VAGUE_UNITS = { DE: 'decade', CE: 'century' } as const;

type Unit = (typeof DATE_UNITS)[keyof typeof DATE_UNITS] | (typeof TIME_UNITS)[keyof typeof TIME_UNITS];

/** So many of a unit, or some. */
type Part = { count: number; unit: Unit } | { count?: undefined; unit: Unit | (typeof VAGUE_UNITS)[keyof typeof VAGUE_UNITS] };

/** A value of type duration: one length, or a range of two. */
export function duration(value: string): string | undefined {
  const lengths = value.split('/').map(partsOf);
  const [from, to] = lengths;
  if (from === undefined || lengths.length > 2) return undefined;
  if (lengths.length === 1) return inFull(from);
  if (to === undefined) return undefined;
  const [low, high] = [from[0], to[0]];
  const isOfOneUnit = from.length === 1 && to.length === 1 && low?.unit === high?.unit;
  if (isOfOneUnit && low?.count !== undefined && high?.count !== undefined) return time(low.unit, low.count, high.count);
  return range([inFull(from), inFull(to)]);
}

/** A value of type set. */
export function recurring(value: string): string | undefined {
  const [, weekday, at] = /^XXXX-WXX-([1-7])(?:T(\w\w))?$/.exec(value) ?? [];
  if (weekday !== undefined) return dayAndTime(say(`value.everyWeekday.${weekday as '1' | '2' | '3' | '4' | '5' | '6' | '7'}`), partOfDay(at));
  const [, part] = /^XXXX-XX-XXT(MO|AF|EV|NI)$/.exec(value) ?? [];
  if (part !== undefined) return say(`value.everyPart.${part as 'MO' | 'AF' | 'EV' | 'NI'}`);
  const month = Number(/^XXXX-(\d\d)$/.exec(value)?.[1]);
  if (month >= 1 && month <= 12) return say('value.everyMonth', { month: monthName(month) });
  const [period, ...more] = partsOf(value) ?? [];
  return period?.count === undefined || more.length > 0 ? undefined : say(`value.every.${period.unit}`, { count: period.count });
}

function inFull(parts: Part[]): string {
  return allOf(parts.map((part) => (part.count === undefined ? say(`value.some.${part.unit}`) : time(part.unit, part.count))));
}

function time(unit: Unit, ...counts: number[]): string {
  return measured(counts, { style: 'unit', unit, unitDisplay: 'long' });
}

/** What a length is made up of; nothing where it is none. */
function partsOf(length: string): Part[] | undefined {
  const [, days = '', hours = ''] = /^P([^T]*)(?:T(.+))?$/.exec(length) ?? [];
  const parts = [...read(days, DATE_UNITS), ...read(hours, TIME_UNITS)];
  return parts.length === 0 || parts.includes(undefined) ? undefined : parts.filter((part) => part !== undefined);
}

function* read(written: string, counted: Partial<Record<string, Unit>>): Iterable<Part | undefined> {
  const vague: Partial<Record<string, (typeof VAGUE_UNITS)[keyof typeof VAGUE_UNITS]>> = VAGUE_UNITS;
  if (written !== '' && !/^(?:(?:\d+(?:\.\d+)?|X+)[A-Z]+)+$/.test(written)) yield undefined;
  for (const [, number = '', letters = ''] of written.matchAll(/(\d+(?:\.\d+)?|X+)([A-WYZ]+)/g)) {
    const unit = counted[letters];
    if (number.startsWith('X')) {
      const some = unit ?? vague[letters];
      yield some && { unit: some };
    } else {
      yield unit && { count: Number(number), unit };
    }
  }
}
