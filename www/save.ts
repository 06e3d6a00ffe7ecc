/**
 * Hands an article's answer to the reader: as a file in one of the core's forms, or as plain text on the clipboard.
 *
 * The core writes all forms; here they only get a name and the reader's words. Nothing is sent anywhere.
 */

import type { ExportFormat, SummaryLabels } from './answer.js';
import type { Article } from './marks/article.js';
import { attributed } from './card/facts.js';
import { direction, language, say } from './messages.js';
import type { Format } from './panel/source.js';
import { addressOf, copy, saveFile } from './share.js';

const FILES: Record<ExportFormat, [ending: string, type: string]> = {
  webannotation: ['annotations.jsonld', 'application/ld+json'],
  schema: ['schema.jsonld', 'application/ld+json'],
  csv: ['quotations.csv', 'text/csv'],
  summary: ['summary.html', 'text/html'],
};

/** Saves or copies what was found in `article`; says what became of it, for those who listen. */
export async function save(page: Document, article: Article, format: Format): Promise<string> {
  if (format === 'copy') return say((await copy(page, plain(page, article))) ? 'panel.copied' : 'panel.notCopied');
  const text = article.exportAs(format, { url: addressOf(page), created: new Date().toISOString(), labels: labels() });
  const [ending, type] = FILES[format];
  const name = `newsgloss-${ending}`;
  saveFile(page, name, type, text);
  return say('panel.saved', { name });
}

function labels(): SummaryLabels {
  return {
    language: language(),
    direction: direction(),
    untitled: say('panel.article'),
    quotations: say('panel.view.quotes'),
    nobody: say('quotes.none'),
    unstated: say('card.speakerNotStated'),
    probably: say('quotes.inferred'),
    reported: say('card.quote.indirect'),
    people: say('people.type.person'),
    organizations: say('people.type.organization'),
    mentions: say('card.term.named'),
    timeline: say('panel.view.timeline'),
    made: say('export.made'),
  };
}

/** Who says what, line by line, under the headline and the address. */
function plain(page: Document, { answer }: Article): string {
  const lines = answer.quotes
    .filter(({ kind }) => kind !== 'scare')
    .map((quote) => {
      const { words, speaker } = attributed(answer, quote);
      return `${speaker}: ${words}`;
    });
  return [[answer.headline ?? page.title, answer.published, addressOf(page)].filter(Boolean).join('\n'), ...lines].join('\n\n');
}
