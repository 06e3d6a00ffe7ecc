/**
 * Fits a map to places and draws lines on it: a region by Lambert's azimuthal projection around its middle, what is wider than that by the
 * Equal Earth projection, cut in the Bering Strait. Both show areas as large as they are.
 *
 * Numbers only: degrees go in, CSS pixels come out, from the upper left corner of the map.
 */

/** Degrees east and north. */
export type Point = readonly [east: number, north: number];

/** CSS pixels to the right and down. */
export type Pixel = readonly [x: number, y: number];

export interface Frame {
  width: number;
  height: number;
  readonly project: (point: Point) => Pixel;
  /** CSS pixels a radian in the middle: the same all over a region, near enough, but not all over the world. */
  scale: number;
  /** What lies opposite of the middle of a region, and is no place on its map. */
  antipode?: Point;
}

const RADIAN = Math.PI / 180;

/**
 * No region is shown nearer than so many degrees wide. What lies further from its middle than so many is none, but for what the cut of
 * the world would part, unless that is seen from so near to a pole that nobody would know it.
 */
const NEAREST = 10 * RADIAN;
const FURTHEST = 35 * RADIAN;
const FURTHEST_ACROSS = 55 * RADIAN;
const POLAR = 45;

/** What is kept free around the outermost places for dots and names, as a share of the map, and how high a map is for its width. */
const MARGIN = 0.16;
const LOWEST = 0.6;
const LOWEST_WORLD = 0.42;
const HIGHEST = 0.85;

/** Where the world is cut, in degrees east; its edges, unless a place lies beyond: those of where people live; and the least share of it. */
const CUT = -169.5;
const WORLD: readonly Point[] = [
  [-168, 65],
  [178, -42],
  [11, -55],
  [11, 74],
];
const LEAST_OF_WORLD = 0.5;

/** The map of these places, of which there is at least one, `width` CSS pixels wide. */
export function frameOf(places: readonly Point[], width: number): Frame {
  const { middle, radius } = capOf(places);
  const easts = places.map(([east]) => east - (east < CUT ? -360 : 0));
  const isParted = Math.max(...easts) - Math.min(...easts) > 180 && Math.abs(middle[1]) < POLAR;
  return radius <= (isParted ? FURTHEST_ACROSS : FURTHEST) ? region(places, middle, width) : world(places, width);
}

function world(places: readonly Point[], width: number): Frame {
  const all = boxOf([...WORLD, ...places].map(equalEarth));
  const nearest = (all.right - all.left) * LEAST_OF_WORLD;
  return fitted(equalEarth, places, width, { lowest: LOWEST_WORLD, highest: LOWEST, nearest, all });
}

function region(places: readonly Point[], middle: Point, width: number): Frame {
  const box = boxOf(places.map(azimuthal(middle)));
  // Again around the middle of what is shown, where the projection is at its best.
  const [east, north] = fromAzimuthal(middle, [(box.left + box.right) / 2, (box.bottom + box.top) / 2]);
  const frame = fitted(azimuthal([east, north]), places, width, { lowest: LOWEST, highest: HIGHEST, nearest: NEAREST });
  return { ...frame, antipode: [east > 0 ? east - 180 : east + 180, -north] };
}

/** The sides of a box, the upper one having the larger number. */
export interface Box {
  left: number;
  right: number;
  bottom: number;
  top: number;
}

/** Points one after the other, each as degrees east and degrees north; and the box that they lie in. */
export interface Line {
  points: Float32Array;
  box: Box;
}

interface Fit {
  /** The least and the most height, as a share of the width. */
  lowest: number;
  highest: number;
  /** The least width, in radians. */
  nearest: number;
  /** What there is to show. */
  all?: Box;
}

function fitted(project: (point: Point) => Pixel, places: readonly Point[], width: number, { lowest, highest, nearest, all }: Fit): Frame {
  const { left, right, bottom, top } = boxOf(places.map(project));
  const [across, up] = [right - left, top - bottom];
  const free = 1 - 2 * MARGIN;
  let height = width * Math.max(lowest, Math.min(across === 0 ? 0 : up / across, highest));
  let scale = Math.min((width * free) / across, (height * free) / up, width / nearest);
  let [x0, y0] = [(left + right) / 2, (top + bottom) / 2];
  if (all !== undefined) {
    scale = Math.max(scale, width / (all.right - all.left));
    height = Math.min(Math.max(height, up * scale), (all.top - all.bottom) * scale);
    const [halfWidth, halfHeight] = [width / 2 / scale, height / 2 / scale];
    x0 = Math.max(all.left + halfWidth, Math.min(x0, all.right - halfWidth));
    y0 = Math.max(all.bottom + halfHeight, Math.min(y0, all.top - halfHeight));
  }
  height = Math.ceil(height);
  return {
    width,
    height,
    scale,
    project: (point) => {
      const [x, y] = project(point);
      return [width / 2 + (x - x0) * scale, height / 2 - (y - y0) * scale];
    },
  };
}

