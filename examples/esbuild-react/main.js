/**
 * `npx esbuild main.js --bundle --splitting --format=esm --outdir=out`, and `cp node_modules/newsgloss/*.{wasm,txt,bin} out`: an article
 * that React renders, marked while it is shown.
 */
import { mount } from 'newsgloss';
import { createElement as h, useEffect, useRef } from 'react';
import { createRoot } from 'react-dom/client';

const PARAGRAPHS = [
  '“The larger ferries will come in spring,” Mayor Ola Tveit told reporters in Oslo on Friday.',
  'Tveit, who has led the town since 2019, said that the work would cost $3 million.',
];

function Story() {
  const article = useRef(/** @type {HTMLElement | null} */ (null));
  useEffect(() => {
    // React holds on to its nodes: highlights leave them alone.
    const mounted = mount(article.current ?? undefined, { paint: 'highlight', control: true });
    return () => {
      void mounted.then((handle) => {
        handle.unmount();
      });
    };
  }, []);
  return h('article', { ref: article }, h('h1', null, 'Harbour of Velda to be deepened'), ...PARAGRAPHS.map((text, key) => h('p', { key }, text)));
}

const root = document.getElementById('story');
if (root !== null) createRoot(root).render(h(Story));
