/**
 * WebKitGTK's small browser, by its WebDriver, on a screen of its own: Debian's, or those that WEBKIT_DRIVER and MINIBROWSER name.
 *
 * What the reader prefers is set when the browser starts: each set of preferences gets a browser of its own. The driver passes on
 * nothing that a page writes on its console, so pages load `recorder.js` first.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { startSession } from './webdriver.js';

const DRIVER = process.env['WEBKIT_DRIVER'] ?? '/usr/bin/WebKitWebDriver';

/** In CSS pixels. The screen's pointer rests at its centre. */
const SCREEN = { width: 2600, height: 1500 };

const NO_EMULATION = 'WebDriver has no way to show a page to WebKit as another medium does';

/** MiniBrowser stands in a folder that is named for the machine's kind. */
function miniBrowser() {
  const named = process.env['MINIBROWSER'];
  if (named !== undefined) return named;
  const found = readdirSync('/usr/lib', { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name.includes('-linux-'))
    .map((entry) => `/usr/lib/${entry.name}/webkit2gtk-4.1/MiniBrowser`);
  return found[0] ?? '/usr/lib/webkit2gtk-4.1/MiniBrowser';
}

/** Starts a screen that nobody sees; resolves to its name. */
async function startScreen() {
  const screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', `${SCREEN.width}x${SCREEN.height}x24`, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const name = await new Promise((done, failed) => {
    screen.once('error', failed);
    screen.once('exit', (code) => { failed(new Error(`Xvfb ended with ${String(code)}`)); });
    screen.stdio[3]?.once('data', (number) => { done(`:${String(number).trim()}`); });
  });
  return { name: /** @type {string} */ (name), close: () => screen.kill() };
}

/** @type {import('./engine.js').Engine} */
export const WEBKIT = {
  name: 'WebKitGTK',
  cannot: {
    touch: 'WebKitGTK’s driver sends touches as a mouse’s',
    print: NO_EMULATION,
    'forced colours': 'WebKit has no forced colours',
    'kerning across elements': 'WebKit does not kern across the edge of an element, so an element around a word moves what follows it by the kern',
    'layout shifts': 'WebKit does not report layout shifts',
    language: 'WebKitGTK takes the reader’s language from the system’s locales, of which there may be none but C',
    listeners: 'only Chromium tells how many listeners an object has',
    tree: 'only Chromium’s driver tells its accessibility tree',
  },
  needsRecorder: true,
  launch,
};

/**
 * @param {number} proxyPort
 * @returns {Promise<import('./engine.js').Running>}
 */
async function launch(proxyPort) {
  const screen = await startScreen();
  const configurations = mkdtempSync(join(tmpdir(), 'newsgloss-webkit-'));
  /** @type {Map<string, ReturnType<typeof start>>} */
  const sessions = new Map();

  /**
   * A browser with these settings of the toolkit, which WebKit takes for what the reader prefers.
   * @param {string} settings
   */
  async function start(settings) {
    const configuration = mkdtempSync(join(configurations, 'reader-'));
    mkdirSync(join(configuration, 'gtk-3.0'), { recursive: true });
    writeFileSync(join(configuration, 'gtk-3.0/settings.ini'), `[Settings]\n${settings}\n`);
    const args = ['--automation', `--proxy=http://127.0.0.1:${proxyPort}`, '--ignore-host=127.0.0.1', '--javascript-can-open-windows-automatically=true'];
    const session = await startSession(
      DRIVER,
      { ...process.env, LANG: 'C.UTF-8', LC_ALL: '', DISPLAY: screen.name, XDG_CONFIG_HOME: configuration, GDK_BACKEND: 'x11' },
      { 'webkitgtk:browserOptions': { binary: miniBrowser(), args }, timeouts: { script: 120_000 } },
    );
    const [first] = await session.windows();
    if (first === undefined) throw new Error('the browser has no window');
    return { session, first };
  }

  /** @param {import('./engine.js').PageOptions} options */
  function sessionFor({ colorScheme = 'light', reducedMotion = false }) {
    const settings = [
      ...(colorScheme === 'dark' ? ['gtk-application-prefer-dark-theme=1'] : []),
      ...(reducedMotion ? ['gtk-enable-animations=0'] : []),
    ].join('\n');
    const session = sessions.get(settings) ?? start(settings);
    sessions.set(settings, session);
    return session;
  }

  return {
    async open(options) {
      const { width, height } = options.viewport ?? { width: 1280, height: 720 };
      // The window ends where the screen's pointer rests: nobody manages windows, so the one under the pointer has the focus.
      const place = { x: SCREEN.width / 2 - width + 1, y: SCREEN.height / 2 - height + 1, width, height };
      const { session, first } = await sessionFor(options);
      const before = await session.windows();
      await session.switchTo(first);
      // A pop-up, since it is all page: the toolbar of other windows is broader than a phone.
      const features = `popup,noopener,left=${place.x},top=${place.y},width=${width},height=${height}`;
      await session.run(`window.open('about:blank', '_blank', '${features}'); arguments[0]()`);
      const window = await opened();
      await session.switchTo(window);
      await session.place(place);

      /** The window that has come up since. */
      async function opened() {
        for (let tries = 0; tries < 500; tries += 1) {
          const found = (await session.windows()).find((each) => !before.includes(each));
          if (found !== undefined) return found;
          await sleep(10);
        }
        throw new Error('the browser has opened no window');
      }

      /** @template T @param {() => Promise<T>} command */
      async function here(command) {
        await session.switchTo(window);
        return command();
      }

      const move = (/** @type {number} */ x, /** @type {number} */ y) => ({ type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration: 0 });
      return {
        goto: (address) => here(() => session.goto(address)),
        call: (source, argument) => here(() => session.run(`(${source})(arguments[0]).then(arguments[1])`, [argument])),
        move: (x, y) => here(() => session.mouse([move(x, y)])),
        click: (x, y) => here(() => session.mouse([move(x, y), { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }])),
        drag: (from, to) =>
          here(() => session.mouse([move(from.x, from.y), { type: 'pointerDown', button: 0 }, move(to.x, to.y), { type: 'pointerUp', button: 0 }])),
        tap: () => Promise.reject(new Error('a touch would be a mouse’s')),
        keys: (names) => here(() => session.keys(names)),
        media: () => Promise.reject(new Error(NO_EMULATION)),
        complaints: () => here(() => session.run("arguments[0](window[Symbol.for('complaints')] ?? [])")),
        close: () => here(() => session.closeWindow()),
      };
    },
    async rest() {
      for (const [settings, starting] of sessions) {
        const { session, first } = await starting;
        if (settings === '') {
          for (const window of (await session.windows()).filter((each) => each !== first)) {
            await session.switchTo(window);
            await session.closeWindow();
          }
        } else {
          sessions.delete(settings);
          await session.end();
        }
      }
    },
    async close() {
      await Promise.all([...sessions.values()].map(async (session) => (await session).session.end()));
      screen.close();
      rmSync(configurations, { recursive: true, force: true });
    },
  };
}
