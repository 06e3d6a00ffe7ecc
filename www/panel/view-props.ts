/** What each view of the panel is given: one article, and ways to act on it. */

import type { Actions, Source } from './source.js';

export interface ViewProps {
  source: Source;
  actions: Actions;
}
