/** The types that modules of the shell declare, for whoever uses the package: by TypeScript, as tsconfig.json has it. It writes nothing. */
import { fileURLToPath } from 'node:url';

import ts from 'typescript';

const CONFIG = fileURLToPath(new URL('../tsconfig.json', import.meta.url));

/**
 * What each of `modules` declares, in their order.
 * @param {string[]} modules Their paths.
 * @param {string[]} [ambient] Paths of what declares types for all of them.
 * @returns {string[]}
 */
export function declarations(modules, ambient = []) {
  const options = ts.getParsedCommandLineOfConfigFile(CONFIG, undefined, { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined })?.options;
  const program = ts.createProgram([...modules, ...ambient], { ...options, noEmit: false, declaration: true, emitDeclarationOnly: true });
  return modules.map((module) => {
    /** @type {string | undefined} */
    let declared;
    program.emit(program.getSourceFile(module), (_, text) => (declared = text));
    if (declared === undefined) throw new Error(`${module} gave no types`);
    return declared;
  });
}
