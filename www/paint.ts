/**
 * Chooses how marks are shown where the caller does not say.
 *
 * Elements around the text can be copied, printed and read by crawlers, but scripts that hold on to the page's own nodes break on them;
 * highlights leave the tree alone. So a page that a framework renders, or will, gets highlights.
 */

import type { Paint } from './answer.js';

/** What frameworks leave in the HTML that they render or take over. */
const SIGNS =
  '#root:not(:empty),#app:not(:empty),#__next,#__nuxt,#___gatsby,#svelte,astro-island,[data-reactroot],[data-server-rendered],[data-v-app],[ng-version],[data-hk],[q\\:container]';

/** What they hang on the elements that they hold on to. */
const HOLDS = /^(_reactRootContainer|__react|__vue|__svelte|__ngContext__|__preact|_\$)/;

/** Where such an element stands, if there is one. */
const HOLDERS = 'body,body>*,body>*>*,main,article';

/** Comments that they put around what they will take over, which may be all that tells of them before they do: React, Vue, Svelte. */
const LIMITS = /^( |\/?\$[?!]?|\[!?|\])$/;

export function choosePaint(page: Document): Paint {
  if (!('highlights' in CSS)) return 'markup';
  const isHeld = () => [...page.querySelectorAll(HOLDERS)].some((element) => Object.keys(element).some((key) => HOLDS.test(key)));
  const isLimited = () => {
    const comments = page.createTreeWalker(page, NodeFilter.SHOW_COMMENT);
    while (comments.nextNode()) if (LIMITS.test(comments.currentNode.nodeValue ?? '')) return true;
    return false;
  };
  return page.querySelector(SIGNS) !== null || isHeld() || isLimited() ? 'highlight' : 'markup';
}
