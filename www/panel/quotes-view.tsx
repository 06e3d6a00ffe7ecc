import type { JSX } from 'preact';
import type { ViewProps } from './view-props.js';

export function QuotesView({ source }: ViewProps): JSX.Element {
  return <p>{source.answer.quotes.length}</p>;
}
