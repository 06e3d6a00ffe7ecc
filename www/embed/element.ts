/**
 * `<news-gloss>`: mounts newsgloss on what stands inside it, or on the page's article where nothing does.
 *
 * A thin wrapper of `mount()`; nothing else of the package relies on it, since an extension's content script has no
 * `customElements`. Its attributes and properties are the options that can be written into a page, but for `article`, and `veto`
 * as a property alone; a change is followed. Events are dispatched at the element.
 */

import type { Answer } from '../answer.js';
import { tell } from '../events.js';
import type { Handle, MountOptions } from '../handle.js';
import { idle } from './idle.js';
import type { WrittenOptions } from './options.js';
import { attributeOf, NAMES, readOptions } from './options.js';
import type { Mount } from './tag.js';
import { tellOf } from './tag.js';
import { warn } from './warn.js';

const NAME = 'news-gloss';
const OWN = NAMES.filter((name) => name !== 'article');

/** What a property is set to becomes an attribute; `undefined` takes it away. */
export interface NewsGlossElement extends HTMLElement, Omit<WrittenOptions, 'article' | 'lexicon'> {
  lexicon?: URL | string | undefined;
  veto?: MountOptions['veto'];
  /** What was found, once it is. */
  readonly annotations: Answer | undefined;
  /** Settles once the marks are there, with their handle; with nothing where there can be none. */
  readonly mounted: Promise<Handle | undefined>;
}

declare global {
  interface HTMLElementTagNameMap {
    'news-gloss': NewsGlossElement;
  }
}

/** Makes the element known; says whether this copy was the first. Where there are no custom elements, any copy is. */
export function defineElement(mount: Mount, version: string): boolean {
  // Typed as always there, but null in an extension's content script.
  const registry = globalThis.customElements as CustomElementRegistry | null | undefined;
  // Firefox lets an extension's script come near the page's registry, where it has no business; nor has it with the page's tags.
  if (!registry || import.meta.url.includes('-extension:')) return false;
  const other = registry.get(NAME) as { version?: string } | undefined;
  if (other === undefined) registry.define(NAME, elementClass(mount, version));
  else warn(`version ${other.version ?? 'unknown'} is on this page already: version ${version} leaves tags and <${NAME}> to it`);
  return other === undefined;
}

// Made only when it is defined: where there is no DOM, there is no class to extend.
function elementClass(mount: Mount, version: string): CustomElementConstructor {
  class NewsGloss extends HTMLElement {
    static readonly version = version;
    static readonly observedAttributes = OWN.map(attributeOf);
    #mounted: Promise<Handle | undefined> = Promise.resolve(undefined);
    #handle: Handle | undefined;
    #veto: MountOptions['veto'];
    #isChanged = false;
    /** How often it has left the page. */
    #turn = 0;

    get annotations(): Answer | undefined {
      return this.#handle?.annotations;
    }

    get mounted(): Promise<Handle | undefined> {
      return this.#mounted;
    }

    get veto(): MountOptions['veto'] {
      return this.#veto;
    }

    set veto(veto: MountOptions['veto']) {
      this.#veto = veto;
      this.attributeChangedCallback();
    }

    connectedCallback(): void {
      const before = this.#mounted;
      this.#mounted = this.#mount(before).catch((error: unknown) => {
        tellOf(error);
        return undefined;
      });
    }

    disconnectedCallback(): void {
      const mounted = this.#mounted;
      this.#handle = undefined;
      this.#turn += 1;
      void mounted.then((handle) => handle?.unmount());
    }

    attributeChangedCallback(): void {
      if (this.#handle === undefined || this.#isChanged) return;
      this.#isChanged = true;
      // Several are often changed one after the other.
      queueMicrotask(() => {
        this.#isChanged = false;
        this.#handle?.update(this.#options()).catch(tellOf);
      });
    }

    async #mount(before: Promise<unknown>): Promise<Handle | undefined> {
      const turn = this.#turn;
      // It may have been moved: what was there goes first.
      await before;
      await idle();
      // Meanwhile it may have been moved or taken away; whoever came after this does it then.
      if (turn !== this.#turn || !this.isConnected) return undefined;
      const handle = await mount(this.firstElementChild === null ? undefined : this, this.#options());
      if (turn === this.#turn) {
        this.#handle = handle;
        tell(this, 'newsgloss:ready', handle);
      }
      return handle;
    }

    #options(): MountOptions {
      const options = readOptions(
        (name) => this.getAttribute(attributeOf(name)),
        (name) => `<${NAME} ${attributeOf(name)}>`,
      );
      const none = Object.fromEntries(OWN.map((name) => [name, undefined]));
      return { ...none, ...options, veto: this.#veto, target: this };
    }
  }
  for (const name of OWN) {
    const attribute = attributeOf(name);
    Object.defineProperty(NewsGloss.prototype, name, {
      configurable: true,
      enumerable: true,
      get(this: HTMLElement): unknown {
        const written = (each: string): string | null => (each === name ? this.getAttribute(attribute) : null);
        return readOptions(written, () => `<${NAME} ${attribute}>`)[name];
      },
      set(this: HTMLElement, value: string | number | boolean | URL | string[] | null | undefined) {
        if (value === undefined || value === null) this.removeAttribute(attribute);
        else this.setAttribute(attribute, Array.isArray(value) ? value.join(name === 'deny' ? ';' : ' ') : String(value));
      },
    });
  }
  return NewsGloss;
}
