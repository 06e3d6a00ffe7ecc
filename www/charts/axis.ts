/**
 * An axis of time: where a day stands on it, and which of the dates on it are written there.
 *
 * Where the dates of an article are spread evenly, so is the axis. Where most lie close to one day and some far away, days have the
 * more room the nearer they are to it: even close by, and logarithmic far away, by the inverse hyperbolic sine.
 */

import type { Stretch } from '../card/days.js';

export interface Axis {
  /** Where a day begins, from 0 to 1. It takes fractions of days. */
  at(day: number): number;
  /** Whether all days have the same room. */
  isEven: boolean;
  ticks: Tick[];
}

/** A day that is written: its year alone, or with a month, or in full. */
export interface Tick {
  day: number;
  unit: 'year' | 'month' | 'day';
}

/** An axis is uneven where half of the dates lie nearer than this share of the way to the furthest. */
const CROWDED = 1 / 6;
const FEWEST_DAYS = 5;

/** From so many days on, a date is written as a year, and as a month. */
const YEAR = 300;
const MONTH = 25;

/**
 * The axis of these stretches, of which there is at least one, in order of their first day, around the day `middle`, with at most one
 * tick in each `room`, a share of its length.
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
  return { at, isEven, ticks: ticksOf(stretches, middle, at, room) };
}

/** The day in the middle, the first and the last date, then those that have room, the longest first. */
function ticksOf(stretches: readonly Stretch[], middle: number, at: Axis['at'], room: number): Tick[] {
  const ticks: Tick[] = [];
  const places: number[] = [];
  const ends = [{ from: middle, to: middle }, ...stretches.slice(0, 1), ...stretches.slice(-1)];
  for (const { from, to } of [...ends, ...[...stretches].sort((one, other) => other.to - other.from - (one.to - one.from))]) {
    // What is written at an end of the axis stays inside.
    const place = Math.max(room / 2, Math.min(at(from + 0.5), 1 - room / 2));
    if (places.some((other) => Math.abs(other - place) < room)) continue;
    places.push(place);
    ticks.push({ day: from, unit: to - from > YEAR ? 'year' : to - from > MONTH ? 'month' : 'day' });
  }
  return ticks;
}
