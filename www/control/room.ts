/**
 * Tells where in the window a page shows nothing, so that something of ours can stand there.
 *
 * It looks at points, a line's height apart, and never changes anything.
 */

import { characterAt } from '../input/point.js';

/** How far apart the points are, in CSS pixels. */
const STEP_PX = 11;

/** What is something to see or to use, where it has no text. */
const THINGS = 'img,picture,video,audio,canvas,svg,iframe,object,embed,button,input,select,textarea,a[href],summary,label';

/** Whether there is nothing to read or to use in this part of the window, but for what is in `own`. */
export function isFree(page: Document, left: number, top: number, width: number, height: number, own: Element): boolean {
  for (let x = left; x <= left + width; x += STEP_PX) {
    for (let y = top; y <= top + height; y += STEP_PX) {
      const taken = page
        .elementsFromPoint(x, y)
        .some((element) => element !== own && (element.matches(THINGS) || characterAt(element, { x, y }) !== undefined));
      if (taken) return false;
    }
  }
  return true;
}
