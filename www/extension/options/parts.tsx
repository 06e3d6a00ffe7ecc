/** What the extension's pages are put together from: parts with headings, what is said of what the reader did, questions asked once. */

import type { ComponentChildren, JSX } from 'preact';
import { Component, h } from 'preact';

import type { Outcome } from '../store.js';
import { word } from '../words.js';

/** A part of a page, under its heading. */
export function Part({ id, title, children }: { id: string; title: string; children: ComponentChildren }): JSX.Element {
  return (
    <section class="part" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <div class="content">{children}</div>
    </section>
  );
}

/** What became of what the reader did, beside where they did it. */
export interface Told {
  text: string;
  /** Whether it is what they did not want. */
  isTrouble?: boolean;
  /** In so many words of another's. */
  detail?: string;
}

export function Notice({ told }: { told: Told | undefined }): JSX.Element {
  // The element is there before its words: else nobody is read them.
  return (
    <div role="status" class={told?.isTrouble ? 'notice trouble' : 'notice'}>
      {told && <p>{told.text}</p>}
      {told?.detail !== undefined && (
        <p class="detail" dir="ltr" lang="en">
          {told.detail}
        </p>
      )}
    </div>
  );
}

/** Says of a wish to keep something that it came to nothing; nothing where it did not. */
export function troubleOf(outcome: Outcome): Told | undefined {
  return outcome === 'kept' ? undefined : { text: word(`outcome.${outcome}`), isTrouble: true };
}

interface QuestionProps {
  /** What the button says. */
  label: string;
  question: string;
  onSure: () => void;
}

/** A button for what cannot be undone: it asks once, in its own place. */
export class Question extends Component<QuestionProps, { isAsked: boolean }> {
  override state = { isAsked: false };
  #button: HTMLButtonElement | null = null;
  #first: HTMLButtonElement | null = null;

  render({ label, question, onSure }: QuestionProps, { isAsked }: { isAsked: boolean }): JSX.Element {
    if (!isAsked) {
      return (
        <button class="push" ref={(it) => { this.#button = it; }} onClick={() => { this.#ask(true); }}>
          {label}
        </button>
      );
    }
    return (
      <div
        class="question"
        role="group"
        aria-label={question}
        onKeyDown={({ key }) => {
          if (key === 'Escape') this.#ask(false);
        }}
      >
        <p>{question}</p>
        <div class="row">
          <button class="push" ref={(it) => { this.#first = it; }} onClick={() => { this.#ask(false); }}>
            {word('kept.no')}
          </button>
          <button
            class="push grave"
            onClick={() => {
              this.#ask(false);
              onSure();
            }}
          >
            {label}
          </button>
        </div>
      </div>
    );
  }

  /** The focus goes with what is asked, and comes back. */
  #ask(isAsked: boolean): void {
    this.setState({ isAsked }, () => {
      (isAsked ? this.#first : this.#button)?.focus();
    });
  }
}

/** The product's name, as it stands at the head of its pages. */
export function Masthead(): JSX.Element {
  return (
    <header class="masthead">
      <img src="icons/icon.svg" width="24" height="24" alt="" />
      <span lang="en">newsgloss</span>
    </header>
  );
}

