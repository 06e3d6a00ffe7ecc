/**
 * What a reader can choose, and beside each kind of mark what it means: the list of kinds is the legend, too.
 *
 * Everything is kept by the settings at once; there is nothing to be confirmed.
 */

import type { ComponentChildren, JSX } from 'preact';
import { Component, Fragment, h } from 'preact';

import { areFree, areOfPage, keysOf } from '../input/shortcuts.js';
import { LANGUAGES, say } from '../messages.js';
import type { Command, Settings, Type } from '../settings.js';
import { COMMANDS, LOOKS, NAMES, QUOTES, TYPES, VALUES } from '../settings.js';
import type { Actions } from './source.js';

/** The types of marks as they belong together, each with its name and perhaps what it means. */
const kinds = (): (readonly [title: string, types: (readonly [type: Type, name: string, note?: string])[]])[] => [
  [say('settings.names'), NAMES.map((type) => [type, say(`card.entity.${type}`)])],
  [say('settings.values'), VALUES.map((type) => [type, say(`card.value.${type}`)])],
  [say('settings.quotes'), QUOTES.map((type) => [type, say(`card.quote.${type}`), say(`settings.explain.${type}`)])],
];

interface SettingsProps {
  actions: Pick<Actions, 'settings' | 'announce'>;
  page: Document;
}

export function SettingsView({ actions, page }: SettingsProps): JSX.Element {
  const { settings } = actions;
  return (
    <div class="settings">
      <ChoicesView settings={settings} page={page} />
      <Part title={say('settings.forget')}>
        <p>{say('settings.forgetNote')}</p>
        <button
          class="push"
          onClick={() => {
            settings.reset();
            actions.announce(say('settings.forgotten'));
          }}
        >
          {say('settings.forget')}
        </button>
      </Part>
    </div>
  );
}

interface ChoicesProps {
  settings: Settings;
  page: Document;
}

/** All that a reader can choose, part by part. */
export function ChoicesView({ settings, page }: ChoicesProps): JSX.Element {
  const { choices } = settings;
  return (
    <>
      <Part title={say('settings.marks')}>
        <Check isOn={choices.marks} onChange={(marks) => { settings.change({ marks }); }}>
          {say('settings.showMarks')}
        </Check>
        <fieldset class="looks">
          <legend>{say('settings.look')}</legend>
          {LOOKS.map((look) => (
            <label key={look} data-look={look}>
              <input
                type="radio"
                name="look"
                checked={look === choices.look}
                onChange={() => {
                  settings.change({ look });
                }}
              />
              <span>
                {say(`settings.looks.${look}`)}
                <small>
                  <Sample type="person">{say('card.entity.person')}</Sample> <Sample type="direct">{say('card.quote.direct')}</Sample>
                </small>
              </span>
            </label>
          ))}
        </fieldset>
      </Part>
      <Part title={say('settings.kinds')}>
        {kinds().map(([title, types]) => (
          <fieldset key={title} class="kinds" data-look={choices.look}>
            <legend>{title}</legend>
            {types.map(([type, name, note]) => (
              <Check
                key={type}
                isOn={!choices.hiddenTypes.includes(type)}
                onChange={(isOn) => {
                  settings.change({ hiddenTypes: TYPES.filter((each) => (each === type ? !isOn : choices.hiddenTypes.includes(each))) });
                }}
              >
                <Sample type={type}>{name}</Sample>
                {note !== undefined && <small>{note}</small>}
              </Check>
            ))}
          </fieldset>
        ))}
      </Part>
      <Part title={say('settings.certainty')}>
        <p>{say('settings.certaintyNote')}</p>
        <p>{say('settings.probably')}</p>
      </Part>
      <Part title={say('settings.language')}>
        <select
          aria-label={say('settings.language')}
          value={choices.language ?? ''}
          onChange={({ currentTarget }) => {
            settings.change({ language: currentTarget.value || undefined });
          }}
        >
          <option value="">{say('settings.ownLanguage')}</option>
          {LANGUAGES.map((language) => (
            <option key={language} value={language} lang={language}>
              {new Intl.DisplayNames(language, { type: 'language' }).of(language)}
            </option>
          ))}
        </select>
      </Part>
      <Part title={say('settings.shortcuts')}>
        <Keys settings={settings} page={page} />
      </Part>
    </>
  );
}

