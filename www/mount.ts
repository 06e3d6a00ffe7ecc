/**
 * Puts newsgloss on an article and takes it off again; annotates plain text.
 *
 * This is the implementation of everything that the package offers, loaded when it is first asked for; the front door, the tag and the
 * custom element only call it. Nothing is left in the page once every handle is unmounted, and nothing is ever added to the global object.
 */

import type { AnnotateOptions, Answer, Relations } from './answer.js';
import type { Core } from './core.js';
import { fetchList, loadCore } from './core.js';
import { withDenied } from './deny.js';
import { NewsglossError } from './errors.js';
import { tell } from './events.js';
import { Follower } from './follow.js';
import { framed } from './frames.js';
import type { Handle, MountOptions } from './handle.js';
import { HiddenMarks, NEW } from './hidden.js';
import { Article } from './marks/article.js';
import { Styles } from './marks/style.js';
import { speak } from './messages.js';
import { documentOf } from './nodes.js';
import { choosePaint } from './paint.js';
import { inSlices, pause } from './pause.js';
import { isPicky, unwanted } from './picking.js';
import type { Wishes } from './session.js';
import { Session } from './session.js';
import type { Store, Type } from './settings.js';
import { Settings, TYPES } from './settings.js';

/** By what each is the card and the listeners of. */
const sessions = new Map<Document, Session>();
let follower: Follower | undefined;
/** Read when the first article is mounted: what readers have chosen. */
let known: Settings | undefined;
/** By the core's handle, which is the same for every mount of the same root. */
const mounted = new Map<number, Mounted>();

/**
 * Marks the article in `root`, or the one that the page holds where `root` is not given. Mounting a root again shares the
 * marks that are there. Throws NewsglossError.
 */
export async function mount(root?: Element | Document, options: MountOptions = {}): Promise<Handle> {
  let chosen = options;
  let held = await begin(root, chosen);
  let isMounted = true;
  let updating = Promise.resolve();
  const handle: Handle = {
    get annotations() {
      return held.answer;
    },
    get articles() {
      return held.articles;
    },
    get target() {
      return held.target;
    },
    relations: () => held.relations(),
    open: (view) => {
      held.open(view);
    },
    show: (range) => held.show(range),
    // One after the other, since each goes from what the last has left.
    update: (changes) => (updating = updating.catch(() => undefined).then(() => update(changes))),
    unmount: () => {
      isMounted = false;
      held.release();
    },
  };
  return handle;

  async function update(changes: MountOptions): Promise<void> {
    if (!isMounted) return;
    const before = chosen;
    chosen = { ...before, ...changes };
    if (Object.keys(changes).every((name) => AT_ONCE.includes(name))) {
      await held.change(chosen);
      return;
    }
    held.release();
    try {
      held = await begin(root, chosen);
    } catch (error) {
      chosen = before;
      held = await begin(root, chosen);
      throw error;
    } finally {
      // Meanwhile it may have been taken off.
      if (!(isMounted as boolean)) held.release();
    }
  }
}

/** What can be chosen otherwise without reading the article again. */
const AT_ONCE = ['kinds', 'hidden', 'include', 'exclude', 'veto', 'look', 'control', 'language', 'onChange', 'target'];

/** Somebody's hold of an article that is mounted. */
interface Held {
  readonly answer: Answer;
  readonly articles: readonly Answer[];
  readonly target: EventTarget;
  relations: () => Relations;
  open: Handle['open'];
  show: Handle['show'];
  change: (options: MountOptions) => Promise<void>;
  release: () => void;
}

