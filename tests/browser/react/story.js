/**
 * A news page as React renders it, on the server and in the browser: paragraphs in which React keeps several texts side by side,
 * inline elements, a text that comes and goes. It knows nothing of newsgloss.
 */
import { createElement as h, useEffect } from 'react';

/**
 * @typedef {object} Paragraph
 * @property {string} id
 * @property {string} who
 * @property {string} role
 * @property {string} said
 * @property {string | null} when
 */

/**
 * @typedef {object} News
 * @property {string} headline
 * @property {Paragraph[]} paragraphs
 */

/** @type {News} */
export const MORNING = {
  headline: 'Talks in Geneva end with a handshake',
  paragraphs: [
    { id: 'opening', who: 'Marek Dreyer', role: 'Foreign Minister', said: 'We will meet the United Nations in Vienna again', when: 'on Friday' },
    { id: 'answer', who: 'Amina Soler', role: 'the chief negotiator of Spain', said: 'Nobody has won anything here, and nobody has lost', when: null },
    { id: 'money', who: 'Tomas Teral', role: 'a spokesman for the World Bank', said: 'The first $3 million are to be paid in Paris', when: 'in January' },
    { id: 'doubt', who: 'Ilse Varga', role: 'the mayor of Geneva', said: 'The hotels of the town are full until the end of the month', when: 'on Monday' },
  ],
};

/** @param {{ news: News, onShown?: () => void }} given */
export function Story({ news, onShown }) {
  useEffect(() => onShown?.(), [onShown]);
  return h(
    'main',
    null,
    h('nav', null, h('a', { href: '#' }, 'World')),
    h(
      'article',
      null,
      h('h1', null, news.headline),
      news.paragraphs.map(({ id, who, role, said, when }) =>
        // Four or five texts of React's own: only one of them stands alone in its element.
        h('p', { key: id, id }, '“', said, ',” ', h('strong', null, who), ', ', role, ', told reporters in Geneva', when !== null && ` ${when}`, '.'),
      ),
    ),
  );
}

/** The same where React holds the whole document. @param {{ news: News, onShown?: () => void }} given */
export function Document(given) {
  return h(
    'html',
    { lang: 'en' },
    h('head', null, h('meta', { charSet: 'utf-8' }), h('title', null, given.news.headline)),
    h('body', null, h(Story, given), h('script', { src: '/react/page.js' })),
  );
}
