/** How much of an article is quotation, and who says how much of it, as two charts. */

import type { JSX } from 'preact';
import { h } from 'preact';

import { allOf, say } from '../messages.js';
import { Chart, clipped, percent } from './chart.js';
import type { Picture } from './chart.js';
import { fitting, widthOf } from './lettering.js';
import type { Speaker, Speech } from './speech.js';
import { wordsOf } from './speech.js';

const KINDS = ['direct', 'mixed', 'indirect'] as const;

/** So many speakers have a bar each; the others one together. */
const MOST_BARS = 8;

/** Heights, sizes of letters and gaps, in CSS pixels. */
const STACK = 18;
const LETTERS = 12.5;
const LINE = 20;
const SWATCH = 10;
const ROW = 36;
const BAR = 9;

/** A speaker as readers know it: by name, or else as the article calls it. */
export function nameOf({ entities, phrase }: Speaker): string {
  return entities.length > 0 ? allOf(entities.map(({ name }) => clipped(name))) : say('card.quoted', { words: clipped(phrase) });
}

/** How much of the article is quotation, of each kind. */
export function Composition({ speech: { words } }: { speech: Speech }): JSX.Element {
  const quoted = words.direct + words.mixed + words.indirect;
  const parts = [...KINDS.map((kind) => ({ kind, count: words[kind] })), { kind: 'rest' as const, count: Math.max(0, words.article - quoted) }];
  const all = Math.max(1, words.article, quoted);
  const shown = parts.filter(({ count }) => count > 0);
  const draw = (width: number, isRightToLeft: boolean): Picture => {
    const gap = 2;
    const room = width - gap * (shown.length - 1);
    let x = 0;
    const bars = shown.map(({ kind, count }) => {
      const bar = { kind, x, width: (room * count) / all };
      x += bar.width + gap;
      return bar;
    });
    // What each is, in lines of text under the bar.
    let [at, line] = [0, 0];
    const legend = shown.map(({ kind, count }) => {
      const text = `${say(`quotes.kind.${kind}`)} ${percent(count / all)}`;
      const needed = SWATCH + 6 + widthOf(text, LETTERS);
      if (at > 0 && at + needed > width) [at, line] = [0, line + 1];
      const entry = { kind, text, x: at, y: STACK + 18 + line * LINE };
      at += needed + 14;
      return entry;
    });
    const from = (start: number, length = 0): number => (isRightToLeft ? width - start - length : start);
    return {
      height: STACK + 18 + line * LINE + 10,
      content: (
        <g data-type="direct">
          {bars.map((bar) => (
            <Swatch key={bar.kind} kind={bar.kind} x={from(bar.x, bar.width)} y={0} width={bar.width} height={STACK} />
          ))}
          {legend.map(({ kind, text, x: left, y }) => (
            <g key={kind}>
              <Swatch kind={kind} x={from(left, SWATCH)} y={y - SWATCH / 2} width={SWATCH} height={SWATCH} />
              <text x={from(left + SWATCH + 6)} y={y}>
                {text}
              </text>
            </g>
          ))}
        </g>
      ),
    };
  };
  return (
    <Chart
      id="composition"
      title={say('quotes.composition')}
      finding={say('quotes.compositionFinding', { share: percent(quoted / all) })}
      table={{
        head: [say('quotes.kinds'), say('quotes.words'), say('quotes.share')],
        rows: parts.map(({ kind, count }) => [say(`quotes.kind.${kind}`), count, percent(count / all)]),
      }}
      draw={draw}
    />
  );
}

/** One piece of the bar: full for the speaker's own words, half for words that are so in part, and lines alone for the rest. */
function Swatch({ kind, x, y, width, height }: { kind: string; x: number; y: number; width: number; height: number }): JSX.Element {
  const box = { x: x + 0.5, y: y + 0.5, width: Math.max(0.5, width - 1), height: height - 1 };
  return (
    <g class={kind}>
      <rect class="outline" {...box} />
      {kind === 'direct' && <rect class="full" {...box} />}
      {kind === 'mixed' && <rect class="full" {...box} y={y + height / 2} height={height / 2 - 0.5} />}
    </g>
  );
}

/** Each speaker's share of what is said. */
export function Shares({ speech }: { speech: Speech }): JSX.Element {
  const { speakers, unattributed } = speech;
  const rest = speakers.slice(speakers.length > MOST_BARS + 1 ? MOST_BARS : speakers.length);
  const unknown = wordsOf(unattributed);
  const row = (speaker: Speaker): { key: string; name: string; words: number; type: string } => ({
    key: speaker.key,
    name: nameOf(speaker),
    words: speaker.words,
    type: speaker.entities[0]?.type ?? 'misc',
  });
  const bars = speakers.slice(0, speakers.length - rest.length).map(row);
  if (rest.length > 0) {
    bars.push({ key: 'rest', name: say('timeline.more', { count: rest.length }), words: rest.reduce((sum, { words }) => sum + words, 0), type: 'misc' });
  }
  if (unattributed.length > 0) bars.push({ key: 'unknown', name: say('card.speakerNotStated'), words: unknown, type: '' });
  const all = Math.max(
    1,
    speakers.reduce((sum, { words }) => sum + words, unknown),
  );
  const longest = Math.max(1, ...bars.map(({ words }) => words));
  const [first] = bars;
  const draw = (width: number, isRightToLeft: boolean): Picture => ({
    height: bars.length * ROW - 12,
    content: bars.map(({ key, name, words, type }, index) => {
      const length = Math.max(1.5, (width * words) / longest);
      const y = index * ROW;
      const share = percent(words / all);
      const [start, end] = isRightToLeft ? [width, 0] : [0, width];
      return (
        <g key={key} class={type === '' ? 'unknown' : 'bar'} data-type={type === '' ? 'misc' : type}>
          <text x={start} y={y + 7}>
            {fitting(name, width - widthOf(share, LETTERS) - 16, LETTERS)}
          </text>
          <text class="number" x={end} y={y + 7}>
            {share}
          </text>
          <rect x={isRightToLeft ? width - length : 0} y={y + 17} width={length} height={BAR} />
        </g>
      );
    }),
  });
  return (
    <Chart
      id="shares"
      title={say('quotes.shares')}
      finding={
        first === undefined || speakers.length === 0
          ? say('quotes.nobodyFinding')
          : say('quotes.sharesFinding', { name: first.name, share: percent(first.words / all), count: speakers.length })
      }
      table={{
        head: [say('quotes.speaker'), say('settings.quotes'), say('quotes.words'), say('quotes.share')],
        rows: [
          ...speakers.map((speaker) => [nameOf(speaker), speaker.statements.length, speaker.words, percent(speaker.words / all)] as const),
          ...(unattributed.length > 0 ? [[say('card.speakerNotStated'), unattributed.length, unknown, percent(unknown / all)] as const] : []),
        ],
      }}
      draw={draw}
    />
  );
}
