/**
 * Tells nodes apart, and lends style sheets, in any document: an article may stand in a frame.
 *
 * There `instanceof` says nothing, since what stands in a frame is of that frame's classes, and so has to be what it adopts.
 */

/** A tree that has style sheets of its own. */
export type Tree = Document | ShadowRoot;

/** Whether it is an element, of whatever window. */
export function isElement(it: unknown): it is Element {
  return (it as Partial<Node> | null | undefined)?.nodeType === 1;
}

/** The document that a node is or stands in: this page's for what is no node. */
export function documentOf(node: Node | undefined): Document {
  return node?.ownerDocument ?? (node?.nodeType === 9 ? (node as Document) : document);
}

/** Adopts a sheet with this text in `tree`, and gives it; does nothing where the frame that `tree` was shown in is gone. */
export function adopt(tree: Tree, text: string): CSSStyleSheet | undefined {
  const view = documentOf(tree).defaultView;
  if (view === null) return undefined;
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(text);
  setSheets(tree, (sheets) => [...sheets, sheet]);
  return sheet;
}

/** Takes a sheet out of `tree` that it has adopted. */
export function disown(tree: Tree, sheet: CSSStyleSheet): void {
  setSheets(tree, (sheets) => sheets.filter((each) => each !== sheet));
}

/** What Firefox gives an extension's script, which sees pages through a veil. */
interface Veiled {
  /** The object as the page has it. */
  wrappedJSObject?: Tree;
}
/** Draws the veil over what was taken from a page again: else it is another object than the one that was put there. */
declare function XPCNativeWrapper<T>(it: T): T;

/** In Firefox this is the one property that an extension's script may neither read nor set, but for the page's own list, item by item. */
function setSheets(tree: Tree, change: (sheets: readonly CSSStyleSheet[]) => CSSStyleSheet[]): void {
  const list = (tree as Veiled).wrappedJSObject?.adoptedStyleSheets;
  if (list === undefined) {
    tree.adoptedStyleSheets = change(tree.adoptedStyleSheets);
    return;
  }
  // No method of the list is called, nor is it iterated: the page may have made those its own.
  const sheets: CSSStyleSheet[] = [];
  for (let at = 0; at < list.length; at += 1) sheets.push(XPCNativeWrapper(list[at] as CSSStyleSheet));
  const wanted = change(sheets);
  for (const [at, sheet] of wanted.entries()) list[at] = sheet;
  list.length = wanted.length;
}
