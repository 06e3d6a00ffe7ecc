/** A stretch of the article in its sentence, as a button that leads to it. */

import type { ComponentChildren, JSX } from 'preact';
import { h } from 'preact';

import type { Span } from '../answer.js';
import { clipped } from '../charts/chart.js';
import type { ViewProps } from './view-props.js';

/** How much of the sentence is shown before and after, and how much of the stretch, in UTF-16 code units. */
const BEFORE = 80;
const AFTER = 120;
const WITHIN = 240;

export function Excerpt({ source, actions, span }: ViewProps & { span: Span }): JSX.Element {
  const { start, end } = source.sentenceAround(span);
  const text = source.answer.text ?? '';
  const before = text.slice(start, span.start);
  return (
    <Passage source={source} actions={actions} span={span}>
      {before.length > BEFORE ? `… ${before.slice(-BEFORE).replace(/^\S*\s/, '')}` : before}
      <mark>{clipped(text.slice(span.start, span.end), WITHIN)}</mark>
      {clipped(text.slice(span.end, end), AFTER)}
    </Passage>
  );
}

/** Words of the article, as a button that leads to `span` of it. */
export function Passage({ source, actions, span, children }: ViewProps & { span: Span; children: ComponentChildren }): JSX.Element {
  return (
    <button
      class="excerpt"
      dir="auto"
      onClick={() => {
        actions.goTo(source, span);
      }}
    >
      {children}
    </button>
  );
}
