/**
 * Notes beside the text: who says what stands in the lines there.
 *
 * They are in a shadow root of ours over the page, each only where the page shows nothing, so that they cover and move nothing; what is
 * said of a quotation is said to those who listen by its mark.
 */

import { isFree } from '../control/room.js';
import { Host } from '../host.js';
import type { Article } from './article.js';
import css from './margin.css';

/** After the last scroll or change of size, in milliseconds. */
const REST_MS = 150;
/** Between the text and a note, and how wide and high a note may be, in CSS pixels. */
const GAP_PX = 20;
const WIDTH_PX = 150;
const HEIGHT_PX = 34;

export class Margin {
  readonly #page: Document;
  readonly #articles: () => Iterable<Article>;
  readonly #host: Host;
  readonly #listening = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** How often the notes had to be written anew. */
  #turn = 0;

  constructor(page: Document, articles: () => Iterable<Article>) {
    this.#page = page;
    this.#articles = articles;
    this.#host = new Host(page, 'notes', css);
    this.#host.element.ariaHidden = 'true';
    const { signal } = this.#listening;
    const later = (): void => {
      this.renew();
    };
    page.addEventListener('scroll', later, { signal, capture: true, passive: true });
    page.defaultView?.addEventListener('resize', later, { signal });
    this.renew();
  }

  /** Writes the notes for what is in view, soon. */
  renew(): void {
    // A note that has not moved with its line is worse than none.
    this.#host.root.replaceChildren();
    this.#turn += 1;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      void this.#write();
    }, REST_MS);
  }

  remove(): void {
    this.#listening.abort();
    this.#turn += 1;
    clearTimeout(this.#timer);
    this.#host.element.remove();
  }

  async #write(): Promise<void> {
    const view = this.#page.defaultView;
    if (view === null) return;
    const turn = this.#turn;
    for (const article of this.#articles()) {
      const { container } = article;
      if (container === undefined) continue;
      this.#host.show(container);
      const isRightToLeft = getComputedStyle(container).direction === 'rtl';
      let last = -HEIGHT_PX;
      let said = '';
      for (const mark of article.marks.all) {
        if (mark.kind !== 'quote' || mark.type === 'scare') continue;
        const [line] = article.marks.rangesOf(mark).flatMap((range) => [...range.getClientRects()]);
        if (line === undefined || line.top < 0) continue;
        if (line.bottom > view.innerHeight) break;
        const title = article.facts(mark)[0]?.title;
        // One for each time that somebody else begins to speak.
        if (title === undefined || title === said || line.top < last + HEIGHT_PX) continue;
        const block = blockOf(article.marks.rangesOf(mark)[0]);
        const column = block?.getBoundingClientRect();
        if (column === undefined) continue;
        const x = isRightToLeft ? column.left - GAP_PX - WIDTH_PX : column.right + GAP_PX;
        const isInWindow = x >= 0 && x + WIDTH_PX <= this.#page.documentElement.clientWidth;
        const isThere = isInWindow && (await isFree(this.#page, x, line.top, WIDTH_PX, HEIGHT_PX, this.#host.element));
        // The page may have moved meanwhile.
        if (turn !== this.#turn) return;
        if (!isThere) continue;
        const note = this.#page.createElement('p');
        note.dir = 'auto';
        note.textContent = title;
        note.style.left = `${x}px`;
        note.style.top = `${line.top}px`;
        note.style.width = `${WIDTH_PX}px`;
        this.#host.root.append(note);
        [last, said] = [line.top, title];
      }
    }
  }
}

/** The block that the start of `range` stands in. */
function blockOf(range: Range | undefined): Element | undefined {
  let element = range?.startContainer.parentElement ?? undefined;
  while (element !== undefined && /^inline/.test(getComputedStyle(element).display)) element = element.parentElement ?? undefined;
  return element;
}
