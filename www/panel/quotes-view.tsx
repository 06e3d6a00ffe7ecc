/**
 * Who says what: how much of the article is quotation, each speaker's share of it, and the quotations by speaker.
 *
 * It shows the beginning of a long list. Who counts as a speaker, and what as a word, is told in charts/speech.ts.
 */

import type { JSX } from 'preact';
import { Component, Fragment, h } from 'preact';

import type { QuoteKind, Span } from '../answer.js';
import { clipped } from '../charts/chart.js';
import { Composition, nameOf, Shares } from '../charts/speech-charts.js';
import type { Speech, Statement } from '../charts/speech.js';
import { speechOf } from '../charts/speech.js';
import { locale, say } from '../messages.js';
import { folded, matcher } from './search.js';
import { Some } from './some.js';
import type { Source } from './source.js';
import { Chips, Search } from './tools.js';
import type { ViewProps } from './view-props.js';

const KINDS: readonly QuoteKind[] = ['direct', 'mixed', 'indirect', 'scare'];

/** How many statements are shown at first, and how many more each time; and of one, how many UTF-16 code units of each part. */
const STATEMENTS = 100;
const LONGEST = 600;

interface State {
  words: string;
  /** Of which kinds alone; of all, where it is empty. */
  kinds: readonly QuoteKind[];
}

/** Statements of one speaker, with what is said of whose they are. */
interface Group {
  key: string;
  name: string;
  role?: string | undefined;
  type: string;
  /** Who it is, folded, for the search. */
  searched: string;
  statements: readonly Statement[];
}

export class QuotesView extends Component<ViewProps, State> {
  override state: State = { words: '', kinds: [] };
  #for: readonly [source?: Source, locale?: string] = [];
  #speech: Speech | undefined;
  #groups: Group[] = [];
  #found = 0;

  render({ source, actions }: ViewProps, { words, kinds }: State): JSX.Element {
    if (source.answer.quotes.length === 0) return <p class="empty">{say('quotes.none')}</p>;
    const speech = this.#speechOf(source);
    const counts = countsOf(this.#groups);
    const groups = this.#groups.map((group) => found(group, source, words, kinds)).filter(({ statements }) => statements.length > 0);
    const rows = groups.flatMap((group) => group.statements.map((statement, index) => ({ group, statement, index })));
    this.#found = rows.length;
    return (
      <>
        {counts.size === 1 && counts.has('scare') ? (
          <p class="empty">{say('quotes.none')}</p>
        ) : (
          <>
            <Composition speech={speech} />
            <Shares speech={speech} />
          </>
        )}
        <div class="tools">
          <Search
            label={say('quotes.search')}
            words={words}
            onInput={(now) => {
              this.setState({ words: now });
            }}
          />
        </div>
        <Chips
          label={say('quotes.kinds')}
          types={KINDS.filter((kind) => counts.has(kind)).map((kind) => [kind, say(`quotes.kind.${kind}`), counts.get(kind) ?? 0] as const)}
          chosen={kinds}
          onChange={(now) => {
            this.setState({ kinds: now });
          }}
        />
        {rows.length === 0 && <p class="empty">{say('quotes.nothingFound')}</p>}
        <Some key={`${words} ${kinds.join(' ')}`} class="statements" items={rows} first={STATEMENTS} step={STATEMENTS}>
          {({ group, statement, index }) => (
            <li key={statement.parts[0]?.id}>
              {index === 0 && <Head {...group} />}
              <Said source={source} actions={actions} statement={statement} />
            </li>
          )}
        </Some>
      </>
    );
  }

  /** Worked out anew for another article, or in another language. */
  #speechOf(source: Source): Speech {
    const [lastSource, lastLocale] = this.#for;
    if (this.#speech === undefined || lastSource !== source || lastLocale !== locale()) {
      this.#for = [source, locale()];
      this.#speech = speechOf(source.answer);
      this.#groups = groupsOf(this.#speech);
    }
    return this.#speech;
  }

  override componentDidUpdate(_: ViewProps, { words, kinds }: State): void {
    if (words !== this.state.words || kinds !== this.state.kinds) this.props.actions.announce(say('quotes.found', { count: this.#found }));
  }
}

function Head({ name, role, type, statements }: Group): JSX.Element {
  return (
    <div class="speaker" data-type={type}>
      <h3>
        <bdi>{name}</bdi> <b>{statements.length}</b>
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
      <button
        type="button"
        class={`excerpt ${kind}`}
        dir="auto"
        onClick={() => {
          actions.goTo(source, first);
        }}
      >
        {kind === 'direct' || kind === 'scare' ? say('card.quoted', { words }) : words}
      </button>
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
      key: speaker.key,
      name: nameOf(speaker),
      role: speaker.entities.length === 1 ? speaker.entities[0]?.role : undefined,
      type: speaker.entities[0]?.type ?? 'misc',
      searched: folded([speaker.phrase, ...speaker.entities.flatMap(({ name, role }) => [name, role])].join(' ')),
      statements: speaker.statements,
    })),
    { key: 'unattributed', name: say('card.speakerNotStated'), type: 'misc', searched: '', statements: unattributed },
    { key: 'scare', name: say('quotes.scare'), role: say('card.notAStatement'), type: 'misc', searched: '', statements: scare },
  ];
}

function countsOf(groups: readonly Group[]): Map<QuoteKind, number> {
  const counts = new Map<QuoteKind, number>();
  for (const { statements } of groups) for (const { kind } of statements) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}

/** The group with those of its statements alone that are wanted. */
function found(group: Group, source: Source, words: string, kinds: readonly QuoteKind[]): Group {
  const matches = matcher(words);
  const statements = group.statements.filter(
    ({ kind, parts }) =>
      (kinds.length === 0 || kinds.includes(kind)) &&
      (words === '' || matches(`${group.searched} ${folded(parts.map((part) => textOf(source, part)).join(' '))}`)),
  );
  return { ...group, statements };
}
