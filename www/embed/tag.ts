/**
 * The tag that loads newsgloss: marks its page once that is loaded and idle, as the tag's attributes and a JSON script say.
 *
 * A tag does that if it has `data-newsgloss` or an option; one without only makes `<news-gloss>` known. Whoever imports the module
 * has no tag, and nothing happens by itself.
 */

import type { Handle, MountOptions } from '../handle.js';
import { idle } from './idle.js';
import type { WrittenOptions } from './options.js';
import { attributeOf, NAMES, readJson, readOptions } from './options.js';
import { warn } from './warn.js';

export type Mount = (root: Element | Document | undefined, options: MountOptions) => Promise<Handle>;

const JSON_SCRIPT = 'script[type="application/json"][data-newsgloss]';

/** Marks what each tag that has loaded the module at `address` wants marked. */
export function mountTags(address: string, mount: Mount): void {
  // There is none in a worker, and in Node.
  if (typeof document === 'undefined') return;
  // Looked for now: the page may take its tags out again.
  const tags = [...document.querySelectorAll<HTMLScriptElement>('script[type=module][src]')].filter(({ src }) => src === address);
  void idle().then(() => {
    // It may stand behind the tag.
    const json = document.querySelector(JSON_SCRIPT);
    const shared = json === null ? undefined : readJson(json.textContent, '<script data-newsgloss>');
    for (const { dataset } of tags) {
      const isWanted = shared !== undefined || 'newsgloss' in dataset || NAMES.some((name) => name in dataset);
      const own = readOptions(
        (name) => dataset[name],
        (name) => `data-${attributeOf(name)}`,
      );
      if (isWanted) mountAs({ ...shared, ...own }, mount);
    }
  });
}

function mountAs({ article, ...options }: WrittenOptions, mount: Mount): void {
  const roots = article === undefined ? [undefined] : [...document.querySelectorAll(article)];
  const { include } = options;
  if (roots.length === 0) warn(`no element is found by ${JSON.stringify(article)}: nothing is marked`);
  else if (include !== undefined && document.querySelector(include) === null) warn(`no element is found by ${JSON.stringify(include)}: nothing is marked until there is one`);
  for (const root of roots) mount(root, { ...(article !== undefined && { control: true }), ...options }).catch(tellOf);
}

/** An error that nobody else is told of. */
export function tellOf(error: unknown): void {
  warn(error instanceof Error ? error.message : String(error), 'error');
}
