/**
 * Fits a map to places and draws lines on it: a region by Lambert's azimuthal projection around its middle, what is wider than that by the
 * Equal Earth projection, cut in the Bering Strait. Both show areas as large as they are.
 *
 * Numbers only: degrees go in, CSS pixels come out, from the upper left corner of the map.
 */

import type { Point } from './outlines.js';

/** CSS pixels to the right and down. */
export type Pixel = readonly [x: number, y: number];

export interface Frame {
  width: number;
  height: number;
  project(point: Point): Pixel;
  /** CSS pixels a kilometre, in the middle of a region; not for the world, where it differs too much. */
  perKilometre?: number;
  /** What lies opposite of the middle of a region, and is no place on its map. */
  antipode?: Point;
}

const RADIAN = Math.PI / 180;
const EARTH_KM = 6371;

/** No region is shown nearer than so many degrees wide, and none whose places lie further from its middle than so many. */
const NEAREST = 9 * RADIAN;
const FURTHEST = 50 * RADIAN;

/** What is kept free around the outermost places for dots and names, as a share of the map, and how high a map is for its width. */
const MARGIN = 0.16;
const LOWEST = 0.6;
const HIGHEST = 0.85;
const WORLD_HEIGHT = 0.52;

/** Where the world is cut, in degrees east, and what of it is shown unless a place lies beyond: what people live on. */
const CUT = -169.5;
const WORLD: readonly Point[] = [
  [-168, 65],
  [178, -42],
  [11, -55],
  [11, 74],
];

/** The map of these places, of which there is at least one, `width` CSS pixels wide. */
export function frameOf(places: readonly Point[], width: number): Frame {
  const middle = middleOf(places);
  return middle === undefined ? world(places, width) : region(places, middle, width);
}

function world(places: readonly Point[], width: number): Frame {
  return fitted(equalEarth, [...WORLD, ...places], width, { lowest: 0, highest: WORLD_HEIGHT, margin: 0.02 });
}

function region(places: readonly Point[], middle: Point, width: number): Frame {
  const box = boxOf(places.map(azimuthal(middle)));
  // Again around the middle of what is shown, where the projection is at its best.
  const centre = fromAzimuthal(middle, [(box.left + box.right) / 2, (box.bottom + box.top) / 2]);
  const frame = fitted(azimuthal(centre), places, width, { lowest: LOWEST, highest: HIGHEST, margin: MARGIN, nearest: NEAREST });
  return { ...frame, antipode: [centre[0] > 0 ? centre[0] - 180 : centre[0] + 180, -centre[1]] };
}

interface Fit {
  lowest: number;
  highest: number;
  margin: number;
  /** The least width, in radians. */
  nearest?: number;
}

function fitted(project: (point: Point) => Pixel, points: readonly Point[], width: number, { lowest, highest, margin, nearest }: Fit): Frame {
  const { left, right, bottom, top } = boxOf(points.map(project));
  const [across, up] = [right - left, top - bottom];
  const height = Math.round(width * Math.max(lowest, Math.min(across === 0 ? 0 : up / across, highest)));
  const free = 1 - 2 * margin;
  const scale = Math.min((width * free) / across, (height * free) / up, nearest === undefined ? Infinity : width / nearest);
  const [x0, y0] = [(left + right) / 2, (top + bottom) / 2];
  return {
    width,
    height,
    project: (point) => {
      const [x, y] = project(point);
      return [width / 2 + (x - x0) * scale, height / 2 - (y - y0) * scale];
    },
    ...(nearest !== undefined && { perKilometre: scale / EARTH_KM }),
  };
}

function boxOf(points: readonly Pixel[]): { left: number; right: number; bottom: number; top: number } {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return { left: Math.min(...xs), right: Math.max(...xs), bottom: Math.min(...ys), top: Math.max(...ys) };
}

/** What the places lie around, or nothing where they are too far apart for a region. */
function middleOf(places: readonly Point[]): Point | undefined {
  const sum = [0, 0, 0];
  const vectors = places.map(([east, north]) => {
    const [l, p] = [east * RADIAN, north * RADIAN];
    return [Math.cos(p) * Math.cos(l), Math.cos(p) * Math.sin(l), Math.sin(p)];
  });
  for (const vector of vectors) vector.forEach((value, axis) => (sum[axis] = (sum[axis] ?? 0) + value));
  const length = Math.hypot(...sum);
  const least = Math.min(...vectors.map((vector) => vector.reduce((dot, value, axis) => dot + value * (sum[axis] ?? 0), 0)));
  if (!(least >= length * Math.cos(FURTHEST)) || length === 0) return undefined;
  const [x = 0, y = 0, z = 0] = sum;
  return [Math.atan2(y, x) / RADIAN, Math.asin(z / length) / RADIAN];
}

function azimuthal([east0, north0]: Point): (point: Point) => Pixel {
  const [sin0, cos0] = [Math.sin(north0 * RADIAN), Math.cos(north0 * RADIAN)];
  return ([east, north]) => {
    const [l, p] = [(east - east0) * RADIAN, north * RADIAN];
    const [sin, cos] = [Math.sin(p), Math.cos(p)];
    const [x, y] = [cos * Math.sin(l), cos0 * sin - sin0 * cos * Math.cos(l)];
    const away = Math.sqrt(Math.max(0, 2 - 2 * (sin0 * sin + cos0 * cos * Math.cos(l))));
    const length = Math.hypot(x, y);
    return length === 0 ? [0, away] : [(away * x) / length, (away * y) / length];
  };
}

