/** What the extension keeps, in words and figures, and the button that erases all of it. */

import type { JSX } from 'preact';
import { Component, Fragment, h } from 'preact';

import type { Choices } from '../../settings.js';
import { reset } from '../grants.js';
import type { Kept } from '../store.js';
import { erase } from '../store.js';
import { size, word } from '../words.js';

import type { Told } from './parts.js';
import { Notice, Question, troubleOf } from './parts.js';

interface KeptProps {
  kept: Kept;
  choices: Choices;
}

export class KeptView extends Component<KeptProps, { told?: Told | undefined }> {
  override state: { told?: Told | undefined } = {};

  render({ kept, choices }: KeptProps, { told }: { told?: Told | undefined }): JSX.Element {
    const { settings, allowed, excluded, lexicon } = kept;
    const sites = allowed.length + excluded.length;
    const pages = Object.keys(choices.hidden).length;
    const figures = [
      [word('kept.choices'), settings && size(new Blob([settings]).size)],
      [word('kept.sites'), sites > 0 && word('kept.siteCount', { count: sites })],
      [word('kept.hidden'), pages > 0 && word('kept.pageCount', { count: pages })],
      [word('kept.list'), lexicon && size(new Blob([lexicon]).size)],
    ] as const;
    return (
      <>
        <p>{word('kept.note')}</p>
        <dl class="figures">
          {figures.map(([what, figure]) => (
            <div key={what}>
              <dt>{what}</dt>
              <dd>{figure || word('kept.nothing')}</dd>
            </div>
          ))}
        </dl>
        <Question label={word('kept.erase')} question={word('kept.sure')} onSure={() => void this.#erase()} />
        <Notice told={told} />
      </>
    );
  }

  async #erase(): Promise<void> {
    // The permissions first, since what is kept says which there are.
    for (const site of this.props.kept.allowed) await reset(site);
    const outcome = await erase();
    this.setState({ told: troubleOf(outcome) ?? { text: word('kept.erased') } });
  }
}
