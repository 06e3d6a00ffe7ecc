/** `npx webpack ./main.js`, without a configuration: an article that a script writes, marked by `mount()`. */
import { mount } from 'newsgloss';

const story = document.createElement('article');
for (const [name, text] of [
  ['h1', 'Harbour of Velda to be deepened'],
  ['p', '“The larger ferries will come in spring,” Mayor Ola Tveit told reporters in Oslo on Friday.'],
  ['p', 'Tveit, who has led the town since 2019, said that the work would cost $3 million.'],
]) {
  const element = document.createElement(name);
  element.textContent = text;
  story.append(element);
}
document.getElementById('story')?.append(story);

const handle = await mount(story, { control: true, veto: ({ type }) => type === 'date' });
console.log(handle.annotations.quotes.length);
