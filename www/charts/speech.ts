/**
 * Who says how much in an article: its quotations by speaker, and their words counted.
 *
 * - A statement that the cue or a new paragraph interrupts is one.
 * - "Both A and B" is a speaker of its own beside A and B, so that the shares of all speakers make up the whole.
 * - Who is known by a phrase alone ("officials") is who is called so throughout; a pronoun names nobody.
 * - A word counts once: for the outermost quotation that it stands in. What is quoted in marks but is nobody's statement counts
 *   for nothing.
 *
 * This module reads answers only. Cost: linear in text and quotations, but for sorting.
 */

import type { Answer, Entity, Quote, QuoteKind } from '../answer.js';
import { countWords } from './words.js';

/** What is said in one go. */
export interface Statement {
  /** In reading order. */
  parts: readonly Quote[];
  kind: QuoteKind;
  words: number;
}

export interface Speaker {
  /** Unique among the speakers. */
  key: string;
  /** Whom the phrase means: none where it is known by the phrase alone, several where they speak together. */
  entities: readonly Entity[];
  /** How the article calls the speaker the first time, where no entity is known. */
  phrase: string;
  statements: Statement[];
  words: number;
}

export interface Speech {
  /** Who speaks most comes first; of those alike, who speaks first. */
  speakers: Speaker[];
  /** Statements of nobody known, in reading order. */
  unattributed: Statement[];
  /** What stands in marks but is nobody's statement, in reading order. */
  scare: Statement[];
  /** Words of the article, and of what is said in each way. */
  words: Record<'article' | 'direct' | 'mixed' | 'indirect', number>;
}

/** Words of these statements. */
export function wordsOf(statements: readonly Statement[]): number {
  return statements.reduce((sum, { words }) => sum + words, 0);
}

/** A phrase of one of these alone stands for somebody, but does not say for whom. */
const PRONOUN = /^(?:s?he|they|it|we|i|you|who|one|this|that|these|those|both|others?|another|some|many|most|all|everyone|everybody|nobody)$/i;

export function speechOf(answer: Answer): Speech {
  const { text = '', quotes } = answer;
  const entities = new Map(answer.entities.map((entity) => [entity.id, entity]));
  const speech: Speech = {
    speakers: [],
    unattributed: [],
    scare: [],
    words: { article: countWords(text), direct: 0, mixed: 0, indirect: 0 },
  };
  const counts = countEach(text, quotes);
  const statements = new Map<string, Quote[]>();
  for (const quote of quotes) {
    const key = quote.statement ?? quote.id;
    const parts = statements.get(key);
    if (parts === undefined) statements.set(key, [quote]);
    else parts.push(quote);
  }
  const speakers = new Map<string, Speaker>();
  for (const parts of statements.values()) {
    const [first] = parts;
    if (first === undefined) continue;
    const statement: Statement = { parts, kind: first.kind, words: 0 };
    for (const part of parts) {
      const words = counts.get(part) ?? 0;
      statement.words += words;
      if (part.kind !== 'scare') speech.words[part.kind] += words;
    }
    const who = parts.find((part) => part.entities !== undefined) ?? parts.find((part) => part.speaker !== undefined) ?? first;
    const known = (who.entities ?? []).map((id) => entities.get(id)).filter((entity) => entity !== undefined);
    const phrase = who.speaker === undefined ? '' : text.slice(who.speaker.start, who.speaker.end).replace(/\s+/g, ' ').trim();
    if (first.kind === 'scare') speech.scare.push(statement);
    else if (known.length === 0 && (phrase === '' || PRONOUN.test(phrase))) speech.unattributed.push(statement);
    else {
      const key = known.length > 0 ? known.map(({ id }) => id).sort().join(' ') : `“${phrase.toLowerCase().replace(/^(?:the|an?) /, '')}`;
      const speaker = speakers.get(key) ?? { key, entities: known, phrase, statements: [], words: 0 };
      speakers.set(key, speaker);
      speaker.statements.push(statement);
      speaker.words += statement.words;
    }
  }
  speech.speakers = [...speakers.values()].sort((one, other) => other.words - one.words);
  return speech;
}

/** The words of each quotation that stand in none around it. */
function countEach(text: string, quotes: readonly Quote[]): Map<Quote, number> {
  const counts = new Map<Quote, number>();
  let counted = 0;
  for (const quote of quotes.filter(({ kind }) => kind !== 'scare').sort((one, other) => one.start - other.start || other.end - one.end)) {
    counts.set(quote, countWords(text.slice(Math.max(quote.start, counted), quote.end)));
    counted = Math.max(counted, quote.end);
  }
  return counts;
}
