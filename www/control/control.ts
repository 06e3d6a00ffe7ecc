/**
 * The control: a small pair of buttons that opens the panel and turns marks off and on.
 *
 * It never covers what there is to read: it stands where the window shows nothing, moves when that changes, and where there is no such
 * place it is a narrow handle at the window's edge. While the page scrolls it is gone. It knows nothing of articles.
 */

import { Host } from '../host.js';
import { direction, say } from '../messages.js';
import css from './control.css';
import { isFree } from './room.js';

/** After the last scroll or change of size, in milliseconds. */
const REST_MS = 200;
/** From the edge of the window, in CSS pixels. */
const GAP_PX = 12;
/** How wide the handle may be, and how high it is. */
const HANDLES_PX = [14, 10, 7];
const HANDLE_PX = 56;

/** What the control can ask for. */
export interface ControlActions {
  openPanel: () => void;
  /** The reader may be about to open it. */
  prepare: () => void;
  toggleMarks: () => void;
}

/** What it shows. */
export interface ControlState {
  isSeen: boolean;
  quotations: number;
  areMarksOn: boolean;
}

export class Control {
  readonly #host: Host;
  readonly #page: Document;
  readonly #open: HTMLButtonElement;
  readonly #marks: HTMLButtonElement;
  readonly #live: HTMLElement;
  readonly #listening = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isSeen = false;
  /** How often a place has been looked for. */
  #turn = 0;
  #announced: ReturnType<typeof setTimeout> | undefined;

  constructor(page: Document, actions: ControlActions) {
    this.#page = page;
    this.#host = new Host(page, 'control', css);
    const group = page.createElement('div');
    // A landmark: it belongs to nothing else on the page.
    group.setAttribute('part', 'control');
    group.role = 'region';
    group.ariaLabel = 'newsgloss';
    this.#open = button(page, 'open', actions.openPanel);
    this.#marks = button(page, 'marks', actions.toggleMarks);
    this.#marks.role = 'switch';
    // What is said to those who listen, about anything of ours.
    this.#live = page.createElement('div');
    this.#live.role = 'status';
    group.append(this.#open, this.#marks);
    this.#host.root.append(group, this.#live);
    const { signal } = this.#listening;
    for (const type of ['pointerenter', 'focus', 'touchstart']) this.#open.addEventListener(type, actions.prepare, { signal, passive: true });
    const moved = (): void => {
      if (this.#page.activeElement !== this.#host.element) this.#host.element.toggleAttribute('data-moving', true);
      this.#rest();
    };
    page.addEventListener('scroll', moved, { signal, capture: true, passive: true });
    page.defaultView?.addEventListener('resize', moved, { signal });
  }

  show({ isSeen, quotations, areMarksOn }: ControlState): void {
    // To be seen once it has found its place; later it stays meanwhile, since the focus may come to it.
    if (isSeen && this.#turn === 0) this.#host.element.toggleAttribute('data-moving', true);
    this.#isSeen = isSeen;
    this.#host.show(this.#page.body);
    this.#open.textContent = String(quotations);
    this.#open.ariaLabel = this.#open.title = say('control.open', { count: quotations });
    this.#marks.ariaLabel = this.#marks.title = say('control.marks');
    this.#marks.ariaChecked = String(areMarksOn);
    this.#host.element.toggleAttribute('data-seen', isSeen);
    if (isSeen) this.#rest(0);
  }

  /** Has a screen reader say `text`, once. */
  announce(text: string): void {
    this.#live.textContent = '';
    clearTimeout(this.#announced);
    // In another turn, or the same words would not be heard twice.
    this.#announced = setTimeout(() => {
      this.#live.textContent = text;
    }, 60);
  }

  focus(): void {
    this.#open.focus();
  }

  /** Takes it out of the page. */
  remove(): void {
    this.#listening.abort();
    this.#turn += 1;
    clearTimeout(this.#timer);
    clearTimeout(this.#announced);
    this.#host.element.remove();
  }

  #rest(after = REST_MS): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      void this.#place();
    }, after);
  }

  /** How large it is where there is room for all of it, whatever it is now. */
  #size(): { width: number; height: number } {
    const { element } = this.#host;
    const isSlim = element.hasAttribute('data-slim');
    element.removeAttribute('data-slim');
    const { offsetWidth: width, offsetHeight: height } = element;
    element.toggleAttribute('data-slim', isSlim);
    return { width, height };
  }

  /** Finds a place where there is nothing to read, unless it is to look for one anew meanwhile. */
  async #place(): Promise<void> {
    const view = this.#page.defaultView;
    const { element } = this.#host;
    if (view === null || !this.#isSeen || !element.isConnected) return;
    const turn = (this.#turn += 1);
    const { width, height } = this.#size();
    const { clientWidth } = this.#page.documentElement;
    const [across, down] = [clientWidth - width, view.innerHeight - height];
    const isRightToLeft = direction() === 'rtl';
    const sides = isRightToLeft ? [GAP_PX, across - GAP_PX] : [across - GAP_PX, GAP_PX];
    const corners = sides.flatMap((x) => [down - GAP_PX, down / 2, GAP_PX].map((y) => ({ x, y, width, height })));
    // Else at the window's edge, as wide as there is room beside the text.
    const edge = (wide: number): number => (isRightToLeft ? 0 : clientWidth - wide);
    const levels = Array.from({ length: 12 }, (_, at) => (view.innerHeight / 16) * (14 - at) - HANDLE_PX / 2);
    const handles = HANDLES_PX.flatMap((wide) => levels.map((y) => ({ x: edge(wide), y, width: wide, height: HANDLE_PX })));
    let found = { x: edge(3), y: view.innerHeight / 2, width: 3, height: HANDLE_PX };
    for (const place of [...corners, ...handles]) {
      const isFound = place.x >= 0 && place.y >= 0 && (await isFree(this.#page, place.x, place.y, place.width, place.height, element));
      if (turn !== this.#turn) return;
      if (!isFound) continue;
      found = place;
      break;
    }
    element.toggleAttribute('data-slim', found.height === HANDLE_PX);
    this.#host.set({ x: Math.round(found.x), y: Math.round(found.y), handle: found.width });
    element.removeAttribute('data-moving');
  }
}

function button(page: Document, name: string, press: () => void): HTMLButtonElement {
  const made = page.createElement('button');
  made.className = name;
  made.onclick = press;
  return made;
}
