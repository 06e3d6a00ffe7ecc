/**
 * The three pictures of the welcome page, drawn by hand: the button, a card, the panel.
 *
 * They take their colours from `pages/welcome.css`, light and dark; marks in them look as `../../hues.ts` makes them look in a page. What they
 * show is a story of our own.
 */

import type { ComponentChildren, JSX } from 'preact';
import { Fragment, h } from 'preact';

interface PictureProps {
  /** What there is to see, for those who do not. */
  label: string;
}

function Picture({ label, children }: PictureProps & { children: ComponentChildren }): JSX.Element {
  return (
    <svg class="picture" viewBox="0 0 360 260" role="img" aria-label={label}>
      {children}
    </svg>
  );
}

/** Text of the article; `length` keeps it as wide as its mark, whatever the face. */
function Words({ x, y, length, children, ...more }: { x: number; y: number; length: number; children: string; class?: string }): JSX.Element {
  return (
    <text x={x} y={y} textLength={length} lengthAdjust="spacingAndGlyphs" {...more}>
      {children}
    </text>
  );
}

/** Lines of text too small to be read. */
function Lines({ x, y, widths }: { x: number; y: number; widths: readonly number[] }): JSX.Element {
  return (
    <>
      {widths.map((width, at) => (
        <rect key={at} class="grey" x={x} y={y + at * 15} width={width} height="5" rx="2.5" />
      ))}
    </>
  );
}

/** The sign of newsgloss, 16 wide. */
function Sign({ x, y }: { x: number; y: number }): JSX.Element {
  return (
    <g transform={`translate(${x} ${y})`}>
      <path class="pen" d="M2 11V2l6 8 6-8v9" />
      <path class="pen accent" d="M0 16h16" />
    </g>
  );
}

export function ButtonPicture({ label }: PictureProps): JSX.Element {
  return (
    <Picture label={label}>
      <path class="sheet" d="M24 40h312v220H24z" />
      <path class="bar" d="M24 72V36a10 10 0 0 1 10-10h292a10 10 0 0 1 10 10v36z" />
      <path class="pen" d="m46 44-5 5 5 5M62 44l5 5-5 5" />
      <rect class="field" x="84" y="37" width="170" height="24" rx="12" />
      <text class="ui soft" x="98" y="53">paper.example</text>
      <Sign x={278} y={41} />
      <circle class="ring" cx="286" cy="49.5" r="18" />
      <circle class="grey" cx="320" cy="43" r="1.8" />
      <circle class="grey" cx="320" cy="49.5" r="1.8" />
      <circle class="grey" cx="320" cy="56" r="1.8" />
      <path class="ring" d="M286 96V76m-6 6 6-7 6 7" />
      <Words class="headline" x={48} y={120} length={190}>Ferries back at work</Words>
      <Words x={48} y={150} length={68}>Anna Holm</Words>
      <path class="person" d="M48 155h68" />
      <Words x={121} y={150} length={20}>told</Words>
      <Words x={146} y={150} length={106}>Harbour Authority</Words>
      <path class="organization" d="M146 155h106" />
      <Words x={48} y={175} length={58}>on Friday</Words>
      <path class="date" d="M65 180h41" />
      <Words x={111} y={175} length={54}>in Oslo.</Words>
      <path class="place" d="M127 180h33" />
      <Lines x={48} y={195} widths={[264, 248, 257, 120]} />
    </Picture>
  );
}

export function CardPicture({ label }: PictureProps): JSX.Element {
  return (
    <Picture label={label}>
      <path class="sheet" d="M24 0h312v260H24z" />
      <Lines x={48} y={24} widths={[264, 240]} />
      <rect class="quote" x="48" y="156" width="212" height="21" />
      <Words x={48} y={171} length={212}>“We are ready to sail tonight,”</Words>
      <Words x={48} y={196} length={126}>the harbour’s chief,</Words>
      <Words x={179} y={196} length={70}>Anna Holm,</Words>
      <path class="person" d="M179 201h65" />
      <Words x={254} y={196} length={28}>said.</Words>
      <Lines x={48} y={217} widths={[264, 236, 180]} />
      <rect class="card" x="58" y="58" width="216" height="84" rx="9" />
      <path class="card" d="m98 141 8 9 8-9" />
      <text class="ui soft" x="74" y="81">Direct quotation</text>
      <text class="strong" x="74" y="104">Anna Holm</text>
      <text class="ui" x="74" y="126">Very sure</text>
      <path class="hair" d="M142 122h112" />
      <rect class="fill-quote" x="142" y="119" width="104" height="6" rx="3" />
      <path class="pen" d="m122 166 5 19 4-7 8-1z" />
    </Picture>
  );
}

export function PanelPicture({ label }: PictureProps): JSX.Element {
  const speakers = [
    ['Anna Holm', 120, 'person'],
    ['Marek Dreyer', 84, 'person'],
    ['Harbour Authority', 52, 'organization'],
    ['Ola Tveit', 34, 'person'],
  ] as const;
  return (
    <Picture label={label}>
      <path class="sheet" d="M24 0h168v260H24z" />
      <Lines x={40} y={26} widths={[128, 136, 120, 132, 88]} />
      <rect class="quote" x="38" y="116" width="140" height="42" />
      <Lines x={40} y={120} widths={[132, 124, 96]} />
      <Lines x={40} y={176} widths={[136, 118, 130, 125, 60]} />
      <rect class="card" x="176" y="16" width="166" height="252" rx="9" />
      <text class="ui soft" x="192" y="41">People</text>
      <text class="ui strong" x="240" y="41">Who says what</text>
      <path class="pen accent" d="M240 50h80" />
      <path class="hair" d="M176.5 51h165" />
      <rect class="fill-quote" x="192" y="66" width="46" height="12" />
      <rect class="quote" x="240" y="66" width="30" height="12" />
      <rect class="fill-none" x="272.5" y="66.5" width="53" height="11" />
      {speakers.map(([name, width, kind], at) => (
        <g key={name} transform={`translate(192 ${102 + at * 38})`}>
          <text class="ui" y="4">{name}</text>
          <rect class={`fill-${kind}`} y="11" width={width} height="9" />
        </g>
      ))}
    </Picture>
  );
}
