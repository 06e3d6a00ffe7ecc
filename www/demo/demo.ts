/**
 * The demonstration: marks the story of its page, and any text that is pasted in below.
 *
 * It uses newsgloss as any page would, by `mount()` alone.
 */

import type { Handle } from '../newsgloss.js';
import { mount } from '../newsgloss.js';

const story = element('story', HTMLElement);
const marks = element('marks', HTMLButtonElement);
const form = element('paste-form', HTMLFormElement);
const text = element('paste-text', HTMLTextAreaElement);
const published = element('paste-date', HTMLInputElement);
const annotate = element('paste-annotate', HTMLButtonElement);
const status = element('paste-status', HTMLElement);
const result = element('paste-result', HTMLElement);

/** What is mounted now. */
const shown: Handle[] = [];

/** Marks everything that there is to mark, or nothing. */
async function show(on: boolean): Promise<void> {
  for (const handle of shown.splice(0)) handle.unmount();
  if (on) {
    shown.push(await mount(story.querySelector('article') ?? undefined, { control: true }));
    if (result.hasChildNodes()) shown.push(await mount(result, options()));
  }
  marks.ariaChecked = String(on);
}

/** Puts the pasted text below, as text, and marks it. */
async function read(): Promise<void> {
  await show(false);
  result.replaceChildren(
    ...text.value
      .split(/\n\s*\n/)
      .map((paragraph) => paragraph.trim())
      .filter((paragraph) => paragraph !== '')
      .map((paragraph) => {
        const block = document.createElement('p');
        block.textContent = paragraph;
        return block;
      }),
  );
  await show(true);
  const answer = shown.at(-1)?.annotations;
  if (answer === undefined) return;
  const { entities, values, quotes } = answer;
  status.textContent = `${[
    count(entities.length, 'name'),
    count(values.length, 'date or amount', 'dates and amounts'),
    count(quotes.length, 'quotation'),
  ].join(', ')}.`;
}

function options(): { published?: string } {
  return published.value === '' ? {} : { published: published.value };
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

function fail(error: unknown): void {
  status.textContent = error instanceof Error ? error.message : String(error);
}

function element<T extends HTMLElement>(id: string, type: abstract new () => T): T {
  const found = document.getElementById(id);
  if (found instanceof type) return found;
  throw new TypeError(`the page has no ${type.name} with the id "${id}"`);
}

marks.addEventListener('click', () => {
  show(marks.ariaChecked !== 'true').catch(fail);
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  read().catch(fail);
});
annotate.disabled = false;
marks.disabled = false;
published.valueAsDate = new Date();
show(true).catch(fail);
