/**
 * All that it takes to draw a map, as a module of its own: a page loads it, and the outlines after it, when a reader first opens Places.
 *
 * It computes, and draws nothing itself, so that it shares no code with the rest of the shell.
 */

import type { Label } from './labels.js';
import { labelsOf } from './labels.js';
import type { Outlines } from './outlines.js';
import { loadOutlines } from './outlines.js';
import type { Point } from './projection.js';
import { frameOf, pathOf } from './projection.js';

/** A map of given places, in CSS pixels from its upper left corner. */
export interface Drawing {
  height: number;
  /** For the attribute `d`: areas, to be filled by the rule `evenodd`, and lines. */
  land: string;
  borders: string;
  /** How long a kilometre is, where that is the same all over the map. */
  kilometre: number | undefined;
  /** For each place, in their order. */
  dots: { x: number; y: number; radius: number; label: Label | undefined }[];
}

/** What is to be shown of a place. */
export interface Spot {
  at: Point;
  radius: number;
  /** How wide its name is. */
  width: number;
}

/** Draws a map `width` CSS pixels wide that shows all of these places, of which there is at least one; the first get names first. */
export type Draw = (spots: readonly Spot[], width: number) => Drawing;

const EARTH_KM = 6371;

/** How to draw, once the outlines are there. Throws where they cannot be had; a later call tries again. */
export async function loadAtlas(): Promise<Draw> {
  const outlines = await loadOutlines();
  return (spots, width) => drawing(outlines, spots, width);
}

function drawing(outlines: Outlines, spots: readonly Spot[], width: number): Drawing {
  const frame = frameOf(
    spots.map(({ at }) => at),
    width,
  );
  const dots = spots.map(({ at, radius, width: nameWidth }) => {
    const [x, y] = frame.project(at);
    return { x, y, radius, width: nameWidth };
  });
  const labels = labelsOf(dots, width, frame.height);
  return {
    height: frame.height,
    land: pathOf(outlines.shores, frame, true),
    borders: pathOf(outlines.borders, frame, false),
    kilometre: frame.antipode && frame.scale / EARTH_KM,
    dots: dots.map(({ x, y, radius }, index) => ({ x, y, radius, label: labels[index] })),
  };
}
