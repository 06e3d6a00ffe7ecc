/** Sites where newsgloss is always on, and those that it stays out of: what is chosen, added and taken away. The browser's question is put by `grants.ts`. */

import type { JSX } from 'preact';
import { Component, Fragment, h } from 'preact';

import { allow, exclude, reset } from '../grants.js';
import { siteFrom } from '../sites.js';
import type { Kept, Outcome } from '../store.js';
import type { Word } from '../words.js';
import { word } from '../words.js';

import type { Told } from './parts.js';
import { Notice, troubleOf } from './parts.js';

declare const TARGET: 'chrome' | 'firefox';

interface Way {
  add: (site: string) => Promise<Outcome | 'denied'>;
  label: Word;
}

/** What can be chosen for a site. */
export const ALWAYS: Way = { add: allow, label: 'site.addAlways' };
const NEVER: Way = { add: exclude, label: 'site.addNever' };

export function SitesView({ kept }: { kept: Kept }): JSX.Element {
  return (
    <>
      <SiteList id="always" title={word('site.always')} note={word('site.alwaysNote')} sites={kept.allowed} way={ALWAYS} />
      <SiteList id="never" title={word('site.never')} note={word('site.neverNote')} sites={kept.excluded} way={NEVER} />
      {TARGET === 'chrome' && <p class="quiet">{word('site.plain')}</p>}
    </>
  );
}

interface ListProps {
  id: string;
  title: string;
  note: string;
  sites: readonly string[];
  way: Way;
}

class SiteList extends Component<ListProps, { told?: Told | undefined }> {
  override state: { told?: Told | undefined } = {};
  #heading: HTMLElement | null = null;

  render({ id, title, note, sites, way }: ListProps, { told }: { told?: Told | undefined }): JSX.Element {
    return (
      <section aria-labelledby={`sites-${id}`}>
        <h3 id={`sites-${id}`} tabIndex={-1} ref={(it) => { this.#heading = it; }}>
          {title}
        </h3>
        <p>{note}</p>
        {sites.length === 0 ? (
          <p class="quiet">{word('site.none')}</p>
        ) : (
          <ul class="sites">
            {sites.map((site) => (
              <li key={site}>
                <bdi>{site}</bdi>
                <button class="remove" aria-label={word('site.remove', { site })} title={word('site.remove', { site })} onClick={() => void this.#remove(site)}>
                  <svg viewBox="0 0 16 16" aria-hidden="true">
                    <path d="m4 4 8 8m0-8-8 8" />
                  </svg>
                </button>
              </li>
            ))}
          </ul>
        )}
        <SiteForm id={id} way={way} onTold={(now) => { this.setState({ told: now }); }} />
        <Notice told={told} />
      </section>
    );
  }

  async #remove(site: string): Promise<void> {
    const outcome = await reset(site);
    this.setState({ told: troubleOf(outcome) ?? { text: word('site.removed', { site }) } });
    // The button that had it is gone.
    this.#heading?.focus();
  }
}

interface FormProps {
  id: string;
  way: Way;
  onTold: (told: Told) => void;
}

/** Where a site is written, and what is done with it. */
export class SiteForm extends Component<FormProps, { isWrong: boolean }> {
  override state = { isWrong: false };
  #field: HTMLInputElement | null = null;

  render({ id, way }: FormProps, { isWrong }: { isWrong: boolean }): JSX.Element {
    return (
      <form
        class="row"
        onSubmit={(event) => {
          event.preventDefault();
          this.#add();
        }}
      >
        <label class="over" for={`site-${id}`}>
          {word('site.address')}
        </label>
        <input
          id={`site-${id}`}
          ref={(it) => { this.#field = it; }}
          type="text"
          inputMode="url"
          dir="ltr"
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          placeholder="paper.example"
          aria-invalid={isWrong}
        />
        <button class="push" type="submit">
          {word(way.label)}
        </button>
      </form>
    );
  }

  #add(): void {
    const { way, onTold } = this.props;
    const field = this.#field;
    if (field === null) return;
    const site = siteFrom(field.value);
    this.setState({ isWrong: site === undefined });
    if (site === undefined) {
      onTold({ text: word('site.notSite'), isTrouble: true });
      field.focus();
      return;
    }
    // At once: a browser asks only while the reader acts.
    void way.add(site).then((outcome) => {
      if (outcome === 'denied') onTold({ text: word('site.denied', { site }), isTrouble: true });
      else onTold(troubleOf(outcome) ?? { text: word('site.added', { site }) });
      if (outcome === 'kept') field.value = '';
    });
  }
}
