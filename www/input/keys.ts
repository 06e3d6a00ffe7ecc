/**
 * Opens the card for the keyboard: the Tab key leads to one mark, arrow keys on to others, and the focus shows the card.
 *
 * Enter or Space opens a closed card again, or goes into an open one that holds a link; Tab and Escape lead back out of it.
 * Escape closes the card however it was opened, and leaves the focus on the mark. No other key is ever taken from the page.
 */

import { pieceAt } from '../marks/marks.js';
import type { Session } from '../session.js';

export function listenToKeys(session: Session, signal: AbortSignal): void {
  document.addEventListener(
    'focusin',
    (event) => {
      const piece = pieceAt(event);
      // The focus comes from the mouse too; then the click that follows opens the card.
      if (piece?.matches(':focus-visible')) session.open(piece, 'focus');
    },
    { signal },
  );

  document.addEventListener(
    'focusout',
    (event) => {
      if (session.shown === undefined || event.relatedTarget === session.card.host) return;
      if (event.relatedTarget instanceof Node && session.shown.piece.contains(event.relatedTarget)) return;
      const left = pieceAt(event) !== undefined && session.shown.reason === 'focus';
      if (left || event.target === session.card.host) session.close();
    },
    { signal },
  );

  document.addEventListener(
    'keydown',
    (event) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
      if (event.key === 'Escape' ? escape(session) : inCard(session, event) || onMark(session, event)) {
        event.preventDefault();
        // What the card has used must not also close a dialog of the page, or turn its slides.
        event.stopPropagation();
      }
    },
    { signal, capture: true },
  );
}

/** Says whether there was a card to close. */
function escape(session: Session): boolean {
  const { shown } = session;
  if (shown === undefined) return false;
  backToMark(session);
  session.close();
  return true;
}

function inCard(session: Session, event: KeyboardEvent): boolean {
  if (event.target !== session.card.host || !isTab(event) || !session.card.isAtEdge(event.shiftKey)) return false;
  return backToMark(session);
}

/** Whether it is the Tab key, which WebKitGTK leaves without a name where Shift is held. */
function isTab({ key, code }: KeyboardEvent): boolean {
  return key === 'Tab' || (key === 'Unidentified' && code === 'Tab');
}

/** Says whether the focus was in the card. */
function backToMark(session: Session): boolean {
  if (document.activeElement !== session.card.host) return false;
  const piece = session.shown?.mark.pieces[0];
  piece?.focus();
  return piece !== undefined;
}

function onMark(session: Session, event: KeyboardEvent): boolean {
  const piece = event.composedPath()[0];
  if (event.shiftKey || !(piece instanceof HTMLElement)) return false;
  const article = session.find(piece)?.article;
  if (article === undefined || !article.roving.isStop(piece)) return false;
  if (event.key !== 'Enter' && event.key !== ' ') return article.roving.step(event.key);
  if (session.shown?.piece !== piece || !session.card.focusInside()) session.open(piece, 'focus');
  return true;
}
