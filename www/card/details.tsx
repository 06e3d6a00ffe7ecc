/** What is known of something, term by term, and where a reader finds more: on its card, and in the panel. */

import type { JSX } from 'preact';
import { Fragment, h } from 'preact';

import type { Detail, Link } from './facts.js';

export function Details({ details }: { details: readonly Detail[] }): JSX.Element | null {
  return details.length === 0 ? null : (
    <dl>
      {details.map(({ term, text }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>
            <bdi>{text}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}

export function Links({ links }: { links: readonly Link[] }): JSX.Element {
  return (
    <>
      {links.map(({ text, href }) => (
        <a key={href} href={href} target="_blank" rel="noopener noreferrer">
          {text}
        </a>
      ))}
    </>
  );
}
