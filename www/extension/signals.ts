/** Events by which the extension's script in a page and `leftovers.ts` know of each other. They carry nothing. */

/** Is answered, by being cancelled, while the extension is there. */
export const ALIVE = 'newsgloss-alive';
/** Asks for a look now: another script of the extension has come. */
export const LOOK = 'newsgloss-look';
