/** Places on a map, as a chart: the more often one is named, the larger its dot. */

import type { JSX } from 'preact';

import { numbers, say } from '../messages.js';
import { Chart, clipped } from './chart.js';
import type { Picture, Table } from './chart.js';
import { fitting, labelsOf, widthOf } from './labels.js';
import type { Outlines } from './outlines.js';
import type { Frame } from './projection.js';
import { frameOf, pathOf } from './projection.js';

export interface Place {
  name: string;
  /** Degrees north and east. */
  at: readonly [north: number, east: number];
  mentions: number;
}

export interface MapProps {
  /** Those most often named first; at least one. */
  places: readonly Place[];
  outlines: Outlines;
  finding: string;
  table: Table;
}

/** Places beyond these would hide each other. */
const MOST_DOTS = 100;
const SMALLEST = 3;
const LARGEST = 9;
const LETTERS = 11.5;
const LONGEST_NAME = 130;

const EARTH_KM = 6371;

export function PlacesMap({ places, outlines, finding, table }: MapProps): JSX.Element {
  const most = Math.max(...places.map(({ mentions }) => mentions));
  const draw = (width: number): Picture => {
    const frame = frameOf(
      places.map(({ at: [north, east] }) => [east, north]),
      width,
    );
    const dots = places.slice(0, MOST_DOTS).map(({ name, at: [north, east], mentions }) => {
      const [x, y] = frame.project([east, north]);
      const text = fitting(name, LONGEST_NAME, LETTERS);
      return { x, y, radius: Math.max(SMALLEST, LARGEST * Math.sqrt(mentions / most)), text, width: widthOf(text, LETTERS) };
    });
    const labels = labelsOf(dots, frame.width, frame.height);
    return {
      height: frame.height,
      content: (
        <g class="map" data-type="place">
          <rect class="sea" width={frame.width} height={frame.height} />
          <path class="land" d={pathOf(outlines.shores, frame, true)} />
          <path class="border" d={pathOf(outlines.borders, frame, false)} />
          <Scale {...frame} />
          {/* Large ones under small ones. */}
          {dots.map(({ x, y, radius }, index) => (
            <circle key={index} cx={x} cy={y} r={radius} />
          ))}
          {dots.map(({ text }, index) => {
            const label = labels[index];
            return (
              label && (
                <text key={index} x={label.x} y={label.y} text-anchor={label.anchor}>
                  {text}
                </text>
              )
            );
          })}
        </g>
      ),
    };
  };
  return <Chart id="map" title={say('places.map')} finding={finding} note={say('places.source')} table={table} draw={draw} />;
}

/** How long so many kilometres are, where that is the same all over the map. */
function Scale({ width, height, scale, antipode }: Frame): JSX.Element | null {
  if (antipode === undefined) return null;
  const perKilometre = scale / EARTH_KM;
  const kilometres = [2000, 1000, 500, 200, 100].find((each) => each * perKilometre < width / 4) ?? 50;
  const length = kilometres * perKilometre;
  const text = numbers({ style: 'unit', unit: 'kilometer' }).format(kilometres);
  return (
    <>
      <path class="scale" d={`M10 ${height - 13}v4h${length.toFixed(1)}v-4`} />
      <text class="tick" x={10} y={height - 20} text-anchor="start">
        {clipped(text)}
      </text>
    </>
  );
}
