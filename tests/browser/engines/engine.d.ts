/** What the three engines have in common: all that `page.js` builds on. */

/** How a page is to be opened. */
export interface PageOptions {
  /** In CSS pixels; 1280 by 720 where nothing is said. */
  viewport?: { width: number; height: number };
  /** What the reader's system prefers; `light` where nothing is said. */
  colorScheme?: 'light' | 'dark';
  reducedMotion?: boolean;
  forcedColors?: boolean;
  /** A touch screen, and a phone's reading of the viewport where the engine has one. */
  touch?: boolean;
  /** The reader's, as BCP 47 has it; `en-GB` where nothing is said. */
  language?: string;
}

/** What not every engine can do, or not under automation. */
export type Ability = 'touch' | 'print' | 'forced colours' | 'layout shifts' | 'listeners' | 'tree' | 'language' | 'kerning across elements';

/** Something that the page said on its console as a warning or an error, or threw and did not catch. */
export interface Complaint {
  kind: 'console' | 'thrown';
  text: string;
}

/** In the window, in CSS pixels. */
export interface Point {
  x: number;
  y: number;
}

/** One open page. */
export interface Tab {
  /** Resolves once the page has loaded. */
  goto(address: string): Promise<void>;
  /** Calls the function with this source, which takes a string and promises one, in the page. No policy of the page's stops it. */
  call(source: string, argument: string): Promise<string>;
  move(x: number, y: number): Promise<void>;
  /** Moves there, and presses and releases the main button. */
  click(x: number, y: number): Promise<void>;
  /** Presses the main button at the first point, moves to the second, and releases it there. */
  drag(from: Point, to: Point): Promise<void>;
  tap(x: number, y: number): Promise<void>;
  /** Presses the keys down in this order, and releases them in the other. Each has the name that `KeyboardEvent.key` has for it. */
  keys(names: string[]): Promise<void>;
  media(medium: 'screen' | 'print'): Promise<void>;
  /** All since the page was opened. */
  complaints(): Promise<Complaint[]>;
  /** The page as playwright has it, for what Chromium alone can do. */
  chromium?: import('playwright-core').Page;
  close(): Promise<void>;
}

/** An engine that runs. */
export interface Running {
  open(options: PageOptions): Promise<Tab>;
  /** Closes pages that are still open, and the browsers of readers who prefer something: what comes next most likely needs the other. */
  rest(): Promise<void>;
  close(): Promise<void>;
}

export interface Engine {
  readonly name: string;
  /** What it cannot do, and why: the reason that a skipped test gives. */
  readonly cannot: Partial<Record<Ability, string>>;
  /** Whether its pages can tell what they complain of only if they load `recorder.js` before anything else. */
  readonly needsRecorder: boolean;
  /** Starts it. All requests but those to 127.0.0.1 go to a proxy at this port of it. */
  launch(proxyPort: number): Promise<Running>;
}
