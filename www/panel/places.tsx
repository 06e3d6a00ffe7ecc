/**
 * Places: those of an article on a map and in a list, with links to where more is told of each. Links are links: nothing is fetched
 * but what draws the map, from where newsgloss is served, and without it the list is all there is.
 */

import type { JSX } from 'preact';
import { Component, Fragment, h } from 'preact';

import type { Entity } from '../answer.js';
import { Links } from '../card/details.js';
import type { Link } from '../card/facts.js';
import { factsOf } from '../card/facts.js';
import type { Draw } from '../charts/atlas.js';
import { Chart, clipped } from '../charts/chart.js';
import { numbers, say } from '../messages.js';
import { Finder } from './finder.js';
import { Some } from './some.js';
import type { ViewProps } from './view-props.js';

/** The module that draws maps, with its outlines. Throws where they cannot be had. */
async function loadAtlas(): Promise<Draw> {
  return (await import('../charts/atlas.js')).loadAtlas();
}

/** How many places are shown at first, and how many more each time; and from how many on one can search. */
const PLACES = 100;
const MANY = 12;

interface State {
  atlas: Draw | 'loading' | 'failed';
}

type Located = Entity & { coordinates: [number, number] };

export class PlacesView extends Component<ViewProps, State> {
  override state: State = { atlas: 'loading' };
  #isShown = true;

  render({ source, actions }: ViewProps, { atlas }: State): JSX.Element {
    const places = source.answer.entities.filter(({ type }) => type === 'place').sort((one, other) => other.mentions.length - one.mentions.length);
    if (places.length === 0) return <p class="empty">{say('places.none')}</p>;
    const located = places.filter(isLocated);
    return (
      <>
        {located.length > 0 && atlas === 'failed' && <p class="quiet">{say('places.noMap')}</p>}
        {located.length > 0 && atlas === 'loading' && <p class="quiet">{say('places.loading')}</p>}
        {located.length > 0 && typeof atlas === 'function' && <Map places={located} atlas={atlas} />}
        <Finder of="places" actions={actions} items={places} textOf={({ name, description = '' }) => `${name} ${description}`} isShort={places.length <= MANY}>
          {(found, key) => {
            const unlocated = found.filter((place) => !isLocated(place));
            return (
              <>
                <List key={`on ${key}`} source={source} actions={actions} places={found.filter(isLocated)} />
                {unlocated.length > 0 && (
                  <>
                    <h3>
                      {say('places.unlocated')} <b>{unlocated.length}</b>
                    </h3>
                    <List key={`off ${key}`} source={source} actions={actions} places={unlocated} />
                  </>
                )}
              </>
            );
          }}
        </Finder>
      </>
    );
  }

  override componentDidMount(): void {
    // Asked for where there is something to put on a map.
    if (this.props.source.answer.entities.some(isLocated)) void this.#load();
  }

  override componentWillUnmount(): void {
    this.#isShown = false;
  }

  async #load(): Promise<void> {
    const atlas = await loadAtlas().catch(() => 'failed' as const);
    if (this.#isShown) this.setState({ atlas });
  }
}

function Map({ places, atlas }: { places: readonly Located[]; atlas: Draw }): JSX.Element {
  const [first] = places;
  const times = first?.mentions.length ?? 0;
  return (
    <Chart
      id="map"
      title={say('places.map')}
      // Where each is named once, none is named most often.
      finding={times === 1 && places.length > 1 ? `${say('places.found', { count: places.length })}.` : say('places.finding', { count: places.length, name: clipped(first?.name ?? ''), times: say('card.times', { count: times }) })}
      table={{
        head: [say('places.place'), say('card.term.named'), say('places.coordinates')],
        rows: places.map(({ name, mentions, coordinates }) => [clipped(name), mentions.length, coordinates.map((each) => each.toFixed(2)).join(', ')] as const),
      }}
      draw={(width) => {
        const dots = places.map(({ name, coordinates, mentions }) => ({ name: clipped(name), at: coordinates, mentions: mentions.length }));
        const { height, shapes } = atlas(dots, width, (count) => numbers({ style: 'unit', unit: 'kilometer' }).format(count));
        return {
          height,
          note: say('places.source'),
          content: (
            <g class="map" data-type="place">
              {shapes.map(([element, attributes, text], index) => h(element, { key: index, ...attributes }, text))}
            </g>
          ),
        };
      }}
    />
  );
}

function List({ source, actions, places }: ViewProps & { places: readonly Entity[] }): JSX.Element | null {
  return places.length === 0 ? null : (
    <Some class="places" items={places} first={PLACES} step={PLACES}>
      {(place) => (
        <li key={place.id}>
          <button
            type="button"
            class="name"
            onClick={() => {
              const [first] = place.mentions;
              if (first !== undefined) actions.goTo(source, first);
            }}
          >
            <bdi>{place.name}</bdi>
            <span class="count" aria-hidden="true">
              {place.mentions.length}
            </span>
            <span class="unseen">{say('places.named', { count: place.mentions.length })}</span>
          </button>
          <p class="quiet links">
            <Links links={[...linksOf(place), ...(factsOf(source.answer, { id: place.id, start: -1 })?.links ?? [])]} />
          </p>
        </li>
      )}
    </Some>
  );
}

function isLocated(entity: Entity): entity is Located {
  return entity.type === 'place' && entity.coordinates !== undefined;
}

/** A map of the whole surroundings of a place, where it is known. */
function linksOf({ coordinates }: Entity): Link[] {
  if (coordinates === undefined) return [];
  const [north, east] = coordinates;
  return [{ text: 'OpenStreetMap', href: `https://www.openstreetmap.org/?mlat=${north}&mlon=${east}#map=6/${north}/${east}` }];
}
