/** What is filled into the pages at the places that they name: sizes, hashes and types, as the package has them. */

import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { packageFiles } from '../../scripts/packaged.js';

import { reference } from './reference.js';

/** What the files of each part of the package are for, as `sizes.json` names the parts. @type {Record<string, string>} */
const PARTS = {
  loader: 'what your page names: the loader',
  shell: 'marks, cards and control',
  core: 'the core: reads the article',
  data: 'what names mean, and how they are recognised',
  panel: 'the panel, once a reader opens it',
  atlas: 'the map, once a reader opens it',
  language: 'cards and panel in a language, where the reader has it',
};

/** @param {number} bytes */
const kilobytes = (bytes) => `${(bytes / 1000).toLocaleString('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 })} KB`;

/**
 * Gives what fills a page's places in.
 * @param {string} root
 * @returns {Promise<(markdown: string, page: string) => Promise<string>>}
 */
export async function fillIns(root) {
  const types = reference(root);
  /** @type {{ files: Size[], later: Size[], sum: { brotli: number } }} */
  const sizes = JSON.parse(await readFile(path.join(root, 'pkg/sizes.json'), 'utf8'));
  const story = await readFile(path.join(root, 'www/site/story.html'), 'utf8');

  /** @type {Record<string, (...words: string[]) => string>} */
  const fillers = {
    story: () => story.trim(),
    sizes: () => sizeTable(sizes.files, sizes.sum.brotli),
    later: () => sizeTable(sizes.later),
    sum: () => `${(sizes.sum.brotli / 1e6).toFixed(2)} MB`,
    integrityTags: () => `\`\`\`html integrity\n${integrityTags(packageFiles())}\n\`\`\``,
    types: (...names) => types.tell(names),
    rest: () => types.rest(),
    attributes: () => types.attributes(),
    kinds: () => ['EntityType', 'ValueType', 'QuoteKind'].flatMap((name) => types.values(name)).map((each) => `\`${each}\``).join(', '),
  };
  return (markdown, page) =>
    Promise.resolve(
      markdown.replaceAll(/\{\{(\w+)((?: [\w.]+)*)\}\}/g, (_, name, words) => {
        const filler = fillers[name];
        if (filler === undefined) throw new Error(`${page} asks for ${name}, which nothing fills in`);
        return filler(...words.trim().split(' ').filter(Boolean));
      }),
    );
}

/** The tags that hold every script of the package to its hash. @param {Record<string, { file: string, integrity: string }>} files */
function integrityTags(files) {
  const all = Object.values(files).filter(({ file }) => file.endsWith('.js'));
  const rows = all.filter(({ file }) => file !== 'newsgloss.js').map(({ file, integrity }) => `      "/newsgloss/${file}": "${integrity}"`);
  return `<script type="importmap">
  {
    "integrity": {
${rows.join(',\n')}
    }
  }
</script>
<script type="module" src="/newsgloss/newsgloss.js" data-newsgloss
  integrity="${files['newsgloss.js']?.integrity ?? ''}"></script>`;
}

/** @typedef {{ part: string, file: string, raw: number, brotli: number }} Size */

/** @param {Size[]} files @param {number} [sum] */
function sizeTable(files, sum) {
  const rows = files.map(({ part, file, brotli }) => `| \`${file}\` | ${PARTS[part] ?? ''} | ${kilobytes(brotli)} |`);
  const total = sum === undefined ? [] : [`| all of it | | **${kilobytes(sum)}** |`];
  return ['| file | what for | Brotli |', '| --- | --- | ---: |', ...rows, ...total].join('\n');
}
