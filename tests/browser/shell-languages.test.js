/** The languages of the shell: that the files of messages say the same, each in its own right forms, and that readers get their own. */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, it } from 'node:test';

import { parse } from '@messageformat/parser';
import ts from 'typescript';

import { compile, flat } from '../../www/messages/compile.js';
import { inEachBrowser, served } from './harness.js';
import { ARTICLE, cardText, load, mark } from './shell-page.js';

/** @typedef {import('@messageformat/parser').Token} Token */

const FOLDER = 'www/messages';
const NAMES = readdirSync(FOLDER).filter((name) => name.endsWith('.json')).map((name) => name.replace('.json', ''));

/** @param {string} language */
const textsOf = (language) => JSON.parse(readFileSync(`${FOLDER}/${language}.json`, 'utf8'));

const ENGLISH = new Map(flat(textsOf('en')));

/** Arguments that only some languages need. @type {Record<string, string>} */
const OPTIONAL = { 'value.ofMillions': 'begins' };

/** What is the same as in English, by the beginning of its key, and why. @type {[key: string, languages: string, why: string][]} */
const SAME = [
  ['card.entity.person', 'de', 'the same word'],
  ['card.entity.organization', 'de fr', 'the same word'],
  ['card.entity.misc', 'de', 'the same word'],
  ['card.value.date', 'fr', 'the same word'],
  ['card.wikidata', 'de fr es', 'a name'],
  ['card.wikipedia', 'de es', 'a name'],
  ['panel.article', 'fr', 'the same word'],
  ['panel.format.webannotation', 'de fr es ar ru', 'the name of a standard'],
  ['panel.format.schema', 'de fr es ar ru', 'the name of a standard'],
  ['people.type.organization', 'fr', 'the same word'],
  ['timeline.date', 'fr', 'the same word'],
  ['places.coordinates', 'fr', 'the same words'],
  ['value.partOfYear.WI', 'de', 'the same word'],
  ['value.dayAndTime', 'de fr es ru', 'arguments and a comma'],
  ['value.range', 'ru', 'arguments and a dash'],
  ['value.ofMillions', 'de ar ru', 'arguments only'],
  ['value.symbol', 'de fr es', 'symbols of the international system'],
];

