/**
 * Gathers from an answer what a card says of a mark: plain strings, ready to be shown or spoken.
 *
 * This module reads answers only. It never touches the page, and never finds or changes an offset.
 */

import type { Answer, Entity, Quote, Span, Value } from '../answer.js';
import { asAddress } from '../address.js';
import type { Mark } from '../marks/marks.js';
import { allOf, language, say } from '../messages.js';
import { inWords } from './values.js';

/** What is known of one mark. */
export interface Facts {
  /** The answer's id. */
  id: string;
  /** The answer's own word for the type or kind, for colours: "person", "date", "direct". */
  type: string;
  /** The same for readers. */
  label: string;
  /** What or who it is, in a few words. */
  title?: string;
  /** One sentence more. */
  note?: string;
  /** Anything else, term by term. */
  details: Detail[];
  /** Where a reader finds more. */
  links: Link[];
  /** The first things that it says in the article, and how many there are besides. */
  says?: { first: Span[]; more: number };
  /** Which of the mentions this is, from 1, of how many, and those before and after it. */
  mention?: { number: number; of: number; before: Span | undefined; after: Span | undefined };
  /** What can be done with it. */
  acts: readonly Act[];
}

/** What a reader can do with a mark. */
export type Act = 'copy' | 'share' | 'hide' | 'report';

type Term = 'asWritten' | 'cue' | 'addressee' | 'place' | 'time' | 'statement' | 'certainty' | 'belongsTo' | 'named' | 'quoted';

export interface Detail {
  term: string;
  text: string;
}

export interface Link {
  text: string;
  href: string;
}

/** How many of the things that somebody says a card shows. */
const SAYS = 2;

/** The facts of a mark, or nothing where the answer has none such. */
export function factsOf(answer: Answer, { id, start }: Pick<Mark, 'id' | 'start'>): Facts | undefined {
  const entity = answer.entities.find((each) => each.id === id);
  if (entity !== undefined) return entityFacts(answer, entity, start);
  const quote = answer.quotes.find((each) => each.id === id);
  if (quote !== undefined) return quoteFacts(answer, quote);
  // Values carry no id: "v3" is the third of the answer.
  const value = /^v\d+$/.test(id) ? answer.values[Number(id.slice(1)) - 1] : undefined;
  return value && valueFacts(value, id);
}

/** The same in one line, for those who listen: innermost first, as the card has it. */
export function inOneLine(all: Facts[]): string {
  const sentences = all.flatMap(({ label, title, note, details }) => [
    [label, title].filter((part) => part !== undefined).join(': '),
    ...(note === undefined ? [] : [note]),
    ...details.map(({ term, text }) => `${term} ${text}`),
  ]);
  return sentences.map((sentence) => (/[.!?]$/.test(sentence) ? sentence : `${sentence}.`)).join(' ');
}

const WIKIDATA = 'https://www.wikidata.org/wiki/';

function entityFacts(answer: Answer, entity: Entity, start: number): Facts {
  const quotes = answer.quotes.filter((quote) => quote.entities?.includes(entity.id));
  // A statement that is interrupted counts once.
  const says = quotes.filter(({ statement }, at) => statement === undefined || quotes.findIndex((each) => each.statement === statement) === at);
  const statements = says.length;
  const { mentions } = entity;
  const at = mentions.findIndex((mention) => mention.start === start);
  const note = [entity.role, entity.description].filter((part) => part !== undefined);
  const owner = answer.entities.find((each) => each.id === entity.of);
  // The publisher's; the core takes addresses of the web only.
  const more = entity.url === undefined ? undefined : asAddress(entity.url);
  return {
    id: entity.id,
    type: entity.type,
    label: say(`card.entity.${entity.type}`),
    title: entity.name,
    ...(note.length > 0 && { note: note.join(' · ') }),
    details: detailsOf({
      belongsTo: owner?.name,
      named: say('card.times', { count: mentions.length }),
      quoted: statements > 0 && say('card.times', { count: statements }),
    }),
    links: [
      ...(more === undefined ? [] : [{ text: say('card.moreOn', { host: more.host }), href: more.href }]),
      ...(entity.wikidata === undefined
        ? []
        : [
            { text: say('card.wikipedia'), href: `${WIKIDATA}Special:GoToLinkedPage/${language()}wiki/${encodeURIComponent(entity.wikidata)}` },
            { text: say('card.wikidata'), href: WIKIDATA + encodeURIComponent(entity.wikidata) },
          ]),
    ],
    ...(statements > 0 && { says: { first: says.slice(0, SAYS), more: Math.max(0, statements - SAYS) } }),
    ...(at >= 0 && mentions.length > 1 && { mention: { number: at + 1, of: mentions.length, before: mentions[at - 1], after: mentions[at + 1] } }),
    acts: ['hide', 'report'],
  };
}

