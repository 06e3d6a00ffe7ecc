/**
 * The marks of one article as a reader meets them, in reading order.
 *
 * The core knows where they stand, and shows them; this module asks it, and is the same whether a mark is an element or a
 * highlight. It never looks for marks in the page, and never changes it.
 */

import type { Core } from '../core.js';
import type { EntityType, Paint, QuoteKind, Span, ValueType } from '../answer.js';

/** One mention, value or quotation. */
export interface Mark {
  /** Its id in the answer: "e1", "v1", "q1". All mentions of an entity share theirs. */
  id: string;
  kind: 'entity' | 'value' | 'quote';
  type: EntityType | ValueType | QuoteKind;
  /** Where it stands in the answer's text. */
  start: number;
  end: number;
  /** Its place in the list of all. */
  index: number;
  /** The mark that it stands inside. */
  around: Mark | undefined;
}

export class Marks {
  /** How they are shown in fact. */
  readonly paint: Paint;
  /** In reading order, what stands inside a mark after it. */
  readonly all: readonly Mark[];
  readonly #core: Core;
  readonly #handle: number;
  #areCurrent = true;

  constructor(core: Core, handle: number) {
    const { paint = 'markup', marks = [] } = core.marks(handle) ?? {};
    const all: Mark[] = [];
    for (const mark of marks) {
      all.push({ ...mark, index: all.length, around: mark.around === undefined ? undefined : all[mark.around] });
    }
    this.paint = paint;
    this.all = all;
    this.#core = core;
    this.#handle = handle;
  }

  get areCurrent(): boolean {
    return this.#areCurrent;
  }

  /** From now on there is nothing to be told of them: the core knows others by their places. */
  retire(): void {
    this.#areCurrent = false;
  }

  /** The innermost mark at an offset in a text node, in UTF-16 code units. */
  at(text: Node, offset: number): Mark | undefined {
    const index = this.#areCurrent ? this.#core.markAt(this.#handle, text, offset) : undefined;
    return index === undefined ? undefined : this.all[index];
  }

  /** Where `mark` is shown: one range for each text node, in reading order. None if the page has just changed there. */
  rangesOf(mark: Mark): Range[] {
    return this.#areCurrent ? this.#core.ranges(this.#handle, mark.index) : [];
  }

  /** The mark of exactly this part of the answer's text: the innermost of several. */
  of({ start, end }: Span): Mark | undefined {
    return this.all.filter((mark) => mark.start === start && mark.end === end).at(-1);
  }

  /** The mark that stands now where `ranges` say that `mark` of another list stood. */
  successorOf(mark: Mark, ranges: readonly Range[]): Mark | undefined {
    const [first] = ranges;
    const innermost = first && this.at(first.startContainer, first.startOffset);
    return innermost && outwards(innermost).find(({ kind, type }) => kind === mark.kind && type === mark.type);
  }
}

/** `mark` and what it stands inside, innermost first. */
export function outwards(mark: Mark): Mark[] {
  const chain: Mark[] = [];
  for (let each: Mark | undefined = mark; each !== undefined; each = each.around) chain.push(each);
  return chain;
}
