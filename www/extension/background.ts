/** The extension's background: what happens when the reader acts on the browser's own buttons and menus. */

import { browser } from './browser.js';

browser.runtime.onInstalled.addListener(({ reason }) => {
  if (reason === 'install') void browser.tabs.create({ url: browser.runtime.getURL('welcome.html') });
});
