/** What charts are drawn from: words counted, speakers told apart, dates, scales and maps. The modules are those that the browser gets. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { brotliCompressSync } from 'node:zlib';

import { build } from 'esbuild';

import { answer, ISLAND } from './charts/story.js';

/**
 * The module at `www/NAME.ts`.
 * @template T
 * @param {string} name
 * @returns {Promise<T>}
 */
async function load(name) {
  const { outputFiles } = await build({
    entryPoints: [`www/${name}.ts`],
    bundle: true,
    format: 'esm',
    write: false,
    define: { 'import.meta.url': '"http://localhost/pkg/atlas.js"' },
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0]?.contents ?? []).toString('base64')}`);
}

/** @type {typeof import('../../www/charts/words.js')} */
const { countWords } = await load('charts/words');
/** @type {typeof import('../../www/charts/speech.js')} */
const { speechOf, wordsOf } = await load('charts/speech');
/** @type {typeof import('../../www/card/days.js')} */
const { stretchOf, dateOf } = await load('card/days');
/** @type {typeof import('../../www/charts/axis.js')} */
const { axisOf } = await load('charts/axis');
/** @type {typeof import('../../www/charts/strip.js')} */
const { stripOf } = await load('charts/strip');
/** @type {typeof import('../../www/charts/labels.js')} */
const { labelsOf } = await load('charts/labels');
/** @type {typeof import('../../www/charts/lettering.js')} */
const { fitting, widthOf } = await load('charts/lettering');
/** @type {typeof import('../../www/charts/projection.js')} */
const { frameOf, pathOf } = await load('charts/projection');
/** @type {typeof import('../../www/charts/outlines.js')} */
const { decode } = await load('charts/outlines');

describe('words', () => {
  /** @type {[string, number][]} */
  const rows = [
    ['', 0],
    ['We are ready', 3],
    ['We are ready, and they’re not.', 6],
    ['“We – are — ready” …', 3],
    ['a well-known U.S. plan', 4],
    ['one—two', 2],
    ['3.5 million\u00a0crowns\n\nand 12%', 5],
    ['* & !', 0],
    ['мост 橋', 2],
  ];
  for (const [text, count] of rows) {
    it(`are ${count} in “${text}”`, () => {
      assert.equal(countWords(text), count);
    });
  }
});

describe('who says how much', () => {
  const A = { name: 'Ada' };
  const B = { name: 'Bo' };
  /** What is said, and each speaker with its number of statements and words. @type {[string, string, import('./charts/story.js').Said[], string[]][]} */
  const rows = [
    [
      'a statement in parts is one',
      '“We go,” said Ada, “and they stay.”',
      [
        { words: 'We go,', entities: ['e1'], statement: 's1' },
        { words: 'and they stay.', entities: ['e1'], statement: 's1' },
      ],
      ['Ada 1 5'],
    ],
    [
      'who speaks most is first, and of those alike who speaks first',
      'Bo said yes. Ada said no. Ada said never ever.',
      [
        { words: 'yes', entities: ['e2'] },
        { words: 'no', entities: ['e1'] },
        { words: 'never ever', entities: ['e1'] },
      ],
      ['Ada 2 3', 'Bo 1 1'],
    ],
    [
      'who speaks together is a speaker of their own, in any order',
      'Both Ada and Bo said yes. Bo and Ada said no. Ada said maybe.',
      [
        { words: 'yes', entities: ['e1', 'e2'] },
        { words: 'no', entities: ['e2', 'e1'] },
        { words: 'maybe', entities: ['e1'] },
      ],
      ['Ada+Bo 2 2', 'Ada 1 1'],
    ],
    [
      'who is known by a phrase alone is one by that phrase, whatever stands before it',
      'The officials said yes. Officials said no. Aides said maybe.',
      [
        { words: 'yes', speaker: 'The officials' },
        { words: 'no', speaker: 'Officials' },
        { words: 'maybe', speaker: 'Aides' },
      ],
      ['“The officials” 2 2', '“Aides” 1 1'],
    ],
    ['a pronoun that stands for nobody known is nobody', 'They said yes. It will be no.', [{ words: 'yes', speaker: 'They' }, { words: 'no' }], ['nobody 2 2']],
    [
      'an entity that the answer does not have is as if it were not said',
      'Aides said yes.',
      [{ words: 'yes', speaker: 'Aides', entities: ['e9'] }],
      ['“Aides” 1 1'],
    ],
    [
      'a quotation inside another counts for the outer one alone',
      '“Bo told me never again,” said Ada.',
      [
        { words: 'Bo told me never again,', entities: ['e1'] },
        { words: 'never again', entities: ['e2'], kind: 'indirect' },
      ],
      ['Ada 1 5', 'Bo 1 0'],
    ],
    ['scare quotes count for nothing', 'The “great leap” ended.', [{ words: 'great leap', kind: 'scare' }], []],
  ];
  for (const [what, text, said, expected] of rows) {
    it(what, () => {
      const { speakers, unattributed } = speechOf(answer(text, { things: [A, B], said }));
      const told = speakers.map(({ entities, phrase, statements, words }) => `${entities.map(({ name }) => name).sort().join('+') || `“${phrase}”`} ${statements.length} ${words}`);
      if (unattributed.length > 0) told.push(`nobody ${unattributed.length} ${wordsOf(unattributed)}`);
      assert.deepEqual(told, expected);
    });
  }

  it('counts the words of the article and of each kind, each word once', () => {
    const { words, scare } = speechOf(ISLAND);
    assert.deepEqual(words, { article: countWords(ISLAND.text ?? ''), direct: 13, mixed: 4, indirect: 11 });
    assert.equal(scare.length, 1);
  });
});

describe('dates', () => {
  /** @type {[string, string?, string?][]} */
  const rows = [
    ['2016-08-26', '2016-08-26', '2016-08-26'],
    ['2016-02-30'],
    ['2016-13'],
    ['2016-02', '2016-02-01', '2016-02-29'],
    ['2016-W33', '2016-08-15', '2016-08-21'],
    ['2021-W01', '2021-01-04', '2021-01-10'],
    ['2016-W33-WE', '2016-08-20', '2016-08-21'],
    ['2016-Q3', '2016-07-01', '2016-09-30'],
    ['2016-H2', '2016-07-01', '2016-12-31'],
    ['2016-WI', '2016-12-01', '2017-02-28'],
    ['2016', '2016-01-01', '2016-12-31'],
    ['FY2016', '2016-01-01', '2016-12-31'],
    ['199X', '1990-01-01', '1999-12-31'],
    ['19XX', '1900-01-01', '1999-12-31'],
    ['0079', '0079-01-01', '0079-12-31'],
    ['PRESENT_REF', '2016-08-27', '2016-08-27'],
    ['PAST_REF'],
    ['XXXX-02-29'],
    ['no date'],
  ];
  const published = stretchOf('2016-08-27', undefined)?.from;
  for (const [date, from, to] of rows) {
    it(`${date} is ${from === undefined ? 'no stretch of days' : `from ${from} to ${String(to)}`}`, () => {
      const stretch = stretchOf(date, published);
      const written = (/** @type {number} */ day) => dateOf(day).toISOString().slice(0, 10);
      assert.deepEqual(stretch && [written(stretch.from), written(stretch.to)], from && [from, to]);
    });
  }
});

describe('an axis of time', () => {
  const stretches = (/** @type {string[]} */ dates) => dates.map((date) => stretchOf(date, undefined)).filter((stretch) => stretch !== undefined);
  /** @type {[string, string[], boolean][]} */
  const rows = [
    ['a week', ['2026-03-05', '2026-03-08', '2026-03-10', '2026-03-12'], true],
    ['one day', ['2026-03-10'], true],
    ['decades, evenly', ['1980', '1990', '2000', '2010', '2020'], true],
    ['most in a week, and one long ago', ['1912-04-15', '2026-03-08', '2026-03-09', '2026-03-10', '2026-03-11'], false],
    ['a century around a day', ['19XX', '2026-03-09', '2026-03-09', '2026-03-10'], false],
  ];
  const middle = stretchOf('2026-03-10', undefined)?.from ?? 0;
  for (const [what, dates, isEven] of rows) {
    it(`is ${isEven ? 'even' : 'wider near the day of publication'} for ${what}, and goes on from day to day`, () => {
      const all = stretches(dates);
      const axis = axisOf(all, middle, 0.2);
      assert.equal(axis.isEven, isEven);
      const places = all.flatMap(({ from, to }) => [axis.at(from), axis.at(to + 1)]);
      assert.ok(places.every((place) => place >= 0 && place <= 1), String(places));
      const days = Array.from({ length: 60 }, (_, index) => axis.at(middle - 30 + index));
      assert.ok(days.every((place, index) => index === 0 || place > (days[index - 1] ?? 0)));
      const written = axis.ticks.map(({ day }) => axis.at(day + 0.5)).sort((one, other) => one - other);
      assert.ok(written.every((place, index) => index === 0 || place - (written[index - 1] ?? 0) >= 0.2), String(written));
      assert.ok(axis.ticks.some(({ day }) => day === middle), 'the day of publication is not written');
      if (!isEven) assert.ok(axis.at(middle + 1) - axis.at(middle) > axis.at(middle - 40) - axis.at(middle - 41));
    });
  }

  it('has a dot for each event of a day, bars of longer dates that lie on no other, and tells what is after publication', () => {
    const strip = stripOf(stretches(['2025', '2025', '2026', '2026-02', '2026-W10', '2026-03-09', '2026-03-10', '2026-03-10', '2026-03-20', '2026-04', '2026-05-01']), middle, 4000);
    assert.equal(strip.columns.reduce((sum, { dots }) => sum + dots, 0), 5);
    assert.equal(strip.highest, 2);
    assert.equal(strip.bars.length, 5, 'the same year twice is one bar');
    for (const [index, bar] of strip.bars.entries()) {
      for (const other of strip.bars.slice(index + 1)) {
        assert.ok(bar.lane !== other.lane || bar.x + bar.width <= other.x || other.x + other.width <= bar.x, 'two bars lie on each other');
      }
    }
    assert.deepEqual(
      strip.columns.map(({ isLater }) => isLater),
      [false, false, true, true],
    );
    assert.equal(stripOf(stretches(['2026-03-09', '2026-03-20']), undefined, 400).columns.some(({ isLater }) => isLater), false);
  });
});

describe('names beside dots', () => {
  const dot = (/** @type {number} */ x, /** @type {number} */ y) => ({ x, y, radius: 4, width: 50 });

  it('stand beside them, inside of the map', () => {
    /** @type {[number, number, string][]} */
    const rows = [
      [50, 50, 'start'],
      [180, 50, 'end'],
    ];
    for (const [x, y, anchor] of rows) assert.equal(labelsOf([dot(x, y)], 200, 100)[0]?.anchor, anchor);
    assert.equal(labelsOf([{ ...dot(20, 50), width: 190 }], 200, 100)[0], undefined);
  });

  it('lie neither on each other nor on a dot, and the first choose first', () => {
    const dots = Array.from({ length: 40 }, (_, index) => dot(40 + ((index * 37) % 220), 20 + ((index * 53) % 160)));
    const labels = labelsOf(dots, 300, 200);
    assert.ok(labels[0] !== undefined);
    assert.ok(labels.some((label) => label === undefined), 'all have room: nothing is tested');
    const boxes = labels.flatMap((label, index) => {
      if (label === undefined) return [];
      const left = label.anchor === 'start' ? label.x : label.anchor === 'end' ? label.x - 50 : label.x - 25;
      return [{ index, left, right: left + 50, top: label.y - 7, bottom: label.y + 7 }];
    });
    for (const one of boxes) {
      for (const other of boxes) {
        assert.ok(one === other || one.right <= other.left || other.right <= one.left || one.bottom <= other.top || other.bottom <= one.top, 'two names lie on each other');
      }
      // The first few may lie on the dots of those that come after them.
      const after = one.index < 3 ? dots.slice(0, one.index) : dots;
      for (const { x, y } of after) assert.ok(x + 4 <= one.left || x - 4 >= one.right || y + 4 <= one.top || y - 4 >= one.bottom, 'a name lies on a dot');
    }
  });

  it('end where there is no more room', () => {
    assert.equal(fitting('Ada', 100, 12), 'Ada');
    assert.equal(fitting('', 100, 12), '');
    const long = fitting('Very'.repeat(500), 100, 12);
    assert.ok(long.endsWith('…') && long.length > 8 && widthOf(long, 12) <= 112, long);
  });
});

describe('maps', () => {
  const file = readFileSync('target/core/outlines.bin');
  const outlines = decode(new Uint8Array(file));

  /** Whether a path that is filled by the rule `evenodd` covers a point. @param {string} path @param {readonly [number, number]} point */
  function covers(path, [x, y]) {
    let inside = false;
    for (const part of path.replaceAll(/([HV])(-?[\d.]+)/g, ' $1$2').split('M').slice(1)) {
      let [lastX, lastY] = [0, 0];
      const points = part.replace('Z', '').split(/L| (?=[HV])/).map((piece) => {
        const [one = 0, other = 0] = piece.replace(/^[HV]/, '').split(' ').map(Number);
        [lastX, lastY] = piece.startsWith('H') ? [one, lastY] : piece.startsWith('V') ? [lastX, one] : [one, other];
        return /** @type {const} */ ([lastX, lastY]);
      });
      let before = points.at(-1) ?? [0, 0];
      for (const point of points) {
        if (point[1] > y !== before[1] > y && x < point[0] + ((y - point[1]) * (before[0] - point[0])) / (before[1] - point[1])) inside = !inside;
        before = point;
      }
    }
    return inside;
  }

  /** Where there is land and where there is sea, well away from the shore: degrees east and north. @type {[string, number, number, boolean][]} */
  const KNOWN = [
    ['Kansas', -98, 38.5, true],
    ['Mongolia', 103, 46, true],
    ['Mali', -4, 18, true],
    ['Bosnia', 17.8, 44.2, true],
    ['Chukotka, beyond the 180th meridian', -173, 66.5, true],
    ['Antarctica', 60, -75, true],
    ['Greenland', -40, 72, true],
    ['Fiji', 178, -17.8, true],
    ['Malta', 14.4, 35.9, true],
    ['the Atlantic', -35, 35, false],
    ['the Caspian Sea', 50.5, 42, false],
    ['the Adriatic', 15.5, 43, false],
    ['the Pacific', -150, 0, false],
    ['the Indian Ocean', 80, -30, false],
  ];

  /** Places to be shown: degrees east and north. @type {Record<string, [number, number][]>} */
  const MAPS = {
    'one town': [[18.4, 43.85]],
    'some countries of a continent': [
      [2.3, 48.9],
      [37.6, 55.7],
      [-3.7, 40.4],
    ],
    'islands on both sides of the 180th meridian': [
      [178.4, -18.1],
      [-171.8, -13.8],
    ],
    'both sides of an ocean that the world’s map would part': [
      [139.7, 35.7],
      [-157.8, 21.3],
      [-118, 34],
    ],
    'the far north': [
      [15.6, 78.2],
      [-51.7, 64.2],
    ],
    'the far south': [[166.7, -77.8]],
    'the world': [
      [-77, 38.9],
      [116, 40],
      [28, -26],
      [175, -41],
    ],
    'the world from America to China': [
      [-98, 39],
      [105, 35],
    ],
    'the poles': [
      [0, 90],
      [0, -90],
    ],
    'where the antipode is land': [[-172, -43]],
    'the same place twice': [
      [13, 52],
      [13, 52],
    ],
  };

  it('need outlines of at most 40 KB', () => {
    assert.ok(brotliCompressSync(file).length <= 40_000);
    assert.throws(() => decode(new TextEncoder().encode('<!doctype html>')), /version/);
  });

  for (const [what, places] of Object.entries(MAPS)) {
    it(`show ${what}: all places inside, with land where there is land`, () => {
      const frame = frameOf(places, 340);
      assert.ok(frame.width === 340 && frame.height > 90 && frame.height <= 300, `${frame.width} by ${frame.height}`);
      for (const place of places) {
        const [x, y] = frame.project(place);
        assert.ok(x >= 0 && x <= frame.width && y >= 0 && y <= frame.height, `${String(place)} is at ${x} ${y}`);
      }
      const land = pathOf(outlines.shores, frame, true);
      let seen = 0;
      for (const [name, east, north, isLand] of KNOWN) {
        const at = frame.project([east, north]);
        if (at[0] < 0 || at[0] > frame.width || at[1] < 0 || at[1] > frame.height) continue;
        // What is smaller than a few pixels need not be drawn.
        if (/Fiji|Malta/.test(name) && frame.scale < 300) continue;
        seen += 1;
        assert.equal(covers(land, at), isLand, name);
      }
      if (what.startsWith('the world')) assert.ok(seen > 5, `only ${seen} were compared`);
      assert.ok(pathOf(outlines.borders, frame, false).length > 0 || /far south|islands|antipode/.test(what));
    });
  }

  it('are never nearer than ten degrees, and keep north above', () => {
    const frame = frameOf([[18.4, 43.85]], 340);
    const [west] = frame.project([18.4 - 5 / Math.cos((43.85 * Math.PI) / 180), 43.85]);
    assert.ok(Math.abs(west) < 2, `five degrees of the globe to the west are at ${west}`);
    assert.ok(frame.project([18.4, 45])[1] < frame.project([18.4, 43])[1]);
  });

  it('have places on both sides of the 180th meridian near each other', () => {
    const frame = frameOf(MAPS['islands on both sides of the 180th meridian'] ?? [], 340);
    assert.ok(frame.project([179.9, -17])[0] < frame.project([-179.9, -17])[0]);
    assert.ok(frame.antipode !== undefined, 'it is a map of the world');
  });
});
