/** Places on a map, as a chart: the more often one is named, the larger its dot. */

import type { JSX } from 'preact';
import { Fragment, h } from 'preact';

import { numbers, say } from '../messages.js';
import type { Draw } from './atlas.js';
import { Chart } from './chart.js';
import type { Picture, Table } from './chart.js';
import { fitting, widthOf } from './lettering.js';

export interface Place {
  name: string;
  /** Degrees north and east. */
  at: readonly [north: number, east: number];
  mentions: number;
}

export interface MapProps {
  /** Those most often named first; at least one. */
  places: readonly Place[];
  atlas: Draw;
  finding: string;
  table: Table;
}

/** Places beyond these would hide each other. */
const MOST_DOTS = 100;
const SMALLEST = 3;
const LARGEST = 9;

/** Named so often, a place has the largest dot, even if it is named most often. */
const OFTEN = 6;
const LETTERS = 11.5;
const LONGEST_NAME = 130;

export function PlacesMap({ places, atlas, finding, table }: MapProps): JSX.Element {
  const shown = places.slice(0, MOST_DOTS);
  const most = Math.max(OFTEN, shown[0]?.mentions ?? 0);
  const names = shown.map(({ name }) => fitting(name, LONGEST_NAME, LETTERS));
  const spots = shown.map(({ at: [north, east], mentions }, index) => ({
    at: [east, north] as const,
    radius: Math.max(SMALLEST, LARGEST * Math.sqrt(mentions / most)),
    width: widthOf(names[index] ?? '', LETTERS),
  }));
  const draw = (width: number): Picture => {
    const { height, land, borders, kilometre, dots } = atlas(spots, width);
    return {
      height,
      note: say('places.source'),
      content: (
        <g class="map" data-type="place">
          <rect class="sea" width={width} height={height} />
          <path class="land" d={land} />
          <path class="border" d={borders} />
          {kilometre !== undefined && <Scale width={width} height={height} kilometre={kilometre} />}
          {/* Large ones under small ones. */}
          {dots.map(({ x, y, radius }, index) => (
            <circle key={index} cx={x} cy={y} r={radius} />
          ))}
          {dots.map(
            ({ label }, index) =>
              label && (
                <text key={index} x={label.x} y={label.y} text-anchor={label.anchor}>
                  {names[index]}
                </text>
              ),
          )}
        </g>
      ),
    };
  };
  return <Chart id="map" title={say('places.map')} finding={finding} table={table} draw={draw} />;
}

/** How long so many kilometres are. */
function Scale({ width, height, kilometre }: { width: number; height: number; kilometre: number }): JSX.Element {
  const count = [2000, 1000, 500, 200, 100].find((each) => each * kilometre < width / 4) ?? 50;
  return (
    <>
      <path class="scale" d={`M10 ${height - 13}v4h${(count * kilometre).toFixed(1)}v-4`} />
      <text class="tick" x={10} y={height - 20}>
        {numbers({ style: 'unit', unit: 'kilometer' }).format(count)}
      </text>
    </>
  );
}