function fromAzimuthal([east0, north0]: Point, [x, y]: Pixel): Point {
  const away = Math.hypot(x, y);
  if (away === 0) return [east0, north0];
  const c = 2 * Math.asin(away / 2);
  const [sin0, cos0] = [Math.sin(north0 * RADIAN), Math.cos(north0 * RADIAN)];
  const north = Math.asin(Math.cos(c) * sin0 + (y * Math.sin(c) * cos0) / away);
  const east = Math.atan2(x * Math.sin(c), away * cos0 * Math.cos(c) - y * sin0 * Math.sin(c));
  return [((east0 + east / RADIAN + 540) % 360) - 180, north / RADIAN];
}

/** By Šavrič, Patterson and Jenny, 2018. */
function equalEarth([east, north]: Point): Pixel {
  const [a1, a2, a3, a4] = [1.340264, -0.081106, 0.000893, 0.003796];
  const m = Math.sqrt(3) / 2;
  const t = Math.asin(m * Math.sin(north * RADIAN));
  const t2 = t * t;
  const t6 = t2 * t2 * t2;
  const l = (east < CUT ? east + 360 : east) - (CUT + 180);
  return [(l * RADIAN * Math.cos(t)) / (m * (a1 + 3 * a2 * t2 + t6 * (7 * a3 + 9 * a4 * t2))), t * (a1 + a2 * t2 + t6 * (a3 + a4 * t2))];
}

/** A line is bent where its points lie further apart than so many degrees, and no finer than so many CSS pixels. */
const BEND = 2;
const FINEST = 0.7;

/** How far outside the map lines are followed, as a share of the way from its middle to its corner; and in what steps around it, in radians. */
const OUTSIDE = 1.4;
const TURN = 0.25;

/**
 * The path of `lines` on the map, for the attribute `d`. What lies far outside is drawn on a circle around the map, where nobody sees it.
 * As areas, they are to be filled by the rule `evenodd`.
 */
export function pathOf(lines: readonly Point[][], frame: Frame, isArea: boolean): string {
  const { width, height, antipode } = frame;
  const [x0, y0] = [width / 2, height / 2];
  const limit = Math.hypot(x0, y0) * OUTSIDE;
  const parts: string[] = [];
  let around = false;
  for (const line of lines) {
    let path = '';
    let [drawnX, drawnY] = [NaN, NaN];
    let [isSeen, wasFar, was, turned] = [false, false, 0, 0];
    const draw = (x: number, y: number, pen: string): void => {
      if (Math.abs(x - drawnX) < FINEST && Math.abs(y - drawnY) < FINEST) return;
      path += `${path === '' ? 'M' : pen}${x.toFixed(1)} ${y.toFixed(1)}`;
      [drawnX, drawnY] = [x, y];
    };
    for (const point of bent(isArea && line[0] !== undefined ? [...line, line[0]] : line)) {
      const [x, y] = frame.project(point);
      const far = Math.hypot(x - x0, y - y0) > limit;
      if (!far) {
        draw(x, y, 'L');
        isSeen = true;
      } else {
        const at = Math.atan2(y - y0, x - x0);
        const turn = wasFar ? Math.atan2(Math.sin(at - was), Math.cos(at - was)) : 0;
        const steps = Math.max(1, Math.ceil(Math.abs(turn) / TURN));
        for (let step = 1; step <= steps; step++) {
          const angle = at - turn * (1 - step / steps);
          draw(x0 + limit * Math.cos(angle), y0 + limit * Math.sin(angle), isArea || !wasFar ? 'L' : 'M');
        }
        turned += turn;
        was = at;
      }
      wasFar = far;
    }
    // What is wholly outside is left out, but where it goes all the way around.
    if (isSeen || (isArea && Math.abs(turned) > Math.PI)) parts.push(path + (isArea ? 'Z' : ''));
    if (isArea && antipode !== undefined && isInside(antipode, line)) around = !around;
  }
  // An area that holds the point opposite is what is outside of its outline.
  if (around) parts.push(`M${-width} ${-height}H${2 * width}V${2 * height}H${-width}Z`);
  return parts.join('');
}

/** The points of a line with others between those that are far apart, as degrees run. */
function* bent(line: readonly Point[]): Iterable<Point> {
  let last: Point | undefined;
  for (const point of line) {
    if (last !== undefined) {
      const [east, north] = [point[0] - last[0], point[1] - last[1]];
      const pieces = Math.ceil(Math.max(Math.abs(east), Math.abs(north)) / BEND);
      for (let piece = 1; piece < pieces; piece++) yield [last[0] + (east * piece) / pieces, last[1] + (north * piece) / pieces];
    }
    yield point;
    last = point;
  }
}

function isInside([east, north]: Point, ring: readonly Point[]): boolean {
  let inside = false;
  let [lastEast, lastNorth] = ring.at(-1) ?? [0, 0];
  for (const [nextEast, nextNorth] of ring) {
    if (nextNorth > north !== lastNorth > north && east < nextEast + ((north - nextNorth) * (lastEast - nextEast)) / (lastNorth - nextNorth)) inside = !inside;
    [lastEast, lastNorth] = [nextEast, nextNorth];
  }
  return inside;
}
