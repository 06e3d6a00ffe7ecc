/** Where names beside dots have room. Numbers only. */

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

/** So many dots get a name even where it lies on the dots of those that come later. */
const FIRST = 3;

/** Where the name of each dot stands, or nothing where it would lie on another or on a dot; the first dots choose first. */
export function labelsOf(dots: readonly Dot[], width: number, height: number): (Label | undefined)[] {
  const boxes: Box[] = dots.map(({ x, y, radius }) => ({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius }));
  const names: Box[] = [];
  return dots.map((dot, index) => {
    const rooms = [...candidates(dot)].filter(([, box]) => box.left >= 2 && box.right <= width - 2 && box.top >= 0 && box.bottom <= height);
    for (const taken of index < FIRST ? [boxes, boxes.slice(0, index)] : [boxes]) {
      const found = rooms.find(([, box]) => ![...taken, ...names].some((other) => overlap(box, other)));
      if (found === undefined) continue;
      names.push(found[1]);
      return found[0];
    }
    return undefined;
  });
}

function overlap(one: Box, other: Box): boolean {
  return one.left < other.right && one.right > other.left && one.top < other.bottom && one.bottom > other.top;
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
