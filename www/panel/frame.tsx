/**
 * What all views of the panel stand in: the bar with its buttons, the choice of an article, the tabs, the edges to pull.
 *
 * Every string goes in as text, so that no words of a page are ever read as markup.
 */

import type { DOMAttributes, JSX } from 'preact';
import { Component, Fragment, h } from 'preact';

import { locale, say } from '../messages.js';
import type { PanelPlace, View } from '../settings.js';
import { PLACES, VIEWS } from '../settings.js';
import { Icon } from './icon.js';
import { PeopleView } from './people.js';
import type { Grip, Size, Stand } from './place.js';
import { PlacesView } from './places.js';
import { QuotesView } from './quotes-view.js';
import { SettingsView } from './settings-view.js';
import type { Actions, Source } from './source.js';
import { FORMATS } from './source.js';
import { TimelineView } from './timeline.js';

/** How far an arrow key pulls an edge, in CSS pixels; with Shift, so many times as far. */
const STEP = 16;
const FASTER = 4;

export interface FrameProps {
  sources: readonly Source[];
  /** Which of them is shown. */
  shown: number;
  actions: Actions;
  page: Document;
  stand: Stand;
  place: PanelPlace;
  limits: { least: Size; most: Size };
  /** Pulls from `from`, and says where that leads; nothing is kept of it yet. */
  onPull: (grip: Grip, from: PanelPlace, right: number, down: number) => PanelPlace;
  onChoose: (index: number) => void;
  onClose: () => void;
}

export function Frame(props: FrameProps): JSX.Element {
  const { sources, shown, actions, page, stand, onClose } = props;
  const source = sources[shown];
  const { view } = actions.settings.choices;
  const isFloating = stand === 'float';
  const pressed = (event: KeyboardEvent & { currentTarget: HTMLElement }): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    const menu = openMenu(event.currentTarget);
    if (menu === null) onClose();
    else shut(menu);
  };
  const aside = (event: PointerEvent & { currentTarget: HTMLElement }): void => {
    const menu = openMenu(event.currentTarget);
    if (menu !== null && !menu.contains(event.target as Node)) menu.open = false;
  };
  return (
    <div class="panel" part="panel" onKeyDown={pressed} onPointerDown={aside}>
      <div class="head" {...(isFloating && pulling(props, 'move'))}>
        <div class="bar">
          <span class="brand">newsgloss</span>
          {isFloating && (
            <button class="icon" {...named(say('panel.move'))} {...nudging(props, 'move')}>
              <Icon name="move" />
            </button>
          )}
          {source !== undefined && <Export source={source} actions={actions} />}
          {stand !== 'sheet' && <PlaceButton {...props} />}
          <button class="icon" {...named(say('panel.close'))} onClick={onClose}>
            <Icon name="close" />
          </button>
        </div>
        <Headline {...props} />
        <Tabs view={view} actions={actions} />
      </div>
      {/* A new element for each view and article, which begins at its top. */}
      <div class="body" id="view" key={`${view} ${shown}`} role="tabpanel" aria-labelledby={`tab-${view}`} tabIndex={0}>
        {view === 'settings' ? (
          <SettingsView actions={actions} page={page} />
        ) : source === undefined ? (
          <p class="empty">{say('panel.noArticle')}</p>
        ) : (
          <>
            <Language tag={source.answer.language} />
            <Shown view={view} source={source} actions={actions} />
          </>
        )}
      </div>
      {stand !== 'sheet' && <Edge {...props} grip="width" />}
      {(isFloating || stand === 'sheet') && <Edge {...props} grip="height" />}
      {isFloating && <div class="corner" {...pulling(props, 'corner')} />}
    </div>
  );
}

function Shown({ view, source, actions }: { view: View; source: Source; actions: Actions }): JSX.Element {
  if (view === 'quotes') return <QuotesView source={source} actions={actions} />;
  if (view === 'timeline') return <TimelineView source={source} actions={actions} />;
  if (view === 'places') return <PlacesView source={source} actions={actions} />;
  return <PeopleView source={source} actions={actions} />;
}

/** What the article is called, and a choice where there are several. */
function Headline({ sources, shown, onChoose }: FrameProps): JSX.Element {
  const names = sources.map(({ answer }, index) => answer.headline ?? say('panel.articleNumber', { number: index + 1 }));
  return (
    <>
      <h2 class="headline">
        <bdi>{names[shown] ?? say('panel.name')}</bdi>
      </h2>
      {names.length > 1 && (
        <select
          class="headline"
          aria-label={say('panel.article')}
          value={shown}
          onChange={({ currentTarget }) => {
            onChoose(currentTarget.selectedIndex);
          }}
        >
          {names.map((name, index) => (
            <option key={index} value={index}>
              {name}
            </option>
          ))}
        </select>
      )}
    </>
  );
}

