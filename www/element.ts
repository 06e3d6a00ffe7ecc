/**
 * `<news-gloss>`: mounts newsgloss on what stands inside it, or on the page's article where nothing does.
 *
 * A thin wrapper of `mount()`; nothing else of the package relies on it, since an extension's content script has no
 * `customElements`. Attributes, read when the element enters the page: `published` (2016-08-27), `min-confidence` (0 to 1),
 * `lexicon` (the address of a publisher's own list, on the origin that newsgloss is served from), `language` (of what readers see).
 * It tells its page that it is done by the events `newsgloss-mounted` and `newsgloss-error`, whose `detail` is the answer
 * or the error.
 */

import { fetchList } from './core.js';
import type { Handle, MountOptions } from './mount.js';
import { mount } from './mount.js';

const NAME = 'news-gloss';

/** Makes the element known, unless there are no custom elements here or another copy was first. */
export function defineElement(): void {
  // Typed as always there, but null in an extension's content script.
  const registry = globalThis.customElements as CustomElementRegistry | null | undefined;
  // Nor has an extension any business there, in browsers that would let it.
  if (!registry || import.meta.url.includes('-extension:') || registry.get(NAME) !== undefined) return;
  registry.define(NAME, elementClass());
}

// Made only when it is defined: where there is no DOM, there is no class to extend.
function elementClass(): CustomElementConstructor {
  return class NewsGloss extends HTMLElement {
    #mounted: Promise<Handle | undefined> | undefined;

    connectedCallback(): void {
      this.#mounted = this.#mount().catch((error: unknown) => {
        this.dispatchEvent(new CustomEvent('newsgloss-error', { detail: error, bubbles: true }));
        return undefined;
      });
    }

    disconnectedCallback(): void {
      void this.#mounted?.then((handle) => handle?.unmount());
      this.#mounted = undefined;
    }

    async #mount(): Promise<Handle | undefined> {
      await parsed();
      const options = await this.#options();
      if (!this.isConnected) return undefined;
      const handle = await mount(this.firstElementChild === null ? undefined : this, options);
      this.dispatchEvent(new CustomEvent('newsgloss-mounted', { detail: handle.annotations, bubbles: true }));
      return handle;
    }

    async #options(): Promise<MountOptions> {
      const published = this.getAttribute('published');
      const least = this.getAttribute('min-confidence');
      const list = this.getAttribute('lexicon');
      const language = this.getAttribute('language');
      return {
        ...(published !== null && { published }),
        ...(least !== null && { minConfidence: Number(least) }),
        ...(language !== null && { language }),
        ...(list !== null && { lexicon: await fetchList(list) }),
      };
    }
  };
}

/** Settles once the parser has reached the page's end: before that, what stands inside may not be there yet. */
function parsed(): Promise<void> {
  if (document.readyState !== 'loading') return Promise.resolve();
  return new Promise((resolve) => {
    document.addEventListener(
      'DOMContentLoaded',
      () => {
        resolve();
      },
      { once: true },
    );
  });
}
