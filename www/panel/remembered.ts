/** Keeps what was worked out of an answer: views are drawn often, of the same article in the same language. */

import type { Answer } from '../answer.js';
import { locale } from '../messages.js';

/** The same as `work`, which is done once for each answer, and anew in another language. */
export function remembered<T>(work: (answer: Answer) => T): (answer: Answer) => T {
  const known = new WeakMap<Answer, { locale: string; made: T }>();
  return (answer) => {
    let last = known.get(answer);
    if (last?.locale !== locale()) known.set(answer, (last = { locale: locale(), made: work(answer) }));
    return last.made;
  };
}
