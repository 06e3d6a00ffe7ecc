/** Finds names as readers type them: without accents, in any case, and in any order of the words. */

/** Letters that are no letter with an accent, but are typed as one without. */
const PLAIN: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe' };

/** `text`, so that what is typed for it is the same. */
export function folded(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[łøđðþıßæœ]/g, (letter) => PLAIN[letter] ?? letter);
}

/** Whether a folded text has all of these words in it. */
export function matcher(words: string): (text: string) => boolean {
  const wanted = folded(words).split(/\s+/);
  return (text) => wanted.every((word) => text.includes(word));
}
