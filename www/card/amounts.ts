/**
 * Writes numbers, sums of money and what is counted in units, alone or as a range, the way the reader's locale does.
 *
 * A range is two numbers apart by a stroke: "3000000/4000000". Nothing is rounded: a number that does not fit a short form
 * is written out.
 */

import { language, numbers as format, say } from '../messages.js';

/** From here a number is written with a word: "2.5 million". */
const MILLION = 1_000_000;

/** What a number counts: a unit, a currency. */
type Counted = Pick<Intl.NumberFormatOptions, 'style' | 'unit' | 'unitDisplay' | 'currency' | 'currencyDisplay'>;

/** The numbers of `written`, one, or two apart by a stroke; nothing where one is no number. */
export function numbersOf(written: string): number[] | undefined {
  const numbers = written.split('/').map((part) => (part.trim() === '' ? NaN : Number(part)));
  return numbers.length <= 2 && numbers.every(Number.isFinite) ? numbers : undefined;
}

/** One, or two as a range. */
export function range(written: string[]): string {
  const [from = '', to] = written;
  return to === undefined ? from : say('value.range', { from, to });
}

/** One number, or a range of them. */
export function amount(numbers: number[], digits?: Intl.NumberFormatOptions): string {
  return range(
    numbers.map((number) =>
      format(isShort(number) ? { notation: 'compact', compactDisplay: 'long', maximumFractionDigits: 3 } : { maximumFractionDigits: 6, ...digits }).format(number),
    ),
  );
}

/** What is counted, `what`, after the numbers that count it. */
export function counted(numbers: number[], what: string): string {
  const written = amount(numbers);
  return isShort(numbers.at(-1)) ? ofMillions(written, what) : `${written}\u00A0${what}`;
}

/** Numbers with a unit or a currency that the browser has a name for. */
export function measured(numbers: number[], options: Counted, digits?: Intl.NumberFormatOptions): string {
  const last = numbers.at(-1) ?? 0;
  const whole = format({ ...options, minimumFractionDigits: 0, maximumFractionDigits: 6 });
  const parts = whole.formatToParts(Math.abs(last));
  const isDigits = ({ type }: Intl.NumberFormatPart) => ['integer', 'group', 'decimal', 'fraction'].includes(type);
  const from = parts.findIndex(isDigits);
  // Arabic says one and two of a thing by the word alone.
  if (from < 0) return range(numbers.map((number) => whole.format(number)));
  const text = (some: Intl.NumberFormatPart[]) => some.map(({ value }) => value).join('');
  const head = text(parts.slice(0, from));
  // "€3 million – €4 million", but "3 – 4 kilometres".
  if (head !== '' && numbers.length > 1) return range(numbers.map((number) => measured([number], options, digits)));
  const tail = text(parts.slice(from).filter((part) => !isDigits(part)));
  const written = head + amount(numbers, digits);
  return isShort(last) && /\p{L}/u.test(tail) ? ofMillions(written, tail.trim()) : written + tail;
}

/** "USD 2500000" or "USD 3000000/4000000". */
export function money(value: string): string | undefined {
  const [, currency, written] = /^([A-Z]{3}) (\S+)$/.exec(value) ?? [];
  const numbers = written && numbersOf(written);
  if (currency === undefined || !numbers) return undefined;
  const minimumFractionDigits = numbers.every(Number.isInteger) ? 0 : 2;
  // English puts a symbol before the number; where it would come last, the name reads better behind "million".
  return measured(numbers, { style: 'currency', currency, currencyDisplay: language() === 'en' ? 'symbol' : 'name' }, { minimumFractionDigits });
}

/** "12.5", or "5/10" for a range. */
export function percent(value: string): string | undefined {
  const numbers = numbersOf(value);
  return numbers && measured(numbers, { style: 'unit', unit: 'percent', unitDisplay: 'short' });
}

/** "2.5 million kilometres" */
function ofMillions(number: string, what: string): string {
  // French elides its preposition.
  return say('value.ofMillions', { number, what, begins: /^[aeiouéèêh]/i.test(what) ? 'vowel' : 'consonant' });
}

/** Whether a number is written with "million", "billion" or "trillion": where three decimals before it say the whole number. */
function isShort(number = 0): boolean {
  if (Math.abs(number) < MILLION) return false;
  const thousands = Math.floor(Math.log10(Math.abs(number)) / 3);
  const scaled = (number / 1000 ** thousands) * 1000;
  return Math.abs(scaled - Math.round(scaled)) < 1e-6;
}
