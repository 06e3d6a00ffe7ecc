/**
 * Puts newsgloss on an article and takes it off again; annotates plain text.
 *
 * This is the implementation of everything that the package offers; the custom element only calls it. Nothing is left in
 * the page once every handle is unmounted, and nothing is ever added to the global object.
 */

import type { AnnotateOptions, Answer, MountOptions as CoreMountOptions, Relations } from './answer.js';
import type { Core } from './core.js';
import { loadCore } from './core.js';
import { NewsglossError } from './errors.js';
import { Follower } from './follow.js';
import { framed } from './frames.js';
import { Article } from './marks/article.js';
import { Styles } from './marks/style.js';
import { speak } from './messages.js';
import { documentOf } from './nodes.js';
import { choosePaint } from './paint.js';
import { inSlices, pause } from './pause.js';
import { Session } from './session.js';
import { Settings, TYPES } from './settings.js';
import type { Store, View } from './settings.js';

/** What a caller may choose for a page. Of one article, what the first caller chose holds for all. */
export interface MountOptions extends CoreMountOptions {
  /** Whether a small button opens the panel and turns marks off and on; it does where a whole page is mounted, unless this says false. */
  control?: boolean;
  /** Whether marks follow a page that changes; they do unless this says false. */
  follow?: boolean;
  /** Called when the page has changed and something else was found in its article. */
  onChange?: (annotations: Answer) => void;
  /** The language of cards and all else that readers see, as BCP 47 has it; the reader's own where nothing is said, or it is not spoken here. */
  language?: string;
  /** Keeps what readers choose, in place of the storage of the page's origin. What the first caller gives holds for all. */
  store?: Store;
}

