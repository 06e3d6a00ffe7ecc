/**
 * Opens the card for a pointer: when it rests on a mark, or presses it.
 *
 * The card stays while the pointer is on the mark or on the card, and on the way between them (WCAG 1.4.13). A press on a mark
 * inside a link or another control is the control's own, and a press that ends a selection of text opens nothing.
 */

import { pieceAt } from '../marks/marks.js';
import type { Session } from '../session.js';

/** How long the pointer rests before a card opens, so that none opens while it crosses the text. */
const OPEN_MS = 220;
/** The same while a card is open: whoever looks at one may want the next. */
const NEXT_MS = 90;
/** How long a pointer may be off mark and card on its way from one to the other. */
const LEAVE_MS = 260;

const CONTROLS = 'a[href], button, summary, label, input, select, textarea, [contenteditable]';

export function listenToPointer(session: Session, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const later = (action: () => void, ms: number): void => {
    clearTimeout(timer);
    timer = setTimeout(action, ms);
  };
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
  });

  document.addEventListener(
    'pointerover',
    (event) => {
      if (event.pointerType === 'touch') return;
      const piece = pieceAt(event);
      const at = { x: event.clientX, y: event.clientY };
      if (event.composedPath().includes(session.card.host) || (piece !== undefined && isShown(session, piece))) {
        clearTimeout(timer);
      } else if (piece !== undefined && event.buttons === 0) {
        later(
          () => {
            session.open(piece, 'hover', at);
          },
          session.card.isOpen ? NEXT_MS : OPEN_MS,
        );
      } else {
        later(() => {
          leave(session);
        }, LEAVE_MS);
      }
    },
    { signal },
  );

  document.documentElement.addEventListener(
    'pointerleave',
    () => {
      later(() => {
        leave(session);
      }, LEAVE_MS);
    },
    { signal },
  );

  document.addEventListener(
    'click',
    (event) => {
      const piece = pieceAt(event);
      if (piece === undefined) dismiss(event);
      else if (piece.closest(CONTROLS) === null && getSelection()?.isCollapsed !== false) {
        clearTimeout(timer);
        session.open(piece, 'press', { x: event.clientX, y: event.clientY });
      }
    },
    { signal },
  );

  // A tap on plain text is no click to Safari on a touch screen, and a swipe is none to anybody.
  document.addEventListener(
    'pointerup',
    (event) => {
      if (event.pointerType === 'touch' && pieceAt(event) === undefined) dismiss(event);
    },
    { signal },
  );

  function dismiss(event: Event): void {
    if (event.composedPath().includes(session.card.host)) return;
    clearTimeout(timer);
    session.close();
  }
}

/** Closes a card that only the pointer had opened. */
function leave(session: Session): void {
  if (session.shown?.reason === 'hover') session.close();
}

function isShown(session: Session, piece: HTMLElement): boolean {
  return session.shown !== undefined && session.shown.mark === session.find(piece)?.mark;
}
