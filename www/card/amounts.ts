/**
 * Writes numbers, sums of money and percentages, alone or as a range, the way the reader's locale does.
 *
 * A range is two numbers apart by a stroke: "3000000/4000000". Nothing is rounded: a number that does not fit a short form
 * is written out.
 */

import { locale } from '../messages.js';

/** From here a number is written with a word: "2.5 million". */
const MILLION = 1_000_000;

/** Each number of `written` (one, or two apart by a stroke) as `format` writes it, or nothing where one is no number. */
export function amounts(written: string, format: (number: number) => string): string | undefined {
  const numbers = written.split('/').map((part) => (part.trim() === '' ? NaN : Number(part)));
  if (numbers.length > 2 || !numbers.every(Number.isFinite)) return undefined;
  return numbers.map(format).join(' – ');
}

/** One number. */
export function amount(number: number, digits: Pick<Intl.NumberFormatOptions, 'minimumFractionDigits'> = {}): string {
  const short = Math.abs(number) >= MILLION && fitsShortForm(number);
  return new Intl.NumberFormat(
    locale(),
    short ? { notation: 'compact', compactDisplay: 'long', maximumFractionDigits: 3 } : { maximumFractionDigits: 6, ...digits },
  ).format(number);
}

/** "USD 2500000" or "USD 3000000/4000000". */
export function money(value: string): string | undefined {
  const [, currency, numbers] = /^([A-Z]{3}) (\S+)$/.exec(value) ?? [];
  if (currency === undefined || numbers === undefined) return undefined;
  const pattern = new Intl.NumberFormat(locale(), { style: 'currency', currency, maximumFractionDigits: 0 }).formatToParts(1);
  // The locale writes "US$2.5m" where money is short; the number is put in by itself, to be "US$2.5 million".
  return amounts(numbers, (number) => {
    const written = amount(number, { minimumFractionDigits: Number.isInteger(number) ? 0 : 2 });
    return pattern.map((part) => (part.type === 'integer' ? written : part.value)).join('');
  });
}

/** "12.5", or "5/10" for a range. */
export function percent(value: string): string | undefined {
  const written = amounts(value, (number) => amount(number));
  return written === undefined ? undefined : `${written}%`;
}

/** Whether three decimals after "million", "billion" or "trillion" say the whole number. */
function fitsShortForm(number: number): boolean {
  const thousands = Math.floor(Math.log10(Math.abs(number)) / 3);
  const scaled = (number / 1000 ** thousands) * 1000;
  return Math.abs(scaled - Math.round(scaled)) < 1e-6;
}
