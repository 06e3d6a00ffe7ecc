/**
 * Tells when a page may have become another without being loaded anew, as single-page sites do, and once it has been loaded.
 *
 * A script of an extension does not see what a page calls, but what comes of it: the address, and what is put into the page. While the
 * page settles after that, it is looked at now and then; afterwards nothing runs.
 */

/** Between two looks at a page that changes, and for how long it is given to become what it will be, in milliseconds. */
const PAUSE_MS = 400;
const SETTLED_MS = 10_000;

/** When it is looked at: it has just become another, it is still changing, or it is as it will stay. */
export type Moment = 'moved' | 'changing' | 'settled';

/** Calls `look` now and whenever the page may have become another, until `signal` ends that. */
export function followPage(page: Document, look: (moment: Moment) => void, signal: AbortSignal): void {
  let pausing: ReturnType<typeof setTimeout> | undefined;
  let settling: ReturnType<typeof setTimeout> | undefined;
  let address = page.location.href;

  const rest = (): void => {
    clearTimeout(pausing);
    clearTimeout(settling);
    pausing = settling = undefined;
    changes.disconnect();
  };
  const changes = new MutationObserver(() => {
    pausing ??= setTimeout(() => {
      pausing = undefined;
      look('changing');
    }, PAUSE_MS);
  });
  const begin = (): void => {
    rest();
    settling = setTimeout(() => {
      rest();
      look('settled');
    }, SETTLED_MS);
    changes.observe(page, { subtree: true, childList: true });
    look('moved');
  };
  const moved = (): void => {
    const { href } = page.location;
    if (href.split('#')[0] !== address.split('#')[0]) begin();
    address = href;
  };

  const view = page.defaultView as (Omit<Window, 'navigation'> & { navigation?: EventTarget } & EventTarget) | null;
  view?.navigation?.addEventListener('currententrychange', moved, { signal });
  view?.addEventListener('popstate', moved, { signal });
  // Firefox has told of navigations since 2026 only; before that, a page that goes elsewhere gives itself another title.
  const titles = new MutationObserver(moved);
  if (view !== null && !('navigation' in view)) titles.observe(page.head, { subtree: true, childList: true, characterData: true });
  signal.addEventListener('abort', () => {
    rest();
    titles.disconnect();
  });
  begin();
}
