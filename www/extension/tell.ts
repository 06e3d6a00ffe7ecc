/**
 * Says to the reader what became of what they asked for, where there is something to say: beside the button that they pressed, or where
 * the browser shows nothing there, in a tab.
 */

import { browser } from './browser.js';
import type { Trouble } from './protocol.js';

/** The page that says it: `pages/message.ts`. */
const PAGE = 'message.html';

export async function tell(trouble: Trouble, tab?: number): Promise<void> {
  const page = `${PAGE}#${trouble}`;
  const of = tab === undefined ? {} : { tabId: tab };
  try {
    await browser.action.setPopup({ ...of, popup: page });
    await browser.action.openPopup();
  } catch {
    await browser.tabs.create({ url: browser.runtime.getURL(page) });
  } finally {
    // The next press is to do something again.
    await browser.action.setPopup({ ...of, popup: '' }).catch(() => undefined);
  }
}
