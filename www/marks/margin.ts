/**
 * Notes beside the text: who says what stands in the lines there.
 *
 * They are in a shadow root of ours over the page, each only where the page shows nothing, so that they cover and move nothing; what is
 * said of a quotation is said to those who listen by its mark.
 */

import { isFree } from '../control/room.js';
import { Host } from '../host.js';
import { inSlices } from '../pause.js';
import type { Article } from './article.js';
import css from './margin.css';

/** After the last scroll or change of size, in milliseconds. */
const REST_MS = 150;
/** Between the text and a note, and how wide and high a note may be, in CSS pixels. */
const GAP_PX = 20;
const WIDTH_PX = 150;
const HEIGHT_PX = 34;

/** Who says what begins on a line, and the column of text that it is in. */
interface Note {
  title: string;
  line: DOMRect;
  column: DOMRect;
}

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
    const turn = this.#turn;
    for (const article of this.#articles()) {
      const { container } = article;
      if (container === undefined) continue;
      this.#host.show(container);
      const isRightToLeft = getComputedStyle(container).direction === 'rtl';
      for (const { title, line, column } of await this.#due(article)) {
        const x = isRightToLeft ? column.left - GAP_PX - WIDTH_PX : column.right + GAP_PX;
        const isInWindow = x >= 0 && x + WIDTH_PX <= this.#page.documentElement.clientWidth;
        const isThere = isInWindow && (await isFree(this.#page, x, line.top, WIDTH_PX, HEIGHT_PX, this.#host.element));
        // The page may have moved meanwhile.
        if (turn !== this.#turn) return;
        if (isThere) this.#host.root.append(this.#note(title, x, line.top));
      }
    }
  }

  /** What is to be noted in view: one for each time that somebody else begins to speak. In slices, since an article may be long. */
  async #due(article: Article): Promise<Note[]> {
    const { marks } = article;
    const found: Note[] = [];
    const quotes = marks.all.filter(({ kind, type }) => kind === 'quote' && type !== 'scare').values();
    await inSlices(() => {
      const mark = quotes.next().value;
      if (mark === undefined) return true;
      const ranges = marks.rangesOf(mark);
      const [line] = ranges.flatMap((range) => [...range.getClientRects()]);
      if (line === undefined || line.top < 0) return undefined;
      if (line.bottom > this.#page.documentElement.clientHeight) return true;
      const title = article.facts(mark)[0]?.title;
      const column = blockOf(ranges[0])?.getBoundingClientRect();
      const before = found.at(-1);
      const isDue = title !== before?.title && line.top >= (before?.line.top ?? -HEIGHT_PX) + HEIGHT_PX;
      if (title !== undefined && column !== undefined && isDue) found.push({ title, line, column });
      return undefined;
    });
    return found;
  }

  #note(title: string, x: number, y: number): HTMLElement {
    const note = this.#page.createElement('p');
    note.dir = 'auto';
    note.textContent = title;
    note.style.left = `${x}px`;
    note.style.top = `${y}px`;
    note.style.width = `${WIDTH_PX}px`;
    return note;
  }
}

/** The block that the start of `range` stands in. */
function blockOf(range: Range | undefined): Element | undefined {
  let element = range?.startContainer.parentElement ?? undefined;
  while (element !== undefined && /^inline/.test(getComputedStyle(element).display)) element = element.parentElement ?? undefined;
  return element;
}
