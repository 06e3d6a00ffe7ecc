/**
 * What the package exports, told from its types: the declarations in `pkg/types/` and what is written above them.
 *
 * Nothing of it is written anywhere else, so that it says what the compiler knows to be true.
 */

import path from 'node:path';

import { marked } from 'marked';
import ts from 'typescript';

import { codeBlock, escaped } from './markdown.js';

/** @param {string} root */
export function reference(root) {
  const entry = path.join(root, 'pkg/types/newsgloss.d.ts');
  const written = path.join(root, 'pkg/types/embed/options.d.ts');
  const program = ts.createProgram([entry, written], { target: ts.ScriptTarget.ES2022, moduleResolution: ts.ModuleResolutionKind.Bundler, module: ts.ModuleKind.ESNext, lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'], types: [] });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(entry);
  const module = source && checker.getSymbolAtLocation(source);
  if (module === undefined) throw new Error('pkg/types/newsgloss.d.ts is not there: build the package first');
  const exported = new Map(
    checker.getExportsOfModule(module).map((symbol) => [symbol.name, symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol]),
  );
  /** @type {Set<string>} */
  const told = new Set();

  /** Everything of these names, a heading each. @param {string[]} names */
  function tell(names) {
    return names.map((name) => {
      const symbol = exported.get(name);
      if (symbol === undefined) throw new Error(`the package exports no ${name}`);
      told.add(name);
      return `### \`${name}${symbol.flags & ts.SymbolFlags.Function ? '()' : ''}\`\n\n${prose(symbol)}\n${body(name, symbol)}`;
    }).join('\n\n');
  }

  /** @param {string} name @param {ts.Symbol} symbol */
  function body(name, symbol) {
    if (symbol.flags & ts.SymbolFlags.Function) return codeBlock((symbol.declarations ?? []).map((each) => `${name}${signature(each)}`).join('\n'), 'ts').replaceAll('\n\n', '\n');
    if (symbol.flags & ts.SymbolFlags.TypeAlias) {
      const [declaration] = symbol.declarations ?? [];
      return declaration && ts.isTypeAliasDeclaration(declaration) ? `<p class="type">${typeText(declaration.type)}</p>` : '';
    }
    if (symbol.flags & ts.SymbolFlags.Variable) return `<p class="type">${escapedLinks(checker.typeToString(checker.getTypeOfSymbol(symbol)))}</p>`;
    const type = checker.getDeclaredTypeOfSymbol(symbol);
    return members(checker.getPropertiesOfType(type).filter((each) => declaredHere(each)));
  }

  /** The members that are told: what the platform's own classes have, such as an error's `stack`, is known. @param {ts.Symbol} symbol */
  function declaredHere(symbol) {
    return symbol.declarations?.some((each) => each.getSourceFile().fileName.includes('/pkg/')) ?? false;
  }

  /** @param {ts.Symbol[]} symbols */
  function members(symbols) {
    const rows = symbols.map((symbol) => {
      const [declaration] = symbol.declarations ?? [];
      if (declaration === undefined) return '';
      const type = ts.isMethodSignature(declaration) || ts.isMethodDeclaration(declaration) ? escapedLinks(signature(declaration)) : memberType(declaration);
      return `<div><dt><code>${escaped(symbol.name)}</code> <span class="type">${type}</span></dt><dd>${inline(symbol)}</dd></div>`;
    });
    return `<dl class="members">\n${rows.join('\n')}\n</dl>`;
  }

  /** @param {ts.Declaration} declaration */
  function memberType(declaration) {
    return (ts.isPropertySignature(declaration) || ts.isPropertyDeclaration(declaration)) && declaration.type !== undefined
      ? typeText(declaration.type)
      : escapedLinks(checker.typeToString(checker.getTypeAtLocation(declaration)));
  }

  /** @param {ts.TypeNode} node */
  function typeText(node) {
    return escapedLinks(node.getText().replaceAll(/\/\*[^]*?\*\//g, '').replaceAll(/\s+/g, ' ').replace(/^\| /, ''));
  }

  /** A declaration from its parameters on, in one line. @param {ts.Declaration} declaration */
  function signature(declaration) {
    const text = declaration.getText().replaceAll(/\s+/g, ' ').replace(/;$/, '');
    return text.slice(text.indexOf('('));
  }

  /** @param {string} text */
  function escapedLinks(text) {
    return escaped(text).replaceAll(/(?<![\w.])[A-Z]\w+/g, (name) => (exported.has(name) ? `<a href="#${name.toLowerCase()}">${name}</a>` : name));
  }

  /** What is written above it. @param {ts.Symbol} symbol */
  function prose(symbol) {
    return ts.displayPartsToString(symbol.getDocumentationComment(checker));
  }

  /** @param {ts.Symbol} symbol */
  function inline(symbol) {
    const deprecated = symbol.getJsDocTags().filter(({ name }) => name === 'deprecated').map(({ text }) => `**Deprecated** ${ts.displayPartsToString(text)}`);
    return marked.parseInline([prose(symbol), ...deprecated].join(' '), { async: false }).replaceAll(/\s*\n\s*/g, ' ');
  }

  return {
    tell,
    /** Everything that has not been told yet. */
    rest: () => tell([...exported.keys()].filter((name) => !told.has(name)).sort()),
    /** What can be written into a page as attributes: a table of them. */
    attributes() {
      const options = program.getSourceFile(written);
      const all = options && checker.getExportsOfModule(checker.getSymbolAtLocation(options) ?? module).find(({ name }) => name === 'WrittenOptions');
      if (all === undefined) throw new Error('pkg/types/embed/options.d.ts declares no WrittenOptions');
      const rows = checker.getPropertiesOfType(checker.getDeclaredTypeOfSymbol(all)).map((symbol) => {
        const attribute = symbol.name.replaceAll(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);
        const [declaration] = symbol.declarations ?? [];
        return { name: symbol.name, attribute, type: declaration ? memberType(declaration) : '', text: inline(symbol) };
      });
      rows.sort((one, other) => one.name.localeCompare(other.name, 'en'));
      return `<dl class="members">\n${rows.map(({ attribute, type, text }) => `<div><dt><code>data-${attribute}</code> <span class="type">${type}</span></dt><dd>${text}</dd></div>`).join('\n')}\n</dl>`;
    },
    /** The texts that a type of this name is one of. @param {string} name */
    values(name) {
      const symbol = exported.get(name);
      const type = symbol && checker.getDeclaredTypeOfSymbol(symbol);
      if (!type?.isUnion()) throw new Error(`the package exports no ${name} of several texts`);
      return type.types.filter((each) => each.isStringLiteral()).map(({ value }) => value);
    },
  };
}
