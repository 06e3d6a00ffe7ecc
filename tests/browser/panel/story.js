/** Articles of our own with what is found in them, made up here so that tests know every word: small, large, hostile. */

/**
 * @typedef {import('../../../www/answer.js').Answer} Answer
 * @typedef {import('../../../www/answer.js').Entity} Entity
 * @typedef {import('../../../www/answer.js').Quote} Quote
 * @typedef {import('../../../www/answer.js').EntityType} EntityType
 */

/** @typedef {Omit<Entity, 'id' | 'mentions'> & { forms?: string[] }} Thing What is named, and in which forms besides its name. */

/** @typedef {{ words: string, kind?: Quote['kind'], speaker?: string, by?: string, confidence?: number }} Said */

const TEXT = `The harbour town of Ostmark will have its bridge after all. Mayor Łucja Brandt announced on Monday that the council had voted for it by nine to four.

“We have waited eleven years for this,” Brandt told residents in the hall of the Ostmark Rowing Club. The bridge is to cost 42 million crowns, of which the Nordia Bank lends two thirds.

Not everybody is content. Émile Okoro, who keeps a shop by the ferry, said that nobody had asked the people of the quay. “They drew a line on a map and called it progress,” Okoro said.

The Nordia Bank declined to comment. Brandt said the Karvish families who run the ferry would be paid until 2031. Engineers from Tallis are to begin in March, and the first cars shall cross during the Lantern Festival.

“It will be a slim thing,” said Ines Tallis-Moreau, whose office in Port Selm drew the bridge. Brandt called it the “miracle of Ostmark”.`;

/** @type {Thing[]} */
const THINGS = [
  { type: 'person', name: 'Łucja Brandt', role: 'Mayor', forms: ['Brandt'] },
  { type: 'person', name: 'Émile Okoro', description: 'shopkeeper by the ferry', forms: ['Okoro'] },
  { type: 'person', name: 'Ines Tallis-Moreau', role: 'architect', wikidata: 'Q101' },
  { type: 'organization', name: 'Nordia Bank', description: 'savings bank of the northern provinces', wikidata: 'Q102' },
  { type: 'organization', name: 'Ostmark Rowing Club' },
  { type: 'place', name: 'Ostmark', description: 'harbour town', wikidata: 'Q103', coordinates: [57.3, 18.6] },
  { type: 'place', name: 'Port Selm', coordinates: [55.1, 12.9] },
  { type: 'place', name: 'Tallis' },
  { type: 'group', name: 'Karvish' },
  { type: 'event', name: 'Lantern Festival' },
];

/** @type {Said[]} */
const SAID = [
  { words: 'We have waited eleven years for this,', speaker: 'Brandt', by: 'Łucja Brandt' },
  { words: 'the council had voted for it by nine to four', kind: 'indirect', speaker: 'Mayor Łucja Brandt', by: 'Łucja Brandt', confidence: 0.9 },
  { words: 'nobody had asked the people of the quay', kind: 'indirect', speaker: 'Émile Okoro', by: 'Émile Okoro', confidence: 0.8 },
  { words: 'They drew a line on a map and called it progress,', speaker: 'Okoro', by: 'Émile Okoro' },
  { words: 'the Karvish families who run the ferry would be paid until 2031', kind: 'indirect', speaker: 'Brandt', by: 'Łucja Brandt' },
  { words: 'It will be a slim thing,', speaker: 'Ines Tallis-Moreau', by: 'Ines Tallis-Moreau' },
  { words: 'miracle of Ostmark', kind: 'scare' },
];

/** The bridge of a harbour town. */
export const BRIDGE = answer('Ostmark votes for its bridge, eleven years late', TEXT, THINGS, SAID, [
  { type: 'date', words: 'Monday', value: '2026-03-09' },
  { type: 'money', words: '42 million crowns', value: '42000000' },
  { type: 'date', words: '2031', value: '2031' },
]);

/** Another article of the same page, in which nobody says anything. */
export const FERRY = answer('A last winter for the ferry', 'The ferry of Ostmark runs until spring.', [{ type: 'place', name: 'Ostmark' }], []);

export const NOTHING = answer('', 'It rained, and it went on raining.', [], []);

