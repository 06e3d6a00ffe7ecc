/**
 * The story beside what can be chosen for it: each choice is a custom property in a style sheet, which the page shows to be copied.
 *
 * What is not chosen is not in the sheet. A colour begins with what is there, as the browser has computed it.
 */

import { mount } from '../newsgloss.js';
import { element } from './element.js';

const PUBLISHED = '2026-11-19';

/** Of what marks there are in the story, each with a mark's property that has its colour. */
const MARKS = [
  ['person', 'People', 'textDecorationColor'],
  ['organization', 'Organisations', 'textDecorationColor'],
  ['place', 'Places', 'textDecorationColor'],
  ['date', 'Dates', 'textDecorationColor'],
  ['money', 'Money', 'textDecorationColor'],
  ['direct', 'Quotations', 'backgroundColor'],
] as const;

/** Of what opens, each with the property that has its colour in the control. */
const CARD = [
  ['paper', 'Card and panel', 'backgroundColor'],
  ['ink', 'Their text', 'color'],
] as const;

const FONTS = [
  ['', 'The system’s letters'],
  ['Georgia, "Times New Roman", serif', 'Serif'],
  ['Verdana, Geneva, sans-serif', 'Wide'],
  ['ui-monospace, Menlo, Consolas, monospace', 'Monospaced'],
] as const;

const controls = element('controls', HTMLFormElement);
const shown = element('css', HTMLElement);
const sheet = new CSSStyleSheet();
document.adoptedStyleSheets.push(sheet);

/** What has been chosen, by property. */
const chosen = new Map<string, string>();

function choose(property: string, value: string): void {
  if (value === '') chosen.delete(property);
  else chosen.set(property, value);
  const lines = [...chosen].map(([name, each]) => `  --newsgloss-${name}: ${each};`);
  const css = lines.length === 0 ? '' : `:root {\n${lines.join('\n')}\n}\n`;
  sheet.replaceSync(css);
  shown.textContent = css === '' ? '/* Nothing is chosen yet. */' : css;
}

/** A computed colour as `<input type=color>` has it: without what shines through. */
function hex(color: string): string {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d');
  if (canvas === null) return '#808080';
  canvas.fillStyle = color;
  canvas.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = canvas.getImageData(0, 0, 1, 1).data;
  return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

function labelled(words: string, field: HTMLElement): HTMLElement {
  const label = document.createElement('label');
  label.append(field, words);
  return label;
}

function colour(property: string, words: string, now: string): HTMLElement {
  const input = document.createElement('input');
  input.type = 'color';
  input.name = property;
  input.defaultValue = hex(now);
  input.addEventListener('input', () => {
    choose(property, input.value);
  });
  return labelled(words, input);
}

function letters(): HTMLElement {
  const select = document.createElement('select');
  select.name = 'font';
  select.append(...FONTS.map(([value, words]) => new Option(words, value)));
  select.addEventListener('change', () => {
    choose('font', select.value);
  });
  const label = labelled('', select);
  label.prepend('Letters ');
  return label;
}

function reset(): HTMLElement {
  const button = document.createElement('button');
  button.type = 'reset';
  button.textContent = 'As it was';
  return button;
}

const story = element('story', HTMLElement);
await mount(story, { published: PUBLISHED, paint: 'markup', control: true });
const part = document.querySelector('newsgloss-control')?.shadowRoot?.querySelector('[part]');
controls.append(
  ...MARKS.flatMap(([type, words, from]) => {
    const mark = story.querySelector(`newsgloss-mark[data-type="${type}"]`);
    return mark === null ? [] : [colour(type, words, getComputedStyle(mark)[from])];
  }),
  ...CARD.flatMap(([property, words, from]) => (part ? [colour(property, words, getComputedStyle(part)[from])] : [])),
  letters(),
  reset(),
);
controls.addEventListener('reset', () => {
  chosen.clear();
  choose('', '');
});
choose('', '');
