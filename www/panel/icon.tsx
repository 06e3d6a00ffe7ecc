/** The few drawings that stand for words on the panel's buttons, which say the words to those who do not see them. */

import type { JSX } from 'preact';
import { h } from 'preact';

/** Strokes in a square of 16. */
const STROKES = {
  close: 'm4 4 8 8m0-8-8 8',
  left: 'M2 3h12v10H2zm4 0v10',
  right: 'M2 3h12v10H2zm8 0v10',
  float: 'M2 3h12v10H2zm5 4h5v4H7z',
  settings: 'M2 5h7m3 0h2M2 11h2m3 0h7M9 3v4h3V3zM4 9v4h3V9z',
  move: 'M8 2v12M2 8h12M6 4l2-2 2 2m-4 8 2 2 2-2M4 6 2 8l2 2m8-4 2 2-2 2',
};

export function Icon({ name }: { name: keyof typeof STROKES }): JSX.Element {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true">
      <path d={STROKES[name]} />
    </svg>
  );
}
