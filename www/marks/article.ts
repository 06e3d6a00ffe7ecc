/**
 * One article whose marks stand in the page: its answer, its marks, and the one Tab stop that leads to them.
 *
 * It follows no change of the page by itself: `pause` and `renew` tell it of one.
 */

import type { Answer, ExportFormat, ExportOptions, Span } from '../answer.js';
import type { Facts } from '../card/facts.js';
import { factsOf, inOneLine } from '../card/facts.js';
import type { Core } from '../core.js';
import type { NewsglossEvents } from '../events.js';
import type { Source } from '../panel/source.js';
import type { Look } from '../settings.js';
import type { Mark } from './marks.js';
import { Marks, outwards } from './marks.js';
import { Roving } from './roving.js';
import { Styles } from './style.js';

export class Article implements Source {
  answer: Answer;
  marks: Marks;
  /** What it stands in, if there is an article at all. */
  container: Element | undefined;
  readonly roving: Roving;
  /** Called after each `renew`. */
  onRenewed: (() => void) | undefined;
  /** Tells whoever has mounted it what a reader does with it. */
  tell: <Name extends keyof NewsglossEvents>(name: Name, detail: NewsglossEvents[Name]['detail']) => void = () => undefined;
  readonly #core: Core;
  readonly #handle: number;
  readonly #styles = new Styles();
  readonly #rework: () => void;
  #look: Look;

  /** What the core has mounted as `handle`, and found in it, in this document. `rework` is called when the core has work with it. */
  constructor(page: Document, core: Core, handle: number, answer: Answer, look: Look, rework: () => void) {
    this.#core = core;
    this.#handle = handle;
    this.#look = look;
    this.#rework = rework;
    this.answer = answer;
    this.marks = new Marks(core, handle);
    this.container = core.container(handle);
    this.roving = new Roving(page, (mark) => inOneLine(this.facts(mark)));
  }

  /** What is left to be done before the marks are to be seen and reached, in steps, since the browser has work with each. */
  get beginnings(): (() => void)[] {
    const lend = () => {
      if (this.container !== undefined) this.#styles.lend(this.container, this.marks.paint, this.#look);
    };
    const lead = () => {
      this.roving.lead(this.marks);
    };
    return [lend, lead];
  }

  /** To be called before the core works on: until `renew`, no mark is found anywhere. */
  pause(): void {
    this.marks.retire();
  }

  /** To be called once the core has brought the marks up to date; `answer` is what it has found now. */
  renew(answer: Answer): void {
    this.marks.retire();
    this.answer = answer;
    this.marks = new Marks(this.#core, this.#handle);
    this.container = this.#core.container(this.#handle);
    for (const step of this.beginnings) step();
    this.onRenewed?.();
  }

  /** What a card says of `mark`, and then of what it stands inside. */
  facts(mark: Mark): Facts[] {
    return outwards(mark)
      .map((each) => factsOf(this.answer, each))
      .filter((facts) => facts !== undefined);
  }

  /** The sentence that holds `span`; of a span over several, all of them. */
  sentenceAround({ start, end }: Span): Span {
    return this.#core.sentence(this.#handle, start, end) ?? { start, end };
  }

  /** Where `span` of the answer's text stands in the page: one range for each text node, in reading order. */
  rangesAt({ start, end }: Span): Range[] {
    return this.#core.locate(this.#handle, start, end);
  }

  /** What was found, written in one of the core's forms. */
  exportAs(format: ExportFormat, options: ExportOptions): string {
    return this.#core.exportAs(this.#handle, format, options) ?? '';
  }

  /** Has only those marks shown whose type and id are not among `names`; while the core works, whoever renews it says so then. */
  hide(names: string[]): void {
    if (this.marks.areCurrent && this.#core.hide(this.#handle, names)) this.#rework();
  }

  /** Has marks look otherwise. */
  dress(look: Look): void {
    this.#look = look;
    if (this.container !== undefined) this.#styles.lend(this.container, this.marks.paint, look);
  }

  /** Lights up `mark` and its like, or none. */
  light(mark: Mark | undefined): void {
    this.#core.light(this.#handle, mark?.id);
  }

  /** Gives back what it borrowed of the page; the marks themselves are the core's to remove. */
  release(): void {
    this.marks.retire();
    this.roving.release();
    this.#styles.return();
  }
}
