/**
 * What is measured inside a page. The functions are handed to the page by themselves: each holds all that it needs.
 *
 * Times are milliseconds. "Cold" is the first run in a fresh page, "warm" the median of those after it.
 */

/**
 * @typedef {object} Stages
 * @property {number} read finding and reading the article
 * @property {number} annotate
 * @property {number} paint
 * @property {number} layout what the page needs to lay itself out again
 * @property {number} undo
 * @property {number} longest the longest single step
 */

/**
 * Loads the core, mounts it on the page's article and runs what else there is on the same.
 * @param {{runs: number, paint: 'highlight' | 'markup', peers: string[]}} how
 */
export async function measurePage({ runs, paint, peers }) {
  const now = () => performance.now();
  const atRest = () =>
    new Promise((done) => {
      requestAnimationFrame(() => setTimeout(done));
    });
  const middle = (/** @type {number[]} */ times) => [...times].sort((a, b) => a - b)[times.length >> 1] ?? 0;

  const fetching = now();
  /** @type {typeof import('../../pkg/newsgloss_core.js')} */
  const core = await import(/** @type {any} */ ('/pkg/newsgloss_core.js'));
  const bytes = async (/** @type {string} */ name) => new Uint8Array(await (await fetch(`/pkg/${name}`)).arrayBuffer());
  const [lexicon, weights] = await Promise.all([bytes('lexicon.txt'), bytes('weights.bin')]);
  const { memory } = await core.default({ module_or_path: '/pkg/newsgloss_core_bg.wasm' });
  const compiled = now();
  core.load(lexicon, weights);
  while (!core.index());
  const load = { fetch: compiled - fetching, index: now() - compiled };

  /** @type {import('../../pkg/newsgloss_core.js').Answer | undefined} */
  let answer;
  /** @type {Element | undefined} */
  let container;
  const mount = () => {
    const begun = now();
    const handle = core.begin(undefined, { paint });
    let [longest, at, found] = [0, begun, 0];
    for (let done; done === undefined; ) {
      done = core.advance(handle);
      const after = now();
      longest = Math.max(longest, after - at);
      at = after;
      if (found === 0 && core.revision(handle) > 0) found = after;
    }
    const painted = at;
    document.body.getBoundingClientRect();
    const laidOut = now();
    answer = core.answer(handle);
    container = core.container(handle);
    const marked = now();
    core.unmount(handle);
    const undone = now();
    document.body.getBoundingClientRect();
    return { found: found - begun, paint: painted - found, layout: laidOut - painted, undo: undone - marked, longest };
  };
  const annotate = () => {
    const begun = now();
    core.annotate(answer?.text ?? '', {});
    return now() - begun;
  };

  await atRest();
  const cold = mount();
  const coldAnnotate = annotate();
  /** @type {(ReturnType<typeof mount> & {annotate: number})[]} */
  const warm = [];
  for (let run = 0; run < runs; run += 1) {
    await atRest();
    warm.push({ ...mount(), annotate: annotate() });
  }
  const of = (/** @type {'paint' | 'layout' | 'undo' | 'longest' | 'annotate'} */ stage) => middle(warm.map((times) => times[stage]));
  const text = answer?.text ?? '';
  const names = [...new Set((answer?.entities ?? []).flatMap((entity) => entity.mentions.map(({ start, end }) => text.slice(start, end))))];

  /** @type {Record<string, number>} */
  const others = {};
  for (const peer of peers) {
    const { run, undo } = await import(/** @type {any} */ (`/bench/${peer}.js`));
    const times = [];
    for (let count = 0; count <= runs; count += 1) {
      const given = peer === 'readability' ? document.cloneNode(true) : peer === 'markjs' ? (container ?? document.body) : text;
      await atRest();
      const begun = now();
      run(given, names);
      undo?.(given);
      if (count > 0) times.push(now() - begun);
    }
    others[peer] = middle(times);
  }
  return {
    words: text.split(/\s+/).filter((word) => word !== '').length,
    elements: document.getElementsByTagName('*').length,
    marks: (answer?.quotes.length ?? 0) + (answer?.values.length ?? 0) + (answer?.entities ?? []).reduce((sum, { mentions }) => sum + mentions.length, 0),
    load,
    cold: { read: Math.max(0, cold.found - coldAnnotate), annotate: coldAnnotate, paint: cold.paint, layout: cold.layout, undo: cold.undo, longest: cold.longest },
    warm: {
      read: Math.max(0, middle(warm.map(({ found, annotate: annotated }) => found - annotated))),
      annotate: of('annotate'),
      paint: of('paint'),
      layout: of('layout'),
      undo: of('undo'),
      longest: of('longest'),
    },
    peers: others,
    wasmMemory: memory.buffer.byteLength,
  };
}

/**
 * Mounts through the package, as a page does, between two marks that a trace can tell.
 * @param {'highlight' | 'markup'} paint
 */
