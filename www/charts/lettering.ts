/** How wide text is drawn, near enough. Numbers only. */

/** Text, as far as it has room in `room` CSS pixels, drawn with this size of letters. */
export function fitting(text: string, room: number, size: number): string {
  if (text.length * size * 0.3 < room && widthOf(text, size) <= room) return text;
  let width = size;
  let fits = '';
  for (const letter of text) {
    width += widthOf(letter, size);
    if (width > room) break;
    fits += letter;
  }
  return `${fits.trimEnd()}…`;
}

/** How wide letters are in most sans serif faces, rather too much than too little, as a share of their size. */
const WIDTHS: readonly (readonly [letters: RegExp, width: number])[] = [
  [/\p{M}/u, 0],
  [/[fijlrt.,;:'’|! ()-]/, 0.34],
  [/[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef]|\p{Emoji_Presentation}/u, 1],
  [/[\p{Lu}mw%<>=+~#]/u, 0.78],
];
const OTHERS = 0.6;

export function widthOf(text: string, size: number): number {
  let width = 0;
  for (const letter of text) width += WIDTHS.find(([letters]) => letters.test(letter))?.[1] ?? OTHERS;
  return width * size;
}
