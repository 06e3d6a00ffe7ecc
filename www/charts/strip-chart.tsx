/** The dates of an article on an axis of time, as a chart. */

import type { JSX } from 'preact';
import { Fragment, h } from 'preact';

import { dates, say } from '../messages.js';
import { Chart } from './chart.js';
import type { Picture, Table } from './chart.js';
import { dateOf } from '../card/days.js';
import type { Stretch } from '../card/days.js';
import type { Tick } from './axis.js';
import { fitting, widthOf } from './lettering.js';
import { stripOf } from './strip.js';

export interface StripProps {
  /** In order of their first day; at least one. */
  stretches: readonly Stretch[];
  /** The day of publication. */
  published: number | undefined;
  finding: string;
  table: Table;
}

/** Radius of a dot, thickness of a bar, and distances, in CSS pixels. */
const RADIUS = 3.5;
const STACKED = 9;
const HIGHEST = 72;
const LANE = 9;
const BAR = 5;
const LETTERS = 11.5;
const TOP = 18;
const EDGE = 6;

export function StripChart({ stretches, published, finding, table }: StripProps): JSX.Element {
  const draw = (width: number, isRightToLeft: boolean): Picture => {
    const { axis, columns, bars, highest, lanes } = stripOf(stretches, published, width - 2 * EDGE);
    // A high column of dots becomes a beam.
    const step = Math.min(STACKED, HIGHEST / Math.max(1, highest));
    const base = TOP + Math.max(highest * step, 12) + 4;
    const foot = base + (lanes > 0 ? lanes * LANE + 6 : 4);
    const across = (x: number, length = 0): number => (isRightToLeft ? width - EDGE - x - length : EDGE + x);
    const dayAt = (day: number): number => across(axis.at(day) * (width - 2 * EDGE));
    const isEdged = (x: number, text: string): number => {
      const half = widthOf(text, LETTERS) / 2;
      return Math.min(Math.max(x, half), width - half);
    };
    const hasLater = published !== undefined && stretches.some(({ from }) => from > published);
    const notes = [bars.length > 0 && say('timeline.bars'), hasLater && say('timeline.hollow'), !axis.isEven && say('timeline.uneven')];
    return {
      height: foot + 16,
      note: notes.filter(Boolean).join(' '),
      content: (
        <g data-type="date">
          {axis.ticks.map((tick) => {
            const x = dayAt(tick.day + (tick.unit === 'day' ? 0.5 : 0));
            const text = written(tick, published);
            return (
              <g key={tick.day}>
                <path class="grid" d={`M${x.toFixed(1)} ${TOP}V${foot}`} />
                <text class="tick" x={isEdged(x, text)} y={foot + 9}>
                  {text}
                </text>
              </g>
            );
          })}
          <path class="axis" d={`M0 ${base}H${width}`} />
          {published !== undefined && (
            <>
              <path class="today" d={`M${dayAt(published + 0.5).toFixed(1)} ${TOP - 4}V${foot}`} />
              <text class="tick" x={isEdged(dayAt(published + 0.5), say('timeline.published'))} y={8}>
                {fitting(say('timeline.published'), width, LETTERS)}
              </text>
            </>
          )}
          {columns.map(({ x, dots, isLater }) =>
            step < STACKED ? (
              <rect
                key={x}
                class={isLater ? 'later' : 'full'}
                x={across(x) - RADIUS}
                y={base - 4 - dots * step}
                width={2 * RADIUS}
                height={Math.max(2 * RADIUS, dots * step)}
                rx={RADIUS}
              />
            ) : (
              Array.from({ length: dots }, (_, index) => (
                <circle key={`${x} ${index}`} class={isLater ? 'later' : 'full'} cx={across(x)} cy={base - 4 - RADIUS - index * STACKED} r={RADIUS} />
              ))
            ),
          )}
          {bars.map((bar) => (
            <rect
              key={`${bar.x} ${bar.width}`}
              class={bar.isLater ? 'later' : 'full'}
              x={across(bar.x, bar.width)}
              y={base + 6 + bar.lane * LANE}
              width={bar.width}
              height={BAR}
              rx={BAR / 2}
            />
          ))}
        </g>
      ),
    };
  };
  return <Chart id="strip" title={say('timeline.title')} finding={finding} table={table} draw={draw} />;
}

/** A tick, with the year unless that is the one of publication. */
function written({ day, unit }: Tick, published: number | undefined): string {
  const date = dateOf(day);
  const isSameYear = published !== undefined && date.getUTCFullYear() === dateOf(published).getUTCFullYear();
  return dates({
    ...(unit === 'day' && { day: 'numeric' }),
    ...(unit !== 'year' && { month: 'short' }),
    ...((unit === 'year' || !isSameYear) && { year: 'numeric' }),
  }).format(date);
}
