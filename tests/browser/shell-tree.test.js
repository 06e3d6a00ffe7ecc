/** A walk through what assistive technology is told, as Chromium's accessibility tree has it: marks, card, control, panel and charts. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { inEachBrowser } from './harness.js';
import { PAINTS, Painted } from './painted.js';
import { cardText } from './shell-page.js';

inEachBrowser((browser) => {
  /**
   * Everything in the tree that has a role and a name, as "role: name" and what else is known of it, in order.
   * @param {import('playwright-core').Page} page
   * @returns {Promise<string[]>}
   */
  async function tree(page) {
    const session = await page.context().newCDPSession(page);
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    await session.detach();
    return nodes
      .filter(({ ignored, role }) => !ignored && !['StaticText', 'InlineTextBox', 'none', 'generic'].includes(String(role?.value)))
      .map(({ role, name, description, properties = [] }) => {
        const states = properties.filter(({ name: key, value }) => ['checked', 'selected', 'expanded', 'disabled'].includes(key) && value.value !== false && value.value !== 'false');
        const told = description?.value ? ` (${String(description.value)})` : '';
        return `${String(role?.value)}: ${String(name?.value ?? '').replace(/\s+/g, ' ').trim()}${told}${states.map(({ name: key }) => ` [${key}]`).join('')}`;
      });
  }

  for (const paint of PAINTS) {
    describe(`marks by ${paint}`, { skip: browser.cannot('tree') }, () => {
      it('tells of one mark, of its card, of the control and of the panel, each by its role and name', async () => {
        const page = await browser.demo({}, paint);
        const marks = new Painted(page, paint);
        const chromium = /** @type {import('playwright-core').Page} */ (page.chromium);
        /** @param {RegExp} line @param {string[]} [all] */
        const has = async (line, all) => {
          const lines = all ?? (await tree(chromium));
          assert.ok(lines.some((each) => line.test(each)), `nothing is ${String(line)} in\n${lines.join('\n')}`);
        };

        await has(/^region: newsgloss$/);
        await has(/^button: newsgloss: \d+ quotations\. Open the panel( \(.*\))?$/);
        await has(/^switch: Marks in the text( \(.*\))? \[checked\]$/);

        await marks.focus();
        await page.press('End');
        await cardText(page);
        const withCard = await tree(chromium);
        await has(/^button: .+ \(Person: Miriam Holloway\. .+Quoted \w+\.\)$/, withCard);
        assert.equal(withCard.filter((line) => /\(Person: |\(Place: |\(Direct quotation/.test(line)).length, 1, 'more than one mark is told of');
        await has(/^dialog: Miriam Holloway/, withCard);
        await has(/^button: Hide$/, withCard);
        await has(/^button: Previous mention/, withCard);
        await page.press('Escape');

        await page.press('Alt+Shift+N');
        await page.locator('newsgloss-panel[data-open]').waitFor();
        const people = await tree(chromium);
        await has(/^complementary: Reading aids$/, people);
        await has(/^tablist: Views$/, people);
        await has(/^tab: People \[selected\]$/, people);
        await has(/^tabpanel: People$/, people);
        await has(/^searchbox: Search names/, people);
        await has(/^separator: Width of the panel/, people);
        await has(/^heading: People 5/, people);

        await page.press('ArrowRight');
        await page.locator('[role=tab][aria-selected=true]', { begins: 'Who says what', host: 'newsgloss-panel' }).waitFor();
        const quotes = await tree(chromium);
        await has(/^tab: Who says what \[selected\]$/, quotes);
        await has(/^(image|img): .*quotation/i, quotes);
        await has(/^(image|img): .*share/i, quotes);
        await page.press('Escape');
        await page.close();
      });
    });
  }
});
