/** How wide text is drawn, near enough, and where names beside dots have room. Numbers only. */

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

export interface Dot {
  x: number;
  y: number;
  radius: number;
  /** How wide its name is. */
  width: number;
}

/** Where a name stands: its middle line, and the end that is at the dot. */
export interface Label {
  x: number;
  y: number;
  anchor: 'start' | 'middle' | 'end';
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const GAP = 4;
const LINE = 14;

/** Where the name of each dot stands, or nothing where it would lie on another or on a dot; the first dots choose first. */
export function labelsOf(dots: readonly Dot[], width: number, height: number): (Label | undefined)[] {
  const taken: Box[] = dots.map(({ x, y, radius }) => ({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius }));
  return dots.map((dot) => {
    for (const [label, box] of candidates(dot)) {
      if (box.left < 2 || box.right > width - 2 || box.top < 0 || box.bottom > height) continue;
      if (taken.some((other) => box.left < other.right && box.right > other.left && box.top < other.bottom && box.bottom > other.top)) continue;
      taken.push(box);
      return label;
    }
    return undefined;
  });
}

function* candidates({ x, y, radius, width }: Dot): Iterable<[Label, Box]> {
  const away = radius + GAP;
  const half = LINE / 2;
  // Beside it, a little higher or lower, then above and under it.
  for (const dy of [0, -half, half]) {
    const box = { top: y + dy - half, bottom: y + dy + half };
    yield [{ x: x + away, y: y + dy, anchor: 'start' }, { ...box, left: x + radius, right: x + away + width }];
    yield [{ x: x - away, y: y + dy, anchor: 'end' }, { ...box, left: x - away - width, right: x - radius }];
  }
  for (const dy of [-radius - half - 1, radius + half + 1]) {
    yield [{ x, y: y + dy, anchor: 'middle' }, { left: x - width / 2, right: x + width / 2, top: y + dy - half, bottom: y + dy + half }];
  }
}
