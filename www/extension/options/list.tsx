/** The reader's own list of names: imported from a file, checked by the core that will use it, exported, removed. */

import type { JSX } from 'preact';
import { Component, Fragment, h } from 'preact';

import type { Core } from '../../core.js';
import { loadCore } from '../../core.js';
import { saveFile } from '../../share.js';
import type { Kept } from '../store.js';
import { LONGEST_LEXICON, write } from '../store.js';
import { size, word } from '../words.js';

import type { Told } from './parts.js';
import { Notice, Question, troubleOf } from './parts.js';

const EXAMPLE = 'name,type,aliases,description,leave\nOla Tveit,person,the Fox of Velda,foreign minister,\nIris,,,,true';

interface ListProps {
  kept: Kept;
}

export class OwnList extends Component<ListProps, { told?: Told | undefined }> {
  override state: { told?: Told | undefined } = {};
  #field: HTMLInputElement | null = null;

  override componentDidMount(): void {
    // A list of an older version may have become a wrong one.
    const { lexicon } = this.props.kept;
    if (lexicon !== '') void this.#check(lexicon);
  }

  render({ kept: { lexicon } }: ListProps, { told }: { told?: Told | undefined }): JSX.Element {
    const has = lexicon !== '';
    return (
      <>
        <p>{word('list.note')}</p>
        <pre class="example" dir="ltr" lang="en">
          {EXAMPLE}
        </pre>
        <p id="list-state">{has ? word('list.have', { size: size(bytes(lexicon)) }) : word('list.none')}</p>
        <div class="row">
          <input
            hidden
            type="file"
            accept=".json,.csv,application/json,text/csv"
            aria-label={word('list.import')}
            ref={(it) => { this.#field = it; }}
            onChange={({ currentTarget }) => {
              const [file] = currentTarget.files ?? [];
              if (file !== undefined) void this.#import(file);
              // The same file may be chosen again, once it is mended.
              currentTarget.value = '';
            }}
          />
          <button class="push" aria-describedby="list-state" onClick={() => { this.#field?.click(); }}>
            {word(has ? 'list.replace' : 'list.import')}
          </button>
          {has && (
            <>
              <button class="push" onClick={() => { exportList(lexicon); }}>
                {word('list.export')}
              </button>
              <Question label={word('list.remove')} question={word('list.sure')} onSure={() => void this.#remove()} />
            </>
          )}
        </div>
        <Notice told={told} />
      </>
    );
  }

  async #check(lexicon: string): Promise<void> {
    const wrong = await wrongIn(lexicon).catch(() => undefined);
    if (wrong !== undefined) this.#tell('list.badKept', { isTrouble: true, detail: wrong });
  }

  async #import(file: File): Promise<void> {
    const { name } = file;
    if (file.size > LONGEST_LEXICON) {
      this.#tell('list.tooLarge', { isTrouble: true }, { name, size: size(file.size), most: size(LONGEST_LEXICON) });
      return;
    }
    this.#tell('list.checking');
    try {
      // Not as `file.text()` does, which takes anything for text.
      const text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
      const wrong = await wrongIn(text).catch((error: unknown) => {
        this.#tell('list.unchecked', { isTrouble: true, detail: messageOf(error) });
        return null;
      });
      if (wrong === null) return;
      if (wrong !== undefined) {
        this.#tell('list.bad', { isTrouble: true, detail: wrong }, { name });
        return;
      }
      const told = troubleOf(await write({ lexicon: text }));
      if (told === undefined) this.#tell('list.imported', {}, { name });
      else this.setState({ told });
    } catch {
      this.#tell('list.unreadable', { isTrouble: true }, { name });
    }
  }

  async #remove(): Promise<void> {
    const told = troubleOf(await write({ lexicon: '' }));
    if (told === undefined) this.#tell('list.removed');
    else this.setState({ told });
  }

  #tell(key: Parameters<typeof word>[0], how: Partial<Told> = {}, args: Record<string, string> = {}): void {
    this.setState({ told: { text: word(key, args), ...how } });
  }
}

/** What the core says is wrong with a list, line by line; nothing where it takes it. Throws where there is no core. */
async function wrongIn(lexicon: string): Promise<string | undefined> {
  const core: Core = await loadCore();
  try {
    core.annotate('', { lexicon });
    return undefined;
  } catch (error) {
    return messageOf(error);
  }
}

function exportList(lexicon: string): void {
  const isJson = /^\s*[[{]/.test(lexicon);
  saveFile(document, isJson ? 'newsgloss-names.json' : 'newsgloss-names.csv', isJson ? 'application/json' : 'text/csv', lexicon);
}

function bytes(text: string): number {
  return new Blob([text]).size;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
