/** The extension's page `options.html`. */
export {};
