/** As much of a WebDriver client as the tests need: https://www.w3.org/TR/webdriver2/. */
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** How long a driver may take to answer for the first time, in milliseconds. */
const PATIENCE = 20_000;

/** The code points that stand for keys which type nothing. @type {Record<string, string>} */
const KEYS = {
  Backspace: '\uE003',
  Enter: '\uE007',
  Tab: '\uE004',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
};

/** A port that nobody listens on, for programs that want to be told one. */
async function freePort() {
  const server = createServer();
  await new Promise((done) => server.listen(0, '127.0.0.1', () => { done(undefined); }));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (typeof address !== 'object' || address === null) throw new Error('there is no free port');
  return address.port;
}

/**
 * Starts a driver that takes `--port=`, with one session of these capabilities.
 * @param {string} program
 * @param {NodeJS.ProcessEnv} env
 * @param {object} capabilities
 */
export async function startSession(program, env, capabilities) {
  const port = await freePort();
  const driver = spawn(program, [`--port=${port}`], { env, stdio: 'ignore' });
  const failed = new Promise((_, reject) => driver.once('error', reject));

  /**
   * @param {'GET' | 'POST' | 'DELETE'} method
   * @param {string} path
   * @param {object} [body]
   */
  async function request(method, path, body) {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { method, ...(body && { body: JSON.stringify(body) }) });
    const { value } = /** @type {{ value: any }} */ (await response.json());
    if (!response.ok) throw new Error(`${method} ${path}: ${value.error}: ${value.message}`);
    return value;
  }

  async function ready() {
    const end = Date.now() + PATIENCE;
    while ((await request('GET', '/status').catch(() => undefined))?.ready !== true) {
      if (Date.now() > end) throw new Error(`${program} does not answer`);
      await sleep(20);
    }
  }

  try {
    await Promise.race([ready(), failed]);
    const { sessionId } = await request('POST', '/session', { capabilities: { alwaysMatch: capabilities } });
    return new Session((method, path, body) => request(method, `/session/${sessionId}${path}`, body), () => {
      driver.kill();
    });
  } catch (error) {
    driver.kill();
    throw error;
  }
}

/** A browser under a driver's hand. Commands go to the window that `switchTo` named last. */
export class Session {
  #request;
  #kill;
  #window = '';

  /**
   * @param {(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) => Promise<any>} request
   * @param {() => void} kill
   */
  constructor(request, kill) {
    this.#request = request;
    this.#kill = kill;
  }

  /** @returns {Promise<string[]>} */
  windows() {
    return this.#request('GET', '/window/handles');
  }

  /** @param {string} window */
  async switchTo(window) {
    if (this.#window === window) return;
    await this.#request('POST', '/window', { handle: window });
    this.#window = window;
  }

  /** Closes the window that commands go to, and forgets where its mouse was. */
  async closeWindow() {
    await this.#request('DELETE', '/actions');
    await this.#request('DELETE', '/window');
    this.#window = '';
  }

  /** @param {{ x: number, y: number, width: number, height: number }} rect */
  async place(rect) {
    await this.#request('POST', '/window/rect', rect);
  }

  /** @param {string} address */
  async goto(address) {
    await this.#request('POST', '/url', { url: address });
  }

  /**
   * Runs the body of a function, whose last argument is to be called with the result.
   * @param {string} script
   * @param {unknown[]} args
   */
  run(script, args = []) {
    return this.#request('POST', '/execute/async', { script, args });
  }

  /** @param {object[]} actions */
  async mouse(actions) {
    await this.#request('POST', '/actions', { actions: [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }] });
  }

  /** @param {string[]} names */
  async keys(names) {
    const values = names.map((name) => KEYS[name] ?? name);
    const down = values.map((value) => ({ type: 'keyDown', value }));
    const up = values.reverse().map((value) => ({ type: 'keyUp', value }));
    await this.#request('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions: [...down, ...up] }] });
  }

  async end() {
    try {
      await this.#request('DELETE', '');
    } finally {
      this.#kill();
    }
  }
}
