/** What is above a long list: a field to search it, and types to show alone. The view does the searching. */

import type { JSX } from 'preact';
import { h } from 'preact';

export interface SearchProps {
  label: string;
  words: string;
  onInput: (words: string) => void;
}

export function Search({ label, words, onInput }: SearchProps): JSX.Element {
  return (
    <input
      type="search"
      aria-label={label}
      placeholder={label}
      value={words}
      onInput={({ currentTarget }) => {
        onInput(currentTarget.value);
      }}
    />
  );
}

export interface ChipsProps<T extends string> {
  label: string;
  /** Each with how many there are of it. */
  types: readonly (readonly [type: T, name: string, count: number])[];
  /** Those to be shown alone; all, where there are none. */
  chosen: readonly T[];
  onChange: (chosen: readonly T[]) => void;
}

/** Nothing, where there is nothing to choose from. */
export function Chips<T extends string>({ label, types, chosen, onChange }: ChipsProps<T>): JSX.Element | null {
  return types.length < 2 ? null : (
    <div class="chips" role="group" aria-label={label}>
      {types.map(([type, name, count]) => (
        <button
          key={type}
          data-type={type}
          aria-pressed={chosen.includes(type)}
          onClick={() => {
            onChange(chosen.includes(type) ? chosen.filter((each) => each !== type) : [...chosen, type]);
          }}
        >
          {name} <b>{count}</b>
        </button>
      ))}
    </div>
  );
}
