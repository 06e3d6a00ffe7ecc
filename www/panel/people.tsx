/**
 * People and organisations: everything that an article names, by type, with where it is named.
 *
 * It shows the beginning of a long list, and works out the sentences around mentions only where they are looked at.
 */

import type { JSX } from 'preact';
import { Component, Fragment, h } from 'preact';

import type { Answer, Entity, EntityType } from '../answer.js';
import { Details, Links } from '../card/details.js';
import { factsOf } from '../card/facts.js';
import { say } from '../messages.js';
import { Excerpt } from './excerpt.js';
import { Finder } from './finder.js';
import { Some } from './some.js';
import type { Source } from './source.js';
import type { ViewProps } from './view-props.js';

const TYPES: readonly EntityType[] = ['person', 'organization', 'place', 'group', 'event', 'misc'];
const ORDERS = ['byCount', 'byPlace'] as const;

/** How many names are shown at first, of all types together, and how many more of one each time; and mentions of a name. */
const NAMES = 100;
const MENTIONS = 20;

interface State {
  order: (typeof ORDERS)[number];
}

export class PeopleView extends Component<ViewProps, State> {
  override state: State = { order: 'byCount' };

  render({ source, actions }: ViewProps, { order }: State): JSX.Element {
    const { answer } = source;
    if (answer.entities.length === 0) return <p class="empty">{say('people.none')}</p>;
    const types = TYPES.map((type) => [type, say(`people.type.${type}`)] as const);
    return (
      <Finder
        of="people"
        actions={actions}
        items={answer.entities}
        textOf={(entity) => searched(entity, answer)}
        types={[say('people.types'), types, ({ type }) => type]}
        tools={
          <select
            aria-label={say('people.sort')}
            value={order}
            onChange={({ currentTarget }) => {
              this.setState({ order: ORDERS[currentTarget.selectedIndex] ?? order });
            }}
          >
            {ORDERS.map((each) => (
              <option key={each} value={each}>
                {say(`people.${each}`)}
              </option>
            ))}
          </select>
        }
      >
        {(found, key) => {
          const groups = types.map(([type, name]) => ({ type, name, entities: found.filter((entity) => entity.type === type) })).filter(({ entities }) => entities.length > 0);
          return groups.map(({ type, name, entities }) => (
            <section key={type} data-type={type}>
              <h3>
                {name} <b>{entities.length}</b>
              </h3>
              {/* Another list is short again. */}
              <Some key={`${key} ${order}`} class="entities" items={inOrder(entities, order)} first={Math.ceil(NAMES / groups.length)} step={NAMES}>
                {(entity) => <Named key={entity.id} entity={entity} source={source} actions={actions} />}
              </Some>
            </section>
          ));
        }}
      </Finder>
    );
  }
}

type NamedProps = ViewProps & { entity: Entity };

/** One name, and what is known of it once it is pressed. */
class Named extends Component<NamedProps, { isOpen: boolean }> {
  override state = { isOpen: false };

  render({ entity, source, actions }: NamedProps, { isOpen }: { isOpen: boolean }): JSX.Element {
    const note = [entity.role, entity.description].filter((part) => part !== undefined).join(' · ');
    const count = entity.mentions.length;
    const isHidden = actions.isHidden(source, entity.id);
    return (
      <li>
        <button
          class="name"
          aria-expanded={isOpen}
          onClick={() => {
            this.setState({ isOpen: !isOpen });
          }}
        >
          <bdi>{entity.name}</bdi>
          {isHidden && <i>{say('people.hidden')}</i>}
          <span class="count" aria-hidden="true">
            {count}
          </span>
          <span class="unseen">{say('places.named', { count })}</span>
        </button>
        {note !== '' && (
          <p class="note">
            <bdi>{note}</bdi>
          </p>
        )}
        {isOpen && (
          <div class="about">
            <Facts source={source} entity={entity} />
            <Some class="excerpts" items={entity.mentions} first={MENTIONS} step={NAMES}>
              {(mention) => (
                <li key={mention.start}>
                  <Excerpt source={source} actions={actions} span={mention} />
                </li>
              )}
            </Some>
            <button
              class="link"
              onClick={() => {
                actions.hide(source, entity.id, !isHidden);
                this.setState({});
              }}
            >
              {say(isHidden ? 'people.show' : 'people.hide')}
            </button>
          </div>
        )}
      </li>
    );
  }
}

/** What its card says of it, but for what stands in the list already. */
function Facts({ source, entity }: { source: Source; entity: Entity }): JSX.Element | null {
  const facts = factsOf(source.answer, { id: entity.id, start: -1 });
  return facts === undefined ? null : (
    <>
      <Details details={facts.details.filter(({ term }) => term !== say('card.term.named'))} />
      <p class="links">
        <Links links={facts.links} />
      </p>
    </>
  );
}

function inOrder(entities: Entity[], order: State['order']): Entity[] {
  const start = ({ mentions }: Entity): number => mentions[0]?.start ?? 0;
  return entities.sort((one, other) => (order === 'byCount' ? other.mentions.length - one.mentions.length : 0) || start(one) - start(other));
}

/** What a name is found by: all that is said of it, and every form that it has in the text. */
function searched({ name, role, description, mentions }: Entity, { text = '' }: Answer): string {
  return [name, role, description, ...new Set(mentions.map(({ start, end }) => text.slice(start, end)))].join(' ');
}
