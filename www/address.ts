/** `text` as an address, counted from `base` where it is not a whole one; nothing where it is none. */
export function asAddress(text: string, base?: string): URL | undefined {
  try {
    return new URL(text, base);
  } catch {
    return undefined;
  }
}
