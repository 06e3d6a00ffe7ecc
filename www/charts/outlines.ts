/**
 * The outlines of the world's land and the borders in it: fetched once, when they are first asked for, from beside this module.
 *
 * The file is scripts/outlines.js's: a version; then twice, for shores and for borders, how many lines there are, how many points
 * each has, and the steps from point to point, all those east before all those north, in fiftieths of a degree. Numbers have seven
 * bits a byte, the lowest first; the lowest bit of a step is its sign. A shore closes by itself.
 */

import type { PackageFile } from '../files.js';
import type { Line } from './projection.js';

export interface Outlines {
  shores: Line[];
  borders: Line[];
}

const FILE: PackageFile = { url: new URL('outlines.bin', import.meta.url), integrity: '' };
const VERSION = 1;
const STEPS = 50;

let loading: Promise<Outlines> | undefined;

/** The outlines. Throws where they cannot be had; a later call tries again. */
export function loadOutlines(): Promise<Outlines> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(): Promise<Outlines> {
  const response = await fetch(FILE.url, { integrity: FILE.integrity });
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  return decode(new Uint8Array(await response.arrayBuffer()));
}

/** What the bytes of the file say. Throws for those of another version. */
export function decode(bytes: Uint8Array): Outlines {
  let at = 1;
  if (bytes[0] !== VERSION) throw new Error('outlines of another version');
  const number = (): number => {
    let value = 0;
    for (let shift = 1; ; shift *= 128) {
      const byte = bytes[at++] ?? 0;
      value += (byte & 127) * shift;
      if (byte < 128) return value;
    }
  };
  const lines = (): Line[] => {
    const lengths = Array.from({ length: number() }, number);
    const all = lengths.map((length) => new Float32Array(2 * length));
    // Of each line, the least and the most degrees.
    const axis = (first: 0 | 1): (readonly [least: number, most: number])[] => {
      let last = 0;
      return all.map((points) => {
        let [least, most] = [Infinity, -Infinity];
        for (let index = first; index < points.length; index += 2) {
          const step = number();
          last += step % 2 === 0 ? step / 2 : -(step + 1) / 2;
          points[index] = last / STEPS;
          least = Math.min(least, last / STEPS);
          most = Math.max(most, last / STEPS);
        }
        return [least, most];
      });
    };
    const east = axis(0);
    const north = axis(1);
    return all.map((points, index) => {
      const [[left, right] = [0, 0], [bottom, top] = [0, 0]] = [east[index], north[index]];
      return { points, box: { left, right, bottom, top } };
    });
  };
  return { shores: lines(), borders: lines() };
}
