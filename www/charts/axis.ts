/**
 * An axis of time: where a day stands on it, and which of its days are written there.
 *
 * Where the dates of an article are spread evenly, so is the axis, and round dates are written. Where most lie close to one day and
 * some far away, days have the more room the nearer they are to it: even close by, and logarithmic far away, by the inverse
 * hyperbolic sine; then the article's own dates are written.
 */

import { dateOf, dayOf, modulo } from './days.js';
import type { Stretch } from './days.js';

export interface Axis {
  /** Where a day begins, from 0 to 1. It takes fractions of days. */
  at(day: number): number;
  /** Whether all days have the same room. */
  isEven: boolean;
  ticks: Tick[];
}

export interface Tick {
  day: number;
  /** What of it is to be written: a year alone, or with a month, or a day and its month. */
  unit: Unit;
}

export type Unit = 'year' | 'month' | 'day';

/** How many of a unit lie between ticks, the finest first. */
const STEPS: readonly (readonly [unit: Unit, step: number])[] = [
  ['day', 1],
  ['day', 2],
  ['day', 7],
  ['month', 1],
  ['month', 3],
  ['month', 6],
  ['year', 1],
  ['year', 2],
  ['year', 5],
  ['year', 10],
  ['year', 20],
  ['year', 50],
  ['year', 100],
  ['year', 200],
  ['year', 500],
];

/** An axis is uneven where half of the dates lie nearer than this share of the way to the furthest. */
const CROWDED = 1 / 6;
const FEWEST_DAYS = 5;

/**
 * The axis of these stretches, of which there is at least one, around the day `middle`, with at most one tick in each `room`,
 * a share of its length.
 */
export function axisOf(stretches: readonly Stretch[], middle: number, room: number): Axis {
  const first = Math.min(middle, ...stretches.map(({ from }) => from));
  const last = Math.max(middle, ...stretches.map(({ to }) => to)) + 1;
  const lacking = Math.max(0, FEWEST_DAYS - (last - first)) / 2;
  const [start, end] = [first - Math.ceil(lacking), last + Math.floor(lacking)];
  const distances = stretches.map(({ from, to }) => Math.max(from - middle, middle - to, 0)).sort((one, other) => one - other);
  const half = Math.max(1, distances[distances.length >> 1] ?? 0);
  const isEven = half >= Math.max(middle - start, end - middle) * CROWDED;
  const bent = (day: number): number => (isEven ? day : Math.asinh((day - middle - 0.5) / half));
  const [low, high] = [bent(start), bent(end)];
  const at = (day: number): number => (bent(day) - low) / (high - low);
  return { at, isEven, ticks: isEven ? evenTicks(start, end, room) : unevenTicks(stretches, middle, at, room) };
}

/** The finest ticks that have room, all of one kind. */
function evenTicks(start: number, end: number, room: number): Tick[] {
  const days = { day: 1, month: 28, year: 365 };
  for (const [unit, step] of STEPS) {
    if (days[unit] * step >= (end - start) * room) return [...ticksOf(start, end, unit, step)];
  }
  return [];
}

/** The day in the middle, the first and the last date, then those that have room, the longest first. */
function unevenTicks(stretches: readonly Stretch[], middle: number, at: Axis['at'], room: number): Tick[] {
  const ticks: Tick[] = [{ day: middle, unit: 'day' }];
  const places = [at(middle + 0.5)];
  const ends = [stretches[0], stretches.at(-1)].filter((stretch) => stretch !== undefined);
  for (const { from, to } of [...ends, ...[...stretches].sort((one, other) => other.to - other.from - (one.to - one.from))]) {
    const place = at(from + 0.5);
    if (places.some((other) => Math.abs(other - place) < room)) continue;
    places.push(place);
    ticks.push({ day: from, unit: to - from > 300 ? 'year' : to - from > 25 ? 'month' : 'day' });
  }
  return ticks;
}

function* ticksOf(start: number, end: number, unit: Unit, step: number): Iterable<Tick> {
  if (unit === 'day') {
    // Weeks begin on Mondays: the first day of all was a Thursday.
    for (let day = start + modulo(-(start + (step === 7 ? 3 : 0)), step); day < end; day += step) yield { day, unit };
    return;
  }
  const months = unit === 'year' ? 12 * step : step;
  const first = dateOf(start);
  for (let month = Math.ceil((first.getUTCFullYear() * 12 + first.getUTCMonth()) / months) * months; ; month += months) {
    const day = dayOf(0, month);
    if (day >= end) return;
    if (day >= start) yield { day, unit };
  }
}
