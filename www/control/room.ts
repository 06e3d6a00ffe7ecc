/**
 * Tells where in the window a page shows nothing, so that something of ours can stand there.
 *
 * It looks at points, a line's height apart, and never changes anything.
 */

import { characterAt } from '../input/point.js';
import type { Point } from '../marks/anchor.js';
import { inSlices } from '../pause.js';

/** How far apart the points are, in CSS pixels. */
const STEP_PX = 11;

/** What is something to see or to use, where it has no text. */
const THINGS = 'img,picture,video,audio,canvas,svg,iframe,object,embed,button,input,select,textarea,a[href],summary,label';

/** Whether there is nothing to read or to use in this part of the window, but for what is in `own`. It looks in slices. */
export function isFree(page: Document, left: number, top: number, width: number, height: number, own: Element): Promise<boolean> {
  const points = steps(left, width).flatMap((x) => steps(top, height).map((y) => ({ x, y })));
  // WebKit tells what stands in shadow trees, too.
  const isOwn = (element: Element): boolean => element === own || element.getRootNode() === own.shadowRoot;
  const isTaken = (at: Point): boolean =>
    page.elementsFromPoint(at.x, at.y).some((element) => !isOwn(element) && (element.matches(THINGS) || characterAt(element, at) !== undefined));
  return inSlices(() => {
    const at = points.pop();
    if (at === undefined) return true;
    return isTaken(at) ? false : undefined;
  });
}

/** From `start` to the end of `length`, both included. */
function steps(start: number, length: number): number[] {
  const count = Math.ceil(length / STEP_PX);
  return Array.from({ length: count + 1 }, (_, at) => start + Math.min(at * STEP_PX, length - 0.5));
}
