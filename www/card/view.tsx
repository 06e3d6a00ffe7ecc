/**
 * How a card looks, as Preact components.
 *
 * Every string goes in as text, so that no words of a page are ever read as markup. Nothing here knows where the card
 * stands or when it opens.
 */

import type { JSX } from 'preact';

import type { Facts } from './facts.js';

/** What a mark is, then the quotation that it stands in. */
export function CardView({ facts }: { facts: Facts[] }): JSX.Element {
  return (
    <div class="card">
      {facts.map((each, index) => (
        <Section key={index} {...each} />
      ))}
    </div>
  );
}

function Section({ type, label, title, note, details, links }: Facts): JSX.Element {
  return (
    <section data-type={type}>
      <p class="label">
        <span class="line" aria-hidden="true" />
        {label}
      </p>
      {title !== undefined && <p class="title">{title}</p>}
      {note !== undefined && <p class="note">{note}</p>}
      {details.length > 0 && (
        <dl>
          {details.map(({ term, text }) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      )}
      {links.map(({ text, href }) => (
        <a key={text} href={href} target="_blank" rel="noopener noreferrer">
          {text}
        </a>
      ))}
    </section>
  );
}
