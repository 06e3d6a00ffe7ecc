/** The beginning of a list that may be long, and a button for more of it, which leads the focus to what has come. */

import type { JSX } from 'preact';
import { Component, createRef } from 'preact';

import { say } from '../messages.js';


export interface SomeProps<T> {
  items: readonly T[];
  /** How many are shown at first, and how many more each time. */
  first: number;
  step: number;
  class: string;
  children: (item: T, index: number) => JSX.Element;
}

export class Some<T> extends Component<SomeProps<T>, { more: number }> {
  override state = { more: 0 };
  readonly #list = createRef<HTMLUListElement>();

  render({ items, first, step, class: name, children }: SomeProps<T>, { more }: { more: number }): JSX.Element {
    const left = items.length - first - more;
    return (
      <>
        <ul class={name} ref={this.#list}>
          {items.slice(0, first + more).map(children)}
        </ul>
        {left > 0 && (
          <button
            class="more"
            onClick={() => {
              this.setState({ more: more + step });
            }}
          >
            {say('people.more', { count: Math.min(step, left) })}
          </button>
        )}
      </>
    );
  }

  override componentDidUpdate({ first }: SomeProps<T>, { more }: { more: number }): void {
    if (more !== this.state.more) this.#list.current?.children[first + more]?.querySelector('button')?.focus();
  }
}
