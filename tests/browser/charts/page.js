/** The script of a page that shows views of the panel alone, each in a shadow tree of its own, as the test says by `window.views`. */
import { h, render } from 'preact';

import charts from '../../../www/charts/charts.css';
import { hueRules } from '../../../www/hues.js';
import { direction, language, speak } from '../../../www/messages.js';
import { PlacesView } from '../../../www/panel/places.js';
import { QuotesView } from '../../../www/panel/quotes-view.js';
import { TimelineView } from '../../../www/panel/timeline.js';
import { Settings } from '../../../www/settings.js';

/** @typedef {import('../../../www/answer.js').Answer} Answer */
/** @typedef {import('../../../www/answer.js').Span} Span */

const VIEWS = { quotes: QuotesView, timeline: TimelineView, places: PlacesView };

export const views = {
  /** Where the reader was led, as the text there, and what was announced. */
  said: /** @type {string[]} */ ([]),

  /**
   * Shows a view of this answer in place of what was shown. Says how many milliseconds that took.
   * @param {keyof typeof VIEWS} name
   * @param {Answer} answer
   */
  show(name, answer) {
    const host = document.querySelector('main') ?? document.body;
    const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
    if (root.adoptedStyleSheets.length === 0) {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`${PANEL}${charts}${hueRules('')}`);
      root.adoptedStyleSheets = [sheet];
    }
    root.replaceChildren();
    const panel = document.createElement('div');
    panel.className = 'panel';
    panel.dir = direction();
    panel.lang = language();
    root.append(panel);
    const source = { answer, sentenceAround: (/** @type {Span} */ span) => span };
    const actions = {
      goTo: (/** @type {unknown} */ _, /** @type {Span} */ { start, end }) => void views.said.push(`to ${(answer.text ?? '').slice(start, end)}`),
      announce: (/** @type {string} */ text) => void views.said.push(text),
      hide: () => undefined,
      isHidden: () => false,
      export: () => undefined,
      close: () => undefined,
      settings: new Settings(() => localStorage),
    };
    const start = performance.now();
    render(h(VIEWS[name], { source, actions }), panel);
    return performance.now() - start;
  },

  speak,
};

/** What the panel's own style sheet gives to all views. */
const PANEL = `.panel{--ink:light-dark(#1b1d22,#e9e7e2);--quiet:light-dark(#5d6169,#a5a39d);--hair:light-dark(#00000014,#ffffff1f);--ground:light-dark(#fffefb,#26282d);
color-scheme:light dark;padding:16px;background:var(--ground);color:var(--ink);font:400 13.5px/1.45 system-ui,sans-serif;overflow-wrap:anywhere}
.unseen{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden;white-space:nowrap}
.excerpt{display:block;width:100%;border:0;padding:0;background:none;color:inherit;font:inherit;text-align:start;cursor:pointer}
.name{border:0;padding:0;background:none;color:inherit;font:inherit;font-weight:600;cursor:pointer;display:flex;width:100%;gap:8px}.count{margin-inline-start:auto;color:var(--quiet)}
h3{margin:14px 0 4px;font-size:14.5px}h3 b{color:var(--quiet);font-weight:400}.note{margin:0;color:var(--quiet)}
.tools{margin:12px 0 8px}.tools input{width:100%;box-sizing:border-box;padding:6px 8px;border:1px solid var(--quiet);border-radius:6px;background:none;color:inherit;font:inherit}
.chips{display:flex;flex-wrap:wrap;gap:6px}.chips button{border:1px solid var(--quiet);border-radius:99px;background:none;color:inherit;font:inherit;font-size:12px;padding:2px 9px}
.chips [aria-pressed=true]{background:var(--ink);color:var(--ground)}a{color:light-dark(#0b57a4,#8ab8f0)}`;

Object.assign(window, { views });
