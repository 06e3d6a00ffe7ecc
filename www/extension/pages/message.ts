/** `message.html`: says in a few words what became of what the reader asked for. Which words, the address says after its `#`. */

import { browser } from '../browser.js';
import type { Trouble } from '../protocol.js';

/** The words of each, in `_locales`. */
const WORDS: Record<Trouble, string> = {
  noArticle: 'toldNoArticle',
  noQuotation: 'toldNoQuotation',
  excluded: 'toldExcluded',
  marked: 'toldMarked',
  failed: 'toldFailed',
  closed: 'toldClosed',
  file: 'toldFile',
  pdf: 'toldPdf',
  lexicon: 'toldLexicon',
};

/** Where what is said can be changed in the options. */
const IN_OPTIONS: readonly Trouble[] = ['excluded', 'lexicon'];

const trouble = location.hash.slice(1);
if (Object.hasOwn(WORDS, trouble)) show(trouble as Trouble);

function show(told: Trouble): void {
  document.documentElement.lang = browser.i18n.getUILanguage();
  document.documentElement.dir = browser.i18n.getMessage('@@bidi_dir');
  const words = document.createElement('p');
  words.textContent = browser.i18n.getMessage(WORDS[told]);
  document.body.append(words);
  if (!IN_OPTIONS.includes(told)) return;
  const options = document.createElement('button');
  options.textContent = browser.i18n.getMessage('toldOptions');
  options.addEventListener('click', () => void browser.runtime.openOptionsPage());
  document.body.append(options);
}