export const HOSTILE = answer(
  '<img src=x onerror="window.harmed = true"> & more',
  `A letter from <script>window.harmed = true</script> came. ${'Very'.repeat(500)} was pleased.`,
  [
    { type: 'person', name: '<script>window.harmed = true</script>', role: '"><svg onload="window.harmed = true">', description: '</button><h1>Injected</h1>' },
    { type: 'person', name: 'Very'.repeat(500) },
  ],
  [],
);

/**
 * A long article with as many names and quotations as are asked for.
 * @param {{ words: number, entities: number, quotes: number }} size
 */
export function large({ words, entities, quotes }) {
  /** @type {EntityType[]} */
  const types = ['person', 'person', 'organization', 'place', 'group', 'event', 'misc'];
  /** @type {Thing[]} */
  const things = Array.from({ length: entities }, (_, index) => ({
    type: types[index % types.length] ?? 'person',
    name: `Aldo Name${letters(index)}`,
    ...(index % 2 === 0 && { role: 'Deputy Secretary' }),
    ...(index % 3 === 0 && { description: 'one of very many in a very long article', wikidata: `Q${index + 1}` }),
  }));
  /** @type {string[]} */
  const sentences = [];
  /** @type {Said[]} */
  const said = [];
  for (let index = 0, count = 0; count < words; index += 1) {
    const name = things[(index * 7) % entities]?.name ?? '';
    const claim = `number ${letters(index)} will be built before the winter comes`;
    const isSaid = index < quotes;
    const sentence = isSaid ? `“The bridge ${claim},” said ${name}.` : `In the morning ${name} walked along the quay to the office and thought of bridges and of other things.`;
    if (isSaid) said.push({ words: `The bridge ${claim},`, speaker: name, by: name });
    sentences.push(sentence);
    count += sentence.split(' ').length;
  }
  return answer('A very long day at the harbour', sentences.join(' '), things, said);
}

/**
 * An answer, with its offsets looked up.
 * @param {string} headline
 * @param {string} text
 * @param {Thing[]} things
 * @param {Said[]} said
 * @param {{ type: import('../../../www/answer.js').ValueType, words: string, value: string }[]} [values]
 * @returns {Answer}
 */
export function answer(headline, text, things, said, values = []) {
  /** @type {Map<string, number[]>} */
  const found = new Map();
  const forms = things.flatMap(({ name, forms: others = [] }) => [name, ...others]).sort((one, other) => other.length - one.length);
  const any = new RegExp(forms.map((form) => form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|') || '(?!)', 'g');
  for (const { 0: form, index } of text.matchAll(any)) found.set(form, [...(found.get(form) ?? []), index]);
  const entities = things.map(({ forms: others = [], ...thing }, index) => ({
    ...thing,
    id: `e${index + 1}`,
    mentions: [thing.name, ...others]
      .flatMap((form) => (found.get(form) ?? []).map((start) => ({ start, end: start + form.length, confidence: 0.97 })))
      .sort((one, other) => one.start - other.start),
  }));
  const quotes = said.map(({ words, kind = /** @type {const} */ ('direct'), speaker, by, confidence = 0.97 }, index) => {
    const start = text.indexOf(words);
    const spoken = speaker === undefined ? -1 : text.indexOf(speaker, kind === 'indirect' ? Math.max(0, start - 60) : start);
    const entity = entities.find(({ name }) => name === by);
    return {
      id: `q${index + 1}`,
      kind,
      start,
      end: start + words.length,
      confidence,
      inferred: false,
      ...(spoken >= 0 && speaker !== undefined && { speaker: { start: spoken, end: spoken + speaker.length } }),
      ...(entity !== undefined && { entities: [entity.id] }),
    };
  });
  return {
    version: '0.1.0',
    language: 'en',
    ...(headline !== '' && { headline }),
    published: '2026-03-10',
    text,
    entities,
    quotes,
    values: values.map(({ type, words, value }) => ({ type, value, start: text.indexOf(words), end: text.indexOf(words) + words.length, confidence: 0.95 })),
    timeline: [],
  };
}

/** A number in letters, so that it stands for a name. @param {number} number @returns {string} */
function letters(number) {
  return (number >= 26 ? letters(Math.floor(number / 26) - 1) : '') + String.fromCharCode(97 + (number % 26));
}
