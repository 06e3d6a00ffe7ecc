/**
 * Opens the card for a pointer: when it rests on a mark, or presses it.
 *
 * The card stays while the pointer is on the mark or on the card, and on the way between them (WCAG 1.4.13). A press on a mark
 * inside a link or another control is the control's own, and a press that ends a selection of text opens nothing. Where the
 * pointer is, is looked at once a frame, and only in an article.
 */

import type { Mark } from '../marks/marks.js';
import { isElement } from '../nodes.js';
import type { Session } from '../session.js';

/** How long the pointer rests before a card opens, so that none opens while it crosses the text. */
const OPEN_MS = 220;
/** The same while a card is open: whoever looks at one may want the next. */
const NEXT_MS = 90;
/** How long a pointer may be off mark and card on its way from one to the other. */
const LEAVE_MS = 260;
/** A touch that is longer selects text, or asks for a menu. */
const TAP_MS = 500;
/** A touch that goes farther is a swipe, in CSS pixels. */
const TAP_PX = 10;

const CONTROLS = 'a[href], button, summary, label, input, select, textarea, [contenteditable]';

export function listenToPointer(session: Session, signal: AbortSignal): void {
  const { page } = session;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const later = (action: () => void, ms: number): void => {
    clearTimeout(timer);
    timer = setTimeout(action, ms);
  };
  const leave = (): void => {
    later(() => {
      if (session.shown?.reason === 'hover') session.close();
    }, LEAVE_MS);
  };

  /** What the pointer is on. */
  let over: Mark | 'card' | undefined;
  /** Where it was last, if that has not been looked at yet. */
  let latest: { path: EventTarget[]; event: PointerEvent } | undefined;

  const look = (): void => {
    if (latest === undefined || signal.aborted) return;
    const { path, event } = latest;
    latest = undefined;
    const found = session.markAt(path, event);
    const now = path.includes(session.card.host) ? 'card' : found?.mark;
    if (now === over) return;
    over = now;
    if (now === 'card' || (now !== undefined && now === session.shown?.mark)) {
      clearTimeout(timer);
    } else if (found !== undefined && event.buttons === 0) {
      const open = (): void => {
        session.open(found, 'hover', event);
      };
      later(open, session.card.isOpen ? NEXT_MS : OPEN_MS);
    } else {
      leave();
    }
  };

  const moved = (event: PointerEvent): void => {
    if (event.pointerType === 'touch') return;
    const path = event.composedPath();
    // Far from every mark, and from no mark before, there is nothing to look at.
    if (over === undefined && latest === undefined && !session.isNear(path)) return;
    if (latest === undefined) requestAnimationFrame(look);
    latest = { path, event };
  };
  // The second where the page moves under a pointer that rests.
  page.addEventListener('pointermove', moved, { signal });
  page.addEventListener('pointerover', moved, { signal });

  page.documentElement.addEventListener(
    'pointerleave',
    () => {
      over = undefined;
      latest = undefined;
      leave();
    },
    { signal },
  );

  let down: PointerEvent | undefined;
  page.addEventListener(
    'pointerdown',
    (event) => {
      down = event;
      // Whoever presses a link, or selects text, has not come for a card.
      latest = undefined;
      if (over !== undefined && over !== 'card') clearTimeout(timer);
    },
    { signal },
  );

  // A tap on text is no click to Safari, and a swipe is none to anybody.
  page.addEventListener(
    'pointerup',
    (event) => {
      if (event.pointerType !== 'touch') return;
      const isTap =
        down?.pointerId === event.pointerId &&
        event.timeStamp - down.timeStamp < TAP_MS &&
        Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) < TAP_PX;
      press(event, isTap);
    },
    { signal },
  );

  page.addEventListener(
    'click',
    (event) => {
      if (down?.pointerType !== 'touch' || event.detail === 0) press(event, true);
    },
    { signal },
  );

  /** A press opens the card of the mark under it, if there is one that it may open, and closes that of any other. */
  function press(event: MouseEvent, mayOpen: boolean): void {
    const path = event.composedPath();
    if (path.includes(session.card.host)) return;
    // What assistive technology presses may be nowhere.
    const found = session.stopAt(path[0]) ?? session.markAt(path, event);
    if (found === undefined) {
      clearTimeout(timer);
      session.close();
    } else if (mayOpen && page.getSelection()?.isCollapsed !== false && !path.some((each) => isElement(each) && each.matches(CONTROLS))) {
      clearTimeout(timer);
      session.open(found, 'press', event);
    }
  }
}
