/**
 * Says days, weeks, months, years and times of day, written as TIMEX3 does, in the words of the reader's locale.
 *
 * All of it is calendar arithmetic in UTC: the reader's time zone never moves a day. What is not understood gives nothing.
 */

import { locale } from '../messages.js';

const REFERENCE: Partial<Record<string, string>> = {
  PRESENT_REF: 'Now, at the time of writing',
  PAST_REF: 'Some time in the past',
  FUTURE_REF: 'Some time to come',
};

const SEASON: Partial<Record<string, string>> = {
  SP: 'Spring',
  SU: 'Summer',
  FA: 'Autumn',
  AU: 'Autumn',
  WI: 'Winter',
  Q1: 'First quarter of',
  Q2: 'Second quarter of',
  Q3: 'Third quarter of',
  Q4: 'Fourth quarter of',
  H1: 'First half of',
  H2: 'Second half of',
};

const PART_OF_DAY: Partial<Record<string, string>> = {
  MO: 'morning',
  MI: 'midday',
  AF: 'afternoon',
  EV: 'evening',
  NI: 'night',
  DT: 'daytime',
};

/** A value of type date. */
export function date(value: string): string | undefined {
  return REFERENCE[value] ?? day(value) ?? month(value) ?? week(value) ?? season(value) ?? yearOrLonger(value);
}

/** A value of type time: a time of day, with or without the day. */
export function time(value: string): string | undefined {
  const [, on = '', at = ''] = /^([^T]*)T(.+)$/.exec(value) ?? [];
  const hour = PART_OF_DAY[at] ?? clock(at);
  if (hour === undefined) return REFERENCE[value] ?? date(value);
  const written = on === '' || on.startsWith('XXXX') ? undefined : day(on);
  return written === undefined ? capital(hour) : `${written}, ${hour}`;
}

/** The English name of the ISO weekday, 1 being Monday. */
export function weekday(number: number): string {
  // The first of January 2024 was a Monday.
  return format(new Date(Date.UTC(2024, 0, number)), { weekday: 'long' });
}

/** The name of the month, 1 being January. */
export function monthName(number: number): string {
  return format(new Date(Date.UTC(2024, number - 1, 1)), { month: 'long' });
}

function day(value: string): string | undefined {
  const [, year, monthOfYear, dayOfMonth] = /^(\d{4}|XXXX)-(\d\d)-(\d\d)$/.exec(value) ?? [];
  if (year === undefined) return undefined;
  const known = year !== 'XXXX';
  // 2024 is a leap year, so that the 29th of February of an unknown year is a day.
  const at = utc(known ? Number(year) : 2024, Number(monthOfYear), Number(dayOfMonth));
  if (at === undefined) return undefined;
  return format(at, { day: 'numeric', month: 'long', ...(known && { weekday: 'long', year: 'numeric' }) });
}

function month(value: string): string | undefined {
  const [, year, number] = /^(\d{4}|XXXX)-(\d\d)$/.exec(value) ?? [];
  if (year === undefined || Number(number) < 1 || Number(number) > 12) return undefined;
  return year === 'XXXX' ? monthName(Number(number)) : `${monthName(Number(number))} ${year}`;
}

function week(value: string): string | undefined {
  const [, year, number, weekend] = /^(\d{4})-W(\d\d)(-WE)?$/.exec(value) ?? [];
  if (year === undefined) return undefined;
  // The fourth of January always lies in the first ISO week.
  const fourth = Date.UTC(Number(year), 0, 4);
  const sinceMonday = (new Date(fourth).getUTCDay() + 6) % 7;
  const days = (Number(number) - 1) * 7 - sinceMonday + (weekend === undefined ? 0 : 5);
  const first = format(new Date(fourth + days * DAY_MS), { day: 'numeric', month: 'long', year: 'numeric' });
  return weekend === undefined ? `Week from Monday ${first}` : `Weekend of ${first}`;
}

function season(value: string): string | undefined {
  const [, year, part] = /^(\d{4})-([A-Z][A-Z\d])$/.exec(value) ?? [];
  const name = SEASON[part ?? ''];
  return name === undefined || year === undefined ? undefined : `${name} ${year}`;
}

function yearOrLonger(value: string): string | undefined {
  if (/^\d{4}$/.test(value)) return value;
  if (/^\d{3}X?$/.test(value)) return `The ${value.slice(0, 3)}0s`;
  if (/^\d{2}(XX)?$/.test(value)) return `The ${value.slice(0, 2)}00s`;
  return undefined;
}

function clock(value: string): string | undefined {
  const [, hour, minute = '00', zone = ''] = /^(\d\d)(?::(\d\d))?(?::\d\d)?(Z|[+-]\d\d(?::?\d\d)?)?$/.exec(value) ?? [];
  if (hour === undefined || Number(hour) > 24) return undefined;
  return `${hour}:${minute}${zone === 'Z' ? ' UTC' : zone && ` UTC${zone}`}`;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** The day, or nothing where the calendar has none such. */
function utc(year: number, monthOfYear: number, dayOfMonth: number): Date | undefined {
  const at = new Date(0);
  at.setUTCFullYear(year, monthOfYear - 1, dayOfMonth);
  return at.getUTCMonth() === monthOfYear - 1 && at.getUTCDate() === dayOfMonth ? at : undefined;
}

function format(at: Date, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale(), { ...options, timeZone: 'UTC' }).format(at);
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
