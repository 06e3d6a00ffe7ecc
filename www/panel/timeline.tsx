/** Timeline: the sentences of an article that say when, on an axis and in order of their dates, each with who is in it. */

import type { JSX } from 'preact';
import { Fragment, h } from 'preact';

import type { Answer, Entity, TimelineEvent } from '../answer.js';
import { inWords } from '../card/values.js';
import { clipped } from '../charts/chart.js';
import type { Stretch } from '../card/days.js';
import { stretchOf } from '../card/days.js';
import { StripChart } from '../charts/strip-chart.js';
import { allOf, say } from '../messages.js';
import { Passage } from './excerpt.js';
import { Finder } from './finder.js';
import { remembered } from './remembered.js';
import { Some } from './some.js';
import type { ViewProps } from './view-props.js';

/** How many events are shown at first, and how many more each time; and of one, how many names, and UTF-16 code units of the sentence. */
const EVENTS = 100;
const NAMES = 4;
const LONGEST = 400;

/** An event with what is said of it. */
interface Told {
  event: TimelineEvent;
  date: string;
  stretch: Stretch | undefined;
  sentence: string;
  who: string;
}

export function TimelineView({ source, actions }: ViewProps): JSX.Element {
  const { timeline, published: day } = source.answer;
  if (timeline.length === 0) return <p class="empty">{say('timeline.none')}</p>;
  const told = toldIn(source.answer);
  const published = day === undefined ? undefined : stretchOf(day)?.from;
  return (
    <>
      <Strip told={told} published={published} />
      <Finder of="timeline" actions={actions} items={told} textOf={({ date, sentence, who }) => `${date} ${sentence} ${who}`}>
        {(found, key) => {
          const turn = published === undefined ? -1 : found.findIndex(({ stretch }) => stretch !== undefined && stretch.from > published);
          return (
            <Some key={key} class="statements" items={found} first={EVENTS} step={EVENTS}>
              {({ event, date, sentence, who }, index) => (
                <li key={`${event.start} ${event.date}`}>
                  {index === turn && day !== undefined && <p class="turn">{say('timeline.turn', { date: inWords({ type: 'date', value: day }) ?? day })}</p>}
                  {found[index - 1]?.date !== date && <h3 class="speaker">{date}</h3>}
                  <Passage source={source} actions={actions} span={event}>
                    {clipped(sentence, LONGEST)}
                  </Passage>
                  {who !== '' && (
                    <p class="quiet" dir="auto">
                      {who}
                    </p>
                  )}
                </li>
              )}
            </Some>
          );
        }}
      </Finder>
    </>
  );
}

function Strip({ told, published }: { told: readonly Told[]; published: number | undefined }): JSX.Element | null {
  const dated = told.filter((each): each is Told & { stretch: Stretch } => each.stretch !== undefined);
  const stretches = dated.map(({ stretch }) => stretch);
  const [first, last] = [dated[0], dated.at(-1)];
  if (first === undefined || last === undefined) return null;
  const later = published === undefined ? 0 : stretches.filter(({ from }) => from > published).length;
  const finding = say(first.date === last.date ? 'timeline.findingOne' : 'timeline.finding', { count: stretches.length, first: first.date, last: last.date });
  return (
    <StripChart
      stretches={stretches}
      published={published}
      finding={published === undefined || later === 0 ? finding : `${finding} ${say('timeline.later', { count: later })}`}
      table={{ head: [say('timeline.date'), say('timeline.who')], rows: told.map(({ date, who }) => [date, who] as const) }}
    />
  );
}

const toldIn = remembered((answer: Answer): Told[] => {
  const entities = new Map(answer.entities.map((entity) => [entity.id, entity]));
  const published = answer.published === undefined ? undefined : stretchOf(answer.published)?.from;
  return answer.timeline.map((event) => {
    const named = (event.entities ?? []).map((id) => entities.get(id)).filter((entity) => entity !== undefined);
    return {
      event,
      date: inWords({ type: 'date', value: event.date }) ?? event.date,
      stretch: stretchOf(event.date, published),
      sentence: (answer.text ?? '').slice(event.start, event.end).replace(/\s+/g, ' '),
      who: whoIn(named),
    };
  });
});

/** Who is in a sentence: the first few. */
function whoIn(entities: readonly Entity[]): string {
  const names = entities.filter(({ type }) => type === 'person' || type === 'organization').map(({ name }) => clipped(name));
  return allOf(names.length > NAMES ? [...names.slice(0, NAMES), say('timeline.more', { count: names.length - NAMES })] : names);
}
