/** The story on the page that says what newsgloss does: marked as any page would have it, by `mount()` alone. */

import type { Handle } from '../newsgloss.js';
import { mount } from '../newsgloss.js';
import { element } from './element.js';

const PUBLISHED = '2026-11-19';

const story = element('story', HTMLElement);
const marks = element('marks', HTMLButtonElement);
const panel = element('panel', HTMLButtonElement);
const found = element('found', HTMLElement);
let shown: Handle | undefined;

/** Marks the story, or leaves it as it was written. */
async function show(on: boolean): Promise<void> {
  shown?.unmount();
  shown = on ? await mount(story, { published: PUBLISHED, control: true }) : undefined;
  marks.ariaChecked = String(on);
  panel.disabled = !on;
  if (shown === undefined) {
    found.textContent = '';
    return;
  }
  const { entities, values, quotes } = shown.annotations;
  found.textContent = `${entities.length} names, ${values.length} dates and amounts, ${quotes.length} quotations`;
}

function fail(error: unknown): void {
  found.textContent = error instanceof Error ? error.message : String(error);
}

marks.addEventListener('click', () => {
  show(shown === undefined).catch(fail);
});
panel.addEventListener('click', () => {
  shown?.open('quotes');
});
marks.disabled = false;
show(true).catch(fail);
