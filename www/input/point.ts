/**
 * Says which character of a page's text is under a pointer.
 *
 * Marks need no element, so that there may be none to ask; and a caret, which browsers can tell from a point, snaps to the
 * nearest text from wherever the pointer is, and knows nothing of shadow trees in WebKit, nor of text that cannot be selected.
 */

import type { Point } from '../marks/anchor.js';
import { holds } from '../marks/anchor.js';
import { isElement } from '../nodes.js';

/**
 * What is measured, in each page. A page has to move every range in it at each change of its nodes, until they are collected as
 * garbage, and this is asked for hundreds of points in a row.
 */
const ranges = new WeakMap<Document, Range>();

/**
 * The text node and the offset in it of the character whose box holds `at`, where `target` is what an event there goes to.
 * Cost: n in the lines of the texts right in `target`.
 */
export function characterAt(target: EventTarget | undefined, at: Point): [text: Text, offset: number] | undefined {
  if (!isElement(target)) return undefined;
  const page = target.ownerDocument;
  const range = ranges.get(page) ?? page.createRange();
  ranges.set(page, range);
  const isIn = (text: Text, start: number, end: number): boolean => {
    range.setStart(text, start);
    range.setEnd(text, end);
    return [...range.getClientRects()].some((box) => holds(box, at));
  };
  // The pointer is on a text only if its event goes to what that stands in.
  for (const text of [...target.childNodes, ...(target.shadowRoot?.childNodes ?? [])]) {
    if (!isText(text) || !isIn(text, 0, text.length)) continue;
    let [start, end] = [0, text.length];
    // Wherever characters stand, in lines and directions of any kind, one half of them holds the point.
    while (end - start > 1) {
      const middle = (start + end) >> 1;
      if (isIn(text, start, middle)) end = middle;
      else start = middle;
    }
    rest(range, page);
    return [text, start];
  }
  rest(range, page);
  return undefined;
}

/** Lets go of what it has measured, which the page may take out. */
function rest(range: Range, page: Document): void {
  range.setStart(page, 0);
  range.collapse(true);
}

function isText(node: Node): node is Text {
  return node.nodeType === 3;
}
