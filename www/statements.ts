/** Counts what readers are told the number of. */

import type { Answer } from './answer.js';

/** How many statements are quoted: parts of one count once, and what quotes nobody does not. */
export function statementsIn({ quotes }: Answer): number {
  const told = quotes.filter(({ kind }) => kind !== 'scare');
  return new Set(told.map(({ statement, id }) => statement ?? id)).size;
}
