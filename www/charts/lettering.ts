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

/** About as wide as a sans serif face is, rather too much than too little. */
export function widthOf(text: string, size: number): number {
  let width = 0;
  for (const letter of text) width += /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef]|\p{Emoji_Presentation}/u.test(letter) ? 1 : /[\p{Lu}mwMW%]/u.test(letter) ? 0.72 : /[fijlrt.,;:'’|! ()-]/.test(letter) ? 0.34 : /\p{M}/u.test(letter) ? 0 : 0.57;
  return width * size;
}
