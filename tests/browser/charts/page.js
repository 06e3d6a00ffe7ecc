/** The script of a page with the panel alone: it shows what the test names, by `window.stage`, and keeps what it was asked for. */
import { speak } from '../../../www/messages.js';
import { Panel } from '../../../www/panel/panel.js';
import { Settings } from '../../../www/settings.js';
import { crowd, HOSTILE, ISLAND, NOTHING } from './story.js';

/** @typedef {import('../../../www/answer.js').Answer} Answer */

const ANSWERS = {
  island: () => ISLAND,
  nothing: () => NOTHING,
  hostile: () => HOSTILE,
  crowd,
  // Without a day of publication nothing is before or after it.
  undated: () => ({ ...ISLAND, published: undefined }),
  scare: () => ({ ...ISLAND, quotes: ISLAND.quotes.filter(({ kind }) => kind === 'scare') }),
  unknown: () => ({ ...ISLAND, quotes: ISLAND.quotes.filter(({ speaker }) => speaker === undefined) }),
};

/** @typedef {keyof typeof ANSWERS} AnswerName */

/** Where readers were led, as the text there, and what was announced. @type {string[]} */
const asked = [];
/** @type {Panel | undefined} */
let panel;

export const stage = {
  asked,
  speak,
  /**
   * Shows this view of an answer, the one of this name or the one given, in a new panel on the left.
   * @param {import('../../../www/settings.js').View} view
   * @param {AnswerName | Answer} which
   * @param {number} width
   */
  show(view, which, width) {
    panel?.remove();
    const answer = typeof which === 'string' ? /** @type {Answer} */ (ANSWERS[which]()) : which;
    const settings = new Settings(() => localStorage);
    settings.change({ panel: { ...settings.choices.panel, at: 'left', width } });
    panel = new Panel(document, {
      goTo: (_, { start, end }) => void asked.push(`to ${answer.text?.slice(start, end) ?? ''}`),
      announce: (text) => void asked.push(`announce ${text}`),
      hide: () => undefined,
      isHidden: () => false,
      export: () => Promise.resolve(''),
      close: () => undefined,
      settings,
    });
    panel.open([{ answer, sentenceAround: (span) => span }], { view });
  },
};

Object.assign(window, { stage });
