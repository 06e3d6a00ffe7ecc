/**
 * Which colour stands for which type, for marks and cards alike.
 *
 * A hue, in degrees, and a chroma of oklch; how light it is depends on the text around, and is the style sheets' business.
 */

import type { EntityType, QuoteKind, ValueType } from './answer.js';

type Type = EntityType | ValueType | QuoteKind;

const TIME = [70, 0.1] as const;
const AMOUNT = [195, 0.09] as const;
const SPEECH = [85, 0.12] as const;

const HUES: Record<Type, readonly [hue: number, chroma: number]> = {
  person: [255, 0.13],
  organization: [305, 0.13],
  place: [155, 0.11],
  group: [120, 0.11],
  event: [25, 0.13],
  misc: [255, 0.03],
  date: TIME,
  time: TIME,
  duration: TIME,
  set: TIME,
  money: AMOUNT,
  percent: AMOUNT,
  quantity: AMOUNT,
  direct: SPEECH,
  mixed: SPEECH,
  indirect: SPEECH,
  scare: [85, 0.01],
};

/** Style rules that give every `element` with a `data-type` its `--newsgloss-hue` and `--newsgloss-chroma`. */
export function hueRules(element: string): string {
  return Object.entries(HUES)
    .map(([type, [hue, chroma]]) => `${element}[data-type=${type}]{--newsgloss-hue:${hue};--newsgloss-chroma:${chroma}}`)
    .join('');
}