function valueFacts(value: Value, id: string): Facts {
  const isAmount = value.type === 'money' || value.type === 'percent' || value.type === 'quantity';
  const unknown = isAmount ? say('card.amountNotDetermined') : say('card.dateNotDetermined');
  const words = inWords(value) ?? value.value;
  return {
    id,
    type: value.type,
    label: say(`card.value.${value.type}`),
    ...(words === undefined ? { note: unknown } : { title: words }),
    details: [],
    links: [],
    acts: ['hide', 'report'],
  };
}

function quoteFacts(answer: Answer, quote: Quote): Facts {
  const { id, kind } = quote;
  const common = { id, type: kind, label: say(`card.quote.${kind}`), links: [] };
  if (kind === 'scare') return { ...common, note: say('card.notAStatement'), details: [], acts: ['hide', 'report'] };
  const words = (span?: Span): string | undefined => span && answer.text?.slice(span.start, span.end);
  const inMarks = (text?: string): string | undefined => text && say('card.quoted', { words: text });
  const phrase = words(quote.speaker);
  const name = speakerName(answer, quote);
  const title = speakerTitle(name, phrase, quote.inferred);
  return {
    ...common,
    title,
    details: detailsOf({
      asWritten: phrase !== title && inMarks(phrase),
      cue: inMarks(words(quote.cue)),
      addressee: words(quote.addressee),
      place: words(quote.place),
      time: timeOfSaying(answer, quote) ?? words(quote.time),
      statement: statementPart(answer, quote),
      certainty: certainty(quote.confidence),
    }),
    acts: ['copy', 'share', 'hide', 'report'],
  };
}

/** Term by term, what there is. */
function detailsOf(texts: Partial<Record<Term, string | false | undefined>>): Detail[] {
  return Object.entries(texts).flatMap(([term, text]) => (text ? [{ term: say(`card.term.${term as Term}`), text }] : []));
}

/** When something was said, in words, as far as the text determines it. */
function timeOfSaying(answer: Answer, quote: Quote): string | undefined {
  const value = answer.values.find((each) => each.start === quote.time?.start && each.end === quote.time.end);
  return value && inWords(value);
}

/** The names of those who spoke, in a list; nothing where the text does not tell. */
function speakerName(answer: Answer, quote: Quote): string | undefined {
  const names = answer.entities.filter((entity) => quote.entities?.includes(entity.id)).map((entity) => entity.name);
  return names.length === 0 ? undefined : allOf(names);
}

/** A quotation to take away: its words, in marks where they are the speaker's own, and who says them, as the article has it. */
export function attributed(answer: Answer, quote: Quote): { words: string; speaker: string } {
  const textOf = ({ start, end }: Span): string => answer.text?.slice(start, end) ?? '';
  const words = textOf(quote);
  return {
    words: quote.kind === 'direct' ? say('card.quoted', { words }) : words,
    speaker: speakerName(answer, quote) ?? (quote.speaker ? textOf(quote.speaker) : say('card.speakerNotStated')),
  };
}

/** The speaker's name, else the phrase that stands for one ("officials"), else plainly that there is none. */
function speakerTitle(name: string | undefined, phrase: string | undefined, inferred: boolean): string {
  if (name === undefined) return phrase ?? say('card.speakerNotStated');
  return inferred ? say('card.probably', { name }) : name;
}

/** Which part of a statement this is that the cue or a new paragraph interrupts; nothing for a whole one. */
function statementPart(answer: Answer, quote: Quote): string | undefined {
  const parts = quote.statement === undefined ? [] : answer.quotes.filter((each) => each.statement === quote.statement);
  return parts.length < 2 ? undefined : say('card.part', { part: parts.indexOf(quote) + 1, of: parts.length });
}

/** How sure a stage is, `confidence` going from 0 to 1. */
function certainty(confidence: number): string {
  if (confidence >= 0.95) return say('card.certainty.veryHigh');
  if (confidence >= 0.85) return say('card.certainty.high');
  return confidence >= 0.7 ? say('card.certainty.fair') : say('card.certainty.low');
}
