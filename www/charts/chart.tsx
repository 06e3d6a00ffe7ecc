/**
 * What all charts have in common: a sentence that says what there is to see, the picture, and the table behind it.
 *
 * A picture is drawn as wide as there is room, in CSS pixels, so that its letters are as large as others are; and from the side
 * at which lines of text begin.
 */

import type { ComponentChildren, JSX } from 'preact';
import { Component, createRef, h } from 'preact';

import { numbers, say } from '../messages.js';

export interface Picture {
  height: number;
  content: ComponentChildren;
  /** A sentence that a reader needs to see it rightly. */
  note?: string;
}

/** Rows of cells, the first of each being its head; numbers stand under each other. */
export interface Table {
  head: readonly string[];
  rows: readonly (readonly [string, ...(string | number)[]])[];
}

export interface ChartProps {
  /** Unique in the panel. */
  id: string;
  title: string;
  /** What there is to see, in a sentence. */
  finding: string;
  table: Table;
  draw: (width: number, isRightToLeft: boolean) => Picture;
}

interface Room {
  width: number;
  isRightToLeft: boolean;
}

/** The room that the last chart had: the next is likely to have as much, and what stands under it need not move. */
let room: Room = { width: 344, isRightToLeft: false };

/** Longer tables are cut: nobody reads them, and they say so. */
const MOST_ROWS = 100;

export class Chart extends Component<ChartProps, Room> {
  override state = room;
  readonly #frame = createRef<HTMLDivElement>();
  #observer: ResizeObserver | undefined;

  render({ id, title, finding, table, draw }: ChartProps, { width, isRightToLeft }: Room): JSX.Element {
    const { height, content, note = '' } = draw(width, isRightToLeft);
    return (
      <figure class="chart">
        <figcaption>{finding}</figcaption>
        <div ref={this.#frame}>
          <svg role="img" aria-labelledby={`${id}-title`} aria-describedby={`${id}-finding`} width={width} height={height}>
            <title id={`${id}-title`}>{title}</title>
            <desc id={`${id}-finding`}>{finding}</desc>
            {content}
          </svg>
        </div>
        {note !== '' && <p class="quiet">{note}</p>}
        <Rows title={title} {...table} />
      </figure>
    );
  }

  override componentDidMount(): void {
    const frame = this.#frame.current;
    if (frame === null) return;
    const measure = (): void => {
      const { clientWidth: width } = frame;
      const isRightToLeft = getComputedStyle(frame).direction === 'rtl';
      // Nothing that is not shown has a width.
      if (width === 0 || (width === this.state.width && isRightToLeft === this.state.isRightToLeft)) return;
      room = { width, isRightToLeft };
      this.setState(room);
    };
    measure();
    // In the next frame: what is drawn anew may change the size again, and nothing of ours may be an error of the page.
    this.#observer = new ResizeObserver(() => requestAnimationFrame(measure));
    this.#observer.observe(frame);
  }

  override componentWillUnmount(): void {
    this.#observer?.disconnect();
  }
}

/** The table behind a chart. Its rows are there once it is opened. */
class Rows extends Component<Table & { title: string }, { isOpen: boolean }> {
  override state = { isOpen: false };

  render({ title, head, rows }: Table & { title: string }, { isOpen }: { isOpen: boolean }): JSX.Element {
    return (
      <details
        onToggle={({ currentTarget }) => {
          this.setState({ isOpen: currentTarget.open });
        }}
      >
        <summary>{say('chart.table')}</summary>
        {isOpen && (
          <table>
            <caption>{title}</caption>
            <thead>
              <tr>
                {head.map((text) => (
                  <th key={text} scope="col">
                    {text}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.slice(0, MOST_ROWS).map(([name, ...cells], index) => (
                <tr key={index}>
                  <th scope="row" dir="auto">
                    {name}
                  </th>
                  {cells.map((cell, column) => (
                    <td key={column}>{typeof cell === 'number' ? numbers().format(cell) : cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {isOpen && rows.length > MOST_ROWS && <p class="quiet">{say('chart.cut', { count: MOST_ROWS, all: rows.length })}</p>}
      </details>
    );
  }
}

/** A share, from 0 to 1, as the reader's locale writes it; what is more than nothing is never nothing. */
export function percent(share: number): string {
  const format = numbers({ style: 'percent' });
  return share > 0 && share < 0.005 ? `<\u00a0${format.format(0.01)}` : format.format(share);
}

/** The beginning of a long text, up to the end of a word. */
export function clipped(text: string, most = 80): string {
  return text.length > most ? `${text.slice(0, most).replace(/\s\S*$/, '')}…` : text;
}
