/** The blocks of code in what is written about newsgloss: where they stand, what they are called, and what they say. */
import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import { marked } from 'marked';

import { fillIns } from '../../www/site/fill-ins.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** @typedef {{ file: string, language: string, name: string, code: string }} Block */

/**
 * Every block of code in every Markdown file of the repository, with what the build fills in.
 * @returns {Promise<Block[]>}
 */
export async function allBlocks() {
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'], { cwd: ROOT, encoding: 'utf8' }).trim().split('\n');
  const fill = await fillIns(ROOT);
  const blocks = files.map(async (file) => {
    const text = await readFile(ROOT + file, 'utf8');
    const markdown = file.startsWith('www/site/') ? await fill(text, file) : text;
    /** @type {Block[]} */
    const found = [];
    void marked.walkTokens(marked.lexer(markdown), (token) => {
      if (token.type !== 'code' || token.codeBlockStyle === 'indented') return;
      const [language = '', name = ''] = (token.lang ?? '').split(' ');
      found.push({ file, language, name, code: token.text });
    });
    return found;
  });
  return (await Promise.all(blocks)).flat();
}
