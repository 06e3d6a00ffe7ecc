/**
 * The extension's background: what happens when the reader presses the browser's own buttons, keys and menus.
 *
 * Browsers start it for each event and stop it soon after, so it keeps nothing in memory; and they want every listener added at once.
 */

import { browser } from './browser.js';
import type { Menus, Runtime, Tabs } from './browser.js';
import { allow, exclude, forget, follow, reset } from './grants.js';
import type { Ask, Count, Question, Reply, Trouble } from './protocol.js';
import { siteOf } from './sites.js';
import { tell } from './tell.js';

/** The menus, by their ids; what they are called stands in `_locales`. */
const MENUS = {
  who: { contexts: ['selection'], title: 'menuWho' },
  panel: { contexts: ['action'], title: 'menuPanel' },
  always: { contexts: ['action'], title: 'menuAlways' },
  never: { contexts: ['action'], title: 'menuNever' },
  ask: { contexts: ['action'], title: 'menuAsk' },
} as const satisfies Record<string, { contexts: Menus.ContextType[]; title: string }>;

browser.runtime.onInstalled.addListener(({ reason }) => {
  void addMenus();
  void follow();
  if (reason === 'install') void browser.tabs.create({ url: browser.runtime.getURL('welcome.html') });
});

browser.runtime.onStartup.addListener(() => void follow());
browser.permissions.onAdded.addListener(() => void follow());
browser.permissions.onRemoved.addListener(() => void forget());
browser.storage.onChanged.addListener((_, area) => {
  if (area === 'local') void follow();
});

browser.action.onClicked.addListener((tab) => void act('toggle', tab));

browser.commands.onCommand.addListener((command, tab) => {
  if (command === 'open-panel') void act('panel', tab);
});

browser.contextMenus.onClicked.addListener((info, tab) => {
  const id = info.menuItemId;
  if (id === 'who' || id === 'panel') void act(id, tab);
  else void choose(id, tab, info.pageUrl ?? tab?.url);
});

browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
  if (sender.tab?.id !== undefined) void showCount(sender.tab.id, message as Count);
  return undefined;
});

// Pages hold on to it, and so hear that the extension is gone; nothing is said there.
browser.runtime.onConnect.addListener(() => undefined);

async function addMenus(): Promise<void> {
  await browser.contextMenus.removeAll();
  for (const [id, { contexts, title }] of Object.entries(MENUS)) {
    browser.contextMenus.create({ id, contexts: [...contexts], title: browser.i18n.getMessage(title) });
  }
}

/** Has the page of `tab` do what is asked, and tells the reader what there is to tell. */
async function act(ask: Ask, tab: Tabs.Tab | undefined): Promise<void> {
  if (tab?.id === undefined) return;
  const trouble = await asked(ask, tab.id).catch(() => whyNot(tab));
  if (trouble !== undefined) await tell(trouble, tab.id);
}

async function asked(ask: Ask, tab: number): Promise<Trouble | undefined> {
  await enter(tab);
  const question: Question = { ask };
  const reply = await browser.tabs.sendMessage<Question, Reply | undefined>(tab, question, { frameId: 0 });
  return reply?.trouble;
}

/** Brings the script into a page, unless it is there. Chromium may tell of a press a moment before it lets the extension in. */
async function enter(tab: number, triesLeft = 5): Promise<void> {
  try {
    await browser.scripting.executeScript({ target: { tabId: tab }, files: ['content.js'] });
  } catch (error) {
    if (triesLeft === 0) throw error;
    await new Promise((done) => setTimeout(done, 50));
    await enter(tab, triesLeft - 1);
  }
}

/** Why no script can run in a tab; nothing where the tab is gone. */
async function whyNot({ id, url = '' }: Tabs.Tab): Promise<Trouble | undefined> {
  if (id === undefined || (await browser.tabs.get(id).catch(() => undefined)) === undefined) return undefined;
  if (url.startsWith('file:')) return 'file';
  if (/\.pdf($|[?#])/i.test(url)) return 'pdf';
  return 'closed';
}

/** Does what the reader has chosen for the site of `address`. The browser's question must be put at once, before anything is waited for. */
async function choose(choice: string | number, tab: Tabs.Tab | undefined, address: string | undefined): Promise<void> {
  const site = siteOf(address);
  if (site === undefined) {
    await tell('closed', tab?.id);
    return;
  }
  if (choice === 'always') {
    if ((await allow(site)) !== 'kept') return;
    // What is open already does not have the script yet.
    if (tab?.id !== undefined) await browser.scripting.executeScript({ target: { tabId: tab.id }, files: ['content.js'] }).catch(() => undefined);
  } else if (choice === 'never') {
    await exclude(site);
  } else {
    await reset(site);
  }
}

/** Where the browser leaves to a page what the script of an extension that is gone has put there, has the page see to that. */
async function leaveNothing(tabId: number): Promise<void> {
  if (TARGET !== 'firefox') return;
  await browser.scripting.executeScript({ target: { tabId }, files: ['leftovers.js'], world: 'MAIN' }).catch(() => undefined);
}

async function showCount(tabId: number, { quotations }: Count): Promise<void> {
  if (quotations !== undefined) void leaveNothing(tabId);
  const text = quotations === undefined ? '' : quotations > 999 ? '999+' : String(quotations);
  // The tab may be gone.
  await Promise.all([
    browser.action.setBadgeText({ tabId, text }),
    browser.action.setBadgeBackgroundColor({ tabId, color: '#3b4252' }),
    browser.action.setTitle({ tabId, title: browser.i18n.getMessage(quotations === undefined ? 'actionTitle' : 'actionTitleOn', [text]) }),
  ]).catch(() => undefined);
}
