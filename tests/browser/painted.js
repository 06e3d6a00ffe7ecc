/** Marks in both ways of showing them, elements and highlights, for tests that ask the same of both. */

/** @typedef {import('../../www/answer.js').Paint} Paint */

/** @type {Paint[]} */
export const PAINTS = ['markup', 'highlight'];

/** How long a text may take to come to rest, in milliseconds. */
const PATIENCE = 5_000;

/** A page with marks in it. */
export class Painted {
  #page;
  #paint;

  /**
   * @param {import('./page.js').Page} page
   * @param {Paint} paint
   */
  constructor(page, paint) {
    this.#page = page;
    this.#paint = paint;
  }

  /**
   * The first line of these words in the page's article, where they stand right behind others.
   * @param {string} words
   * @param {string} [behind]
   */
  words(words, behind = '') {
    return new Words(this.#page, behind, words);
  }

  /** What the Tab key leads to. */
  get stop() {
    return this.#paint === 'markup' ? this.#page.locator('newsgloss-mark[tabindex]') : this.#page.locator('[tabindex]', { host: 'newsgloss-stop' });
  }

  /** Moves the focus to the mark that is the stop, as the Tab key does. */
  async focus() {
    // The ring is for those who use the keyboard: so the browser must have seen a key.
    await this.#page.press('Shift');
    await this.stop.focus();
  }

  /** The words of the mark that has the focus; nothing if none has. */
  focused() {
    return this.#page.evaluate(() => {
      const active = document.activeElement;
      if (active?.localName === 'newsgloss-mark') return active.textContent;
      return active?.localName === 'newsgloss-stop' ? active.shadowRoot?.activeElement?.ariaLabel : undefined;
    });
  }

  /** The words of all marks that are lit up, in reading order. */
  lit() {
    return this.#page.evaluate((isMarkup) => {
      if (isMarkup) return [...document.querySelectorAll('newsgloss-mark[data-lit]')].map((mark) => mark.textContent);
      const ranges = /** @type {StaticRange[]} */ ([...(CSS.highlights.get('newsgloss-lit') ?? [])]);
      return ranges.map(({ startContainer, startOffset, endOffset }) => startContainer.textContent?.slice(startOffset, endOffset));
    }, this.#paint === 'markup');
  }

  /** How many pieces of text are marked. */
  count() {
    return this.#page.evaluate((isMarkup) => {
      if (isMarkup) return document.querySelectorAll('newsgloss-mark').length;
      return [...CSS.highlights].filter(([name]) => name.startsWith('newsgloss-')).reduce((sum, [, { size }]) => sum + size, 0);
    }, this.#paint === 'markup');
  }
}

class Words {
  #page;
  #behind;
  #words;

  /**
   * @param {import('./page.js').Page} page
   * @param {string} behind
   * @param {string} words
   */
  constructor(page, behind, words) {
    this.#page = page;
    this.#behind = behind;
    this.#words = words;
  }

  /** The box of the first line, in CSS pixels of the window, once that is in the window and at rest. */
  async box() {
    const found = await this.#page.evaluate(
      async (behind, words, patience) => {
        const walker = document.createTreeWalker(document.querySelector('article') ?? document.body, NodeFilter.SHOW_TEXT);
        const texts = [];
        let whole = '';
        while (walker.nextNode()) {
          const text = /** @type {Text} */ (walker.currentNode);
          texts.push({ text, start: whole.length });
          whole += text.data;
        }
        const start = whole.indexOf(behind + words) + behind.length;
        const range = document.createRange();
        for (const each of texts) {
          if (each.start <= start) range.setStart(each.text, Math.min(start - each.start, each.text.length));
          if (each.start < start + words.length) range.setEnd(each.text, Math.min(start + words.length - each.start, each.text.length));
        }
        if (!range.toString().startsWith(words)) return null;
        const line = () => [...range.getClientRects()].find(({ width }) => width > 0) ?? new DOMRect();
        const isInWindow = () => line().top >= 0 && line().bottom <= window.innerHeight;
        if (!isInWindow()) range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
        const frame = () => new Promise((done) => requestAnimationFrame(done));
        for (const end = performance.now() + patience; performance.now() < end; ) {
          const was = line();
          await frame();
          await frame();
          const { x, y, width, height } = line();
          if (was.x === x && was.y === y && width > 0) return { x, y, width, height };
        }
        return null;
      },
      this.#behind,
      this.#words,
      PATIENCE,
    );
    if (found === null) throw new Error(`“${this.#words}” cannot be pointed at`);
    return found;
  }

  /** The middle of the first line. @returns {Promise<[number, number]>} */
  async point() {
    const { x, y, width, height } = await this.box();
    return [x + width / 2, y + height / 2];
  }

  async hover() {
    await this.#page.move(...(await this.point()));
  }

  async click() {
    await this.#page.click(...(await this.point()));
  }

  async tap() {
    await this.#page.tap(...(await this.point()));
  }
}
