/**
 * What elements written in JSX become: calls of preact's `h`. Its own runtime for JSX can do more, of which nothing is used here, and is
 * three times as long.
 */

import { Fragment, h } from 'preact';

export { Fragment };

/**
 * @param {import('preact').ComponentType} type
 * @param {{}} props with the children among them
 * @param {import('preact').Key} [key]
 */
export const jsx = (type, props, key) => h(type, key === undefined ? props : { ...props, key });

export { jsx as jsxs };
