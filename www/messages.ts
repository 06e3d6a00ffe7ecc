/**
 * Every word that the shell itself puts before a reader, in one place so that it can be said in another language.
 *
 * This module never holds text of the page, and knows nothing of where its words are shown.
 */

import type { EntityType, QuoteKind, ValueType } from './answer.js';

/** The locale that dates, numbers and lists are written in; it must be the language of the words below. */
export const LOCALE = 'en-GB';

export const ENTITY_TYPE: Record<EntityType, string> = {
  person: 'Person',
  organization: 'Organisation',
  place: 'Place',
  group: 'People or group',
  event: 'Event',
  misc: 'Name',
};

export const VALUE_TYPE: Record<ValueType, string> = {
  date: 'Date',
  time: 'Time',
  duration: 'Length of time',
  set: 'Recurring time',
  money: 'Sum of money',
  percent: 'Percentage',
  quantity: 'Quantity',
};

export const QUOTE_KIND: Record<QuoteKind, string> = {
  direct: 'Direct quotation',
  mixed: 'Reported, partly in their own words',
  indirect: 'Reported speech',
  scare: 'In quotation marks',
};

/** Said of marks that quote nobody's statement. */
export const NOT_A_STATEMENT = 'A title, a nickname, irony or a fragment: nobody’s statement is quoted here.';

export const SPEAKER_NOT_STATED = 'Speaker not stated';
export const SPEAKER_UNKNOWN = 'Speaker not identified';
export const DATE_NOT_DETERMINED = 'The text does not say exactly when';
export const VALUE_NOT_DETERMINED = 'The text does not say exactly how much';

export const TERM = {
  speaker: 'Speaker',
  asWritten: 'In the text',
  cue: 'Reported with',
  addressee: 'To',
  place: 'Where',
  time: 'When',
  statement: 'Statement',
  certainty: 'Certainty',
  belongsTo: 'Belongs to',
  named: 'Named',
  quoted: 'Quoted',
};

/** The name of a speaker who is not stated but follows from the surroundings. */
export function probably(name: string): string {
  return `Probably ${name}`;
}

/** Words of the page, as a quotation of them. */
export function quoted(words: string): string {
  return `“${words}”`;
}

export function times(count: number): string {
  if (count === 1) return 'once';
  return count === 2 ? 'twice' : `${count} times`;
}

export function partOfStatement(part: number, of: number): string {
  return `Part ${part} of ${of}`;
}

export function allOf(names: string[]): string {
  return new Intl.ListFormat(LOCALE, { type: 'conjunction' }).format(names);
}

/** How sure a stage is, `confidence` going from 0 to 1. */
export function certainty(confidence: number): string {
  if (confidence >= 0.95) return 'Very high';
  if (confidence >= 0.85) return 'High';
  return confidence >= 0.7 ? 'Fair' : 'Low';
}

/** A link to where a publisher tells more. */
export function moreOn(host: string): string {
  return `More on ${host}`;
}

export const ON_WIKIDATA = 'Wikidata';
export const QUOTATION = 'Quotation';
