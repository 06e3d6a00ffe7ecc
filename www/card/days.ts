/**
 * Reads dates, written as TIMEX3 does, as stretches of whole days, counted from the first of January 1970.
 *
 * All of it is calendar arithmetic in UTC. What is not understood gives nothing.
 */

/** From the first day to the last, both included. */
export interface Stretch {
  from: number;
  to: number;
}

/** Of a year's part, the month that it begins in, from 0, and how many months it has. */
const PARTS: Readonly<Record<string, readonly [month: number, months: number]>> = {
  Q1: [0, 3],
  Q2: [3, 3],
  Q3: [6, 3],
  Q4: [9, 3],
  H1: [0, 6],
  H2: [6, 6],
  SP: [2, 3],
  SU: [5, 3],
  FA: [8, 3],
  AU: [8, 3],
  WI: [11, 3],
};

const DAY_MS = 24 * 60 * 60 * 1000;

/** The number of a day; months count from 0, and may lie outside of the year. */
export function dayOf(year: number, month = 0, day = 1): number {
  // Years below 100 would be read as those of the last century.
  return new Date(0).setUTCFullYear(year, month, day) / DAY_MS;
}

export function dateOf(day: number): Date {
  return new Date(day * DAY_MS);
}

/** The days of a date; of the present, the day `published`. */
export function stretchOf(date: string, published?: number): Stretch | undefined {
  if (date === 'PRESENT_REF' && published !== undefined) return { from: published, to: published };
  const [, first = '', second = '', third = ''] = /^(?:FY)?(\d\d(?:\d\d|\dX?|XX)?)(?:-(W?\d\d|[A-Z][A-Z\d]))?(?:-(\d\d|WE))?$/.exec(date) ?? [];
  if (first === '') return undefined;
  const known = /^\d+/.exec(first)?.[0] ?? '';
  if (known.length < 4) return second === '' ? years(Number(known) * 10 ** (4 - known.length), 10 ** (4 - known.length)) : undefined;
  const year = Number(known);
  if (second === '') return years(year, 1);
  const part = PARTS[second];
  if (part !== undefined) return third === '' ? months(year, part[0], part[1]) : undefined;
  const number = Number(second.replace('W', ''));
  if (second.startsWith('W')) {
    // The fourth of January always lies in the first week.
    const fourth = dayOf(year, 0, 4);
    const monday = fourth - ((dateOf(fourth).getUTCDay() + 6) % 7) + (number - 1) * 7;
    return { from: third === 'WE' ? monday + 5 : monday, to: monday + 6 };
  }
  if (number < 1 || number > 12) return undefined;
  if (third === '') return months(year, number - 1, 1);
  const day = dayOf(year, number - 1, Number(third));
  return dateOf(day).getUTCMonth() === number - 1 ? { from: day, to: day } : undefined;
}

function years(first: number, count: number): Stretch {
  return { from: dayOf(first), to: dayOf(first + count) - 1 };
}

function months(year: number, first: number, count: number): Stretch {
  return { from: dayOf(year, first), to: dayOf(year, first + count) - 1 };
}
