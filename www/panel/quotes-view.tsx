/**
 * Who says what: how much of the article is quotation, each speaker's share of it, and the quotations by speaker.
 *
 * It shows the beginning of a long list. Who counts as a speaker, and what as a word, is told in charts/speech.ts.
 */

import type { JSX } from 'preact';
import { Fragment, h } from 'preact';

import type { Answer, QuoteKind, Span } from '../answer.js';
import { clipped } from '../charts/chart.js';
import { Composition, nameOf, Shares } from '../charts/speech-charts.js';
import type { Speech, Statement } from '../charts/speech.js';
import { speechOf } from '../charts/speech.js';
import { say } from '../messages.js';
import { Passage } from './excerpt.js';
import { Finder } from './finder.js';
import { remembered } from './remembered.js';
import { Some } from './some.js';
import type { Source } from './source.js';
import type { ViewProps } from './view-props.js';

const KINDS: readonly QuoteKind[] = ['direct', 'mixed', 'indirect', 'scare'];

/** How many statements are shown at first, and how many more each time; and of one, how many UTF-16 code units of each part. */
const STATEMENTS = 100;
const LONGEST = 600;

/** Statements of one speaker, with what is said of whose they are. */
interface Group {
  name: string;
  role?: string | undefined;
  type: string;
  /** Who it is, for the search. */
  searched: string;
  statements: readonly Statement[];
}

/** A statement among those of its speaker. */
interface Row {
  group: Group;
  statement: Statement;
}

export function QuotesView({ source, actions }: ViewProps): JSX.Element {
  if (source.answer.quotes.length === 0) return <p class="empty">{say('quotes.none')}</p>;
  const { speech, rows } = speechIn(source.answer);
  return (
    <>
      {rows.every(({ statement }) => statement.kind === 'scare') ? (
        <p class="empty">{say('quotes.none')}</p>
      ) : (
        <>
          <Composition speech={speech} />
          <Shares speech={speech} />
        </>
      )}
      <Finder
        of="quotes"
        actions={actions}
        items={rows}
        textOf={({ group, statement }) => [group.searched, ...statement.parts.map((part) => textOf(source, part))].join(' ')}
        types={[say('quotes.kinds'), KINDS.map((kind) => [kind, say(`quotes.kind.${kind}`)]), ({ statement }) => statement.kind]}
      >
        {(found, key) => (
          <Some key={key} class="statements" items={found} first={STATEMENTS} step={STATEMENTS}>
            {({ group, statement }, index) => (
              <li key={statement.parts[0]?.id}>
                {found[index - 1]?.group !== group && <Head {...group} count={found.filter((row) => row.group === group).length} />}
                <Said source={source} actions={actions} statement={statement} />
              </li>
            )}
          </Some>
        )}
      </Finder>
    </>
  );
}

const speechIn = remembered((answer: Answer): { speech: Speech; rows: Row[] } => {
  const speech = speechOf(answer);
  return { speech, rows: groupsOf(speech).flatMap((group) => group.statements.map((statement) => ({ group, statement }))) };
});

function Head({ name, role, type, count }: Group & { count: number }): JSX.Element {
  return (
    <div class="speaker" data-type={type}>
      <h3>
        <bdi>{name}</bdi> <b>{count}</b>
      </h3>
      {role !== undefined && (
        <p class="note" dir="auto">
          {role}
        </p>
      )}
    </div>
  );
}

/** A statement, as a button that leads to it, and how it is said. */
function Said({ source, actions, statement }: ViewProps & { statement: Statement }): JSX.Element | null {
  const { parts, kind } = statement;
  const [first] = parts;
  if (first === undefined) return null;
  const words = parts.map((part) => clipped(textOf(source, part), LONGEST)).join(' … ');
  const isInferred = parts.every((part) => part.inferred) && first.entities !== undefined;
  const cue = parts.find((part) => part.cue !== undefined)?.cue;
  const about = [
    isInferred ? say('quotes.inferred') : '',
    say(`quotes.kind.${kind}`),
    cue === undefined ? '' : say('card.quoted', { words: clipped(textOf(source, cue)) }),
    parts.length > 1 ? say('quotes.parts', { count: parts.length }) : '',
  ];
  return (
    <>
      <Passage source={source} actions={actions} span={first}>
        {kind === 'direct' || kind === 'scare' ? say('card.quoted', { words }) : words}
      </Passage>
      <p class="quiet">{about.filter((part) => part !== '').join(' · ')}</p>
    </>
  );
}

function textOf({ answer: { text = '' } }: Source, { start, end }: Span): string {
  return text.slice(start, end).replace(/\s+/g, ' ');
}

function groupsOf({ speakers, unattributed, scare }: Speech): Group[] {
  return [
    ...speakers.map((speaker) => ({
      name: nameOf(speaker),
      role: speaker.entities.length === 1 ? speaker.entities[0]?.role : undefined,
      type: speaker.entities[0]?.type ?? 'misc',
      searched: [speaker.phrase, ...speaker.entities.flatMap(({ name, role }) => [name, role])].join(' '),
      statements: speaker.statements,
    })),
    { name: say('card.speakerNotStated'), type: 'misc', searched: '', statements: unattributed },
    { name: say('quotes.scare'), role: say('card.notAStatement'), type: 'misc', searched: '', statements: scare },
  ];
}
