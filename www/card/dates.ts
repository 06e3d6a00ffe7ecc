/**
 * Says days, weeks, months, years and times of day, written as TIMEX3 does, in the words of the reader's locale.
 *
 * All of it is calendar arithmetic in UTC: the reader's time zone never moves a day. What is not understood gives nothing.
 */

import { dateOf, dayOf, stretchOf } from './days.js';
import { dates, say } from '../messages.js';
import { range } from './amounts.js';

const REFERENCES = ['PRESENT_REF', 'PAST_REF', 'FUTURE_REF'] as const;
const PARTS_OF_YEAR = ['SP', 'SU', 'FA', 'WI', 'Q1', 'Q2', 'Q3', 'Q4', 'H1', 'H2'] as const;
const PARTS_OF_DAY = ['MO', 'AF', 'EV', 'NI'] as const;

/** A value of type date. */
export function date(value: string): string | undefined {
  return reference(value) ?? dayOrMonth(value) ?? week(value) ?? partOfYear(value) ?? yearOrLonger(value);
}

/** A value of type time: a time of day, with or without the day. */
export function time(value: string): string | undefined {
  const [, on = '', at = ''] = /^([^T]*)T(.+)$/.exec(value) ?? [];
  const hour = partOfDay(at) ?? clock(at);
  if (hour === undefined) return date(value);
  return dayAndTime(on.startsWith('XXXX') ? undefined : dayOrMonth(on), hour);
}

/** A part of the day in the middle of a phrase: "morning". */
export function partOfDay(code: string | undefined): string | undefined {
  const part = PARTS_OF_DAY.find((each) => each === code);
  return part && say(`value.partOfDay.${part}`);
}

/** What there is of a day and a time of it. */
export function dayAndTime(on: string | undefined, at: string | undefined): string | undefined {
  return on === undefined || at === undefined ? (on ?? at) : say('value.dayAndTime', { day: on, time: at });
}

/** The name of the month, 1 being January. */
export function monthName(number: number): string {
  return dates({ month: 'long' }).format(dateOf(dayOf(2024, number - 1)));
}

function reference(value: string): string | undefined {
  const found = REFERENCES.find((each) => each === value);
  return found && say(`value.${found}`);
}

/** A day, or a month: of a year, or of any. */
function dayOrMonth(value: string): string | undefined {
  const [, year, day] = /^(\d{4}|XXXX)-\d\d(-\d\d)?$/.exec(value) ?? [];
  // 2024 is a leap year, so that the 29th of February of an unknown year is a day.
  const known = year && stretchOf(value.replace('XXXX', '2024'));
  if (!known) return undefined;
  const inYear = year !== 'XXXX';
  return dates({
    month: 'long',
    ...(day && { day: 'numeric' }),
    ...(day && inYear && { weekday: 'long' }),
    ...(inYear && { year: 'numeric' }),
  }).format(dateOf(known.from));
}

function week(value: string): string | undefined {
  const [week, weekend] = /^\d{4}-W\d\d(-WE)?$/.exec(value) ?? [];
  const known = week && stretchOf(week);
  if (!known) return undefined;
  const date = dates({ day: 'numeric', month: 'long', year: 'numeric' }).format(dateOf(known.from));
  return say(weekend === undefined ? 'value.week' : 'value.weekend', { date });
}

function partOfYear(value: string): string | undefined {
  const [, number = '', code] = /^(\d{4})-(..)$/.exec(value) ?? [];
  const part = PARTS_OF_YEAR.find((each) => each === code);
  return part && say(`value.partOfYear.${part}`, { year: year(number) });
}

function yearOrLonger(value: string): string | undefined {
  const [, fiscal, number = ''] = /^(FY)?(\d{4})$/.exec(value) ?? [];
  if (number !== '') return fiscal === undefined ? year(number) : say('value.financialYear', { year: year(number) });
  if (/^\d{3}X?$/.test(value)) return say('value.decade', { year: year(`${value.slice(0, 3)}0`) });
  const [century] = /^\d{2}(?=(XX)?$)/.exec(value) ?? [];
  return century === undefined ? undefined : range([year(`${century}00`), year(`${century}99`)]);
}

/** A year of four digits. */
function year(number: string): string {
  return dates({ year: 'numeric' }).format(dateOf(dayOf(Number(number))));
}

function clock(value: string): string | undefined {
  const [, hour, minute = '00', zone = ''] = /^(\d\d)(?::(\d\d))?(?::\d\d)?(Z|[+-]\d\d(?::?\d\d)?)?$/.exec(value) ?? [];
  if (hour === undefined || Number(hour) > 24) return undefined;
  const at = new Date(Date.UTC(2024, 0, 1, Number(hour), Number(minute)));
  // The end of a day, which would be taken for its beginning.
  const written = hour === '24' ? `${hour}:${minute}` : dates({ timeStyle: 'short' }).format(at);
  return `${written}${zone === 'Z' ? ' UTC' : zone && ` UTC${zone}`}`;
}
