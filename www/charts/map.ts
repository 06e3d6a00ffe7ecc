/** Draws places on a map, as shapes of SVG: the more often one is named, the larger its dot. */

import { labelsOf } from './labels.js';
import { fitting, widthOf } from './lettering.js';
import type { Outlines } from './outlines.js';
import { frameOf, pathOf } from './projection.js';

export interface Place {
  name: string;
  /** Degrees north and east. */
  at: readonly [north: number, east: number];
  mentions: number;
}

/** A shape of SVG: its element, its attributes, and its text. */
export type Shape = readonly [element: string, attributes: Readonly<Record<string, string | number>>, text?: string | undefined];

/** A map, in CSS pixels from its upper left corner; what comes later lies above. */
export interface Drawing {
  height: number;
  shapes: Shape[];
}

/** Places beyond these would hide each other. */
const MOST_DOTS = 100;
const SMALLEST = 3;
const LARGEST = 9;

/** Named so often, a place has the largest dot, even if it is named most often. */
const OFTEN = 6;
const LETTERS = 11.5;
const LONGEST_NAME = 130;

const EARTH_KM = 6371;

/**
 * A map `width` CSS pixels wide that shows all of these places, of which there is at least one, those most often named first: they
 * get names first. `kilometres` says a length in the reader's words.
 */
export function mapOf(outlines: Outlines, places: readonly Place[], width: number, kilometres: (count: number) => string): Drawing {
  const shown = places.slice(0, MOST_DOTS);
  const most = Math.max(OFTEN, shown[0]?.mentions ?? 0);
  const points = shown.map(({ at: [north, east] }) => [east, north] as const);
  const frame = frameOf(points, width);
  const { height } = frame;
  const dots = shown.map(({ name, at: [north, east], mentions }) => {
    const [x, y] = frame.project([east, north]);
    const text = fitting(name, LONGEST_NAME, LETTERS);
    return { x, y, radius: Math.max(SMALLEST, LARGEST * Math.sqrt(mentions / most)), text, width: widthOf(text, LETTERS) };
  });
  const labels = labelsOf(dots, width, height);
  return {
    height,
    shapes: [
      ['rect', { class: 'sea', width, height }],
      ['path', { class: 'land', d: pathOf(outlines.shores, frame, true) }],
      ['path', { class: 'border', d: pathOf(outlines.borders, frame, false) }],
      // How long a kilometre is, is said where that is the same all over the map.
      ...(frame.antipode === undefined ? [] : scale(frame.scale / EARTH_KM, width, height, kilometres)),
      // Large ones under small ones.
      ...dots.map(({ x, y, radius }): Shape => ['circle', { cx: x, cy: y, r: radius }]),
      ...dots.flatMap(({ text }, index): Shape[] => {
        const label = labels[index];
        return label === undefined ? [] : [['text', { x: label.x, y: label.y, 'text-anchor': label.anchor }, text]];
      }),
    ],
  };
}

/** How long so many kilometres are. */
function scale(kilometre: number, width: number, height: number, kilometres: (count: number) => string): Shape[] {
  const count = [2000, 1000, 500, 200, 100].find((each) => each * kilometre < width / 4) ?? 50;
  return [
    ['path', { class: 'scale', d: `M10 ${height - 13}v4h${(count * kilometre).toFixed(1)}v-4` }],
    ['text', { class: 'tick', x: 10, y: height - 20 }, kilometres(count)],
  ];
}