function Part({ title, children }: { title: string; children: ComponentChildren }): JSX.Element {
  return (
    <section>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function Check({ isOn, onChange, children }: { isOn: boolean; onChange: (isOn: boolean) => void; children: ComponentChildren }): JSX.Element {
  return (
    <label>
      <input
        type="checkbox"
        checked={isOn}
        onChange={({ currentTarget }) => {
          onChange(currentTarget.checked);
        }}
      />
      <span>{children}</span>
    </label>
  );
}

/** Words as they look in the text; in which of the looks, an element around says. */
function Sample({ type, children }: { type: Type; children: string }): JSX.Element {
  return (
    <span class="sample" data-type={type}>
      {children}
    </span>
  );
}

interface KeysState {
  /** What the next keys are for. */
  command?: Command | undefined;
  /** Why keys were refused. */
  refused?: string | undefined;
}

/** The shortcuts, each of which can be pressed anew. */
class Keys extends Component<ChoicesProps, KeysState> {
  override state: KeysState = {};
  /** Ends the listening for keys. */
  #listening: AbortController | undefined;

  render({ settings }: ChoicesProps, { command, refused }: KeysState): JSX.Element {
    const { shortcuts } = settings.choices;
    return (
      <>
        <dl class="keys">
          {COMMANDS.map((each) => (
            <div key={each}>
              <dt id={`keys-${each}`}>{say(`settings.shortcut.${each}`)}</dt>
              <dd>
                <button
                  id={`press-${each}`}
                  aria-labelledby={`keys-${each} press-${each}`}
                  aria-describedby="keys-note"
                  aria-pressed={each === command}
                  onClick={() => {
                    this.#listen(each);
                  }}
                  onBlur={() => {
                    this.#end();
                  }}
                >
                  {each === command ? say('settings.pressKeys') : <Shortcut keys={shortcuts[each]} />}
                </button>
              </dd>
            </div>
          ))}
        </dl>
        <p id="keys-note">{say('settings.pressKeysNote')}</p>
        <p role="alert" class="refused">
          {refused}
        </p>
      </>
    );
  }

  override componentWillUnmount(): void {
    this.#listening?.abort();
  }

  /** Before anybody else: what is pressed now is no command, to us or to the page. */
  #listen(command: Command): void {
    this.#end();
    this.#listening = new AbortController();
    this.setState({ command, refused: undefined });
    this.props.page.defaultView?.addEventListener(
      'keydown',
      (event) => {
        // Out of it, as anywhere.
        if (event.key === 'Tab') return;
        event.preventDefault();
        event.stopImmediatePropagation();
        const keys = keysOf(event);
        if (keys !== undefined) this.#press(command, keys);
      },
      { capture: true, signal: this.#listening.signal },
    );
  }

  #press(command: Command, keys: string): void {
    const { settings } = this.props;
    const { shortcuts } = settings.choices;
    if (keys === 'Escape') {
      this.#end();
      return;
    }
    const isNone = keys === 'Backspace' || keys === 'Delete';
    const refused = isNone ? undefined : this.#refusal(command, keys);
    this.setState({ refused });
    if (refused !== undefined) return;
    this.#end();
    settings.change({ shortcuts: { ...shortcuts, [command]: isNone ? '' : keys } });
  }

  /** Why `command` cannot have these keys. */
  #refusal(command: Command, keys: string): string | undefined {
    const { shortcuts } = this.props.settings.choices;
    const shown = keys.replace(/Arrow(?=\w)/, '');
    if (!areFree(keys)) return say('settings.keysUnsafe', { keys: shown });
    const other = COMMANDS.find((each) => each !== command && shortcuts[each] === keys);
    if (other !== undefined) return say('settings.keysTaken', { keys: shown, command: say(`settings.shortcut.${other}`) });
    return areOfPage(keys, this.props.page) ? say('settings.keysOfPage', { keys: shown }) : undefined;
  }

  #end(): void {
    this.#listening?.abort();
    this.setState({ command: undefined });
  }
}

/** Keys one by one, arrows as they stand on them. */
function Shortcut({ keys }: { keys: string }): JSX.Element {
  if (keys === '') return <>{say('settings.noKeys')}</>;
  const arrows: Readonly<Record<string, string>> = { ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→' };
  return (
    <>
      {keys.split('+').map((key) => (
        <kbd key={key}>{arrows[key] ?? key}</kbd>
      ))}
    </>
  );
}
