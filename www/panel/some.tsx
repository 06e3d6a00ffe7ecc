/**
 * The beginning of a list that may be long, and a button for more of it, which leads the focus to what has come.
 *
 * What is hardly in sight when the list comes is left for after the next frame, so that what holds it opens at once.
 */

import type { JSX } from 'preact';
import { Component, createRef, Fragment, h } from 'preact';

import { say } from '../messages.js';

/** How many items come at once. */
const AT_ONCE = 10;

export interface SomeProps<T> {
  items: readonly T[];
  /** How many are shown at first, and how many more each time. */
  first: number;
  step: number;
  class: string;
  children: (item: T, index: number) => JSX.Element;
}

interface State {
  more: number;
  isSeen: boolean;
}

export class Some<T> extends Component<SomeProps<T>, State> {
  override state = { more: 0, isSeen: false };
  readonly #list = createRef<HTMLUListElement>();

  render({ items, first, step, class: name, children }: SomeProps<T>, { more, isSeen }: State): JSX.Element {
    const left = items.length - first - more;
    return (
      <>
        <ul class={name} ref={this.#list}>
          {items.slice(0, isSeen ? first + more : Math.min(first, AT_ONCE)).map(children)}
        </ul>
        {left > 0 && (
          <button
            class="link more"
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

  override componentDidMount(): void {
    requestAnimationFrame(() => {
      setTimeout(() => {
        this.setState({ isSeen: true });
      });
    });
  }

  override componentDidUpdate({ first }: SomeProps<T>, { more }: State): void {
    if (more !== this.state.more) this.#list.current?.children[first + more]?.querySelector('button')?.focus();
  }
}
