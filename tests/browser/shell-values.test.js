/** Values in words, as the card says them: one row a form. The module is the one that the browser gets. */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { build } from 'esbuild';

const bundle = await build({ entryPoints: ['www/card/values.ts'], bundle: true, format: 'esm', write: false });
const address = `data:text/javascript;base64,${Buffer.from(bundle.outputFiles[0]?.contents ?? []).toString('base64')}`;
const module = /** @type {Promise<typeof import('../../www/card/values.js')>} */ (import(address));
const { inWords } = await module;

/** @type {[import('../../www/answer.js').ValueType, string | undefined, string | undefined][]} */
const ROWS = [
  ['date', '2016-08-26', 'Friday 26 August 2016'],
  ['date', '2016-02-30', undefined],
  ['date', '2016-02', 'February 2016'],
  ['date', '2016', '2016'],
  ['date', '201', 'The 2010s'],
  ['date', '2016-W33', 'Week from Monday 15 August 2016'],
  ['date', '2021-W01', 'Week from Monday 4 January 2021'],
  ['date', '2016-W33-WE', 'Weekend of 20 August 2016'],
  ['date', '2016-SU', 'Summer 2016'],
  ['date', '2016-Q3', 'Third quarter of 2016'],
  ['date', 'XXXX-02-29', '29 February'],
  ['date', 'PRESENT_REF', 'Now, at the time of writing'],
  ['date', 'no date', undefined],
  ['date', undefined, undefined],
  ['time', '2016-08-26T14:30', 'Friday 26 August 2016, 14:30'],
  ['time', '2016-08-26TEV', 'Friday 26 August 2016, evening'],
  ['time', 'T09:30', '09:30'],
  ['duration', 'P4Y', '4 years'],
  ['duration', 'P1D', '1 day'],
  ['duration', 'PT48H', '48 hours'],
  ['duration', 'P2DT3H', '2 days and 3 hours'],
  ['duration', 'PXW', 'Some weeks'],
  ['duration', 'P', undefined],
  ['duration', 'P4Z', undefined],
  ['set', 'XXXX-WXX-5', 'Every Friday'],
  ['set', 'P1D', 'Every day'],
  ['set', 'P2W', 'Every 2 weeks'],
  ['set', 'XXXX-12-25', 'Every 25 December'],
  ['money', 'USD 2500000', 'US$2.5 million'],
  ['money', 'EUR 3000000/4000000', '€3 million – €4 million'],
  ['money', 'USD 2512345', 'US$2,512,345'],
  ['money', 'GBP 12.5', '£12.50'],
  ['money', '12.5', undefined],
  ['percent', '12.5', '12.5%'],
  ['percent', '5/10', '5 – 10%'],
  ['quantity', '40 km', '40\u00A0km'],
  ['quantity', '12000 [acr_us]', '12,000\u00A0acres'],
];

for (const [type, value, words] of ROWS) {
  test(`${type} ${value ?? '(none)'} is said as ${words ?? 'nothing'}`, () => {
    // Browsers differ in whether a comma follows the weekday.
    assert.equal(inWords({ type, ...(value !== undefined && { value }) })?.replace(/^(\w+day),/, '$1'), words);
  });
}
