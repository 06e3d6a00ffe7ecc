/**
 * Which marks a publisher does not want: by where they stand in the page, or by its own judgement of each.
 *
 * It asks the core where things are, in slices, and changes nothing: what it gives is for the core to leave out.
 */

import type { Answer, Span } from './answer.js';
import type { Core } from './core.js';
import { NewsglossError } from './errors.js';
import type { MarkInPage, MountOptions } from './handle.js';
import { inSlices } from './pause.js';

/** Of what a caller chose, what must be asked of each mark. */
export type Picky = Pick<MountOptions, 'include' | 'exclude' | 'veto'>;

/** Whether there is anything to be asked of each mark. Throws NewsglossError `bad-selector`. */
export function isPicky({ include, exclude, veto }: Picky, page: Document): boolean {
  for (const selector of [include, exclude]) {
    try {
      if (selector !== undefined) page.createDocumentFragment().querySelector(selector);
    } catch (cause) {
      throw new NewsglossError('bad-selector', `${JSON.stringify(selector)} is no selector`, { cause });
    }
  }
  return (include ?? exclude ?? veto) !== undefined;
}

/** What the core is to hide of `answer`: ids; of one mention of several, its entity's and where it begins, "e1@17". */
export async function unwanted(core: Core, handle: number, answer: Answer, picky: Picky): Promise<string[]> {
  const keys: string[] = [];
  const marks = marksOf(answer);
  await inSlices(() => {
    const { value } = marks.next();
    if (value === undefined) return true;
    const [key, mark] = value;
    const [range] = core.locate(handle, mark.start, mark.end);
    const element = range?.startContainer.parentElement;
    if (element && !isWanted({ ...mark, element }, picky)) keys.push(key);
    return undefined;
  });
  return keys;
}

function isWanted(mark: MarkInPage, { include, exclude, veto }: Picky): boolean {
  if (include !== undefined && !isInside(mark.element, include)) return false;
  if (exclude !== undefined && isInside(mark.element, exclude)) return false;
  try {
    return veto?.(mark) !== true;
  } catch (error) {
    // A fault of the page's own: it is told as such, and no reason to do without a mark.
    reportError(error);
    return true;
  }
}

/** Whether `element`, or what it stands in, in whatever tree, is found by `selector`. */
function isInside(element: Element, selector: string): boolean {
  if (element.closest(selector) !== null) return true;
  const root = element.getRootNode();
  return 'host' in root && isInside((root as ShadowRoot).host, selector);
}

/** All that can be marked in `answer`, each with the key by which the core leaves it out. */
function* marksOf({ entities, values, quotes, text = '' }: Answer): Generator<readonly [key: string, mark: Omit<MarkInPage, 'element'>], undefined> {
  const at = ({ start, end }: Span) => ({ start, end, text: text.slice(start, end) });
  for (const { id, type, mentions } of entities) {
    for (const mention of mentions) yield [`${id}@${mention.start}`, { kind: 'entity', type, id, ...at(mention) }];
  }
  for (const [index, value] of values.entries()) yield [`v${index + 1}`, { kind: 'value', type: value.type, id: `v${index + 1}`, ...at(value) }];
  for (const quote of quotes) yield [quote.id, { kind: 'quote', type: quote.kind, id: quote.id, ...at(quote) }];
}
