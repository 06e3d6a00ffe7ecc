/**
 * How a card looks, as Preact components.
 *
 * Every string goes in as text, so that no words of a page are ever read as markup. Nothing here knows where the card
 * stands, when it opens, or what becomes of what a reader asks for.
 */

import type { JSX } from 'preact';
import { h } from 'preact';

import type { Span } from '../answer.js';
import { say } from '../messages.js';
import { Details, Links } from './details.js';
import type { Act, Facts } from './facts.js';

/** What a reader may ask of a card. */
export interface CardActions {
  /** The words at `span` of the article. */
  words: (span: Span) => string;
  goTo: (span: Span) => void;
  act: (act: Act, id: string) => void;
  /** Shows all that is said. */
  showAll: () => void;
}

/** What became of an act: a sentence, and a text to take by hand where it could not be copied. */
export interface Outcome {
  id: string;
  said: string;
  text?: string;
}

interface CardProps {
  facts: Facts[];
  actions: CardActions;
  outcome: Outcome | undefined;
}

/** What a mark is, then the quotation that it stands in. */
export function CardView({ facts, actions, outcome }: CardProps): JSX.Element {
  return (
    <div class="card" part="card">
      {facts.map((each, index) => (
        <Section key={index} facts={each} actions={actions} outcome={outcome?.id === each.id ? outcome : undefined} />
      ))}
    </div>
  );
}

function Section({ facts, actions, outcome }: { facts: Facts; actions: CardActions; outcome: Outcome | undefined }): JSX.Element {
  const { id, type, label, title, note, details, links, says, mention, acts } = facts;
  return (
    <section data-type={type}>
      <p class="label">
        <span class="line" aria-hidden="true" />
        {label}
      </p>
      {title !== undefined && (
        <p class="title">
          <bdi>{title}</bdi>
        </p>
      )}
      {note !== undefined && (
        <p class="note">
          <bdi>{note}</bdi>
        </p>
      )}
      <Details details={details} />
      {says !== undefined && (
        <div class="says">
          <p class="quiet">{say('card.says')}</p>
          {says.first.map((span) => (
            <button
              key={span.start}
              class="words"
              dir="auto"
              onClick={() => {
                actions.goTo(span);
              }}
            >
              {actions.words(span)}
            </button>
          ))}
          {says.more > 0 && <button onClick={actions.showAll}>{say('card.saysMore', { count: says.more })}</button>}
        </div>
      )}
      <Links links={links} />
      <div class="acts">
        {mention !== undefined && (
          <span class="quiet mention">
            <Step to={mention.before} name={say('card.before')} sign="‹" goTo={actions.goTo} />
            <span>{say('card.mention', { number: mention.number, of: mention.of })}</span>
            <Step to={mention.after} name={say('card.after')} sign="›" goTo={actions.goTo} />
          </span>
        )}
        {acts.map((act) => (
          <button
            key={act}
            onClick={() => {
              actions.act(act, id);
            }}
          >
            {say(`card.act.${act}`)}
          </button>
        ))}
      </div>
      {outcome !== undefined && <p class="outcome">{outcome.said}</p>}
      {outcome?.text !== undefined && (
        <textarea
          readOnly
          rows={4}
          aria-label={outcome.said}
          ref={(area) => {
            area?.select();
          }}
        >
          {outcome.text}
        </textarea>
      )}
    </section>
  );
}

function Step({ to, name, sign, goTo }: { to: Span | undefined; name: string; sign: string; goTo: (span: Span) => void }): JSX.Element {
  return (
    <button
      class="step"
      aria-label={name}
      title={name}
      aria-disabled={to === undefined}
      onClick={() => {
        if (to !== undefined) goTo(to);
      }}
    >
      {sign}
    </button>
  );
}
