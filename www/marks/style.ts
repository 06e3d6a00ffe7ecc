/**
 * Lends the trees that an article stands in the style sheet of its marks: its document or shadow root, and the open shadow
 * roots inside it.
 *
 * Sheets are adopted, since that is allowed under every Content-Security-Policy; the page's own adopted sheets stay as they
 * are. Every loan is given back, and the last one of a sheet takes it out of its tree.
 */

import type { Paint } from '../answer.js';
import type { Look } from '../settings.js';
import { elementRules, highlightRules, PROBE } from '../hues.js';
import type { Tree } from '../nodes.js';
import { adopt, disown } from '../nodes.js';
import css from './marks.css';

interface Loan {
  sheet: CSSStyleSheet | undefined;
  count: number;
}

/** By the tree and the text of the sheet. */
const loans = new WeakMap<Tree, Map<string, Loan>>();

/**
 * Whether an element has the highlight styles of what it stands in, as the standard says and so far only Chromium does. There
 * a rule for the article's own element is enough, and much cheaper: it is the browser that computes them for every element.
 */
let areInherited: boolean | undefined;

export class Styles {
  /** What gives each loan back. */
  #returns: (() => void)[] = [];

  /** Styles the marks in `container`, and no others that it has styled before. */
  lend(container: Element, paint: Paint, look: Look): void {
    const before = this.#returns;
    this.#returns = [];
    if (paint === 'markup') this.#lend([treeOf(container), ...shadowRoots(container)], elementRules('newsgloss-mark', look) + css);
    else this.#lendHighlights(container, look);
    // Only now, so that what stays the same stays where it is.
    for (const giveBack of before) giveBack();
  }

  /** Gives everything back. */
  return(): void {
    for (const giveBack of this.#returns.splice(0)) giveBack();
  }

  #lendHighlights(container: Element, look: Look): void {
    const path = pathTo(container);
    if (areInherited !== false) {
      this.#lend([treeOf(container)], highlightRules([path], look));
      const child = container.firstElementChild;
      const inherits = areInherited ?? (child !== null && getComputedStyle(child, '::highlight(newsgloss-probe)').color === PROBE);
      if (child !== null) areInherited = inherits;
      if (inherits) return;
      this.return();
    }
    this.#lend([treeOf(container)], highlightRules([path, `${path} *`], look));
    this.#lend(shadowRoots(container), highlightRules(['*'], look));
  }

  #lend(trees: Iterable<Tree>, text: string): void {
    for (const tree of trees) this.#returns.push(borrow(tree, text));
  }
}

/** Adopts the sheet with this text in `tree`, where it is not yet, until the function that it returns is called. */
function borrow(tree: Tree, text: string): () => void {
  const inTree = loans.get(tree) ?? new Map<string, Loan>();
  loans.set(tree, inTree);
  const loan = inTree.get(text) ?? { sheet: undefined, count: 0 };
  if (loan.count === 0) {
    inTree.set(text, loan);
    loan.sheet = adopt(tree, text);
  }
  loan.count += 1;
  return () => {
    loan.count -= 1;
    if (loan.count > 0) return;
    inTree.delete(text);
    if (loan.sheet !== undefined) disown(tree, loan.sheet);
  };
}

/** The tree that styles `element`: the document's, where it is in none. */
function treeOf(element: Element): Tree {
  const root = element.getRootNode();
  return 'adoptedStyleSheets' in root ? (root as Tree) : element.ownerDocument;
}

/** The open shadow roots in `node`, also those in one another. */
function* shadowRoots(node: Element | ShadowRoot): Iterable<ShadowRoot> {
  for (const each of [node, ...node.querySelectorAll('*')]) {
    // A shadow root has none itself.
    const { shadowRoot } = each as Partial<Element>;
    if (!shadowRoot) continue;
    yield shadowRoot;
    yield* shadowRoots(shadowRoot);
  }
}

/**
 * A selector for `element` that needs nothing put on it: the names of what it stands in, as far out as something has an id. Browsers
 * compute styles anew for all that a selector may mean, and for what stands in that. Classes are left out, since pages change
 * them; and an id counts for no more than a name, so that a rule of the page's with a class still weighs more.
 */
function pathTo(element: Element): string {
  const names: string[] = [];
  for (let each: Element | null = element; each !== null; each = each.parentElement) {
    const id = each.getAttribute('id') ?? '';
    names.unshift(CSS.escape(each.localName) + (id === '' ? '' : `:where(#${CSS.escape(id)})`));
    if (id !== '') break;
  }
  return names.join('>');
}
