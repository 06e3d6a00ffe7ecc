/**
 * All that it takes to draw a map, as a module of its own: a page loads it, and the outlines after it, when a reader first opens Places.
 *
 * It says what to draw, and touches no page itself, so that it needs nothing of the rest of the shell.
 */

import type { Drawing, Place } from './map.js';
import { mapOf } from './map.js';
import { loadOutlines } from './outlines.js';

/** Draws a map; `map.ts` says how. */
export type Draw = (places: readonly Place[], width: number, kilometres: (count: number) => string) => Drawing;

/** How to draw, once the outlines are there. Throws where they cannot be had; a later call tries again. */
export async function loadAtlas(): Promise<Draw> {
  const outlines = await loadOutlines();
  return (...what) => mapOf(outlines, ...what);
}
