/** A page of the extension: what is kept, read once and followed from then on, and the language that it is shown in. */

import type { JSX } from 'preact';
import { h, render } from 'preact';

import { direction, language, languageChange } from '../../messages.js';
import { Settings } from '../../settings.js';
import type { Kept, Outcome } from '../store.js';
import { listen, read, shellStore } from '../store.js';
import { speakAs, word } from '../words.js';

import { Masthead } from './parts.js';

/** What a page shows. */
export interface Shown {
  kept: Kept;
  settings: Settings;
  /** What became of the last wish to keep a choice, where it came to nothing. */
  refused: Outcome | undefined;
}

/** Shows a page, and shows it anew at every change of what is kept or of the language. */
export async function showPage(title: 'options' | 'welcome', View: (shown: Shown) => JSX.Element): Promise<void> {
  let kept = await read();
  let refused: Outcome | undefined;
  const store = shellStore(kept, (outcome) => {
    refused = outcome === 'kept' ? undefined : outcome;
    show();
  });
  const settings = new Settings(() => store);
  const show = (): void => {
    document.documentElement.lang = language();
    document.documentElement.dir = direction();
    document.title = `newsgloss · ${word(`page.${title}`)}`;
    render(
      <div class="page">
        <Masthead />
        <View kept={kept} settings={settings} refused={refused} />
      </div>,
      document.body,
    );
  };
  await speakAs(settings.choices);
  languageChange.addEventListener('change', show);
  settings.listen((now, before) => {
    if (now.language !== before.language) void speakAs(now);
    show();
  });
  listen((now) => {
    kept = now;
    show();
  });
  show();
}
