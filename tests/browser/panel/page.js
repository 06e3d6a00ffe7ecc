/** The script of a page with nothing but the panel: it opens when the test says so, by `window.stage`, and keeps what it was asked for. */
import { Panel } from '../../../www/panel/panel.js';
import { Settings } from '../../../www/settings.js';
import { BRIDGE, FERRY, HOSTILE, NOTHING, large } from './story.js';

const ANSWERS = {
  bridge: () => [BRIDGE],
  both: () => [BRIDGE, FERRY],
  nothing: () => [NOTHING],
  none: () => [],
  hostile: () => [HOSTILE],
  german: () => [{ ...BRIDGE, language: 'de-AT' }],
  long: () => [large({ words: 5000, entities: 300, quotes: 120 })],
  crowd: () => [large({ words: 5000, entities: 5000, quotes: 0 })],
};

/** @typedef {keyof typeof ANSWERS} AnswerName */

/** @type {Map<import('../../../www/answer.js').Answer, import('../../../www/panel/source.js').Source>} */
const sources = new Map();

/** The same one for the same answer. @param {import('../../../www/answer.js').Answer} answer */
function source(answer) {
  const known = sources.get(answer) ?? made(answer);
  sources.set(answer, known);
  return known;
}

/** @param {import('../../../www/answer.js').Answer} answer @returns {import('../../../www/panel/source.js').Source} */
function made(answer) {
  const text = answer.text ?? '';
  return {
    answer,
    sentenceAround: ({ start, end }) => ({
      start: Math.max(0, ...['. ', '.” ', '\n'].map((mark) => text.lastIndexOf(mark, start - 1) + mark.length).filter((at) => at <= start)),
      end: Math.min(text.length, ...['. ', '.\n'].map((mark) => text.indexOf(mark, end) + 1).filter((at) => at > 0)),
    }),
  };
}

/** What the panel has asked for, each as it would be written. @type {string[]} */
const asked = [];
/** @type {Set<string>} */
const hidden = new Set();
const opener = /** @type {HTMLElement} */ (document.getElementById('opener'));

const panel = new Panel(document, {
  goTo: ({ answer }, { start, end }) => asked.push(`goTo ${start} ${end} ${answer.text?.slice(start, end) ?? ''}`),
  hide(_, id, isHidden) {
    if (isHidden) hidden.add(id);
    else hidden.delete(id);
    asked.push(`${isHidden ? 'hide' : 'show'} ${id}`);
  },
  isHidden: (_, id) => hidden.has(id),
  announce: (text) => asked.push(`announce ${text}`),
  export: ({ answer }, format) => {
    asked.push(`export ${answer.headline ?? ''} ${format}`);
    return Promise.resolve(`${format} is done.`);
  },
  close() {
    asked.push('close');
    opener.focus();
  },
  settings: new Settings(() => localStorage),
});

export const stage = {
  asked,
  panel,
  /**
   * Opens it with articles of this name.
   * @param {AnswerName} name
   * @param {import('../../../www/panel/panel.js').Opening} [opening]
   */
  open(name, opening) {
    panel.open(ANSWERS[name]().map(source), opening);
  },
  /** @param {AnswerName} name */
  update(name) {
    panel.update(ANSWERS[name]().map(source));
  },
};

Object.assign(window, { stage });