/** An article with its marks in the page. */
export interface Handle {
  /** What was found, by the latest reading of the page. Its offsets count in its `text`, in UTF-16 code units. */
  readonly annotations: Answer;
  /**
   * The same, and after it what was found in other articles that stand on the page in full, where no root was given: in frames of its
   * origin, where the page itself holds none.
   */
  readonly articles: readonly Answer[];
  /**
   * Who has to do with whom in the article. Worked out when it is first asked for; once the article is unmounted, it is known only if
   * it was asked for before, and else empty.
   */
  relations(): Relations;
  /** Opens the panel, with the focus in it, at what it showed last or at `view`. */
  open(view?: View): void;
  /** Opens the card of the innermost quotation that is shown at `range`; says whether there is one. */
  show(range: Range): boolean;
  /** Takes everything out again that mounting put into the page. Calling it twice does nothing more. */
  unmount(): void;
}

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
  const settings = readSettings(options.store);
  const [core] = await Promise.all([loadCore(), greet(options.language)]);
  const page = documentOf(root);
  const paint = options.paint ?? choosePaint(page);
  const { marks, hiddenTypes } = settings.choices;
  const hidden = [...(options.hidden ?? []), ...(marks ? hiddenTypes : TYPES)];
  await pause();
  const begun = attempt(() => core.begin(root, { mayRepaint: options.paint === undefined, ...options, paint, hidden }));
  const element = root === undefined || root === page ? undefined : (root as Element);
  const here = mounted.get(begun) ?? new Mounted(core, settings, begun, page, element === undefined, options);
  // Elements must have their looks before they come, or the page's own rules for what stands in its story would move letters.
  const looks = new Styles();
  if (paint === 'markup') looks.lend(element ?? page.documentElement, paint, settings.choices.look);
  const handle = await here.ready.finally(() => {
    looks.return();
  });
  if (handle === begun) return here.hold(options.onChange);
  // Another root with the same article in it.
  here.end();
  return mounted.get(handle)?.hold(options.onChange) ?? mount(root, options);
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
  readonly #others = new Map<Element, Handle>();
  #taking = Promise.resolve();
  readonly #options: MountOptions;
  #relations: Relations | undefined;
  /** Who holds it, each with what it wants called. */
  readonly #holders = new Set<{ onChange: MountOptions['onChange'] }>();

  /** `isWhole` where it is looked for in all of `page`. */
  constructor(core: Core, settings: Settings, handle: number, page: Document, isWhole: boolean, options: MountOptions) {
    const { follow = true } = options;
    this.#core = core;
    this.#settings = settings;
    this.#options = { ...options, onChange: undefined };
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

  hold(onChange: MountOptions['onChange']): Handle {
    const holder = { onChange };
    this.#holders.add(holder);
    const answer = () => this.#answer as Answer;
    // A frame without an article has none to give.
    const others = () => [answer(), ...[...this.#others.values()].flatMap(({ articles }) => articles.filter(({ text }) => text !== ''))];
    return {
      get annotations() {
        return answer();
      },
      get articles() {
        return others();
      },
      relations: () => (this.#relations ??= this.#core.relations(this.#handle)) ?? { sentences: [], entities: [] },
      open: (view) => {
        if (this.#holders.has(holder)) this.#session.openPanel(view);
      },
      show: (range) => this.#holders.has(holder) && sessions.get(documentOf(range.startContainer))?.openAt(range) === true,
      unmount: () => {
        if (this.#holders.delete(holder) && this.#holders.size === 0) this.end();
      },
    };
  }

  /** Takes everything out of the page. */
  end(): void {
    if (mounted.get(this.#handle) !== this) return;
    mounted.delete(this.#handle);
    this.#frames?.abort();
    for (const other of this.#others.values()) other.unmount();
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
      const handle = await work(this.#core, this.#handle);
      if (handle === this.#handle) {
        await this.#take();
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

  /** Takes over what the core has found, with pauses for the page; says whether it is another than before. */
  async #take(): Promise<boolean> {
    await pause();
    const revision = this.#core.revision(this.#handle);
    const answer = revision === this.#revision ? undefined : this.#core.answer(this.#handle);
    if (answer !== undefined) {
      this.#revision = revision;
      this.#answer = answer;
      this.#relations = undefined;
    }
    // Meanwhile it may have been taken off.
    const isMounted = async () => {
      await pause();
      return mounted.get(this.#handle) === this;
    };
    if (this.#answer === undefined || !(await isMounted())) return false;
    if (this.#article !== undefined) {
      // The same answer may be shown elsewhere.
      this.#article.renew(this.#answer);
    } else if (this.#core.container(this.#handle) !== undefined) {
      // Where there is no article, as in most frames, there is no need for a card.
      const article = (this.#article = new Article(this.#page, this.#core, this.#handle, this.#answer, this.#settings.choices.look, () => {
        void this.#rework();
      }));
      for (const step of article.beginnings) {
        if (!(await isMounted())) return false;
        step();
      }
      if (!(await isMounted())) return false;
      const { control = this.#frames !== undefined, hidden = [] } = this.#options;
      this.#session.add(article, { control, hidden });
    }
    return answer !== undefined;
  }

  get #session(): Session {
    const session = sessions.get(this.#page) ?? new Session(this.#page, this.#settings);
    sessions.set(this.#page, session);
    return session;
  }

  /** Lets the core do what it has to for what was asked of it, and takes that over. */
  async #rework(): Promise<void> {
    this.#article?.pause();
    try {
      await work(this.#core, this.#handle);
      await this.#take();
    } catch {
      // The core has taken its marks out, and there is nobody to tell: whoever mounted has had an answer long since.
    }
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
      other.unmount();
    }
    for (const element of others) {
      if (this.#others.has(element)) continue;
      try {
        const other = await mount(isFramed ? element.ownerDocument : element, this.#options);
        if (mounted.get(this.#handle) === this) this.#others.set(element, other);
        else other.unmount();
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
      this.#article?.pause();
      this.#core.refresh(this.#handle);
      try {
        await work(this.#core, this.#handle);
      } catch {
        // The core has taken its marks out, and there is nobody to tell: whoever mounted has had an answer long since.
        return false;
      }
      const isNew = await this.#take();
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