export async function mountOnce(paint) {
  /** @type {typeof import('../../www/newsgloss.js')} */
  const newsgloss = await import(/** @type {any} */ ('/pkg/newsgloss.js'));
  await newsgloss.annotate('');
  await new Promise((done) => {
    requestAnimationFrame(() => setTimeout(done));
  });
  performance.mark('mount: begin');
  const begun = performance.now();
  await newsgloss.mount(undefined, { paint, follow: false });
  const took = performance.now() - begun;
  await new Promise((done) => {
    requestAnimationFrame(() => setTimeout(done));
  });
  performance.mark('mount: end');
  return took;
}

/**
 * Annotates an article and applies its marks at once, beside what compromise alone does with the same text.
 * @param {{runs: number, paint: 'highlight' | 'markup'}} how
 */
export async function measureArticle({ runs, paint }) {
  const now = () => performance.now();
  const atRest = () =>
    new Promise((done) => {
      requestAnimationFrame(() => setTimeout(done));
    });
  const middle = (/** @type {number[]} */ times) => [...times].sort((a, b) => a - b)[times.length >> 1] ?? 0;
  /** @type {typeof import('../../pkg/newsgloss_core.js')} */
  const core = await import(/** @type {any} */ ('/pkg/newsgloss_core.js'));
  const bytes = async (/** @type {string} */ name) => new Uint8Array(await (await fetch(`/pkg/${name}`)).arrayBuffer());
  const data = await Promise.all([bytes('lexicon.txt'), bytes('weights.bin')]);
  await core.default({ module_or_path: '/pkg/newsgloss_core_bg.wasm' });
  core.load(...data);
  while (!core.index());
  const compromise = await import(/** @type {any} */ ('/bench/compromise.js'));
  /** @type {Record<'mount' | 'annotate' | 'paint' | 'layout' | 'undo' | 'compromise', number[]>} */
  const times = { mount: [], annotate: [], paint: [], layout: [], undo: [], compromise: [] };
  let [words, marks] = [0, 0];
  for (let run = 0; run <= runs; run += 1) {
    await atRest();
    const begun = now();
    const handle = core.begin(document.querySelector('article') ?? undefined, { paint });
    let found = 0;
    for (let done; done === undefined; ) {
      done = core.advance(handle);
      if (found === 0 && core.revision(handle) > 0) found = now();
    }
    const painted = now();
    document.body.getBoundingClientRect();
    const laidOut = now();
    const answer = core.answer(handle);
    marks = core.marks(handle)?.marks.length ?? 0;
    const marked = now();
    core.unmount(handle);
    const undone = now();
    const text = answer?.text ?? '';
    words = text.split(/\s+/).filter((word) => word !== '').length;
    await atRest();
    const given = now();
    core.annotate(text, {});
    const annotated = now();
    await atRest();
    const started = now();
    compromise.run(text);
    const ended = now();
    if (run === 0) continue;
    times.mount.push(painted - begun);
    times.annotate.push(annotated - given);
    times.paint.push(painted - found);
    times.layout.push(laidOut - painted);
    times.undo.push(undone - marked);
    times.compromise.push(ended - started);
  }
  return {
    words,
    marks,
    mount: middle(times.mount),
    annotate: middle(times.annotate),
    paint: middle(times.paint),
    layout: middle(times.layout),
    undo: middle(times.undo),
    compromise: middle(times.compromise),
  };
}

/**
 * Opens the panel on the page's article, view by view: how long the call takes with the layout that it needs, and how long it is until
 * the next frame stands. Cold is the first opening of all.
 * @param {{runs: number}} how
 */
export async function measurePanel({ runs }) {
  const frame = () =>
    new Promise((done) => {
      requestAnimationFrame(() => setTimeout(done));
    });
  const middle = (/** @type {number[]} */ times) => [...times].sort((a, b) => a - b)[times.length >> 1] ?? 0;
  /** @type {typeof import('../../www/newsgloss.js')} */
  const { mount } = await import(/** @type {any} */ ('/pkg/newsgloss.js'));
  const handle = await mount(undefined, { follow: false });
  const { entities, quotes, text = '' } = handle.annotations;
  const once = async (/** @type {import('../../www/settings.js').View} */ view) => {
    await frame();
    const begun = performance.now();
    handle.open(view);
    // It is loaded when it is first opened.
    while (document.querySelector('newsgloss-panel[data-open]') === null) await new Promise((done) => setTimeout(done));
    document.querySelector('newsgloss-panel')?.getBoundingClientRect();
    const call = performance.now() - begun;
    await frame();
    const shown = performance.now() - begun;
    document.querySelector('newsgloss-panel')?.shadowRoot?.querySelector('h2')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    return { call, shown };
  };
  const cold = await once('people');
  /** @type {Record<string, {call: number, shown: number}>} */
  const views = {};
  for (const view of /** @type {const} */ (['people', 'quotes', 'timeline', 'places', 'settings'])) {
    const times = [];
    for (let run = 0; run < runs; run += 1) times.push(await once(view));
    views[view] = { call: middle(times.map(({ call }) => call)), shown: middle(times.map(({ shown }) => shown)) };
  }
  localStorage.clear();
  return { words: text.split(/\s+/).filter((word) => word !== '').length, entities: entities.length, quotes: quotes.length, cold, views };
}
