/** The key that does what the button in the toolbar does: the browser's own, and changed in a page of the browser's. */

import type { JSX } from 'preact';
import { Component, h } from 'preact';

import { browser } from '../browser.js';
import { word } from '../words.js';

declare const TARGET: 'chrome' | 'firefox';

/** What Firefox has and Chromium has not. */
interface Commands {
  openShortcutSettings?: () => Promise<void>;
}

export class ButtonKey extends Component<object, { keys?: string | undefined }> {
  override state: { keys?: string | undefined } = {};

  override componentDidMount(): void {
    // Browsers of phones have no keys.
    const { commands } = browser as Partial<typeof browser>;
    void commands?.getAll().then((all) => {
      this.setState({ keys: all.find(({ name }) => name === '_execute_action')?.shortcut });
    });
  }

  render(_: object, { keys }: { keys?: string | undefined }): JSX.Element | null {
    const change = opener();
    if (!keys) return null;
    return (
      <p class="button-key">
        {word('keys.button', { keys })}{' '}
        {change && (
          <button class="link" onClick={change}>
            {word('keys.change')}
          </button>
        )}
      </p>
    );
  }
}

/** What opens the browser's page of keys, where an extension may. */
function opener(): (() => void) | undefined {
  if (TARGET === 'chrome') return () => void browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
  const { openShortcutSettings } = browser.commands as Commands;
  return openShortcutSettings && (() => void openShortcutSettings());
}
