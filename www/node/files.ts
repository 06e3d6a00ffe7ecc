/**
 * The files that are read beside the script. The build gives each the name that it has in the package, which tells its content.
 * They are written so that bundlers find them.
 */

export const CORE = new URL('newsgloss_node_bg.wasm', import.meta.url);
export const LEXICON = new URL('../lexicon.txt', import.meta.url);
export const WEIGHTS = new URL('../weights.bin', import.meta.url);
