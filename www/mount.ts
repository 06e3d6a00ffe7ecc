/**
 * Puts newsgloss on an article and takes it off again; annotates plain text.
 *
 * This is the implementation of everything that the package offers; the custom element only calls it. Nothing is left in
 * the page once every handle is unmounted, and nothing is ever added to the global object.
 */

import type { AnnotateOptions, Answer, Relations } from './answer.js';
import { loadCore } from './core.js';
import { NewsglossError } from './errors.js';
import { Article } from './marks/article.js';
import { Session } from './session.js';

/** An article with its marks in the page. */
export interface Handle {
  /** What was found. Its offsets count in its `text`, in UTF-16 code units. */
  readonly annotations: Answer;
  /**
   * Who has to do with whom in the article. Worked out when it is first asked for, from the article as it was mounted; once
   * the article is unmounted, it is known only if it was asked for before, and else empty.
   */
  relations(): Relations;
  /** Takes everything out again that mounting put into the page. Calling it twice does nothing more. */
  unmount(): void;
}

let session: Session | undefined;
/** By the core's handle, which is the same for every mount of the same root. */
const articles = new Map<number, Article>();

/**
 * Marks the article in `root`, or the one that the page holds where `root` is not given. Mounting a root again shares the
 * marks that are there. Throws NewsglossError.
 */
export async function mount(root?: Element, options?: AnnotateOptions): Promise<Handle> {
  const core = await loadCore();
  const { handle, answer } = attempt(() => core.mount(root, options));
  const article = articles.get(handle) ?? begin(handle, answer, root ?? document);
  article.holders += 1;
  let mounted = true;
  return {
    annotations: article.answer,
    relations: () => (article.relations ??= core.relations(handle)) ?? { sentences: [], entities: [] },
    unmount() {
      if (!mounted) return;
      mounted = false;
      article.holders -= 1;
      if (article.holders > 0) return;
      end(handle, article);
      core.unmount(handle);
    },
  };
}

/** Annotates plain text; the page is left alone. Offsets count UTF-16 code units of `text`. Throws NewsglossError. */
export async function annotate(text: string, options?: AnnotateOptions): Promise<Answer> {
  const core = await loadCore();
  return attempt(() => core.annotate(text, options));
}

function begin(handle: number, answer: Answer, root: Element | Document): Article {
  const here = (session ??= new Session());
  const article = new Article(answer, root, (piece) => !here.owns(piece));
  here.add(article);
  articles.set(handle, article);
  return article;
}

function end(handle: number, article: Article): void {
  articles.delete(handle);
  session?.remove(article);
  if (session?.isEmpty === true) {
    session.end();
    session = undefined;
  }
}

/** Runs a call into the core, whose errors get the class that callers can test for. */
function attempt<T>(call: () => T): T {
  try {
    return call();
  } catch (error) {
    throw NewsglossError.from(error);
  }
}
