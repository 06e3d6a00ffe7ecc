/**
 * Long work in short slices, between which the page does what it has to.
 *
 * It knows nothing of what is done.
 */

/** The longest that one slice of work goes on before it asks how long it has taken, in milliseconds: with the step that it is in, under 8. */
const SLICE_MS = 5;

/** Lets the page do what it has to. */
export function pause(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: { yield?: () => Promise<void> } };
  return scheduler?.yield?.() ?? nextTask();
}

/** Takes `step` after `step`, with pauses for the page, until one gives a result. */
export async function inSlices<T>(step: () => T | undefined): Promise<T> {
  for (;;) {
    const until = performance.now() + SLICE_MS;
    do {
      const result = step();
      if (result !== undefined) return result;
    } while (performance.now() < until);
    await pause();
  }
}

/** Not a timer, which browsers hold back the more the oftener it is set. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
