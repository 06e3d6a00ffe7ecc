/**
 * Words to take away from a page: a quotation with its source, an address that opens the page at it, a report of a mistake.
 *
 * It makes texts of what it is given, and never sends one anywhere.
 */

/** From how many characters on an address names the beginning and the end of a passage, rather than all of it. */
const LONG = 160;
/** How many words of each. */
const WORDS = 6;

/** The address of this page at `passage`, by the text that stands there. https://wicg.github.io/scroll-to-text-fragment/ */
export function addressAt(page: Document, passage: string): string {
  const { href, hash } = page.location;
  const words = passage.trim().split(/\s+/);
  const parts = passage.length > LONG && words.length > 2 * WORDS ? [words.slice(0, WORDS), words.slice(-WORDS)] : [words];
  // What stands for itself in an address has a meaning of its own in a text directive.
  const text = parts.map((part) => encodeURIComponent(part.join(' ')).replaceAll('-', '%2D')).join();
  return `${href.replace(/#$/, '')}${hash === '' ? '#' : ''}:~:text=${text}`;
}

/** The address of the page as it says itself, else as it was reached; without what is behind "#". */
export function addressOf(page: Document): string {
  const declared = page.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href;
  const address = declared !== undefined && /^https?:/.test(declared) ? declared : page.location.href;
  return address.replace(/#.*$/, '');
}

/** Puts `text` where it can be pasted from; says whether that was allowed. */
export async function copy(page: Document, text: string): Promise<boolean> {
  try {
    await page.defaultView?.navigator.clipboard.writeText(text);
    return page.defaultView !== null;
  } catch {
    return false;
  }
}

/** Saves `text` as a file. */
export function saveFile(page: Document, name: string, type: string, text: string): void {
  const link = page.createElement('a');
  link.download = name;
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, 60_000);
}
