/**
 * The panel: one element at the end of the page that shows all of an article at once, in several views.
 *
 * It renders what it is given into a shadow root, beside the text or above it, and moves nothing of the page. Where it stands
 * and what it shows last are kept by the settings. It never decides when to open, and takes the focus only when asked to.
 */

import { h, render } from 'preact';

import { schemeAround } from '../card/scheme.js';
import charts from '../charts/charts.css';
import host from '../host.css';
import { elementRules, hueRules } from '../hues.js';
import { direction, language, languageChange, say } from '../messages.js';
import { adopt } from '../nodes.js';
import type { PanelPlace, View } from '../settings.js';
import { LOOKS } from '../settings.js';
import { Frame } from './frame.js';
import css from './panel.css';
import type { Grip, Size } from './place.js';
import { fitted, limits, pulled, standOf } from './place.js';
import type { Actions, Source } from './source.js';

/** How a panel opens, where not as it was left. */
export interface Opening {
  view?: View | undefined;
  /** The article to show, where there are several. */
  source?: Source | undefined;
  /** Whether the focus goes to it: where the keyboard or a control has asked for it. */
  focus?: boolean;
}

export class Panel {
  /** What stands in the page. */
  readonly host: HTMLElement;
  readonly #root: ShadowRoot;
  readonly #page: Document;
  readonly #actions: Actions;
  readonly #listening = new AbortController();
  #sources: readonly Source[] = [];
  #shown: Source | undefined;
  /** How samples of marks look, once there are any. */
  #samples: CSSStyleSheet | undefined;
  #isOpen = false;

  constructor(page: Document, actions: Actions) {
    this.#page = page;
    this.#actions = actions;
    this.host = page.createElement('newsgloss-panel');
    if ('popover' in this.host) this.host.popover = 'manual';
    this.#root = this.host.attachShadow({ mode: 'open' });
    adopt(this.#root, host + css + charts + hueRules(''));
    page.body.append(this.host);
    const { signal } = this.#listening;
    // What is typed here is nothing to the page, but for shortcuts; nor is it for a page to fetch the focus back from here.
    const keep = (event: Event): void => {
      if (!(event as Partial<KeyboardEvent>).altKey) event.stopPropagation();
    };
    for (const type of ['keydown', 'keypress', 'keyup', 'focusin']) this.#root.addEventListener(type, keep, { signal });
    const renew = (): void => {
      this.#render();
    };
    page.defaultView?.addEventListener('resize', renew, { signal });
    languageChange.addEventListener('change', renew, { signal });
    actions.settings.listen(renew, signal);
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** Whether the focus is in it and was brought there by the keyboard. */
  get hasVisibleFocus(): boolean {
    return this.#root.activeElement?.matches(':focus-visible') === true;
  }

  /** Shows these articles, the one and the view that were shown last unless `opening` says otherwise. */
  open(sources: readonly Source[], { view, source, focus = false }: Opening = {}): void {
    // Where the page has replaced its body.
    if (!this.host.isConnected) this.#page.body.append(this.host);
    this.#sources = sources;
    this.#shown = source ?? this.#shown;
    this.#isOpen = true;
    this.host.style.setProperty('--scheme', schemeAround(this.#page.body));
    if (view !== undefined && view !== this.#actions.settings.choices.view) this.#actions.settings.change({ view });
    else this.#render();
    this.host.dataset['open'] = '';
    this.#toggle(true);
    if (focus) this.#root.querySelector<HTMLElement>('[role=tab][tabindex="0"]')?.focus();
  }

  /** Shows what is known of the page now, if it is open. */
  update(sources: readonly Source[]): void {
    this.#sources = sources;
    this.#render();
  }

  close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    delete this.host.dataset['open'];
    this.#toggle(false);
    render(null, this.#root);
  }

  /** Takes the panel out of the page. */
  remove(): void {
    this.close();
    this.#listening.abort();
    this.host.remove();
  }

  get #window(): Size {
    const { innerWidth = 0, innerHeight = 0 } = this.#page.defaultView ?? {};
    return { width: innerWidth, height: innerHeight };
  }

  #render(): void {
    if (!this.#isOpen) return;
    const { settings } = this.#actions;
    if (settings.choices.view === 'settings' && this.#samples === undefined) {
      this.#samples = adopt(this.#root, LOOKS.map((look) => elementRules(`[data-look=${look}] .sample`, look)).join(''));
    }
    const size = this.#window;
    const stand = standOf(settings.choices.panel, size);
    const place = this.#put(settings.choices.panel);
    this.host.dataset['at'] = stand;
    // Not modal, wherever it is: the page stays in use beside it.
    this.host.role = stand === 'left' || stand === 'right' ? 'complementary' : 'dialog';
    this.host.ariaLabel = say('panel.name');
    this.host.lang = language();
    this.host.dir = direction();
    const props = {
      sources: this.#sources,
      // The one that was shown may be gone.
      shown: Math.max(0, this.#sources.findIndex((each) => each === this.#shown)),
      actions: this.#actions,
      page: this.#page,
      stand,
      place,
      limits: limits(stand, size),
      onPull: (grip: Grip, from: PanelPlace, right: number, down: number) => this.#put(pulled(from, stand, grip, right, down)),
      onChoose: (index: number) => {
        this.#shown = this.#sources[index];
        this.#render();
      },
      onClose: () => {
        this.#actions.close();
        this.close();
      },
    };
    render(h(Frame, props), this.#root);
  }

  /** Brings the panel to `place`, or as near as the window lets it, and says where that is. */
  #put(place: PanelPlace): PanelPlace {
    const now = fitted(place, this.#window);
    for (const name of ['x', 'y', 'width', 'height', 'sheet'] as const) this.host.style.setProperty(`--${name}`, `${now[name]}px`);
    return now;
  }

  #toggle(open: boolean): void {
    // A host that the page has taken out of its tree, or whose frame is gone, cannot be shown, and would throw.
    if ('popover' in this.host && this.host.isConnected && this.#page.defaultView !== null && this.host.matches(':popover-open') !== open) this.host.togglePopover(open);
  }
}
