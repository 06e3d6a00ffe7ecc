/**
 * Markdown as the HTML of a page: headings that can be linked to, code in colours, tables that scroll by themselves.
 *
 * The word after a block's language is its name, by which the tests say how they run it; readers do not see it.
 */

import hljs from 'highlight.js/lib/core';
import bash from 'highlight.js/lib/languages/bash';
import css from 'highlight.js/lib/languages/css';
import javascript from 'highlight.js/lib/languages/javascript';
import json from 'highlight.js/lib/languages/json';
import typescript from 'highlight.js/lib/languages/typescript';
import xml from 'highlight.js/lib/languages/xml';
import { Marked } from 'marked';

import { PAGES } from './pages.js';

/** What a block's language is called in the page, and what colours it. */
const LANGUAGES = /** @type {const} */ ({
  html: ['HTML', xml],
  js: ['JavaScript', javascript],
  ts: ['TypeScript', typescript],
  css: ['CSS', css],
  json: ['JSON', json],
  sh: ['Shell', bash],
  http: ['HTTP header', undefined],
  php: ['PHP', undefined],
  text: ['Text', undefined],
});

for (const [name, [, grammar]] of Object.entries(LANGUAGES)) if (grammar !== undefined) hljs.registerLanguage(name, grammar);

/** @typedef {{ id: string, html: string }} Heading */
/** @typedef {{ title: string, lead: string, body: string, headings: Heading[] }} Rendered */

/** @param {string} text */
export function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** What a heading is linked to by. @param {string} text */
export function slug(text) {
  return text.toLowerCase().replaceAll(/<[^>]*>|&\w+;/g, '').replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-|-$/g, '');
}

/**
 * A piece of code as it stands in a page.
 * @param {string} code
 * @param {string} [info] the language, and the block's name
 */
export function codeBlock(code, info = 'text') {
  const language = info.split(' ')[0] || 'text';
  if (!(language in LANGUAGES)) throw new Error(`a block of code is in ${language}, of which markdown.js knows nothing`);
  const [label, grammar] = LANGUAGES[/** @type {keyof typeof LANGUAGES} */ (language)];
  const html = grammar === undefined ? escaped(code) : hljs.highlight(code, { language }).value;
  // The focus goes there, so that the keyboard can scroll it.
  return `<figure class="code" data-language="${language}"><figcaption>${label}</figcaption><pre tabindex="0" role="group" aria-label="${label}"><code>${html}</code></pre></figure>\n`;
}

/**
 * A page, whose title is the first heading and whose lead is the paragraph after it.
 * @param {string} markdown
 * @returns {Rendered}
 */
export function rendered(markdown) {
  /** @type {Heading[]} */
  const headings = [];
  /** @type {Set<string>} */
  const ids = new Set();
  const marked = new Marked({
    renderer: {
      heading({ tokens, depth }) {
        const html = this.parser.parseInline(tokens);
        let id = slug(html);
        while (ids.has(id)) id += '-';
        ids.add(id);
        if (depth === 2) headings.push({ id, html: html.replaceAll(/<\/?a[^>]*>/g, '') });
        return `<h${depth} id="${id}"><a class="anchor" href="#${id}">${html}</a></h${depth}>\n`;
      },
      link({ href, tokens }) {
        // What is a file in the repository is a page here.
        const page = PAGES.find(({ from }) => from === href);
        return `<a href="${escaped(page?.to ?? href)}">${this.parser.parseInline(tokens)}</a>`;
      },
      code({ text, lang }) {
        return codeBlock(text, lang);
      },
      table(token) {
        const head = token.header.map(({ tokens, align }) => (tokens.length === 0 ? '<td></td>' : `<th scope="col"${side(align)}>${this.parser.parseInline(tokens)}</th>`)).join('');
        const rows = token.rows.map((cells) => `<tr>${cells.map(({ tokens, align }) => `<td${side(align)}>${this.parser.parseInline(tokens)}</td>`).join('')}</tr>`);
        const name = token.header.map(({ text }) => text.replaceAll(/[`*]/g, '')).filter(Boolean).join(', ');
        return `<div class="table" tabindex="0" role="group" aria-label="Table: ${escaped(name)}"><table><thead><tr>${head}</tr></thead><tbody>${rows.join('\n')}</tbody></table></div>\n`;
      },
    },
  });
  const tokens = marked.lexer(markdown.replaceAll(/^<!--[^]*?-->\n/gm, ''));
  const [first, ...rest] = tokens.filter(({ type }) => type !== 'space');
  if (first?.type !== 'heading') throw new Error('a page does not begin with its title');
  const lead = rest[0]?.type === 'paragraph' ? rest.shift() : undefined;
  const title = marked.parseInline(first.text, { async: false });
  const leadHtml = lead?.type === 'paragraph' ? marked.parseInline(lead.text, { async: false }) : '';
  return { title, lead: leadHtml, body: marked.parser(rest), headings };
}

/** @param {'center' | 'left' | 'right' | null} align */
function side(align) {
  return align === 'right' ? ' class="figure"' : '';
}
