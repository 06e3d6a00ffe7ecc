/**
 * The panel: one element at the end of the page that shows all of an article at once, in several views.
 *
 * It renders what it is given into a shadow root, beside the text or above it, and moves nothing of the page. Where it stands
 * and what it shows last are kept by the settings. It never decides when to open, and takes the focus only when asked to.
 */

import { h, render } from 'preact';

import charts from '../charts/charts.css';
import { Host } from '../host.js';
import { elementRules } from '../hues.js';
import { languageChange, say } from '../messages.js';
import { adopt } from '../nodes.js';
import type { PanelPlace, View } from '../settings.js';
import { LOOKS } from '../settings.js';
import { Frame } from './frame.js';
import lists from './lists.css';
import css from './panel.css';
import type { Grip, Size } from './place.js';
import { fitted, limits, pulled, standOf } from './place.js';
import settingsCss from './settings.css';
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
  readonly #host: Host;
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
    this.#host = new Host(page, 'panel', css + lists + settingsCss + charts);
    const { signal } = this.#listening;
    // What is typed here is nothing to the page, but for shortcuts; nor is it for a page to fetch the focus back from here.
    const keep = (event: Event): void => {
      if (!(event as Partial<KeyboardEvent>).altKey) event.stopPropagation();
    };
    for (const type of ['keydown', 'keypress', 'keyup', 'focusin']) this.#host.root.addEventListener(type, keep, { signal });
    const renew = (): void => {
      this.#render();
    };
    page.defaultView?.addEventListener('resize', renew, { signal });
    languageChange.addEventListener('change', renew, { signal });
    actions.settings.listen(renew, signal);
  }

  /** What stands in the page. */
  get host(): HTMLElement {
    return this.#host.element;
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** How much it covers of the window from its lower edge, as a sheet does on a phone, in CSS pixels. */
  get covered(): number {
    return this.#isOpen && this.host.dataset['at'] === 'sheet' ? this.host.offsetHeight : 0;
  }

  /** Whether the focus is in it and was brought there by the keyboard. */
  get hasVisibleFocus(): boolean {
    return this.#host.root.activeElement?.matches(':focus-visible') === true;
  }

  /** Shows these articles, the one and the view that were shown last unless `opening` says otherwise. */
  open(sources: readonly Source[], { view, source, focus = false }: Opening = {}): void {
    this.#sources = sources;
    this.#shown = source ?? this.#shown;
    this.#isOpen = true;
    if (view !== undefined && view !== this.#actions.settings.choices.view) this.#actions.settings.change({ view });
    else this.#render();
    this.#host.show(this.#page.body);
    if (focus) this.#host.root.querySelector<HTMLElement>('[role=tab][tabindex="0"]')?.focus();
  }

  /** Shows what is known of the page now, if it is open. */
  update(sources: readonly Source[]): void {
    this.#sources = sources;
    this.#render();
  }

  close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#host.hide();
    render(null, this.#host.root);
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
      this.#samples = adopt(this.#host.root, LOOKS.map((look) => elementRules(`[data-look=${look}] .sample`, look)).join(''));
    }
    const size = this.#window;
    const stand = standOf(settings.choices.panel, size);
    const place = this.#put(settings.choices.panel);
    this.host.dataset['at'] = stand;
    // Not modal, wherever it is: the page stays in use beside it.
    this.host.role = stand === 'left' || stand === 'right' ? 'complementary' : 'dialog';
    this.host.ariaLabel = say('panel.name');
    this.#host.speak();
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
    render(h(Frame, props), this.#host.root);
  }

  /** Brings the panel to `place`, or as near as the window lets it, and says where that is. */
  #put(place: PanelPlace): PanelPlace {
    const now = fitted(place, this.#window);
    const { x, y, width, height, sheet } = now;
    this.#host.set({ x, y, width, height, sheet });
    return now;
  }
}
