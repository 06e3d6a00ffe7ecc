/**
 * Writes numbers, sums of money and percentages, alone or as a range, the way the reader's locale does.
 *
 * A range is two numbers apart by a stroke: "3000000/4000000". Nothing is rounded: a number that does not fit a short form
 * is written out.
 */

import { LOCALE } from '../messages.js';

/** From here a number is written with a word: "2.5 million". */
const MILLION = 1_000_000;

/** Each number of `written` (one, or two apart by a stroke) as `format` writes it, or nothing where one is no number. */
export function amounts(written: string, format: (number: number) => string): string | undefined {
  const numbers = written.split('/').map((part) => (part.trim() === '' ? NaN : Number(part)));
  if (numbers.length > 2 || !numbers.every(Number.isFinite)) return undefined;
  return numbers.map(format).join(' – ');
}

/** One number. */
export function amount(number: number, options: Intl.NumberFormatOptions = {}): string {
  const short = Math.abs(number) >= MILLION && fitsShortForm(number);
  return new Intl.NumberFormat(LOCALE, {
    maximumFractionDigits: 6,
    ...options,
    ...(short && { notation: 'compact', compactDisplay: 'long', minimumFractionDigits: 0, maximumFractionDigits: 3 }),
  }).format(number);
}

/** "USD 2500000" or "USD 3000000/4000000". */
export function money(value: string): string | undefined {
  const [, currency, numbers] = /^([A-Z]{3}) (\S+)$/.exec(value) ?? [];
  if (currency === undefined || numbers === undefined) return undefined;
  return amounts(numbers, (number) =>
    amount(number, {
      style: 'currency',
      currency,
      currencyDisplay: currency === 'USD' ? 'symbol' : 'narrowSymbol',
      minimumFractionDigits: Number.isInteger(number) ? 0 : 2,
    }),
  );
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
