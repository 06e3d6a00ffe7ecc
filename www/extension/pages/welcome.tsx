/** `welcome.html`, shown once, after the extension was installed: what it does, in three pictures, and how to begin. */

import type { ComponentChildren, JSX } from 'preact';
import { Component, h } from 'preact';

import { browser } from '../browser.js';
import { showPage } from '../options/page.js';
import type { Told } from '../options/parts.js';
import { Notice } from '../options/parts.js';
import { ALWAYS, SiteForm } from '../options/sites.js';
import { ButtonPicture, CardPicture, PanelPicture } from '../options/pictures.js';
import { word } from '../words.js';

declare const TARGET: 'chrome' | 'firefox';

const { os } = await browser.runtime.getPlatformInfo();
/** How the button comes into the toolbar. */
const PIN = os === 'android' ? 'welcome.pinAndroid' : TARGET === 'chrome' ? 'welcome.pinChrome' : 'welcome.pinFirefox';

function WelcomeView(): JSX.Element {
  return (
    <main>
      <h1>{word('welcome.title')}</h1>
      <p class="lede">{word('welcome.lede')}</p>
      <ol class="steps">
        <Step title={word('welcome.press')} picture={<ButtonPicture label={word('welcome.pictureButton')} />}>
          <p>{word('welcome.pressNote')}</p>
          <p class="quiet">{word(PIN)}</p>
        </Step>
        <Step title={word('welcome.marks')} picture={<CardPicture label={word('welcome.pictureCard')} />}>
          <p>{word('welcome.marksNote')}</p>
        </Step>
        <Step title={word('welcome.panel')} picture={<PanelPicture label={word('welcome.picturePanel')} />}>
          <p>{word('welcome.panelNote')}</p>
        </Step>
      </ol>
      <Always />
      <section class="closing" aria-labelledby="privacy">
        <h2 id="privacy">{word('part.privacy')}</h2>
        <p>{word('privacy.local')}</p>
        <button class="link" onClick={() => void browser.runtime.openOptionsPage()}>
          {word('welcome.options')}
        </button>
      </section>
    </main>
  );
}

function Step({ title, picture, children }: { title: string; picture: JSX.Element; children: ComponentChildren }): JSX.Element {
  return (
    <li>
      {picture}
      <h2>{title}</h2>
      {children}
    </li>
  );
}

class Always extends Component<object, { told?: Told | undefined }> {
  override state: { told?: Told | undefined } = {};

  render(_: object, { told }: { told?: Told | undefined }): JSX.Element {
    return (
      <section class="closing" aria-labelledby="always">
        <h2 id="always">{word('welcome.always')}</h2>
        <p>{word('welcome.alwaysNote')}</p>
        <SiteForm id="always" way={ALWAYS} onTold={(now) => { this.setState({ told: now }); }} />
        <Notice told={told} />
      </section>
    );
  }
}

void showPage('welcome', WelcomeView);