async function begin(root: Element | Document | undefined, options: MountOptions): Promise<Held> {
  const settings = readSettings(options.store);
  const page = documentOf(root);
  const mustAsk = isPicky(options, page);
  if (options.look !== undefined) settings.suggest(options.look);
  const list = options.lexicon;
  const [core, text] = await Promise.all([loadCore(), list instanceof URL ? fetchList(list) : list, greet(options.language)]);
  const paint = options.paint ?? choosePaint(page);
  const { marks, hiddenTypes } = settings.choices;
  const waits = mustAsk || new HiddenMarks(page, settings).isAny;
  const hidden = [...unmarked(options), ...(marks ? hiddenTypes : TYPES), ...(waits ? [NEW] : [])];
  const lexicon = withDenied(text, options.deny);
  await pause();
  const begun = attempt(() => core.begin(root, { mayRepaint: options.paint === undefined, ...options, paint, hidden, lexicon }));
  const element = root === undefined || root === page ? undefined : (root as Element);
  const here = mounted.get(begun) ?? new Mounted(core, settings, begun, page, element === undefined, options);
  // Elements must have their looks before they come, or the page's own rules for what stands in its story would move letters.
  const looks = new Styles();
  if (paint === 'markup') looks.lend(element ?? page.documentElement, paint, settings.choices.look);
  const handle = await here.ready.finally(() => {
    looks.return();
  });
  if (handle === begun) return here.hold(element, options);
  // Another root with the same article in it.
  here.end();
  return mounted.get(handle)?.hold(element, options) ?? begin(root, options);
}

/** What a caller does not want marked. */
// eslint-disable-next-line @typescript-eslint/no-deprecated -- understood for as long as it is there
function unmarked({ kinds, hidden = [] }: MountOptions): readonly Type[] {
  return kinds === undefined ? hidden : TYPES.filter((type) => !kinds.includes(type));
}

/** Annotates plain text; the page is left alone. Offsets count UTF-16 code units of `text`. Throws NewsglossError. */
export async function annotate(text: string, options?: AnnotateOptions): Promise<Answer> {
  const core = await loadCore();
  return attempt(() => core.annotate(text, options));
}

/** What readers have chosen. A language that they choose is spoken at once. */
function readSettings(store?: Store): Settings {
  if (known !== undefined) return known;
  const settings = (known = new Settings(() => store ?? localStorage));
  settings.listen((now, before) => {
    if (now.language !== before.language) void speak(languages(now.language));
  });
  return settings;
}

let greeting: Promise<void> | undefined;
/** What a caller has said holds until another says something else. */
let wanted: string | undefined;

/** Speaks the reader's language, unless another is wanted. */
function greet(language: string | undefined): Promise<void> {
  if (greeting === undefined || (language !== undefined && language !== wanted)) {
    wanted = language;
    greeting = speak(languages(readSettings().choices.language));
  }
  return greeting;
}

/** The languages to choose from, the dearest first: what the reader has `chosen` here, what the page wants, what the reader's browser says. */
function languages(chosen: string | undefined): string[] {
  return [chosen, wanted, ...navigator.languages].filter((each) => each !== undefined);
}

/** What is mounted as one handle of the core, for as long as anybody holds it. */
class Mounted {
  /** Settles when the marks are in the page, with the handle that the core knows the article by. */
  readonly ready: Promise<number>;
  readonly #core: Core;
  readonly #settings: Settings;
  readonly #handle: number;
  #article: Article | undefined;
  #revision = 0;
  #answer: Answer | undefined;
  readonly #page: Document;
  /** Tells of frames that have loaded, where they are looked in, for as long as this is mounted. */
  readonly #frames: AbortController | undefined;
  /** The other articles of the page, by what holds them; of a frame, by its body. */
  readonly #others = new Map<Element, Held>();
  #taking = Promise.resolve();
  #options: MountOptions;
  #relations: Relations | undefined;
  /** Who holds it, each with what it wants called, and where it is told what happens. */
  readonly #holders = new Set<{ onChange: MountOptions['onChange']; target: EventTarget | undefined }>();
  /** What is wanted of the answer, once that has been asked. */
  #wishes: Wishes | undefined;
  /** Settles when nothing is being done with what the core has found. */
  #turn: Promise<unknown> = Promise.resolve();