function Tabs({ view, actions }: { view: View; actions: Actions }): JSX.Element {
  const pressed = (event: KeyboardEvent & { currentTarget: HTMLElement }): void => {
    const { currentTarget, key } = event;
    const forwards = getComputedStyle(currentTarget).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const last = VIEWS.length - 1;
    const at = VIEWS.indexOf(view);
    const next = key === 'Home' ? 0 : key === 'End' ? last : key === forwards ? at + 1 : /^Arrow(Left|Right)$/.test(key) ? at - 1 : undefined;
    if (next === undefined) return;
    event.preventDefault();
    const to = VIEWS.at(next > last ? 0 : next);
    if (to === undefined) return;
    actions.settings.change({ view: to });
    currentTarget.querySelector<HTMLElement>(`#tab-${to}`)?.focus();
  };
  return (
    <div class="tabs" role="tablist" aria-label={say('panel.views')} onKeyDown={pressed}>
      {VIEWS.map((each) => (
        <button
          role="tab"
          key={each}
          id={`tab-${each}`}
          aria-selected={each === view}
          aria-controls="view"
          tabIndex={each === view ? 0 : -1}
          {...(each === 'settings' && named(say('panel.view.settings')))}
          onClick={() => {
            actions.settings.change({ view: each });
          }}
        >
          {each === 'settings' ? <Icon name="settings" /> : say(`panel.view.${each}`)}
        </button>
      ))}
    </div>
  );
}

/** Says that an article is not read in full, where its page says it is in another language. */
function Language({ tag }: { tag: string | undefined }): JSX.Element | null {
  if (tag === undefined || /^en\b/i.test(tag)) return null;
  let language: string | undefined = tag;
  try {
    language = new Intl.DisplayNames(locale(), { type: 'language' }).of(tag);
  } catch {
    // No tag at all, but what the page says.
  }
  return <p class="notice">{say('panel.otherLanguage', { language: language ?? tag })}</p>;
}

/** A menu of the forms that the answer can be taken away in, and what became of the last one that was asked for. */
class Export extends Component<{ source: Source; actions: Actions }, { said: string }> {
  override state = { said: '' };

  render({ source, actions }: { source: Source; actions: Actions }, { said }: { said: string }): JSX.Element {
    return (
      <>
        <details class="export">
          <summary>{say('panel.export')}</summary>
          <ul>
            {FORMATS.map((format) => (
              <li key={format}>
                <button
                  onClick={({ currentTarget }) => {
                    shut(currentTarget.closest('details'));
                    void actions.export(source, format).then((said) => {
                      this.setState({ said });
                    });
                  }}
                >
                  {say(`panel.format.${format}`)}
                </button>
              </li>
            ))}
          </ul>
        </details>
        {said !== '' && <p class="said quiet">{said}</p>}
      </>
    );
  }
}

/** Has the panel stand elsewhere: right, left, floating, in turns. */
function PlaceButton({ actions, place }: FrameProps): JSX.Element {
  const at = PLACES.at((PLACES.indexOf(place.at) + 2) % PLACES.length) ?? place.at;
  return (
    <button
      class="icon"
      {...named(say(`panel.to.${at}`))}
      onClick={() => {
        actions.settings.change({ panel: { ...place, at } });
      }}
    >
      <Icon name={at} />
    </button>
  );
}

/** An edge that can be pulled, by pointer and arrow keys. */
function Edge(props: FrameProps & { grip: 'width' | 'height' }): JSX.Element {
  const { grip, place, limits, stand } = props;
  return (
    <div
      class={`edge ${grip}`}
      role="separator"
      tabIndex={0}
      aria-label={say(`panel.${grip}`)}
      aria-orientation={grip === 'width' ? 'vertical' : 'horizontal'}
      aria-valuenow={place[grip === 'height' && stand === 'sheet' ? 'sheet' : grip]}
      aria-valuemin={limits.least[grip]}
      aria-valuemax={limits.most[grip]}
      {...pulling(props, grip)}
      {...nudging(props, grip)}
    />
  );
}

/** Listeners that pull `grip` by a pointer. */
function pulling({ place, actions, onPull }: FrameProps, grip: Grip): DOMAttributes<HTMLElement> {
  return {
    onPointerDown: (event) => {
      const { currentTarget, pointerId, clientX, clientY, button } = event;
      // Not from a button in the bar.
      if (button !== 0 || (event.target as Element).closest('button, select, details, h2') !== null) return;
      event.preventDefault();
      const ending = new AbortController();
      const { signal } = ending;
      let to = place;
      currentTarget.setPointerCapture(pointerId);
      currentTarget.addEventListener(
        'pointermove',
        (move) => {
          to = onPull(grip, place, move.clientX - clientX, move.clientY - clientY);
        },
        { signal },
      );
      // However it ends, also where the panel is closed meanwhile.
      currentTarget.addEventListener(
        'lostpointercapture',
        () => {
          ending.abort();
          if (to !== place) actions.settings.change({ panel: to });
        },
        { signal },
      );
    },
  };
}

/** Listeners that pull `grip` by arrow keys. */
function nudging({ place, actions, onPull }: FrameProps, grip: Grip): DOMAttributes<HTMLElement> {
  return {
    onKeyDown: (event) => {
      const [, way] = /^Arrow(Left|Right|Up|Down)$/.exec(event.key) ?? [];
      if (way === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      const far = (way === 'Left' || way === 'Up' ? -STEP : STEP) * (event.shiftKey ? FASTER : 1);
      const isAcross = way === 'Left' || way === 'Right';
      actions.settings.change({ panel: onPull(grip, place, isAcross ? far : 0, isAcross ? 0 : far) });
    },
  };
}

/** The name of a button that shows none. */
function named(name: string): { title: string; 'aria-label': string } {
  return { title: name, 'aria-label': name };
}

function openMenu(panel: HTMLElement): HTMLDetailsElement | null {
  return panel.querySelector<HTMLDetailsElement>('.export[open]');
}

function shut(menu: HTMLDetailsElement | null): void {
  if (menu === null) return;
  menu.open = false;
  menu.querySelector('summary')?.focus();
}
