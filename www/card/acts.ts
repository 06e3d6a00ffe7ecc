/**
 * What a reader takes away of a mark: a quotation with its source, a link to its sentence, a report that it is wrong.
 *
 * All of it is text on the clipboard; nothing is ever sent.
 */

import type { Span } from '../answer.js';
import type { Article } from '../marks/article.js';
import { say } from '../messages.js';
import { addressAt, addressOf, copy } from '../share.js';
import type { Act } from './facts.js';
import { attributed, factsOf, inOneLine } from './facts.js';
import type { Outcome } from './view.js';

/** Puts what `act` makes of the thing with this id on the clipboard, and says what became of it. */
export async function takeAway(page: Document, article: Article, act: Exclude<Act, 'hide'>, id: string, span: Span): Promise<Outcome> {
  const text = { copy: withSource, share: linkTo, report: reportOf }[act](page, article, id, span);
  if (await copy(page, text)) return { id, said: say(`card.done.${act}`) };
  return { id, said: say('card.refused'), text };
}

function withSource(page: Document, { answer }: Article, id: string): string {
  const quote = answer.quotes.find((each) => each.id === id);
  // Nothing else is copied.
  if (quote === undefined) return '';
  return [
    say('card.source', { ...attributed(answer, quote), headline: answer.headline ?? page.title }),
    [page.location.hostname, answer.published].filter(Boolean).join(', '),
    addressOf(page),
  ].join('\n');
}

function linkTo(page: Document, article: Article, _: string, span: Span): string {
  return addressAt(page, sentence(article, span));
}

function reportOf(page: Document, article: Article, id: string, span: Span): string {
  const { answer } = article;
  const facts = factsOf(answer, { id, start: span.start });
  return [
    `newsgloss ${answer.version}: ${facts?.type ?? ''}`,
    `[${answer.text?.slice(span.start, span.end) ?? ''}]`,
    ...(facts === undefined ? [] : [inOneLine([facts])]),
    sentence(article, span),
    addressOf(page),
  ].join('\n');
}

function sentence(article: Article, span: Span): string {
  const { start, end } = article.sentenceAround(span);
  return article.answer.text?.slice(start, end) ?? '';
}
