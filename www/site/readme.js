/**
 * The README of the package: how it is embedded, what its attributes are, and what a policy must allow, as the pages about newsgloss say it.
 *
 * It is put together of the same Markdown, so that the two cannot say different things.
 */

import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { fillIns } from './fill-ins.js';
import { slug } from './markdown.js';

/** What it is made of: pages, each as a whole or those of its sections that are named. @type {[page: string, sections?: string[]][]} */
const PARTS = [
  ['embed'],
  ['options', ['Written into the page']],
  ['security', ['The policy', 'From another origin', 'Integrity', 'What is stored']],
];

/** @param {string} root */
export async function readme(root) {
  const fill = await fillIns(root);
  const parts = PARTS.map(async ([page, sections]) => {
    const from = `www/site/pages/${page}.md`;
    const markdown = await fill(await readFile(path.join(root, from), 'utf8'), from);
    return sections === undefined ? markdown : sections.map((name) => section(markdown, name, from)).join('\n');
  });
  const text = (await Promise.all(parts)).join('\n').replace(/^# .*/, '# newsgloss on your pages');
  const ids = new Set([...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => slug(heading)));
  // What is another page there is a part of this one, or is not here.
  return text
    .replaceAll(/\[([^\]]*)\]\((?:[\w-]+\.html)?(?:#([\w-]+))?\)/g, (_, words, id = '') => (ids.has(id) ? `[${words}](#${id})` : words))
    .replaceAll(/<a href="#[^"]*">([^<]*)<\/a>/g, '$1')
    .replaceAll(/^```(\w+) [\w-]+$/gm, '```$1');
}

/** A section, with its heading. @param {string} markdown @param {string} name @param {string} from */
function section(markdown, name, from) {
  const found = markdown.split(/^(?=## )/m).find((each) => each.startsWith(`## ${name}\n`));
  if (found === undefined) throw new Error(`${from} has no section “${name}”`);
  return found;
}
