/** The script of a page with the panel alone: the test gives it answers, by `window.views`, and asks what it did. */
import { speak } from '../../../www/messages.js';
import { Panel } from '../../../www/panel/panel.js';
import { Settings } from '../../../www/settings.js';

/** @typedef {import('../../../www/answer.js').Answer} Answer */

/** Where readers were led, as the text there, and what was announced. @type {string[]} */
const said = [];
/** @type {Panel | undefined} */
let panel;

export const views = {
  said,
  speak,

  /**
   * Shows this view of an answer in a panel of its own. Says how many milliseconds that took.
   * @param {import('../../../www/settings.js').View} view
   * @param {Answer} answer
   * @param {number} [width]
   */
  show(view, answer, width = 380) {
    panel?.remove();
    const settings = new Settings(() => localStorage);
    settings.change({ panel: { ...settings.choices.panel, at: 'left', width } });
    panel = new Panel(document, {
      goTo: (_, { start, end }) => void said.push(`to ${(answer.text ?? '').slice(start, end)}`),
      announce: (text) => void said.push(text),
      hide: () => undefined,
      isHidden: () => false,
      export: () => undefined,
      close: () => undefined,
      settings,
    });
    const start = performance.now();
    panel.open([{ answer, sentenceAround: (span) => span }], { view });
    return performance.now() - start;
  },
};

Object.assign(window, { views });
