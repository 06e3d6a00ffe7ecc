/**
 * How each type looks: its colour, for marks and cards alike, and the line or the tint that marks have.
 *
 * A colour is a hue, in degrees, and a chroma of oklch; how light it is depends on the text around. From these tables come the
 * rules for marks that are elements and for those that are highlights; what else a mark's element needs is in marks.css.
 */

import type { Look, Type } from './settings.js';

type Hue = readonly [hue: number, chroma: number];

const TIME = [70, 0.1] as const;
const AMOUNT = [195, 0.09] as const;
const SPEECH = [85, 0.12] as const;

const HUES: Record<Type, Hue> = {
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

/** How strong the tint behind a quotation is, in per cent of its colour. */
const TINTS: Partial<Record<Type, number>> = { direct: 13, mixed: 13, indirect: 7, scare: 6 };

/** The same of every mark, where a reader wants colours and no lines. */
const COLOURS: Partial<Record<Type, number>> = { direct: 22, mixed: 22, indirect: 14, scare: 10 };
const NAME_COLOUR = 20;

/** The lines under names: their pattern, their thickness in CSS pixels, and how strong they are, in per cent of their colour. */
const LINES: Partial<Record<Type, readonly [pattern: string, thickness: number, strength: number]>> = {
  person: ['solid', 1, 80],
  organization: ['dashed', 1, 80],
  place: ['dotted', 1.5, 65],
  group: ['dotted', 1.5, 65],
  event: ['double', 1, 80],
  misc: ['solid', 1, 80],
};
/** The line under every value. */
const VALUE_LINE = ['dotted', 1, 80] as const;

/** Highlights that are lit up: of what type each is, they do not say. */
const LIT_HUE: Hue = [255, 0.07];
const LIT_TINT = 18;

/** The colour of a highlight that nothing is ever highlighted by, as a computed style says it. */
export const PROBE = 'rgb(1, 2, 3)';

/** Style rules that give every element with a `data-type` its `--hue`, a colour for what is of ours. */
export function hueRules(): string {
  return rules((type, [hue, chroma]) => `[data-type=${type}]{--hue:${ofPublisher(type, `light-dark(oklch(.56 ${chroma} ${hue}),oklch(.76 ${chroma} ${hue}))`)}}`);
}

/**
 * Style rules for marks that are `element`s with a `data-type`; they give each its `--newsgloss-color`. They are important,
 * because a page's own rule for "everything in the story" would come first otherwise.
 */
export function elementRules(element: string, look: Look): string {
  return (
    onScreen((type) => `${element}[data-type=${type}]`, look, ' !important') +
    rules((type, hue) => `${element}[data-type=${type}]{--newsgloss-color:${color(hue, type)}}`)
  );
}

/** Style rules for marks that are highlights, of the text in elements that one of `selectors` finds; there, PROBE has its colour. */
export function highlightRules(selectors: string[], look: Look): string {
  const select = (type: string): string => selectors.map((each) => `${each}::highlight(newsgloss-${type})`).join();
  return `${onScreen(select, look)}@media not print{${select('lit')}{${tint(LIT_HUE, LIT_TINT)}}}${select('probe')}{color:${PROBE}}`;
}

/** A line or a tint for each type. Where the reader's system chooses the colours, tints are gone, and quotations have a line too. */
function onScreen(select: (type: Type) => string, look: Look, important = ''): string {
  // One by one: WebKit does not read the shorthand with a pattern and a thickness.
  const line = (pattern: string, thickness: number, drawn: string): string =>
    Object.entries({
      'text-decoration-line': 'underline',
      'text-decoration-style': pattern,
      'text-decoration-thickness': `${thickness}px`,
      'text-decoration-color': drawn,
      'text-underline-offset': '.22em',
      'text-decoration-skip-ink': 'auto',
    })
      .map(([property, value]) => `${property}:${value}${important}`)
      .join(';');
  const looks = rules((type, hue) => {
    const strength = look === 'colour' ? (COLOURS[type] ?? NAME_COLOUR) : TINTS[type];
    const [pattern, thickness, ofColor] = LINES[type] ?? VALUE_LINE;
    return `${select(type)}{${strength === undefined ? line(pattern, thickness, mix(hue, ofColor, type)) : tint(hue, strength, type) + important}}`;
  });
  const quotations = rules((type) => (type in TINTS ? `${select(type)}{${line('dotted', 1, 'currentColor')}}` : ''));
  return `@media not print{${looks}}@media screen and (forced-colors:active){${quotations}}`;
}

function rules(rule: (type: Type, hue: Hue) => string): string {
  return Object.entries(HUES)
    .map(([type, hue]) => rule(type as Type, hue))
    .join('');
}

function tint(hue: Hue, strength: number, type?: Type): string {
  return `background-color:${mix(hue, strength, type)}`;
}

function mix(hue: Hue, strength: number, type?: Type): string {
  return `color-mix(in oklab,${color(hue, type)} ${strength}%,transparent)`;
}

/** The text's own lightness, drawn towards the middle: dark on a light page, light on a dark one. */
function color([hue, chroma]: Hue, type?: Type): string {
  const relative = `oklch(from currentColor calc(.46 + .36*l) ${chroma} ${hue})`;
  const own = CSS.supports('color', relative) ? relative : `color-mix(in oklch,currentColor 45%,oklch(.62 ${chroma} ${hue}))`;
  return type === undefined ? own : ofPublisher(type, own);
}

/** The colour that a publisher gives a type by a custom property, else ours. */
function ofPublisher(type: Type, own: string): string {
  return `var(--newsgloss-${type},${own})`;
}
