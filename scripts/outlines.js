/**
 * Compiles the outlines of the map of places: `node scripts/outlines.js FILE` writes the land and the borders of the world, as
 * Natural Earth draws them at 1:50m, so small that a page can fetch them when a reader opens the map.
 *
 * The same package gives the same bytes. What the file looks like is told, and read, in www/charts/outlines.ts.
 */

import { readFileSync, writeFileSync } from 'node:fs';

/** A point: degrees east and north. @typedef {[number, number]} Point */
/** @typedef {{ objects: Record<string, { geometries: Geometry[] }>, arcs: Point[][], transform: { scale: Point, translate: Point } }} Topology */
/** What it is made of: its rings, or those of its parts, as numbers of arcs; ~n is arc n from its end. @typedef {{ type: string, arcs: number[][] | number[][][] }} Geometry */

/** How fine points are, in steps of a degree: a step is a pixel where the map is as near as it gets. */
const STEPS = 50;

/** Points are left out that make less difference than a triangle of so many square degrees (as they are at the equator). */
const SMALLEST_DETAIL = 0.005;

/** Islands of fewer square degrees are left out, but for the largest of each country. */
const SMALLEST_ISLAND = 0.05;

const VERSION = 1;

const [target] = process.argv.slice(2);
if (target === undefined) throw new Error('usage: node scripts/outlines.js FILE');
const topology = /** @type {Topology} */ (JSON.parse(readFileSync('node_modules/world-atlas/countries-50m.json', 'utf8')));

const arcs = topology.arcs.map((arc) => simplified(decoded(arc)));
const land = polygons('land').flat();
const countries = topology.objects['countries']?.geometries ?? [];
const ofLand = new Set(land.flat().map(absolute));
const kept = new Set(countries.map(largestOf).flat().map(absolute));

const shores = land.filter((ring) => ring.some((arc) => kept.has(absolute(arc))) || Math.abs(area(joined(ring))) >= SMALLEST_ISLAND).map((ring) => openRing(unrolled(joined(ring))));
const borders = [...new Set(countries.flatMap(ringsOf).flat().map(absolute))].filter((arc) => !ofLand.has(arc)).map((arc) => unrolled(arcs[arc] ?? []));

writeFileSync(target, Uint8Array.from([VERSION, ...lines(shores), ...lines(borders)]));

/** The rings of everything in the object with this name, polygon by polygon. @param {string} name */
function polygons(name) {
  return (topology.objects[name]?.geometries ?? []).map(ringsOf);
}

/** @param {Geometry} geometry @returns {number[][]} */
function ringsOf({ type, arcs: parts }) {
  if (type === 'Polygon') return /** @type {number[][]} */ (parts);
  return type === 'MultiPolygon' ? /** @type {number[][][]} */ (parts).flat() : [];
}

/** The arcs of its largest part's shore. @param {Geometry} geometry @returns {number[]} */
function largestOf(geometry) {
  const rings = ringsOf(geometry).map((ring) => ({ ring, size: Math.abs(area(joined(ring))) }));
  return rings.reduce((best, each) => (each.size > best.size ? each : best), { ring: /** @type {number[]} */ ([]), size: -1 }).ring;
}

/** @param {number} arc */
function absolute(arc) {
  return arc < 0 ? ~arc : arc;
}

/** The points of arcs that follow each other. @param {number[]} ring */
function joined(ring) {
  return ring.flatMap((arc, index) => {
    const points = arcs[absolute(arc)] ?? [];
    return (arc < 0 ? [...points].reverse() : points).slice(index === 0 ? 0 : 1);
  });
}

/** A ring without its last point, which is its first. @param {Point[]} ring */
function openRing(ring) {
  return ring.slice(0, -1);
}

/** @param {Point[]} arc */
function decoded(arc) {
  const { scale, translate } = topology.transform;
  let [x, y] = [0, 0];
  return arc.map(([dx, dy]) => {
    x += dx;
    y += dy;
    return /** @type {Point} */ ([x * scale[0] + translate[0], y * scale[1] + translate[1]]);
  });
}

/** The line without jumps where it crosses the 180th meridian: on beyond it, to 190 degrees east. @param {Point[]} line */
function unrolled(line) {
  let last = line[0]?.[0] ?? 0;
  return line.map(([x, y]) => {
    // At the pole there is no jump, and Antarctica ends.
    if (y > -89) while (Math.abs(x - last) > 180) x += x < last ? 360 : -360;
    last = x;
    return /** @type {Point} */ ([x, y]);
  });
}

/** Square degrees, as they are at the equator; negative where it goes round clockwise. @param {Point[]} ring */
function area(ring) {
  return ring.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [x, y];
    return sum + ((x * nextY - nextX * y) / 2) * Math.cos((((y + nextY) / 2) * Math.PI) / 180);
  }, 0);
}

/**
 * The line without the points that make the least difference, by Visvalingam and Whyatt: its ends stay, and of one that closes
 * four points. @param {Point[]} line
 */
function simplified(line) {
  const points = [...line];
  const closes = String(points[0]) === String(points.at(-1));
  /** @param {number} at */
  const difference = (at) => Math.abs(area([points[at - 1], points[at], points[at + 1]].filter((point) => point !== undefined)));
  const differences = points.map((_, at) => (at === 0 || at === points.length - 1 ? Infinity : difference(at)));
  while (points.length > (closes ? 5 : 2)) {
    const least = differences.indexOf(Math.min(...differences));
    const size = differences[least] ?? Infinity;
    if (size >= SMALLEST_DETAIL) break;
    points.splice(least, 1);
    differences.splice(least, 1);
    // Never less than what has gone, so that a gentle curve does not go point by point.
    for (const beside of [least - 1, least]) if (beside > 0 && beside < points.length - 1) differences[beside] = Math.max(size, difference(beside));
  }
  return points;
}

/**
 * How many there are, how many points each has, then the way from point to point: first all the steps east, then all the steps north.
 * @param {Point[][]} all
 */
function lines(all) {
  /** @param {0 | 1} axis */
  const steps = (axis) => {
    let last = 0;
    return all.flat().flatMap((point) => {
      const at = Math.round(point[axis] * STEPS);
      const step = at - last;
      last = at;
      return varint(step < 0 ? -2 * step - 1 : 2 * step);
    });
  };
  return [...varint(all.length), ...all.flatMap((line) => varint(line.length)), ...steps(0), ...steps(1)];
}

/** Seven bits a byte, the lowest first; the eighth says that more follow. @param {number} number @returns {number[]} */
function varint(number) {
  return number < 128 ? [number] : [(number % 128) + 128, ...varint(Math.floor(number / 128))];
}
