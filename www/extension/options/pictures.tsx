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

/** The button of newsgloss: its icon, as `icons/icon.svg` has it. */
function Sign({ x, y }: { x: number; y: number }): JSX.Element {
  return (
    <g transform={`translate(${x} ${y}) scale(.65)`}>
      <rect width="32" height="32" rx="7" fill="#174a86" />
      <g fill="none" stroke="#fff" stroke-width="3.2" stroke-linecap="round" stroke-linejoin="round">
        <path d="M9 19.5V7.5l7 9.5 7-9.5v12" />
        <path d="M8 25.5h16" stroke="#f4c552" />
      </g>
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
      <Sign x={275.6} y={39.1} />
      <circle class="ring" cx="286" cy="49.5" r="19" />
      <circle class="grey" cx="320" cy="43" r="1.8" />
      <circle class="grey" cx="320" cy="49.5" r="1.8" />
      <circle class="grey" cx="320" cy="56" r="1.8" />
      <path class="ring" d="M286 96V76m-6 6 6-7 6 7" />
      <Words class="headline" x={48} y={120} length={204}>Ferries back at work</Words>
      <Words x={48} y={152} length={74}>Anna Holm</Words>
      <path class="person" d="M48 157h74" />
      <Words x={127} y={152} length={25}>told</Words>
      <Words x={157} y={152} length={126}>Harbour Authority</Words>
      <path class="organization" d="M157 157h126" />
      <Words x={48} y={178} length={18}>on</Words>
      <Words x={71} y={178} length={44}>Friday</Words>
      <path class="date" d="M71 183h44" />
      <Words x={120} y={178} length={13}>in</Words>
      <Words x={138} y={178} length={31}>Oslo</Words>
      <path class="place" d="M138 183h31" />
      <Words x={169} y={178} length={4}>.</Words>
      <Lines x={48} y={202} widths={[264, 248, 257, 120]} />
    </Picture>
  );
}

export function CardPicture({ label }: PictureProps): JSX.Element {
  return (
    <Picture label={label}>
      <path class="sheet" d="M24 0h312v260H24z" />
      <Lines x={48} y={24} widths={[264, 240]} />
      <rect class="quote" x="55" y="156" width="202" height="21" />
      <Words x={48} y={171} length={221}>“We are ready to sail tonight,”</Words>
      <Words x={48} y={196} length={142}>the harbour’s chief,</Words>
      <Words x={195} y={196} length={74}>Anna Holm</Words>
      <path class="person" d="M195 201h74" />
      <Words x={269} y={196} length={40}>, said.</Words>
      <Lines x={48} y={219} widths={[264, 236, 180]} />
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
      <rect class="quote" x="36" y="115" width="140" height="44" />
      <Lines x={40} y={120} widths={[132, 124, 96]} />
      <Lines x={40} y={176} widths={[136, 118, 130, 125, 60]} />
      <rect class="card" x="176" y="16" width="166" height="252" rx="9" />
      <Words class="ui soft" x={192} y={41} length={40}>People</Words>
      <Words class="ui strong" x={242} y={41} length={84}>Who says what</Words>
      <path class="pen" d="M242 50h84" />
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
