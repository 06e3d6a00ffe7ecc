/**
 * Where the panel stands in a window, and how large it is there: plain numbers, in CSS pixels.
 *
 * What is remembered comes from another day and perhaps a wider window; it is brought into this one, and never further.
 */

import type { PanelPlace } from '../settings.js';

/** How it stands in fact: a narrow window has a sheet from below, whatever was chosen. */
export type Stand = PanelPlace['at'] | 'sheet';

export interface Size {
  width: number;
  height: number;
}

/** Below this width, a window has the panel as a sheet. */
const NARROW = 640;
const LEAST_WIDTH = 280;
const LEAST_HEIGHT = 160;
/** The share of the window that is left to the text beside a docked panel, and the most that is left above a sheet. */
const TEXT_BESIDE = 0.2;
const TEXT_ABOVE = 96;
/** How far a floating panel stays from the edges of the window. */
const EDGE = 8;

export function standOf(place: PanelPlace, window: Size): Stand {
  return window.width < NARROW ? 'sheet' : place.at;
}

/** The least and the most that a panel may measure in a window. */
export function limits(stand: Stand, window: Size): { least: Size; most: Size } {
  const isFloating = stand === 'float';
  const most = {
    width: isFloating ? window.width - 2 * EDGE : Math.floor(window.width * (1 - TEXT_BESIDE)),
    height: isFloating ? window.height - 2 * EDGE : window.height - Math.min(TEXT_ABOVE, Math.floor(window.height * TEXT_BESIDE)),
  };
  return { least: { width: Math.min(LEAST_WIDTH, most.width), height: Math.min(LEAST_HEIGHT, most.height) }, most };
}

/** `place`, as far as it must change for the panel to stand inside `window`. */
export function fitted(place: PanelPlace, window: Size): PanelPlace {
  const stand = standOf(place, window);
  const { least, most } = limits(stand, window);
  if (stand === 'sheet') return { ...place, sheet: within(place.sheet, least.height, most.height) };
  const width = within(place.width, least.width, most.width);
  if (stand !== 'float') return { ...place, width };
  const height = within(place.height, least.height, most.height);
  const x = within(place.x, EDGE, window.width - EDGE - width);
  return { ...place, width, height, x, y: within(place.y, EDGE, window.height - EDGE - height) };
}

/** What of the panel is pulled: all of it, an edge, or the corner between the two edges that can be. */
export type Grip = 'move' | 'width' | 'height' | 'corner';

/** `place`, once `grip` is pulled this far to the right and down. */
export function pulled(place: PanelPlace, stand: Stand, grip: Grip, right: number, down: number): PanelPlace {
  if (grip === 'move') return { ...place, x: place.x + right, y: place.y + down };
  if (stand === 'sheet') return { ...place, sheet: place.sheet - down };
  const wider = stand === 'right' ? -right : right;
  return {
    ...place,
    ...(grip !== 'height' && { width: place.width + wider }),
    ...(grip !== 'width' && { height: place.height + down }),
  };
}

function within(value: number, least: number, most: number): number {
  return Math.round(Math.max(least, Math.min(value, most)));
}