function boxOf(points: readonly Pixel[]): Box {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return { left: Math.min(...xs), right: Math.max(...xs), bottom: Math.min(...ys), top: Math.max(...ys) };
}

/** How often the middle of a cap is moved towards the place that is furthest from it: each time by less. */
const STEPS = 40;

/** The middle and, in radians, the radius of about the smallest cap of the globe that holds these places, by Bădoiu and Clarkson. */
function capOf(places: readonly Point[]): { middle: Point; radius: number } {
  const vectors = places.map(([east, north]) => {
    const [l, p] = [east * RADIAN, north * RADIAN];
    return [Math.cos(p) * Math.cos(l), Math.cos(p) * Math.sin(l), Math.sin(p)] as const;
  });
  let [x, y, z] = vectors[0] ?? [1, 0, 0];
  let least = 1;
  for (let step = 2; step < STEPS; step++) {
    const length = Math.hypot(x, y, z);
    let furthest = vectors[0] ?? [1, 0, 0];
    least = 1;
    for (const vector of vectors) {
      const near = (x * vector[0] + y * vector[1] + z * vector[2]) / length;
      if (near < least) [least, furthest] = [near, vector];
    }
    [x, y, z] = [x + (furthest[0] - x) / step, y + (furthest[1] - y) / step, z + (furthest[2] - z) / step];
  }
  return { middle: [Math.atan2(y, x) / RADIAN, Math.atan2(z, Math.hypot(x, y)) / RADIAN], radius: Math.acos(Math.max(-1, least)) };
}

