/**
 * What is there once for a page or frame, however many articles are mounted in it: the card, the panel, the control, and the
 * listeners that open them.
 *
 * The first article brings it and the last one takes it away again, with everything that it added. It knows when something opens
 * and closes, and has done what a reader asks for; how things look, and what a mark is, are others' business.
 */

import type { Answer, Span } from './answer.js';
import { takeAway } from './card/acts.js';
import { Card } from './card/card.js';
import type { Act } from './card/facts.js';
import type { Outcome } from './card/view.js';
import { Control } from './control/control.js';
import { NewsglossError } from './errors.js';
import { HiddenMarks, NEW } from './hidden.js';
import { characterAt } from './input/point.js';
import { listenToKeys } from './input/keys.js';
import { listenToPointer } from './input/pointer.js';
import { listenToShortcuts } from './input/shortcuts.js';
import type { Point } from './marks/anchor.js';
import { Anchor } from './marks/anchor.js';
import type { Article } from './marks/article.js';
import { Margin } from './marks/margin.js';
import type { Mark } from './marks/marks.js';
import { Spotlight } from './marks/spotlight.js';
import { languageChange, say } from './messages.js';
import type { Panel } from './panel/panel.js';
import type { Actions, Format, Source } from './panel/source.js';
import { save } from './save.js';
import type { Choices, Command, Settings, View } from './settings.js';
import { TYPES } from './settings.js';
import { statementsIn } from './statements.js';

/** What opened the card: the pointer resting on a mark, the focus arriving there, or a press. */
export type Reason = 'hover' | 'focus' | 'press';

/** A mark, and the article that it stands in. */
export interface Found {
  article: Article;
  mark: Mark;
}

/** The mark of an open card. */
export interface Shown extends Found {
  anchor: Anchor;
  reason: Reason;
}

/** What whoever mounts an article wants of the session. */
export interface Wishes {
  /** Whether there is to be a control to see. */
  control: boolean;
  /** What is not marked: types, and ids of the answer, as the core takes them. */
  hidden: readonly string[];
}

export class Session {
  readonly page: Document;
  readonly card: Card;
  readonly #settings: Settings;
  readonly #hidden: HiddenMarks;
  readonly #control: Control;
  readonly #spotlight: Spotlight;
  readonly #articles = new Map<Article, Wishes>();
  readonly #listening = new AbortController();
  #panel: Panel | undefined;
  /** Whether it is to open as soon as it is there. */
  #panelIsWanted = false;
  #margin: Margin | undefined;
  /** What had the focus before the panel took it. */
  #opener: Element | null = null;
  #shown: Shown | undefined;

