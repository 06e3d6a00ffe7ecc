/** `options.html`: all that a reader of the extension can choose, and all that it keeps. */

import type { JSX } from 'preact';
import { h } from 'preact';

import { elementRules } from '../../hues.js';
import { adopt } from '../../nodes.js';
import { ChoicesView } from '../../panel/settings-view.js';
import settingsCss from '../../panel/settings.css';
import { LOOKS } from '../../settings.js';
import { ButtonKey } from '../options/button-key.js';
import { KeptView } from '../options/kept.js';
import { OwnList } from '../options/list.js';
import type { Shown } from '../options/page.js';
import { showPage } from '../options/page.js';
import { Notice, Part, troubleOf } from '../options/parts.js';
import { SitesView } from '../options/sites.js';
import { word } from '../words.js';

function OptionsView({ kept, settings, refused }: Shown): JSX.Element {
  return (
    <main>
      <h1>{word('page.options')}</h1>
      <p class="lede">{word('page.lede')}</p>
      <Part id="sites" title={word('part.sites')}>
        <SitesView kept={kept} />
      </Part>
      <Part id="marks" title={word('part.marks')}>
        <div class="settings">
          <ChoicesView settings={settings} page={document} />
          <ButtonKey />
        </div>
        <Notice told={refused && troubleOf(refused)} />
      </Part>
      <Part id="list" title={word('part.list')}>
        <OwnList kept={kept} />
      </Part>
      <Part id="kept" title={word('part.kept')}>
        <KeptView kept={kept} choices={settings.choices} />
      </Part>
      <Part id="privacy" title={word('part.privacy')}>
        {(['reads', 'local', 'private', 'permissions'] as const).map((each) => (
          <p key={each}>{word(`privacy.${each}`)}</p>
        ))}
      </Part>
    </main>
  );
}

// The samples of marks look as marks do.
adopt(document, settingsCss + LOOKS.map((look) => elementRules(`[data-look=${look}] .sample`, look)).join(''));
void showPage('options', OptionsView);
