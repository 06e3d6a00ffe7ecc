/** Counts words, in the same way in every browser: what stands between white space or dashes, if there is a letter or a digit in it. */

const WORD = /[\p{L}\p{N}][^\s\u2013\u2014]*/gu;

export function countWords(text: string): number {
  return text.match(WORD)?.length ?? 0;
}
