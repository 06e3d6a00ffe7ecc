/** What is said to whoever builds a page: on its console, each thing once. */

const said = new Set<string>();

/** Says `message`; as an error, where nothing is shown because of it. */
export function warn(message: string, level: 'warn' | 'error' = 'warn'): void {
  if (said.has(message)) return;
  said.add(message);
  console[level](`newsgloss: ${message}`);
}
