/**
 * Keeps what a page complains of where its browser tells nobody. Loaded by the page before anything else, as a classic script;
 * it takes its own element out again.
 */
{
  /** @type {import('./engines/engine.js').Complaint[]} */
  const complaints = [];
  Object.defineProperty(window, Symbol.for('complaints'), { value: complaints });
  for (const level of /** @type {const} */ (['warn', 'error'])) {
    const write = console[level].bind(console);
    console[level] = (...words) => {
      complaints.push({ kind: 'console', text: words.map(String).join(' ') });
      write(...words);
    };
  }
  window.addEventListener('error', ({ message }) => complaints.push({ kind: 'thrown', text: message }));
  window.addEventListener('unhandledrejection', ({ reason }) => complaints.push({ kind: 'thrown', text: String(reason) }));
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    complaints.push({ kind: 'console', text: `the policy's ${violatedDirective} keeps out ${blockedURI}` }),
  );
  document.currentScript?.remove();
}
