/**
 * A list that may be long, with a field to search it, and types to show alone: of either, what is chosen here is all that it gives on.
 *
 * How what is found looks is the view's business.
 */

import type { ComponentChildren, JSX } from 'preact';
import { Component, Fragment, h } from 'preact';

import { say } from '../messages.js';
import { folded, matcher } from './search.js';
import type { Actions } from './source.js';

export interface FinderProps<T, K extends string> {
  /** By whose messages it speaks. */
  of: 'people' | 'quotes' | 'timeline' | 'places';
  actions: Actions;
  items: readonly T[];
  /** What an item is found by. */
  textOf: (item: T) => string;
  /** The types that can be shown alone, in their order, with their names, under a name for all of them. */
  types?: readonly [label: string, types: readonly (readonly [type: K, name: string])[], typeOf: (item: T) => K];
  /** Whether there is so little that nobody would search it. */
  isShort?: boolean;
  /** What stands beside the field. */
  tools?: ComponentChildren;
  /** Shows what is found; another `key` is another list. */
  children: (found: T[], key: string) => ComponentChildren;
}

interface State<K> {
  words: string;
  /** Of which types alone; of all, where it is empty. */
  chosen: readonly K[];
}

export class Finder<T extends object, K extends string> extends Component<FinderProps<T, K>, State<K>> {
  override state: State<K> = { words: '', chosen: [] };
  #found = 0;
  /** What items are found by, folded, once one has searched. */
  readonly #texts = new WeakMap<T, string>();

  render({ of, items, textOf, types, isShort = false, tools, children }: FinderProps<T, K>, { words, chosen }: State<K>): JSX.Element {
    const matches = matcher(words);
    const textOfItem = (item: T): string => {
      const text = this.#texts.get(item) ?? folded(textOf(item));
      this.#texts.set(item, text);
      return text;
    };
    const [label, kinds, typeOf] = types ?? [];
    const found = items.filter(
      (item) => (typeOf === undefined || chosen.length === 0 || chosen.includes(typeOf(item))) && (words === '' || matches(textOfItem(item))),
    );
    const there = (kinds ?? []).map(([type, name]) => [type, name, items.filter((item) => typeOf?.(item) === type).length] as const).filter(([, , count]) => count > 0);
    this.#found = found.length;
    return (
      <>
        {!isShort && (
          <div class="tools">
            <input
              type="search"
              aria-label={say(`${of}.search`)}
              placeholder={say(`${of}.search`)}
              value={words}
              onInput={({ currentTarget }) => {
                this.setState({ words: currentTarget.value });
              }}
            />
            {tools}
          </div>
        )}
        {there.length > 1 && (
          <div class="chips" role="group" aria-label={label}>
            {there.map(([type, name, count]) => (
              <button
                key={type}
                data-type={type}
                aria-pressed={chosen.includes(type)}
                onClick={() => {
                  this.setState({ chosen: chosen.includes(type) ? chosen.filter((each) => each !== type) : [...chosen, type] });
                }}
              >
                {name} <b>{count}</b>
              </button>
            ))}
          </div>
        )}
        {found.length === 0 && <p class="empty">{say(`${of}.nothingFound`)}</p>}
        {children(found, `${words} ${chosen.join(' ')}`)}
      </>
    );
  }

  override componentDidUpdate({ of, actions }: FinderProps<T, K>, { words, chosen }: State<K>): void {
    if (words !== this.state.words || chosen !== this.state.chosen) actions.announce(say(`${of}.found`, { count: this.#found }));
  }
}