function azimuthal([east0, north0]: Point): (point: Point) => Pixel {
  const [sin0, cos0] = [Math.sin(north0 * RADIAN), Math.cos(north0 * RADIAN)];
  return ([east, north]) => {
    const [l, p] = [(east - east0) * RADIAN, north * RADIAN];
    const [sin, cos] = [Math.sin(p), Math.cos(p)];
    const [x, y] = [cos * Math.sin(l), cos0 * sin - sin0 * cos * Math.cos(l)];
    const away = Math.sqrt(Math.max(0, 2 - 2 * (sin0 * sin + cos0 * cos * Math.cos(l))));
    const length = Math.sqrt(x * x + y * y);
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

/** A line is bent where its points lie further apart than so many degrees, and drawn no finer than so many CSS pixels. */
const BEND = 2;
const FINEST = 0.7;

/** How far outside the map lines are followed, as a share of the way from its middle to its corner; and in what steps around it, in radians. */
const OUTSIDE = 1.4;
const TURN = 0.25;

/** Nearly as far as anything lies from the middle of a region: the globe is a disc of radius 2 there. */
const EDGE = 1.85;

/**
 * The path of `lines` on the map, for the attribute `d`. What lies far outside is drawn on a circle around the map, where nobody sees it.
 * As areas, they are to be filled by the rule `evenodd`. Cost: linear in the points of what comes near the map.
 */
export function pathOf(lines: readonly Line[], frame: Frame, isArea: boolean): string {
  const { width, height, antipode } = frame;
  const pen = new Pen(frame, isArea);
  let all = '';
  let isTurned = false;
  for (const { points, box } of lines) {
    if (isArea && antipode !== undefined && isInside(antipode, points, box)) isTurned = !isTurned;
    if (antipode === undefined || !isBeyond(box, frame, pen.limit)) all += pen.along(points);
  }
  // An area that holds the point opposite is what is outside of its outline.
  return isTurned ? `${all}M${-width} ${-height}H${2 * width}V${2 * height}H${-width}Z` : all;
}

/** Draws one line after the other. */
class Pen {
  /** How far from the middle lines are followed, in CSS pixels. */
  readonly limit: number;
  readonly #frame: Frame;
  readonly #isArea: boolean;
  #path = '';
  /** Where it drew last. */
  #x = 0;
  #y = 0;
  /** Whether anything was within the limit; whether the last point was not, and in what direction; and how far it has gone around. */
  #isSeen = false;
  #wasFar = false;
  #angle = 0;
  #turned = 0;

  constructor(frame: Frame, isArea: boolean) {
    const { width, height, scale, antipode } = frame;
    this.limit = Math.min((Math.hypot(width, height) / 2) * OUTSIDE, antipode === undefined ? Infinity : EDGE * scale);
    this.#frame = frame;
    this.#isArea = isArea;
  }

  /** The path of a line, back to its beginning where it is the outline of an area; nothing, where all of it is outside. */
  along(points: Line['points']): string {
    this.#begin();
    const size = points.length;
    for (let index = 0; index < size + (this.#isArea ? 2 : 0); index += 2) {
      const east = points[index % size] ?? 0;
      const north = points[(index % size) + 1] ?? 0;
      if (index > 0) {
        const [fromEast, fromNorth] = [points[index - 2] ?? 0, points[index - 1] ?? 0];
        const pieces = Math.ceil(Math.max(Math.abs(east - fromEast), Math.abs(north - fromNorth)) / BEND);
        for (let piece = 1; piece < pieces; piece++) this.#go(fromEast + ((east - fromEast) * piece) / pieces, fromNorth + ((north - fromNorth) * piece) / pieces);
      }
      this.#go(east, north);
    }
    // What goes all the way around, has the map inside.
    const isDrawn = this.#isSeen || (this.#isArea && Math.abs(this.#turned) > Math.PI);
    return isDrawn ? this.#path + (this.#isArea ? 'Z' : '') : '';
  }

  #begin(): void {
    this.#path = '';
    this.#isSeen = false;
    this.#wasFar = false;
    this.#turned = 0;
  }

  #go(east: number, north: number): void {
    const { project, width, height } = this.#frame;
    const [px, py] = project([east, north]);
    const [x, y] = [px - width / 2, py - height / 2];
    const isFar = x * x + y * y > this.limit * this.limit;
    if (isFar) {
      const angle = Math.atan2(y, x);
      const turn = this.#wasFar ? Math.atan2(Math.sin(angle - this.#angle), Math.cos(angle - this.#angle)) : 0;
      const steps = Math.max(1, Math.ceil(Math.abs(turn) / TURN));
      for (let step = 1; step <= steps; step++) {
        const at = angle - turn * (1 - step / steps);
        this.#draw(width / 2 + this.limit * Math.cos(at), height / 2 + this.limit * Math.sin(at), this.#isArea || !this.#wasFar ? 'L' : 'M');
      }
      this.#turned += turn;
      this.#angle = angle;
    } else {
      this.#draw(px, py, 'L');
      this.#isSeen = true;
    }
    this.#wasFar = isFar;
  }

  #draw(x: number, y: number, how: 'L' | 'M'): void {
    if (this.#path !== '' && Math.abs(x - this.#x) < FINEST && Math.abs(y - this.#y) < FINEST) return;
    this.#path += `${this.#path === '' ? 'M' : how}${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`;
    this.#x = x;
    this.#y = y;
  }
}

/** Whether all that lies in the box is further from the middle of a region than `limit`, in CSS pixels. */
function isBeyond({ left, right, bottom, top }: Box, frame: Frame, limit: number): boolean {
  const { scale, width, height } = frame;
  const [x, y] = frame.project([(left + right) / 2, (bottom + top) / 2]);
  const away = Math.asin(Math.min(1, Math.hypot(x - width / 2, y - height / 2) / (2 * scale))) * 2;
  const reach = Math.asin(Math.min(1, limit / (2 * scale))) * 2;
  return away - reach > (Math.hypot(right - left, top - bottom) / 2) * RADIAN;
}

function isInside([east, north]: Point, ring: Line['points'], { left, right, bottom, top }: Box): boolean {
  let inside = false;
  // Beyond the 180th meridian, degrees go on.
  const at = east < left ? east + 360 : east;
  if (at > right || north < bottom || north > top) return false;
  for (let index = 0, before = ring.length - 2; index < ring.length; before = index, index += 2) {
    const [e1 = 0, n1 = 0, e2 = 0, n2 = 0] = [ring[index], ring[index + 1], ring[before], ring[before + 1]];
    if (n1 > north !== n2 > north && at < e1 + ((north - n1) * (e2 - e1)) / (n2 - n1)) inside = !inside;
  }
  return inside;
}
