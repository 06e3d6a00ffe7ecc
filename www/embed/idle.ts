/** When a page has time for us: once it has loaded all of its own, and does nothing. */

/** What is never to be waited for longer, in milliseconds: a page may have something to do all the time. */
const LONGEST_MS = 2000;

/** Settles once the page is loaded and idle. */
export async function idle(): Promise<void> {
  if (document.readyState !== 'complete') {
    await new Promise((resolve) => {
      addEventListener('load', resolve, { once: true });
    });
  }
  await new Promise<void>((resolve) => {
    const done = () => {
      resolve();
    };
    // Not in WebKit; there, and always, it is at least not in the task of the load event.
    const { requestIdleCallback } = globalThis as Partial<typeof globalThis>;
    if (requestIdleCallback === undefined) setTimeout(done, 1);
    else requestIdleCallback(done, { timeout: LONGEST_MS });
  });
}
