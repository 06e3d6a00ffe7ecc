/**
 * Puts an element of ours beside a line of text, and keeps it there while the page moves.
 *
 * It looks once a frame for as long as something is open, and does nothing in a frame in which nothing has moved: whatever scrolls,
 * grows or is animated, there is no event that tells of all of it.
 */

import type { Anchor } from './marks/anchor.js';

/** Between the line and the element, and between the element and the edge of the window, in CSS pixels. */
const GAP_PX = 8;
/** What is nearer to the upper or lower edge of the window may be behind a bar of the page's, in CSS pixels. */
const EDGE_PX = 80;

/** Calls `moved` now, and whenever `anchor` or the window is another than before, until the function that it returns is called. */
export function follow(page: Document, anchor: Anchor, moved: (line: DOMRect) => void): () => void {
  const view = page.defaultView;
  if (view === null) return () => undefined;
  let before = '';
  let frame = 0;
  const look = (): void => {
    frame = view.requestAnimationFrame(look);
    const line = anchor.getBoundingClientRect();
    const { x, y, width, height } = line;
    const now = [x, y, width, height, view.innerWidth, view.innerHeight].join();
    if (now === before) return;
    before = now;
    moved(line);
  };
  look();
  return () => {
    view.cancelAnimationFrame(frame);
  };
}

/** Where a box of this size stands beside `line` in the window: under it, or above where there is more room; how high it may be. */
export function beside(view: Window, line: DOMRect, width: number, height: number, isRightToLeft: boolean): Record<'x' | 'y' | 'room', number> {
  const { clientWidth, clientHeight } = view.document.documentElement;
  const below = clientHeight - line.bottom - 2 * GAP_PX;
  const above = line.top - 2 * GAP_PX;
  const isBelow = height <= below || below >= above;
  const room = Math.max(isBelow ? below : above, 0);
  const start = isRightToLeft ? line.right - width : line.left;
  return {
    x: Math.max(GAP_PX, Math.min(start, clientWidth - width - GAP_PX)),
    y: isBelow ? line.bottom + GAP_PX : line.top - GAP_PX - Math.min(height, room),
    room,
  };
}

/**
 * Scrolls the line of `anchor` into view, at once, with everything that it stands in, frames included: nobody wants to be dragged
 * through a page. What is too near to the edges of the window counts as out of view, and so do the `covered` pixels at its bottom.
 */
export function bringIntoView(anchor: Anchor, covered = 0): void {
  let element: Element | null | undefined = anchor.contextElement;
  // Where the line is in the window of each frame in turn.
  let [left, top] = [0, 0];
  const scroll = (box: Element | Window, view: { left: number; right: number; top: number; bottom: number }): void => {
    const line = anchor.getBoundingClientRect();
    box.scrollBy({
      left: toMiddle(line.left + left, line.right + left, view.left, view.right),
      top: toMiddle(line.top + top, line.bottom + top, view.top, view.bottom),
      behavior: 'instant',
    });
  };
  while (element) {
    for (const box of clipping(element)) scroll(box, box.getBoundingClientRect());
    const view: Window | null = element.ownerDocument.defaultView;
    if (view === null) return;
    scroll(view, { left: 0, top: EDGE_PX, right: view.innerWidth, bottom: view.innerHeight - Math.max(EDGE_PX, covered + GAP_PX) });
    element = view.frameElement;
    const box = element?.getBoundingClientRect();
    left += (box?.left ?? 0) + (element?.clientLeft ?? 0);
    top += (box?.top ?? 0) + (element?.clientTop ?? 0);
  }
}

/** How far to scroll what is from `start` to `end` to the middle between `low` and `high`, if it is not between them. */
function toMiddle(start: number, end: number, low: number, high: number): number {
  return start >= low && end <= high ? 0 : (start + end - low - high) / 2;
}

/** The elements around `element` that clip what is in them, from the innermost out. */
export function clipping(element: Element): Element[] {
  const found: Element[] = [];
  for (let each: Element | null = element; each !== null; each = each.parentElement ?? hostOf(each)) {
    if (/auto|scroll|hidden|clip/.test(getComputedStyle(each).overflow) && each !== each.ownerDocument.documentElement) found.push(each);
  }
  return found;
}

/** Whether `line` is to be seen in the window and through all of `frames`. */
export function isInSight(line: DOMRect, view: Window, frames: readonly Element[]): boolean {
  const meets = (box: { left: number; right: number; top: number; bottom: number }): boolean =>
    line.left < box.right && line.right > box.left && line.top < box.bottom && line.bottom > box.top;
  const all = { left: 0, top: 0, right: view.innerWidth, bottom: view.innerHeight };
  return meets(all) && frames.every((frame) => meets(frame.getBoundingClientRect()));
}

function hostOf(element: Element): Element | null {
  return (element.getRootNode() as Partial<ShadowRoot>).host ?? null;
}
