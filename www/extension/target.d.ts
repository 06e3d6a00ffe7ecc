/** The browser that the extension is built for. */
declare const TARGET: 'chrome' | 'firefox';
