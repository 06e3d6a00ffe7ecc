/**
 * Lays a timeline out as a strip: over the axis a dot for each event of a day, one above the other where they are close; under it
 * a bar for each stretch of days, in lanes.
 *
 * Numbers only: days go in, CSS pixels come out, from the beginning of the axis.
 */

import { axisOf } from './axis.js';
import type { Axis } from './axis.js';
import type { Stretch } from '../card/days.js';

export interface Strip {
  axis: Axis;
  columns: Column[];
  bars: Bar[];
  /** How high the highest column is, in dots, and how many lanes there are. */
  highest: number;
  lanes: number;
}

/** Events of a day, or of days too near to each other to be told apart. */
export interface Column {
  x: number;
  dots: number;
  /** Whether it is after the day of publication. */
  isLater: boolean;
}

/** A longer stretch, of one or more events. */
export interface Bar {
  x: number;
  width: number;
  lane: number;
  isLater: boolean;
}

/** How wide a dot is with what is free around it, a bar at least, and what a written day takes. */
const DOT = 9;
const BAR = 6;
const TICK = 76;

/** More lanes than these would say nothing more. */
const MOST_LANES = 5;

/**
 * Lays out these stretches, of which there is at least one, in order of their first day, around the day of publication or, where that
 * is not known, the day that half of them begin before.
 */
export function stripOf(stretches: readonly Stretch[], published: number | undefined, width: number): Strip {
  const middle = published ?? stretches[stretches.length >> 1]?.from ?? 0;
  const axis = axisOf(stretches, middle, TICK / width);
  const columns: Column[] = [];
  const bars: Bar[] = [];
  const ends: number[] = [];
  let last: Stretch | undefined;
  for (const stretch of stretches) {
    const { from, to } = stretch;
    const isLater = published !== undefined && from > published;
    if (from === to) {
      const x = axis.at(from + 0.5) * width;
      const column = columns.at(-1);
      if (column !== undefined && x - column.x < DOT && column.isLater === isLater) column.dots += 1;
      else columns.push({ x, dots: 1, isLater });
      continue;
    }
    // The same stretch again is the same bar.
    if (last?.from === from && last.to === to) continue;
    last = stretch;
    const x = axis.at(from) * width;
    const barWidth = Math.max(BAR, axis.at(to + 1) * width - x);
    let lane = ends.findIndex((end) => end <= x);
    if (lane === -1) lane = Math.min(ends.length, MOST_LANES - 1);
    ends[lane] = x + barWidth + 2;
    bars.push({ x, width: barWidth, lane, isLater });
  }
  return { axis, columns, bars, highest: Math.max(0, ...columns.map(({ dots }) => dots)), lanes: ends.length };
}
