/** The script of the React page: it does each step when the test says so, by `window.story`. */
import { createElement as h } from 'react';
import { flushSync } from 'react-dom';
import { hydrateRoot } from 'react-dom/client';

import { Document, Story } from './story.js';

/** @type {import('react-dom/client').Root | undefined} */
let root;

const element = () => document.getElementById('root');

export const story = {
  /**
   * Takes over the HTML that the server sent. Resolves once React has.
   * @param {import('./story.js').News} news
   */
  hydrate(news) {
    return new Promise((/** @type {(value?: undefined) => void} */ done) => {
      root = hydrateRoot(element() ?? document, h(element() === null ? Document : Story, { news, onShown: done }));
    });
  },

  /**
   * Shows other news, at once.
   * @param {import('./story.js').News} news
   */
  show(news) {
    flushSync(() => root?.render(h(element() === null ? Document : Story, { news })));
  },

  /** Takes the page's content away. */
  unmount() {
    flushSync(() => root?.unmount());
  },
};

Object.assign(window, { story });
