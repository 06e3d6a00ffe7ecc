/**
 * Tells a dark page from a light one by the colour of its text, whatever the reader's system prefers or the page declares.
 *
 * It reads one computed colour. It never looks at the page's style sheets, and never changes anything.
 */

/** From here text counts as light, on a scale from 0, which is black, to 1. */
const LIGHT_TEXT = 0.5;

/** The `color-scheme` that suits the text of `element`: both, and so the reader's choice, where its colour cannot be told. */
export function schemeAround(element: Element): 'light' | 'dark' | 'light dark' {
  const lightness = lightnessOf(getComputedStyle(element).color);
  if (lightness === undefined) return 'light dark';
  return lightness >= LIGHT_TEXT ? 'dark' : 'light';
}

/** How light a computed colour is, from 0 to 1, near enough to tell light from dark; nothing for spaces that hardly occur. */
function lightnessOf(color: string): number | undefined {
  const [, space = '', list = ''] = /^(\w+)\((.+)\)$/.exec(color) ?? [];
  const [first, second, third] = (list.match(/(?<![\w-])[\d.]+/g) ?? []).map(Number);
  if (first === undefined || second === undefined || third === undefined) return undefined;
  // The weights of Rec. 709, on the encoded channels.
  const luma = 0.2126 * first + 0.7152 * second + 0.0722 * third;
  if (space === 'rgb' || space === 'rgba') return luma / 255;
  if (space === 'color' && list.startsWith('srgb ')) return luma;
  if (space === 'oklch' || space === 'oklab') return first;
  return space === 'lch' || space === 'lab' ? first / 100 : undefined;
}
