/**
 * Finds the documents in a page's frames that may be looked into: those of its own origin.
 *
 * A frame of another origin, or in a sandbox, tells nothing and is passed over. It never waits for a frame, and never changes one.
 */

/** The body of what each frame of `page` shows now. One in a frame of a frame is left to whoever looks into that. */
export function framed(page: Document): Element[] {
  return [...page.querySelectorAll('iframe')].map(bodyIn).filter((body) => body !== undefined);
}

function bodyIn(frame: HTMLIFrameElement): Element | undefined {
  try {
    return frame.contentDocument?.body ?? undefined;
  } catch {
    return undefined;
  }
}
