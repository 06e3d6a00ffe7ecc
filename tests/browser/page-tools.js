/** What the tests of the DOM do inside a page. Served to it by `harness.js` as `window.tools`. */

/**
 * Every node under `root` as it is: itself, its place, its text and its attributes.
 * @param {Node} [root]
 */
export function snapshot(root = document) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ALL);
  const nodes = [];
  let node = /** @type {Node | null} */ (root);
  for (; node !== null; node = walker.nextNode()) {
    const attributes = node instanceof Element ? [...node.attributes].map(({ name, value }) => `${name}=${value}`).join(' ') : '';
    nodes.push({ node, parent: node.parentNode, next: node.nextSibling, says: `${node.nodeName} ${attributes} ${node.nodeValue ?? ''}` });
  }
  return nodes;
}

/**
 * The first difference between two snapshots, in words, or nothing where every node is the same object in the same place.
 * @param {ReturnType<typeof snapshot>} before
 * @param {ReturnType<typeof snapshot>} after
 */
export function difference(before, after) {
  for (let index = 0; index < Math.max(before.length, after.length); index += 1) {
    const [was, is] = [before[index], after[index]];
    const what = `node ${index}, once ${was?.says ?? 'nothing'}, is ${is?.says ?? 'nothing'}`;
    if (was?.says !== is?.says) return what;
    if (was?.node !== is?.node) return `${what}, but another node`;
    if (was?.parent !== is?.parent || was?.next !== is?.next) return `${what}, but elsewhere`;
  }
  return '';
}

/**
 * The marks under `root` in tree order, each as "kind subtype: text".
 * @param {ParentNode} [root]
 */
export function marks(root = document) {
  return [...root.querySelectorAll('newsgloss-mark')].map(
    (mark) => `${mark.getAttribute('data-kind')} ${mark.getAttribute('data-type')}: ${mark.textContent}`,
  );
}

/**
 * What newsgloss highlights, in the order of the page, each as "type: text".
 */
export function highlighted() {
  const found = [...CSS.highlights].filter(([name]) => name.startsWith('newsgloss-')).flatMap(([name, highlight]) =>
    [...highlight].map((range) => {
      const { startContainer, startOffset, endContainer, endOffset } = range;
      const live = document.createRange();
      live.setStart(startContainer, startOffset);
      live.setEnd(endContainer, endOffset);
      return { live, says: `${name.replace('newsgloss-', '')}: ${live.toString()}` };
    }),
  );
  return found.sort((a, b) => a.live.compareBoundaryPoints(Range.START_TO_START, b.live) || b.says.length - a.says.length).map(({ says }) => says);
}

/**
 * The HTML of `element` with each mark as "[subtype …]".
 * @param {Element | null} element
 */
export function marked(element) {
  return (element?.innerHTML ?? '')
    .replaceAll(/<newsgloss-mark data-kind="\w+" data-id="\w+" data-type="(\w+)">/g, '[$1 ')
    .replaceAll('</newsgloss-mark>', ']');
}

/**
 * Mounts, undoes, and says what is not as it was: nothing, one hopes. The text is compared while the marks are there.
 * @param {Element} [root]
 */
export function mountAndUndo(root) {
  const before = snapshot(root);
  const text = (root ?? document.documentElement).textContent;
  const { handle, answer } = window.core.mount(root, {});
  const count = (root ?? document).querySelectorAll('newsgloss-mark').length;
  const sameText = text === (root ?? document.documentElement).textContent;
  window.core.unmount(handle);
  return { answer, count, sameText, difference: difference(before, snapshot(root)) };
}

/**
 * What `call` throws, as "name code: message", or its result.
 * @param {() => unknown} call
 */
export function thrown(call) {
  try {
    return call();
  } catch (error) {
    return error instanceof Error ? `${error.name} ${/** @type {any} */ (error).code}` : `no error: ${String(error)}`;
  }
}
