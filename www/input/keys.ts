/**
 * Opens the card for the keyboard: the Tab key leads to one mark, arrow keys on to others, and the focus shows the card.
 *
 * Enter or Space opens a closed card again, or goes into an open one that holds a link; Tab and Escape lead back out of it.
 * Escape closes the card however it was opened, and leaves the focus on the mark. No other key is ever taken from the page.
 */

import { isElement } from '../nodes.js';
import type { Session } from '../session.js';

export function listenToKeys(session: Session, signal: AbortSignal): void {
  session.page.addEventListener(
    'focusin',
    (event) => {
      const piece = event.composedPath()[0];
      const found = session.stopAt(piece);
      found?.article.roving.describe();
      // The focus comes from the mouse too; then the click that follows opens the card.
      if (found !== undefined && isElement(piece) && piece.matches(':focus-visible')) session.open(found, 'focus');
    },
    { signal },
  );

  session.page.addEventListener(
    'focusout',
    (event) => {
      if (session.shown === undefined || event.relatedTarget === session.card.host) return;
      const left = session.shown.reason === 'focus' && session.stopAt(event.composedPath()[0]) !== undefined;
      if (left || event.target === session.card.host) session.close();
    },
    { signal },
  );

  const pressed = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    if (event.key === 'Escape' ? escape(session) : inCard(session, event) || onMark(session, event)) {
      event.preventDefault();
      // What the card has used must not also close a dialog of the page, or turn its slides.
      event.stopPropagation();
    }
  };
  // Over a frame there may be a card that a pointer has opened, while the page around it has the focus.
  for (const page of new Set([session.page, document])) page.addEventListener('keydown', pressed, { signal, capture: true });
}

/** Says whether there was a card to close. */
function escape(session: Session): boolean {
  if (session.shown === undefined) return false;
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
  const { shown } = session;
  if (shown === undefined || session.page.activeElement !== session.card.host) return false;
  shown.article.roving.focus(shown.mark);
  return true;
}

function onMark(session: Session, event: KeyboardEvent): boolean {
  const found = session.stopAt(event.composedPath()[0]);
  // On leaving, so that the focus does not come to the card instead, which would lead it back.
  if (found !== undefined && isTab(event)) session.close();
  if (found === undefined || event.shiftKey) return false;
  const { article, mark } = found;
  if (event.key === 'Enter' || event.key === ' ') {
    if (session.shown?.mark !== mark || !session.card.focusInside()) session.open(found, 'focus');
    return true;
  }
  const next = article.roving.step(event.key);
  if (next === undefined) return false;
  // Where the focus has moved inside our own tree, the document has not heard of it.
  session.open({ article, mark: next }, 'focus');
  return true;
}