/** What no message may hold: marks of another language's typography. @type {Record<string, RegExp>} */
const WRONG = {
  en: /["']|[“„«][^”]*["“»]/,
  de: /["'”«»]|“[^„]*“|\.\.\./,
  fr: /["'“”„]|[^\u202F][;:!?»]|«[^\u202F]/,
  es: /["'“”„]|(?<!¿)[^¿]*\?|(?<!¡)[^¡]*!/,
  ar: /["'“”„,;?]/,
  ru: /["'“”„]|\.\.\./,
};

/**
 * All parts of a message, those inside of others too.
 * @param {Token[]} tokens
 * @returns {Token[]}
 */
const inside = (tokens) => tokens.flatMap((token) => [token, ...('cases' in token ? token.cases.flatMap((each) => inside(each.tokens)) : [])]);

/** @param {string} text */
const argumentsOf = (text) => [...new Set(inside(parse(text)).flatMap((token) => ('arg' in token ? [token.arg] : [])))].sort();

describe('the files of messages', () => {
  for (const language of NAMES) {
    const texts = flat(textsOf(language));

    describe(language, () => {
      it('has the keys of English, each with its arguments', () => {
        const signature = (/** @type {Iterable<[string, string]>} */ entries) =>
          [...entries].map(([key, text]) => `${key}(${argumentsOf(text).filter((name) => OPTIONAL[key] !== name).join()})`);
        assert.deepEqual(signature(texts), signature(ENGLISH));
      });

      it('has every plural in all forms of the language, and none besides', () => {
        // Forms that the language has not are refused when they are read.
        compile(textsOf(language), language);
        const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
        for (const [key, text] of texts) {
          for (const token of inside(parse(text))) {
            if (token.type !== 'plural') continue;
            const missing = pluralCategories.filter((form) => !token.cases.some((each) => each.key === form));
            assert.deepEqual(missing, [], `${key} lacks forms`);
          }
        }
      });

      it('says something everywhere, in its own words and marks', () => {
        for (const [key, text] of texts) {
          assert.notEqual(text.trim(), '', `${key} is empty`);
          for (const token of inside(parse(text))) {
            if (token.type === 'content') assert.doesNotMatch(token.value, WRONG[language] ?? /^$/, `${key}: ${token.value}`);
            // A sign of percent must not begin a line.
            if (token.type === 'content') assert.doesNotMatch(token.value, / %/, `${key}: ${token.value}`);
          }
        }
        const isMeant = (/** @type {string} */ key) => SAME.some(([begins, languages]) => key.startsWith(begins) && languages.split(' ').includes(language));
        const same = language === 'en' ? [] : texts.filter(([key, text]) => text === ENGLISH.get(key) && !isMeant(key));
        assert.deepEqual(same, [], 'some is still in English');
      });
    });
  }

  it('are said as a whole, each message with its arguments', () => {
    const said = sayings();
    for (const { key, args, where } of said) {
      const wanted = argumentsOf(ENGLISH.get(key) ?? '');
      assert.deepEqual(wanted.filter((name) => !args.includes(name)), [], `${where} says ${key} without arguments`);
    }
    const keys = new Set(said.map(({ key }) => key));
    assert.deepEqual([...ENGLISH.keys()].filter((key) => !keys.has(key)), [], 'nobody says');
  });
});

/** Every call of `say` in the shell, once for each key that it may be called with. */
function sayings() {
  const config = ts.getParsedCommandLineOfConfigFile('tsconfig.json', undefined, { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined });
  const files = (config?.fileNames ?? []).filter((name) => /\/www\/.*\.tsx?$/.test(name));
  const program = ts.createProgram(files, config?.options ?? {});
  const checker = program.getTypeChecker();
  /** @type {{ key: string, args: string[], where: string }[]} */
  const found = [];
  for (const file of program.getSourceFiles().filter(({ fileName }) => files.includes(fileName))) {
    const visit = (/** @type {ts.Node} */ node) => {
      if (ts.isCallExpression(node) && node.expression.getText(file) === 'say' && node.arguments[0]) {
        const type = checker.getTypeAtLocation(node.arguments[0]);
        const where = `${file.fileName}:${file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1}`;
        const args = node.arguments[1] === undefined ? [] : checker.getTypeAtLocation(node.arguments[1]).getProperties().map(({ name }) => name);
        for (const each of type.isUnion() ? type.types : [type]) if (each.isStringLiteral()) found.push({ key: each.value, args, where });
      }
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  return found;
}

inEachBrowser((browser) => {
  /**
   * A page with an article, mounted with these options.
   * @param {{ language?: string }} options
   * @param {import('./engines/engine.js').PageOptions} [reader]
   */
  async function mounted(options, reader) {
    const page = await browser.page(ARTICLE, reader);
    const newsgloss = await load(page);
    await newsgloss.evaluateHandle(({ mount }, given) => mount(undefined, { paint: 'markup', published: '2026-03-13', ...given }), options);
    return page;
  }

  /**
   * What the card says of a mark.
   * @param {import('./page.js').Page} page
   * @param {string} words
   * @param {string} [kind]
   */
  async function card(page, words, kind) {
    // A card that is open may stand over it.
    await page.press('Escape');
    await mark(page, words, kind).click();
    return cardText(page);
  }

  /** Files of languages that the page has asked for. @param {import('./page.js').Page} page */
  const files = (page) => page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => /\/(de|fr|es|ar|ru)-\w{8}\.js$/.test(name)));

  it('speaks the language that the caller names, and loads it once', async () => {
    const page = await mounted({ language: 'de' });
    const text = await card(page, 'Marek Dreyer');
    assert.match(text, /^Person\nMarek Dreyer\n/);
    assert.match(text, /Genannt\s+zweimal/);
    assert.match(await card(page, 'Friday'), /^Datum\nFreitag, 13\. März 2026/);
    assert.equal(await page.locator('newsgloss-card').attribute('lang'), 'de');
    assert.equal(await page.locator('newsgloss-card').attribute('dir'), 'ltr');
    const newsgloss = await load(page);
    await newsgloss.evaluate(async ({ mount }) => {
      await mount(undefined, { language: 'de-AT' });
    });
    assert.deepEqual((await files(page)).map((name) => new URL(name).pathname), [served('de.js')]);
    await page.close();
  });

  it('runs from right to left in Arabic, with the text of the page in its own order', async () => {
    const page = await mounted({ language: 'ar' });
    assert.match(await card(page, 'Marek Dreyer'), /^شخص\nMarek Dreyer\n/);
    assert.match(await card(page, '$3 million', 'value'), /^مبلغ مالي\n[3٣] ملايين دولار أمريكي\n/);
    const host = page.locator('newsgloss-card');
    assert.equal(await host.attribute('lang'), 'ar');
    assert.equal(await host.attribute('dir'), 'rtl');
    assert.equal(await page.locator('.card', { host: 'newsgloss-card' }).evaluate((element) => getComputedStyle(element).direction), 'rtl');
    // Words of the page inside words of ours.
    await card(page, 'We will meet');
    assert.match(await page.locator('.card', { host: 'newsgloss-card' }).evaluate((element) => element.textContent), /«\u2068told\u2069»/);
    await page.close();
  });

  it('takes an attribute of the element for what the caller names', async () => {
    const page = await browser.page(`<news-gloss language="es">${ARTICLE}</news-gloss>`);
    await load(page);
    await page.locator('newsgloss-mark').waitFor();
    assert.match(await card(page, 'Marek Dreyer'), /^Persona\n/);
    await page.close();
  });

  it('speaks the reader’s language where the caller names none', { skip: browser.cannot('language') }, async () => {
    const page = await mounted({}, { language: 'ru-RU' });
    assert.match(await card(page, 'Marek Dreyer'), /^Человек\n/);
    await page.close();
  });

  it('speaks English to readers of other languages, and loads nothing for it', async () => {
    for (const [options, reader] of /** @type {const} */ ([[{ language: 'pt' }, {}], [{}, browser.cannot('language') ? {} : { language: 'pt-BR' }]])) {
      const page = await mounted(options, reader);
      assert.match(await card(page, 'Friday'), /^Date\nFriday,? 13 March 2026/);
      assert.deepEqual(await files(page), []);
      await page.close();
    }
  });

  it('changes over at once, everywhere, where the reader chooses another', async () => {
    const page = await mounted({});
    await page.press('Alt+Shift+N');
    const inPanel = (/** @type {string} */ css) => page.locator(css, { host: 'newsgloss-panel' });
    await inPanel('[role=tab]:last-of-type').click();
    for (const [language, direction, quotations] of [['ru', 'ltr', 'Кто что говорит'], ['ar', 'rtl', 'من قال ماذا'], ['', 'ltr', 'Who says what']]) {
      // Its options are the languages, by their codes.
      await inPanel('select:has([value=ar])').fill(String(language));
      await inPanel('[role=tab]').evaluateAll(async (tabs, name) => {
        while (!tabs.some(({ innerText }) => innerText === name)) await new Promise((done) => setTimeout(done, 20));
      }, quotations);
      assert.equal(await page.locator('newsgloss-panel').attribute('dir'), direction);
      assert.equal(await page.locator('newsgloss-control').attribute('lang'), language || 'en');
      assert.ok(await inPanel('select:has([value=ar])').evaluate((element) => element.matches(':focus')), 'the focus is lost');
    }
    await page.press('Escape');
    assert.match(await card(page, 'Marek Dreyer'), /^Person\n/);
    await page.close();
  });

  it('falls back to English, quietly, where the file of a language cannot be had or holds something else', async () => {
    for (const body of [null, { type: 'text/javascript', body: 'export default {}' }, { type: 'text/javascript', body: 'no module' }]) {
      browser.pages.set(served('fr.js'), body);
      const page = await mounted({ language: 'fr' });
      assert.match(await card(page, 'Marek Dreyer'), /^Person\nMarek Dreyer\n/);
      await page.close();
    }
    browser.pages.delete(served('fr.js'));
  });
});