  /** `isWhole` where it is looked for in all of `page`. */
  constructor(core: Core, settings: Settings, handle: number, page: Document, isWhole: boolean, options: MountOptions) {
    const { follow = true } = options;
    this.#core = core;
    this.#settings = settings;
    this.#options = options;
    this.#handle = handle;
    this.#page = page;
    mounted.set(handle, this);
    // From now on, since the page may change while it is being read.
    if (follow) (follower ??= new Follower()).add(this.#followed);
    if (isWhole) {
      this.#frames = new AbortController();
      const loaded = ({ target }: Event) => {
        if (this.#isFramed && (target as Partial<Element>).localName === 'iframe') void this.#takeOthers();
      };
      // What loads tells only those who listen on the way down to it.
      page.addEventListener('load', loaded, { capture: true, signal: this.#frames.signal });
    }
    this.ready = this.#begin();
  }

  hold(element: Element | undefined, { onChange, target }: MountOptions): Held {
    const holder = { onChange, target: target ?? element };
    this.#holders.add(holder);
    const answer = () => this.#answer as Answer;
    // A frame without an article has none to give.
    const others = () => [answer(), ...[...this.#others.values()].flatMap(({ articles }) => articles.filter(({ text }) => text !== ''))];
    const place = () => this.#targetOf(holder);
    return {
      get answer() {
        return answer();
      },
      get articles() {
        return others();
      },
      get target() {
        return place();
      },
      relations: () => (this.#relations ??= this.#core.relations(this.#handle)) ?? { sentences: [], entities: [] },
      open: (view) => {
        if (this.#holders.has(holder)) this.#session.openPanel(view);
      },
      change: async (options) => {
        // What others have chosen first holds.
        const [first] = this.#holders;
        holder.onChange = options.onChange;
        holder.target = options.target ?? element;
        if (first === holder) await this.#choose(options);
      },
      show: (range) => this.#holders.has(holder) && sessions.get(documentOf(range.startContainer))?.openAt(range) === true,
      release: () => {
        if (this.#holders.delete(holder) && this.#holders.size === 0) this.end();
      },
    };
  }

  /** Shows what is there as `options` say. */
  async #choose(options: MountOptions): Promise<void> {
    isPicky(options, this.#page);
    this.#options = options;
    if (options.look !== undefined) this.#settings.suggest(options.look);
    if (options.language !== undefined) await greet(options.language);
    for (const other of this.#others.values()) await other.change(options);
    await this.#inTurn(() => {
      this.#wishes = undefined;
      return this.#take();
    });
  }

  /** What the session is to show of `answer` and to leave out. */
  async #ask(answer: Answer): Promise<Wishes> {
    const { control = this.#frames !== undefined } = this.#options;
    const some = isPicky(this.#options, this.#page) ? [NEW, ...(await unwanted(this.#core, this.#handle, answer, this.#options))] : [];
    return { control, hidden: [...unmarked(this.#options), ...some] };
  }

  /** Does one thing after the other, for what is wanted of an answer must not meet the next. */
  #inTurn<T>(job: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(job);
    this.#turn = done.catch(() => undefined);
    return done;
  }

  #targetOf({ target }: { target: EventTarget | undefined }): EventTarget {
    return target ?? this.#article?.container ?? this.#page;
  }

  /** Takes everything out of the page. */
  end(): void {
    if (mounted.get(this.#handle) !== this) return;
    mounted.delete(this.#handle);
    this.#frames?.abort();
    for (const other of this.#others.values()) other.release();
    this.#others.clear();
    follower?.remove(this.#followed);
    const session = sessions.get(this.#page);
    if (this.#article !== undefined) {
      this.#article.release();
      session?.remove(this.#article);
    }
    if (session?.isEmpty === true) {
      session.end();
      sessions.delete(this.#page);
    }
    unseen(() => {
      this.#core.unmount(this.#handle);
    });
    if (follower?.isEmpty === true) follower = undefined;
  }

  async #begin(): Promise<number> {
    try {
      const handle = await this.#inTurn(async () => {
        const known = await this.#work();
        if (known === this.#handle) await this.#take();
        return known;
      });
      if (handle === this.#handle) {
        await this.#turn;
        await this.#takeOthers();
      }
      return handle;
    } catch (error) {
      this.end();
      throw error;
    }
  }

  /** Whether the page holds no article, which is then looked for in its frames. */
  get #isFramed(): boolean {
    return this.#frames !== undefined && this.#answer !== undefined && this.#article?.container === undefined;
  }

  /** Has the core do what it has to. */
  #work(): Promise<number> {
    this.#article?.pause();
    return work(this.#core, this.#handle);
  }

  /** Takes over what the core has found, with pauses for the page; says whether it is another than before. */
  async #take(): Promise<boolean> {
    await pause();
    const revision = this.#core.revision(this.#handle);
    const answer = revision === this.#revision ? undefined : this.#core.answer(this.#handle);
    if (answer !== undefined) {
      this.#revision = revision;
      this.#answer = answer;
      this.#relations = undefined;
      this.#wishes = undefined;
    }
    // Meanwhile it may have been taken off.
    const isMounted = async () => {
      await pause();
      return mounted.get(this.#handle) === this;
    };
    if (this.#answer === undefined || !(await isMounted())) return false;
    // Where there is no article, as in most frames, there is no need for a card.
    if (this.#article === undefined && this.#core.container(this.#handle) === undefined) return answer !== undefined;
    const wishes = (this.#wishes ??= await this.#ask(this.#answer));
    if (!(await isMounted())) return false;
    // Nothing is shown before it is said what of it is not to be.
    if (this.#core.hide(this.#handle, this.#session.hiddenOf(this.#answer, wishes))) await this.#work();
    if (!(await isMounted())) return false;
    // The page has changed meanwhile, and what is new waits in its turn.
    if (this.#core.revision(this.#handle) !== revision) return this.#take();
    if (this.#article !== undefined) {
      this.#session.wish(this.#article, wishes);
      // The same answer may be shown elsewhere.
      this.#article.renew(this.#answer);
      return answer !== undefined;
    }
    const rework = () => void this.#rework(false);
    const article = (this.#article = new Article(this.#page, this.#core, this.#handle, this.#answer, this.#settings.choices.look, rework));
    article.tell = (name, detail) => {
      for (const target of new Set([...this.#holders].map((holder) => this.#targetOf(holder)))) tell(target, name, detail);
    };
    for (const step of article.beginnings) {
      if (!(await isMounted())) return false;
      step();
    }
    if (!(await isMounted())) return false;
    this.#session.add(article, wishes);
    return true;
  }

  get #session(): Session {
    const session = sessions.get(this.#page) ?? new Session(this.#page, this.#settings);
    sessions.set(this.#page, session);
    return session;
  }

  /**
   * Has the core show what was asked of it, after reading the page again where that `isChanged`. Says whether it has found something
   * else than before, and nothing where it has failed.
   */
  #rework(isChanged: boolean): Promise<boolean | undefined> {
    return this.#inTurn(async () => {
      if (isChanged) {
        this.#wishes = undefined;
        this.#core.refresh(this.#handle);
      }
      try {
        await this.#work();
        return await this.#take();
      } catch {
        // The core has taken its marks out, and there is nobody to tell: whoever mounted has had an answer long since.
        return undefined;
      }
    });
  }

  /** Mounts the other articles that the page holds now, and takes off those that it holds no more, one call after the other. */
  #takeOthers(): Promise<void> {
    return (this.#taking = this.#taking.then(() => this.#takeThem()));
  }

  async #takeThem(): Promise<void> {
    if (mounted.get(this.#handle) !== this) return;
    const isFramed = this.#isFramed;
    const others = isFramed ? framed(this.#page) : this.#core.others(this.#handle);
    for (const [element, other] of this.#others) {
      if (others.includes(element)) continue;
      this.#others.delete(element);
      other.release();
    }
    for (const element of others) {
      if (this.#others.has(element)) continue;
      try {
        const other = await begin(isFramed ? element.ownerDocument : element, { ...this.#options, onChange: undefined, target: undefined });
        if (mounted.get(this.#handle) === this) this.#others.set(element, other);
        else other.release();
      } catch {
        // Somebody else has marked it, or it is gone; the rest of the page is marked all the same.
      }
    }
  }

  readonly #followed = {
    page: () => this.#page,
    container: () => this.#core.container(this.#handle),
    forget: (text: Node) => {
      this.#core.forget(this.#handle, text);
    },
    refresh: async () => {
      const isNew = await this.#rework(true);
      if (isNew === undefined) return false;
      await this.#takeOthers();
      if (isNew) for (const { onChange } of this.#holders) onChange?.(this.#answer as Answer);
      return isNew;
    },
  };
}

/** Does the work that there is for `handle`, in slices. */
function work(core: Core, handle: number): Promise<number> {
  return inSlices(() => unseen(() => attempt(() => core.advance(handle))));
}

/** Changes the page without having that taken for the page's own doing. */
function unseen<T>(change: () => T): T {
  return follower === undefined ? change() : follower.unseen(change);
}

/** Runs a call into the core, whose errors get the class that callers can test for. */
function attempt<T>(call: () => T): T {
  try {
    return call();
  } catch (error) {
    throw NewsglossError.from(error);
  }
}