  constructor(page: Document, settings: Settings) {
    this.page = page;
    this.#settings = settings;
    this.#hidden = new HiddenMarks(page, settings);
    this.#spotlight = new Spotlight(page);
    this.#control = new Control(page, {
      openPanel: () => {
        this.openPanel();
      },
      prepare: () => {
        this.#loadPanel().catch(() => undefined);
      },
      toggleMarks: () => {
        this.#toggleMarks();
      },
    });
    this.card = new Card(
      page,
      {
        words: ({ start, end }) => this.#shown?.article.answer.text?.slice(start, end) ?? '',
        goTo: (span) => {
          if (this.#shown !== undefined) this.#goOn(this.#shown.article, span);
        },
        act: (act, id) => void this.#act(act, id),
        showAll: () => {
          this.openPanel('quotes');
        },
      },
      () => {
        this.close();
      },
    );
    const { signal } = this.#listening;
    // On the document, not on the articles: a screen reader would call an article with listeners of its own clickable.
    listenToPointer(this, signal);
    listenToKeys(this, signal);
    listenToShortcuts(page, settings, (command) => this.#run(command), signal);
    settings.listen((now, before) => {
      this.#follow(now, before);
    }, signal);
    languageChange.addEventListener(
      'change',
      () => {
        this.close();
        this.#refresh();
      },
      { signal },
    );
    // The panel listens to both by itself.
  }

  get isEmpty(): boolean {
    return this.#articles.size === 0;
  }

  get shown(): Shown | undefined {
    return this.#shown;
  }

  /** What the core is to leave out of `answer`, by what is wanted of it and by what the reader has chosen. */
  hiddenOf(answer: Answer, { hidden }: Wishes): string[] {
    const { marks, hiddenTypes } = this.#settings.choices;
    return [...hidden, ...(marks ? hiddenTypes : TYPES), ...this.#hidden.ids(answer), ...(this.#hidden.isAny ? [NEW] : [])];
  }

  /** Takes over what is wanted of `article`, which shows it when it is renewed next. */
  wish(article: Article, wishes: Wishes): void {
    this.#articles.set(article, wishes);
  }

  add(article: Article, wishes: Wishes): void {
    this.wish(article, wishes);
    article.onRenewed = () => {
      this.#keepUp(article);
      this.#hide(article);
      this.#tell();
    };
    this.#hide(article);
    this.#tell();
  }

  /** After the last one there is nobody left to be told anything: it is to be ended. */
  remove(article: Article): void {
    if (this.#shown?.article === article) this.close();
    this.#articles.delete(article);
    if (!this.isEmpty) this.#tell();
  }

  /** Whether an event that goes through `path` happens in an article. */
  isNear(path: EventTarget[]): boolean {
    return [...this.#articles.keys()].some(({ container }) => container !== undefined && path.includes(container));
  }

  /** The innermost mark at a point of the window, where `path` is what an event there goes through. */
  markAt(path: EventTarget[], at: Point): Found | undefined {
    const place = this.isNear(path) ? characterAt(path[0], at) : undefined;
    return place && this.#find((article) => article.marks.at(...place));
  }

  /** The mark that has the focus, if `piece` is what has it. */
  stopAt(piece: EventTarget | undefined): Found | undefined {
    return this.#find((article) => article.roving.stopAt(piece));
  }

  /** Opens the card beside a mark, in place of any other: beside its line that `at` is on, or the first. */
  open({ article, mark }: Found, reason: Reason, at?: Point): void {
    if (reason === 'focus' && this.#shown?.mark === mark) return;
    const facts = article.facts(mark);
    const anchor = Anchor.of(article.marks.rangesOf(mark), at);
    if (facts.length === 0 || anchor === undefined) return;
    if (this.#shown?.article !== article) this.#shown?.article.light(undefined);
    this.#shown = { article, mark, anchor, reason };
    article.light(mark);
    this.card.open(anchor, facts);
    const { kind, type, id, start, end } = mark;
    article.tell('newsgloss:open', { what: 'card', reason, kind, type, id, text: article.answer.text?.slice(start, end) ?? '' });
  }

  /** Opens the card of the innermost quotation that is shown in part of `range`, where there is one. */
  openAt(range: Range): boolean {
    for (const article of this.#articles.keys()) {
      const quotations = article.marks.all.filter(({ kind, type }) => kind === 'quote' && type !== 'scare');
      const mark = quotations.filter((each) => article.marks.rangesOf(each).some((part) => haveCommon(part, range))).at(-1);
      if (mark === undefined) continue;
      this.open({ article, mark }, 'press');
      return true;
    }
    return false;
  }

  close(): void {
    this.#shown?.article.light(undefined);
    this.#shown = undefined;
    this.card.close();
  }

  /** Opens the panel with the focus in it, at `view` or what it showed last, and with the article that is read, once it is loaded. */
  openPanel(view?: View): void {
    const source = this.#shown?.article;
    // Before the card goes, and the focus with it.
    const opener = focusedIn(this.page);
    this.close();
    this.#panelIsWanted = true;
    void this.#loadPanel().then(
      (panel) => {
        // Meanwhile the reader may have thought better of it.
        if (!this.#panelIsWanted || this.#listening.signal.aborted) return;
        this.#panelIsWanted = false;
        if (!panel.isOpen) this.#opener = opener;
        panel.open([...this.#articles.keys()], { view, source, focus: true });
        this.#refresh();
        this.#reader(source)?.tell('newsgloss:open', { what: 'panel', view: this.#settings.choices.view });
      },
      (cause: unknown) => {
        this.#control.announce(say('control.noPanel'));
        const error = new NewsglossError('core-unavailable', say('control.noPanel'), { cause });
        this.#reader(source)?.tell('newsgloss:error', error);
      },
    );
  }

  /** The article that a reader is with: `source`, or the first. */
  #reader(source: Article | undefined): Article | undefined {
    return source ?? [...this.#articles.keys()][0];
  }

  /** The panel, which is a module of its own: most readers never open it. */
  async #loadPanel(): Promise<Panel> {
    const { Panel } = await import('./panel/panel.js');
    return (this.#panel ??= new Panel(this.page, this.#actions));
  }

  /** Takes everything out of the page that this put there. */
  end(): void {
    this.#listening.abort();
    this.close();
    this.#spotlight.end();
    this.#panel?.remove();
    this.#margin?.remove();
    this.#control.remove();
    this.card.remove();
  }

  get #actions(): Actions {
    return {
      goTo: (source, span) => {
        const article = this.#articleOf(source);
        if (article !== undefined) this.#goTo(article, span);
      },
      hide: (source, id, isHidden) => {
        this.#hidden.set(source.answer, id, isHidden);
      },
      isHidden: (source, id) => this.#hidden.ids(source.answer).has(id),
      announce: (text) => {
        this.#control.announce(text);
      },
      export: (source, format) => this.#save(source, format),
      close: () => {
        this.#closePanel();
      },
      settings: this.#settings,
    };
  }

  #closePanel(): void {
    const hadFocus = this.page.activeElement === this.#panel?.host;
    this.#panel?.close();
    this.#refresh();
    if (!hadFocus) return;
    if (this.#opener?.isConnected === true && this.#opener !== this.page.body) (this.#opener as HTMLElement).focus();
    else this.#control.focus();
    this.#opener = null;
  }

  /** Brings the reader to `span` of the page. */
  #goTo(article: Article, span: Span): void {
    const isByKeyboard = this.#panel?.hasVisibleFocus === true;
    if (!this.#spotlight.show(article.rangesAt(span), this.#panel?.covered)) {
      this.#control.announce(say('control.gone'));
      return;
    }
    const mark = article.marks.of(span);
    if (isByKeyboard && mark !== undefined) article.roving.focus(mark);
  }

  /** Goes on from an open card to what stands at `span`, and opens its card. */
  #goOn(article: Article, span: Span): void {
    const hadFocus = this.page.activeElement === this.card.host;
    this.close();
    if (!this.#spotlight.show(article.rangesAt(span))) return;
    const mark = article.marks.of(span);
    if (mark === undefined) return;
    if (hadFocus) article.roving.focus(mark);
    this.open({ article, mark }, 'press');
    if (hadFocus) this.card.focusInside();
  }

  async #act(act: Act, id: string): Promise<void> {
    const shown = this.#shown;
    if (shown === undefined) return;
    const { article } = shown;
    let mark: Mark | undefined = shown.mark;
    while (mark !== undefined && mark.id !== id) mark = mark.around;
    if (mark === undefined) return;
    if (act === 'hide') {
      const hadFocus = this.page.activeElement === this.card.host;
      this.close();
      this.#hidden.set(article.answer, id, true);
      this.#control.announce(say('card.done.hide'));
      if (hadFocus) this.#control.focus();
      return;
    }
    const outcome: Outcome = await takeAway(this.page, article, act, id, mark);
    const quote = article.answer.quotes.find((each) => each.id === id);
    if (quote !== undefined && act !== 'report' && outcome.text === undefined) {
      const words = (span: Span | undefined): string | undefined => span && article.answer.text?.slice(span.start, span.end);
      const [text = '', speaker] = [words(quote), words(quote.speaker)];
      article.tell('newsgloss:quote', { as: act === 'copy' ? 'text' : 'link', kind: quote.kind, id, text, ...(speaker !== undefined && { speaker }) });
    }
    this.#control.announce(outcome.said);
    if (this.#shown?.mark === shown.mark) this.card.tell(article.facts(shown.mark), outcome);
  }

  /** Hands out what was found; gives what became of it. */
  async #save(source: Source, format: Format): Promise<string> {
    const article = this.#articleOf(source);
    const said = article === undefined ? '' : await save(this.page, article, format);
    this.#control.announce(said);
    return said;
  }

  #articleOf(source: Source): Article | undefined {
    return [...this.#articles.keys()].find((each) => each === source);
  }

  /** Does what a shortcut stands for; says whether there was anything to do. */
  #run(command: Command): boolean {
    if (command === 'panel') {
      if (this.#panel?.isOpen === true) this.#closePanel();
      else if (this.#panelIsWanted) this.#panelIsWanted = false;
      else this.openPanel();
      return true;
    }
    if (command === 'marks') {
      this.#toggleMarks();
      return true;
    }
    const article = this.#shown?.article ?? [...this.#articles.keys()][0];
    const mark = article?.roving.step(command === 'next' ? 'ArrowRight' : 'ArrowLeft');
    if (article === undefined || mark === undefined) return false;
    this.open({ article, mark }, 'focus');
    return true;
  }

  #toggleMarks(): void {
    const marks = !this.#settings.choices.marks;
    this.#settings.change({ marks });
    this.#control.announce(marks ? say('control.marksOn') : say('control.marksOff'));
  }

  /** The reader has chosen something. */
  #follow(now: Choices, before: Choices): void {
    const isHiding = now.marks !== before.marks || now.hiddenTypes !== before.hiddenTypes || now.hidden !== before.hidden;
    for (const article of this.#articles.keys()) {
      if (isHiding) this.#hide(article);
      if (now.look !== before.look) article.dress(now.look);
    }
    if (isHiding || now.look !== before.look) this.#refresh();
  }

  /** The articles are others now, or say something else. */
  #tell(): void {
    this.#panel?.update([...this.#articles.keys()]);
    this.#refresh();
  }

  /** Has `article` show what is to be seen of it, and no more. */
  #hide(article: Article): void {
    const wishes = this.#articles.get(article);
    if (wishes !== undefined) article.hide(this.hiddenOf(article.answer, wishes));
  }

  /** Has the control and the notes in the margin show what is so now. */
  #refresh(): void {
    this.#control.show({
      isSeen: [...this.#articles.values()].some(({ control }) => control) && this.#panel?.isOpen !== true,
      quotations: [...this.#articles.keys()].reduce((sum, { answer }) => sum + statementsIn(answer), 0),
      areMarksOn: this.#settings.choices.marks,
    });
    if (this.#settings.choices.look !== 'margin' || !this.#settings.choices.marks) {
      this.#margin?.remove();
      this.#margin = undefined;
    } else if (this.#margin === undefined) {
      this.#margin = new Margin(this.page, () => this.#articles.keys());
    } else {
      this.#margin.renew();
    }
  }

  /** The marks of `article` are others now: the open card stays with its own, if that is still where it was. */
  #keepUp(article: Article): void {
    if (this.#shown?.article !== article) return;
    const { mark, anchor, reason } = this.#shown;
    const now = article.marks.successorOf(mark, anchor.ranges);
    if (now === undefined) {
      this.close();
      return;
    }
    this.#shown = { article, mark: now, anchor, reason };
    article.light(now);
    this.card.tell(article.facts(now));
  }

  #find(mark: (article: Article) => Mark | undefined): Found | undefined {
    for (const article of this.#articles.keys()) {
      const found = mark(article);
      if (found !== undefined) return { article, mark: found };
    }
    return undefined;
  }
}

/** Whether two ranges of a document have more than an end in common. */
function haveCommon(one: Range, other: Range): boolean {
  if (one.startContainer.getRootNode() !== other.startContainer.getRootNode()) return false;
  // Each begins before the other ends.
  return one.compareBoundaryPoints(Range.START_TO_END, other) > 0 && one.compareBoundaryPoints(Range.END_TO_START, other) < 0;
}

/** What has the focus, in whatever shadow tree it is. */
function focusedIn(page: Document): Element | null {
  let element = page.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}
