/**
 * Lends a document, or a shadow root, the style sheet of the marks.
 *
 * The sheet is adopted, since that is allowed under every Content-Security-Policy; the page's own adopted sheets stay as they
 * are. Every loan is given back by the function that `lendStyle` returns, and the last one takes the sheet out.
 */

import { hueRules } from '../hues.js';
import css from './marks.css';
import { MARK } from './marks.js';

interface Loan {
  sheet: CSSStyleSheet;
  count: number;
}

const loans = new WeakMap<DocumentOrShadowRoot, Loan>();

/** Styles the marks in the tree of `node` until the function that it returns is called. */
export function lendStyle(node: Node): () => void {
  const root = node.getRootNode();
  const tree = root instanceof ShadowRoot || root instanceof Document ? root : document;
  const loan = loans.get(tree) ?? lend(tree);
  loan.count += 1;
  let returned = false;
  return () => {
    if (returned) return;
    returned = true;
    loan.count -= 1;
    if (loan.count > 0) return;
    tree.adoptedStyleSheets = tree.adoptedStyleSheets.filter((sheet) => sheet !== loan.sheet);
    loans.delete(tree);
  };
}

function lend(tree: DocumentOrShadowRoot): Loan {
  const loan = { sheet: new CSSStyleSheet(), count: 0 };
  loan.sheet.replaceSync(css + hueRules(MARK));
  tree.adoptedStyleSheets = [...tree.adoptedStyleSheets, loan.sheet];
  loans.set(tree, loan);
  return loan;
}
