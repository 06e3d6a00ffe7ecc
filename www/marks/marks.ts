/**
 * The marks of one article as a reader meets them, in reading order.
 *
 * The core paints a mark as one element or, across inline markup, as several; here they are one again. This module reads what
 * was painted and never changes the tree.
 */

/** The element that the core wraps marked text in. */
export const MARK = 'newsgloss-mark';

/** One mention, value or quotation. */
export interface Mark {
  /** Its id in the answer: "e1", "v1", "q1". All mentions of an entity share theirs. */
  id: string;
  kind: string;
  /** The elements that it is painted as, at least one, in reading order. */
  pieces: [HTMLElement, ...HTMLElement[]];
  /** The mark that it stands inside. */
  around: Mark | undefined;
}

export class Marks {
  /** In reading order, what stands inside a mark after it. */
  readonly all: readonly Mark[];
  readonly #byPiece = new Map<Element, Mark>();

  /** From the elements that were painted, in tree order. */
  constructor(pieces: Iterable<HTMLElement>) {
    const all: Mark[] = [];
    const latest = new Map<string, Mark>();
    let latestMention: Mark | undefined;
    for (const piece of pieces) {
      const { id = '', kind = '' } = piece.dataset;
      const begun = latest.get(id);
      // Mentions of an entity share their id; a piece belongs to the one just before it, if nothing stands between.
      if (begun !== undefined && (kind !== 'entity' || (begun === latestMention && adjoins(begun, piece)))) {
        begun.pieces.push(piece);
        this.#byPiece.set(piece, begun);
        continue;
      }
      const outer = piece.parentElement?.closest(MARK);
      const mark: Mark = { id, kind, pieces: [piece], around: outer ? this.#byPiece.get(outer) : undefined };
      latest.set(id, mark);
      if (kind === 'entity') latestMention = mark;
      all.push(mark);
      this.#byPiece.set(piece, mark);
    }
    this.all = all;
  }

  /** The mark that `piece` is an element of. */
  of(piece: Element): Mark | undefined {
    return this.#byPiece.get(piece);
  }

  /** Every mark of the same entity, value or quotation as `mark`, itself included. */
  alike(mark: Mark): Mark[] {
    return this.all.filter((each) => each.id === mark.id);
  }
}

/** The innermost piece that an event happened in, also inside another's open shadow tree. */
export function pieceAt(event: Event): HTMLElement | undefined {
  return event.composedPath().find((each): each is HTMLElement => each instanceof HTMLElement && each.localName === MARK);
}

/** `mark` and what it stands inside, innermost first. */
export function outwards(mark: Mark): Mark[] {
  const chain: Mark[] = [];
  for (let each: Mark | undefined = mark; each !== undefined; each = each.around) chain.push(each);
  return chain;
}

/** Whether no text stands between what there is of `mark` and `piece`: then they are one mention, else two. */
function adjoins(mark: Mark, piece: Element): boolean {
  const last = mark.pieces[mark.pieces.length - 1] ?? mark.pieces[0];
  const between = document.createRange();
  between.setStartAfter(last);
  between.setEndBefore(piece);
  return between.toString() === '';
}
