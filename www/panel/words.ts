/** Stands in for the messages of the shell, until they come from there. */
import words from './en.json';

export function say(key: string, args: Record<string, string | number> = {}): string {
  let at: unknown = words;
  for (const part of key.split('.')) at = (at as Record<string, unknown>)[part];
  return String(at).replace(/\{(\w+), number, percent\}/g, (_, name: string) => `${Math.round(Number(args[name]) * 100)} %`).replace(/\{(\w+)(, plural, one \{# (\w+)\} other \{# (\w+)\})?\}/g, (_, name: string, plural, one, other) =>
    plural === undefined ? String(args[name]) : `${args[name]} ${args[name] === 1 ? one : other}`,
  );
}
