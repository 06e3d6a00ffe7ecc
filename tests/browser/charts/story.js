/** Answers of our own, made up here so that the tests of the charts know every word and every number. */

/**
 * @typedef {import('../../../www/answer.js').Answer} Answer
 * @typedef {import('../../../www/answer.js').Entity} Entity
 * @typedef {import('../../../www/answer.js').Quote} Quote
 */

/** @typedef {Partial<Omit<Quote, 'speaker' | 'cue'>> & { words: string, speaker?: string, cue?: string }} Said What is said, by the words of the text. */
/** @typedef {Partial<Entity> & { name: string, times?: number }} Thing */

/**
 * @param {string} text
 * @param {{ things?: Thing[], said?: Said[], dates?: [date: string, sentence: string, entities?: string[]][], published?: string }} [found]
 * @returns {Answer}
 */
export function answer(text, { things = [], said = [], dates = [], published } = {}) {
  const span = (/** @type {string} */ words) => {
    const start = text.indexOf(words);
    if (start === -1) throw new Error(`the text has no “${words}”`);
    return { start, end: start + words.length };
  };
  return {
    version: '0.1.0',
    language: 'en',
    headline: 'A bridge for the island',
    ...(published !== undefined && { published }),
    text,
    entities: things.map(({ times = 1, ...thing }, index) => ({
      id: `e${index + 1}`,
      type: /** @type {const} */ ('person'),
      mentions: Array.from({ length: times }, () => ({ ...(text.includes(thing.name) ? span(thing.name) : { start: 0, end: 1 }), confidence: 0.9 })),
      ...thing,
    })),
    values: [],
    quotes: said.map(({ words, speaker, cue, ...quote }, index) => ({
      id: `q${index + 1}`,
      kind: /** @type {const} */ ('direct'),
      confidence: 0.9,
      inferred: false,
      ...span(words),
      ...(speaker !== undefined && { speaker: span(speaker) }),
      ...(cue !== undefined && { cue: span(cue) }),
      ...quote,
    })),
    timeline: dates.map(([date, sentence, entities]) => ({ date, ...span(sentence), ...(entities && { entities }) })),
  };
}

/** A small article in which much is said, dated and placed. */
export const ISLAND = answer(
  `The island of Hven gets its bridge. “We have waited for this,” Mayor Greta Lindahl said on Tuesday, “and our children have waited.” Officials said that the bridge would open in 2031. Lindahl and Omar Brekke promised that ferries would run until then. “Nobody asked us,” somebody called. The “miracle” was planned in 1998. Brekke told reporters in Malmö that it would cost more.`,
  {
    published: '2026-03-10',
    things: [
      { name: 'Greta Lindahl', role: 'Mayor', type: 'person' },
      { name: 'Omar Brekke', type: 'person' },
      { name: 'Hven', type: 'place', coordinates: [55.9, 12.7], times: 4, wikidata: 'Q1' },
      { name: 'Malmö', type: 'place', coordinates: [55.6, 13], times: 1 },
      { name: 'bridge', type: 'place', times: 2 },
    ],
    said: [
      { words: 'We have waited for this,', speaker: 'Mayor Greta Lindahl', entities: ['e1'], statement: 's1', cue: 'said' },
      { words: 'and our children have waited.', speaker: 'Mayor Greta Lindahl', entities: ['e1'], statement: 's1' },
      { words: 'the bridge would open in 2031', kind: 'indirect', speaker: 'Officials' },
      { words: 'ferries would run until then', kind: 'indirect', speaker: 'Lindahl and Omar Brekke', entities: ['e1', 'e2'] },
      { words: 'Nobody asked us,' },
      { words: 'miracle', kind: 'scare' },
      { words: 'it would cost more', kind: 'mixed', speaker: 'Brekke', entities: ['e2'], inferred: true, cue: 'told' },
    ],
    dates: [
      ['1998', 'The “miracle” was planned in 1998.', ['e3']],
      ['2026-03-10', '“We have waited for this,” Mayor Greta Lindahl said on Tuesday, “and our children have waited.”', ['e1']],
      ['2031', 'Officials said that the bridge would open in 2031.'],
    ],
  },
);

export const NOTHING = answer('It rained, and it went on raining.');

/** Names and words that are markup, or far too long. */
export const HOSTILE = answer(`<script>window.harmed = true</script> said “<img src=x onerror="window.harmed = true">” in ${'Very'.repeat(500)} on Monday.`, {
  published: '2026-03-10',
  things: [
    { name: '<script>window.harmed = true</script>', role: '"><svg onload="window.harmed = true">' },
    { name: 'Very'.repeat(500), type: 'place', coordinates: [48.2, 16.4] },
  ],
  said: [{ words: '<img src=x onerror="window.harmed = true">', entities: ['e1'], speaker: '<script>window.harmed = true</script>' }],
  dates: [['2026-03-09', `<script>window.harmed = true</script> said “<img src=x onerror="window.harmed = true">” in ${'Very'.repeat(500)} on Monday.`, ['e1']]],
});

/** Very many of everything. @returns {Answer} */
export function crowd() {
  const sentences = Array.from({ length: 1000 }, (_, index) => `“Bridge number ${index} will be built,” said Speaker ${index % 300}.`);
  const text = sentences.join(' ');
  let start = 0;
  /** @type {Answer} */
  const many = { ...answer(text, { published: '2026-03-10' }), quotes: [], timeline: [] };
  many.entities = Array.from({ length: 5000 }, (_, index) => ({
    id: `e${index + 1}`,
    type: index < 300 ? 'person' : 'place',
    name: index < 300 ? `Speaker ${index}` : `Place ${index}`,
    ...(index >= 300 && { coordinates: /** @type {[number, number]} */ ([((index * 37) % 120) - 50, ((index * 91) % 360) - 180]) }),
    mentions: [{ start: 0, end: 6, confidence: 0.9 }],
  }));
  for (const [index, sentence] of sentences.entries()) {
    const words = start + 1;
    many.quotes.push({ id: `q${index + 1}`, kind: 'direct', start: words, end: words + sentence.indexOf(',”'), confidence: 0.9, inferred: false, entities: [`e${(index % 300) + 1}`] });
    many.timeline.push({ date: new Date(Date.UTC(2020, 0, 1 + index * 4)).toISOString().slice(0, 10), start, end: start + sentence.length });
    start += sentence.length + 1;
  }
  return many;
}
