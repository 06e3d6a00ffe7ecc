/**
 * Adds names that are never to be marked to a publisher's own list, in whatever form that is.
 *
 * What is wrong with the list is for the core to say: it gets it as it was, or longer.
 */

import type { AnnotateOptions, OwnEntry } from './answer.js';

type List = AnnotateOptions['lexicon'];

/** `list`, with `names` to be left alone. */
export function withDenied(list: List, names: readonly string[] = []): List {
  if (names.length === 0) return list;
  const denied: OwnEntry[] = names.map((name) => ({ name, leave: true }));
  if (list === undefined) return denied;
  if (typeof list !== 'string') return Array.isArray(list) ? [...list, ...denied] : { ...list, entries: [...list.entries, ...denied] };
  try {
    if (/^\s*[[{]/.test(list)) return withDenied(JSON.parse(list) as List, names);
  } catch {
    return list;
  }
  return csvWithDenied(list, names);
}

/** A list as CSV has a line of field names; there may be no column for names to be left alone, so that each line gets one more. */
function csvWithDenied(list: string, names: readonly string[]): string {
  // A record, which may go over several lines where it is quoted.
  const record = /(?:"[^"]*"|[^"\r\n])+/g;
  const [header = ''] = list.match(record) ?? [];
  const fields = header.split(',').map((field) => field.trim().replaceAll('"', ''));
  const text = fields.includes('leave') ? list : list.replace(record, (each: string, at: number) => `${each},${list.slice(0, at).trim() === '' ? 'leave' : ''}`);
  const cells = fields.includes('leave') ? fields : [...fields, 'leave'];
  const cell = (field: string, name: string) => (field === 'name' ? `"${name.replaceAll('"', '""')}"` : String(field === 'leave' || ''));
  return [text.trimEnd(), ...names.map((name) => cells.map((field) => cell(field, name)).join())].join('\n');
}
